"""Rows of figures told behind another one, each with its name, up to the end of the clause: 包括A16座、B5座."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.claim import Claim
from expectations.words import after, between

NEXT = re.compile("^[、，,和及与](?!其中|另)[^、，,。；;\\d]{1,10}$")
ENDED = re.compile("^(?!等)[一-鿿]{0,3}[，,。；;]")  # 田径11枚、游泳9枚等: not all


def row_behind(head: Claim, opened: re.Pattern[str], behind: Sequence[Claim]) -> tuple[Claim, ...]:
    """The figures of one unit and kind right behind `head`, where `opened` leads to the first; () where none end it."""
    first = behind[0]
    if first.document != head.document or first.sentence_start != head.sentence_start:
        return ()
    if opened.search(between(head, first).removeprefix(head.unit)) is None:
        return ()
    row = [first]
    for last, one in pairwise(behind):
        here = one.document == head.document and one.sentence_start == head.sentence_start
        alike = (one.unit, one.kind) == (last.unit, last.kind)
        if not here or not alike or NEXT.search(between(last, one).removeprefix(last.unit)) is None:
            break
        row.append(one)
    return tuple(row) if ENDED.match(after(row[-1]).removeprefix(row[-1].unit)) else ()
