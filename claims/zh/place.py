"""Places in Chinese articles: names with and without 省, 市, 区, 县, nested or alone, and words like 全市."""

from __future__ import annotations

import re
from functools import lru_cache

from claims import place as places
from claims.zh import place_guards as guards
from claims.zh.place_area import area_of
from claims.zh.place_span import PlaceSpan as PlaceSpan
from claims.zh.place_words import Name, automaton

# How far back a place that was named still is the one that 该市 or 当地 means, in characters.
_REACH = 300
_SURROGATE = re.compile("[\ud800-\udfff]")


def find(text: str, area: str = "") -> list[PlaceSpan]:
    """Every place in `text` (folded one to one), in order and apart; `area`, if known, is what the article is about."""
    return list(_find(text, area))


@lru_cache(maxsize=2)
def _hits(text: str) -> list[tuple[int, int, Name]]:
    """Every name in the text, leftmost and longest first."""
    machine, names = automaton()
    try:
        found = machine.find_matches_as_indexes(text)
    except UnicodeEncodeError:  # a lone surrogate is no character
        found = machine.find_matches_as_indexes(_SURROGATE.sub("\ufffd", text))
    named = ((start, end, names[pattern]) for pattern, start, end in found)
    return [(start, end, name) for start, end, name in named if name is not None]


@lru_cache(maxsize=4)
def _find(text: str, area: str) -> tuple[PlaceSpan, ...]:
    hits = _hits(text)
    if not hits:
        return ()
    named = _named(hits)
    if area:
        named.update(places.chain(area))
    spans: list[PlaceSpan] = []
    for start, end, name in hits:
        _add(spans, text, start, end, name, named, area)
    return tuple(spans)


def _named(hits: list[tuple[int, int, Name]]) -> set[str]:
    """The areas that the text names beyond doubt, with all that they are part of."""
    found: set[str] = set()
    for name in {hit[2] for hit in hits}:
        if len(name.codes) == 1 and name.form in ("full", "short"):
            found.update(places.chain(name.codes[0]))
    return found


def _add(spans: list[PlaceSpan], text: str, start: int, end: int, name: Name, named: set[str], area: str) -> None:
    """Add the span of one name, joined with the larger area right before it (广州市 白云区)."""
    last = spans[-1] if spans and spans[-1].end == start else None
    form = name.form
    if form == "world" and guards.COUNTRIES.match(text, end):
        return
    if form in ("self", "world"):
        if form == "self" and last is not None and last.code and last.level != "self":
            spans[-1] = PlaceSpan(
                last.start, end, text[last.start : end], last.code, last.level, last.kind, last.ambiguous
            )
        else:
            code = name.codes[0] if name.codes else ""
            if code and form == "self" and text[start] == "全" and places.level(area) == "country":
                code = area  # 全国 in news from abroad
            near = "" if code or form == "world" else _near(spans, start)
            spans.append(PlaceSpan(start, end, text[start:end], code, form, scope=name.level, near=near))
        return
    if form == "shop":
        if guards.is_shop(text, start, end):
            spans.append(_span(text, start, end, name.codes[0], name.level))
        return
    if form == "country":
        if not guards.is_broken(text, start, end):
            spans.append(_span(text, start, end, name.codes[0], "country"))
        return
    inside = _inside(name, last)
    if form == "full" and (unit := guards.UNIT_OF_NEXT.match(text, end - 1)) is not None:
        end = unit.start()
        form = "bare" if name.level == "county" else "short"
    if (form != "full" and text[end : end + 1] in ("镇", "乡", "村") and not inside) or guards.is_tail(
        text, start, end
    ):
        return
    if inside and last is not None:
        spans[-1] = _span(text, last.start, end, inside[0], places.level(inside[0]), len(inside) > 1)
        return
    code = _which(name, named, area)
    doubtful = (form == "full" and name.common) or form in ("bare", "weak")
    if doubtful and not _accepted(text, start, end, form, name, code, named):
        return
    spans.append(_span(text, start, end, code, name.level, not code))


def _near(spans: list[PlaceSpan], start: int) -> str:
    """The area last named before, not too far back."""
    for span in reversed(spans[-4:]):
        if start - span.end > _REACH:
            break
        if span.kind == "place" and span.code and span.level in ("province", "city", "county"):
            return span.code
    return ""


