"""What the clause says of the things counted: 10个市、72个县(市、区)启动响应."""

from __future__ import annotations

import re

from claims.zh.noun_phrase import SPEAKING, prepositional
from claims.zh.slots import Slot

_WITH = re.compile("用(?![户电水品地途工药])")
_NOUNS = (
    "中心", "项目", "工程", "平台", "基地", "机构", "部门", "人员", "设备", "站", "点", "网点", "室", "公司",
    "企业", "小组",
)  # fmt: skip
# 出动30名执法人员|赶往现场: what those sent are to do is not what is counted.
SENT = frozenset(("出动", "组织", "抽调", "调集", "派出", "调派", "安排", "派遣", "投入", "增派", "调动", "邀请"))
_SHORT = 4  # characters
_NEXT = 3  # slots
REMARK = 16  # slots in brackets


def predicate(slots: list[Slot], index: int) -> list[Slot]:
    """What the clause says of the things that the figure at `index` counts, after the list they stand in."""
    if index and slots[index - 1].word in SENT:
        return []
    at = index + 1
    while (
        at < len(slots)
        and slots[at].role != "verb"
        and not _suffered(slots, at)
        and not (at - index <= _NEXT and _made_public(slots, at))
        and at - index < 60
    ):
        if slots[at].role == "gap" and _WITH.search(slots[at].word):
            return []
        if slots[at].word in SPEAKING:
            return []
        if slots[at].word == "(":
            return _said_beyond(slots, at)
        if slots[at].role == "sep" and slots[at].word != "、":
            return []
        at += 1
    return _said(slots, at)


def _suffered(slots: list[Slot], at: int) -> bool:
    """Whether the clause ends with what is done to the things counted, a passive of few words: 3名城管|被捅."""
    closes = at + 2 == len(slots) or (at + 2 < len(slots) and slots[at + 2].role == "sep")
    return slots[at].word == "被" and closes and len(slots[at + 1].word.strip()) <= _SHORT


def _made_public(slots: list[Slot], at: int) -> bool:
    """Whether 发布了 is said of the things counted: 10个州还发布了警报."""
    return slots[at].word in ("发布", "公布") and at + 1 < len(slots) and slots[at + 1].word == "了"


def _said_beyond(slots: list[Slot], at: int) -> list[Slot]:
    """What is said right behind the remark in brackets that begins at `at`: 72个县(市、区)启动响应."""
    for close in range(at + 1, min(len(slots) - 1, at + REMARK)):
        if slots[close].role == "quantity":
            return []
        if slots[close].word == ")":
            return _said(slots, close + 1) if slots[close + 1].role in ("verb", "adverb") else []
    return []


def _said(slots: list[Slot], at: int) -> list[Slot]:
    """The words from the verb at `at` on, unless what is said has a figure of its own."""
    if at < len(slots) and slots[at].word == "利用":
        return []  # 从3个方向利用工具切割: how it is done
    if at + 1 < len(slots) and slots[at + 1].word.strip().startswith(_NOUNS):
        return []  # 4家服务站、3家交付中心: the verb is part of a name
    end = at
    while end < len(slots) and slots[end].role not in ("quantity", "to", "cmp") and end - at < 8:
        if slots[end].role == "sep" and (slots[end].word != "、" or prepositional(slots, end + 1)):
            break
        end += 1
    if end < len(slots) and slots[end].role == "quantity":
        return []  # what is said is said with a figure of its own
    return slots[at:end]
