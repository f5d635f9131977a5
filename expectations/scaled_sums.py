"""Totals whose scale word is another than that of the parts behind them, which they make up but for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claims.claim import Claim
from expectations.blocks import Block
from expectations.digits import significant_digits
from expectations.same import is_level, is_result, is_worded
from expectations.sums import Split

SCALE = re.compile("(?P<scale>[万亿])[余多]?$")
LARGER = {"万": ("亿", Decimal(10) ** 4), "亿": ("万", Decimal(10) ** -4)}
PARTS = range(2, 8)
DIGITS = 3  # of the total, which hardly has those of a sum by chance
NEAR = 4  # clauses from the total to the first part


def scaled_sums(block: Block) -> Iterator[Split]:
    """Each total with the parts behind it that come to its digits.

    用电量达52.7万千瓦时。…工业31.4亿千瓦时，居民12.1亿千瓦时，商业9.2亿千瓦时.
    """
    levels = [one for one in block.claims if is_level(one) and is_result(one) and is_worded(one) and not one.former]
    for at, total in enumerate(levels):
        scale = SCALE.search(total.text)
        if scale is None or total.hedge or significant_digits(total) < DIGITS or total.kind not in ("count", "amount"):
            continue
        other, factor = LARGER[scale["scale"]]
        parts = _behind(total, levels[at + 1 : at + 1 + PARTS.stop], other)
        for many in PARTS:
            row = parts[:many]
            room = sum((one.resolution for one in row), total.resolution * factor) / 2
            if len(row) == many and abs(sum((one.value for one in row), -total.value * factor)) <= room:
                yield Split(total, row, True, True)
                break


def _behind(total: Claim, behind: list[Claim], scale: str) -> tuple[Claim, ...]:
    """The figures in a row behind a total that are told in its unit and another scale."""
    found: list[Claim] = []
    for one in behind:
        near = one.document == total.document and one.clause - total.clause <= NEAR + len(found)
        alike = near and (one.unit, one.kind) == (total.unit, total.kind) and not one.hedge
        if alike and f"{scale}{total.unit}" in f"{one.text}{one.unit}":
            found.append(one)
        elif found:
            break
    return tuple(found)
