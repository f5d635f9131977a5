"""Numerals: every number that a text writes, whatever it stands for (`claims.zh.quantity` tells which are quantities).

Money in 元角分 is one number in 元 (三块九 is 3.9, 九角九分 0.99); other units are left as written (3斤 is 3, not
1500 grams). 百分之 and % stay percent, 千分之, 三分之 and 3/4 are fractions; k, M, G and w are scale words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from claims.zh import numerals as zh


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written at `text[start:end]`: its exact value and the unit of its last printed place."""

    start: int
    end: int
    value: Decimal | Fraction
    resolution: Decimal


_FOLDED = {0xFF10 + n: str(n) for n in range(10)} | str.maketrans("，．／－−％負個點圓", ",./--%负个点圆")
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
    r"(?P<half>(?<![0-9])[一1]半(?![天会径])|半(?=[个公升加斤年天小数]))"
    r"|(?P<more>个半)(?=[个月小天]|$)"
    r"|(?:(?<=高)|(?<!\w))米(?P<tall>[五六七八九])(?=左右|以上|以下|的|$|[,。、])"
    r"|(?P<roman>[Ⅰ-Ⅻ])"
    rf"|(?P<sign>[-负]的?\s?)?(?P<number>{_NUMBER})"
)
_OVER = re.compile(rf"(?:分之?|\s?/\s?)(?P<above>{_NUMBER})(?![角钱])")
_SCALE = re.compile(r"[kKwWMG](?![A-Za-z0-9])")
_POWERS = {"k": 3, "K": 3, "w": 4, "W": 4, "M": 6, "G": 9}
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
    with localcontext() as context:
        context.prec = 150  # longer than any numeral read: nothing is rounded
        for match in _TOKEN.finditer(folded):
            if match.start() >= position and (numeral := _numeral(folded, match)):
                found.append(numeral)
                position = numeral.end
    return found


def _numeral(text: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    if match["half"] or match["more"]:
        return Numeral(start, end, Decimal("0.5") if match["half"] else Decimal("1.5"), Decimal("0.5"))
    if match["tall"]:
        return Numeral(start, end, 1 + _coin(match["tall"], 1), Decimal("0.1"))
    if match["roman"]:
        return Numeral(start, end, Decimal(ord(match["roman"]) - ord("Ⅰ") + 1), Decimal(1))
    read = _read(match["number"])
    if read is None:
        return None
    value, resolution = read
    end, number, resolution = (
        _over(text, end, value, match["number"])
        or _mixed(text, end, value)
        or _money(text, end, value)
        or _scaled(text, end, value, resolution)
    )
    if _signed(text, match):
        return Numeral(start, end, -number, resolution)
    return Numeral(match.start("number"), end, number, resolution)


BURDENS = frozenset("减增担抱背肩欠胜自")  # 户均减负5.3万元


def _signed(text: str, match: re.Match[str]) -> bool:
    """Whether the sign belongs to the number: a hyphen after something is a dash."""
    left = text[match.start() - 1 : match.start()]
    if match["sign"] and match["sign"][0] == "负":
        return left not in BURDENS
    return bool(match["sign"]) and not left.isalnum()


def _read(number: str) -> tuple[Decimal, Decimal] | None:
    plain = "".join(number.replace(",", "").split())
    if plain.replace(".", "", 1).isdecimal() and plain.isascii():
        value = Decimal(plain)
        return value, Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    return zh.read(plain)


_Read = tuple[int, Decimal | Fraction, Decimal]  # where a numeral ends, its value and resolution


def _scaled(text: str, end: int, value: Decimal, resolution: Decimal) -> _Read:
    """A number with its scale letter, if any: 12k, 30w, 1.2M."""
    scale = _SCALE.match(text, end)
    if scale is None:
        return end, value, resolution
    power = Decimal(10) ** _POWERS[scale[0]]
    return scale.end(), value * power, resolution * power


def _over(text: str, end: int, first: Decimal, words: str) -> _Read | None:
    """The fraction whose first number ends at `end`: 三分之二, 3/4, 百分之六十, 百分百."""
    if words == "百" and text.startswith("分百", end):
        return end + 2, Decimal(100), Decimal(1)
    match = _OVER.match(text, end)
    read = _read(match["above"]) if match else None
    if match is None or read is None:
        return None
    second, resolution = read
    if text[end] == "分" and first == 100 and words[-1] == "百":
        return match.end(), second, resolution
    above, below = (second, first) if text[end] == "分" else (first, second)
    return (match.end(), Fraction(above) / Fraction(below), resolution) if below else None


def _mixed(text: str, end: int, value: Decimal) -> _Read | None:
    """A number and a part of one: 五个半, 两个亿, 一又四分之一, 一米八."""
    if text.startswith("个半", end):
        return end + 2, value + Decimal("0.5"), Decimal("0.5")
    if text.startswith("个亿", end):
        return end + 2, value * 10**8, Decimal(10**8)
    if match := _AND.match(text, end):
        below, above = _read(match[1]), _read(match[2])
        if below and above and below[0]:
            return match.end(), Fraction(value) + Fraction(above[0]) / Fraction(below[0]), above[1]
    if match := _TALL.match(text, end):
        return match.end(), value + _coin(match[1], 1), Decimal("0.1")
    return None


def _money(text: str, end: int, value: Decimal) -> _Read | None:
    """Money in several coins or in small ones: 九块九毛九, 九元零九分, 九毛九, 九分钱."""
    if match := _SMALL.match(text, end):
        return match.end(), value / 10 + _coin(match["fen"], 2), Decimal("0.01")
    match = _COINS.match(text, end)
    if match and (match["jiao"] or match["fen"]):
        bare = match["fen"] and not match["jiao"] and not match["zero"] and text[match.end() - 1] != "分"
        places = 1 if bare or not match["fen"] else 2
        extra = _coin(match["jiao"], 1) + _coin(match["fen"], places)
        return match.end(), value + extra, Decimal(1).scaleb(-places)
    if match := _CENTS.match(text, end):
        places = 2 if match[0] == "分钱" else 1
        return match.end(), value * _coin("1", places), Decimal(1).scaleb(-places)
    return None


def _coin(digit: str | None, places: int) -> Decimal:
    return Decimal(int(zh.DIGITS.get(digit or "0", "0"))).scaleb(-places)
