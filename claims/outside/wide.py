"""Wide tables, a figure a cell, as long ones, a figure a row, by a mapping that says what each column holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from claims.claim import Claim
from claims.exact_json import as_decimal
from claims.outside.cells import Cell
from claims.outside.records import Record, Records
from claims.readers.problems import Unreadable

Fields = Mapping[str, Any]
# What stands for no figure in a cell: a dash, dots, a blank (国家统计局: “…”表示数据不足, “空格”表示无该项数据).
NOTHING = re.compile(r"[-–—－…\.·/\s]*|N/?A|nan|无|不详", re.IGNORECASE)


def as_long(records: Records, mapping: Fields) -> Records:
    """The table with a row for each figure; without a mapping as it is.

    `mapping["columns"]` gives for each column of figures the fields of its claims (measure, unit, period …); every
    other key is a field whose value is the name of a column or, where there is no such column, itself. Raises
    Unreadable for a column that the table does not have.
    """
    columns = mapping.get("columns", {})
    if not columns and not mapping:
        return records
    if not columns:
        return _renamed(records, mapping)
    fixed = {name: str(value) for name, value in mapping.items() if name != "columns"}
    wanted = {str(name).strip().lower(): dict(said) for name, said in columns.items()}
    for name in wanted:
        if name not in records.columns:
            there = "、".join(records.columns)
            raise Unreadable(
                f"crossfoot.toml 的 [tables] 说有“{name}”列，表里没有（现有：{there}）。",
                f"[tables] in crossfoot.toml names the column “{name}”, which the table lacks (there are: {there}).",
            )
    rows = tuple(row for record in records.rows for row in _figures(record, fixed, wanted))
    names = dict.fromkeys(name for row in rows for name in row.cells)
    return Records(records.path, tuple(names) or records.columns, rows)


def _renamed(records: Records, mapping: Fields) -> Records:
    """A long table whose columns have other names, or lack a field that is the same in all rows."""
    fixed = {name: str(value) for name, value in mapping.items()}
    rows = tuple(Record(row.number, {**row.cells, **_fields(row, fixed)}) for row in records.rows)
    return Records(records.path, tuple(dict.fromkeys((*fixed, *records.columns))), rows)


def _figures(record: Record, fixed: Mapping[str, str], wanted: Mapping[str, Fields]) -> Iterator[Record]:
    shared = _fields(record, fixed)
    for name, said in wanted.items():
        cell = record.cells.get(name)
        if cell is None or (isinstance(cell, str) and NOTHING.fullmatch(cell.strip())):
            continue
        yield Record(record.number, {**shared, **{key: str(value) for key, value in said.items()}, "value": cell})


def _fields(record: Record, fixed: Mapping[str, str]) -> dict[str, Cell]:
    return {name: record.cells.get(value.strip().lower(), value) for name, value in fixed.items()}


def by_headings(path: str) -> Records:
    """The figures of a statistical table, read by its headings, a row each; raises Unreadable.

    The title of the table is their source.
    """
    from claims import readers
    from claims.tables import table_claims

    rows: list[Record] = []
    for document in readers.read(path, kind="table"):
        if document.error is not None:
            raise Unreadable(document.error.zh, document.error.en)
        source = document.title or (document.tables[0].caption.split("\n")[0] if document.tables else "")
        rows += (_record(claim, source) for claim in table_claims(document))
    names = dict.fromkeys(name for row in rows for name in row.cells)
    return Records(path, tuple(names), tuple(rows))


def _record(claim: Claim, source: str) -> Record:
    said = {
        name: getattr(claim, name)
        for name in ("measure", "place", "place_name", "period", "base_period", "unit", "kind")
    }
    ends = {"low": claim.asserted.low, "high": claim.asserted.high}
    exact = {name: None if end is None else as_decimal(end) for name, end in ends.items()}
    return Record(claim.line, {**said, "value": claim.value, **exact, "text": claim.text, "source": source})
