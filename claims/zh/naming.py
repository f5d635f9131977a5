"""What a figure measures, in the article's words: from its own clause, its list, or what came before."""

from __future__ import annotations

import re

from claims.zh import (
    action,
    attributes,
    beside,
    by_unit,
    counting,
    disposed,
    durations,
    heads,
    inherited,
    natures,
    owners,
    phrase,
    preceding,
    resolve,
    said,
    sides,
)
from claims.zh.lists import distribute, implied
from claims.zh.measure import tidy
from claims.zh.records import Reading, State
from claims.zh.segment import Segment
from claims.zh.slots import Slot
from claims.zh.trimmed import shortened

_OF_TWO = ("前者", "后者")
_ROW_HEAD = re.compile("(?P<head>[^、]{2,12}?)(?:分别|依次)[为是达](?P<item>[^、]{0,10})")
_BEST = re.compile("(?:前[两三四五十]|居前|靠前)[位名]?的$")
_WEATHER = frozenset(("℃", "毫米", "mm", "级", "米/秒", "度"))
# 其他地区32℃, 雨量中南部地区150毫米: where, behind what is measured.
_AREA = re.compile(r"(?:(?:^|(?<=雨量)|(?<=气温)|(?<=温度))[^的]{0,6}(?:地区|大部|局部|局地|沿海|山区|一带))+$")
_EARNING = re.compile(r"(?<=..)(?:实现|录得|取得)(?=(?:营业|主营)?(?:总?收入|总?营收|净利|利润总额))")
_LISTED = re.compile(r"(?<=.)[^、]+(?:、[^、]+)+等(?P<class>(?:各类|多种|多项|各种)?[^、等]{2,})$")
_SIZED = re.compile(
    r"的?(?:车身|机身|外形|整车)?(?:尺寸|规格|大小)(?:方面)?(?:分别)?为(?=.$)"
)  # 新车的尺寸为长4620毫米
_VEHICLE = re.compile(r".{0,8}?[车船艇]")
_USED = re.compile(r"(?:作为|用作|当作)(?P<noun>[\u4e00-\u9fff]{2,10})$")
_DISPOSED = re.compile(r"^.*?(?:将|把|按照?|以(?![上下内外]))其?(?=..)|的$")
_CLOSING = frozenset(("报收于", "报于", "收于", "报收", "收报"))
_PAPERS = ("决定", "决定书", "判决", "判决书", "通知", "通知书", "裁定", "罚单", "公告")
_NOUN = 6  # characters of what stands before brackets: 挖掘盗洞(长约4米)
_OWNER = 12  # characters of whose it is
_LONG_LIST = 20
_SIZE_WORDS = {"轻": "重量", "重": "重量", "薄": "厚度", "厚": "厚度"}  # 轻至1.2kg
_DOING = re.compile(r"(?:开展|组织|举办|进行|实施)(?=[^、]{2,}、)")
_LONGEST = 60  # characters of a measure put together from two
# 5%的上涨空间, 15%的性能提升: a change, of what may stand in front of it.
_GROWN = re.compile(
    r"^(?P<of>(?:[^的]{1,10}?的?(?=.{2,4}$))?)(?P<move>增长|增速|[增涨升跌降]幅|上涨|上升|上行|提升|改善|下[降跌滑行]|回落|折让|溢价)"
)
_ONE_OF = re.compile(r"^.*?(?:成为|[是系]|作为).*?[个家款只部座位](?=..)")  # 成为全国首个销量突破50万辆的品牌
_SPAN_OF = re.compile(r"^(?:[单每首全]?[日周月季年]|累计|单日|最[大高低小]|平均|整体|总)度?$")  # 5%的周跌幅
_LONG_KIND = 12
_LEADING_ON = ("到", "至", "从", "由")  # 从2.46万宗到1.38万宗
_SALES = ("零售", "批发", "销售", "交付", "销量", "产量", "出口", "进口", "收入")
_BARE_SHARES = ("占比", "比重", "份额", "占有率")
_SHARE_WITHIN = re.compile("(?P<whole>[^占、]{2,14}?)中的?(?:占比|比重|份额|比例)")
_HELD = ("份额", "占有率")
_THIS_KIND = re.compile("(?P<done>[^的]{0,4}?)(?:[此这该]一?类|^类)(?P<of>[一-鿿]{2,4}?)(?P<act>立案|破案|发案)?")
_MOVES = ("增长", "增速", "增幅", "涨幅", "降幅", "跌幅", "下降", "提升")


