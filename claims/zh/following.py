"""What stands after a figure: the noun it counts, or what is said of that noun."""

from __future__ import annotations

import re

from claims.quantity import Quantity
from claims.zh import attributes, fitted, lexicon, units
from claims.zh.segment import Segment
from claims.zh.slots import Slot

SUBSET_WORDS = frozenset(("其中", "包括", "包含", "涵盖", "当中", "之中"))
JOINTS = frozenset(("和", "与", "及", "以及", "并", "并且", "而"))
_PREPOSITIONS = frozenset(("在", "对", "向", "将", "把", "以", "被", "按", "让", "给"))
_IN_ALL = frozenset(("共", "共计", "总共", "一共", "累计", "总计", "合计"))  # the predicate begins
# Adverbs with which something begins to be said of the things counted.
_SAYING = frozenset(
    (
        "都", "均", "也", "已", "已经", "将", "正在", "全部", "分别", "还", "又", "再", "就", "仍", "仍然", "曾",
        "可以", "能", "能够", "陆续", "相继", "先后", "同时", "共同", "需要", "往往", "继续", "一直", "目前", "如今",
        "预计", "有望", "即将", "大多", "大都", "恐", "却", "才", "便", "则", "或将", "将会",
    )
)  # fmt: skip
_STOPS = frozenset(("quantity", "sep", "up", "down", "to", "cmp", "share", "than", "time"))
_SAYS = frozenset(("up", "down", "to", "link", "share", "cmp"))
_DURATIONS = frozenset(("time", "month", "age"))  # lengths of time of fixed length, of months and years, of lives
_MONEY = re.compile(
    r"(?:金额|交易额|成交额|销售额|营业额|进出口额|出口额|进口额|零售额|融资额|[案货市产总价估]值|价值|资金|营收|收入|利润|亏损|经济损失|罚款|总投资|投资额"
    r"|注册资[本金]|资本|股本|票房|成本|贷款|存款|债务|赔偿|罚金|预算|价|价格|净流[入出])(?:高?达|超|近|约|逾|为)?$"
)
_PARTS = tuple(lexicon.classes()["part"])
_REMARK = 16  # slots in brackets
# 突破1亿大关, 在3万至5万之间: words for a mark or a range count nothing else.
_MARKS = ("大关", "关口", "整数关", "区间", "水准", "水平", "之间", "范围", "附近", "上下")
_THEN = frozenset(("之后", "以后", "之前", "以前"))  # 上调至114万片之后: no noun
_LONGEST_ATTRIBUTE = 12
_LONGEST = 24  # characters of a noun phrase


def after(slots: list[Slot], index: int, found: Segment, quantity: Quantity) -> tuple[list[Slot], int, bool]:
    """The slots after the figure at `index` that name what it counts, where to go on, and whether it is a threshold.

    A threshold describes a class of things (`超过5000亿元的城市`) rather than a level reached.
    """
    at = index + 1
    if at >= len(slots) or slots[at].word in _THEN:
        return [], at, False
    if slots[at].word.startswith(_MARKS):
        return [], at + 1, False
    inner = slots[at].item
    if isinstance(inner, Quantity) and takes_noun(quantity) and measured(inner) and not inner.range:
        return slots[at : noun_end(slots, at + 1)], index + 1, False  # 8个500千瓦充电装置
    beyond = 0 if found.former else _beyond_bracket(slots, at)
    if beyond and (measured(quantity) or slots[beyond - 1].word != "的"):
        return slots[beyond : noun_end(slots, beyond)], index + 1, False
    if slots[at].word == "不等" and at + 1 < len(slots) and slots[at + 1].word == "的":
        at += 1  # 3万元至5万元不等的奖励
    attributive = slots[at].word == "的"
    if not attributive and is_money(quantity, found.words):
        return [], at, False
    if attributive:
        at += 1
        if at == len(slots):
            return [], at, False
        if at + 1 < len(slots) and slots[at].role == "cmp":
            found.comparison, at = slots[at].word, at + 1  # 以2%的同比增长
        if quantity.form == "percent" and slots[at].role in ("up", "down") and _figure_follows(slots, at):
            return slots[at : at + 1], at + 1, False
    elif quantity.form == "zero":
        end = _quoted_end(slots, at)
        return slots[at:end], end, False
    elif found.relation == "direct" and (end := _fitted_end(slots, at, quantity)):
        found.equipped = True
        return slots[at:end], end, False
    elif found.relation == "direct" and (end := _attribute_end(slots, at, quantity)):
        return slots[at:end], end, False
    elif (
        quantity.form == "percent"
        and found.relation == "direct"
        and found.words
        and slots[at].role in ("verb", "adverb")
    ):
        return slots[at : noun_end(slots, at)], index + 1, False
    elif found.target and not found.words:
        end = noun_end(slots, at)
        return slots[at:end], end, False
    elif (
        quantity.form in ("percent", "points", "multiple")
        or found.relation in ("change", "share")
        or (not takes_noun(quantity) and not (found.verb and not found.object))
    ):
        return [], at, False
    end = noun_end(slots, at)
    if end < len(slots) and slots[end].role == "quantity" and end + 1 < len(slots) and slots[end + 1].word == "的":
        return slots[at : noun_end(slots, end + 2)], index + 1, False
    if not attributive and _is_subject_of_next(slots, end):
        return slots[at:end], index + 1, False
    threshold = attributive and measured(quantity) and quantity.hedge in ("over", "at_least", "at_most")
    return slots[at:end], end, threshold


