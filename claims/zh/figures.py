"""Figures in Chinese text: digits or characters with their scale words, from where they begin to where they end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from claims.zh import numerals

DIGITS = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3}){1,9}(?![0-9])(?:\.[0-9]+)*"
    r"|(?<=[一-鿿])[1-9][0-9]{0,2}(?: [0-9]{3}){1,4}(?=[一-鿿])(?!年)"  # 8 236件, as yearbooks print thousands
    r"|[0-9]+(?:\.[0-9]+)*"
)
SCALE = re.compile(
    r"(?:[余多来][ \n]?)?"
    r"(?:[ \n\u3000]{0,2}(?:[十百千]?(?:万亿|亿|万(?![象科达宁盛向众]|分之)|兆(?=[元美日韩]))"
    r"|百(?![分帕年姓])|千(?![克瓦米伏帕焦卡赫字兆古禧])))?"
    r"(?:[ \n]?[余多])?"
)
MIXED = re.compile(
    r"[0-9]{1,6}(?:亿零?[0-9]{1,4}万(?![0-9])|亿[0-9]{1,4}千万|万零?[0-9]{1,4}(?![0-9.%])|万[0-9]千|千[0-9]百(?!分))"
)
SCALES = {
    "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11,
    "万亿": 12, "兆": 12, "十万亿": 13, "百万亿": 14, "千万亿": 15,
}  # fmt: skip
_SCALE_START = frozenset("余多来十百千万亿兆 \n\u3000")
LONGEST = 24  # digits; longer runs are identifiers


@dataclass(slots=True)
class Figure:
    """A number as printed at `text[start:end]`: `whole` without decimals, `scaled` or not, `plus` with 余, 多."""

    start: int
    end: int
    value: Decimal
    resolution: Decimal
    whole: bool
    scaled: bool = False
    plus: bool = False


HALF = Decimal("0.5")
_POWERS = tuple(Decimal(10**n) for n in range(20))
_PLACES = tuple(Decimal(1).scaleb(-n) for n in range(LONGEST + 1))


def number(digits: str, exponent: int = 0) -> tuple[Decimal, Decimal]:
    """Value and resolution of ASCII `digits` (commas, blanks, one point allowed) times ten to the `exponent`; exact."""
    digits = digits.replace(",", "").replace(" ", "")
    whole, _, fraction = digits.partition(".")
    places = len(fraction) - exponent
    if not exponent:
        return Decimal(digits), _PLACES[places]
    if places <= 0:
        return Decimal(int(whole + fraction) * 10**-places), _POWERS[-places]
    return Decimal(int(whole + fraction)).scaleb(-places), _PLACES[places]


def and_a_half(text: str, end: int) -> bool:
    """Whether half an hour or month more is told at `end`, behind a number: 4个半小时, 三个半月."""
    return text.startswith("个半", end) and text[end + 2 : end + 3] in ("小", "月", "钟")


def digit_figure(text: str, start: int) -> Figure | None:
    """The figure whose digits begin at `start`; None if it has two decimal points or is too long to be a number."""
    match = DIGITS.match(text, start)
    if match is None:
        return None
    digits, end = match[0], match.end()
    whole = digits.isdecimal()
    if end - start > LONGEST or (not whole and digits.count(".") > 1):
        return None
    if whole and and_a_half(text, end):
        return Figure(start, end + 2, Decimal(digits) + HALF, HALF, False)
    if text[end : end + 1] not in _SCALE_START:
        value, resolution = (Decimal(digits), _PLACES[0]) if whole else number(digits)
        return Figure(start, end, value, resolution, whole or "." not in digits)
    mixed = MIXED.match(text, start)
    if mixed:
        read = numerals.read(mixed[0])
        if read:
            return Figure(start, mixed.end(), *read, True, True)
    tail = SCALE.match(text, end)
    words = tail[0].strip() if tail else ""
    scale = words.strip("余多来 \n\u3000")
    plus = len(scale) < len(words)
    if not words:
        value, resolution = number(digits)
        return Figure(start, end, value, resolution, "." not in digits)
    value, resolution = number(digits, SCALES.get(scale, 0))
    assert tail is not None
    end = end + len(tail[0].rstrip())
    return Figure(start, end, value, resolution, "." not in digits, bool(scale), plus)
