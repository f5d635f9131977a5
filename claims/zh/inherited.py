"""What a figure leaves out and takes from what came before: its measure, its subject."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.zh import attributes
from claims.zh.lists import LEADS
from claims.zh.measure import tidy
from claims.zh.phrase import words_of
from claims.zh.records import Reading, State
from claims.zh.segment import SUMMED
from claims.zh.topics import Topic, views

# A subject that has a name of its own, so that what it did is not what others did.
_NAMED = re.compile(
    r"[“《A-Za-z]|(?:公司|集团|银行|平台|信箱|医院|学校|大学|学院|企业|机场|港|基金|品牌|小程序|中心|电站|工厂|景区|酒店|商场|超市"
    r"|球队|俱乐部|乐园|博物馆|图书馆|协会|证券|保险|汽车|科技|股份|控股|项目|口岸|铁路|高速)$"
)
_RATIO = re.compile("(?:率|占比|比例|比重|份额|增速|[涨降增跌]幅)$")
_PRICE = re.compile("(?:单价|均价|售价|票价|定价|价格)$")
_MOVED_OF = re.compile(
    "(?:[区市县镇省州家个]|区县|县区|地市)?(?P<of>[一-鿿]{2,12}?)(?:同比|环比)?(?:下降|上升|增长|回落|减少|增加)"
)
_GROWS = re.compile(
    "(?:投资|出口|进口|零售额|零售总额|增加值|收入|产量|销量|价格|房价|警情|发案|立案数?|人数|贷款|存款)$"
)
_MOST_MOVED = re.compile(
    "(?P<of>[^，,]{2,14}?)(?P<move>上?涨|下?跌|[升降增减]|增长|下降|上升|减少|提高)(?P<how>得?最(?:[多快猛大高]|明显))"
)
_LEADS = re.compile(LEADS)
_CAUSE = re.compile("受[^、]{2,}(?:带动|影响|拉动|推动|拖累)")  # 受两个新盘入市带动,环比增长44%: why
_AT_HEAD = re.compile("(?P<of>[一-鿿]{2,10}?)(?:仍|依然|依旧|继续|稳)*(?:位?居|排名?|位?列)(?:首位|榜首|第一)")
_MOST = frozenset(("最多", "最少", "最高", "最低", "最大", "最小"))
_ADDED = "新增"
_NOW = ("如今", "现已", "现有", "已有")
_IS = frozenset(("是", "成为", "仍是", "属于"))
_SHARES = ("占比", "比重", "比例")
_MOMENTS = ("年初", "年末", "年底", "月末", "月底", "期末", "期初", "截至")  # 新增147个,年初是|879个: of all there were


def measure(state: State, reading: Reading, previous: Reading | None) -> None:
    """Set the measure of the figure before in the sentence, else the topic, else that of the sentence before."""
    reading.inherited = True
    topic = state.clauses.last()
    if (move := _ranked_move(state, reading)) and topic is not None:
        words = topic.words.removesuffix(move)
        topic = replace(topic, words=words) if words and not words.startswith(move) else None
    source = previous
    changes = reading.segment.relation == "change"
    before, behind = state.inner
    if previous is not None and 0 < before < behind == len(state.readings) and not state.outer:
        source = state.readings[before - 1]  # a remark in brackets changes nothing around it
    named = topic is not None and topic.clause == state.label and attributes.names_attribute(topic.words)
    if ranked := _ranked(state, reading):
        reading.measure = reading.object = ranked
    elif topic and (
        previous is None
        or named
        or (
            topic.clause > previous.clause
            and (move or _speaks_of(topic, changes) or _is_now(state, topic) or _is_next(state, topic))
        )
    ):
        reading.measure = reading.object = topic.words
    elif source is not None or state.memory.last is not None:
        moved = source is not None and _MOVED_OF.fullmatch(source.measure)
        if source is not None and reading.segment.noun and source.segment.relation == "share":
            source = state.memory.last_change or source  # 三地合计占一半;坡头区同比降幅最大,达27%
        if source is not None and reading.segment.noun and source.rule == "figure_noun" and not moved:
            source = state.memory.last_change or source
        if source is not None and source.rule == "duration" and reading.quantity.form == "percent":
            reading.rule = "inherited" if reading.rule == "direct" else reading.rule
            return  # 15分钟便能从20%充至80%
        source = source or (state.memory.last_change if changes else None) or state.memory.last
        if previous is None and source is state.memory.last and not changes and reading.quantity.form == "number":
            source = _parted(state, reading) or source
        if previous is None and source is state.memory.last and reading.times and not changes:
            source = _of_unit(state, reading) or source
        if source is not None and (source.segment.plan or source.segment.other) and source.source is not None:
            source = source.source  # a forecast, or another's level, beside the result is not what grew
        if source is not None and _RATIO.search(source.measure) and reading.quantity.form == "number":
            source = _counted_before(state, reading) or source
        if source is not None and _PRICE.search(source.measure) and any(one.word in SUMMED for one in state.pending):
            source = next((one for one in reversed(state.readings) if not _PRICE.search(one.measure)), source)
        if source is not None and _CAUSE.fullmatch(source.measure):
            source = next((one for one in reversed(state.readings) if not _CAUSE.fullmatch(one.measure)), None)
            source = source or (state.memory.last_change if changes else None) or state.memory.last
        if source is None:
            return
        if changes and (fallen := _MOVED_OF.fullmatch(source.measure)) is not None:
            reading.measure, reading.source = fallen["of"], source  # 11个区刑事发案下降,某区降幅最大
            return
        reading.measure, reading.object, reading.verb = source.measure, source.object, source.verb
        if source.rule == "distributed" and any(one.word in SUMMED for one in state.pending):
            reading.measure = _all_of_row(state, source) or source.measure  # 食品、药品案件分别为1起和2起,合计3起
        reading.source = source
        if source.segment.former and source.segment.noun and reading.segment.reached:
            reading.segment.comparison = reading.segment.comparison or source.segment.comparison
        if not changes and any(one.word.startswith(_MOMENTS) for one in reading.times):
            reading.measure = source.measure.removeprefix(_ADDED).removesuffix(_ADDED) or source.measure
        if reading.segment.relation == "share" and source.quantity.form == "points":
            reading.measure = source.measure.removesuffix("增速")
        again = reading.segment.relation == "share" and bool(reading.segment.whole)  # 占老年人口的15%,占总人口的4%
        grows = changes and reading.quantity.form == "percent"  # 为年初预算的105%,比上年增长10%
        if source.segment.relation == "share" and (reading.quantity.form == "number" or again or grows):
            reading.measure = source.measure.partition("占")[0] or source.measure
        if reading.quantity.form in ("percent", "points", "multiple"):
            reading.dimension = source.dimension
        if reading.quantity.form == "points" and source.quantity.form == "percent" and _grows(source):
            reading.measure += "" if reading.measure.endswith("增速") else "增速"
        if source is previous and source.quantity.unit == reading.quantity.unit:
            reading.part_of = source.part_of
    else:
        reading.measure = topic_before(state) or state.memory.asked
    if reading.rule == "direct":
        reading.rule = "inherited"


def _speaks_of(topic: Topic, changes: bool) -> bool:
    """Whether a clause without figures leads on to those behind it: 而房地产开发投资仍未走出低谷,下降11%."""
    return topic.moves or (changes and _GROWS.search(topic.words) is not None)


def _is_now(state: State, topic: Topic) -> bool:
    """Whether the clause tells only how many there are now of what the one before brings up, or what share that has:
    几年前还少见的帮信罪,如今已有31人; 性侵案件占比居高不下,达61.2%."""
    if topic.clause != state.memory.clauses - 1 or not all(
        one.role in ("time", "adverb", "link") for one in state.pending
    ):
        return False
    if attributes.split(topic.words)[1] in _SHARES:
        return True
    if any(slot.word in _IS for slot in state.clauses.plain[-1][1][1:]):
        return True  # 危险驾驶仍是第一大罪名,共1907件
    return any(one.word.startswith(_NOW) for one in state.pending)


def _is_next(state: State, topic: Topic) -> bool:
    """Whether the clause right before only names the next in an order: 其次是虚假购物类,171起."""
    slots = state.clauses.plain[-1][1]
    return topic.clause == state.memory.clauses - 1 and slots[0].word.startswith(("其次", "再次"))


def _parted(state: State, reading: Reading) -> Reading | None:
    """The largest figure told in the unit of one which a sentence parts anew: …918起。从区域看,惠城区401起."""
    plain, unit = state.clauses.plain, reading.quantity.unit
    if not plain or not unit or not views("".join(slot.word for slot in plain[0][1])):
        return None
    told = [one for one in state.memory.recent if one.quantity.unit == unit and one.quantity.form == "number"]
    told = [one for one in told if one.segment.relation not in ("change", "share")]
    most = max(told, key=lambda one: one.quantity.value, default=None)
    return most if most is not None and most.quantity.value > reading.quantity.value else None


def _all_of_row(state: State, last: Reading) -> str:
    """The words before a row of figures of which each is of one thing that they name."""
    first = next((one for one in state.readings if one.group and one.group == last.group), last)
    return tidy(first.segment.words)


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
    if (leading := _AT_HEAD.fullmatch("".join(slot.word for slot in slots))) is not None:
        return leading["of"]  # 道路运输仍居首位,31起
    if len(slots) > 1 and slots[-1].word in _MOST and any(slot.role == "gap" for slot in slots[:-1]):
        return words_of(slots[:-1])  # 食品类案件|最多,为532件
    most = len(slots) > 2 and slots[-2].word == "最" and slots[-1].role in ("up", "down")
    return words_of(slots[:-2]) if most else ""


def _ranked_move(state: State, reading: Reading) -> str:
    """The noun of change that the clause before ranks, of which the figure is: 某区增速最高,为|8.2%; else empty."""
    plain, found = state.clauses.plain, reading.segment
    if reading.quantity.form != "percent" or found.relation not in ("level", "direct") or not plain:
        return ""
    number, slots = plain[-1]
    if number == state.memory.clauses - 1 and (most := _MOST_MOVED.fullmatch(words_of(slots))) is not None:
        found.relation, found.noun, found.direction = "change", True, "down" if most["move"][0] in "降跌减下" else "up"
        return most["move"] + most["how"]
    at = next((at for at in range(len(slots) - 1, -1, -1) if slots[at].role == "change_noun"), -1)
    if at < 0 or number != state.memory.clauses - 1 or _LEADS.fullmatch(words_of(slots[at + 1 :])) is None:
        return ""
    noun = slots[at].word
    found.relation, found.noun, found.direction = "change", True, "down" if noun[0] in "降跌减下" else "up"
    return noun


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
