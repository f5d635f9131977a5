"""Sums of one thing told twice with the same digits in two scales: 取暖补助4800万元, 4.8亿元取暖补助."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import differ, dimension, is_level, is_result, is_worded
from expectations.words import lead, of_two

FEWEST = 2  # significant digits
SURELY = 5  # digits that two sums of one article hardly share by chance
NAMED = 4  # characters that both names have
OF_MANY = re.compile("收入|投资|利润|营收|市值|产值|销售|成交|资产|负债|总值|余额|融资|存款|贷款")  # everybody has one
TENS = frozenset(Decimal(10) ** power for power in (1, 2, 3, 4))


def scales_apart(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each such pair of an article, where nothing else has these digits."""
    rows: dict[tuple[str, str, tuple[int, ...]], list[Claim]] = defaultdict(list)
    for one in block.claims:
        usable = one.kind == "amount" and is_level(one) and is_result(one) and is_worded(one)
        usable = usable and OF_MANY.search(one.measure) is None
        if usable and not (one.former or one.hedge) and one.value > 0 and "其中" not in lead(one):
            rows[one.document, dimension(one), one.value.normalize().as_tuple().digits].append(one)
    for (_, _, digits), row in rows.items():
        if len(row) == 2 and len(digits) >= FEWEST and _of_one(*row):
            yield row[0], row[1]


def _of_one(a: Claim, b: Claim) -> bool:
    """Whether both are named alike, in sentences of their own, and one is ten times the other or more."""
    small, large = sorted((a.value, b.value))
    if large / small not in TENS or a.sentence_start == b.sentence_start or differ(a.period, b.period):
        return False
    if of_two(a.measure, b.measure):
        return False  # 甲项目, 乙项目
    if len(a.value.normalize().as_tuple().digits) >= SURELY:
        return not differ(a.place, b.place)
    names = (a.measure[at : at + NAMED] for at in range(len(a.measure) - NAMED + 1))
    return any(name in b.measure for name in names) and not differ(a.place, b.place)
