"""Which documents tell the same story: they share figures so particular that chance does not explain it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from claims.claim import Claim
from expectations.words import NOISE, before

COMMON = 8  # a figure that stands in more documents than this links none of them
ENOUGH = 2  # this many shared particular figures link two documents …
MOSTLY = 0.2  # … if they are so much of the figures of one of them


def stories(claims: Iterable[Claim]) -> tuple[tuple[str, str], ...]:
    """Pairs of documents sharing at least two particular figures, a fifth of one's, sorted; linear in the claims."""
    figures: dict[str, set[str]] = defaultdict(set)
    holders: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for claim in claims:
        figures[claim.document].add(str(claim.value))
        for mark in _marks(claim):
            holders[mark].add(claim.document)
    shared: dict[tuple[str, str], set[Fraction]] = defaultdict(set)
    for mark, documents in holders.items():
        if 1 < len(documents) <= COMMON:
            for pair in combinations(sorted(documents), 2):
                shared[pair].add(Fraction(str(mark[-1])))
    return tuple(
        sorted(
            pair
            for pair, values in shared.items()
            if len(values) >= max(ENOUGH, MOSTLY * min(len(figures[name]) for name in pair))
        )
    )


def _marks(claim: Claim) -> list[tuple[object, ...]]:
    """What two documents may share in this figure: four digits, three and the measure, or the very words around it."""
    digits, value = significant_digits(claim), str(Fraction(claim.value))
    marks: list[tuple[object, ...]] = []
    if digits >= 4 or (digits == 3 and claim.kind not in ("share", "relative_change", "point_change")):
        marks.append((claim.dimension or claim.unit, value))
    elif digits == 3 and claim.measure_key:
        marks.append((claim.measure_key, claim.dimension or claim.unit, value))
    words = NOISE.sub("", before(claim, 40))[-10:]
    if len(words) == 10:
        marks.append((words, value))
    return marks


def significant_digits(claim: Claim) -> int:
    """How many digits the figure is printed with, leading and trailing zeros apart: 3135 has 4, 7200 has 2."""
    return _digits(claim.value)


@lru_cache(maxsize=1 << 15)
def _digits(value: Decimal) -> int:
    digits = value.normalize().as_tuple().digits
    return len(digits) if any(digits) else 0
