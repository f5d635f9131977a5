"""All claims of a block as one network: what cannot all be true, what follows, what was compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations import wording
from expectations.finding import ImpliedValue
from expectations.reconcile.build import Built, build, read_as
from expectations.reconcile.comparable import is_revised
from expectations.reconcile.conflicts import Explained, Judge, examine, explain, overlapping
from expectations.reconcile.contract import HIGH, LOW, Bound
from expectations.reconcile.formula import Formula
from expectations.reconcile.implication import Implication, imply
from expectations.reconcile.network import Network, members, split, subnetwork
from expectations.reconcile.propagate import State
from expectations.reconcile.quantities import Quantity, Stated
from expectations.reconcile.words import period_words

# An implied value wider than this part of itself says too little to be told.
WIDEST = Fraction(1, 5)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all be true, none of which can be left out, shown at one against what the others imply.

    `suspects` are every smallest set of claim ids that, if wrong, settle this conflict and all that overlap with it;
    `reading` is `asserted`, or `implied` where only what a reader takes from the words clashes.
    """

    shown: Implication
    suspects: tuple[tuple[str, ...], ...]
    reading: str
    gap: Fraction

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the minimal set, the claim shown first."""
        return self.shown.claims

    @property
    def relations(self) -> tuple[str, ...]:
        """The kinds of relation through which they meet."""
        return self.shown.relations


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What a network of claims gives; `not_comparable` counts refusals by reason, `reasons` names them by claim."""

    conflicts: tuple[Conflict, ...] = ()
    implied: tuple[ImpliedValue, ...] = ()
    agreements: tuple[Implication, ...] = ()
    not_comparable: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)


def reconcile(claims: Iterable[Claim]) -> Reconciliation:
    """Set all claims that can be compared against one another at once; their order does not matter.

    Asserted intervals decide; where they agree, the implied ones are tried. Independent parts are solved apart.
    """
    built = build(claims)
    parts = [_part(built, *one) for one in split(built.network)]
    conflicts: list[Conflict] = []
    implied: list[ImpliedValue] = []
    agreements: list[Implication] = []
    for part in parts:
        judge = Judge(part.network)
        explained = examine(judge)
        conflicts += _conflicts(part, explained, "asserted")
        if not explained and any(one.claim.asserted != one.claim.implied for one in part.stated):
            read = read_as(part, "implied")
            conflicts += _conflicts(read, explain(read.network), "implied")
        sound = part.network.all
        for clash in (one.clash for one in explained):
            sound &= ~clash.assumptions
        state = judge.state(sound)
        implied += _implied_values(part, state)
        agreements += _agreements(part, state, sound)
    return Reconciliation(
        tuple(sorted(conflicts, key=_place)),
        tuple(implied),
        tuple(sorted(agreements, key=lambda one: one.claims)),
        dict(built.refused),
        built.reasons,
    )


def _place(conflict: Conflict) -> tuple[object, ...]:
    return conflict.shown.reported.document, conflict.shown.reported.start, conflict.claims


def _part(
    built: Built, network: Network, variables: Sequence[int], constraints: Sequence[int], assumptions: Sequence[int]
) -> Built:
    return replace(
        built,
        network=network,
        quantities=tuple(built.quantities[index] for index in variables),
        relations=tuple(built.relations[index] for index in constraints),
        stated=tuple(built.stated[index] for index in assumptions),
    )


def _conflicts(part: Built, explained: Sequence[Explained], reading: str) -> list[Conflict]:
    """The smallest conflicts of a part that have no claim in common: more would say the same again."""
    found: list[Conflict] = []
    for group in overlapping([one.clash.assumptions for one in explained]):
        taken = 0
        for index in sorted(group, key=lambda index: (explained[index].clash.assumptions.bit_count(), index)):
            if explained[index].clash.assumptions & taken:
                continue
            taken |= explained[index].clash.assumptions
            conflict = _shown(part, explained[index], reading)
            if conflict is not None and not _by_revision(conflict.shown):
                found.append(conflict)
    return found


def _by_revision(shown: Implication) -> bool:
    """Whether a growth stands against levels that are commonly revised between publications."""
    return "growth" in shown.relations and any(is_revised(claim) for claim in (shown.reported, *shown.using))


