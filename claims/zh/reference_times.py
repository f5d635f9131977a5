"""The times of an article that its figures can be about: not when it was told or something was founded."""

from __future__ import annotations

import re

from claims import period as periods
from claims.zh.layout import Sentence
from claims.zh.period import TimeSpan
from claims.zh.when import State

_SPECIFIC = ("months", "half", "quarter", "years", "year")
_REPORTED_KINDS = ("months", "half", "quarter", "year")
_OPEN = ("to_date", "relative")
_ANNOUNCES = re.compile(
    r"通报|发布|公布|发布会|通气会|获悉|介绍|表示|宣布|披露|消息|报道|发文|召开|透露|讯"
    r"|(?<![发用供充耗水核火风光断停来])电(?=[ (,:“]|据|记者|题)"
)
# 今日推出两款耳机: the day on which things come to market is not what their prices and parts are about; on which shares
# do, they are dealt in.
_LAUNCHES = re.compile(
    r"(?![^。;]{0,30}(?:科创板|创业板|主板|交易所|港交所|纳斯达克|纽交所|挂牌|开盘|收盘|首日|股)),?[^,。;]{0,30}?"
    r"(?:推出|上市(?![^,。;]{0,4}(?:公司|企业|银行))|开[售卖]|预[售订约购]|[发首]售|亮相|上架|补货|首[发销]|官宣|曝光|爆料|预热|面世|面向[^,。;]{0,20}发布)"
)
_TELLS = re.compile(r",?[^,。;]{0,30}?(?:发布(?!会)|公布|披露|透露|报道|发推|发文|推文|分享了)")  # 昨日发布新模型
_LAUNCHED_BEFORE = re.compile(r"(?:发布|推出|上[市线]|亮相|[发开]售|首销)于 ?\Z")
_LAUNCHED_AFTER = re.compile(r"[^,。;0-9]{0,6}?(?:发布|推出|上市|亮相|发售)的")
_LAUNCHED_IN = re.compile(r"(?:正式|首次|全球)?(?:发布(?=[,。;]|的)|推出|上市|亮相|发售|面世)")  # 于2021年12月发布
_DELIVERY = re.compile(r"份?(?:交货|交割|到期|期货|合约)")  # 9月交货的原油: which of its prices, not when
_FOUNDED_BEFORE = re.compile(r"(?:成立|创[立建办]|始?建|组建|上市|挂牌|出生)于? ?\Z")
_FOUNDED_AFTER = re.compile(
    r"[^,。;:0-9]{0,8}?(?:成立|创[立建办]|组建|上市|挂牌|更名|注册|出生|建成|建[校院厂站馆]|加入|入[职党行伍]|毕业|担任)(?!以来)"
)
# 公布了2020年的工作情况: whose results an office makes public.
_PUBLISHES = re.compile(r"(?:公布|通报|发布|介绍|回顾|总结|晒出|交出|亮出|亮)[^。;:]{0,16}\Z")
_RESULTS = re.compile(r"[^,。;:]{0,24}?(?:情况|成绩|数据|战果|成效|成果|答卷|工作|运行|统计)")
_YEARS = re.compile(
    r"[两三四五六七八九十]年(?![级代前后度级底初末])"
)  # a headline on 五年工作: the article looks back on them
_SHORT = 40  # characters of a line that may be a heading
_PLANNED = re.compile("[^,。;0-9]{0,8}(?:计划|拟|将|目标|力争|预计|安排)")  # 今年全市计划改造隐患路口240处
_RUNNING = re.compile(r"今年|本年|年内|年初至今|年初以来")


def of_article(text: str, times: list[TimeSpan], parts: list[Sentence], state: State) -> list[TimeSpan]:
    """The times of an article as its figures take them, and the article's own period set on `state`."""
    told = _told(text, times, state)
    _set_ambient(text, told, parts, state)
    return [_narrowed(text, span, state) for span in told]


def _told(text: str, times: list[TimeSpan], state: State) -> list[TimeSpan]:
    """The times, those marked that no figure is about: as stamps, when something was told (datelines) or began; by
    their roles, months of delivery and when something came to market.
    """
    return [_marked(text, span, state) for span in times]


def _marked(text: str, span: TimeSpan, state: State) -> TimeSpan:
    if span.kind == "month" and _DELIVERY.match(text, span.end):
        return span._replace(role="record")
    if _is_of_launch(text, span):
        return span._replace(role="launch")
    return span._replace(kind="stamp") if _is_of_telling(text, span) or _is_founding(text, span, state) else span


