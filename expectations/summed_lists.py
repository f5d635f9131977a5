"""Rows of figures with what they come to told right behind them: 前排12人，中排14人，后排10人，共36人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.completeness import LEFT_OVER, UNCOUNTED, closes
from expectations.numerals import whole
from expectations.sums import Split, rows
from expectations.support import unsupported
from expectations.words import before, between, grams, lead

# 共36人, 前后共救出122人, 全区总计35个: what the items right before come to.
IN_ALL = re.compile(
    r"^\W*(?:全[省市县区镇乡村校厂院队班场]|前后|先后|加起来|算下来|[两三四五六七八九][项者处路组种类])?"
    r"(?:共计|合计|总计|一共|总共|共)(?![同和])[一-鿿]{0,5}?$"
)
# 两天下来，339名…: what as many figures before come to.
AFTER_ALL = re.compile(
    r"(?P<many>[两二三四五六])(?:天|轮|次|批|场|晚|夜|期)(?:下来|加起来|相加|合在一起)[，,]?[^，,。；;\d]{0,8}$"
)
# 综合上述四种运输方式，全市共发送旅客…: what the list before comes to, wherever it ends.
OF_LIST = re.compile(
    r"(?:上述|以上|这)(?P<many>[两二三四五六七八九])(?:种|项|类|个|地|区|县|家|路|条|大)[^，,。；;\d]{0,10}[，,]?[^，,。；;\d]{0,8}?"
    r"(?:共计|合计|总计|一共|总共|共)(?![同和])[一-鿿]{0,6}?$"
)
# 首日118公里，次日142公里，末日96公里，总里程356公里
TOTAL_NAMED = re.compile("^总(?:里程|长度?|距离|面积|人数|数|量|额|投资|收入|产量|重量|赛程|行程)(?:为|达|是|共)?$")
PAID = re.compile("^[一-鿿]{2,8}(?:共计|合计|总计|一共)$|^(?:加起来|加在一起|合起来|相加)[一-鿿]{0,8}$")  # 全年水费共计
SIMPLY = re.compile(r"^\W*(?:两[项者处路组种类])?(?:共计|合计|总计|总共|一共)$")  # of all that the sentence tells
WINDOW = 14  # figures before the sum in which such a list is looked for
ITEMS = range(3, 13)
PRICED = "元"
HUNDRED = 100
ECHO = 2  # pairs of characters that headline and sentence share
STEPS = 3  # clauses from an item to the next
BACK = 14  # clauses from the sum to the first of those before it
TAKEN_OUT = re.compile("其中|包括|[（(][^）)]*$")


def summed_lists(block: Block) -> Iterator[Split]:
    """The rows of a document with the sum behind them, where they make it up or one slip parts them from it."""
    for line in block.once(rows):
        for at, total in enumerate(line):
            if total.hedge or total.former or LEFT_OVER.search(lead(total)):
                continue
            if (
                IN_ALL.match(lead(total))
                or TOTAL_NAMED.match(lead(total).strip())
                or (total.unit == PRICED and PAID.search(lead(total)))
            ):
                parts = _row_before(line, at)
            elif (match := AFTER_ALL.search(before(total, 24))) is not None:
                parts = _last(line, at, whole(match["many"]))
            elif (match := OF_LIST.search(before(total, 40))) is not None:
                parts = _listed(line, at, whole(match["many"]))
            else:
                continue
            if parts and closes(total, parts):
                yield Split(total, parts, True, True)


def of_headline(block: Block) -> Iterator[Split]:
    """The figure of a headline that the text prints nowhere, a slip from what a row of its figures comes to."""
    heads = [one for one in block.claims if one.section == "headline" and not one.hedge and one.value >= HUNDRED]
    heads = [one for one in heads if unsupported(one, block)]
    for line in block.once(rows) if heads else ():
        for start, first in enumerate(line):
            row = [first]
            for one in line[start + 1 :]:
                if one.sentence_start != first.sentence_start or one.unit != first.unit:
                    break
                row.append(one)
            begins = not start or line[start - 1].sentence_start != first.sentence_start
            if not begins or len(row) not in ITEMS or any(one.hedge or one.part_of for one in row):
                continue
            for head in heads:
                total = head.unit == first.unit and head.document == first.document and head.start < first.start
                if total and len(grams(lead(head)) & grams(first.sentence)) >= ECHO and closes(head, tuple(row)):
                    yield Split(head, tuple(row), True, True)


def _row_before(line: Sequence[Claim], at: int) -> tuple[Claim, ...]:
    """The figures of the sum's sentence, if they are a row of three and more that runs up to it."""
    total = line[at]
    row = [one for one in line[max(0, at - ITEMS.stop) : at] if one.sentence_start == total.sentence_start]
    simply = SIMPLY.match(lead(total)) is not None
    both = len(row) == 2 and (simply or total.unit == PRICED) and _alone(row, total)
    if (
        not (len(row) in ITEMS or both)
        or total.clause - row[-1].clause > 1
        or UNCOUNTED.search(between(row[-1], total))
    ):
        return ()
    steps = all(0 <= then.clause - one.clause <= STEPS for one, then in pairwise(row))
    alike = len({one.unit for one in row} - {total.unit}) <= 1 and not any(one.hedge or one.part_of for one in row)
    nested = any(TAKEN_OUT.search(between(one, then)) for one, then in pairwise([*row, total]))
    if not steps or not alike or nested or (not simply and max(one.value for one in row) >= total.value):
        return ()
    made_up = (some for size in range(2, len(row)) for some in combinations(row, size) if _sum(some) == total.value)
    return next(made_up, tuple(row))  # 发放问卷1000份，收回942份，网上344份，共1286份


def _alone(row: Sequence[Claim], total: Claim) -> bool:
    """Whether two levels are all of the sentence in their unit before the sum, in full digits."""
    told = re.findall(rf"\d[\d.,]*\s?[万亿]?{re.escape(total.unit)}(?![/每])", before(total)) if total.unit else []
    return len(told) == len(row) and all(one.kind == total.kind for one in row)


def _listed(line: Sequence[Claim], at: int, many: int) -> tuple[Claim, ...]:
    """The nearest row of so many figures of one unit before the sum that comes to it, or misses it by a slip."""
    total = line[at]
    near = [one for one in line[max(0, at - WINDOW) : at] if one.document == total.document and one.unit == total.unit]
    for end in range(len(near), many - 1, -1):
        row = tuple(near[end - many : end])
        if not any(one.hedge or one.former or one.value >= total.value for one in row) and closes(total, row):
            return row
    return ()


def _sum(row: Sequence[Claim]) -> Decimal:
    return sum((one.value for one in row), Decimal(0))


def _last(line: Sequence[Claim], at: int, many: int) -> tuple[Claim, ...]:
    """So many figures before the sum; those that another is made up of are left out."""
    total = line[at]
    row: list[Claim] = []
    for one in reversed(line[:at]):
        if one.document != total.document or total.clause - one.clause > BACK * many or one.hedge or one.former:
            break
        made = next((size for size in ITEMS if size <= len(row) and sum(x.value for x in row[-size:]) == one.value), 0)
        if made:
            row = row[:-made]  # 抓获29名，其中一路14名、二路9名、三路6名
        row.append(one)
    row = row[:many]
    return tuple(reversed(row)) if len(row) == many and all(one.value < total.value for one in row) else ()
