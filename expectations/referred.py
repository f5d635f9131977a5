"""Figures that point back: 这144人, 上述35个项目 take up a figure that stands before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import dimension, is_result, is_time, is_worded
from expectations.slips import one_slip_apart
from expectations.stories import significant_digits
from expectations.words import before, converted

POINTS_BACK = re.compile(r"(?:^|[，,。；;：:中、对从将在为据报道])\s*(?:这|上述)\s*$")
REACH = 12  # clauses
EARLIER = 24  # figures


def referred(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Counts that point back, each with the one it takes up, or with the one that it misses by a slip."""
    rows: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if claim.kind == "count" and not is_time(claim) and is_worded(claim) and not converted(claim):
            rows[claim.document, dimension(claim)].append(claim)
    for row in rows.values():
        for at, claim in enumerate(row):
            if at and claim.unit and significant_digits(claim) >= 2 and POINTS_BACK.search(before(claim, 12)):
                following = [other for other in row[at + 1 : at + 3] if other.sentence_start == claim.sentence_start]
                yield from _taken_up(claim, row[max(0, at - EARLIER) : at], following)


def _taken_up(claim: Claim, row: list[Claim], following: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    same = [other for other in row if other.value == claim.value or other.asserted.meets(claim.asserted)]
    if same:
        yield same[-1], claim
        return
    near = [other for other in row if claim.clause - other.clause <= REACH and is_result(other)]
    missed = [other for other in near if one_slip_apart(claim, other) and significant_digits(other) >= 2]
    summed = any(a.value + b.value == claim.value for a, b in combinations([*near, *following], 2))
    if not summed and len({other.value for other in missed}) == 1 and not claim.hedge:
        yield missed[-1], claim
