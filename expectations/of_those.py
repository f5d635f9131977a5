"""Parts that words give a whole elsewhere than right behind 其中: 异常者中已有137名; 其中甲类增长22%，增至207台."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.completeness import counted_alike
from expectations.harvests import AREAS
from expectations.same import differ, is_level, is_result, is_worded, within_period
from expectations.wholes import AT_HEAD
from expectations.words import before, lead, offset

GROUP = re.compile(
    r"(?:^|[，,。；;：:])\W*(?:在|这些|上述|以上|全部|所有)?(?P<of>[一-鿿]{3,12}?)(?:当中|之中|中|里)[，,]?"
    "(?:目前|现在|至今)?(?:已经|已|就|仅|只|还|共|现)*(?:[^，,。；;\\d有]{2,12}的(?:共|已|就|仅)?(?=有))?有?$"
)
THOSE = re.compile(
    "(?:这些|上述|以上)(?P<of>[一-鿿]{2,10}?)(?:当中|之中|中|里)[，,]?[^，,。；;]{2,12}的?$"
)  # 这些老人中年满80周岁的
NAME = 3  # characters by which a measure ends in the name of a group
FAR = 12  # counts
LONG = 60  # clauses
DAY, MONTH = len("2023-10-31"), len("2023-10")
AREA_OF = re.compile("(?:播种|种植|养殖)?(?:面积|产量|数量|总量)$")
ONLY = re.compile("(?:仅|单是?)[^，,。；;]{1,10}(?:就|便|即|已)[^，,。；;]{0,6}$")
FEW = 4  # levels before an addition
FLOWS = re.compile(
    "新增|新开|关闭|关停|新登记|剔旧|注销|退出|关掉|停飞|退休|调离|转[出入]|撤|拆|迁[入出]|减少|流[入出]|淘汰|购置|报废|离开"
)
ADDED = re.compile("净增[加]?(?:了|约|近)?$")


def of_those(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each count with that of the group which its clause names, the last one told."""
    counts = [one for one in block.claims if one.kind == "count" or one.unit in AREAS]
    counts = [one for one in counts if is_level(one) and is_result(one)]
    counts = [one for one in counts if is_worded(one) and not one.former]
    for at, part in enumerate(counts):
        group = GROUP.search(before(part, 24)) or THOSE.search(before(part, 30))
        if group is None or part.hedge:
            continue
        name = group["of"]
        told = [one for one in counts[max(0, at - FAR) : at] if one.document == part.document]
        named = _named(told, name) or _done(told, name) or _named(told, name[-NAME:])
        named = [one for one in named if counted_alike(one, part)]
        if named and not named[-1].hedge and not differ(named[-1].period, part.period):
            yield part, named[-1]


