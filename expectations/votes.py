"""Percentages of a creditors' vote by amount: of all unsecured claims, wherever the notice states them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from expectations.blocks import Block
from expectations.ratios import Ratio
from expectations.same import dimension, is_result

BY_AMOUNT = re.compile("(?:表决权?|债权)额$")
VOTED = re.compile(r"^(?:同意|赞成|反对|弃权)\S*额$")
# Article 64 of the Enterprise Bankruptcy Law counts the claims of those in favour against all claims without security.
UNSECURED = re.compile(r"无(?:财产)?担保\S*债权(?:总额|额)$")


def votes(block: Block) -> Iterator[Ratio]:
    """Every percentage by amount with the claims that voted so and the one sum of unsecured claims of the document."""
    wholes = [claim for claim in block.claims if claim.kind == "amount" and UNSECURED.search(claim.measure)]
    if len({whole.value for whole in wholes}) != 1:
        return
    for sentence in block.sentences:
        for at, share in enumerate(sentence.claims):
            if share.kind != "share" or share.whole or not BY_AMOUNT.search(share.measure):
                continue
            voted = (one for one in reversed(sentence.claims[:at]) if one.kind == "amount" and is_result(one))
            part = next((one for one in voted if VOTED.search(one.measure)), None)
            if part is not None and dimension(part) == dimension(wholes[0]):
                yield Ratio(share, part, wholes[0], True, ("measure",))
