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
_JOINT = re.compile(r"、|和|及|与|以及")


def area_of(spans: list[PlaceSpan], text: str) -> str:
    """The code of the area that an article with these places is about; empty where it is unclear or about a company.

    A province, city or county that headline or lead names and the text keeps naming; China where its words prevail.
    """
    headline = _HEADLINE.match(text)
    head_end = headline.end() if headline else 0
    lead = text[: head_end + _LEAD]
    local = _unlisted([span for span in spans if _is_local(span)], text)
    counts = Counter(span.code for span in local)
    within = _within(counts)
    if len(counts) == 1 and any(span.start < len(lead) and _OFFICE.match(text, span.end) for span in local):
        return local[0].code
    if len(_COMPANY.findall(lead)) >= max(3, max(counts.values(), default=0)):
        return ""
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
    for end in (head_end, head_end + _LEAD):
        near = [span.code for span in local if span.start < end]
        for code in sorted(dict.fromkeys(near), key=lambda code: -counts[code] if end > head_end else 0):
            if counts[code] >= 2 and counts[code] >= whole_nation and _prevails(code, counts, within):
                return code
    lead = _ANYWHERE.sub(lambda match: " " * len(match[0]), lead)  # of the same length: places keep their offsets
    national = _is_national(lead, spans)
    if whole_nation >= 1 and national and whole_nation >= max(counts.values(), default=0):
        return places.CHINA
    unnamed = not counts and sum(map(_is_foreign, spans)) <= _FEW  # 印度…韩国央行…: the central bank of no one country
    return places.CHINA if unnamed and national else ""


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
