"""Quantities of Chinese text: one pass over the numerals, each read with hedges and unit or set aside.

The text must be folded one to one (half-width digits and punctuation, 万亿个), so that offsets hold in the original.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise

from claims import place as places
from claims.quantity import Other, Quantity, Scan
from claims.zh import lookalikes, numerals, results, sides, units, words
from claims.zh.figures import DIGITS, Figure, digit_figure
from claims.zh.fractions import fraction, fraction_of
from claims.zh.units import Unit
from claims.zh.wording import PERCENTS, quantity, unit_at
from claims.zh.zeros import zero

# 一, 数, 没, 未 and 无 are frequent and begin no figure unless certain characters follow.
_RUN = re.compile(
    rf"[0-9第{numerals.WRITTEN}几数没未无半翻]"
    rf"(?:(?<![一数没未无])|(?<=一)(?=[0-9{numerals.WRITTEN}几倍成番半点分个])"
    rf"|(?<=数)(?=[0-9{numerals.WRITTEN}几倍点分 \n\u3000])"
    r"|(?<=没)(?=有)|(?<=未)(?=[再发出])|(?<=无)(?=[一人新]))"
    rf"[0-9{numerals.WRITTEN}几]{{0,40}}"
)
_CHARACTERS = re.compile(r"[^0-9]+")
_ORDINAL = re.compile(
    r"第[ ]?([0-9零〇一二两三四五六七八九十百千]{1,12})"
    r"(?:[ ]?[、至到和~-][ ]?(?:[0-9]{1,4}(?![0-9.%]|万)|[一二三四五六七八九十]{1,3})){0,8}"
)
_RANGE = re.compile(r"[ ]?(?:-{1,2}|—{1,2}|–|~{1,2}|至|到)[ ]?(?:人民币 ?)?(?=-?[0-9])")
_MOVES_BY = re.compile(r"[升降涨跌增减加少落滑]了?[约近超]?\Z")
# 89、76 和 114 英寸: numbers in a row share the unit of the last.
_ROW = re.compile(r"(?:[ ]?(?:[、/]|和|及|与)[ ]?[0-9][0-9,]{0,12}(?:\.[0-9]{1,6})?){1,8}")
# 1.2亿、3.4亿和5.6亿千瓦时: so do those that each have a scale word of their own.
_SCALED_ROW = re.compile(r"(?:[ ]?(?:、|和|及|与)[ ]?[0-9][0-9,]{0,12}(?:\.[0-9]{1,6})?[千百]?[万亿]){1,8}")
_FALLS = re.compile(r"[降跌减滑][了约近超少低落]?$")  # a fall of 95%-93% is told from the larger
_EXCEEDED = re.compile(r" ?\+(?= ?[\u4e00-\u9fff])")
_SOLD = ("月销", "年销", "日销", "销量", "订单")  # 冲击月销15000+的目标
_ROW_NEXT = frozenset("、/和及与 ")
_RANGE_NEXT = frozenset(" -—–~至到")
_MINUS = ("-", "−", "负", "下")
# 投出18米90, 跑出10秒23: the result of an athlete, in metres or seconds, the rest behind the unit.
_MARKED = frozenset("米秒")
_BEYOND = re.compile(r"[0-9]{1,2}(?=[,。;:、!?)”\s]|[的左夺获成位列排刷拿摘打改比高]|$)")
# 每公斤2块5, 三块八毛, 3元5角: yuan with their tenths.
_TENTHS = re.compile(r"(?P<tenths>[1-9一二三四五六七八九])(?:(?P<jiao>[角毛])钱?)?(?=[,。;:、!?)”\s]|$)")
_YUAN = frozenset("元块")
# 4分10秒, 1小时25分, 2小时5分30秒: a time told in two units or three.
_CLOCKED = re.compile(
    r"(?:小时(?P<minutes>[0-5]?[0-9])分钟?(?:(?P<seconds>[0-5]?[0-9])秒)?(?![0-9之])|分钟?(?=[0-5]?[0-9]秒)(?P<more>[0-5]?[0-9])秒)"
)
_COLUMNS = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,4})?(?:、[0-9]{1,9}(?:\.[0-9]{1,4})?){2,6}(?=\))")
_PARTS = re.compile(r"/([1-9][0-9]?)(?![0-9/.%代万亿千百])")  # 12/13代酷睿: names
# 1/1.56英寸: the class of a sensor, told as the tubes of old cameras were measured.
_SENSOR = re.compile(r"/[1-4](?:\.[0-9]{1,2})?[ ]?(?:英寸|[\"″”])")
_NUMERALS = frozenset("一二两三四五六七八九十百千万双")
_RANK_BEFORE = frozenset("居列排名获全")


def scan(text: str, taken: Sequence[tuple[int, int]] = ()) -> Scan:
    """The quantities of `text` and its other numerals, outside the spans `taken`; linear in the length of the text."""
    found = Scan([], [])
    named = _places_in(text)
    position = 0
    spans = iter(taken)
    nowhere = (len(text) + 1, len(text) + 1)
    begin, end = next(spans, nowhere)
    for match in _RUN.finditer(text):
        start, last = match.span()
        if last <= position:
            continue
        position = max(position, start)
        while position < last:
            while end <= position:
                begin, end = next(spans, nowhere)
            if named and text.startswith(named, position):
                position = last
            else:
                position = end if begin <= position else _read(text, position, last, found)
    return found


def _places_in(text: str) -> tuple[str, ...]:
    """The places of an article that begin with a numeral, in full and short: 三台县, 三台."""
    full = set(_numbered_places().findall(text))
    return tuple(sorted(full | {name[:-1] for name in full if len(name) > len("三台")}, key=len, reverse=True))


@cache
def _numbered_places() -> re.Pattern[str]:
    """Names of places that begin with a numeral, as GB/T 2260 has them."""
    names = sorted({one.name for one in places.table().values() if one.name[0] in _NUMERALS}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


def _read(text: str, start: int, end: int, found: Scan) -> int:
    """Read the numeral at `start` of a run that goes to `end`, and say where to read on."""
    char = text[start]
    if "0" <= char <= "9":
        return _digits(text, start, found)
    if char == "第":
        return _ordinal(text, start, found)
    if char in "没未无":
        return zero(text, start, found) or start + 1
    if char == "翻":
        return words.doubling(text, start, found)
    match = _CHARACTERS.match(text, start, end)
    return words.read(text, start, match.end() if match else end, found)


def _digits(text: str, start: int, found: Scan) -> int:
    figure = digit_figure(text, start)
    if figure is None:
        return _misprint(text, start, found)
    if "+" in text[figure.end : figure.end + 2]:
        _exceed(text, figure)
    kind = lookalikes.date_kind(text, figure)
    if kind:
        found.others.append(Other(kind, start, figure.end, text[start : figure.end]))
        return figure.end
    if text.startswith("分之", figure.end):
        end = fraction(text, start, figure.end, found)
        if end:
            return end
    if start and text[start - 1] == "(" and (end := _bracketed(text, start, found)):
        return end
    mark = text[figure.end : figure.end + 1]
    if mark == " ":
        mark = text[figure.end + 1 : figure.end + 2]
    if mark in sides.MARKS and (end := sides.read(text, start, found)):
        return end
    if mark in results.FIRST and (end := results.read(text, start, found)):
        return end
    if figure.whole and (clocked := _CLOCKED.match(text, figure.end)):
        return _settle(text, figure, units.UNITS[_add_time(figure, clocked)], clocked.end(), found)
    unit, unit_end = unit_at(text, figure.end)
    if unit is not None and unit.word in _MARKED and (beyond := _BEYOND.match(text, unit_end)):
        unit_end = _add(figure, beyond)
    tenths = _TENTHS.match(text, unit_end) if unit is not None and unit.word in _YUAN else None
    if unit is not None and tenths is not None and (unit.word == "块" or tenths["jiao"]):
        unit, unit_end = replace(units.UNITS["块钱"], word=unit.word), _add_tenths(figure, tenths)
    ranged = _RANGE.match(text, unit_end) if text[unit_end : unit_end + 1] in _RANGE_NEXT else None
    if ranged:
        end = _range(text, figure, unit, unit_end, ranged.end(), found)
        if end:
            return end
    if (
        unit is None
        and text[unit_end : unit_end + 1] in _ROW_NEXT
        and not (start and text[start - 1].isascii() and text[start - 1].isalpha())
    ):
        if text[unit_end] == "/" and (end := _part(text, figure, found)):
            return end
        unit = _row(text, figure)
    return _settle(text, figure, unit, unit_end, found)


def _add(figure: Figure, beyond: re.Match[str]) -> int:
    """Take the hundredths or tenths of 18米90 and 1米8 to the figure, and say where it ends."""
    places = Decimal(1).scaleb(-len(beyond[0]))
    figure.value, figure.resolution = figure.value + int(beyond[0]) * places, places
    figure.end, figure.whole = beyond.end(), False
    return figure.end


def _add_time(figure: Figure, beyond: re.Match[str]) -> str:
    """Take the minutes and seconds of 1小时25分, 4分10秒 to the figure, and say in which unit it then is."""
    told = [part for part in ("minutes", "seconds", "more") if beyond[part] is not None]
    for part in told:
        figure.value, figure.end = figure.value * 60 + int(beyond[part]), beyond.end(part)
    return "分钟" if told == ["minutes"] else "秒"


def _add_tenths(figure: Figure, beyond: re.Match[str]) -> int:
    """Take the tenths of 2块5 to the figure, and say where it ends."""
    number = beyond["tenths"]
    tenths = int(number) if number.isdigit() else "一二三四五六七八九".index(number) + 1
    figure.value, figure.resolution = figure.value + Decimal(tenths).scaleb(-1), Decimal("0.1")
    figure.end, figure.whole = beyond.end(), False
    return figure.end


def _exceed(text: str, figure: Figure) -> None:
    """Take the + of 1000+家 to the figure: the number is exceeded; not where it is part of a name (骁龙8+移动平台)."""
    match = _EXCEEDED.match(text, figure.end)
    if match is None or not figure.whole or text[figure.start - 1 : figure.start] == "+":
        return
    unit, _ = unit_at(text, match.end())
    sold = text[max(0, figure.start - 4) : figure.start].rstrip().endswith(_SOLD)
    if figure.scaled or (unit is not None and unit.counted) or sold or lookalikes.counts_noun(text, match.end()):
        figure.end, figure.plus = match.end(), True


def _bracketed(text: str, start: int, found: Scan) -> int:
    """Read (61、9、6.78), the columns of a list in running text, but no (1、2、3); 0 if there are none."""
    match = _COLUMNS.match(text, start)
    figures = [digit_figure(text, item.start()) for item in DIGITS.finditer(text, start, match.end())] if match else []
    values = [figure.value for figure in figures if figure]
    if match is None or all(high - low == 1 for low, high in pairwise(values)):
        return 0
    found.quantities.extend(quantity(text, figure, None, figure.end) for figure in figures if figure)
    return match.end()


def _row(text: str, figure: Figure) -> Unit | None:
    """The unit that a row of numbers shares with its last one; its scale word then holds for `figure` too."""
    match = (_SCALED_ROW if figure.scaled else _ROW).match(text, figure.end)
    if match is None:
        return None
    start = match.end()
    while text[start - 1] in "0123456789.,百千万亿":
        start -= 1
    last = digit_figure(text, start)
    if last is None or lookalikes.date_kind(text, last):
        return None
    unit, _ = unit_at(text, last.end)
    of_row = text[figure.end] in "、/" or text[figure.start - 1 : figure.start] == "、"
    if last.scaled and not figure.scaled and (of_row or not figure.whole):  # 1.5、3.6和2.4亿, not 3个和5万个
        _share_scale(text, figure, last)
    return unit


def _part(text: str, figure: Figure, found: Scan) -> int:
    """Read 2/3 as a fraction, or the name of a sensor, and say where to read on; 0 if it is neither."""
    sensor = _SENSOR.match(text, figure.end) if figure.value == 1 else None
    if sensor:
        found.others.append(Other("name", figure.start, sensor.end(), ""))
        return sensor.end()
    match = _PARTS.match(text, figure.end)
    below = int(match[1]) if match else 0
    if match is None or not figure.whole or not 0 < figure.value < below <= 20 or unit_at(text, match.end())[0]:
        return 0
    before = text[figure.start - 1 : figure.start]
    if before in ("(", "/", "-") or (before.isascii() and before.isalnum()):
        return 0
    found.quantities.append(fraction_of(text, figure.start, match.end(), Fraction(int(figure.value), below)))
    return match.end()


def _settle(text: str, figure: Figure, unit: Unit | None, unit_end: int, found: Scan) -> int:
    """Append what the figure is, quantity or other, and say where to read on."""
    kind = other_kind(text, figure, unit, unit_end)
    if kind:
        found.others.append(Other(kind, figure.start, figure.end, lookalikes.reading(figure, unit)))
        return figure.end
    found.quantities.append(quantity(text, figure, unit, unit_end))
    return unit_end


def other_kind(text: str, figure: Figure, unit: Unit | None, unit_end: int) -> str:
    """The kind of other that the figure is, empty for a quantity."""
    if unit is not None and unit.dimension in ("percent", "percentage_point"):
        return ""
    kind = lookalikes.name_kind(text, figure, unit)
    if not kind and unit is not None:
        return lookalikes.duration_kind(text, figure.start, unit_end, unit)
    if not kind and not figure.scaled and not lookalikes.bare_counts(text, figure):
        return "name"
    return kind


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
    read = numerals.read(match[1])
    rank = text[match.end() : match.end() + 1] in "名位,。;、" or text[start - 1 : start] in _RANK_BEFORE
    found.others.append(Other("rank" if rank else "ordinal", start, match.end(), f"{read[0]:f}" if read else ""))
    return match.end()


def _range(text: str, low: Figure, unit: Unit | None, unit_end: int, start: int, found: Scan) -> int:
    """Read `low` and the figure at `start` as the ends of a range and say where to read on; 0 if they are none."""
    floor = start
    start += text[start] == "-"
    high = digit_figure(text, start)
    if high is None or (unit is not None and text[low.start - 1 : low.start] in ("从", "由")):
        return 0  # from one level to another
    date = lookalikes.date_kind(text, high)
    if date and unit is None:
        found.others.append(Other(date, low.start, high.end, ""))
        return high.end
    high_unit, high_end = unit_at(text, high.end)
    if unit is None and not low.scaled and high.scaled:
        _share_scale(text, low, high)
    shared = unit or high_unit
    falls = shared is not None and shared.name in PERCENTS and _FALLS.search(text, max(0, low.start - 4), low.start)
    downward = low.value > high.value and bool(falls)
    if (low.value >= high.value and text[low.start - 1 : low.start] not in _MINUS and not downward) or (
        shared is None and not high.scaled
    ):
        return 0
    if unit and high_unit and unit.dimension != high_unit.dimension:
        return 0
    if unit and high_unit is None and high.scaled and unit.dimension == "percent":
        return 0  # 增长2%至13.27亿
    if unit and high_unit is None and _MOVES_BY.search(text, max(0, low.start - 4), low.start):
        return 0  # 下降6个点至50
    if (shared is None or shared.name not in PERCENTS) and (kind := lookalikes.name_kind(text, low, shared)):
        found.others.append(Other(kind, low.start, high.end, ""))
        return high.end
    if low.value == 0 and "加速" in text[high_end : high_end + 4]:
        found.others.append(Other("name", low.start, high_end, ""))
        return high_end
    bottom = quantity(text, low, shared, unit_end)
    top = quantity(text, high, high_unit or shared, high_end, floor)
    found.quantities.extend(_ends(bottom, top, low.end if unit is None else bottom.end))
    return high_end


def _share_scale(text: str, low: Figure, high: Figure) -> None:
    """Let the scale word of `high` hold for `low` too: as in a row, or in a range that ascends, 3至5万."""
    match = DIGITS.match(text, high.start)
    printed = Decimal(match[0].replace(",", "")) if match else high.value
    if printed and (low.value < printed or text[low.end] not in _RANGE_NEXT):
        factor = high.value / printed
        low.value, low.resolution, low.scaled = low.value * factor, low.resolution * factor, True


def _ends(bottom: Quantity, top: Quantity, bottom_end: int) -> list[Quantity]:
    """The two quantities of a range, each on its own digits, with the interval from the low to the high."""
    low, high = (top.implied, bottom.implied) if bottom.value > top.value > 0 else (bottom.implied, top.implied)
    greatest = Fraction(max(bottom.value, top.value))
    upper, upper_closed = (greatest, True) if high.high is None else (high.high, high.high_closed)
    ends = (low.low or Fraction(0), low.low_closed, upper, upper_closed)
    if ends[0] >= ends[2]:
        return [bottom, top]
    about = "about" in (bottom.hedge, top.hedge)  # 约3至5人, 3至5人左右: both
    return [
        Quantity(
            part.start, end, part.value, part.resolution, "about" if about else part.hedge, "ends",
            bottom.outer_start, top.outer_end, part.unit, part.dimension, part.form, ends, number,
            part.explicit_sign, part.per,
        )
        for number, part, end in ((1, bottom, bottom_end), (2, top, top.end))
    ]  # fmt: skip
