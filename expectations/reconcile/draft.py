"""A network in the making."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from claims.claim import Claim
from expectations.reconcile.network import Constraint
from expectations.reconcile.quantities import Quantity, Stated


@dataclass(slots=True)
class Draft:
    """A network in the making, with the refusals met on the way."""

    variables: dict[Quantity, int] = field(default_factory=dict)
    stated: dict[int, list[Stated]] = field(default_factory=lambda: defaultdict(list))
    constraints: list[Constraint] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    bases: set[int] = field(default_factory=set)
    by_claim: dict[str, int] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, str] = field(default_factory=dict)

    def variable(self, quantity: Quantity) -> int:
        """The variable of a quantity, new where there was none."""
        return self.variables.setdefault(quantity, len(self.variables))

    def state(self, stated: Stated) -> int:
        """Add a claim."""
        variable = self.variable(stated.quantity)
        self.stated[variable].append(stated)
        self.by_claim[stated.claim.claim_id] = variable
        return variable

    def relate(self, relation: str, constraint: Constraint) -> None:
        """Add a relation, unless it names a variable twice: a quantity is not part of itself."""
        if len(set(constraint.variables)) == len(constraint.variables):
            self.constraints.append(constraint)
            self.relations.append(relation)

    def refuse(self, claim: Claim, reason: str) -> None:
        """Count a claim that is left out, with the reason."""
        self.refused[reason] += 1
        self.reasons.setdefault(claim.claim_id, reason)
