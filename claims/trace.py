"""Which rule read what: the words of sentences with their roles, the reading of each claim, the numerals left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.claim import Claim
from claims.document import Document
from claims.extraction import Places, claims_of, read_article
from claims.language import READ, language_of
from claims.zh import slots
from claims.zh.article import Article, Figure
from claims.zh.layout import Sentence

STEP_KINDS = ("sentence", "claim", "left_out")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reading, at `start` to `end` of the document's text.

    `kind` is one of `STEP_KINDS`. Of a sentence, `details` are its words in order, each as (role, word); of a claim,
    what its words say, as (name, value), only what is there; of a numeral left out, its reading. `rule` is the rule
    that read a claim, or the kind of a numeral that is no claim (`date`, `ordinal`, `name` …).
    """

    kind: str
    document: str
    start: int
    end: int
    line: int
    column: int
    text: str
    rule: str = ""
    claim_id: str = ""
    details: tuple[tuple[str, str], ...] = ()


def trace(document: Document) -> tuple[Step, ...]:
    """The steps by which the document was read, in the order of its text; only sentences with claims are shown."""
    if language_of(document) not in READ:
        return ()
    places, found = read_article(document)
    steps = [
        *_sentences(places, found),
        *(_claim(figure, claim, found) for figure, claim in zip(found.figures, claims_of(places, found), strict=True)),
        *_left_out(places, found),
    ]
    return tuple(sorted(steps, key=lambda step: (step.start, STEP_KINDS.index(step.kind), step.end)))


def _sentences(places: Places, found: Article) -> Iterator[Step]:
    text = places.folded.text
    told: dict[Sentence, list[Figure]] = {}
    for figure in found.figures:
        told.setdefault(figure.sentence, []).append(figure)
    for sentence, figures in told.items():
        start, end = sentence.start, sentence.end
        row = slots.row(
            text,
            start,
            end,
            [figure.quantity for figure in figures],
            [span for span in found.times if start <= span.start < end],
            [span for span in found.places if start <= span.start < end],
        )
        yield _step("sentence", places, start, end, details=tuple((slot.role, slot.word) for slot in row))


def _step(kind: str, places: Places, start: int, end: int, **fields: object) -> Step:
    first, last, line, column = places.span(start, end)
    text = places.text[first:last]
    return Step(kind, places.document.path, first, last, line, column, text, **fields)  # type: ignore[arg-type]


def _claim(figure: Figure, claim: Claim, found: Article) -> Step:
    return Step(
        "claim", claim.document, claim.start, claim.end, claim.line, claim.column, claim.text, claim.rule,
        claim.claim_id, tuple((name, value) for name, value in _said(figure, found) if value),
    )  # fmt: skip


def _said(figure: Figure, found: Article) -> Iterator[tuple[str, str]]:
    """What the words say of a figure, as (name, value), also where that is nothing."""
    reading, said = figure.reading, figure.reading.segment
    yield "relation", said.relation
    yield "direction", said.direction
    yield "reached", "yes" if said.reached else ""
    yield "former", "yes" if said.former else ""
    yield "subject", reading.subject or said.subject
    yield "verb", reading.verb or said.verb
    yield "object", reading.object or said.object
    yield "whole", said.whole
    yield "comparison", said.comparison
    yield "base", said.base_words
    yield "per", said.per or figure.quantity.per
    yield "times", "、".join(slot.word for slot in reading.times)
    yield "base times", "、".join(slot.word for slot in reading.base_times)
    yield "places", "、".join(slot.word for slot in reading.places)
    yield "shared out", "、".join(said.items) if said.distributed else ""
    yield "hedge", said.hedge or figure.quantity.hedge
    yield "group", str(reading.group) if reading.group else ""
    yield "part of", found.figures[figure.part_of].measure if figure.part_of is not None else ""
    yield "measure of", reading.source.measure if reading.source is not None else ""
    yield "modality", figure.modality
    yield "inferred", "、".join(figure.inferred)


def _left_out(places: Places, found: Article) -> Iterator[Step]:
    for other in found.scan.others:
        details = tuple((name, value) for name, value in (("reading", other.reading),) if value)
        yield _step("left_out", places, other.start, other.end, rule=other.kind, details=details)
    for span in found.times:
        details = tuple((name, value) for name, value in (("period", span.period), ("role", span.role)) if value)
        yield _step("left_out", places, span.start, span.end, rule="time", details=details)
