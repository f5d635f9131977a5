"""Rows as CSV that a spreadsheet may open: text never acts as a formula, numbers stay numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from claims.exact_json import digits
from reports.safe import cell

Value = str | int | bool | Decimal | None


def write(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> str:
    """The rows under their column names, RFC 4180 with line feeds; None is empty, booleans `true` and `false`."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return buffer.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return digits(value)
    return str(value) if isinstance(value, int) else cell(value)
