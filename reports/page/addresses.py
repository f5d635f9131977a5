"""The order of articles and findings on the page, and the address of everything that a link leads to."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from claims.claim import Claim
from claims.document import Document
from expectations.finding import SEVERITIES, Finding, Location
from reports.page.quotes import Source, names
from reports.page.spans import Span, without_overlaps
from reports.report import Report
from reports.strings import CONSISTENT, MARKS

_SAFE_ID = re.compile(r"[\w.:-]{1,80}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Numbers and names of articles by path, findings in order with addresses, figures by article and by claim."""

    report: Report
    documents: dict[str, Document]  # those that were read, in the order of the page
    numbers: dict[str, int]
    names: dict[str, str]
    claims: dict[str, Claim]
    ranked: list[Finding]
    anchors: list[str]  # of `ranked`
    spans: dict[str, list[Span]]
    hrefs: dict[str, str]  # by claim id
    agreements: dict[str, int]  # by claim id: the number of the first that holds it

    def look(self, at: Location) -> Source:
        """What a quote of `at` needs to know of its article."""
        document = self.documents.get(at.document)
        href = self.hrefs.get(at.claim_id, "")
        if document is not None and not href and at.start >= 0:
            spot = next((span for span in self.spans[at.document] if span.start <= at.start < span.end), None)
            href = "" if spot is None else f"#{span_id(self.numbers[at.document], spot)}"
        return Source(document, self.names.get(at.document, at.document), href)

    def around(self, path: str, span: Span) -> tuple[str, str]:
        """The opening and closing markup of a figure in the text of an article."""
        claim_id = self.report.claims[span.claim].claim_id if span.claim >= 0 else ""
        status = self.report.outcome.statuses.get(claim_id, "unchecked") if claim_id else "mention"
        number = ""
        if span.findings:
            gravest = min((self.ranked[number - 1] for number in span.findings), key=weight)
            mark = CONSISTENT if gravest.accepted else MARKS[gravest.severity]
            number = f"<sup>{mark}{','.join(map(str, span.findings))}</sup>"
        place = span_id(self.numbers[path], span)
        return f'<a id="{place}" class="g {status}" href="{self._target(claim_id, span)}">', f"{number}</a>"

    def _target(self, claim_id: str, span: Span) -> str:
        """Where a figure leads: its finding, else the comparison that held, else why there was none."""
        if span.findings:
            return f"#{self.anchors[span.findings[0] - 1]}"
        if claim_id in self.agreements:
            return f"#a{self.agreements[claim_id]}"
        return f"#u-{reason_id(self.report.outcome.unchecked.get(claim_id, ''))}"


def addresses(report: Report) -> Addresses:
    """The addresses of a report: articles with the gravest findings first, findings from the gravest down."""
    read = {document.path: document for document in report.documents if document.error is None}
    order = _order(report, read)
    numbers = {path: number for number, path in enumerate(order, 1)}
    ranked = sorted(report.outcome.findings, key=lambda finding: _rank(finding, numbers))
    spans = _spans(report, read, ranked)
    hrefs = {
        report.claims[span.claim].claim_id: f"#{span_id(numbers[path], span)}"
        for path, found in spans.items()
        for span in found
        if span.claim >= 0
    }
    agreements: dict[str, int] = {}
    for number, agreement in enumerate(report.outcome.agreements, 1):
        for claim_id in agreement.claims:
            agreements.setdefault(claim_id, number)
    return Addresses(
        report=report,
        documents={path: read[path] for path in order},
        numbers=numbers,
        names=names(list(read.values())),
        claims={claim.claim_id: claim for claim in report.claims},
        ranked=ranked,
        anchors=_anchors(ranked),
        spans=spans,
        hrefs=hrefs,
        agreements=agreements,
    )


def home(finding: Finding, numbers: dict[str, int]) -> Location | None:
    """The location that a finding is shown at: the first that stands in an article."""
    return next((at for at in finding.locations if at.start >= 0 and at.document in numbers), None)


def weight(finding: Finding) -> int:
    """0 for the gravest findings, more for lesser ones, most for accepted ones."""
    return len(SEVERITIES) if finding.accepted else SEVERITIES.index(finding.severity)


def span_id(number: int, span: Span) -> str:
    """The address of a figure in article `number`."""
    return f"d{number}c{span.claim}" if span.claim >= 0 else f"d{number}m{span.start}"


def reason_id(reason: str) -> str:
    """The end of the address of a group of figures that were not compared."""
    return re.sub(r"[^\w-]", "_", reason, flags=re.ASCII) or "none"


def _order(report: Report, read: dict[str, Document]) -> list[str]:
    everywhere = dict.fromkeys(read, 0)
    weights: dict[str, list[int]] = defaultdict(lambda: [0] * len(SEVERITIES))
    for finding in report.outcome.findings:
        at = home(finding, everywhere)
        if at is not None and not finding.accepted:
            weights[at.document][weight(finding)] -= 1
    none = [0] * len(SEVERITIES)
    return sorted(read, key=lambda path: weights.get(path, none))


def _rank(finding: Finding, numbers: dict[str, int]) -> tuple[int, int, int]:
    at = home(finding, numbers)
    return (weight(finding), len(numbers) + 1, 0) if at is None else (weight(finding), numbers[at.document], at.start)


def _spans(report: Report, read: dict[str, Document], ranked: list[Finding]) -> dict[str, list[Span]]:
    found: dict[str, dict[tuple[int, int], Span]] = defaultdict(dict)
    for ordinal, claim in enumerate(report.claims):
        found[claim.document].setdefault((claim.start, claim.end), Span(claim.start, claim.end, ordinal))
    for number, finding in enumerate(ranked, 1):
        for at in finding.locations:
            span = found[at.document].setdefault((at.start, at.end), Span(at.start, at.end))
            span.findings = tuple(dict.fromkeys((*span.findings, number)))
    return {path: without_overlaps(list(found[path].values()), len(document.text)) for path, document in read.items()}


def _anchors(findings: list[Finding]) -> list[str]:
    """An address for each finding: its id, so that links last, or its number where the id will not do."""
    taken: set[str] = set()
    anchors = []
    for number, finding in enumerate(findings, 1):
        anchor = f"f-{finding.id}" if _SAFE_ID.fullmatch(finding.id) else f"f-n{number}"
        anchor = f"f-n{number}" if anchor in taken else anchor
        taken.add(anchor)
        anchors.append(anchor)
    return anchors
