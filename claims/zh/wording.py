"""The words around a figure: its unit, its hedges, its sign and the denominator of its rate."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claims import hedges
from claims.numerals import BURDENS
from claims.quantity import Quantity
from claims.zh import hedges as words
from claims.zh import units
from claims.zh.figures import Figure
from claims.zh.units import Unit

PERCENTS = frozenset(("percent", "permille", "per_ten_thousand", "percentage_point"))
IN_SPAN = PERCENTS | {"multiple", "tenth", "doubling", "discount"}  # unit words inside the figure
_FORMS = {
    "percent": "percent",
    "permille": "percent",
    "per_ten_thousand": "percent",
    "percentage_point": "points",
    "basis_point": "points",
    "permille_point": "points",
    "tenth": "multiple",
    "multiple": "multiple",
    "doubling": "multiple",
    "discount": "multiple",
}
_POINTS_SHARED = re.compile(r"(?:[、和与及至到-]|以及)[0-9.]{1,6}个(?P<unit>百分点|基点)")
_LINE = 12
_BLANKS = frozenset(" \n\u3000")
_PER = re.compile(
    r"每(?:[0-9.]{1,8}[十百千]?[万亿]?|[一两十百千万亿]{0,3})"
    r"(?:平方米|平方公里|立方米|公里|小时|分钟|工作日|交易日|学期|学年|季度|吨|公斤|千克|克|升|斤|天|日|月|年|周|秒|人口|人|户|亩|公顷|股"
    r"|次|车|家|套|台|辆|件|笔|例|篇|幅|节|场|单|桶|盎司|名|个月|个|位|期|班|村|米|度|生|晚|份|瓶|条|张|只|头|片|盒|箱|组|桌|队|排|层|间|所|校|棵|株|枚|本|部|页|支|车次|趟|船|楼|栋|座)"
)
# 8.6元每升: one of what it is told for stands behind the unit.
_PER_BEHIND = re.compile(
    r"每(?:升|吨|公斤|千克|克|斤|桶|盎司|平方米|股|度|千瓦时|立方米|公里|小时|月|年|天|人|次|张|瓶|件|台|辆)"
    r"(?=[、,。;和及 )]|$)"
)
_DENOMINATOR = re.compile(r"[ ]?/[ ]?(?:10?[万亿]|[十百千]?[万亿]|1000?)?")
_SPENT = re.compile(r"[花卖价钱赚付收费涨降省奖贵贴赔要斤][^,。;:、\n]{0,12}\Z")  # 卖5块, but 展板5块
_MOST = 16
_PRICED = 14  # how far before the end of its figure the word stands that makes 块 money


def unit_at(text: str, end: int) -> tuple[Unit | None, int]:
    """The unit word after a figure, over at most two blanks or line ends, and where it ends; `(None, end)` if none."""
    begin = end
    while text[begin : begin + 1] in _BLANKS and begin < end + 2:
        begin += 1
    unit = units.at(text, begin)
    if unit is None or (begin > end and "\n" in text[end:begin] and not _wrapped(text, end)):
        return None, end
    unit_end = begin + len(unit.word)
    if unit.word == "个" and (shared := _POINTS_SHARED.match(text, unit_end)) is not None:
        return units.UNITS[shared["unit"]], unit_end  # 低0.6个和1.3个百分点
    if unit.word == "块" and _SPENT.search(text, max(0, end - _PRICED), end):
        unit = replace(units.UNITS["块钱"], word="块")
    if "/" in text[unit_end : unit_end + 2]:
        return _rate_unit(text, unit, unit_end)
    return unit, unit_end


def _wrapped(text: str, end: int) -> bool:
    """Whether the line that ends at `end` is long enough to have been broken in mid-sentence."""
    return text.rfind("\n", max(0, end - _LINE), end) < 0


def _rate_unit(text: str, unit: Unit, end: int) -> tuple[Unit, int]:
    match = _DENOMINATOR.match(text, end)
    below = units.at(text, match.end()) if match else None
    if match is None or below is None:
        return unit, end
    last = match.end() + len(below.word)
    word = f"{unit.word}{text[end:last]}".replace(" ", "")
    return Unit(word, f"{unit.name}/{below.name}", f"{unit.dimension}/{below.dimension}", False), last


def quantity(text: str, figure: Figure, unit: Unit | None, unit_end: int, floor: int = 0) -> Quantity:
    """The quantity of a figure with its unit, hedges and sign.

    `unit_end` is where the unit word ends; a sign before `floor` is not its own (20-30).
    """
    if unit is not None and unit.word == "折" and figure.whole and figure.value > 10:  # 七五折, 66折
        figure.value, figure.resolution, figure.whole = figure.value / 10, Decimal("0.1"), False
    start, sign = _sign(text, figure.start, floor)
    bound, outer_start, outer_end = _hedges(text, start, figure, unit, unit_end)
    outer_start = _currency_start(text, outer_start, floor)
    behind = (
        _PER_BEHIND.match(text, outer_end) if text[outer_end : outer_end + 1] == "每" and unit is not None else None
    )
    outer_end = behind.end() if behind else outer_end
    return Quantity(
        start,
        unit_end if unit is not None and unit.name in IN_SPAN else figure.end,
        -figure.value if sign in _NEGATIVE else figure.value,
        figure.resolution,
        hedges.BOUNDS[bound],
        bound,
        outer_start,
        outer_end,
        "" if unit is None else _PRINTED.get(unit.word, unit.word),
        "" if unit is None else unit.dimension,
        "number" if unit is None else _FORMS.get(unit.name, "number"),
        None,
        0,
        bool(sign),
        _per(text, start),
    )


_CURRENCIES = ("人民币", "新台币", "港币", "澳门币")  # they may stand before a figure
_NEGATIVE = ("-", "−", "负", "零下")


def _currency_start(text: str, start: int, floor: int) -> int:
    """Where the currency begins that stands before a figure (人民币3亿元), or else the figure."""
    end = start - (text[start - 1 : start] == " ")
    return next((end - len(word) for word in _CURRENCIES if text.endswith(word, floor, end)), start)


def _sign(text: str, start: int, floor: int) -> tuple[int, str]:
    """Where a figure with its sign begins, and the sign; the sign is empty if none is printed."""
    sign = text[start - 1 : start]
    if not sign or sign not in "-负−±下" or start <= floor or _dashed(text, start):
        return start, ""
    if sign == "负" and text[start - 2 : start - 1] in BURDENS:
        return start, ""
    if sign == "下":
        return (start - 2, "零下") if text.startswith("零下", max(0, start - 2)) else (start, "")
    return start - 1, sign


def _hedges(text: str, start: int, figure: Figure, unit: Unit | None, unit_end: int) -> tuple[str, int, int]:
    """The bound of a figure, and where its hedges begin and end."""
    bound, outer_start = words.before(text, start)
    leads = outer_start == 0 or text[outer_start - 1] in _CLAUSE_BEFORE
    if leads and unit is not None and unit.word in _CASES and text[outer_start:start] == "破":
        bound, outer_start = "", start  # 立612起,破431起: solved, not exceeding
    after, outer_end = words.after(text, unit_end)
    if bound and text.startswith(words.LANDMARKS, outer_start) and (figure.plus or not figure.scaled):
        bound, outer_start = "", start
    if not bound and unit is not None and unit.dimension in ("percent", "tenth"):
        bound = words.far(text, start)
    if figure.plus and bound in ("", "about"):
        bound = "plus"
    if not bound and not after and words.at_least(text, start):
        bound = "at_least"
    if not bound and not after and text.find("最多", max(0, start - _MOST), start) >= 0 and words.at_most(text, start):
        bound = "at_most"
    return bound or after or plain(figure, unit), outer_start, outer_end


_CASES = frozenset("起宗件")
_CLAUSE_BEFORE = frozenset("。,;:、()\n ")
_PRINTED = {
    "个百分点": "百分点",
    "个千分点": "千分点",
    "百分之": "%",
    "千分之": "‰",
    "万分之": "‱",
    "个基点": "基点",
    "个BP": "BP",
    "元人民币": "元",
    "人民币元": "元",
    "元钱": "元",
}


def plain(figure: Figure, unit: Unit | None) -> str:
    """The bound of a figure without hedge: how it was rounded, if at all."""
    if not figure.whole or (unit is not None and unit.dimension in ("percent", "percentage_point")):
        return "rounded"
    return "count" if not figure.scaled and (unit is None or unit.counted) else "whole"


_DASH_AFTER = frozenset("%℃°元吨米克人倍度年月日点万亿个次)")


def _dashed(text: str, start: int) -> bool:
    """Whether the sign before `start` is a dash behind a figure or a name: 30%-80%, F-150."""
    return text[start - 2 : start - 1] in _DASH_AFTER or hyphenated(text, start)


def hyphenated(text: str, start: int) -> bool:
    """Whether the character before `start` is a hyphen that hangs on something: F-150, 备案号-1."""
    left = text[start - 2 : start - 1]
    return text[start - 1] == "-" and bool(left) and (left in "号〕)]" or (left.isascii() and left.isalnum()))


def _per(text: str, start: int) -> str:
    left = text.rfind("每", start - 14 if start > 14 else 0, start)
    if left < 0 or text[left - 1 : left] in ("元", "角", "分") or any(mark in text[left:start] for mark in ",。;:!?\n"):
        return ""  # 8.6元每升、8.1元: what stands behind the figure before
    match = _PER.match(text, left, start)
    return match[0] if match else ""
