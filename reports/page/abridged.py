"""A report short enough for one page: every finding, and of the articles without any as many as a browser can hold."""

from __future__ import annotations

from dataclasses import replace

from reports.report import Report

MOST = 5_000_000  # characters of articles; a page takes some 17 bytes for each


def abridged(report: Report, most: int = MOST) -> Report:
    """The report without the last of its articles that no finding touches, once all together are too long.

    The figures of the articles left out go with them, and the agreements in which they take part.
    """
    kept = _kept(report, most)
    if len(kept) == len(report.documents):
        return report
    out = {document.path for document in report.documents} - kept
    held = tuple(
        agreement
        for agreement in report.outcome.agreements
        if not any(place.document in out for place in agreement.locations)
    )
    return replace(
        report,
        documents=tuple(document for document in report.documents if document.path in kept),
        claims=tuple(claim for claim in report.claims if claim.document not in out),
        mentions=tuple(mention for mention in report.mentions if mention.document not in out),
        outcome=replace(report.outcome, agreements=held),
    )


def _kept(report: Report, most: int) -> set[str]:
    """The paths of the articles that stay: those of findings, those not read, and the first of the others."""
    touched = {place.document for finding in report.outcome.findings for place in finding.locations}
    kept = {document.path for document in report.documents if document.error or document.path in touched}
    left = most - sum(len(document.text) for document in report.documents if document.path in kept)
    for document in report.documents:
        if document.path not in kept:
            left -= len(document.text)
            if left < 0:
                break
            kept.add(document.path)
    return kept
