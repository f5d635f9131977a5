"""A price of one, how many, and what they come to, told together: 每公斤3.2元，包销450吨，货款144万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import dimension, is_level, is_result, is_worded
from expectations.spread import OFF, WEIGHTS, over
from expectations.words import before, lead

MEAN = re.compile("均|平均|(?<![签合条公预])约|左右|起$|最[高低]|至|区间")
TOTAL = re.compile("共|合计|总|计|款|货值|价值|金额|收入|销售额|营业额|收取|获利?|进账|到手|支出|花费|开支|费用")
NEAR = 3  # clauses from one of the three to the next
SUPPOSED = re.compile("若|如果|假如|[只仅]算|超出|起步|首")


@dataclass(frozen=True, slots=True)
class Priced:
    """An exact price of one, the number and the total; `scale` units of the price are in one of the number."""

    price: Claim
    number: Claim
    total: Claim
    scale: Fraction


def priced_goods(block: Block) -> Iterator[Priced]:
    """Every price of a sentence with the only number of what it is of, and the only total, that stand beside it."""
    for sentence in block.sentences:
        levels = [one for one in sentence.claims if is_level(one) and is_result(one) and is_worded(one)]
        if len(levels) < 3 or OFF.search(sentence.text):
            continue
        for price in levels:
            thing = _of_one(price)
            if not thing:
                continue
            beside = [one for one in levels if one is not price and abs(one.clause - price.clause) <= NEAR]
            numbers = [(one, scale) for one in beside if (scale := _scale(one, thing))]
            totals = [one for one in beside if _is_total(one, price, numbers)]
            others = [
                one for one in beside if one not in totals and dimension(one) == dimension(price).partition("/")[0]
            ]
            if any(one.start > price.start and one.start < numbers[0][0].start for one in others if numbers):
                continue  # 门票每张120元，半价票60元，共售出340张
            if len(numbers) == len(totals) == 1 and totals[0].start > numbers[0][0].start:
                yield Priced(price, numbers[0][0], totals[0], numbers[0][1])


def priced_before(block: Block) -> Iterator[Priced]:
    """A number and the sum it comes to side by side, and the only price told before in the paragraph."""
    levels = [one for one in block.claims if is_level(one) and is_result(one) and is_worded(one)]
    prices = [(one, thing) for one in levels if (thing := _of_one(one))]
    for number, total in pairwise(levels) if prices else ():
        if total.sentence_start != number.sentence_start or total.clause - number.clause > 1:
            continue
        if OFF.search(total.sentence) or any(one.sentence_start == total.sentence_start for one, _ in prices):
            continue
        told = [(one, thing) for one, thing in prices if one.paragraph == total.paragraph and one.start < number.start]
        told = [(one, thing) for one, thing in told if one.document == total.document]
        if len(told) == 1:
            price, thing = told[0]
            scale = _scale(number, thing)
            if scale and _is_total(total, price, [(number, scale)]):
                yield Priced(price, number, total, scale)


def _of_one(price: Claim) -> str:
    """What the price is of; empty for a mean, a range, or what is no price."""
    if price.kind != "rate" or not dimension(price).partition("/")[0].isupper() or price.hedge or price.former:
        return ""
    if MEAN.search(lead(price) + price.measure) or SUPPOSED.search(before(price, 12)):
        return ""
    told = over(price)
    return told[0] if told is not None and told[1] == 1 else ""


def _scale(one: Claim, thing: str) -> Fraction:
    """How many of the things are in one unit of a figure; 0 where it does not count them."""
    if one.kind not in ("count", "amount") or one.hedge or one.former or one.part_of or one.value <= 1:
        return Fraction(0)
    if one.unit == thing:
        return Fraction(1)
    return WEIGHTS[one.unit] / WEIGHTS[thing] if one.unit in WEIGHTS and thing in WEIGHTS else Fraction(0)


def _is_total(one: Claim, price: Claim, numbers: Sequence[tuple[Claim, Fraction]]) -> bool:
    """Whether a figure is a sum of money in the currency of the price, worded as all of something."""
    money = one.kind == "amount" and dimension(one) == dimension(price).partition("/")[0]
    named = TOTAL.search(lead(one)) is not None and "其中" not in lead(one)
    return bool(numbers) and money and named and not one.hedge and not one.former and one.value > price.value
