"""What a figure counts, by the words behind it, without what only goes on from there."""

from __future__ import annotations

import re

from claims.zh import attributes, beside, phrase
from claims.zh.measure import ORNAMENTS, is_authority, tidy
from claims.zh.noun_phrase import noun_end
from claims.zh.records import Reading, State
from claims.zh.slots import Slot
from claims.zh.trimmed import REST

_MEANS = re.compile(
    r"(?<=..)(?<![采利使应作费专通信食日民商军公引耐备实常适启选征租聘录耗占起动享])用(?![户电水品地途工药车人量餐气能料]).*$"
)  # 辅警用汗水…
_EVEN = re.compile(r"^甚至(?:更?[高多大长低少])?的?")  # 3千元至200万元|甚至更高的奖励
_WITHIN = re.compile("(?<=..)(?<![高初集途其公邻千百])(?:之中|当中|[里中])$")  # 27个签约项目|里,技术转让14个
_SEEN = re.compile("(?<=..)来?看$")  # 从918起警情|看
_FOR_REASON = re.compile(r"(?<=..)(?:因(?![此素而子])|涉嫌).*$")  # 产能120万吨的煤矿|因瞒报被查实
_HANDLED = re.compile(r"(?<=..)(?:正在?|已)?进行(?![曲时中]).{8,}$")  # 21件纠纷|进行材料分类
_RUN_ON = re.compile(r"(?<=..)一[名位](?=..).*$")  # 拿到30万元奖励|一名市民向…: a headline that runs into its text
_PLUS_ONE = re.compile(r"(?<=..)外?加(?=[一两]个).*$")  # 33个传感器|加一个域传感器
_CHOICE = re.compile(r"(?<=..)(?:供[^,。;]{0,6}[选挑][择选购]|可供?选择?|任选)$")  # 四种版本供消费者选择
_OFFICE = re.compile(r"[一-鿿]{0,8}?(?:公安[部厅局]|警方|法院|检察院|交管局|消防|海关|税务局|监管局|记者)")
_NAMED_PERSONS = re.compile(
    r"(?P<of>(?:违法)?犯罪嫌疑人|嫌疑人|被告人|涉案人员|逃犯|同案犯|[主从]犯)[一-鿿]{1,2}[某×*]"
)
_CAME = re.compile("(?<![带迎引传送寄换招])来$")
_RECORD = re.compile("(?:历史|年内|单[日月季]|阶段性?)?(?:最?高[点位峰]|最?低[点位谷]|新高|新低|[纪记]录|峰值)")
_SETTING = ("创下", "创出", "创造", "刷新", "达到", "创")
_TOLD_OF = re.compile(r"因|被|涉嫌|对[其上此]?|参与|已|均|分别|如实|到案")
_SOME_NAMED = re.compile(r"(?:^|[,。、;:])[一-鿿]{1,2}某[一-鿿]{0,2}等$")
_NAME = 4  # slots that a name can take
# 抓获网络黑产团伙16人|东方网8月15日消息: a headline that runs into the name of a paper.
_PUBLISHER = re.compile(
    r"[一-鿿]{2,8}?(?:(?<![落组上联入结并电管路官触收])网|日报|晚报|晨报|快报|时报|新闻|新媒体|客户端)讯?$"
)
_TITLE = 24  # slots of a first sentence in which a headline can end
_SAID_OF = re.compile(r"$|因|被|涉嫌|于|在|已|均|分别|如实|到案")
_SOME_PLACES = re.compile("[两二三四五六七八九十]{1,2}个?(?:[省市区县镇国地]|地市|县区|区县)")
_CASES = frozenset("起宗件")
_AMONG = frozenset(("中", "里", "当中", "之中", "外"))  # 除2020年回落至15.1万件|外
_DEEDS = {"立": "立案", "破": "破案"}  # 立612起,破431起
_RANKED = re.compile("(?<=..)(?:名列|位列|位居|排名|排在|高居|稳居).*(?:第|首|前).*$")  # 以32枚金牌|名列金牌榜第二位
_NEXT_IN_RANK = re.compile("(?:紧随其后|排在其后|位居其后|分列其后|次之)")
_AT_RANK = re.compile("(?:位?居|排名?|位?列|名列|领跑|领先|夺)")
_PEAK = re.compile("(?:最?[高低]点|峰值|谷底|高位|低位)")
_THAT = ("这一", "这", "该", "这个", "占")
_TOLL = {"死": "死亡人数", "伤": "受伤人数"}  # 4死1伤


