"""The report as SARIF 2.1.0 (OASIS, 2020), for code-scanning services and editors."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import quote as percent

from claims.exact_json import as_decimal, dumps
from expectations.finding import Finding, Location
from reports.report import CheckNote, Problem, Report
from reports.safe import clean

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "crossfootFinding/v1"
_TABLES = (".jsonl", ".csv", ".parquet", ".jsonl.gz")

Object = dict[str, Any]


def render(report: Report, language: str) -> str:
    """One run with all findings, operands as related locations, accepted findings as suppressed results."""
    rules = _rules(report)
    index = {rule.name: number for number, rule in enumerate(rules)}
    run: Object = {
        "tool": {
            "driver": {
                "name": "Crossfoot",
                "version": report.version,
                "language": _tag(language),
                "rules": [_rule(rule, language) for rule in rules],
            }
        },
        "language": _tag(language),
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.problems,
                "toolExecutionNotifications": [_notification(problem, language) for problem in report.problems],
            }
        ],
        "artifacts": [
            {"location": {"uri": uri(document.path)}, "roles": ["analysisTarget"]} for document in report.documents
        ],
        "results": [_result(finding, index[finding.check], language) for finding in report.outcome.findings],
        "properties": _denominators(report),
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def uri(path: str) -> str:
    """The URI reference of a document: relative as given, `file:` where absolute; a table's row is the fragment."""
    file, mark, row = path.rpartition("#")
    if not (mark and file.lower().endswith(_TABLES)):
        file, row = path, ""
    path_of_file = PurePath(file)
    encodable = file.encode("utf-8", "replace").decode()
    address = path_of_file.as_uri() if path_of_file.is_absolute() and encodable == file else _relative(encodable)
    return address + ("#" + percent(row.encode("utf-8", "replace")) if row else "")


def _relative(path: str) -> str:
    address = percent(path.replace("\\", "/"))
    # A first segment with a colon would read as a scheme (RFC 3986, 4.2); percent() has encoded it.
    return address or "."


def _tag(language: str) -> str:
    return "zh-CN" if language == "zh" else "en-US"


def _rules(report: Report) -> list[CheckNote]:
    noted = {note.name: note for note in report.checks}
    for finding in report.outcome.findings:
        if finding.check not in noted:
            noted[finding.check] = CheckNote.bare(finding.check, finding.code)
    return list(noted.values())


def _rule(note: CheckNote, language: str) -> Object:
    title, help_text = clean(note.title.text(language)), note.help.text(language)
    return {
        "id": note.name,
        "name": "".join(part.capitalize() for part in note.name.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": help_text or title},
        "help": {"text": help_text or title},
        "properties": {"code": note.code},
    }


def _result(finding: Finding, rule: int, language: str) -> Object:
    lines = [finding.message, *finding.arithmetic, *finding.explanations]
    result: Object = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": "\n".join(clean(line.text(language)) for line in lines)},
        "locations": [_location(location) for location in finding.locations[:1]],
        "relatedLocations": [
            {"id": number, **_location(location), "message": {"text": clean(location.text)}}
            for number, location in enumerate(finding.locations[1:], 1)
        ],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "properties": {"gap": as_decimal(finding.gap), "unit": finding.unit},
    }
    if finding.accepted:
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": clean(finding.accepted.reason)}
        ]
    return result


def _location(location: Location) -> Object:
    document = location.document
    if location.start < 0:  # a row of a table from outside: table.csv#12
        document = document.rpartition("#")[0] or document
    physical: Object = {"artifactLocation": {"uri": uri(document)}}
    if location.start >= 0:
        physical["region"] = _region(location)
    elif location.line >= 1:
        physical["region"] = {"startLine": location.line}
    return {"physicalLocation": physical}


def _region(location: Location) -> Object:
    before, newline, last = location.text.rpartition("\n")
    return {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.line + (before.count("\n") + 1 if newline else 0),
        "endColumn": len(last) + 1 if newline else location.column + len(location.text),
        "charOffset": location.start,
        "charLength": location.end - location.start,
        "snippet": {"text": location.text},
    }


def _notification(problem: Problem, language: str) -> Object:
    words = " ".join(clean(part.text(language)) for part in (problem.what, problem.hint) if part.text(language))
    location = {"physicalLocation": {"artifactLocation": {"uri": uri(problem.where)}}}
    return {"level": "error", "message": {"text": words}, "locations": [location]}


def _denominators(report: Report) -> Object:
    outcome = report.outcome
    return {
        "documents": len(report.documents),
        "unread": sum(document.error is not None for document in report.documents),
        "figures": len(report.claims),
        "consistent": outcome.consistent,
        "by_rounding": outcome.by_rounding,
        "inconsistent": outcome.inconsistent,
        "not_comparable": dict(outcome.not_comparable),
    }
