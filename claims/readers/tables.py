"""Tables of any format: spans repeated, headers told from figures, captions and unit notes found beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.document import Cell

_FIGURE = re.compile(
    r"[-+−–—(（]?\s*[¥￥$€£]?\s*\d[\d,，.．\s]*\s*(?:[万亿]|万亿|百万|千)?[元人个宗起件%％‰倍]*\s*[)）]?[*＊※①-⑳]*"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:年|年度)?")
_SERIAL = re.compile(r"序号|编号|排名|No\.?|#|rank", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:附?表|图表|Table)\s*[\d一二三四五六七八九十]|[(（]?(?:计量)?单位\s*[:：]|[(（]?units?\s*[:：]", re.IGNORECASE
)
_UNIT_NOTE = re.compile(r"[(（]?(?:计量)?单位\s*[:：]|[(（]?units?\s*[:：]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as its format gives it: one line of text without tabs, and how many rows and columns it spans."""

    text: str
    header: bool = False
    rowspan: int = 1
    colspan: int = 1


def one_line(text: str) -> str:
    """The words of a cell on one line."""
    return " ".join(text.split())


def laid_out(
    rows: Sequence[Sequence[RawCell]], placed: Sequence[Sequence[Cell]], most: int
) -> tuple[tuple[Cell, ...], ...] | None:
    """The grid of a table, rows of equal length, spanned cells repeated; None when it has more than `most` cells."""
    grid: list[dict[int, Cell]] = [{} for _ in rows]
    count = 0
    for number, row in enumerate(rows):
        column = 0
        for raw, cell in zip(row, placed[number], strict=True):
            while column in grid[number]:
                column += 1
            for down in range(min(max(raw.rowspan, 1), len(rows) - number)):
                for right in range(max(raw.colspan, 1)):
                    grid[number + down].setdefault(column + right, cell)
                    count += 1
                    if count > most:
                        return None
    width = max((max(row, default=-1) + 1 for row in grid), default=0)
    if width * len(rows) > most:
        return None
    filled = []
    for number, line in enumerate(grid):
        end = placed[number][-1].end if placed[number] else max((cell.end for cell in line.values()), default=0)
        filled.append(tuple(line.get(column, Cell("", end, end)) for column in range(width)))
    return with_headers(tuple(filled)) if width else ()


def with_headers(grid: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """The grid with `header` set on column heads and row labels: cells that the format marks, else those above and
    left of the figures."""
    top = _header_rows(grid)
    left = _header_columns(grid, top)
    return tuple(
        tuple(
            cell
            if cell.header == (marked := cell.header or row < top or column < left)
            else replace(cell, header=marked)
            for column, cell in enumerate(cells)
        )
        for row, cells in enumerate(grid)
    )


def is_figure(text: str) -> bool:
    """Whether a cell holds a number rather than a label or a placeholder."""
    return bool(_FIGURE.fullmatch(text.strip()))


def caption_start(text: str) -> int:
    """Where, at the end of `text`, the caption of the table that follows begins: up to two short lines; -1 without."""
    end = len(text.rstrip())
    begin = text.rfind("\n", 0, end) + 1
    last = text[begin:end]
    if not _short(last) or not _CAPTION.search(last):
        return -1
    if _UNIT_NOTE.match(last.strip()):
        above_end = len(text[:begin].rstrip())
        above = text.rfind("\n", 0, above_end) + 1
        if above_end and _short(text[above:above_end]):
            begin = above
    return begin + len(text[begin:end]) - len(text[begin:end].lstrip())


def _short(line: str) -> bool:
    return 0 < len(line.strip()) <= 60 and not line.rstrip().endswith(("。", "；", "，")) and "\t" not in line


def _header_rows(grid: tuple[tuple[Cell, ...], ...]) -> int:
    """How many rows from the top hold no figure but years; at least the first one when that leaves none below."""
    marked = 0
    while marked < len(grid) and all(cell.header for cell in grid[marked]):
        marked += 1
    if 0 < marked < len(grid):
        return marked
    for number, row in enumerate(grid):
        if any(is_figure(cell.text) and not _YEAR.fullmatch(cell.text.strip()) for cell in row):
            return number
    return min(1, len(grid))


def _header_columns(grid: tuple[tuple[Cell, ...], ...], top: int) -> int:
    """How many columns from the left hold labels only: no figure but years or serial numbers."""
    body = grid[top:]
    if not body:
        return 0
    left = 0
    for column in range(len(grid[0])):
        figures = [row[column].text.strip() for row in body if is_figure(row[column].text)]
        serial = top > 0 and _SERIAL.fullmatch(grid[top - 1][column].text.strip())
        years = column == left and all(_YEAR.fullmatch(text) for text in figures)
        if figures and not serial and not (years and len(grid[0]) > 1):
            break
        left += 1
    return left if left < len(grid[0]) else 1
