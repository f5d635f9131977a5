"""How a run ends: its exit status, and what is said of problems on standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from checker.errors import NOTHING, sentence
from claims.document import Document
from expectations.finding import SEVERITIES
from reports.report import Problem, RefusedRow, Report

DONE, FOUND, FAILED = 0, 1, 2


def exit_status(report: Report, fail_on: str) -> int:
    """0: nothing open at or above `fail_on`; 1: findings; 2: something could not be done, which outranks findings."""
    if report.problems:
        return FAILED
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    open_ones = (finding for finding in report.outcome.findings if not finding.accepted)
    return FOUND if any(finding.severity in grave for finding in open_ones) else DONE


def tell(problems: Sequence[Problem], language: str) -> int:
    """Say each problem on standard error; 2 if there were any, else 0."""
    for problem in problems:
        print(sentence(problem, language), file=sys.stderr)
    return FAILED if problems else DONE


def tell_refused(rows: Sequence[RefusedRow], language: str) -> None:
    """Say on standard error which rows of tables from outside were left out, and why."""
    for row in rows:
        where = f"{row.table}:{row.row}: {row.column} {row.value}".rstrip()
        print(sentence(Problem(where, row.reason, NOTHING), language), file=sys.stderr)


def tell_notes(documents: Sequence[Document], language: str) -> None:
    """Say on standard error with what reservations documents were read: bytes replaced, a faulty manifest."""
    for document in documents:
        for note in document.notes:
            print(sentence(Problem(document.path, note, NOTHING), language), file=sys.stderr)
