"""Changes of price said to lie within a range, with the moves told behind it: 降价1万至3万元, 由20万元降至18万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import dimension, is_level, is_result
from expectations.words import lead

CHANGE = re.compile(r"(?:优惠|降价|降幅|下调|跌幅|涨价|涨幅|上调|提价)[^，,。；;\d]{0,6}$")


def ranged(block: Block) -> Iterator[tuple[Claim, Claim, Claim]]:
    """A range of changes with the level before and after of each move behind it in the paragraph."""
    row = [claim for claim in block.claims if claim.kind == "amount" and is_result(claim) and claim.start >= 0]
    bounds: Claim | None = None
    for first, second in pairwise(row):
        if bounds is not None and bounds.paragraph != first.paragraph:
            bounds = None
        if _opens(first, second):
            bounds = first
        elif bounds is not None and _moved(first, second) and dimension(first) == dimension(bounds):
            yield bounds, first, second


def _opens(low: Claim, high: Claim) -> bool:
    """Whether two figures are the ends of one range of changes."""
    ends = low.asserted == high.asserted and low.value != high.value and low.measure_key == high.measure_key
    return ends and dimension(low) == dimension(high) and CHANGE.search(lead(low)) is not None


def _moved(old: Claim, new: Claim) -> bool:
    """Whether a level moved to another in one clause: 由20万元降至18万元."""
    same = old.clause == new.clause and old.document == new.document and is_level(old) and is_level(new)
    return same and old.former and new.reached and dimension(old) == dimension(new)
