"""What a figure is measured from: the words and times of a comparison before it, `比…` and `从…`."""

from __future__ import annotations

from claims.zh import attributes
from claims.zh.phrase import RATE_ADVERBS, without_times
from claims.zh.segment import EACH, Segment
from claims.zh.slots import Slot

_SHORT = 6
_WITH = frozenset(("与", "跟", "同", "和", "较"))
_TRANSPARENT = frozenset(("adverb", "cmp", "time"))


def note_time(slots: list[Slot], index: int, found: Segment) -> None:
    """Take note of the time at `index`: the base's behind a word of comparison (同比), else the figure's own."""
    times = found.base_times if index and slots[index - 1].role == "cmp" else found.times
    times.append(slots[index])


def comparisons(slots: list[Slot], end: int, found: Segment) -> int:
    """Walk back over the words of comparison and the times before a change or level; the index where they begin."""
    if found.relation not in ("change", "level"):
        return end
    while end and slots[end - 1].role in _TRANSPARENT:
        slot = slots[end - 1]
        if slot.role == "cmp":
            found.comparison = found.comparison or slot.word
            found.compared.append(slot.word)
        elif slot.role == "time":
            note_time(slots, end - 1, found)
        elif slot.word in EACH:
            found.distributed = True
        elif slot.word in RATE_ADVERBS:
            break
        end -= 1
    return end


def cut_than(slots: list[Slot], end: int, found: Segment) -> int:
    """Cut off `比…` before a change: what it is measured from."""
    if found.relation not in ("change", "level"):
        return end
    for at in range(end - 1, max(-1, end - 9), -1):
        slot = slots[at]
        if slot.role in ("than", "cmp") and slot.word not in ("与", "跟", "同"):
            between = slots[at + 1 : end]
            if slot.word == "相比" and between and _compares_with(slots, at, between):
                found.base_words = without_times(between)
                found.base_times += [s for s in between if s.role == "time"]
                found.times = [s for s in found.times if s.start < slot.start]
                return at
            if slot.role == "cmp" and between:
                found.comparison = found.comparison or slot.word
                continue
            if slot.role == "cmp" or not (between or any(time.start > slot.start for time in found.times)):
                continue
            found.base_times += [s for s in between if s.role == "time"] + [
                s for s in found.times if s.start > slot.start
            ]
            found.times = [s for s in found.times if s.start < slot.start]
            found.base_words = without_times(between)
            return at
        if slot.role == "sep" and slot.word != "、":
            break
    return end


def _compares_with(slots: list[Slot], at: int, between: list[Slot]) -> bool:
    """Whether what stands `between` 相比 and the change is what the figure is measured from: 续航相比|上代|提升5%."""
    if any(slot.word in _WITH for slot in slots[:at]):
        return False  # 与去年相比客运量增长5%
    return not attributes.names_attribute(without_times(between))


def cut_from(slots: list[Slot], found: Segment) -> list[Slot]:
    """Cut off `由`, `从` and the time after it: the figure is where a change started."""
    index = len(slots) - 1
    while index >= 0 and slots[index].role in ("time", "adverb", "conj", "place"):
        index -= 1
    if index > 0 and slots[-1].word == "的" and slots[index].role == "gap" and len(slots[index].word) <= _SHORT:
        index -= 1  # 从最初的…, 较收盘时的…
    if index < 0 or not (slots[index].role == "from" or (slots[-1].word == "的" and slots[index].word in ("较", "比"))):
        return slots
    found.former = True
    found.times += [s for s in slots[index + 1 :] if s.role == "time"]
    return slots[:index]
