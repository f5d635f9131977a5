"""From the slots of a sentence to readings: each figure with its measure, relation, period and place."""

from __future__ import annotations

import re
from dataclasses import replace

from claims import place
from claims.quantity import Quantity
from claims.zh import beside, following, lexicon, naming, natures, owners, phrase, preceding
from claims.zh.noun_phrase import JOINTS, SUBSET_WORDS
from claims.zh.place import PlaceSpan
from claims.zh.records import Memory, Outside, Reading, State
from claims.zh.segment import Segment
from claims.zh.slots import Slot
from claims.zh.topics import is_frame

_STOPS = lexicon.classes()["frame"]  # words of saying and showing, which frame what follows
_CLAUSE_ENDS = frozenset((*",;:。!?】\n ▶▷►▸◆■●▲▼", "http:", "https:"))
_STEPS = frozenset(("quantity", "sep", "conj", "verb"))  # the roles of slots that may part a clause or end it
_WILL = frozenset(("将", "将会", "会"))
_HOLDING = frozenset(("包括", "包含", "涵盖"))  # these take apart what the sentence itself has told
_NAMING = frozenset(("分别为", "分别是", "依次为", "依次是"))  # 前三名分别为甲(10票)、乙(8票)
_BALANCES = ("顺差", "逆差", "差额")  # what is left of two flows has neither as its part
_HEDGE_HEAD = re.compile(
    r"^(?:超过|超出|超|逾|接近|将近|近|约|不足|不到)(?:了)?(?:全(?:省|市|国|区|县|州)|我[国省市区县])?"
)


def read(slots: list[Slot], memory: Memory) -> list[Reading]:
    """The readings of the figures of one sentence, in order; `memory` is brought up to date."""
    state = State(memory, slots, since=memory.clauses)
    memory.owner_age += 1
    index, end = 0, len(slots)
    while index < end:
        if slots[index].role in _STEPS:
            index = _step(state, index)
        else:
            state.pending.append(slots[index])
            index += 1
    if not state.readings:
        _plain_clause(state)
    if state.readings:
        memory.last = state.readings[-1]
        memory.recent = [*memory.recent[-_RECENT:], *state.readings[-_RECENT:]]
        changes = [found for found in state.readings if found.segment.relation == "change"]
        memory.last_change = changes[-1] if changes else memory.last_change
        levels = [one for one in state.readings if one.segment.relation != "share" and not _is_difference(one)]
        numbers = [found for found in levels if found.quantity.form == "number" and not found.segment.converted]
        memory.last_level = numbers[-1] if numbers else levels[-1] if levels else memory.last_level
    if state.clauses.plain:
        memory.clauses_before = state.clauses
    return state.readings


_ROW_OF_PLACES = 9
_PLACE_KIND = re.compile("[一-鿿]{0,4}?(?:州市|市州|地市|省份|城市|[省市区县镇州国地])")
_OTHER_KIND = re.compile("(?:行业|领域|门类|品类|环节|科目|项目|板块|路段|时段|科室|专业)")
_JOINTS = frozenset(("、", "和", "及", "与", "以及"))
_DIGIT = re.compile("[0-9]")
_AMONG = re.compile("中(?![毒枪暑奖标签弹选考国央小学专职]).{2,}")
_MEETS = re.compile("召开|举行|举办|开幕|签约|发布|宣布|揭牌|通报")
_RECENT = 24  # readings
_LABEL = 4  # characters of a label
_HEAD = 4  # characters that the names of the parts of one total have in common


def _step(state: State, index: int) -> int:
    slot = state.slots[index]
    if slot.role == "quantity":
        return _figure(state, index)
    if slot.role == "sep":
        _separator(state, slot)
        if slot.word == "(" and (held := _held(state.slots, index + 1)) is not None:
            _take_apart(state, True)
            state.pending = [held]
            return index + 2
    elif slot.role == "conj" and slot.word in SUBSET_WORDS:
        state.places = phrase.leading_places(state.pending) or state.places
        _take_apart(state, bool(state.readings) or slot.word not in _HOLDING)
    elif slot.role in ("conj", "verb") and slot.word in _STOPS and not state.in_clause and _is_frame(state, index):
        owners.note_report(state, state.pending, index)
        state.places = phrase.speaker(state.pending) or state.places
        state.pending = []
    elif slot.role == "conj" and slot.word in JOINTS and state.in_clause and not state.pending:
        state.listed = True
    else:
        state.pending.append(slot)
    return index + 1


