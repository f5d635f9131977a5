"""What the template shows, gathered from a report: documents, findings, quotes and the links between them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from markupsafe import Markup

from claims.bilingual import Bilingual
from claims.document import Document
from expectations.finding import SEVERITIES, Agreement, Finding, Location
from reports import figures
from reports.page.bars import bars
from reports.page.quotes import Quote, Source, figure, names, quotes
from reports.page.spans import Span, without_overlaps
from reports.page.text import Block, blocks
from reports.report import CheckNote, Report
from reports.strings import CONSISTENT, MARKS

_SAFE_ID = re.compile(r"[\w.:-]{1,80}", re.ASCII)


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its number on the page and everything its card shows."""

    number: int
    anchor: str
    finding: Finding
    title: Bilingual
    quotes: tuple[Quote, ...]
    documents: tuple[int, ...]
    measures: tuple[str, ...]
    bars: Markup
    stated: str
    implied: str
    gap: Bilingual
    suspects: tuple[tuple[Quote, ...], ...]

    @property
    def cross(self) -> bool:
        """Whether it sets articles against each other."""
        return len(self.documents) > 1

    @property
    def state(self) -> str:
        """Its severity, or `accepted`."""
        return "accepted" if self.finding.accepted else self.finding.severity


@dataclass(slots=True)
class DocumentView:
    """An article on the page: its blocks, each with the findings shown beside it."""

    number: int
    document: Document
    name: str
    blocks: list[tuple[Block, list[FindingView]]] = field(default_factory=list)
    findings: list[FindingView] = field(default_factory=list)
    figures: int = 0

    @property
    def file(self) -> str:
        """The last part of its path."""
        return PurePosixPath(self.document.path).name

    @property
    def clean(self) -> bool:
        """Whether no finding is shown beside it."""
        return not self.findings

    def count(self, state: str) -> int:
        """How many of its findings are in `state`."""
        return sum(view.state == state for view in self.findings)


@dataclass(frozen=True, slots=True)
class AgreementView:
    """A comparison that held and the figures in it."""

    agreement: Agreement
    figures: tuple[Quote, ...]


@dataclass(slots=True)
class Page:
    """The report as the template walks it."""

    report: Report
    documents: list[DocumentView]
    findings: list[FindingView]
    elsewhere: list[FindingView]  # findings none of whose figures stand in an article
    agreements: list[AgreementView]
    checks: dict[str, CheckNote]
    hrefs: dict[str, str]
    names: dict[str, str]


def page(report: Report) -> Page:
    """Numbers, links and quotes for `report`; articles with the gravest findings come first."""
    return _Builder(report).build()


