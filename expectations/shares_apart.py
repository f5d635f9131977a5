"""Percentages told sentences after the figures that they are of, which their own sentence names again.

立案总数里有52.4%都落在生态环境和资源保护领域; 食品安全案件在全部查办案件中占到近四成; 学生总体近视率为56%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.completeness import counted_alike
from expectations.parts import label
from expectations.ratios import Ratio, holds
from expectations.same import differ, is_level, is_result, is_time, is_worded
from expectations.tenths import in_percent
from expectations.wholes import core
from expectations.words import before

OF_ALL = re.compile(
    "占到?(?:了)?(?P<of>[^，,。；;占\\d]{2,12}?)的?[^，,。；;\\d]{0,6}$|(?P<among>[^，,。；;\\d占在从]{2,14}?)(?:当中|之中|中|里)[，,]?(?:占到?了?|有|约有)[^，,。；;\\d]{0,4}$"
)
LED = re.compile(
    "(?:^|[，,；;、。])(?P<of>[一-鿿]{2,8}?)(?:约|仅|各)?占(?:[^，,。；;占\\d]{1,12}的?)?[^，,。；;\\d]{0,3}$"
)
PAIR = 2
NEAR = 12  # clauses
RATE = re.compile("(?P<what>[一-鿿]{2})率$")
NOT_COUNTED = re.compile("[不未]|增长|收益|利|税|费|息|同比|出勤|使用|正点|满意|合格|破案|办结|结案")
EXAMINED = re.compile("抽测|抽检|检测|筛查|体检|受检|参加|检查|调查|监测")
FIELD = re.compile("(?:领域|方面|类|案件)+$")
NAME, SHORT = 4, 2  # characters by which a sentence names a part, and a whole behind 占
FAR = 60  # clauses
ALL_WORDS = re.compile("^(?:全部|所有|整个|全年|总|各类|已)+|(?:总数|总量|总额|总值|数量|数)$")


def shares_apart(block: Block) -> Iterator[Ratio]:
    """Each percentage without figures of its own, with the one part and the one whole that its words name."""
    levels = [one for one in block.claims if is_level(one) and is_result(one) and is_worded(one)]
    levels = [one for one in levels if not (is_time(one) or one.former or one.hedge) and one.kind != "rate"]
    for sentence in map(in_percent, block.sentences):
        for share in sentence.claims:
            if share.kind != "share" or not is_result(share) or share.former:
                continue
            ahead = [one for one in sentence.claims if one.start < share.start and is_level(one)]
            if any(one.kind != "rate" and not is_time(one) for one in ahead):
                continue
            told = [one for one in levels if one.document == share.document and 0 < share.clause - one.clause <= FAR]
            yield from _named(share, told)
            yield from _of_examined(share, told)
        yield from _in_row(sentence, levels)


def _in_row(sentence: Sentence, levels: Sequence[Claim]) -> Iterator[Ratio]:
    """Percentages told in turn of parts that a list before names, of the one figure that all but one of them fit.

    顺德31826件、南海23174件…。顺德占全市的43.1%，南海占31.4%.
    """
    row = [one for one in sentence.claims if one.kind == "share" and is_result(one) and not one.former]
    items = []
    for share in row:
        subject = LED.search(before(share, 24))
        told = [one for one in levels if one.document == share.document and 0 < share.clause - one.clause <= NEAR]
        parts = [one for one in told if subject is not None and label(one) == subject["of"]]
        items += [(share, part) for part in _one_value(parts) if part.sentence_start != share.sentence_start]
    if len(items) < PAIR or len({(part.unit, part.kind) for _, part in items}) > 1:
        return
    largest = max((part for _, part in items), key=lambda one: one.value)
    wholes = [one for one in levels if one.document == largest.document and counted_alike(one, largest)]
    wholes = [one for one in wholes if one.value > largest.value and one.start < row[0].start]
    found = []
    for whole in wholes:
        ratios = [Ratio(share, part, whole, True, ("measure",)) for share, part in items]
        fits = [ratio for ratio in ratios if holds(ratio)]
        if len(fits) >= len(ratios) - 1 and fits:
            found.append(ratios)
    if len({ratios[0].whole.value for ratios in found}) == 1:
        yield from found[-1]


def _named(share: Claim, told: Sequence[Claim]) -> Iterator[Ratio]:
    words = OF_ALL.search(before(share, 40))
    if words is None:
        return
    name = ALL_WORDS.sub("", core(share.whole or words["of"] or words["among"]))
    wholes = [one for one in told if len(name) >= SHORT and _is_named(name, one)]
    wholes = [one for one in wholes if not one.part_of or one.part_of not in {other.claim_id for other in wholes}]
    named = ((one, FIELD.sub("", one.measure)) for one in told if one not in wholes)
    parts = [one for one, field in named if len(field) >= NAME and field in share.sentence]
    subject = LED.search(before(share, 24))
    if not parts and subject is not None and len(short := subject["of"].removesuffix(name)) >= SHORT:
        parts = [one for one in told if label(one) == short != subject["of"]]  # 新能源682.4亿千瓦时。新能源发电量占…
    for part in _one_value(parts):
        alike = [one for one in wholes if counted_alike(one, part) and one.kind == part.kind]
        alike = [one for one in alike if one.value > part.value and not differ(part.period, one.period)]
        for whole in _one_value(alike):
            yield Ratio(share, part, whole, True, ("measure",))


def _is_named(name: str, whole: Claim) -> bool:
    """Whether words behind 占 name a level: 查办案件, or 立案 of 立案办理公益诉讼案件."""
    measure = core(whole.measure)
    return (
        measure == name
        or (measure.startswith(name) and len(name) >= SHORT)
        or (len(name) >= NAME and measure.endswith(name))
    )


def _of_examined(share: Claim, told: Sequence[Claim]) -> Iterator[Ratio]:
    """A rate of what was found in those examined: 检出近视学生3472人, of 抽测学生6200人."""
    rate = RATE.search(share.measure)
    if (
        rate is None
        or share.whole
        or NOT_COUNTED.search(share.measure)
        or "总体" not in before(share, 20) + share.measure
    ):
        return
    counts = [one for one in told if one.kind == "count"]
    parts = [one for one in counts if rate["what"] in one.measure]
    wholes = [one for one in counts if EXAMINED.search(one.measure) and rate["what"] not in one.measure]
    for part in parts[:1]:
        for whole in _one_value([one for one in wholes if counted_alike(one, part) and one.value > part.value]):
            yield Ratio(share, part, whole, True, ("measure",))


def _one_value(row: Sequence[Claim]) -> Sequence[Claim]:
    """The last of a row whose figures are all one; nothing where they differ."""
    return row[-1:] if len({one.value for one in row}) == 1 else ()
