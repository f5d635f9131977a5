"""From claims to a network: which quantities there are, what is stated of each, how they depend on one another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from claims import period as periods
from claims.claim import Claim
from claims.interval import Interval
from expectations.reconcile import comparable, nesting, relations
from expectations.reconcile.draft import Draft
from expectations.reconcile.network import (
    ANYTHING,
    NOT_NEGATIVE,
    POSITIVE,
    Assumption,
    Linear,
    Network,
    Product,
)
from expectations.reconcile.quantities import (
    LEVELS,
    Quantity,
    Series,
    Span,
    Stated,
    base_span,
    dimension,
    stated_factor,
)

RATES = re.compile(r"率|比重|比例|占比|份额|度$|rate|share|ratio", re.I)
# With more different figures than this for one quantity, they are hardly of one.
MOST_VALUES = 3


@dataclass(frozen=True, slots=True)
class Built:
    """A network with what its parts mean: quantities by variable, relations by constraint, claims by assumption."""

    network: Network
    quantities: tuple[Quantity, ...]
    relations: tuple[str, ...]
    stated: tuple[Stated, ...]
    refused: Counter[str]
    reasons: dict[str, str]


def build(claims: Iterable[Claim]) -> Built:
    """The network of all claims that can be compared, by their asserted intervals."""
    ordered = sorted(claims, key=lambda claim: (claim.document, claim.start, claim.end, claim.claim_id))
    draft = Draft()
    results = [claim for claim in ordered if _usable(claim, draft)]
    _state_levels(results, draft)
    _state_changes(results, draft)
    relations.relate_parts(results, draft)
    relations.relate_shares(results, draft)
    relations.relate_ratios(draft)
    nesting.relate_areas_and_periods(draft)
    return _finish(draft)


def _usable(claim: Claim, draft: Draft) -> bool:
    if claim.modality:
        draft.refuse(claim, "corrected" if claim.modality in ("superseded", "corrected") else "plan-or-forecast")
        return False
    return True


def _state_levels(claims: Sequence[Claim], draft: Draft) -> None:
    totals = {claim.part_of for claim in claims}
    for claim in claims:
        if claim.kind not in (*LEVELS, "share") or (claim.asserted.high is not None and claim.asserted.high < 0):
            continue
        kind = "share" if claim.kind == "share" else "level"
        span = periods.bounds(claim.period)
        unsure = claim.former and "period" in claim.inferred
        if span is None or not claim.measure_key or unsure:
            if claim.measure_key and not claim.part_of:
                draft.refuse(claim, "period-unknown")
            if not claim.part_of and claim.claim_id not in totals:
                continue  # no relation reaches it
            quantity = Quantity(kind, Series.of(claim), own=claim.claim_id, dimension=dimension(claim))
        else:
            quantity = Quantity(kind, Series.of(claim), span, dimension=dimension(claim), whole=claim.whole_key)
        draft.state(Stated(claim, quantity))


Levels = dict[Series, dict[tuple[str, str, str], set[Span]]]


def _levels(draft: Draft) -> Levels:
    """For each series the kinds of level it is stated in (kind, dimension, whole), with their periods."""
    found: Levels = defaultdict(lambda: defaultdict(set))
    for quantity in draft.variables:
        if quantity.span is not None and not quantity.own:
            found[quantity.series][quantity.kind, quantity.dimension, quantity.whole].add(quantity.span)
    return found


def _state_changes(claims: Sequence[Claim], draft: Draft) -> None:
    levels = _levels(draft)
    for claim in claims:
        if claim.kind in (*LEVELS, "share") or not claim.measure_key:
            continue
        span, base = periods.bounds(claim.period), base_span(claim)
        if claim.kind in ("relative_change", "multiple"):
            reason = comparable.growth_refusal(claim)
        else:
            reason = "comparison-differs" if comparable.is_net(claim) or claim.comparison == "average" else ""
        if not reason and (span is None or base is None):
            reason = "period-unknown" if span is None else "no-earlier-level"
        if reason or span is None or base is None:
            draft.refuse(claim, reason)
            continue
        found = _level_of(claim, span, base, levels)
        if isinstance(found, str):
            draft.refuse(claim, found)
        else:
            _state_change(claim, span, base, found, draft)


def _level_of(claim: Claim, span: Span, base: Span, levels: Levels) -> tuple[str, str, str] | str:
    """The kind of level that a change is of, or why that cannot be told."""
    known = levels.get(Series.of(claim), {})
    if claim.kind == "point_change":
        known = {form: spans for form, spans in known.items() if form[0] == "share"}
    elif not RATES.search(claim.measure_key):
        # The growth of what a share is of is not the growth of the share.
        known = {form: spans for form, spans in known.items() if form[0] == "level"}
    if claim.kind == "absolute_change":
        known = {form: spans for form, spans in known.items() if form[:2] == ("level", dimension(claim))}
    near = [form for form, spans in known.items() if span in spans or base in spans] or list(known)
    if len(near) > 1:
        return "unit-differs"
    if near:
        return near[0]
    if claim.kind == "point_change":
        return "no-earlier-level"
    return ("level", dimension(claim) if claim.kind == "absolute_change" else "", "")


def _state_change(claim: Claim, span: Span, base: Span, level: tuple[str, str, str], draft: Draft) -> None:
    kind, unit, whole = level
    series = Series.of(claim)
    change = {"absolute_change": "change", "point_change": "points"}.get(claim.kind, "factor")
    quantity = Quantity(change, series, span, base, unit, whole)
    stated = stated_factor(claim, quantity) if change == "factor" else Stated(claim, quantity)
    if stated is None:
        draft.refuse(claim, "comparison-differs")
        return
    limits = stated.to_quantity(claim.asserted)
    earlier = Quantity(kind, series, base, dimension=unit, whole=whole)
    if change == "factor" and ((limits.high is not None and limits.high < 0) or _is_zero(earlier, draft)):
        draft.refuse(claim, "divisor-may-be-zero")
        return
    fresh = quantity not in draft.variables
    variable = draft.state(stated)
    if fresh:
        new, old = draft.variable(Quantity(kind, series, span, dimension=unit, whole=whole)), draft.variable(earlier)
        if change == "factor":
            draft.bases.add(old)
            draft.relate("growth", Product(new, old, variable))
        else:
            terms = ((new, Fraction(1)), (old, Fraction(-1)), (variable, Fraction(-1)))
            draft.relate(change, Linear(terms, Interval.point(0)))


def _is_zero(quantity: Quantity, draft: Draft) -> bool:
    variable = draft.variables.get(quantity)
    stated = draft.stated.get(variable, []) if variable is not None else []
    return any(one.claim.asserted.high == 0 for one in stated)


def read_as(built: Built, reading: str) -> Built:
    """The same network by the `asserted` or `implied` intervals of its claims."""
    assumptions = tuple(
        Assumption(item.tag, item.variable, one.to_quantity(getattr(one.claim, reading)))
        for item, one in zip(built.network.assumptions, built.stated, strict=True)
    )
    return replace(built, network=replace(built.network, assumptions=assumptions))


def _finish(draft: Draft) -> Built:
    quantities = tuple(draft.variables)
    stated: list[Stated] = []
    assumptions: list[Assumption] = []
    # A quantity that nothing relates to another is left to the checks that compare repeats.
    for variable in sorted({one for constraint in draft.constraints for one in constraint.variables}):
        here = draft.stated.get(variable, [])
        intervals = [one.to_quantity(one.claim.asserted) for one in here]
        if _apart(intervals) > MOST_VALUES:
            for one in here:
                draft.refuse(one.claim, "series")
            continue
        for one, interval in zip(here, intervals, strict=True):
            stated.append(one)
            assumptions.append(Assumption(one.claim.claim_id, variable, interval))
    domains = tuple(_domain(quantity, variable in draft.bases) for variable, quantity in enumerate(quantities))
    network = Network(domains, tuple(draft.constraints), tuple(assumptions))
    return Built(network, quantities, tuple(draft.relations), tuple(stated), draft.refused, draft.reasons)


def _apart(intervals: Sequence[Interval]) -> int:
    """How many of the intervals lie apart from one another, at most."""
    count = 0
    last: Interval | None = None
    for interval in sorted(intervals, key=lambda one: (one.high is None, one.high or 0, one.high_closed)):
        if last is None or not last.meets(interval):
            count += 1
            last = interval
    return count


def _domain(quantity: Quantity, is_base: bool) -> Interval:
    if quantity.kind in ("change", "points"):
        return ANYTHING
    return POSITIVE if is_base else NOT_NEGATIVE
