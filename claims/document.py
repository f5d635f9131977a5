"""A document: one article as read, with its original text, into which all offsets point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claims.bilingual import Bilingual

SECTION_KINDS = ("headline", "lead", "body", "caption", "table")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text of one kind (see `SECTION_KINDS`), `text[start:end]`."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its words and where they stand in the document's text."""

    text: str
    start: int
    end: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the document: rows of cells (equal lengths, spans repeated), caption and unit note if any."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    caption_start: int = -1


@dataclass(frozen=True, slots=True)
class Mark:
    """From `offset` on, the original's page or paragraph is `label` (`3`)."""

    offset: int
    kind: str  # "page" or "paragraph"
    label: str


@dataclass(frozen=True, slots=True)
class InlineAcceptance:
    """An accept comment in the document: findings of `check` in the paragraph at `offset` were seen, with a reason."""

    check: str
    reason: str
    offset: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article. Unreadable ones keep their path and say why in `error`; their text is empty."""

    path: str
    text: str = ""
    title: str = ""
    published: date | None = None
    publisher: str = ""
    place: str = ""
    language: str = ""
    encoding: str = ""
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    marks: tuple[Mark, ...] = ()
    acceptances: tuple[InlineAcceptance, ...] = ()
    notes: tuple[Bilingual, ...] = ()  # read, but with reservations: bytes replaced, a faulty manifest
    error: Bilingual | None = None
