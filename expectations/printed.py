"""Which figures a text prints more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from claims.claim import Claim
from expectations.digits import significant_digits
from expectations.naming import kinship, shared, telling
from expectations.parted import beside
from expectations.same import dimension, units_fit
from expectations.words import before

MOST = 16  # wording shared by more figures than this is a table or a formula of the trade, not a repetition

ENDING = 2  # characters by which measures are alike
FULL = 8  # characters that name a thing in full


class Printed:
    """Which values a block prints more than once: a figure with a partner is not taken for another's repetition."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        self.claims = claims

    @cached_property
    def found(self) -> Mapping[Decimal, list[Claim]]:
        """The figures by their size."""
        found: dict[Decimal, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[abs(claim.value)].append(claim)
        return found

    @cached_property
    def beside(self) -> Mapping[tuple[str, int], dict[tuple[str, str], Decimal]]:
        """The first figure of each measure and kind, by sentence."""
        found: dict[tuple[str, int], dict[tuple[str, str], Decimal]] = defaultdict(dict)
        for claim in self.claims:
            if claim.measure_key:
                found[claim.document, claim.sentence_start].setdefault((claim.measure_key, claim.kind), claim.value)
        return found

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str], set[Decimal]]:
        """The values of each measure and kind."""
        found: dict[tuple[str, str], set[Decimal]] = defaultdict(set)
        for claim in self.claims:
            if not claim.former:
                found[claim.measure_key, claim.kind].add(claim.value)
        return found

    @cached_property
    def by_tail(self) -> Mapping[tuple[str, str], set[Decimal]]:
        """The values behind the same two characters."""
        found: dict[tuple[str, str], set[Decimal]] = defaultdict(set)
        for claim in self.claims:
            if not claim.former:
                found[telling(before(claim, 40))[-2:], claim.kind].add(claim.value)
        return found

    def partnered(self, claim: Claim, document: str, kin: int = 0) -> bool:
        """Whether the document prints the same figure in another sentence, with digits enough or like words.

        A figure of few digits whose measure is less like is no partner where a name of `kin` characters ties another.
        """
        return any(
            other.document == document
            and other is not claim
            and not beside(claim, other)
            and units_fit(claim, other)
            and (significant_digits(claim) >= 4 or self._alike(claim, other, kin))
            for other in self.found[abs(claim.value)][:MOST]
        )

    @cached_property
    def by_ending(self) -> Mapping[tuple[str, str, str, str], set[Decimal]]:
        """The values of each document that are of one unit and kind and whose measures end alike."""
        found: dict[tuple[str, str, str, str], set[Decimal]] = defaultdict(set)
        for claim in self.claims:
            found[_ending(claim)].add(claim.value)
        return found

    def sole(self, claim: Claim) -> bool:
        """Whether no other figure of its document has a measure that ends like its own."""
        return len(claim.measure_key) >= ENDING and len(self.by_ending[_ending(claim)]) == 1

    def both_in_one(self, a: Claim, b: Claim) -> bool:
        """Whether one of two documents prints both figures, so that it tells them apart, whatever it calls them."""
        return self._prints(b.document, a) or self._prints(a.document, b)

    def _prints(self, document: str, claim: Claim) -> bool:
        found = self.found[abs(claim.value)]
        return any(one.document == document and (one.kind, one.unit) == (claim.kind, claim.unit) for one in found)

    @staticmethod
    def _alike(claim: Claim, other: Claim, kin: int) -> bool:
        if kin >= FULL and significant_digits(claim) <= 2:
            return kinship(claim, other) >= kin
        return kinship(claim, other) > 0 or sum(shared(claim, other)) >= 2

    def times(self, claim: Claim) -> int:
        """How often the figure is printed with its sign, of whatever it may be."""
        same = [other for other in self.found[abs(claim.value)] if other.value == claim.value]
        return sum(dimension(other) == dimension(claim) for other in same)

    def alike(self, claim: Claim) -> tuple[Claim, ...]:
        """The other places that print the figure of a claim under a like measure."""
        return tuple(
            other
            for other in self.found[abs(claim.value)][:MOST]
            if other is not claim and units_fit(claim, other) and kinship(claim, other)
        )

    def neighbours(self, a: Claim, b: Claim) -> int:
        """What the other figures of the two sentences say: like ones speak for a repetition, others against it."""
        left, right = (self.beside[claim.document, claim.sentence_start] for claim in (a, b))
        own = {(a.measure_key, a.kind), (b.measure_key, b.kind)}
        shared = [left[key] == right[key] for key in left.keys() & right.keys() if key not in own]
        return 8 if shared and all(shared) else -30 if shared and not any(shared) else 0

    def spread(self, a: Claim, b: Claim) -> int:
        """What speaks against one quantity: more than two values behind the same measure or the same words."""
        key, tail = a.measure_key, telling(before(a, 40))[-2:]
        same = a.measure_key == b.measure_key and len(self.by_key[key, a.kind]) > 2
        words = len(tail) == 2 and tail == telling(before(b, 40))[-2:] and len(self.by_tail[tail, a.kind]) > 3
        return 20 if same else 10 if words else 0


def _ending(claim: Claim) -> tuple[str, str, str, str]:
    return claim.document, claim.measure_key[-ENDING:], dimension(claim), claim.kind
