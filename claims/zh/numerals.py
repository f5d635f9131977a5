"""Numbers in Chinese characters, alone or mixed with digits: 三万五, 十一亿零九千零三十二, 一点四五, 1万600."""

from __future__ import annotations

from decimal import Decimal

WRITTEN = "零〇一二两三四五六七八九十百千万亿"  # the characters of numbers in the news
DIGITS = (
    dict(zip("零一二三四五六七八九", "0123456789", strict=True))
    | dict(zip("〇○壹贰叁肆伍陆柒捌玖两兩貳參陸弍幺", "001234567892223621", strict=True))
    | {str(n): str(n) for n in range(10)}
    | {chr(0xFF10 + n): str(n) for n in range(10)}
)
TENS = {"廿": 20, "卅": 30, "卌": 40}
_HUNDREDS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
SCALES = _HUNDREDS | {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
POINT = "点點."
_MOST = 10**24  # beyond all figures, and well within the digits that decimals keep


def read(words: str) -> tuple[Decimal, Decimal] | None:
    """Value and resolution of a number in words, or None if it is none.

    The resolution is the last place named: 100 for 三百, 1000 for 三万五, 0.01 for 一点四五. A single digit
    after 百, 千, 万 or 亿 counts in tenths of it, as in speech: 三万五 is 35000, 一百二 is 120. Beyond all
    figures there is no number: 一亿亿亿亿.
    """
    if len(words) > 60:
        return None
    mark = next((mark for mark in POINT if mark in words), "")
    found = _read_decimal(*words.split(mark, 1)) if mark else _read_whole(words)
    return found if found and found[0] < _MOST else None


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
    return _shifted(int(f"{base[0]}{places}") * scale, len(places)), _shifted(scale, len(places))


def _shifted(number: int, places: int) -> Decimal:
    """`number` with its last `places` digits behind the point, exact and without an exponent where it is whole."""
    whole, rest = divmod(number, 10**places)
    return Decimal(f"{number}E-{places}") if rest else Decimal(whole)


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
    last = place = 1  # the last scale word, and the last place named
    for char in words:
        if char in DIGITS:
            digits += DIGITS[char]
        elif char in TENS:
            section, digits, last, place = section + TENS[char], "", 10, 10
        elif char not in SCALES:
            return None
        elif (scale := SCALES[char]) < 10**4:
            section += (int(digits) if digits.strip("0") else 1) * scale
            digits, last, place = "", scale, scale
        else:
            tenths = last // 10 if len(digits) == 1 and 100 <= last < 10**4 else 1  # 百二万
            fresh = bool(digits.strip("0"))
            section += int(digits or 0) * tenths
            place = scale * (tenths if fresh else place if section or total else 1)
            if total and (not section or (scale > 10**4 and total < scale)):
                total = (total + section) * scale  # 万亿, 三千万零五亿
            else:
                total += (section or 1) * scale
            section, digits, last = 0, "", scale
    if not digits:
        return Decimal(total + section), Decimal(place)
    if len(digits) == 1 and last >= 100:
        last //= 10
        return Decimal(total + section + int(digits) * last), Decimal(last)
    return Decimal(total + section + int(digits)), Decimal(1)
