"""What stands after a figure: the noun it counts, or what is said of that noun."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.quantity import Quantity
from claims.zh import attributes, described, fitted, natures, results, sides
from claims.zh.noun_phrase import figure_among, figure_follows, noun_end
from claims.zh.phrase import RATE_ADVERBS
from claims.zh.said import REMARK, SENT
from claims.zh.segment import Segment
from claims.zh.slots import Slot

# The slots that name what is counted, where to go on, and whether the figure is a threshold.
After = tuple[list[Slot], int, bool]

_SAYS = frozenset(("up", "down", "to", "link", "share", "cmp"))
# 突破1亿大关, 在3万至5万之间: words for a mark or a range count nothing else.
_MARKS = ("大关", "关口", "整数关", "台阶", "新台阶", "门槛", "区间", "水准", "水平", "之间", "范围", "附近", "上下")
# 上调至114万片之后, 警力18组兵分多路, 前10轮场均进球2.9个: no noun.
_NO_NOUN = RATE_ADVERBS | {"之后", "以后", "之前", "以前", "兵分"}
_LIKE = ("持平", "基本持平", "大致持平", "相当", "大致相当", "基本相当", "一致", "基本一致")  # 与上年的461件|持平
_WITH = ("与", "同", "跟", "和")
_TIED = re.compile("(?:相识|相熟|认识|熟识|同住|同居|沾亲|有亲属关系)$")
# 位于某岛东南方约300公里的海面上: where something is, not what is measured.
_WHERE = re.compile("[^,。;、]{0,14}(?:海面|洋面|海域|海上|地方|位置|近海|处)上?[,。;、]")
# 疏散50余人消防赶赴现场: a headline that runs into its text.
_ACTORS = ("消防", "警方", "民警", "记者", "法院", "公安", "官方", "检察", "交警")
_FORCES = (
    "人员", "民警", "辅警", "警力", "队员", "人", "干部", "力量", "志愿者", "官兵", "战士", "企业", "代表",
    "专家",
)  # fmt: skip
# What a classifier counts, so that the words behind it and 的 tell of more: 5辆轿车的牌照.
_COUNTED = {
    "辆": ("车",), "条": tuple("河江路街线渠"), "艘": tuple("船艇轮舰"), "架": ("机",), "栋": ("楼", "房"),
    "所": ("校", "学院", "园"), "座": tuple("桥楼塔站"), "户": ("户", "家庭"),
    "家": ("公司", "企业", "酒店", "医院", "银行", "机构"),
}  # fmt: skip
_CLASS = re.compile("^ ?级别?的?(?=..)")  # 300兆瓦级|膨胀机
_PEOPLE = re.compile("(?:队员|人员|游客|旅客|乘客|观众|学生|群众|师生|患者|[者民工])$")
_BOUGHT = ("买来", "买了", "购得", "购买", "买下", "购入", "购进", "拍得", "竞得", "买到")
_USED = ("流入", "流出", "用于", "投向", "投入", "打入", "汇入", "转入", "注入")
_NEXT_PHRASE = re.compile(" (?:PM2\\.5|PM10|AQI|CPI|PPI|GDP)[一-鿿]")  # 优良天数231天 PM2.5浓度降至37微克: a headline
_LATIN = re.compile(r" ?[A-Za-z]{2}")
_LISTED = frozenset(("共", "共计", "合计", "总计", "计"))
_RELATED = ("相关", "有关", "无关", "相连", "相邻", "合作", "同款")
_SET = ("目标", "任务", "计划", "产能", "订单", "规模")  # 3万辆汽车的年度目标
_CIRCUMSTANCES = ("背景下", "情况下", "基础上", "前提下", "条件下", "形势下")  # 在产量达到6.47亿吨的|背景下
_UNDERGOES = re.compile("被|得到|受到|获得")  # 野火已有85%|被控制住


def _tied_to(slots: list[Slot], at: int) -> int:
    """Where the words end that say whom the persons counted know: 与被害人此前相识; 0 if there are none."""
    end = next((to for to in range(at, len(slots)) if slots[to].role in ("sep", "quantity")), len(slots))
    told = slots[at].word in _WITH and _TIED.search("".join(slot.word for slot in slots[at:end]))
    return end if told else 0


def after(slots: list[Slot], index: int, found: Segment, quantity: Quantity) -> After:
    """The slots after the figure at `index` that name what it counts, where to go on, and whether it is a threshold.

    A threshold describes a class of things (`超过5000亿元的城市`) rather than a level reached.
    """
    at = index + 1
    if quantity.unit == "人" and at < len(slots) and slots[at].word.startswith(_ACTORS):
        return [], at, False
    if at >= len(slots) or slots[at].word in _NO_NOUN or (slots[at].word == "等" and found.words):
        return [], at, False
    if quantity.dimension == "person" and (end := _tied_to(slots, at)):
        return slots[at:end], end, False  # 112人|与被害人此前相识
    if slots[at].word.startswith((*_LIKE, "——")):
        return [], at, False
    if _NEXT_PHRASE.match(slots[at].word) and " " not in slots[index].word and found.words:
        return [], at, False
    if slots[at].word == "通过" and found.words and quantity.dimension not in ("person", "person_time"):
        return [], at, False  # 搭载项目已有11项|通过飞船进行试验
    if (special := _in_a_form(slots, index, found, quantity)) is not None:
        return special
    if slots[at].word == "不等" and at + 1 < len(slots) and slots[at + 1].word == "的":
        at += 1  # 3万元至5万元不等的奖励
    attributive = slots[at].word == "的"
    if attributive and at + 1 < len(slots) and slots[at + 1].word.startswith(_CIRCUMSTANCES):
        return [], at, False
    found.equipped |= attributive and found.words in fitted.VERBS  # 支持高达120帧/秒的帧率
    if index and slots[index - 1].word == "录得" and (end := _booked(slots, at + attributive)):
        found.equipped = True
        return slots[at + attributive : end], end, False
    if (
        quantity.dimension.isupper()
        and not found.words
        and "".join(slot.word for slot in slots[at : at + 2]).strip().startswith(_USED)
    ):
        found.equipped = True
        end = noun_end(slots, at)
        return slots[at:end], end, False  # 约有260亿元|流入债券基金
    if not attributive and natures.is_money(quantity, found.words):
        return [], at, False
    if attributive:
        at += 1
        if at == len(slots):
            return [], at, False
        if at + 1 < len(slots) and slots[at].role == "cmp":
            found.comparison, at = slots[at].word, at + 1  # 以2%的同比增长
        if quantity.form == "percent" and slots[at].role in ("up", "down") and figure_follows(slots, at):
            return slots[at : at + 1], at + 1, False
    elif quantity.form == "zero":
        end = _quoted_end(slots, at)
        return slots[at:end], end, False
    elif (found.relation == "direct" or _in_turn(found, quantity)) and (
        fitted_from := described.part_start(slots, at, found, quantity)
    ):
        found.equipped = True
        end = fitted.end(slots, fitted_from) or fitted_from + 1
        first = _CLASS.sub("", slots[fitted_from].word)
        named = [replace(slots[fitted_from], role="gap", word=first), *slots[fitted_from + 1 : end]]  # 18W|快速充电
        return named, end if fitted_from == at else index + 1, False
    elif found.relation == "direct" and (end := described.end(slots, at, found, quantity)):
        return slots[at:end], end, False
    elif (
        quantity.form == "percent"
        and (found.relation == "direct" or (found.relation == "level" and found.words.endswith("中")))
        and found.words
        and (
            slots[at].role in ("verb", "adverb")
            or (slots[at].role == "gap" and (found.words.endswith("中") or _UNDERGOES.match(slots[at].word)))
        )
    ):
        return slots[at : noun_end(slots, at)], index + 1, False
    elif (
        quantity.form == "percent"
        and slots[at].role == "gap"
        and _LATIN.match(slots[at].word)
        and _of_row(slots, index, found)
    ):
        return slots[at : noun_end(slots, at)], index + 1, False  # 支持100% sRGB、98% DCI-P3色域
    elif found.target and not found.words:
        end = noun_end(slots, at)
        return slots[at:end], end, False
    elif _adds(slots, at, found, quantity) and (end := noun_end(slots, at)):
        found.equipped = True
        return slots[at:end], end, False  # 新车增加了两款亮彩漆色
    elif (
        quantity.form in ("percent", "points", "multiple")
        or found.relation in ("change", "share")
        or (not natures.takes_noun(quantity) and not (found.verb and not found.object))
    ):
        return [], at, False
    if (
        not found.words
        and slots[at].word in ("与", "跟", "同")
        and at + 1 < len(slots)
        and natures.takes_noun(quantity)
    ):
        return _with(slots, at)
    if index and slots[index - 1].word == "以" and attributive and slots[at].role == "gap":
        return slots[at : at + 1], at + 1, False  # 以434亿美元的投资|引领扩张
    if slots[at].word in ("均", "都") and quantity.unit == "人":
        end = noun_end(slots, at + 1)
        return slots[at + 1 : end], end, False  # 落水三人均被救上岸
    end = noun_end(slots, at)
    if attributive and quantity.dimension == "length" and _tells_where(slots, at):
        return [], end, False
    if end < len(slots) and slots[end].role == "quantity" and end + 1 < len(slots) and slots[end + 1].word == "的":
        return slots[at : noun_end(slots, end + 2)], index + 1, False
    if not attributive and _is_attribute_of_next(slots, at, end):
        return [], at, False
    if (
        attributive
        and quantity.form == "percent"
        and slots[index - 1].word in ("至", "到")
        and _is_subject_of_next(slots, end)
    ):
        return [], at, False  # 从20%充至90%的|补能时间为40分钟
    if attributive and _is_told_next(slots, end) and _owns_attribute(slots[at:end]):
        return slots[at:end], at, False
    if not attributive and _is_subject_of_next(slots, end):
        return slots[at:end], index + 1, False
    if index and slots[index - 1].word in SENT:
        end = _end_of_sent(slots, at, end)
    counted = end > at + 2 and slots[at + 1].word == "的" and slots[at].word.endswith(_COUNTED.get(quantity.unit, ()))
    if counted and not slots[end - 1].word.endswith(_SET):
        return slots[at : at + 1], at + 1, False  # 5辆轿车|的牌照
    threshold = attributive and natures.measured(quantity) and quantity.hedge in ("over", "at_least", "at_most")
    return slots[at:end], end, threshold


def _in_a_form(slots: list[Slot], index: int, found: Segment, quantity: Quantity) -> After | None:
    """What is counted where a form of words says it: fines, sizes, kinds of one thing, what stands beyond brackets."""
    at = index + 1
    if slots[at].word in _LISTED and at + 2 < len(slots) and slots[at + 1].role == "quantity" and not found.object:
        other = slots[at + 1].item  # 派出27批|共52人次|医疗队员
        if isinstance(other, Quantity) and not natures.measured(quantity) and not natures.measured(other):
            gap = slots[at + 2].role == "gap" and found.verb != ""
            return (slots[at + 2 : noun_end(slots, at + 2)], index + 1, False) if gap else None
    if (
        quantity.dimension == "person_time"
        and not found.words
        and _closes_clause(slots, at)
        and _PEOPLE.search(slots[at].word.strip())
    ):
        return slots[at : at + 1], at + 1, False
    if quantity.dimension.isupper() and slots[at].word.startswith(_BOUGHT):
        found.equipped = True
        return slots[at : noun_end(slots, at)], index + 1, False  # 花10元|买来黑色喷漆
    to_pay = found.words.endswith("处") or (index > 0 and slots[index - 1].role == "quantity")
    if to_pay and quantity.dimension.isupper() and (fine := _fine(slots, at)):
        found.equipped = True
        return [slots[fine]], index + 1, False
    if slots[at].word.startswith(_MARKS):
        return [], at + 1, False
    if not quantity.unit and quantity.dimension and (result := results.NAMES.get(slots[at].word.strip("), "))):
        found.equipped = True
        return [replace(slots[at], role="gap", word=result)], at + 1, False  # 8涨6跌2搁浅
    if quantity.unit == "次" and slots[at].role in ("up", "down") and _ends_item(slots, at + 1):
        found.equipped = True
        return [replace(slots[at], role="gap")], at + 1, False  # 8次上涨、6次下跌
    if slots[at].word.strip() in sides.SIGNS and at + 1 < len(slots) and slots[at + 1].role == "quantity":
        of_screen = at + 2 < len(slots) and slots[at + 2].word.strip().startswith("分辨率")
        before = slots[index - 1].item if index else None
        of_screen |= isinstance(before, Quantity) and before.unit == "英寸"  # 6.67英寸 2712×1220 直屏
        found.equipped = of_screen
        return [replace(slots[at], role="gap", word="分辨率")] if of_screen else [], index + 1, False
    if natures.measured(quantity) and sides.pixels(slots, at):
        part = slots[at + 3].word.strip().removeprefix("分辨率")
        found.equipped = bool(part)
        noun = [replace(slots[at + 3], word=part), *slots[at + 4 : noun_end(slots, at + 3)]] if part else []
        return noun, index + 1, False  # 6.7英寸2772×1240柔性屏
    if (found.relation == "direct" or found.having) and (kinds := described.kinds_start(slots, at, found, quantity)):
        found.equipped = True
        return slots[kinds : noun_end(slots, kinds)], index + 1, False
    inner = slots[at].item
    if isinstance(inner, Quantity) and natures.takes_noun(quantity) and natures.measured(inner) and not inner.range:
        return slots[at : noun_end(slots, at + 1)], index + 1, False  # 8个500千瓦充电装置
    beyond = 0 if found.former else _beyond_bracket(slots, at)
    if beyond and (natures.measured(quantity) or slots[beyond - 1].word != "的"):
        return slots[beyond : noun_end(slots, beyond)], index + 1, False
    return None


def _of_row(slots: list[Slot], index: int, found: Segment) -> bool:
    """Whether a share has a subject before it, or stands in a row of shares."""
    return bool(found.words) or (index > 0 and slots[index - 1].word.strip() in ("、", "+", "和", "以及"))


def _ends_item(slots: list[Slot], at: int) -> bool:
    """Whether an item of a list, or its clause, ends at `at`."""
    return at >= len(slots) or slots[at].role == "sep" or slots[at].word.strip() in ("、", "和", "以及", "及", ")")


def _closes_clause(slots: list[Slot], at: int) -> bool:
    """Whether one noun at `at` ends the clause."""
    return (
        slots[at].role == "gap"
        and len(slots[at].word.strip()) > 1
        and (at + 1 == len(slots) or slots[at + 1].role == "sep")
    )


def _booked(slots: list[Slot], at: int) -> int:
    """Where the attribute ends that is booked with so much: 录得12亿元的|净利润; 0 if there is none."""
    end = noun_end(slots, at) if at < len(slots) and slots[at].role == "gap" else at
    return end if end > at and attributes.names_attribute("".join(slot.word for slot in slots[at:end]).strip()) else 0


def _adds(slots: list[Slot], at: int, found: Segment, quantity: Quantity) -> bool:
    """Whether things of a kind are added to what names no measure: 新车增加了两款|漆色, not 员工增加300名."""
    counts = quantity.form == "number" and bool(quantity.unit) and natures.takes_noun(quantity)
    adjoins = slots[at].role == "gap" and slots[at].start <= quantity.outer_end + 1
    grows = found.relation == "change" and not found.noun and found.direction == "up"
    return counts and adjoins and grows and not attributes.names_attribute(found.words)


def _with(slots: list[Slot], at: int) -> After:
    """What is counted and has to do with something (13件与历史相关的物品), or is with someone (112人与父母生活)."""
    end = noun_end(slots, at + 1)
    related = next(
        (n for n in range(at + 1, end - 1) if slots[n].word.endswith(_RELATED) and slots[n + 1].word == "的"), 0
    )
    if related:
        return slots[related + 2 : end], end, False
    return [replace(slots[at], role="gap"), *slots[at + 1 : end]], end, False


def _fine(slots: list[Slot], at: int) -> int:
    """Where the word for a fine stands behind its bounds (处2000元以上5000元以下罚款), or 0."""
    while at < len(slots) and slots[at].role == "quantity":
        at += 1
    return at if at < len(slots) and slots[at].word.startswith(("罚款", "罚金")) else 0


def _in_turn(found: Segment, quantity: Quantity) -> bool:
    """Whether the figure is of the first of several parts: 搭载三联屏,分别为17.3英寸中控屏、…."""
    return found.distributed and found.relation == "level" and not found.words and natures.is_specification(quantity)


def _end_of_sent(slots: list[Slot], start: int, end: int) -> int:
    """Where the name of those who are sent ends, before what they are sent to do: 出动30名执法人员|赶往现场."""
    verbs = (at for at in range(start + 1, end) if slots[at].role == "verb" and slots[at - 1].word.endswith(_FORCES))
    return next(verbs, end)


def _beyond_bracket(slots: list[Slot], at: int) -> int:
    """Where what is counted or measured goes on behind a remark in brackets; 0 if there is none.

    `30亿美元(约216亿元人民币)的收入`, `50亿人(约六成)使用社交网络`.
    """
    if slots[at].word != "(":
        return 0
    close = next((i for i in range(at + 1, min(len(slots), at + REMARK)) if slots[i].word == ")"), 0)
    beyond = close + 1
    if not close or beyond >= len(slots):
        return 0
    if slots[beyond].word == "的":
        return beyond + 1 if beyond + 1 < len(slots) else 0
    unit = slots[at - 1].item
    if slots[beyond].role == "gap" and attributes.names_attribute(slots[beyond].word.strip()):
        return beyond  # 1.5亿美元(约11亿元人民币)资金
    persons = isinstance(unit, Quantity) and unit.dimension == "person" and slots[beyond].role in ("gap", "verb")
    return beyond if persons else 0


def _is_subject_of_next(slots: list[Slot], end: int) -> bool:
    """Whether the noun phrase that ends at `end` is what the next figure of the clause speaks of."""
    if end >= len(slots) or slots[end].role not in _SAYS:
        return False
    return figure_among(slots[end : end + 6])


def _tells_where(slots: list[Slot], at: int) -> bool:
    """Whether the words from `at` on name where something is, which a distance leads to: 300公里的海面上."""
    return _WHERE.match("".join(slot.word for slot in slots[at : at + 6])) is not None


def _is_told_next(slots: list[Slot], end: int) -> bool:
    """Whether a figure stands at `end` or is told there: `核载5人的轿车实载|8人`."""
    return (end < len(slots) and slots[end].role == "quantity") or _is_subject_of_next(slots, end)


def _is_attribute_of_next(slots: list[Slot], at: int, end: int) -> bool:
    """Whether an attribute alone stands at `at`, and the next figure tells it: `药丸20颗净重|1.8克`."""
    return (
        end == at + 1 < len(slots)
        and slots[end].role == "quantity"
        and attributes.is_bare(slots[at].word.strip().removeprefix("涉案"))
    )


def _owns_attribute(noun: list[Slot]) -> bool:
    """Whether a noun is an attribute with its owner, of which something else is told: 销量超过百万辆的甲公司利润."""
    owner, attribute = attributes.split("".join(slot.word for slot in noun))
    return bool(owner and attribute)


def _quoted_end(slots: list[Slot], start: int) -> int:
    at = start
    while at < len(slots) and at - start < 6 and slots[at].role not in ("sep", "quantity"):
        at += 1
        if "”" in slots[at - 1].word:
            break
    return at
