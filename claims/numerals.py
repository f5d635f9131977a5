"""Numerals: every number that a text writes, whatever it stands for (`claims.zh.quantity` tells which are quantities).

Money in 元角分 is one number in the unit named first (三块九 is 3.9, 九角九分 0.99 元); other units are left as written (3斤
is 3, not 1500 grams). 百分之 and % stay percent, 千分之, 三分之 and 3/4 are fractions; k, M, G and w are scale words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from claims.zh import numerals as zh


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written at `text[start:end]`: its exact value and the unit of its last printed place."""

    start: int
    end: int
    value: Decimal | Fraction
    resolution: Decimal


_FOLDED = {0xFF10 + n: str(n) for n in range(10)} | {
    0xFF0C: ",", 0xFF0E: ".", 0xFF0F: "/", 0xFF0D: "-", 0x2212: "-", 0xFF05: "%", ord("負"): "负", ord("個"): "个", ord("點"): "点",
    ord("圓"): "圆", ord("幣"): "币", ord("雙"): "双", ord("對"): "对",
}  # fmt: skip
_W = "零〇○一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸廿卅卌幺"
_DIGITS = "0-9一二三四五六七八九"
_S = "十百千万亿兆拾佰仟萬億"
_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])|[0-9]{1,60})(?:\.[0-9]{1,60})?|(?<![0-9])\.[0-9]{1,60}"
# 千 before a unit of physics is its prefix (三千千瓦, 一千帕), 两 after a digit a weight.
_OTHERS = "".join(char for char in _W if char not in "千两兩")
_WORD = rf"(?:[{_OTHERS}]|千(?![瓦克帕伏卡焦赫])|(?<![{_DIGITS}])[两兩])"
_TAIL = rf"{_WORD}{{0,60}}(?:(?<=[{_S}零])[0-9]{{1,12}}{_WORD}{{0,60}})?"
_NUMBER = (
    rf"(?:(?:{_ARABIC})(?:\s?(?=[{_S}]){_TAIL})?|{_WORD}{{1,60}}(?:(?<=[{_S}零])[0-9]{{1,12}}{_WORD}{{0,60}})?)"
    rf"(?:点[{_W}0-9]{{1,60}}(?![0-9]?(?:分(?!之)|[时刻])))?"
)
_TOKEN = re.compile(
    rf"(?P<half>(?<![0-9])[一1]半(?![天会径])|半(?=[个公升加斤年天小数]))|(?P<more>个半)(?=[个月小天]|$)|(?:(?<=高)|(?<!\w))米(?P<tall>[五六七八九])(?=左右|以上|以下|的|$|[,。、])|(?P<roman>[Ⅰ-Ⅻ])|(?P<sign>[-负]的?\s?)?(?P<number>{_NUMBER})"
)
_OVER = re.compile(rf"(?:分之?|\s?/\s?)(?P<above>{_NUMBER})(?![角钱])")
_SCALE = re.compile(r"[kKwWMG](?![A-Za-z0-9])")
_POWERS = {"k": 3, "w": 4, "M": 6, "G": 9}
# 元 and what may follow it: 角分 in digits or characters, or a bare digit of tenths (九块九).
_COINS = re.compile(
    rf"[元块圆蚊个](?P<zero>零?)(?:(?P<jiao>[{_W}0-9])[角毛毫])?(?:(?P<fen>[{_W}0-9])(?:分|(?![{_W}0-9])))?"
)
_SMALL = re.compile(rf"[角毛](?P<fen>[{_W}0-9])(?:分|(?![{_W}0-9]))")
_CENTS = re.compile(r"[角毛](?:钱|(?=分))|毛(?![利线细衣巾])|毫(?![米克升秒无不])|(?<=[0-9])角(?!度)|分钱")
_TALL = re.compile(r"米([一二三四五六七八九])(?![一二三四五六七八九十百千万亿个])")
_AND = re.compile(rf"又({_NUMBER})分之?({_NUMBER})")


def find(text: str) -> list[Numeral]:
    """The numerals of `text` in order; their spans do not overlap. Time grows with the length of the text."""
    folded = text.translate(_FOLDED)
    found: list[Numeral] = []
    position = 0
    for match in _TOKEN.finditer(folded):
        if match.start() < position:
            continue
        for numeral in _numerals(folded, match):
            found.append(numeral)
            position = numeral.end
    return found


