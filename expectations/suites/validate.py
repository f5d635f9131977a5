"""Validation of a table from outside before it is used: which of its rows may be, or why none of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claims.bilingual import Bilingual
from claims.outside.cells import Misread
from claims.outside.records import Record, Records
from claims.table import Fault
from expectations.suites.contract import KEY, READABLE, SETS, Promise, promises
from expectations.suites.readers import READERS

if TYPE_CHECKING:
    import pandas as pd

ROW = "crossfoot_row"  # the column that carries the number of each row through the validation


class ValidatorFailed(Exception):
    """Great Expectations itself raised an exception; `what` is its message."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be used of a table: its good rows; the rows left out; and what refuses it whole, if anything does."""

    good: Records
    refused: tuple[Fault, ...] = ()
    whole: tuple[Bilingual, ...] = ()


def validate(records: Records, kind: str) -> Verdict:
    """The verdict of the contract's suite on a `claims` or `reference` table; raises ValidatorFailed."""
    made = list(promises(kind, records.columns))
    broken = run(made, frame_of(records))
    whole = tuple(dict.fromkeys(promise.words for promise, _ in broken if promise.level == "table"))
    if whole:
        return Verdict(replace(records, rows=()), (), whole)
    by_number = {row.number: row for row in records.rows}
    first: dict[tuple[str, ...], int] = {}  # the row that first says what others repeat
    for row in records.rows:
        first.setdefault(_said(row), row.number)
    faults: dict[int, Fault] = {}
    for promise, numbers in broken:
        for number in _kept_once(promise, [one for one in numbers if one not in faults], by_number):
            faults.setdefault(number, _fault(by_number[number], promise, records.path, first))
    good = tuple(row for row in records.rows if row.number not in faults)
    return Verdict(replace(records, rows=good), tuple(faults[number] for number in sorted(faults)))


def frame_of(records: Records) -> pd.DataFrame:
    """The table as a DataFrame of its cells; blank ones are None, those of sets and keys text."""
    import pandas as pd

    rows = [
        {name: _cell(name, row.cells.get(name)) for name in records.columns} | {ROW: row.number} for row in records.rows
    ]
    return pd.DataFrame(rows, columns=[*records.columns, ROW], dtype=object)


def _cell(name: str, cell: Any) -> Any:
    if cell is None or cell != cell or (isinstance(cell, str) and not cell.strip()):
        return None
    if type(cell) is str:
        return cell.strip()
    return str(cell) if name in SETS else cell


def run(made: Sequence[Promise], frame: pd.DataFrame) -> list[tuple[Promise, list[int]]]:
    """The promises that the table breaks, each with the numbers of its rows; raises ValidatorFailed."""
    from expectations.suites.engine import validated

    found = []
    for promise, result in zip(made, validated(made, frame, ROW), strict=True):
        raised = _raised(result.exception_info)
        if raised and not _missing_column(promise, frame):
            raise ValidatorFailed(raised)
        if not result.success:
            places = result.result.get("unexpected_index_list") or []
            found.append((promise, sorted({int(place[ROW]) for place in places})))
    return found


def _missing_column(promise: Promise, frame: pd.DataFrame) -> bool:
    """Whether GX raised because a column is missing, which the expectation that it exist says in words."""
    return promise.column not in frame.columns


def _raised(info: Mapping[str, Any]) -> str:
    """The message of an exception inside GX, which may be nested a level deeper; empty if there was none."""
    if info.get("raised_exception"):
        return str(info.get("exception_message"))
    for inner in info.values():
        if isinstance(inner, Mapping) and inner.get("raised_exception"):
            return str(inner.get("exception_message"))
    return ""


def _kept_once(promise: Promise, numbers: Sequence[int], rows: Mapping[int, Record]) -> Iterator[int]:
    """The rows to leave out; of rows that repeat one another with the same value the first is kept."""
    if promise.type != "expect_compound_columns_to_be_unique":
        yield from numbers
        return
    seen: dict[tuple[str, ...], list[int]] = {}
    for number in numbers:
        seen.setdefault(tuple(str(rows[number].cells.get(name)) for name in KEY), []).append(number)
    for group in seen.values():
        values = {str(rows[number].cells.get("value")).strip() for number in group}
        yield from group[1:] if len(values) == 1 else group if len(group) > 1 else ()


def _fault(row: Record, promise: Promise, table: str, first: Mapping[tuple[str, ...], int]) -> Fault:
    column = promise.column
    cell = row.cells.get(column)
    reason = promise.words
    if promise.type == "expect_compound_columns_to_be_unique" and first[_said(row)] < row.number:
        number = first[_said(row)]
        reason = Bilingual(f"与第 {number} 行重复，只用一次。", f"It repeats row {number}, which is used once.")
    if promise.type == "expect_column_values_to_be_readable":
        try:
            READERS[READABLE[column]](cell)
        except Misread as error:
            reason = error.reason
    return Fault(table, row.number, column, "" if cell is None else str(cell)[:60], reason)


def _said(row: Record) -> tuple[str, ...]:
    """What the row says, in words, by which one that repeats another is known."""
    return tuple(str(row.cells[name]).strip() if name in row.cells else "" for name in (*KEY, "value"))
