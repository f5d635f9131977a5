"""The measures that a unit asks for: fines in money, medals, points off a licence, persons, wind, warmth."""

from __future__ import annotations

import re

from claims.quantity import Quantity
from claims.zh import attributes, natures, phrase
from claims.zh.counting import clause_behind
from claims.zh.measure import tidy
from claims.zh.records import Reading, State
from claims.zh.slots import Slot

LOAD = re.compile(r"(?P<load>(?:核定|核准|实际|限定)?(?:核载|实载|载客|载员|乘坐))$")
_LOADING = re.compile(r"(?:可|能|即)*(?:快|慢)?充(?:电|满|至|到)*")  # 从20%充至80%
_CAUSING = re.compile("^[^的、]{0,8}?(?:造成|导致|致使)")
_STRUCK = (
    "受灾",
    "受困",
    "被困",
    "停电",
    "停水",
    "断电",
    "断水",
    "断网",
    "受损",
    "受淹",
    "被淹",
    "倒塌",
    "失联",
    "停产",
)
_MEDALS = frozenset("金银铜")
_POINTS = re.compile(r"(?<!标)[记扣]$")
_FINE = re.compile(r".(?:作出|处以|予以|给予)(?P<fine>罚[款金])$")
_PENAL = re.compile("(?:并|均|各|同时)?处以?(?P<fine>罚[款金])")
_FINED = re.compile("^(?:处以?)?处罚$|当场被(?:处|处以)?罚款$")  # 司机|当场被罚款
_PLACES = re.compile("(?:省|市|地市|城市|区县|县|州|国家|地区|乡镇|村|街道)")
_DEGREES = frozenset(("℃", "摄氏度", "度"))
_AROUND = re.compile("的?(?:低温|高温|极寒|严寒|超低温)?(?P<what>环境|室外|室内|户外)")
_ROW = 8  # slots of things counted in a row
_SUBJECT = 8  # characters of what touches so many places
_PERSONS = frozenset(("person", "person_time"))
_FATE = re.compile(
    r"(?P<of>[^、的]{0,12}?)(?:(?:已经?|共|累计|当场|先后)*(?:造成|导致|致使|致|引发)(?:了)?)(?:当场)?"
    r"(?P<fate>死亡|遇难|受伤|失踪|身亡|丧生|轻伤|重伤|失联|被困|中毒)"
)


def settle(state: State, reading: Reading, index: int, counted: str) -> None:
    """Give the measure the name that its unit asks for: money fined, medals, points off, a force of wind."""
    found, quantity = reading.segment, reading.quantity
    if reading.measure.endswith("涉案") and (
        quantity.dimension.isupper() or natures.is_money(quantity, reading.measure + "金额")
    ):
        reading.measure = "涉案金额"  # 一起涉案3000万元的案件
    if reading.rule == "figure_noun" and (touching := _touching(state.slots, index, reading.measure)):
        reading.measure, reading.inherited = touching, False
    if reading.rule != "described" and reading.measure.endswith("载") and (load := LOAD.search(reading.measure)):
        reading.measure = load["load"]  # 核载9人、实载14人
    if quantity.dimension.isupper() and reading.measure in ("捐", "捐出", "捐赠"):
        reading.measure = "捐款"  # 有的捐50元
    if quantity.dimension.isupper() and (fine := _PENAL.fullmatch(reading.measure)):
        reading.measure = fine["fine"]  # 判处有期徒刑三年,并处罚金2万元
    if quantity.dimension.isupper() and _FINED.search(reading.measure):
        reading.measure = "罚款"  # 责令停止违法行为并处罚2000元
    if quantity.unit in _MEDALS and not counted:
        reading.measure = quantity.unit + "牌"  # 豪夺22金4银
    if quantity.unit == "分" and (points := _POINTS.search(found.words)):
        reading.measure = points[0] + "分"  # 罚款200元、记6分, 扣12分的处罚
    if quantity.dimension.isupper() and (fine := _FINE.search(reading.measure)):
        reading.measure = fine["fine"]  # 对张某酒后驾驶的行为作出罚款1500元的处罚
    if quantity.dimension in _PERSONS and len(reading.measure) == 1 and reading.measure == found.words:
        reading.measure += "人"  # 共查11.7万人次
    if quantity.dimension in _PERSONS and (not reading.measure or _are_caught(state.slots, index, reading)):
        reading.measure = _done_by(state.slots, index)  # 共有3.3亿人次通过网络购票
    if quantity.dimension == "person" and (fate := _FATE.fullmatch(reading.measure)) is not None:
        reading.measure = f"{fate['of']}{fate['fate']}人数"  # 事故造成3人死亡
    if quantity.dimension == "pixel_density" and not attributes.names_attribute(reading.measure):
        reading.measure = "像素密度"  # 支持452PPI
    if quantity.form == "percent" and (_LOADING.fullmatch(reading.measure) or _is_load(state.slots, index, reading)):
        reading.measure = "充电量"
    if quantity.unit in _DEGREES and (around := _AROUND.match(_words_behind(state.slots, index))):
        reading.measure, reading.inherited = around["what"] + "温度", False  # 在-30℃环境下
    if quantity.unit == "级" and (wind := _wind(state.slots, index, reading.measure)):
        reading.measure, reading.inherited = wind, False
    if reading.quantity.form == "number" and (struck := _struck(state.slots, index)):
        of = "" if reading.inherited else _CAUSING.sub("", reading.measure)
        reading.measure, reading.inherited = tidy(phrase.joined(of, struck)), False


