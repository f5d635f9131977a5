"""Rows that tell of a whole, a part and a rate each, alike but for one: 小学监测6200人，不良1984人，检出率32%."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block
from expectations.ratios import Ratio, holds
from expectations.same import dimension, is_level, is_result
from expectations.words import between, lead

ENDS = frozenset("。；;！!\n")
FEWEST = 3  # rows
NEAR = 3  # clauses from the whole to the rate


def rate_rows(block: Block) -> Iterator[Ratio]:
    """The one rate of each set of such rows that is not its part in its whole, where all the others are."""
    rows: dict[tuple[str, str, str], list[Ratio]] = defaultdict(list)
    for whole, part, share in zip(block.claims, block.claims[1:], block.claims[2:], strict=False):
        if _is_row(whole, part, share):
            rows[share.document, lead(share).strip("，, 、：:"), whole.unit].append(Ratio(share, part, whole, True))
    for row in rows.values():
        odd = [one for one in row if not holds(one)]
        if len(row) >= FEWEST and len(odd) == 1:
            yield odd[0]


def _is_row(whole: Claim, part: Claim, share: Claim) -> bool:
    counts = whole.kind == part.kind == "count" and dimension(whole) == dimension(part) and whole.value > part.value
    if not counts or share.kind != "share" or not lead(share).strip().endswith("率"):
        return False
    plain = all(map(is_result, (whole, part, share))) and is_level(whole) and is_level(part)
    near = whole.document == share.document and share.clause - whole.clause <= NEAR
    return (
        plain
        and near
        and ENDS.isdisjoint(between(whole, share))
        and not any(one.hedge or one.former for one in (whole, part, share))
    )
