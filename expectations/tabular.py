"""Figures of tables: what rows and columns say ties them together, so their relations are stated, not guessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claims import period as periods
from claims import place as places
from claims.claim import Claim
from expectations.areas import ancestors
from expectations.blocks import Block
from expectations.comparison import Refusal
from expectations.levels import Move
from expectations.ratios import Ratio
from expectations.reconcile.comparable import adds_up_in_place, adds_up_in_time, growth_refusal
from expectations.reconcile.containment import disjoint, nested_spans, partition
from expectations.reconcile.quantities import Span
from expectations.references import stem
from expectations.same import LEVELS, base_period, dimension, is_level, is_result
from expectations.sums import Split

Key = tuple[str, ...]
CHANGES = ("relative_change", "absolute_change")


def is_tabular(claim: Claim) -> bool:
    """Whether the figure stands in a table of the document or is a row of one from outside."""
    return claim.section == "table"


@dataclass(frozen=True, slots=True)
class Nesting:
    """An area's figure with those of areas within it; `complete` where they are all of its direct parts."""

    whole: Claim
    parts: tuple[Claim, ...]
    complete: bool


def moves(block: Block) -> Iterator[Move | Refusal]:
    """Changes of a table with the level now and the level before, where the table holds both, once each."""
    levels = _levels(block)
    for change in block.claims:
        if not is_tabular(change) or change.kind not in CHANGES or not change.period or not is_result(change):
            continue
        new, old = (levels.get(_key(change, period)) for period in (change.period, base_period(change)))
        if new is None or old is None or dimension(new) != dimension(old) or new.unit != old.unit:
            continue
        reason = growth_refusal(change)
        if reason and not (change.price_basis and change.price_basis == new.price_basis):
            yield Refusal((change,), reason)
        elif change.kind == "relative_change" or dimension(change) == dimension(new):
            yield Move(new, change, old)


def shares(block: Block) -> Iterator[Ratio]:
    """Shares of a table with the level of their row and the total of its column, or that of the larger area."""
    levels = _levels(block)
    for share in block.claims:
        if not is_tabular(share) or share.kind != "share" or not is_result(share):
            continue
        part = levels.get(_key(share, share.period))
        whole = None if part is None else _whole(part, block, levels)
        if part is not None and whole is not None and dimension(whole) == dimension(part):
            yield Ratio(share, part, whole, True)


def _whole(part: Claim, block: Block, levels: dict[Key, Claim | None]) -> Claim | None:
    if part.part_of:
        return block.by_id.get(part.part_of)
    for area in ancestors(part.place):
        found = levels.get((*_key(part, part.period)[:2], area, *_key(part, part.period)[3:]))
        if found is not None:
            return found
    return None


def across(block: Block) -> Iterator[Split]:
    """Totals of rows, and wholes divided in several ways, with their parts, as `sums.splits` gives those of columns."""
    parts: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if claim.part_across:
            parts[claim.part_across, claim.group].append(claim)
    for (name, _), row in parts.items():
        total = block.by_id.get(name)
        if total is not None and len(row) > 1:
            yield Split(total, tuple(row), True, True)


def nestings(block: Block) -> Iterator[Nesting]:
    """Areas within areas of one measure and period, within one table; a nation holds more than its provinces."""
    groups: dict[Key, dict[str, Claim]] = defaultdict(dict)
    for key, claim in _levels(block).items():
        if claim is not None and claim.place and claim.kind in ("count", "amount") and adds_up_in_place(claim):
            groups[key[0], key[1], *key[3:], dimension(claim)][claim.place] = claim
    for row in groups.values():
        inside: dict[str, list[Claim]] = defaultdict(list)
        for place, claim in row.items():
            outer = next((area for area in ancestors(place) if area in row), "")
            if outer:
                inside[outer].append(claim)
        for area, parts in inside.items():
            direct = direct_parts(area)
            complete = bool(direct) and {part.place for part in parts} == direct
            yield Nesting(row[area], tuple(parts), complete)


def stretches(block: Block) -> Iterator[Split]:
    """A year, or another period, with periods in the table that leave no day of it out, for what adds up in time."""
    groups: dict[Key, dict[Span, Claim]] = defaultdict(dict)
    for key, claim in _levels(block).items():
        ends = None if claim is None else periods.bounds(claim.period)
        if claim is not None and ends is not None and claim.kind in ("count", "amount") and adds_up_in_time(claim):
            groups[(*key[:3], *key[4:], dimension(claim))][ends] = claim
    for row in groups.values():
        for outer, inner in nested_spans(row).items():
            if len(inner) > 1 and disjoint(inner) and partition(outer, inner):
                yield Split(row[outer], tuple(row[span] for span in inner), True, True)


def direct_parts(area: str) -> frozenset[str]:
    """The areas that make up a province or city; none for a country, whose figures hold more than its provinces'."""
    return _children().get(area, frozenset()) if places.level(area) in ("province", "city") else frozenset()


@cache
def _children() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code in places.table():
        found[places.parent(code)].add(code)
    return {area: frozenset(codes) for area, codes in found.items()}


def restated(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Figures of one measure, place and period in two rows, or in a table and in the words beside it."""
    found: dict[Key, list[Claim]] = defaultdict(list)
    for claim in block.claims if any(map(is_tabular, block.claims)) else ():
        if claim.measure_key and claim.period and is_result(claim) and not claim.former and not claim.is_reference:
            kind = "level" if is_level(claim) else claim.kind
            named = (kind, dimension(claim), base_period(claim), claim.document, claim.measure_key, claim.place)
            found[(*named, claim.period, claim.scope, claim.price_basis)].append(claim)
    for row in found.values():
        tabular = [claim for claim in row if is_tabular(claim)]
        for claim in row:
            if tabular and claim is not tabular[0] and "measure" not in claim.inferred:
                yield tabular[0], claim


def _key(claim: Claim, period: str) -> Key:
    return (claim.document, _name(claim), claim.place, period, claim.scope, claim.price_basis)


def _name(claim: Claim) -> str:
    """The measure of a row as its table words it; of one from outside as words without whose it is."""
    return claim.measure if claim.start >= 0 else stem(claim.measure_key).removesuffix("人")


def _levels(block: Block) -> dict[Key, Claim | None]:
    """The levels of tables by what they are of; None where two claim to be the same."""
    found: dict[Key, Claim | None] = {}
    for claim in block.claims:
        if is_tabular(claim) and claim.kind in LEVELS and is_result(claim) and claim.measure_key:
            key = _key(claim, claim.period)
            found[key] = None if key in found else claim
    return found