def _take_apart(state: State, apart: bool) -> None:
    """What follows takes apart a figure before, if there is one: 其中."""
    state.subset, state.pending = True, []
    state.total, state.parts_from, state.parts_over = _total(state) if apart else None, len(state.readings), False


def _held(slots: list[Slot], index: int) -> Slot | None:
    """What brackets say that the figure before them holds: 酒驾8215起(含|醉驾1406起)."""
    slot = slots[index] if index < len(slots) else None
    if slot is None or slot.role != "gap" or not slot.word.startswith("含") or len(slot.word) <= len("含税"):
        return None
    counted = index >= 2 and slots[index - 2].role == "quantity"
    return replace(slot, start=slot.start + 1, word=slot.word[1:]) if counted else None


def _total(state: State) -> Reading | None:
    """The figure that 其中 takes apart: the last level of the sentence, else of the sentence before."""
    wholes = [id(reading.whole) for reading in state.readings if reading.whole is not None]  # 占年度计划2.4万套的77.5%
    for reading in reversed(state.readings):
        if id(reading) in wholes:
            continue
        if reading.segment.relation != "share" and reading.quantity.form == "number" and not _is_difference(reading):
            return None if reading.measure.endswith(_BALANCES) else reading
    return state.readings[-1] if state.readings else _last_level(state.memory)


def _last_level(memory: Memory) -> Reading | None:
    """The last level of the sentence before; the one now, where the sentence told that of a year ago behind it."""
    last = memory.last_level
    if last is None or not last.segment.former:
        return last
    alike = (one for one in reversed(memory.recent) if one.quantity.unit == last.quantity.unit)
    return next((one for one in alike if one.segment.relation != "share" and not one.segment.former), last)


def _is_frame(state: State, index: int) -> bool:
    """Whether a word of saying or showing frames what follows rather than naming a thing."""
    following = state.slots[index + 1] if index + 1 < len(state.slots) else None
    return following is not None and (
        following.role in ("sep", "time", "place", "from") or state.slots[index].word not in ("公布", "发布", "报道")
    )


def _separator(state: State, slot: Slot) -> None:
    mark = slot.word
    if mark == "、":
        if state.in_clause:
            state.pending, state.listed = [], True
        else:
            state.pending.append(slot)
    elif mark == "(":
        state.outer.append(Outside(state.pending, state.in_clause, len(state.readings), state.subset, state.total))
        state.pending, state.in_clause = [], False
    elif mark == ")":
        if state.outer:
            state.pending, state.in_clause, before, subset, state.total = state.outer.pop()
            state.subset = state.subset and subset  # 2万余只(其中2000只…),涉案金额…
            state.inner = before, len(state.readings)
    elif mark in _CLAUSE_ENDS:
        if not state.in_clause and not state.outer:
            _plain_clause(state)
        state.label = state.memory.clauses if mark == ":" else -1
        state.memory.clauses += 1
        state.pending, state.in_clause, state.listed = [], False, False
        if state.first_places is None and state.places:
            state.first_places = state.places
        if mark in ";。!?\n":
            state.outer = []
            state.distribution, state.parts_over = None, state.subset
            state.subject, state.mark = "", len(state.readings)
            state.first_places = (state.first_places or []) if mark == ";" else None
            state.places = state.first_places or []
            state.since = state.memory.clauses


def topic_of(slots: list[Slot]) -> str:
    """The topic that a sentence without figures leaves to the next, or nothing."""
    state = State(Memory(), slots)
    for index in range(len(slots)):
        _step(state, index)
    _plain_clause(state)
    topic = state.clauses.first(0)
    return topic.words if topic else ""


def _plain_clause(state: State) -> None:
    """Keep a clause without figures: it can name the topic of those that follow, and their place."""
    if not state.pending:
        return
    state.clauses.plain.append((state.memory.clauses, state.pending))
    if not is_frame(state.pending):
        places = phrase.leading_places(state.pending)
        state.places = _acted_in(state.pending, places) or places or state.places


