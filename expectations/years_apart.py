"""Growth printed in one article beside the level of the year before in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claims import period as periods
from claims.claim import Claim
from expectations.blocks import Block
from expectations.comparison import Comparison
from expectations.levels import GROWTH, Move, growth
from expectations.one_owner import one_owner
from expectations.reconcile.comparable import growth_refusal, is_revised
from expectations.same import base_period, dimension, is_level, is_result, is_worded

COMPARABLE = re.compile("可比|口径|剔除|扣除")
FEW = 40  # levels of one measure; more is a table


def years_apart(block: Block) -> Iterator[Move]:
    """Changes of a stated period with the level of their own article, and the one level of their base in another."""
    levels: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if is_level(claim) and is_result(claim) and is_worded(claim) and claim.period and not claim.hedge:
            levels[dimension(claim), claim.kind].append(claim)
    if sum(map(len, levels.values())) > FEW:
        return
    for change in block.claims:
        if change.kind != "relative_change" or not is_result(change) or change.hedge or _not_linked(change):
            continue
        base = base_period(change)
        if not change.period or not base or change.scope or change.comparison not in ("year_on_year", ""):
            continue
        for row in levels.values():
            new = [one for one in row if one.document == change.document and periods.same(one.period, change.period)]
            old = [one for one in row if periods.same(one.period, base)]
            if len({one.value for one in new}) != 1 or any(one.document == change.document for one in old):
                continue
            apart = [one for one in old if _of_one(one, new[0], block)]
            if len({one.value for one in apart}) == 1:
                yield Move(new[0], change, apart[0])


def _not_linked(change: Claim) -> bool:
    """Whether the growth is at constant prices or comparable scope, or of an area's totals that are revised."""
    return bool(growth_refusal(change)) or is_revised(change) or COMPARABLE.search(change.sentence) is not None


def _of_one(old: Claim, new: Claim, block: Block) -> bool:
    """Whether the levels are of one owner, scope and price basis."""
    alike = old.scope == new.scope and old.price_basis == new.price_basis and not old.former
    return alike and one_owner(old, new, block.documents.get(old.document), block.documents.get(new.document))


def grown(move: Move) -> Comparison:
    """The growth against the levels of two articles."""
    assert move.old is not None
    return Comparison(
        reported=move.change,
        using=(move.new, move.old),
        expected=growth,
        working=GROWTH,
    )
