"""From a report to what the template walks."""

from __future__ import annotations

from markupsafe import Markup

from claims.bilingual import Bilingual
from expectations.finding import Finding, Location
from reports import figures
from reports.page.addresses import Addresses, addresses, home
from reports.page.bars import bars
from reports.page.quotes import Quote, figure, quotes
from reports.page.spans import Span
from reports.page.text import Block, blocks
from reports.page.views import AgreementView, DocumentView, FindingView, Page
from reports.report import CheckNote, Report


def page(report: Report) -> Page:
    """Everything shown of `report`, in order, with its numbers and links."""
    known = addresses(report)
    checks = {note.name: note for note in report.checks}
    findings = [_finding(known, checks, number) for number in range(1, len(known.ranked) + 1)]
    documents = [_document(known, path) for path in known.documents]
    by_path = {view.document.path: view for view in documents}
    elsewhere = []
    for view in findings:
        at = home(view.finding, known.numbers)
        if at is None or not _attach(by_path[at.document], view, at.start):
            elsewhere.append(view)
    agreements = [
        AgreementView(agreement, tuple(figure(at, known.look) for at in agreement.locations))
        for agreement in report.outcome.agreements
    ]
    return Page(report, documents, findings, elsewhere, agreements, checks, known.hrefs, known.names)


def _document(known: Addresses, path: str) -> DocumentView:
    document, spans = known.documents[path], known.spans[path]

    def around(span: Span) -> tuple[str, str]:
        return known.around(path, span)

    made: list[tuple[Block, list[FindingView]]] = [(block, []) for block in blocks(document, spans, around)]
    count = sum(span.claim >= 0 for span in spans)
    return DocumentView(known.numbers[path], document, known.names[path], made, figures=count)


def _finding(known: Addresses, checks: dict[str, CheckNote], number: int) -> FindingView:
    finding = known.ranked[number - 1]
    note = checks.get(finding.check)
    claims = [known.claims[claim_id] for claim_id in finding.claims if claim_id in known.claims]
    paths = [at.document for at in finding.locations if at.document in known.numbers]
    stated, implied = figures.interval_pair(finding, known.claims)
    gap = Bilingual(*(figures.gap(finding, known.claims, language) for language in ("zh", "en")))
    return FindingView(
        number=number,
        anchor=known.anchors[number - 1],
        finding=finding,
        title=note.title if note else Bilingual(finding.check, finding.check),
        quotes=quotes(finding.locations, known.look),
        documents=tuple(dict.fromkeys(known.numbers[path] for path in paths)),
        measures=tuple(dict.fromkeys(claim.measure_key or claim.measure for claim in claims if claim.measure)),
        bars=_bars(finding, gap, known),
        stated=stated,
        implied=implied,
        gap=gap,
        suspects=tuple(tuple(_suspect(known, claim_id) for claim_id in group) for group in finding.suspects),
    )


def _bars(finding: Finding, gap: Bilingual, known: Addresses) -> Markup:
    label = Bilingual(f"差{gap.zh}", f"gap {gap.en}")
    return bars(finding.reported, finding.implied, label, figures.scale_of(finding, known.claims))


def _suspect(known: Addresses, claim_id: str) -> Quote:
    claim = known.claims.get(claim_id)
    if claim is None:
        return figure(Location("", -1, -1, 0, 0, claim_id, "", -1, claim_id), known.look)
    where = (claim.document, claim.start, claim.end, claim.line, claim.column, claim.text)
    return figure(Location(*where, "", -1, claim_id), known.look)


def _attach(view: DocumentView, finding: FindingView, offset: int) -> bool:
    """Put `finding` beside the block of `view` that holds `offset`; False where none does."""
    for block, beside in view.blocks:
        if block.start <= offset < block.end:
            beside.append(finding)
            view.findings.append(finding)
            return True
    return False
