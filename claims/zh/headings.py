"""Headings of tables in Chinese: the period, the place and the unit that a few words name, and what is left of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from claims import period as periods
from claims import place as places
from claims.folding import fold
from claims.zh import period, place, units
from claims.zh.figures import SCALES
from claims.zh.units import Unit

_SCALED = re.compile(
    r"(十万亿|百万亿|千万亿|万亿|十亿|百亿|千亿|亿|十万|百万|千万|万|千(?![克米瓦帕卡])|百(?![帕分]))?(.*)", re.DOTALL
)
_BARE = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:[-./](?P<first>0?[1-9]|1[0-2])(?:[-~—](?P<last>0?[1-9]|1[0-2]))?)?(?:年|年度)?$"
)
_QUARTER = re.compile(r"(?P<year>(?:19|20)\d\d)年?[ -]?(?:Q(?P<quarter>[1-4])|H(?P<half>[12]))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ScaledUnit:
    """A unit with its scale word: 万人 is 人 with `factor` 10000; `known` is None where nobody knows the unit."""

    word: str
    factor: int = 1
    known: Unit | None = None

    @property
    def dimension(self) -> str:
        """The dimension of the unit in the registry; empty where it is unknown."""
        return self.known.dimension if self.known else ""

    @property
    def counted(self) -> bool:
        """Whether a whole number printed in it is exact: a count without a scale word."""
        return self.factor == 1 and (self.known is None or self.known.counted)


def scaled(value: Decimal, factor: int) -> Decimal:
    """`value` times a scale word's factor, a whole number without decimals: 135673.16亿 is 13567316000000."""
    product = value * factor
    return Decimal(int(product)) if product == product.to_integral_value() and factor > 1 else product


@lru_cache(maxsize=1024)
def unit_of(words: str) -> ScaledUnit:
    """The unit that `words` (万元, 亿千瓦时, %, 万人次, 元/人) name."""
    folded = "".join(fold(words).text.split())
    whole = _known(folded)
    if whole is not None:
        return ScaledUnit(_PRINTED.get(folded, folded), 1, whole)
    match = _SCALED.match(folded)
    assert match is not None  # both groups may be empty
    scale, rest = match[1] or "", match[2]
    if not scale:
        return ScaledUnit(folded)
    return ScaledUnit(_PRINTED.get(rest, rest), 10 ** SCALES[scale], _known(rest))


_PRINTED = {"个百分点": "百分点", "人民币": "元", "元人民币": "元"}


def _known(word: str) -> Unit | None:
    if word in units.UNITS:
        return units.UNITS[word]
    above, slash, below = word.partition("/")
    if not slash:
        return None
    scaled = unit_of(above)
    part = units.UNITS.get(below)
    if scaled.known is None or part is None or scaled.factor != 1:
        return None
    return Unit(word, f"{scaled.known.name}/{part.name}", f"{scaled.known.dimension}/{part.dimension}", False)


def period_of(words: str, published: date | None = None, around: str = "") -> str:
    """The one period that `words` name, empty for none or several; `around` is the year or time of the table."""
    spans = periods_in(words, published, around)
    return spans[0][0] if len({span[0] for span in spans}) == 1 else ""


def periods_in(words: str, published: date | None = None, around: str = "") -> list[tuple[str, int, int]]:
    """The periods that `words` name with their offsets; a year alone counts where it is all that the words say."""
    folded = words.strip()
    offset = len(words) - len(words.lstrip())
    bare = _bare(folded)
    if bare:
        return [(bare, offset, offset + len(folded))]
    told = _day_in(around) or published
    found = period.find(fold(words).text, told)
    return [(span.period, span.start, span.end) for span in found if span.period]


def _bare(words: str) -> str:
    if periods.bounds(words):
        return words
    match = _BARE.fullmatch(words)
    if match:
        if not match["first"]:
            return match["year"]
        first = int(match["first"])
        last = int(match["last"] or first)
        return periods.of_months(int(match["year"]), first, last) if first <= last else ""
    match = _QUARTER.fullmatch(words)
    if match is None:
        return ""
    size, number = (3, int(match["quarter"])) if match["quarter"] else (6, int(match["half"]))
    return periods.of_months(int(match["year"]), size * (number - 1) + 1, size * number)


def _day_in(around: str) -> date | None:
    """A day from which 上半年 and 一季度 are told: the end of the year that is spoken of."""
    ends = periods.bounds(around)
    return date(ends[1].year, 12, 31) if ends else None


@lru_cache(maxsize=4096)
def place_of(words: str, area: str = "") -> str:
    """The code of the place that `words` name and nothing else, empty where they name none."""
    name = words.strip()
    spans = place.find(name, area)
    if len(spans) != 1 or (spans[0].start, spans[0].end) != (0, len(name)):
        return ""
    return place.resolve_self(spans[0], area)


def official(code: str, otherwise: str = "") -> str:
    """The name of a place by its code, or `otherwise` where the code is none."""
    return places.name(code) if places.level(code) else otherwise or code
