"""Intervals behind printed figures, against the table of meanings."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.hedges import BOUNDS, asserted, implied, last_place


@pytest.mark.parametrize(
    ("value", "resolution", "bound", "words", "reader"),
    [
        ("3135", "1", "count", "[3135, 3135]", "[3135, 3135]"),
        ("98000", "1", "count", "[97500, 98500]", "[98000, 98000]"),
        ("300", "100", "count", "[250, 350]", "[300, 300]"),  # 三百
        ("7200", "1", "whole", "[7150, 7250]", "[14399/2, 14401/2]"),
        ("34680", "1", "whole", "[69359/2, 69361/2]", "[69359/2, 69361/2]"),
        ("13000000", "10000", "whole", "[12500000, 13500000]", "[12995000, 13005000]"),
        ("1400000000", "100000000", "whole", "[1350000000, 1450000000]", "[1350000000, 1450000000]"),
        ("25500", "100", "rounded", "[25450, 25550]", "[25450, 25550]"),
        ("37.01", "0.01", "rounded", "[7401/200, 7403/200]", "[7401/200, 7403/200]"),
        ("1.20", "0.01", "rounded", "[239/200, 241/200]", "[239/200, 241/200]"),
        ("100", "1", "rounded", "[199/2, 201/2]", "[199/2, 201/2]"),  # 100%
        ("132000", "1000", "plus", "[132000, 133000)", "[132000, 133000)"),
        ("500", "1", "plus", "[500, 600)", "[500, 600)"),
        ("100000", "10000", "plus", "[100000, 200000)", "[100000, 200000)"),
        ("212300000000", "100000000", "almost", "(212200000000, 212300000000]", "(212200000000, 212300000000]"),
        ("54", "1", "over", "(54, ∞)", "(54, 55)"),
        ("40", "1", "at_least", "[40, ∞)", "[40, 50)"),
        ("30", "1", "under", "(0, 30)", "(20, 30)"),
        ("30", "1", "at_most", "(0, 30]", "(20, 30]"),
        ("2000000", "10000", "about", "[1800000, 2200000]", "[1500000, 2500000]"),
        ("-5", "1", "rounded", "[-11/2, -9/2]", "[-11/2, -9/2]"),
        ("-5", "1", "over", "(−∞, -5)", "(-6, -5)"),
        ("0", "1", "count", "[0, 0]", "[0, 0]"),
        ("0.0", "0.1", "rounded", "[-1/20, 1/20]", "[-1/20, 1/20]"),
        ("0", "1", "about", "[0, 0]", "[-1/2, 1/2]"),
        ("0", "1", "under", "[-1/2, 1/2]", "[-1/2, 1/2]"),
    ],
)
def test_bound_gives_its_interval(value: str, resolution: str, bound: str, words: str, reader: str) -> None:
    figure = Decimal(value), Decimal(resolution), bound
    assert (str(asserted(*figure)), str(implied(*figure))) == (words, reader)


def test_given_ends_are_taken() -> None:
    ends = (Fraction(200), True, Fraction(1000), False)
    assert str(asserted(Decimal(200), Decimal(100), "ends", ends)) == "[200, 1000)"
    assert str(implied(Decimal(200), Decimal(100), "ends", ends)) == "[200, 1000)"


@pytest.mark.parametrize(
    ("value", "resolution", "place"),
    [("500", "1", 100), ("132000", "1000", 1000), ("37", "1", 1), ("0", "1", 1), ("37.10", "0.01", Fraction(1, 10))],
)
def test_last_place_is_that_of_the_last_digit_above_zero(value: str, resolution: str, place: Fraction) -> None:
    assert last_place(Decimal(value), Decimal(resolution)) == place


@given(
    st.integers(1, 10**8),
    st.sampled_from(["0.01", "1", "10000"]),
    st.sampled_from([bound for bound in BOUNDS if bound != "ends"]),
)
def test_two_readings_meet_and_close_bounds_hold_the_figure(number: int, resolution: str, bound: str) -> None:
    unit = Decimal(resolution)
    figure = number * unit, unit, bound
    assert asserted(*figure).meets(implied(*figure))
    assert (number * unit in asserted(*figure)) == (bound not in ("over", "under"))
