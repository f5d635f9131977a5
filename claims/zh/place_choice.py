"""Which area a name stands for, and whether a word that could be a name is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims import place as places
from claims.zh import place_guards as guards
from claims.zh.place_span import PlaceSpan
from claims.zh.place_words import Name

_TAIWAN = "710000"
# 公安朝阳分局, 交警河北支队: the branch of an office in a part of its city.
_BRANCH_BEFORE = re.compile(r"(?:公安|公安局|交警|交管局|城管|消防)\Z")
_BRANCH_AFTER = re.compile(r"分局|支队|大队|中队")

# 滨江派出所: stations and tribunals bear the names of streets and towns, of which any city can have one.
_STATION = re.compile(r"派出所|法庭|[大中]队")

# 澄海、金平两区: the last of a row of places says what they are.
_IN_ROW = re.compile(
    "(?:[、和及与][一-鿿]{2,4}?){0,5}[两二三四五六七八]个?(?:市辖)?(?:[区县市旗地]|城区|县区|区县|县市)(?![长委])"
)
ALONE = re.compile("一[县市区旗地](?=[^县市区])")  # 栾川一县就占了402家
_MOVES_IN_ROW = re.compile(r"各?(?:少|多|增加?|减少?|下降|上升)[0-9]|是唯一")


@dataclass(frozen=True, slots=True)
class Known:
    """What a text says beyond doubt: the areas it names with all that they are part of, and its own `area` if known.

    `counties` says that it speaks of a county as its own (全县, 我县).
    """

    named: frozenset[str]
    area: str = ""
    counties: bool = False


def known(names: Iterable[Name], area: str) -> Known:
    """What these names of a text about `area` say beyond doubt."""
    found: set[str] = set(places.chain(area)) if area else set()
    counties = False
    for name in set(names):
        if len(name.codes) == 1 and name.form in ("full", "short"):
            found.update(places.chain(name.codes[0]))
        counties |= name.form == "self" and name.level == "county"
    return Known(frozenset(found), area, counties)


def inside(name: Name, last: PlaceSpan | None) -> list[str]:
    """The areas of that name inside the place right before it; China is too large to vouch for a common word."""
    if last is None or last.level not in ("country", "province", "city") or not last.code:
        return []
    if last.level == "country" and not (last.code == places.CHINA and name.level in ("province", "city")):
        return []
    codes = name.codes if name.level == "province" else name.codes + name.inner  # 天津河北两地 are two provinces
    return [code for code in codes if places.is_within(code, last.code) and code != last.code]


def branch(text: str, start: int, end: int, name: Name, known: Known) -> str:
    """The part of a named city whose office acts, where its name is that of a larger area as well; else empty."""
    if name.level == "province":
        if not _BRANCH_AFTER.match(text, end) or not _BRANCH_BEFORE.search(text, max(0, start - 4), start):
            return ""
    elif places.parent(name.codes[0]) in known.named or not guards.AGENCY.match(text, end):
        return ""
    left = [code for code in name.inner if places.parent(code) in known.named]
    return left[0] if len(left) == 1 else ""


def _candidates(name: Name, known: Known) -> tuple[str, ...]:
    """The areas of that name; those in Taiwan only where it is named."""
    if len(name.codes) == 1 or _TAIWAN in known.named:
        return name.codes
    return tuple(code for code in name.codes if not places.is_within(code, _TAIWAN)) or name.codes


def _is_county(code: str, known: Known) -> bool:
    return known.counties and places.name(code)[-1] in "县旗"


def which(name: Name, known: Known) -> str:
    """The area that a name of several stands for: named or surrounding ones decide; empty where they do not."""
    codes = _candidates(name, known)
    if len(codes) == 1:
        return codes[0]
    for test in (
        lambda code: code == known.area,
        lambda code: places.parent(code) in known.named and places.level(places.parent(code)) == "city",
        lambda code: code[:2] + "0000" in known.named,
        lambda code: _is_county(code, known),
    ):
        left = [code for code in codes if test(code)]
        if len(left) == 1:
            return left[0]
        if left:
            codes = tuple(left)
    return ""


def siblings(text: str, hits: Sequence[tuple[int, int, Name]], known: Known) -> frozenset[int]:
    """Where short names of counties stand in a row with others of one city that the text names: 奎文、寿光的佩戴率."""
    found: set[int] = set()
    for (start, end, name), (after, until, other) in pairwise(hits):
        if text[end:after] not in ("、", "和", "与", "及") or min(end - start, until - after) < 2:
            continue
        if not all(one.level == "county" and one.form in ("bare", "full") for one in (name, other)):
            continue
        codes = which(name, known), which(other, known)
        city = places.parent(codes[0]) if all(codes) else ""
        if city and city in known.named and places.parent(codes[1]) == city and codes[0] != codes[1]:
            found |= {start, after}
    return frozenset(found)


def accepted(text: str, start: int, end: int, form: str, name: Name, code: str, known: Known) -> bool:
    """Whether a name that could be a common word is a place: its full name, its area or an office after it say so."""
    if not code:
        return form == "full" and name.common is False
    around = places.parent(code) in known.named
    office = guards.AGENCY.match(text, end) is not None
    sole = len(_candidates(name, known)) == 1 or _is_county(code, known)
    if form == "weak":
        return code in known.named or around or office
    if form == "full":
        return around and (end - start > 2 or (text[end - 1] == "县" and _at_boundary(text, start)))
    around = around or code[:2] + "0000" in known.named
    if office and (around or (sole and not name.common and not _STATION.match(text, end))):
        return True
    if code in known.named and text[end : end + 1] == ":" and _at_boundary(text, start):
        return True  # 平和:村民…: a headline led by the place that the text names in full
    if around and len(text[start:end]) > 1 and (_IN_ROW.match(text, end) or _counts_in_row(text, start, end)):
        return True
    if name.common or len(text[start:end]) < 2:
        return False
    if around and ALONE.match(text, end):
        return True
    if around and start > 0 and text[start - 1] in "、,;:" and _MOVES_IN_ROW.match(text, end):
        return True  # 余姚、慈溪各少6人,鄞州少4人
    return code in known.named or (around and places.name(code).endswith("市"))


def _counts_in_row(text: str, start: int, end: int) -> bool:
    """Whether a figure follows a name at the head of its item: 麻城破案231起,黄州208起、蕲春176起."""
    return text[end : end + 1].isdigit() and start > 0 and text[start - 1] in "、,;:"


def _at_boundary(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in " \n,.;:、，。；：在至到赴往于“（(《"
