"""`分别` and its like: which of several subjects, bases or places goes with which figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.quantity import Quantity
from claims.zh.segment import Segment
from claims.zh.slots import Slot

if TYPE_CHECKING:
    from claims.zh.records import Reading


@dataclass(slots=True)
class Distribution:
    """`items` (measures), `bases` (times) or `places`, one for each figure of the list; `measure` where it is shared."""

    items: list[str]
    bases: list[Slot]
    places: list[Slot]
    measure: str
    count: int
    at: int = 0

    def next(self, reading: Reading) -> str | None:
        """The measure of the next figure, its base or place set on `reading`; None when the list is used up."""
        if self.at >= self.count:
            return None
        index, self.at = self.at, self.at + 1
        if self.bases:
            reading.base_times = [self.bases[index]]
        if self.places:
            reading.places = [self.places[index]]
        return self.items[index] if self.items else self.measure


def distribute(found: Segment, slots: list[Slot], quantity: Quantity, last_items: list[str]) -> Distribution | None:
    """The distribution that a 分别 before `quantity` announces, or None if no list fits the number of figures."""
    count = _run_length(slots, quantity)
    if count < 2:
        return None
    if len(found.base_times) == count:
        return Distribution([], found.base_times, [], found.words, count)
    items = _items(found, count)
    if items:
        return Distribution(_completed(items), [], [], "", count)
    if len(found.places) == count and found.words:
        return Distribution([], [], found.places, found.words, count)
    if not found.words and len(last_items) == count:
        return Distribution(last_items, [], [], "", count)
    return None


def _run_length(slots: list[Slot], quantity: Quantity) -> int:
    """How many figures stand in the list that begins with `quantity`."""
    started, count = False, 0
    for slot in slots:
        if slot.item is quantity:
            started = True
        if not started:
            continue
        if slot.role == "quantity":
            count += 1
        elif slot.word not in ("、", "和", "与", "及", "以及", ",") and slot.role != "adverb":
            break
    return count


def _items(found: Segment, count: int) -> list[str]:
    if len(found.items) == count:
        return found.items
    parts = found.words.replace("”“", "”、“").split("、")
    if len(parts) == count:
        return parts
    if len(parts) == count - 1:
        last = re.split("以及|和|与|及", parts[-1], maxsplit=1)
        if len(last) == 2 and all(last):
            return [*parts[:-1], *last]
    return []


def _completed(items: list[str]) -> list[str]:
    """Give every item the head that only the last one carries, and a shared beginning to short later items.

    `住宿业、租赁业增加值` is `住宿业增加值` and `租赁业增加值`: what follows the part that ends like the other items is shared.
    """
    *others, last = items
    head = _shared_head(others, last)
    if head:
        return [*(item + head for item in others), last]
    return items


def _shared_head(others: list[str], last: str) -> str:
    if any(len(item) < 2 for item in others):
        return ""
    endings = {item[-1] for item in others}
    if len(endings) == 1:
        ending = endings.pop()
        at = last.find(ending)
        if 0 <= at < len(last) - 1 and not last.endswith(ending):
            return last[last.rfind(ending) + 1 :]
    match = _HEAD.search(last)
    if match and match.start() > 1 and not any(item.endswith(match.group()[-1]) for item in others):
        return match.group()
    return ""


_HEAD = re.compile(
    r"(?:的)?(?:增加值|总产值|产值|产量|销量|销售额|营业收入|收入|投资|营业额|出口|进口|进出口|总额|金额|数量|人数|面积|价格|比例|占比|同比增速|增速|增幅"
    r"|警情|案件|发案|死亡人数|吞吐量|消费量|用电量|发电量|贷款|存款|余额|零售额|成交量|成交额|净利润|利润|营收)$"
)
