"""Places in Chinese articles: names with and without 省, 市, 区, 县, nested or alone, and words like 全市."""

from __future__ import annotations

import re
from functools import lru_cache

from claims import place as places
from claims.zh import place_choice as choice
from claims.zh import place_guards as guards
from claims.zh.place_area import area_of
from claims.zh.place_choice import Known
from claims.zh.place_offices import area_served
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
    known = choice.known((name for _, _, name in hits), area)
    spans: list[PlaceSpan] = []
    rows = choice.siblings(text, hits, known)
    for start, end, name in hits:
        _add(spans, text, start, end, name, known, start in rows)
    return tuple(spans)


def _add(
    spans: list[PlaceSpan], text: str, start: int, end: int, name: Name, known: Known, rowed: bool = False
) -> None:
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
            if code and form == "self" and text[start] == "全" and places.level(known.area) == "country":
                code = known.area  # 全国 in news from abroad
            near = "" if code or form == "world" else _near(spans, start)
            spans.append(PlaceSpan(start, end, text[start:end], code, form, scope=name.level, near=near))
        return
    if form == "shop":
        if guards.is_shop(text, start, end):
            spans.append(_span(text, start, end, name.codes[0], name.level))
        return
    if form == "country":
        if not guards.is_broken(text, start, end):
            span = _span(text, start, end, name.codes[0], "country")
            spans.append(span._replace(kind="organisation") if guards.is_event(text, start, end) else span)
        return
    inside = choice.inside(name, last)
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
    if name.inner and (branch := choice.branch(text, start, end, name, known)):
        spans.append(_span(text, start, end, branch, "county"))
        return
    code = choice.which(name, known)
    doubtful = (form == "full" and name.common) or form in ("bare", "weak")
    if doubtful and not rowed and not choice.accepted(text, start, end, form, name, code, known):
        return
    end += 2 if form != "full" and choice.ALONE.match(text, end) else 0
    spans.append(_span(text, start, end, code, name.level, not code))


def _near(spans: list[PlaceSpan], start: int) -> str:
    """The area last named before, not too far back."""
    for span in reversed(spans[-4:]):
        if start - span.end > _REACH:
            break
        if span.kind == "place" and span.code and span.level in ("province", "city", "county"):
            return span.code
    return ""


def _span(text: str, start: int, end: int, code: str, level: str, ambiguous: bool = False) -> PlaceSpan:
    served = area_served(code, text, end)
    kind = "organisation" if (served != code and not served) or guards.is_organisation(text, start, end) else "place"
    level = level if served == code else places.level(served or code)
    return PlaceSpan(start, end, text[start:end], served or code, level, kind, ambiguous)


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
        if area[:2] in places.MUNICIPALITIES:
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
