"""How the words before a figure link it to its subject: as its level, a change, a share of a whole."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.zh import lexicon
from claims.zh.base import note_time
from claims.zh.measure import tidy
from claims.zh.phrase import RATE_ADVERBS, without_times
from claims.zh.segment import EACH, Segment
from claims.zh.slots import Slot

_EXPECTATIONS = ("预期", "预测", "预估", "估计", "预计")
_SENT = frozenset(("上行", "下行"))
_REACHING = frozenset(("达到", "达", "为", "是", "至", "到", "已达", "高达", "多达", "则为", "突破", "超"))
PAIRED = frozenset(
    ("高于", "低于", "多于", "少于", "快于", "慢于", "大于", "小于", "高出", "低出", "领先", "跑赢", "跑输")
)
_DOWN_TO = frozenset(word for word in lexicon.classes()["to"] if set(word) & set("降减下缩跌落压窄缓低"))
_UP_TO = frozenset(word for word in lexicon.classes()["to"] - _DOWN_TO if word[0] not in "调转变达发放")
_SHORT = 6
_SIZE = re.compile(r"[大小重轻厚薄宽窄长短]\Z")
_PROGRAMME = frozenset(("该", "此", "本", "这", "这个", "这一", "这项"))
PLANS = lexicon.classes()["plan"]  # 预估, 市场预期 … can stand for the measure before them
CONVERTED = frozenset(("折合", "折算", "约合", "换算"))
_SHARE_FORMS = frozenset(("percent", "multiple", "fraction"))
_SAME = ("同期", "同月", "同日")
_TOTALS = frozenset(("总额", "总量", "总数", "总值", "水平", "同期"))  # 去年总额的5倍: that of the same measure
# 降低成本5%: verbs that say of the noun behind them how far it rises or falls.
_LESSENS = frozenset(("降低", "减少", "节约", "节省", "缩短", "削减", "压缩", "压减", "缩减", "减轻"))
_RAISES = frozenset(("提高", "提升", "增加"))
_POLICY = {"加息": "利率", "降息": "利率", "降准": "存款准备金率"}  # what the verb itself says is moved
_GAINED = {"增产": "产量", "减产": "产量", "增收": "收入", "减收": "收入"}  # 粮食增产5亿斤: of the 产量
_DONE = 2  # characters of what was done more often or less
_LOSS = re.compile(r"(?<!经济|财产)(?<=..)损失$")  # 性能损失39%
_RATES = re.compile(r"(?<!效)率$|(?:比例|份额|股份|股权|权益|比重|持股)$")  # 增加股份5%: no change of 5 %
_WHOLE_HEDGES = {
    "超过": "over", "超": "over", "逾": "over", "近": "almost", "约": "about", "不足": "at_most", "不到": "at_most",
}  # fmt: skip

_NOW = "现在"  # 由91%降至|现在|的72%


def plans(slots: list[Slot], at: int) -> bool:
    """Whether a word tells a plan or a forecast: no name of what is done (该|计划发放助学金, “雏鹰|计划”资助学生)."""
    word, behind = slots[at].word, slots[at + 1].word if at + 1 < len(slots) else ""
    programme = (at > 0 and slots[at - 1].word in _PROGRAMME) or behind.startswith(("”", "》", "」", "已"))
    if slots[at].role == "gap" and word.endswith(("可能", "或许")):
        return True  # 最高负荷可能|达到1880万千瓦
    return word in PLANS and not (word in ("计划", "规划") and programme)


def read(slots: list[Slot], found: Segment, form: str) -> int:
    """Walk back from the figure over what links it to its subject; the index where the subject's part ends."""
    index = len(slots)
    linked = False
    while index:
        slot = slots[index - 1]
        role = slot.role
        done = role == "verb" or (role == "gap" and len(slot.word.strip()) <= _DONE)
        if done and form == "number" and _more_or_less(slots, index - 2):
            found.relation, found.direction = "change", slots[index - 2].role
            return index - 2  # 比上年同期多投产8773万千瓦, 比去年多抓88人
        size = _SIZE.search(slot.word) if role == "gap" and form == "percent" else None
        ended = index < len(slots) and slots[index].word == "了"  # 机身薄|了8.6%
        if size and (ended or _compared(slots, index - 1)):
            found.relation, found.direction = "change", "down" if size[0] in "小轻薄窄短低" else "up"
            slots[index - 1] = replace(slot, word=slot.word[: size.start()])
            return index  # 面积比旧款大了62%
        if role == "adverb":
            found.distributed |= slot.word in EACH
            found.converted |= slot.word in CONVERTED
            found.plan |= plans(slots, index - 1)
            if slot.word in RATE_ADVERBS and not linked and found.relation == "direct":
                found.per = slot.word
        elif role == "cmp":
            found.comparison = found.comparison or slot.word
            found.compared.append(slot.word)
        elif role == "time":
            note_time(slots, index - 1, found)
        elif role == "conj" and slot.word == "的" and index >= 2:
            return _before_de(slots, index, found, form)
        elif slot.word == "在" and index == len(slots) and _change_named(slots, index - 1):
            pass  # 跌幅在2元左右, 增幅均在2%以内
        elif role == "link":
            found.distributed |= slot.word.startswith(EACH)
            found.relation, linked = "level", True
            found.having = slot.word.endswith("有")
            # 下降12.8%|至17万辆: nothing stands between the two figures
            found.reached |= slot.word in ("至", "到") and (found.former or (index == 1 and form != "percent"))
        elif role == "to":
            found.relation, found.reached = "level", True
            found.direction = "down" if slot.word in _DOWN_TO else "up" if slot.word in _UP_TO else ""
            return index - 1
        elif role in ("up", "down") and linked and slots[index].word in ("到", "至"):
            found.relation, found.reached, found.direction = "level", True, role
            return index - 1
        elif role in ("up", "down") and slot.word in _SENT and form == "number":
            return _paired(slots, index, found, form)  # 空间站下行了300个样品
        elif role in ("up", "down"):
            if linked and slots[index].word not in _REACHING:
                return index
            less = index > 1 and slot.word == "增" and slots[index - 2].word in ("少", "多")
            if less:  # 同比少增507亿元
                found.relation, found.direction = "change", slots[index - 2].role
                return index - 2
            found.relation, found.direction = "change", role
            found.plan |= slot.word.startswith("预")  # 净利润预增50%
            found.moved = _POLICY.get(slot.word, "")
            found.gained = _GAINED.get(slot.word, "")
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


