"""Ranks and records: 居全省第一, 排名第三, 倒数第二, 位居榜首; 创历史新高, 五年来最低, 首次突破."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.quantity import Other
from claims.zh.mentions.context import Context, Found

FIRSTS = ("榜首", "首位", "居首", "列首")
RECORDS = {
    "新高": "highest", "新低": "lowest", "历史最高": "highest", "历史最低": "lowest", "历史最好": "highest",
    "同期最高": "highest", "同期最低": "lowest", "来最高": "highest", "来最低": "lowest", "来的最高": "highest",
    "来的最低": "lowest", "来最好": "highest", "首次突破": "first", "首次超过": "first", "首次跌破": "first",
    "首超": "first", "首破": "first", "首次达到": "first",
}  # fmt: skip

_RANKED = re.compile(
    r"(?:位?居|位列|(?<!系)列|排名?|排在|排行|位于|蝉联|夺得?|荣获|荣膺|跃[居升]|升至|降至|跌至)[^,。;、第]{0,12}$"
    r"|(?:全[国省市区县州球]|世界|亚洲|国内|行业|同类|规模|总量|增速|口碑|满意度)(?:中|内|之首|排名)?$"
)
_ENDS = re.compile(r" ?[名位]?(?:[,。;:、!?\n)”的和与及且]|$)")
_AHEAD = re.compile(r"将|有望|预计|或|能够|可能|目标|力争|希望|冲击|争取|计划|能否|是否|没有|未|会|若|如果")
_FIRST = re.compile(r"[居列占登位排][^,。;]{0,6}$|位$")
_RECORD_BEFORE = re.compile(
    r"(?:均|都|再|又|也|并|双双|连续|一举|同时|齐)*(?:创|刷新|达到?|实现|迎来|[升降跌涨]至|触及|录得|为|是|取得)[^,。;]{0,16}$"
)
_HIGH_AFTER = re.compile(r"[,。;、!?)\n”\s]|水平|点|的|[纪记]录|后|之后|位|成绩|$")


def rank(context: Context, other: Other) -> Found:
    """The mention of an ordinal, as a rank with what it ranks where the words before it say so."""
    text, start = context.text, other.start
    count = Decimal(other.reading) if other.reading else None
    if text[start : start + 1] != "第":
        begin = start - (text[start - 1 : start] == "前")
        reading = f"..{other.reading}" if begin < start else other.reading
        return Found(other.kind, begin, other.end, reading, count)
    if not _ENDS.match(text, other.end):
        return Found("ordinal", start, other.end, other.reading, count)
    begin = context.clause_start(start)
    last = text.endswith("倒数", begin, start)
    edge = start - 2 * last
    match = _RANKED.search(text[max(begin, edge - 16) : edge])
    within = [] if match else [span for span in context.places(max(begin, edge - 8), edge) if span.end == edge]
    if match is None and not within:
        return Found("ordinal", start, other.end, other.reading, count)
    words_end = max(begin, edge - 16) + match.start() if match else within[0].start
    measure, code, period = _ranked(context, begin, words_end, edge)
    reading = f"-{other.reading}" if last else other.reading
    return Found("rank", edge, other.end, reading, count, (), measure, code, period)


def _ranked(context: Context, begin: int, words_end: int, end: int) -> tuple[str, str, str]:
    """What is ranked, the area within which (全省 of GDP总量居全省第一), and when."""
    within = [span for span in context.places(words_end, end) if span.end <= end]
    measure, _, period = context.named(begin, words_end)
    return measure, context.code(within[-1]) if within else "", period


def first(context: Context, start: int, end: int, _: str) -> None:
    """Add 位居榜首, 居首位, 居首 as the first rank."""
    begin = context.clause_start(start)
    if context.text[start] in "居列":
        if not _ENDS.match(context.text, end):
            return
        match_start = start - (context.text[start - 1 : start] in ("位", "稳", "高", "跃"))
    else:
        match = _FIRST.search(context.text[max(begin, start - 10) : start])
        if match is None:
            return
        match_start = max(begin, start - 10) + match.start()
    measure, code, period = _ranked(context, begin, match_start, end)
    context.found.append(Found("rank", start, end, "1", Decimal(1), (), measure, code, period))


def record(context: Context, start: int, end: int, reading: str) -> None:
    """Add a record: the highest or lowest of a stretch of time, or the first time that a bound is passed."""
    text = context.text
    begin = context.clause_start(start)
    if _AHEAD.search(text, begin, start) or text[start - 1 : start] == "次":
        return
    words_end = start
    if reading != "first":
        match = _RECORD_BEFORE.search(text[max(begin, start - 24) : start])
        told = match is not None or text[start] != "新" or text[start - 1] in "史来期"
        told = told and (text[start] != "来" or text[start - 1] in "以年月日周季度期")
        if not _HIGH_AFTER.match(text, end) or not told:
            return
        words_end = max(begin, start - 24) + match.start() if match else start
    stretch = [span for span in context.times(begin, start) if start - span.end <= 3 and span.period]
    words_end = min([words_end, *(span.start for span in stretch)])
    measure, code, _ = context.named(begin, max(begin, words_end))
    period = stretch[-1].period if stretch else ""
    context.found.append(Found("record", start, end, reading, None, (), measure, code, period))
