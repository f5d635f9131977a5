"""A number of kinds with the row of figures that has one for each: 7个大项上有金牌，分别是田径11枚、游泳9枚…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block
from expectations.rows_behind import row_behind
from expectations.same import is_result

OPENED = re.compile("^[^，,。；;：:\\d]{0,16}[，,：:](?:分别|依次)(?:是|为|来自|分布在|位于)[^，,。；;、\\d]{1,10}$")
KINDS = re.compile("^(?:个?大?项目?|[大小]项|个|类|种|家|所|座)$")
FEWEST = 3


def counted_rows(block: Block) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Each number of kinds with the figures behind it, one of each kind to the end of the clause."""
    for sentence in block.sentences:
        for at, many in enumerate(sentence.claims[:-1]):
            if many.kind != "count" or many.hedge or not is_result(many) or not KINDS.match(many.unit):
                continue
            row = row_behind(many, OPENED, sentence.claims[at + 1 :])
            if len(row) >= FEWEST:
                yield many, row