def _compared(slots: list[Slot], index: int) -> bool:
    """Whether 比 stands before the word at `index` in its clause."""
    while index and slots[index - 1].role != "sep":
        index -= 1
        if slots[index].role == "than":
            return True
    return False


def _change_named(slots: list[Slot], at: int) -> bool:
    """Whether a noun of change stands right before the word at `at`, or before adverbs."""
    while at > 1 and slots[at - 1].role == "adverb":
        at -= 1
    return at > 0 and slots[at - 1].role == "change_noun"


def _more_or_less(slots: list[Slot], at: int) -> bool:
    """Whether 多 or 少 stands at `at`, behind what is compared with, or at the head of its clause: 多收了1.5万吨."""
    if at < 0 or slots[at].word not in ("多", "少"):
        return False
    before = slots[max(0, at - 4) : at]
    averaged = bool(before) and before[-1].word in RATE_ADVERBS  # 患者每次平均多花18元
    led = averaged or all(slot.role in ("adverb", "time") for slot in before)
    at_head = led and slots[at + 1].role in ("gap", "verb")
    return at_head or any(slot.role in ("than", "cmp") for slot in before)


def _before_share(slots: list[Slot], index: int, found: Segment) -> int:
    """`占X的比例`: the whole stands between the verb and the noun of sharing."""
    for at in range(index - 1, max(-1, index - 9), -1):
        if slots[at].role == "share" and slots[at].word.startswith(("占", "约占", "所占")):
            found.whole = without_times(slots[at + 1 : index])
            return at
        if slots[at].role == "sep":
            break
    return index


