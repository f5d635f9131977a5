"""Figures from elsewhere that take part in a run: known figures and claims made by others, validated before use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from checker.settings import Settings
from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.document import Document
from claims.readers import CLAIM_TABLE
from claims.table import Fault
from reports.report import Problem, RefusedRow, TableRead

NOT_USED = Bilingual("这张表没有采用，其余照常核对。", "The table was not used; everything else was checked.")
NO_STREAM = Bilingual("数据陈述表要用文件，不能从标准输入读。", "A claim table must be a file, not standard input.")


@dataclass(frozen=True, slots=True)
class Outside:
    """The claims of tables, the tables used, rows that were left out, and tables that could not be used at all."""

    claims: tuple[Claim, ...] = ()
    tables: tuple[TableRead, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def from_tables(settings: Settings, claim_tables: Iterable[str]) -> Outside:
    """The figures of the tables that `settings.reference` names and of the claim tables, together."""
    found = [_read(settings, path, "reference") for path in settings.reference]
    found += [_read(settings, path, "claims") for path in claim_tables]
    return Outside(
        tuple(chain.from_iterable(table.claims for table in found)),
        tuple(chain.from_iterable(table.tables for table in found)),
        tuple(chain.from_iterable(table.refused for table in found)),
        tuple(chain.from_iterable(table.problems for table in found)),
    )


def is_claim_table(document: Document) -> bool:
    """Whether the reader found claims where it looked for an article."""
    return document.error == CLAIM_TABLE


def _read(settings: Settings, path: str, kind: str) -> Outside:
    """One table: read, validated by its suite, its good rows as claims; what is wrong is said, not used."""
    from claims.outside.records import read_records
    from claims.outside.wide import as_long, by_headings
    from claims.readers.problems import Unreadable
    from claims.table import claims_of
    from expectations.suites.validate import ValidatorFailed, validate

    if path == "-":
        return Outside(problems=(Problem(path, NO_STREAM, NOT_USED),))
    try:
        records = as_long(read_records(path), settings.tables.get(Path(path).name, {}))
        if kind == "reference" and records.rows and not {"value", "measure"} & set(records.columns):
            records = by_headings(path)
        verdict = validate(records, kind)
    except Unreadable as error:
        return Outside(problems=(Problem(path, error.problem, NOT_USED),))
    except ValidatorFailed as error:
        return Outside(problems=(Problem(path, _validator(error.what), NOT_USED),))
    if verdict.whole:
        return Outside(problems=tuple(Problem(path, words, NOT_USED) for words in verdict.whole))
    claims, faults = claims_of(verdict.good, kind)
    left_out = (*verdict.refused, *faults)
    return Outside(
        claims,
        (TableRead(path, kind, len(records.rows), len(left_out)),),
        tuple(RefusedRow(one.table, one.row, one.column, one.value, one.reason) for one in left_out),
        (_left_out(path, left_out),) if left_out else (),
    )


def _left_out(path: str, faults: Sequence[Fault]) -> Problem:
    count, first = len(faults), faults[0]
    what = Bilingual(f"有 {count} 行没有用上。", f"{count} row{'s were' if count > 1 else ' was'} left out.")
    hint = Bilingual(f"如第 {first.row} 行：{first.reason.zh}", f"Row {first.row}: {first.reason.en}")
    return Problem(path, what, hint)


def _validator(what: str) -> Bilingual:
    first = what.strip().partition("\n")[0][:200]
    return Bilingual(
        f"校验程序（Great Expectations）自身出错，说明不了表的对错：{first}",
        f"The validator (Great Expectations) itself failed, which says nothing of the table: {first}",
    )
