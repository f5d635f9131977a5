"""Figures that point back: 这144人, 上述35个项目 take up a figure that stands before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.digits import significant_digits
from expectations.same import dimension, is_result, is_time, is_worded
from expectations.slips import one_slip_apart
from expectations.words import after, before, converted, lead

POINTS_BACK = re.compile(r"(?:^|[，,。；;：:、“]|[一-鿿])\s*(?:(?<![就在由])这|上述)\s*$")
# 这1.36亿元欠薪, 这笔五亿四千万元的总投资, 上述一年内缴获的43.7公斤毒品
THIS = re.compile(r"(?:(?:这|该)(?:笔|些|批|部分|条|座|栋|片|块|段)?(?:总计|共计|合计)?|上述[^，,。；;\d]{0,10}的)$")
SIZE = re.compile("(?:全长|总长|总面积|建筑面积|占地面积?|总建筑面积)(?:为|达|约)?$")
AMONG = re.compile("[里中]|当中")
NOUN = re.compile(r"的?(?P<of>总?[一-鿿]{2})")
COUNTERS = ("人", "名", "位", "例")
RESUMED = re.compile("相当于|意味着|是(?:个|一个)?什么概念|是多少")
PARTICULAR = 4  # digits of a sum of which another, a slip apart, is hardly told by chance
REACH = 12  # clauses
EARLIER = 24  # figures


def referred(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Counts that point back, each with the one it takes up, or with the one that it misses by a slip."""
    rows: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if claim.kind == "count" and not is_time(claim) and is_worded(claim) and not converted(claim):
            rows[claim.document, dimension(claim)].append(claim)
    yield from _named_again(block)
    for row in rows.values():
        for at, claim in enumerate(row):
            if at and claim.unit and significant_digits(claim) >= 2 and points_back(claim):
                following = [other for other in row[at + 1 : at + 3] if other.sentence_start == claim.sentence_start]
                yield from _taken_up(claim, row[max(0, at - EARLIER) : at], following)


def _named_again(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Amounts that point back by a noun, each with the one it takes up, or misses: 欠薪1360万元。…这1.36亿元欠薪."""
    amounts = [
        claim
        for claim in block.claims
        if claim.kind == "amount" and not is_time(claim) and not converted(claim) and not claim.hedge
    ]
    for at, claim in enumerate(amounts):
        if not THIS.search(before(claim, 16)) or significant_digits(claim) < 2:
            continue
        behind = after(claim).removeprefix(claim.unit)
        noun = NOUN.match(behind)
        told = [
            one
            for one in amounts[:at]
            if noun is not None
            and one.document == claim.document
            and dimension(one) == dimension(claim)
            and noun["of"] in one.measure
            and is_result(one)
        ]
        if not told and noun is not None:
            told = [one for one in amounts[:at] if _is_size_of(one, noun["of"]) and one.unit == claim.unit]
            told = [one for one in told if one.document == claim.document]
        same = [one for one in told if one.asserted.meets(claim.asserted)]
        if same:
            yield same[-1], claim
        elif len({one.value for one in told}) == 1 and _in_digits_apart(told[-1], claim):
            yield told[-1], claim
        elif AMONG.match(behind) or significant_digits(claim) >= PARTICULAR:
            yield from _one_of_all(claim, amounts[:at])


def _is_size_of(one: Claim, noun: str) -> bool:
    """Whether a figure is the size of a thing that its sentence names: 步道分东、西两段，…，全长3.8公里."""
    return SIZE.search(lead(one)) is not None and noun in one.sentence


def _one_of_all(claim: Claim, told: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The one amount before that 这N元里, or 这 and a particular sum, takes up, where one slip parts just these two."""
    alike = [
        one for one in told if one.document == claim.document and dimension(one) == dimension(claim) and is_result(one)
    ]
    near = [one for one in alike if _in_digits_apart(one, claim)]
    if len({one.value for one in near}) == 1 and not any(one.asserted.meets(claim.asserted) for one in alike):
        yield near[-1], claim


def _in_digits_apart(first: Claim, second: Claim) -> bool:
    """Whether one slip parts two figures, be they printed in digits or in characters."""
    spelled = [one if one.text[:1].isdigit() else replace(one, text=f"{one.value:f}") for one in (first, second)]
    return one_slip_apart(*spelled) or one_slip_apart(spelled[1], spelled[0])


def points_back(claim: Claim) -> bool:
    """Whether the figure takes up one told before: 这144人, or at the head of a sentence 144人中."""
    if not before(claim, 12).strip():
        return claim.unit in COUNTERS and after(claim, 4).startswith(f"{claim.unit}中")
    return POINTS_BACK.search(before(claim, 12)) is not None


def resumed(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """A figure that ends a sentence and begins the next, missed there by a slip: …达90000毫升！90000毫升相当于…"""
    for first, second in pairwise(block.sentences):
        a, b = first.claims[-1], second.claims[0]
        if a.document != b.document or not a.unit or a.unit != b.unit or before(b).strip() or a.section == "table":
            continue
        ended = re.fullmatch(r"[^一-鿿\w]*", after(a).removeprefix(a.unit)) is not None
        told = after(b).removeprefix(b.unit)
        if ended and RESUMED.match(told) and (a.value == b.value or one_slip_apart(a, b)):
            yield a, b


def _of_one_noun(claim: Claim, other: Claim) -> bool:
    """Whether a figure that points back names behind it what the other counts: 床位1200张, 这1500张床位."""
    noun = re.match("[一-鿿]{2}", after(claim, 12).removeprefix(claim.unit))
    return noun is not None and noun[0] in other.measure


def _taken_up(claim: Claim, row: list[Claim], following: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    same = [other for other in row if other.value == claim.value or other.asserted.meets(claim.asserted)]
    if same:
        yield same[-1], claim
        return
    near = [
        other
        for other in row
        if (claim.clause - other.clause <= REACH or _of_one_noun(claim, other)) and is_result(other)
    ]
    missed = [other for other in near if one_slip_apart(claim, other) and significant_digits(other) >= 2]
    summed = any(a.value + b.value == claim.value for a, b in combinations([*near, *following], 2))
    if not summed and len({other.value for other in missed}) == 1 and not claim.hedge:
        yield missed[-1], claim
