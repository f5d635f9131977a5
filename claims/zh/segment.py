"""What the words before a figure say of it: direction, relation, comparison, base, subject, predicate."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from claims.zh import lexicon
from claims.zh.measure import is_authority, tidy
from claims.zh.slots import Slot

_RATE_ADVERBS = frozenset(("人均", "户均", "日均", "月均", "年均", "平均", "单日", "每日", "每天", "每月", "每年"))
_TOWARDS = frozenset(("对", "向", "与", "同", "自"))  # 对日本进出口: the partner is part of the measure
_KEPT_ADVERBS = frozenset(
    (
        "以上",
        "以下",
        "以内",
        "最高",
        "最低",
        "最多",
        "最少",
        "直接",
        "间接",
        "实际",
        "全部",
        "连续",
        "各",
        "正式",
        "初步",
        "将",
        "同样",
        "每",
        "更",
        "最",
        "较",
        "可",
        "能",
    )
)
_TRANSPARENT = frozenset(("adverb", "cmp", "time"))
_REACHING = frozenset(("达到", "达", "为", "是", "至", "到", "已达", "高达", "多达", "则为", "突破", "超"))
_PAIRED = frozenset(("高于", "低于", "多于", "少于", "快于", "慢于", "大于", "小于", "高出", "低出", "领先"))
BARE = frozenset(
    (
        "完成",
        "实现",
        "达到",
        "取得",
        "获得",
        "录得",
        "创造",
        "创下",
        "报",
        "共计",
        "累计",
        "保持",
        "维持",
        "占据",
        "达成",
        "具有",
        "拥有",
        "发生",
    )
)
_VERBAL = frozenset(("verb", "up", "down"))
CHANGE_NOUNS = lexicon.classes()["change_noun"]
_PLANS = lexicon.classes()["plan"]  # 预估, 市场预期 … can stand for the measure before them
DOWN_TO = frozenset(word for word in lexicon.classes()["to"] if word[0] in "降减下缩跌回压收" and word != "回升至")
UP_TO = lexicon.classes()["to"] - DOWN_TO - frozenset(("转为", "变为", "达到"))


@dataclass(slots=True)
class Segment:
    """The reading of the slots between a boundary and a figure."""

    relation: str = "direct"  # direct, level, change, share
    direction: str = ""
    noun: bool = False  # the change is named by a noun (增幅, 降幅)
    reached: bool = False
    former: bool = False
    comparison: str = ""
    distributed: bool = False  # 分别
    per: str = ""  # 人均, 日均 …
    whole: str = ""
    whole_named: bool = False  # the whole stands in the measure's words: 完成全年目标的
    hedge: str = ""  # a hedge that stands before the whole: 超过…的
    base_words: str = ""
    times: list[Slot] = field(default_factory=list)
    base_times: list[Slot] = field(default_factory=list)
    places: list[Slot] = field(default_factory=list)
    subject: str = ""  # words before the predicate
    verb: str = ""
    words: str = ""  # everything that can name the measure, tidied
    object: str = ""
    items: list[str] = field(default_factory=list)  # coordinated subjects, for 分别
    led_by_verb: bool = False
    plan: bool = False
    having: bool = False  # linked by 有, 共有: what is counted follows
    converted: bool = False  # 折合: the figure before in another unit
    target: bool = False  # after 对, 向, 为: what is done to those counted follows


def read(slots: list[Slot], form: str = "number") -> Segment:
    """The reading of the slots before a figure of this `form` (see `quantity.FORMS`), nearest first."""
    found = Segment()
    if slots and slots[-1].word.endswith("人民币"):
        slots = _without_currency(slots)
    end = _relation(slots, found, form)
    end = _comparisons(slots, end, found)
    end = _base(slots, end, found)
    rest = _before_from(slots[:end], found)
    for slot in rest:
        if slot.role == "time":
            if not (found.whole_named and slot.start > rest[0].start):
                found.times.append(slot)
        elif slot.role == "adverb":
            found.distributed |= slot.word == "分别"
            found.per = slot.word if slot.word in _RATE_ADVERBS else found.per
        elif slot.role == "cmp" and not found.comparison:
            found.comparison = slot.word
        if slot.word in _PLANS:
            found.plan = True
        found.converted |= slot.word == "折合"
    _name(rest, found)
    return found


def _without_currency(slots: list[Slot]) -> list[Slot]:
    """The slots without the currency that stands before the figure: `收入为人民币3亿元`."""
    last = slots[-1]
    word = last.word.removesuffix("人民币")
    return [*slots[:-1], replace(last, word=word, end=last.end - 3)] if word else slots[:-1]


def _before_from(slots: list[Slot], found: Segment) -> list[Slot]:
    """Cut off `由`, `从` and the time after it: the figure is where a change started."""
    index = len(slots) - 1
    while index >= 0 and slots[index].role in ("time", "adverb", "conj", "place"):
        index -= 1
    if index < 0 or slots[index].role != "from":
        return slots
    found.former = True
    found.times += [s for s in slots[index + 1 :] if s.role == "time"]
    return slots[:index]


def _relation(slots: list[Slot], found: Segment, form: str) -> int:
    """Walk back from the figure over what links it to its subject; the index where the subject's part ends."""
    index = len(slots)
    linked = False
    while index:
        slot = slots[index - 1]
        role = slot.role
        if role == "adverb":
            found.distributed |= slot.word == "分别"
            if slot.word in _RATE_ADVERBS and not linked and found.relation == "direct":
                found.per = slot.word
        elif role == "cmp":
            found.comparison = found.comparison or slot.word
        elif role == "time":
            if index >= 2 and slots[index - 2].role == "cmp":
                found.base_times.append(slot)
            else:
                found.times.append(slot)
        elif role == "conj" and slot.word == "的" and index >= 2:
            return _before_de(slots, index, found, form)
        elif role == "link":
            found.distributed |= slot.word.startswith("分别")
            found.relation, linked = "level", True
            found.having = slot.word.endswith("有")
            found.reached |= slot.word in ("至", "到") and found.former
        elif role == "to":
            found.relation, found.reached = "level", True
            found.direction = "down" if slot.word in DOWN_TO else "up" if slot.word in UP_TO else ""
            return index - 1
        elif role in ("up", "down") and linked and slots[index].word in ("到", "至"):
            found.relation, found.reached, found.direction = "level", True, role
            return index - 1
        elif role in ("up", "down"):
            if linked and slots[index].word not in _REACHING:
                return index
            found.relation, found.direction = "change", role
            return index - 1
        elif role == "change_noun" and form == "points":
            return _paired(slots, index, found, form)
        elif role == "change_noun":
            found.relation, found.noun = "change", True
            found.direction = "down" if slot.word[0] in "降跌减下" else "up" if slot.word[0] in "增涨升上" else ""
            return index - 1
        elif role == "share" and form in _SHARE_FORMS:
            found.relation = "share"
            return _before_share(slots, index - 1, found)
        else:
            return _paired(slots, index, found, form)
        index -= 1
    return index


