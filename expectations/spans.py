"""Periods as spans of days: which contains which."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

Span = tuple[date, date]


@lru_cache(maxsize=4096)
def span(period: str) -> Span | None:
    """First and last day of an ISO interval at any grain (`2021`, `2019-01/2019-06`); None if open or unknown."""
    first, _, last = period.partition("/")
    start, end = _days(first), _days(last or first)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def _days(text: str) -> Span | None:
    try:
        numbers = [int(part) for part in text.split("-")]
        if len(numbers) == 1:
            return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
        if len(numbers) == 2:
            last = calendar.monthrange(numbers[0], numbers[1])[1]
            return date(numbers[0], numbers[1], 1), date(numbers[0], numbers[1], last)
        day = date(*numbers)
    except (ValueError, TypeError):
        return None
    return day, day


def contains(outer: str, inner: str) -> bool:
    """Whether `inner` lies within `outer`; False where either is unknown."""
    a, b = span(outer), span(inner)
    return a is not None and b is not None and a[0] <= b[0] and b[1] <= a[1]


def overlap(a: str, b: str) -> bool:
    """Whether two periods share a day; unknown ones do not."""
    left, right = span(a), span(b)
    return left is not None and right is not None and left[0] <= right[1] and right[0] <= left[1]


def earlier(a: str, b: str) -> bool:
    """Whether `a` begins and ends before `b` does."""
    left, right = span(a), span(b)
    return left is not None and right is not None and left[0] < right[0] and left[1] < right[1]


def months(period: str) -> int | None:
    """How many whole months the period has; None where it is no row of whole months."""
    days = span(period)
    if days is None or days[0].day != 1 or (days[1] + timedelta(days=1)).day != 1:
        return None
    return (days[1].year - days[0].year) * 12 + days[1].month - days[0].month + 1
