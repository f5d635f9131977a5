"""The names that places go by in Chinese text, and one automaton that finds the longest of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from claims import place as places


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """What one name can stand for: `codes` are the areas of that name.

    `form`: `full` (with 省, 市, 区, 县), `short` (广东, 广州), `weak` (a city's short name that is a word, too), `bare`
    (a county's without 区, 县, 市), `country`, `self` (全省, 我市), `world` (全球), `shop` (港区). `common` marks a
    name that is a word of its own (和平) or a part of any town (城中区); `inner` are counties of a city's name, meant
    right after the larger area alone (辽宁朝阳, 北京朝阳).
    """

    form: str
    codes: tuple[str, ...]
    level: str
    common: bool = False
    inner: tuple[str, ...] = ()


_UNITS = re.compile(r"(?:特别行政区|自治[区州县旗]|(?<=..)新区|(?<=神农架)林区|地区|[省市区县旗盟乡镇])$")
# Everyday names that are no part of an official one.
_ALIASES = {
    "内蒙": "150000",
    "新疆兵团": "650000",
    "粤北": "440000",
    "苏南": "320000",
    "浦东": "310115",
    "雄安": "133100",
    "全港": "810000",
}

# Where a shop sells: 港区售价, 美区 eShop.
_SHOPS = {
    "国区": places.CHINA,
    "港区": "810000",
    "台区": "710000",
    "美区": "US",
    "日区": "JP",
    "英区": "GB",
    "韩区": "KR",
}


@cache
def _lists() -> dict[str, list[str]]:
    """The word lists of `data/place_words.txt` by name."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in places.lines("place_words.txt"):
        if line.startswith(":"):
            name = line[1:]
        elif not line.startswith("#"):
            found.setdefault(name, []).extend(line.split())
    return found


@cache
def _peoples() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_lists()['peoples'])})+$")


def _short(name: str) -> str:
    """`name` without its unit and the peoples it names: 恩施土家族苗族自治州 → 恩施."""
    bare = _UNITS.sub("", name)
    return (_peoples().sub("", bare) or bare) if len(bare) > 3 else bare


def _areas() -> dict[str, Name | None]:
    """The names of cities and counties, then of provinces, which win over them (吉林, 海南)."""
    lists = _lists()
    weak, common, parts = frozenset(lists["weak"]), frozenset(lists["common"]), frozenset(lists["parts"])
    anywhere = frozenset(lists["anywhere"])
    full, bare = _by_name(anywhere)
    found: dict[str, Name | None] = {}
    for name, codes in bare.items():
        cities = tuple(code for code in codes if places.level(code) == "city")
        if cities:
            inner = tuple(code for code in codes if code not in cities)
            found[name] = Name("weak" if name in weak else "short", cities, "city", inner=inner)
        else:
            found[name] = Name("bare", tuple(codes), "county", name in common)
    for name, codes in full.items():
        doubtful = len(name) == 2 or name in anywhere or _short(name) in parts
        found[name] = Name("full", tuple(codes), places.level(codes[0]), doubtful)
    for place in places.table().values():
        if place.level == "province":
            found[place.name] = Name("full", (place.code,), "province")
            short = _short(place.name)
            counties = tuple(code for code in bare.get(short, ()) if places.level(code) == "county")
            found[short] = Name("short", (place.code,), "province", inner=counties)
    return found


def _by_name(anywhere: frozenset[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The codes of cities and counties by full and by short name; 乐东县 counts as full for 乐东黎族自治县."""
    full: dict[str, list[str]] = {}
    bare: dict[str, list[str]] = {}
    for place in places.table().values():
        if place.level not in ("city", "county"):
            continue
        full.setdefault(place.name, []).append(place.code)
        short = _short(place.name)
        if "自治" in place.name and len(short) >= 2:
            for unit in (place.name[-1], f"自治{place.name[-1]}"):
                full.setdefault(short + unit, []).append(place.code)
        if len(short) >= 2 and place.name not in anywhere:
            bare.setdefault(short, []).append(place.code)
    return full, bare


def _others() -> dict[str, Name | None]:
    """The names of countries and the words for the own area and for the world."""
    found: dict[str, Name | None] = {}
    for line in places.lines("countries.csv"):
        code, country = line.split(",")
        found[country] = Name("country", (code,), "country")
    found |= {"中国": Name("country", (places.CHINA,), "country"), "全美": Name("country", ("US",), "country")}
    for alias, code in _ALIASES.items():
        found[alias] = Name("short", (code,), places.level(code))
    found |= {word: Name("shop", (code,), "country") for word, code in _SHOPS.items()}
    for key, words in _lists().items():
        if key.startswith("self "):
            scope = key.removeprefix("self ")
            codes = (places.CHINA,) if scope == "country" else ()
            found.update((word, Name("self", codes, scope)) for word in words)
    found.update((word, Name("world", (), "world")) for word in _lists()["world"])
    return found


@cache
def automaton() -> tuple[AhoCorasick, tuple[Name | None, ...]]:
    """The automaton over all names and look-alikes, and for each pattern what it stands for (None: no place)."""
    found = _areas() | _others()
    for line in places.lines("place_lookalikes.txt"):
        if not line.startswith("#"):
            found.update(dict.fromkeys(line.split()))
    patterns = list(found)
    machine = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    return machine, tuple(found[pattern] for pattern in patterns)
