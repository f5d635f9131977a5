"""What propagation cannot see round a cycle: the network as linear rows, and their exact refutation.

A product becomes the four rows of its convex envelope over the bounds found so far (McCormick 1976): exact where one
factor is bounded and occurs nowhere else, else implied by it. A row carries the assumptions its coefficients rest on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from claims.interval import Interval
from expectations.reconcile import highs
from expectations.reconcile.contract import HIGH, LOW, Bound, Ends
from expectations.reconcile.network import Constraint, Network, Product, components
from expectations.reconcile.propagate import State
from expectations.reconcile.simplex import ZERO, Row, refute

# Up to so many rows the exact method decides alone: it is quick on networks this sparse, and sees strict bounds.
EXACT_ROWS = 4_000


@dataclass(frozen=True, slots=True)
class Sourced:
    """A row and what it rests on."""

    row: Row
    assumptions: int
    constraints: int


@dataclass(frozen=True, slots=True)
class Refutation:
    """Assumptions and constraints that cannot all hold, by a certificate over their rows."""

    assumptions: int
    constraints: int


def refutation(network: Network, state: State) -> Refutation | None:
    """A proof that the bounds of `state` leave no solution, or None.

    Complete for linear networks and for products whose one factor is bounded and occurs nowhere else.
    """
    for group in _open_cycles(network, state.ends):
        rows = _rows(network, state.ends, group)
        found = _refuted(len(network.domains), rows)
        if found is not None:
            assumptions = constraints = 0
            for index in found:
                assumptions |= rows[index].assumptions
                constraints |= rows[index].constraints
            return Refutation(assumptions, constraints)
    return None


def entailed(network: Network, state: State, variable: int, wanted: Interval) -> Interval:
    """What the bounds of `state` leave of a variable, cut where the linear rows refute all of `wanted`.

    The certificate without the rows that say `wanted` adds up to a bound on the variable.
    """
    found = state.interval(variable)
    for group in _open_cycles(network, state.ends, variable):
        rows = [item.row for item in _rows(network, state.ends, group)]
        size = len(rows)
        if wanted.low is not None:
            rows.append(Row(((variable, Fraction(-1)),), -wanted.low, not wanted.low_closed))
        if wanted.high is not None:
            rows.append(Row(((variable, Fraction(1)),), wanted.high, not wanted.high_closed))
        certificate = refute(len(network.domains), rows)
        if certificate is None:
            continue
        weight = sum((times * _weight(rows[index], variable) for index, times in certificate if index < size), ZERO)
        limit = sum((times * rows[index].limit for index, times in certificate if index < size), ZERO)
        is_open = any(rows[index].strict for index, _ in certificate if index < size)
        if weight:
            end = limit / weight
            cut = Interval(None, end, False, not is_open) if weight > 0 else Interval(end, None, not is_open, False)
            found = found.intersection(cut) or found
    return found


def _weight(row: Row, variable: int) -> Fraction:
    return sum((weight for one, weight in row.terms if one == variable), ZERO)


def _refuted(size: int, rows: list[Sourced]) -> list[int] | None:
    plain = [item.row for item in rows]
    if len(rows) > EXACT_ROWS:
        candidate = highs.conflicting_rows(size, plain)
        if candidate is None:
            return None
        certificate = refute(size, [plain[index] for index in candidate])
        if certificate is not None:
            return [candidate[index] for index, _ in certificate]
    certificate = refute(size, plain)
    return None if certificate is None else [index for index, _ in certificate]


def _open_cycles(network: Network, ends: Ends, sought: int = -1) -> list[list[int]]:
    """Groups of constraints that the bounds leave open and that form a cycle; or the whole group of `sought`."""
    live = [index for index, constraint in enumerate(network.constraints) if not _entailed(constraint, ends)]
    live = _without_leaves(network, live) if sought < 0 else live
    groups = components(len(network.domains), [network.constraints[index] for index in live])
    return [
        [live[index] for index in constraints]
        for variables, constraints in groups
        if constraints and (sought < 0 or sought in variables)
    ]


def _without_leaves(network: Network, live: list[int]) -> list[int]:
    """Constraints left when those that share at most one variable with others are taken off, again and again.

    On such a leaf propagation is complete: whatever value the shared variable takes in its bounds, the leaf can hold.
    """
    users: dict[int, set[int]] = {}
    for index in live:
        for variable in network.constraints[index].variables:
            users.setdefault(variable, set()).add(index)
    kept = set(live)
    queue = list(live)
    while queue:
        index = queue.pop()
        if index not in kept:
            continue
        variables = network.constraints[index].variables
        if sum(len(users[variable]) > 1 for variable in variables) > 1:
            continue
        kept.discard(index)
        for variable in variables:
            users[variable].discard(index)
            queue.extend(users[variable])
    return sorted(kept)


def _entailed(constraint: Constraint, ends: Ends) -> bool:
    """Whether every choice within the bounds satisfies a linear constraint."""
    if isinstance(constraint, Product):
        return False
    within = constraint.within
    for side, limit, closed in ((HIGH, within.high, within.high_closed), (LOW, within.low, within.low_closed)):
        if limit is None:
            continue
        reach, attained = Fraction(0), True
        for variable, weight in constraint.terms:
            bound = ends[side if weight > 0 else 1 - side][variable]
            if bound is None:
                return False
            reach += weight * bound.value
            attained = attained and not bound.open
        if (reach > limit) == (side == HIGH) and reach != limit:
            return False
        if reach == limit and attained and not closed:
            return False
    return True


def _rows(network: Network, ends: Ends, group: Sequence[int]) -> list[Sourced]:
    rows: list[Sourced] = []
    variables: set[int] = set()
    for index in group:
        constraint = network.constraints[index]
        variables.update(constraint.variables)
        if isinstance(constraint, Product):
            rows += _envelope(constraint, ends, 1 << index)
            continue
        within = constraint.within
        if within.high is not None:
            rows.append(Sourced(Row(constraint.terms, within.high, not within.high_closed), 0, 1 << index))
        if within.low is not None:
            terms = tuple((variable, -weight) for variable, weight in constraint.terms)
            rows.append(Sourced(Row(terms, -within.low, not within.low_closed), 0, 1 << index))
    for variable in sorted(variables):
        for side, sign in ((LOW, Fraction(-1)), (HIGH, Fraction(1))):
            bound = ends[side][variable]
            if bound is not None:
                row = Row(((variable, sign),), sign * bound.value, bound.open)
                rows.append(Sourced(row, bound.assumptions, bound.constraints))
    return rows


def _envelope(product: Product, ends: Ends, bit: int) -> list[Sourced]:
    """Rows for result = scale × a × b: (a − a₀)(b − b₀) ≥ 0 at equal ends, ≤ 0 at opposite ones."""
    rows = []
    for a_side in (LOW, HIGH):
        for b_side in (LOW, HIGH):
            a, b = ends[a_side][product.left], ends[b_side][product.right]
            if a is not None and b is not None:
                rows.append(_corner(product, a, b, 1 if a_side == b_side else -1, bit))
    return rows


def _corner(product: Product, a: Bound, b: Bound, sign: int, bit: int) -> Sourced:
    weight = product.scale * sign
    # sign·(scale·(a₀·b + b₀·a − a₀·b₀) − result) ≤ 0
    terms = [(product.right, weight * a.value), (product.left, weight * b.value), (product.result, Fraction(-sign))]
    # Neither factor can be at its end: the product of the two distances is not zero.
    strict = a.open and b.open
    row = Row(tuple((variable, one) for variable, one in terms if one), weight * a.value * b.value, strict)
    return Sourced(row, a.assumptions | b.assumptions, a.constraints | b.constraints | bit)
