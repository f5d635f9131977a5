"""The report as one JSON object, and back. The published keys come first; what a renderer needs besides follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from decimal import Decimal
from fractions import Fraction
from typing import Any

from claims.claim import Claim, Mention
from claims.document import Document
from claims.exact_json import Members, as_decimal, pieces
from claims.interval import Interval
from claims.rows import FIELDS, claim_row
from expectations.finding import Agreement, Finding
from reports.json_reading import read_report
from reports.report import Report

Object = dict[str, Any]


def render(report: Report, language: str = "") -> Iterator[str]:
    """The report as JSON, both languages in one whatever `language` is; `message` is Chinese, `message_en` English."""
    return pieces(report_object(report), indent=1, end="\n")


def to_json(report: Report) -> str:
    """What `render` gives, in one text."""
    return "".join(render(report))


def from_json(text: str) -> Report:
    """The report that `to_json` wrote; every renderer shows it as the first. Raises ValueError for other JSON."""
    return read_report(text)


def report_object(report: Report) -> Object:
    """The report as plain objects, for `pieces`: long lists are made as they are written; numbers are Decimal."""
    counts: dict[str, int] = {}
    for claim in report.claims:
        counts[claim.document] = counts.get(claim.document, 0) + 1
    outcome = report.outcome
    return {
        "crossfoot": report.version,
        "documents": (_document(document, counts.get(document.path, 0)) for document in report.documents),
        "claims": (
            {**claim_row(claim), "status": outcome.statuses.get(claim.claim_id, "unchecked")} for claim in report.claims
        ),
        "comparisons": {
            "consistent": outcome.consistent,
            "by_rounding": outcome.by_rounding,
            "inconsistent": outcome.inconsistent,
            "not_comparable": dict(outcome.not_comparable),
        },
        "findings": map(finding_object, outcome.findings),
        "settings": dict(report.settings),
        "agreements": map(_agreement, outcome.agreements),
        "implied_values": (
            {**asdict(value), "interval": interval_object(value.interval)} for value in outcome.implied_values
        ),
        "unchecked": dict(outcome.unchecked),
        "readings": Members((claim.claim_id, _reading(claim)) for claim in report.claims),
        "mentions": map(_plain, report.mentions),
        "problems": [asdict(problem) for problem in report.problems],
        "refused_rows": [asdict(row) for row in report.refused_rows],
        "tables": [asdict(table) for table in report.tables],
        "stale_acceptances": list(report.stale_acceptances),
        "checks": [asdict(check) for check in report.checks],
    }


def finding_object(finding: Finding) -> Object:
    """One finding, as the report and the `jsonl` format give it."""
    return {
        "id": finding.id,
        "check": finding.check,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message.zh,
        "message_en": finding.message.en,
        "claims": list(finding.claims),
        "locations": [asdict(location) for location in finding.locations],
        "arithmetic": _lines(line.zh for line in finding.arithmetic),
        "reported": interval_object(finding.reported),
        "implied": interval_object(finding.implied),
        "gap": as_decimal(finding.gap),
        "suspects": [list(suspects) for suspects in finding.suspects],
        "explanations": [explanation.zh for explanation in finding.explanations],
        "accepted": None if finding.accepted is None else asdict(finding.accepted),
        "arithmetic_en": _lines(line.en for line in finding.arithmetic),
        "explanations_en": [explanation.en for explanation in finding.explanations],
        "unit": finding.unit,
    }


def interval_object(interval: Interval) -> Object:
    """An interval; an unbounded end is None."""
    return {
        "low": None if interval.low is None else as_decimal(interval.low),
        "high": None if interval.high is None else as_decimal(interval.high),
        "low_closed": interval.low_closed,
        "high_closed": interval.high_closed,
    }


def _document(document: Document, claims: int) -> Object:
    return {
        "path": document.path,
        "title": document.title,
        "published": None if document.published is None else document.published.isoformat(),
        "characters": len(document.text),
        "text": document.text,
        "claims": claims,
        "error": None if document.error is None else document.error.zh,
        "error_en": None if document.error is None else document.error.en,
        "publisher": document.publisher,
        "place": document.place,
        "language": document.language,
        "encoding": document.encoding,
        "sections": [asdict(section) for section in document.sections],
        "marks": [asdict(mark) for mark in document.marks],
    }


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(line.replace("\n", " ") for line in lines)


def _agreement(agreement: Agreement) -> Object:
    return {
        "check": agreement.check,
        "claims": list(agreement.claims),
        "locations": [asdict(location) for location in agreement.locations],
        "arithmetic": _lines(line.zh for line in agreement.arithmetic),
        "arithmetic_en": _lines(line.en for line in agreement.arithmetic),
        "by_rounding": agreement.by_rounding,
    }


def _reading(claim: Claim) -> Object:
    """What the claim holds beyond its row, where it says anything."""
    reading = {name: value for name, value in _plain(claim).items() if name not in FIELDS}
    del reading["asserted"]
    if claim.implied == claim.asserted:
        del reading["implied"]
    return reading


def _plain(record: Claim | Mention) -> Object:
    """The fields that differ from their defaults, as plain values."""
    return {
        field.name: _value(getattr(record, field.name))
        for field in fields(record)
        if getattr(record, field.name) != field.default
    }


def _value(value: str | int | Decimal | Fraction | Interval | tuple[Any, ...] | None) -> Any:
    if isinstance(value, Interval):
        return interval_object(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return value
