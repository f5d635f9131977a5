"""A figure in its sentence, and the words that say where it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath

from claims.bilingual import Bilingual
from claims.document import Document
from expectations.finding import Location
from reports.page.text import page_at, section_at

_CONTEXT = 46  # characters of a sentence shown on each side of a figure
_SECTIONS = {
    "headline": Bilingual("标题", "headline"),
    "caption": Bilingual("图注", "caption"),
    "table": Bilingual("表格", "table"),
}


@dataclass(frozen=True, slots=True)
class Quote:
    """One figure in its sentence, where it stands, and the link to it there (empty where there is none)."""

    before: str
    figure: str
    after: str
    document: str  # how the article is called
    place: Bilingual
    href: str


def quote(at: Location, document: Document | None, name: str, href: str) -> Quote:
    """The quote of `at`; `document` is None for a figure from outside."""
    before, after = _around(at)
    return Quote(before, at.text, after, name, _place(document, at), href)


def names(documents: list[Document]) -> dict[str, str]:
    """What each article is called, by path: its title, with the file's name where titles repeat."""
    titles = Counter(document.title.strip() for document in documents)
    return {document.path: _name(document, titles) for document in documents}


def _name(document: Document, titles: Counter[str]) -> str:
    title = " ".join(document.title.split())
    file = PurePosixPath(document.path).name
    if not title:
        return file
    return f"{title}（{file}）" if titles[document.title.strip()] > 1 else title


def _around(at: Location) -> tuple[str, str]:
    """The words before and after the figure in its sentence, cut where they run long."""
    offset = at.start - at.sentence_start
    if at.sentence_start < 0 or at.sentence[offset : offset + len(at.text)] != at.text:
        offset = at.sentence.find(at.text)
    if offset < 0:
        return "", ""
    before, after = at.sentence[:offset].lstrip(), at.sentence[offset + len(at.text) :].rstrip()
    if len(before) > _CONTEXT + 8:
        before = "…" + before[-_CONTEXT:].lstrip()
    if len(after) > _CONTEXT + 8:
        after = after[:_CONTEXT].rstrip() + "…"
    return before, after


def _place(document: Document | None, at: Location) -> Bilingual:
    if document is None or at.start < 0:
        return Bilingual("外部数据", "outside data")
    section = _SECTIONS.get(section_at(document, at.start), Bilingual("", ""))
    page = page_at(document, at.start)
    zh = [section.zh, f"第{page}页" if page else "", f"第{at.line}行"]
    en = [section.en, f"page {page}" if page else "", f"line {at.line}"]
    return Bilingual(" · ".join(filter(None, zh)), ", ".join(filter(None, en)))