def name(state: State, reading: Reading, index: int, after: list[Slot], consumed: bool) -> None:
    """Set the measure of the figure at slot `index`, of which the slots `after` it may name what it counts."""
    found, quantity = reading.segment, reading.quantity
    previous = state.readings[-1] if state.readings else None
    counted, consumed = counting.words(state, reading, index, after, consumed)
    found.distributed = found.distributed or _goes_with_row(state, found, index)
    item = _distributed(state, reading)
    if item is not None:
        reading.measure, reading.rule, reading.object = item, "distributed", item
        if not item:  # 增速分别比上月末和上年同期低0.6个和1.3个百分点
            inherited.measure(state, reading, previous)
        if reading.source is not None:
            reading.dimension = reading.source.dimension
        if found.relation == "share" and found.whole:
            reading.measure = f"{item}占{found.whole}"
        heads.complete(reading, previous, [], 0)
        return
    if (meant := _former_or_latter(state, found)) is not None:
        reading.measure, reading.source, reading.inherited, reading.rule = meant.measure, meant, True, "inherited"
        reading.dimension = meant.dimension
    elif reading.whole is not None:
        _of_figure(state, reading, reading.whole)
    elif found.relation == "direct" and (named := sides.memory(state.slots, index)):
        reading.measure, reading.rule = named, "described"
    elif found.relation == "direct" and natures.is_duration(quantity) and not found.former:
        durations.name(state, reading, index)
    elif quantity.form == "percent" and found.words and (used := _used_as(state.slots, index)):
        found.relation, found.whole, reading.rule = "share", _DISPOSED.sub("", found.words), "share_of"
        reading.measure = f"{used}占{found.whole}"
    elif quantity.form == "zero":
        _of_zero(reading, counted)
    elif found.relation == "direct" and any(done := disposed.name(state.slots, index, quantity)):
        reading.verb, reading.object = done
        reading.measure, reading.rule = tidy("".join(done)), "disposed"
    elif found.equipped and counted:
        reading.measure = reading.object = counted.rstrip("+ ")
        reading.rule = "figure_noun"
    elif found.relation == "direct" or (found.having and counted):
        action.name(state, reading, previous, counted)
        described = any(slot.word == "的" for slot in after)  # 156名招募的大学生|将赴基层
        if reading.rule == "figure_noun" and not found.verb and consumed and not described:
            told = phrase.words_of(said.predicate(state.slots, index))
            if told and told not in reading.measure:
                reading.measure = tidy(phrase.joined(reading.measure, told[:16]))
    elif found.former and not (found.words or state.readings) and (told := beside.compared(state.slots, index)):
        reading.measure, reading.subject, reading.rule = told, told, "level"
    else:
        _of_subject(state, reading, previous, counted)
    if quantity.form == "percent" and counted and found.relation in ("direct", "level"):
        _of_growth(state, reading, previous, counted)
    of_noun = reading.described and state.slots[index + 1].word == "的"
    if counted and of_noun and not (found.noun or found.moved or any(word in counted for word in _MOVES)):
        _of_thing(reading, counted)
    by_unit.settle(state, reading, index, counted)
    if found.converted and previous is not None:
        if previous.segment.relation == "change" and found.relation in ("level", "direct"):
            found.relation, found.direction = "change", previous.segment.direction
        if previous.measure not in reading.measure:
            reading.measure, reading.inherited = tidy(previous.measure + reading.measure), True
    source = reading.source.segment if reading.source is not None else None
    if (
        (found.plan or found.other)
        and quantity.form == "percent"
        and source is not None
        and (source.relation == "change" or source.noun)
    ):
        found.relation, found.direction = "change", source.direction  # 同比上涨3.2%,低于预期的3.3%
    heads.of_total(state, reading)
    heads.complete(reading, previous, state.slots, index)
    if quantity.unit in _WEATHER and (area := _AREA.search(reading.measure)):
        reading.measure = reading.measure[: area.start()] or _forecast(state, previous) or reading.measure
    reading.measure = _EARNING.sub("", reading.measure.replace("长、宽、高", "长宽高"))
    if reading.measure[-1:] in sides.DIMENSIONS:
        _dimension(state, reading)
    reading.measure = (
        _SIZE_WORDS.get(reading.measure, reading.measure) if natures.measured(quantity) else reading.measure
    )
    if "、" in reading.measure and reading.verb:
        reading.measure = _of_class(reading.measure, reading.verb)
    pointing = _THIS_KIND.fullmatch(reading.measure)
    if pointing is not None and (kind := _kind_before(state, pointing["of"])):
        reading.measure, reading.completed = (
            tidy(pointing["done"] + kind + (pointing["act"] or "")),
            True,
        )  # 破获此类案件
    reading.measure = "" if reading.measure in _LEADING_ON else shortened(reading.measure)
    if found.other == "mean" and not (found.places and (quantity.form == "percent" or resolve.is_rate(reading.source))):
        reading.measure = tidy(f"{found.base_words}平均{reading.measure}")  # 低于行业1.6%的平均水平
    if told := _told_of_time(state, reading, index):
        reading.measure, reading.completed = told, True
    within = _SHARE_WITHIN.fullmatch(reading.measure) if quantity.form == "percent" else None
    if within is not None and previous is not None and not reading.inherited:
        found.relation, found.whole, reading.inherited, reading.source = "share", within["whole"], True, previous
        reading.measure = f"{previous.measure.partition('占')[0]}占{found.whole}"  # 在全省外贸总值中的比重升至43.1%
    if reading.measure in _BARE_SHARES and previous is not None and not reading.inherited:
        held = reading.measure in _HELD and attributes.split(previous.measure)[0]  # 某厂销量3.1万辆,份额达到12%
        whole = (held or previous.measure) + reading.measure
        if previous.segment.relation == "share":
            reading.measure, reading.inherited, reading.source = previous.measure, True, previous
        else:
            reading.measure, reading.completed = whole, True  # 预制菜收入9亿元,占比由22%升至28%
    if reading.measure in _SALES and not reading.inherited:
        reading.measure, reading.completed = state.memory.spot + reading.measure, bool(state.memory.spot)
    _of_row(state, reading, previous)
    owners.complete(state, reading)
    owners.note_actor(state, reading)
    if (
        quantity.dimension == "length"
        or reading.measure.endswith(("长宽高", "分辨率"))
        or (previous and previous.side >= 0)
    ):
        _side(state, reading, previous, index)


