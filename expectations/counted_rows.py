"""A number of kinds with the row of figures that has one for each: 7个大项上有金牌，分别是田径11枚、游泳9枚…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import is_result
from expectations.words import after, between

OPENED = re.compile("^[^，,。；;：:\\d]{0,16}[，,：:](?:分别|依次)(?:是|为|来自|分布在|位于)[^，,。；;、\\d]{1,10}$")
NEXT = re.compile("^(?:[、，,]|[和及与])[^、，,。；;\\d]{1,10}$")
ENDED = re.compile("^[一-鿿]{0,3}[，,。；;]")
KINDS = re.compile("^(?:个?大?项目?|[大小]项|个|类|种|家|所|座)$")
FEWEST = 3


def counted_rows(block: Block) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Each number of kinds with the figures behind it, one of each kind to the end of the clause."""
    for sentence in block.sentences:
        for at, many in enumerate(sentence.claims[:-1]):
            if many.kind != "count" or many.hedge or not is_result(many) or not KINDS.match(many.unit):
                continue
            row = _row(many, sentence.claims[at + 1 :])
            if len(row) >= FEWEST:
                yield many, row


def _row(many: Claim, behind: tuple[Claim, ...]) -> tuple[Claim, ...]:
    if OPENED.search(between(many, behind[0])) is None:
        return ()
    row = [behind[0]]
    for last, one in pairwise(behind):
        if (one.unit, one.kind) != (last.unit, last.kind) or NEXT.search(
            between(last, one).removeprefix(last.unit)
        ) is None:
            break
        row.append(one)
    return tuple(row) if ENDED.match(after(row[-1]).removeprefix(row[-1].unit)) else ()
