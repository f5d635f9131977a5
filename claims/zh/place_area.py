"""Which area an article is about: the subject of its headline and lead, or China, or none."""

from __future__ import annotations

import re
from collections import Counter

from claims import place as places
from claims.zh.place_span import PlaceSpan

_NATIONAL = re.compile(
    r"国家统计局|国务院|海关总署|财政部|公安部|人社部|教育部|商务部|工信部|工业和信息化部|交通运输部|农业农村部|文化和旅游部|国家[一-鿿]{2,6}[局委]"
    r"|人力资源(?:和)?社会保障部|最高(?:人民)?(?:检察院|法院|检)|全国|我国|中国人民银行|央行|国内生产总值"
)
_COMPANY = re.compile(
    r"股份|公司|净利润|营收|营业收入|上市|公告|股东|每股|A股|港股|财报|年报|半年度报告|季报|涨停|融资余额|融资融券|轮融资|证券代码|基金"
)
_HEADLINE = re.compile(r"\s{0,8}(?:原标题:)?([^\n]{0,40})")
_LEAD = 400
_FEW = 3  # namings of foreign countries in news of China that never names it
# 奔赴全国各地, 国内多个城市: anywhere in China, not China.
_ANYWHERE = re.compile(r"全国(?:各地|多地|各省|多省|多个)|国内")
# 中国国际服务贸易交易会, 中国政府代表团: a name that begins with the country.
_NAME_AFTER = re.compile(
    r"(?:国际[^,。;:、]{0,12}?(?:会|展|节|赛|周)|[^,。;:、0-9]{0,10}?(?:博览会|交易会|代表团|锦标赛|公开赛|协会|学会|研究院|科学院|工程院))"
)
_PUBLIC = re.compile(
    r"[一-鿿]{0,4}?(?:央行|政府|警|统计|总统|总理|首相|国王|国防|军|议会|国会|法院|检方|外交|外长|经济|通胀|失业|人口|财政|财长|当局|部长|省|卫生|气象|海关|央视|民众|国民|居民|消防|海岸|选举)"
)
# 山东省发展改革委印发通知: what the office of an area makes public is of the area.
_OFFICE = re.compile(
    r"(?:人民)?(?:政府|发展?改革?委|统计局|公安[厅局]|[一-鿿]{2,8}(?:厅|委员会|管理局|监管局))[^,。;、]{0,24}?(?:印发|发布|出台|公布|通报|召开|介绍|下发|宣布|通知)"
)
# 韩国贸易部周三公布的数据, 日本财务省的数据显示: figures of the country.
_PUBLISHES = re.compile(
    r"(?:央行|中央银行|[一-鿿]{0,10}?(?:统计[局厅]|部|省|海关|财政厅|关税厅))"
    r"(?:[^,。;:]{0,20}?(?:公布|发布)[^,。;:]{0,12}?(?:数据|报告|统计|,)|[^,。;:]{0,12}?(?:数据|统计)显示)"
)
# What police and courts do is told of their area.
_POLICE = re.compile(
    r"(?:市|县|区)?(?:公安|警方|交警|刑警|派出所|(?:中级)?(?:人民)?法院|(?:人民)?检察院|法检|消防救援)"
)
# Who guards trains and stations guards them wherever they run.
_RAILWAY = re.compile(r"铁路公安|铁路警方|铁警|乘警|局集团")
# Newspapers and stations, which report from their own area.
_MEDIA = re.compile(r"(?:市|县|区|省)?(?:广电|广播|融媒|日报|晚报|晨报|电视台|新闻|网|发布|新媒体)")
_JOINT = re.compile(r"、|和|及|与|以及|[^,。;:、]{0,14}?(?:牵头|联合|会同|协同)(?:[^,。;:、]{0,4})")


