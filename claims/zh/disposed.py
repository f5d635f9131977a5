"""What is done to things counted behind 将 or 把: 将12名犯罪嫌疑人抓获, 把3000元现金归还失主."""

from __future__ import annotations

import re

from claims.quantity import Quantity
from claims.zh.phrase import words_of
from claims.zh.slots import Slot

_MARKERS = frozenset(("将", "把"))
_DESCRIBED = 3  # slots that describe the things before their number: 将|涉案|的|3辆摩托车
_FARTHEST = 8  # slots behind the figure
_NOUN_END = 2  # characters of a noun that begins with a verb: 执行|款
_HOW = re.compile(
    r"(?<=..)(?:当场|当庭|一并|依法|安全|顺利|成功|悉数|如数|平安|迅速|及时|相继|逐一|一次性|亲手|尽数|火速|连夜|一举|直接)+$"
)
_USED = re.compile(r"^(?P<use>用于[一-鿿]{2,10})$")


def name(slots: list[Slot], index: int, quantity: Quantity) -> tuple[str, str]:
    """The verb and the noun of what is done to the things that the figure at `index` counts; empty if nothing is."""
    if quantity.form != "number" or not _marked(slots, index):
        return "", ""
    noun: list[Slot] = []
    for at in range(index + 1, min(len(slots), index + 1 + _FARTHEST)):
        slot = slots[at]
        if slot.role in ("sep", "quantity", "link", "from", "to", "share") or slot.word == "的":
            break
        begins_noun = not noun and at + 1 < len(slots) and slots[at + 1].role == "gap"
        if slot.role == "verb" and not (begins_noun and len(slots[at + 1].word) <= _NOUN_END):
            return slot.word, _HOW.sub("", words_of(noun))
        if slot.role == "gap" and (used := _USED.match(slot.word.strip())):
            return used["use"], ""
        if slot.role in ("gap", "verb", "place"):
            noun.append(slot)
    return "", ""


def _marked(slots: list[Slot], index: int) -> bool:
    """Whether 将 or 把 stands before the figure, or before words that describe what it counts."""
    for at in range(index - 1, max(-1, index - 2 - _DESCRIBED), -1):
        if slots[at].word in _MARKERS:
            return at == index - 1 or slots[index - 1].word == "的"
        if slots[at].role not in ("gap", "conj", "verb"):
            return False
    return False
