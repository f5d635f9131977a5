"""What is sold or delivered in one market against what is in all the world, each named with its market."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claims.claim import Claim
from expectations.areas import WORLD
from expectations.containment import Inside
from expectations.same import dimension, is_result
from expectations.words import NOISE, lead

EVERYWHERE = re.compile("在?向?(?:全球|全世界|世界)(?:各地|范围内?|市场|客户|用户)?(?:共|累计|总)?")
MARKET = re.compile(
    "在?(?:中国|美国|日本|印度|德国|英国|韩国|法国|欧洲|亚洲|北美|东南亚|本土|国内|海外)(?:大陆|地区)?(?:市场)?"
)
SOLD = re.compile("(?P<act>销|交付|出货)(?:售|量|出)?(?:了|量)?")
PLAIN = re.compile("新?车(?:辆)?|汽车|产品|总|共|累计|的|在|向|今年|公司|集团|该|旗下|品牌|股份|有限")
AIMED = re.compile("目标|计划|预期|产能|指引|均|每")
CLAUSES = 24


def worldwide(claims: tuple[Claim, ...]) -> Iterator[Inside]:
    """Sales of a market, each with those of the world before it that are of the same thing and time."""
    totals: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        words = f"{lead(claim)} {claim.measure}"
        sold = SOLD.search(claim.measure)
        if sold is None or claim.kind != "count" or not is_result(claim) or claim.former or AIMED.search(words):
            continue
        if not claim.period:
            continue
        key = claim.document, sold["act"], dimension(claim), claim.period
        if claim.place in WORLD or EVERYWHERE.search(words):
            if not MARKET.search(claim.measure):
                totals[key].append(claim)
        elif claim.place or MARKET.search(words):
            near = [one for one in totals[key] if claim.clause - one.clause <= CLAUSES and _holds(one, claim)]
            if near:
                yield Inside(claim, near[-1], "全球包括各个市场", "the world holds every market", ("measure",))


def _holds(whole: Claim, part: Claim) -> bool:
    """Whether no word of the whole narrows it to things that the part does not name."""
    ours, theirs = (
        PLAIN.sub("", SOLD.sub("", NOISE.sub("", MARKET.sub("", EVERYWHERE.sub("", one.measure)))))
        for one in (whole, part)
    )
    return all(character in theirs for character in ours)