def _acted_in(slots: list[Slot], leading: list[Slot]) -> list[Slot]:
    """The place within that of who acts, in which the clause says that it did: 百色支队在|靖西市|设伏,截获…."""
    own = leading[0].item if len(leading) == 1 else None
    if any(_MEETS.search(slot.word) for slot in slots):
        return []  # 广西公安厅在南宁召开会议
    for at in range(1, len(slots) - 2):
        inner = slots[at + 1].item
        if slots[at].word != "在" or not isinstance(inner, PlaceSpan) or not isinstance(own, PlaceSpan):
            continue
        if own.code and inner.code and inner.code != own.code and place.is_within(inner.code, own.code):
            return slots[at + 1 : at + 2]
    return []


def _figure(state: State, index: int) -> int:
    quantity = state.slots[index].item
    assert isinstance(quantity, Quantity)
    previous = state.readings[-1] if state.readings else None
    if quantity.range == 2 and previous is not None and previous.quantity.range == 1:
        reading = Reading(
            quantity, previous.segment, previous.measure, previous.subject, previous.verb, previous.object
        )
        reading.rule, reading.group, reading.part_of, reading.clause = (
            previous.rule,
            previous.group,
            previous.part_of,
            previous.clause,
        )
        reading.times, reading.base_times, reading.places = previous.times, previous.base_times, previous.places
        reading.source, reading.owner, reading.completed = previous.source, previous.owner, previous.completed
        state.readings.append(reading)
        return max(index + 1, state.taken)
    if _names_total(state, quantity, index):
        return index + 1
    if _counts_row(state, quantity, index):
        return index + 1
    reading = _interpret(state, quantity, index)
    if _within_phrase(state.slots, index, quantity):
        naming.name(state, reading, index, [], False)
        state.readings.append(reading)
        state.pending.append(state.slots[index])
        return index + 1
    last = index + (
        quantity.range == 1 and state.slots[index + 1 : index + 2] != [] and _ends_range(state.slots[index + 1])
    )
    after, taken, reading.threshold = following.after(state.slots, last, reading.segment, quantity)
    reading.described = bool(after) and (state.slots[last + 1].word in ("的", "不等") or natures.measured(quantity))
    naming.name(state, reading, index, after, taken > index + 1)
    _belongs(state, reading)
    state.readings.append(reading)
    state.pending, state.in_clause, state.listed, state.taken, state.label = [], True, False, taken, -1
    return taken if last == index else last


def _ends_range(slot: Slot) -> bool:
    return isinstance(slot.item, Quantity) and slot.item.range == 2


def _names_total(state: State, quantity: Quantity, index: int) -> bool:
    """Whether the figure only points back to one before (`这144人中，有120人…`), of which the next ones are parts."""
    after = state.slots[index + 1] if index + 1 < len(state.slots) else None
    if after is None or after.role != "gap" or not after.word.startswith(("中", "里")):
        return False
    leads_on = not state.pending and _AMONG.match(after.word) is not None  # 从罪名看,209人中|涉嫌盗窃的73人
    if len(after.word) > len("中有") and not leads_on:
        return False
    total = next(
        (
            reading
            for reading in [*reversed(state.readings), *reversed(state.memory.recent)]
            if reading.quantity.value == quantity.value and reading.quantity.unit == quantity.unit
        ),
        None,
    )
    if total is None:
        return False
    reading = Reading(quantity, Segment(), total.measure, total.subject, total.verb, total.object, "pointing_back")
    reading.dimension, reading.source, reading.inherited, reading.clause = (
        total.dimension,
        total,
        True,
        state.memory.clauses,
    )
    state.readings.append(reading)
    state.subset, state.total, state.pending, state.in_clause = True, reading, [], True
    if leads_on:
        after.start, after.word = after.start + 1, after.word[1:]
    else:
        after.role = "sep"
    return True