def _before_de(slots: list[Slot], index: int, found: Segment, form: str) -> int:
    """`…的` right before the figure: of a time it is that time's level; of other words, the whole of a share."""
    before = slots[index - 2]
    if (before.role == "time" or before.word == _NOW) and index >= 3 and slots[index - 3].role == "to":
        found.relation, found.reached, word = "level", True, slots[index - 3].word
        found.direction = "down" if word in _DOWN_TO else "up" if word in _UP_TO else ""
        found.times += [before] if before.role == "time" else []
        return index - 3  # 由2022年的4821起下降到2023年的5012起
    compared = index >= 3 and (slots[index - 3].role in ("up", "down", "from", "than", "cmp"))  # 高于去年同期的21%
    if (
        index >= 5
        and slots[index - 3].word == "同"
        and [s.role for s in slots[index - 5 : index - 3]] == ["than", "time"]
    ):
        index, before = index - 2, slots[index - 4]  # 比去年同场招聘会的5600元下降280元
    against = before.word.endswith(_SAME) or (index >= 4 and slots[index - 4].word.endswith("恢复"))
    if before.role == "time" and not compared and form in _SHARE_FORMS and against:
        found.relation, found.reached = "level", True
        found.base_times.append(before)  # 恢复到2019年同期的104%
        return index - 2
    if before.role == "time":
        found.relation, found.former = "level", True
        found.times.append(before)
        at = index - 2
        while at and slots[at - 1].role in ("than", "adverb", "up", "down", "time"):
            at -= 1
        return at
    if form not in _SHARE_FORMS:
        expected = _expected_before(slots, index)
        if expected < index:
            found.relation, found.plan = "level", True
            return expected
        return _reached_before(slots, index, found)
    if slots[index - 2].word.endswith(_EXPECTATIONS):
        return index - 1  # 超过了经济学家预期的6.7%
    at = index - 1
    while at and index - at < 9 and slots[at - 1].role in ("gap", "place", "conj", "adverb", "time"):
        if slots[at - 1].word in _WHOLE_HEDGES:
            break
        at -= 1
    at = _behind_share(slots, at, index)
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


def _expected_before(slots: list[Slot], index: int) -> int:
    """Where `低于最初估计的8300万部` begins: what had been expected; else `index`."""
    at, expected = index - 2, False
    while at > 0 and index - at < 6 and slots[at].role in ("gap", "time", "adverb", "plan"):
        expected |= slots[at].word.endswith(_EXPECTATIONS)
        at -= 1
    return at if expected and slots[at].word in PAIRED else index


def _behind_share(slots: list[Slot], at: int, index: int) -> int:
    """Where the whole of `占手机上市机型的31.8%` begins, though it holds a verb; else `at`."""
    for before in range(at - 1, max(-1, index - 9), -1):
        if slots[before].role in ("sep", "quantity"):
            break
        if slots[before].role == "share":
            return before + 1 if slots[before].word.endswith("占") else at
    return at


def _reached_before(slots: list[Slot], index: int, found: Segment) -> int:
    """`增至周末的80万`: a few words stand between what was reached and the figure; the index where those begin."""
    for at in range(index - 2, max(-1, index - 6), -1):
        if slots[at].role == "to":
            found.relation, found.reached = "level", True
            found.direction = "down" if slots[at].word in _DOWN_TO else "up" if slots[at].word in _UP_TO else ""
            found.times += [slot for slot in slots[at:index] if slot.role == "time"]
            return at
        if slots[at].role not in ("gap", "time", "adverb") or len(slots[at].word) > _SHORT:
            break
    return index


def _paired(slots: list[Slot], index: int, found: Segment, form: str) -> int:
    """`占X`, `快于X` and `降低X` before the figure: X is the whole, what is compared with, or what changes."""
    if (
        form == "percent"
        and found.relation == "direct"
        and slots[index - 1].word.rstrip().endswith("损失")
        and _loses(slots, index)
    ):
        found.relation, found.direction, found.lost = "change", "down", True
        return index
    if form in ("percent", "points", "multiple") and found.relation in ("direct", "level"):
        moved = _moved(slots, index, found, form)
        if found.moved:
            return moved
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
    between = without_times(slots[at:index])
    if before.role == "share" and form in _SHARE_FORMS:
        found.relation, found.whole = "share", between
        return at - 1
    if before.role in ("up", "down") and before.word in PAIRED:
        found.relation, found.direction, found.base_words = "change", before.role, between
        return at - 1
    return index


def _loses(slots: list[Slot], index: int) -> bool:
    """Whether 损失 before the figure says that the subject fell by it: 性能损失39%, 已经损失了2%."""
    word = slots[index - 1].word.rstrip()
    return _LOSS.search(word) is not None or (word == "损失" and index > 1 and slots[index - 2].role == "adverb")


def _moved(slots: list[Slot], index: int, found: Segment, form: str) -> int:
    """`降低成本5%`: what the verb before the noun says of it; the index where the verb stands, 0 if it says nothing."""
    at = index
    while at and index - at < 4 and slots[at - 1].role in ("gap", "change_noun", "place"):
        at -= 1
    if at == index or not at or slots[at - 1].word not in _LESSENS | _RAISES:
        return 0
    noun = without_times(slots[at:index])
    if len(noun) < 2 or (form != "points" and _RATES.search(noun)):
        return 0
    found.relation, found.moved = "change", noun
    found.direction = "down" if slots[at - 1].word in _LESSENS else "up"
    return at - 1
