"""What stands around the places of a sentence: a row that no figure is of alone, a branch that acts."""

from __future__ import annotations

import re

from claims import place as places
from claims.zh.place_span import PlaceSpan

# 黑龙江中部、吉林北部和东南部、辽宁等地: between the places of a row, what part of each is meant.
_IN_ROW = re.compile(r"[东南西北中部偏沿岸海山区大局地等省市方和及与以]{0,10}、[东南西北中部偏和及与以]{0,4}")
_LAST_IN_ROW = re.compile(r"[东南西北中部偏沿岸海山区大局地等省市方]{0,8}(?:以及|及|和|与)")
_TOGETHER = re.compile(r"[^,。;:、]{0,10}?(?:牵头|联合|会同)(?:组织|会同|联合)?")
_BRANCH_BEFORE = re.compile(r"(?:公安|公安局|警察|交警|交管局|[市区县]局)\Z")
_BRANCH_AFTER = re.compile(r"(?:公安)?分局|[支大]队")
# 随着国内需求回升,…: what is told with it, not of it.
_WITH = re.compile(r"(?:伴随着?|随着|受|面对|得益于|借助)\Z")
_AMONG = re.compile(r"[^,。;:]{0,12}?在内")
_COUNTED_UP = re.compile(
    "[,;、][这上述]{0,2}[两二三四五六七八九十]个?(?:地市|[市县区省州盟旗镇乡村地]|街道)"
    "(?:一?共|合计|总计|共计|累计|加起来|之和)[^,。;0-9]{0,14}(?:[0-9.]{1,8}[^,。;0-9]{1,4},占[^,。;0-9]{1,14})?\\Z"
)
_SUMMED = re.compile("[,;](?:[两三四五六七八九]者|[两三四五六七八九][市县区地])?(?:合计|总计|共)[^,。;0-9]{0,12}\\Z")
_TRADE = re.compile(r"贸易伙伴|进出口|出口市场|[游旅]客|客源")
# 对欧盟这一主要市场出口12亿元, 自日本进口: with whom an area trades.
_TOWARDS = re.compile(r"[对自从向与][^,。;:0-9]{0,16}\Z")
_TRADES_AFTER = re.compile(r"[^,。;:0-9]{0,12}?(?:进出口|出口|进口|贸易)")
# 在滨海新区新港路沿线,一辆…: where it happened.
_SPOT = re.compile(r"[^,。;:、0-9]{0,16}?(?:沿线|附近|路段|路口|一带|境内|辖区|街头|路面|处),")


def row_of(spans: list[PlaceSpan], span: PlaceSpan, text: str) -> list[PlaceSpan]:
    """The places of one level that stand in a row with this one (黑龙江中部、吉林北部、辽宁…), itself among them."""
    if span not in spans:
        return [span]
    first = last = spans.index(span)
    while first and _joins(spans[first - 1], spans[first], text):
        first -= 1
    while last + 1 < len(spans) and _joins(spans[last], spans[last + 1], text):
        last += 1
    return spans[first : last + 1]


def _joins(left: PlaceSpan, right: PlaceSpan, text: str) -> bool:
    if left.level != right.level or right.start - left.end > 14:
        return False
    between = text[left.end : right.start]
    return any(words.fullmatch(between) for words in (_IN_ROW, _LAST_IN_ROW, _TOGETHER))


def acting_branch(spans: list[PlaceSpan], text: str, at: int) -> str:
    """The part of a city whose branch (某市公安局某区分局) acts in the clauses before the figure; else empty."""
    before = [span for span in spans if span.end <= at and span.kind == "place"]
    last = before[-1] if before else None
    if last is None or last.level != "county" or _BRANCH_AFTER.match(text, last.end) is None:
        return ""
    acts = _BRANCH_BEFORE.search(text, max(0, last.start - 4), last.start) is not None
    return last.code if acts and ";" not in text[last.end : at] else ""


def is_circumstance(span: PlaceSpan, text: str, at: int) -> bool:
    """Whether the figure at `at` is told with the place and not of it: 随着国内需求回升,进口…."""
    return _WITH.search(text, max(0, span.start - 4), span.start) is not None and "," in text[span.end : at]


def is_included(span: PlaceSpan, text: str) -> bool:
    """Whether the place is one of several that are counted: 包括缅甸在内的195个成员国."""
    return text.endswith("包括", 0, span.start) and _AMONG.match(text, span.end) is not None


def is_spot(span: PlaceSpan, text: str) -> bool:
    """Whether the clause of the place only says where something happened: 在滨海新区某路沿线,…."""
    return (
        span.kind == "place" and text[span.start - 1 : span.start] == "在" and _SPOT.match(text, span.end) is not None
    )


def is_of_all(row: list[PlaceSpan], text: str, at: int) -> bool:
    """Whether a figure behind a row of places is of all of them, and not of each in turn (分别)."""
    return len(row) > 2 and "分别" not in text[row[-1].end : at]


def is_summed(spans: list[PlaceSpan], text: str, at: int) -> bool:
    """Whether the figure at `at` is of several places of the sentence together: 甲市、乙市…,合计占全省的75%."""
    told = [span for span in spans if span.end < at and span.kind == "place" and span.level in ("city", "county")]
    if len(told) < 2:
        return False
    if _COUNTED_UP.search(text, max(0, at - 40), at) is not None:
        return True  # 甲市411起、乙市322起,两市合计|733起,占全省的|39%
    return _joins(told[-2], told[-1], text) and _SUMMED.search(text, max(0, at - 16), at) is not None


def code_of_row(row: list[PlaceSpan], area: str) -> str:
    """What a figure of several places is of: the area that all lie in; empty where one does not."""
    inside = all(span.code != area and places.is_within(span.code, area) for span in row)
    return area if inside and places.level(area) != "country" else ""


def is_partner(span: PlaceSpan, text: str) -> bool:
    """Whether an area trades with this country, so that no figure is of it: 对欧盟进出口5001.9亿元."""
    foreign = span.level in ("country", "world") and span.code != places.CHINA
    return (
        foreign
        and _TOWARDS.search(text, max(0, span.start - 18), span.start) is not None
        and _TRADES_AFTER.match(text, span.end) is not None
    )


def are_partners(spans: list[PlaceSpan], text: str, at: int) -> bool:
    """Whether these countries trade with the area that the news is about: 美国、日本为前两大贸易伙伴,分别进出口…."""
    foreign = all(span.level == "country" and span.code != places.CHINA for span in spans)
    return foreign and _TRADE.search(text, spans[-1].end, at) is not None
