"""Interval propagation to a fixpoint, each bound with the assumptions and relations it came from (HC4 contraction)."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from claims.interval import Interval
from expectations.reconcile.contract import HIGH, LOW, Bound, Ends, linear_bounds, product_bounds
from expectations.reconcile.network import Network, Product, members

# A bound may follow from itself round a cycle, and then for ever; more than this often it may not.
ROUNDS = 3


@dataclass(slots=True)
class State:
    """The bounds of every variable; `clash` is the variable that was left without a value, -1 if none was.

    `foreign` are the tightest bounds met that rest on nothing assumed of the variable itself.
    """

    ends: Ends
    foreign: Ends
    clash: int = -1
    rounds: dict[int, int] = field(default_factory=dict)

    def interval(self, variable: int) -> Interval:
        """All values left to a variable; raises ValueError where none is."""
        return interval(self.ends[LOW][variable], self.ends[HIGH][variable])

    def foreign_interval(self, variable: int) -> Interval | None:
        """What the others say of a variable; None where that is impossible by itself."""
        try:
            return interval(self.foreign[LOW][variable], self.foreign[HIGH][variable])
        except ValueError:
            return None

    def assumptions(self, variable: int) -> int:
        """The assumptions from which both bounds of a variable follow."""
        return _sources(self.ends, variable, "assumptions")

    def constraints(self, variable: int) -> int:
        """The constraints through which both bounds of a variable follow."""
        return _sources(self.ends, variable, "constraints")


def interval(low: Bound | None, high: Bound | None) -> Interval:
    """The interval between two bounds; raises ValueError when it is empty."""
    return Interval(
        None if low is None else low.value,
        None if high is None else high.value,
        low is not None and not low.open,
        high is not None and not high.open,
    )


def _sources(ends: Ends, variable: int, name: str) -> int:
    found = 0
    for side in (LOW, HIGH):
        bound = ends[side][variable]
        found |= 0 if bound is None else getattr(bound, name)
    return found


class Propagator:
    """A network made ready for propagation under many sets of assumptions."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.touching: list[list[int]] = [[] for _ in network.domains]
        for index, constraint in enumerate(network.constraints):
            for variable in constraint.variables:
                self.touching[variable].append(index)
        self.own = [0] * len(network.domains)
        for index, assumption in enumerate(network.assumptions):
            self.own[assumption.variable] |= 1 << index
        self._base = self._start()

    def run(self, chosen: int) -> State:
        """The bounds that follow from the domains and the `chosen` assumptions; stops at the first clash."""
        base = self._base
        state = State(
            (base.ends[LOW].copy(), base.ends[HIGH].copy()), (base.foreign[LOW].copy(), base.foreign[HIGH].copy())
        )
        state.clash = base.clash
        queue: deque[int] = deque()
        waiting: set[int] = set()
        for index in members(chosen):
            assumption = self.network.assumptions[index]
            self._assume(state, assumption.variable, assumption.interval, 1 << index)
            self._wake(assumption.variable, queue, waiting)
        self._settle(state, queue, waiting)
        return state

    def _start(self) -> State:
        size = len(self.network.domains)
        state = State(([None] * size, [None] * size), ([None] * size, [None] * size))
        for variable, domain in enumerate(self.network.domains):
            self._assume(state, variable, domain, 0)
        self._settle(state, deque(range(len(self.network.constraints))), set(range(len(self.network.constraints))))
        return state

    def _assume(self, state: State, variable: int, given: Interval, source: int) -> None:
        if given.low is not None:
            self._tighten(state, LOW, variable, Bound(given.low, not given.low_closed, source))
        if given.high is not None:
            self._tighten(state, HIGH, variable, Bound(given.high, not given.high_closed, source))

    def _wake(self, variable: int, queue: deque[int], waiting: set[int]) -> None:
        for index in self.touching[variable]:
            if index not in waiting:
                waiting.add(index)
                queue.append(index)

    def _settle(self, state: State, queue: deque[int], waiting: set[int]) -> None:
        # Far above what any network without endless cycles needs; a last guard only.
        budget = 200 * (len(self.network.constraints) + 10)
        constraints = self.network.constraints
        while queue and state.clash < 0 and budget:
            budget -= 1
            index = queue.popleft()
            waiting.discard(index)
            constraint = constraints[index]
            bit = 1 << index
            if isinstance(constraint, Product):
                found = product_bounds(constraint, state.ends, bit)
            else:
                found = linear_bounds(constraint, state.ends, bit)
            for side, variable, bound in found:
                if self._tighten(state, side, variable, bound):
                    self._wake(variable, queue, waiting)
                    if state.clash >= 0:
                        return

    def _tighten(self, state: State, side: int, variable: int, bound: Bound) -> bool:
        if not bound.assumptions & self.own[variable] and _better(side, bound, state.foreign[side][variable]):
            state.foreign[side][variable] = bound
        if not _better(side, bound, state.ends[side][variable]):
            return False
        if bound.path >> (2 * variable + side) & 1:
            end = 2 * variable + side
            state.rounds[end] = state.rounds.get(end, 0) + 1
            if state.rounds[end] > ROUNDS:
                return False
        state.ends[side][variable] = bound
        other = state.ends[1 - side][variable]
        if other is not None and _past(side, bound, other):
            state.clash = variable
        return True


def _better(side: int, new: Bound, old: Bound | None) -> bool:
    if old is None:
        return True
    order = _order(new, old)
    return (new.open and not old.open) if not order else (order > 0) == (side == LOW)


def _past(side: int, bound: Bound, other: Bound) -> bool:
    order = _order(bound, other)
    return (bound.open or other.open) if not order else (order > 0) == (side == LOW)


def _order(a: Bound, b: Bound) -> int:
    """Above 0 where the first value is the larger, 0 where they are equal; faster than comparing fractions."""
    left, right = a.value, b.value
    return left.numerator * right.denominator - right.numerator * left.denominator
