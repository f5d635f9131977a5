"""What the template walks: articles, findings and agreements with everything that is shown of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from markupsafe import Markup

from claims.bilingual import Bilingual
from claims.document import Document
from expectations.finding import Agreement, Finding
from reports.page.quotes import Quote
from reports.page.text import Block
from reports.report import CheckNote, Report


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
