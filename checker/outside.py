"""Figures from elsewhere that take part in a run: tables of known figures, and claim tables made by others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from checker.errors import NOTHING
from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.document import Document
from claims.readers import CLAIM_TABLE
from reports.report import Problem, RefusedRow


@dataclass(frozen=True, slots=True)
class Outside:
    """The claims of tables, rows that were left out, and tables that could not be used at all."""

    claims: tuple[Claim, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def from_tables(references: Iterable[str], claim_tables: Iterable[str]) -> Outside:
    """The figures of all these tables together."""
    tables = [_read(path, "reference") for path in references] + [_read(path, "claims") for path in claim_tables]
    return Outside(
        tuple(chain.from_iterable(table.claims for table in tables)),
        tuple(chain.from_iterable(table.refused for table in tables)),
        tuple(chain.from_iterable(table.problems for table in tables)),
    )


def is_claim_table(document: Document) -> bool:
    """Whether the reader found claims where it looked for an article."""
    return document.error == CLAIM_TABLE


def _read(path: str, kind: str) -> Outside:
    from claims.outside.records import read_records
    from claims.readers.problems import Unreadable
    from claims.table import REQUIRED, claims_of

    try:
        records = read_records(path)
    except Unreadable as error:
        return Outside(problems=(Problem(path, error.problem, NOTHING),))
    missing = [name for name in REQUIRED if name not in records.columns]
    if missing:
        what = Bilingual(f"表里没有 {'、'.join(missing)} 列。", f"The table has no column {', '.join(missing)}.")
        hint = Bilingual("至少要有 measure 和 value 两列。", "It needs at least the columns measure and value.")
        return Outside(problems=(Problem(path, what, hint),))
    claims, faults = claims_of(records, kind)
    refused = tuple(RefusedRow(one.table, one.row, one.column, one.value, one.reason) for one in faults)
    problems = (_left_out(path, len(refused)),) if refused else ()
    return Outside(claims, refused, problems)


def _left_out(path: str, count: int) -> Problem:
    what = Bilingual(f"有 {count} 行没有用上。", f"{count} row{'s were' if count > 1 else ' was'} left out.")
    return Problem(path, what, NOTHING)
