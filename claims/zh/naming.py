"""What a figure measures, in the article's words: from its own clause, its list, or what came before."""

from __future__ import annotations

import re

from claims.zh import action, attributes, following, inherited, owners, phrase, preceding, sides
from claims.zh.lists import distribute, implied
from claims.zh.measure import tidy
from claims.zh.records import Reading, State
from claims.zh.slots import Slot

_MEANS = re.compile(
    r"(?<=..)(?<![采利使应作费专通信食日民商军公引耐])用(?![户电水品地途工药车人量餐气能料]).*$"
)  # 辅警用汗水…
_LONGEST = 60  # characters of a measure put together from two
_GENERAL = frozenset(
    (
        "死亡人数", "亡人数", "受伤人数", "伤亡人数", "直接经济损失", "直接财产损失", "死亡", "受伤", "涉案金额",
        "涉案价值", "占地面积", "建筑面积", "价值", "总价值", "案值", "货值", "总金额", "金额", "任务", "目标",
        "计划任务", "目标任务",
    )
)  # fmt: skip
_LENGTHS = ("时长", "时间", "天数", "周期", "期限", "时限", "工期", "寿命", "年限", "里程")
_COUNTED = re.compile(r"^(?:发生|共发生)|(?:起数|数量|数)$")
# 5%的上涨空间, 15%的性能提升: a change, of what may stand in front of it.
_GROWN = re.compile(
    r"^(?P<of>(?:[^的]{1,10}?的?(?=.{2,4}$))?)(?P<move>增长|增速|[增涨升跌降]幅|上涨|上升|上行|提升|改善|下[降跌滑行]|回落|折让|溢价)"
)
_ONE_OF = re.compile(r"^.*?(?:成为|[是系]|作为).*?[个家款只部座位](?=..)")  # 成为全国首个销量突破50万辆的品牌
_SPAN_OF = re.compile(r"^(?:[单每首全]?[日周月季年]|累计|单日|最[大高低小]|平均|整体|总)度?$")  # 5%的周跌幅
_MOVES = ("增长", "增速", "增幅", "涨幅", "降幅", "跌幅", "下降", "提升")
_HEAD = re.compile(
    r"(?:出口|进口|进出口|投资|增加值|产值|产量|销量|销售额|营业收入|收入|利润|零售额|贷款|存款|支出|用电量|吞吐量|价格|成交额)(?:总额|额|值|量|总值)?$"
)


def name(state: State, reading: Reading, index: int, after: list[Slot], consumed: bool) -> None:
    """Set the measure of the figure at slot `index`, of which the slots `after` it may name what it counts."""
    found, quantity = reading.segment, reading.quantity
    previous = state.readings[-1] if state.readings else None
    if quantity.form == "zero":
        counted = tidy("".join(slot.word for slot in after).partition("”")[0])
    else:
        counted = _MEANS.sub("", phrase.words_of(after)) if after else ""
        counted = attributes.leading(counted) if reading.described else counted
    if found.relation == "change" and not found.distributed:
        found.distributed = implied(found, state.slots, index, state.readings)
    item = _distributed(state, reading)
    if item is not None:
        reading.measure, reading.rule, reading.object = item, "distributed", item
        if reading.source is not None:
            reading.dimension = reading.source.dimension
        if found.relation == "share" and found.whole:
            reading.measure = f"{item}占{found.whole}"
        _complete(reading, previous)
        return
    if reading.whole is not None:
        _of_figure(state, reading, reading.whole)
    elif found.relation == "direct" and following.is_duration(quantity) and not found.former:
        _of_duration(state, reading, index)
    elif quantity.form == "zero":
        _of_zero(reading, counted)
    elif found.equipped and counted:
        reading.measure = reading.object = counted.rstrip("+ ")
        reading.rule = "figure_noun"
    elif found.relation == "direct" or (found.having and counted):
        action.name(state, reading, previous, counted)
        if reading.rule == "figure_noun" and not found.verb and consumed:
            said = phrase.words_of(following.predicate(state.slots, index))
            if said and said not in reading.measure:
                reading.measure = tidy(_joined(reading.measure, said[:16]))
    else:
        _of_subject(state, reading, previous, counted)
    if quantity.form == "percent" and counted and found.relation in ("direct", "level"):
        _of_growth(state, reading, previous, counted)
    of_noun = reading.described and state.slots[index + 1].word == "的"
    if counted and of_noun and not (found.noun or found.moved or any(word in counted for word in _MOVES)):
        _of_thing(reading, counted)
    if reading.measure.endswith("涉案") and (
        quantity.dimension.isupper() or following.is_money(quantity, reading.measure + "金额")
    ):
        reading.measure = "涉案金额"  # 一起涉案3000万元的案件
    if found.converted and previous is not None:
        if previous.segment.relation == "change" and found.relation in ("level", "direct"):
            found.relation, found.direction = "change", previous.segment.direction
        if previous.measure not in reading.measure:
            reading.measure, reading.inherited = tidy(previous.measure + reading.measure), True
    _head_of_total(state, reading)
    _complete(reading, previous)
    owners.complete(state, reading)
    owners.note_actor(state, reading)
    if quantity.dimension == "length" or reading.measure.endswith("长宽高") or (previous and previous.side >= 0):
        _side(state, reading, previous, index)