_SHARE_FORMS = frozenset(("percent", "multiple", "fraction"))


def _before_share(slots: list[Slot], index: int, found: Segment) -> int:
    """`占X的比例`: the whole stands between the verb and the noun of sharing."""
    for at in range(index - 1, max(-1, index - 9), -1):
        if slots[at].role == "share" and slots[at].word.startswith(("占", "约占", "所占")):
            found.whole = tidy("".join(slot.word for slot in slots[at + 1 : index] if slot.role != "time"))
            return at
        if slots[at].role == "sep":
            break
    return index


_FINISHED = re.compile(r"(?<=..)(?:甚至)?(?:实现|呈现|出现)$")  # 案件实现下降: no part of what falls
_EXPECTED = re.compile(r"(?:市场|机构|分析师|外界|业内)?(?:普遍|一致)?(?:预期|预计|预测)(?:会|将)?$")
_TOTALS = frozenset(("总额", "总量", "总数", "总值", "水平", "同期"))  # 去年总额的5倍: that of the same measure
_WHOLE_HEDGES = {
    "超过": "over", "超": "over", "逾": "over", "近": "almost", "约": "about", "不足": "at_most", "不到": "at_most",
}  # fmt: skip


def _before_de(slots: list[Slot], index: int, found: Segment, form: str) -> int:
    """`…的` right before the figure: of a time it is that time's level; of other words, the whole of a share."""
    before = slots[index - 2]
    if before.role == "time" and index >= 3 and slots[index - 3].role == "to":
        found.relation, found.reached = "level", True
        found.times.append(before)
        return index - 3
    if before.role == "time":
        found.relation, found.former = "level", True
        found.times.append(before)
        at = index - 2
        while at and slots[at - 1].role in ("than", "adverb", "up", "down", "time"):
            at -= 1
        return at
    if form not in _SHARE_FORMS:
        return index
    at = index - 1
    while at and index - at < 9 and slots[at - 1].role in ("gap", "place", "conj", "adverb", "time"):
        if slots[at - 1].word in _WHOLE_HEDGES:
            break
        at -= 1
    found.relation = "share"
    found.whole = tidy(
        "".join(slot.word for slot in slots[at : index - 1] if slot.role not in ("time", "place"))
    ) or tidy("".join(slot.word for slot in slots[at : index - 1]))
    if form == "multiple":
        found.base_times += [slot for slot in slots[at : index - 1] if slot.role == "time"]
        if found.base_times and found.whole in _TOTALS:
            found.relation, found.whole = "level", ""
    if at and slots[at - 1].word in _WHOLE_HEDGES:
        found.hedge = _WHOLE_HEDGES[slots[at - 1].word]
        return at - 1
    if at and (slots[at - 1].role == "share" or slots[at - 1].word in ("为", "是", "达", "达到", "相当于")):
        return at - 1
    found.whole_named = True
    return index - 1


