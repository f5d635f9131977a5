"""Figures per thousand inhabitants with what they count and the inhabitants, told by name in one paragraph.

按年末常住人口682万人计算，…注册护士2.74万人，…每千人口注册护士数4.02人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import differ, is_level, is_result, is_worded
from expectations.spread import INHABITANTS, Spread, counts_some
from expectations.words import lead

PER = re.compile(
    "每(?P<per>千|万|十万|百)(?:常住)?人口?(?:拥有|有)?(?P<what>[一-鿿（）()]{2,12}?)(?:数|量)?(?:为|达到?|是)?$"
)
HEADS = {"百": 100, "千": 1000, "万": 10_000, "十万": 100_000}
BRACKETS = re.compile("[（(][^（()）]*[）)]")


def per_head(block: Block) -> Iterator[Spread]:
    """Each such figure with the one count of its name, and the only inhabitants, of the paragraph."""
    levels = [one for one in block.claims if is_level(one) and is_result(one) and is_worded(one) and not one.former]
    for average in levels:
        told = PER.search(lead(average)) if not average.hedge else None
        if told is None:
            continue
        near = [one for one in levels if one.document == average.document and one.paragraph == average.paragraph]
        what = BRACKETS.sub("", told["what"])
        counted = [one for one in near if one.kind == "count" and _named(one, what) and one.start < average.start]
        people = [one for one in near if one.kind == "count" and INHABITANTS.search(one.measure + lead(one))]
        people = [one for one in people if PER.search(lead(one)) is None and one.unit == "人"]
        if len({one.value for one in counted}) == len({one.value for one in people}) == 1:
            total, number = counted[-1], people[-1]
            far = Spread(average, total, number, HEADS[told["per"]], Fraction(average.resolution) / 2)
            if not (total.hedge or number.hedge or differ(total.place, number.place) or counts_some(far)):
                yield far


def _named(one: Claim, what: str) -> bool:
    return BRACKETS.sub("", one.measure).endswith(what)
