"""The claim table as JSON lines, JSON, CSV and Parquet: the published fields in their order, `status` where known."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import Any

from claims.claim import Claim
from claims.exact_json import dumps
from claims.rows import BOOLEANS, FIELDS, INTEGERS, NUMBERS, Cell, claim_row
from reports.sheet import write

Row = dict[str, Cell]

_PLACES = Decimal("1e-12")  # of a number in Parquet


def rows(claims: Sequence[Claim], statuses: Mapping[str, str]) -> Iterator[Row]:
    """The rows of the claims; with `statuses` (claim id to status) each ends in its status."""
    if not statuses:
        return map(claim_row, claims)
    return ({**claim_row(claim), "status": statuses.get(claim.claim_id, "unchecked")} for claim in claims)


def to_jsonl(claims: Sequence[Claim], statuses: Mapping[str, str], language: str = "") -> str:
    """One claim a line."""
    return "".join(dumps(row) + "\n" for row in rows(claims, statuses))


def to_json(claims: Sequence[Claim], statuses: Mapping[str, str], language: str = "") -> str:
    """One array of all claims."""
    return dumps(rows(claims, statuses), indent=1, end="\n")


def to_csv(claims: Sequence[Claim], statuses: Mapping[str, str], language: str = "") -> str:
    """A sheet; texts that would act as formulas begin with an apostrophe."""
    return write(_columns(statuses), rows(claims, statuses))


def to_parquet(claims: Sequence[Claim], statuses: Mapping[str, str], language: str = "") -> bytes:
    """A Parquet file; numbers are decimals of 12 places.

    Raises ModuleNotFoundError without pyarrow (extra `parquet`), ValueError for a number of more than 64 digits.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = list(rows(claims, statuses))
    arrays, names = [], _columns(statuses)
    for name in names:
        values = [row[name] for row in table]
        arrays.append(pa.array([_parquet(value) for value in values], _type(name, values, pa)))
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, names=names), buffer)
    return buffer.getvalue()


def _columns(statuses: Mapping[str, str]) -> list[str]:
    return [*FIELDS, "status"] if statuses else list(FIELDS)


def _parquet(value: Cell) -> Cell:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, Decimal):
        with localcontext(prec=76):
            return value.quantize(_PLACES, ROUND_HALF_EVEN)
    return value


def _type(name: str, values: Sequence[Cell], pa: Any) -> Any:
    if name in NUMBERS:
        largest = max((value.adjusted() for value in values if isinstance(value, Decimal) and value), default=0)
        if largest >= 64:
            raise ValueError(f"a number of {largest + 1} digits does not fit Parquet")
        return pa.decimal128(38, 12) if largest < 26 else pa.decimal256(76, 12)
    if name in INTEGERS:
        return pa.int64()
    return pa.bool_() if name in BOOLEANS else pa.string()