def _is_of_telling(text: str, span: TimeSpan) -> bool:
    """Whether on that day something was only told."""
    if span.kind == "day":
        return _ANNOUNCES.search(text, span.end, span.end + 36) is not None
    return span.kind == "relative" and len(span.period) == len("2023-08-16") and bool(_TELLS.match(text, span.end))


def _is_of_launch(text: str, span: TimeSpan) -> bool:
    """Whether something came to market then."""
    if span.role != "reference" or not span.period or span.kind not in ("day", "month", "year", "as_of", "relative"):
        return False
    if len(span.period) == len("2023-08-16") and _LAUNCHES.match(text, span.end):
        return True
    if text.endswith(("于", "于 "), 0, span.start) and _LAUNCHED_IN.match(text, span.end):
        return True
    return _LAUNCHED_AFTER.match(text, span.end) is not None or (
        _LAUNCHED_BEFORE.search(text, max(0, span.start - 4), span.start) is not None
    )


def _set_ambient(text: str, told: list[TimeSpan], parts: list[Sentence], state: State) -> None:
    """Set the period that the article as a whole is about: named in its headline, or of the results that it reports."""
    limit = parts[min(len(parts) - 1, 6)].end
    headline = max((part.end for part in parts[:7] if part.section == "headline"), default=0)
    head = [span for span in told if span.start <= limit and span.role == "reference" and span.period]
    for kinds in (_SPECIFIC, _OPEN):
        own = [span for span in head if span.kind in kinds]
        back = kinds is _SPECIFIC and any(
            _YEARS.search(text, part.start, part.end) for part in parts[:7] if part.end - part.start <= _SHORT
        )
        chosen = next(
            (
                span
                for span in own
                if span.start < headline or (back and span.kind == "years") or _is_reported(text, span)
            ),
            None,
        )
        if chosen is None and kinds is _SPECIFIC:
            chosen = _announced(text, own, [part for part in parts[:7] if part.section != "headline"], state)
        if chosen is not None:
            state.ambient = chosen.period
            break


def _announced(text: str, own: list[TimeSpan], parts: list[Sentence], state: State) -> TimeSpan | None:
    """The stretch that the first sentence makes results public of: 记者从统计局获悉,上半年全市…."""
    lead = next((part for part in parts if part.end - part.start > _SHORT), None)
    if lead is None:
        return None
    kinds = _REPORTED_KINDS if state.published is not None else _REPORTED_KINDS[:-1]
    within = [span for span in own if lead.start <= span.start < lead.end and span.kind in kinds]
    if not within or _ANNOUNCES.search(text, lead.start, within[0].start) is None:
        return None
    ends = periods.bounds(within[0].period)
    past = ends is not None and (state.published is None or ends[1] < state.published)
    return within[0] if past else None


def _is_reported(text: str, span: TimeSpan) -> bool:
    """Whether the results of that time are what is made public: 公布了2020年的工作情况."""
    return (
        _RESULTS.match(text, span.end) is not None
        and _PUBLISHES.search(text, max(0, span.start - 24), span.start) is not None
    )


def _is_founding(text: str, span: TimeSpan, state: State) -> bool:
    """Whether an early date only tells when something began (成立于2008年5月): no figure is about it."""
    year = periods.year_of(span.period) if span.kind in ("year", "month", "day") and span.period else None
    if year is None or state.published is None or year > state.published.year - 2:
        return False
    return _FOUNDED_BEFORE.search(text, max(0, span.start - 6), span.start) is not None or (
        _FOUNDED_AFTER.match(text, span.end) is not None
    )


def _narrowed(text: str, span: TimeSpan, state: State) -> TimeSpan:
    """今年 in an article on the first half of the year means that half; 今年以来 only in the month after it."""
    own = state.ambient
    if span.kind not in _OPEN or span.role != "reference" or not own or not _RUNNING.match(text, span.start):
        return span
    year = periods.year_of(own)
    bounds = periods.bounds(own)
    if (
        year is None
        or bounds is None
        or not span.period.startswith(str(year))
        or (bounds[0].month, bounds[0].day) != (1, 1)
        or _PLANNED.match(text, span.end) is not None
        or (span.kind == "to_date" and state.published is not None and state.published.month > bounds[1].month + 1)
    ):
        return span
    return span._replace(period=own)
