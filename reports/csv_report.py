"""The findings as a sheet, one a row; the column names are the same in both languages."""

from __future__ import annotations

from claims.exact_json import as_decimal
from claims.interval import Interval
from expectations.finding import Finding, Location
from reports import figures
from reports.quotes import place
from reports.report import Report
from reports.sheet import Value, lines
from reports.strings import title

COLUMNS = (
    "id", "severity", "check", "code", "title", "message", "document", "line", "column", "figure", "sentence",
    "other_figures", "unit", "reported_low", "reported_high", "implied_low", "implied_high", "gap",
    "arithmetic", "suspects", "explanations", "accepted",
)  # fmt: skip


def render(report: Report, language: str) -> str:
    """All findings, accepted ones with the reason in `accepted`; texts in `language`, severities in English."""
    claims = figures.figures_by_id(report)
    rows = []
    for finding in report.outcome.findings:
        rows.append(
            _first(finding)
            | _bounds("reported", finding.reported)
            | _bounds("implied", finding.implied)
            | {
                "title": title(report, finding.check, language),
                "message": finding.message.text(language),
                "arithmetic": " | ".join(line.text(language) for line in finding.arithmetic),
                "suspects": figures.suspects(finding, claims, language),
                "explanations": " | ".join(explanation.text(language) for explanation in finding.explanations),
            }
        )
    return "".join(lines(COLUMNS, rows))


def _first(finding: Finding) -> dict[str, Value]:
    row: dict[str, Value] = {
        "id": finding.id,
        "severity": finding.severity,
        "check": finding.check,
        "code": finding.code,
        "unit": finding.unit,
        "gap": as_decimal(finding.gap),
        "other_figures": " | ".join(_named(location) for location in finding.locations[1:]),
        "accepted": finding.accepted.reason if finding.accepted else "",
    }
    for at in finding.locations[:1]:
        row |= {"document": at.document, "figure": at.text, "sentence": at.sentence}
        row |= {"line": at.line, "column": at.column} if at.start >= 0 else {}
    return row


def _named(location: Location) -> str:
    return f"{location.text} ({place(location)})"


def _bounds(name: str, interval: Interval) -> dict[str, Value]:
    ends = {"low": interval.low, "high": interval.high}
    return {f"{name}_{end}": None if value is None else as_decimal(value) for end, value in ends.items()}
