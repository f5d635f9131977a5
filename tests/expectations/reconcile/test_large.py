"""Systems beyond the exact method's size: floats propose a conflict, exact arithmetic confirms it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from claims.interval import Interval
from expectations.reconcile import linear
from expectations.reconcile.conflicts import explain
from expectations.reconcile.network import Assumption, Network
from tests.expectations.reconcile.test_cost import rings


def wrong(network: Network, tag: str) -> Network:
    """The network with one growth far off."""
    assumptions = tuple(
        replace(item, interval=Interval.of(Fraction("1.5"), Fraction("1.51"))) if item.tag == tag else item
        for item in network.assumptions
    )
    return replace(network, assumptions=assumptions)


def anchored(network: Network, count: int) -> Network:
    """The rings with their first levels stated, too loosely for bounds to see what is wrong."""
    loose = tuple(Assumption(f"level{ring}", 9 * ring, Interval.of(900, 1100)) for ring in range(count))
    return replace(network, assumptions=(*network.assumptions, *loose))


@pytest.mark.parametrize("rows", [0, linear.EXACT_ROWS])
def test_floats_and_exact_arithmetic_find_the_same(monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
    monkeypatch.setattr(linear, "EXACT_ROWS", rows)
    network = anchored(rings(3), 3)
    assert explain(network) == []
    # The growth over both steps of the second ring is not that of its steps, by either way round.
    found = explain(wrong(network, "1-15"))
    assert {"1-13", "1-14", "1-15"} <= {tag for one in found for tag in network.tags(one.clash.assumptions)}
    # Either of the growths from the ring's first level explains both ways round.
    assert {tag for one in found for chosen in one.suspects for tag in network.tags(chosen)} == {"1-13", "1-15"}


def test_a_large_cyclic_system_is_judged() -> None:
    network = rings(40)
    assert explain(network) == []
    found = explain(wrong(network, "30-276"))
    assert {tag for one in found for chosen in one.suspects for tag in network.tags(chosen)} == {"30-274", "30-276"}
