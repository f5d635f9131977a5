"""A derivation as a formula of placeholders: `{1} ÷ (1 + {2})`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from expectations.comparison import operands
from expectations.reconcile.network import Constraint, Linear, Network
from expectations.reconcile.quantities import Stated


@dataclass(frozen=True, slots=True)
class Formula:
    """Writes variables of a network as formulas of stated ones; `known` gives for a variable its claim's number.

    `stated` are the claims by number; number 0 is the one whose value is sought.
    """

    network: Network
    known: Mapping[int, int]
    stated: Sequence[Stated]
    unstated: bool = False  # what is sought is no claim's figure

    def of(self, variable: int) -> str:
        """The formula of the figure sought; all placeholders in a row where there is no simple one."""
        known = dict(self.known)
        known.pop(variable, None)
        text = self._express(variable, known, frozenset())
        if text is None:
            return operands(" ⊕ ", 1, len(self.stated) - 1)
        return f"{text} − 1" if self._is_growth(0) and not self.unstated else text

    def _is_growth(self, number: int) -> bool:
        return self.stated[number].quantity.kind == "factor" and self.stated[number].offset == 1

    def _express(self, variable: int, known: Mapping[int, int], used: frozenset[int]) -> str | None:
        if variable in known:
            return self._placeholder(known[variable])
        for index, constraint in enumerate(self.network.constraints):
            if index not in used and variable in constraint.variables:
                text = self._solve(constraint, variable, known, used | {index})
                if text is not None:
                    return text
        return None

    def _placeholder(self, number: int) -> str:
        if not self._is_growth(number):
            return f"{{{number}}}"
        return f"(1 {'−' if self.stated[number].claim.value < 0 else '+'} {{{number}}})"

    def _solve(
        self, constraint: Constraint, variable: int, known: Mapping[int, int], used: frozenset[int]
    ) -> str | None:
        if isinstance(constraint, Linear):
            return self._sum(constraint, variable, known, used)
        others = [self._express(one, known, used) for one in constraint.variables if one != variable]
        if None in others:
            return None
        first, second = (_grouped(text or "") for text in others)
        return f"{first} × {second}" if variable == constraint.result else f"{first} ÷ {second}"

    def _sum(self, constraint: Linear, variable: int, known: Mapping[int, int], used: frozenset[int]) -> str | None:
        if any(limit for limit in (constraint.within.low, constraint.within.high)):
            return None
        sign = next(weight for one, weight in constraint.terms if one == variable)
        positive: list[str] = []
        negative: list[str] = []
        for one, weight in constraint.terms:
            if one == variable:
                continue
            text = self._express(one, known, used)
            if text is None:
                # A part that nobody states is at least 0.
                if constraint.within.is_point or weight < 0:
                    return None
                continue
            (negative if (weight > 0) == (sign > 0) else positive).append(text)
        joined = " + ".join(positive) + "".join(f" − {_grouped(text)}" for text in negative)
        return joined.removeprefix(" ") or None


def _grouped(text: str) -> str:
    """The text in brackets if it is a sum."""
    outside, depth = [], 0
    for character in text:
        depth += character == "("
        if not depth:
            outside.append(character)
        depth -= character == ")"
    plain = "".join(outside)
    return f"({text})" if " + " in plain or " − " in plain else text
