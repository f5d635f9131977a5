"""Which figures of a table are totals of which: 合计 and 小计 of rows and of columns, 其中 for some of the parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from claims.claim import Claim
from claims.hedges import last_place
from claims.interval import Interval

if TYPE_CHECKING:
    from claims.tables import Entry

LEVELS = ("count", "amount")
LEAST = 2  # parts of a total
MOST = 500  # figures that the one before them sums up


def with_totals(entries: Sequence[Entry]) -> list[Claim]:
    """The claims of a table, parts tied to the total of their column (`part_of`) and of their row (`part_across`)."""
    finest = _finest(entries)
    entries = [replace(entry, claim=_printed(entry.claim, finest[_alike(entry.claim)])) for entry in entries]
    down: dict[int, list[Entry]] = defaultdict(list)
    across: dict[tuple[int, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.claim.kind in LEVELS:
            down[entry.column].append(entry)
            across[entry.row, entry.group, entry.claim.unit].append(entry)
    of_column: dict[str, tuple[str, bool]] = {}
    of_row: dict[str, tuple[str, bool]] = {}
    divided: dict[str, tuple[str, int]] = {}
    for column in down.values():
        divided |= _divisions(column)
        of_column |= _parts([(entry.total_of_row, entry.claim) for entry in column if entry.total_of_column != "part"])
    for row in across.values():
        of_row |= _parts([(entry.total_of_column, entry.claim) for entry in row])
    return [_tied(entry.claim, of_column, of_row, divided) for entry in entries]


def _divisions(column: list[Entry]) -> dict[str, tuple[str, int]]:
    """For rows below 按…分 the id of the first figure of the column, which they divide, and which division they are."""
    first = next((entry for entry in column if entry.division == 0), None)
    found: dict[str, tuple[str, int]] = {}
    for number in sorted({entry.division for entry in column} - {0}) if first is not None else ():
        assert first is not None
        parts = [one.claim for one in column if one.division == number and not one.total_of_row]
        chosen = top_level(parts, first.claim)
        if len(chosen) >= LEAST:
            found |= {claim.claim_id: (first.claim.claim_id, number) for claim in chosen}
    return found


def _finest(entries: Sequence[Entry]) -> dict[tuple[str, bool], Fraction]:
    """For each unit the finest last digit that one figure in it shows: figures of a table are rounded alike."""
    found: dict[tuple[str, bool], Fraction] = {}
    for entry in entries:
        place = last_place(abs(entry.claim.value), entry.claim.resolution)
        key = _alike(entry.claim)
        found[key] = min(found.get(key, place), place)
    return found


def _alike(claim: Claim) -> tuple[str, bool]:
    return claim.unit, claim.kind in LEVELS


def _printed(claim: Claim, finest: Fraction) -> Claim:
    """The claim with the interval of its printed digits, its zeros counted where other figures show them."""
    if finest > Fraction(claim.resolution) * 10:
        return claim
    return replace(claim, asserted=claim.implied)


def _tied(
    claim: Claim,
    of_column: dict[str, tuple[str, bool]],
    of_row: dict[str, tuple[str, bool]],
    divided: dict[str, tuple[str, int]],
) -> Claim:
    total, whole = of_column.get(claim.claim_id, ("", False))
    across = of_row.get(claim.claim_id, ("", False))[0]
    first, division = divided.get(claim.claim_id, ("", 0))
    return replace(claim, part_of=total, partition=whole, part_across=across or first, group=0 if across else division)


def _parts(line: list[tuple[str, Claim]]) -> dict[str, tuple[str, bool]]:
    """For the parts of a row or column the id of their total, and whether the parts make it up."""
    found: dict[str, tuple[str, bool]] = {}
    for section in _sections(line):
        grand = next((claim for role, claim in section if role == "grand"), None)
        members = _members(section, found)
        if grand is not None:
            chosen = top_level([claim for claim in members if not _same(claim, grand)], grand)
            if len(chosen) >= LEAST:
                found |= {claim.claim_id: (grand.claim_id, True) for claim in chosen}
    _of_which(line, found)
    return found


def _same(claim: Claim, total: Claim) -> bool:
    """Whether a row says what the total says, as 全省 does beside 合计."""
    named = bool(claim.place) and (claim.measure_key, claim.place) == (total.measure_key, total.place)
    return claim.claim_id == total.claim_id or (named and claim.value == total.value)


def _sections(line: list[tuple[str, Claim]]) -> list[list[tuple[str, Claim]]]:
    """The line cut so that each piece has one grand total: at its head if the line begins with one, else at its end."""
    grands = [at for at, (role, _) in enumerate(line) if role == "grand"]
    if len(grands) < 2:
        return [line]
    cuts = grands if grands[0] == 0 else [at + 1 for at in grands]
    edges = [0, *(cut for cut in cuts if 0 < cut < len(line)), len(line)]
    return [line[first:last] for first, last in pairwise(edges)]


def _members(section: list[tuple[str, Claim]], found: dict[str, tuple[str, bool]]) -> list[Claim]:
    """What the grand total adds up: subtotals, and figures without one; parts of subtotals are filed in `found`."""
    members: list[Claim] = []
    waiting: list[Claim] = []
    head: Claim | None = None  # a subtotal that stands before its parts
    for role, claim in section:
        if role == "sub" and waiting and head is None:
            found |= {one.claim_id: (claim.claim_id, True) for one in waiting}
            members.append(claim)
            waiting = []
        elif role == "sub":
            _file(head, waiting, found)
            head, waiting = claim, []
            members.append(claim)
        elif role == "":
            waiting.append(claim)
        elif role == "grand" and head is not None:
            _file(head, waiting, found)
            head, waiting = None, []
    if head is not None:
        _file(head, waiting, found)
        return members
    return members + waiting


def _file(head: Claim | None, parts: list[Claim], found: dict[str, tuple[str, bool]]) -> None:
    if head is not None and len(parts) >= LEAST:
        found |= {one.claim_id: (head.claim_id, True) for one in parts}


def top_level(claims: list[Claim], total: Claim) -> list[Claim]:
    """The figures that add up to the total, without those that the one before them sums up (第三产业, then its trades).

    Empty where the figures exceed the total by half or more and no such reading fits: the rows are of several levels.
    """
    if _adds_up(claims, total):
        return claims
    rising = all(claim.asserted.low is not None and claim.asserted.low >= 0 for claim in claims)
    kept, at = [], 0
    while at < len(claims):
        kept.append(claims[at])
        at += 1 + _children(claims, at, rising)
    if len(kept) < len(claims) and _adds_up(kept, total):
        return kept
    added = sum((Fraction(claim.value) for claim in claims), Fraction(0))
    return claims if added * 2 < Fraction(total.value) * 3 else []


def _children(claims: list[Claim], at: int, rising: bool) -> int:
    """How many figures behind one add up to it: two or more, or none. No sum of `rising` ones comes down again."""
    total = claims[at].asserted
    added = Interval.point(0)
    for count, claim in enumerate(islice(claims, at + 1, at + 1 + MOST), 1):
        added = added + claim.asserted
        if count >= LEAST and added.meets(total):
            return count
        if rising and added.low is not None and total.high is not None and added.low > total.high:
            return 0
    return 0


def _adds_up(claims: list[Claim], total: Claim) -> bool:
    if len(claims) < LEAST:
        return False
    added = claims[0].asserted
    for claim in claims[1:]:
        added = added + claim.asserted
    return added.meets(total.asserted)


def _of_which(line: list[tuple[str, Claim]], found: dict[str, tuple[str, bool]]) -> None:
    """Figures behind 其中 are part of the figure before them."""
    last: Claim | None = None
    for role, claim in line:
        if role == "part" and last is not None and claim.claim_id not in found:
            found[claim.claim_id] = (last.claim_id, False)
        elif role != "part":
            last = claim
