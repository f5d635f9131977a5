"""Stated counts with the list beside them: 三市分别是甲、乙、丙; 三点要求：一是…；二是…；三是…; 甲、乙、丙等3人."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.zh.mentions.context import Context, Found, number
from claims.zh.mentions.items import Span, choices, enumerated, pieces, stop

# fmt: off
CLASSES = [
    "个", "项", "种", "类", "条", "点", "方面", "名", "位", "人", "家", "地", "省", "市", "区", "县", "国", "部", "款",
    "起", "件", "座", "所", "支", "步", "样", "大", "句", "者",
    "处", "场", "门", "台", "艘", "组", "栋", "镇", "乡", "村", "站",
]
# fmt: on
# What a list is announced by.
ANNOUNCED = (":", "分别是", "分别为", "依次是", "依次为", "他们是", "她们是", "它们是")

# The first character comes before what must not precede it, so that the search can skip to it.
_STATED = re.compile(
    r"(?P<count>[0-9二两三四五六七八九十](?<![A-Za-z] .)(?<![A-Za-z0-9.第前近超约过几数每达十百千万].)"
    r"(?:(?<=[0-9])[0-9]{0,2}|(?<=[^0-9])十?[一二三四五六七八九]?)) ?"
    rf"(?:{'|'.join(CLASSES)})(?P<noun>[^,。;:、!?\n()0-9“”]{{0,16}}?)"
    r"(?:,?(?:分别|依次)?(?:[是为即有]|如下))?[,。:]?\Z"
)
# 决定对以下5名涉嫌诈骗的在逃人员公开通缉: whatever stands between, the list is what 以下 points to.
_BELOW = re.compile(
    r"以下(?P<count>[0-9]{1,2}|[二两三四五六七八九十]{1,3}) ?"
    rf"(?:{'|'.join(CLASSES)})(?P<noun>[^。;:!?\n]{{0,64}})\Z"
)
_PLACES = re.compile("[0-9]{1,2} ?个(?:社区|小区|村|行政村|乡镇|街道|镇街|区县|县区|市县|省份|城市|园区)")
_FARTHEST = 80
_ORDINAL = re.compile(r"(?:第|[上下左右前后]) ?[零一二三四五六七八九十百千0-9、至到 -]*$")
_PARTIAL = re.compile(r"其中|包括|包含|例如|比如|诸如|譬如|如[:,]|[^如]例[:,]|主要|特别|尤其|以及其他|等")
_NO_NOUN = re.compile(
    r"http|[和及与][一二两三四五六七八九十0-9]|其中|包括|规定|按照|表示|认为|统称|之一|以来|报名|对象|不同|不一|相同|无关|并列|时[间限]|[说称时]$|(?:主要|尤其|特别)$"
)
_LEAVES_OUT = re.compile(r"等|…|及其他|其他|之类|省略|之后|之外")
_STOPS = "。!?\n"
# What names put in behind a count stand between, with what else may end them: 七个社区——甲、乙、丙——各设一处.
INSERTED = {"——": ("——", ",。;:!?\n"), "(": (")", "\n")}
_NAMES = 120
_NAME = re.compile(r"[^0-9,。;:!?]{1,10}\Z")
_LONGEST = 600


def announced(context: Context, start: int, end: int, mark: str) -> None:
    """Add the list that follows the mark at `start`, if a count is stated right before it."""
    text = context.text
    stated = _stated(text, start)
    if stated is None or text.startswith("//", end):
        return
    if mark[0] in "分依" and text[end : end + 1] == ":":
        end += 1
    if numbered := enumerated(text, end):
        _add(context, stated, numbered, _at_once(text, stated.end(), numbered))
        return
    limit = stop(text, end, _LONGEST, _STOPS)
    many = number(stated["count"]) or 0
    semicolons, commas = pieces(text, end, limit, ";"), pieces(text, end, limit, ",")
    first = pieces(text, *semicolons[0], ",")[0]
    ways = [*choices(text, *first), pieces(text, *first, "/")]
    if (comma := text.find(",", *first)) > 0:
        ways += choices(text, first[0], comma)
    ways += [way for way in (semicolons, commas if mark[0] in "分依" else []) if len(way) > 1]
    found = min(ways, key=lambda items: abs(len(items) - many))
    if "http" in text[found[0][0] : found[-1][1]]:
        return
    if len(found) > 1 and (_near(len(found), many) or mark[0] in "分依" or found is semicolons):
        _add(context, stated, found, not _leaves_out(text, found))


def inserted(context: Context, start: int, end: int, mark: str) -> None:
    """Add the names in dashes or brackets behind a count, if at least three names are all that stands there."""
    text = context.text
    closing, stops = INSERTED[mark]
    ends = [at for one in (closing, *stops) if (at := text.find(one, end, end + _NAMES)) > 0]
    stated = _stated(text, start) if ends else None
    if stated is None or stated.end() < start:
        return
    named = [way for way in choices(text, end, min(ends)) if all(_NAME.match(text[a:b]) for a, b in way)]
    many = number(stated["count"]) or 0
    found = min(named, key=lambda items: abs(len(items) - many), default=[])
    if len(found) > 2 and _near(len(found), many):
        _add(context, stated, found, not _leaves_out(text, found))


def sentence_of_points(context: Context, start: int, end: int, _: str) -> None:
    """Add the points that begin after a full stop: 提出三点要求。一是…."""
    text = context.text
    if text[start - 1 : start] not in ("。", "\n", ","):
        return
    stated = _stated(text, start - 1)
    numbered = enumerated(text, start) if stated else []
    if stated and numbered:
        _add(context, stated, numbered, _at_once(text, stated.end(), numbered))


def summed_up(context: Context, start: int, end: int, many: int) -> None:
    """Add the list that ends at the count at `start`: 甲、乙、丙三市; 甲、乙等3人."""
    text = context.text
    tail = start - (text[start - 1 : start] == "这")
    leaves_out = text[tail - 1 : tail] == "等"
    tail -= leaves_out
    last = text.rfind("、", max(0, tail - 18), tail)
    if last < 0 or tail - last < 2 or many < 2 or text[tail - 1] in '的“"「(':
        return
    begin = context.clause_start(start)
    if last < begin or _ORDINAL.search(text[max(0, start - 8) : start]):
        return
    ways = choices(text, begin, tail)
    found = min(ways, key=lambda items: abs(len(items) - many))
    if len(found) < 2 or any(char.isdigit() for char in text[found[0][1] : tail]):
        return
    short = len(found) < many if leaves_out else len(found) == many
    of_places = abs(len(found) - many) == 1 and _names_places(found) and _PLACES.match(text, start) is not None
    if short or (_alike(found) and (leaves_out or not text[start].isdigit())) or (of_places and not leaves_out):
        context.found.append(
            Found("list", start, end, "open" if leaves_out else "complete", Decimal(many), tuple(found))
        )


def _stated(text: str, end: int) -> re.Match[str] | None:
    """The count of things that the words before `end` state."""
    below = _BELOW.search(text, max(0, end - _FARTHEST), end) if text[end : end + 1] == ":" else None
    if below is not None and 2 <= (number(below["count"]) or 0) <= 60:
        return below
    stated = _STATED.search(text[max(0, end - 34) : end])
    if stated is None or not 2 <= (number(stated["count"]) or 0) <= 60 or _NO_NOUN.search(stated["noun"]):
        return None
    at = max(0, end - 34) + stated.start()
    if _ORDINAL.search(text[max(0, at - 8) : at]):
        return None
    return _STATED.search(text, max(0, end - 34), end)


def _near(found: int, many: int) -> bool:
    return abs(found - many) <= max(1, many // 3)


def _alike(items: list[Span]) -> bool:
    """Whether the items after the first are short and of one length, so that nothing else can be among them."""
    lengths = {end - start for start, end in items[1:]}
    return len(items) > 2 and max(lengths) <= 4 and max(lengths) - min(lengths) <= 1


def _names_places(items: list[Span]) -> bool:
    """Whether the items after the first are as short as names of places, and many: 枫林、望湖、水车巷、东塔、柳堤."""
    return len(items) > 4 and all(1 < end - start <= 4 for start, end in items[1:])


def _at_once(text: str, start: int, items: list[Span]) -> bool:
    """Whether all numbered items stand in one paragraph, where none can be missing."""
    return "\n" not in text[start + 2 : items[-1][0]]


def _leaves_out(text: str, items: list[Span]) -> bool:
    start, end = items[0][0], items[-1][1]
    return _PARTIAL.match(text, start) is not None or _LEAVES_OUT.search(text, items[-1][0], end) is not None


def _add(context: Context, stated: re.Match[str], items: list[Span], complete: bool) -> None:
    start, end = stated.start("count"), stated.end("noun")
    if any(other.kind == "list" and other.start == start for other in context.found[-3:]):
        return
    many = Decimal(number(stated["count"]) or 0)
    context.found.append(Found("list", start, end, "complete" if complete else "open", many, tuple(items)))
