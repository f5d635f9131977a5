"""Areas within areas and periods within periods: what a level of the smaller says of that of the larger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claims.claim import Claim
from expectations.areas import ancestors
from expectations.reconcile import comparable, containment
from expectations.reconcile.draft import Draft
from expectations.reconcile.network import at_most, total
from expectations.reconcile.quantities import Quantity, Span

Place = tuple[str, str]  # the area, or the document of a figure that has none
Grid = dict[Place, dict[Span, int]]


def relate_areas_and_periods(draft: Draft) -> None:
    """For each measure that adds up and has several levels: by place, by period, and by both."""
    shown: dict[object, list[Claim]] = defaultdict(list)
    grids: dict[object, Grid] = defaultdict(lambda: defaultdict(dict))
    for quantity, variable in draft.variables.items():
        if quantity.kind == "level" and not quantity.own and quantity.span is not None:
            measure = _measure(quantity)
            grids[measure][quantity.series.place, quantity.series.document][quantity.span] = variable
            shown[measure] += [one.claim for one in draft.stated.get(variable, ())]
    for key, grid in grids.items():
        claims = shown[key]
        if sum(map(len, grid.values())) < 2 or not claims or not comparable.adds_up_in_place(claims[0]):
            continue
        _relate_places(draft, grid)
        if all(comparable.adds_up_in_time(claim) for claim in claims):
            _relate_periods(draft, grid, any(comparable.is_revised(claim) for claim in claims))
            _relate_both(draft, grid)


def _measure(quantity: Quantity) -> tuple[str, str, str, str]:
    series = quantity.series
    return series.measure, series.scope, series.price_basis, quantity.dimension


def _relate_places(draft: Draft, grid: Grid) -> None:
    """The areas directly within one: their sum is at most its level."""
    by_span: dict[Span, dict[str, int]] = defaultdict(dict)
    for (place, _), row in grid.items():
        for span, variable in row.items():
            if place:
                by_span[span][place] = variable
    for variables in by_span.values():
        for outer, inner in containment.nested_places(variables).items():
            draft.relate("places", at_most([variables[one] for one in inner], variables[outer]))


def _relate_periods(draft: Draft, grid: Grid, revised: bool) -> None:
    """The periods directly within one: disjoint ones sum to at most its level, overlapping ones are each at most it."""
    for row in grid.values():
        for outer, inner in containment.nested_spans(row).items():
            parts = [row[one] for one in inner]
            if revised or not containment.disjoint(inner):
                for part in parts:
                    draft.relate("periods", at_most([part], row[outer]))
            elif len(parts) > 1 and containment.partition(outer, inner):
                draft.relate("periods", total(parts, row[outer]))
            else:
                draft.relate("periods", at_most(parts, row[outer]))


def _relate_both(draft: Draft, grid: Grid) -> None:
    """An area's figure of a period, where neither that area's longer nor a larger area's same period is known.

    It is at most that of the smallest larger area with a period around it.
    """
    for (place, document), row in grid.items():
        within = {one for inner in containment.nested_spans(row).values() for one in inner}
        for span, variable in row.items():
            if span in within:
                continue
            for larger in ancestors(place):
                wider = grid.get((larger, document), {})
                outer = _around(wider, span)
                if span not in wider and outer is None:
                    continue
                if span not in wider and outer is not None:
                    draft.relate("places-periods", at_most([variable], wider[outer]))
                break


def _around(spans: Iterable[Span], inner: Span) -> Span | None:
    """The shortest other span that holds this one."""
    around = [one for one in spans if one != inner and one[0] <= inner[0] and inner[1] <= one[1]]
    return min(around, key=lambda one: (one[1] - one[0], one), default=None)
