"""One row of a claim table or reference table from outside as a claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from hashlib import blake2b
from typing import TypeVar

from claims import hedges
from claims import period as periods
from claims.claim import COMPARISONS, HEDGES, KINDS, MODALITIES, Claim
from claims.document import SECTION_KINDS
from claims.interval import Interval
from claims.outside import cells
from claims.outside.cells import Cell, Misread
from claims.zh import headings, measure
from claims.zh.headings import ScaledUnit

Row = Mapping[str, Cell]
Said = TypeVar("Said")

WORDS = {"kind": KINDS, "hedge": HEDGES, "comparison": COMPARISONS, "modality": MODALITIES}
_GROWTH = re.compile(r"(?:增长|增速|增幅|涨幅|升幅|增长率|增长速度|降幅|跌幅|比上年|同比|环比)[^占]*$")
_BOUND_OF_HEDGE = {code: bound for bound, code in reversed(hedges.BOUNDS.items()) if code}


def claim(row: Row, kind: str, table: str, number: int) -> Claim:
    """The claim that row `number` of a table states; `kind` is `claims` or `reference`, its origin.

    It has no offsets, and `line` is the number of the row. Raises Misread for a row that states none.
    """
    value = read(row, "value", cells.number)
    words = "\x1f".join(f"{name}={row[name]}" for name in sorted(row))
    return f"{kind[0]}{blake2b(f'{table}{words}'.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"
