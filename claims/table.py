"""The claim table as a pandas DataFrame and back: one row a claim, the schema of the published fields stated once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.exact_json import as_decimal
from claims.interval import Interval
from claims.outside import cells
from claims.outside.cells import Misread
from claims.outside.records import Record, Records, of_rows
from claims.outside.row import claim
from claims.rows import BOOLEANS, FIELDS, INTEGERS, NUMBERS, claim_row

if TYPE_CHECKING:
    import pandas as pd

REQUIRED = ("value", "measure")
# Fields of a claim that its published row leaves out; a frame carries them so that nothing is lost on the way back.
READINGS = tuple(
    field.name for field in fields(Claim) if field.name not in (*FIELDS, "asserted", "implied")
)  # resolution, sentence_start, …
_IMPLIED = ("implied_low_closed", "implied_high_closed")
_ENDS = "ends"  # of both intervals, exactly: no decimal is a third
_TEXTS = tuple(name for name in FIELDS if name not in (*NUMBERS, *INTEGERS, *BOOLEANS))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the claim table: its name and what its cells hold (`text`, `number`, `integer` or `boolean`)."""

    name: str
    kind: str
    required: bool = False


def _kind(name: str) -> str:
    if name in NUMBERS:
        return "number"
    return "integer" if name in INTEGERS else "boolean" if name in BOOLEANS else "text"


SCHEMA = tuple(Column(name, _kind(name), name in REQUIRED) for name in FIELDS)


@dataclass(frozen=True, slots=True)
class Fault:
    """A row of a table that states no claim, and why."""

    table: str
    row: int
    column: str
    value: str
    reason: Bilingual


def to_frame(claims: Iterable[Claim]) -> pd.DataFrame:
    """The claims as a DataFrame: the published fields in their order, then those that only checks read.

    Numbers are Decimal, an unbounded end is None; integers, booleans and text have their own types.
    """
    import pandas as pd

    frame = pd.DataFrame([_row(one) for one in claims], columns=[*FIELDS, *_IMPLIED, _ENDS, *READINGS], dtype=object)
    whole = [*INTEGERS, "sentence_start", "paragraph", "clause", "group"]
    truth = [*BOOLEANS, *_IMPLIED, "reached", "former", "partition"]
    return frame.astype({**dict.fromkeys(whole, "int64"), **dict.fromkeys(truth, "bool")})


def from_frame(frame: pd.DataFrame, name: str = "frame") -> tuple[Claim, ...]:
    """The claims of a DataFrame, its rows those of `to_frame` or a claim table with at least `value` and `measure`.

    Rows of `to_frame` come back as they were, offsets and all; others get the origin `claims NAME#ROW`. Raises
    ValueError with a sentence on the first row that states no claim, or for missing columns.
    """
    if {"resolution", "sentence_start", "origin"} <= set(frame.columns):
        return tuple(_again(row) for row in frame.to_dict("records"))
    found = of_frame(frame, name)
    missing = [column for column in REQUIRED if column not in found.columns]
    if missing:
        raise ValueError(f"{name}: column {missing[0]} is missing; a claim table needs value and measure")
    claims, faults = claims_of(found, "claims")
    if faults:
        first = faults[0]
        raise ValueError(f"{name}, row {first.row}: {first.reason.en}")
    return claims


def of_frame(frame: pd.DataFrame, name: str = "frame") -> Records:
    """The rows of a DataFrame, numbered from 1."""
    columns = [str(column) for column in frame.columns]
    values = (dict(zip(columns, row, strict=True)) for row in frame.itertuples(index=False, name=None))
    found = of_rows(list(values), name)
    return Records(name, tuple(column.strip().lower() for column in columns), found.rows)


def claims_of(records: Records, kind: str) -> tuple[tuple[Claim, ...], tuple[Fault, ...]]:
    """The claims of a table from outside (`kind` is `claims` or `reference`) and the rows that state none."""
    found: list[Claim] = []
    faults: list[Fault] = []
    names: dict[str, int] = {}
    for row in records.rows:
        try:
            one = claim(row.cells, kind, records.path, row.number)
        except Misread as error:
            faults.append(_fault(records.path, row, error))
            continue
        names[one.claim_id] = names.get(one.claim_id, 0) + 1
        found.append(_numbered(one, names[one.claim_id]))
    return tuple(found), tuple(faults)


def _numbered(one: Claim, ordinal: int) -> Claim:
    return one if ordinal == 1 else replace(one, claim_id=f"{one.claim_id}-{ordinal}")


def _fault(table: str, row: Record, error: Misread) -> Fault:
    value = row.cells.get(error.column)
    return Fault(table, row.number, error.column, "" if value is None else str(value)[:60], error.reason)


def _again(row: Mapping[Any, Any]) -> Claim:
    """The claim of a row that `to_frame` made."""
    told = [_told(row[name]) for name in NUMBERS[1:]]
    ends = [_exactly(end, exact) for end, exact in zip(told, row.get(_ENDS) or [None] * 4, strict=True)]
    closed = [bool(row[name]) for name in (*BOOLEANS, *_IMPLIED)]
    values: dict[str, Any] = {name: _words(row[name]) for name in _TEXTS}
    values |= {name: int(row[name]) for name in INTEGERS}
    values |= {name: row[name] for name in READINGS}
    return Claim(
        value=Decimal(row["value"]),
        asserted=Interval.of(ends[0], ends[1], *closed[:2]),
        implied=Interval.of(
            ends[0] if ends[2] is None else ends[2], ends[1] if ends[3] is None else ends[3], *closed[2:]
        ),
        **values,
    )


def _words(cell: Any) -> str:
    return cell if type(cell) is str else cells.text(cell)


def _told(cell: Any) -> Decimal | None:
    return cell if isinstance(cell, Decimal) and cell.is_finite() else cells.number(cell)


def _exactly(told: Decimal | None, exact: Fraction | None) -> Decimal | Fraction | None:
    """The exact end, if it is what the decimal tells; else the decimal, which somebody has changed."""
    return told if told is None or exact is None or as_decimal(exact) != told else exact


def _row(one: Claim) -> dict[str, Any]:
    ends: dict[str, Any] = dict(zip(_IMPLIED, (one.implied.low_closed, one.implied.high_closed), strict=True))
    ends[_ENDS] = (one.asserted.low, one.asserted.high, one.implied.low, one.implied.high)
    return {**claim_row(one), **ends, **{name: getattr(one, name) for name in READINGS}}
