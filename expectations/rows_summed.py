"""Shares beside figures of a row that makes up a total told before, which they then are of.

76批次不合格。…农药残留超标31批次，占40.8%；微生物污染22批次；添加剂14批次；标签9批次.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.ratios import Ratio, holds
from expectations.same import differ, is_level, is_result, is_time, is_worded
from expectations.tenths import in_percent
from expectations.words import lead

BARE = re.compile("占比?(?:为|达|约|近|超过?|不到|不足)*$")
FEWEST = 2
LEAST = 30  # below it figures add up to one by chance
FAR = 60  # clauses


def rows_summed(block: Block) -> Iterator[Ratio]:
    """Every bare share right behind a figure of a sentence whose figures of that unit come to one told before."""
    levels = [one for one in block.claims if _is_level(one)]
    for sentence in map(in_percent, block.sentences):
        row = [one for one in sentence.claims if _is_level(one)]
        shares = [
            one
            for one in sentence.claims
            if one.kind == "share" and BARE.fullmatch(lead(one).strip()) and not one.whole
        ]
        if len(row) < FEWEST or not shares or len({(one.unit, one.kind) for one in row}) > 1:
            continue
        total = _made_up(row, levels)
        if total is None:
            continue
        for part, share in pairwise(sentence.claims):
            if share not in shares or part not in row or share.clause - part.clause > 1:
                continue
            larger = [one for one in row if one.value > part.value]
            if not any(holds(Ratio(share, part, one, True)) for one in larger):  # 180人中，9人重新犯罪，占5%
                yield Ratio(share, part, total, True, ("measure",))


def _made_up(row: Sequence[Claim], levels: Sequence[Claim]) -> Claim | None:
    """The figure told before to which the row adds up, alone of its unit in its sentence."""
    first, summed = row[0], sum(one.value for one in row)
    told = [one for one in levels if one.start < first.start and one.document == first.document]
    told = [
        one for one in told if one.unit == first.unit and one.kind == first.kind and first.clause - one.clause <= FAR
    ]
    told = [one for one in told if one.value == summed and one.sentence_start != first.sentence_start]
    fits = told and not differ(told[-1].period, first.period) and summed >= LEAST
    return told[-1] if fits else None


def _is_level(one: Claim) -> bool:
    told = is_level(one) and is_result(one) and is_worded(one) and one.kind in ("count", "amount")
    return told and bool(one.unit) and not (one.former or one.hedge or is_time(one))