def _paired(slots: list[Slot], index: int, found: Segment, form: str) -> int:
    """`占X` and `快于X` before the figure: the words between are the whole, or what is compared with."""
    at = index
    while (
        at
        and slots[at - 1].role in ("gap", "place", "verb", "conj", "time", "change_noun", "adverb")
        and index - at < 8
    ):
        at -= 1
    if not at or (found.relation == "level" and slots[at - 1].role != "share"):
        return index
    before = slots[at - 1]
    between = tidy("".join(slot.word for slot in slots[at:index] if slot.role != "time"))
    if before.role == "share" and form in _SHARE_FORMS:
        found.relation, found.whole = "share", between
        return at - 1
    if before.role in ("up", "down") and before.word in _PAIRED:
        found.relation, found.direction, found.base_words = "change", before.role, between
        return at - 1
    return index


def _comparisons(slots: list[Slot], end: int, found: Segment) -> int:
    if found.relation not in ("change", "level"):
        return end
    while end and slots[end - 1].role in _TRANSPARENT:
        slot = slots[end - 1]
        if slot.role == "cmp":
            found.comparison = found.comparison or slot.word
        elif slot.role == "time":
            if end >= 2 and slots[end - 2].role == "cmp":
                found.base_times.append(slot)
            else:
                found.times.append(slot)
        elif slot.word == "分别":
            found.distributed = True
        elif slot.word in _RATE_ADVERBS:
            break
        end -= 1
    return end


def _base(slots: list[Slot], end: int, found: Segment) -> int:
    """Cut off `比…` before a change: what it is measured from."""
    if found.relation not in ("change", "level"):
        return end
    for at in range(end - 1, max(-1, end - 9), -1):
        slot = slots[at]
        if slot.role in ("than", "cmp") and slot.word not in ("与", "跟", "同"):
            between = slots[at + 1 : end]
            if slot.role == "cmp" and between:
                found.comparison = found.comparison or slot.word
                continue
            if slot.role == "cmp" or not (between or any(time.start > slot.start for time in found.times)):
                continue
            found.base_times += [s for s in between if s.role == "time"] + [
                s for s in found.times if s.start > slot.start
            ]
            found.times = [s for s in found.times if s.start < slot.start]
            found.base_words = tidy("".join(s.word for s in between if s.role != "time"))
            return at
        if slot.role == "sep" and slot.word != "、":
            break
    return end


