"""One size told in two units, one right behind the other: 4500亩（300公顷）, 重27.5公斤，足足55斤."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from claims.claim import Claim
from claims.zh.units import UNITS
from expectations.blocks import Block
from expectations.comparison import Comparison, judge
from expectations.ratios import last_digit
from expectations.references import in_unit_of
from expectations.same import is_level, is_result, is_worded
from expectations.slips import closing_slips
from expectations.words import after, before

BRACKETED = re.compile("^[（(](?:约合?|折合|合|即|相当于)?$")
THAT_IS = re.compile("^[。，,]?(?:足足有?|折合|约合|合|也就是|即|相当于|换算成?)约?$")
SIZES = frozenset(("length", "area", "mass", "volume"))


def converted(block: Block) -> Iterator[Comparison]:
    """Every size with the one before it of which it is the same in another unit; where they differ, by one slip."""
    sizes = [one for one in block.claims if one.kind == "amount" and is_level(one) and is_result(one)]
    for first, then in pairwise(one for one in sizes if is_worded(one)):
        if first.document != then.document or not _of_one_dimension(first, then):
            continue
        words = _words(first, then)
        if not (BRACKETED.match(words) or THAT_IS.match(words)):
            continue
        found = Comparison(
            reported=then, using=(first,), expected=lambda _, a=first, b=then: in_unit_of(b, a), working="{1}"
        )
        if judge(found).verdict == "consistent" or (closing_slips(found) and not _rough(first, then)):
            yield replace(found, worst="warning")


def _rough(first: Claim, then: Claim) -> bool:
    """Whether the two agree if each is rounded to its last digit but 0: 1500磅（700公斤）."""
    stated = in_unit_of(then, first).stated.low or 0
    ratio = Fraction(stated) / Fraction(first.value)
    slack = (Fraction(last_digit(first)) * ratio + Fraction(last_digit(then))) / 2
    return abs(Fraction(stated) - Fraction(then.value)) <= slack


def _of_one_dimension(first: Claim, then: Claim) -> bool:
    one, other = UNITS.get(first.unit), UNITS.get(then.unit)
    return (
        one is not None and other is not None and one.dimension == other.dimension in SIZES and one.name != other.name
    )


def _words(first: Claim, then: Claim) -> str:
    """The words between the two, without the unit of the first; across a full stop too."""
    if first.sentence_start == then.sentence_start:
        at = then.start - first.end
        behind = after(first, max(at, 0))
        return behind.removeprefix(first.unit)
    behind = after(first).removeprefix(first.unit)
    return behind + before(then)
