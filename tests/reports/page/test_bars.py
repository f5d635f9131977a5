"""The bars say what the intervals are: closed edges, open rings, arrows without end, the gap between."""

from __future__ import annotations

import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from claims.bilingual import Bilingual
from claims.interval import Interval
from reports.page.bars import bars

GAP = Bilingual("差1件", "gap 1")


def _drawn(reported: Interval, implied: Interval) -> str:
    return str(bars(reported, implied, GAP))


def test_points_are_marks_and_the_gap_is_named_between_them() -> None:
    svg = _drawn(Interval.point(3135), Interval.point(2750))
    assert svg.count('class="point"') == 2
    assert "3,135" in svg
    assert "差1件" in svg
    assert "gap 1" in svg


def test_ends_are_drawn_as_what_they_are() -> None:
    svg = _drawn(Interval.of(1, 2), Interval.of(3, 4, low_closed=False, high_closed=False))
    assert svg.count('class="edge"') == 2
    assert svg.count('class="ring"') == 2
    svg = _drawn(Interval.of(None, 2), Interval.of(3, None))
    assert svg.count('class="arrow"') == 2
    assert svg.count('class="edge"') == 2


def test_intervals_that_meet_have_no_gap_and_equal_ones_no_bars() -> None:
    assert "差" not in _drawn(Interval.of(1, 3), Interval.of(2, 4))
    assert _drawn(Interval.of(1, 3), Interval.of(1, 3)) == ""
    assert _drawn(Interval.of(None, None), Interval.of(None, None)) == ""


def test_the_scale_of_the_figure_is_kept() -> None:
    svg = str(bars(Interval.of(126005000, 126015000), Interval.point(18676605), GAP, ("亿", 10**8)))
    assert "[1.260050, 1.260150]亿" in svg


def test_a_gap_s_words_cannot_leave_their_place() -> None:
    svg = str(bars(Interval.point(1), Interval.point(2), Bilingual("差</text><script>\u202e", "gap")))
    assert "<script>" not in svg
    assert "\u202e" not in svg


ends = st.none() | st.fractions(min_value=-(10**15), max_value=10**15)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
        if low == high:
            return Interval.point(low)
    return Interval.of(low, high, draw(st.booleans()), draw(st.booleans()))


@given(intervals(), intervals())
def test_whatever_the_intervals_all_is_drawn_inside_and_in_order(reported: Interval, implied: Interval) -> None:
    svg = _drawn(reported, implied)
    for x in re.findall(r'(?:\bx|cx)="([\d.-]+)"', svg):
        assert 0 <= float(x) <= 420
    for start, width in re.findall(r'class="bar" x="([\d.]+)" y="\d+" width="([\d.]+)"', svg):
        assert float(start) + float(width) <= 420
    named = "差1件" in svg
    assert named == (reported.gap(implied) > Fraction(0))
