"""What one constraint says of each of its variables, given the bounds of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from expectations.reconcile.network import Linear, Product

LOW, HIGH = 0, 1


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


Found = list[tuple[int, int, Bound]]
Partial = tuple[Fraction, bool, int, int, int] | None


def linear_bounds(constraint: Linear, ends: Ends, bit: int) -> Found:
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


def product_bounds(constraint: Product, ends: Ends, bit: int) -> Found:
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
