"""Words right behind a figure that name what it measures: 8000元置换补贴, 12.3英寸触控屏, 7000斤大米."""

from __future__ import annotations

import re

from claims.quantity import Quantity
from claims.zh import attributes, fitted, lexicon, natures
from claims.zh.segment import Segment
from claims.zh.slots import Slot

_PARTS = tuple(lexicon.classes()["part"])
_OFFERS = (*fitted.VERBS, "选", "可选", "分为", "有", "分")
_AND = frozenset(("和", "与", "及", "以及", "、", "/", "或", "+"))
_CHOICES = ("选择", "选项", "选装")  # 有49.6和60.7千瓦时两种|选择: of what was named before
_VERSIONS = ("版本", "规格", "型号", "机型", "版")  # of what was named before
_SUBSTANCES = frozenset(("mass", "volume", "area"))
_DUES = (
    "费", "保证金", "押金", "奖金", "补贴", "罚款", "贷款", "现金", "善款", "赔偿", "红包", "罚金", "货款",
    "定金", "赃款", "贿赂", "欠款", "借款", "财物", "赃物", "尾款", "税款",
)  # fmt: skip
_WAYS = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:路|街|大道|步道|绿道|航道|水道|管道|管网|管线|线路|沟渠|渠道|隧道|堤防|河堤|河道|河段|岸线|海岸线|围栏|护栏|光缆|电缆|栈道)"
)
# 盗走|9万元首饰: what is worth so much.
_TAKING = (
    "盗走", "抢走", "偷走", "骗走", "卷走", "窃取", "盗窃", "贪污", "收受", "走私", "购买", "采购", "订购",
    "购入", "推出", "上线",
)  # fmt: skip
_HOLDS = re.compile("电池|空间|箱|舱$")  # 标配91.4kWh电池组, 48L储物空间
_HOLDINGS = ("股权", "股份", "权益")
_SUBSTANCE = re.compile("(?![起以左上下多后前每一内外来重高长宽厚深大不])[\u4e00-\u9fff]{2,8}")
_DEVICE = re.compile("(?![起以左上下多后前每一内外来时]|[+/=×x])[\u4e00-\u9fffA-Za-z“]")
_LONGEST_ATTRIBUTE = 12


def end(slots: list[Slot], at: int, found: Segment, quantity: Quantity) -> int:
    """Where the words right behind a figure end that name what it measures, or 0."""
    return _attribute_end(slots, at, quantity) or _substance_end(slots, at, found, quantity)


def kinds_start(slots: list[Slot], at: int, found: Segment, quantity: Quantity) -> int:
    """Where the noun begins that figures in a row are kinds of (可选380公里和520公里两种续航版本), or 0."""
    if slots[at].role != "quantity" and slots[at].word.strip() not in _AND:
        return 0
    if not natures.measured(quantity) or not (not found.words or found.having or found.words.endswith(_OFFERS)):
        return 0
    if _tells_attribute(slots, at - 1):
        return 0
    while at < len(slots):
        inner = slots[at].item
        if isinstance(inner, Quantity):
            if natures.takes_noun(inner) and not natures.measured(inner):
                named = at + 1 < len(slots) and slots[at + 1].role == "gap" and inner.value >= 2
                named = named and slots[at + 1].word.strip() not in _CHOICES
                return at + 1 if named else 0
            if inner.dimension != quantity.dimension:
                return 0
        elif slots[at].word.strip() not in _AND:
            return 0
        at += 1
    return 0


def _tells_attribute(slots: list[Slot], at: int) -> bool:
    """Whether the figure at `at`, or the first of its row, is of an attribute: 电池容量有30和40千瓦时两种版本."""
    while at > 2 and slots[at - 1].word.strip() in _AND and slots[at - 2].role == "quantity":
        at -= 2
    has = at > 1 and slots[at - 1].word.endswith("有") and slots[at - 2].role == "gap"
    return has and attributes.names_attribute(slots[at - 2].word.strip())


