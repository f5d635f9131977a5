"""A difference whose earlier level stands in another sentence or article, told there with its own day or month."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claims import period as periods
from claims.claim import Claim
from expectations.blocks import Block
from expectations.levels import Move, agree, near, related
from expectations.same import base_period, difference, dimension, is_level, is_result, is_worded
from expectations.words import converted


def moves_apart(block: Block) -> Iterator[Move]:
    """Year-on-year differences behind their level, with the level of a year before from elsewhere in the block."""
    row = [claim for claim in block.claims if is_worded(claim) and is_result(claim) and not converted(claim)]
    levels = [claim for claim in row if is_level(claim) and claim.period and claim.measure_key]
    for new, change in pairwise(row):
        if not _follows(new, change):
            continue
        base = base_period(change)
        for old in levels:
            if periods.same(old.period, base) and old.sentence_start != new.sentence_start and _one_series(old, new):
                yield Move(new, change, old)


def _follows(level: Claim, change: Claim) -> bool:
    """Whether the change is a year-on-year difference right behind its level."""
    told = change.kind == "absolute_change" and change.comparison == "year_on_year" and change.period == level.period
    same = told and is_level(level) and level.sentence_start == change.sentence_start and near(level, change)
    return same and dimension(level) == dimension(change) and agree(change, level)


def _one_series(old: Claim, new: Claim) -> bool:
    """Whether two levels are of one measure, told as levels of two times."""
    named = old.measure_key == new.measure_key or related(old, new)
    return named and dimension(old) == dimension(new) and not difference(old, new, time=False)