def of_group_at_head(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each figure that a sentence takes out of the group it begins with: 医院床位中，公立医院床位32.9万张."""
    levels = [one for one in block.claims if is_level(one) and is_result(one) and is_worded(one) and not one.former]
    levels = [one for one in levels if not one.hedge and one.kind != "rate"]
    for sentence in block.sentences:
        group = AT_HEAD.match(sentence.text)
        own = [one for one in levels if one.sentence_start == sentence.start and one.document == sentence.document]
        if group is None or not own or offset(own[0]) < group.end():
            continue
        part, name = own[0], group["of"]
        told = [one for one in levels if one.document == part.document and one.start < sentence.start]
        told = [one for one in told if one.unit == part.unit and part.clause - one.clause <= LONG]
        named = [one for one in told if one.measure == name or AREA_OF.sub("", name) == one.measure]
        right_behind = "，" not in part.sentence[group.end() : part.start - sentence.start]
        alike = named and not differ(named[-1].period, part.period) and not differ(named[-1].place, part.place)
        if right_behind and alike:
            yield part, named[-1]


def _named(told: list[Claim], name: str) -> list[Claim]:
    return [one for one in told if one.measure.endswith(name)]


def _done(told: list[Claim], name: str) -> list[Claim]:
    """Those of what was done, which the name tells with a noun: 审结189件。审结的案件中，…."""
    verb, of, noun = name.partition("的")
    found = [one for one in told if of and one.measure.startswith(verb)]
    return [one for one in found if one.measure == verb or one.measure.endswith(noun)]


def of_a_time(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each figure that words tell as that of a part of the time of one before it: 上半年12.4万人次。…仅二季度就达…."""
    levels: list[Claim] = []
    for part in block.claims:
        if not (is_level(part) and is_result(part) and is_worded(part)) or part.former or part.kind == "rate":
            continue
        led = part.sentence.lstrip().startswith("其中") and not re.search("[，,；;]", before(part, 40)[4:])
        if part.period and not part.hedge and (led or ONLY.search(before(part, 20))):
            wholes = [one for one in levels if counted_alike(one, part) and _of_longer(part, one)]
            later = levels[levels.index(wholes[-1]) + 1 :] if led and wholes else []
            if any(one.measure_key == part.measure_key and one.value >= part.value for one in later):
                continue  # 引进15架、退出6架，净增9架，年初为103架。其中自有48架
            yield from [(part, one) for one in wholes[-1:] if not one.hedge]
        levels.append(part)


def _of_longer(part: Claim, whole: Claim) -> bool:
    """Whether a figure is of a longer time, in which that of the part lies, under a name with all its characters."""
    within = bool(whole.period) and whole.period != part.period and within_period(part.period, whole.period)
    day = whole.period if len(whole.period) == DAY and "累计" in lead(whole) else ""
    within = within or (bool(day) and part.period[:MONTH] <= day[:MONTH])  # 截至10月31日累计…。其中10月…
    characters = iter(whole.measure)
    same = len(part.measure) > 1 and all(one in characters for one in part.measure)
    return within and same and whole.document == part.document and part.clause - whole.clause <= LONG


def moved_to(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each level that a part of some whole has moved to, its change told first, with the level of the whole."""
    for at, (change, level) in enumerate(pairwise(block.claims)):
        whole = block.by_id.get(change.part_of) if change.kind == "relative_change" else None
        if whole is None or not _reached(change, level):
            continue
        if whole.kind == "relative_change":  # 市场减少2%，降至343万台
            earlier = block.claims[: at + 1]
            behind = next((then for one, then in pairwise(earlier) if one is whole), None)
            whole = behind if behind is not None and _reached(whole, behind) else None
        if whole is not None and whole.kind == level.kind and counted_alike(whole, level) and not level.hedge:
            yield level, whole


def added_to(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each net addition with the stock told before it, of which it is a part: 用户数达4.02亿户，当月净增79万户."""
    levels: list[Claim] = []
    for claim in block.claims:
        if is_level(claim) and is_result(claim) and not claim.former:
            levels = [*levels[-FEW:], claim]
        if claim.kind != "absolute_change" or claim.value <= 0 or not ADDED.search(lead(claim)) or claim.hedge:
            continue
        stock = next((one for one in reversed(levels) if _of_stock(claim, one)), None)
        larger = [one for one in levels if one.sentence_start == claim.sentence_start and one.unit == claim.unit]
        if stock is not None and (stock.value >= claim.value or all(one.value < claim.value for one in larger)):
            yield claim, stock  # 由61座增至75座——5座换乘站不重复计算，净增14座: of those 75


def _of_stock(change: Claim, level: Claim) -> bool:
    near = level.sentence_start == change.sentence_start and level.document == change.document
    if FLOWS.search(level.measure):
        return False  # 新增21.4万册，剔旧6.2万册，净增15.2万册
    return near and level.measure_key == change.measure_key != "" and level.unit == change.unit


def _reached(change: Claim, level: Claim) -> bool:
    """Whether a level is what the change right before it led to."""
    near = level.sentence_start == change.sentence_start and level.clause - change.clause <= 1
    return near and level.reached and is_level(level) and level.measure_key == change.measure_key
