"""Periods: ISO intervals at the grain that a text states (`2021`, `2019-01/2019-06`, `2018/2020`, `2023-08-15`).

The empty text is the period that an article leaves open: it is in nothing, the same as nothing, apart from nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


@lru_cache(maxsize=8192)
def bounds(period: str) -> tuple[date, date] | None:
    """The first and the last day of `period`, or None where it is empty or no such period exists."""
    left, slash, right = period.partition("/")
    try:
        first = _days(left)[0]
        last = _days(right if slash else left)[1]
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _days(point: str) -> tuple[date, date]:
    match = _POINT.match(point)
    if match is None:
        raise ValueError(f"not a point of time: {point!r}")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def of_months(year: int, first: int, last: int, last_year: int = 0) -> str:
    """The period from month `first` of `year` to month `last` of it or of `last_year`; twelve months are a year."""
    until = last_year or year
    if (year, first) == (until, last):
        return f"{year:04d}-{first:02d}"
    if first == 1 and last == 12:
        return f"{year:04d}" if year == until else f"{year:04d}/{until:04d}"
    return f"{year:04d}-{first:02d}/{until:04d}-{last:02d}"


def of_days(first: date, last: date) -> str:
    """From one day to another, ISO; the months where the days fill them."""
    if first.day == 1 and (last + timedelta(1)).day == 1:
        return of_months(first.year, first.month, last.month, last.year)
    return first.isoformat() if last <= first else f"{first.isoformat()}/{last.isoformat()}"


def year_of(period: str) -> int | None:
    """The one year in which all of `period` lies, or None."""
    ends = bounds(period)
    return ends[0].year if ends and ends[0].year == ends[1].year else None


def months(period: str) -> tuple[int, int] | None:
    """The first and the last month of `period` as comparable numbers (12 × year + month − 1), or None."""
    ends = bounds(period)
    return (ends[0].year * 12 + ends[0].month - 1, ends[1].year * 12 + ends[1].month - 1) if ends else None


def contains(outer: str, inner: str) -> bool:
    """Whether every day of `inner` lies in `outer`."""
    a, b = bounds(outer), bounds(inner)
    return a is not None and b is not None and a[0] <= b[0] and b[1] <= a[1]


def same(left: str, right: str) -> bool:
    """Whether both are the same days, however written (`2023` and `2023-01/2023-12`)."""
    a = bounds(left)
    return a is not None and a == bounds(right)


def overlap(left: str, right: str) -> bool:
    """Whether both are known and share a day."""
    a, b = bounds(left), bounds(right)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def earlier(left: str, right: str) -> bool:
    """Whether `left` begins and ends before `right` does."""
    a, b = bounds(left), bounds(right)
    return a is not None and b is not None and a[0] < b[0] and a[1] < b[1]


def length_in_days(period: str) -> int:
    """How many days `period` has; 0 where it is unknown."""
    ends = bounds(period)
    return (ends[1] - ends[0]).days + 1 if ends else 0


def shift_years(period: str, years: int) -> str:
    """The same days, months or years `years` later (earlier if negative); the end of February stays its end."""
    return "/".join(_shifted(point, years) for point in period.split("/")) if bounds(period) else ""


def _shifted(point: str, years: int) -> str:
    year = int(point[:4]) + years
    if not 1 <= year <= 9999:
        return ""
    if point[4:] in ("-02-28", "-02-29"):
        _, last = _days(point)
        at_end = last.day == monthrange(last.year, 2)[1]
        return f"{year:04d}-02-{monthrange(year, 2)[1] if at_end else last.day:02d}"
    return f"{year:04d}{point[4:]}"


def shift_months(period: str, count: int) -> str:
    """`period`, made of whole months or years, `count` months later; empty where it is made of days."""
    span = months(period)
    if span is None or len(period.partition("/")[0]) > 7:
        return ""
    first, last = span[0] + count, span[1] + count
    return of_months(first // 12, first % 12 + 1, last % 12 + 1, last // 12)


def before(period: str) -> str:
    """The period of the same length just before: the year, quarter, month or day before; empty where unknown."""
    ends, span = bounds(period), months(period)
    if ends is None or span is None:
        return ""
    if len(period.partition("/")[0]) <= 7:
        return shift_months(period, span[0] - span[1] - 1)
    last = ends[0] - timedelta(days=1)
    first = last - (ends[1] - ends[0])
    return last.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def base_of(period: str, comparison: str) -> str:
    """What a change over `period` is measured from, by the claim's `comparison`; empty where it does not say.

    Year on year gives the year before (the months of it are meant), for months across two years those of the years
    before; period on period the period just before.
    """
    year = year_of(period)
    if comparison == "year_on_year" and year is not None:
        return f"{year - 1:04d}"
    if comparison == "year_on_year" and len(period) == len("2022-11/2023-07"):
        return shift_years(period, -1) if length_in_days(period) <= 366 else ""
    return before(period) if comparison == "period_on_period" else ""
