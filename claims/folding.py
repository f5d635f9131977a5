"""Text folded for reading, with a way back to the original offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# Characters without width that may stand inside a figure: soft hyphen, zero-width marks, direction marks.
_INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u0000"
)
_TRADITIONAL = dict(
    zip(
        "萬億個兩餘幾車輛間項條張處戶網際總額產業區縣鄉鎮灣廣東國電訊歲時鐘點單據顯長減約達過為與從圓雙場",
        "万亿个两余几车辆间项条张处户网际总额产业区县乡镇湾广东国电讯岁时钟点单据显长减约达过为与从圆双场",
        strict=True,
    )
)
# What stands before and after a line end within a sentence.
_BREAKS_OFF = re.compile(r"[\u4e00-\u9fff，,、0-9a-zA-Z“”\"]")
_GOES_ON = re.compile(r"\s*(?=[\u4e00-\u9fff”、，,0-9%％])")
# What stands behind a title that is the first line: a blank line, a dateline, the day on which something happened.
_OPENS = re.compile(
    r"[ \t\u3000]*\n(?:[ \t\u3000]*\n"
    r"|\s*(?:[0-9]{1,2}月[0-9]{1,2}日|20[0-9]{2}年|近日|日前|昨[天日]|今[年天日]|记者|本报)"
    r"|\s*[\u4e00-\u9fff]{2,10}(?:讯|电)[ (（])"
)
_SKIP = re.compile(f"[{_INVISIBLE}]+")
_OFTEN = (
    "，：；！？（）％\u3000\u00a0\r\t"  # each replaced in a pass of its own: faster than looking up every character
)


def _forms() -> dict[str, str]:
    """Full-width forms, CJK compatibility punctuation and traditional unit words, each to one character."""
    forms = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    forms |= (
        dict(zip("[]［］", "()()", strict=True))
        | dict.fromkeys("\u3000\u00a0\u2009\u202f\u2007\t", " ")
        | dict.fromkeys("\u2212\u2010\u2011", "-")
    )
    return forms | dict(zip("﹪٪﹒﹐﹑\r", "%%.,、\n", strict=True)) | _TRADITIONAL


_FORMS = _forms()
_SELDOM = re.compile("[" + "".join(re.escape(form) for form in _FORMS if form not in _OFTEN) + "\ud800-\udfff]")
_UNUSUAL = re.compile(f"{_SELDOM.pattern[:-1]}{_INVISIBLE}]")  # most texts have none of them


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` for reading; `origin` and `end` lead from its offsets to the original's."""

    text: str
    cuts: tuple[int, ...] = ()  # offsets in `text` before which something was left out
    shifts: tuple[int, ...] = ()  # how much was left out in all, up to each cut

    def origin(self, offset: int) -> int:
        """The original offset of the character at `offset`."""
        if not self.cuts:
            return offset
        index = bisect_right(self.cuts, offset)
        return offset + (self.shifts[index - 1] if index else 0)

    def end(self, offset: int) -> int:
        """The original end of a stretch that ends before `offset`."""
        return self.origin(offset - 1) + 1 if offset else 0


def _omissions(text: str, unusual: bool) -> list[tuple[int, int]]:
    """Spans to leave out: invisible characters, if there are unusual ones, and line ends within a sentence."""
    spans = [match.span() for match in _SKIP.finditer(text)] if unusual and not text.isascii() else []
    at = text.find("\n")
    while at >= 0:
        start = at
        while start and text[start - 1] in " \t\u3000":
            start -= 1
        if (
            start
            and _BREAKS_OFF.match(text, start - 1)
            and (rest := _GOES_ON.match(text, at))
            and _runs_on(text, start)
            and not (text.rfind("\n", 0, start) < 0 and _OPENS.match(text, at))
        ):
            spans.append((start, rest.end()))
        at = text.find("\n", at + 1)
    return sorted(spans)


def _runs_on(text: str, end: int) -> bool:
    """Whether the line that ends at `end` breaks off within a sentence: it is long and has inner punctuation."""
    start = text.rfind("\n", max(0, end - 2000), end) + 1
    line = text[start:end]
    return len(line) >= 24 and ("，" in line or "," in line or "。" in line or "、" in line)


def fold(text: str) -> Folded:
    """`text` with forms folded one to one, invisible characters and line ends within sentences left out."""
    unusual = _UNUSUAL.search(text) is not None
    spans = _omissions(text, unusual)
    folded = text
    for form in _OFTEN:
        folded = folded.replace(form, _FORMS[form])
    if unusual:  # a lone surrogate is no character
        folded = _SELDOM.sub(lambda match: _FORMS.get(match[0], "\ufffd"), folded)
    if not spans:
        return Folded(folded)
    pieces, cuts, shifts = [], [], []
    position = kept = gone = 0
    for start, end in spans:
        if start < position:
            continue
        pieces.append(folded[position:start])
        kept += start - position
        gone += end - start
        cuts.append(kept)
        shifts.append(gone)
        position = end
    pieces.append(folded[position:])
    return Folded("".join(pieces), tuple(cuts), tuple(shifts))
