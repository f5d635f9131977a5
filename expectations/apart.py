"""A difference whose earlier level stands in another sentence or article, told there with its own day or month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claims import period as periods
from claims.claim import Claim
from expectations.blocks import Block
from expectations.levels import Move, agree, near, related
from expectations.same import base_period, difference, dimension, is_level, is_result, is_worded
from expectations.words import before, converted, lead

FROM_START = re.compile("[较比](?:年初|上年年?[末底]|去年年?[末底])")
AT_START = re.compile("(?<![较比])(?:年初|上年年?[末底]|去年年?[末底])[，,]?[^，,。；;\\d]{0,24}$")


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


def moves_from_start(block: Block) -> Iterator[Move]:
    """Differences from the start of a year behind their level, with the one level that words put there elsewhere."""
    row = [claim for claim in block.claims if is_worded(claim) and is_result(claim) and not converted(claim)]
    starts = [claim for claim in row if is_level(claim) and AT_START.search(before(claim, 40))]
    for new, change in pairwise(row) if starts else ():
        beside = is_level(new) and new.sentence_start == change.sentence_start and near(new, change)
        if change.kind != "absolute_change" or not beside or not FROM_START.search(lead(change)):
            continue
        if dimension(new) != dimension(change) or not agree(change, new) or AT_START.search(before(new, 24)):
            continue
        olds = [one for one in starts if one.sentence_start != new.sentence_start and one.document == new.document]
        olds = [one for one in olds if one.measure_key == new.measure_key and dimension(one) == dimension(new)]
        if len({one.value for one in olds}) == 1:
            yield Move(new, change, olds[0])


def _follows(level: Claim, change: Claim) -> bool:
    """Whether the change is a year-on-year difference right behind its level."""
    told = change.kind == "absolute_change" and change.comparison == "year_on_year" and change.period == level.period
    same = told and is_level(level) and level.sentence_start == change.sentence_start and near(level, change)
    return same and dimension(level) == dimension(change) and agree(change, level)


def _one_series(old: Claim, new: Claim) -> bool:
    """Whether two levels are of one measure, told as levels of two times."""
    named = old.measure_key == new.measure_key or related(old, new)
    return named and dimension(old) == dimension(new) and not difference(old, new, time=False)
