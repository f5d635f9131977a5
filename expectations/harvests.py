"""Area, yield and harvest of one crop, told within a paragraph: 12.4万亩，平均亩产486公斤，总产6.03万吨."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from claims.claim import Claim
from expectations.blocks import Block
from expectations.level_words import is_size_of_change
from expectations.same import is_level, is_worded
from expectations.spread import WEIGHTS
from expectations.words import after, before, lead

AREAS = {"亩": Fraction(1), "公顷": Fraction(15)}
YIELD = re.compile("亩产|每亩|单产|亩均产")
AREA = re.compile("面积|种植|播种|种了|收获|栽种|栽植")
HARVEST = re.compile("总产|产量|产出|可产")
OF_SOME = re.compile("其中|已收|收割|高产|示范|最高|去年|上年|另")
MORE = re.compile("增|提高|多|减|少|比|较")
CROPS = re.compile("小麦|夏粮|秋粮|粮食|玉米|[早中晚]稻|水稻|稻谷|大豆|油菜|马铃薯|花生|棉花|蔬菜|甘蔗|杂粮|薯类")
PEAK = re.compile("最[高大低]")
FAR = 8  # clauses


@dataclass(frozen=True, slots=True)
class Harvest:
    """A yield per 亩 with the area and the harvest; `scale` units of the yield are in one of the harvest an 亩."""

    rate: Claim
    area: Claim
    total: Claim
    scale: Fraction


def harvests(block: Block) -> Iterator[Harvest]:
    """Every yield with the one area and the one harvest around it."""
    levels = [one for one in block.claims if is_level(one) and is_worded(one) and not one.former]
    for rate in levels:
        told = YIELD.search(lead(rate)) and rate.unit in WEIGHTS and not PEAK.search(lead(rate))
        if (
            OF_SOME.search(lead(rate))
            or not told
            or is_size_of_change(rate)
            or MORE.search(lead(rate))
            or rate.modality not in ("", "forecast")
        ):
            continue
        near = [one for one in levels if one.document == rate.document and one.paragraph == rate.paragraph]
        near = [one for one in near if abs(one.clause - rate.clause) <= FAR and one is not rate]
        fields = [one for one in near if one.unit in AREAS and one.start < rate.start and not _is_some(one)]
        areas = [one for one in fields if AREA.search(_said(one))] or fields
        totals = [one for one in near if one.unit in WEIGHTS and one.start > rate.start and not _is_some(one)]
        totals = [one for one in totals if HARVEST.search(_said(one))]
        if len(areas) == len(totals) == 1 and not crops_apart(areas[0], totals[0]):
            scale = AREAS[areas[0].unit] * WEIGHTS[rate.unit] / WEIGHTS[totals[0].unit]
            yield Harvest(rate, areas[0], totals[0], 1 / scale)


def crops_apart(a: Claim, b: Claim) -> bool:
    """Whether two figures name crops, and not one in common: 小麦种植面积, 夏粮总产."""
    crops = [set(CROPS.findall(lead(one) + one.measure)) for one in (a, b)]
    return all(crops) and crops[0].isdisjoint(crops[1])


def _said(one: Claim) -> str:
    return f"{lead(one)} {one.measure} {re.split('[，,。；;]', after(one, 8))[0]}"


def _is_some(one: Claim) -> bool:
    """Whether a figure is of some fields only, or of another year."""
    return bool(one.part_of) or OF_SOME.search(lead(one) + before(one, 4)) is not None
