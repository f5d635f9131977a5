"""Figures of one thing told twice, two digits of one in the wrong order: 3.42公斤毒品, 这批重3.24公斤的毒品."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block
from expectations.parted import parted
from expectations.same import differ, is_level, is_result, is_time, is_worded
from expectations.words import after, before, grams, of_two

DIGITS = re.compile(r"\d[\d,，]*(?:[.．]\d+)?")
FEWEST = 3  # digits; of fewer, two figures are each other's turned round by chance
THESE = re.compile("(?:这|上述|前述)(?:约|近|超过?)?$")  # 在这63起事故中
VAGUE = grams("万元亿元人次以上以下左右全市全县全省目前累计共计达到其中平均")
OTHERS = re.compile("去年|上年|同期|其中|增|减|比(?!如)|较|另|其余|目标|计划")
SHORT = 8  # characters behind a figure that name what it counts


def swapped(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each such pair of an article, where no third figure is either of them again."""
    rows: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for one in block.claims:
        named = is_worded(one) or _points_back(one)
        if is_level(one) and is_result(one) and named and not (one.former or one.hedge or is_time(one)):
            rows[one.document, "".join(sorted(_digits(one)))].append(one)
    for row in rows.values():
        if len(row) != 2 or not _turned(*row) or not _of_one(*row):
            continue
        if len(_digits(row[0]).replace(".", "")) >= FEWEST or _points_back(row[1]):
            yield row[0], row[1]


def _points_back(one: Claim) -> bool:
    return THESE.search(before(one, 6)) is not None


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
    if not shared or of_two(a.measure, b.measure):
        return False
    return a.unit != b.unit or _points_back(b) or not parted(a, b)


def _named(one: Claim) -> frozenset[str]:
    """The pairs of characters of a figure's measure and of the words right behind it."""
    behind = re.split("[，,。；;、]", after(one, SHORT).removeprefix(one.unit))[0]
    return grams(one.measure) | grams(behind)
