"""Quantities: figures with their unit, as read from a text, before anyone asks what they measure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from claims import hedges
from claims.interval import Interval

FORMS = ("number", "percent", "points", "multiple", "fraction", "zero")


class Quantity(NamedTuple):
    """A figure as written: `text[start:end]`, with scale words, % and 个百分点 but without classifier.

    `outer_start` and `outer_end` take in the hedges and the unit word. `value` is unsigned unless a sign is printed;
    scale words are resolved, percent stays percent. `bound` is one of `hedges.BOUNDS` and `ends` the two ends of a
    range or of words like 数百; from them come the intervals, only when asked for. `range` is 1 for the low end of a
    range, 2 for the high end. `per` is the denominator of a rate, as printed.
    """

    start: int
    end: int
    value: Decimal
    resolution: Decimal
    hedge: str
    bound: str
    outer_start: int
    outer_end: int
    unit: str
    dimension: str
    form: str = "number"
    ends: tuple[Fraction, bool, Fraction, bool] | None = None
    range: int = 0
    explicit_sign: bool = False
    per: str = ""

    @property
    def asserted(self) -> Interval:
        """What the words guarantee."""
        return Interval.late(hedges.asserted, self.value, self.resolution, self.bound, self.ends)

    @property
    def implied(self) -> Interval:
        """What a reader takes from the words."""
        return Interval.late(hedges.implied, self.value, self.resolution, self.bound, self.ends)

    def negative(self) -> Quantity:
        """The same figure below zero."""
        ends = self.ends and (-self.ends[2], self.ends[3], -self.ends[0], self.ends[1])
        return self._replace(value=-self.value, ends=ends)


class Other(NamedTuple):
    """A numeral that states no quantity, its `kind` from `claim.MENTION_KINDS`, else `name` or `misprint`."""

    kind: str
    start: int
    end: int
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Scan:
    """The numerals of a text, in its order: those that are quantities and those that are not."""

    quantities: list[Quantity]
    others: list[Other]