def _counts_row(state: State, quantity: Quantity, index: int) -> bool:
    """Whether a numeral only says how many those named before it are: 甲、乙、丙三个边境州市|分别缴毒…."""
    after = state.slots[index + 1] if index + 1 < len(state.slots) else None
    count = quantity.value
    if after is None or after.role != "gap" or not 1 < count <= _ROW_OF_PLACES or quantity.form != "number":
        return False
    row = state.pending[-2 * int(count) + 1 :]
    places = bool(row) and row[0].role == "place"
    role, joints = "place" if places else "gap", {slot.word for slot in row[1::2]}
    named = len(row) == 2 * count - 1 and all(slot.role == role for slot in row[::2]) and joints <= _JOINTS
    kinds = (_PLACE_KIND if places else _OTHER_KIND).match(after.word)
    if not named or kinds is None or _DIGIT.search(state.slots[index].word):
        return False
    after.word = after.word[kinds.end() :]
    return True


def _is_difference(reading: Reading) -> bool:
    """Whether a figure tells by how many something has changed, which 其中 takes no part of."""
    return reading.segment.relation == "change" and reading.quantity.form == "number"


def _last_item(pending: list[Slot]) -> list[Slot]:
    for at in range(len(pending) - 1, -1, -1):
        slot = pending[at]
        if slot.word in ("、", *_NAMING) or (slot.role == "conj" and slot.word in JOINTS):
            return pending[at + 1 :]
    return pending[1:] if pending[:1] and pending[0].role == "share" else pending  # 占企业总数(1147个)的24.9%


def _hedged_whole(slot: Slot, quantity: Quantity, found: Segment) -> None:
    """`超过全省人口总数的54%`: the words between the hedge and the figure are the whole of a share."""
    if quantity.form != "percent":
        return
    before = slot.word[: quantity.start - quantity.outer_start]
    if before.endswith("的") and len(before) > 4:
        found.relation, found.whole = "share", _HEDGE_HEAD.sub("", before[:-1])


def _is_listed(slots: list[Slot], pending: list[Slot], previous: Reading) -> bool:
    """Whether the words before a figure follow the figure before, with a 、 between."""
    at = next((at for at, slot in enumerate(slots) if pending and slot is pending[0]), 0)
    return at > 1 and slots[at - 1].word == "、" and slots[at - 2].item is previous.quantity


def _in_brackets(state: State, quantity: Quantity, found: Segment) -> None:
    """`减少2000人(4%)`: a percentage in brackets after a change is the same change."""
    if quantity.form != "percent" or not state.outer or found.relation != "direct" or not state.readings:
        return
    before = state.readings[-1]
    if before.segment.relation == "change" and before.quantity.form == "number" and not found.words:
        found.relation, found.direction, found.comparison = (
            "change",
            before.segment.direction,
            before.segment.comparison,
        )


def _within_phrase(slots: list[Slot], index: int, quantity: Quantity) -> bool:
    """Whether the figure is a length of time inside a noun phrase (`潜逃10年以上的人员30名`) and ends nothing."""
    return index + 1 < len(slots) and slots[index + 1].word == "的" and natures.lasts(quantity)


