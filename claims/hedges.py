"""What hedged and rounded figures mean: the interval behind each way of printing a number.

Rounding reads half a unit of the last place either way, closed, which covers half-up and the half-even of GB/T 8170.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claims.interval import Interval

# bound → contract code of the hedge
BOUNDS = {
    "count": "",  # a whole number of countable things
    "whole": "",  # a whole number, scaled or of something measured
    "rounded": "",  # decimals, percentages: half a unit of the last place
    "plus": "plus",  # 余, 多
    "almost": "almost",  # 近
    "over": "over",  # 超过
    "at_least": "at_least",  # 以上, 至少
    "under": "at_most",  # 不足
    "at_most": "at_most",  # 不超过
    "about": "about",  # 约
    "ends": "",  # the two ends are given: ranges, 数百, 三四十
}

Ends = tuple[Fraction, bool, Fraction, bool] | None


def last_place(value: Decimal, resolution: Decimal) -> Fraction:
    """The unit of the last non-zero printed digit: 100 for 500, 1 for 37, `resolution` for 0."""
    unit = Fraction(resolution)
    digits = abs(Fraction(value) / unit)
    if digits.denominator != 1 or not digits:
        return unit
    count = digits.numerator
    while count % 10 == 0:
        count //= 10
        unit *= 10
    return unit


def asserted(value: Decimal, resolution: Decimal, bound: str, ends: Ends = None) -> Interval:
    """The interval that the words guarantee for a figure printed so; a negative figure mirrors its positive one."""
    if value < 0 and not ends:
        return -asserted(-value, resolution, bound)
    number = Fraction(value)
    if bound == "count" and number % 100:
        return Interval(number, number)
    if ends:
        return Interval(ends[0], ends[2], ends[1], ends[3])
    if bound == "over" or bound == "at_least":
        return Interval(number, None, bound == "at_least", False)
    if bound in ("under", "at_most") and number > 0:
        return Interval(Fraction(0), number, False, bound == "at_most")
    if bound == "about":
        return _around(number, number / 10)
    if (
        bound in ("count", "whole")
        and number
        and (number / Fraction(resolution) % 100 == 0 or (resolution >= 100 and bound == "count"))
    ):
        return _around(number, last_place(value, resolution) / 2)
    return implied(value, resolution, bound)


def implied(value: Decimal, resolution: Decimal, bound: str, ends: Ends = None) -> Interval:
    """The interval that a reader takes from a figure printed so."""
    if value < 0 and not ends:
        return -implied(-value, resolution, bound)
    number = Fraction(value)
    if bound == "count":
        return Interval(number, number)
    if ends:
        return Interval(ends[0], ends[2], ends[1], ends[3])
    if bound == "rounded" or bound == "whole" or not number:
        return _around(number, Fraction(resolution) / 2)
    place = last_place(value, resolution)
    if bound == "about":
        return _around(number, place / 2)
    if bound in ("plus", "over", "at_least"):
        return Interval(number, number + place, bound != "over", False)
    return Interval(number - place, number, False, bound != "under")


def _around(value: Fraction, half: Fraction) -> Interval:
    return Interval(value - half, value + half)
