"""What stands right beside a figure and tells its time, its place or its name, without being part of the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.quantity import Quantity
from claims.zh.slots import Slot

_HAVING = frozenset(("有", "现有", "拥有", "建有", "设有", "建成", "含"))
_PLACES = re.compile(r"(?:省|自治区|直辖市|市|地市|城市|区县|县|州|国家|国|地区)(?![级道际内产属])")
# 法院为1874名|工人追回欠薪: what is done for them.
_SERVED = re.compile(
    "[一-鿿]{1,8}?(?:追回|挽回|讨回|提供|办理|发放|解决|送去|送上|减免|争取|调解|筹集|支付|免除|开展|举办)"
)
_COUNTED = re.compile(r"[数量额员]$")


def height(pending: list[Slot]) -> list[Slot]:
    """The slots before a length in which 高 names the height of a thing (栏杆高2米) unless it is compared."""
    compared = any(slot.role in ("than", "cmp") for slot in pending)
    return pending if compared else [*pending[:-1], replace(pending[-1], role="gap")]


def benefiting(pending: list[Slot], slots: list[Slot], index: int) -> list[Slot]:
    """The slots before a figure of those for whom something is done, where 为 is no `is`: 为1487户减免电费."""
    subject = pending[-2].word if len(pending) > 1 else ""
    behind = slots[index + 1 : index + 4]
    done = bool(behind) and (
        behind[0].role == "verb" or _SERVED.match("".join(slot.word for slot in behind)) is not None
    )
    for_whom = done and not _COUNTED.search(subject)
    return [*pending[:-1], replace(pending[-1], role="conj")] if for_whom else pending


def day_behind(slots: list[Slot], index: int) -> list[Slot]:
    """The time alone in brackets behind a figure: `净值0.7531(8月16日)`."""
    behind = slots[index + 1 : index + 4]
    dated = len(behind) == 3 and behind[0].word == "(" and behind[1].role == "time" and behind[2].word == ")"
    return behind[1:2] if dated else []


def place_before(pending: list[Slot], quantity: Quantity) -> list[Slot]:
    """The place right before persons counted in it: `灾害造成某市|33人死亡`."""
    return pending[-1:] if pending and pending[-1].role == "place" and quantity.dimension == "person" else []


def counts_places(slots: list[Slot], index: int) -> bool:
    """Whether the figure counts the places before it: 在甲、乙等|7个省份."""
    return index + 1 < len(slots) and _PLACES.match(slots[index + 1].word) is not None


def is_of_object(pending: list[Slot], own: list[Slot]) -> bool:
    """Whether the places are part of the name of what somebody has, and nothing more is of them: 现有某县产业园1处."""
    at = next((at for at, slot in enumerate(pending) if own and slot is own[0]), 0)
    return at > 0 and pending[at - 1].word in _HAVING


def place_behind(slots: list[Slot], index: int) -> list[Slot]:
    """The place that the figure describes: `人口多达14亿的印度`."""
    behind = slots[index + 1 : index + 4]
    place = len(behind) == 3 and behind[0].word == "的" and behind[1].role == "place" and behind[2].role == "sep"
    return behind[1:2] if place else []
