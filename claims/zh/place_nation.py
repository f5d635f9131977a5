"""Whether an article is about China as a whole or about another country, by what its lead and its places say."""

from __future__ import annotations

import re
from collections import Counter

from claims import place as places
from claims.zh.place_named import Named
from claims.zh.place_span import PlaceSpan

# 工信部第374批公告, 工信部申报信息: a register of products, not news of the country.
_REGISTER = r"[^,。;:]{0,24}?(?:批|申报|公示|目录|公告|油耗|认证|备案|入网|新车)"
_OFFICES = re.compile(
    rf"国家统计局|国务院|海关总署|财政部|公安部|人社部|教育部|商务部|(?:工信部|工业和信息化部)(?!{_REGISTER})|交通运输部|农业农村部|文化和旅游部|国家[一-鿿]{{2,6}}[局委]"
    r"|人力资源(?:和)?社会保障部|最高(?:人民)?(?:检察院|法院|检)|中国人民银行|央行|国内生产总值"
)
# 公安部公布|10起典型案例: cases that an office of the country makes public.
_MADE_PUBLIC = re.compile(rf"(?:{_OFFICES.pattern})[^,。;:、0-9]{{0,8}}?(?:公布|发布|通报|曝光|公开)了?$")
_PUBLIC_LAST = frozenset("布报光开了")
_PUBLIC_REACH = 24
# 我国进出口…, 上半年全国…: of what the clause speaks.
_SUBJECT = re.compile(r"(?:(?<![^,。;:!?\n ])|(?<=[年月日期底末]))(?:全国|我国)")
_OPENING = 200  # characters behind the headline
_OFTEN = 2  # times that it must be so spoken of where no office of the country is
_FEW = 3  # namings of foreign countries in news of China that never names it
# 奔赴全国各地, 国内多个城市: anywhere in China, not China; 全国生态日, 全国奥林匹克竞赛: names.
_ANYWHERE = re.compile(
    r"全国(?:各地|多地|各省|多省|多个"
    r"|(?:首个|第[一二三四五六七八九十]+个)?“?[一-鿿]{2,6}(?<![每当同次本即近])[日月周](?=[,。、;:” 活之来宣到主系现])"
    r"|[^,。;:、0-9]{0,12}?(?:竞赛|奥赛|奥林匹克|大赛|联赛|锦标赛|公开赛|博览会|代表团|协会|学会))|国内"
)
_PUBLIC = re.compile(
    r"[一-鿿]{0,4}?(?:央行|政府|警|统计|总统|总理|首相|国王|国防|军|议会|国会|法院|检方|外交|外长|经济|通胀|失业|人口|财政|财长|当局|部长|省|卫生|气象|能源信息|劳工|商务部|农业部|海关|央视|民众|国民|居民|消防|海岸|选举)"
)
# 韩国贸易部周三公布的数据, 日本财务省的数据显示, 菲律宾卫生部报告: figures of the country.
_PUBLISHES = re.compile(
    r"(?:央行|中央银行|[一-鿿]{0,10}?(?:统计[局厅]|部|省|海关|财政厅|关税厅))"
    r"(?:[^,。;:]{0,20}?(?:公布|发布)[^,。;:]{0,12}?(?:数据|报告|统计|,)|[^,。;:]{0,12}?(?:数据|统计)显示|报告)"
)


def namings(spans: list[PlaceSpan], text: str) -> int:
    """How often China itself is named, not as a part of other names."""
    return sum(
        span.code == places.CHINA and span.kind == "place" and not _ANYWHERE.match(text, span.start) for span in spans
    )


def nation(named: Named, whole_nation: int) -> str:
    """China where the lead speaks for all of it and it is named no less than any part; else empty."""
    named_most = whole_nation >= max(1, named.most)
    if not named_most and named.counts:
        return ""
    lead = named.text[: named.lead]
    lead = _ANYWHERE.sub(lambda match: " " * len(match[0]), lead)  # of the same length: places keep their offsets
    office = _speaks(lead, named.spans)
    if named_most and (office or len(_SUBJECT.findall(lead)) >= _OFTEN):
        return places.CHINA
    foreign = sum(map(_is_foreign, named.spans))  # 印度…韩国央行…: the central bank of no one country
    return places.CHINA if office and not named.counts and foreign <= _FEW else ""


def is_made_public(text: str, at: int) -> bool:
    """Whether an office of China makes public what is counted at `at`."""
    before = max(0, at - _PUBLIC_REACH)
    return text[at - 1 : at] in _PUBLIC_LAST and _MADE_PUBLIC.search(text, before, at) is not None


def another_country(named: Named, whole_nation: int) -> str:
    """The foreign country that news is of; else empty."""
    text, local = named.text, sum(named.counts.values())
    code, count = _abroad(named)
    if count >= 3 and count > 2 * whole_nation and count > local:
        return code
    first = next((span for span in named.spans if _is_foreign(span) and span.kind == "place"), None)
    if first is None:
        return ""
    leads = first.start < named.head and text[first.end : first.end + 1] == ":"
    publishes = first.start < named.lead and _PUBLISHES.match(text, first.end) is not None
    own = sum(span.code == first.code for span in named.spans)
    return first.code if (leads or publishes) and own >= whole_nation + local else ""


def _speaks(lead: str, spans: list[PlaceSpan]) -> bool:
    """Whether an office of China does: 央行, 财政部, but not 韩国央行."""
    foreign = {span.end for span in spans if _is_foreign(span)}
    abroad = "美联储" in lead  # of whose rates 央行 is then said, too
    spoken = (match for match in _OFFICES.finditer(lead) if not (abroad and match[0] == "央行"))
    return any(match.start() not in foreign for match in spoken)


def _is_foreign(span: PlaceSpan) -> bool:
    return span.level == "country" and span.code != places.CHINA


def _abroad(named: Named) -> tuple[str, int]:
    """The foreign country that is named most and opens the article, too, and how often it is named.

    Only news of its public life is of the country; what is made and sold there may be of anywhere.
    """
    foreign = [span for span in named.spans if span.kind == "place" and _is_foreign(span)]
    led = {span.code for span in foreign if span.start < named.head + _OPENING}
    code, count = next(iter(Counter(span.code for span in foreign).most_common(1)), ("", 0))
    public = any(span.code == code and _PUBLIC.match(named.text, span.end) for span in foreign)
    return (code, count) if code in led and public else ("", 0)
