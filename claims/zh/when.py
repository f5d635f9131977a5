"""When a figure is of: the reference period from its own words, or from what the article said of time before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from claims import period as periods
from claims.zh import lexicon, natures
from claims.zh.period import TimeSpan
from claims.zh.records import Reading
from claims.zh.slots import Slot

_STOCK_WORDS = lexicon.classes()["stock"]
# For how many sentences more a time that was named holds: a year, or a date as of which something is counted, for none.
# A half-year, a quarter, months or a stretch of days hold for the paragraph, unless they are to come.
_PARAGRAPH = 10**6
_REACH = {"month": 1, "year": 0, "years": 0, "as_of": 0}
_TO_COME = re.compile(r"将(?!近)|后续|未来|计划|拟|力争|有望|还[有会]")
_EXPECTATION = re.compile("预测|预期|预估")  # of the result that is told: 预测的中位数是3.9%
# What an inquiry found lies before the day that was told.
_LOOKS_BACK = re.compile("[^,。;]{0,16}?(?:经|据)(?:初步)?(?:审|侦|调|核|进一步调)?查(?:明|实)?,")
_FINDS = re.compile("(?:后?经|据)[^,。;0-9]{0,8}(?:鉴定|勘[验查]|检测|评估|认定|核算),")  # of the event told before
_NEXT_STAGE = re.compile(
    "[^,。;0-9]{0,14}(?:抓获|到案|归案|落网|查获|破案)[^,。;0-9]{0,10}后,"
)  # 2019年以来…。到案后,…
# 去年11月,一家公司转出380万元。当地反诈中心接报后…: the same case.
_GOES_ON = re.compile(
    "当地|接[报警到]|随[后即]|很快|最终|不久|经(?:侦查|审讯|调查|审理)|民警|警方|办案|反诈|该案|[^,。;0-9]{4,16}后,"
)
_STEPWISE = re.compile(
    r"\W*(?:分|按|逐|从)(?:季度?|月份?|年度?|半年)(?:度)?(?:来?看|统计|,)"
)  # 分季度看,一季度…,二季度…
_YEARLY = re.compile("的?(?:年度|全年)[^,。;0-9]{0,6}(?:目标|任务|计划|指标)")
_FLOWS = re.compile("收入|营收|利润|销量|销售额?|产量|产值|出口|进口|零售|亏损|支出|投资|完成")
_MOVES_ON = re.compile(
    "[^,。;0-9]{0,8}?(?:[增升降减跌涨扩缩升翻]|提[升高]|发展|变|回[落升]|下[调滑]|上[调涨]|调[整高低]|优化|压[缩减降]|[至到])"
)
_RECENT = 60  # days before publication on which a story can have happened
_MONTH, _HALF_YEAR = 31, 180  # days
_TOLD = ("reference", "former")
_STARTS = ("年初", "期初")
_STRETCHES = ("half", "quarter", "months", "month")
# What is measured day by day, in units that things are described by too: 30毫米, 5.49米.
_WEATHER = re.compile(
    r"(?:降[雨水雪]|[雨雪]量|积雪|水位|流量|风[力速]|阵风|[东西南北偏大]风|气温|温度|体感|增水|浪高|波高|巨浪|能见度)(?:量|高度|级)?"
)
_BASE_BEFORE = re.compile(
    r"(?:环比|同比|比|较|与|和|是)[^,。;()0-9]{0,8}(?:[0-9]{1,2}月份?|(?:去年|上年)(?:同期)?|(?:19|20)[0-9]{2}年)\(\Z"
)
# What there is on a day, told on from one sentence to the next: 截至6月底,企业52.7万户。个体工商户83.1万户.
_STANDING = re.compile(
    "户均|.*(?:用户|账户|会员|个体工商户|经营主体|(?<!新增)企业户?|余额|保有量|存量)(?:总?数量?|规模)?$"
)
_BESIDE = 24  # characters
_CHANGE_NOUN = re.compile("的?(?:[涨增升降跌]幅|增速)")  # 较6月增速3.0%略有加快
_KINDS = frozenset(("款", "种", "颗"))  # 提供两种配色: what a thing is like, whatever the day
# What changes so slowly that a day is not its time; but 过火面积.
_LASTING = re.compile(
    r"(?!.*(?:过火|受[灾害]|成灾|烧毁|完成|收[获割]|播种|清理))"
    r".*(?:面积|总投资|投资额|注册资本|人口|[总全]长|海拔|编制|[床车座]位|市值)$"
)


@dataclass(slots=True)
class State:
    """What an article has said of time and place so far."""

    published: date | None
    ambient: str = ""  # the period that headline and lead set for the article
    sentence: str = ""  # the reference period the sentence speaks of
    newest: str = ""  # the one it spoke of before it told of an earlier one as long: 4月…,而3月还是…
    around: str = ""  # what it spoke of before it named a quarter or the year so far
    later: str = ""  # what it spoke of before it named the same time a year earlier
    moved: bool = False  # it has told a change since it named its time
    alone: bool = False  # the figures of that quarter are told as 单季, those of the year so far as 累计
    within: str = ""  # the period that stands within the sentence, by the figure before: 果冻上半年的销售额
    paragraph: str = ""
    paragraph_number: int = -1
    open: bool = False  # the sentence names a time that cannot be told: 近年来, 目前
    begun: bool = False  # the sentence has told a figure
    opens: bool = False  # the sentence is the first of its paragraph
    stock: bool = False  # the sentence tells of a state reached
    former: str = ""  # the earlier time whose levels the sentence tells from its beginning
    scene: str = ""  # when the campaign or gathering took place that 行动期间 points back to
    accident: str = ""  # the day to which 事发时 points back
    stepwise: bool = False  # the sentence tells step by step: 分季度看
    apart: bool = False  # the sentence names a stretch of its own that cannot be told: 一年来
    reach: int = 0  # for how many more sentences the last time holds
    last: str = ""  # the last time that the paragraph names
    since: int = 0
    pair: tuple[str, str] = ("", "")  # from when to when the sentence has told a move
    comparison: str = ""  # what changes in this sentence are measured against
    base: str = ""
    as_of: str = ""  # the last day whose state was told
    aside: Aside | None = None  # what the sentence spoke of before brackets that hold figures opened


class Words(NamedTuple):
    """The words before a figure, since the figure before or the start of the sentence."""

    text: str
    row: list[Slot]
    start: int
    end: int

    def of_stock(self) -> bool:
        """Whether they say that they speak of a state reached: 目前, 累计, 已 …"""
        return any(slot.word in _STOCK_WORDS for slot in self.row if self.start <= slot.start < self.end)

    def of_time_to_come(self) -> bool:
        """Whether they look ahead: 后续还有, 将达, 计划."""
        return _TO_COME.search(self.text, self.start, self.end) is not None


class Aside(NamedTuple):
    """The time that a sentence spoke of before brackets, and where they end."""

    end: int
    sentence: str
    within: str
    open: bool
    apart: bool
    former: str
    last: str


def enter_aside(state: State, end: int) -> None:
    """Keep what the sentence speaks of until brackets end at `end`: 营收9亿元(当前约70亿元),净利润2亿元."""
    state.aside = Aside(end, state.sentence, state.within, state.open, state.apart, state.former, state.last)


def leave_aside(state: State, at: int) -> None:
    """Go back to what was spoken of before brackets that have ended before `at`."""
    if state.aside is not None and at > state.aside.end:
        _, state.sentence, state.within, state.open, state.apart, state.former, state.last = state.aside
        state.aside, state.reach = None, 0  # the sentence after may speak of anything


def enter(state: State, text: str, start: int, paragraph: int, opens: bool) -> None:
    """Begin a sentence: what the one before left counts on within the paragraph only, or where 其中 takes it apart."""
    told = "" if state.stepwise else state.newest or state.sentence or state.within
    state.newest = ""
    state.last = "" if state.stepwise else state.last
    state.stepwise = _STEPWISE.match(text, start) is not None
    of_day = len(told or state.paragraph) == len("2023-08-11")
    if (_LOOKS_BACK if of_day else _NEXT_STAGE).match(text, start):
        told = state.paragraph = ""
    apart = told not in ("", state.as_of) and not state.opens and _is_part_of_ambient(state, told)
    if apart and not (len(told) in (7, 10) and _GOES_ON.match(text, start)):
        state.reach = 0  # an example within what the paragraph tells of the year
    state.opens = opens
    if told and text.startswith("其中", start):
        state.paragraph, state.paragraph_number, state.since, state.reach = told, paragraph, 1, max(1, state.reach)
    elif opens:
        state.paragraph, state.paragraph_number, state.since = "", paragraph, 0
        state.last = ""
    elif told:
        found = bool(_FINDS.match(text, start))
        state.paragraph, state.since = (told if state.reach or found else ""), 1
        state.reach = max(2, state.reach) if found else state.reach
    elif state.paragraph and _FINDS.match(text, start):
        state.since, state.reach = 1, max(2, state.reach)
    elif state.paragraph and not text.startswith("其中", start):
        state.since += 1
        if state.since > state.reach:
            state.paragraph = ""
    state.sentence = state.around = state.later = state.within = state.former = state.comparison = state.base = ""
    state.open = state.apart = state.begun = state.stock = state.alone = state.moved = False
    state.aside, state.pair = None, ("", "")


def see(state: State, span: TimeSpan) -> None:
    """Take note of a time that a sentence names."""
    if span.role == "reference" and span.kind not in ("clock", "stamp"):
        state.around = _around(state, span)
        state.later = _later(state, span)
        newest = state.newest or state.sentence  # 上半年…;2018年、2019年同期分别为…
        earlier = periods.earlier(span.period, newest) and len(span.period) == len(newest)
        state.newest = newest if state.begun and earlier else ""
        state.moved = False
        state.sentence, state.open = span.period, not span.period and span.kind in ("vague", "relative")
        state.last = span.period
        state.as_of = span.period if span.kind == "as_of" else ""
        state.reach = _reach(state, span)
        state.apart = not span.period
    elif span.role == "launch":
        state.sentence = state.paragraph = ""  # what follows describes the thing
        state.open = state.apart = True
    elif span.role == "base" and span.period:
        state.base = span.period


def _around(state: State, span: TimeSpan) -> str:
    """What a report speaks of around a quarter, or around the total of the year so far that stands beside its month."""
    if span.kind == "quarter":
        return state.sentence
    told = state.sentence or state.paragraph
    within = len(told) in (len("2023-07"), len("2023-08-01/2023-08-06")) and periods.contains(span.period, told)
    return told if span.kind == "to_date" and within else ""


def _later(state: State, span: TimeSpan) -> str:
    """What the sentence spoke of, if a time is the same a year earlier: 上半年开行2512列,去年上半年2365列,增长6.2%."""
    told = state.sentence or (state.ambient if state.begun else "")
    if state.moved or not state.begun or not told or not span.period:
        return ""
    return told if periods.shift_years(told, -1) == span.period else ""


def suggest(state: State, span: TimeSpan) -> None:
    """Take note of a recent day on which something was done, which figures of events that follow can be of."""
    ends = periods.bounds(span.period)
    if ends is None or state.published is None or not 0 <= (state.published - ends[0]).days <= _RECENT:
        return
    if span.role == "reference" and not state.sentence:
        state.paragraph, state.since, state.reach = span.period, 0, 1


def _reach(state: State, span: TimeSpan) -> int:
    ends = periods.bounds(span.period)
    if ends is None or (state.published is not None and ends[0] > state.published):
        return _REACH.get(span.kind, 2)
    stretch = len(span.period) > len("2022/2023") and ends[0] < ends[1] and span.kind not in ("to_date", "as_of")
    return _PARAGRAPH if stretch else _REACH.get(span.kind, 2)


def period(
    reading: Reading, state: State, kind_: str, said: Words, source: tuple[str, bool] | None
) -> tuple[str, bool]:
    """The reference period and whether it was inferred; `source` is that of the figure whose measure this one takes.

    `said` are the words since the figure before.
    """
    begun, state.begun = state.begun, state.begun or reading.quantity.range != 1  # the ends of a range are of one time
    at = reading.quantity.outer_start
    beside_base = _BASE_BEFORE.search(said.text, max(0, at - _BESIDE), at) is not None
    reading.segment.former |= beside_base
    spans = [slot.item for slot in reading.times if isinstance(slot.item, TimeSpan)]
    own = [
        span
        for span in spans
        if span.period
        and span.role not in ("record", "launch")
        and (span.role != "base" or kind_ in ("count", "amount", "share", "rate"))
    ]
    if source is not None and source[0] and reading.rule == "pointing_back":
        state.within = source[0]  # 从罪名看,209人中涉嫌盗窃的73人: of when those were counted
        return source
    if source is not None and source[0] and _tells_move(reading):
        return source  # 由2018年的42起降至2022年的27起,降幅36%
    if beside_base and state.base and not own:
        return state.base, False  # 环比2月(1894套)增长65.1%
    if own:
        nearest = max(own, key=lambda span: span.start)
        state.alone |= nearest.kind == "to_date" and "累计" in said.text[nearest.end : said.end]
        gap = said.text[nearest.end : reading.quantity.outer_start]
        beside = not gap or (nearest.role == "former" and _CHANGE_NOUN.fullmatch(gap) is not None)  # 较6月7.9%的涨幅
        told = reading.segment.former or beside or not kind_.endswith("change")
        if nearest.role == "former" and not kind_.endswith("change"):
            if state.comparison == "period_on_period":
                state.comparison, state.base = "", nearest.period  # 环比增长2%,较去年同期的2万辆增长50%
            reading.segment.former = True
            state.former = "" if begun else nearest.period
        else:
            state.former = ""
        if nearest.role != "base" and (nearest.role != "former" or told):
            reached = reading.segment.reached and not state.sentence.startswith(
                nearest.period
            )  # 由1月的41万升至6月的108万
            if (
                nearest.role == "reference"
                and not reached
                and (nearest.kind in _STRETCHES or _is_running_quarter(nearest, state))
            ):
                state.within, state.reach = nearest.period, max(2, _reach(state, nearest))
            elif nearest.role == "reference" and len(nearest.period) == len("2023-08-11"):
                state.within = nearest.period  # 周五大涨3%,市值增加…: of that day to the end
                state.reach = state.reach if state.sentence else 0
            if reading.segment.former and reading.segment.relation == "level":
                state.base = nearest.period  # 由2018年的42起降至…,降幅36%
                state.pair = (nearest.period, "")
            elif reading.segment.reached and state.pair[0]:
                state.pair = (state.pair[0], nearest.period)
            return nearest.period, False
        if kind_ in ("count", "amount", "share", "rate"):
            reading.segment.former |= nearest.end - nearest.start > 2  # 同期 alone is the time spoken of
            return nearest.period, False
    if any(not span.period and span.role == "former" for span in spans) and not kind_.endswith("change"):
        reading.segment.former = True  # 上年为10亿元, in an article without a date
    if any(slot.word in _STARTS and reading.quantity.outer_start - slot.end == 1 for slot in reading.times) and not own:
        reading.segment.former = True  # 不良率1.18%，年初为1.32%
    if source is not None and source[0] and reading.segment.relation == "share":
        return source  # 而去年同期为2550万元,占总收入的33%: the share is of then
    level = kind_ in ("count", "amount", "share", "rate")
    if level and all(state.pair) and not own and (reading.segment.former or reading.segment.reached):
        return state.pair[0 if reading.segment.former else 1], True  # 由2022年的…增至2024年的…,合格率从97.8%升到98.7%
    if reading.segment.former and level and _MOVES_ON.match(said.text, reading.quantity.outer_end):
        return _began(state), False  # 8月9日起由31元调整为26元: what it was before that day
    if reading.segment.former and not is_long(state.sentence):
        return "", False
    if any(not span.period and span.kind == "relative" and span.role in _TOLD for span in spans):
        state.open, state.sentence = True, ""  # 去年 in an article without a date, of what follows too
        return "", False
    if level and (target := _of_whole_year(state, said.text, reading.quantity.outer_end)):
        return target, True
    if state.newest and not spans and not reading.inherited and ";" in said.text[said.start : said.end]:
        state.sentence, state.newest = state.newest, ""  # 破获282起,2019年破获251起;抓获608名
    if state.around:
        _leave_quarter(state, said)
    if kind_.endswith("change"):
        if state.later and not spans and (reading.inherited or reading.rule == "distributed"):
            state.sentence = state.later  # the change is of now, and what follows too
        state.later, state.moved = "", True
    if source is not None and kind_.endswith("change") and _is_month_before(state.base, source[0]):
        return source  # 由1月的41万升至6月的108万,后者较5月又增9.6%
    if kind_.endswith("change") and _is_end_of_year_after(state.sentence, state.base):
        state.sentence = state.sentence[:4]  # 去年底,保有量达2317万辆,…死亡人数比2021年下降9.2%
    if state.sentence:
        named = not reading.inherited and len(reading.measure) > 1
        later = begun and named and _looks_ahead(reading, state, state.sentence) and said.of_time_to_come()
        return ("" if later else state.sentence), False
    if source is not None and source[0]:
        return source
    if state.open:
        return "", False
    if state.former and kind_ in ("count", "amount", "share", "rate"):
        if reading.segment.reached:
            now, inferred = _reached_now(state)
            state.former, state.within = "", now or state.within
            return now, inferred
        return state.former, True
    if state.within:
        return state.within, True
    ahead = _looks_ahead(reading, state, state.paragraph) and (not begun or said.of_time_to_come())
    if state.paragraph and not state.apart and not ahead:
        if _of_events(reading, state, kind_, said):
            return state.paragraph, True
        if state.since <= 2 and len(state.paragraph) >= len("2023-08-11") and _WEATHER.search(reading.measure):
            state.within = state.paragraph  # …最大雨量达30毫米,局地可超过60毫米: of all that the sentence tells
            return state.paragraph, True
    standing = "户均" if state.opens else _STANDING  # 截至6月30日股东户数为2万户。户均持股5480股
    if state.as_of and not reading.segment.former and re.match(standing, reading.measure):
        return state.as_of, True
    if kind_ == "absolute_change" or not _lies_in_ambient(state, reading, kind_) or said.of_stock():
        return "", False
    if reading.segment.plan and _looks_ahead(reading, state, state.ambient):
        return "", False
    return state.ambient, bool(state.ambient)


def _is_month_before(base: str, told: str) -> bool:
    a, b = periods.months(base), periods.months(told)
    return len(base) == len(told) == len("2023-05") and a is not None and b is not None and b[0] - a[0] == 1


def _is_end_of_year_after(told: str, base: str) -> bool:
    """Whether a time is the end of the year after `base`, a year."""
    year = periods.year_of(base) if len(base) == len("2021") else None
    return year is not None and told == f"{year + 1}-12-31"


def _of_whole_year(state: State, text: str, end: int) -> str:
    """The year of what is spoken of, where a figure is its target: 截至7月底…,完成32万人年度目标的70%."""
    if not _YEARLY.match(text, end):
        return ""
    year = periods.year_of(state.sentence or state.within or state.paragraph or state.ambient)
    return str(year) if year else ""


def _began(state: State) -> str:
    """The first of the years that a sentence looks back on (五年间由28%提高到43%), of which a level told first is."""
    first, _, last = state.sentence.partition("/")
    return first if last and len(first) == len("2023") else ""


def _reached_now(state: State) -> tuple[str, bool]:
    """What the paragraph or the article speaks of, if as long as the time from whose level something rose or fell.

    由去年同期的18万辆降至17万辆; but nothing tells when 由2022年的3000万元扩大至6000万元 ended in a half-year's report.
    """
    for told in (state.paragraph, state.ambient):
        if len(told) == len(state.former) and periods.earlier(state.former, told) and _as_long(state.former, told):
            return told, True
    return "", False


def _as_long(one: str, other: str) -> bool:
    a, b = periods.months(one), periods.months(other)
    return a is not None and b is not None and a[1] - a[0] == b[1] - b[0]


def _lies_in_ambient(state: State, reading: Reading, kind_: str) -> bool:
    """Whether the last time that the paragraph names is none, that of the article, or a part of its past year."""
    if state.last in ("", state.ambient) or _is_part_of_ambient(state, state.last):
        return True
    last, all_of = periods.bounds(state.last), periods.bounds(state.ambient)
    flows = kind_ in ("count", "relative_change") or _FLOWS.search(reading.measure) is not None
    ends = last is not None and all_of is not None and last[1] == all_of[1]
    return flows and ends and periods.contains(state.ambient, state.last)  # 截至6月末, in a report on the half-year


def _is_part_of_ambient(state: State, told: str) -> bool:
    """Whether a time is a day or month of the half-year, year or years past that the article is about."""
    inner, outer = periods.bounds(told), periods.bounds(state.ambient)
    if inner is None or outer is None:
        return False
    if state.published is None or outer[1] >= state.published:
        return False  # what is told of a gathering within the running year is of that day
    if (outer[1] - outer[0]).days < _HALF_YEAR:
        return False
    if inner[1] == outer[1] and inner[0] < inner[1]:
        return False  # a month of a report on it and on the year so far
    return outer[0] <= inner[0] and inner[1] <= outer[1] and (inner[1] - inner[0]).days <= _MONTH


def _is_running_quarter(span: TimeSpan, state: State) -> bool:
    """Whether the time is 本季度 of the year of publication."""
    of_months = span.kind == "relative" and len(span.period) == len("2023-04/2023-06")
    return of_months and state.published is not None and periods.year_of(span.period) == state.published.year


def _leave_quarter(state: State, said: Words) -> None:
    """Go back to the half-year of a report behind its quarter, to its month behind the year so far.

    …;第二季度单季净利润5亿元;负债率22%; 7月零售173万辆,今年以来累计零售1126万辆;批发202万辆.
    """
    words = said.text[said.start : said.end]
    if "单季" in words:
        state.alone = True
    elif state.alone and ";" in words:
        state.sentence, state.around, state.alone = state.around, "", False


def is_of_now(state: State, period: str) -> bool:
    """Whether a period lies in the year that the article is about, or in that of its publication."""
    told = periods.year_of(state.ambient) or (state.published.year if state.published else None)
    return told is None or periods.year_of(period) == told


def _tells_move(reading: Reading) -> bool:
    """Whether a noun of change tells how far the level before it moved."""
    source = reading.source
    return reading.segment.noun and reading.inherited and source is not None and source.segment.reached


def _looks_ahead(reading: Reading, state: State, told: str) -> bool:
    """Whether a figure is a forecast or plan, told beside what a time that has passed brought."""
    expected = reading.segment.plan and not _EXPECTATION.search(reading.measure)
    ends = periods.bounds(told) if expected and state.published is not None else None
    return ends is not None and state.published is not None and ends[1] < state.published


def _of_events(reading: Reading, state: State, kind_: str, said: Words) -> bool:
    """Whether a figure can be of the time told before: not what a thing is long or heavy, nor a state reached.

    Of a time to come it can be only if it is a plan.
    """
    ends = periods.bounds(state.paragraph)
    if ends is not None and state.published is not None and ends[0] > state.published and not reading.segment.plan:
        return False
    if not is_long(state.paragraph) and (reading.quantity.unit in _KINDS or _LASTING.match(reading.measure)):
        return False
    if kind_ == "count":
        state.stock |= said.of_stock()  # 现有文献300卷,先后申获6项: so are those beside it
        return bool(state.ambient) or not state.stock
    described = natures.is_specification(reading.quantity) and "装机" not in reading.measure  # 新增装机2631万千瓦
    return kind_ != "amount" or not described


def is_long(period: str) -> bool:
    """Whether a period is a month or more, so that an unnamed base is the year before: not so on a trading day."""
    return len(period.partition("/")[0]) < 10
