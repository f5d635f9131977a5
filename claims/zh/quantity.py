"""Quantities of Chinese text: one pass over the numerals, each read with its hedges and unit or set aside as something else.

The text must be folded one to one (half-width digits and punctuation, 万亿个), so that offsets hold in the original.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from claims import hedges
from claims.quantity import Other, Quantity, Scan
from claims.zh import hedges as words
from claims.zh import lookalikes, numerals, units
from claims.zh.figures import DIGITS, Figure, digit_figure
from claims.zh.units import Unit

_RUN = re.compile(
    r"[0-9第零〇一二两三四五六七八九十百千万亿几数没未无半][0-9零〇一二两三四五六七八九十百千万亿几]{0,40}"
)
_ORDINAL = re.compile(r"第[ ]?[0-9零〇一二两三四五六七八九十百千]{1,12}")
_RANGE = re.compile(r"(?:-{1,2}|—{1,2}|–|~{1,2}|至|到)[ ]?(?=[0-9])")
_PER = re.compile(r"每(?:[0-9一十百千万亿两]{0,8}[^0-9,。;:!?、\n]{1,6})")
_EMPTY = Decimal(0)


def scan(text: str, taken: Sequence[tuple[int, int]] = ()) -> Scan:
    """The quantities of `text` and its other numerals, outside the spans `taken`; time grows with the length of the text."""
    found = Scan([], [])
    position = 0
    spans = iter(taken)
    begin, end = next(spans, (len(text) + 1, len(text) + 1))
    for match in _RUN.finditer(text):
        start = match.start()
        if start < position:
            if match.end() <= position:
                continue
            start = position
        while end <= start:
            begin, end = next(spans, (len(text) + 1, len(text) + 1))
        if begin <= start:
            position = end
            continue
        char = text[start]
        if "0" <= char <= "9":
            position = _digits(text, start, found)
        elif char == "第":
            position = _ordinal(text, start, found)
        elif char in "没未无零":
            position = zero(text, start, found) or _chinese(text, start, match.end(), found)
        else:
            position = _chinese(text, start, match.end(), found)
    return found


def _digits(text: str, start: int, found: Scan) -> int:
    figure = digit_figure(text, start)
    if figure is None:
        return _misprint(text, start, found)
    kind = lookalikes.date_kind(text, figure)
    if kind:
        found.others.append(Other(kind, start, figure.end, text[start : figure.end]))
        return figure.end
    unit, unit_end = _unit(text, figure.end)
    ranged = _RANGE.match(text, unit_end)
    if ranged:
        end = _range(text, figure, unit, unit_end, ranged.end(), found)
        if end:
            return end
    return _settle(text, figure, unit, unit_end, found)


def _settle(text: str, figure: Figure, unit: Unit | None, unit_end: int, found: Scan) -> int:
    """Append what the figure is, quantity or other, and say where to read on."""
    start = figure.start
    if unit is None or unit.dimension not in ("percent", "percentage_point"):
        kind = lookalikes.name_kind(text, figure, unit)
        if not kind and unit is not None:
            kind = lookalikes.duration_kind(text, start, unit_end, unit)
        if not kind and unit is None and not figure.scaled and not lookalikes.bare_counts(text, figure):
            kind = "name"
        if kind:
            found.others.append(Other(kind, start, figure.end, str(figure.value)))
            return figure.end
    found.quantities.append(quantity(text, figure, unit, unit_end))
    return unit_end


def quantity(text: str, figure: Figure, unit: Unit | None, unit_end: int) -> Quantity:
    """The quantity of a figure with its unit, hedges and sign."""
    start, end, value = figure.start, figure.end, figure.value
    sign = text[start - 1 : start]
    signed = bool(sign) and sign in "-负−±" and not _hyphenated(text, start)
    if signed:
        value = -value if sign != "±" else value
        start -= 1
    bound, outer_start = words.before(text, start)
    after_bound, outer_end = words.after(text, unit_end)
    if unit is not None and unit.name in _IN_SPAN:
        end = unit_end
    if not bound:
        bound = after_bound or ("plus" if figure.plus else _plain(figure, unit))
    elif figure.plus and bound == "about":
        bound = "plus"
    return Quantity(
        start, end, value, figure.resolution, hedges.BOUNDS[bound], bound, outer_start, outer_end,
        _printed(unit), unit.dimension if unit else "", _FORMS.get(unit.name, "number") if unit else "number",
        None, 0, signed, _per(text, start),
    )  # fmt: skip


_IN_SPAN = frozenset(("percent", "permille", "per_ten_thousand", "percentage_point"))
_FORMS = {
    "percent": "percent", "permille": "percent", "per_ten_thousand": "percent", "percentage_point": "points",
    "basis_point": "points", "tenth": "multiple", "multiple": "multiple", "doubling": "multiple", "discount": "multiple",
}  # fmt: skip


def _printed(unit: Unit | None) -> str:
    if unit is None:
        return ""
    return "百分点" if unit.name == "percentage_point" else unit.word


def _plain(figure: Figure, unit: Unit | None) -> str:
    if not figure.whole or unit is not None and unit.dimension in ("percent", "percentage_point"):
        return "rounded"
    return "count" if not figure.scaled and (unit is None or unit.counted) else "whole"


def _unit(text: str, end: int) -> tuple[Unit | None, int]:
    """The unit word after a figure, over at most two blanks or line ends, and where it ends."""
    begin = end
    while begin < end + 2 and text[begin : begin + 1] in (" ", "\n", "\u3000"):
        begin += 1
    unit = units.at(text, begin)
    if unit is None or begin > end and text[end] == "\n" and len(unit.word) == 1 and unit.word not in "%元":
        return None, end
    unit_end = begin + len(unit.word)
    if text[unit_end : unit_end + 1] == "/":
        return _rate_unit(text, unit, unit_end)
    return unit, unit_end


_DENOMINATOR = re.compile(r"/(?:100|1000)?")


def _rate_unit(text: str, unit: Unit, end: int) -> tuple[Unit, int]:
    match = _DENOMINATOR.match(text, end)
    below = units.at(text, match.end()) if match else None
    if match is None or below is None:
        return unit, end
    last = match.end() + len(below.word)
    word = f"{unit.word}{text[end:last]}"
    return Unit(word, f"{unit.name}/{below.name}", f"{unit.dimension}/{below.dimension}", False), last


def _hyphenated(text: str, start: int) -> bool:
    left = text[start - 2 : start - 1]
    return text[start - 1] == "-" and bool(left) and left.isalnum()


def _per(text: str, start: int) -> str:
    left = text.rfind("每", max(0, start - 14), start)
    if left < 0:
        return ""
    match = _PER.match(text, left, start)
    return match[0] if match and not any(mark in text[left:start] for mark in ",。;:!?\n") else ""


def _misprint(text: str, start: int, found: Scan) -> int:
    match = DIGITS.match(text, start)
    assert match is not None
    digits = match[0]
    kind = "misprint" if "," in digits and digits.count(".") > 1 else "name"
    found.others.append(Other(kind, start, match.end(), ""))
    return match.end()


def _ordinal(text: str, start: int, found: Scan) -> int:
    match = _ORDINAL.match(text, start)
    if match is None:
        return start + 1
    read = numerals.read(match[0][1:].strip())
    rank = text[match.end() : match.end() + 1] in "名位,。;、" or text[start - 1 : start] in tuple("居列排第名获全")
    found.others.append(Other("rank" if rank else "ordinal", start, match.end(), str(read[0]) if read else ""))
    return match.end()


def _range(text: str, low: Figure, unit: Unit | None, unit_end: int, start: int, found: Scan) -> int:
    """Read `low` and the figure at `start` as the ends of a range; 0 if they are none."""
    high = digit_figure(text, start)
    if high is None or text[low.start - 1 : low.start] in ("从", "由"):
        return 0
    date = lookalikes.date_kind(text, high)
    if date and unit is None:
        found.others.append(Other(date, low.start, high.end, ""))
        return high.end
    high_unit, high_end = _unit(text, high.end)
    if unit is None and not low.scaled and high.scaled and low.value < high.value:
        factor = high.value / (digit_figure(text[start : high.end].rstrip("余多十百千万亿"), 0) or high).value
        if low.value * factor <= high.value:
            low.value, low.resolution, low.scaled = low.value * factor, low.resolution * factor, True
    shared = unit or high_unit
    if (
        low.value >= high.value
        or shared is None
        and not high.scaled
        or unit
        and high_unit
        and unit.dimension != high_unit.dimension
    ):
        return 0
    named = shared is None or shared.dimension not in _IN_SPAN
    if named and (kind := lookalikes.name_kind(text, low, shared)):
        found.others.append(Other(kind, low.start, high.end, ""))
        return high.end
    bottom = quantity(text, low, shared, unit_end)
    top = quantity(text, high, high_unit or shared, high_end)
    bottom_interval, top_interval = bottom.implied, top.implied
    ends = (
        bottom_interval.low or Fraction(0), bottom_interval.low_closed,
        top_interval.high if top_interval.high is not None else Fraction(high.value), top_interval.high_closed,
    )  # fmt: skip
    for number, part, end in ((1, bottom, low.end if unit is None else bottom.end), (2, top, top.end)):
        found.quantities.append(
            Quantity(
                part.start,
                end,
                part.value,
                part.resolution,
                part.hedge,
                "ends",
                bottom.outer_start,
                top.outer_end,
                part.unit,
                part.dimension,
                part.form,
                ends,
                number,
                part.explicit_sign,
                part.per,
            )  # fmt: skip
        )
    return high_end


def zero(text: str, start: int, found: Scan) -> int:
    return 0


def _chinese(text: str, start: int, end: int, found: Scan) -> int:
    return end