def _numerals(text: str, match: re.Match[str]) -> Iterator[Numeral]:
    if match["half"] or match["more"]:
        yield Numeral(match.start(), match.end(), Decimal("0.5") if match["half"] else Decimal("1.5"), Decimal("0.5"))
        return
    if match["tall"]:
        yield Numeral(match.start(), match.end(), 1 + _coin(match["tall"], 1), Decimal("0.1"))
        return
    if match["roman"]:
        yield Numeral(match.start(), match.end(), Decimal(ord(match["roman"]) - ord("Ⅰ") + 1), Decimal(1))
        return
    read = _read(match["number"])
    if read is None:
        return
    sign, start, end = (
        -1 if _signed(text, match) else 1,
        match.start() if _signed(text, match) else match.start("number"),
        match.end(),
    )
    over = _over(text, end, read[0], match["number"])
    coins = None if over else _coins(text, end, read[0])
    if over:
        end, read = over[0], (over[1], over[2])
    elif coins:
        end, read = coins[0], (coins[1], coins[2])
    elif scale := _SCALE.match(text, end):
        power = Decimal(10) ** _POWERS.get(scale[0], _POWERS.get(scale[0].lower(), 0))
        end, read = scale.end(), (read[0] * power, read[1] * power)
    yield Numeral(start, end, sign * read[0], read[1])


def _signed(text: str, match: re.Match[str]) -> bool:
    """Whether the sign belongs to the number: a hyphen after something is a dash."""
    left = text[match.start() - 1 : match.start()]
    return bool(match["sign"]) and (match["sign"][0] == "负" or not left.isalnum())


def _read(number: str) -> tuple[Decimal | Fraction, Decimal] | None:
    plain = "".join(number.replace(",", "").split())
    if plain.replace(".", "", 1).isdecimal() and plain.isascii():
        value = Decimal(plain)
        return value, Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    return zh.read(plain)


def _over(text: str, end: int, below: Decimal | Fraction, words: str) -> tuple[int, Decimal | Fraction, Decimal] | None:
    """End, value and resolution of the fraction whose first number ends at `end`: 三分之二, 3/4, 百分之六十, 百分百."""
    if words == "百" and text.startswith("分百", end):
        return end + 2, Decimal(100), Decimal(1)
    match = _OVER.match(text, end)
    above = _read(match["above"]) if match else None
    if match is None or above is None or not below:
        return None
    if text[end] != "分":
        below, above = Fraction(above[0]), (below, above[1])
        if not below:
            return None
    elif below == 100 and words[-1] == "百":
        return match.end(), above[0], above[1]
    return match.end(), Fraction(above[0]) / Fraction(below), above[1]


def _coins(text: str, end: int, value: Decimal | Fraction) -> tuple[int, Decimal | Fraction, Decimal] | None:
    """End, value and resolution of money in several coins, or of a number and a half: 九块九毛九, 五个半."""
    if text.startswith("个半", end):
        return end + 2, value + Decimal("0.5"), Decimal("0.5")
    if text.startswith("个亿", end):
        return end + 2, value * 10**8, Decimal(10**8)
    if (match := _AND.match(text, end)) and (below := _read(match[1])) and (above := _read(match[2])) and below[0]:
        return match.end(), Fraction(value) + Fraction(above[0]) / Fraction(below[0]), above[1]
    if match := _TALL.match(text, end):
        return match.end(), value + _coin(match[1], 1), Decimal("0.1")
    small = _SMALL.match(text, end)
    if small:
        return small.end(), value / 10 + _coin(small["fen"], 2), Decimal("0.01")
    match = _COINS.match(text, end)
    if match and (match["jiao"] or match["fen"]):
        bare = match["fen"] and not match["jiao"] and not match["zero"] and text[match.end() - 1] != "分"
        places = 1 if bare or not match["fen"] else 2
        extra = _coin(match["jiao"], 1) + _coin(match["fen"], places if bare else 2)
        return match.end(), value + extra, Decimal(1).scaleb(-places)
    cents = _CENTS.match(text, end)
    if cents:
        return cents.end(), value * _coin("1", 2 if cents[0] == "分钱" else 1), Decimal("0.01")
    return None


def _coin(digit: str | None, places: int) -> Decimal:
    return Decimal(int(zh.DIGITS.get(digit or "0", "0"))).scaleb(-places)
