"""Interval arithmetic against brute force: sampled members of the operands, and ends that are or are not attained."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claims import hedges
from claims.interval import Interval, exact

SMALL = st.integers(-4, 4).map(Fraction)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Intervals with small whole ends, open, closed and unbounded: ends often coincide."""
    low, high = draw(st.none() | SMALL), draw(st.none() | SMALL)
    if low is not None and high is not None and low > high:
        low, high = high, low
    closed = (draw(st.booleans()), draw(st.booleans())) if low is None or low != high else (True, True)
    return Interval(low, high, *closed)


def members(interval: Interval) -> list[Fraction]:
    """Numbers of the interval: closed ends, numbers close to every end, the middle, far ones where it is unbounded."""
    tiny = Fraction(1, 1000)
    found = [Fraction(n, 2) for n in range(-10, 11)]
    found += [end + step for end in (interval.low, interval.high) if end is not None for step in (-tiny, 0, tiny)]
    found += [Fraction(10**6), Fraction(-(10**6)), tiny, -tiny]
    return [number for number in found if holds(interval, number)]


def holds(interval: Interval, number: Fraction) -> bool:
    above = interval.low is None or number > interval.low or (number == interval.low and interval.low_closed)
    below = interval.high is None or number < interval.high or (number == interval.high and interval.high_closed)
    return above and below


def attained(result: Interval, values: list[Fraction]) -> None:
    """Every value lies in the result; each end is approached, and reached exactly when it is closed."""
    assert all(holds(result, value) for value in values)
    for end, closed, nearest in ((result.low, result.low_closed, min), (result.high, result.high_closed, max)):
        if end is None:
            assert abs(nearest(values)) > 1000
        else:
            assert (end in values) == closed
            assert abs(nearest(values) - end) < Fraction(1, 50)


@given(intervals(), intervals())
def test_sum_holds_exactly_the_sums(a: Interval, b: Interval) -> None:
    attained(a + b, [x + y for x in members(a) for y in members(b)])


@given(intervals(), intervals())
def test_difference_holds_exactly_the_differences(a: Interval, b: Interval) -> None:
    attained(a - b, [x - y for x in members(a) for y in members(b)])


@given(intervals(), intervals())
def test_product_holds_exactly_the_products(a: Interval, b: Interval) -> None:
    attained(a * b, [x * y for x in members(a) for y in members(b)])


@given(intervals(), SMALL)
def test_scaling_is_the_product_with_a_point(a: Interval, factor: Fraction) -> None:
    assert a.scaled(factor) == a * Interval.point(factor)


@given(intervals())
def test_reciprocal_holds_exactly_the_reciprocals(a: Interval) -> None:
    inside = (a.low is None or a.low < 0) and (a.high is None or a.high > 0)
    if inside or holds(a, Fraction(0)):
        with pytest.raises(ZeroDivisionError):
            a.reciprocal()
        return
    result = a.reciprocal()
    values = [1 / x for x in members(a)]
    assert all(holds(result, value) for value in values)
    assert all(x != 0 and holds(a, 1 / x) for x in members(result) if x != 0)
    for end, closed in ((result.low, result.low_closed), (result.high, result.high_closed)):
        if end is not None:
            assert (end in values) == closed


@given(intervals(), intervals())
def test_meeting_is_having_a_number_in_common(a: Interval, b: Interval) -> None:
    common = [x for x in members(a) + members(b) if holds(a, x) and holds(b, x)]
    assert a.meets(b) == b.meets(a) == bool(common)
    meet = a.intersection(b)
    assert (meet is None) == (not common)
    if meet is not None:
        assert all(holds(meet, x) == (holds(a, x) and holds(b, x)) for x in members(a) + members(b))


@given(intervals(), intervals())
def test_hull_holds_both_and_no_more(a: Interval, b: Interval) -> None:
    hull = a.hull(b)
    assert all(holds(hull, x) for x in members(a) + members(b))
    assert hull.low in (a.low, b.low)
    assert hull.high in (a.high, b.high)
    assert hull.hull(a) == hull


@given(intervals(), intervals())
def test_gap_is_the_least_distance(a: Interval, b: Interval) -> None:
    nearest = min(abs(x - y) for x in members(a) for y in members(b))
    assert a.gap(b) == b.gap(a)
    assert a.gap(b) <= nearest <= a.gap(b) + Fraction(1, 100)
    if a.gap(b) > 0:
        assert not a.meets(b)


@given(st.integers(-(10**6), 10**6), st.integers(0, 6))
def test_decimals_are_taken_exactly(digits: int, places: int) -> None:
    value = Decimal(digits).scaleb(-places)
    assert exact(value) == Fraction(digits, 10**places)
    assert value in Interval.point(value)


@given(SMALL, SMALL, st.booleans(), st.booleans())
def test_empty_intervals_cannot_be_made(low: Fraction, high: Fraction, left: bool, right: bool) -> None:
    assume(low > high or (low == high and not (left and right)))
    with pytest.raises(ValueError, match="empty"):
        Interval(low, high, left, right)


def test_unbounded_ends_are_open() -> None:
    everything = Interval(None, None, True, True)
    assert not everything.low_closed
    assert not everything.high_closed
    assert str(Interval.of(1, None)) == "[1, ∞)"


def test_touching_intervals_meet_only_if_both_ends_are_closed() -> None:
    left, right = Interval.of(0, 1), Interval.of(1, 2)
    assert left.meets(right)
    assert not left.meets(Interval.of(1, 2, low_closed=False))
    assert left.gap(Interval.of(1, 2, low_closed=False)) == 0


def test_floats_are_refused() -> None:
    with pytest.raises(TypeError, match="not exact"):
        Interval.of(0.1, 1)  # type: ignore[arg-type]


@given(st.integers(-500, 500).map(Decimal), st.sampled_from(["count", "whole", "rounded", "plus", "almost", "about"]))
def test_equal_figures_share_an_interval_which_pickles_by_what_makes_it(value: Decimal, bound: str) -> None:
    one, other = (Interval.late(hedges.asserted, value, Decimal(1), bound, None) for _ in range(2))
    assert one is other
    assert pickle.loads(pickle.dumps(one)) is one
    assert one == hedges.asserted(value, Decimal(1), bound)


@given(intervals())
def test_an_interval_survives_pickling(interval: Interval) -> None:
    assert pickle.loads(pickle.dumps(interval)) == interval