def _beyond_bracket(slots: list[Slot], at: int) -> int:
    """Where what is counted or measured goes on behind a remark in brackets; 0 if there is none.

    `30亿美元(约216亿元人民币)的收入`, `50亿人(约六成)使用社交网络`.
    """
    if slots[at].word != "(":
        return 0
    close = next((i for i in range(at + 1, min(len(slots), at + _REMARK)) if slots[i].word == ")"), 0)
    beyond = close + 1
    if not close or beyond >= len(slots):
        return 0
    if slots[beyond].word == "的":
        return beyond + 1 if beyond + 1 < len(slots) else 0
    unit = slots[at - 1].item
    if slots[beyond].role == "gap" and attributes.names_attribute(slots[beyond].word.strip()):
        return beyond  # 1.5亿美元(约11亿元人民币)资金
    persons = isinstance(unit, Quantity) and unit.dimension == "person" and slots[beyond].role in ("gap", "verb")
    return beyond if persons else 0


def _attribute_end(slots: list[Slot], at: int, quantity: Quantity) -> int:
    """Where the words right behind a measured figure end that name what it measures (8000元置换补贴), or 0."""
    if slots[at].start > quantity.outer_end + 1 or not (measured(quantity) or quantity.form == "percent"):
        return 0
    end, word = at, ""
    while end < len(slots) and slots[end].role in ("gap", "verb") and end - at < 3:
        word += slots[end].word
        end += 1
    if end == at or slots[at].role != "gap" or len(word) > _LONGEST_ATTRIBUTE:
        return 0
    if not _names_part(word.strip()) and end > at + 1:
        end, word = at + 1, slots[at].word
    return end if _names_part(word.strip()) else 0


def _names_part(word: str) -> bool:
    """Whether a word ends in an attribute, perhaps one that something is said of (收入位列榜首), or in a part."""
    return attributes.names_attribute(attributes.leading(word)) or word.endswith(_PARTS)


def _fitted_end(slots: list[Slot], at: int, quantity: Quantity) -> int:
    """Where the name of a part that a thing is fitted with ends, which the figure before `at` describes, or 0."""
    if slots[at].role != "gap" or slots[at].start > quantity.outer_end + 1:
        return 0
    described = quantity.form == "percent" or (is_specification(quantity) and not lasts(quantity))
    return fitted.end(slots, at) if described else 0


def takes_noun(quantity: Quantity) -> bool:
    """Whether the noun counted can follow the unit word: classifiers, and figures without a unit."""
    unit = units.UNITS.get(quantity.unit)
    return not quantity.unit or (
        unit is not None and unit.counted and unit.dimension not in ("person_time", "household")
    )


def is_money(quantity: Quantity, words: str) -> bool:
    """Whether a large figure that leaves its unit out is of money, as the words before it say (涉案金额5亿)."""
    return not quantity.unit and quantity.form == "number" and quantity.value >= 10000 and bool(_MONEY.search(words))


def lasts(quantity: Quantity) -> bool:
    """Whether the unit is one of time or age: `3年`, `3小时/天`."""
    unit = units.UNITS.get(quantity.unit)
    return unit is not None and unit.dimension in _DURATIONS


def is_duration(quantity: Quantity) -> bool:
    """Whether the figure is a length of time."""
    return lasts(quantity) and not quantity.per


