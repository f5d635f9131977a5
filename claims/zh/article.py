"""A Chinese article read from end to end: its figures in order with everything that its words say of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from claims.quantity import Quantity, Scan
from claims.zh import layout, measure, period, place, quantity, reading, resolve, slots
from claims.zh.layout import Sentence
from claims.zh.period import TimeSpan
from claims.zh.place import PlaceSpan
from claims.zh.records import Memory, Reading
from claims.zh.resolve import State
from claims.zh.slots import Slot

Span = TypeVar("Span", Quantity, TimeSpan, PlaceSpan)

_AMBIENT_KINDS = ("year", "months", "half", "quarter", "to_date", "years", "month")


@dataclass(slots=True)
class Figure:
    """One figure resolved; offsets are those of the folded text. `index` numbers the figures of the article."""

    sentence: Sentence
    quantity: Quantity
    reading: Reading
    kind: str
    value: Decimal
    measure: str
    measure_key: str
    place: str
    place_name: str
    period: str
    base_period: str
    comparison: str
    whole_key: str
    part_of: int | None
    inferred: tuple[str, ...]
    modality: str
    price_basis: str


@dataclass(slots=True)
class Article:
    """The figures of an article, its times and the numerals that are no quantities."""

    figures: list[Figure]
    sentences: list[Sentence]
    times: list[TimeSpan]
    scan: Scan


def read(text: str, published: date | None, title: str, area_hint: str, publisher: str) -> Article:
    """The figures of the folded `text`."""
    times = period.find(text, published)
    scan = quantity.scan(text, [(span.start, span.end) for span in times])
    places = place.find(text) if scan.quantities else []
    area = place.document_area(text, title, area_hint, publisher)
    parts = layout.sentences(text, title)
    state = State(published, area, _ambient(times, parts))
    memory = Memory()
    figures: list[Figure] = []
    starts = [sentence.start for sentence in parts]
    q_at = t_at = p_at = 0
    for sentence in parts:
        own_q, q_at = _within(scan.quantities, q_at, sentence)
        own_t, t_at = _within(times, t_at, sentence)
        own_p, p_at = _within(places, p_at, sentence)
        resolve.enter(state, sentence.paragraph, sentence.section)
        if own_q:
            figures += _sentence(text, sentence, own_q, own_t, own_p, state, memory, len(figures))
        else:
            for span in own_t:
                resolve.see(state, Slot("time", span.start, span.end, "", span))
            if sentence.end - sentence.start <= 40:
                memory.topic = ""
    assert len(starts) == len(parts)
    return Article(figures, parts, times, scan)


def _within(spans: list[Span], at: int, sentence: Sentence) -> tuple[list[Span], int]:
    while at < len(spans) and spans[at].start < sentence.start:
        at += 1
    first = at
    while at < len(spans) and spans[at].start < sentence.end:
        at += 1
    return spans[first:at], at


def _ambient(times: list[TimeSpan], parts: list[Sentence]) -> str:
    """The period that headline and first sentences set for the whole article."""
    if not parts:
        return ""
    limit = parts[min(len(parts) - 1, 5)].end
    for span in times:
        if span.start > limit:
            break
        if span.role == "reference" and span.kind in _AMBIENT_KINDS and span.period:
            return span.period
    return ""


def _sentence(
    text: str,
    sentence: Sentence,
    quantities: list[Quantity],
    times: list[TimeSpan],
    places: list[PlaceSpan],
    state: State,
    memory: Memory,
    number: int,
) -> Iterator[Figure]:
    row = slots.row(text, sentence.start, sentence.end, quantities, times, places)
    last_before = number - 1
    readings = reading.read(row, memory)
    seen = 0
    for offset, found in enumerate(readings):
        at = found.quantity.outer_start
        clause_start = seen
        while seen < len(row) and row[seen].start < at:
            if row[seen].role == "time":
                resolve.see(state, row[seen])
            seen += 1
        stock = resolve.is_stock(row[clause_start:seen])
        yield _figure(sentence, found, state, stock, number, last_before)
    while seen < len(row):
        if row[seen].role == "time":
            resolve.see(state, row[seen])
        seen += 1


def _figure(sentence: Sentence, found: Reading, state: State, stock: bool, number: int, last_before: int) -> Figure:
    kind = resolve.kind(found)
    compared = resolve.comparison(found, state, kind)
    reference, period_inferred = resolve.period(found, state, kind, stock)
    base = resolve.base_period(found, state, kind, reference, compared)
    code, name, place_inferred = resolve.where(found, state)
    words = measure.tidy(found.measure)
    part_of = numbers.get(id(found.part_of)) if found.part_of is not None else None
    inferred = [
        field
        for field, is_inferred in (("period", period_inferred), ("place", place_inferred), ("measure", found.inherited))
        if is_inferred
    ]
    return Figure(
        sentence, found.quantity, found, kind, resolve.value(found, kind), words, measure.key(words), code, name, reference, base,
        compared, measure.key(found.segment.whole) if found.segment.whole else "", part_of, tuple(inferred),
        _modality(found), found.price_basis,
    )  # fmt: skip


def _modality(found: Reading) -> str:
    if found.threshold:
        return "threshold"
    return "plan" if found.segment.plan else ""


def sentence_at(parts: list[Sentence], offset: int) -> Sentence | None:
    """The sentence that holds `offset`."""
    index = bisect_left([part.end for part in parts], offset + 1)
    return parts[index] if index < len(parts) and parts[index].start <= offset else None
