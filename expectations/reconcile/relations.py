"""The relations between quantities: parts and totals, shares and wholes, areas and periods within larger ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from claims.claim import Claim
from expectations.reconcile import comparable, containment
from expectations.reconcile.draft import Draft
from expectations.reconcile.network import Product, at_most, total
from expectations.reconcile.quantities import LEVELS, Quantity, Span

HUNDREDTH = Fraction(1, 100)


def relate_parts(claims: Sequence[Claim], draft: Draft) -> None:
    """Parts that the words name: together the total where they partition it, else each at most the total."""
    by_id = {claim.claim_id: claim for claim in claims}
    parts: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.part_of:
            parts[claim.part_of].append(claim)
    for name, members in parts.items():
        whole = by_id.get(name)
        if whole is None or name not in draft.by_claim:
            continue
        kept = [part for part in members if _part_refusal(part, whole, draft) is None]
        variables = [draft.by_claim[part.claim_id] for part in kept]
        if len(kept) == len(members) > 1 and all(part.partition for part in members):
            draft.relate("sum", total(variables, draft.by_claim[name]))
            continue
        for variable in dict.fromkeys(variables):
            draft.relate("part", at_most([variable], draft.by_claim[name]))


def _part_refusal(part: Claim, whole: Claim, draft: Draft) -> str | None:
    """Why a part cannot be set against its total, counted."""
    reason = None
    if part.claim_id not in draft.by_claim or part.kind not in LEVELS[:2] or whole.kind not in LEVELS[:2]:
        reason = "relation-not-stated"
    elif (part.dimension or part.unit) != (whole.dimension or whole.unit):
        reason = "unit-differs"
    elif part.period and whole.period and part.period != whole.period:
        reason = "period-differs"
    if reason is not None:
        draft.refuse(part, reason)
    return reason


def relate_shares(claims: Sequence[Claim], draft: Draft) -> None:
    """A share of a whole: part = whole × share, where both are of one dimension; part or whole may be unstated."""
    dimensions: dict[tuple[Quantity, str], set[str]] = defaultdict(set)
    for quantity in draft.variables:
        if quantity.kind == "level" and not quantity.own:
            dimensions[_bare(quantity), quantity.series.measure].add(quantity.dimension)
    done: set[Quantity] = set()
    for claim in claims:
        variable = draft.by_claim.get(claim.claim_id)
        if claim.kind != "share" or variable is None:
            continue
        share = draft.stated[variable][0].quantity
        if share.own or share in done:
            continue
        if not claim.whole_key or claim.whole_key == claim.measure_key:
            draft.refuse(claim, "whole-unknown")
            continue
        done.add(share)
        level = replace(share, kind="level", whole="")
        of_part = dimensions.get((_bare(level), share.series.measure), set())
        of_whole = dimensions.get((_bare(level), claim.whole_key), set())
        shared = of_part & of_whole or of_whole or of_part
        if len(shared) != 1:
            draft.refuse(claim, "unit-differs" if shared else "whole-unknown")
            continue
        part = replace(level, dimension=next(iter(shared)))
        whole = replace(part, series=replace(share.series, measure=claim.whole_key))
        draft.relate("share", Product(draft.variable(part), draft.variable(whole), variable, HUNDREDTH))


def _bare(quantity: Quantity) -> Quantity:
    """What quantities of different measures and dimensions have in common when they are of one place and period."""
    return replace(quantity, series=replace(quantity.series, measure=""), dimension="", whole="")


def relate_ratios(draft: Draft) -> None:
    """Where a share, its part and its whole have all grown over the same span: growth of part = of whole × of share."""
    shares: dict[tuple[Quantity, Quantity, Quantity], None] = {}
    quantities = list(draft.variables)
    for constraint, relation in zip(draft.constraints, draft.relations, strict=True):
        if relation == "share" and isinstance(constraint, Product):
            part, whole, share = (quantities[one] for one in constraint.variables)
            shares[part, whole, share] = None
    for quantity in quantities:
        if quantity.kind != "factor" or not quantity.whole:
            continue
        for part, whole, share in shares:
            if (share.series, share.whole) != (quantity.series, quantity.whole) or share.span not in (
                quantity.span,
                quantity.base,
            ):
                continue
            grown = [
                replace(quantity, series=one.series, dimension=one.dimension, whole=one.whole) for one in (part, whole)
            ]
            if all(one in draft.variables for one in grown):
                left, right = (draft.variables[one] for one in grown)
                draft.relate("ratio", Product(left, right, draft.variables[quantity]))


def _additive(draft: Draft) -> dict[Quantity, Claim]:
    """The levels that add up over places, each with a claim that shows it; a base stands in for its growth's claim."""
    examples: dict[tuple[object, ...], Claim] = {}
    for stated in draft.stated.values():
        for one in stated:
            if one.quantity.kind == "level":
                key = (replace(one.quantity.series, place="", document=""), one.quantity.dimension)
                if key not in examples or not comparable.adds_up_in_time(one.claim):
                    examples[key] = one.claim
    found = {}
    for quantity in draft.variables:
        if quantity.kind == "level" and not quantity.own and quantity.span is not None:
            claim = examples.get((replace(quantity.series, place="", document=""), quantity.dimension))
            if claim is not None and comparable.adds_up_in_place(claim):
                found[quantity] = claim
    return found


