"""Parts that a thing is fitted with, each described by the figure before its name: 配备12.3英寸触控屏、7英寸仪表."""

from __future__ import annotations

import re

from claims.zh.slots import Slot

_CLAUSE = 24  # slots back to where a clause begins
_REACH = 160  # characters of it
_VERBS = (
    "赠送|附赠|赠|"
    "搭载|配备|采用|支持|提供|标配|内置|配有|装备|搭配|配搭|换装|换上|选装|拥有|具有|具备|使用|带有|辅以|首发|附带"
    "|匹配|等效|可选"
    "|后置|前置"
)
# 配备了全新的, 匹配更高端的, 搭载双: what may stand between the verb and the figure.
_DEGREE = r"(?:[了有着]|全新的?|最[高大]|[双一][块张]?|高达|[^,。;0-9]{1,8}的)*\s*$"
VERBS = tuple(_VERBS.split("|"))
_FITS = re.compile(
    rf"(?:首[款个]|[这该一]款|第[一二三四五]代|新一代)\s*$|(?:{_VERBS}|包括|包含){_DEGREE}|分别[为是]$"
    rf"|(?:{_VERBS}).*(?:和|以及|及|与|、|\+ ?)(?:{_DEGREE})"
)


def end(slots: list[Slot], at: int) -> int:
    """Where the name of a part ends that begins at `at`, right behind a figure, if a thing is said to have it; or 0."""
    if slots[at].word.strip() in ("+", "/"):
        return 0
    first = at - 1
    while first and at - first < _CLAUSE and (slots[first - 1].role != "sep" or slots[first - 1].word == "、"):
        first -= 1
    figures = at - 1
    while figures > first and (slots[figures - 1].role == "quantity" or slots[figures - 1].word.strip() == "/"):
        figures -= 1
    if not _FITS.search("".join(slot.word for slot in slots[first:figures])[-_REACH:]):
        return 0
    last = at + (slots[at].word == "快速")  # 18W快速充电
    while last < len(slots) and (slots[last].role in ("gap", "verb") or slots[last].word == "显示"):
        last += 1
    return last
