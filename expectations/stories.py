"""Which documents tell the same story: they share figures so particular that chance does not explain it, or names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from claims.claim import Claim
from claims.document import Document
from expectations.digits import significant_digits
from expectations.same import PERCENT_KINDS
from expectations.subjects import namesakes, subjects
from expectations.words import NOISE, before

NOWHERE: Mapping[str, Document] = {}
Measures = Mapping[tuple[str, str, str], set[Decimal]]

COMMON = 8  # a figure that stands in more documents than this links none of them
ENOUGH = 2  # this many shared particular figures link two documents …
FURTHER = 2  # … or one and so many further percentages of two digits or more
NAMED = 6  # closing characters of a measure that, with a figure of two digits, tell one thing
SPARE = 3  # so many figures of like measures may be of other things
MOSTLY = 0.2  # … if they are so much of the figures of one of them


def stories(claims: Sequence[Claim], articles: Mapping[str, Document] = NOWHERE) -> tuple[tuple[str, str], ...]:
    """Pairs of documents sharing at least two particular figures, a fifth of one's, sorted; linear in the claims.

    Where the beginnings of the `articles` share names, figures of fewer digits are enough (`subjects`).
    """
    found = set(subjects(claims, articles, COMMON)) if articles else set()
    figures: dict[str, set[str]] = defaultdict(set)
    percentages: dict[str, set[tuple[str, Decimal]]] = defaultdict(set)
    named: dict[str, dict[tuple[str, str, str], set[Decimal]]] = defaultdict(lambda: defaultdict(set))
    holders: dict[tuple[object, ...], dict[str, str]] = defaultdict(dict)
    for claim in claims:
        figures[claim.document].add(str(claim.value))
        size = f"{claim.value:.3e}"
        if claim.measure_key and not claim.place:  # a statistic of a place is one, whoever tells it
            named[claim.document][claim.measure_key, claim.kind, claim.period].add(claim.value)
        if claim.kind in PERCENT_KINDS and significant_digits(claim) >= 2:
            percentages[claim.document].add((claim.kind, claim.value))
        for mark in _marks(claim, size):
            holders[mark].setdefault(claim.document, size)
    shared: dict[tuple[str, str], set[str]] = defaultdict(set)
    for documents in holders.values():
        if 1 < len(documents) <= COMMON:
            for first, second in combinations(sorted(documents), 2):
                shared[first, second].add(documents[first])
    for pair, values in shared.items():
        first, second = pair
        least = MOSTLY * min(len(figures[name]) for name in pair)
        more = len(percentages[first] & percentages[second])
        told = len(values) + more >= least and (len(values) >= ENOUGH or more >= FURTHER)
        if told and alike(named[first], named[second]) and not _others(articles.get(first), articles.get(second)):
            found.add(pair)
    return tuple(sorted(found))


def _others(first: Document | None, second: Document | None) -> bool:
    """Whether the articles open with names of one kind that differ."""
    return first is not None and second is not None and namesakes(first, second)


def alike(left: Measures, right: Measures) -> bool:
    """Whether two documents give alike what both name of one time: sheets of one form differ in most, a fund each."""
    both = left.keys() & right.keys()
    most = sum(min(len(left[key]), len(right[key])) for key in both)
    return 2 * sum(len(left[key] & right[key]) for key in both) >= most - SPARE


def _marks(claim: Claim, size: str) -> list[tuple[object, ...]]:
    """What two documents may share in this figure: four digits, fewer and the measure, or the very words around it.

    The very words tell one thing also where the figures differ.
    A figure is also the same with its further digits rounded away, or, if it has many, with one digit
    wrong or two swapped: else the slip that is looked for would hide that two documents tell one story.
    """
    digits, kind, key = significant_digits(claim), claim.dimension or claim.unit, claim.measure_key
    percentage = claim.kind in PERCENT_KINDS
    marks: list[tuple[object, ...]] = []
    if digits >= 4 or (digits == 3 and not percentage):
        marks.append((kind, claim.value))
    elif digits == 3 and key:
        marks.append((key, kind, claim.value))
    if digits >= 4 and not percentage:
        marks.append((kind, size))
    if digits >= 4 and key:
        marks.append((key, kind, size))
    if digits >= 2 and not percentage and len(key) >= NAMED:
        marks.append((key[-NAMED:], kind, claim.value))
    if digits >= 5 and key:
        text, power = f"{claim.value:f}".strip("0."), claim.value.adjusted()
        marks.append((key, kind, power, "".join(sorted(text))))
        marks += [(key, kind, power, at, text[:at] + text[at + 1 :]) for at in range(len(text))]
    words = NOISE.sub("", before(claim, 40))[-10:]
    if len(words) == 10:
        marks.append((words, claim.value))
        if digits >= 2 and key and not percentage:
            marks.append((words, key, claim.unit, claim.period))
    return marks
