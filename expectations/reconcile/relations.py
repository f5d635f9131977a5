"""The relations between quantities: parts and totals, shares and wholes, areas and periods within larger ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from claims.claim import Claim
from expectations.reconcile.draft import Draft
from expectations.reconcile.network import Product, at_most, total
from expectations.reconcile.quantities import LEVELS, Quantity, Series

# Words that make the name of a part that of its rate: 破案率 is 破案 over its whole.
RATE_WORDS = re.compile(r"(?:占比|比重|比例|份额|率)$")
HUNDREDTH = Fraction(1, 100)
MOST_PARTS = 60  # of one total; longer sums are judged one by one, not with all that follows from them


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
        if len(members) > MOST_PARTS:
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
    if not any(claim.kind == "share" for claim in claims):
        return
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
        names = (share.series.measure, RATE_WORDS.sub("", share.series.measure))
        bare = _bare(level)
        measure = next((name for name in names if (bare, name) in dimensions), names[0])
        of_part = dimensions.get((bare, measure), set())
        of_whole = dimensions.get((bare, claim.whole_key), set())
        units = _units(of_part, of_whole)
        if units is None:
            draft.refuse(claim, "unit-differs" if of_part and of_whole else "whole-unknown")
            continue
        part = replace(level, dimension=units[0], series=replace(share.series, measure=measure))
        whole = replace(level, dimension=units[1], series=replace(share.series, measure=claim.whole_key))
        draft.relate("share", Product(draft.variable(part), draft.variable(whole), variable, HUNDREDTH))


def _units(of_part: set[str], of_whole: set[str]) -> tuple[str, str] | None:
    """The one dimension that part and whole share, where only changes are known of one the empty one; None if none."""
    shared = of_part & of_whole
    if len(shared) == 1:
        of_part = of_whole = shared
    left, right = of_part or of_whole, of_whole or of_part
    fit = left == right or "" in left | right
    return (min(left), min(right)) if len(left) == len(right) == 1 and fit else None


def _bare(quantity: Quantity) -> Quantity:
    """What quantities of different measures and dimensions have in common when they are of one place and period."""
    return replace(quantity, series=replace(quantity.series, measure=""), dimension="", whole="")


def relate_ratios(draft: Draft) -> None:
    """Where part and whole of a share have grown over the same span: growth of part = of whole × of share."""
    quantities = list(draft.variables)
    grown: dict[tuple[Series, str], list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        if quantity.kind == "factor" and not quantity.whole:
            grown[quantity.series, quantity.dimension].append(quantity)
    done: set[Quantity] = set()
    for constraint, relation in list(zip(draft.constraints, draft.relations, strict=True)):
        if relation != "share" or not isinstance(constraint, Product):
            continue
        part, whole, share = (quantities[one] for one in constraint.variables)
        for of_part in grown.get((part.series, part.dimension), ()):
            of_whole = replace(of_part, series=whole.series, dimension=whole.dimension)
            if of_whole in draft.variables and share.span in (of_part.span, of_part.base):
                of_share = _grown_share(share, of_part, draft)
                if of_share is not None and of_share not in done:
                    done.add(of_share)
                    of_result, left, right = (draft.variables[one] for one in (of_part, of_whole, of_share))
                    draft.relate("ratio", Product(of_result, left, right))


def _grown_share(share: Quantity, grown: Quantity, draft: Draft) -> Quantity | None:
    """The growth of a share over the span of another growth, made where both its ends are stated; None if unknown."""
    growth = replace(share, kind="factor", span=grown.span, base=grown.base)
    new, old = replace(share, span=grown.span), replace(share, span=grown.base)
    if growth in draft.variables:
        return growth
    if new not in draft.variables or old not in draft.variables:
        return None
    draft.bases.add(draft.variables[old])
    draft.relate("growth", Product(draft.variables[new], draft.variables[old], draft.variable(growth)))
    return growth
