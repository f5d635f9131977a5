"""Which assumptions cannot all hold, and which to give up: minimal conflicts and smallest sets of suspects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from expectations.reconcile.linear import refutation
from expectations.reconcile.network import Network, members
from expectations.reconcile.propagate import Propagator, State

# Beyond these a component is so contradictory that naming suspects would be guessing.
MOST_CONFLICTS = 24
MOST_MEMBERS = 200  # of all conflicts together
MOST_SUSPECTS = 4
MOST_SETS = 64


@dataclass(frozen=True, slots=True)
class Clash:
    """A set of assumptions without a common solution, and the constraints that show it."""

    assumptions: int
    constraints: int


@dataclass(frozen=True, slots=True)
class Explained:
    """A minimal conflict, and every smallest set of assumptions that would settle it and all that overlap with it.

    `suspects` is empty where they were not worked out.
    """

    clash: Clash
    suspects: tuple[int, ...]


class Judge:
    """Decides whether sets of assumptions of one network can hold together."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.propagator = Propagator(network)
        self._last: tuple[int, State] | None = None

    def clash(self, chosen: int) -> Clash | None:
        """A conflict among the `chosen` assumptions, not always minimal; None if none is found."""
        state = self.state(chosen)
        if state.clash >= 0:
            return Clash(state.assumptions(state.clash), state.constraints(state.clash))
        found = refutation(self.network, state)
        return None if found is None else Clash(found.assumptions, found.constraints)

    def state(self, chosen: int) -> State:
        """The bounds that follow from the `chosen` assumptions."""
        if self._last is None or self._last[0] != chosen:
            self._last = chosen, self.propagator.run(chosen)
        return self._last[1]

    def minimal(self, clash: Clash) -> Clash:
        """A conflict within this one from which no assumption can be left out."""
        for index in members(clash.assumptions):
            if not clash.assumptions >> index & 1:
                continue
            smaller = self.clash(clash.assumptions & ~(1 << index))
            if smaller is not None:
                clash = smaller
        return clash


def explain(network: Network) -> list[Explained]:
    """The minimal conflicts of a network, with suspects."""
    return examine(Judge(network))


def examine(judge: Judge) -> list[Explained]:
    """Every minimal conflict met while proving which smallest sets of assumptions settle all of them.

    Each way to settle a group of overlapping conflicts hits every one of them; candidates are the smallest hitting sets
    of the conflicts known so far, each tried in turn; one that fails shows a new conflict (Reiter 1987).
    """
    first = judge.clash(judge.network.all)
    if first is None:
        return []
    known = [judge.minimal(first)]
    tried: set[int] = set()
    while not _too_many(known):
        fresh = _unsettled(judge, known, tried)
        if fresh is None:
            break
        known.append(judge.minimal(fresh))
    complete = not _too_many(known)
    suspects = {}
    for group in overlapping([clash.assumptions for clash in known]):
        sets = smallest_hitting_sets([known[index].assumptions for index in group]) if complete else []
        for index in group:
            suspects[index] = tuple(sets)
    return [Explained(clash, suspects[index]) for index, clash in enumerate(known)]


def _too_many(known: Sequence[Clash]) -> bool:
    members_of_all = sum(clash.assumptions.bit_count() for clash in known)
    return len(known) >= MOST_CONFLICTS or members_of_all > MOST_MEMBERS


def _unsettled(judge: Judge, known: Sequence[Clash], tried: set[int]) -> Clash | None:
    """A conflict that some smallest set of suspects leaves, None when all of them settle everything."""
    groups = overlapping([clash.assumptions for clash in known])
    options = [smallest_hitting_sets([known[index].assumptions for index in group]) for group in groups]
    if not all(options):
        return None
    for position, sets in enumerate(options):
        others = 0
        for other, alternatives in enumerate(options):
            others |= alternatives[0] if other != position else 0
        for chosen in sets:
            removed = chosen | others
            if removed in tried:
                continue
            clash = judge.clash(judge.network.all & ~removed)
            if clash is not None:
                return clash
            tried.add(removed)
    return None


def overlapping(sets: Sequence[int]) -> list[list[int]]:
    """Indices of the sets, grouped so that sets of different groups have nothing in common."""
    groups: list[tuple[int, list[int]]] = []
    for index, chosen in enumerate(sets):
        union, together = chosen, [index]
        apart = []
        for other, indices in groups:
            if other & chosen:
                union |= other
                together = indices + together
            else:
                apart.append((other, indices))
        groups = [*apart, (union, sorted(together))]
    return sorted(indices for _, indices in groups)


def smallest_hitting_sets(sets: Iterable[int]) -> list[int]:
    """Every set of least size that has a member in each of `sets`, ascending; none beyond `MOST_SUSPECTS`."""
    wanted = sorted(set(sets))
    for size in range(1, MOST_SUSPECTS + 1):
        found: set[int] = set()
        _extend(0, wanted, size, found)
        if found:
            return sorted(found)[:MOST_SETS]
    return []


def _extend(chosen: int, wanted: Sequence[int], left: int, found: set[int]) -> None:
    missed = next((one for one in wanted if not one & chosen), None)
    if missed is None:
        found.add(chosen)
    elif left:
        for index in members(missed):
            _extend(chosen | 1 << index, wanted, left - 1, found)
