"""Rows of parts whose total is another than the one beside them."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.comparison import Comparison, Reading
from expectations.counted_sums import FIRST_FEW
from expectations.ratios import percentage
from expectations.slips import closing_slips
from expectations.sums import Split
from expectations.wholes import AT_HEAD
from expectations.words import before, between, grams, lead, of_year_ago

LEFT_OUT = re.compile("不包括|不算|不含|不计|除去|扣除|刨去")
SUMMED_UP = re.compile("[两二三四五六七八九](?:项|类|种|者|地|家)?(?:合起来|加起来|合计|相加|合在一起)")
NEARLY_ALL = 97  # percent
OTHER_SIZE = 4  # times, beyond which a sum that no slip explains is of other things


def made_up_before(split: Split) -> bool:
    """Whether the first of the parts already make up the total: 优良318天。其中优124天，良194天；另有轻度污染41天."""
    values = [part.value for part in split.parts]
    return any(sum(values[:many], Decimal(0)) == split.total.value for many in range(2, len(values)))


def of_others(split: Split) -> bool:
    """Whether the total is what the text tells beside that of the parts (1371亿元，上年1322亿元；…), or sums up what
    stands before it, or the first of it: 两项合起来2433起, 前两类合计180件."""
    total, first = split.total, split.parts[0]
    if FIRST_FEW.search(lead(total)):
        return True
    if first.start > total.start and SUMMED_UP.search(lead(total)):
        return True
    if first.start < total.start or not of_year_ago(total) or of_year_ago(first) or _of_year_told(total, first):
        return False
    return not (first.clause - total.clause <= 1 and "其中" in between(total, first))


def _of_year_told(total: Claim, first: Claim) -> bool:
    """Whether 去年 is the year that the text is about, in the first months of the next: 去年破获1286起。…."""
    return "去年" in before(total, 16) and total.period == first.period != "" and not total.former


def of_times_apart(split: Split) -> bool:
    """Whether the total is of a year ago and a part, sentences on, of now: 去年同期出口1710亿元，…。顺差765亿元."""
    others = [one for one in split.parts if one.sentence_start != split.total.sentence_start]
    others = [one for one in others if one.period != split.total.period or not one.period]
    return of_year_ago(split.total) and not all(map(of_year_ago, others))


def of_another(found: Comparison, split: Split) -> bool:
    """Whether the total is of another size, or not of those with whom the sentence of the parts begins: 嫌疑人当中."""
    total, first = split.total, split.parts[0]
    small, large = sorted((abs(total.value), abs(sum((part.value for part in split.parts), Decimal(0)))))
    if large > OTHER_SIZE * small and not closing_slips(found):
        return True
    group = AT_HEAD.match(first.sentence)
    elsewhere = total.sentence_start != first.sentence_start
    return group is not None and elsewhere and grams(group["of"]).isdisjoint(grams(total.measure))


def only_some(split: Split, block: Block) -> bool:
    """Whether each part has its share of the total beside it, which fits, and these shares leave some of it over."""
    beside = {a.claim_id: b for a, b in pairwise(block.claims) if b.kind == "share" and b.clause - a.clause <= 1}
    shares = [beside[part.claim_id] for part in split.parts if part.claim_id in beside]
    if len(shares) < len(split.parts):
        return False
    whole = Reading.of(split.total)
    fits = [
        percentage(Reading.of(part), whole).asserted.meets(share.asserted)
        for part, share in zip(split.parts, shares, strict=True)
    ]
    return all(fits) and sum(share.value for share in shares) < NEARLY_ALL


def leaves_out(split: Split) -> bool:
    """Whether the words between a total and its parts leave some of it out: 赢了317场，不包括昨晚是316胜283负."""
    return (
        split.parts[0].start > split.total.start and LEFT_OUT.search(between(split.total, split.parts[0])) is not None
    )


def in_pairs(parts: tuple[Claim, ...]) -> bool:
    """Whether the parts come two and two, the second of each a part of the first: 蔬菜抽检420批次，不合格6批次；…."""
    tails = [lead(one).strip("，,、；; ")[-2:] for one in parts]
    first, then = set(tails[::2]), set(tails[1::2])
    return len(parts) >= 4 and len(parts) % 2 == 0 and len(first) == len(then) == 1 and first != then
