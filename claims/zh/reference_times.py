"""The times of an article that its figures can be about: not when it was told or something was founded."""

from __future__ import annotations

import re
from datetime import timedelta

from claims import holidays
from claims import period as periods
from claims.zh.layout import Sentence
from claims.zh.period import BEGUN, TimeSpan
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
# 随着1月8日起新政实施,尤其是2月底互市全面恢复,…: since when something else goes on.
_ALONG_WITH = re.compile("随着[^,。;\n]{0,24}(?:,(?:尤其|特别)是[^,。;\n]{0,12})?\\Z")
_ANNOUNCED = 36  # characters from a day to the word that says what was told on it
_FRAME = 48  # characters
_BEGINNINGS = ("day", "month", "year", "relative")
_LATELY = ("日前", "近日", "近期")
_PUBLISHED = re.compile(r",?[^,。;0-9]{0,12}?(?:发布|公布|披露)了?(?!会)")  # 日前省卫健委发布了6月疫情情况
# 昨日发布新模型, 昨日交出的账单
_TELLS = re.compile(r",?[^,。;]{0,30}?(?:发布(?!会)|公布|披露|透露|报道|发推|发文|推文|分享了|[交晒亮]出)")
_LAUNCHED_BEFORE = re.compile(r"(?:发布|推出|上[市线]|亮相|[发开]售|首销)于 ?\Z")
_LAUNCHED_AFTER = re.compile(r"[^,。;0-9]{0,6}?(?:发布|推出|上市|亮相|发售)的")
_RESULTS_OF = re.compile(r"[^。;]*?(?:[当本上]月|同期|[当本]季|同比|环比)")  # 4月上市的车型当月交付1.4万辆
_LAUNCHED_IN = re.compile(r"(?:正式|首次|全球)?(?:发布(?=[,。;]|的)|推出|上市|亮相|发售|面世)")  # 于2021年12月发布
_DELIVERY = re.compile(r"份?(?:交货|交割|到期|期货|合约)")  # 9月交货的原油: which of its prices, not when
_FOUNDED_BEFORE = re.compile(r"(?:成立|创[立建办]|始?建|组建|上市|挂牌|出生)于? ?\Z")
_FOUNDED_AFTER = re.compile(
    r"[^,。;:0-9]{0,8}?(?:成立|创[立建办]|组建|上市|挂牌|更名|注册|出生|建成|建[校院厂站馆]|加入|入[职党行伍]|毕业|担任)(?!以来)"
)
# 公布了2020年的工作情况: whose results an office makes public.
_PUBLISHES = re.compile(r"(?:公布|通报|发布|介绍|回顾|总结|汇报|报告了?|晒出|交出|亮出|亮)[^。;:]{0,16}\Z")
_RESULTS = re.compile(r"[^,。;:]{0,24}?(?:情况|成绩|数据|战果|成效|成果|答卷|账本|家底|战报|工作|运行|统计)")
_OPENED = re.compile("召开|举行|报告工作|工作报告|发布会|通气会")  # a first sentence that only says so
_OFFICE = re.compile(r"(?:[局委厅办]|公安部|商务部|法院|检察院|政府|中心|海关)[^。;:]{0,16}\Z")
_YEARS = re.compile(
    r"[两三四五六七八九十]年(?![级代前后度级底初末])"
)  # a headline on 五年工作: the article looks back on them
# 在去年12月20日至今年3月31日的“百日清边”行动中: a campaign, which an article on it is about.
_CAMPAIGN = re.compile("行动|整治|会战|战役|攻势|专项|严打|清查|百日|整顿|治理|反诈月|宣传月|整治月|攻坚月")
_SCENE, _AHEAD = 9, 24  # sentences in which a story comes to its figures; characters from who tells them to their time
_MEETS = re.compile("(?:举行|召开)[^。;]{0,14}(?:会|活动)")
_LEAD = 3  # sentences, the headline among them
_CAMPAIGN_DAYS = range(14, 200)
_SHORT = 40  # characters of a line that may be a heading
_PLANNED = re.compile("[^,。;0-9]{0,8}(?:计划|拟|将|目标|力争|预计|安排)")  # 今年全市计划改造隐患路口240处
_NUMBERED = re.compile("(?:19|20)[0-9]{2}")
_REPEATED = (*_SPECIFIC, *_OPEN)
_OFTEN, _TOP = 3, 160
_ALL_YEAR = ("全年", "去年")
_AUTHORITY = re.compile(
    "公安|警方|交警|法院|检察|海关|统计|消防|税务|市场监管|教育[局厅部]|卫健|文旅|民政|人社|应急|交通运输|农业农村|财政|住建|生态环境"
    "|水利|司法|信访|移民管理|边检|市政府|省政府"
)
_BYLINE = re.compile(r"(?:[^,。;]{0,30}[)讯电 ])?")  # 三秦网讯(记者 黄艳)今年以来,…
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
    began = _is_founding(text, span, state) or (span.kind in _BEGINNINGS and BEGUN.match(text, span.end) is not None)
    began |= _ALONG_WITH.search(text, max(0, span.start - _FRAME), span.start) is not None
    if began:
        return span._replace(kind="stamp", role="record")
    return span._replace(kind="stamp") if _is_of_telling(text, span) else span


