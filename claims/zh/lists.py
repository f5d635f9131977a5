"""`分别` and its like: which of several subjects, bases or places goes with which figure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from claims.quantity import Quantity
from claims.zh import attributes, lexicon
from claims.zh.noun_phrase import noun_end
from claims.zh.period_reading import number
from claims.zh.phrase import AND, words_of
from claims.zh.segment import EACH, SUMMED, Segment
from claims.zh.slots import Slot

if TYPE_CHECKING:
    from claims.zh.records import Reading


@dataclass(slots=True)
class Distribution:
    """`items` (measures), `sources` (figures before), `bases` (times) or `places`, one for each figure of the list.

    `comparisons` are what each is compared with (同比、环比); `measure` is what they share where they differ in base,
    comparison or place only.
    """

    count: int
    items: list[str] = field(default_factory=list)
    sources: list[Reading] = field(default_factory=list)
    bases: list[Slot] = field(default_factory=list)
    places: list[Slot] = field(default_factory=list)
    comparisons: list[str] = field(default_factory=list)
    measure: str = ""
    at: int = 0

    def next(self, reading: Reading) -> str | None:
        """The measure of the next figure, its source, base or place set on `reading`; None when the list is used up."""
        if self.at >= self.count:
            return None
        index, self.at = self.at, self.at + 1
        if self.bases:
            reading.base_times = [self.bases[index]]
        if self.comparisons:
            reading.segment.comparison = self.comparisons[index]
        if self.places:
            reading.places = [self.places[index]]
        if self.sources:
            reading.source = self.sources[index]
            reading.places = reading.segment.places or reading.source.places
            return self.sources[index].measure
        return self.items[index] if self.items else self.measure


def distribute(
    found: Segment,
    slots: list[Slot],
    quantity: Quantity,
    last_items: list[str],
    before: list[Reading],
    clause: list[Slot] | None,
) -> Distribution | None:
    """The distribution that a 分别 before `quantity` announces, or None if no list fits the number of figures."""
    count, end = _run(slots, quantity)
    if count < 2:
        return None
    if len(found.base_times) == count:
        return Distribution(count, bases=sorted(found.base_times, key=lambda slot: slot.start), measure=found.words)
    if len(found.compared) == count and "、" not in found.words:
        return Distribution(count, comparisons=found.compared[::-1], measure=found.words)
    if count == len(_INDUSTRIES) and (sectors := _THREE.fullmatch(found.words)) is not None:
        return Distribution(count, items=[one + (sectors["of"] or "增加值") for one in _INDUSTRIES])
    items = _items(found, count)
    if items and (areas := _AREAS.search(items[-1])) is not None and number(areas["many"]) == count:
        return Distribution(count)  # 城东、城中、城西、城北四区分别为412起、378起…: of what was told
    if items:
        return Distribution(count, items=_owned(_with_noun(_completed(_acting(items)), slots, end)))
    if found.target and not found.words and (noun := words_of(slots[end : noun_end(slots, end)])):
        return Distribution(count, measure=noun)  # 分别对46人、71人和105人作出附条件不起诉决定
    named = clause and clause[0].role not in ("adverb", "time") and not any(s.role in _PREDICATES for s in clause)
    if clause and named and count == 2 and found.words:
        first = words_of(clause)
        if len(first) > 1:
            return Distribution(count, items=_completed([first, found.words]))
    if clause and found.words and (leading := _leading(clause, count)) is not None and leading.places:
        return Distribution(count, places=leading.places, measure=found.words)
    if clause and not found.words and (leading := _leading(clause, count)) is not None:
        _tell_move(leading, found)
        return _completed_by(leading, quantity, before)
    if len(found.places) == count and found.words:
        return Distribution(count, places=found.places, measure=_OF_PLACES.sub("", found.words))
    moved = bool(before) and before[-1].rule == "distributed" and before[-1].segment.relation == "change"
    again = found.relation == "share" or (found.relation == "change" and moved and bool(found.comparison))
    if not found.words and len(last_items) == count and again:
        return Distribution(count, items=last_items)
    levels = [reading for reading in before if reading.quantity.form == "number"]
    if levels and levels[-1].quantity.value == count and levels[-1].quantity.unit in ("项", "类"):
        levels = levels[:-1]  # 起数上升5.4%,其余三项分别下降…
    if any(_TIMES_IN_A_ROW.search(slot.word) for slot in found.times):
        return None  # 净利润10.85亿元,一、二季度分别为3.26亿元和3.61亿元
    if len(found.places) == count and not found.words and found.relation in ("change", "level"):
        return Distribution(count, places=found.places)  # 甲市下降8%,乙市、丙市分别下降3%和2%
    if not found.words and len(levels) >= count:
        return Distribution(count, sources=levels[-count:])
    return None


def _tell_move(listed: Distribution, found: Segment) -> None:
    """Of places whose rise or fall leads (三区发案|降幅居前), how far each moved is told."""
    move = _MOVED.search(listed.measure)
    if not listed.places or move is None or found.relation == "change":
        return
    listed.measure = listed.measure[: move.start()]
    found.relation, found.noun = "change", True
    found.direction = "down" if move["move"][0] in "降跌" else "up"


def _completed_by(found: Distribution, quantity: Quantity, before: list[Reading]) -> Distribution:
    """The items with what the sentence counts in all, where they name no attribute: 投诉98件,健身行业最多,为41件."""
    told = [one for one in before if one.quantity.unit == quantity.unit != "" and one.measure]
    if found.items and told and not any(map(attributes.names_attribute, found.items)):
        found.items = [item + told[-1].measure for item in found.items]
    return found


def _leading(clause: list[Slot], count: int) -> Distribution | None:
    """The items, or places, of which the clause before says that they lead: `甲公司、乙公司净利润增幅居前,分别为…`."""
    words = words_of(clause)
    led = _LED.search(words)
    places = [at for at, slot in enumerate(clause) if slot.role == "place"]
    in_row = len(places) == count and places[-1] - places[0] == 2 * (count - 1)
    if (
        in_row
        and places[-1] == len(clause) - 1
        and (by := _LED_BY.fullmatch("".join(slot.word for slot in clause[: places[0]]))) is not None
    ):
        return Distribution(count, places=[clause[at] for at in places], measure=by["what"])
    if led is None and clause[0].word == "是":
        parts = re.split("、|以及|和|与|及", words)  # 排在前面的,是甲类、乙类和丙类,分别为…
        return Distribution(count, items=parts) if len(parts) == count > 1 and all(parts) else None
    if led is None:
        return None
    if in_row:
        measure = FOREMOST.sub("", words_of(clause[places[-1] + 1 :]))
        measure = _OF_PLACES.sub("", "" if _MOVE.fullmatch(measure) else measure)  # of what the sentence before told
        return Distribution(count, places=[clause[at] for at in places], measure=measure)
    parts = re.split("、|以及|和|与|及", words[: led.start()])
    attribute = _shared_head(parts[:-1], parts[-1]) or attributes.split(parts[-1])[1]
    parts[-1] = parts[-1].removesuffix(attribute)
    items = [part + attribute for part in parts]
    return Distribution(count, items=items) if len(parts) == count and all(parts) else None


def implied(found: Segment, slots: list[Slot], index: int, before: list[Reading]) -> bool:
    """Whether a row of figures goes with one of attributes, places or figures, without 分别.

    `营收、净利同比增长48%、41%`; `对甲国和乙国出口3亿元和2亿元`.
    """
    if found.words and not found.places and not _JOINED.search(found.words):
        return False
    row = [slots[index]]
    while index + 2 < len(slots) and slots[index + 1].word in ("、", *AND) and slots[index + 2].role == "quantity":
        row.append(slots[index + 2])
        index += 2
    count = len(row)
    if count > 1 and count == len(found.places) and found.words and _one_unit(row):
        return True
    if not found.words:
        told = before[-count:]
        return 1 < count == len(told) and told[0].group > 0 and {one.group for one in told} == {told[0].group}
    items = _items(found, count) if count > 1 else []
    if not items:
        return False
    return all(map(attributes.names_attribute, items)) or (_one_unit(row) and bool(_attribute_of_all(items)))


def _one_unit(row: list[Slot]) -> bool:
    units = [slot.item.unit for slot in row if isinstance(slot.item, Quantity)]
    return len(units) == len(row) and units[0] != "" and len(set(units)) == 1


_TIMES_IN_A_ROW = re.compile("[一二三四0-9](?:季度|月份?|年)?[、和][一二三四0-9]")
LEADS = (
    r"(?:均|都)?(?:居前|领先|紧随其后|排在其后|次之|最集中|最为?突出|靠前|名列前茅|居首|[最更较][多大高快]"
    r"|(?:势头|增势|表现|增速)(?:较好|良好|强劲|突出|亮眼|较快|迅猛)"
    r"|(?:位?居|排名?|排在|位?列)(?:全[国省市区县])?(?:前[列茅三五十两四六](?:位|名|强)?|第一))$"
)
FOREMOST = re.compile(LEADS)
_INDUSTRIES = ("第一产业", "第二产业", "第三产业")
_THREE = re.compile("三次产业(?P<of>增加值)?")
_MOVE = re.compile("(?:同比|环比)?(?:增幅|涨幅|增速|降幅|跌幅)")
_MOVED = re.compile("(?<=..)(?:同比|环比)?(?P<move>增幅|涨幅|增速|降幅|跌幅)$")
_LED = re.compile(rf"(?:{_MOVE.pattern})?{LEADS}")
_OF_PLACES = re.compile(r"^[两二三四五六七八九十0-9]{1,2}[省市区县镇国地](?=..)")  # 甲、乙两市警情分别…
# 货车超载查处数量居前的是武汉、襄阳、宜昌，分别为5216起….
_LED_BY = re.compile(r"(?P<what>.{2,14}?)(?:位?居前|靠前|最[多高大])的(?:[两三四五几]个?[区市县州])?(?:是|为|有)")
_AREAS = re.compile("..(?P<many>[两二三四五六七八九]|[2-9])[区县市镇乡州]$")
_JOINED = re.compile("[、和与及]")
_PREDICATES = frozenset(("verb", "up", "down", "link", "to", "share", "conj", "quantity"))


def _with_noun(items: list[str], slots: list[Slot], end: int) -> list[str]:
    """Give the items the noun that follows the list: `甲、乙分别实现3亿元和2亿元的收入`."""
    if end < len(slots) and slots[end].word == "的" and any(_SAID.search(item) for item in items):
        stop = next((at for at in range(end + 1, len(slots)) if slots[at].role == "sep"), len(slots))
        noun = words_of(slots[end + 1 : min(stop, end + 5)])
        return [_FINISHED.sub("", item) + noun for item in items]
    return [_FINISHED.sub("", item) for item in items]


def _owned(items: list[str]) -> list[str]:
    """The items, of which the first names whose they all are: 甲公司营收、净利润."""
    owner, attribute = attributes.split(items[0])
    if not (owner and attribute and all(map(attributes.is_bare, items[1:]))):
        return items
    return [items[0], *(owner + item for item in items[1:])]


# 甲公司和乙公司分别向丙大学支付: what all of them do stands behind the last.
_DOING = re.compile(
    r"(?<=..)(?:[向对给为][^、]{2,12})?"
    r"(?:支付|捐赠|捐款|赔偿|提供|投入|投资|贡献|采购|交付|派出|销售|售出|进出口|出口|进口|生产|(?:接待|发送|运送)(?:游客|旅客|观众)?)$"
)


def _acting(items: list[str]) -> list[str]:
    """The items with what is said of all of them."""
    done = _DOING.search(items[-1])
    return items if done is None else [*(item + done[0] for item in items[:-1]), items[-1]]


_FINISHED = re.compile(r"(?<=..)(?:实现|完成|达到|取得|获得|录得|达)$")
_SAID = re.compile(f"{_FINISHED.pattern}|{_DOING.pattern}")


def _run(slots: list[Slot], quantity: Quantity) -> tuple[int, int]:
    """How many figures stand in the list that begins with `quantity`, and the slot after it."""
    started, count, end = False, 0, len(slots)
    for index, slot in enumerate(slots):
        if slot.item is quantity:
            started = True
        if not started:
            continue
        if slot.role == "quantity":
            none = isinstance(slot.item, Quantity) and slot.item.form == "zero"  # 减少19起、21人,没有发生重大事故
            other = isinstance(slot.item, Quantity) and quantity.form == "percent" != slot.item.form  # 下降5%、6%,三区…
            if none or other or (count and index + 1 < len(slots) and slots[index + 1].word.startswith(SUMMED)):
                break  # 分别接待31万人次、29万人次和25万人次,三处合计85万人次
            count, end = count + 1, index + 1
        elif slot.word.startswith((*EACH, *SUMMED)) or (
            slot.word not in ("、", ",", *AND) and slot.role not in ("adverb", "up", "down")
        ):
            break
    return count, end


def _items(found: Segment, count: int) -> list[str]:
    if len(found.items) == count:
        return found.items
    words = _joined_names().sub(lambda name: name[0].translate(_HIDE), found.words)
    parts = words.replace("”“", "”、“").split("、")
    if len(parts) == count - 1:
        last = re.split("以及|和|与|及", parts[-1], maxsplit=1)
        parts = [*parts[:-1], *last] if len(last) == 2 and all(last) else []
    return [part.translate(_SHOW) for part in parts] if len(parts) == count else []


# Joints within names are hidden while lists are parted.
_JOINTS = "、和与及"
_HIDE = str.maketrans(_JOINTS, "\ue000\ue001\ue002\ue003")
_SHOW = str.maketrans("\ue000\ue001\ue002\ue003", _JOINTS)


@cache
def _joined_names() -> re.Pattern[str]:
    """Names that hold a joint, such as 租赁和商务服务业."""
    names = [word for word in lexicon.classes()["plain"] if len(word) > 4 and set(word) & set(_JOINTS)]
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


def _completed(items: list[str]) -> list[str]:
    """Give every item the head that only the last one carries, and a shared beginning to short later items.

    `住宿业、租赁业增加值` is `住宿业增加值` and `租赁业增加值`: what follows the like ending is shared.
    """
    *others, last = items
    head = _shared_head(others, last)
    if head:
        return [*(item + head for item in others), last]
    return items


def _shared_head(others: list[str], last: str) -> str:
    if len(others) == 1 and others[0] in _SIDES and (own := next((one for one in _SIDES if last.startswith(one)), "")):
        return last.removeprefix(own)  # 城镇、农村常住居民人均可支配收入
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
    return _attribute_of_all([*others, last])


def _attribute_of_all(items: list[str]) -> str:
    """The attribute that the last of several owners bears for all of them: 手机、平板出货量."""
    *others, last = items
    owner, attribute = attributes.split(last)
    owned = any(attributes.names_attribute(item) or item[-1:] in _KINDS for item in others)
    return "" if owned or len(owner) < _NAME or owner in _FATES else attribute


_SIDES = (
    "城镇",
    "农村",
    "乡村",
    "城市",
    "国内",
    "国外",
    "境内",
    "境外",
    "省内",
    "省外",
    "线上",
    "线下",
    "男性",
    "女性",
)
_KINDS = frozenset("数量额率值价费金比")  # 事故起数、死亡人数: each item names its own
_NAME = 2
_FATES = frozenset(
    ("死亡", "受伤", "伤亡", "受灾", "失踪", "获救")
)  # 交通事故、死亡人数: accidents have no number of persons


_HEAD = re.compile(
    r"(?:的)?(?:增加值|总产值|产值|产量|销量|销售额|营业收入|收入|投资|营业额|出口|进口|进出口|总额|金额|数量|人数|面积|价格|比例|占比|同比增速|增速|增幅"
    r"|警情|(?:刑事|犯罪|违法)?案件|发案|死亡人数|吞吐量|消费量|用电量|发电量|贷款|存款|余额|零售额|成交量|成交额|净利润|利润|营收)$"
)
