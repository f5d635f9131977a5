"""Averages a day, or of a price, with the highest of those that they are over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import differ, is_level, is_result, is_worded
from expectations.words import after, before, grams, lead

DAILY = re.compile("日均|平均每[天日]")
A_DAY = re.compile("单日|当[天日]|一天|日最高")
HIGHEST = re.compile("最高|最多|峰值|新高|高峰|之最")
PRICE = re.compile("均价|平均(?:价|单价|售价)")
DEAREST = re.compile("(?:单价|均价|价格|房价)最高的?(?:是|为)?[^。；;\\d]{0,12}$")
RANGE = re.compile("区间|价格|报价|成交价")
QUALIFIED = re.compile("(?:成交|市场|出厂|现货)?(?:均价|平均价格?|平均单价|平均售价)$")
NEAR = 8  # clauses
BEHIND = 20  # characters behind a figure that call it the highest: 1286万件，创下旺季单日最高


def peaks(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each average with the highest of the same paragraph, which is no smaller."""
    levels = [one for one in block.claims if is_level(one) and is_result(one) and is_worded(one)]
    levels = [one for one in levels if not one.former and not one.hedge]
    for at, average in enumerate(levels):
        words = f"{average.measure} {lead(average)}"
        daily, price = DAILY.search(words), PRICE.search(words)
        if not (daily or price) or HIGHEST.search(words):
            continue
        for peak in levels[at + 1 :]:
            apart = peak.paragraph - average.paragraph
            if peak.document != average.document or apart > 1 or (apart and not price):
                break
            if peak.unit != average.unit or (differ(peak.period, average.period) and not daily):
                continue
            if (daily and _of_a_day(peak) and _of_one(average, peak)) or (price and DEAREST.search(before(peak, 30))):
                yield average, peak
                break


def ranged_means(block: Block) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Each mean price with the range of prices told right before it: 价格区间在8-8.6万元/吨，成交均价为8.46万元/吨."""
    for low, high, mean in zip(block.claims, block.claims[1:], block.claims[2:], strict=False):
        ends = low.asserted == high.asserted and low.value < high.value and low.measure_key == high.measure_key
        beside = low.sentence_start == mean.sentence_start and mean.clause - high.clause == 1
        price = PRICE.search(mean.measure) and low.unit == high.unit == mean.unit and RANGE.search(low.measure)
        of = QUALIFIED.sub("", mean.measure)  # 工业级均价, of no range of 电池级碳酸锂
        if ends and beside and price and is_result(mean) and not mean.former and of in low.measure:
            yield mean, low, high


def _of_a_day(peak: Claim) -> bool:
    """Whether the words around a count say that it is that of the highest day."""
    around = before(peak, 30) + after(peak, BEHIND).split("。")[0]
    return peak.kind == "count" and A_DAY.search(around) is not None and HIGHEST.search(around) is not None


def _of_one(average: Claim, peak: Claim) -> bool:
    return peak.clause - average.clause <= NEAR and not grams(average.measure).isdisjoint(grams(peak.measure))