def _is_of_telling(text: str, span: TimeSpan) -> bool:
    """Whether on that day something was only told."""
    if span.kind == "day":
        end = text.find("\n", span.end, span.end + _ANNOUNCED)
        return _ANNOUNCES.search(text, span.end, end if end >= 0 else span.end + _ANNOUNCED) is not None
    if span.kind == "vague" and text.startswith(_LATELY, span.start):
        return _PUBLISHED.match(text, span.end) is not None
    return span.kind == "relative" and len(span.period) == len("2023-08-16") and bool(_TELLS.match(text, span.end))


def _is_of_launch(text: str, span: TimeSpan) -> bool:
    """Whether something came to market then."""
    if span.role != "reference" or not span.period or span.kind not in ("day", "month", "year", "as_of", "relative"):
        return False
    if len(span.period) == len("2023-08-16") and _LAUNCHES.match(text, span.end):
        return True
    if text.endswith(("于", "于 "), 0, span.start) and _LAUNCHED_IN.match(text, span.end):
        return True
    if _LAUNCHED_AFTER.match(text, span.end) is not None:
        return _RESULTS_OF.match(text, span.end) is None
    return _LAUNCHED_BEFORE.search(text, max(0, span.start - 4), span.start) is not None


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
        if kinds is _SPECIFIC:
            made_public = _announced(text, own, [part for part in parts[:7] if part.section != "headline"], state)
            if chosen is None or (made_public is not None and periods.contains(made_public.period, chosen.period)):
                chosen = made_public  # “二季度加力”: 市统计局公布上半年运行数据
            chosen = chosen or next((span for span in head if span.kind == "month" and _by_office(text, span)), None)
            chosen = chosen or _told_by_office(text, told, parts, state)
        if chosen is not None and chosen.kind == "years" and not _NUMBERED.search(text, chosen.start, chosen.end):
            chosen = next((span for span in own if _says_again(text, span, chosen)), chosen)
        if chosen is None and kinds is _OPEN:
            chosen = _opening(text, told, parts) or _repeated(text, told)
        if chosen is not None:
            state.ambient = chosen.period
            return
    if (month := _of_month(head, headline, state)) is not None:
        state.ambient = month.period
    elif (campaign := _campaign(text, head, parts, state)) is not None:
        state.ambient = state.scene = campaign.period


def _of_month(head: list[TimeSpan], headline: int, state: State) -> TimeSpan | None:
    """The month before publication, if headline and lead name it: 四川4月CPI上涨0.4%."""
    if state.published is None:
        return None
    closed = (state.published.replace(day=1) - timedelta(1)).isoformat()[: len("2024-04")]
    spans = [span for span in head if span.kind == "month" and span.period == closed]
    named = spans and spans[0].start < headline and any(span.start >= headline for span in spans)
    return spans[0] if named else None


def _campaign(text: str, head: list[TimeSpan], parts: list[Sentence], state: State) -> TimeSpan | None:
    """The days of the campaign or holiday that headline and lead name: 6月20日至9月30日,全市开展集中整治."""
    for span in head:
        ends = periods.bounds(span.period)
        holiday = holidays.is_holiday(span.period)
        if ends is None or "/" not in span.period or not (holiday or (ends[1] - ends[0]).days in _CAMPAIGN_DAYS):
            continue
        if span.kind not in ("day", "holiday") or (state.published is not None and ends[1] > state.published):
            continue
        own = next(part for part in parts if span.start < part.end)
        if holiday and span.start < parts[min(len(parts), _LEAD) - 1].end:
            return span
        announced = _AUTHORITY.search(text, own.start, span.start) and _ANNOUNCES.search(text, own.start, span.start)
        named = announced or _CAMPAIGN.search(text, parts[0].start, parts[0].end)
        named = named or _CAMPAIGN.search(text, own.start, own.end)
        return span if named else None
    return None


def _opening(text: str, told: list[TimeSpan], parts: list[Sentence]) -> TimeSpan | None:
    """今年以来 at the head of the text, if the article names no other time that has passed."""
    spans = [span for span in told if span.period and span.role != "stamp" and span.kind not in ("stamp", "clock")]
    lead = next((part for part in parts if part.section != "headline" and part.end - part.start > _SHORT), None)
    if lead is None or not spans or len({span.period for span in spans}) > 1:
        return None
    first = spans[0]
    opens = first.kind == "to_date" and _BYLINE.fullmatch(text, lead.start, first.start) is not None
    return first if opens else None


def _says_again(text: str, span: TimeSpan, years: TimeSpan) -> bool:
    """Whether a time names the years of which another only tells how many: 这五年, 2018年至2022年."""
    numbered = span.kind == "years" and _NUMBERED.search(text, span.start, span.end) is not None
    told, own = periods.bounds(span.period), periods.bounds(years.period)
    return numbered and told is not None and own is not None and abs(told[0].year - own[0].year) <= 1