def _former_or_latter(state: State, found: Segment) -> Reading | None:
    """The figure that 前者 or 后者 points back to, of the last two that were counted."""
    if found.words not in _OF_TWO or found.relation != "change":
        return None
    told = [one for one in state.readings if one.segment.relation in ("direct", "level") and not one.segment.former]
    place = -2 if found.words == _OF_TWO[0] else -1
    found.words = found.subject = ""
    return told[place] if len(told) > 1 else None


def _of_row(state: State, reading: Reading, previous: Reading | None) -> None:
    """Give each figure of a row of names the attribute at its head: 增速分别为甲县14.2%、乙县11.6%."""
    match, found = _ROW_HEAD.fullmatch(reading.measure), reading.segment
    if found.relation != "direct" or found.verb:
        return
    if match is not None and state.pending:
        head, last = _BEST.sub("", match["head"]), state.pending[-1]
        item = "" if last.role == "place" else match["item"]
        reading.places = [last] if last.role == "place" else reading.places
    elif previous is not None and previous.row_head and state.listed:
        if reading.quantity.unit != previous.quantity.unit:
            return
        head, item = previous.row_head, "" if reading.measure.startswith(previous.row_head) else reading.measure
        item = "" if reading.inherited else item
    else:
        return
    if attributes.names_attribute(head):
        reading.row_head, reading.measure, reading.inherited = head, tidy(item + head), False


