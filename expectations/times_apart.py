"""Multiples that name what they compare, apart from both: 城镇居民人均收入是农村居民的1.9倍, 变成五年前的2.5倍."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import differ, dimension, is_level, is_result, is_worded
from expectations.words import LAST_YEAR, before, begins_alike, grams, lead

NAMED = re.compile(
    "(?P<one>[^，,。；;：:]{0,30}?)(?:已经|已|约|仅|几乎|就)?(?:是|为|相当于|达到?了?|变成|成为)"
    "(?P<other>(?:[^，,。；;：:的]{2,14}|[^，,。；;：:]{2,10}))的(?:近|约|大约)?$"
)
CLAUSE = re.compile("[^，,。；;：:—]*$")
TIME = re.compile("年前|年|月|同期|当时|去年|上年|当初|初期|一期|首[日月年]")
YEAR = re.compile("\\d{4}年")
ANOTHER_TIME = re.compile(r"\d{4}年|[今去上]年|如今|目前|现在|\d月")
YEAR_AGO, NOW = re.compile("去年同期|上年同期"), ("今年", "如今", "现在")
THEN = re.compile("当年|当时|那时|那年|彼时")
THAT_IS = re.compile("^(?:也就是说?|换言之|换句话说)")
OPENING = re.compile("^(?:前[一二三四]季度|上半年|今年|目前|如今|现在|其中|而|且|[去今]年)+")
NUMBER_OF = re.compile("[今去上]年的?(?:总)?(?:[场人件起][次数]|数量|规模|总量)")  # 去年的场次是2021年的4倍
USUAL = re.compile("平日|平时|往常|往日|日常|工作日")
FAR = 80  # clauses
TAIL = 2  # characters by which the measures of both end alike


@dataclass(frozen=True, slots=True)
class Times:
    """A multiple with the level that is so many times as large as the other."""

    claim: Claim
    new: Claim
    old: Claim


def times_apart(block: Block) -> Iterator[Times]:
    """Every multiple whose clause names both levels, or one and the time of the other, where each is told once."""
    multiples = [one for one in block.claims if one.kind == "multiple" and one.unit == "倍" and is_result(one)]
    levels = [one for one in block.claims if is_level(one) and is_result(one) and is_worded(one)] if multiples else []
    for claim in multiples:
        named = NAMED.search(THAT_IS.sub("", CLAUSE.findall(before(claim))[0]))
        if named is None:
            continue
        near = [one for one in levels if one.document == claim.document and 0 < claim.clause - one.clause <= FAR]
        subject, other = OPENING.sub("", named["one"]), named["other"]
        last = [one for one in near if one.sentence_start == claim.sentence_start][-1:]
        if not subject and (told := _told_behind(claim, last, other, levels)):
            found = told
        elif not subject and THEN.fullmatch(other):
            found = _then_and_now(near, last)
        elif named["one"] in NOW and YEAR_AGO.fullmatch(other):  # 去年上半年为1.1亿元，今年是去年同期的3.5倍
            found = _then_and_now(near, [one for one in last if LAST_YEAR.search(before(one, 30))])
        elif USUAL.fullmatch(other):
            found = _than_usual(near, last)
        elif not subject or NUMBER_OF.fullmatch(named["one"]):  # 增至5400台，是2020年的4.5倍
            found = [pair for new in last for pair in _of_times(near, new.measure, other) if pair[0] is new]
            found = [pair for pair in found if not (named["one"] and differ(claim.period, pair[0].period))]
            found = found or _told_later(claim, last, other, levels)
        else:
            found = _of_groups(near, subject, other) or _of_times(near, subject, other)
        if len({(new.value, old.value) for new, old in found}) == 1:
            yield Times(claim, *found[0])


def _told_behind(claim: Claim, last: Sequence[Claim], other: str, levels: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The level right before a multiple, with the usual one told right behind it: 是平时的1.8倍，平时每天约30万件."""
    behind = [one for one in levels if one.start > claim.start and one.sentence_start == claim.sentence_start]
    behind = [one for one in behind if one.clause - claim.clause <= 1 and lead(one).strip("，, 而但").startswith(other)]
    return [(new, old) for new in last for old in behind[:1] if new.unit == old.unit and claim.clause - new.clause <= 1]


