"""A figure in its sentence, and the words that say where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
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
    groups: list[list[_Placed]] = []
    for index, at in enumerate(locations):
        placed = _Placed(at, "other" if index else "first")
        group = next((group for group in groups if _shared(group[0].at, at)), None)
        if group is None:
            groups.append([placed])
        else:
            group.append(placed)
    return tuple(_quote(group, look) for group in groups)


def figure(at: Location, look: Look) -> Quote:
    """The figure alone, without its sentence."""
    source = look(at)
    return Quote((Piece(at.text, "other", source.href),), at.document, source.name, _place(source.document, at))


@dataclass(frozen=True, slots=True)
class _Placed:
    at: Location
    role: str


def _shared(one: Location, other: Location) -> bool:
    """Whether two figures stand in one sentence, also where one was given a blank more of it."""
    if one.document != other.document or min(one.sentence_start, other.sentence_start) < 0:
        return False
    first, second = sorted((one, other), key=lambda at: at.sentence_start)
    return second.sentence_start < first.sentence_start + len(first.sentence)


def _quote(group: list[_Placed], look: Look) -> Quote:
    head = group[0].at
    source = look(head)
    pieces: list[Piece] = []
    done = 0
    for offset, placed in sorted(_offsets(group), key=lambda pair: pair[0]):
        if offset < done:  # a figure within a figure: the wider stands, as the one at fault if either is
            if placed.role == "first":
                pieces[-1] = Piece(pieces[-1].text, "first", pieces[-1].href)
            continue
        pieces.append(Piece(_cut(head.sentence[done:offset], head=bool(done), tail=True)))
        pieces.append(Piece(placed.at.text, placed.role, look(placed.at).href))
        done = offset + len(placed.at.text)
    if pieces:
        pieces.append(Piece(_cut(head.sentence[done:], head=True, tail=False)))
    else:
        pieces = [Piece(placed.at.text, placed.role, look(placed.at).href) for placed in group]
    shown = tuple(piece for piece in pieces if piece.text)
    return Quote(shown, head.document, source.name, _place(source.document, head))


def _offsets(group: list[_Placed]) -> Iterator[tuple[int, _Placed]]:
    """Where each figure begins in the sentence of the first; those that do not stand there are left out."""
    sentence, start = group[0].at.sentence, group[0].at.sentence_start
    for placed in group:
        text = placed.at.text
        offset = placed.at.start - start
        if start < 0 or offset < 0 or sentence[offset : offset + len(text)] != text:
            offset = sentence.find(text)
        if text and offset >= 0:
            yield offset, placed


def _cut(words: str, *, head: bool, tail: bool) -> str:
    """Words beside figures, shortened where they run long: what is next to a figure stays."""
    if not head:
        words = words.lstrip()
    kept = _CONTEXT if head and tail else 2 * _CONTEXT
    if len(words) <= kept + 6:
        return words
    if head and tail:
        return f"{words[: kept // 2].rstrip()}…{words[-kept // 2 :].lstrip(_LEADING)}"
    return f"…{words[-_CONTEXT:].lstrip(_LEADING)}" if tail else f"{words[:_CONTEXT].rstrip()}…"


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
