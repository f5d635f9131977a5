"""Wide tables, a figure a cell, as long ones, a figure a row, by a mapping that says what each column holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

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
