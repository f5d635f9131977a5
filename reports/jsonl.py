"""One finding a line, each the object that the JSON report holds."""

from __future__ import annotations

from collections.abc import Iterator

from claims.exact_json import dumps
from reports.json_report import finding_object
from reports.report import Report


def render(report: Report, language: str = "") -> Iterator[str]:
    """All findings, accepted ones too, as JSON lines; both languages in each, whatever `language` is."""
    return (dumps(finding_object(finding)) + "\n" for finding in report.outcome.findings)
