"""The items of a list: parted by semicolons, commas or joints outside brackets and quotations, or numbered."""

from __future__ import annotations

import re

Span = tuple[int, int]

_DEEPER = {"(": 1, "“": 1, "《": 1, "〈": 1, "「": 1, "【": 1, ")": -1, "”": -1, "》": -1, "〉": -1, "」": -1, "】": -1}
_JOINT = re.compile(r"[ ,]?(?:以及|还有|和|与|及|跟)(?![谐平睦声气解善约其]) ?")
_MARKS = re.compile(r"[()“”《》〈〉「」【】;、,/]")
_ADJACENT = ("》《", "”“")
_HAN = "一二三四五六七八九十"
_REACH = 800
_LAST_REACH = 400  # of the last item
_BOUNDARY = "。;,:!?\n )”】"


def pieces(text: str, start: int, end: int, mark: str) -> list[Span]:
    """The stretch parted at `mark` outside brackets, quotations and titles, each without spaces around it."""
    found: list[Span] = []
    depth, begin = 0, start
    for match in _MARKS.finditer(text, start, end):
        at, char = match.start(), match[0]
        depth = max(0, depth + _DEEPER.get(char, 0))
        if depth:
            continue
        if char == mark and not (mark == "," and _JOINT.match(text, at)):
            _append(found, text, begin, at)
            begin = at + 1
        elif mark == "、" and text[at : at + 2] in _ADJACENT:
            _append(found, text, begin, at + 1)
            begin = at + 1
    _append(found, text, begin, end)
    return found or [(start, end)]


def choices(text: str, start: int, end: int) -> list[list[Span]]:
    """The ways to part a stretch at 、: joints (和, 与, 及) in no item, in the last one, in every one."""
    plain = pieces(text, start, end, "、")
    last = [*plain[:-1], *_joined(text, *plain[-1])]
    every = [span for piece in plain for span in _joined(text, *piece)]
    return [last, plain, every]


def _joined(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    begin = start
    for match in _JOINT.finditer(text, start, end):
        if match.start() > begin and match.end() < end and not _inside(text, start, match.start()):
            _append(found, text, begin, match.start())
            begin = match.end()
    _append(found, text, begin, end)
    return found


def _inside(text: str, start: int, at: int) -> bool:
    return sum(_DEEPER.get(char, 0) for char in text[start:at]) > 0


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start] in " \n,;。、:":
        start += 1
    while end > start and text[end - 1] in " \n,;。、:":
        end -= 1
    if start < end:
        found.append((start, end))


def _mark(style: str, index: int) -> str:
    """The mark of the item `index` (from 1) in the style of the first: 一是 → 三是."""
    han = _HAN[index - 1] if index <= 10 else "十" + _HAN[index - 11]
    if style == "①":
        return chr(ord("①") + index - 1)
    return style.replace("一", han) if "一" in style else style.replace("1", str(index))


_STYLES = re.compile(
    r"[ \n]{0,4}((?:其一|[一1][是要](?![否不])|第一[,、:是]|\(一\)|\(1\)|①|一、|1[、.)](?![0-9])|案例一|案例1|[一1]为))"
)


def enumerated(text: str, start: int) -> list[Span]:
    """The numbered items that begin at `start` (一是…二是…三是…), nothing if none do."""
    match = _STYLES.match(text, start)
    if match is None:
        return []
    style = match[1]
    marks: list[Span] = [match.span(1)]
    while len(marks) < 20:
        at = _next(text, marks[-1][1], _mark(style, len(marks) + 1), style)
        if at < 0:
            break
        marks.append((at, at + len(_mark(style, len(marks) + 1))))
    if len(marks) == 1:
        return []
    edges = [*(begin for begin, _ in marks[1:]), stop(text, marks[-1][1], _LAST_REACH, "。\n")]
    found: list[Span] = []
    for (_, begin), end in zip(marks, edges, strict=True):
        _append(found, text, begin, end)
    return found


def stop(text: str, start: int, reach: int, marks: str) -> int:
    """Where the first of the marks stands, at most `reach` characters on; where those end if there is none."""
    ends = [at for at in (text.find(mark, start, start + reach) for mark in marks) if at >= 0]
    return min(ends, default=min(len(text), start + reach))


def _next(text: str, start: int, mark: str, style: str) -> int:
    """Where the next mark stands at the head of a clause, before the first one comes again; -1 if it does not."""
    limit = min(len(text), start + _REACH)
    again = text.find(style, start, limit)
    limit = again if again >= 0 else limit
    at = text.find(mark, start, limit)
    while at >= 0 and text[at - 1] not in _BOUNDARY:
        at = text.find(mark, at + 1, limit)
    return at
