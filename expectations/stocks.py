"""What there was, what came, what went and what there is: 年初212位，新搬来38位，接回21位，去世6位，现有223位."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.claim import Claim
from expectations.blocks import Block
from expectations.comparison import Comparison, Reading
from expectations.same import dimension, is_level, is_result, is_worded
from expectations.words import after, before, between, lead

WAS = re.compile(
    "元旦|年初|年前|(?:调整|优化|整合|改革|撤并|改造)之?前|上年[末底]|去年[末底]|月初|期初|原有|旧存|\\d时|这天|那天|开馆时|当时"
)
IS = re.compile(
    "(?:还有|现有|共有|尚有|余有|在册|存栏|蓄水|库存|留在|住着)[^，,。；;\\d]{0,6}$"
    "|(?:调整|优化|整合|改革|撤并|改造)之?后[，,]?[^，,。；;\\d]{0,12}$"
    "|(?:今天|目前|如今|年[末底]|月[末底]|\\d日|\\d时)[^，,。；;\\d]{0,6}[，,][^，,。；;\\d]{0,4}(?:还有|现有|共有|有|蓄水|存栏|尚有)[^，,。；;\\d]{0,6}$"
)
CAME = re.compile("新[收搬进来增生招购引入住开设建]|出生|入库|迁入|调入|转入|购进|补栏|搬来|入住|流入|收进|送来")
WENT = re.compile(
    "领养|归还|死亡|病死|没救活|病故|走完|去世|离世|过世|接回|接走|离开|搬走|出库|下泄|泄洪|卖出|出栏|售出|转出|调出|迁出"
    "|退休|离职|注销|毕业|撤[并销]|裁撤|停运|关闭|送走|放归|报废|流出|退出"
)
KEPT = re.compile(
    "改走|改道|更名|改名|不变|保留|延长|缩短|调整(?!之?[前后])|优化(?!之?[前后])"
)  # neither came nor went
REACH = 16  # clauses from what there was to what there is
ALL_WORDS = 14  # characters of the clause behind a figure that say what it did
AHEAD = 40  # figures among which the later stock is looked for
FLOWS = range(2, 8)


def stocks(block: Block) -> Iterator[Comparison]:
    """Each stock told at two times with all that came and went between, every one of them worded as either."""
    levels = [one for one in block.claims if one.kind in ("count", "amount") and is_level(one) and is_result(one)]
    levels = [one for one in levels if is_worded(one) and not one.hedge]
    for at, first in enumerate(levels):
        if not first.unit or WAS.search(before(first, 24)) is None or _moved(first):
            continue
        row = _row(levels[at + 1 : at + 1 + AHEAD], first)
        if row is None:
            continue
        flows, last = row[:-1], row[-1]
        signs = [_moved(one) for one in flows]
        if len(flows) in FLOWS and all(signs) and len(set(signs)) > 1:
            yield _balance(first, flows, signs, last)


def _row(levels: Sequence[Claim], first: Claim) -> list[Claim] | None:
    """The figures of the unit from behind a stock up to the next stock; None where there is no such."""
    row: list[Claim] = []
    for one in levels:
        if one.document != first.document or one.clause - first.clause > REACH:
            return None
        if one.unit != first.unit or dimension(one) != dimension(first):
            continue
        if row and row[-1].sentence_start == one.sentence_start and "其中" in between(row[-1], one):
            continue
        if not _moved(one) and KEPT.search(lead(one) + re.split("[。；;]", after(one, ALL_WORDS))[0]):
            continue
        row.append(one)
        if not _moved(one) and IS.search(before(one, 24)):
            return row
    return None


def _moved(one: Claim) -> int:
    """1 for what came, −1 for what went, 0 for what the words call neither."""
    for words in (lead(one), re.split("[。；;]|\\d", after(one, ALL_WORDS).removeprefix(one.unit))[0]):
        found = (CAME.search(words) is not None) - (WENT.search(words) is not None)
        if found:
            return found
    return 0


def _balance(first: Claim, flows: Sequence[Claim], signs: Sequence[int], last: Claim) -> Comparison:
    def expected(start: Reading, *moved: Reading) -> Reading:
        for sign, one in zip(signs, moved, strict=True):
            start = start + one if sign > 0 else start - one
        return start

    working = "{1}" + "".join(f" {'+' if sign > 0 else '−'} {{{at}}}" for at, sign in enumerate(signs, 2))
    return Comparison(
        reported=last, using=(first, *flows), expected=expected, working=working, weights=(1, *signs), worst="warning"
    )