def _of_thing(reading: Reading, counted: str) -> None:
    """`售价8900元的运动鞋`: the attribute before the figure is that of the thing behind it."""
    attribute = attributes.split(reading.segment.words)[1]
    if reading.quantity.hedge in ("over", "at_least", "at_most"):
        if attribute and reading.segment.relation != "share":
            reading.measure, reading.rule = _ONE_OF.sub("", reading.segment.words), "described"
        return
    if attribute and not reading.threshold and reading.segment.relation != "share" and not attributes.split(counted)[1]:
        reading.measure, reading.rule, reading.inherited = tidy(counted + attribute), "described", False


def _side(state: State, reading: Reading, previous: Reading | None, index: int) -> None:
    """`车身尺寸4560×1850×1620毫米`: which side each of the figures tells."""
    slots = state.slots
    if previous is not None and 0 <= previous.side < 2 and sides.parts(slots, index - 1):
        reading.side = previous.side + 1
        reading.measure = sides.name(previous.measure[:-1], reading.side)
        reading.inherited = True
    elif reading.measure and sides.parts(slots, index + 1, named=reading.measure.endswith("长宽高")):
        reading.side, reading.owner = 0, sides.owner(reading.measure) or reading.owner
        reading.measure = sides.name(reading.measure, 0)


def _of_growth(state: State, reading: Reading, previous: Reading | None, counted: str) -> None:
    """`油价有5%的下跌空间`, `15%的销量增长`: how far what is named before the noun of change, or within it, moves."""
    grown = _GROWN.match(counted)
    found = reading.segment
    if grown is None:
        return
    found.relation, found.noun = "change", True
    found.direction = "down" if grown["move"][0] in "降跌下回折" else "up"
    own = tidy(_SPAN_OF.sub("", grown["of"])) or (found.subject if found.verb else found.words)
    if own:
        reading.measure, reading.inherited = own, False
    else:
        inherited.measure(state, reading, previous)


def _joined(words: str, said: str) -> str:
    """`words` and what is said, of which they may hold the beginning: 高校入围, 入围百强."""
    shared = next((size for size in range(min(len(words), len(said)), 1, -1) if words.endswith(said[:size])), 0)
    return words + said[shared:]


def _complete(reading: Reading, previous: Reading | None) -> None:
    """A head too general to stand alone (死亡人数, 破案率) is of what the figure before it measures."""
    if previous is None or previous.measure in _GENERAL:
        return
    if reading.measure.startswith("涉案") and not previous.measure.endswith(("案", "案件")):
        return  # a case involves money, but persons caught and things seized do not
    if reading.measure in _GENERAL and reading.measure not in previous.measure:
        stem = _COUNTED.sub("", previous.measure)
        reading.measure = stem + reading.measure
        reading.inherited = True


def _of_figure(state: State, reading: Reading, whole: Reading) -> None:
    """`完成投资14.6亿元，完成任务35亿元的41.7%`: the share that the figure before last is of the last."""
    part = next((r for r in reversed(state.readings) if r is not whole and r.dimension == whole.dimension), None)
    reading.segment.relation, reading.segment.whole, reading.rule = "share", whole.measure, "share_of"
    stated = whole.verb + whole.object if whole.verb and whole.object else f"占{whole.measure}"
    topic = None if part else state.clauses.last()
    named = part.measure if part else topic.words if topic else ""
    # 3亿的5%的8%的…: a share of a share names what both are of, once.
    reading.measure = (stated if len(named) + len(stated) > _LONGEST else named + stated)[:_LONGEST]
    reading.inherited = part is None


