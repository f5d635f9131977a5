"""Propagation, conflicts and suspects of networks that know no claims."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claims.interval import Interval
from expectations.reconcile.conflicts import Judge, explain, overlapping, smallest_hitting_sets
from expectations.reconcile.contract import HIGH, LOW
from expectations.reconcile.network import (
    NOT_NEGATIVE,
    POSITIVE,
    Assumption,
    Linear,
    Network,
    Product,
    at_most,
    members,
    split,
    total,
)
from expectations.reconcile.propagate import Propagator
from expectations.reconcile.simplex import Row, refute
from tests.expectations.reconcile.truths import determined, solved

GROWN = (Product(0, 1, 2), at_most([3], 1))  # level, earlier level, growth; half of the earlier year


def stated(*intervals: tuple[str, int, Interval]) -> tuple[Assumption, ...]:
    return tuple(Assumption(*one) for one in intervals)


def cases(half: int) -> Network:
    growth = Interval.of(Fraction("1.4965"), Fraction("1.4975"))
    return Network(
        (NOT_NEGATIVE, POSITIVE, NOT_NEGATIVE, NOT_NEGATIVE),
        GROWN,
        stated(("new", 0, Interval.point(7323)), ("growth", 2, growth), ("half", 3, Interval.point(half))),
    )


def test_a_level_and_its_growth_imply_the_earlier_level() -> None:
    network = cases(2205)
    state = Propagator(network).run(network.all)
    assert state.interval(1) == Interval(Fraction(7323) / Fraction("1.4975"), Fraction(7323) / Fraction("1.4965"))
    assert network.tags(state.assumptions(1)) == {"new", "growth"}
    assert state.foreign_interval(3) == Interval.of(0, Fraction(7323) / Fraction("1.4965"))
    assert explain(network) == []


def test_three_claims_conflict_through_a_level_nobody_states() -> None:
    network = cases(5205)
    (found,) = explain(network)
    assert network.tags(found.clash.assumptions) == {"new", "growth", "half"}
    assert members(found.clash.constraints) == [0, 1]
    assert [network.tags(one) for one in found.suspects] == [{"new"}, {"growth"}, {"half"}]


def test_open_ends_stay_open() -> None:
    constraint = Linear(((0, Fraction(1)), (1, Fraction(-1))), Interval.point(0))
    below = Interval.of(0, 5, high_closed=False)
    for low, clashes in ((Interval.of(5, 9), True), (Interval.of(4, 9), False)):
        network = Network((NOT_NEGATIVE,) * 2, (constraint,), stated(("a", 0, below), ("b", 1, low)))
        assert bool(explain(network)) == clashes


def test_growths_alone_conflict_round_a_cycle() -> None:
    # Level 1 from 0, level 2 from 1, level 2 from 0: no level is stated, so bounds say nothing.
    constraints = (Product(1, 0, 3), Product(2, 1, 4), Product(2, 0, 5))
    tenth = Interval.of(Fraction("1.1"), Fraction("1.11"))
    assumptions = stated(("a", 3, tenth), ("b", 4, tenth), ("ab", 5, Interval.of(Fraction("1.3"), Fraction("1.31"))))
    network = Network((POSITIVE,) * 6, constraints, assumptions)
    assert Propagator(network).run(network.all).clash == -1
    (found,) = explain(network)
    assert network.tags(found.clash.assumptions) == {"a", "b", "ab"}
    fits = replace(assumptions[2], interval=Interval.of(Fraction("1.21"), Fraction("1.24")))
    assert explain(replace(network, assumptions=(*assumptions[:2], fits))) == []


def test_sums_in_a_cycle_are_judged_completely() -> None:
    # x + y = 10 and x − y = 0 leave 5 and 5, which bounds of [0, 10] do not see.
    constraints = (
        Linear(((0, Fraction(1)), (1, Fraction(1))), Interval.point(10)),
        Linear(((0, Fraction(1)), (1, Fraction(-1))), Interval.point(0)),
        Linear(((0, Fraction(1)), (2, Fraction(-1))), Interval.point(0)),
    )
    wide = Interval.of(0, 10)
    for claimed, clashes in ((Interval.of(6, 7), True), (Interval.of(5, 7), False)):
        network = Network((wide,) * 3, constraints, stated(("x", 2, claimed)))
        assert bool(explain(network)) == clashes


def test_propagation_round_an_endless_cycle_ends() -> None:
    half = Linear(((0, Fraction(1)), (1, Fraction(-1, 2))), Interval.of(None, 0))
    back = Linear(((1, Fraction(1)), (0, Fraction(-1))), Interval.of(None, 0))
    tiny = Interval.of(Fraction(1, 10**9), 100)
    network = Network((NOT_NEGATIVE,) * 2, (half, back), stated(("y", 1, tiny)))
    state = Propagator(network).run(network.all)
    bound = state.ends[HIGH][0]
    assert bound is not None
    assert bound.value.denominator < 10**6
    assert [network.tags(one.clash.assumptions) for one in explain(network)] == [{"y"}]


def test_a_sole_suspect_is_named_when_two_conflicts_share_it() -> None:
    constraints = (total([0, 1], 2), total([0, 3], 4))
    point = Interval.point
    assumptions = stated(
        ("a", 0, point(9)), ("b", 1, point(1)), ("ab", 2, point(3)), ("c", 3, point(4)), ("ac", 4, point(6))
    )
    network = Network((NOT_NEGATIVE,) * 5, constraints, assumptions)
    for found in explain(network):
        assert [network.tags(one) for one in found.suspects] == [{"a"}]


def test_products_of_what_may_be_negative_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot be negative"):
        Network((Interval(None, None),) * 3, (Product(0, 1, 2),), ())


def test_independent_parts_are_split() -> None:
    network = Network((NOT_NEGATIVE,) * 7, (total([0, 2], 4), total([1, 3], 5)), stated(("a", 3, Interval.point(1))))
    parts = split(network)
    assert [variables for _, variables, _, _ in parts] == [[0, 2, 4], [1, 3, 5]]
    assert [len(part.assumptions) for part, *_ in parts] == [0, 1]


def test_hitting_sets_are_all_the_smallest() -> None:
    assert smallest_hitting_sets([0b0111, 0b1001]) == [0b0001]
    assert smallest_hitting_sets([0b0011, 0b1100]) == [0b0101, 0b0110, 0b1001, 0b1010]
    assert overlapping([0b11, 0b100, 0b110]) == [[0, 1, 2]]


@given(solved())
def test_a_solution_is_never_refuted(case: tuple[Network, list[Fraction]]) -> None:
    network, values = case
    state = Propagator(network).run(network.all)
    assert explain(network) == []
    for variable, value in enumerate(values):
        assert value in state.interval(variable)


@given(solved())
def test_provenance_suffices(case: tuple[Network, list[Fraction]]) -> None:
    network, _ = case
    propagator = Propagator(network)
    state = propagator.run(network.all)
    if state.rounds:
        return  # bounds that follow from themselves are cut off somewhere
    for side in (LOW, HIGH):
        for variable, bound in enumerate(state.ends[side]):
            if bound is not None:
                alone = propagator.run(bound.assumptions).ends[side][variable]
                assert alone is not None
                assert (alone.value, alone.open) == (bound.value, bound.open)


@given(solved(stated=1.0), st.data())
def test_conflicts_are_minimal_and_suspects_restore(case: tuple[Network, list[Fraction]], data: st.DataObject) -> None:
    network, _ = case
    assume(network.assumptions)
    wrong = data.draw(st.integers(0, len(network.assumptions) - 1))
    moved = replace(network.assumptions[wrong], interval=Interval.point(data.draw(st.integers(1, 100_000))))
    network = replace(network, assumptions=(*network.assumptions[:wrong], moved, *network.assumptions[wrong + 1 :]))
    judge = Judge(network)
    for found in explain(network):
        assert judge.clash(found.clash.assumptions) is not None
        for index in members(found.clash.assumptions):
            assert judge.clash(found.clash.assumptions & ~(1 << index)) is None
        # The rest was true, so giving up the one moved settles all: no smallest set is larger than one.
        assert 1 << wrong in found.suspects
        for suspects in found.suspects:
            assert judge.clash(network.all & ~suspects) is None


@given(determined())
def test_a_disturbance_is_found_and_named(case: tuple[Network, int]) -> None:
    network, wrong = case
    found = explain(network)
    assert found
    assert all(1 << wrong in one.suspects for one in found)


@given(determined(), st.randoms())
def test_the_order_of_assumptions_does_not_matter(case: tuple[Network, int], random: object) -> None:
    network, _ = case
    shuffled = list(network.assumptions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = replace(network, assumptions=tuple(shuffled))
    suspects = [{other.tags(one) for found in explain(it) for one in found.suspects} for it in (other,)]
    assert suspects == [{network.tags(one) for found in explain(network) for one in found.suspects}]


@st.composite
def sums(draw: st.DrawFn) -> Network:
    """Any linear network over four variables, consistent or not, with small numbers and cycles."""
    weights = st.lists(st.integers(-2, 2), min_size=4, max_size=4).filter(lambda ws: sum(map(bool, ws)) > 1)
    constraints = tuple(
        Linear(tuple((i, Fraction(w)) for i, w in enumerate(chosen) if w), Interval.point(draw(st.integers(-3, 3))))
        for chosen in draw(st.lists(weights, min_size=1, max_size=4))
    )
    lows = [draw(st.integers(-5, 5)) for _ in range(4)]
    ends = [Interval.of(low, low + draw(st.integers(1, 6)), draw(st.booleans()), draw(st.booleans())) for low in lows]
    return Network((Interval(None, None),) * 4, constraints, stated(*((f"v{i}", i, end) for i, end in enumerate(ends))))


@given(sums())
def test_linear_networks_are_judged_completely(network: Network) -> None:
    rows = []
    for constraint in network.constraints:
        assert isinstance(constraint, Linear)
        assert constraint.within.low is not None
        rows.append(Row(constraint.terms, constraint.within.low))
        rows.append(Row(tuple((one, -weight) for one, weight in constraint.terms), -constraint.within.low))
    for item in network.assumptions:
        low, high = item.interval.low, item.interval.high
        assert low is not None
        assert high is not None
        rows.append(Row(((item.variable, Fraction(1)),), high, not item.interval.high_closed))
        rows.append(Row(((item.variable, Fraction(-1)),), -low, not item.interval.low_closed))
    assert bool(explain(network)) == (refute(4, rows) is not None)
