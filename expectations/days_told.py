"""How many days a total is of: as words count them, from one date to another, or of full months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from claims import period as periods
from claims.claim import Claim
from expectations.numerals import whole
from expectations.words import before, lead

LASTING = re.compile(
    "(?<!含)(?<!含春节)(?<!含国庆)(?<!其中)(?:为期|历时|假期|连续|长达|这|小长假|黄金周|已经?过去|已经?进行|(?<![认以作])为)(?P<days>\\d{1,3}|[三四五六七八九十]{1,2})(?:天|日)"
    "|前(?P<first>\\d{1,2}|[三四五六七八九十]{1,2})[天日](?=[，,累共全已])"
    "|(?P<told>\\d{1,3}|[三四五六七八九十]{1,2})天(?:的?假期|里)"
)
DATES = re.compile(
    "(?P<month>\\d{1,2})月(?P<day>\\d{1,2})日?(?:至|到|—|-|~)(?:(?P<month_to>\\d{1,2})月)?(?P<day_to>\\d{1,2})日"
)
OWN_DAYS = re.compile(
    "(?P<days>\\d{1,3}|[三四五六七八九十]{1,2})天(?:里|内|间)?(?:[（(][^（）()]{1,12}[）)])?[一-鿿]{0,8}$"
)
SOME_MONTHS = re.compile("[\\d一二两三四五六七八九十]个月")  # 到3月底，两个月共释放2160次
SHORT = 30  # characters before a total in which its own days stand
FULL = re.compile("全年|[去上]年|\\d{4}年(?!\\d|[前上下])")
MONTHS = re.compile("[上下]半年|[一二三四1-4]季度|(?<![\\d日])\\d{1,2}月(?:份|，|(?=[一-鿿]))(?![初中末底以])")
WHOLE_YEAR = re.compile("全年")
LEAP = 2024  # of a year that is not told: a leap year counts every date
ABOUT = 2  # days by which the days of a campaign may be told longer or shorter than the holiday that it is held in
MONTHLY = re.compile("月均|每月平均|平均每个?月")
WHOLE_MONTHS = re.compile("全年|[去上]年|\\d{4}年|[上下]半年|前?[一二三四1-4]季度|\\d{1,2}月")
YEAR, FEBRUARY = (365, 366), (28, 29)  # of which year a month is, words may leave open


def days_told(total: Claim, average: Claim, told: str, article: str = "") -> Iterator[int]:
    """The numbers of days that the words up to an average tell, else those of the months or the year of its total.

    Of some days, the article up to there tells the number, if it tells but one.
    """
    if WHOLE_YEAR.search(lead(average)) and len(total.period) == len("2024") and total.period == average.period:
        first, last = periods.bounds(total.period) or (date.min, date.min)
        yield from ((last - first).days + 1,) if last > first else ()  # 全年快递业务量日均50.8万件
        return
    if own := [whole(match["days"]) for match in OWN_DAYS.finditer(before(total, SHORT))]:
        yield from own[-1:]  # 节前15天发送旅客442.5万人次，日均29.5万人次
        return
    if found := _days_in(told, total.period):
        yield from dict.fromkeys(found)
        return
    ends = None if SOME_MONTHS.search(lead(total)) else periods.bounds(total.period)
    if ends is None or total.period != average.period:
        return
    if len(total.period) == len("2024-02-09/2024-02-17"):
        alone = set(_days_in(article, total.period))
        yield from alone if len(alone) == 1 and abs(min(alone) - (ends[1] - ends[0]).days) <= ABOUT else ()
        return
    days, full = (ends[1] - ends[0]).days + 1, ends[0].day == (ends[1] + timedelta(days=1)).day == 1
    if (days in YEAR and FULL.search(before(total))) or (days not in YEAR and full and MONTHS.search(before(total))):
        yield from FEBRUARY if days in FEBRUARY else (days,)


def months_told(total: Claim, average: Claim) -> Iterator[int]:
    """How many months a total is of that is told right before what it comes to a month: 全年接警960起，月均80起."""
    ends, span = periods.bounds(total.period), periods.months(total.period)
    if ends is None or span is None or total.period != average.period or not MONTHLY.search(lead(average)):
        return
    full = ends[0].day == (ends[1] + timedelta(days=1)).day == 1
    if full and span[1] > span[0] and WHOLE_MONTHS.search(total.sentence):
        yield span[1] - span[0] + 1


def _days_in(told: str, period: str) -> list[int]:
    """The numbers of days that words tell, by counting them or by their first and last, in the year of a period."""
    year = periods.year_of(period[: len("2024")]) or LEAP
    dates = [days for match in DATES.finditer(told) if (days := _between(match, year))]
    return [one for one in (*days_lasting(told), *dates) if one > 1]


def days_lasting(told: str) -> list[int]:
    """The numbers of days that words count: 为期40天, 假期8天."""
    found = [whole(match["days"] or match["first"] or match["told"]) for match in LASTING.finditer(told)]
    return [one for one in found if one > 1]


def _between(match: re.Match[str], year: int) -> int:
    month, day, day_to = int(match["month"]), int(match["day"]), int(match["day_to"])
    month_to = int(match["month_to"] or month)
    try:
        first, last = date(year, month, day), date(year, month_to, day_to)
    except ValueError:
        return 0
    return (last - first).days + 1 if last > first else 0
