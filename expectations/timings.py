"""How far two lengths of time told to the minute or second lie apart: 由3小时10分缩短至1小时25分，节省1小时45分."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.interval import Interval
from expectations.blocks import Block
from expectations.lifetimes import Lifetime
from expectations.passages import found

# Of at least two of hours, minutes and seconds, or one of them.
LENGTH = r"(?:\d{1,3}个?小时(?:\d{1,2}分(?:钟)?)?(?:\d{1,2}秒)?|\d{1,3}分(?:钟)?(?:\d{1,2}秒)?|\d{1,3}秒)"
PARTS = re.compile(r"(?:(?P<hours>\d{1,3})个?小时)?(?:(?P<minutes>\d{1,3})分(?:钟)?)?(?:(?P<seconds>\d{1,3})秒)?")
SHORTENED = re.compile(
    rf"(?<![\d.:：])(?P<a>{LENGTH})(?:左右)?(?:缩短|压缩|减少|缩减|降低|降|延长|增加)(?:至|到|为)(?:了)?(?P<b>{LENGTH})"
    rf"[^。；;\d]{{0,6}}[，,](?:共|足足|整整|可|将)?(?:缩短|节省|节约|减少|压缩|省下?|快|延长|增加|多)了?(?P<c>{LENGTH})"
)
# 冠军以2小时10分42秒，亚军以2小时12分05秒，相差1分23秒
APART = re.compile(
    rf"(?<![\d.:：])(?P<a>{LENGTH})[^。；;\d]{{2,40}}?(?P<b>{LENGTH})[^。；;\d]{{0,24}}?"
    rf"(?:相差|落后|领先|慢了?|快了?|差距为?|提高了?|晚了?|早了?)(?:仅|只有|足足)?(?P<c>{LENGTH})"
)
MINUTE = 60  # seconds
HEDGED = re.compile("[约近多余超]")


def timings(block: Block) -> Iterator[Lifetime]:
    """Each such difference that misses by whole minutes, or hours, what the two come to."""
    for pattern in (SHORTENED, APART):
        for place, match in found(block, pattern, "duration", ("小时", "分", "秒")):
            lengths = [_seconds(match[name]) for name in "abc"]
            exact = any(_parts(match[name]) > 1 for name in "ab") and not HEDGED.search(match.group())
            right = abs(lengths[0] - lengths[1])
            off = abs(right - lengths[2])
            whole = off % MINUTE == 0 if right % MINUTE or right < MINUTE * MINUTE else off % (MINUTE * MINUTE) == 0
            if not exact or not off or not right or not whole:
                continue
            unit, per = ("S", 1) if any(length % MINUTE for length in lengths) else ("M", MINUTE)
            yield Lifetime(place, match["c"], Interval.point(lengths[2] // per), Interval.point(right // per), unit)


def _seconds(text: str) -> int:
    match = PARTS.fullmatch(text)
    assert match is not None
    hours, minutes, seconds = (int(match[name] or 0) for name in ("hours", "minutes", "seconds"))
    return (hours * MINUTE + minutes) * MINUTE + seconds


def _parts(text: str) -> int:
    """How many of hours, minutes and seconds a length names."""
    match = PARTS.fullmatch(text)
    return sum(value is not None for value in match.groups()) if match is not None else 0