def _kind_before(state: State, noun: str) -> str:
    """What 此类案件 points back to: the topic of a sentence without figures right before, or what was counted last."""
    topic = state.memory.before() if state.memory.before is not None else ""
    if _LONG_KIND >= len(topic) > 2:
        return topic if topic.endswith(noun[:1]) else topic + noun
    told = (one.measure for one in (*reversed(state.readings), *reversed(state.memory.recent)))
    return next((words.removeprefix("立") for words in told if words.endswith(noun) and len(words) > len(noun)), "")


def _told_of_time(state: State, reading: Reading, index: int) -> str:
    """The measure of the figure before, of which a clause tells for another time: 售出6万台;今年以来累计售出310万台."""
    own, unit = reading.measure, reading.quantity.unit
    if not own or not unit or not reading.times or reading.inherited or reading.segment.places:
        return ""
    spoken = [slot for slot in state.pending if slot.role not in ("time", "adverb", "sep", "link", "to")]
    if phrase.words_of(spoken) != own:
        return ""
    last = next((one for one in reversed(state.readings) if one.quantity.unit == unit), None)
    goes_on = last is not None and last.measure.endswith(own) and 0 < len(last.measure) - len(own) <= _OWNER
    return last.measure if last is not None and goes_on else ""


def _used_as(slots: list[Slot], index: int) -> str:
    """What a share of something is used as: 将得款的15%|作为悬赏金."""
    if index + 1 >= len(slots) or slots[index + 1].role != "gap":
        return ""
    used = _USED.match(slots[index + 1].word.strip())
    return attributes.leading(used["noun"]) if used else ""


def _forecast(state: State, previous: Reading | None) -> str:
    """What a forecast tells area by area: `最高温度:北部35℃,其他地区32℃`."""
    topic = state.clauses.last()
    if topic is not None and topic.clause == state.label and attributes.names_attribute(topic.words):
        return topic.words
    return previous.measure if previous is not None and previous.quantity.unit in _WEATHER else ""


def _goes_with_row(state: State, found: Segment, index: int) -> bool:
    """Whether the figure begins a row that goes with one before it, though no 分别 says so."""
    previous = state.readings[-1] if state.readings else None
    if found.reached and not found.words and previous and previous.rule == "distributed" and len(state.last_items) > 1:
        return True  # 甲、乙分别从4%和8%升至5%和11%
    if found.relation == "direct" and not found.words:
        return False
    if found.relation in ("change", "direct") or (found.relation == "share" and not found.words):
        return implied(found, state.slots, index, state.readings)
    return False


def _of_thing(reading: Reading, counted: str) -> None:
    """`售价8900元的运动鞋`: the attribute before the figure is that of the thing behind it."""
    load = by_unit.LOAD.search(reading.segment.words)
    if load:  # 查处一起核载5人、实载9人的面包车超员
        vehicle = _VEHICLE.match(counted)
        reading.measure, reading.rule = (vehicle[0] if vehicle else "") + load["load"], "described"
        return
    attribute = attributes.split(reading.segment.words)[1]
    if reading.quantity.hedge in ("over", "at_least", "at_most"):
        if attribute and reading.segment.relation != "share":
            reading.measure, reading.rule = _ONE_OF.sub("", reading.segment.words), "described"
        return
    if counted.endswith(_PAPERS):
        return  # 作出罚款90万元的行政处罚决定
    if attribute and not reading.threshold and reading.segment.relation != "share" and not attributes.split(counted)[1]:
        reading.measure, reading.rule, reading.inherited = tidy(counted + attribute), "described", False


