"""A total that its parts do not make up, their sum told elsewhere: 21座车站…设站22座，包括16座和5座."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from expectations.blocks import Block
from expectations.rows_behind import row_behind
from expectations.same import is_level, is_result, is_worded
from expectations.sums import Split

OPENED = re.compile("^[，,（(：:](?:其中)?(?:包括|包含|分为)[^，,。；;\\d]{1,10}$")
MANY = range(2, 6)
FEWEST = 10  # of a sum that is hardly told again by chance
NEAR = Decimal("0.2")  # of the sum, by which the total may be off


def sums_elsewhere(block: Block) -> Iterator[Split]:
    """Each such total with its parts, which stand in a row right behind it and end the clause."""
    levels = [one for one in block.claims if is_level(one) and is_result(one) and is_worded(one) and not one.former]
    levels = [one for one in levels if one.kind in ("count", "amount") and one.unit and not one.hedge]
    for at, total in enumerate(levels[:-1]):
        row = row_behind(total, OPENED, levels[at + 1 :])
        summed = sum((one.value for one in row), Decimal(0))
        if (
            len(row) not in MANY
            or row[0].unit != total.unit
            or summed == total.value
            or abs(summed - total.value) > NEAR * summed
        ):
            continue
        again = [one for one in levels if one.value == summed and one.unit == total.unit and one not in row]
        again = [one for one in again if one.document == total.document and one.sentence_start != total.sentence_start]
        if summed >= FEWEST and any(set(one.measure_key) & set(total.measure_key) for one in again):
            yield Split(total, row, True, True)
