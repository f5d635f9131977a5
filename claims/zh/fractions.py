"""Fractions, percentages and decimals in Chinese characters: 三分之二, 百分之六十, 一半, 零点三个百分点."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from claims.quantity import Quantity, Scan
from claims.zh import numerals
from claims.zh.figures import Figure
from claims.zh.units import UNITS
from claims.zh.wording import quantity, unit_at

_FRACTION = re.compile(
    rf"分之([0-9]{{1,12}}(?:\.[0-9]{{1,12}})?|[{numerals.WRITTEN}]{{1,12}}(?:点[{numerals.WRITTEN}]{{1,12}})?)"
)
_DECIMAL = re.compile(r"点[零〇一二三四五六七八九]{1,12}[十百千]?(?:万亿|亿|万)?")
_HALFWAY = ("时间", "任务", "时间任务双", "双")  # 时间过半、任务过半: how far a year is
_PERCENT = {100: "%", 1000: "‰", 10000: "‱"}


def fraction(text: str, start: int, end: int, found: Scan) -> int:
    """Read 三分之二, 百分之六十 or 4分之3, whose denominator is `text[start:end]`; 0 if it is none."""
    match = _FRACTION.match(text, end)
    above = numerals.read(match[1]) if match else None
    below = numerals.read(text[start:end])
    if match is None or above is None or below is None or not below[0]:
        return 0
    last = match.end()
    word = _PERCENT.get(int(below[0]))
    if word is None:
        found.quantities.append(fraction_of(text, start, last, Fraction(above[0]) / Fraction(below[0])))
        return last
    figure = Figure(start, last, above[0], min(above[1], Decimal(1)), "点" not in match[1] and "." not in match[1])
    found.quantities.append(quantity(text, figure, UNITS[word], last))
    return last


def fraction_of(text: str, start: int, end: int, value: Fraction) -> Quantity:
    """The quantity of a fraction in words, held to be true within a tenth of itself."""
    number = Decimal(value.numerator) / Decimal(value.denominator)
    item = quantity(text, Figure(start, end, number, Decimal("0.01"), False), None, end)
    if item.hedge:
        return item._replace(form="fraction")
    return item._replace(form="fraction", bound="ends", ends=(value * 9 / 10, True, value * 11 / 10, True))


def half(text: str, start: int, found: Scan) -> int:
    """Read 一半, 半数 or the 半 of 过半; 0 if there is none."""
    before = text[start - 1 : start]
    end = _half_end(text, start, before)
    if not end:
        return 0
    item = fraction_of(text, start, end, Fraction(1, 2))
    if before == "过" and text.endswith(_HALFWAY, 0, start - 1):
        return end
    if before == "过" and not item.hedge:
        item = item._replace(hedge="over", bound="over", ends=None, outer_start=start - 1)
    found.quantities.append(item)
    return end


def _half_end(text: str, start: int, before: str) -> int:
    if text[start] == "一":
        word = text.startswith("半", start + 1) and text[start + 2 : start + 3] not in ("天", "会", "径")
        return start + 2 if word and before not in ("另", "这", "那") else 0
    if text.startswith("半数", start):
        return 0 if before in ("前", "后") else start + 2
    alone = text[start + 1 : start + 2] in (",", "。", "、", "的", ";")
    return start + 1 if alone and before in ("过", "近", "超") else 0


def decimal(text: str, start: int, end: int, found: Scan) -> int:
    """Read 三点五亿, 零点三个百分点, with a scale word or unit behind, for 三点五十分 is a time; 0 if it is none."""
    match = _DECIMAL.match(text, end)
    read = numerals.read(text[start : match.end()]) if match else None
    if match is None or read is None:
        return 0
    unit, unit_end = unit_at(text, match.end())
    scaled = match[0][-1] in "十百千万亿"
    if not scaled and (unit is None or unit.word in ("分", "点")):
        return 0
    found.quantities.append(quantity(text, Figure(start, match.end(), *read, False, scaled), unit, unit_end))
    return unit_end
