"""One line a finding, as compilers print them: `path:line:col: severity check-name message`."""

from __future__ import annotations

from reports.report import Report
from reports.safe import clean


def render(report: Report, language: str, show_accepted: bool = False) -> str:
    """The findings, the gravest as the report has them; accepted ones only with `show_accepted`. Severities in English,
    for tools that read the lines."""
    lines = [
        f"{clean(first.document)}:{first.line}:{first.column}: "
        f"{finding.severity} {finding.check} {clean(finding.message.text(language))}\n"
        for finding in report.outcome.findings
        if show_accepted or finding.accepted is None
        for first in finding.locations[:1]
    ]
    return "".join(lines)