class _Builder:
    """Holds the look-ups that quotes and links need while a page is put together."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.documents = {document.path: document for document in report.documents if document.error is None}
        self.claims = {claim.claim_id: claim for claim in report.claims}
        self.ordinals = {claim.claim_id: ordinal for ordinal, claim in enumerate(report.claims)}
        self.checks = {note.name: note for note in report.checks}
        self.order = self._order()
        self.numbers = {path: number for number, path in enumerate(self.order, 1)}
        self.names = names(list(self.documents.values()))
        self.agreements = _first_agreements(report.outcome.agreements)
        self.ranked = sorted(report.outcome.findings, key=self._rank)
        self.anchors = _finding_anchors(self.ranked)
        self.spans = self._spans()
        self.hrefs = self._hrefs()

    def build(self) -> Page:
        views = [self._finding(number, finding) for number, finding in enumerate(self.ranked, 1)]
        pages = [self._document(path) for path in self.order]
        by_path = {view.document.path: view for view in pages}
        elsewhere = []
        for view in views:
            home = self._home(view.finding)
            if home is None or not _attach(by_path[home.document], view, home.start):
                elsewhere.append(view)
        held = [
            AgreementView(agreement, tuple(figure(at, self._look) for at in agreement.locations))
            for agreement in self.report.outcome.agreements
        ]
        return Page(self.report, pages, views, elsewhere, held, self.checks, self.hrefs, self.names)

    def _home(self, finding: Finding) -> Location | None:
        """The location that a finding is shown at: the first that stands in an article."""
        return next((at for at in finding.locations if at.start >= 0 and at.document in self.documents), None)

    def _order(self) -> list[str]:
        weights: dict[str, list[int]] = defaultdict(lambda: [0] * len(SEVERITIES))
        for finding in self.report.outcome.findings:
            home = self._home(finding)
            if home is not None and not finding.accepted:
                weights[home.document][_severity(finding)] -= 1
        none = [0] * len(SEVERITIES)
        return sorted(self.documents, key=lambda path: weights.get(path, none))

    def _rank(self, finding: Finding) -> tuple[int, int, int]:
        """The gravest first; among equals the order of the page."""
        home = self._home(finding)
        if home is None:
            return _severity(finding), len(self.order) + 1, 0
        return _severity(finding), self.numbers[home.document], home.start

    def _spans(self) -> dict[str, list[Span]]:
        found: dict[str, dict[tuple[int, int], Span]] = defaultdict(dict)
        for ordinal, claim in enumerate(self.report.claims):
            found[claim.document].setdefault((claim.start, claim.end), Span(claim.start, claim.end, ordinal))
        for number, finding in enumerate(self.ranked, 1):
            for at in finding.locations:
                span = found[at.document].setdefault((at.start, at.end), Span(at.start, at.end))
                span.findings = tuple(dict.fromkeys((*span.findings, number)))
        return {
            path: without_overlaps(list(found[path].values()), len(document.text))
            for path, document in self.documents.items()
        }

    def _hrefs(self) -> dict[str, str]:
        return {
            self.report.claims[span.claim].claim_id: f"#{self._span_id(path, span)}"
            for path, spans in self.spans.items()
            for span in spans
            if span.claim >= 0
        }

    def _span_id(self, path: str, span: Span) -> str:
        letter, ordinal = ("c", span.claim) if span.claim >= 0 else ("m", span.start)
        return f"d{self.numbers[path]}{letter}{ordinal}"

    def _document(self, path: str) -> DocumentView:
        document, spans = self.documents[path], self.spans[path]

        def anchor(span: Span) -> tuple[str, str]:
            return self._anchor(path, span)

        made = blocks(document, spans, anchor)
        figures = sum(span.claim >= 0 for span in spans)
        return DocumentView(self.numbers[path], document, self.names[path], [(b, []) for b in made], figures=figures)

    def _anchor(self, path: str, span: Span) -> tuple[str, str]:
        status = "mention"
        claim_id = ""
        if span.claim >= 0:
            claim_id = self.report.claims[span.claim].claim_id
            status = self.report.outcome.statuses.get(claim_id, "unchecked")
        href = self._target(claim_id, span)
        number = ""
        if span.findings:
            gravest = min((self.ranked[n - 1] for n in span.findings), key=_severity)
            mark = MARKS[gravest.severity] if not gravest.accepted else CONSISTENT
            number = f"<sup>{mark}{','.join(map(str, span.findings))}</sup>"
        opening = f'<a id="{self._span_id(path, span)}" class="g {status}" href="{href}">'
        return opening, f"{number}</a>"

    def _target(self, claim_id: str, span: Span) -> str:
        """Where a figure leads: its finding, else the comparison that held, else why there was none."""
        if span.findings:
            return f"#{self.anchors[span.findings[0] - 1]}"
        if claim_id in self.agreements:
            return f"#a{self.agreements[claim_id]}"
        return f"#u-{reason_id(self.report.outcome.unchecked.get(claim_id, ''))}"

    def _finding(self, number: int, finding: Finding) -> FindingView:
        note = self.checks.get(finding.check)
        title = note.title if note else Bilingual(finding.check, finding.check)
        claims = [self.claims[claim_id] for claim_id in finding.claims if claim_id in self.claims]
        paths = [at.document for at in finding.locations if at.document in self.numbers]
        stated, implied = figures.interval_pair(finding, self.claims)
        gap = Bilingual(*(figures.gap(finding, self.claims, language) for language in ("zh", "en")))
        return FindingView(
            number,
            self.anchors[number - 1],
            finding,
            title,
            quotes(finding.locations, self._look),
            tuple(dict.fromkeys(self.numbers[path] for path in paths)),
            tuple(dict.fromkeys(claim.measure_key or claim.measure for claim in claims if claim.measure)),
            bars(finding.reported, finding.implied, _labelled(gap), figures.scale_of(finding, self.claims)),
            stated,
            implied,
            gap,
            tuple(tuple(self._suspect(claim_id) for claim_id in group) for group in finding.suspects),
        )

    def _suspect(self, claim_id: str) -> Quote:
        claim = self.claims.get(claim_id)
        if claim is None:
            at = Location("", -1, -1, 0, 0, claim_id, "", -1, claim_id)
        else:
            at = Location(
                claim.document, claim.start, claim.end, claim.line, claim.column, claim.text, "", -1, claim_id
            )
        return figure(at, self._look)

    def _look(self, at: Location) -> Source:
        document = self.documents.get(at.document)
        href = self.hrefs.get(at.claim_id, "")
        if document is not None and not href and at.start >= 0:
            spot = next((span for span in self.spans[at.document] if span.start <= at.start < span.end), None)
            href = "" if spot is None else f"#{self._span_id(at.document, spot)}"
        return Source(document, self.names.get(at.document, at.document), href)


def reason_id(reason: str) -> str:
    """The end of the address of a group of figures that were not compared."""
    return re.sub(r"[^\w-]", "_", reason, flags=re.ASCII) or "none"


def _labelled(gap: Bilingual) -> Bilingual:
    return Bilingual(f"差{gap.zh}", f"gap {gap.en}")


def _severity(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity) if not finding.accepted else len(SEVERITIES)


def _first_agreements(agreements: tuple[Agreement, ...]) -> dict[str, int]:
    """For each claim that an agreement holds, the number of the first."""
    first: dict[str, int] = {}
    for number, agreement in enumerate(agreements, 1):
        for claim_id in agreement.claims:
            first.setdefault(claim_id, number)
    return first


def _finding_anchors(findings: list[Finding]) -> list[str]:
    """An address on the page for each finding: its id, so that links last, or its number where the id will not do."""
    taken: set[str] = set()
    anchors = []
    for number, finding in enumerate(findings, 1):
        anchor = f"f-{finding.id}" if _SAFE_ID.fullmatch(finding.id) else f"f-n{number}"
        anchor = f"f-n{number}" if anchor in taken else anchor
        taken.add(anchor)
        anchors.append(anchor)
    return anchors


def _attach(view: DocumentView, finding: FindingView, offset: int) -> bool:
    """Put `finding` beside the block of `view` that holds `offset`; False where none does."""
    for block, beside in view.blocks:
        if block.start <= offset < block.end:
            beside.append(finding)
            view.findings.append(finding)
            return True
    return False