def _inside(name: Name, last: PlaceSpan | None) -> list[str]:
    """The areas of that name inside the place right before it; China is too large to vouch for a common word."""
    if last is None or last.level not in ("country", "province", "city") or not last.code:
        return []
    if last.level == "country" and not (last.code == places.CHINA and name.level in ("province", "city")):
        return []
    return [code for code in name.codes + name.inner if places.is_within(code, last.code) and code != last.code]


def _span(text: str, start: int, end: int, code: str, level: str, ambiguous: bool = False) -> PlaceSpan:
    kind = "organisation" if guards.is_organisation(text, start, end) else "place"
    return PlaceSpan(start, end, text[start:end], code, level, kind, ambiguous)


def _which(name: Name, named: set[str], area: str) -> str:
    """The area that a name of several stands for: named or surrounding ones decide; empty where they do not."""
    codes = name.codes
    if len(codes) == 1:
        return codes[0]
    for test in (
        lambda code: code == area,
        lambda code: places.parent(code) in named and places.level(places.parent(code)) == "city",
        lambda code: code[:2] + "0000" in named,
    ):
        left = [code for code in codes if test(code)]
        if len(left) == 1:
            return left[0]
        if left:
            codes = tuple(left)
    return ""


def _accepted(text: str, start: int, end: int, form: str, name: Name, code: str, named: set[str]) -> bool:
    """Whether a name that could be a common word is a place: its full name, its area or an office after it say so."""
    if not code:
        return form == "full" and name.common is False
    around = places.parent(code) in named
    if form == "weak":
        return code in named or around or guards.AGENCY.match(text, end) is not None
    if form == "full":
        return around and (end - start > 2 or (text[end - 1] == "县" and _at_boundary(text, start)))
    office = guards.AGENCY.match(text, end) is not None
    around = around or code[:2] + "0000" in named
    if office and (around or (len(name.codes) == 1 and not name.common)):
        return True
    if code in named and text[end : end + 1] == ":" and _at_boundary(text, start):
        return True  # 平和:村民…: a headline led by the place that the text names in full
    if name.common or len(text[start:end]) < 2:
        return False
    return code in named or (around and places.name(code).endswith("市"))


def _at_boundary(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in " \n,.;:、，。；：在至到赴往于“（("


def resolve_self(span: PlaceSpan, area: str) -> str:
    """The code that a word like 全省 or 我市 stands for in an article about `area`; empty where nothing says.

    我国 is China wherever it stands, 全国 unless the article is about another country; 该市 and 当地 mean the place
    named before. 全区 is a district or, in an autonomous region, the region; 全市 in a district is its city, in a
    county-level city that city itself.
    """
    if span.code:
        return span.code
    scope = span.scope
    pointing = span.name[0] in "该当"
    if span.near and (pointing or places.level(area) in ("", "country")):
        area = span.near
    level = places.level(area)
    if not level or level == "country":
        return ""
    if scope == "area":
        return area
    if scope == "region":
        if level == "county" and places.name(area).endswith("区"):
            return area
        return area[:2] + "0000" if area[:2] in ("15", "45", "54", "64", "65") else ""
    if scope == "county":
        return area if level == "county" else ""
    if scope == "city":
        if level == "county" and places.name(area).endswith("市"):
            return area
        if area[:2] in ("11", "12", "31", "50"):
            return area[:2] + "0000"
        return places.area_at(area, "city")
    return places.area_at(area, "province")


def code_of(span: PlaceSpan, area: str) -> str:
    """The code of a place that an article about `area` names, also by words like 全省; empty where it is unclear."""
    return resolve_self(span, area) if span.level == "self" else span.code


def document_area(text: str, title: str, place_hint: str) -> str:
    """The area that an article is about, as a code; empty where it is unclear or the news is about a company.

    The manifest's place wins (`place_hint`, a code or a name). Else the place that the headline names, else the one
    that the lead names and the text keeps naming, or China where a ministry speaks or the words say so.
    """
    hinted = _of_hint(place_hint) if place_hint else ""
    if hinted:
        return hinted
    if title and title not in text[:200]:
        text = f"{title}\n{text}"
    return area_of(find(text), text)


def _of_hint(hint: str) -> str:
    if places.level(hint):
        return hint
    spans = find(hint)
    return spans[-1].code if spans else ""
