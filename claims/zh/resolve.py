"""Kind, sign, period, place and base of a reading, from its own words or from the state of the article."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claims import period as periods
from claims import place as places
from claims.zh import following, lexicon, place
from claims.zh.period import TimeSpan
from claims.zh.place import PlaceSpan
from claims.zh.place_guards import AGENCY
from claims.zh.records import Reading
from claims.zh.slots import Slot

_STOCK_WORDS = lexicon.classes()["stock"]
_A_YEAR_BEFORE = re.compile(r"(?:上年|去年|同期)(?!.*末)")
_HERE = frozenset(("当地", "辖区", "本地", "境外", "海外", "国外", "境内"))
_SOURCES = ("从", "据", "向", "由")  # 记者从福州海关获悉: who says it, not who acts
_WIDER = re.compile(
    r"[^一-鿿]*(?:据|今年|截至|与此同时|此外|下一步|数据显示|统计|目前全|全|共|累计|(?:在|此次|本次|统一|集中)?(?:行动|活动)(?:中|期间))"
)
# For how many sentences more a time that was named holds: a year, or a date as of which something is counted, for none.
_REACH = {"month": 1, "year": 0, "years": 0, "as_of": 0}
_STRETCHES = ("half", "quarter", "months", "month")
_SHARES = ("率", "占比", "比重", "比例", "份额")  # these rise by 个百分点, for which 个点 stands in speech
_PER = re.compile(r"[人户日月亩]均|均价|单价|平均每|每(?:[人万户天日亩百千股]|公里|小时)")
_GROWTH = ("增速", "增幅", "涨幅", "升幅", "增长率", "增长", "降幅", "跌幅", "涨跌幅")
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
    area: str
    ambient: str = ""  # the period that headline and lead set for the article
    sentence: str = ""  # the reference period the sentence speaks of
    within: str = ""  # the period that stands within the sentence, by the figure before: 果冻上半年的销售额
    paragraph: str = ""
    paragraph_number: int = -1
    open: bool = False  # the sentence names a time that cannot be told: 近年来, 目前
    scene: str = ""  # when the campaign or event took place that 行动期间 points back to
    apart: bool = False  # the sentence names a stretch of its own that cannot be told: 一年来
    reach: int = 0  # for how many more sentences the last time holds
    last: str = ""  # the last time that the paragraph names
    since: int = 0
    comparison: str = ""  # what changes in this sentence are measured against
    base: str = ""
    local: str = ""  # the part of the area whose office acts in this sentence or one just before
    local_left: int = 0


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
    if found.relation == "change" and not found.noun and not quantity.per and not found.per:
        return "absolute_change"
    if (
        quantity.per
        or "/" in quantity.unit
        or (found.per and not found.per.startswith("年"))
        or _PER.search(reading.measure)
    ):
        return "rate"
    if _absolute(reading):
        return "absolute_change"
    return "amount" if following.measured(quantity) or following.is_money(quantity, reading.measure) else "count"


def _names_growth(reading: Reading) -> bool:
    return reading.segment.relation in ("level", "direct") and reading.measure.endswith(_GROWTH)


_LESSENING = frozenset(("减少", "净减", "压降", "压减", "缩减", "削减", "缩短", "压缩"))
_CHANGING = _LESSENING | frozenset(("增加", "净增", "增多", "延长"))


def _absolute(reading: Reading) -> bool:
    found = reading.segment
    if found.relation == "change" and not found.noun:
        return True
    if reading.measure.endswith(("增量", "增加量", "减少量", "增加额", "减少额")):
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
    if found.relation in ("change",) and found.direction == "down":
        return True
    if found.verb in _LESSENING:
        return kind_ == "absolute_change" or found.relation == "direct"
    return reading.measure.endswith(("降幅", "跌幅", "减幅", "减少量"))


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


def enter(state: State, text: str, start: int, paragraph: int, section: str) -> None:
    """Begin a sentence: what the one before left counts on within the paragraph only, or where 其中 takes it apart."""
    told = state.sentence or state.within
    if told and text.startswith("其中", start):
        state.paragraph, state.paragraph_number, state.since, state.reach = told, paragraph, 1, max(1, state.reach)
    elif paragraph != state.paragraph_number or section == "headline":
        state.paragraph, state.paragraph_number, state.since = "", paragraph, 0
        state.local = state.last = ""
    elif told:
        state.paragraph, state.since = (told if state.reach else ""), 1
    elif state.paragraph:
        state.since += 1
        if state.since > state.reach:
            state.paragraph = ""
    state.sentence = state.within = state.comparison = state.base = ""
    state.open = state.apart = False


def locate(state: State, text: str, begin: int, spans: list[PlaceSpan]) -> None:
    """What an office of a part of the area does (近日,番禺警方…) is told of that part for the next sentences, too.

    Until another place or 全市 is named, or words like 据统计 widen the view again.
    """
    own = [span for span in spans if span.name not in _HERE]
    first = own[0] if own else None
    if (
        first is not None
        and first.level in ("city", "county")
        and first.start - begin <= 12
        and text[first.start - 1 : first.start] not in _SOURCES
        and not any(span.level == "self" or places.is_within(first.code, span.code) for span in own[1:])
        and state.area
        and first.code != state.area
        and places.is_within(first.code, state.area)
        and AGENCY.match(text, first.end)
    ):
        state.local, state.local_left = first.code, 3
    elif own or state.local_left == 0 or _WIDER.match(text, begin):
        state.local = ""
    else:
        state.local_left -= 1


def see(state: State, span: TimeSpan) -> None:
    """Take note of a time that a sentence names."""
    if span.role == "reference" and span.kind not in ("clock", "stamp"):
        state.sentence, state.open = span.period, not span.period and span.kind == "vague"
        state.last = span.period
        state.reach = _REACH.get(span.kind, 2)
        state.apart = not span.period
    elif span.role == "base" and span.period:
        state.base = span.period


def period(
    reading: Reading, state: State, kind_: str, stock: Callable[[], bool], source: tuple[str, bool] | None
) -> tuple[str, bool]:
    """The reference period and whether it was inferred; `source` is that of the figure whose measure this one takes.

    `stock` says whether the clause speaks of a state reached.
    """
    own = [slot.item for slot in reading.times if isinstance(slot.item, TimeSpan) and slot.item.period]
    own = [
        span
        for span in own
        if span.role != "record" and (span.role != "base" or kind_ in ("count", "amount", "share", "rate"))
    ]
    if own:
        nearest = max(own, key=lambda span: span.start)
        beside = nearest.end == reading.quantity.outer_start  # 较6月7.9%的涨幅
        told = reading.segment.former or beside or not kind_.endswith("change")
        if nearest.role == "former" and not kind_.endswith("change"):
            reading.segment.former = True
        if nearest.role != "base" and (nearest.role != "former" or told):
            if nearest.role == "reference" and nearest.kind in _STRETCHES:
                state.within, state.reach = nearest.period, 2
            return nearest.period, False
        if kind_ in ("count", "amount", "share", "rate"):
            reading.segment.former |= nearest.end - nearest.start > 2  # 同期 alone is the time spoken of
            return nearest.period, False
    if state.sentence:
        return state.sentence, False
    if source is not None and source[0]:
        return source
    if state.open:
        return "", False
    if state.within:
        return state.within, True
    if state.paragraph and not state.apart and not (kind_ == "count" and not state.ambient and stock()):
        return state.paragraph, True
    if kind_ == "absolute_change" or state.last not in ("", state.ambient) or stock():
        return "", False
    return state.ambient, bool(state.ambient)


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
    if compared == "year_on_year" or (
        compared == "" and kind_ in ("relative_change", "multiple") and _changes(reading)
    ):
        named = compared == "year_on_year"  # 同比 says it; else on a trading day the day before is as likely
        return periods.base_of(reference, "year_on_year") if reference and (named or _is_long(reference)) else ""
    if compared == "period_on_period" and reference:
        return periods.base_of(reference, compared)
    if compared == "since" and state.base:
        return state.base
    return ""


def _is_long(period: str) -> bool:
    """Whether a period is a month or more, so that an unnamed base is the year before: not so on a trading day."""
    return len(period.partition("/")[0]) < 10


def _changes(reading: Reading) -> bool:
    return reading.segment.relation == "change" or _names_growth(reading)


def where(reading: Reading, state: State) -> tuple[str, str, bool]:
    """Code, name, and whether they were inferred."""
    spans = [slot.item for slot in reading.places if isinstance(slot.item, PlaceSpan)]
    codes = []
    for span in spans:
        code = span.name if span.level == "world" else place.code_of(span, state.area)
        codes.append((code, span.name))
    if len(codes) > 1:
        first, second = codes[0], codes[1]
        if len({code for code, _ in codes}) > 1 and _listed(spans):
            return "", "", False
        nested = [c for c in codes if c[0]]
        return (*(nested[-1] if nested else first), False) if second else (*first, False)
    if codes and codes[0][0]:
        return (*codes[0], False)
    return state.local or state.area, "", True


def _listed(spans: list[PlaceSpan]) -> bool:
    return len(spans) > 1 and all(b.start - a.end <= 1 for a, b in itertools.pairwise(spans))


def is_stock(slots: list[Slot], start: int, end: int) -> bool:
    """Whether the words between two offsets say that they speak of a state reached: 目前, 累计, 已 …"""
    return any(slot.word in _STOCK_WORDS for slot in slots if start <= slot.start < end)
