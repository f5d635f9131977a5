"""Numbers in Chinese characters: which are quantities (三名, 两万五, 两成, 翻一番) and which only stand in words."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.quantity import Other, Scan
from claims.zh import lookalikes, numerals
from claims.zh.figures import HALF, SCALES, Figure, and_a_half
from claims.zh.fractions import decimal, fraction, half
from claims.zh.rounds import BIG, run_up, scale_alone, vague
from claims.zh.units import UNITS, Unit
from claims.zh.wording import quantity, unit_at
from claims.zh.zeros import zero

_AFTER_ONE = frozenset("倍成番半点分个万亿")
_SCALE_WORDS = frozenset("十百千万亿")
_SUFFIX = re.compile(r"(?:[余多]|来(?=[个名人万亿件次起户家岁年天]))[百千]?(?:万亿|亿|万(?!象|科|达))?")
_YEAR = re.compile(r"[〇零一二三四五六七八九]{4}年")
_MEASURES = frozenset("元吨米斤亩倍成折番克升磅顷%")
_COUNT_WORD = re.compile(r"大(?![家学队妈爷小型量会气])|[降升增减](?=[、一两二三四五六七八九十,。;”])")
_CLOCK_AFTER = frozenset("钟半整多左许,。至到一二三四五")
_DAYS = frozenset("一二三四五六")


def read(text: str, start: int, end: int, found: Scan) -> int:
    """Read the characters from `start` to `end` as a quantity, something else or nothing; say where to read on."""
    char, after = text[start], text[end : end + 1]
    if end - start == 1:
        if (char == "一" and after not in _AFTER_ONE) or (char in "数几半" and after.isdigit()):
            return end
        if char == "零":
            return zero(text, start, found) or decimal(text, start, end, found) or end
        if char in _DAYS and _weekday(text, start, found):
            return end
    if after == "分" and text.startswith("分之", end):
        return fraction(text, start, end, found) or end
    if after == "点":
        return decimal(text, start, end, found) or _clock(text, start, end, found) or end
    if char in "半一" and (last := half(text, start, found)):
        return last
    if char == "数" and text[start - 1 : start] == "位":  # 两位数百分比
        return start + 1
    if char in "几数" or after == "几" or "几" in text[start:end]:
        return vague(text, start, end, found) or end
    return _plain(text, start, end, found)


_OF_DOUBLING = tuple("率级股基")  # 翻倍率, 翻倍级别的收益: names


def doubling(text: str, start: int, found: Scan) -> int:
    """Read 翻倍 as one doubling, like 翻一番, and say where to read on."""
    if not text.startswith("翻倍", start) or text[start + 2 : start + 3] in _OF_DOUBLING:
        return start + 1
    item = quantity(text, Figure(start, start + 2, Decimal(1), Decimal(1), True), UNITS["番"], start + 2)
    found.quantities.append(item)
    return start + 2


def _weekday(text: str, start: int, found: Scan) -> bool:
    if text[start - 1 : start] == "周":
        if text[start - 2 : start - 1] in numerals.DIGITS:  # 一周三次
            return False
    elif not text.endswith(("星期", "礼拜"), 0, start):
        return False
    found.others.append(Other("weekday", start, start + 1, numerals.DIGITS[text[start]]))
    return True


def _clock(text: str, start: int, end: int, found: Scan) -> int:
    value = numerals.read(text[start:end])
    if value is None or value[0] > 24 or text[start] == "一" or text[end + 1 : end + 2] not in _CLOCK_AFTER:
        return 0
    found.others.append(Other("clock", start, end, f"{value[0]:f}"))
    return end


def _plain(text: str, start: int, end: int, found: Scan) -> int:
    words = text[start:end]
    suffix = _SUFFIX.match(text, end) if words[-1] in _SCALE_WORDS else None
    if suffix:
        words, end = words + suffix[0][1:], suffix.end()
    value = numerals.read(words)
    if value is None:
        return end
    if not suffix and (last := run_up(text, start, end, found)):
        return last
    if not suffix and and_a_half(text, end):
        value, end = (value[0] + HALF, HALF), end + 2
    about = suffix is not None and suffix[0][0] == "来"
    figure = Figure(start, end, *value, True, bool(set(words) & set("万亿")), suffix is not None and not about)
    if words[0] in "零百千万亿" and (len(words) > 1 or not suffix):  # 上百, 千万; but no 零百, 万一, 千百
        if words not in SCALES:
            return end
        if not suffix:
            return scale_alone(text, figure, found)
    unit, unit_end = unit_at(text, end)
    kind = _other_kind(text, words, figure, unit, unit_end)
    if kind:
        found.others.append(Other(kind, start, end, lookalikes.reading(figure, unit)))
        return end
    if not _counts(text, words, figure, unit):
        return end
    if text[end : end + 1] == "成":
        unit_end = _tenths(text, figure, unit_end)
    item = quantity(text, figure, unit, unit_end)
    found.quantities.append(item._replace(bound="about", hedge="about") if about and not item.hedge else item)
    return unit_end


def _tenths(text: str, figure: Figure, unit_end: int) -> int:
    """Take in the second digit of 三成五, which is 3.5 tenths, and say where the unit then ends."""
    digit = numerals.DIGITS.get(text[unit_end : unit_end + 1], "")
    if not digit or text[unit_end].isdigit():
        return unit_end
    figure.value, figure.resolution, figure.whole = figure.value + Decimal(digit) / 10, Decimal("0.1"), False
    figure.end = unit_end + 1
    return unit_end + 1


def _other_kind(text: str, words: str, figure: Figure, unit: Unit | None, unit_end: int) -> str:
    """The kind of other that a number in characters is, empty if it may be a quantity."""
    before, after = text[figure.start - 1 : figure.start], text[figure.end : figure.end + 1]
    if (after == "年" and _YEAR.match(text, figure.start)) or text.startswith("季度", figure.end):
        return "date"
    if text.startswith(("支队", "大队", "中队"), figure.end):
        return "name"  # 高速交警三支队; several of them take a classifier: 3个支队
    if after in ("月", "日", "号") and figure.value <= 31 and words != "一":
        return "date"
    if after == "届" or (after == "次" and before == "届"):
        return "ordinal"
    if before == "每" or (words == "八" and text.startswith("项规定", figure.end)):
        return "name"
    if len(words) == 1 and words != "一" and _COUNT_WORD.match(text, figure.end):
        return "count_word"
    if unit is None:
        return ""
    if unit.dimension in ("time", "month"):
        kind = lookalikes.duration_kind(text, figure.start, unit_end, unit)
        return "" if unit.word in ("秒", "日", "月", "周") else kind or "duration"
    if unit.dimension == "age":
        return "age"
    return "streak" if text.endswith(("连续", "蝉联"), 0, figure.start) else ""


def _counts(text: str, words: str, figure: Figure, unit: Unit | None) -> bool:
    """Whether a number in characters states something: with a unit that makes no other word of it, or a scale word."""
    scaled = bool(set(words) & _SCALE_WORDS)
    if figure.scaled and (unit is not None or len(words) > 1):
        return not lookalikes.name_kind(text, figure, unit)
    if unit is None:
        return figure.plus or (len(words) > 1 and words[-1] in BIG)
    if len(words) > 1 and not scaled:
        return unit.word == "折" and len(words) == 2  # 七五折; else digits side by side name something
    if unit.word == "番":
        return "翻" in text[max(0, figure.start - 3) : figure.start]
    if words == "一":
        tenth = unit.word == "成" and not text.startswith("不变", figure.end + 1)
        return tenth or unit.word in ("倍", "个百分点")
    if len(words) == 1 and not _countable(words, unit):
        return False
    return not lookalikes.name_kind(text, figure, unit)


def _countable(words: str, unit: Unit) -> bool:
    """Whether the unit counts or measures behind a single character from 二 to 十."""
    if words == "二" and unit.counted:
        return unit.dimension == "person"  # else an ordinal: 二次, 二期; what is counted takes 两
    if unit.word in lookalikes.WORDLIKE:
        return False
    return unit.counted or len(unit.word) > 1 or unit.word in _MEASURES
