"""Which area's offices act in an article: police and courts, who publishes, where something happens."""

from __future__ import annotations

import re

from claims import place as places
from claims.zh.place_named import Named
from claims.zh.place_span import PlaceSpan

_OPENING = 120  # characters behind the headline
# 山东省发展改革委印发通知: what the office of an area makes public is of the area.
_OFFICE = re.compile(
    r"(?:人民)?(?:政府|发展?改革?委|统计局|公安[厅局]|[一-鿿]{2,8}(?:厅|委员会|管理局|监管局))[^,。;、]{0,24}?(?:印发|发布|出台|公布|通报|召开|介绍|下发|宣布|通知)"
)
# What police and courts do is told of their area.
_POLICE = re.compile(
    r"(?:[一-鿿]{0,8}?(?:开发|高新|示范|试验|新)区)?(?:市|县|区)?(?:公安|警方|交警|刑警|派出所|(?:中级)?(?:人民)?法院|(?:人民)?检察院|检方|法检|消防救援)"
)
# 最高检公布典型案例, 三省十家法院: what courts and police of many places did.
_OF_MANY = re.compile(
    r"公安部(?:公布|通报|发布|召开)|最高(?:人民)?(?:检察院|法院|检)(?!关于|《)|“?两高|(?:[2-9]|1[0-9]|[二三四五六七八九十])省(?!级|份|道)"
)
# Who guards trains and stations guards them wherever they run.
_RAILWAY = ("铁路公安", "铁路警方", "铁警", "乘警", "局集团")
# 双流区东升街道, 西递镇, 六合区城管: what happens in a town, a neighbourhood, a kindergarten.
_TOWN = re.compile(r"[一-鿿]{2,4}?(?:镇|乡(?!村)|街道|社区)|[一-鿿]{0,8}?(?:学校|幼儿园|城管|居委会|村委会)")


def publisher(named: Named) -> str:
    """The one area of the article, where its office publishes; else empty."""
    if len(named.counts) != 1:
        return ""
    says = any(span.start < named.lead and _OFFICE.match(named.text, span.end) for span in named.local)
    return named.local[0].code if says else ""


def guards_trains(named: Named) -> bool:
    """Whether the article is of those who guard trains, wherever they run."""
    return any(named.text.find(word, 0, named.lead) >= 0 for word in _RAILWAY)


def actors_in(named: Named) -> list[PlaceSpan]:
    """The places whose police or court acts; none where those of many places do."""
    spans = [span for span in named.local if _acts(span, named.text)]
    if not spans or guards_trains(named) or "典型案例" in named.text[: named.head]:
        return []
    return spans if _OF_MANY.search(named.text, 0, named.lead) is None else []


def leader(named: Named, company: int) -> str:
    """The area named most that leads the headline before a colon, if `company` words are few; else empty."""
    for span in named.local:
        if span.start < named.head and named.text[span.end : span.end + 1] == ":":
            return span.code if named.counts[span.code] == named.most > 1 and company <= 2 * named.most else ""
    return ""


def actor(named: Named, actors: list[PlaceSpan], company: int) -> str:
    """The area named most whose police or court acts in the lead, if `company` words are few; else empty."""
    for span in actors:
        if span.start < named.lead and named.counts[span.code] == named.most > 1 and company <= 2 * named.most:
            return span.code if span.start < named.head else whole(span.code, named)
    return ""


def sole_actor(named: Named, actors: list[PlaceSpan]) -> str:
    """The one area whose police or court acts, and early where others are named, too; else empty."""
    if len({span.code for span in actors}) != 1 or named.counts[actors[0].code] < named.most:
        return ""
    return actors[0].code if len(named.counts) == 1 or actors[0].start < named.head + _OPENING else ""


def scene(named: Named, alone: bool = True) -> str:
    """The one area in which what is told happens, if the article names no other, or unless `alone` none as often."""
    scenes = {span.code for span in named.local if _is_scene(span, named)}
    if len(scenes) != 1:
        return ""
    code = scenes.pop()
    most = len(named.counts) == 1 or (not alone and named.counts[code] >= max(2, named.most))
    return code if most else ""


def heads(span: PlaceSpan, text: str) -> bool:
    """Whether a headline can be led by the place: a city or county, or a province with a colon or office behind it."""
    return (
        span.level in ("city", "county")
        or span.code[:2] in places.MUNICIPALITIES
        or text[span.end : span.end + 1] == ":"
        or _POLICE.match(text, span.end) is not None
    )


def whole(code: str, named: Named) -> str:
    """The city or province itself where the lead says 全市 or 全省 and the text names several of its parts."""
    above = places.parent(code)
    scope = "city" if places.level(code) == "county" and not places.name(code).endswith("市") else "province"
    parts = sum(places.parent(other) == above for other in named.counts)
    said = any(span.scope == scope and span.start < named.lead and span.name[0] in "全我" for span in named.spans)
    return above if above != places.CHINA and parts > 1 and said else code


def _acts(span: PlaceSpan, text: str) -> bool:
    """Whether the police or a court of the place acts; not where it is only turned to (向上海法院起诉) or quoted."""
    passive = text.endswith(("向", "被", "到", "来源:"), 0, span.start)
    return not passive and _POLICE.match(text, span.end) is not None


def _is_scene(span: PlaceSpan, named: Named) -> bool:
    """Whether what is told happens at the place: 北京大兴:… as headline, 双流区东升街道… in the opening."""
    if span.start < named.head and named.text[span.end : span.end + 1] == ":":
        return True
    return (
        span.level in ("county", "city")
        and span.start < named.head + _OPENING
        and _TOWN.match(named.text, span.end) is not None
    )
