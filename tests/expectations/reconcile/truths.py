"""Networks with a known solution, for properties: every assumption holds of it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from claims.interval import Interval
from expectations.reconcile.network import POSITIVE, Assumption, Constraint, Linear, Network, Product, at_most, total


def around(value: Fraction, unit: Fraction, offset: Fraction = Fraction(0)) -> Interval:
    """An interval of width `unit` that holds `value`."""
    return Interval(value - unit / 2 + offset, value + unit / 2 + offset)


@st.composite
def solved(draw: st.DrawFn, stated: float = 0.8) -> tuple[Network, list[Fraction]]:
    """A network of positive quantities in sums, products and inequalities, cycles included, with its solution."""
    values = [Fraction(draw(st.integers(100, 10_000))) for _ in range(draw(st.integers(2, 5)))]
    constraints: list[Constraint] = []
    for _ in range(draw(st.integers(1, 7))):
        kind = draw(st.sampled_from(("product", "total", "at_most", "again")))
        a, b = draw(st.lists(st.integers(0, len(values) - 1), min_size=2, max_size=2, unique=True))
        if kind == "product":
            values.append(values[a] / values[b])
            constraints.append(Product(a, b, len(values) - 1))
        elif kind == "total":
            values.append(values[a] + values[b])
            constraints.append(total([a, b], len(values) - 1))
        elif kind == "at_most":
            small, large = sorted((a, b), key=lambda one: values[one])
            constraints.append(at_most([small], large))
        else:
            gap = values[a] - values[b]
            constraints.append(Linear(((a, Fraction(1)), (b, Fraction(-1))), around(gap, Fraction(1, 2))))
    assumptions = []
    for variable, value in enumerate(values):
        if draw(st.floats(0, 1)) < stated:
            unit = Fraction(draw(st.sampled_from((1, 10, 100))), 100)
            shift = unit * Fraction(draw(st.integers(-5, 5)), 10)
            assumptions.append(Assumption(f"v{variable}", variable, around(value, unit, shift)))
    return Network(tuple(POSITIVE for _ in values), tuple(constraints), tuple(assumptions)), values


@st.composite
def determined(draw: st.DrawFn) -> tuple[Network, int]:
    """A chain of growths with every level stated, and the index of a level stated far off the truth."""
    length = draw(st.integers(2, 6))
    values = [Fraction(draw(st.integers(1_000, 9_000)))]
    constraints: list[Constraint] = []
    assumptions = [Assumption("level0", 0, Interval.point(values[0]))]
    for step in range(length):
        factor = Fraction(draw(st.integers(600, 1_500)), 1_000)
        level, growth = 2 * step + 2, 2 * step + 1
        values += [factor, values[2 * step] * factor]
        constraints.append(Product(level, level - 2, growth))
        assumptions.append(Assumption(f"growth{step}", growth, around(factor, Fraction(1, 1_000))))
        assumptions.append(Assumption(f"level{step + 1}", level, around(values[level], Fraction(1))))
    network = Network(tuple(POSITIVE for _ in values), tuple(constraints), tuple(assumptions))
    wrong = draw(st.integers(0, length)) * 2
    index = next(i for i, one in enumerate(assumptions) if one.variable == wrong)
    off = values[wrong] * draw(st.sampled_from((Fraction(3, 2), Fraction(1, 2), Fraction(10))))
    disturbed = replace(assumptions[index], interval=Interval.point(off))
    return replace(network, assumptions=(*assumptions[:index], disturbed, *assumptions[index + 1 :])), index
