"""From the characters of PDF pages to paragraphs: lines in reading order, joined where a paragraph goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from claims.readers.pdf_order import Line, ordered
from claims.readers.pdf_radicals import repaired

__all__ = ["Line", "Paragraph", "joined", "lines_of"]
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…—·]")
_ENDS_SENTENCE = re.compile(r"[。！？.!?：:；;][”’」』\"')）]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and from which of its offsets on it stands on which page. A `row` is a line of table cells."""

    text: str
    pages: tuple[tuple[int, int], ...]
    row: bool = False


@dataclass(slots=True)
class _Box:
    char: str
    left: float
    bottom: float
    right: float
    top: float


def lines_of(words: Any, height: float, page: int) -> list[Line]:
    """The lines of a page in reading order, from its pdfium text page."""
    fragments: list[Line] = []
    current: list[_Box] = []
    for box in _boxes(words):
        if box.char == "\n" or (current and not _continues(current[-1], box)):
            fragments += _fragment(current, height, page)
            current = []
        if box.char == "\n" or (current and _is_raised(current, box)):
            continue
        current.append(box)
    return ordered(fragments + _fragment(current, height, page))


def joined(lines: Iterator[Line]) -> Iterator[Paragraph]:
    """The paragraphs; a line end inside one is nothing between Chinese characters, else a space."""
    group: list[Line] = []
    for line in lines:
        if group and _begins_paragraph(group[-1], line):
            yield _paragraph(group)
            group = []
        group.append(line)
    if group:
        yield _paragraph(group)


def _boxes(words: Any) -> Iterator[_Box]:
    """The characters in the order of the page's content, line ends as `\\n`, invisible ones left out."""
    from pypdfium2 import raw

    rect = raw.FS_RECTF()
    for index in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words, index)
        if code in (0, 0x0D, 0xFFFE, 0xFFFF) or not raw.FPDFText_GetLooseCharBox(words, index, rect):
            continue
        if code == 2:  # pdfium's mark for a hyphen at a line's end
            code = 0x2D
        if 0xD800 <= code < 0xE000:  # half of a character; such characters come whole as well or not at all
            continue
        yield _Box("\n" if code == 0x0A else repaired(chr(code)), rect.left, rect.bottom, rect.right, rect.top)


def _continues(last: _Box, box: _Box) -> bool:
    """Whether the character stands on the line of the last one, not far behind it."""
    height = max(last.top - last.bottom, 0.1)
    overlap = min(last.top, box.top) - max(last.bottom, box.bottom)
    if box.char.isspace():
        return True
    shorter = max(min(height, box.top - box.bottom), 0.1)
    return overlap >= 0.5 * shorter and -0.5 * height <= box.left - last.right <= 1.5 * height


def _is_raised(line: Sequence[_Box], box: _Box) -> bool:
    """Whether a small raised digit is a footnote's number, which is no part of the figure before it."""
    first = max(line[-8:], key=lambda other: other.top - other.bottom)
    height = first.top - first.bottom
    small = box.top - box.bottom < 0.75 * height and box.bottom > first.bottom + 0.25 * height
    return small and box.char in "0123456789[]*" and not (line[-1].char.isascii() and line[-1].char.isalpha())


def _fragment(boxes: Sequence[_Box], height: float, page: int) -> list[Line]:
    text = "".join(box.char for box in boxes).strip()
    filled = [box for box in boxes if not box.char.isspace()]
    if not filled:
        return []
    bottom, top = median(box.bottom for box in filled), median(box.top for box in filled)
    left, right = min(box.left for box in filled), max(box.right for box in filled)
    middle = (top + bottom) / 2 / height if height > 0 else 0.5
    return [Line(text, left, right, bottom, max(top, bottom + 0.1), page, middle)]


def _begins_paragraph(last: Line, line: Line) -> bool:
    height = max(last.height, 0.1)
    if last.row or line.row or abs(line.height - last.height) > 0.15 * height:
        return True
    indent = line.left - line.column_left > 0.8 * height
    ends = bool(_ENDS_SENTENCE.search(last.text))
    early = last.column_right - last.right
    short = early > 2.2 * height if _WIDE.match(last.text[-1]) else early > 4 * height and ends
    if last.column != line.column:
        return indent or short or ends
    if last.bottom - line.bottom > 1.35 * max(line.pitch, 0.5 * height):
        return True
    # Two characters are how Chinese begins a paragraph; any other indent shared by both lines is a quotation's.
    chinese = 1.4 * height < line.left - line.column_left < 2.4 * height and _WIDE.search(line.text) is not None
    return short or (indent and (chinese or abs(line.left - last.left) > 0.5 * height))


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    text = ""
    pages: list[tuple[int, int]] = []
    for line in lines:
        if text:
            text = _glued(text, line.text)
        if not pages or pages[-1][1] != line.page:
            pages.append((len(text), line.page))
        text += line.text
    return Paragraph(text, tuple(pages), lines[0].row)


def _glued(text: str, following: str) -> str:
    """The text as it must end for `following` to be appended: a space between words, none in Chinese."""
    before, after = text[-1], following[0]
    if _WIDE.match(before) or _WIDE.match(after) or before in "-‐":
        return text
    figures = before in "0123456789.,%" and after in "0123456789.,%"
    chinese = len(_WIDE.findall(text[-40:])) > len(text[-40:]) * 0.3
    return text if figures and chinese else text + " "
