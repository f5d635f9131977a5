"""The sentences of a finding with its figures marked: one quote a sentence, the figure at fault first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.bilingual import Bilingual
from claims.document import Document
from expectations.finding import Location
from reports.safe import clean
from reports.wrap import unbreakable

LONG = 150  # characters; a longer sentence is shown around its figures only
_AROUND = 45


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure in a quote, `text[start:end]`; `main` for the figure that the finding is shown at."""

    start: int
    end: int
    main: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, cleaned and on one line, its figures, and where they stand: `path:line:col`, then `line:col`."""

    document: str
    places: tuple[str, ...]
    text: str
    marks: tuple[Marked, ...]
    offset: int  # of the first figure, in the document; -1 for a row from outside

    @property
    def place(self) -> str:
        """All places in one: `a.txt:2:23, 2:35`."""
        return ", ".join(self.places)

    def pieces(self) -> list[tuple[str, Marked | None]]:
        """The text in order, cut at its figures."""
        cut: list[tuple[str, Marked | None]] = []
        at = 0
        for mark in self.marks:
            if mark.start < at:
                continue
            cut.append((self.text[at : mark.start], None))
            cut.append((self.text[mark.start : mark.end], mark))
            at = mark.end
        return [piece for piece in [*cut, (self.text[at:], None)] if piece[0]]


def quotes(locations: Sequence[Location]) -> list[Quote]:
    """The quotes of a finding or an agreement, in the order in which its figures first name a sentence."""
    groups: dict[tuple[str, int, str], list[Location]] = {}
    for number, location in enumerate(locations):
        sentence = location.sentence_start if location.start >= 0 else -2 - number  # a row from outside stands alone
        groups.setdefault((location.document, sentence, location.sentence), []).append(location)
    first = locations[0] if locations else None
    return [_quote(members, first) for members in groups.values()]


def place(location: Location) -> str:
    """`path:line:col`; for a figure from outside the table row."""
    if location.start < 0:
        return clean(location.document)
    return f"{clean(location.document)}:{location.line}:{location.column}"


def page(document: Document | None, offset: int) -> Bilingual | None:
    """The page or paragraph of the original at `offset`, where the document was read from a file that has such."""
    before = [mark for mark in document.marks if mark.offset <= offset] if document else []
    if not before:
        return None
    label = clean(before[-1].label)
    if before[-1].kind == "page":
        return Bilingual(f"第{label}页", f"page {label}")
    return Bilingual(f"第{label}段", f"paragraph {label}")


def _quote(members: list[Location], first: Location | None) -> Quote:
    head = members[0]
    sentence = head.sentence if head.start >= 0 and head.sentence else head.text
    marks = sorted(
        {_mark(sentence, location, location is first) for location in members}, key=lambda m: (m.start, not m.main)
    )
    places = [place(head), *(f"{m.line}:{m.column}" for m in members[1:] if m.start >= 0)]
    text, shifted = _shortened(clean(sentence), [mark for mark in marks if mark.end > mark.start])
    return Quote(head.document, tuple(dict.fromkeys(places)), text, tuple(shifted), head.start)


def _mark(sentence: str, location: Location, main: bool) -> Marked:
    start = location.start - location.sentence_start if location.start >= 0 else 0
    if sentence[start : start + len(location.text)] != location.text or start < 0:
        start = sentence.find(location.text)
    return Marked(start, start + len(location.text), main) if start >= 0 else Marked(0, 0, main)


def _shortened(text: str, marks: list[Marked]) -> tuple[str, list[Marked]]:
    """The text around its figures, `…` for what is left out, never cut within a figure."""
    if len(text) <= LONG:
        return text, marks
    windows: list[list[int]] = []
    starts = [start for start, _ in unbreakable(text)] + [len(text)]
    for mark in marks or [Marked(0, 0, True)]:
        low = next(start for start in starts if start >= min(mark.start - _AROUND, mark.start) or start == len(text))
        low = 0 if mark.start <= _AROUND else min(low, mark.start)
        high = next((start for start in starts if start >= mark.end + _AROUND), len(text))
        if windows and low <= windows[-1][1]:
            windows[-1][1] = max(windows[-1][1], high)
        else:
            windows.append([low, high])
    shown, moved = "", []
    for low, high in windows:
        shown += "…" if low > 0 and not shown.endswith("…") else ""
        shift = len(shown) - low
        moved += [Marked(m.start + shift, m.end + shift, m.main) for m in marks if low <= m.start < high]
        shown += text[low:high] + ("…" if high < len(text) else "")
    return shown, moved
