"""Whether a text prints the figure of a headline anywhere, in whatever role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from claims import numerals
from claims.claim import Claim
from expectations.blocks import Block
from expectations.digits import significant_digits

SUMMARY = ("headline", "caption")
BARE = re.compile(r"(?<![\d.,])\d{1,15}(?:,\d{3})*(?:\.\d{1,9})?(?!\.\d|[\d万亿千百])")  # 32G is printed with 32
ROUND, ROUNDED = 2, Fraction(1, 50)  # digits of a round figure, and how far from it what it rounds may be
BOUNDS = ("over", "at_least", "under", "at_most")
BOUNDED = Fraction(1, 50)  # how far past a bound of a headline what it stands for may be
HUNDRED = 100


def unsupported(figure: Claim, block: Block) -> bool:
    """Whether no number of the document outside its headlines is that of the figure."""
    numbers = next(iter(block.once(_numbers)), {})
    return not any(supports(value, figure) for value in numbers.get(figure.document, ()))


def _numbers(block: Block) -> Iterator[dict[str, frozenset[Decimal | Fraction]]]:
    yield {name: printed(block, name) for name in block.documents}


def supports(value: Decimal | Fraction, figure: Claim) -> bool:
    """Whether a number of the text is the figure, or the one that a round figure rounds: 降1200元 of 降1213元."""
    size = abs(figure.value)
    rounded = significant_digits(figure) <= ROUND and size >= HUNDRED
    miss = abs(Fraction(value) - Fraction(size))
    if 2 * miss <= figure.resolution and Fraction(value) % Fraction(figure.resolution):
        return True  # 23人次 of 22.8人次
    if figure.hedge in BOUNDS and miss <= Fraction(size) * BOUNDED:
        return (value > size) == (figure.hedge in ("over", "at_least"))  # 跌破2750美元 of 2743.97美元
    return value == size or (rounded and miss <= Fraction(size) * ROUNDED)


def printed(block: Block, name: str) -> frozenset[Decimal | Fraction]:
    """The numbers that the document prints outside its headlines, in whatever role: 在400上下, 第17轮."""
    document = block.documents.get(name)
    if document is None:
        return frozenset()
    heads = {at for one in block.claims if one.section in SUMMARY for at in range(one.start, one.end)}
    found = numerals.find(document.text)
    values = {one.value for one in found if heads.isdisjoint(range(one.start, one.end))}
    bare = (match for match in BARE.finditer(document.text) if heads.isdisjoint(range(*match.span())))
    return frozenset(values.union(Decimal(match.group().replace(",", "")) for match in bare))
