"""Rises and falls that are told without a figure: 持续下降, 双双上升, 两降两升, 三个下降."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.zh import phrase, slots
from claims.zh.mentions.context import Context, Found, number
from claims.zh.slots import Slot

# fmt: off
UP = [
    "增长", "增加", "上升", "提高", "上涨", "提升", "攀升", "回升", "扩大", "走高", "上扬", "上行", "走强", "拉升",
    "升高", "加快", "增多",
]
DOWN = [
    "下降", "减少", "降低", "下跌", "回落", "下滑", "收窄", "萎缩", "走低", "下行", "减缓", "放缓", "缩减", "走弱",
    "缩小",
]
# fmt: on
FLAT = ["持平"]
NUMBERS = ["双", "两", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
# 双减 and 双增 name policies.
COUNTED = [f"{many}{verb}" for many in NUMBERS for verb in ("升", "降", "个下降", "个上升", "个增长", "个减少")] + [
    f"{many}{verb}" for many in ("双双", "双") for verb in (*UP, *DOWN)
]

_ENDS = ",;。!?\n、”)"
_TRENDS = ("趋势", "态势", "势头", "的趋势", "的态势", "的势头", "走势", "通道")
_UNREAL = re.compile(
    r"将|会|可能|预[计测期]|有望|如果|若|假如|一旦|防止|避免|防范|控制|促进|推动|为了|拉动|随着|带动|助力|导致|引起|造成|没有|未|无|不(?!断|同|少)|[尚有亟]待|酌情|能否"
    r"|是否|需|应|希望|计划|目标|力争|确保|得益于|由于|因为?|随[着年]|当|使|令|让|担心|担忧|支持|决定|要求|继续努力|着力|进一步[^,]{0,4}$|可以|能够|有利于|有助于|伴随|[对向为把将]"
)
_PAIRS = re.compile(
    r"(?P<many>双双?|[两一二三四五六七八九十]个?)(?P<verb>增长|增加|上升|提高|上涨|提升|回升|走高|下降|减少|降低|下跌|回落|下滑|走低|收窄|[升降])"
)
_OTHER = re.compile(r"[与和同跟]|(?:基本|大体|大致)")
_WORD_BEFORE = ("这", "那", "新", "第", "十", "百")


def move(context: Context, start: int, end: int, direction: str) -> None:
    """Add the rise or fall that the word at `start` tells, if its clause ends there and gives no figure."""
    text = context.text
    after = end + (text[end : end + 1] == "了")
    if text[after : after + 1] not in _ENDS and not text.startswith(_TRENDS, after):
        return
    begin = context.clause_start(start)
    if start - begin < 2 or text[start - 1] in "的之或“次" or _UNREAL.search(text, begin, start):
        return
    if any(figure.quantity.end > begin for figure in context.figures(begin - 20, start)):
        return
    if direction == "flat":
        start_of_other = _OTHER.search(text, begin, start)
        measure, code, period = context.named(begin, start_of_other.start() if start_of_other else start)
    else:
        measure, code, period = context.named(begin, start)
    if len(measure) < 2 or len(measure) > 30:
        return
    context.found.append(Found("direction", start, end, direction, measure=measure, place=code, period=period))


def counted(context: Context, start: int, end: int, _: str) -> None:
    """Add several rises or falls told by their number."""
    if start < context.done:
        return
    text, at = context.text, start
    moves: list[tuple[int, str]] = []
    while match := _PAIRS.match(text, at):
        many = 2 if match["many"][0] == "双" else number(match["many"][0]) or 0
        moves.append((many, "up" if match["verb"] in UP or match["verb"] == "升" else "down"))
        at = match.end()
        if text[at : at + 1] in ("、", ",") and _PAIRS.match(text, at + 1):
            at += 1
    context.done = at
    total = sum(many for many, _ in moves)
    if total < 2 or text[at : at + 1] in "级降格温幅压低息班旗国":
        return
    # 一增长 after 这 is no number, and 升 and 降 alone make many words.
    bare = text[at - 1] in "升降" and text[at : at + 1] not in _ENDS + "的:"
    if len(moves) == 1 and (bare or text[start - 1 : start] in _WORD_BEFORE):
        return
    begin = context.clause_start(start)
    measure, code, period = context.named(begin, start)
    items = tuple((slot.start, slot.end) for slot in _listed(context, begin, start))
    context.found.append(
        Found(
            "direction", start, at, _reading(moves), Decimal(total), items if len(items) == total else (), measure,
            code, period,
        )
    )  # fmt: skip


def _reading(moves: list[tuple[int, str]]) -> str:
    if len(moves) == 1 and moves[0][0] == 2:
        return f"both_{moves[0][1]}"
    return " ".join(f"{many}{direction}" for many, direction in moves)


def _listed(context: Context, begin: int, end: int) -> list[Slot]:
    """The things listed right before the offset: 警情、案件 of 警情、案件双下降."""
    row = slots.row(
        context.text, begin, end, [], context.times(begin, end), [p for p in context.places(begin, end) if p.end <= end]
    )
    while row and row[-1].role in ("adverb", "verb", "cmp", "link", "conj"):
        row.pop()
    items: list[Slot] = []
    fresh = True
    for slot in reversed(row):
        if slot.word == "、" or slot.word in phrase.AND:
            fresh = True
        elif slot.role in ("gap", "place", "change_noun", "up", "down") or (slot.word == "的" and items):
            if fresh:
                items.append(Slot("gap", slot.start, slot.end, slot.word))
                fresh = False
            else:
                items[-1].start = slot.start
        elif slot.role == "verb" and not fresh and items and slot.end == items[-1].start and len(items) > 1:
            items[-1].start = slot.start
        else:
            break
    return items[::-1]
