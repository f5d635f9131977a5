"""A network of exact interval constraints: quantities, relations between them, and what is assumed of each.

It knows no claims: a variable is a number, an assumption an interval for it under a tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from claims.interval import Interval

ANYTHING = Interval(None, None)
NOT_NEGATIVE = Interval(Fraction(0), None)
POSITIVE = Interval(Fraction(0), None, low_closed=False)


@dataclass(frozen=True, slots=True)
class Linear:
    """The weighted sum of `terms` (variable, weight) lies in `within`; no variable twice, no weight zero."""

    terms: tuple[tuple[int, Fraction], ...]
    within: Interval

    @property
    def variables(self) -> tuple[int, ...]:
        return tuple(variable for variable, _ in self.terms)


@dataclass(frozen=True, slots=True)
class Product:
    """`result` = `scale` × `left` × `right`; three different variables, none of which can be negative; `scale` > 0."""

    result: int
    left: int
    right: int
    scale: Fraction = Fraction(1)

    @property
    def variables(self) -> tuple[int, ...]:
        return (self.result, self.left, self.right)


Constraint = Linear | Product


@dataclass(frozen=True, slots=True)
class Assumption:
    """`variable` lies in `interval`, says whoever bears the tag."""

    tag: str
    variable: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class Network:
    """Variables (each with its `domain`, true of it whoever is wrong), constraints, and assumptions.

    Sets of assumptions and of constraints are integers throughout this package: bit i stands for the i-th.
    Raises ValueError for a product of a variable that can be negative.
    """

    domains: tuple[Interval, ...]
    constraints: tuple[Constraint, ...]
    assumptions: tuple[Assumption, ...]

    def __post_init__(self) -> None:
        for constraint in self.constraints:
            if isinstance(constraint, Product):
                for variable in constraint.variables:
                    low = self.domains[variable].low
                    if low is None or low < 0:
                        raise ValueError(f"a product needs variables that cannot be negative: {variable}")

    @property
    def all(self) -> int:
        """The set of all assumptions."""
        return (1 << len(self.assumptions)) - 1

    def tags(self, chosen: int) -> frozenset[str]:
        """The tags of a set of assumptions."""
        return frozenset(self.assumptions[index].tag for index in members(chosen))


def members(chosen: int) -> list[int]:
    """The indices in a set, ascending."""
    found = []
    while chosen:
        lowest = chosen & -chosen
        found.append(lowest.bit_length() - 1)
        chosen ^= lowest
    return found


def difference(left: int, right: int, within: Interval) -> Linear:
    """`left` − `right` lies in `within`."""
    return Linear(((left, Fraction(1)), (right, Fraction(-1))), within)


def at_most(parts: Iterable[int], whole: int) -> Linear:
    """The sum of `parts` is at most `whole`."""
    return Linear((*((part, Fraction(1)) for part in parts), (whole, Fraction(-1))), Interval(None, Fraction(0)))


def total(parts: Iterable[int], whole: int) -> Linear:
    """The sum of `parts` is `whole`."""
    return Linear((*((part, Fraction(1)) for part in parts), (whole, Fraction(-1))), Interval.point(0))


def components(size: int, constraints: Sequence[Constraint]) -> list[tuple[list[int], list[int]]]:
    """The independent parts of a network of `size` variables: variables and constraints of each, ascending."""
    parent = list(range(size))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for constraint in constraints:
        first, *others = constraint.variables
        for other in others:
            parent[root(other)] = root(first)
    found: dict[int, tuple[list[int], list[int]]] = {}
    for variable in range(size):
        found.setdefault(root(variable), ([], []))[0].append(variable)
    for index, constraint in enumerate(constraints):
        found[root(constraint.variables[0])][1].append(index)
    return list(found.values())


def subnetwork(network: Network, variables: Sequence[int], constraints: Sequence[int]) -> tuple[Network, list[int]]:
    """The network of these variables and constraints alone, and for each of its assumptions its index in the whole."""
    place = {variable: index for index, variable in enumerate(variables)}
    chosen = [index for index, item in enumerate(network.assumptions) if item.variable in place]
    return _moved(network, variables, constraints, chosen, place), chosen


def split(network: Network) -> list[tuple[Network, list[int], list[int], list[int]]]:
    """Independent networks with a constraint: each with its variables, constraints and assumptions in the whole."""
    if not network.constraints:
        return []
    stated: dict[int, list[int]] = {}
    for index, assumption in enumerate(network.assumptions):
        stated.setdefault(assumption.variable, []).append(index)
    parts = []
    for variables, constraints in components(len(network.domains), network.constraints):
        if not constraints:
            continue
        place = {variable: index for index, variable in enumerate(variables)}
        chosen = sorted(index for variable in variables for index in stated.get(variable, ()))
        parts.append((_moved(network, variables, constraints, chosen, place), variables, constraints, chosen))
    return parts


def _moved(
    network: Network, variables: Sequence[int], constraints: Sequence[int], chosen: Sequence[int], place: dict[int, int]
) -> Network:
    assumptions = [network.assumptions[index] for index in chosen]
    return Network(
        tuple(network.domains[variable] for variable in variables),
        tuple(_renumbered(network.constraints[index], place) for index in constraints),
        tuple(Assumption(item.tag, place[item.variable], item.interval) for item in assumptions),
    )


def _renumbered(constraint: Constraint, place: dict[int, int]) -> Constraint:
    if isinstance(constraint, Product):
        return Product(place[constraint.result], place[constraint.left], place[constraint.right], constraint.scale)
    return Linear(tuple((place[variable], weight) for variable, weight in constraint.terms), constraint.within)
