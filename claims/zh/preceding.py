"""What stands before a figure: what links it to its subject, what it is measured from, what names its measure."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.zh import base, lexicon, relation
from claims.zh.measure import is_authority, tidy
from claims.zh.phrase import RATE_ADVERBS, coordinated, lead, words_of
from claims.zh.segment import Segment
from claims.zh.slots import Slot

# Verbs that say little by themselves.
BARE = frozenset(
    (
        "完成", "实现", "达到", "取得", "获得", "录得", "创造", "创下", "报", "共计", "累计", "保持", "维持", "占据",
        "达成", "具有", "拥有", "发生",
    )
)  # fmt: skip
_VERBAL = frozenset(("verb", "up", "down"))
_CHANGE_NOUNS = lexicon.classes()["change_noun"]
_PLANS = lexicon.classes()["plan"]  # 预估, 市场预期 … can stand for the measure before them
_FINISHED = re.compile(r"(?<=..)(?:甚至)?(?:实现|呈现|出现)$")  # 案件实现下降: no part of what falls
_EXPECTED = re.compile(r"(?:市场|机构|分析师|外界|业内)?(?:普遍|一致)?(?:预期|预计|预测)(?:会|将)?$")


def read(slots: list[Slot], form: str = "number") -> Segment:
    """The reading of the slots before a figure of this `form` (see `quantity.FORMS`), nearest first."""
    found = Segment()
    if slots and slots[-1].word.endswith("人民币"):
        slots = _without_currency(slots)
    end = relation.read(slots, found, form)
    end = base.comparisons(slots, end, found)
    end = base.cut_than(slots, end, found)
    rest = base.cut_from(slots[:end], found)
    for slot in rest:
        if slot.role == "time":
            if not (found.whole_named and slot.start > rest[0].start):
                found.times.append(slot)
        elif slot.role == "adverb":
            found.distributed |= slot.word == "分别"
            found.per = slot.word if slot.word in RATE_ADVERBS else found.per
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


def _name(slots: list[Slot], found: Segment) -> None:
    """Find subject, verb and object in what is left, and the words that name the measure."""
    found.target = bool(slots) and slots[-1].role == "conj" and slots[-1].word in ("对", "向", "为", "给")
    end = len(slots)
    while end and slots[end - 1].role in ("link", "to", "from", "than"):
        end -= 1
    body = slots[lead(slots, found.places) : end]
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
    if found.words in _CHANGE_NOUNS or found.words in ("增长", "正增长", "下降"):
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


def _of_clause(subject: str) -> str:
    """The noun that a relative clause describes: `某局开设的信箱` is the 信箱."""
    _, of, noun = subject.rpartition("的")
    return noun if of and len(noun) >= 2 else subject


def _adverb_before(body: list[Slot], at: int) -> bool:
    return at > 0 and body[at - 1].role == "adverb"
