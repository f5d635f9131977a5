"""A sentence as a row of slots: quantities, times, places, role words, and the plain words between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from claims.quantity import Quantity
from claims.zh import lexicon
from claims.zh.period import TimeSpan
from claims.zh.place import PlaceSpan
from claims.zh.pointing import POINTING

_CATEGORIES = ("国内", "境内", "海内外", "国内外")
_LISTED = re.compile(r"[\u4e00-\u9fff]{1,4}\(\d{6}")  # a company's short name before its share code
_CODE = re.compile(r"\(\d{6}")
_SHARE_CODE = re.compile(r"\d{6}")
_OF = re.compile("之(?![间一二三内外中上下前后多余所])..")
_BOUNDS = frozenset(("sep", "quantity", "time"))
_LISTED_NAME = 5  # characters
_HAN = re.compile("[\u4e00-\u9fff“”《》]")

_SIZES = ("高", "长", "大", "多", "少")
_AREA_NAMED = re.compile(
    "[\u4e00-\u9fff]{1,2}(?:[县镇乡村]|街道)(?![级域道])"
)  # 高|桥县, 大|柳镇: the beginning of a name
_LONGEST_TITLE = 30
_SHORT = 10  # characters
_START = attrgetter("start")
Item = Quantity | TimeSpan | PlaceSpan | None


@dataclass(slots=True)
class Slot:
    """One piece of a sentence: its role (`quantity`, `time`, `place`, `gap`, `sep`, a class of the lexicon), words."""

    role: str
    start: int
    end: int
    word: str
    item: Item = None


def row(
    text: str,
    start: int,
    end: int,
    quantities: list[Quantity],
    times: list[TimeSpan],
    places: list[PlaceSpan],
) -> list[Slot]:
    """The slots of `text[start:end]` in order, without overlaps or holes; quantities win over times over places."""
    fixed = [Slot("quantity", q.outer_start, q.outer_end, text[q.outer_start : q.outer_end], q) for q in quantities]
    fixed += [Slot("time", t.start, t.end, text[t.start : t.end], t) for t in times]
    fixed += [
        Slot("place", p.start, p.end, text[p.start : p.end], p)
        for p in places
        if p.kind == "place" and not _is_category(text, p)
    ]
    fixed += [
        Slot("conj", match.start(), match.end(), match.group())
        for match in POINTING.finditer(text, start, end)
        if not any(one.start < match.end() and match.start() < one.end for one in fixed)
    ]
    fixed.sort(key=_START)
    found: list[Slot] = []
    position = start
    for slot in fixed:
        if slot.start < position:
            if slot.role != "quantity" or not found:
                continue
            _make_room(found, slot, text)
        else:
            _fill(found, text, position, slot.start)
        found.append(slot)
        position = slot.end
    _fill(found, text, position, end)
    if text.find("之", start, end) >= 0:
        _part_of(found)
    if text.find("提到", start, end) >= 0:
        _raised(found)
    if text.find("“", start, end) >= 0:
        _unpart_quotes(found)
    if text.find("《", start, end) >= 0:
        _unpart_titles(found)
    if _CODE.search(text, start, end):
        _unpart_listed(found)
    return found


def _raised(found: list[Slot]) -> None:
    """提到 right between two figures is 提高到: 由21.4公里|提到|26.8公里; elsewhere somebody speaks of something."""
    for before, slot, after in zip(found, found[1:], found[2:], strict=False):
        if slot.word == "提到" and before.role == after.role == "quantity":
            slot.role = "to"


def _part_of(found: list[Slot]) -> None:
    """The 之 behind a figure is a 的: 12,000,000元|之|净利润."""
    for at in range(len(found) - 1, 0, -1):
        slot = found[at]
        if slot.role == "gap" and found[at - 1].role == "quantity" and _OF.match(slot.word):
            found[at : at + 1] = [
                Slot("conj", slot.start, slot.start + 1, "的"),
                Slot("gap", slot.start + 1, slot.end, slot.word[1:]),
            ]


def _unpart_quotes(found: list[Slot]) -> None:
    """Marks within a short quotation part nothing: `“1、3、5分钟”`."""
    opened = -1
    for index, slot in enumerate(found):
        if slot.role == "gap" and "“" in slot.word and slot.word.rfind("“") > slot.word.rfind("”"):
            opened = index
        elif opened >= 0 and slot.role == "gap" and "”" in slot.word:
            if slot.start - found[opened].start <= 20:
                inner = found[opened + 1 : index]
                if any(part.word == "、" for part in inner) and not any(part.word == "," for part in inner):
                    for part in inner:
                        part.role = "gap"
            opened = -1


def _unpart_titles(found: list[Slot]) -> None:
    """No mark and no word within the title of a work parts or says anything: `《首部曲:归来》`."""
    opened = -1
    for index, slot in enumerate(found):
        if slot.role == "quantity":
            continue
        left, right = slot.word.rfind("《"), slot.word.rfind("》")
        if right >= 0 and opened >= 0 and slot.start - found[opened].start <= _LONGEST_TITLE:
            for part in found[opened + 1 : index]:
                part.role = "gap" if part.role != "quantity" else part.role
        if left > right:
            opened = index
        elif right >= 0:
            opened = -1


def _unpart_listed(found: list[Slot]) -> None:
    """The short name of a company before its share code is one: 远达环保(600292)."""
    at = 0
    while at < len(found) - 1:
        if found[at].word == "(" and _SHARE_CODE.match(found[at + 1].word):
            first = at
            while (
                first
                and found[first - 1].role not in _BOUNDS
                and found[at - 1].end - found[first - 1].start <= _LISTED_NAME
            ):
                first -= 1
            apart = first == 0 or found[first - 1].role in _BOUNDS
            if apart and at - first > 1:
                name = "".join(slot.word for slot in found[first:at])
                found[first:at] = [Slot("gap", found[first].start, found[at - 1].end, name)]
                at = first + 1
        at += 1


def _is_category(text: str, span: PlaceSpan) -> bool:
    """Whether 国内 or 境内 names a class (国内业务), or a place is the beginning of a company's name."""
    return text[span.start : span.end] in _CATEGORIES or _LISTED.match(text, span.end) is not None


