"""Figures that point back: 这144人, 上述35个项目 take up a figure that stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import dimension, is_level, is_result, is_time, is_worded
from expectations.slips import one_slip_apart
from expectations.stories import significant_digits
from expectations.words import before, converted

POINTS_BACK = re.compile(r"(?:^|[，,。；;：:中、对从将在为据报道])\s*(?:这|上述)\s*$")
REACH = 12  # clauses
EARLIER = 24  # figures


def referred(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Figures that point back, each with the one it takes up, or with the one that it misses by a slip."""
    rows: dict[tuple[str, str], list[Claim]] = {}
    for claim in block.claims:
        if not is_level(claim) or is_time(claim) or not is_worded(claim) or converted(claim):
            continue
        row = rows.setdefault((claim.document, dimension(claim)), [])
        if claim.unit and significant_digits(claim) >= 2 and POINTS_BACK.search(before(claim, 12)):
            yield from _taken_up(claim, row[-EARLIER:])
        row.append(claim)


def _taken_up(claim: Claim, row: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    same = [other for other in row if other.value == claim.value or other.asserted.meets(claim.asserted)]
    if same:
        yield same[-1], claim
        return
    near = [other for other in row if claim.clause - other.clause <= REACH and is_result(other)]
    missed = [other for other in near if one_slip_apart(claim, other) and significant_digits(other) >= 2]
    summed = any(a.value + b.value == claim.value for a, b in combinations(near, 2))
    if not summed and len({other.value for other in missed}) == 1 and not claim.hedge:
        yield missed[-1], claim
