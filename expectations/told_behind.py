"""A difference right behind two levels that nothing but their nearness ties to it: 845元…912元，每月增加77元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from claims.claim import Claim
from expectations.blocks import Block
from expectations.levels import Move
from expectations.same import is_level, is_result, is_worded
from expectations.slips import digits_of
from expectations.words import before, grams, lead

BY = re.compile("(?:[增减]加?少?|多|少|便宜|贵|[涨降升]|高出|低于?|提高|下降|节省|省下?|差|回落)了?(?:约|近)?$")
OTHER = re.compile("立减|直降|优惠|券|到手|下单|预[约订]|平均|年均|其中|分别|目标|计划|全国|全省|此外|另")
SINCE = re.compile("[比较](?:上年|去年|前年|上月|年初)|同比|环比")  # 24个断面中达到Ⅲ类的22个，比上年多1个
EACH = re.compile("[一每各].")
NEAR = 4  # clauses from the later level to the difference
FEWEST = 3  # digits of a difference that one slip hardly makes fit by chance


def told_behind(block: Block) -> Iterator[Move]:
    """Each difference with the two figures of its unit that are told last before it, where no pair before it fits."""
    levels = [one for one in block.claims if is_worded(one) and is_result(one) and (is_level(one) or _moved(one))]
    for at, gap in enumerate(levels):
        if not _moved(gap) or gap.hedge or OTHER.search(before(gap, 24)):
            continue
        told = [one for one in levels[:at] if one.paragraph == gap.paragraph and one.document == gap.document]
        told = [one for one in told if one.unit == gap.unit and not _moved(one) and not one.hedge]
        if len(told) < 2 or gap.clause - told[-1].clause > NEAR:
            continue
        if _of_another(gap, told[-1]):
            continue  # 成人票由90元降至60元，缆车票下调20元
        size = abs(gap.value)
        if any(abs(a.value - b.value) == size for a, b in combinations(told, 2)):
            continue
        old, new = told[-2:]
        led = (
            new.reached and new.clause - old.clause <= 1 and SINCE.search(lead(gap)) is None
        )  # 由845元提高到912元，增加77元
        digits = len(digits_of(gap).replace(".", "").strip("0"))
        if (led or (digits >= FEWEST and len(told) == 2)) and _of_size(size, abs(new.value - old.value)):
            yield Move(new, gap, old)


def _of_another(gap: Claim, level: Claim) -> bool:
    """Whether a difference is told of a thing with a name of its own: not 一颗便宜了7940元."""
    own = "measure" not in gap.inferred and EACH.fullmatch(gap.measure_key) is None
    return own and grams(gap.measure_key).isdisjoint(grams(level.measure_key))


def _moved(one: Claim) -> bool:
    """Whether a figure tells by how much something rose or fell."""
    return one.kind == "absolute_change" or (one.kind == "rate" and BY.search(lead(one).strip()) is not None)


def _of_size(told: Decimal, implied: Decimal) -> bool:
    return implied > 0 and Decimal("0.1") <= told / implied <= 10
