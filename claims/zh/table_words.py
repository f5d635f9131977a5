"""The words of table headings in Chinese: what a heading says of period, place, unit, kind and total."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from claims.folding import fold
from claims.zh import place
from claims.zh.headings import ScaledUnit, official, periods_in, unit_of

_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_NOTE = re.compile(r"(?:计量)?单位\s*[:：]\s*([^)）\]】\n;；。]+)|[(（]?units?\s*[:：]\s*([^)）\n]+)", re.IGNORECASE)
_UNIT_NAMES = re.compile(r"(?:计量)?单位|units?", re.IGNORECASE)
_SERIAL = re.compile(r"序号|编号|排名|位次|名次|No\.?|#|代码|备注|说明|来源|数据来源|注", re.IGNORECASE)
GRAND = re.compile(r"(?:合\s*计|总\s*计|总\s*和|总\s*数|共\s*计|全部|总体|total)$", re.IGNORECASE)
SUB = re.compile(r"(?:小\s*计|分计|subtotal)$", re.IGNORECASE)
OF_WHICH = re.compile(r"^\s*(?:其\s*中|#|＃|内[:：])[:：]?\s*")
DIVIDED = re.compile(r"\s*[一二三四五六七八九]?[、.]?\s*(?:按.{1,12}分|分.{1,6}看)\s*[:：]?\s*$")
_GROWTH = re.compile(
    r"(?:比|较|与)?(?:上年|去年|上年同期|去年同期|同期|上月|上季度|上期|年初|上年末)?(?:同比|环比)?(?:累计)?"
    r"(?:增长率|增长速度|增长|增速|增幅|增减|增量|增加(?!值)|涨跌幅?|涨幅|降幅|变动|变化|\+/?-|±)(?:率|幅|额|量)?|同比|环比"
)
_ABSOLUTE = re.compile(r"增量|增减[额量]|增加[额量]|增减数")
_SHARE = re.compile(r"(?:所?占[^,，]{0,8}(?:的)?)?(?:比重|占比|构成比?|份额|比例)")
_RATE = re.compile(r"人均|户均|平均|均价|单价|价格|每[人户天日月年亩公百千万亿]|[率度]$|指数|密度|比$")
# Headings that only say that here stands the figure.
_EMPTY = re.compile(
    r"(?:绝对[值额量数]?|数值|数据|数量|金额|总量|总额|数额|本期|本期数|本年|当年|当期|实绩|实际|规模|累计|当月|指标|指标值|指标名称|"
    r"项目|类别|分类|名称|地区|城市|省份|省市|市别|区县|县区|区域|各市|行业|产业|品种|年份|年度|月份|时间|时期|期间|值|数|列|"
    r"value|region|city|year|period|indicator|item)$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:附?表|图表|Table)\s*[\d一二三四五六七八九十]+(?:[-—.]\d+)*[:：.、\s]*")
_OF_TITLE = re.compile(
    r"(?:主要|初步|核算|统计|基本|情况|数据|一览表?|汇总表?|明细表?|对比表?|排行榜?|排名|分布|分地区|分市|分行业|按地区分|各市|各省|各地区?|各区县?|表)+$"
)
_LEADING = re.compile(
    r"^(?:全(?:国|省|市|区|县)|分区域|各?(?:地级)?[省市区县]+(?!场)|分(?:地区|市|行业)|按[^的]{1,6}分的?|年末?|全年|截至)+"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says; `kind` is empty for a level, `total` is `grand`, `sub`, `part` (其中) or empty."""

    measure: str = ""
    period: str = ""
    place: str = ""
    place_name: str = ""
    unit: ScaledUnit | None = None
    kind: str = ""
    comparison: str = ""
    total: str = ""
    role: str = ""  # of a column: `unit` where its cells are units, `ignored` for serial numbers and remarks
    rate: bool = False


def heading(words: str, published: date | None = None, around: str = "", area: str = "") -> Heading:
    """The meaning of one heading; `around` is the period of the table, `area` the place that the article is about."""
    text = fold(words).text.strip()
    if not text:
        return Heading()
    if _UNIT_NAMES.fullmatch(text):
        return Heading(role="unit")
    if _SERIAL.fullmatch(text):
        return Heading(role="ignored")
    text, unit, kind = _bracketed(text)
    total, text = _total(text)
    kind, comparison, text = _kind(text, kind)
    period, text = _period(text, published, around)
    code, name, text = _place(text, area)
    rate = bool(_RATE.search(text))
    measure = "" if _EMPTY.fullmatch(text.strip(" :：")) else plain(text)
    return Heading(measure, period, code, name, unit, kind, comparison, total, "", rate)