def relate_areas_and_periods(draft: Draft) -> None:
    """Areas within areas and periods within periods, for the measures that add up."""
    in_place = _additive(draft)
    in_time = {quantity: claim for quantity, claim in in_place.items() if comparable.adds_up_in_time(claim)}
    _relate_places(draft, in_place)
    _relate_periods(draft, in_time)
    _relate_both(draft, in_time)


def _relate_places(draft: Draft, additive: Iterable[Quantity]) -> None:
    """The areas directly within one: their sum is at most its level."""
    groups: dict[Quantity, dict[str, int]] = defaultdict(dict)
    for quantity in additive:
        if quantity.series.place:
            key = replace(quantity, series=replace(quantity.series, place=""))
            groups[key][quantity.series.place] = draft.variables[quantity]
    for variables in groups.values():
        for outer, inner in containment.nested_places(variables).items():
            draft.relate("places", at_most([variables[one] for one in inner], variables[outer]))


def _relate_both(draft: Draft, additive: Iterable[Quantity]) -> None:
    """An area's figure of a period, where neither that area's longer nor a larger area's same period is stated.

    It is at most that of the smallest larger area with a period around it.
    """
    known: dict[Quantity, list[Span]] = defaultdict(list)
    for quantity in additive:
        if quantity.span is not None:
            known[replace(quantity, span=None)].append(quantity.span)
    for quantity in additive:
        bare, span = replace(quantity, span=None), quantity.span
        if span is None or any(_around(outer, span) for outer in known[bare]):
            continue
        for place in containment.ancestors(quantity.series.place):
            wider = replace(bare, series=replace(bare.series, place=place))
            if span in known.get(wider, ()):
                break
            around = [outer for outer in known.get(wider, ()) if _around(outer, span)]
            if around:
                outer = min(around, key=lambda one: (one[1] - one[0], one))
                whole = draft.variables[replace(wider, span=outer)]
                draft.relate("places-periods", at_most([draft.variables[quantity]], whole))
                break


def _around(outer: Span, inner: Span) -> bool:
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def _relate_periods(draft: Draft, additive: Mapping[Quantity, Claim]) -> None:
    """The periods directly within one: disjoint ones sum to at most its level, overlapping ones are each at most it."""
    groups: dict[Quantity, dict[Span, int]] = defaultdict(dict)
    revised: set[Quantity] = set()
    for quantity, claim in additive.items():
        if quantity.span is not None:
            key = replace(quantity, span=None)
            groups[key][quantity.span] = draft.variables[quantity]
            if comparable.is_revised(claim):
                revised.add(key)
    for key, variables in groups.items():
        for outer, inner in containment.nested_spans(variables).items():
            parts = [variables[one] for one in inner]
            if not containment.disjoint(inner) or key in revised:
                for part in parts:
                    draft.relate("periods", at_most([part], variables[outer]))
            elif len(parts) > 1 and containment.partition(outer, inner):
                draft.relate("periods", total(parts, variables[outer]))
            else:
                draft.relate("periods", at_most(parts, variables[outer]))
