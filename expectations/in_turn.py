"""A change right behind the later of two levels told in turn: 6月8200台，7月7380台，环比下降10%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims import period as periods
from claims.claim import Claim
from expectations.bases import OF_SOME, PEAK
from expectations.blocks import Sentence
from expectations.same import differ, dimension, is_result
from expectations.words import before, between, lead

AGO = re.compile("上年|去年|前一年|前年|同[期月]")


def told_in_turn(sentence: Sentence, level_kinds: Sequence[str]) -> Iterator[tuple[Claim, Claim, Claim]]:
    """The later level, the change and the earlier level, which is of the time that the change starts from."""
    claims = [claim for claim in sentence.claims if is_result(claim)]
    for (old, new), (_, change) in pairwise(pairwise(claims)):
        if old.kind in level_kinds and _one_after_other(old, new) and _of_both(change, old, new):
            yield new, change, old


def _one_after_other(old: Claim, new: Claim) -> bool:
    """Whether two levels are of one measure and place, the second of a later time that is as long."""
    alike = old.kind == new.kind and dimension(old) == dimension(new) and old.measure_key == new.measure_key
    if not alike or not old.measure_key or differ(old.place, new.place) or differ(old.scope, new.scope):
        return False
    if AGO.search(before(new, 16)):
        return False  # 11月占42.6%，上年同月仅31.5%，提高了11.1个百分点
    told = "period" not in (*old.inferred, *new.inferred)
    return told and periods.earlier(old.period, new.period) and _months(old.period) == _months(new.period)


def _months(period: str) -> int:
    first, last = periods.months(period) or (0, 0)
    return last - first


def _of_both(change: Claim, old: Claim, new: Claim) -> bool:
    """Whether a change says that it is of the level in front of it, from the time of the one before that."""
    near = change.kind.endswith("_change") and change.clause - new.clause <= 1 and "measure" in change.inferred
    if not near or OF_SOME.search(lead(change)) or PEAK.search(lead(change)) or "；" in between(old, change):
        return False
    from_then = periods.same(change.base_period, old.period) or not (change.base_period or change.comparison)
    return from_then and periods.same(change.period, new.period)