def words(state: State, reading: Reading, index: int, after: list[Slot], consumed: bool) -> tuple[str, bool]:
    """What the figure at slot `index` counts by the slots `after` it, and whether these are used up with that."""
    found, quantity = reading.segment, reading.quantity
    previous = state.readings[-1] if state.readings else None
    if quantity.form == "zero":
        counted = tidy("".join(slot.word for slot in after).partition("”")[0])
    else:
        counted = _MEANS.sub("", _CHOICE.sub("", _PLUS_ONE.sub("", phrase.words_of(after)))) if after else ""
        counted = _WITHIN.sub("", counted) if _goes_on(state.slots, index, after) else counted
        counted = _SEEN.sub("", counted) if index and state.slots[index - 1].role == "from" else counted
        counted = _shared_noun(state.slots, index) or _EVEN.sub("", counted)
        counted = _RUN_ON.sub("", _HANDLED.sub("", counted))
        counted = "" if _is_next_figure(after) else counted  # 发放贷款1.42万笔|63.9亿元
        counted = _FOR_REASON.sub("", counted) if reading.described else counted
        counted = attributes.leading(counted) if reading.described else _TOLL.get(counted, counted)
    behind = after[-1].end if after else 0
    if (
        counted
        and after
        and after[-1].role == "gap"
        and any(s.word == "了" and s.start == behind for s in state.slots[index + 1 :])
    ):
        cut = 1 if _CAME.search(counted) else 2  # 400名师生|分享了, 34英寸显示器|来了
        counted, consumed = (counted[:-cut], False) if len(counted) >= cut + 2 else (counted, consumed)
    if quantity.dimension == "person" and (named := _class_of_named(state.slots, index)) and _SAID_OF.match(counted):
        counted, found.words, found.acting, consumed = named, "", "", False
    elif quantity.dimension == "person" and _TOLD_OF.match(counted) and _only_named(state.slots, index):
        counted, found.words, found.acting, consumed = "", "", "", False  # 罗某等|37人对违法行为供认不讳
    found.words = _DEEDS.get(found.words, found.words) if quantity.unit in _CASES else found.words
    if _SOME_PLACES.fullmatch(found.words) and previous is not None:
        found.words = found.subject = found.acting = ""  # 清城区2544起;阳山、连山两县均不足200起
    if quantity.form == "number" and found.relation == "direct" and len(found.words) > 2:
        found.words = found.words.removesuffix("占")  # 住宅占1620起
    setting = previous is not None and previous.quantity.unit == quantity.unit and found.words.endswith(_SETTING)
    if found.words in _THAT:
        found.words = found.subject = ""  # 这一比例还只有52%
    if found.other and beside.MEAN.fullmatch(counted):
        counted = ""
    if counted in _AMONG:
        counted, found.words = "", found.words.removesuffix("的")  # 查处的11.8万起|中
    if counted in REST:
        counted = ""  # 攀升至近2600万人的|最高点
    if _NEXT_IN_RANK.fullmatch(counted):
        counted = ""  # 黄州208起、蕲春176起|紧随其后
    counted = _RANKED.sub("", counted)
    if found.given and _AT_RANK.match(counted):
        counted = ""  # 涧西区以436件|居全市首位
        if is_authority(found.words):
            found.words = found.subject = found.acting = ""
    if found.relation in ("direct", "level") and quantity.form == "percent" and _PEAK.fullmatch(counted):
        counted = ""  # 与2月份6.7%的|高点相比
    if (
        after
        and "在" in (one.word for one in after)
        and any(one.word == "被" for one in clause_behind(state.slots, index))
    ):
        counted = ""  # 4人便在码头|被抓获
    if setting and _RECORD.match(counted):
        counted, found.words, found.verb, found.acting = "", "", "", ""  # 1月创下5284辆的高点
    counted = (_PUBLISHER.sub("", counted) if index < _TITLE else counted).strip(ORNAMENTS)
    if found.object and _OFFICE.match(counted):
        counted = ""  # a headline that runs into its text: 查处违法行为12万起|公安部…
    return counted, consumed


def _is_next_figure(after: list[Slot]) -> bool:
    """Whether what stands behind a figure is another and no noun: 1.42万笔|63.9亿元, but 8个|500千瓦的充电桩."""
    return bool(after) and after[0].role == "quantity" and not any(slot.word == "的" for slot in after)


def _goes_on(slots: list[Slot], index: int, after: list[Slot]) -> bool:
    """Whether a mark follows what the figure at `index` counts, which stands at the head of its clause."""
    end = index + 1 + len(after)
    head = index == 0 or slots[index - 1].role in ("sep", "conj", "time", "from")
    return head and bool(after) and end < len(slots) and slots[end].role == "sep"


def _shared_noun(slots: list[Slot], index: int) -> str:
    """What the last of figures that + joins tells all of them are of: 5000万|+800万+200万像素后置摄像头."""
    at = index + 1
    while at + 1 < len(slots) and slots[at].word.strip() == "+" and slots[at + 1].role == "quantity":
        at += 2
    joined = at > index + 1 and at < len(slots) and slots[at].role == "gap"
    return phrase.words_of(slots[at : noun_end(slots, at)]) if joined else ""


def _only_named(slots: list[Slot], index: int) -> bool:
    """Whether right before the figure some of those counted are named, and nothing else said of them: 罗某等|37人."""
    words = "".join(slot.word for slot in slots[max(0, index - _NAME) : index])
    return words.endswith("等") and _SOME_NAMED.search(words) is not None


def _class_of_named(slots: list[Slot], index: int) -> str:
    """What persons are of whom some are named before 等: 犯罪嫌疑人陈某某等|32人."""
    if index < 2 or slots[index - 1].word != "等" or slots[index - 2].role != "gap":
        return ""
    match = _NAMED_PERSONS.match(slots[index - 2].word)
    return match["of"] if match else ""


def clause_behind(slots: list[Slot], index: int) -> list[Slot]:
    """What the clause says behind the figure at `index`, up to the next figure."""
    end = index + 1
    while end < len(slots) and slots[end].role not in ("sep", "quantity") and end - index < 8:
        end += 1
    return slots[index + 1 : end]
