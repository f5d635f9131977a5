"""Pairs of figures whose words bring them together: they may be one quantity, printed twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from claims.claim import Claim
from expectations.comparison import Reading, alike_in_print
from expectations.naming import kinship, shared, telling
from expectations.parted import parted
from expectations.printed import MOST
from expectations.same import LEVELS, dimension, is_result, is_worded
from expectations.slips import slipped_values
from expectations.stories import significant_digits
from expectations.words import before, converted, grams

MANY = 5  # digits from which a slip between the figures of two documents is no accident
SUFFIX = 4


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two figures that may be one quantity: what their wording shares.

    `kin` is the length of the measure that both share, 0 where the measures are different; `lead` and `tail` count the
    characters shared right before and right behind the figures.
    """

    first: Claim
    second: Claim
    kin: int
    lead: int
    tail: int


def repeats(claims: tuple[Claim, ...], *, across: bool) -> Iterator[Repeat]:
    """Pairs of figures whose wording brings them together, within documents or `across` two; the cost is linear."""
    seen: set[tuple[str, str]] = set()
    for row in _rows(claims):
        for at, first in enumerate(row):
            for second in row[at + 1 :]:
                key = (first.claim_id, second.claim_id)
                if (first.document != second.document) == across and key not in seen:
                    seen.add(key)
                    if not parted(first, second):
                        yield Repeat(first, second, kinship(first, second), *shared(first, second))
    for first, second in slipped(claims, across):
        if (first.claim_id, second.claim_id) not in seen and not parted(first, second):
            seen.add((first.claim_id, second.claim_id))
            yield Repeat(first, second, kinship(first, second), *shared(first, second))


def slipped(claims: tuple[Claim, ...], across: bool) -> Iterator[tuple[Claim, Claim]]:
    """Figures with so many digits that one slip between them is no accident, whatever the wording of two documents.

    Within one document the sentences have some words in common.
    """
    by_value: dict[Decimal, list[Claim]] = defaultdict(list)
    telling = [claim for claim in claims if significant_digits(claim) >= MANY and is_result(claim) and claim.start >= 0]
    for claim in telling:
        by_value[claim.value].append(claim)
    for claim in telling:
        for value in slipped_values(claim.text, claim.value):
            for other in by_value.get(value, ()):
                if dimension(other) != dimension(claim) or (other.document != claim.document) != across:
                    continue
                if other.document > claim.document or (
                    not across and other.start > claim.start and echoes(claim, other)
                ):
                    yield claim, other


def echoes(a: Claim, b: Claim) -> bool:
    """Whether the words before two figures of other sentences have a pair of characters in common."""
    told = is_worded(a) and is_worded(b) and a.sentence_start != b.sentence_start
    return told and not grams(before(a, 40)).isdisjoint(grams(before(b, 40)))


def _rows(claims: tuple[Claim, ...]) -> Iterator[list[Claim]]:
    """Figures that share their measure, some characters of it, or the words right before them."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not is_result(claim) or not is_worded(claim) or converted(claim):
            continue
        kind = "level" if claim.kind in LEVELS else claim.kind
        for mark in _marks(claim):
            found[mark, kind].append(claim)
    for row in found.values():
        if 1 < len(row) <= MOST:
            yield row


def _marks(claim: Claim) -> Iterable[str]:
    """The marks by which figures come together, each once, in the order of the words."""
    key = claim.measure_key
    marks = [f"={key}", *(key[at : at + 2] for at in range(len(key) - 1))] if key else []
    tail = telling(before(claim, 40))[-SUFFIX:]
    return dict.fromkeys([*marks, f"…{tail}"] if len(tail) == SUFFIX else marks)


def agree(pair: Repeat) -> bool:
    """Whether the two figures can be one number as printed: equal, or hedged or rounded so that they meet."""
    a, b = pair.first, pair.second
    if a.value == b.value:
        return True
    return not alike_in_print(a, b) and Reading.of(a).asserted.meets(Reading.of(b).asserted)


def alike(pair: Repeat) -> bool:
    """Whether the two are one number in print, so that nothing is left to judge."""
    return pair.first.value == pair.second.value and alike_in_print(pair.first, pair.second)
