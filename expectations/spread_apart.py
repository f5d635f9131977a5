"""Averages told sentences after their total and number: 假期8天，处置事故2432起。…平均每天处置事故304起."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import differ, is_level, is_result, is_worded
from expectations.spread import OF_SOME, SPENT, TAKEN_IN, Spread, counts, earned, over
from expectations.words import after, grams, lead

FAR = 60  # clauses
NAMED = 3  # pairs of characters that the average shares with what the total is of
SHARED_OUT = re.compile("惠及|涉及|受益|覆盖|分给|发给|补贴|资助")  # 优惠5.52亿元，惠及1.84万户
MEAN = re.compile("均|每")
REST = re.compile("(?:约|为|达到?|超过?|近|的|是)+$|^(?:约|为|的)+")
CLOSED = ("结案", "审结", "执结", "审执结", "办结", "结案件", "结各类案件")  # cases closed by a court
SHORTEST = 2  # characters of what an average names: 结案, 退税


def spread_apart(block: Block) -> Iterator[Spread]:
    """Each average without a total in its sentence, with the one pair of total and number that it can be of."""
    levels = [one for one in block.claims if is_level(one) and is_worded(one) and is_result(one) and not one.former]
    pairs: list[tuple[Claim, Claim]] = []
    for sentence in block.sentences:
        here = [one for one in levels if one.sentence_start == sentence.start and one.document == sentence.document]
        pairs += [(total, number) for total in here for number in here if total is not number]
    for average in levels if pairs else ():
        told = over(average) if average.kind == "rate" and MEAN.search(lead(average)) else None
        if told is None or OF_SOME.search(lead(average)) or average.hedge in ("over", "under", "at_least", "at_most"):
            continue
        unit = average.unit.partition("/")[0]
        beside = [one for one in levels if one.sentence_start == average.sentence_start and one.kind != "rate"]
        beside = [one for one in beside if one.document == average.document]
        if any(one.unit == unit for one in beside):
            continue
        thing, per, _ = told
        yield from _of_a_total(average, levels, beside, told)
        found = [
            Spread(average, total, number, per, Fraction(average.resolution))
            for total, number in pairs
            if total.document == average.document
            and 0 < average.clause - total.clause <= FAR
            and total.sentence_start != average.sentence_start
            and total.kind in ("count", "amount")
            and total.unit == unit
            and counts(number, thing, per)
            and (
                _spent(average, total)
                or (
                    not differ(total.period, average.period)
                    and (_named(average, total) or _shared_out(average, total, number))
                )
            )
        ]
        if len({(one.total.value, one.many) for one in found}) == 1:
            yield found[0]


def _of_a_total(
    average: Claim, levels: list[Claim], beside: list[Claim], told: tuple[str, int | Fraction, str]
) -> Iterator[Spread]:
    """The average over the number right before it, of the one total told sentences before that it names at its end."""
    thing, per, rest = told
    numbers = [one for one in beside if counts(one, thing, per) and 0 <= average.clause - one.clause <= 1]
    numbers = [one for one in numbers if one.start < average.start]
    name = REST.sub("", rest)
    totals = [
        one
        for one in levels
        if one.document == average.document
        and one.start < average.sentence_start
        and one.kind in ("count", "amount")
        and one.unit == average.unit.partition("/")[0]
        and (one.measure.endswith(name) or (name == CLOSED[0] and one.measure.endswith(CLOSED)))
        and not one.part_of
        and earned(one, average)
        and not differ(one.period, average.period)
    ]
    if len(name) >= SHORTEST and len(numbers) == 1 and len({one.value for one in totals}) == 1:
        yield Spread(average, totals[-1], numbers[0], per, Fraction(average.resolution))


def _named(average: Claim, total: Claim) -> bool:
    """Whether the clause of the average says again what the total is of."""
    said = lead(average) + re.split("[，,。；;]", after(average, 16))[0]
    return len(grams(said) & grams(total.measure)) >= NAMED


def _spent(average: Claim, total: Claim) -> bool:
    """Whether the average is what each visitor spent, and the total what was taken in from all of them."""
    told = "period" in average.inferred or not differ(total.period, average.period)
    return told and SPENT.search(lead(average)) is not None and TAKEN_IN.search(total.measure) is not None


def _shared_out(average: Claim, total: Claim, number: Claim) -> bool:
    """Whether a sum of money is told right before those among whom it was shared out, as the average is money too."""
    told = number.clause - total.clause == 1 and number.start > total.start and SHARED_OUT.search(lead(number))
    return bool(told) and "元" in average.unit
