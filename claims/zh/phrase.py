"""Noun phrases among slots: the words that name something, the items of a list, the places at the front of a clause."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.zh import attributes
from claims.zh.measure import tidy
from claims.zh.place import PlaceSpan
from claims.zh.slots import Slot

AND = ("和", "与", "及", "以及")
RATE_ADVERBS = frozenset(
    (
        "人均", "户均", "日均", "月均", "年均", "周均", "场均", "班均", "村均", "亩均", "店均", "单均", "校均", "生均",
        "师均", "床均", "平均", "单日", "每日", "每天", "每月", "每年",
    )
)  # fmt: skip
_OTHERS = frozenset(("其他", "其它", "其余"))
_KEPT_ADVERBS = frozenset(
    (
        "以上", "以下", "以内", "最高", "最低", "最多", "最少", "直接", "间接", "实际", "全部", "连续", "各", "正式",
        "初步", "将", "同样", "每", "更", "最", "较", "可", "能",
    )
)  # fmt: skip
_TOWARDS = frozenset(("对", "向", "与", "同", "自"))  # 对日本进出口: the partner is part of the measure


_LETTERS = re.compile("[A-Za-z ]")


def size(words: str) -> int:
    """How long words are, in Chinese characters: two letters of a name count as one."""
    return len(words) - len(_LETTERS.findall(words)) // 2


_REGION = re.compile(r"^地区(?!生产|经济|发展|差|间|总|GDP|之|性)(?=..)")  # 新疆|地区棉花价格


def words_of(slots: list[Slot]) -> str:
    """The words of slots that name something: times, adverbs and comparisons left out, rate words kept."""
    kept: list[str] = []
    for index, slot in enumerate(slots):
        role, word = slot.role, slot.word
        if role in ("time", "cmp"):
            continue
        if role == "adverb":
            if word not in RATE_ADVERBS and not _of_share(slots, index) and not _within_words(slots, index, kept):
                continue
        elif (word in ("在", "于", "到") and index + 1 < len(slots) and slots[index + 1].role == "time") or (
            word == "的" and index and slots[index - 1].role == "time"
        ):
            continue
        elif word[-1:] == "于" and index + 1 < len(slots) and slots[index + 1].role == "time":
            word = word[:-1]  # 该公司于5月采购
        kept.append(word)
    return tidy("".join(kept)) if kept else ""


def _within_words(slots: list[Slot], index: int, kept: list[str]) -> bool:
    """Whether an adverb is part of the name before and after it: 规模以上工业, 延期还本付息."""
    if _in_all(slots, index):
        return True
    if not kept or slots[index].word == "共":
        return False
    if slots[index].word in _KEPT_ADVERBS:
        return True
    following = slots[index + 1] if index + 1 < len(slots) else None
    before = slots[index - 1]
    return (
        len(slots[index].word) == 1
        and following is not None
        and following.role == "gap"
        and before.role in ("gap", "verb")
        and before.end == slots[index].start
    )


def _of_share(slots: list[Slot], index: int) -> bool:
    """Whether 每 belongs to 每股, of which an attribute is told: 每股收益."""
    return slots[index].word == "每" and index + 1 < len(slots) and slots[index + 1].word.startswith("股")


def _in_all(slots: list[Slot], index: int) -> bool:
    """Whether 累计 tells an attribute (累计票房) from that of a shorter time."""
    return slots[index].word == "累计" and index + 1 < len(slots) and attributes.is_bare(slots[index + 1].word)


def without_times(slots: list[Slot]) -> str:
    """All words of the slots but the times, tidied."""
    return tidy("".join(slot.word for slot in slots if slot.role != "time"))


def coordinated(slots: list[Slot]) -> list[str]:
    """The items of `A、B和C` among the slots, or nothing."""
    items: list[list[Slot]] = [[]]
    depth = 0
    for slot in slots:
        depth += slot.word.count("(") - slot.word.count(")") + slot.word.count("“") - slot.word.count("”")
        if depth <= 0 and (slot.word == "、" or (slot.role == "conj" and slot.word in AND)):
            items.append([])
        else:
            items[-1].append(slot)
    return [words for words in map(words_of, items) if words] if len(items) > 1 else []


_PAIRS = {"产销": ("产量", "销量"), "存贷款": ("存款", "贷款"), "收支": ("收入", "支出")}
_PAIRED = re.compile(
    rf"(?P<thing>.*?)(?P<pair>{'|'.join(_PAIRS)})量?(?P<rest>(?:余额|总?额|总值)?)(?:完成|实现|达到?|为)?"
)


def paired(words: str) -> list[str]:
    """The two things that one word names together: 汽车产销 is 汽车产量 and 汽车销量; nothing if it is none such."""
    match = _PAIRED.fullmatch(words)
    return [match["thing"] + one + match["rest"] for one in _PAIRS[match["pair"]]] if match else []


def body(slots: list[Slot], places: list[Slot], end: int) -> list[Slot]:
    """The slots up to `end` that can be part of the measure; the places before them are added to `places`."""
    first = lead(slots, places)
    rest = slots[first:end]
    if first and rest and slots[first - 1].role == "place" and (region := _REGION.match(rest[0].word)):
        start = rest[0].start + region.end()
        rest = [replace(rest[0], word=rest[0].word[region.end() :], start=start), *rest[1:]]
    return rest


def leading_places(slots: list[Slot]) -> list[Slot]:
    """The places at the front of a clause, of which it speaks."""
    places: list[Slot] = []
    lead(slots, places)
    return places


def speaker(slots: list[Slot]) -> list[Slot]:
    """The country that itself says what follows (`某国近日宣布,将…`), not one of which something is told."""
    if not slots or not isinstance(slots[0].item, PlaceSpan) or slots[0].item.level != "country":
        return []
    rest = slots[1:]
    return slots[:1] if all(slot.role in ("time", "adverb") or slot.word == "在" for slot in rest) else []


def lead(slots: list[Slot], places: list[Slot]) -> int:
    """How many slots at the front are no part of the measure: connectives, times, and places, added to `places`."""
    first = 0
    while first < len(slots):
        slot = slots[first]
        if slot.word in _OTHERS and first + 1 < len(slots) and slots[first + 1].role in ("gap", "verb"):
            break  # 其他|违法行为13万起
        if slot.word in RATE_ADVERBS or _in_all(slots, first) or _of_share(slots, first):
            break
        if (
            slot.role == "conj"
            and slot.word in _TOWARDS
            and first + 1 < len(slots)
            and slots[first + 1].role == "place"
        ):
            break
        if slot.role == "place":
            places.append(slot)
        elif _links_places(slots, first):
            pass
        elif slot.role not in ("conj", "adverb", "cmp", "time", "sep", "from", "than", "link"):
            break
        first += 1
    return first


def _links_places(slots: list[Slot], at: int) -> bool:
    """Whether a word between or before places is none of the measure: 广州、深圳, 省会合肥."""
    if slots[at].word == "、":
        return at > 0 and slots[at - 1].role == "place"
    return slots[at].word == "省会" and at + 1 < len(slots) and slots[at + 1].role == "place"


def joined(words: str, said: str) -> str:
    """`words` and what is said, of which they may hold the beginning: 高校入围, 入围百强."""
    shared = next((size for size in range(min(len(words), len(said)), 1, -1) if words.endswith(said[:size])), 0)
    return words + said[shared:]
