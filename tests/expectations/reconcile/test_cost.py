"""What reconciling costs, as multiples of a floor measured on the same machine; run with `-s` to see the figures."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial

from claims.claim import Claim
from claims.interval import Interval
from expectations.reconcile import reconcile
from expectations.reconcile.conflicts import explain
from expectations.reconcile.network import POSITIVE, Assumption, Constraint, Network, Product, at_most
from tests.clock import costs_at_most, least
from tests.expectations.reconcile.figures import growth, level
from tests.expectations.reconcile.truths import around


def ten_thousand_additions() -> None:
    """So many exact additions and comparisons: the floor that the costs below are multiples of."""
    numbers = [Fraction(index + 1, 997) for index in range(100)]
    for index in range(10_000):
        _ = numbers[index % 100] + numbers[index % 97] < numbers[index % 89]


def told(what: str, act: Callable[[], object]) -> None:
    spent, unit = least(act), least(ten_thousand_additions)
    print(f"\n{what}: {spent * 1000:.2f} ms, {spent / unit:.2f} × 10,000 exact additions")


def chain(levels: int, start: int = 1000) -> Network:
    """Levels each grown from the last, some stated, each with a half within it: two constraints a step."""
    size = 3 * levels + 1
    constraints: list[Constraint] = []
    assumptions = [Assumption("level0", 0, Interval.point(start))]
    value = Fraction(start)
    for step in range(levels):
        new, old, factor, half = 3 * step + 3, 3 * step, 3 * step + 1, 3 * step + 2
        grown = Fraction(100 + step % 7, 100)
        value *= grown
        constraints += [Product(new, old, factor), at_most([half], new)]
        assumptions.append(Assumption(f"growth{step}", factor, around(grown, Fraction(1, 1000))))
        assumptions.append(Assumption(f"half{step}", half, Interval.point(value / 2)))
        if step % 4 == 3:
            assumptions.append(Assumption(f"level{step}", new, around(value, value / 50)))
    return Network(tuple(POSITIVE for _ in range(size)), tuple(constraints), tuple(assumptions))


def rings(count: int) -> Network:
    """Four levels, grown from one another by two ways: growths alone, five constraints a ring, nothing for bounds."""
    constraints: list[Constraint] = []
    assumptions: list[Assumption] = []
    for ring in range(count):
        a, b, c, d, ab, bc, ac, cd, bd = range(9 * ring, 9 * ring + 9)
        factors = ((b, a, ab, "1.1"), (c, b, bc, "1.2"), (c, a, ac, "1.32"), (d, c, cd, "0.9"), (d, b, bd, "1.08"))
        for new, old, factor, value in factors:
            constraints.append(Product(new, old, factor))
            assumptions.append(Assumption(f"{ring}-{factor}", factor, around(Fraction(value), Fraction(1, 1000))))
        if ring:
            constraints.append(at_most([a - 9], a))
    return Network(tuple(POSITIVE for _ in range(9 * count)), tuple(constraints), tuple(assumptions))


def series(measures: int) -> list[Claim]:
    """Claims of many measures: two years, a growth, a half."""
    claims = []
    for index in range(measures):
        key = {"measure": f"案件{index}", "measure_key": f"案件{index}"}
        claims += [
            level(f"{index}a", str(7323 + index), "2020", **key),
            growth(f"{index}b", "49.7", "2020", **key),
            level(f"{index}c", str(2205 + index % 50), "2019-01/2019-06", **key),
        ]
    return claims


def test_thirty_constraints() -> None:
    network = chain(15)
    assert len(network.constraints) == 30
    assert explain(network) == []
    told("30 constraints", lambda: explain(network))
    assert costs_at_most(1 / 4, lambda: explain(network), ten_thousand_additions)


def test_thirty_constraints_in_cycles() -> None:
    network = rings(5)
    assert len(network.constraints) == 29
    assert explain(network) == []
    told("29 constraints in cycles", lambda: explain(network))
    assert costs_at_most(2, lambda: explain(network), ten_thousand_additions)


def test_two_thousand_small_systems() -> None:
    networks = [chain(2, 1000 + index) for index in range(2_000)]

    def all_of_them() -> None:
        for network in networks:
            explain(network)

    told("2,000 systems of 4 constraints", all_of_them)
    assert costs_at_most(120, all_of_them, ten_thousand_additions)


def test_cost_grows_with_the_claims() -> None:
    few, some, many = (series(size) for size in (50, 200, 800))
    for claims in (few, some, many):
        told(f"{len(claims)} claims", partial(reconcile, claims))
    assert costs_at_most(16 * 3, lambda: reconcile(many), lambda: reconcile(few))
