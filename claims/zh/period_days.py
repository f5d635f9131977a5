"""Days, weeks and thirds of months: which ones a time names."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from claims import period as periods
from claims.zh.period_reading import Reading
from claims.zh.period_story import Story

# 22日 in an article of 18 August is to come where the words around it look ahead.
_FORESEEN = 10  # days
_TO_COME = re.compile(r"[将预或]|未来|气象|台风|继续|即日起")
_SHORTLY_BEFORE = 3  # 7月22日报道称,…21日: days


def of_days(year: int, reading: Reading) -> str:
    try:
        first = date(year, reading.first, reading.day)
        last = date(year, reading.first, reading.last_day or reading.day)
    except ValueError:
        return ""
    return periods.of_days(first, last)


def bare_day(story: Story, start: int, reading: Reading) -> str:
    """8日: of the month of the day just named, else of publication or, if that lies ahead, the one before."""
    published = story.published
    ahead = published is not None and reading.day > published.day + 1
    near = story.day if story.day is not None and story.holds(story.day_at, start) else None
    if near is not None and near.day - reading.day <= (_SHORTLY_BEFORE if ahead else 0):
        return of_days(near.year, replace(reading, first=near.month))
    if published is None:
        return ""
    if not ahead or (reading.day - published.day <= _FORESEEN and _TO_COME.search(story.text, start - 60, start + 40)):
        return of_days(published.year, replace(reading, first=published.month))
    before = published.replace(day=1) - timedelta(days=1)
    return of_days(before.year, replace(reading, first=before.month))


def third(month: str, edge: str) -> str:
    """The first ten days of a month, the next ten, or the rest."""
    ends = periods.bounds(month)
    if ends is None:
        return ""
    first, last = {"early": (1, 10), "middle": (11, 20), "late": (21, ends[1].day)}[edge]
    return f"{month}-{first:02d}/{month}-{last:02d}"


def is_week(period: str) -> bool:
    """Whether a period is some days up to a week."""
    ends = periods.bounds(period)
    return ends is not None and 0 < (ends[1] - ends[0]).days < 7


def week_of(year: int, number: int) -> str:
    """The week of that number, as ISO 8601 and the health authorities count them; empty if the year has none."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return ""
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def week(published: date, reading: Reading) -> str:
    monday = published - timedelta(days=published.weekday() - 7 * reading.shift)
    day = reading.name.partition(":")[2]
    if day and day in "一二三四五六日":
        return (monday + timedelta(days="一二三四五六日".index(day))).isoformat()
    first = monday + timedelta(days=5 if day else 0)
    return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
