"""Interval propagation to a fixpoint, each bound with the assumptions and relations it came from (HC4 contraction)."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from claims.interval import Interval
from expectations.reconcile.network import Linear, Network, Product, members

LOW, HIGH = 0, 1
# A bound may follow from itself round a cycle, and then for ever; more than this often it may not.
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a variable's interval, and the sets of assumptions and constraints that entail it.

    `path` is the set of ends (bit 2·variable + side) it was derived through.
    """

    value: Fraction
    open: bool
    assumptions: int = 0
    constraints: int = 0
    path: int = 0


Ends = tuple[list[Bound | None], list[Bound | None]]


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
                found = _product_bounds(constraint, state.ends, bit)
            else:
                found = _linear_bounds(constraint, state.ends, bit)
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
    if new.value == old.value:
        return new.open and not old.open
    return (new.value > old.value) == (side == LOW)


def _past(side: int, bound: Bound, other: Bound) -> bool:
    if bound.value == other.value:
        return bound.open or other.open
    return (bound.value > other.value) == (side == LOW)


Found = list[tuple[int, int, Bound]]
Partial = tuple[Fraction, bool, int, int, int] | None


def _linear_bounds(constraint: Linear, ends: Ends, bit: int) -> Found:
    """What a sum says of each of its terms."""
    found: Found = []
    within = constraint.within
    # `within.high` bounds the sum from above: what it leaves to a term is taken off the least of the others.
    if within.high is not None:
        found += _one_side(constraint, ends, bit, LOW, within.high, not within.high_closed)
    if within.low is not None:
        found += _one_side(constraint, ends, bit, HIGH, within.low, not within.low_closed)
    return found


def _one_side(constraint: Linear, ends: Ends, bit: int, side: int, limit: Fraction, is_open: bool) -> Found:
    terms = constraint.terms
    contributions: list[Partial] = []
    missing = []
    for position, (variable, weight) in enumerate(terms):
        end = side if weight > 0 else 1 - side
        bound = ends[end][variable]
        if bound is None:
            missing.append(position)
            if len(missing) > 1:
                return []
            contributions.append(None)
        else:
            path = bound.path | 1 << (2 * variable + end)
            contributions.append((weight * bound.value, bound.open, bound.assumptions, bound.constraints, path))
    found: Found = []
    for position, rest in _all_but_each(contributions, missing):
        value, rest_open, assumptions, used, path = rest
        variable, weight = terms[position]
        end = 1 - side if weight > 0 else side
        bound = Bound((limit - value) / weight, is_open or rest_open, assumptions, used | bit, path)
        found.append((end, variable, bound))
    return found


_NOTHING = (Fraction(0), False, 0, 0, 0)


def _all_but_each(
    items: list[Partial], missing: Sequence[int]
) -> list[tuple[int, tuple[Fraction, bool, int, int, int]]]:
    """For each position the sum of all other items; only for the missing one where there is one."""
    if len(items) == 2 and not missing:
        assert items[0] is not None
        assert items[1] is not None
        return [(0, items[1]), (1, items[0])]
    if missing:
        running = _NOTHING
        for item in items:
            if item is not None:
                running = _plus(running, item)
        return [(missing[0], running)]
    before = [_NOTHING]
    for item in items[:-1]:
        assert item is not None
        before.append(_plus(before[-1], item))
    after = _NOTHING
    found = []
    for position in range(len(items) - 1, -1, -1):
        found.append((position, _plus(before[position], after)))
        item = items[position]
        assert item is not None
        after = _plus(after, item)
    return found


def _plus(
    a: tuple[Fraction, bool, int, int, int], b: tuple[Fraction, bool, int, int, int]
) -> tuple[Fraction, bool, int, int, int]:
    return a[0] + b[0], a[1] or b[1], a[2] | b[2], a[3] | b[3], a[4] | b[4]


def _product_bounds(constraint: Product, ends: Ends, bit: int) -> Found:
    """What a product of numbers that are not negative says of each of the three."""
    scale, result = constraint.scale, constraint.result
    found: Found = []
    for side in (LOW, HIGH):
        left, right = ends[side][constraint.left], ends[side][constraint.right]
        if left is not None and right is not None:
            value = scale * left.value * right.value
            # Zero times anything is attained if the zero is.
            attained = value == 0 and any(one.value == 0 and not one.open for one in (left, right))
            is_open = (left.open or right.open) and not attained
            uses = ((constraint.left, side), (constraint.right, side))
            found.append((side, result, _joined(value, is_open, left, right, bit, uses)))
        for factor, other in ((constraint.left, constraint.right), (constraint.right, constraint.left)):
            dividend, divisor = ends[side][result], ends[1 - side][other]
            if dividend is None or divisor is None or divisor.value <= 0:
                continue
            value = dividend.value / (scale * divisor.value)
            is_open = dividend.open or (divisor.open and value != 0)
            uses = ((result, side), (other, 1 - side))
            found.append((side, factor, _joined(value, is_open, dividend, divisor, bit, uses)))
    return found


def _joined(value: Fraction, is_open: bool, a: Bound, b: Bound, bit: int, uses: tuple[tuple[int, int], ...]) -> Bound:
    path = a.path | b.path
    for variable, side in uses:
        path |= 1 << (2 * variable + side)
    return Bound(value, is_open, a.assumptions | b.assumptions, a.constraints | b.constraints | bit, path)
