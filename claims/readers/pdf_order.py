"""The reading order of the lines of a page: columns from left to right, what spans them in its place between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise
from statistics import median

_FEW = 3  # lines that make a column
_SPANNING = 0.35  # of the lines at most may cross a gutter
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its box in points, its page, its place on it (0 foot, 1 top), and the column it stands in."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int
    place: float
    column: int = 0
    column_left: float = 0
    column_right: float = 0
    pitch: float = 0  # usual distance from line to line in the column
    row: bool = False  # cells of a table, parted by tabs

    @property
    def height(self) -> float:
        """The height of its characters."""
        return self.top - self.bottom


def ordered(fragments: Sequence[Line]) -> list[Line]:
    """The lines in reading order, with their columns."""
    columns: list[list[Line]] = []
    _divide(list(fragments), columns, 0)
    lines: list[Line] = []
    page = fragments[0].page * 10_000 if fragments else 0
    for number, column in enumerate(columns):
        rows = _rows(column)
        pitches = [above.bottom - below.bottom for above, below in pairwise(rows)]
        height = median(line.height for line in rows)
        left = -_edge([-line.left for line in rows], height)
        right = _edge([line.right for line in rows], height)
        pitch = median(pitches) if pitches else 0
        lines += [replace(r, column=page + number, column_left=left, column_right=right, pitch=pitch) for r in rows]
    return lines


def _edge(ends: list[float], height: float) -> float:
    """The outermost place where several lines end: a tenth of them, at least two; without one, the outermost of all."""
    enough = max(2, len(ends) // 10)
    ends = sorted(ends, reverse=True)
    for place, end in enumerate(ends[: len(ends) - enough + 1]):
        if end - ends[place + enough - 1] <= height:
            return end
    return ends[0]


def _divide(lines: list[Line], columns: list[list[Line]], depth: int) -> None:
    """Add the columns that `lines` fall into, in reading order."""
    gutter = _gutter(lines) if depth < _DEPTH else None
    if gutter is None:
        if lines:
            columns.append(lines)
        return
    for band in _bands(lines, gutter):
        left = [line for line in band if line.right <= gutter]
        right = [line for line in band if line.left >= gutter]
        if left and right:
            _divide(left, columns, depth + 1)
            _divide(right, columns, depth + 1)
        else:
            _divide(band, columns, depth + 1 if len(band) < len(lines) else _DEPTH)


def _bands(lines: list[Line], gutter: float) -> list[list[Line]]:
    """The lines from top to bottom in bands: those that cross the gutter apart from those beside it."""
    bands: list[list[Line]] = []
    crossing_before: bool | None = None
    for line in sorted(lines, key=lambda each: -(each.top + each.bottom)):
        crossing = line.left < gutter < line.right
        if crossing != crossing_before:
            bands.append([])
        bands[-1].append(line)
        crossing_before = crossing
    return bands


def _gutter(lines: list[Line]) -> float | None:
    """The middle of the emptiest vertical strip that parts two columns of prose; None in a single column.

    Cells of a table do not make columns: on either side the lines must be long and fill their side.
    """
    if len(lines) < 2 * _FEW:
        return None
    height = median(line.height for line in lines)
    best: tuple[int, float] | None = None
    for start, end in _strips(lines, height):
        middle = (start + end) / 2
        left = [line for line in lines if line.right <= middle]
        right = [line for line in lines if line.left >= middle]
        crossing = len(lines) - len(left) - len(right)
        if crossing > _SPANNING * len(lines) or not (_is_column(left, height) and _is_column(right, height)):
            continue
        if best is None or crossing < best[0]:
            best = (crossing, middle)
    return best[1] if best else None


def _strips(lines: list[Line], height: float) -> list[tuple[float, float]]:
    """Vertical strips at least half a character wide that few lines cross: between right ends and left beginnings."""
    step = max(height / 2, 1.0)
    low = min(line.left for line in lines)
    count = min(int((max(line.right for line in lines) - low) / step) + 1, 2000)
    crossing = [0] * (count + 2)
    for line in lines:
        first, last = int((line.left - low) / step), int((line.right - low) / step)
        crossing[min(max(first, 0), count)] += 1
        crossing[min(max(last, 0), count) + 1] -= 1
    levels = list(accumulate(crossing[: count + 1]))
    few = _SPANNING * len(lines)
    strips: list[tuple[float, float]] = []
    for crossed, places in groupby(range(count + 1), key=lambda place: levels[place] <= few):
        if crossed:
            begin, end = _emptiest(levels, list(places))
            strips.append((low + begin * step, low + end * step))
    return [strip for strip in strips if strip[0] > low]


def _emptiest(levels: list[int], places: list[int]) -> tuple[int, int]:
    """The longest run of places, end excluded, that the fewest lines cross."""
    least = min(levels[place] for place in places)
    runs = [list(run) for low, run in groupby(places, key=lambda place: levels[place] == least) if low]
    longest = max(runs, key=len)
    return longest[0], longest[-1] + 1


def _is_column(lines: list[Line], height: float) -> bool:
    if len(lines) < _FEW:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    typical = median(line.right - line.left for line in lines)
    return typical > 6 * height and typical > width / 4  # the side may itself hold two or three columns


def _rows(column: list[Line]) -> list[Line]:
    """The lines of a column from top to bottom; fragments on one level become one line, cells parted by tabs."""
    rows: list[list[Line]] = []
    for line in sorted(column, key=lambda each: -(each.top + each.bottom)):
        middle = (line.top + line.bottom) / 2
        if rows and rows[-1][0].bottom < middle < rows[-1][0].top:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_merged(sorted(row, key=lambda each: each.left)) for row in rows]


def _merged(row: list[Line]) -> Line:
    first = row[0]
    if len(row) == 1:
        return first
    text, right, cells = first.text, first.right, False
    for line in row[1:]:
        gap = line.left - right
        apart = gap > 1.2 * first.height
        cells = cells or apart
        spaced = gap > 0.2 * first.height and text[-1:].isascii() and line.text[:1].isascii()
        text += ("\t" if apart else " " if spaced else "") + line.text
        right = max(right, line.right)
    return replace(first, text=text, right=right, row=cells)
