"""The public holidays of China, with the weekends that join them, as the State Council sets them year by year."""

from __future__ import annotations

from datetime import date
from functools import cache

from claims import period as periods
from claims.place import lines

_AHEAD = 45  # days before a holiday on which it is the one to come that is spoken of


@cache
def table() -> dict[tuple[str, int], str]:
    """The days of every holiday, as a period, by its name and year."""
    rows = (line.split(",") for line in lines("holidays.csv"))
    return {
        (name, int(year)): periods.of_days(date.fromisoformat(first), date.fromisoformat(last))
        for year, name, first, last in rows
    }


def of_year(name: str, year: int) -> str:
    """The days of a holiday in a year; empty where the table does not know them."""
    return table().get((name, year), "")


def near(name: str, day: date) -> str:
    """The days of the holiday that is spoken of on `day`: the one soon to come, else the last; empty if unknown."""
    for year in (day.year + 1, day.year, day.year - 1):
        ends = periods.bounds(of_year(name, year))
        if ends is not None and (ends[0] - day).days <= _AHEAD:
            return of_year(name, year)
    return ""


def same_in(period: str, year: int) -> str:
    """The days in `year` of the holiday that `period` is; empty where it is none, or they are unknown."""
    name = next((name for (name, _), days in table().items() if days == period), "")
    return of_year(name, year) if name else ""


def is_holiday(period: str) -> bool:
    """Whether a period is that of a holiday."""
    return period in table().values()