def _shown(part: Built, explained: Explained, reading: str) -> Conflict | None:
    """The conflict at the claim where it is told best: a sole suspect, a level rather than a change, the later one."""
    chosen = explained.clash.assumptions
    sole = {members(one)[0] for one in explained.suspects if one.bit_count() == 1}
    best: tuple[tuple[object, ...], Conflict] | None = None
    suspects = tuple(tuple(part.network.assumptions[index].tag for index in members(one)) for one in explained.suspects)
    for index in members(chosen):
        one = imply(part, index, chosen & ~(1 << index), explained.clash.constraints, reading)
        if one is None or one.implied.meets(getattr(one.reported, reading)):
            continue
        gap = one.implied.gap(getattr(one.reported, reading))
        rank = (
            index in sole,
            one.reported.kind in ("count", "amount", "share"),
            not one.reported.hedge,
            one.reported.document,
            one.reported.start,
            one.claims,
        )
        if best is None or rank > best[0]:
            best = rank, Conflict(one, suspects, reading, gap)
    return None if best is None else best[1]


def _implied_values(part: Built, state: State) -> list[ImpliedValue]:
    """Levels and shares that nobody states but others bound closely on both sides."""
    told = {item.variable for item in part.network.assumptions}
    found = []
    for variable, quantity in enumerate(part.quantities):
        low, high = state.ends[LOW][variable], state.ends[HIGH][variable]
        if variable in told or quantity.kind not in ("level", "share") or low is None or high is None:
            continue
        if not (low.assumptions and high.assumptions) or high.value - low.value > WIDEST * abs(high.value):
            continue
        found.append(_implied_value(part, state, variable, quantity))
    return found


def _implied_value(part: Built, state: State, variable: int, quantity: Quantity) -> ImpliedValue:
    names = members(state.assumptions(variable))
    claims = [part.stated[index].claim for index in names]
    interval = state.interval(variable)
    like = next((claim for claim in claims if claim.measure_key == quantity.series.measure), None)
    measure = like.measure if like else quantity.series.measure
    place_name = (like or claims[0]).place_name
    unit = next((claim.unit for claim in claims if (claim.dimension or claim.unit) == quantity.dimension), "")
    working = _formula(part, variable, state.constraints(variable), names)
    text = wording.worked(working, ["", *map(wording.figure, claims)])
    scale = next((wording.scale_of(claim) for claim in claims if claim.unit == unit), ("", 1))
    line = f"{text} = {wording.interval(interval, unit, scale)}"
    when = period_words(quantity.span)
    return ImpliedValue(
        measure,
        place_name,
        when.iso,
        unit,
        interval,
        tuple(claim.claim_id for claim in claims),
        Bilingual(
            f"{when.zh}{place_name}{measure}：{line}",
            f"{place_name} {measure} {when.en}: {line}".lstrip(),
        ),
    )


def _formula(part: Built, variable: int, constraints: int, names: Sequence[int]) -> str:
    chosen = members(constraints)
    variables = sorted({one for index in chosen for one in part.network.constraints[index].variables})
    network, _ = subnetwork(replace(part.network, assumptions=()), variables, chosen)
    place = {one: index for index, one in enumerate(variables)}
    stated: list[Stated] = [part.stated[names[0]], *(part.stated[index] for index in names)]
    known = {place[part.network.assumptions[index].variable]: number for number, index in enumerate(names, start=1)}
    return Formula(network, known, stated, unstated=True).of(place[variable])


def _telling(part: Built, state: State, variable: int) -> tuple[Bound | None, Bound | None]:
    """What the others say of a variable, without a lower bound that holds of any such number."""
    low, floor = state.foreign[LOW][variable], part.network.domains[variable].low
    if low is not None and floor is not None and low.value <= floor:
        low = None
    return low, state.foreign[HIGH][variable]


def _agreements(part: Built, state: State, sound: int) -> list[Implication]:
    """Claims in no conflict beside what the others imply, where they imply a bound at all; each set of claims once."""
    found: dict[int, tuple[tuple[bool, bool, int], int, int]] = {}
    for index, item in enumerate(part.network.assumptions):
        ends = _telling(part, state, item.variable)
        using = constraints = 0
        for bound in ends:
            if bound is not None and bound.assumptions:
                using |= bound.assumptions
                constraints |= bound.constraints
        if sound >> index & 1 and using:
            both = all(bound is not None and bound.assumptions for bound in ends)
            level = part.quantities[item.variable].kind in ("level", "share")
            rank = (both, level, -index)
            together = using | 1 << index
            if together not in found or rank > found[together][0]:
                found[together] = rank, index, constraints
    agreements = []
    for together, (_, index, constraints) in found.items():
        known = state.foreign_interval(part.network.assumptions[index].variable)
        one = imply(part, index, together & ~(1 << index), constraints, known=known)
        if one is not None and (one.implied.high is not None or one.relation == "at_least"):
            agreements.append(one)
    return agreements
