"""What stands right beside a figure and tells its time, its place or its name, without being part of the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.quantity import Quantity
from claims.zh.measure import tidy
from claims.zh.phrase import words_of
from claims.zh.relation import PAIRED
from claims.zh.segment import Segment
from claims.zh.slots import Slot

_HAVING = frozenset(("有", "现有", "拥有", "建有", "设有", "建成", "含"))
_COMPARED = frozenset(("相比", "相较", "比较", "比"))
_PLACES = re.compile(r"(?:省|自治区|直辖市|市|地市|城市|区县|县|州|国家|国|地区)(?![级道际内产属])")
# 法院为1874名|工人追回欠薪: what is done for them.
_SERVED = re.compile(
    "[一-鿿]{1,8}?(?:追回|挽回|讨回|提供|办理|发放|解决|送去|送上|减免|争取|调解|筹集|支付|免除|开展|举办|免费|安装|装上|加装|配备|更换|登记|赠送|购买|投保|体检|检测|接种|培训|修缮|维修|改造)"
)
_COUNTED = re.compile(r"[数量额员]$")
MEAN = re.compile(
    "的?(?:总体|整体|全国|全省|全市|行业)?(?:[案人户日月亩件]均水平|平均水平|平均值|均值|平均数|中位数|平均线)"
)


def height(pending: list[Slot]) -> list[Slot]:
    """The slots before a length in which 高 names the height of a thing (栏杆高2米) unless it is compared."""
    compared = any(slot.role in ("than", "cmp") for slot in pending)
    return pending if compared else [*pending[:-1], replace(pending[-1], role="gap")]


def divides(pending: list[Slot], slots: list[Slot], index: int) -> bool:
    """Whether the figure is what the share right behind it is of: 占全部企业|1147个|的24.9%."""
    behind = slots[index + 1 : index + 3]
    of_it = len(behind) == 2 and behind[0].word == "的" and behind[1].role == "quantity"
    return of_it and pending[0].role == "share" and pending[0].word.endswith("占")


def compared(slots: list[Slot], index: int) -> str:
    """What is said behind to have moved from the figure: 与去年同期的|610.9亿元|相比,进出口总值增长12%."""
    behind = slots[index + 1 : index + 3]
    if len(behind) < 2 or behind[0].word not in _COMPARED or behind[1].role != "sep":
        return ""
    at = end = index + 3
    while end < len(slots) and slots[end].role in ("gap", "place", "time", "adverb"):
        end += 1
    moved = end < len(slots) and slots[end].role in ("up", "down")
    return tidy(words_of([slot for slot in slots[at:end] if slot.role == "gap"])) if moved else ""


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


def is_mean(slots: list[Slot], index: int) -> bool:
    """Whether the figure at `index` is the mean that something is compared with: 高于全国66.2%的平均水平."""
    return MEAN.match("".join(slot.word for slot in slots[index + 1 : index + 5])) is not None


def of_other_place(slots: list[Slot]) -> bool:
    """Whether these words only say that the figure is of a place which is compared with: 更低于江油市的8.2件."""
    at = len(slots) - 1
    if at < 2 or slots[at].word != "的" or slots[at - 1].role != "place":
        return False
    while at > 0 and slots[at - 1].role == "place":
        at -= 1
    return at > 0 and slots[at - 1].word in PAIRED and all(slot.role == "adverb" for slot in slots[: at - 1])


def tell_mean(slots: list[Slot], found: Segment) -> None:
    """Make a figure behind these words, read as a change, the level of what 低于 compares with: a place's, 行业的."""
    at = max((at for at, slot in enumerate(slots) if slot.role in ("up", "down", "than")), default=-1)
    found.relation, found.direction, found.noun, found.other, found.words = "level", "", False, "mean", ""
    found.places = [slot for slot in slots[at + 1 :] if slot.role == "place"]
    found.base_words = words_of([slot for slot in slots[at + 1 :] if slot.role == "gap"])
