"""Kind, sign and base of a figure, from its own words or from what the article said before."""

from __future__ import annotations

import re
from decimal import Decimal

from claims import period as periods
from claims.zh import attributes, natures, when
from claims.zh.period import TimeSpan
from claims.zh.records import Reading
from claims.zh.when import State

_NORMAL = re.compile("常年|多年|历年|往年")
_A_YEAR_BEFORE = re.compile(r"(?:上年|去年|(?<![0-9]年)同期)(?!.*末)")
_SHARES = ("率", "占比", "比重", "比例", "份额")  # these rise by 个百分点, for which 个点 stands in speech
_PER = re.compile(
    r"[人户日月亩]均|(?:[万亿]|百万)[车人吨][一-鿿]{0,4}率|亿元[一-鿿]{2,14}死亡率|日(?:产|供应|需求|消费|发电)量|单价|平均每|每(?:[人万户天日亩百千股]|公里|小时)"
)
_PRICED = ("均价", "目标价", "股价", "净值", "售价", "定价")  # 均价为41.0: the unit is understood
_GROWTH = ("增速", "增幅", "涨幅", "升幅", "增长率", "增长", "降幅", "跌幅", "涨跌幅", "变化率", "变动率")
_NATURAL = ("自然增长率", "自然变动率")  # births less deaths, of all who live there
# What a thing is measured by, changed from the thing before it and not from the year before: 功耗降低60%.
_TRAIT = re.compile(r"(?:功率|油耗|功耗|体积|重量|尺寸|性能|亮度|厚度|速度|时延|扭矩|帧率|续航|屏占比|强度|刚度|算力)$")
_FORECAST = re.compile(r"的?(?:预测|预期|预估|目标|指引)$")  # 增长预测上调至2%: growth still
# 提高了3个项目的服务标准: what rises is not their number.
_OF_SEVERAL = re.compile(r"..的[一-鿿]{0,4}(?:标准|范围|待遇|门槛|质量|水平|能力|效率|条件|环境|期限|额度)$")
_SUMS = (
    "捐款",
    "善款",
    "现金",
    "存款",
    "欠款",
    "货款",
    "班费",
    "罚款",
    "赔偿",
    "彩礼",
    "年薪",
    "奖金",
    "贷款",
    "工资",
    "保证金",
)
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
        if reading.measure.endswith(_NATURAL):
            return "share"
        if found.relation == "change" or found.noun or _names_growth(reading) or _reaches_growth(reading):
            return "relative_change"
        return "share"
    if found.relation == "change" and not natures.measured(quantity) and _OF_SEVERAL.search(reading.measure):
        return "count"
    if reading.measure.endswith("幅度") or (
        found.relation == "change" and (found.converted or not (quantity.per or found.per))
    ):
        return "absolute_change"
    if found.other and is_rate(reading.source):
        return "rate"  # 每万人立案5.7件,低于全市6.4件的平均水平
    if quantity.unit == "岁":
        return "amount"  # 人均预期寿命82.98岁
    if (
        quantity.per
        or "/" in quantity.unit
        or (found.per and found.per != "平均" and not found.per.startswith("年"))
        or (_PER.search(reading.measure) and not _of_other_size(reading))
        or _told_per_one(reading)
    ):
        return "rate"
    if _absolute(reading):
        return "absolute_change"
    money = (reading.rule != "figure_noun" or attributes.is_bare(reading.object)) and natures.is_money(
        quantity, reading.measure
    )
    money = money or (not quantity.unit and reading.measure.endswith(_PRICED))
    money = money or (not quantity.unit and quantity.value >= 1000 and reading.object.startswith(_SUMS))
    return "amount" if natures.measured(quantity) or money or reading.side >= 0 else "count"


def is_rate(reading: Reading | None) -> bool:
    """Whether a figure is told per one of something."""
    return reading is not None and kind(reading) == "rate"


_LIKE_SIZE = 20  # times, within which a figure per one stays from one time to another


def _told_per_one(reading: Reading) -> bool:
    """Whether a figure alone is of what the one whose measure it takes tells per one: 每立方米32微克,上年为40微克."""
    source = reading.source
    found = reading.segment
    told_again = reading.times or found.former or found.reached
    if source is None or found.words or not reading.inherited or not told_again:
        return False  # 每张500元,一共5万元
    return (
        not _of_other_size(reading)
        and bool(source.quantity.per or ((found.reached or found.former) and source.segment.per.startswith("每")))
        and source.quantity.unit == reading.quantity.unit != ""
    )


def _of_other_size(reading: Reading) -> bool:
    """Whether a figure that takes a measure is no like of the one told by it: 日均客流137万人次;上年是4.16亿人次."""
    source = reading.source
    if source is None or not reading.inherited:
        return False
    small, large = sorted((abs(source.quantity.value), abs(reading.quantity.value)))
    return large > _LIKE_SIZE * small


def _names_growth(reading: Reading) -> bool:
    return reading.segment.relation in ("level", "direct") and _FORECAST.sub("", reading.measure).endswith(_GROWTH)


def _reaches_growth(reading: Reading) -> bool:
    """Whether a figure is what a growth told right before it came to: 同比增速由1.4%加快至|9.7%."""
    source, found = reading.source, reading.segment
    told = source is not None and reading.inherited and found.reached and found.relation == "level"
    return told and source is not None and source.segment.noun and source.segment.former


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
        # 月均少了1760个: so many fewer per month
        return kind_ == "rate" and found.relation == "change" and not found.noun and found.direction == "down"
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
    if _is_normal(reading):
        return "average"
    if reading.base_times:
        named = any(_A_YEAR_BEFORE.search(slot.word) for slot in reading.base_times)
        state.comparison = _of_words(words) if words else "year_on_year" if named else "since"
    elif words:
        state.comparison = _of_words(words)
    return state.comparison


def _is_normal(reading: Reading) -> bool:
    """Whether a change is measured from what many years had on average: 较常年偏多9%."""
    words = reading.segment.base_words + "".join(slot.word for slot in (*reading.base_times, *reading.times))
    return _NORMAL.search(words) is not None


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


def base_period(reading: Reading, state: State, kind_: str, reference: str, compared: str) -> str:
    """What a change is measured from; empty if the article leaves it open."""
    if kind_ not in ("relative_change", "point_change", "absolute_change", "multiple"):
        return ""
    if _is_normal(reading):
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
    if compared == "year_on_year" and not reference and state.base:
        return state.base  # 较去年同期减少1.1万起,降幅17.5%
    if compared == "year_on_year" or (
        compared == "" and kind_ in ("relative_change", "multiple") and _changes(reading)
    ):
        named = compared == "year_on_year"  # 同比 says it; else on a trading day the day before is as likely
        if not reference or not (named or (when.is_long(reference) and not _is_since(reference, state))):
            return ""
        return periods.base_of(reference, "year_on_year")
    if compared == "period_on_period" and reference:
        return periods.base_of(reference, compared)
    return ""


def _is_since(reference: str, state: State) -> bool:
    """Whether a period runs from within a year to today (自6月以来价格上涨): a change is measured from its start."""
    span = periods.months(reference)
    if span is None or state.published is None or span[0] == span[1] or span[0] % 12 == 0:
        return False
    return span[1] == state.published.year * 12 + state.published.month - 1


def _changes(reading: Reading) -> bool:
    return (reading.segment.relation == "change" and not _TRAIT.search(reading.measure)) or _names_growth(reading)
