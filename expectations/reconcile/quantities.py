"""The quantity a claim is about, and how its figure bounds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from claims import period as periods
from claims.claim import Claim
from claims.interval import Interval

Span = tuple[date, date]
PER = re.compile("均|每|单价")
LEVELS = ("count", "amount", "rate")


@dataclass(frozen=True, slots=True)
class Series:
    """What is measured, where, at which scope and prices; a figure without a place is of its own document only."""

    measure: str
    place: str
    scope: str
    price_basis: str
    document: str = ""

    @classmethod
    def of(cls, claim: Claim) -> Series:
        # 6月3470套。换算到每天，6月日均115.7套: figures per day are no figures of the month
        apart = claim.kind == "rate" and "/" not in claim.unit and PER.search(claim.measure) is None
        return cls(
            f"{claim.measure_key}/" if apart else claim.measure_key,
            claim.place,
            claim.scope,
            claim.price_basis,
            "" if claim.place else claim.document,
        )


@dataclass(frozen=True, slots=True)
class Quantity:
    """A variable of the network. `kind`: level, share (percent), factor (new ÷ old), change, points, or own.

    `span` is the reference period, `base` that from which a factor, change or points are measured; `whole` what a share
    is taken of.
    An `own` quantity is that of one claim, whose series or period is not known.
    """

    kind: str
    series: Series
    span: Span | None = None
    base: Span | None = None
    dimension: str = ""
    whole: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim as a bound on a quantity: quantity = `offset` + `slope` × the figure; slope above 0."""

    claim: Claim
    quantity: Quantity
    slope: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)

    def to_quantity(self, figure: Interval) -> Interval:
        """The interval of the quantity for an interval of the figure."""
        if self.slope == 1 and not self.offset:
            return figure
        return figure.scaled(self.slope) + Interval.point(self.offset)

    def to_figure(self, quantity: Interval) -> Interval:
        """The interval of the figure for an interval of the quantity."""
        if self.slope == 1 and not self.offset:
            return quantity
        return (quantity - Interval.point(self.offset)).scaled(1 / self.slope)


def dimension(claim: Claim) -> str:
    """What the figure counts or measures in."""
    return claim.dimension or claim.unit


def base_span(claim: Claim) -> Span | None:
    """The period a change is measured from, at the grain of its own period; None where it is not known.

    A bare year stands for the same months of it.
    """
    base = claim.base_period or periods.base_of(claim.period, claim.comparison)
    own, found = periods.bounds(claim.period), periods.bounds(base)
    if own is None or found is None:
        return None
    year = periods.year_of(claim.period)
    if year is not None and _whole_year(found) and not _whole_year(own):
        found = periods.bounds(periods.shift_years(claim.period, found[0].year - year))
    return found if found is not None and found[1] < own[0] else None


def _whole_year(span: Span) -> bool:
    return (span[0].month, span[0].day, span[1].month, span[1].day) == (1, 1, 12, 31) and span[0].year == span[1].year


def stated_factor(claim: Claim, quantity: Quantity) -> Stated | None:
    """A relative change or multiple as a bound on new ÷ old; None where the words leave open which is meant."""
    if claim.kind == "relative_change":
        return Stated(claim, quantity, Fraction(1, 100), Fraction(1))
    if claim.unit == "成" and claim.direction:
        return Stated(claim, quantity, Fraction(1, 10), Fraction(1))
    if claim.unit == "番" and claim.value == int(claim.value) > 0 and claim.asserted.is_point:
        return Stated(claim, quantity, Fraction(2 ** int(claim.value)) / Fraction(claim.value))
    if claim.unit == "倍" and claim.value > 0:
        if claim.reached:
            return Stated(claim, quantity)
        if claim.direction == "up":
            return Stated(claim, quantity, Fraction(1), Fraction(1))
    return None
