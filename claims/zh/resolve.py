"""Kind, sign, period, place and base of a reading, from its own words or from the state of the article."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claims import period as periods
from claims.zh import attributes, following, lexicon
from claims.zh.period import TimeSpan
from claims.zh.records import Reading
from claims.zh.slots import Slot

_STOCK_WORDS = lexicon.classes()["stock"]
_A_YEAR_BEFORE = re.compile(r"(?:上年|去年|同期)(?!.*末)")
# For how many sentences more a time that was named holds: a year, or a date as of which something is counted, for none.
# A half-year, a quarter, months or a stretch of days hold for the paragraph, unless they are to come.
_PARAGRAPH = 10**6
_TOLD = ("reference", "former")
_STRETCHES = ("half", "quarter", "months", "month")
_REACH = {"month": 1, "year": 0, "years": 0, "as_of": 0}
_SHARES = ("率", "占比", "比重", "比例", "份额")  # these rise by 个百分点, for which 个点 stands in speech
_PER = re.compile(r"[人户日月亩]均|日(?:产|供应|需求|消费|发电)量|单价|平均每|每(?:[人万户天日亩百千股]|公里|小时)")
_PRICED = ("均价", "目标价", "股价", "净值", "售价", "定价")  # 均价为41.0: the unit is understood
_GROWTH = ("增速", "增幅", "涨幅", "升幅", "增长率", "增长", "降幅", "跌幅", "涨跌幅", "变化率", "变动率")
_YEARLY = ("两年平均", "三年平均", "年均", "复合", "年均复合", "复合年")
_PREVIOUS = (
    "环比",
    "较上月",
    "比上月",
    "较上季度",
    "比上季度",
    "较前一",
    "比前一",
    "较上周",
    "比上周",
    "较前值",
    "按月",
    "按季",
)
_SINCE = ("较年初", "比年初", "较期初", "较此前", "比此前", "比之前", "较之前", "与此前相比")
_YEAR = ("同比", "去年", "上年", "同期", "按年", "年同比")


@dataclass(slots=True)
class State:
    """What an article has said of time and place so far."""

    published: date | None
    ambient: str = ""  # the period that headline and lead set for the article
    sentence: str = ""  # the reference period the sentence speaks of
    within: str = ""  # the period that stands within the sentence, by the figure before: 果冻上半年的销售额
    paragraph: str = ""
    paragraph_number: int = -1
    open: bool = False  # the sentence names a time that cannot be told: 近年来, 目前
    begun: bool = False  # the sentence has told a figure
    former: str = ""  # the earlier time whose levels the sentence tells from its beginning
    scene: str = ""  # when the campaign or event took place that 行动期间 points back to
    apart: bool = False  # the sentence names a stretch of its own that cannot be told: 一年来
    reach: int = 0  # for how many more sentences the last time holds
    last: str = ""  # the last time that the paragraph names
    since: int = 0
    comparison: str = ""  # what changes in this sentence are measured against
    base: str = ""


def kind(reading: Reading) -> str:
    """The contract's kind of a figure."""
    quantity, found = reading.quantity, reading.segment
    if quantity.form == "points":
        return "point_change"
    if quantity.unit == "个点" and found.relation == "change" and reading.measure.endswith(_SHARES):
        return "point_change"
    if quantity.form == "multiple":
        return "multiple"
    if quantity.form == "fraction":
        return "multiple"
    if quantity.form == "percent":
        if found.relation == "change" or found.noun or _names_growth(reading):
            return "relative_change"
        return "share"
    if reading.measure.endswith("幅度") or (
        found.relation == "change" and (found.converted or not (quantity.per or found.per))
    ):
        return "absolute_change"
    if (
        quantity.per
        or "/" in quantity.unit
        or (found.per and found.per != "平均" and not found.per.startswith("年"))
        or _PER.search(reading.measure)
    ):
        return "rate"
    if _absolute(reading):
        return "absolute_change"
    money = (reading.rule != "figure_noun" or attributes.is_bare(reading.object)) and following.is_money(
        quantity, reading.measure
    )
    money = money or (not quantity.unit and reading.measure.endswith(_PRICED))
    return "amount" if following.measured(quantity) or money or reading.side >= 0 else "count"


