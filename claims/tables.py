"""Statistical tables of a document as claims: measure, place, period and unit come from the headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims import hedges, totals
from claims import period as periods
from claims.claim import Claim
from claims.document import Cell, Document, Table
from claims.lines import line_and_column, line_starts
from claims.stretches import Stretch, name, stretches
from claims.table_cells import Printed, printed
from claims.zh import measure
from claims.zh.headings import ScaledUnit, official, scaled, unit_of
from claims.zh.table_words import DIVIDED, Heading, caption, heading


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a table with its place in the grid and what its headings say together."""

    row: int
    column: int
    claim: Claim
    total_of_row: str  # `grand`, `sub`, `part` or empty: whether its row is a total
    total_of_column: str
    group: str  # the upper headings of its column, which totals of columns stay within
    division: int = 0  # above 0 for rows below one that says 按…分: the parts of the first row, divided once more


def table_claims(document: Document, area: str = "") -> list[Claim]:
    """The claims of the tables of a document in the order of its text; `area` is what the article is about."""
    found: list[Claim] = []
    lines, names = line_starts(document.text), dict[str, int]()
    for table in document.tables:
        found += totals.with_totals(list(_entries(document, table, area, lines, names)))
    return sorted(found, key=lambda claim: claim.start)


def spans(document: Document) -> list[tuple[int, int]]:
    """The stretches of the text that tables take up, in order and apart."""
    found = []
    for table in document.tables:
        cells = [cell for row in table.rows for cell in row if cell.end > cell.start]
        if cells:
            found.append((min(cell.start for cell in cells), max(cell.end for cell in cells)))
    return sorted(found)


def _entries(document: Document, table: Table, area: str, lines: list[int], names: dict[str, int]) -> Iterator[Entry]:
    about = _about(document, table, area)
    top, left = _header_size(table)
    columns = [_column(document, table, top, column, about) for column in range(len(table.rows[0]))]
    columns = [_settled(one, [row[number] for row in table.rows[top:]]) for number, one in enumerate(columns)]
    columns = _completed(columns, left)
    groups = ["\x1f".join(row[column].text for row in table.rows[: max(top - 1, 0)]) for column in range(len(columns))]
    seen: set[int] = set()
    division = 0
    units = [number for number, one in enumerate(columns) if one.role == "unit"]
    for number, cells in enumerate(table.rows[top:], top):
        rows = stretches(document.text, [cell for cell in cells if cell.start not in seen])
        if DIVIDED.match(cells[0].text) and not any(printed(cell) for cell in cells[left:]):
            division += 1
        labels = _row(document, cells[:left], columns[:left], about)
        if units and (unit := unit_of(cells[units[0]].text)).known is not None:
            labels = replace(labels, unit=unit)
        for column, cell in enumerate(cells):
            figure = None if column < left or columns[column].role or cell.start in seen else printed(cell)
            if figure is None:
                continue
            stretch = rows[cell.start]
            where = *line_and_column(lines, figure.start), name(document.path, stretch, figure.start, names)
            claim = _claim(document, figure, labels, columns[column], about, stretch, where)
            yield Entry(number, column, claim, labels.total, columns[column].total, groups[column], division)
        seen.update(cell.start for cell in cells if cell.end > cell.start)


def _about(document: Document, table: Table, area: str) -> Heading:
    """What holds for the whole table: its caption, then what the document says."""
    said = caption(table.caption, document.published, area)
    title = caption(document.title, document.published, area) if document.title else Heading()
    return Heading(
        said.measure or (title.measure if len(document.tables) == 1 else ""),
        said.period or title.period,
        said.place or title.place or area,
        said.place_name or title.place_name,
        said.unit or title.unit,
    )


def _header_size(table: Table) -> tuple[int, int]:
    """How many rows at the top and columns at the left are headings."""
    rows = table.rows
    top = next((number for number, row in enumerate(rows) if not all(cell.header for cell in row)), len(rows))
    top = min(top, max(len(rows) - 1, 0))
    body = rows[top:]
    left = 0
    while left < len(rows[0]) and all(row[left].header for row in body):
        left += 1
    return top, min(left, len(rows[0]) - 1) if len(rows[0]) > 1 else 0


def _column(document: Document, table: Table, top: int, column: int, about: Heading) -> Heading:
    """What the headings above a column say together, the lower ones filling in."""
    said = [table.rows[row][column].text for row in range(top)]
    return _joined([heading(text, document.published, about.period, about.place) for text in dict.fromkeys(said)])


def _settled(column: Heading, cells: Sequence[Cell]) -> Heading:
    """A column headed 单位 holds units only if its cells are some; else it names organisations."""
    if column.role == "unit" and not any(unit_of(cell.text).known for cell in cells):
        return replace(column, role="")
    return column


