"""What other claims imply for one claim: computed, recomputed for other readings, and written as a formula."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.claim import Claim
from claims.interval import Interval
from expectations.comparison import Reading
from expectations.reconcile.build import Built
from expectations.reconcile.formula import Formula
from expectations.reconcile.linear import entailed
from expectations.reconcile.network import ANYTHING, Assumption, Network, members, subnetwork
from expectations.reconcile.propagate import Propagator
from expectations.reconcile.quantities import Stated


@dataclass(frozen=True, slots=True)
class Implication:
    """A claim beside what the claims `using` imply for it, in its unit; `relations` are the kinds of relation used.

    `working` names the figures by place: {0} the reported one, {1} … those used. `relation` is how reported and implied
    must stand: `meets`, `at_most`, `at_least`.
    """

    reported: Claim
    using: tuple[Claim, ...]
    relation: str
    relations: tuple[str, ...]
    working: str
    asserted: Interval
    implied: Interval
    network: Network
    stated: tuple[Stated, ...]  # the reported first; their quantities' variables in `places`
    places: tuple[int, ...]
    cyclic: bool = False  # bounds alone do not say all

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims, the reported first."""
        return tuple(claim.claim_id for claim in (self.reported, *self.using))

    def expected(self, *readings: Reading) -> Reading:
        """What the figures used would imply for the reported one if they had these readings."""
        own = Reading.of(self.reported)
        names = ("asserted", "implied", "stated")
        return Reading(*(self.layer([getattr(one, name) for one in readings], getattr(own, name)) for name in names))

    def layer(self, figures: Sequence[Interval], own: Interval) -> Interval:
        """What intervals of the figures used imply; `own` is what it will be held against."""
        assumptions = tuple(
            Assumption(str(index), place, stated.to_quantity(figure))
            for index, (place, stated, figure) in enumerate(
                zip(self.places[1:], self.stated[1:], figures, strict=True), start=1
            )
        )
        network = replace(self.network, assumptions=assumptions)
        state = Propagator(network).run(network.all)
        if state.clash >= 0:
            return ANYTHING
        target = self.places[0]
        found = state.interval(target)
        wanted = self.stated[0].to_quantity(own)
        if self.cyclic and found.meets(wanted):
            found = entailed(network, state, target, wanted)
        return self.stated[0].to_figure(found)


def imply(
    built: Built, reported: int, using: int, constraints: int, reading: str = "asserted", known: Interval | None = None
) -> Implication | None:
    """What the assumptions `using` imply through `constraints` for the assumption `reported`; None where nothing.

    `known` is the interval of the reported quantity where it has been worked out already.
    """
    chosen = members(constraints)
    variables = sorted({one for index in chosen for one in built.network.constraints[index].variables})
    place = {variable: index for index, variable in enumerate(variables)}
    names = [reported, *members(using)]
    if any(built.network.assumptions[index].variable not in place for index in names):
        return None
    network, _ = subnetwork(replace(built.network, assumptions=()), variables, chosen)
    stated = tuple(built.stated[index] for index in names)
    places = tuple(place[built.network.assumptions[index].variable] for index in names)
    draft = Implication(
        stated[0].claim,
        tuple(one.claim for one in stated[1:]),
        "meets",
        tuple(built.relations[index] for index in chosen),
        "",
        getattr(stated[0].claim, reading),
        ANYTHING,
        network,
        stated,
        places,
        cyclic=sum(len(one.variables) - 1 for one in network.constraints) >= len(variables),
    )
    if known is None:
        implied = draft.layer([getattr(claim, reading) for claim in draft.using], draft.asserted)
    else:
        implied = stated[0].to_figure(known)
    formula = Formula(network, dict(zip(places[1:], range(1, len(places)), strict=True)), stated)
    floor = stated[0].to_figure(network.domains[places[0]])
    return replace(draft, implied=implied, relation=_relation(implied, floor), working=formula.of(places[0]))


def _relation(implied: Interval, floor: Interval) -> str:
    """On which sides the others bind the figure, beyond what holds of any such figure."""
    below = implied.low is None or (floor.low is not None and implied.low <= floor.low)
    if below and implied.high is not None:
        return "at_most"
    return "at_least" if implied.high is None and not below else "meets"
