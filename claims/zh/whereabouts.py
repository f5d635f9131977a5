"""The place a figure is about: named in its clause, before it in the sentence, or still held from sentences before."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from claims import place as places
from claims.zh import natures, place, place_nation
from claims.zh import place_around as around
from claims.zh.place import PlaceSpan
from claims.zh.place_guards import AGENCY
from claims.zh.records import Reading

# 在美国销量下降0.7%,亚洲销量下降0.5%: no part of the country named before.
_CONTINENTS = re.compile("(?:[亚欧非美]洲|大洋洲|北美|南美|拉美|拉丁美洲|东南亚|[南东中]亚|中东|欧美|亚太)")
_HERE = frozenset(("当地", "辖区", "本地", "境外", "海外", "国外", "境内"))
_PROVINCES = re.compile("个?省(?![级道际])")  # what a whole country alone has several of
_COUNTRIES = re.compile("个?(?:国家|成员国|经济体)")
_SOURCES = ("从", "据", "向", "由")  # 记者从福州海关获悉: who says it, not who acts
# 据黄埔区电梯办主任介绍,…: those who tell of their own area.
_TOLD_BY = re.compile(
    r"[^,。;:、0-9]{0,8}?(?:[办局委处站]|街道|政府|镇|中心)[^,。;:、0-9]{0,10}?(?:主任|局长|书记|[区县镇市]长|负责人|站长|干部|科长)"
    r"[^,。;:、0-9]{0,6}?(?:介绍|表示|透露|[说称]|告诉记者)"
)
_WIDER = re.compile(
    r"[^一-鿿]*(?:据|今年|截至|与此同时|此外|下一步|数据显示|统计|目前全|全|共|累计|(?:在|此次|本次|统一|集中)?(?:行动|活动)(?:中|期间))"
)
_JOINT = re.compile(r" ?(?:、|和|及|与|以及|,|\(|/) ?")
# What a figure can be told of for a whole place: 日本软硬件销量排行榜, 美国观众, 国内油价.
_TOLD_AFTER = re.compile(
    r"(?:的|[^,。;:、0-9]{0,8}?)(?:市场|[销售产]量|均价|出厂价|报价|行业|开工率|产能|需求量|供应量|出货量|零售量|装车量|保有量|销售额|用户|观众|消费者|居民|民众|网民|游客|人口|家庭|劳动力|[油金房车楼票菜肉粮煤]价|车市|楼市|股市|票房|价格|物价|经济|生产总值"
    r"|GDP|CPI|PPI|通胀|失业|电视|汽油|柴油|出口[额量总]|进口[额量总]|进出口|外贸|电影|排行榜|总量|总额)"
)
_FIRM_AFTER = re.compile(
    r"[^,。;:、0-9]{0,8}?(?:公司|企业|厂商|[制造开发运营供应]{2}商|巨头|品牌|集团|存托|证券|交易所|本土|投行|银行)"
)
_HOME_SALES = re.compile("[车机房品货油煤肉粮船]国内")  # 汽车国内销量: a kind of sales
# Where something is launched, nothing is counted: 已在美国市场率先上市.
_LAUNCHED_AFTER = re.compile(
    r"[^,。;:、0-9]{0,4}市场(?:上|中)?(?:[^,。;:、0-9]{0,6}?)(?:上市|推出|发布|发售|采用|上线|登陆|亮相|开售)"
)
_SAYS_AFTER = re.compile(
    r"[^,。;:、0-9]{0,6}?(?:媒体|记者|学者|专家|分析师|网友|大学|研究|科学家|团队)"
    r"|[^,。;:、0-9]{0,8}?(?:新闻网|电视台|广播公司|通讯社|日报|时报|周刊|邮报)"
)
# 在武汉市抓获3人,缴获毒品30克: what follows was done there, too.
_DONE_THERE = re.compile("[^,。;:、0-9]{0,6}?(?:抓获|缴获|查获|破获|打掉|捣毁|查处|收缴|查扣|起获|救出|转移)")
_HAPPENS = re.compile(r"(?:\([^()]{0,40}\))?发生[0-9]")  # 在内江市(北纬29度)发生4级地震,震源深度10千米
_AREAS = re.compile(r"[余多]?个?(?:区县|县区|县市区|市县|区市县|地市|城市|省[份市区]|州市|地区|[市县区])")
_FROM = re.compile(r"(?:来自|源自|产自|赴|前往|飞往|运往|寄往|销往|出口到?|发往|位于|毕业于|留学)\Z")
_LIES = re.compile(r"(?:位于|地处|坐落于|坐落在|隶属于?|毗邻)\Z")  # 大冶市位于湖北省东南部,面积…
_OF_FIRM = re.compile(
    r"公司|集团|净利|营收|营业收入|股价|股票|股东|每股|市值|持股|股份|收盘|融资|财报|美元指数|港元|A股|分行|银行(?!业)"
)


@dataclass(slots=True)
class Whereabouts:
    """Where an article is at: its own `area` and, if it has none, the place it last spoke of.

    `spans` are the places of the sentence; `local` is the part of the area whose office acts in it or one just before.
    """

    area: str
    spans: list[PlaceSpan] = field(default_factory=list)
    sentence: tuple[int, int] = (0, 0)
    topic: str = ""
    local: str = ""
    local_left: int = 0
    told: str = ""  # of which the last figure was
    goes_on: bool = False  # whether the sentence begins with 其中


def enter(here: Whereabouts, text: str, begin: int, end: int, spans: list[PlaceSpan], opens: bool) -> None:
    """Begin a sentence with these places; `opens` says that it begins a paragraph or is a heading."""
    if opens:
        here.local = ""
    if not here.area and here.spans:
        here.topic = _topic(here, text)
    here.spans, here.sentence = spans, (begin, end)
    here.goes_on = not opens and not spans and text.startswith("其中", begin)
    if spans or here.local:
        _locate(here, text, begin)


def of(reading: Reading, here: Whereabouts, text: str) -> tuple[str, str, bool]:
    """Code, name, and whether they were inferred."""
    code, name, inferred = _of(reading, here, text)
    here.told = code
    return code, name, inferred


def _of(reading: Reading, here: Whereabouts, text: str) -> tuple[str, str, bool]:
    at = reading.quantity.start
    if here.goes_on and here.told:
        return here.told, "", True  # 全省出口增长。其中,锂电池出口增长110.7%
    if _PROVINCES.match(text, reading.quantity.end):
        return places.CHINA if text.endswith("全国", 0, at) else _country(here.area), "", True
    if label := _labelled(here, text, at):
        return label.code, label.name, False
    if not reading.places and place_nation.is_made_public(text, reading.quantity.outer_start):
        return places.CHINA, "", True
    if not reading.places and not here.spans and not here.topic:
        return here.local or here.area, "", bool(here.area)
    if around.is_summed(here.spans, text, at):
        return here.area, "", True  # 甲市、乙市分别缴毒6吨和4吨,合计占全省的75%
    if branch := around.acting_branch(here.spans, text, at):
        return branch, "", False
    spans = [slot.item for slot in reading.places if isinstance(slot.item, PlaceSpan)]
    spans = [span for span in spans if not around.is_circumstance(span, text, at)]
    if _is_domestic(here.area or here.topic or here.told):
        spans = [span for span in spans if not around.is_partner(span, text)]
    spans = [span for span in spans if span is spans[0] or not _LIES.search(text, spans[0].end, span.start)]
    if any(around.is_included(span, text) for span in spans):
        return "", "", False
    if _COUNTRIES.match(text, reading.quantity.end):
        spans = [span for span in spans if span.level != "country" or span.code == places.CHINA]
    dealt = reading.rule == "distributed" and len(spans) == 1
    row = around.row_of(here.spans, spans[-1], text) if spans and len(here.spans) > 2 and not dealt else []
    if around.is_of_all(row, text, at):
        return around.code_of_row(row, here.area), "", True
    if _is_domestic(here.area) and spans and around.are_partners(spans, text, at):
        return here.area, "", True
    if len(spans) == 1 and text[spans[0].end : spans[0].end + 1] == "、" and _AREAS.match(text, reading.quantity.end):
        return places.parent(spans[0].code), "", True  # 涉及开州、城口…5个区县
    if spans and text[spans[-1].end : at] == "等" and _AREAS.match(text, reading.quantity.end):
        return places.parent(here.area) if here.area == spans[-1].code else here.area, "", True  # 拟将昌平区等50个地区
    codes = []
    for span in spans:
        code = span.name if span.level == "world" else place.code_of(span, here.area)
        codes.append((code, span.name))
    if len(codes) > 1:
        first, second = codes[0], codes[1]
        if len({code for code, _ in codes}) > 1 and _listed(spans):
            return "", "", False
        nested = [c for c in codes if c[0]]
        return (*(nested[-1] if nested else first), False) if second else (*first, False)
    if codes and codes[0][0]:
        return ("", "", False) if _is_foreign_firm(text, spans[0]) else (*codes[0], False)
    own = spans and spans[-1].level == "self" and spans[-1].name[:1] in "全我本" and spans[-1].name[-1:] != "国"
    if own and places.level(here.area) == "country":
        return "", "", False  # 全省 of a province that nothing names
    code = "" if _CONTINENTS.match(reading.measure) else _held(here, text, reading)
    return (code or here.local or here.area), "", bool(code or here.area)


def _is_foreign_firm(text: str, span: PlaceSpan) -> bool:
    return span.level == "country" and span.code != places.CHINA and _FIRM_AFTER.match(text, span.end) is not None


def _country(area: str) -> str:
    return area if places.level(area) == "country" else ""


def _is_domestic(area: str) -> bool:
    return area[:1].isdigit()


def _listed(spans: list[PlaceSpan]) -> bool:
    return len(spans) > 1 and all(b.start - a.end <= 1 for a, b in itertools.pairwise(spans))


def _labelled(here: Whereabouts, text: str, at: int) -> PlaceSpan | None:
    """The place that a caption in brackets is told of: (湘潭:海报在全市200多家单位投放。)."""
    for span in reversed(here.spans):
        if span.end <= at and span.code and text[span.end : span.end + 1] == ":" and text[span.start - 1] == "(":
            return span if text.find(")", span.end, at) < 0 else None
    return None


def _held(here: Whereabouts, text: str, reading: Reading) -> str:
    """The place of which the sentence speaks before the figure, or the one that holds from before; empty if unclear.

    What a thing is described by has no place, nor have the figures of a company.
    """
    quantity = reading.quantity
    code = _spoken_of(here, text, quantity.start)
    described = quantity.form == "number" and natures.is_specification(quantity) and "震" not in reading.measure
    return "" if not code or described or (not here.area and _OF_FIRM.search(text, *here.sentence)) else code


def _spoken_of(here: Whereabouts, text: str, at: int) -> str:
    before = [
        span
        for span in here.spans
        if span.end <= at and not _is_source(text, span) and not around.is_circumstance(span, text, at)
    ]
    if _is_domestic(here.area or here.topic or here.told):
        before = [span for span in before if not around.is_partner(span, text)]
    told = [span for span in before if not _is_aside(text, span)]
    if not told:
        return here.topic if not before or all(_code(here, span) == here.topic for span in before) else ""
    last = told[-1]
    index = before.index(last)
    listed = index > 0 and _JOINT.fullmatch(text, before[index - 1].end, last.start) is not None
    return "" if listed else _code(here, last)


def _topic(here: Whereabouts, text: str) -> str:
    """What the sentence that ends leaves to the next: the one place it spoke of; none where it spoke of several."""
    told = [span for span in here.spans if span.name not in _HERE and not _is_source(text, span)]
    codes = {_code(here, span) for span in told if not _is_aside(text, span)}
    codes |= {"" for span in told if _is_aside(text, span) and _code(here, span) != here.topic}
    if not codes:
        return here.topic
    within = [code for code in codes if not any(code != other and places.is_within(other, code) for other in codes)]
    return within[0] if len(within) == 1 else ""


def _code(here: Whereabouts, span: PlaceSpan) -> str:
    return "" if span.kind != "place" else place.code_of(span, here.area)


def _is_source(text: str, span: PlaceSpan) -> bool:
    return _SAYS_AFTER.match(text, span.end) is not None


def _is_aside(text: str, span: PlaceSpan) -> bool:
    """Whether no figure is about the place: it says where a company or a person come from, or something happens."""
    if span.kind == "place" and text[span.end : span.end + 1] == "," and text[span.start - 1 : span.start] == "在":
        return False  # 在印度,利率上升…
    if span.kind == "place" and text[span.start - 1 : span.start] == "在" and _DONE_THERE.match(text, span.end):
        return False
    if around.is_spot(span, text) or _HAPPENS.match(text, span.end):
        return False
    if span.level == "country" and span.name[-1] == "区":
        return False  # 港区: where a shop sells
    if _HOME_SALES.fullmatch(text, span.start - 1, span.end):
        return True
    return (
        span.kind != "place"
        or _TOLD_AFTER.match(text, span.end) is None
        or _FIRM_AFTER.match(text, span.end) is not None
        or _LAUNCHED_AFTER.match(text, span.end) is not None
        or _FROM.search(text, max(0, span.start - 4), span.start) is not None
    )


def _locate(here: Whereabouts, text: str, begin: int) -> None:
    """What an office of a part of the area does (近日,番禺警方…), or what happens at a spot there, is told of that part
    for the next sentences, too.

    Until another place or 全市 is named, or words like 据统计 widen the view again.
    """
    own = [span for span in here.spans if span.name not in _HERE]
    first = own[0] if own else None
    if (
        first is not None
        and first.level in ("city", "county")
        and first.start - begin <= 12
        and (text[first.start - 1 : first.start] not in _SOURCES or _TOLD_BY.match(text, first.end))
        and not any(
            span.level == "self" or (span.code != first.code and places.is_within(first.code, span.code))
            for span in own[1:]
        )
        and here.area
        and first.code != here.area
        and places.is_within(first.code, here.area)
        and (AGENCY.match(text, first.end) or around.is_spot(first, text) or _TOLD_BY.match(text, first.end))
    ):
        here.local, here.local_left = first.code, 3
    elif own or here.local_left == 0 or _WIDER.match(text, begin):
        here.local = ""
    else:
        here.local_left -= 1