def _row(document: Document, labels: Sequence[Cell], columns: Sequence[Heading], about: Heading) -> Heading:
    read = [
        heading(cell.text, document.published, about.period, about.place)
        for cell, column in zip(labels, columns, strict=True)
        if not column.role
    ]
    return _joined(read)


def _joined(said: list[Heading]) -> Heading:
    """Headings one inside the other as one: measures joined, the last of everything else."""
    found = Heading()
    for one in said:
        found = Heading(
            found.measure + one.measure if one.measure not in found.measure else found.measure,
            one.period or found.period,
            one.place or found.place,
            one.place_name or found.place_name,
            one.unit or found.unit,
            one.kind or found.kind,
            one.comparison or found.comparison,
            one.total or found.total,
            one.role or found.role,
            one.rate or found.rate,
        )
    return found


def _completed(columns: list[Heading], left: int) -> list[Heading]:
    """Columns of growth and shares with measure and period of the levels on their left, where they name none.

    Of several levels (2023年, 2022年, 同比) the latest is the one that has grown.
    """
    levels: list[Heading] = []
    found = []
    closed = False
    for number, one in enumerate(columns):
        if number >= left and one.kind:
            latest = max(levels, key=_last_day, default=Heading())
            one = replace(one, measure=one.measure or latest.measure, period=one.period or latest.period)
            closed = True
        elif number >= left:
            levels = [one] if closed else [*levels, one]
            closed = False
        found.append(one)
    return found


def _last_day(heading: Heading) -> str:
    ends = periods.bounds(heading.period)
    return ends[1].isoformat() if ends else ""


def _claim(
    document: Document,
    found: Printed,
    row: Heading,
    column: Heading,
    about: Heading,
    stretch: Stretch,
    where: tuple[int, int, str],
) -> Claim:
    figure, start, end = found.figure, found.start, found.end
    text = document.text[start:end]
    unit = _unit(text, row, column, about)
    kind = _kind(row, column, unit)
    value, resolution = scaled(figure.value, unit.factor), scaled(figure.resolution, unit.factor)
    bound = "rounded" if not figure.whole or unit.dimension in ("percent", "percentage_point") else (
        "count" if unit.counted and not figure.scaled else "whole"
    )  # fmt: skip
    asserted, implied = hedges.asserted(value, resolution, bound), hedges.implied(value, resolution, bound)
    words = row.measure + column.measure if column.measure not in row.measure else row.measure
    words = words or about.measure
    period = row.period or column.period or about.period
    place = row.place or column.place or about.place
    comparison = column.comparison or row.comparison
    return Claim(
        claim_id=where[2],
        document=document.path,
        start=start,
        end=end,
        line=where[0],
        column=where[1],
        text=text,
        sentence=stretch.words,
        section="table",
        value=-value if found.negative else value,
        asserted=-asserted if found.negative else asserted,
        implied=-implied if found.negative else implied,
        resolution=resolution,
        unit=unit.word,
        dimension=unit.dimension,
        kind=kind,
        measure=words,
        measure_key=measure.key(words, unit.dimension),
        place=place,
        place_name=row.place_name or column.place_name or about.place_name or official(place),
        period=period,
        base_period=periods.base_of(period, comparison or "year_on_year") if kind in _CHANGES else "",
        comparison=comparison if kind in _CHANGES else "",
        rule="table",
        sentence_start=stretch.start,
        inferred=tuple(
            name
            for name, said in (("period", row.period or column.period), ("place", row.place or column.place))
            if not said
        ),
    )


_CHANGES = ("relative_change", "point_change", "absolute_change")


def _unit(text: str, row: Heading, column: Heading, about: Heading) -> ScaledUnit:
    """The unit of a figure: its own, else that of its row or column, else that of the table; growth is in percent."""
    if text.endswith(("%", "％")):
        return unit_of("%")
    if column.kind in ("change", "share") and column.unit is None and row.unit is None:
        return unit_of("%")
    if row.unit is not None and column.unit is not None and column.kind:
        return column.unit
    chosen = row.unit or column.unit or about.unit
    return chosen if chosen is not None else ScaledUnit("")


def _kind(row: Heading, column: Heading, unit: ScaledUnit) -> str:
    said = column.kind or row.kind
    if unit.dimension == "percentage_point":
        return "point_change"
    if said == "absolute_change" or (said == "change" and unit.dimension != "percent"):
        return "absolute_change"
    if unit.dimension == "percent":
        return "relative_change" if said == "change" else "share"
    if row.rate or column.rate or "/" in unit.dimension:
        return "rate"
    return "amount" if unit.known is not None and not unit.known.counted else "count"
