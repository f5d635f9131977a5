"""Round figures with a word of bound that the exact figure beside them has passed, or not reached: 近1300, 1326.4."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from claims.claim import Claim
from expectations.blocks import Block
from expectations.digits import significant_digits
from expectations.same import differ, is_level, is_result, is_time, is_worded

NEAR = 8  # clauses
LEAST, MOST = Fraction(9, 10), Fraction(11, 10)  # of the round figure, beyond which the other is of something else
FEWEST = 3  # digits of the exact figure


def rounded_beyond(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each round figure with the one exact figure of its name and time, on the wrong side of it."""
    rows: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for one in block.claims:
        told = is_level(one) and is_result(one) and is_worded(one) and not (one.former or is_time(one))
        if told and one.measure_key and one.kind in ("count", "amount"):
            rows[one.document, one.measure_key, one.kind, one.unit].append(one)
    for row in rows.values():
        exact = [one for one in row if not one.hedge and significant_digits(one) >= FEWEST]
        for bound in row:
            near = [one for one in exact if _of_one(bound, one)]
            if bound.hedge in ("almost", "over") and len({one.value for one in near}) == 1 and _beyond(bound, near[0]):
                yield bound, near[0]


def _of_one(bound: Claim, one: Claim) -> bool:
    near = abs(bound.clause - one.clause) <= NEAR and bound.sentence_start != one.sentence_start
    of_one = not differ(bound.place, one.place) and bound.period == one.period != "" and bound.scope == one.scope
    finer = significant_digits(one) > significant_digits(bound)
    return near and of_one and finer and LEAST < Fraction(one.value) / Fraction(bound.value or 1) < MOST


def _beyond(bound: Claim, one: Claim) -> bool:
    """Whether a figure is above what 近 says is not reached, or below what 超 says is passed."""
    return one.value > bound.value if bound.hedge == "almost" else one.value < bound.value
