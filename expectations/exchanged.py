"""Sums in two currencies, one right behind the other: an article exchanges all of them at nearly one rate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.interval import Interval
from expectations.blocks import Block
from expectations.comparison import Comparison, Reading
from expectations.digits import significant_digits
from expectations.same import dimension, is_result, is_worded
from expectations.slips import closing_slips
from expectations.words import between
from expectations.words import converted as is_converted

KINDS = ("count", "amount", "rate", "absolute_change")
BESIDE = 16  # characters from a sum to the same in another currency
ROUGH = Fraction(1, 50)  # by which rates of one article may differ, as of two days
CURRENCY = 3  # letters of a code of ISO 4217
DIGITS = 2  # of sums that tell a rate
RATE = Bilingual("两处可能按不同日期的汇率折算", "they may be exchanged at the rates of two days")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A sum and the same in another currency."""

    sum: Claim
    exchanged: Claim

    @property
    def rate(self) -> Fraction:
        return Fraction(self.exchanged.value) / Fraction(self.sum.value)

    @property
    def slack(self) -> Fraction:
        """How far rounding lets the rate be off, as a part of it."""
        half = (abs(Fraction(one.resolution) / Fraction(one.value)) / 2 for one in (self.sum, self.exchanged))
        return sum(half, ROUGH)


def exchanged(block: Block) -> Iterator[Comparison]:
    """Every exchanged sum against the rate of the others; where it differs from all of them, by one slip."""
    found: dict[tuple[str, str, str], list[Exchange]] = defaultdict(list)
    money = [one for one in block.claims if one.kind in KINDS and is_result(one) and is_worded(one) and one.value]
    for first, then in pairwise(money):
        one, other = _currency(first), _currency(then)
        told = one and other and one != other and first.sentence_start == then.sentence_start
        if (
            told
            and first.value * then.value > 0
            and is_converted(then)
            and len(between(first, then)) <= BESIDE
            and not is_converted(first)
        ):
            found[one, other, first.document].append(Exchange(first, then))
    for row in found.values():
        for at, exchange in enumerate(row):
            rest = row[:at] + row[at + 1 :]
            nearest = min(rest, key=lambda one: _apart(one, exchange), default=None)
            if nearest is None:
                continue
            found_so = _compared(exchange, nearest)
            if _at_one_rate(nearest, exchange) or (_agreed(rest) and _telling(exchange) and closing_slips(found_so)):
                yield found_so


def _compared(exchange: Exchange, known: Exchange) -> Comparison:
    """The exchanged sum against the sum at the rate of another, give or take what the rates of an article differ."""
    slack = known.slack * known.rate
    rate = Reading.exactly(Interval.of(known.rate - slack, known.rate + slack))
    return Comparison(
        reported=exchange.exchanged,
        using=(exchange.sum,),
        expected=lambda one: one * rate,
        working=f"{{1}} × {float(known.rate):.4g}",
        worst="warning",
        explanations=(RATE,),
        beside=(known.sum, known.exchanged),
    )


def _telling(exchange: Exchange) -> bool:
    return min(significant_digits(one) for one in (exchange.sum, exchange.exchanged)) >= DIGITS


def _currency(claim: Claim) -> str:
    """The currency of a sum, or of a price; empty for anything else."""
    name = dimension(claim).partition("/")[0]
    return name if len(name) == CURRENCY and name.isupper() else ""


def _apart(one: Exchange, other: Exchange) -> Fraction:
    return abs(one.rate / other.rate - 1)


def _at_one_rate(one: Exchange, other: Exchange) -> bool:
    return _apart(one, other) <= one.slack + other.slack


def _agreed(rest: Sequence[Exchange]) -> bool:
    """Whether the others, two and more, are at one rate."""
    return len(rest) > 1 and all(_at_one_rate(one, other) for one, other in pairwise(rest))
