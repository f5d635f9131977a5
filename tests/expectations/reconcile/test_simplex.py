"""The exact linear method: certificates that add up, verdicts that agree with a solver in floats."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expectations.reconcile.highs import conflicting_rows
from expectations.reconcile.simplex import Row, refute

ONE = Fraction(1)


def row(limit: int, *weights: int, strict: bool = False) -> Row:
    return Row(tuple((i, Fraction(w)) for i, w in enumerate(weights) if w), Fraction(limit), strict)


def confirms(size: int, rows: Sequence[Row], certificate: Sequence[tuple[int, Fraction]]) -> bool:
    """Whether the multipliers really add the rows up to 0 ≤ a negative number, or to 0 < 0."""
    weights = [Fraction(0)] * size
    limit, strict = Fraction(0), False
    for index, multiplier in certificate:
        if multiplier <= 0:
            return False
        row = rows[index]
        for variable, weight in row.terms:
            weights[variable] += multiplier * weight
        limit += multiplier * row.limit
        strict = strict or row.strict
    return not any(weights) and (limit < 0 or (strict and limit == 0))


@st.composite
def systems(draw: st.DrawFn, strict: bool = False) -> tuple[int, list[Row]]:
    size = draw(st.integers(1, 4))
    rows = draw(
        st.lists(
            st.builds(
                lambda limit, weights, below: row(limit, *weights, strict=below),
                st.integers(-6, 6),
                st.lists(st.integers(-3, 3), min_size=size, max_size=size),
                st.booleans() if strict else st.just(False),
            ),
            max_size=8,
        )
    )
    return size, rows


@given(systems(strict=True))
def test_certificates_add_up_and_are_minimal(case: tuple[int, list[Row]]) -> None:
    size, rows = case
    certificate = refute(size, rows)
    if certificate is None:
        return
    assert confirms(size, rows, certificate)
    named = [rows[index] for index, _ in certificate]
    assert refute(size, named) is not None
    for index in range(len(named)):
        assert refute(size, [*named[:index], *named[index + 1 :]]) is None


@settings(max_examples=60)
@given(systems())
def test_verdicts_agree_with_floats(case: tuple[int, list[Row]]) -> None:
    size, rows = case
    rows = [one for one in rows if one.terms]
    conflict = conflicting_rows(size, rows)
    assert (refute(size, rows) is None) == (conflict is None)
    if conflict is not None:
        assert refute(size, [rows[index] for index in conflict]) is not None


def test_touching_strict_bounds_conflict() -> None:
    rows = [row(1, 1), row(-1, -1, strict=True)]
    assert refute(1, rows) is not None
    assert refute(1, [row(1, 1), row(-1, -1)]) is None


def test_a_strict_cycle_without_any_number_conflicts() -> None:
    assert refute(2, [row(0, 1, -1, strict=True), row(0, -1, 1)]) is not None


def test_the_solver_in_floats_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    assert conflicting_rows(1, [row(1, 1), row(-2, -1)]) == [0, 1]
    assert capfd.readouterr() == ("", "")


def test_a_false_certificate_is_not_confirmed() -> None:
    rows = [row(1, 1), row(-2, -1)]
    assert confirms(1, rows, ((0, ONE), (1, ONE)))
    assert not confirms(1, rows, ((0, ONE), (1, Fraction(2))))
    assert not confirms(1, rows, ((0, ONE),))
    assert not confirms(1, rows, ((0, -ONE), (1, -ONE)))