def caption(words: str, published: date | None, area: str) -> Heading:
    """What the caption or title of a table says of all its figures; the unit note names its unit."""
    found = unit_note(words)
    lines = [re.sub(r"[(（\[【]\s*[)）\]】]", "", _NOTE.sub("", line)).strip() for line in words.split("\n")]
    first = next((line for line in lines if line.strip(" (（)）")), "")
    said = heading(_TITLE.sub("", first.strip()), published, "", area)
    measure = _OF_TITLE.sub("", _LEADING.sub("", said.measure))
    place_code, place_name = said.place, said.place_name
    if not place_code:
        spans = place.find(first, area)
        if spans:
            place_code = place.resolve_self(spans[0], area)
            place_name = spans[0].name
    return Heading(plain(measure), said.period, place_code, place_name, found or said.unit)


def plain(words: str) -> str:
    """The words of a heading on one line, without the marks at its ends: a name, which ends in no particles."""
    return re.sub(r"\s+", "", words).strip(",;:。、!?\"'—-…·▶▷▲▼■●")


def unit_note(words: str) -> ScaledUnit | None:
    """The first unit of a note like 单位：亿元、%."""
    match = _NOTE.search(words)
    if match is None:
        return None
    first = re.split(r"[、,，;；\s]", (match[1] or match[2]).strip())[0]
    unit = unit_of(first)
    return unit if unit.known is not None else None


def _bracketed(text: str) -> tuple[str, ScaledUnit | None, str]:
    """The text without brackets that hold a unit, that unit, and `change` where they say ±%."""
    unit, kind = None, ""
    for match in list(_BRACKETS.finditer(text)):
        inside = match[1].strip()
        bare = inside.replace("±", "").replace("+/-", "").strip()
        found = unit_of(bare.removeprefix("单位:").strip())
        if found.known is not None:
            unit = found
            kind = "change" if bare != inside else kind
            text = text.replace(match[0], " ")
        elif re.fullmatch(r"\d{1,2}|[注*]\d*", inside):
            text = text.replace(match[0], " ")
    tail = re.search(r"[/,，]\s*([^/,，\s]+)$", text)
    if unit is None and tail is not None and unit_of(tail[1]).known is not None:
        unit, text = unit_of(tail[1]), text[: tail.start()]
    return text.strip(), unit, kind


def _total(text: str) -> tuple[str, str]:
    bare = text.strip(" :：")
    if OF_WHICH.match(text):
        return "part", OF_WHICH.sub("", text)
    for name, pattern in (("sub", SUB), ("grand", GRAND)):
        match = pattern.search(bare)
        if match and (match.start() == 0 or name == "sub" or len(bare) <= 8):
            return name, bare[: match.start()]
    return "", text


def _period(text: str, published: date | None, around: str) -> tuple[str, str]:
    spans = periods_in(text, published, around)
    if not spans:
        return "", text
    for _, start, end in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    distinct = {span[0] for span in spans}
    return (spans[-1][0] if len(distinct) == 1 else ""), text.strip()


def _place(text: str, area: str) -> tuple[str, str, str]:
    name = text.strip()
    spans = place.find(name, area)
    if len(spans) == 1 and spans[0].start == 0:
        span = spans[0]
        code = place.resolve_self(span, area)
        if code or span.level == "self":
            return code, official(code, span.name), name[span.end :].strip()
    return "", "", text


def _kind(text: str, kind: str) -> tuple[str, str, str]:
    match = _GROWTH.search(text)
    if match or kind == "change":
        said = match[0] if match else ""
        rest = text.replace(said, " ") if match else text
        comparison = "period_on_period" if re.search("环比|上月|上季|上期", said) else "year_on_year"
        return ("absolute_change" if _ABSOLUTE.search(said) else "change"), comparison, rest.strip()
    match = _SHARE.search(text)
    if match:
        return "share", "", (text[: match.start()] + text[match.end() :]).strip()
    return "", "", text
