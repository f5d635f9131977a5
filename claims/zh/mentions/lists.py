"""Stated counts with the list beside them: 三市分别是甲、乙、丙; 三点要求：一是…；二是…；三是…; 甲、乙、丙等3人."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.zh.mentions.context import Context, Found, number
from claims.zh.mentions.items import Span, choices, enumerated, pieces

CLASSES = "个 项 种 类 条 点 方面 名 位 人 家 地 省 市 区 县 国 部 款 起 件 座 所 支 步 样 大 句 者".split()
# What a list is announced by.
ANNOUNCED = (":", "分别是", "分别为", "依次是", "依次为", "(")

_STATED = re.compile(
    r"(?<![0-9.第前近超约过几数每达十百千万])(?P<count>[0-9]{1,3}|[二两三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])"
    rf" ?(?:{'|'.join(CLASSES)})(?P<noun>[^,。;:、!?\n()0-9“”]{{0,16}}?)(?:,?(?:分别|依次)?(?:[是为即有]|如下))?[,。:]?\Z"
)
_PARTIAL = re.compile(r"其中|包括|包含|例如|比如|诸如|譬如|如[:,]|[^如]例[:,]|主要|特别|尤其|以及其他|等")
_LEAVES_OUT = re.compile(r"等|…|及其他|其他|之类|省略")
_STOPS = "。!?\n"
_LONGEST = 600


def announced(context: Context, start: int, end: int, mark: str) -> None:
    """Add the list that follows the mark at `start`, if a count is stated right before it."""
    text = context.text
    stated = _STATED.search(text, max(0, start - 34), start)
    many = number(stated["count"]) if stated else None
    if stated is None or not many or not 2 <= many <= 60 or _PARTIAL.search(stated["noun"]):
        return
    if mark[0] in "分依" and text[end : end + 1] == ":":
        end += 1
    numbered = enumerated(text, end)
    if numbered:
        _add(context, stated.start("count"), stated.end("noun"), many, numbered, True)
        return
    stop = _stop(text, end, ")" if mark == "(" else _STOPS)
    parts = pieces(text, end, stop, ";")
    if len(parts) > 1 and mark != "(":
        _add(context, stated.start("count"), stated.end("noun"), many, parts, not _leaves_out(text, parts))
        return
    part = pieces(text, end, stop, ",")[0]
    found = _nearest(text, part, many)
    if len(found) > 1:
        complete = mark != "(" and not _leaves_out(text, found)
        _add(context, stated.start("count"), stated.end("noun"), many, found, complete)


def sentence_of_points(context: Context, start: int, end: int, _: str) -> None:
    """Add the points that begin after a full stop: 提出三点要求。一是…."""
    text = context.text
    if text[start - 1 : start] not in ("。", "\n", ","):
        return
    stated = _STATED.search(text, max(0, start - 34), start - 1)
    many = number(stated["count"]) if stated else None
    if stated is None or not many or _PARTIAL.search(stated["noun"]):
        return
    numbered = enumerated(text, start)
    if numbered:
        _add(context, stated.start("count"), stated.end("noun"), many, numbered, True)


def summed_up(context: Context, start: int, end: int, many: int) -> None:
    """Add the list that ends at the count at `start`: 甲、乙、丙三市; 甲、乙等3人."""
    text = context.text
    begin = context.clause_start(start)
    tail = start
    leaves_out = text[tail - 1 : tail] == "等"
    tail -= leaves_out or text[tail - 1 : tail] == "这"
    last = text.rfind("、", max(begin, tail - 18), tail)
    pair = text[start].isascii() is False and many == 2 and last < 0
    if (last < 0 and not pair) or tail - last < 2 or many < 2:
        return
    if pair and not re.search(r"[一-鿿A-Za-z][和与及][一-鿿A-Za-z]{1,8}$", text[max(begin, tail - 14) : tail]):
        return
    found = _nearest(text, (begin, tail), many)
    if len(found) < 2 or any(char.isdigit() for char in text[found[0][1] : tail]):
        return
    stated = text[start] not in "0123456789"
    if not leaves_out and len(found) != many and not stated:
        return  # 言语、精神发育迟缓19人: the figure counts the last item
    _add(context, start, end, many, found, not leaves_out)


def _nearest(text: str, part: Span, many: int) -> list[Span]:
    """The items of `part`, of the ways to read its joints the one that comes nearest to the count."""
    ways = choices(text, *part)
    return min(ways, key=lambda items: abs(len(items) - many))


def _leaves_out(text: str, items: list[Span]) -> bool:
    start, end = items[0][0], items[-1][1]
    return _PARTIAL.match(text, start) is not None or _LEAVES_OUT.search(text, items[-1][0], end) is not None


def _stop(text: str, start: int, marks: str) -> int:
    ends = [at for at in (text.find(mark, start, start + _LONGEST) for mark in marks) if at >= 0]
    return min(ends, default=min(len(text), start + _LONGEST))


def _add(context: Context, start: int, end: int, many: int, items: list[Span], complete: bool) -> None:
    context.found.append(
        Found("list", start, end, "complete" if complete else "open", Decimal(many), tuple(items)),
    )
