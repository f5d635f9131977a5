"""How long something took, told sentences after the day or the hour at which it began and that at which it ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from claims.interval import Interval
from expectations.blocks import Block
from expectations.lifetimes import Lifetime
from expectations.passages import found
from expectations.slips import slipped_values

YEAR = 2023  # of days whose year is not told; of those on both sides of the end of a February none is told
BEFORE = 700  # characters in which the article tells of it
TOOK = (
    "历时|前后(?:只|仅|共|一共)?用了?|(?<=[，,。；;])前后(?:只|仅|共|一共)?|[只仅]用了|整整(?:[熬花用等]了|用时)?|苦战|奋战"
    "|熬了|持续(?:了)?|耗时"
)
DAYS = re.compile(rf"(?:{TOOK})(?P<told>[1-9]\d{{1,2}})(?:天|个?日夜|个昼夜)(?![^，。；]{{0,6}}(?:内|以[内上下]))")
DAY = re.compile(
    r"(?<![\d.])(?<!\d年)(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|[1-9])月(?P<day>[12]\d|3[01]|[1-9])日(?!电|讯|[至到—-])"
)
HOURS = re.compile(
    r"(?:历时|用时|耗时|共用时?|用了(?:整整)?|持续(?:了)?|前后)(?:约|近)?(?P<hours>\d{1,2})个?(?:小时|钟头)(?P<minutes>\d{1,2})分"
)
# 7月9日20时…7月13日8时…历时84小时: whole hours.
WHOLE_HOURS = re.compile(
    r"(?:历时|用时|耗时|持续(?:了)?|前后)(?P<told>[1-9]\d{1,2})个?(?P<half>半)?(?:小时|钟头)(?![\d余多])"
)
STAMP = re.compile(
    r"(?<![\d.])(?:(?<!\d年)(?P<month>1[0-2]|[1-9])月|(?<=[至到]))(?P<day>[12]\d|3[01]|[1-9])日"
    r"(?P<hour>1\d|2[0-4]|\d)时(?:(?P<minute>[0-5]?\d)分)?(?!\d)"
)
FEBRUARY = 2
HALF_DAY = 12  # hours by which days are miscounted
CLOCK = re.compile(r"(?<![\d:：])(?P<hour>[01]?\d|2[0-3])(?:时|[:：])(?P<minute>[0-5]\d)分?(?!秒)")
HOUR = 60  # minutes
DAY_LONG = 24 * HOUR


def lasted(block: Block) -> Iterator[Lifetime]:
    """Lengths one slip away from what the only two days, or two times of day, told before them come to."""
    for place, match in found(block, DAYS, "duration", ("天", "日夜", "昼夜")):
        text = block.documents[place.document].text
        told = int(match["told"])
        days = _days(text[max(0, place.start - BEFORE) : place.start])
        if len(days) != 2:
            continue
        gap = abs((days[1] - days[0]).days)
        if told not in (gap, gap + 1) and any(_slipped(told, right) for right in (gap, gap + 1)):
            yield Lifetime(place, match.group(), Interval.point(told), Interval.of(gap, gap + 1), "D")
    for place, match in found(block, HOURS, "duration", ("小时", "钟头")):
        text = block.documents[place.document].text
        told = int(match["hours"]) * 60 + int(match["minutes"])
        times = list(
            dict.fromkeys(_clock(one) for one in CLOCK.finditer(text, max(0, place.start - BEFORE), place.start))
        )
        gaps = {(b - a) % DAY_LONG for at, a in enumerate(times) for b in times[at + 1 :]}
        near = [gap for gap in gaps if gap % 60 == told % 60 and gap != told and _slipped(gap // 60, told // 60)]
        if told not in gaps and len(near) == 1 and told % 60:
            yield Lifetime(place, match.group(), Interval.point(told), Interval.point(near[0]), "M")
    for place, match in found(block, WHOLE_HOURS, "duration", ("小时", "钟头")):
        text = block.documents[place.document].text
        told = HOUR * int(match["told"]) + (HOUR // 2 if match["half"] else 0)
        stamps = _stamps(text[max(0, place.start - BEFORE) : place.start])
        gap = abs(stamps[1] - stamps[0]) if len(stamps) == 2 else told
        hours, rest = divmod(gap, HOUR)
        if told == gap or rest != told % HOUR:
            continue
        if _slipped(told // HOUR, hours) or abs(told - gap) in (HALF_DAY * HOUR, 2 * HALF_DAY * HOUR):
            size, unit = (1, "M") if rest else (HOUR, "H")
            yield Lifetime(place, match.group(), Interval.point(told // size), Interval.point(gap // size), unit)


def _stamps(text: str) -> list[int]:
    """The different days with an hour that a text names, in minutes from one day on."""
    stamps: dict[int, int] = {}
    month = 0
    for match in STAMP.finditer(text):
        month = int(match["month"] or month)
        try:
            day = date(YEAR, month, int(match["day"]))
        except ValueError:
            continue
        stamps[day.toordinal() * DAY_LONG + int(match["hour"]) * HOUR + int(match["minute"] or 0)] = month
    return [] if _over_february(list(stamps.values())) else list(stamps)


def _days(text: str) -> list[date]:
    """The different days that a text names, those of datelines left out; of two years none is told."""
    told: dict[date, None] = {}
    for match in DAY.finditer(text):
        if text[match.end() : match.end() + 6].lstrip(" ）)").startswith(("电", "讯", "消息")):
            continue
        try:
            told[date(int(match["year"] or YEAR), int(match["month"]), int(match["day"]))] = None
        except ValueError:
            continue
    days = list(told)
    return days if len({day.year for day in days}) == 1 and not _over_february([day.month for day in days]) else []


def _over_february(months: list[int]) -> bool:
    return bool(months) and min(months) <= FEBRUARY < max(months)


def _clock(match: re.Match[str]) -> int:
    return int(match["hour"]) * 60 + int(match["minute"])


def _slipped(told: int, right: int) -> bool:
    """Whether one slip turns a number into another."""
    return Decimal(right) in slipped_values(str(told), Decimal(told))
