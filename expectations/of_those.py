"""Counts out of a group that was counted before under that name: 异常者412名。…异常者中已有137名复查."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block
from expectations.completeness import counted_alike
from expectations.same import differ, is_level, is_result, is_worded
from expectations.words import before

GROUP = re.compile(
    r"(?:^|[，,。；;：:])\W*(?:在|这些|上述|以上|全部|所有)?(?P<of>[一-鿿]{3,12}?)(?:当中|之中|中|里)[，,]?"
    "(?:目前|现在|至今)?(?:已经|已|就|仅|只|还|共|现)*有?$"
)
NAME = 3  # characters by which a measure ends in the name of a group
FAR = 12  # counts


def of_those(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each count with that of the group which its clause names, the last one told."""
    counts = [one for one in block.claims if one.kind == "count" and is_level(one) and is_result(one)]
    counts = [one for one in counts if is_worded(one) and not one.former]
    for at, part in enumerate(counts):
        group = GROUP.search(before(part, 24))
        if group is None or part.hedge:
            continue
        name = group["of"]
        told = [one for one in counts[max(0, at - FAR) : at] if one.document == part.document]
        named = [one for one in told if one.measure.endswith((name, name[-NAME:])) and counted_alike(one, part)]
        if named and not named[-1].hedge and not differ(named[-1].period, part.period):
            yield part, named[-1]
