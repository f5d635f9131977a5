"""Breaking lines of Chinese and English so that a figure stays with its unit and no line begins or ends wrongly.

Rules of line starts and ends: W3C "Requirements for Chinese Text Layout" (clreq), section on prohibition rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from claims.zh.units import UNITS

Span = tuple[int, int]

_DIGITS = "0-9０-９"
_CHINESE_DIGITS = "一二两三四五六七八九十百千万亿零〇几数"
_LETTER = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_UNITS = "|".join(
    [re.escape(word) + "(?![A-Za-z])" * word.isascii() for word in sorted(UNITS, key=len, reverse=True)]
    + [f"分之[{_CHINESE_DIGITS}点]+"]
)
# The 千 of 千瓦 and its like belongs to the unit.
_SCALES = "(?:[十万亿]|百(?!分点)|[千兆](?![瓦克米焦卡赫伏帕字]|分点))*"
_NUMBER = rf"[−+±-]?[{_DIGITS}](?:[{_DIGITS},.]*[{_DIGITS}])?"
_FIGURE = (
    rf"(?:[约近超逾]|不足|不到|超过)?[$¥€£￥]?{_NUMBER}(?:[%％‰十百千万亿兆]*[–—~～至/×:]{_NUMBER})*"
    rf"{_SCALES}(?:[余多来几]{_SCALES})?"
    rf"(?: ?[%％‰]|(?:{_UNITS})|[\u4e00-\u9fff]| (?=[a-z])[a-z]+(?: points?)?)?"
)
_INTERVAL = (
    rf"[\[(（](?:−∞|{_NUMBER}[%％‰]?), ?(?:∞|{_NUMBER}[%％‰]?)[\])）](?:[万亿]*(?:{_UNITS}|[%％‰\u4e00-\u9fff])?)?"
)
_BRACKETED = r"\([^()\u2e80-\uffff]{1,24}\)"
_IN_WORDS = (
    rf"百分之[{_CHINESE_DIGITS}点]+"
    rf"|[{_CHINESE_DIGITS}]{{2,}}[余多来]?(?:{_UNITS}|[\u4e00-\u9fff])?"
    rf"|[{_CHINESE_DIGITS}](?:{_UNITS}|[成倍番折])"
)
_TOKEN = re.compile(
    r"(?P<id>(?=\d*[a-f])[0-9a-f]{8,}(?![0-9A-Za-z]))"
    rf"|(?P<figure>{_INTERVAL}|{_BRACKETED}|{_FIGURE}|{_IN_WORDS})"
    r"|(?P<space>[ \t]+)"
    rf"|(?P<word>[{_LETTER}][!-~{_LETTER}]*|[−+×÷=≠<>≤≥≈±&|]+ ?|——|……)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_NEVER_FIRST = frozenset("、，。；：？！…—·％%‰℃）】》〉」』”’〕｝,.;:!?)]}>/~～–-")
_NEVER_LAST = frozenset("（【《〈「『“‘〔｛([{<$¥€£￥#")
_SOFT = re.compile(r"(?<=[/_\-#?&=，])|(?<=, )|(?<=\.)(?=[A-Za-z])|(?<=[A-Za-z]:)")


def wrap(text: str, width: int) -> list[Span]:
    """The spans of `text` that make its lines, none wider than `width` cells; blanks at the breaks belong to no line.

    A figure is split from its unit, or within, only where it alone is wider than the line. `width` is at least 2.
    """
    width = max(width, 2)
    lines: list[Span] = []
    offset = 0
    for line in text.split("\n"):
        lines.extend((start + offset, end + offset) for start, end in _wrap_line(line, width))
        offset += len(line) + 1
    return lines


def unbreakable(text: str) -> list[Span]:
    """The spans of `text` that a line break leaves whole, in order, without the blanks between them."""
    spans: list[Span] = []
    glued = False
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "space" or match[0] == "\n":
            glued = False
            continue
        start, end = match.span()
        if spans and spans[-1][1] == start and (glued or text[start] in _NEVER_FIRST):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        glued = text[end - 1] in _NEVER_LAST or (match.lastgroup == "word" and text[end - 1] == " ")
    return spans


def _wrap_line(text: str, width: int) -> list[Span]:
    lines: list[Span] = []
    line: Span | None = None
    for start, end in pieces(text, width):
        if line is not None and cell_len(text[line[0] : end]) <= width:
            line = (line[0], end)
            continue
        if line is not None:
            lines.append(line)
        line = (start, end)
    lines.append(line or (0, 0))
    return lines


def pieces(text: str, width: int) -> Iterator[Span]:
    """The unbreakable spans; one wider than `width` is cut after a slash, a dash or a comma, then anywhere."""
    for start, end in unbreakable(text):
        if cell_len(text[start:end]) <= width:
            yield start, end
            continue
        at = start
        for part in _SOFT.split(text[start:end]):
            yield from _cut(text, at, at + len(part), width)
            at += len(part)


def _cut(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    begin, used = start, 0
    for at in range(start, end):
        cells = cell_len(text[at])
        if used + cells > width and at > begin:
            yield begin, at
            begin, used = at, 0
        used += cells
    if begin < end:
        yield begin, end


@dataclass(frozen=True, slots=True)
class Prose:
    """Styled words that wrap by our rule wherever rich lays them out, also as a cell of a table.

    With `underline`, spans of that style get a row of `^` beneath where the console cannot style (files, pipes).
    """

    text: Text
    underline: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        ends = [at for span in wrap(self.text.plain, options.max_width) for at in span]
        for line in self.text.divide(ends)[1::2]:  # all at once: what stands between the lines are blanks
            line.no_wrap, line.overflow, line.end = True, "ignore", "\n"
            yield line
            if self.underline and console.color_system is None:
                marks = _marks(line, self.underline)
                if marks:
                    yield Text(marks, no_wrap=True, overflow="ignore")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        plain = self.text.plain
        widest = max((cell_len(plain[start:end]) for start, end in unbreakable(plain)), default=0)
        longest = max((cell_len(line) for line in plain.split("\n")), default=0)
        return Measurement(widest, longest).with_maximum(options.max_width)


def _marks(line: Text, style: str) -> str:
    row = ""
    for span in sorted(line.spans):
        if style in str(span.style).split():
            row += " " * (cell_len(line.plain[: span.start]) - len(row))
            row += "^" * cell_len(line.plain[span.start : span.end])
    return row