def _interpret(state: State, quantity: Quantity, index: int) -> Reading:
    pending = state.pending
    if not pending and state.outer and not state.in_clause:
        pending = _last_item(state.outer[-1].pending)  # a figure in brackets speaks of what stands before them
    if quantity.dimension == "length" and pending and pending[-1].word == "高":
        pending = beside.height(pending)
    elif pending and pending[-1].word == "为" and not natures.measured(quantity):
        pending = beside.benefiting(pending, state.slots, index)
    divides = bool(pending) and beside.divides(pending, state.slots, index)
    found = preceding.read(pending[1:] if divides else pending, quantity.form, quantity.per)
    found.divides = divides
    if beside.of_other_place(pending) and state.readings and state.readings[-1].quantity.unit == quantity.unit:
        places = [slot for slot in pending if slot.role == "place"]
        found = Segment("level", other="level", places=places)
    if found.former and not found.times and (_makes_up(state.slots, index) or _made_up_of(pending)):
        found.former = False  # 由7名专家、12名代表组成
    _hedged_whole(state.slots[index], quantity, found)
    if found.relation == "change" and beside.is_mean(state.slots, index):
        beside.tell_mean(pending, found)
    elif found.relation == "share" and _is_other_too(state, pending):
        found.relation, found.whole, found.whole_named, found.other = "level", "", False, "level"
    if state.readings and state.readings[-1].segment.plan and any(slot.word in _WILL for slot in pending):
        found.plan = True  # 此前预测销售额将达到4亿美元,亏损将达到3亿美元
    if state.readings and state.readings[-1].segment.plan and _is_listed(state.slots, pending, state.readings[-1]):
        found.plan = True  # 力争营收突破360亿元、利润达到16.5亿元
    of_figure = quantity.form == "percent" and index >= 2 and state.slots[index - 1].word == "的"
    _in_brackets(state, quantity, found)
    whole = state.readings[-1] if of_figure and state.slots[index - 2].role == "quantity" else None
    own = (
        found.places or found.where or beside.place_behind(state.slots, index) or beside.place_before(pending, quantity)
    )
    places = own or state.places
    counted = len(own or ()) > 1 and beside.counts_places(state.slots, index)  # 在甲、乙等7个省份开展…
    if own is not found.where and not counted and not beside.is_of_object(pending, own):
        state.places = places
    return Reading(
        quantity,
        found,
        clause=state.memory.clauses,
        times=found.times or beside.day_behind(state.slots, index),
        base_times=found.base_times,
        places=places,
        dimension=quantity.dimension,
        whole=whole,
    )


def _is_other_too(state: State, pending: list[Slot]) -> bool:
    """Whether a figure is the level of one more place that something is compared with: 高于全省的4.2%和全国的|5.0%."""
    listed = state.listed and state.readings and state.readings[-1].segment.other
    return bool(listed) and len(pending) == 2 and pending[0].role == "place" and pending[1].word == "的"


def _made_up_of(slots: list[Slot]) -> bool:
    """Whether something was made up of the things counted behind these words: 组成由|1名民警、1名医生的小组."""
    return any(slot.word.rstrip().endswith(("组成", "组建", "成立")) for slot in slots)


def _makes_up(slots: list[Slot], index: int) -> bool:
    """Whether the clause says that the things counted at `index` make up something: 由…组成."""
    for slot in slots[index + 1 : index + 16]:
        if slot.role == "sep" and slot.word not in "、()":
            return False
        if slot.word.rstrip().endswith(("组成", "构成")):
            return True
    return False


def _belongs(state: State, reading: Reading) -> None:
    """Lists, and parts of a total named before."""
    previous = state.readings[-1] if state.readings else None
    if state.listed and previous is not None and not previous.group:
        state.memory.groups += 1
        previous.group = state.memory.groups
    joined = previous is not None and previous.quantity.outer_end == reading.quantity.outer_start  # 9起|35人
    if previous is not None and (state.listed or joined) and _of_same_time(reading, previous):
        reading.segment.relation, reading.times = previous.segment.relation, previous.times
    if previous is not None and (state.listed or joined):
        reading.group = previous.group
        if (
            reading.segment.relation == "direct"
            and not (reading.segment.words or reading.described)
            and (reading.quantity.form in ("percent", "points") or _is_like_change(state, reading, previous))
        ):
            _repeat_relation(reading, previous)
    if (
        state.subset
        and (not state.parts_over or _goes_on(state, reading))
        and reading.part_of is None
        and (not reading.inherited or _opens_parts(state, reading) or _listed_with_part(state, previous))
        and (state.parts_over or _is_part(state, reading, previous))
    ):
        reading.part_of = _total_of(state, reading)


def _of_same_time(reading: Reading, previous: Reading) -> bool:
    """Whether a figure only tells another count of what the one before told of a time: 上年同期为9起、|35人."""
    bare = reading.segment.relation == "direct" and not (reading.segment.words or reading.described or reading.times)
    number = reading.quantity.form == previous.quantity.form == "number"
    told = previous.segment.relation == "level" and bool(previous.times)
    return bare and number and told and reading.quantity.unit != previous.quantity.unit


def _opens_parts(state: State, reading: Reading) -> bool:
    """Whether the figure stands right behind 其中 and counts what the total counts: 46家,其中52家已签约."""
    total = state.total
    first = len(state.readings) == state.parts_from and reading.segment.relation == "direct"
    return first and total is not None and total.quantity.unit == reading.quantity.unit != ""


