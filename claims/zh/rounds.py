"""Round numbers in words, whose interval the words themselves name: 数百, 十几, 上千, 近万, 七八个."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from claims.hedges import BOUNDS
from claims.quantity import Other, Scan
from claims.zh import hedges, lookalikes, numerals
from claims.zh.figures import Figure
from claims.zh.units import Unit
from claims.zh.wording import quantity, unit_at

BIG = frozenset("百千万亿")
_SCALE_WORDS = frozenset("十百千万亿")
_TIMES = ("time", "month", "age")
_RUN_UP = re.compile(r"([一二两三四五六七八九])([二三四五六七八九])([十百千]?(?:万亿|亿|万)?)$")
Ends = tuple[Fraction, bool, Fraction, bool]


def vague(text: str, start: int, end: int, found: Scan) -> int:
    """Read 数百, 几十万 (twice the scale to ten times it) or 十几 (within the ten); 0 if there is none."""
    if text[end : end + 1] == "几":
        end += 1
        while text[end : end + 1] in BIG:
            end += 1
    words = text[start:end]
    head, _, tail = words.partition("几") if "几" in words else ("", "", words[1:])
    if not set(tail) <= _SCALE_WORDS:
        return 0
    scale = Decimal(1)
    for char in tail:
        scale *= numerals.SCALES[char]
    unit, unit_end = unit_at(text, end)
    base = numerals.read(head) if head else (Decimal(0), Decimal(1))
    several = not words[:-1] and unit is not None and unit.word == "倍"  # 数倍
    if base is None or (len(words) == 1 and not several) or (unit is None and not set(tail) & BIG):
        return 0
    low, high = (base[0] * scale, (base[0] + 10) * scale) if head else (2 * scale, 10 * scale)
    figure = Figure(start, end, low, scale, True, bool(tail))
    return _append(text, figure, unit, unit_end, "plus", (Fraction(low), not head, Fraction(high), False), found)


def run_up(text: str, start: int, end: int, found: Scan) -> int:
    """Read 七八个, 三四百, 三五万: two digits side by side, from the one to the other; 0 if there is none."""
    run = _RUN_UP.search(text, start, end)
    if run is None or int(numerals.DIGITS[run[2]]) - int(numerals.DIGITS[run[1]]) not in (1, 2):
        return 0
    unit, unit_end = unit_at(text, end)
    head = text[start : run.start()]
    low, high = numerals.read(head + run[1] + run[3]), numerals.read(head + run[2] + run[3])
    if (unit is None and not set(run[3]) & BIG) or low is None or high is None or low[0] >= high[0]:
        return end
    if unit is not None and (unit.word in lookalikes.WORDLIKE or unit.word == "月"):
        return end
    figure = Figure(start, end, *low, True, bool(run[3]))
    return _append(text, figure, unit, unit_end, "about", (Fraction(low[0]), True, Fraction(high[0]), True), found)


def scale_alone(text: str, figure: Figure, found: Scan) -> int:
    """Read 上百件, 近千名, 超百亿元: a scale word alone counts only behind a hedge."""
    start, value = figure.start, Fraction(figure.value)
    unit, unit_end = unit_at(text, figure.end)
    before, further = text[start - 1 : start], text[start - 2 : start - 1]
    if (unit is not None and unit.dimension in _TIMES) or text[figure.end : figure.end + 1] in ("分", "姓"):
        return figure.end
    figure.scaled = True
    if before == "上" and further not in ("以", "网", "线", "之", "百", "千", *"站迈登跃跨"):
        return _append(text, figure, unit, unit_end, "at_least", (value, True, 2 * value, False), found, start - 1)
    if before == "过" and further not in ("通", "经", "超", "不", "历", "路"):
        item = quantity(text, figure, unit, unit_end)
        found.quantities.append(item._replace(hedge="over", bound="over", outer_start=start - 1))
        return unit_end
    bound, _ = hedges.before(text, start)
    if not bound or (unit is None and before in ("", " ")):
        return figure.end
    if bound == "almost":
        return _append(text, figure, unit, unit_end, "almost", (value / 2, False, value, True), found)
    found.quantities.append(quantity(text, figure, unit, unit_end)._replace(hedge=BOUNDS[bound]))
    return unit_end


def _append(
    text: str,
    figure: Figure,
    unit: Unit | None,
    unit_end: int,
    hedge: str,
    ends: Ends,
    found: Scan,
    outer_start: int | None = None,
) -> int:
    """Append a quantity whose words name both ends of its interval, or a duration, and say where to read on."""
    kind = lookalikes.duration_kind(text, figure.start, unit_end, unit) if unit else ""
    if kind or (unit is not None and unit.dimension in _TIMES):
        found.others.append(Other(kind or "duration", figure.start, figure.end, lookalikes.reading(figure, unit)))
        return figure.end
    item = quantity(text, figure, unit, unit_end)
    outer = item.outer_start if outer_start is None else outer_start
    found.quantities.append(item._replace(hedge=hedge, bound="ends", ends=ends, outer_start=outer))
    return unit_end
