"""The report as JUnit XML, which continuous-integration servers show: a suite a document, a case a finding.

A finding at or above `fail-on` is a failure, one below passes with its words as output, an accepted one is skipped, a
document that could not be read is an error, and one without findings a case that passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

from claims.bilingual import Bilingual
from expectations.finding import SEVERITIES, Finding
from reports.quotes import place
from reports.report import Report
from reports.safe import clean
from reports.strings import SEVERITY, title, word
from reports.summary import lines

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, language: str) -> str:
    """The report as XML; characters that XML 1.0 forbids become U+FFFD."""
    threshold = report.settings.get("fail-on", "error")
    failing = SEVERITIES[: SEVERITIES.index(threshold) + 1] if threshold in SEVERITIES else ()
    suites: dict[str, list[ElementTree.Element]] = {document.path: [] for document in report.documents}
    for finding in report.outcome.findings:
        where = finding.locations[0].document if finding.locations else ""
        suites.setdefault(where, []).append(_case(finding, where, report, failing, language))
    unread = {document.path: document.error.text(language) for document in report.documents if document.error}
    for problem in report.problems:
        unread[problem.where] = f"{problem.what.text(language)} {problem.hint.text(language)}".strip()
    for where, words in unread.items():
        suites.setdefault(where, []).append(_unread(where, words, language))
    root = ElementTree.Element("testsuites", name="crossfoot")
    for where, cases in suites.items():
        root.append(_suite(where, cases or [_passed(where, language)]))
    _count(root, [case for suite in root for case in suite])
    properties = ElementTree.Element("properties")
    for name, text in lines(report, language):
        ElementTree.SubElement(properties, "property", name=_xml(name), value=_xml(text))
    if len(root):
        root[0].insert(0, properties)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(where: str, cases: list[ElementTree.Element]) -> ElementTree.Element:
    suite = ElementTree.Element("testsuite", name=_xml(where))
    _count(suite, cases)
    suite.extend(cases)
    return suite


def _count(element: ElementTree.Element, cases: Iterable[ElementTree.Element]) -> None:
    kinds = [child.tag for case in cases for child in [case, *case]]
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(name, str(kinds.count(tag)))


def _case(finding: Finding, where: str, report: Report, failing: tuple[str, ...], language: str) -> ElementTree.Element:
    name = f"{title(report, finding.check, language)} [{finding.id}]"
    case = ElementTree.Element("testcase", classname=_xml(finding.check), name=_xml(name), file=_xml(where))
    if finding.locations and finding.locations[0].start >= 0:
        case.set("line", str(finding.locations[0].line))
    message = _xml(finding.message.text(language))
    if finding.accepted:
        ElementTree.SubElement(case, "skipped", message=_xml(finding.accepted.reason))
    elif finding.severity in failing:
        failure = ElementTree.SubElement(case, "failure", type=finding.severity, message=message)
        failure.text = _told(finding, language)
    else:
        output = ElementTree.SubElement(case, "system-out")
        output.text = f"{word(SEVERITY, finding.severity, language)}: {_told(finding, language)}"
    return case


def _told(finding: Finding, language: str) -> str:
    places = [f"{at.text}  {place(at)}" for at in finding.locations]
    working = [line.text(language) for line in finding.arithmetic]
    reasons = [f"· {reason.text(language)}" for reason in finding.explanations]
    return "\n".join(_xml(line) for line in [finding.message.text(language), *places, *working, *reasons])


def _unread(where: str, words: str, language: str) -> ElementTree.Element:
    name = Bilingual("读稿", "reading").text(language)
    case = ElementTree.Element("testcase", classname="read", name=name, file=_xml(where))
    ElementTree.SubElement(case, "error", type="unread", message=_xml(words))
    return case


def _passed(where: str, language: str) -> ElementTree.Element:
    name = Bilingual("没有提示", "no findings").text(language)
    return ElementTree.Element("testcase", classname="check", name=name, file=_xml(where))


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", clean(text))
