"""The tables of the terminal: findings, agreements, claims, problems, refused rows, and the denominators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import PurePath

from rich.table import Table
from rich.text import Text

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations import wording
from expectations.finding import Finding, Location
from reports import figures
from reports.columns import Column, Fitted
from reports.report import Report
from reports.safe import clean
from reports.strings import CONSISTENT, FIELD, KIND, MARKS, STATUS, title, word
from reports.summary import lines as summary_lines
from reports.wrap import Prose

COLOURS = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_HEDGES: Mapping[str, Bilingual] = {
    "almost": Bilingual("近", "almost "),
    "over": Bilingual("超", "over "),
    "at_least": Bilingual("至少", "at least "),
    "at_most": Bilingual("至多", "at most "),
    "about": Bilingual("约", "about "),
}


def findings(shown: Sequence[Finding], report: Report, language: str) -> Fitted:
    """One row a finding: mark and number, title, place, what is stated and implied."""
    claims = figures.figures_by_id(report)
    pairs = [figures.interval_pair(finding, claims) for finding in shown]
    marks = [Text(f"{MARKS[f.severity]} {n}", style=COLOURS[f.severity]) for n, f in enumerate(shown, 1)]
    name = _short_names(report)
    return Fitted(
        Bilingual(f"全部提示 {len(shown)} 条", f"All findings ({len(shown)})").text(language),
        [
            Column("", marks),
            _column("check", (title(report, finding.check, language) for finding in shown), language),
            _places((_place(finding.locations[0], name) for finding in shown), language),
            _column("reported", (pair[0] for pair in pairs), language, spare=1),
            _column("implied", (pair[1] for pair in pairs), language, spare=2),
        ],
    )


def agreements(report: Report, language: str) -> Fitted:
    """One row a comparison that held: its figures with their places, and the working."""
    held = report.outcome.agreements
    name = _short_names(report)
    rounding = Bilingual("（凭修约）", " (by rounding)").text(language)
    checks = [title(report, one.check, language) + rounding * one.by_rounding for one in held]
    return Fitted(
        Bilingual(f"相互印证的数字 {len(held)} 组", f"Figures cross-checked ({len(held)})").text(language),
        [
            Column("", [CONSISTENT] * len(held)),
            _column("check", checks, language, spare=1),
            _places(("\n".join(_place(at, name) for at in one.locations) for one in held), language),
            _column("figures", ("\n".join(at.text for at in one.locations) for one in held), language, spare=2),
            _column("arithmetic", (_flat(one.arithmetic, language) for one in held), language),
        ],
    )


def problems(report: Report, language: str) -> Fitted:
    """What could not be done, and what to do."""
    told = report.problems
    return Fitted(
        Bilingual("没有做成的事", "What could not be done").text(language),
        [
            _column("where", (one.where for one in told), language),
            _column("problem", (one.what.text(language) for one in told), language),
            _column("hint", (one.hint.text(language) for one in told), language),
        ],
    )


def refused_rows(report: Report, language: str) -> Fitted:
    """Rows of tables from outside that were left out, and why."""
    rows = report.refused_rows
    return Fitted(
        Bilingual("没有采用的行", "Rows left out").text(language),
        [
            _column("table", (row.table for row in rows), language),
            _column("row", (str(row.row) for row in rows), language),
            _column("column", (row.column for row in rows), language, spare=1),
            _column("value", (row.value for row in rows), language),
            _column("reason", (row.reason.text(language) for row in rows), language),
        ],
    )


def claims(found: Sequence[Claim], statuses: Mapping[str, str], language: str) -> list[Fitted]:
    """A table a document, one row a figure; narrow consoles leave out columns."""
    return [
        _claims_of(document, list(members), statuses, language)
        for document, members in groupby(found, key=lambda claim: claim.document)
    ]


def _claims_of(document: str, found: list[Claim], statuses: Mapping[str, str], language: str) -> Fitted:
    count = len(found)
    columns = [
        _column("place", (f"{claim.line}:{claim.column}" if claim.start >= 0 else "" for claim in found), language),
        _column("figure", (_hedged(claim, language) for claim in found), language),
        _column("measure", (claim.measure for claim in found), language),
        _column("kind", (word(KIND, claim.kind, language) for claim in found), language, spare=4),
        _column("area", (claim.place_name or claim.place for claim in found), language, spare=3),
        _column("period", (claim.period for claim in found), language, spare=1),
    ]
    if statuses:
        told = (word(STATUS, statuses.get(claim.claim_id, "unchecked"), language) for claim in found)
        columns.append(_column("status", told, language, spare=2))
    return Fitted(
        clean(document) + Bilingual(f"　{count} 个数字", f"  {count} figure{'s' * (count != 1)}").text(language),
        columns,
    )


def summary(report: Report, language: str) -> Table:
    """The denominators of the run, a line each after its name."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="bold")
    grid.add_column()
    for name, text in summary_lines(report, language):
        grid.add_row(name, Prose(Text(clean(text))))
    return grid


def _column(name: str, cells: Iterable[str], language: str, spare: int = 0) -> Column:
    return Column(FIELD[name].text(language), list(cells), spare)


def _places(cells: Iterable[str], language: str) -> Column:
    return Column(FIELD["place"].text(language), list(cells), longest=32)


def _hedged(claim: Claim, language: str) -> str:
    figure = wording.figure(claim)
    if claim.value < 0 and figure[:1] not in "-−－":
        figure = "−" + figure
    return (_HEDGES[claim.hedge].text(language) if claim.hedge in _HEDGES else "") + figure


def _short_names(report: Report) -> dict[str, str]:
    """The file names of documents, where they differ; else their paths."""
    paths = [document.path for document in report.documents]
    names = [PurePath(path).name for path in paths]
    return dict(zip(paths, names, strict=True)) if len(set(names)) == len(set(paths)) else {}


def _place(location: Location, names: Mapping[str, str]) -> str:
    document = names.get(location.document, location.document)
    return document if location.start < 0 else f"{document}:{location.line}:{location.column}"


def _flat(arithmetic: Sequence[Bilingual], language: str) -> str:
    """The working itself, without the lines that explain it."""
    return arithmetic[0].text(language).replace("\n", " ") if arithmetic else ""