def _told_later(claim: Claim, last: Sequence[Claim], other: str, levels: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The level right before a multiple, with the one of the time it names told further on: 2020年底，装机86万."""
    behind = [one for one in levels if one.document == claim.document and 0 < one.clause - claim.clause <= FAR]
    behind = [one for one in behind if YEAR.search(other) and other in before(one, 40) and _of_time(one, other)]
    return [
        (new, old)
        for new in last
        for old in behind
        if claim.clause - new.clause <= 1 and _alike(new, old) and len(grams(new.measure) & grams(old.measure)) >= TAIL
    ]


def _than_usual(near: Sequence[Claim], last: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The level that a sentence tells last, with that of a usual day in it: 工作日一天进出4.5万人次；当天18.9万人次."""
    olds = [one for new in last for one in near if one.sentence_start == new.sentence_start and one is not new]
    olds = [one for one in olds if USUAL.search(lead(one))]
    return [(new, old) for new in last for old in olds if _alike(new, old) and USUAL.search(lead(new)) is None]


def _then_and_now(near: Sequence[Claim], last: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The level of a year that the sentence tells last, with the one before: 2019年接待17万人次，今年是当年的2.5倍."""
    olds = [one for one in last if ANOTHER_TIME.search(before(one, 30))]
    return _with_last(
        olds, near, lambda one, old: one.start < old.start and not grams(one.measure).isdisjoint(grams(old.measure))
    )


def _with_last(
    olds: Sequence[Claim], near: Sequence[Claim], is_of: Callable[[Claim, Claim], bool]
) -> list[tuple[Claim, Claim]]:
    """Each earlier level with the last level like it that is told of the same."""
    found = ((old, [one for one in near if _alike(one, old) and is_of(one, old)]) for old in olds)
    return [(news[-1], old) for old, news in found if news]


def _of_groups(near: Sequence[Claim], subject: str, other: str) -> list[tuple[Claim, Claim]]:
    """The level that the subject names, with that of the other group by the same attribute: (农村居民)人均收入."""
    news = [one for one in near if len(one.measure) > TAIL and one.measure in subject and not one.former]
    olds = [one for one in near if other in one.measure and not one.former]
    return [
        (new, old)
        for new in news
        for old in olds
        if _alike(new, old)
        and new.measure not in old.measure
        and _ends_alike(new, old)
        and not differ(new.period, old.period)
    ]


def _of_times(near: Sequence[Claim], subject: str, other: str) -> list[tuple[Claim, Claim]]:
    """The level of a time that the words name, with the last one of the same measure behind it: 五年前, 2020年."""
    if TIME.search(other) is None:
        return []
    named = grams(YEAR.sub("", subject))
    olds = [one for one in near if _of_time(one, other) and not named.isdisjoint(grams(one.measure))]
    return _with_last(
        olds, near, lambda one, old: one.start > old.start and not _of_time(one, other) and _ends_alike(one, old)
    )


def _of_time(claim: Claim, time: str) -> bool:
    """Whether a time is the last that the words before a figure name, up to a semicolon."""
    _, named, behind = re.split("[；;]", before(claim, 40))[-1].rpartition(time)
    return bool(named) and ANOTHER_TIME.search(behind) is None


def _alike(a: Claim, b: Claim) -> bool:
    return dimension(a) == dimension(b) and a.kind == b.kind and a.unit == b.unit


def _ends_alike(a: Claim, b: Claim) -> bool:
    return begins_alike(a.measure[::-1], b.measure[::-1]) >= TAIL
