"""Which area an article is about: the subject of its headline and lead, or China, or none."""

from __future__ import annotations

import re
from collections import Counter

from claims import place as places
from claims.zh import place_acting as acting
from claims.zh.place_named import Named, named_in
from claims.zh.place_nation import another_country, namings, nation
from claims.zh.place_span import PlaceSpan

_COMPANY = re.compile(
    r"股份|公司|净利润|营收|营业收入|上市|公告|股东|每股|A股|港股|财报|年报|半年度报告|季报|涨停|涨超|涨逾|跌超|跌逾|板块|融资余额|融资融券|轮融资|证券代码|基金"
)
_CRIME = re.compile(r"起诉书|提起公诉|被告人|犯罪嫌疑人|刑事拘留|有期徒刑")
# Newspapers and stations, which report from their own area.
_MEDIA = re.compile(r"(?:市|县|区|省)?(?:广电|广播|融媒|日报|晚报|晨报|电视台|新闻|网|发布|新媒体)")

_LIES = re.compile("(?:位于|坐落于|坐落在|地处)\\Z")
_BODY = re.compile(
    "的(?:这|一)?(?:座|所|家|个)?[一-鿿]{0,6}"
    "(?:派出所|社区|街道|学校|小学|中学|医院|法院|站|支队|大队|乡|镇|村|园区|景区|口岸|码头)"
)
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤川藏琼"  # each by its one character
_MANY = re.compile(
    r"各地|多地|片区|(?:[2-9]|1[0-9]|[二三四五六七八九十])[地省](?![级份块铁方区道质点标产处])"
    rf"|[{_PROVINCES}]{{2,}}(?:[两二三四五六七八九2-9]*[省地市家]|警|公安|法院|检察|联|携手|共)"
)


def area_of(spans: list[PlaceSpan], text: str) -> str:
    """The code of the area that an article with these places is about; empty where it is unclear or about a company.

    A province, city or county that headline or lead names and the text keeps naming; China where its words prevail.
    """
    named = named_in(text, spans)
    if _is_of_many_places(named):
        return another_country(named, namings(spans, text))
    company = len(_COMPANY.findall(text, 0, named.lead))
    actors = acting.actors_in(named)
    found = acting.publisher(named) or acting.leader(named, company) or acting.actor(named, actors, company)
    crime = _CRIME.search(text, 0, named.lead) is not None  # which a firm may be the victim of
    if found or (company >= max(3, named.most) and not crime):
        return found
    found = acting.sole_actor(named, actors) or acting.scene(named)
    if found:
        return found
    whole_nation = namings(spans, text)
    found = another_country(named, whole_nation) or _kept(named, whole_nation)
    if found or acting.guards_trains(named):
        return found
    found = _of_own_words(named, whole_nation) or nation(named, whole_nation) or acting.scene(named, alone=False)
    return found or _seat(named)


def _seat(named: Named) -> str:
    """The place in which the body lies that the article is about, where it names no other: 位于武汉市硚口区的派出所."""
    for span in named.local:
        if span.start < named.lead and _LIES.search(named.text, max(0, span.start - 4), span.start):
            alone = all(places.is_within(span.code, one.code) or one.code == span.code for one in named.local)
            return span.code if alone and _BODY.match(named.text, span.end) else ""
    return ""


def _is_of_many_places(named: Named) -> bool:
    """Whether the headline speaks of many places before it names one: 各地举办活动, 川渝警方联手."""
    end = min(named.head, named.local[0].start) if named.local else 0
    return _MANY.search(named.text, 0, end) is not None


def _kept(named: Named, whole_nation: int) -> str:
    """The area that headline or lead names and the text keeps naming, no less than China; else empty."""
    head = [span for span in named.local if span.start < named.head]

    def keeps(code: str, count: int) -> bool:
        return count >= max(2, whole_nation) and named.prevails(code)

    found = next((span.code for span in head if keeps(span.code, named.counts[span.code])), "")
    if found:  # 新疆兵团第六师五家渠市: the part of it that is named more often
        acts = [span for span in acting.actors_in(named) if span.start < named.lead]
        parts = [span.code for span in (*head, *acts) if places.is_within(span.code, found)]
        deeper = max(parts, key=lambda code: named.counts[code], default=found)
        return deeper if named.counts[deeper] > named.counts[found] else found
    if acting.guards_trains(named):
        return found
    lead = dict.fromkeys(span.code for span in named.local if span.start < named.lead)
    near = sorted(lead, key=lambda code: -named.counts[code])
    found = next((code for code in near if keeps(code, named.counts[code])), "")
    if found:
        return acting.whole(found, named)
    led = [span for span in head if acting.heads(span, named.text)]
    return next((span.code for span in led if keeps(span.code, named.within[span.code])), "")


def _of_own_words(named: Named, whole_nation: int) -> str:
    """The one area that words like 全市 can mean, be it named by a newspaper alone; else empty."""
    scopes = Counter(span.scope for span in named.spans if span.level == "self" and span.name[0] in "全我本")
    scope, said = next(iter(scopes.most_common(1)), ("", 0))
    if said < 2 or said < whole_nation:
        return ""
    told = [span for span in named.spans if span.code and (span.kind == "place" or _MEDIA.match(named.text, span.end))]
    codes = {_at(span.code, scope) for span in told} - {""}
    return codes.pop() if len(codes) == 1 else ""


def _at(code: str, scope: str) -> str:
    """The area of a level that holds `code`; the municipalities are cities as well."""
    municipality = scope == "city" and code[:2] in places.MUNICIPALITIES
    return code[:2] + "0000" if municipality else places.area_at(code, scope)
