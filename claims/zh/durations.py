"""What lengths of time measure: 在逃28年, 28天零警情, 可提供12小时续航."""

from __future__ import annotations

import re

from claims.zh import fitted, inherited, noun_phrase, phrase
from claims.zh.measure import is_authority, tidy
from claims.zh.records import Reading, State
from claims.zh.slots import Slot

_LENGTHS = ("时长", "时间", "天数", "周期", "期限", "时限", "工期", "寿命", "年限", "里程", "龄")
_LONGEST = 10  # characters
_MEAN = ("平均", "均", "人均", "件均")
_NEAR = 6  # slots
_MARKS = ("的", "了", "在", "将", "已", "被")
_CAN = frozenset(("可", "即可", "就能", "便能", "能", "可以", "便可", "就可"))
_ONE = re.compile(r"^(?:一|该|这|那)(?:名|位|个|起)(?=..)")  # 一名潜逃25年的逃犯
# These lead to the figure and do not say what lasts.
_TAKES = (
    "距今",
    "至今",
    "迄今",
    "满",
    "可能",
    "最快",
    "最多",
    "最少",
    "花",
    "隔",
    "走",
    "需",
    "需要",
    "要",
    "用",
    "原",
    "费时",
    "给",
    "留",
)
# These say for how long something is there: 出现16天高温.
_LASTS = (*fitted.VERBS, "出现", "迎来", "经历", "遭遇", "经过", "历经")


def name(state: State, reading: Reading, index: int) -> None:
    """`在逃28年`, `失散14年`: how long what stands before lasted; `28天零警情`: how long what stands after did."""
    reading.rule = "duration"
    found = reading.segment
    last = _before(state.pending)
    slots = state.slots
    if last is not None and is_authority(last.word) and (done := _done(slots, index + 1)):
        reading.measure = done + "时长"  # 警方10小时迅速破案
    elif found.words.endswith(("加速", "用时", "耗时")) and len(found.words) > len("用时"):
        reading.measure = found.words  # 零百加速仅4秒, 民事案件平均审理用时96天
    elif last is not None and last.role in ("gap", "verb") and _reaches(last, state.pending, reading):
        tail = _ONE.sub("", tidy(_tail(last.word)))
        if last.word.rstrip().endswith(_LASTS) and (noun := _lasting(slots, index + 1)):
            tail = noun  # 可提供12小时续航
        reading.measure = found.words if tail.endswith(_LENGTHS) else tail + "时长"
    elif done := _done_in(slots, index + 1):
        reading.measure = done + "时长"  # 62分钟可充满电
    elif index + 1 < len(slots) and slots[index + 1].role == "gap":
        noun = phrase.words_of(slots[index + 1 : noun_phrase.noun_end(slots, index + 1)])
        reading.measure = noun + ("天数" if reading.quantity.unit in ("天", "日") else "时长")
    else:
        inherited.measure(state, reading, state.readings[-1] if state.readings else None)
    mean = any(slot.word in _MEAN for slot in state.pending[-2:])
    if mean and not reading.inherited and not any(word in reading.measure for word in _MEAN):
        reading.measure = "平均" + reading.measure  # 平均停留1.8天
    reading.object = reading.measure


def _before(pending: list[Slot]) -> Slot | None:
    """The last slot before the figure that says something: 当消防员|已有|4年."""
    return next((slot for slot in reversed(pending) if slot.role != "adverb"), None)


def _reaches(last: Slot, pending: list[Slot], reading: Reading) -> bool:
    """Whether nothing but adverbs stands between what lasts and the figure."""
    if last is not pending[-1]:
        told = last.word.strip()
        return last.role == "gap" and len(told) > 1 and not told.endswith(_TAKES) and pending[-1].word != "连续"
    return last.end >= reading.quantity.outer_start - 1


def _lasting(slots: list[Slot], at: int) -> str:
    """What a thing does or is for the time told before `at`: 12小时续航, 30分钟的自动保温."""
    at += at < len(slots) and slots[at].word == "的"
    if at == len(slots) or slots[at].role != "gap":
        return ""
    return phrase.words_of(slots[at : noun_phrase.noun_end(slots, at)])


def _done_in(slots: list[Slot], at: int) -> str:
    """What can be done in the time told before `at`: 即可, 能 and the like lead it."""
    start = at
    while at < len(slots) and (slots[at].role == "adverb" or slots[at].word.strip() in _CAN):
        at += 1
    if at == start or at == len(slots):
        return ""
    said = phrase.words_of(slots[at : noun_phrase.noun_end(slots, at)])
    if "充" in "".join(slot.word for slot in slots[at : at + _NEAR]):
        return "充电"  # 10分钟即可将电量从10%充到80%
    return said[:_LONGEST]


def _done(slots: list[Slot], at: int) -> str:
    """What was done in the time told before `at`: 迅速破案."""
    while at < len(slots) and slots[at].role == "adverb":
        at += 1
    if at == len(slots) or slots[at].role != "verb":
        return ""
    words = phrase.words_of(slots[at : noun_phrase.noun_end(slots, at)])
    return words if len(words) <= _LONGEST // 2 else slots[at].word


def _tail(words: str) -> str:
    """The end of long words, from where a name can begin."""
    words = words.strip()
    if len(words) <= _LONGEST:
        return words
    begins = (words.rfind(mark) + len(mark) for mark in _MARKS if 0 <= words.rfind(mark) < len(words) - 3)
    at = max(begins, default=len(words) - 6)
    while at < len(words) - 2 and words[at - 1].isascii() and words[at - 1].isalnum() and words[at].isascii():
        at += 1
    return words[at:]