def _make_room(found: list[Slot], slot: Slot, text: str) -> None:
    """Cut the slots before a quantity back to where it starts."""
    while found and found[-1].start >= slot.start and found[-1].role != "quantity":
        found.pop()
    if found and found[-1].role == "quantity":
        slot.start = max(slot.start, found[-1].end)
    elif found and found[-1].end > slot.start:
        last = found[-1]
        last.end, last.word = slot.start, text[last.start : slot.start]


def _parts(text: str, at: int) -> bool:
    """Whether the space at `at` stands between Chinese words, where headlines use it for a comma."""
    return at > 0 and _HAN.match(text, at - 1) is not None and _HAN.match(text, at + 1) is not None


def _after_unit(text: str, at: int) -> bool:
    """Whether the space at `at` parts a figure with its unit from the next words: `破案36起 抓获52人`."""
    return at > 1 and _HAN.match(text, at - 1) is not None and _HAN.match(text, at + 1) is not None


def _role_words(words: str) -> list[tuple[str, int, int]]:
    """The words of the lexicon among `words`, plain ones left out: the role of each, where it begins and ends."""
    automaton, entries = lexicon.automaton()
    found = []
    for index, at, until in automaton.find_matches_as_indexes(words):
        role, before = entries[index]
        if role != "plain" and not (words[at + before : until] in _SIZES and _AREA_NAMED.match(words, until)):
            found.append((role, at + before, until))
    return found


_of_short = lru_cache(maxsize=16384)(_role_words)  # what stands between two figures is often the same


def _fill(found: list[Slot], text: str, start: int, end: int) -> None:
    if start >= end:
        return
    words = text[start:end]
    position = 0
    for role, at, until in _of_short(words) if end - start <= _SHORT else _role_words(words):
        word = words[at:until]
        if word == " " and not _parts(text, start + at) and not (at == 0 and _after_unit(text, start)):
            continue
        if at > position and not (gap := words[position:at]).isspace():
            found.append(Slot("gap", start + position, start + at, gap))
        found.append(Slot(role, start + at, start + until, word))
        position = until
    if (gap := words[position:]) and not gap.isspace():
        found.append(Slot("gap", start + position, end, gap))
