"""Exact feasibility of linear inequalities, strict ones included, by the general simplex method.

Dutertre and de Moura, A fast linear-arithmetic solver for DPLL(T), CAV 2006: bounds on row sums, Bland's rule (so it
ends), and for an infeasible system the rows of a Farkas certificate. A strict bound c is c moved by an infinitesimal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

Number = tuple[Fraction, Fraction]  # a value and its multiple of the infinitesimal
ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Row:
    """The weighted sum of variables is at most `limit`, or below it where `strict`."""

    terms: tuple[tuple[int, Fraction], ...]
    limit: Fraction
    strict: bool = False


def refute(size: int, rows: Sequence[Row]) -> tuple[tuple[int, Fraction], ...] | None:
    """Rows that cannot all hold, with the positive multipliers that add them up to a contradiction; None if all can.

    The certificate is minimal: no row of it can be left out. `size` variables, each unbounded but for the rows. Gives
    up, with None, after more pivots than networks of figures need.
    """
    for index, row in enumerate(rows):
        if not row.terms and (row.limit < 0 or (row.strict and row.limit == 0)):
            return ((index, Fraction(1)),)
    return _Tableau(size, rows).check()


@dataclass(slots=True)
class _End:
    value: Number
    row: int
    weight: Fraction  # what the row's sum is a multiple of: its one variable's weight, or that of its normal form


class _Tableau:
    """Every sum of several variables is a variable of its own (basic at first) with bounds."""

    def __init__(self, size: int, rows: Sequence[Row]) -> None:
        self.basic: dict[int, dict[int, Fraction]] = {}
        self.upper: dict[int, _End] = {}
        self.lower: dict[int, _End] = {}
        self.value: list[Number] = [(ZERO, ZERO)] * size
        self.columns: dict[int, set[int]] = {variable: set() for variable in range(size)}
        self.moved: set[int] = set()  # basic variables that may have left their bounds
        self.clash: tuple[tuple[int, Fraction], ...] | None = None
        sums: dict[tuple[tuple[int, Fraction], ...], int] = {}
        for index, row in enumerate(rows):
            if not row.terms:
                continue
            terms = tuple(sorted(row.terms))
            lead = terms[0][1]
            if len(terms) == 1:
                variable = terms[0][0]
            else:
                form = tuple((one, weight / lead) for one, weight in terms)
                variable = sums.setdefault(form, len(self.value))
                if variable == len(self.value):
                    self.value.append((ZERO, ZERO))
                    self.basic[variable] = dict(form)
                    for one, _ in form:
                        self.columns[one].add(variable)
            self._bound(variable, index, row, lead)

    def _bound(self, variable: int, index: int, row: Row, lead: Fraction) -> None:
        limit = row.limit / lead
        if lead > 0:
            end = _End((limit, Fraction(-1) if row.strict else ZERO), index, lead)
            if variable not in self.upper or end.value < self.upper[variable].value:
                self.upper[variable] = end
        else:
            end = _End((limit, Fraction(1) if row.strict else ZERO), index, lead)
            if variable not in self.lower or end.value > self.lower[variable].value:
                self.lower[variable] = end
        upper, lower = self.upper.get(variable), self.lower.get(variable)
        if upper and lower and lower.value > upper.value and not self.clash:
            self.clash = ((upper.row, 1 / abs(upper.weight)), (lower.row, 1 / abs(lower.weight)))

    def check(self) -> tuple[tuple[int, Fraction], ...] | None:
        """None when a solution exists, else the certificate."""
        if self.clash:
            return self.clash
        for variable in self.columns:
            if variable in self.lower and self.lower[variable].value > self.value[variable]:
                self._move(variable, self.lower[variable].value)
            elif variable in self.upper and self.upper[variable].value < self.value[variable]:
                self._move(variable, self.upper[variable].value)
        self.moved.update(self.basic)
        budget = 1_000 + 20 * len(self.value)
        while self.moved and budget:
            variable = min(self.moved)
            direction = self._violation(variable) if variable in self.basic else 0
            if not direction:
                self.moved.discard(variable)
                continue
            partner = self._partner(variable, direction)
            if partner is None:
                return self._certificate(variable, direction)
            end = self.lower[variable] if direction > 0 else self.upper[variable]
            self._pivot(variable, partner, end.value)
            budget -= 1
        return None

    def _violation(self, variable: int) -> int:
        """1 when the value must rise, −1 when it must fall, 0 when it is within its bounds."""
        lower, upper = self.lower.get(variable), self.upper.get(variable)
        if lower and self.value[variable] < lower.value:
            return 1
        return -1 if upper and self.value[variable] > upper.value else 0

    def _partner(self, variable: int, direction: int) -> int | None:
        for one in sorted(self.basic[variable]):
            rising = (self.basic[variable][one] > 0) == (direction > 0)
            end = self.upper.get(one) if rising else self.lower.get(one)
            if end is None or (self.value[one] < end.value if rising else self.value[one] > end.value):
                return one
        return None

    def _certificate(self, variable: int, direction: int) -> tuple[tuple[int, Fraction], ...]:
        end = self.lower[variable] if direction > 0 else self.upper[variable]
        found = [(end.row, 1 / abs(end.weight))]
        for one, weight in self.basic[variable].items():
            rising = (weight > 0) == (direction > 0)
            end = self.upper[one] if rising else self.lower[one]
            found.append((end.row, abs(weight) / abs(end.weight)))
        return tuple(sorted(found))

    def _move(self, variable: int, to: Number) -> None:
        """Set a variable that is not basic."""
        change = to[0] - self.value[variable][0], to[1] - self.value[variable][1]
        self.value[variable] = to
        for row in self.columns[variable]:
            self._shift(row, self.basic[row][variable], change)

    def _shift(self, variable: int, weight: Fraction, change: Number) -> None:
        self.moved.add(variable)
        real, tiny = self.value[variable]
        self.value[variable] = real + weight * change[0], tiny + weight * change[1] if change[1] else tiny

    def _pivot(self, leaving: int, entering: int, to: Number) -> None:
        """Swap the two, and give the leaving one the value `to`."""
        row = self.basic.pop(leaving)
        weight = row.pop(entering)
        change = (to[0] - self.value[leaving][0]) / weight, (to[1] - self.value[leaving][1]) / weight
        users = self.columns.pop(entering)
        users.discard(leaving)
        self.value[leaving] = to
        real, tiny = self.value[entering]
        self.value[entering] = real + change[0], tiny + change[1]
        solved = {one: -other / weight for one, other in row.items()}
        solved[leaving] = 1 / weight
        self.columns[leaving] = set()
        for one in row:
            self.columns[one].discard(leaving)
        for user in users:
            self._shift(user, self.basic[user][entering], change)
            factor = self.basic[user].pop(entering)
            self._add(user, factor, solved)
        self.basic[entering] = solved
        self.moved.add(entering)
        for one in solved:
            self.columns[one].add(entering)

    def _add(self, user: int, factor: Fraction, solved: dict[int, Fraction]) -> None:
        row = self.basic[user]
        for one, weight in solved.items():
            total = row.get(one, ZERO) + factor * weight
            if total:
                row[one] = total
                self.columns[one].add(user)
            else:
                del row[one]
                self.columns[one].discard(user)