def _attribute_end(slots: list[Slot], at: int, quantity: Quantity) -> int:
    """Where the words right behind a measured figure end that name what it measures (8000元置换补贴), or 0."""
    if slots[at].start > quantity.outer_end + 1 or not (natures.measured(quantity) or quantity.form == "percent"):
        return 0
    end, word = at, ""
    while end < len(slots) and slots[end].role in ("gap", "verb") and end - at < 3:
        word += slots[end].word
        end += 1
    if end == at or slots[at].role != "gap" or len(word) > _LONGEST_ATTRIBUTE:
        return 0
    if natures.is_specification(quantity) and not natures.lasts(quantity) and attributes.begins(slots[at].word.strip()):
        return at + 1
    if not _names_part(word.strip()) and end > at + 1:
        end, word = at + 1, slots[at].word
    return end if _names_part(word.strip()) else 0


def _names_part(word: str) -> bool:
    """Whether a word ends in an attribute, perhaps one that something is said of (收入位列榜首), or in a part."""
    return attributes.names_attribute(attributes.leading(word)) or word.endswith(_PARTS)


def _substance_end(slots: list[Slot], at: int, found: Segment, quantity: Quantity) -> int:
    """Where the name ends of what is measured out right behind a figure (捐赠7000斤大米, 收取1000元班费), or 0."""
    slot = slots[at]
    word = slot.word.strip()
    if slot.role != "gap" or slot.start > quantity.outer_end + 1:
        return 0
    if quantity.dimension == "length" and _WAYS.fullmatch(word):
        return 0 if attributes.names_attribute(found.words) else at + 1
    if not _SUBSTANCE.fullmatch(word):
        return 0
    handed = at > 1 and slots[at - 2].word in ("将", "把") and quantity.dimension.isupper() and word.endswith(_DUES)
    if handed:
        return at + 1  # 将40万元财物|交给社区
    if at + 1 < len(slots) and (slots[at + 1].role not in ("sep", "conj") or slots[at + 1].word == "的"):
        return 0
    if quantity.dimension in _SUBSTANCES:
        return 0 if attributes.names_attribute(found.words) else at + 1
    named = _HOLDINGS if quantity.form == "percent" else _DUES if quantity.dimension.isupper() else ()
    taken = quantity.dimension.isupper() and found.words.endswith(_TAKING)
    return at + 1 if taken or word.endswith(named) else 0


def part_start(slots: list[Slot], at: int, found: Segment, quantity: Quantity) -> int:
    """Where the name of a part begins that a thing is fitted with, which the figure before `at` describes, or 0.

    Further figures may describe it: 配备8GB 16Gbps显存.
    """
    if slots[at].start > quantity.outer_end + 1:
        return 0
    specified = natures.is_specification(quantity) and not natures.lasts(quantity)
    while (
        at + 1 < len(slots)
        and slots[at].word.strip() in _AND
        and isinstance(other := slots[at + 1].item, Quantity)
        and other.dimension == quantity.dimension
    ):
        at += 2  # 29.67/39.3kWh磷酸铁锂电池, 192GB和256GB模块
    if at == len(slots) or slots[at].word.strip() in _VERSIONS:
        return 0
    holds = quantity.dimension in ("energy", "volume") and _HOLDS.search(slots[at].word) is not None
    if not (quantity.form == "percent" or specified or holds):
        return 0
    while at + 1 < len(slots) and slots[at].role == "quantity" and slots[at + 1].start <= slots[at].end + 1:
        inner = slots[at].item
        if not isinstance(inner, Quantity) or not natures.is_specification(inner):
            return 0
        at += 1
    if slots[at].role != "gap" and slots[at].word != "快速":
        return 0
    leads = at < 2 or slots[at - 2].role == "sep"  # 3.5英寸仪表盘为…
    if fitted.end(slots, at) or (leads and _SUBSTANCE.fullmatch(slots[at].word.strip())):
        return at
    return at if natures.is_technical(quantity) and _is_device(slots, at, found) else 0


def _is_device(slots: list[Slot], at: int, found: Segment) -> bool:
    """Whether a name alone stands at `at` up to a mark or a joint: 后置50MP主摄,以及8MP|超广角+2MP|微距镜头."""
    word = slots[at].word.strip()
    closes = at + 1 == len(slots) or slots[at + 1].role in ("sep", "quantity", "verb") or slots[at + 1].word in _AND
    closes |= word.endswith("+")
    return closes and _DEVICE.match(word) is not None and not attributes.names_attribute(found.words)
