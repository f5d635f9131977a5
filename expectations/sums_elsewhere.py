"""A total that its parts do not make up, their sum told elsewhere: 21座车站…设站22座，包括16座和5座."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import is_level, is_result, is_worded
from expectations.sums import Split
from expectations.words import after, between

OPENED = re.compile("^[，,（(：:](?:其中)?(?:包括|包含|分为)[^，,。；;\\d]{1,10}$")
NEXT = re.compile("^[、，,和及与](?!其中|另)[^、，,。；;\\d]{1,10}$")
MANY = range(2, 6)
FEWEST = 10  # of a sum that is hardly told again by chance
NEAR = Decimal("0.2")  # of the sum, by which the total may be off


def sums_elsewhere(block: Block) -> Iterator[Split]:
    """Each such total with its parts, which stand in a row right behind it and end the clause."""
    levels = [one for one in block.claims if is_level(one) and is_result(one) and is_worded(one) and not one.former]
    levels = [one for one in levels if one.kind in ("count", "amount") and one.unit and not one.hedge]
    for at, total in enumerate(levels[:-1]):
        row = _row(total, levels[at + 1 :])
        summed = sum((one.value for one in row), Decimal(0))
        if len(row) not in MANY or summed == total.value or abs(summed - total.value) > NEAR * summed:
            continue
        again = [one for one in levels if one.value == summed and one.unit == total.unit and one not in row]
        again = [one for one in again if one.document == total.document and one.sentence_start != total.sentence_start]
        if summed >= FEWEST and any(set(one.measure_key) & set(total.measure_key) for one in again):
            yield Split(total, row, True, True)


def _row(total: Claim, behind: list[Claim]) -> tuple[Claim, ...]:
    first = behind[0]
    if first.sentence_start != total.sentence_start or first.document != total.document or first.unit != total.unit:
        return ()
    if OPENED.search(between(total, first).removeprefix(total.unit)) is None:
        return ()
    row = [first]
    for last, one in pairwise(behind):
        apart = one.sentence_start != total.sentence_start or one.unit != total.unit
        if apart or NEXT.search(between(last, one).removeprefix(last.unit)) is None:
            break
        row.append(one)
    return tuple(row) if re.match("[，,。；;]", after(row[-1]).removeprefix(row[-1].unit)) else ()