def _of_duration(state: State, reading: Reading, index: int) -> None:
    """`在逃28年`, `失散14年`: how long what stands before lasted; `28天零警情`: how long what stands after did."""
    reading.rule = "duration"
    found = reading.segment
    last = state.pending[-1] if state.pending else None
    slots = state.slots
    if found.words.endswith("加速"):
        reading.measure = found.words  # 零百加速仅4秒
    elif last is not None and last.role in ("gap", "verb") and last.end >= reading.quantity.outer_start - 1:
        tail = tidy(last.word[-6:])
        reading.measure = found.words if tail.endswith(_LENGTHS) else tail + "时长"
    elif index + 1 < len(slots) and slots[index + 1].role == "gap":
        noun = phrase.words_of(slots[index + 1 : following.noun_end(slots, index + 1)])
        reading.measure = noun + ("天数" if reading.quantity.unit in ("天", "日") else "时长")
    else:
        inherited.measure(state, reading, state.readings[-1] if state.readings else None)
    reading.object = reading.measure


def _of_zero(reading: Reading, counted: str) -> None:
    """`零感染`, `没有发生重大事故`."""
    found = reading.segment
    reading.rule = "zero"
    before = found.object or ("" if found.verb in preceding.BARE else found.words)
    reading.measure = reading.object = (
        tidy(before if counted in ("发生", "") or len(counted) < 2 else counted) or before
    )
    if before and counted and counted != "发生" and len(counted) <= 4 and "、" not in before:
        reading.measure = tidy(before + counted)


def _head_of_total(state: State, reading: Reading) -> None:
    """Under 其中, a part that only names a class takes the head of its total: `高端装备` of `机电产品出口`."""
    if not state.subset or reading.segment.relation != "change" or state.total is None:
        return
    head = _HEAD.search(state.total.measure)
    if head and not _HEAD.search(reading.measure) and reading.measure and not reading.inherited:
        reading.measure += head.group()


def _of_subject(state: State, reading: Reading, previous: Reading | None, counted: str) -> None:
    found = reading.segment
    reading.rule = {"change": "change", "level": "level", "share": "share_of"}[found.relation]
    reading.subject, reading.verb, reading.object = found.subject, found.verb, found.object
    words = found.words
    if reading.described and found.relation == "change" and attributes.names_attribute(counted):
        words = found.subject = counted  # 将增加400万平方米的建筑面积
    if words and not (found.led_by_verb and not found.object):
        reading.measure = words
        inherited.with_subject(state, reading)
        if found.relation == "share" and found.whole_named and found.led_by_verb:
            inherited.measure(state, reading, previous)
            reading.measure = tidy(reading.measure + words)
    elif counted and not words and not found.noun and not reading.threshold:
        reading.measure = counted
    else:
        inherited.measure(state, reading, previous)
        if reading.quantity.form == "points" and found.noun and not reading.measure.endswith("增速"):
            reading.measure += "增速"
    if found.relation == "share" and found.whole and not found.whole_named:
        reading.measure = f"{reading.measure}占{found.whole}"


def _clause_before(state: State) -> list[Slot] | None:
    """The clause just before, if it has no figures: it may hold the first item of a list parted by a comma."""
    plain = state.clauses.plain
    return plain[-1][1] if plain and plain[-1][0] == state.memory.clauses - 1 else None


def _distributed(state: State, reading: Reading) -> str | None:
    """The item that 分别 gives this figure, or None."""
    if reading.segment.distributed:
        state.distribution = distribute(
            reading.segment, state.slots, reading.quantity, state.last_items, state.readings, _clause_before(state)
        )
    current = state.distribution
    if current is None:
        return None
    goes_on = (state.listed or not state.pending) and not reading.segment.words
    if reading.segment.distributed or goes_on:
        share = current.next(reading)
        if share is None:
            state.distribution = None
        elif current.items:
            state.last_items = current.items
        if goes_on and state.readings:
            reading.times = reading.times or state.readings[-1].times
        if not reading.segment.distributed and state.readings:
            previous = state.readings[-1].segment
            mine = reading.segment
            if mine.relation != "direct":
                return share
            mine.relation, mine.direction, mine.noun = previous.relation, previous.direction, previous.noun
            mine.comparison, mine.reached, mine.former = previous.comparison, previous.reached, previous.former
            mine.whole = previous.whole
        return share
    state.distribution = None
    return None