def measured(quantity: Quantity) -> bool:
    """Whether the unit measures (money, length, time …) rather than counts."""
    unit = units.UNITS.get(quantity.unit)
    return unit is not None and (not unit.counted or quantity.dimension.isupper())  # CNY, USD …


def is_specification(quantity: Quantity) -> bool:
    """Whether the unit is one that things are described by (length, power, memory …), not one that is summed up."""
    return measured(quantity) and not (
        quantity.dimension.isupper() or quantity.dimension in ("area", "mass", "volume", "energy")
    )


def noun_end(slots: list[Slot], start: int) -> int:
    """Where the noun phrase that begins at `start` ends."""
    at, length = start, 0
    while at < len(slots) and length < _LONGEST:
        slot = slots[at]
        if slot.role == "quantity" and _is_age(slots, at):
            at += 1
            continue
        if slot.role in _STOPS and not _closes(slots, at):
            if slot.word == "、" and at > start and _noun_list_goes_on(slots, at):
                at += 1
                continue
            break
        if slot.role == "conj" and (slot.word in SUBSET_WORDS or (slot.word in _PREPOSITIONS and at > start)):
            break
        if slot.role == "conj" and slot.word in JOINTS and _figure_follows(slots, at):
            break
        if at > start and (slot.role == "link" or (slot.role == "adverb" and slot.word in _IN_ALL)):
            break
        if at > start and slot.role == "adverb" and slot.word in _SAYING and not _ends_clause(slots, at + 1):
            break
        length += slot.end - slot.start
        at += 1
    return at


def _ends_clause(slots: list[Slot], at: int) -> bool:
    """Whether one verb at `at` ends the clause: `40名逃犯全部归案。`"""
    if at >= len(slots) or slots[at].role != "verb":
        return False
    return at + 1 == len(slots) or slots[at + 1].role == "sep"


def _is_age(slots: list[Slot], at: int) -> bool:
    """Whether the figure is an age or a length of time that describes those counted: `60周岁以上驾驶人`."""
    quantity = slots[at].item
    if not isinstance(quantity, Quantity) or at + 1 >= len(slots):
        return False
    return lasts(quantity) and slots[at + 1].role in ("gap", "adverb", "conj")


def _closes(slots: list[Slot], at: int) -> bool:
    """Whether a word of rise or fall ends the clause without a figure: `34个行业实现增长`."""
    return slots[at].role in ("up", "down") and not _figure_follows(slots, at)


def predicate(slots: list[Slot], index: int) -> list[Slot]:
    """What the clause says of the things that the figure at `index` counts, after the list they stand in."""
    at = index + 1
    while at < len(slots) and slots[at].role != "verb" and at - index < 60:
        if slots[at].role == "gap" and "用" in slots[at].word:
            return []
        if slots[at].role == "sep" and slots[at].word != "、":
            return []
        at += 1
    end = at
    while end < len(slots) and slots[end].role not in ("quantity", "to", "cmp") and end - at < 8:
        if slots[end].role == "sep" and slots[end].word != "、":
            break
        end += 1
    if end < len(slots) and slots[end].role == "quantity":
        return []  # what is said is said with a figure of its own
    return slots[at:end]


def _is_subject_of_next(slots: list[Slot], end: int) -> bool:
    """Whether the noun phrase that ends at `end` is what the next figure of the clause speaks of."""
    if end >= len(slots) or slots[end].role not in _SAYS:
        return False
    return _figure_among(slots[end : end + 6])


def _quoted_end(slots: list[Slot], start: int) -> int:
    at = start
    while at < len(slots) and at - start < 6 and slots[at].role not in ("sep", "quantity"):
        at += 1
        if "”" in slots[at - 1].word:
            break
    return at


def _noun_list_goes_on(slots: list[Slot], at: int) -> bool:
    """Whether the 、 at `at` parts nouns of one figure's object rather than figures."""
    for slot in slots[at + 1 : at + 12]:
        if slot.role == "quantity":
            return False
        if slot.role == "sep" and slot.word != "、":
            break
    return True


def _figure_follows(slots: list[Slot], at: int) -> bool:
    return _figure_among(slots[at + 1 : at + 6])


def _figure_among(slots: list[Slot]) -> bool:
    """Whether a figure stands among the slots before any mark that parts them."""
    for slot in slots:
        if slot.role == "quantity":
            return True
        if slot.role == "sep":
            return False
    return False