def _listed_with_part(state: State, previous: Reading | None) -> bool:
    return state.listed and previous is not None and previous.part_of is not None


def _goes_on(state: State, reading: Reading) -> bool:
    """Whether a figure behind a ; is the next of the parts: 其中甲类刑事案件41件;乙类刑事案件82件."""
    first = state.readings[state.parts_from] if state.parts_from < len(state.readings) else None
    if first is None or reading.segment.verb or reading.quantity.unit != first.quantity.unit:
        return False
    head = first.measure[-_HEAD:]
    return len(head) == _HEAD and reading.measure != first.measure and reading.measure.endswith(head)


def _total_of(state: State, reading: Reading) -> Reading | None:
    """What 其中 takes a figure out of: of totals told together (64788件、82704人), or in the sentence before,
    the one that counts like it."""
    total = state.total
    if total is None or total.quantity.unit == reading.quantity.unit:
        return total
    told = _told_with_total(state)
    if not state.parts_from:
        told = [one for one in reversed(state.memory.recent) if one.segment.relation != "change"]
    return next((one for one in told if one.quantity.unit == reading.quantity.unit), total)


def _told_with_total(state: State) -> list[Reading]:
    """The figures that count other things right before the total, the nearest first."""
    total, before = state.total, reversed(state.readings[: state.parts_from])
    if total is None:
        return []
    near = (one for one in before if one.quantity.form == "number" and 0 <= total.clause - one.clause <= 1)
    return [one for one in near if one.quantity.unit != total.quantity.unit]


def _is_like_change(state: State, reading: Reading, previous: Reading) -> bool:
    """What a price or numbers told before rose or fell by: 分别上涨0.20元/升、0.21元/升; 11起13人,同比少4起、6人."""
    unit = reading.quantity.unit
    if previous.segment.relation != "change" or previous.quantity.form != "number" or not unit:
        return False
    levels = (one for one in state.readings[:-1] if one.segment.relation != "change")
    return unit == previous.quantity.unit or any(one.quantity.unit == unit for one in levels)


def _is_part(state: State, reading: Reading, previous: Reading | None) -> bool:
    """Whether a figure after 其中 is still a part: the first, one of its list, or one of the same kind of thing."""
    total = state.total
    if (
        state.pending
        and state.pending[-1].word[:1] == "净"
        and total is not None
        and total.segment.relation != "change"
    ):
        return False  # 新增21.4万册,其中购置18.9万册,同时剔旧6.2万册,净增15.2万册
    whole = previous.part_of if previous is not None else None
    apart = whole is None or (whole is not total and not any(whole is one for one in _told_with_total(state)))
    if total is None or previous is None or apart or state.listed:
        first = len(state.readings) == state.parts_from
        return first or previous is None or previous.part_of is not None or previous is total or state.listed
    head = (reading.object or reading.measure)[-3:]
    if not reading.segment.words and not previous.segment.words:
        return True
    if _is_next_label(reading, previous, total):
        return True
    return total.measure.endswith(head) or previous.measure.endswith(head)


def _is_next_label(reading: Reading, previous: Reading, total: Reading) -> bool:
    """Whether two labels of one length stand before figures that follow one another: 其中男性1140人,女性1860人."""
    labels = [one.segment.words for one in (previous, reading)]
    counted = reading.quantity.unit == previous.quantity.unit == total.quantity.unit != ""
    plain = not (reading.segment.verb or previous.segment.verb) and reading.clause - previous.clause <= 1
    alike = 1 < len(labels[0]) == len(labels[1]) <= _LABEL and labels[0][-1] == labels[1][-1]
    return counted and plain and alike and reading.quantity.value < total.quantity.value


def _repeat_relation(reading: Reading, previous: Reading) -> None:
    """`下降14%、58.33%`: the second figure of a list shares the verb of the first."""
    mine, theirs = reading.segment, previous.segment
    mine.relation, mine.direction, mine.noun = theirs.relation, theirs.direction, theirs.noun
    mine.comparison = mine.comparison or theirs.comparison
    reading.rule = previous.rule
