"""Results told in a row, a word to each: 8涨6跌2搁浅, 14胜6平4负."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.quantity import Scan
from claims.zh import units
from claims.zh.figures import Figure
from claims.zh.wording import quantity

NAMES = {
    "涨": "上涨", "升": "上涨", "跌": "下跌", "降": "下跌", "搁浅": "搁浅", "不变": "不变", "持平": "持平",
    "胜": "胜", "平": "平", "负": "负",
}  # fmt: skip
GAMES = frozenset("胜负")
_WORD = "|".join(sorted(NAMES, key=len, reverse=True))
ROW = re.compile(rf"[0-9]{{1,3}}(?:{_WORD})(?:[、,]?[0-9]{{1,3}}(?:{_WORD}))+(?![0-9])")
ITEM = re.compile(rf"([0-9]{{1,3}})({_WORD})")
FIRST = frozenset("涨升跌降胜平负")


def read(text: str, start: int, found: Scan) -> int:
    """Read the row that begins at `start`, its figures without units; where to read on, 0 if there is none."""
    row = ROW.match(text, start)
    if row is None:
        return 0
    items = list(ITEM.finditer(row[0]))
    words = [item[2] for item in items]
    if len(set(words)) < len(words):
        return 0
    counted = units.UNITS["场" if GAMES.intersection(words) else "次"]
    for item in items:
        begin, end = start + item.start(1), start + item.end(1)
        figure = Figure(begin, end, Decimal(item[1]), Decimal(1), True)
        found.quantities.append(quantity(text, figure, None, end)._replace(dimension=counted.dimension))
    return row.end()
