"""Percentages of the level of a named year to which something has come back: 恢复到2019年同期的96%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims import period as periods
from expectations.blocks import Block
from expectations.levels import related
from expectations.ratios import Ratio
from expectations.same import differ, dimension, is_level, is_result, is_worded
from expectations.words import lead

BACK = re.compile(
    r"(?:恢复[到至]?了?|相当于|回到)(?P<year>(?:19|20)\d\d)年(?:同期|全年|同月)?[^，,。；;\d]{0,4}的[^，,。；;\d]{0,3}$"
)
NEAR = 4  # clauses from the level of that year to the percentage


def restored(block: Block) -> Iterator[Ratio]:
    """Each such percentage with the level of the year named right before it and the one level of its own time."""
    levels = [one for one in block.claims if one.kind in ("count", "amount") and is_level(one) and is_result(one)]
    levels = [one for one in levels if is_worded(one) and one.measure_key]
    for share in block.claims:
        match = BACK.search(lead(share)) if share.kind == "share" and is_result(share) else None
        if match is None:
            continue
        year, now = int(match["year"]), periods.year_of(share.period)
        olds = [
            one for one in levels
            if one.document == share.document and 0 <= share.clause - one.clause <= NEAR
            and periods.year_of(one.period) == year
        ]  # fmt: skip
        if len(olds) != 1 or now is None:
            continue
        old = olds[0]
        news = [
            one for one in levels
            if one.document == share.document and related(one, old) and one.kind == old.kind
            and dimension(one) == dimension(old) and not differ(one.place, old.place)
            and periods.year_of(one.period) == now and len(one.period) == len(old.period)
        ]  # fmt: skip
        fullest = max((len(one.measure_key) for one in news), default=0)
        news = [one for one in news if len(one.measure_key) == fullest]
        if len({one.value for one in news}) == 1:
            yield Ratio(share, news[0], old, True, ("measure",))