def _words_behind(slots: list[Slot], index: int) -> str:
    return "".join(slot.word for slot in slots[index + 1 : index + 4])


def _wind(slots: list[Slot], index: int, words: str) -> str:
    """The measure of a force of wind: 海域将有|6-7级、阵风8级的风; empty where the words name it, or tell of others."""
    if index and slots[index - 1].word.endswith("阵风"):
        return "阵风"
    behind = "风" in _words_behind(slots, index)[:8] and "级" not in words
    return words + "风力" if behind and "风" not in words else "风力" if words == "风" else ""


def _is_load(slots: list[Slot], index: int, reading: Reading) -> bool:
    """Whether a share that names nothing is that of a battery which is charged further: 从|30%|充至80%."""
    unnamed = reading.segment.former and not reading.segment.words
    return unnamed and _LOADING.match(_words_behind(slots, index)) is not None


def _struck(slots: list[Slot], index: int) -> str:
    """What has befallen all of a row of things that are counted: 12个村|482户|1756人受灾."""
    at, figures = index + 1, 1
    while at < len(slots) and at - index < _ROW:
        slot = slots[at]
        if slot.role in ("gap", "verb") and (found := next((one for one in _STRUCK if one in slot.word[:8]), "")):
            return found if figures > 1 or slot.word.strip() == found else ""
        counts = isinstance(slot.item, Quantity) and natures.takes_noun(slot.item)
        if not (slot.role == "gap" or slot.word == "、" or counts):
            return ""
        figures += counts
        at += 1
    return ""


def _touching(slots: list[Slot], index: int, words: str) -> str:
    """The measure of places that something touches: 犯罪网络涉及|全国9个省份; empty where the clause is of more."""
    at = index - 1
    while at >= 0 and slots[at].role == "place":
        at -= 1
    if at < 0 or slots[at].word != "涉及" or not _PLACES.match(words):
        return ""
    before = slots[at - 1] if at else None
    subject = before.word.strip() if before is not None and before.role == "gap" else ""
    return f"{subject if len(subject) <= _SUBJECT else ''}涉及{words}"


def _are_caught(slots: list[Slot], index: int, reading: Reading) -> bool:
    """Whether the clause itself says what is done to persons whom it does not name: 案发后|2人便在某地被抓获."""
    if not reading.inherited or reading.segment.words:
        return False
    return any(slot.word == "被" for slot in clause_behind(slots, index)[:-1])


def _done_by(slots: list[Slot], index: int) -> str:
    """What the persons counted at `index` do, to the end of the clause."""
    said = clause_behind(slots, index)
    passive = next((at for at, slot in enumerate(said) if slot.word == "被"), 0)
    return phrase.words_of(said[passive:])
