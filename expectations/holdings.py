"""Shares that somebody holds, with the percentage of all shares that they are: 持有7400万股，持股比例升至37.00%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from expectations.blocks import Block
from expectations.ratios import Ratio
from expectations.same import is_level, is_result
from expectations.words import before, lead

ALL_SHARES = re.compile("总股本(?:为|共|约|的)?$")
HELD = re.compile("持有|持股|增持|减持")
RATIO = re.compile(
    "^(?:其)?(?:持股比例|占(?:公司)?(?:当前|目前)?(?:总股本|股份总数)的?(?:比例)?)(?:将)?(?:升至|降至|增至|减至|为|达到?|变为)?$"
)
TOGETHER = re.compile("合计|一致行动|表决权|间接|摊薄|稀释|限售")


def holdings(block: Block) -> Iterator[Ratio]:
    """Each number of shares held with the ratio right behind it, and the one number of all shares of the article."""
    stated = [one for one in block.claims if one.unit == "股" and is_level(one) and ALL_SHARES.search(lead(one))]
    if len({one.value for one in stated}) != 1 or stated[0].hedge:
        return
    for sentence in block.sentences:
        for part, share in zip(sentence.claims, sentence.claims[1:], strict=False):
            named = share.kind == "share" and RATIO.match(lead(share).strip()) is not None and is_result(share)
            held = part.unit == "股" and part.kind != "absolute_change" and HELD.search(before(part, 20)) is not None
            if not (named and held) or share.clause - part.clause != 1 or part.value >= stated[0].value or part.hedge:
                continue
            if TOGETHER.search(sentence.text) is None:
                yield Ratio(share, part, stated[0], True, ("measure",))