def _names_growth(reading: Reading) -> bool:
    return reading.segment.relation in ("level", "direct") and reading.measure.endswith(_GROWTH)


_FALL = re.compile(r"(?:[降跌减]幅|减少[量额]|[降跌减](?:价|低|少|落)?幅度|下[降跌调浮滑]幅度)$")
_LESSENING = frozenset(("减少", "净减", "压降", "压减", "缩减", "削减", "缩短", "压缩"))
_CHANGING = _LESSENING | frozenset(("增加", "净增", "增多", "延长"))


def _absolute(reading: Reading) -> bool:
    found = reading.segment
    if found.relation == "change" and not found.noun:
        return True
    if reading.measure.endswith(("增量", "增加量", "减少量", "增加额", "减少额", "涨幅", "降幅", "跌幅", "增幅")):
        return True
    return found.relation == "direct" and (found.verb in _CHANGING or "净增" in reading.measure)


def value(reading: Reading, kind_: str) -> Decimal:
    """The stated value, negative for a decrease."""
    stated = reading.quantity.value
    return -stated if is_decrease(reading, kind_) and stated > 0 else stated


def is_decrease(reading: Reading, kind_: str) -> bool:
    """Whether the words make the figure a decrease."""
    found = reading.segment
    if kind_ not in ("relative_change", "point_change", "absolute_change", "multiple"):
        return False
    if found.direction == "down" and (found.relation == "change" or found.noun):
        return True
    if found.verb in _LESSENING:
        return kind_ == "absolute_change" or found.relation == "direct"
    return _FALL.search(reading.measure) is not None


def comparison(reading: Reading, state: State, kind_: str) -> str:
    """What a change is measured against: one of claim.COMPARISONS."""
    words = reading.segment.comparison
    if kind_ not in ("relative_change", "point_change", "absolute_change", "multiple"):
        return ""
    if reading.base_times:
        named = any(_A_YEAR_BEFORE.search(slot.word) for slot in reading.base_times)
        state.comparison = _of_words(words) if words else "year_on_year" if named else "since"
    elif words:
        state.comparison = _of_words(words)
    return state.comparison


def _of_words(words: str) -> str:
    if any(word in words for word in _YEARLY):
        return "average"
    if any(word in words for word in _PREVIOUS):
        return "period_on_period"
    if any(word in words for word in _SINCE):
        return "since"
    if any(word in words for word in _YEAR):
        return "year_on_year"
    return ""


def enter(state: State, text: str, start: int, paragraph: int, opens: bool) -> None:
    """Begin a sentence: what the one before left counts on within the paragraph only, or where 其中 takes it apart."""
    told = state.sentence or state.within
    if told and text.startswith("其中", start):
        state.paragraph, state.paragraph_number, state.since, state.reach = told, paragraph, 1, max(1, state.reach)
    elif opens:
        state.paragraph, state.paragraph_number, state.since = "", paragraph, 0
        state.last = ""
    elif told:
        state.paragraph, state.since = (told if state.reach else ""), 1
    elif state.paragraph:
        state.since += 1
        if state.since > state.reach:
            state.paragraph = ""
    state.sentence = state.within = state.former = state.comparison = state.base = ""
    state.open = state.apart = state.begun = False


def see(state: State, span: TimeSpan) -> None:
    """Take note of a time that a sentence names."""
    if span.role == "reference" and span.kind not in ("clock", "stamp"):
        state.sentence, state.open = span.period, not span.period and span.kind in ("vague", "relative")
        state.last = span.period
        state.reach = _reach(state, span)
        state.apart = not span.period
    elif span.role == "base" and span.period:
        state.base = span.period


def _reach(state: State, span: TimeSpan) -> int:
    ends = periods.bounds(span.period)
    if ends is None or (state.published is not None and ends[0] > state.published):
        return _REACH.get(span.kind, 2)
    stretch = len(span.period) > len("2022/2023") and ends[0] < ends[1] and span.kind not in ("to_date", "as_of")
    return _PARAGRAPH if stretch else _REACH.get(span.kind, 2)


