"""What a Chinese article says besides its figures: dates, durations, ranks, records, bare directions, lists."""

from __future__ import annotations

from decimal import Decimal

from claims.document import Document
from claims.quantity import Other, Quantity
from claims.zh.article import Article
from claims.zh.mentions import days, lists, ranks, spans
from claims.zh.mentions.context import Context
from claims.zh.mentions.context import Found as Found
from claims.zh.mentions.cues import automaton

_NO_MENTIONS = ("name", "misprint", "weekday")
_TIMES = frozenset(("岁", "周岁", "年", "个月", "个年头"))
_DATED = ("day", "stamp", "as_of")
_LONG = ("years", "relative", "to_date", "vague")


def find(text: str, article: Article, document: Document) -> list[Found]:
    """The mentions of the folded text in order; offsets are those of that text."""
    context = Context(text, article, document)
    for other in article.scan.others:
        if other.kind not in _NO_MENTIONS:
            _other(context, other)
    for span in article.times:
        told = days.day(context, span) if span.kind in _DATED else None
        if told is None and span.kind in _LONG:
            told = spans.told(context, span)
        if told is not None:
            context.found.append(told)
    for quantity in article.scan.quantities:
        if quantity.unit in _TIMES:
            _length(context, quantity)
        elif "、" in text[max(0, quantity.start - 12) : quantity.start]:
            _count(context, quantity)
    machine, readers = automaton()
    for index, start, end in machine.find_matches_as_indexes(text):
        reader, word = readers[index]
        reader(context, start, end, word)
    return sorted(_apart(context.found), key=lambda found: (found.start, found.end, found.kind))


def _apart(found: list[Found]) -> list[Found]:
    """Without what only begins another mention: 三个 of 三个率先, 两 of 两降两升, 十 of 十周年."""
    counted = {one.start for one in found if one.kind in ("list", "direction")}
    years = {one.start for one in found if one.kind == "anniversary"}
    begin = {"count_word": counted, "duration": years}
    return [one for one in found if one.start not in begin.get(one.kind, ())]


def _other(context: Context, other: Other) -> None:
    kind = other.kind
    found: Found | None
    if kind in ("rank", "ordinal"):
        found = ranks.rank(context, other)
    elif kind in ("duration", "streak"):
        found = spans.length(context, other)
    elif kind == "age":
        found = spans.age(context, other.start, other.end, Decimal(other.reading or 0))
    elif kind == "date":
        found = days.odd(context, other)
    else:
        count = Decimal(other.reading) if kind == "count_word" and other.reading else None
        found = Found(kind, other.start, other.end, other.reading, count)
    if found is not None:
        context.found.append(found)


def _length(context: Context, quantity: Quantity) -> None:
    """Add an age, or a length of time with years beside it, that is also a figure."""
    if quantity.unit in ("岁", "周岁"):
        context.found.append(spans.age(context, quantity.start, quantity.end, quantity.value))
    elif (found := spans.measured(context, quantity)) is not None:
        context.found.append(found)


def _count(context: Context, quantity: Quantity) -> None:
    """Add the list that ends at a figure which counts it."""
    start, value = quantity.start, quantity.value
    counts = quantity.form == "number" and not quantity.hedge and context.text[start].isdigit()
    if counts and value < 60 and value == int(value):
        lists.summed_up(context, start, quantity.outer_end, int(value))
