"""Averages told sentences after their total and number: 假期8天，处置事故2432起。…平均每天处置事故304起."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.claim import Claim
from expectations.averages import SUPPOSED
from expectations.blocks import Block
from expectations.days_told import days_lasting
from expectations.same import differ, is_level, is_result, is_worded
from expectations.spread import DAYS, OF_SOME, SPENT, TAKEN_IN, Spread, counts, each, earned, over
from expectations.words import after, before, grams, lead

FAR = 60  # clauses
NAMED = 3  # pairs of characters that the average shares with what the total is of
SHARED_OUT = re.compile("惠及|涉及|受益|覆盖|分给|发给|补贴|资助")  # 优惠5.52亿元，惠及1.84万户
MEAN = re.compile("均|每")
GIVEN = re.compile("(?:可|能)?(?:得|分|获|领)(?:到|得)?")
IN_ALL = re.compile("总额|总共|合计|一共|共计")
OTHER_YEAR = re.compile("(?:去年|上年|前年|\\d{4}年)[^，,。；;]{0,16}")  # 去年国庆假期7天
HOLIDAY = "假期"
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
            yield from _of_own_total(block, average, levels, told)
            continue
        thing, per, _ = told
        yield from _of_a_total(average, levels, beside, told)
        yield from _of_all_given(average, levels, told)
        found = [
            Spread(average, total, number, each(thing, per, number), Fraction(average.resolution))
            for total, number in pairs
            if total.document == average.document
            and 0 < average.clause - total.clause <= FAR
            and total.sentence_start != average.sentence_start
            and total.kind in ("count", "amount")
            and total.unit == unit
            and counts(number, thing, per)
            and (
                _spent(average, total)
                or _of_those_days(average, total, number)
                or (
                    not differ(total.period, average.period)
                    and (_named(average, total) or _shared_out(average, total, number))
                )
            )
        ]
        if len({(one.total.value, one.many) for one in found}) == 1:
            yield found[0]


def _of_own_total(
    block: Block, average: Claim, levels: list[Claim], told: tuple[str, int | Fraction, str]
) -> Iterator[Spread]:
    """The average of the total right before it, over what the article counts once.

    为期40天的春运…发送旅客1284万人次，日均32.1万人次.
    """
    thing, per, rest = told
    unit, slack = average.unit.partition("/")[0], Fraction(average.resolution)
    totals = [
        one
        for one in levels
        if one.sentence_start == average.sentence_start
        and one.document == average.document
        and 0 <= average.clause - one.clause <= 1
        and one.start < average.start
        and one.kind in ("count", "amount")
        and one.unit == unit
    ]
    if len(totals) != 1 or SUPPOSED.search(before(average, 16)):
        return
    if thing in DAYS:
        article = block.documents.get(average.document)
        words = OTHER_YEAR.sub("", article.text[: average.start]) if article is not None else ""
        days = set(days_lasting(words))
        if len(days) == 1:
            yield Spread(average, totals[0], None, per, slack, min(days))
        return
    named = grams(rest)
    numbers = [
        one
        for one in levels
        if one.document == average.document
        and one.start < average.sentence_start
        and counts(one, thing, per)
        and not named.isdisjoint(grams(one.measure))
        and not differ(one.period, average.period)
    ]
    if numbers:
        most = max(one.value for one in numbers)
        first = next(one for one in numbers if one.value == most)
        yield Spread(average, totals[0], first, each(thing, per, first), slack)


def _of_all_given(average: Claim, levels: list[Claim], told: tuple[str, int | Fraction, str]) -> Iterator[Spread]:
    """What each gets of the one sum told before, over the number right before it.

    总额8400万元…28个村，平均每个村可得300万元.
    """
    thing, per, rest = told
    if GIVEN.match(rest) is None:
        return
    earlier = [one for one in levels if one.document == average.document and one.start < average.start]
    sums = [one for one in earlier if one.unit == average.unit.partition("/")[0] and IN_ALL.search(lead(one))]
    numbers = [
        one
        for one in earlier
        if one.sentence_start == average.sentence_start and average.clause - one.clause <= 1 and counts(one, thing, per)
    ]
    if len({one.value for one in sums}) == len(numbers) == 1:
        yield Spread(average, sums[-1], numbers[0], each(thing, per, numbers[0]), Fraction(average.resolution))


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
        yield Spread(average, totals[-1], numbers[0], each(thing, per, numbers[0]), Fraction(average.resolution))


def _named(average: Claim, total: Claim) -> bool:
    """Whether the clause of the average says again what the total is of."""
    said = lead(average) + re.split("[，,。；;]", after(average, 16))[0]
    return len(grams(said) & grams(total.measure)) >= NAMED


def _spent(average: Claim, total: Claim) -> bool:
    """Whether the average is what each visitor spent, and the total what was taken in from all of them."""
    told = "period" in average.inferred or not differ(total.period, average.period)
    return told and SPENT.search(lead(average)) is not None and TAKEN_IN.search(total.measure) is not None


def _of_those_days(average: Claim, total: Claim, number: Claim) -> bool:
    """Whether the average is a day of the holiday whose days are told before the total: 假期3天…总客运量…假期…日均…."""
    told = number.unit in DAYS and number.start < total.start and before(number, 4)[-2:] == HOLIDAY
    return told and HOLIDAY in lead(average) and not grams(lead(average)).isdisjoint(grams(total.measure))


def _shared_out(average: Claim, total: Claim, number: Claim) -> bool:
    """Whether a sum of money is told right before those among whom it was shared out, as the average is money too."""
    told = number.clause - total.clause == 1 and number.start > total.start and SHARED_OUT.search(lead(number))
    return bool(told) and "元" in average.unit
