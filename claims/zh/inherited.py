"""What a figure leaves out and takes from what came before: its measure, its subject."""

from __future__ import annotations

import re

from claims.zh import attributes
from claims.zh.phrase import words_of
from claims.zh.records import Reading, State

# A subject that has a name of its own, so that what it did is not what others did.
_NAMED = re.compile(
    r"[“《A-Za-z]|(?:公司|集团|银行|平台|信箱|医院|学校|大学|学院|企业|机场|港|基金|品牌|小程序|中心|电站|工厂|景区|酒店|商场|超市"
    r"|球队|俱乐部|乐园|博物馆|图书馆|协会|证券|保险|汽车|科技|股份|控股|项目|口岸|铁路|高速)$"
)
_RATIO = re.compile("(?:率|占比|比例|比重|份额|增速|[涨降增跌]幅)$")
_PRICE = re.compile("(?:单价|均价|售价|票价|定价|价格)$")
_ADDED = "新增"
_MOMENTS = ("年初", "年末", "年底", "月末", "月底", "期末", "期初", "截至")  # 新增147个,年初是|879个: of all there were
_SUMMED = frozenset(("合计", "共计", "总计", "共", "总共", "一共"))  # 空调360台,单价4850元,合计|174.6万元


def measure(state: State, reading: Reading, previous: Reading | None) -> None:
    """Set the measure of the figure before in the sentence, else the topic, else that of the sentence before."""
    reading.inherited = True
    source = previous
    changes = reading.segment.relation == "change"
    topic = state.clauses.last()
    before, behind = state.inner
    if previous is not None and 0 < before < behind == len(state.readings) and not state.outer:
        source = state.readings[before - 1]  # a remark in brackets changes nothing around it
    named = topic is not None and topic.clause == state.label and attributes.names_attribute(topic.words)
    if ranked := _ranked(state, reading):
        reading.measure = reading.object = ranked
    elif topic and (previous is None or named or (topic.moves and topic.clause > previous.clause)):
        reading.measure = reading.object = topic.words
    elif source is not None or state.memory.last is not None:
        if source is not None and reading.segment.noun and source.rule == "figure_noun":
            source = state.memory.last_change or source
        if source is not None and source.rule == "duration" and reading.quantity.form == "percent":
            reading.rule = "inherited" if reading.rule == "direct" else reading.rule
            return  # 15分钟便能从20%充至80%
        source = source or (state.memory.last_change if changes else None) or state.memory.last
        if previous is None and source is state.memory.last and reading.times and not changes:
            source = _of_unit(state, reading) or source
        if source is not None and source.segment.plan and source.source is not None:
            source = source.source  # a forecast beside the result is not what grew
        if source is not None and _RATIO.search(source.measure) and reading.quantity.form == "number":
            source = _counted_before(state, reading) or source
        if source is not None and _PRICE.search(source.measure) and any(one.word in _SUMMED for one in state.pending):
            source = next((one for one in reversed(state.readings) if not _PRICE.search(one.measure)), source)
        assert source is not None
        reading.measure, reading.object, reading.verb = source.measure, source.object, source.verb
        reading.source = source
        if not changes and any(one.word.startswith(_MOMENTS) for one in reading.times):
            reading.measure = source.measure.removeprefix(_ADDED).removesuffix(_ADDED) or source.measure
        if reading.segment.relation == "share" and source.quantity.form == "points":
            reading.measure = source.measure.removesuffix("增速")
        again = reading.segment.relation == "share" and bool(reading.segment.whole)  # 占老年人口的15%,占总人口的4%
        if source.segment.relation == "share" and (reading.quantity.form == "number" or again):
            reading.measure = source.measure.partition("占")[0] or source.measure
        if reading.quantity.form in ("percent", "points", "multiple"):
            reading.dimension = source.dimension
        if reading.quantity.form == "points" and source.quantity.form == "percent" and _grows(source):
            reading.measure += "" if reading.measure.endswith("增速") else "增速"
        if source is previous and source.quantity.unit == reading.quantity.unit:
            reading.part_of = source.part_of
    else:
        reading.measure = topic_before(state)
    if reading.rule == "direct":
        reading.rule = "inherited"


def _of_unit(state: State, reading: Reading) -> Reading | None:
    """The figure of the sentence before that has the unit of one alone: 事故1874起,412人死亡…。去年同期是|2053起."""
    last, unit = state.memory.last, reading.quantity.unit
    if last is None or not unit or last.quantity.unit in ("", unit):
        return None
    told = [one for one in state.memory.recent if one.quantity.unit == unit and one.segment.relation != "change"]
    return told[-1] if told else None


def _ranked(state: State, reading: Reading) -> str:
    """What the clause before ranks by the figure: 甲所受理的案件最多,为|155起."""
    plain = state.clauses.plain
    if not plain or plain[-1][0] != state.memory.clauses - 1 or reading.segment.relation == "change":
        return ""
    slots = plain[-1][1]
    most = len(slots) > 2 and slots[-2].word == "最" and slots[-1].role in ("up", "down")
    return words_of(slots[:-2]) if most else ""


def _counted_before(state: State, reading: Reading) -> Reading | None:
    """What the sentence counted last in the unit of the figure: 出货量89万块,年均增长率50%,2026年达到|500万块."""
    unit = reading.quantity.unit
    return next((other for other in reversed(state.readings) if unit and other.quantity.unit == unit), None)


def _grows(reading: Reading) -> bool:
    return reading.segment.relation == "change" or reading.segment.noun


def with_subject(state: State, reading: Reading) -> None:
    """Remember a subject that later clauses leave out, and give it to a clause led by its verb."""
    found = reading.segment
    if found.led_by_verb and state.subject and state.subject not in reading.measure and found.relation == "direct":
        reading.measure, reading.subject = state.subject + reading.measure, state.subject
    elif found.subject and found.verb and len(found.subject) <= 20 and _NAMED.search(found.subject):
        state.subject = found.subject


def topic_before(state: State) -> str:
    """The topic of the last sentence that had clauses without figures, or nothing."""
    topic = state.memory.clauses_before.last() if state.memory.clauses_before else None
    return topic.words if topic else ""
