"""A figure in its sentence, and the words that say where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from claims.bilingual import Bilingual
from claims.document import Document
from expectations.finding import Location
from reports.page.text import page_at, section_at

_CONTEXT = 46  # characters of a sentence shown on each side of a figure
_TITLE = 30  # characters of a text's first line that stand in for a title
_LEADING = "，。、；：,.;: "
_LONG_LINE = 300  # characters, beyond which a line's number alone does not find a figure
_SECTIONS = {
    "headline": Bilingual("标题", "headline"),
    "caption": Bilingual("图注", "caption"),
    "table": Bilingual("表格", "table"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quote: plain, or a figure (`role` is `first` for the one a finding is shown at, else `other`)."""

    text: str
    role: str = ""
    href: str = ""  # of the figure in the text, empty where there is none


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence, or one figure, and where it stands."""

    pieces: tuple[Piece, ...]
    path: str
    document: str  # how the article is called
    place: Bilingual

    @property
    def first(self) -> bool:
        """Whether it holds the figure that the finding is shown at."""
        return any(piece.role == "first" for piece in self.pieces)

    @property
    def figures(self) -> list[Piece]:
        """The figures in it."""
        return [piece for piece in self.pieces if piece.role]


@dataclass(frozen=True, slots=True)
class Source:
    """What a quote needs to know of its article; `document` is None for a figure from outside."""

    document: Document | None
    name: str
    href: str


Look = Callable[[Location], Source]


def quotes(locations: tuple[Location, ...], look: Look) -> tuple[Quote, ...]:
    """The figures of a finding in their sentences; figures of one sentence share a quote."""
    groups: dict[tuple[str, int, str], list[tuple[Location, str]]] = {}
    for index, at in enumerate(locations):
        alone = at.sentence_start < 0 or not at.sentence
        key = (at.document, -1 - index if alone else at.sentence_start, at.sentence)
        groups.setdefault(key, []).append((at, "other" if index else "first"))
    return tuple(_quote(group, look) for group in groups.values())


def figure(at: Location, look: Look) -> Quote:
    """The figure alone, without its sentence."""
    source = look(at)
    return Quote((Piece(at.text, "other", source.href),), at.document, source.name, _place(source.document, at))


def _quote(group: list[tuple[Location, str]], look: Look) -> Quote:
    at = group[0][0]
    source = look(at)
    found = ((offset, one, role) for one, role in group if (offset := _offset(one)) is not None)
    placed = sorted(found, key=lambda part: part[0])
    pieces: list[Piece] = []
    done = 0
    for offset, one, role in placed:
        if offset < done:
            continue
        pieces.append(Piece(_cut(at.sentence[done:offset], head=bool(done), tail=True)))
        pieces.append(Piece(one.text, role, look(one).href))
        done = offset + len(one.text)
    if not pieces:
        pieces = [Piece(one.text, role, look(one).href) for one, role in group]
    else:
        pieces.append(Piece(_cut(at.sentence[done:], head=True, tail=False)))
    shown = tuple(piece for piece in pieces if piece.text)
    return Quote(shown, at.document, source.name, _place(source.document, at))


def _offset(at: Location) -> int | None:
    """Where the figure begins in its sentence, or None if it does not stand there."""
    offset = at.start - at.sentence_start
    if at.sentence_start >= 0 and at.sentence[offset : offset + len(at.text)] == at.text:
        return offset
    found = at.sentence.find(at.text)
    return None if found < 0 else found


def _cut(words: str, *, head: bool, tail: bool) -> str:
    """Words beside figures, shortened where they run long: what is next to a figure stays."""
    if not head:
        words = words.lstrip()
    kept = _CONTEXT if head and tail else 2 * _CONTEXT
    if len(words) <= kept + 6:
        return words
    if head and tail:
        return f"{words[: kept // 2].rstrip()}…{words[-kept // 2 :].lstrip()}"
    return f"…{words[-_CONTEXT:].lstrip()}" if tail else f"{words[:_CONTEXT].rstrip()}…"


def names(documents: list[Document]) -> dict[str, str]:
    """What each article is called, by path: its title or first words, with the file's name where these repeat."""
    called = {document.path: _name(document) for document in documents}
    times = Counter(called.values())
    return {path: f"{name}（{PurePosixPath(path).name}）" if times[name] > 1 else name for path, name in called.items()}


def _name(document: Document) -> str:
    title = " ".join(document.title.split())
    if title:
        return title
    first = " ".join(document.text[:400].strip().partition("\n")[0].split()).lstrip(_LEADING)
    return (first if len(first) <= _TITLE else f"{first[: _TITLE - 1]}…") or PurePosixPath(document.path).name


def _place(document: Document | None, at: Location) -> Bilingual:
    if document is None or at.start < 0:
        return Bilingual("外部数据", "outside data")
    section = _SECTIONS.get(section_at(document, at.start), Bilingual("", ""))
    page = page_at(document, at.start)
    text = document.text
    line_start = at.start - (at.column - 1)
    long = text.find("\n", at.start) - line_start > _LONG_LINE or text.find("\n", at.start) < 0 < len(text) - _LONG_LINE
    zh = [section.zh, f"第{page}页" if page else "", f"第{at.line}行" + (f"第{at.column}字" if long else "")]
    en = [section.en, f"page {page}" if page else "", f"line {at.line}" + (f", character {at.column}" if long else "")]
    return Bilingual(" · ".join(filter(None, zh)), ", ".join(filter(None, en)))
