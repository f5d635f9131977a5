"""Annotations of a GitHub Actions run: workflow commands on standard output, one a finding.

Escaping: docs.github.com, "Workflow commands for GitHub Actions"; `%`, CR and LF everywhere, `:` and `,` in properties.
"""

from __future__ import annotations

from claims.bilingual import Bilingual
from expectations.finding import Finding, Location
from reports.quotes import place
from reports.report import Problem, Report
from reports.safe import clean
from reports.strings import title

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, language: str, show_accepted: bool = False) -> str:
    """The findings as annotations; what could not be done as errors. Accepted findings only with `show_accepted`."""
    shown = [f for f in report.outcome.findings if show_accepted or f.accepted is None]
    commands = [_finding(finding, report, language) for finding in shown]
    return "".join([*commands, *(_problem(problem, language) for problem in report.problems)])


def _finding(finding: Finding, report: Report, language: str) -> str:
    properties = _position(finding.locations[0]) if finding.locations else {}
    properties["title"] = f"{title(report, finding.check, language)} ({finding.check})"
    others = [f"{clean(location.text)}  {place(location)}" for location in finding.locations[1:]]
    working = [clean(line.text(language)) for line in finding.arithmetic]
    lines = [clean(finding.message.text(language)), *working, *others, finding.id]
    return _command(_COMMANDS[finding.severity], properties, lines)


def _problem(problem: Problem, language: str) -> str:
    lines = [clean(words.text(language)) for words in (problem.what, problem.hint) if words.text(language)]
    heading = Bilingual("没有做成", "could not be done").text(language)
    return _command("error", {"file": problem.where, "title": heading}, lines)


def _position(location: Location) -> dict[str, str]:
    if location.start < 0:
        return {"file": location.document}
    end = {} if "\n" in location.text else {"endColumn": str(location.column + len(location.text) - 1)}
    return {"file": location.document, "line": str(location.line), "col": str(location.column)} | end


def _command(name: str, properties: dict[str, str], lines: list[str]) -> str:
    told = ",".join(f"{key}={_property(clean(value))}" for key, value in properties.items())
    return f"::{name} {told}::{_data(chr(10).join(lines))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