def _dimension(state: State, reading: Reading) -> None:
    """A dimension alone is that of the thing before its brackets, or of the one whose other dimension was told."""
    reading.measure = _SIZED.sub("", reading.measure)
    if reading.measure not in sides.DIMENSIONS or reading.inherited:
        return
    if state.outer:
        reading.measure = tidy(phrase.words_of(state.outer[-1].pending[-1:])[-_NOUN:] + reading.measure)
    if reading.measure in sides.DIMENSIONS:
        reading.measure = sides.of_same(reading.measure, state.readings)


def _side(state: State, reading: Reading, previous: Reading | None, index: int) -> None:
    """`车身尺寸4560×1850×1620毫米`: which side each of the figures tells."""
    slots = state.slots
    if previous is not None and 0 <= previous.side < 2 and sides.parts(slots, index - 1):
        reading.side = previous.side + 1
        reading.measure = sides.name(previous.measure[:-1], reading.side)
        reading.owner, reading.completed, reading.inherited = previous.owner, previous.completed, True
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


def _of_class(words: str, verb: str) -> str:
    """`查处超速、超载、…等各类违法行为` by its class alone, where the examples are many."""
    at = words.find(verb)
    inner = _DOING.search(words, at + len(verb)) if at >= 0 else None  # 帮助妇女开展甲、乙等培训
    start = inner.end() if inner else at + len(verb)
    listed = _LISTED.search(words, start) if at >= 0 else None
    return words[: listed.start()] + listed["class"] if listed and len(listed[0]) > _LONG_LIST else words


def _of_figure(state: State, reading: Reading, whole: Reading) -> None:
    """`完成投资14.6亿元，完成任务35亿元的41.7%`: the share that the figure before last is of the last."""
    part = next((r for r in reversed(state.readings) if r is not whole and r.dimension == whole.dimension), None)
    reading.segment.relation, reading.segment.whole, reading.rule = "share", whole.measure, "share_of"
    done = whole.verb + whole.object if whole.verb and whole.object and not whole.segment.divides else ""
    stated = done or f"占{whole.measure}"
    topic = None if part else state.clauses.last()
    named = part.measure if part else topic.words if topic else ""
    # 3亿的5%的8%的…: a share of a share names what both are of, once.
    reading.measure = (stated if len(named) + len(stated) > _LONGEST else named + stated)[:_LONGEST]
    reading.inherited = part is None


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


def _of_subject(state: State, reading: Reading, previous: Reading | None, counted: str) -> None:
    found = reading.segment
    reading.rule = {"change": "change", "level": "level", "share": "share_of"}[found.relation]
    reading.subject, reading.verb, reading.object = found.subject, found.verb, found.object
    words = found.words
    if (
        words
        and reading.quantity.dimension.isupper()
        and _closes(state.pending)
        and not (attributes.names_attribute(words) and words != "股价")
    ):
        words = found.words = words.removesuffix("股价") + "收盘价"  # 某公司报收于5.9元
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
        if not reading.measure and found.relation == "change":
            reading.measure = words  # 前7月立案下降21.5%
        if reading.quantity.form == "points" and found.noun and not reading.measure.endswith("增速"):
            reading.measure += "增速"
    if found.relation == "share" and found.whole and not found.whole_named:
        reading.measure = f"{reading.measure}占{found.whole}"


def _closes(pending: list[Slot]) -> bool:
    """Whether the words before the figure say at what price trade ended."""
    return any(slot.word in _CLOSING for slot in pending[-3:])


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
    if reading.quantity.form == "zero":
        state.distribution = None
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
            mine.comparison = mine.comparison or previous.comparison
            mine.reached, mine.former = previous.reached, previous.former
            mine.whole = previous.whole
        return share
    state.distribution = None
    return None
