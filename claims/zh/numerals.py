"""Numbers in Chinese characters, alone or mixed with digits: 三万五, 十一亿零九千零三十二, 一点四五, 1万600."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {
    "零": "0", "〇": "0", "○": "0", "一": "1", "二": "2", "两": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7",
    "八": "8", "九": "9", "壹": "1", "贰": "2", "叁": "3", "肆": "4", "伍": "5", "陆": "6", "柒": "7", "捌": "8", "玖": "9",
    "兩": "2", "貳": "2", "參": "3", "陸": "6", "幺": "1", "弍": "2",
} | {str(n): str(n) for n in range(10)} | {chr(0xFF10 + n): str(n) for n in range(10)}  # fmt: skip
TENS = {"廿": 20, "卅": 30, "卌": 40}
SCALES = {
    "十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8,
    "兆": 10**12,
}  # fmt: skip
POINT = "点點."


def read(words: str) -> tuple[Decimal, Decimal] | None:
    """Value and resolution of a number in words, or None if it is none.

    The resolution is the last place named: 100 for 三百, 1000 for 三万五, 1 for 一百零三, 0.01 for 一点四五. A single digit
    after 百, 千, 万 or 亿 counts in tenths of it, as in speech: 三万五 is 35000, 一百二 is 120, 百二万 is 120万.
    """
    if len(words) > 60:
        return None
    for mark in POINT:
        if mark in words:
            return _read_decimal(*words.split(mark, 1))
    return _read_whole(words)


def _read_decimal(whole: str, fraction: str) -> tuple[Decimal, Decimal] | None:
    places = ""
    for position, char in enumerate(fraction):
        digit = DIGITS.get(char)
        if digit is None:
            scale = _scale_of(fraction[position:])
            break
        places += digit
    else:
        scale = 1
    base = _read_whole(whole) if whole else (Decimal(0), Decimal(1))
    if base is None or scale is None or not places:
        return None
    value, resolution = Decimal(f"{base[0]}.{places}") * scale, Decimal(1).scaleb(-len(places)) * scale
    return (Decimal(int(value)), Decimal(int(resolution))) if resolution >= 1 else (value, resolution)


def _scale_of(words: str) -> int | None:
    scale = 1
    for char in words:
        if char not in SCALES:
            return None
        scale *= SCALES[char]
    return scale


def _read_whole(words: str) -> tuple[Decimal, Decimal] | None:
    total = section = 0  # above and below the last 万 or 亿
    digits = ""
    last = place = 1  # the last scale word in its section, and as a place of the whole number
    for char in words:
        if char in DIGITS:
            digits += DIGITS[char]
        elif char in TENS:
            section, digits, last, place = section + TENS[char], "", 10, 10
        elif char in SCALES:
            scale = SCALES[char]
            if scale < 10**4:
                section += (int(digits) if digits.strip("0") else 1) * scale
                last = place = scale
            else:
                section += int(digits or 0) * (last // 10 if len(digits) == 1 and 100 <= last < 10**4 else 1)
                place = scale * (1 if digits.strip("0") else place if section else 1)
                if total and (not section or (scale > 10**4 and total < scale)):
                    total, section = total + section, 0
                    total *= scale
                else:
                    total += (section or 1) * scale
                section, last = 0, scale
            digits = ""
        else:
            return None
    if not digits:
        return Decimal(total + section), Decimal(place)
    if len(digits) == 1 and last >= 100:
        last //= 10
        return Decimal(total + section + int(digits) * last), Decimal(last)
    return Decimal(total + section + int(digits)), Decimal(1)