def _name(slots: list[Slot], found: Segment) -> None:
    """Find subject, verb and object in what is left, and the words that name the measure."""
    found.target = bool(slots) and slots[-1].role == "conj" and slots[-1].word in ("对", "向", "为", "给")
    end = len(slots)
    while end and slots[end - 1].role in ("link", "to", "from", "than"):
        end -= 1
    body = slots[_lead(slots, found.places) : end]
    if found.relation in ("change", "level"):
        body = _disposed(body)
    found.words = words_of(body)
    if found.distributed:
        found.items = coordinated(body)
    if found.relation in ("change", "level"):
        found.words = _FINISHED.sub("", found.words)
    if found.words in _PLANS or _EXPECTED.match(found.words):
        found.plan, found.words = True, ""
        return
    if found.relation == "change" and found.words in ("年", "月", "日", "周", "吨"):
        found.words = ""
    if found.words in CHANGE_NOUNS or found.words in ("增长", "正增长", "下降"):
        found.noun, found.words = True, ""
        return
    verb_at = next((i for i, s in enumerate(body) if s.role in _VERBAL), -1)
    last_noun = 0 < verb_at == len(body) - 1 and body[verb_at].word not in BARE
    if verb_at > 0 and (last_noun or found.relation != "direct") and not _adverb_before(body, verb_at):
        verb_at = -1  # a noun: 涉黑组织, 死亡人数
    if verb_at < 0:
        found.subject = found.words
        return
    before = _of_clause(words_of(body[:verb_at]))
    found.led_by_verb = verb_at == 0
    found.subject, found.verb = before, body[verb_at].word
    rest = body[verb_at + 1 :]
    found.object = "" if all(slot.role in ("place", "adverb", "time") for slot in rest) else words_of(rest)
    authority = is_authority(before)
    if authority or _adverb_before(body, verb_at):
        verb = "" if found.verb in BARE and found.object and not found.whole_named else found.verb
        found.words = tidy(("" if authority else before) + verb + found.object)


def _disposed(body: list[Slot]) -> list[Slot]:
    """What is made to rise or fall, of `央行将存款利率上调…`: the words behind 将 or 把."""
    for at in range(len(body) - 1, -1, -1):
        if body[at].word in ("将", "把") and at + 1 < len(body):
            rest = body[at + 1 :]
            while rest and rest[0].word in ("其", "该"):
                rest = rest[1:]
            if rest and rest[0].role in ("gap", "place", "change_noun") and len(words_of(rest)) >= 2:
                return rest
    return body


def leading_places(slots: list[Slot]) -> list[Slot]:
    """The places at the front of a clause, of which it speaks."""
    places: list[Slot] = []
    _lead(slots, places)
    return places


def _of_clause(subject: str) -> str:
    """The noun that a relative clause describes: `某局开设的信箱` is the 信箱."""
    _, of, noun = subject.rpartition("的")
    return noun if of and len(noun) >= 2 else subject


def _lead(slots: list[Slot], places: list[Slot]) -> int:
    """How many slots at the front are no part of the measure: connectives, times, and places, added to `places`."""
    first = 0
    while first < len(slots):
        slot = slots[first]
        if slot.word in _RATE_ADVERBS:
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
        elif slot.word == "、" and first and slots[first - 1].role == "place":
            pass
        elif slot.role not in ("conj", "adverb", "cmp", "time", "sep", "from", "than", "link"):
            break
        first += 1
    return first


def _adverb_before(body: list[Slot], at: int) -> bool:
    return at > 0 and body[at - 1].role == "adverb"


def words_of(slots: list[Slot]) -> str:
    """The words of slots that name something: times, adverbs and comparisons left out, rate words kept."""
    kept: list[str] = []
    for index, slot in enumerate(slots):
        role, word = slot.role, slot.word
        if role in ("time", "cmp"):
            continue
        if role == "adverb":
            if word not in _RATE_ADVERBS and not _within_words(slots, index, kept):
                continue
        elif (word == "在" and index + 1 < len(slots) and slots[index + 1].role == "time") or (
            word == "的" and index and slots[index - 1].role == "time"
        ):
            continue
        kept.append(word)
    return tidy("".join(kept)) if kept else ""


def _within_words(slots: list[Slot], index: int, kept: list[str]) -> bool:
    """Whether an adverb is part of the name before and after it: 规模以上工业, 延期还本付息."""
    if not kept:
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


def coordinated(slots: list[Slot]) -> list[str]:
    """The items of `A、B和C` among the slots, or nothing."""
    items: list[list[Slot]] = [[]]
    depth = 0
    for slot in slots:
        depth += slot.word.count("(") - slot.word.count(")") + slot.word.count("“") - slot.word.count("”")
        if depth <= 0 and (slot.word == "、" or (slot.role == "conj" and slot.word in ("和", "与", "及", "以及"))):
            items.append([])
        else:
            items[-1].append(slot)
    return [words for words in map(words_of, items) if words] if len(items) > 1 else []
