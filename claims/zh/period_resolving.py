"""Which period a time names, given what the text named before it and the day it was published."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from claims import holidays
from claims import period as periods
from claims.zh.period_days import bare_day, is_week, of_days, third, week, week_of
from claims.zh.period_reading import Reading
from claims.zh.period_story import REACH, Story

# A month or day up to so many months ahead is to come; one further ahead was last year's.
_AHEAD = 3
_AHEAD_OF = re.compile("(?<!截)[到至]$|今年|力争|计划|预计|争取|有望|将|拟|目标|确保")
_HEAD = 400  # characters
_REPORTING = 3  # the last month in which the year before is what is mostly reported
_FROM = re.compile("[由从][^,。;]{2,16}[到至]\\Z")
_TO_COME_BEHIND = re.compile(
    "[^。;]{0,20}(?:将(?!近)|预计|有望|力争|可达|(?<![主重需必首纲摘])要(?![求素闻点])|(?<!模)拟)"
)
_TO_COME = re.compile("全年度?[^,。;0-9]{0,10}(?:计划|预计|力争|预期|目标|任务|将|拟|有望|安排|预算|至少|确保)")
_HALF_YEAR = 6  # months
_AFTER_HALF = (7, 8)  # months in which the first half-year is reported
_YEARS = re.compile("([0-9]{4})/([0-9]{4})")
_IN_TITLE = re.compile("[(]([12][0-9]{3})年? ?[—–~-]{1,2} ?([12][0-9]{3})年?[)]")
_FISCAL = re.compile("财年|财季")
_LAST_WEEKS = 21  # days


def resolve(story: Story, start: int, reading: Reading, role: str) -> str:
    """The period that `reading` at `start` names, ISO; empty where it stays open."""
    if reading.name == "week" and reading.count:
        return week_of(_year(story, start, reading), reading.count)
    if reading.name:
        return _named(story, start, reading, role)
    if reading.until:
        return _until_published(story, f"{reading.year}/{reading.until}") if reading.since else _five_years(reading)
    if reading.day and not reading.first:
        return bare_day(story, start, reading)
    year = _year(story, start, reading)
    if reading.same:
        return _same_months(story.told(start), year)
    if not year or (reading.first and (reading.fiscal or _is_fiscal(story, start, reading))):
        return ""
    return _in_year(story, year, reading, role)


def join(left: str, right: str) -> str:
    """From the start of `left` to the end of `right`, at the finer grain of the two; empty if that is no period."""
    a, b = periods.bounds(left), periods.bounds(right)
    if a is None or b is None or a[0] > b[1]:
        return ""
    grain = max(len(left.partition("/")[0]), len(right.partition("/")[2] or right))
    if grain == len("2023-08-11"):
        return periods.of_days(a[0], b[1])
    return f"{a[0].isoformat()[:grain]}/{b[1].isoformat()[:grain]}"


def ending(period: str, count: int) -> str:
    """The `count` months of which `period` is the end."""
    span = periods.months(period)
    if span is None:
        return ""
    first, last = span[1] - count + 1, span[1]
    return periods.of_months(first // 12, first % 12 + 1, last % 12 + 1, last // 12)


def _five_years(reading: Reading) -> str:
    if reading.edge == "end":
        return f"{reading.until}-12-31"
    return f"{reading.year}-01" if reading.edge == "start" else f"{reading.year}/{reading.until}"


def _in_year(story: Story, year: int, reading: Reading, role: str) -> str:
    if reading.day:
        period = of_days(year, reading)
    elif not reading.first:
        if reading.edge == "end":
            return f"{year}-12-31"
        if reading.edge == "start" and not reading.since:
            return f"{year - 1}-12-31" if role == "base" else f"{year}-01"
        this_year = story.published is not None and year == story.published.year
        period = f"{year}-01" if this_year and reading.since else str(year)
    elif reading.edge == "end":
        period = periods.of_months(year, reading.last, reading.last)
    else:
        last_year = year + 1 if reading.last < reading.first else year
        period = periods.of_months(year, reading.first, reading.last, last_year)
    if reading.since:
        return _until_published(story, period)
    return third(period, reading.edge) if reading.edge in ("early", "middle", "late") else period


def _until_published(story: Story, period: str) -> str:
    """From the start of `period` to the day of publication, at the grain of the start; its start if that is to come."""
    ends = periods.bounds(period)
    began = period.partition("/")[0]
    if ends is None or story.published is None:
        return began[:4] if began[:4] == str(story.this_year) else ""
    if ends[0] > story.published:
        return began
    until = story.published.isoformat()[: len(began)]
    return began if began == until else f"{began}/{until}"


def _year(story: Story, start: int, reading: Reading) -> int:
    """The year of a time: stated, counted from publication or the text, or taken from what was just named."""
    published = story.published
    if reading.year:
        return reading.year
    this = story.this_year
    if reading.anchor == "published":
        return this + reading.shift if this else 0
    if reading.anchor == "text" and not reading.shift and (aside := story.named_in_sentence(start)):
        return aside  # 2018年这一比例为12.5%,当年受理336人
    if reading.anchor == "text":
        told = periods.bounds(story.reference) if reading.shift else None
        named = told[1].year if told else (0 if reading.shift else story.year)
        return (named or this) + reading.shift if named or this else 0
    near = story.year if story.holds(story.year_at, start) else 0
    recent = published is None or this - 4 <= near <= this or story.text.find("。", story.year_at, start) < 0
    if near and recent and (published is None or near <= this) and not _is_news(story, start, reading):
        return near  # not of a year long past that the sentence before named: 成立于2001年。…8月4日
    if published is None:
        return this
    long_past = reading.kind == "months" and reading.first == 1 and reading.last - published.month >= _HALF_YEAR - 1
    if long_past and published.month <= _REPORTING and "月" in story.text[start : start + 8]:
        return this - (_TO_COME_BEHIND.match(story.text, start) is None)  # 前10个月破案141起, in January
    unfinished = reading.kind in ("half", "quarter") and reading.last >= published.month
    if unfinished and _reports_last_year(story) and _AHEAD_OF.search(story.text, max(0, start - 10), start) is None:
        return this - 1  # 从进度看,上半年完成…,下半年完成…, in February
    return this - 1 if reading.first - published.month > _AHEAD else this


def _is_fiscal(story: Story, start: int, reading: Reading) -> bool:
    """Whether a quarter or a half is one of the financial year that its paragraph told of: 2023财年…。第四季度收入…."""
    if reading.year or reading.kind not in ("quarter", "half"):
        return False
    paragraph = max(story.text.rfind("\n", 0, start) + 1, start - 2 * REACH)
    return _FISCAL.search(story.text, paragraph, start) is not None


def _reports_last_year(story: Story) -> bool:
    """Whether an article of the first months of a year tells at its head of the year before."""
    published = story.published
    if published is None or published.month > _REPORTING:
        return False
    return story.text.find(f"{published.year - 1}年", 0, _HEAD) >= 0


def _closes_last_year(story: Story, start: int) -> bool:
    """Whether the end of a year is that of the last one, of all of which the text tells: 2024年…。年末常住人口…."""
    told = periods.bounds(story.reference)
    as_of = story.text.endswith(("截至", "截止"), 0, start)
    if as_of and told is None and story.published is not None:
        return story.published.month <= _REPORTING and _TO_COME_BEHIND.match(story.text, start) is None
    if told is None or (told[1].year, told[1].month) != (story.this_year - 1, 12):
        return False
    if _FROM.search(story.text, max(0, start - 20), start) is not None:
        return True  # 由年初的46件清到年末的3件
    return _AHEAD_OF.search(story.text, max(0, start - 10), start) is None and story.text[start + 2 : start + 3] != "前"


def _looks_back_in_spring(story: Story, start: int) -> bool:
    """Whether 全年, told early in a year, is the year that has passed: no 全年计划, 预计全年."""
    if story.published is None or story.published.month > _REPORTING:
        return False
    ahead = _AHEAD_OF.search(story.text, max(0, start - 10), start) or _TO_COME.match(story.text, start)
    return ahead is None


def _is_news(story: Story, start: int, reading: Reading) -> bool:
    """Whether a day is of the last weeks, though the sentence before named another year: 2021年…捐赠。8月16日,…"""
    if story.published is None or not reading.day or story.text.find("。", story.year_at, start) < 0:
        return False
    ends = periods.bounds(of_days(story.this_year, reading))
    alone = story.text[story.year_at - 1 : story.year_at] == "年"
    return alone and ends is not None and 0 <= (story.published - ends[1]).days <= _LAST_WEEKS


def _same_months(reference: str, year: int) -> str:
    """The months of `reference` in `year`; the year alone where no months were named."""
    ends = periods.bounds(reference)
    if ends is None:
        return str(year) if year else ""
    if year and holidays.is_holiday(reference):
        return holidays.same_in(reference, year)
    return periods.shift_years(reference, year - ends[1].year) if year else reference


def _named(story: Story, start: int, reading: Reading, role: str) -> str:
    published, name = story.published, reading.name
    if name.startswith("holiday:"):
        return _holiday(story, start, reading)
    if name == "past":
        for told in filter(None, (_YEARS.fullmatch(story.reference), _YEARS.fullmatch(story.years), _titled(story))):
            first, last = int(told[1]), int(told[2])
            if last - first + 1 == reading.count:  # 2022年至2024年…。三年间,…
                back = reading.count if role == "base" else 0  # 是前五年的1.9倍
                return f"{first - back}/{last - back}"
        # The last twelve months are no year of the calendar: left open.
        this = story.this_year if reading.count >= 2 else 0
        if this and _reports_last_year(story):
            return f"{this - reading.count}/{this - 1}"  # 五年来, in January, in a report on the five years to the last
        return f"{this - reading.count}/{this + reading.shift}" if this else ""
    if name == "day":
        day = published if reading.anchor == "published" else story.day or published
        return (day + timedelta(days=reading.shift)).isoformat() if day else ""
    if name in ("month", "quarter"):
        return _turn(story, start, reading, 1 if name == "month" else 3)
    if name == "half":
        return _half(story)
    if (
        name == "same"
        and story.text[start - 1 : start] in ("\n", "。")
        and periods.contains(story.years, story.reference)
    ):
        return story.years  # 2018年至2022年…降到去年的238人。\n同期审结…
    if name in ("report", "same"):
        ends = periods.bounds(story.told(start))
        return ends[1].isoformat() if ends and reading.edge == "end" else story.told(start)
    if name == "whole":
        ends = periods.bounds(story.reference)
        today = story.day is not None and story.day == published and story.day_at == story.year_at  # 今天…全年
        looks_back = _looks_back_in_spring(story, start) and not story.holds(story.year_at, start)
        year = story.year or (ends[1].year if ends and ends[0] < ends[1] else 0)
        year = 0 if today or story.runs_on or looks_back else year
        if not year and published is not None:
            year = published.year - _looks_back_in_spring(story, start)
        return str(year) if year else ""
    if name == "week:" and not reading.shift and is_week(story.days):
        return story.days
    if name == "then":  # 到2027年…,到那时: the time to come that was just named
        return story.ahead if start - story.ahead_at <= REACH else ""
    if name == "following":  # 2019年底1.86万台,此后四年年底依次为…
        year = story.year if story.holds(story.year_at, start) else 0
        known = year and published is not None and year + reading.count <= published.year
        return f"{year + 1}/{year + reading.count}" if known else ""
    if name == "later":
        year = story.year + reading.count if story.year and story.holds(story.year_at, start) else 0
        return str(year) if published is not None and 0 < year <= published.year else ""
    if published is None or name in ("now", "term"):
        return ""
    if name == "year" and reading.since:
        return _until_published(story, f"{published.year}-01")
    if name == "year" and reading.edge == "start" and role == "base":
        return f"{published.year - 1 - _closes_last_year(story, start)}-12-31"
    if name == "year" and not reading.edge and story.holds(story.year_at, start) and story.year <= published.year:
        return str(story.year)  # 2022年全省…,年内新建…
    if name == "year":
        return {
            "end": f"{published.year - _closes_last_year(story, start)}-12-31",
            "start": f"{published.year - _closes_last_year(story, start)}-01",
        }.get(reading.edge, str(published.year))
    if name.startswith("weekday:"):
        back = (published.weekday() - "一二三四五六日".index(name[-1])) % 7
        return (published - timedelta(days=back)).isoformat()
    return week(published, reading)


def _titled(story: Story) -> re.Match[str] | None:
    """The years that the head of the text names in brackets, as titles of reports do: 白皮书(2021—2023)."""
    return _IN_TITLE.search(story.text, 0, _HEAD)


def _half(story: Story) -> str:
    """The half-year that is told of, else that before publication right after a first half; of other months none."""
    told = periods.months(story.reference)
    published = story.published
    ends = periods.bounds(story.reference)
    passed = ends is not None and (published is None or ends[1] < published)
    if told is not None and passed and told[1] - told[0] + 1 == _HALF_YEAR:
        return story.reference
    return (
        f"{published.year}-01/{published.year}-06" if published is not None and published.month in _AFTER_HALF else ""
    )


def _holiday(story: Story, start: int, reading: Reading) -> str:
    """The days of a holiday: of the year named, else of the one spoken of on the day of publication."""
    name = reading.name.partition(":")[2]
    if reading.year or reading.anchor:
        return holidays.of_year(name, _year(story, start, reading))
    return holidays.near(name, story.published) if story.published is not None else ""


def _names_month(story: Story, start: int, month: int) -> bool:
    """Whether the sentence has named this month before: 6月客户总数9.85亿户，本月净增228万户."""
    head = story.text[story.text.rfind("。", 0, start) + 1 : start]
    return re.search(rf"(?<!\d){month} ?月(?!\d)", head) is not None


def _turn(story: Story, start: int, reading: Reading, length: int) -> str:
    """This, the last or the next month (length 1) or quarter (3): counted from the one the text is about, if it is."""
    told = periods.months(story.reference)
    # 二季度…,本季度仅下滑2%: a report's own quarter; 本月 is the month in which it is told.
    own = reading.anchor == "text" or (not reading.shift and (length == 3 or story.published is None))
    own |= not reading.shift and told is not None and _names_month(story, start, told[0] % 12 + 1)
    if own and told and told[1] - told[0] + 1 == length:
        first = told[0]
    elif length == 1 and told and reading.anchor == "text":
        first = told[1]  # 前8个月…,当月
    elif story.published is not None:
        month = story.published.month - 1
        first = story.published.year * 12 + month - month % length
    else:
        return ""
    first += reading.shift * length
    if reading.day:
        return of_days(first // 12, replace(reading, first=first % 12 + 1))
    last = first + length - 1
    if reading.edge == "end":
        first = last
    period = periods.of_months(first // 12, first % 12 + 1, last % 12 + 1, last // 12)
    return third(period, reading.edge) if reading.edge in ("early", "middle", "late") else period
