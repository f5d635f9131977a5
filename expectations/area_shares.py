"""Shares of an area's total that was told right before: 全市登记金额24.5亿元。其中高新区7.35亿元，占全市的30%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.same import differ, dimension, is_level, is_result, is_worded
from expectations.words import before, between

AREA = re.compile("全[市省县区国州镇校院]")
RIGHT_BEHIND = re.compile("[，,]?(?:约|近|超过?)?占(?:比)?全[市省县区国州镇校院](?:的|总[量数额]的?)?(?:约|近|超过?)?$")
OTHERS = re.compile("居全|人均|均")  # of each one
REACH = 60  # characters before a total in which its area is named


def area_shares(block: Block) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Each share with the part right before it, taken out by 其中, and the one total of the area before that."""
    previous: Sentence | None = None
    for sentence in block.sentences:
        row = sentence.claims
        for part, share in pairwise(row):
            if share.kind != "share" or AREA.fullmatch(share.whole) is None or not _usable(part):
                continue
            behind = RIGHT_BEHIND.fullmatch(between(part, share).removeprefix(part.unit)) is not None
            if not behind or "其中" not in before(part, 12):
                continue
            told = [one for one in row if one.start < part.start] or list(previous.claims if previous else ())
            wholes = [one for one in told if _is_total(one, part, share)]
            if len(wholes) == 1:
                yield share, part, wholes[0]
        previous = sentence


def _usable(one: Claim) -> bool:
    return one.kind in ("count", "amount") and is_level(one) and is_result(one) and is_worded(one) and not one.former


def _is_total(one: Claim, part: Claim, share: Claim) -> bool:
    """Whether a figure is the area's own, of the part's unit and time: its words name the area, no part of it."""
    alike = one.unit == part.unit and one.kind == part.kind and dimension(one) == dimension(part)
    near = one.document == part.document and one.paragraph == part.paragraph and not differ(one.period, part.period)
    said = before(one, REACH)
    return _usable(one) and alike and near and share.whole in said and OTHERS.search(said[-8:]) is None
