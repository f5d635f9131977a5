"""The claim table as JSON lines, JSON, CSV and Parquet: the published fields in their order, `status` where known."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from itertools import islice
from typing import Any

from claims.claim import Claim
from claims.exact_json import dumps, pieces
from claims.rows import BOOLEANS, FIELDS, INTEGERS, NUMBERS, Cell, claim_row
from reports.sheet import lines

Row = dict[str, Cell]

_PLACES = Decimal("1e-12")  # of a number in Parquet
_ROWS = 10_000  # of Parquet written at once


def rows(claims: Sequence[Claim], statuses: Mapping[str, str]) -> Iterator[Row]:
    """The rows of the claims; with `statuses` (claim id to status) each ends in its status."""
    if not statuses:
        return map(claim_row, claims)
    return ({**claim_row(claim), "status": statuses.get(claim.claim_id, "unchecked")} for claim in claims)


def to_jsonl(claims: Sequence[Claim], statuses: Mapping[str, str], language: str = "") -> Iterator[str]:
    """One claim a line."""
    return (dumps(row) + "\n" for row in rows(claims, statuses))


def to_json(claims: Sequence[Claim], statuses: Mapping[str, str], language: str = "") -> Iterator[str]:
    """One array of all claims."""
    return pieces(rows(claims, statuses), indent=1, end="\n")


def to_csv(claims: Sequence[Claim], statuses: Mapping[str, str], language: str = "") -> Iterator[str]:
    """A sheet; texts that would act as formulas begin with an apostrophe."""
    return lines(_columns(statuses), rows(claims, statuses))


def to_parquet(claims: Sequence[Claim], statuses: Mapping[str, str], language: str = "") -> bytes:
    """A Parquet file; numbers are decimals of 12 places.

    Raises ModuleNotFoundError without pyarrow (extra `parquet`), ValueError for a number of more than 64 digits.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    largest = _largest(claims)
    schema = pa.schema([(name, _type(name, largest, pa)) for name in _columns(statuses)])
    table = rows(claims, statuses)
    buffer = io.BytesIO()
    with pq.ParquetWriter(buffer, schema) as writer:
        while batch := [{name: _parquet(cell) for name, cell in row.items()} for row in islice(table, _ROWS)]:
            writer.write_batch(pa.RecordBatch.from_pylist(batch, schema))
    return buffer.getvalue()


def _largest(claims: Iterable[Claim]) -> dict[str, int]:
    """Of each column of numbers the power of ten of its largest."""
    found = dict.fromkeys(NUMBERS, 0)
    for row in map(claim_row, claims):
        for name in NUMBERS:
            value = row[name]
            if isinstance(value, Decimal) and value:
                found[name] = max(found[name], value.adjusted())
    return found


def _columns(statuses: Mapping[str, str]) -> list[str]:
    return [*FIELDS, "status"] if statuses else list(FIELDS)


def _parquet(value: Cell) -> Cell:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, Decimal):
        with localcontext(prec=76):
            return value.quantize(_PLACES, ROUND_HALF_EVEN)
    return value


def _type(name: str, largest: Mapping[str, int], pa: Any) -> Any:
    if name in NUMBERS:
        if largest[name] >= 64:
            raise ValueError(f"a number of {largest[name] + 1} digits does not fit Parquet")
        return pa.decimal128(38, 12) if largest[name] < 26 else pa.decimal256(76, 12)
    if name in INTEGERS:
        return pa.int64()
    return pa.bool_() if name in BOOLEANS else pa.string()
