"""A change beside its level, where the level of a year before is told in another sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claims import period as periods
from claims.claim import Claim
from expectations.blocks import Block
from expectations.levels import Move
from expectations.same import is_level, is_result, is_worded
from expectations.words import before, between, lead

YEAR_AGO = re.compile(
    "(?:上年|去年)(?:同期|前三季度|[上下]半年|[一二三四]季度|全年|末)?(?:为|是|则?仅?为|达|有)?$|(?:上年|去年)同期"
)
SAME_TIME = re.compile("同比|比(?:上年|去年)(?:同期)?|较(?:上年|去年)(?:同期)?")
CHANGES = ("relative_change", "point_change")
FAR = 30  # clauses


def distant(block: Block) -> Iterator[Move]:
    """Year-on-year changes right behind their level, with the one level of a year before of the same measure."""
    earlier: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if _is_level(claim):
            earlier[_series(claim)].append(claim)
    for now, change in zip(block.claims, block.claims[1:], strict=False):
        if change.kind not in CHANGES or not _is_level(now) or now.former or not _told_with(now, change):
            continue
        told = [
            one
            for one in earlier[_series(now)]
            if one.sentence_start != now.sentence_start
            and abs(one.clause - now.clause) <= FAR
            and _year_before(one, now)
        ]
        if len({one.value for one in told}) == 1:
            yield Move(now, change, told[-1])


def _is_level(claim: Claim) -> bool:
    shares = claim.kind == "share"
    return (shares or is_level(claim)) and is_result(claim) and is_worded(claim) and len(claim.measure_key) > 1


def _series(claim: Claim) -> tuple[str, str, str, str]:
    return claim.document, claim.measure_key, claim.unit, claim.kind


def _told_with(now: Claim, change: Claim) -> bool:
    """Whether a change is told of the level right before it, from the same time a year before."""
    near = change.sentence_start == now.sentence_start and change.clause - now.clause == 1
    own = "measure" in change.inferred and change.measure_key == now.measure_key
    return near and own and SAME_TIME.search(between(now, change) + lead(change)) is not None


def _year_before(then: Claim, now: Claim) -> bool:
    """Whether the earlier level is of a year before the one now, by the times of both or by its words."""
    left, right = periods.bounds(then.period), periods.bounds(now.period)
    if left is None or right is None:
        return then.former or YEAR_AGO.search(before(then, 14)) is not None
    return right[0].year - left[0].year == 1 and (left[0].month, left[1].month) == (right[0].month, right[1].month)
