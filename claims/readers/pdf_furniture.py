"""Running heads, feet and page numbers: what stands apart at the edge of a page and comes back on the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from claims.readers.pdf_order import Line

_PAGE_NUMBER = re.compile(
    r"[-—–·.\s]*(?:第\s*|Page\s*|P\.?\s*)?\d{1,4}(?:\s*页)?(?:\s*(?:/|of|共)\s*\d{1,4}(?:\s*页)?)?[-—–·.\s]*",
    re.IGNORECASE,
)
_EDGE = 0.13  # of the page's height: where running heads and feet stand
_DEEP = 3  # lines that a head or foot has at most


def without_furniture(pages: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """The lines of all pages without page numbers and without heads and feet that repeat from page to page.

    Lines parted from the body by a gap may differ in their numbers; those close to it must repeat to the letter.
    """
    apart, close = [], []
    for lines in pages:
        edges = [_edge(lines, top=True), _edge(lines, top=False)]
        apart.append({id(line) for edge, isolated in edges if isolated for line in edge})
        close.append({id(line) for edge, isolated in edges if not isolated for line in edge})
    shapes = Counter(_shape(line) for lines, ids in zip(pages, apart, strict=True) for line in lines if id(line) in ids)
    words = Counter(line.text for lines, ids in zip(pages, close, strict=True) for line in lines if id(line) in ids)
    often = max(2, (len(pages) + 1) // 3)
    for lines, isolated, near in zip(pages, apart, close, strict=True):
        for line in lines:
            if id(line) in isolated:
                numbered = len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.text.strip())
                if numbered or shapes[_shape(line)] >= often:
                    continue
            elif id(line) in near and words[line.text] >= often:
                continue
            yield line


def _edge(lines: Sequence[Line], *, top: bool) -> tuple[list[Line], bool]:
    """The outermost lines at the top or foot up to a wide gap, and True; without a gap the outermost, and False."""
    outside = [line for line in lines if (line.place > 1 - _EDGE if top else line.place < _EDGE)]
    if not outside or len(lines) < 2:
        return [], False
    ranked = sorted(lines, key=lambda line: line.place, reverse=top)
    levels: list[list[Line]] = []
    for line in ranked:
        if levels and abs(levels[-1][0].place - line.place) < 0.004:
            levels[-1].append(line)
        else:
            levels.append([line])
    gaps = [abs(a[0].place - b[0].place) for a, b in pairwise(levels)]
    usual = median(gaps) if gaps else 0
    block: list[Line] = []
    for level, gap in zip(levels[:_DEEP], gaps, strict=False):
        if not all(line in outside for line in level):
            break
        block += level
        if gap > 1.4 * usual or len(gaps) < 3:
            return block, True
    return (levels[0], False) if levels[0][0] in outside else ([], False)


def _shape(line: Line) -> tuple[str, int]:
    """What repeats of a running head: its words without numbers, at the top or at the foot."""
    return re.sub(r"[\d\s]+", "#", line.text), round(line.place)
