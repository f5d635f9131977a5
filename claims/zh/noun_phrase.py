"""Where the noun phrase behind a figure ends: what is counted, without what is said of it."""

from __future__ import annotations

import re

from claims.quantity import Quantity
from claims.zh import natures
from claims.zh.phrase import RATE_ADVERBS
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
        "预计", "有望", "每天", "每日", "全力", "即将", "大多", "大都", "恐", "却", "才", "便", "则", "或将",
        "将会", "尚", "尚未", "纷纷", "终于", "至此", "非要", "硬要", "兵分",
    )
)  # fmt: skip
SPEAKING = frozenset(("表示", "指出", "介绍", "透露", "认为", "说", "称"))
_STOPS = frozenset(("quantity", "sep", "up", "down", "to", "cmp", "share", "than", "time"))
_ONE = re.compile("一[个台块条名支把张座家部款处]")
_NOUN_AND_VERB = 4  # characters
_LONGEST = 24  # characters of a noun phrase


def noun_end(slots: list[Slot], start: int) -> int:
    """Where the noun phrase that begins at `start` ends."""
    at, length = start, 0
    while at < len(slots) and length < _LONGEST:
        slot = slots[at]
        if slot.role == "quantity" and _is_age(slots, at):
            at += 1
            continue
        if slot.role in _STOPS and not _closes(slots, at):
            if slot.word == "、" and at > start and _noun_list_goes_on(slots, at) and not prepositional(slots, at + 1):
                at += 1
                continue
            break
        if slot.role == "conj" and slot.word in SUBSET_WORDS:
            break
        if slot.word in _PREPOSITIONS and slot.role == "conj" and any(one.role != "adverb" for one in slots[start:at]):
            break  # 3名城管|被捅, not 1人仍在接受调查
        if slot.role == "conj" and slot.word in JOINTS and (figure_follows(slots, at) or _one_follows(slots, at)):
            break
        if slot.role == "verb" and at + 1 < len(slots) and slots[at + 1].role == "quantity":
            break  # 救出8人疏散50余人
        if at > start and slot.word in SPEAKING and slots[at - 1].word.strip()[-1:] not in "者人所":
            break  # 7家企业负责人|表示
        if at > start and slot.role == "from" and figure_follows(slots, at):
            break  # 14个办证大厅的窗口|由96个增至128个
        if at > start and _is_done(slots, start, at):
            break  # 300名学生|演示了无人机
        if at > start and slot.word == "利用" and at + 1 < len(slots) and slots[at + 1].role == "gap":
            break  # 从3个方向利用工具切割
        if at > start and slot.word in RATE_ADVERBS and slot.word != "平均":
            break  # 54名法官|人均结案367件
        if at > start and (slot.role == "link" or (slot.role == "adverb" and slot.word in _IN_ALL)):
            break
        says = slot.role == "adverb" and slot.word in _SAYING and not slots[at - 1].word.endswith(("经", "经过"))
        if at > start and says and not _ends_clause(slots, at + 1):
            break
        length += slot.end - slot.start
        at += 1
        if "”" in slot.word and _closes_quotation(slots, start, at):
            break
    return at


def _is_done(slots: list[Slot], start: int, at: int) -> bool:
    """Whether 了 follows a verb that those counted do; 17260人|跌出了前列 names none but the deed."""
    if slots[at].role == "verb":
        return at + 1 < len(slots) and slots[at + 1].word == "了"
    named = sum(len(slot.word.strip()) for slot in slots[start:at] if slot.role != "adverb")
    return slots[at].word == "了" and named >= _NOUN_AND_VERB


def _closes_quotation(slots: list[Slot], start: int, end: int) -> bool:
    """Whether a quotation that began before `start` ends in the slot before `end`: “…办|45张证明”的话题."""
    words = "".join(slot.word for slot in slots[start:end])
    return words.count("”") > words.count("“")


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
    return natures.lasts(quantity) and slots[at + 1].role in ("gap", "adverb", "conj")


def _closes(slots: list[Slot], at: int) -> bool:
    """Whether a word of rise or fall ends the clause without a figure: `34个行业实现增长`."""
    return slots[at].role in ("up", "down") and not figure_follows(slots, at)


def _noun_list_goes_on(slots: list[Slot], at: int) -> bool:
    """Whether the 、 at `at` parts nouns of one figure's object rather than figures."""
    for slot in slots[at + 1 : at + 12]:
        if slot.role == "quantity":
            return False
        if slot.role == "sep" and slot.word != "、":
            break
    return True


def prepositional(slots: list[Slot], at: int) -> bool:
    """Whether a phrase begins at `at` that says to whom or where something is done: 设置劝导岗、|对企业实行管理."""
    return at < len(slots) and slots[at].role == "conj" and slots[at].word in _PREPOSITIONS


def figure_follows(slots: list[Slot], at: int) -> bool:
    return figure_among(slots[at + 1 : at + 6])


def _one_follows(slots: list[Slot], at: int) -> bool:
    """Whether one more thing follows, which is no figure: 3个网口和一个串口."""
    return at + 1 < len(slots) and _ONE.match(slots[at + 1].word) is not None


def figure_among(slots: list[Slot]) -> bool:
    """Whether a figure stands among the slots before any mark that parts them."""
    for slot in slots:
        if slot.role == "quantity":
            return True
        if slot.role == "sep":
            return False
    return False
