"""Sums of as many figures as words count: 甲镇3.8万亩，乙镇…，丙镇…。三个镇合计9.1万亩; 23枚来自5个大项，其中…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.completeness import closes
from expectations.numerals import whole
from expectations.same import differ, is_level, is_result, is_worded
from expectations.sums import Split
from expectations.words import between, lead

SUMMED = re.compile(
    "^[^一-鿿]*(?:上述|以上|这)?(?P<many>[三四五六七八九]|\\d)(?:个|家|大|项|类)?[一-鿿]{1,4}(?:合计|共计|总计|加起来|一共|总共)[^，,。；;\\d]{0,8}$"
)
# 23枚金牌来自5个大项，其中…
SHARED_OUT = re.compile(
    "(?:来自|分布在|分布于|分为|涉及|分属)(?P<many>[三四五六七八九]|\\d)个[一-鿿]{1,6}[，,：:](?:其中|分别[是为])?[，,]?[一-鿿]{1,8}$"
)
# 97件，83件，52件，36件，前两类合计180件
FIRST_FEW = re.compile(
    "^[^一-鿿]*前(?P<many>[两二三四五六])(?:个|家|大|项|类|种|者|位)[一-鿿]{0,4}(?:合计|共计|总计|加起来|一共|总共)[^，,。；;\\d]{0,8}$"
)
# 六所学校一共新增学位8550个。其中，…
OWNERS = re.compile(
    "(?:^|[^第\\d])(?P<many>[三四五六七八])(?:个|家|大|所|座|支|条|县|区|镇)[一-鿿]{0,5}?(?:一共|共|合计|总共|总计)[一-鿿]{0,6}$"
)
PARTS = range(3, 9)


def counted_sums(block: Block) -> Iterator[Split]:
    """Each total with the row of as many figures of its unit as the words say, told right before or behind it."""
    levels = [one for one in block.claims if is_level(one) and is_result(one) and is_worded(one) and not one.former]
    for at, total in enumerate(levels):
        if total.hedge:
            continue
        if (first := FIRST_FEW.search(lead(total))) is not None:
            row, many = _row(total, levels[:at][::-1])[::-1], whole(first["many"])
            if len(row) > 2 and row[0].value >= sum(one.value for one in row[1:]):
                row = row[1:]  # 268件中，97件，83件，52件，36件，前两类…
            falling = all(a.value >= b.value for a, b in pairwise(row))
            if len(row) > many and falling and row[0].sentence_start == total.sentence_start:
                yield Split(total, tuple(row[:many]), True, True)
        if (summed := SUMMED.search(lead(total))) is not None:
            row = _row(total, levels[:at][::-1])
            yield from _split(total, row[::-1], whole(summed["many"]))
        row = _row(total, [one for one in levels[at + 1 :] if one.unit == total.unit])
        if (owners := OWNERS.search(lead(total))) is not None and row and closes(total, tuple(row)):
            yield from _split(total, row, whole(owners["many"]))
        shared = (
            SHARED_OUT.search(between(total, row[0])) if row and row[0].sentence_start == total.sentence_start else None
        )
        if shared is not None:
            yield from _split(total, row, whole(shared["many"]))


def _row(total: Claim, near: list[Claim]) -> list[Claim]:
    """The figures of the unit of a total that follow one another in one sentence, the nearest first."""
    row: list[Claim] = []
    for one in near:
        if one.document != total.document or one.paragraph != total.paragraph:
            break
        if one.unit != total.unit or one.kind != total.kind:
            if row:
                break
            continue
        if row and one.sentence_start != row[0].sentence_start:
            break
        row.append(one)
    return row


def _split(total: Claim, row: list[Claim], many: int) -> Iterator[Split]:
    if any(differ(one.period, total.period) for one in row):
        return  # 合并前的2022年，四处窗口加起来81652件
    if many in PARTS and len(row) == many and not any(one.hedge for one in row):
        yield Split(total, tuple(row), True, True)