def _repeated(text: str, told: list[TimeSpan]) -> TimeSpan | None:
    """The stretch that a report of an office names again and again, and no other: 今年上半年, 1至6月, 上半年."""
    spans = [span for span in told if span.period and span.role == "reference" and span.kind in _REPEATED]
    spans = [span for span in spans if len(span.period.partition("/")[0]) < len("2023-08-16")]
    if len(spans) < _OFTEN or len({span.period for span in spans}) > 1 or not _AUTHORITY.search(text, 0, _TOP):
        return None
    whole_year = len(spans[0].period) == len("2023")
    return spans[0] if not whole_year or any(text.startswith(_ALL_YEAR, span.start) for span in spans) else None


def _announced(text: str, own: list[TimeSpan], parts: list[Sentence], state: State) -> TimeSpan | None:
    """The stretch that the first sentence makes results public of: 记者从统计局获悉,上半年全市…."""
    first = next((at for at, part in enumerate(parts) if part.end - part.start > _SHORT), -1)
    if first >= 0 and _OPENED.search(text, parts[first].start, parts[first].end) and first + 1 < len(parts):
        lead = parts[first]
        first += not any(lead.start <= span.start < lead.end and span.kind in _REPORTED_KINDS for span in own)
    kinds = _REPORTED_KINDS if state.published is not None else _REPORTED_KINDS[:-1]
    for lead in parts[max(0, first - 1) : first + 1]:  # 7月25日,市统计局公布上半年运行数据。: a short one may lead
        within = [span for span in own if lead.start <= span.start < lead.end and span.kind in kinds]
        if within and _ANNOUNCES.search(text, lead.start, within[0].start) is not None:
            ends = periods.bounds(within[0].period)
            past = ends is not None and (state.published is None or ends[1] < state.published)
            return within[0] if past else None
    return None


def _told_by_office(text: str, told: list[TimeSpan], parts: list[Sentence], state: State) -> TimeSpan | None:
    """The stretch of a year whose results an office makes public behind a scene, in an article on no single month.

    县公安局通报，1至10月…; …发布白皮书。今年1至11月….
    """
    for before, part in zip([None, *parts], parts[:_SCENE], strict=False):
        spans = [span for span in told if part.start <= span.start < part.end and span.role == "reference"]
        first = next((span for span in spans if span.kind in _REPORTED_KINDS[:-1] and span.period), None)
        ends = periods.bounds(first.period) if first is not None else None
        if (
            first is None
            or ends is None
            or ends[0].year != ends[1].year
            or (state.published is not None and ends[1] >= state.published)
        ):
            continue
        if any(
            one.kind == "month" and one.start < first.start and periods.contains(first.period, one.period)
            for one in told
        ):
            return None
        opens = first.start - part.start <= 2 and before is not None and before.paragraph == part.paragraph
        head = before.start if opens and before is not None else part.start
        announced = _ANNOUNCES.search(text, head, first.start) or _MEETS.search(text, head, first.start)
        if announced and _AUTHORITY.search(text, head, first.start) and (opens or first.start - part.start <= _AHEAD):
            return first
    return None


def _is_reported(text: str, span: TimeSpan) -> bool:
    """Whether the results of that time are what is made public: 公布了2020年的工作情况."""
    return (
        _RESULTS.match(text, span.end) is not None
        and _PUBLISHES.search(text, max(0, span.start - 24), span.start) is not None
    )


def _by_office(text: str, span: TimeSpan) -> bool:
    """Whether an office makes public what a month was like: 省卫健委发布了6月疫情情况."""
    return _is_reported(text, span) and _OFFICE.search(text, max(0, span.start - 24), span.start) is not None


def _is_founding(text: str, span: TimeSpan, state: State) -> bool:
    """Whether an early date only tells when something began (成立于2008年5月): no figure is about it."""
    year = periods.year_of(span.period) if span.kind in ("year", "month", "day") and span.period else None
    if year is None or state.published is None or year > state.published.year - 2:
        return False
    return _FOUNDED_BEFORE.search(text, max(0, span.start - 6), span.start) is not None or (
        _FOUNDED_AFTER.match(text, span.end) is not None
    )


def _as_long(period: str, years: str) -> bool:
    """Whether a stretch that the years of publication closes is that of as many years before: 2018/2023, 2018/2022."""
    told, own = (re.fullmatch("([0-9]{4})/([0-9]{4})", one) for one in (period, years))
    if told is None or own is None or told[1] != own[1]:
        return False
    return 0 <= int(told[2]) - int(own[2]) <= 1


def _narrowed(text: str, span: TimeSpan, state: State) -> TimeSpan:
    """今年 in an article on the first half of the year means that half; 今年以来 only in the month after it."""
    own = state.ambient
    if span.kind == "years" and not _NUMBERED.search(text, span.start, span.end) and _as_long(span.period, own):
        return span._replace(period=own)  # 五年来, in an article on 2018年至2022年
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