def period(
    reading: Reading, state: State, kind_: str, stock: Callable[[], bool], source: tuple[str, bool] | None
) -> tuple[str, bool]:
    """The reference period and whether it was inferred; `source` is that of the figure whose measure this one takes.

    `stock` says whether the clause speaks of a state reached.
    """
    begun, state.begun = state.begun, True
    spans = [slot.item for slot in reading.times if isinstance(slot.item, TimeSpan)]
    own = [
        span
        for span in spans
        if span.period
        and span.role != "record"
        and (span.role != "base" or kind_ in ("count", "amount", "share", "rate"))
    ]
    if own:
        nearest = max(own, key=lambda span: span.start)
        beside = nearest.end == reading.quantity.outer_start  # 较6月7.9%的涨幅
        told = reading.segment.former or beside or not kind_.endswith("change")
        if nearest.role == "former" and not kind_.endswith("change"):
            reading.segment.former = True
            state.former = "" if begun else nearest.period
        else:
            state.former = ""
        if nearest.role != "base" and (nearest.role != "former" or told):
            if nearest.role == "reference" and nearest.kind in _STRETCHES:
                state.within, state.reach = nearest.period, max(2, _reach(state, nearest))
            elif nearest.role == "reference" and len(nearest.period) == len("2023-08-11"):
                state.within = nearest.period  # 周五大涨3%,市值增加…: of that day to the end
                state.reach = state.reach if state.sentence else 0
            return nearest.period, False
        if kind_ in ("count", "amount", "share", "rate"):
            reading.segment.former |= nearest.end - nearest.start > 2  # 同期 alone is the time spoken of
            return nearest.period, False
    if reading.segment.former and not _is_long(state.sentence):
        return "", False  # 8月9日起由31元调整为26元: what it was before that day
    if any(not span.period and span.kind == "relative" and span.role in _TOLD for span in spans):
        state.open, state.sentence = True, ""  # 去年 in an article without a date, of what follows too
        return "", False
    if state.sentence:
        return state.sentence, False
    if source is not None and source[0]:
        return source
    if state.open:
        return "", False
    if state.former and kind_ in ("count", "amount", "share", "rate"):
        return state.former, True
    if state.within:
        return state.within, True
    if state.paragraph and not state.apart and _of_events(reading, state, kind_, stock):
        return state.paragraph, True
    if kind_ == "absolute_change" or state.last not in ("", state.ambient) or stock():
        return "", False
    return state.ambient, bool(state.ambient)


def _of_events(reading: Reading, state: State, kind_: str, stock: Callable[[], bool]) -> bool:
    """Whether a figure can be of the time told before: not what a thing is long or heavy, nor a state reached."""
    if kind_ == "count":
        return bool(state.ambient) or not stock()
    return kind_ != "amount" or not following.is_specification(reading.quantity)


def base_period(reading: Reading, state: State, kind_: str, reference: str, compared: str) -> str:
    """What a change is measured from; empty if the article leaves it open."""
    if kind_ not in ("relative_change", "point_change", "absolute_change", "multiple"):
        return ""
    spans = [slot.item for slot in reading.base_times if isinstance(slot.item, TimeSpan) and slot.item.period]
    spans += [s.item for s in reading.times if isinstance(s.item, TimeSpan) and s.item.role == "base" and s.item.period]
    if spans:
        chosen = str(spans[-1].period)
        state.base = chosen
        year = periods.year_of(reference) if reference else None
        if compared == "year_on_year" and year and spans[-1].role == "base" and spans[-1].kind == "relative":
            return str(year - 1)
        return chosen
    if compared in ("since", "") and state.base:
        return state.base
    if compared == "year_on_year" or (
        compared == "" and kind_ in ("relative_change", "multiple") and _changes(reading)
    ):
        named = compared == "year_on_year"  # 同比 says it; else on a trading day the day before is as likely
        return periods.base_of(reference, "year_on_year") if reference and (named or _is_long(reference)) else ""
    if compared == "period_on_period" and reference:
        return periods.base_of(reference, compared)
    return ""


def _is_long(period: str) -> bool:
    """Whether a period is a month or more, so that an unnamed base is the year before: not so on a trading day."""
    return len(period.partition("/")[0]) < 10


def _changes(reading: Reading) -> bool:
    return reading.segment.relation == "change" or _names_growth(reading)


def is_stock(slots: list[Slot], start: int, end: int) -> bool:
    """Whether the words between two offsets say that they speak of a state reached: 目前, 累计, 已 …"""
    return any(slot.word in _STOCK_WORDS for slot in slots if start <= slot.start < end)
