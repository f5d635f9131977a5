"""Tables whose columns fit the console: no figure is split, whole columns give way where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from reports.safe import clean
from reports.wrap import Prose, pieces

_GAP = 3  # cells that rich puts between two columns
_READABLE = 14  # cells below which a column of words is no pleasure


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and its cells, each text or styled text of one or more lines; the highest `spare` gives way first.

    Words wider than `longest` cells, such as an interval, may be cut.
    """

    heading: str
    cells: Sequence[str | Text]
    spare: int = 0
    longest: int = 20


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table under a heading, as wide as it must be and no wider than the console."""

    heading: str
    columns: Sequence[Column]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        columns = [_prepared(column) for column in self.columns]
        while (
            len(columns) > 1
            and _total([_least(c) for c in columns]) > options.max_width
            and any(c.spare for c in columns)
        ):
            columns.remove(max(columns, key=lambda column: column.spare))
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for column, width in zip(columns, _widths(columns, options.max_width), strict=True):
            table.add_column(Prose(Text(column.heading)), width=width)
        for row in zip(*(column.cells for column in columns), strict=True):
            table.add_row(*(Prose(cell) for cell in row if isinstance(cell, Text)))
        if self.heading:
            yield Prose(Text(self.heading, style="bold"))
        yield table


def _prepared(column: Column) -> Column:
    cells = [cell if isinstance(cell, Text) else Text(_clean_lines(cell)) for cell in column.cells]
    return replace(column, heading=clean(column.heading), cells=cells)


def _clean_lines(text: str) -> str:
    return "\n".join(clean(line) for line in text.split("\n"))


def _lines(column: Column) -> list[str]:
    return [line for cell in (column.heading, *column.cells) for line in str(cell).split("\n")]


def _ideal(column: Column) -> int:
    return max(cell_len(line) for line in _lines(column))


def _hard(column: Column) -> int:
    """The width that splits no word of ordinary length."""
    words = [line[start:end] for line in _lines(column) for start, end in pieces(line, column.longest)]
    return max([2, *map(cell_len, words)])


def _least(column: Column) -> int:
    """The width that besides can be read with ease."""
    return max(_hard(column), min(_ideal(column), _READABLE))


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    """Each column as wide as it likes; where that is too much the roomiest give first, down to their words."""
    widths = [_ideal(column) for column in columns]
    for floor in ([_least(c) for c in columns], [_hard(c) for c in columns], [2 for _ in columns]):
        while _total(widths) > width:
            slack = [have - low for have, low in zip(widths, floor, strict=True)]
            if max(slack) <= 0:
                break
            widths[slack.index(max(slack))] -= 1
    return widths
