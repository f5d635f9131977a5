"""Figures of one thing told twice, two digits of one in the wrong order: 3.42公斤毒品, 这批重3.24公斤的毒品."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block
from expectations.parted import parted
from expectations.same import differ, is_level, is_result, is_time, is_worded
from expectations.words import after, before, grams

DIGITS = re.compile(r"\d[\d,，]*(?:[.．]\d+)?")
FEWEST = 3  # digits; of fewer, two figures are each other's turned round by chance
VAGUE = grams("万元亿元人次以上以下左右全市全县全省目前累计共计达到其中平均")
OTHERS = re.compile("去年|上年|同期|其中|增|减|比|较|另|其余|目标|计划")
SHORT = 8  # characters behind a figure that name what it counts


def swapped(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each such pair of an article, where no third figure is either of them again."""
    rows: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for one in block.claims:
        if is_level(one) and is_result(one) and is_worded(one) and not (one.former or one.hedge or is_time(one)):
            digits = _digits(one)
            if len(digits.replace(".", "")) >= FEWEST:
                rows[one.document, "".join(sorted(digits))].append(one)
    for row in rows.values():
        if len(row) == 2 and _turned(*row) and _of_one(*row):
            yield row[0], row[1]


def _digits(one: Claim) -> str:
    match = DIGITS.search(one.text)
    return "" if match is None else match.group().replace(",", "").replace("，", "").replace("．", ".")


def _turned(a: Claim, b: Claim) -> bool:
    """Whether two neighbouring digits of one, put the other way round, are the other, in the same scale."""
    left, right = _digits(a), _digits(b)
    if left == right or len(left) != len(right) or a.text.replace(left, "") != b.text.replace(right, ""):
        return False
    apart = [at for at in range(len(left)) if left[at] != right[at]]
    return len(apart) == 2 and left[apart[0]] == right[apart[1]] and left[apart[1]] == right[apart[0]]


def _of_one(a: Claim, b: Claim) -> bool:
    """Whether both tell how much of a thing there is that each names, in sentences of their own."""
    if a.sentence_start == b.sentence_start or (a.unit and b.unit and a.unit != b.unit) or a.kind != b.kind:
        return False
    if differ(a.period, b.period) or differ(a.place, b.place) or any(OTHERS.search(before(one, 12)) for one in (a, b)):
        return False
    shared = (_named(a) & _named(b)) - VAGUE
    return bool(shared) and not _of_two(a.measure, b.measure) and not (a.unit == b.unit and parted(a, b))


def _of_two(a: str, b: str) -> bool:
    """Whether two measures are one attribute of two things: 甲车型销售, 乙车型销售."""
    same = next((n for n in range(min(len(a), len(b)), 1, -1) if a[-n:] == b[-n:]), 0)
    owners = a[: len(a) - same], b[: len(b) - same]
    return same > 1 and all(owners) and grams(owners[0]).isdisjoint(grams(owners[1]))


def _named(one: Claim) -> frozenset[str]:
    """The pairs of characters of a figure's measure and of the words right behind it."""
    behind = re.split("[，,。；;、]", after(one, SHORT).removeprefix(one.unit))[0]
    return grams(one.measure) | grams(behind)