def area_of(spans: list[PlaceSpan], text: str) -> str:
    """The code of the area that an article with these places is about; empty where it is unclear or about a company.

    A province, city or county that headline or lead names and the text keeps naming; China where its words prevail.
    """
    headline = _HEADLINE.match(text)
    head_end = headline.end() if headline else 0
    lead = text[: head_end + _LEAD]
    local = _unlisted([span for span in spans if _is_local(span)], text)
    counts = Counter(span.code for span in local)
    if len(counts) == 1 and any(span.start < len(lead) and _OFFICE.match(text, span.end) for span in local):
        return local[0].code
    if len(_COMPANY.findall(lead)) >= max(3, max(counts.values(), default=0)):
        return ""
    guards_trains = _RAILWAY.search(lead) is not None
    if len(counts) == 1 and not guards_trains and any(_acts(span, text) for span in local):
        return local[0].code
    whole_nation = sum(
        span.code == places.CHINA
        and span.kind == "place"
        and not _ANYWHERE.match(text, span.start)
        and not _NAME_AFTER.match(text, span.end)
        for span in spans
    )
    abroad = _abroad(spans, text, head_end + _LEAD // 2)
    if abroad[1] >= 3 and abroad[1] > 2 * whole_nation and abroad[1] > sum(counts.values()):
        return abroad[0]
    reporting = _reporting(spans, text, head_end + _LEAD)
    if reporting and sum(span.code == reporting for span in spans) >= whole_nation + sum(counts.values()):
        return reporting
    within = _within(counts)

    def keeps_naming(code: str, count: int) -> bool:
        return count >= max(2, whole_nation) and _prevails(code, counts, within)

    head = [span for span in local if span.start < head_end]
    found = next((span.code for span in head if keeps_naming(span.code, counts[span.code])), "")
    if found or guards_trains:
        return found
    near = sorted(dict.fromkeys(span.code for span in local if span.start < len(lead)), key=lambda code: -counts[code])
    found = next((code for code in near if keeps_naming(code, counts[code])), "")
    if found:
        return _whole(found, counts, spans, len(lead))
    found = next((span.code for span in head if _heads(span, text) and keeps_naming(span.code, within[span.code])), "")
    return found or _of_own_words(spans, text, whole_nation) or _nation(spans, lead, counts, whole_nation)


def _nation(spans: list[PlaceSpan], lead: str, counts: Counter[str], whole_nation: int) -> str:
    """China where the lead speaks for all of it and it is named no less than any part; else empty."""
    lead = _ANYWHERE.sub(lambda match: " " * len(match[0]), lead)  # of the same length: places keep their offsets
    national = _is_national(lead, spans)
    if whole_nation >= 1 and national and whole_nation >= max(counts.values(), default=0):
        return places.CHINA
    unnamed = not counts and sum(map(_is_foreign, spans)) <= _FEW  # 印度…韩国央行…: the central bank of no one country
    return places.CHINA if unnamed and national else ""


def _acts(span: PlaceSpan, text: str) -> bool:
    """Whether the police or a court of the place acts; not where it is only turned to (向上海法院起诉)."""
    return _POLICE.match(text, span.end) is not None and text[span.start - 1 : span.start] not in ("向", "被", "到")


def _heads(span: PlaceSpan, text: str) -> bool:
    """Whether a headline can be led by the place: a city or county, or a province with a colon or office behind it."""
    return (
        span.level in ("city", "county")
        or span.code[:2] in places.MUNICIPALITIES
        or text[span.end : span.end + 1] == ":"
        or _POLICE.match(text, span.end) is not None
    )


def _whole(code: str, counts: Counter[str], spans: list[PlaceSpan], lead: int) -> str:
    """The city or province itself where the lead says 全市 or 全省 and the text names several of its parts."""
    above = places.parent(code)
    scope = "city" if places.level(code) == "county" and not places.name(code).endswith("市") else "province"
    parts = sum(places.parent(other) == above for other in counts)
    said = any(span.scope == scope and span.start < lead and span.name[0] in "全我" for span in spans)
    return above if above != places.CHINA and parts > 1 and said else code


def _of_own_words(spans: list[PlaceSpan], text: str, whole_nation: int) -> str:
    """The one area that words like 全市 can mean, be it named by a newspaper alone; else empty."""
    scopes = Counter(span.scope for span in spans if span.level == "self" and span.name[0] in "全我本")
    scope, said = next(iter(scopes.most_common(1)), ("", 0))
    if said < 2 or said < whole_nation:
        return ""
    named = [span for span in spans if span.code and (span.kind == "place" or _MEDIA.match(text, span.end))]
    codes = {_at(span.code, scope) for span in named} - {""}
    return codes.pop() if len(codes) == 1 else ""


def _at(code: str, scope: str) -> str:
    """The area of a level that holds `code`; the municipalities are cities as well."""
    municipality = scope == "city" and code[:2] in places.MUNICIPALITIES
    return code[:2] + "0000" if municipality else places.area_at(code, scope)


def _is_foreign(span: PlaceSpan) -> bool:
    return span.level == "country" and span.code != places.CHINA


def _is_national(lead: str, spans: list[PlaceSpan]) -> bool:
    """Whether the lead speaks for all of China: 央行, 财政部, but not 韩国央行."""
    foreign = {span.end for span in spans if _is_foreign(span)}
    return any(match.start() not in foreign for match in _NATIONAL.finditer(lead))


def _reporting(spans: list[PlaceSpan], text: str, limit: int) -> str:
    """The one foreign country of which its own office publishes figures: 韩国贸易部公布的数据显示."""
    named = [span for span in spans if _is_foreign(span) and span.kind == "place" and span.start < limit]
    first = named[0] if named else None
    return first.code if first is not None and _PUBLISHES.match(text, first.end) else ""


def _abroad(spans: list[PlaceSpan], text: str, limit: int) -> tuple[str, int]:
    """The foreign country that is named most and stands before `limit`, too, and how often it is named.

    Only news of its public life is of the country; what is made and sold there may be of anywhere.
    """
    named = [span for span in spans if span.kind == "place" and _is_foreign(span)]
    led = {span.code for span in named if span.start < limit}
    code, count = next(iter(Counter(span.code for span in named).most_common(1)), ("", 0))
    public = any(span.code == code and _PUBLIC.match(text, span.end) for span in named)
    return (code, count) if code in led and public else ("", 0)


def _unlisted(spans: list[PlaceSpan], text: str) -> list[PlaceSpan]:
    """The places that do not stand in a row of three or more (赴陕西、广东、江苏等地), which no article is about."""
    kept: list[PlaceSpan] = []
    run: list[PlaceSpan] = []
    for span in spans:
        if run and not _JOINT.fullmatch(text, run[-1].end, span.start):
            kept += run if len(run) < 3 else []
            run = []
        run.append(span)
    return kept + (run if len(run) < 3 else [])


def _is_local(span: PlaceSpan) -> bool:
    return span.kind == "place" and span.level in ("province", "city", "county") and bool(span.code)


def _within(counts: Counter[str]) -> Counter[str]:
    """How often each area or a part of it is named."""
    found: Counter[str] = Counter()
    for code, count in counts.items():
        for area in places.chain(code):
            found[area] += count
    return found


def _prevails(code: str, counts: Counter[str], within: Counter[str]) -> bool:
    """Whether half of the naming of places or more falls to the area, to its parts and to what it is part of."""
    around = sum(counts[area] for area in places.chain(code)[1:])
    return 2 * (within[code] + around) >= sum(counts.values())
