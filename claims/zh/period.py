"""Times in Chinese articles, resolved: which period each names, and whether a figure is about it or measured from it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta

from claims import period as periods
from claims.zh.period_reading import Reading, read
from claims.zh.period_words import TIME


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time in a text, `text[start:end]`. `period` is ISO, or empty where the text and its date leave it open.

    `kind`: year, half, quarter, months, month, day, as_of (截至6月底), to_date (今年以来), years (五年来), relative (去年),
    clock, stamp, vague (近年来). `role`: what a figure is about (`reference`), what a change is measured from (`base`), or
    an earlier time whose level is stated (`former`).
    """

    start: int
    end: int
    kind: str
    period: str
    role: str = "reference"


@dataclass(slots=True)
class _Story:
    """What the text has named so far."""

    text: str
    published: date | None
    reference: str = ""  # the period that figures were last about
    year: int = 0  # the year last named, and where
    year_at: int = -9999
    day: date | None = None  # the day last named, and where
    day_at: int = -9999
    since: str = ""  # the running period last named, and where
    since_at: int = -9999
    spans: list[TimeSpan] = field(default_factory=list)


# How far on a year or a day that was named still holds, in characters.
_REACH = 200
_BASE_BEFORE = re.compile(
    r"(?:(?<!占)比|(?<!比)较(?:之|于)?|相[比较]于?|对比|[高低多少优好快慢大小强弱晚早]于|超过?|恢复[到至]|追平|持平于)(?:疫情前的?)?\Z"
)
_BASE_WITH = re.compile(r"(?:与|和|同|跟|是|为|达|达到|相当于|占)\Z")
_WITH_AFTER = re.compile(r"[^,。;:、0-9]{0,10}?(?:相比|持平|相当|一致|对比|相较|比较)")
_TIMES_AFTER = re.compile(r"(?:水平)?的(?:约|近|超)?[0-9.]{1,6}(?:%|倍|成)")
_LEVEL_AFTER = re.compile(r"[^,。;:、0-9]{0,8}?(?:为|是|达|仅|净?亏损|盈利|实现|:)|的?[0-9]|\([^)]{0,12}[0-9]")
_FORMER_LEVEL = re.compile(
    r"(?:全年)?(?:的|[^,。;、0-9]{0,8}?(?:下降|增长|上升|减少|增加|亏损|盈利))(?:约|近|超)?[0-9]"
)
_FLOW = re.compile(
    r"[^。;]{0,24}?(?:累计|(?<!公)共(?![同建有享产])|已(?:有|经)?(?:发|收|立|完|审|查|破|抓|受|办|建|为|支|实现)|新增)"
)
_STARTS = re.compile(r"[^。;0-9]{0,12}?(?:启动|开展|部署|上线|成立|设立|施行|实施|启用|开始|开通)")
_JOIN = re.compile(r" ?(?:至|到|[-—–~～－]{1,2}) ?")
_LIST = re.compile(r"[、和及与]")


def find(text: str, published: date | None) -> list[TimeSpan]:
    """Every time in `text` (folded one to one), in order and apart; `published` is the day that relative ones count from."""
    story = _Story(text, published)
    for match in TIME.finditer(text):
        start, end = match.span()
        reading = read(match[0])
        if reading.kind == "clock":
            story.spans.append(TimeSpan(start, end, "clock", ""))
        elif reading.kind == "vague":
            story.spans.append(TimeSpan(start, end, "vague", ""))
        else:
            _tell(story, start, end, reading)
    return story.spans


def _tell(story: _Story, start: int, end: int, reading: Reading) -> None:
    """Resolve one time and add it, joined with the one before where the two are the ends of a range."""
    role = _role(story, start, end, reading)
    last = story.spans[-1] if story.spans else None
    joined = last is not None and start - last.end <= 4 and last.period and _JOIN.fullmatch(story.text, last.end, start)
    period = _resolve(story, start, reading, role)
    kind = reading.kind
    if kind == "as_of" or (
        kind in ("day", "month") and story.text[max(start - 3, 0) : start].rstrip("到").endswith(("截至", "截止"))
    ):
        kind = "as_of"
        period = _running(story, start, end, period)
    if joined and last is not None:
        period = _range(last.period, period)
        kind = "years" if len(period) == 9 else "months" if len(period) > 7 and period.count("-") == 2 else kind
        role, start = last.role, last.start
        story.spans.pop()
    story.spans.append(TimeSpan(start, end, kind, period, role))
    _remember(story, start, end, reading, story.spans[-1])


def _remember(story: _Story, start: int, end: int, reading: Reading, span: TimeSpan) -> None:
    ends = periods.bounds(span.period)
    if ends is None or (story.published is not None and ends[0] > story.published):
        return
    if span.kind in ("day", "stamp", "as_of") and ends[0] == ends[1]:
        story.day, story.day_at = ends[0], end
    if span.role != "reference":
        return
    if reading.year or reading.anchor:
        story.year, story.year_at = ends[1].year, end
    if span.kind == "to_date":
        story.since, story.since_at = span.period, end
    elif story.published is not None and span.kind in ("year", "month", "day") and _STARTS.match(story.text, end):
        began = span.period.partition("/")[0]
        story.since, story.since_at = f"{began}/{story.published.isoformat()[: len(began)]}", end
    if span.kind not in ("day", "stamp", "vague") and reading.name not in ("day", "year"):
        story.reference = span.period


def _role(story: _Story, start: int, end: int, reading: Reading) -> str:
    text = story.text
    before = text[max(start - 8, 0) : start]
    last = before[-1:]
    if last and last in "比较之于过超到至平前的" and _BASE_BEFORE.search(before):
        return "former" if text[end : end + 1] == "的" and text[end + 1 : end + 2].isdigit() else "base"
    if last and last in "与和同跟是为达于占":
        if last in "与和同跟" and _WITH_AFTER.match(text, end):
            return "base"
        if last in "是为达于占" and _TIMES_AFTER.match(text, end) and _BASE_WITH.search(before):
            return "base"
    if last and last in "由从" and not reading.since and _FORMER_LEVEL.match(text, end):
        return "former"
    earlier = reading.same or reading.edge in ("end", "start") and (reading.anchor == "text" or reading.shift < 0)
    if earlier and _LEVEL_AFTER.match(text, end):
        return "former"
    if story.spans and last and last in "、和及与":
        previous = story.spans[-1]
        if previous.role == "base" and previous.end + 1 == start:
            return "base"
    return "reference"


def _resolve(story: _Story, start: int, reading: Reading, role: str) -> str:
    if reading.name:
        return _resolve_name(story, start, reading)
    if reading.until:
        return _until_published(story, date(reading.year, 1, 1), f"{reading.year}/{reading.until}", reading)
    if reading.same:
        year = _year(story, start, reading)
        return _same_months(story.reference, year)
    if reading.day and not reading.first:
        return _bare_day(story, start, reading)
    year = _year(story, start, reading)
    if not year:
        return ""
    return _in_year(story, year, reading, role)


def _in_year(story: _Story, year: int, reading: Reading, role: str) -> str:
    if reading.day:
        return _days(year, reading)
    if not reading.first:
        if reading.edge == "end":
            return f"{year}-12-31"
        if reading.edge == "start" and not reading.since:
            return f"{year - 1}-12-31" if role == "base" else f"{year}-01"
        this_year = reading.anchor == "published" and reading.shift == 0
        period = f"{year}-01" if this_year and reading.since else str(year)
    elif reading.edge == "end":
        period = periods.of_months(year, reading.last, reading.last)
    else:
        last_year = year + 1 if reading.last < reading.first else year
        period = periods.of_months(year, reading.first, reading.last, last_year)
    if reading.since:
        ends = periods.bounds(period)
        return _until_published(story, ends[0], period, reading) if ends else ""
    if reading.edge in ("early", "middle", "late"):
        return _third(period, reading.edge)
    return period


def _third(month: str, edge: str) -> str:
    """The first ten days of a month, the next ten, or the rest."""
    ends = periods.bounds(month)
    if ends is None:
        return ""
    first, last = {"early": (1, 10), "middle": (11, 20), "late": (21, ends[1].day)}[edge]
    return f"{month}-{first:02d}/{month}-{last:02d}"


def _days(year: int, reading: Reading) -> str:
    try:
        first = date(year, reading.first, reading.day)
        last = date(year, reading.first, reading.last_day or reading.day)
    except ValueError:
        return ""
    if reading.since or last < first:
        return first.isoformat()
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _until_published(story: _Story, first: date, period: str, reading: Reading) -> str:
    """From the start of `period` to the day of publication, at the grain of the start; `period` itself unless `since`."""
    if not reading.since:
        return period
    if story.published is None or first > story.published:
        return ""
    grain = len(period.partition("/")[0])
    until = story.published.isoformat()[:grain]
    begin = period.partition("/")[0]
    return begin if begin == until and grain != 4 else f"{begin}/{until}"


def _year(story: _Story, start: int, reading: Reading) -> int:
    """The year of a time: stated, counted from the day of publication or the text, or taken from what was just named."""
    published = story.published
    if reading.year:
        return reading.year
    if reading.anchor == "published":
        return published.year + reading.shift if published else 0
    told = periods.bounds(story.reference)
    if reading.anchor == "text":
        if reading.shift == 0:
            return story.year or (published.year if published else 0)
        if told:
            return told[1].year + reading.shift
        return published.year + reading.shift if published else 0
    near = story.year if story.year and _near(story, story.year_at, start) else 0
    if near and (published is None or near <= published.year):
        return near
    if published is None:
        return 0
    return published.year - 1 if _begins_later(reading, published) else published.year


def _begins_later(reading: Reading, published: date) -> bool:
    """Whether the months or the day would lie ahead in the year of publication; a plan for this year mostly names it."""
    return (reading.first, reading.day or 1) > (published.month, published.day)


def _near(story: _Story, at: int, start: int) -> bool:
    """Whether what was named at `at` still holds at `start`: in the same paragraph, this sentence or the one before."""
    if start - at > _REACH:
        return False
    return story.text.find("\n", at, start) < 0 and story.text.count("。", at, start) <= 1


def _same_months(reference: str, year: int) -> str:
    """The months of `reference` in `year`; the year alone where no months were named."""
    ends = periods.bounds(reference)
    if ends is None:
        return str(year) if year else ""
    return periods.shift_years(reference, year - ends[1].year) if year else reference


def _bare_day(story: _Story, start: int, reading: Reading) -> str:
    """8日: of the month of the day just named, else of the month of publication or, if that lies ahead, the one before."""
    if story.day is not None and _near(story, story.day_at, start) and story.day.day <= reading.day:
        return _days(story.day.year, _of_month(reading, story.day.month))
    published = story.published
    if published is None:
        return ""
    if reading.day <= published.day:
        return _days(published.year, _of_month(reading, published.month))
    before = published.replace(day=1) - timedelta(days=1)
    return _days(before.year, _of_month(reading, before.month))


def _of_month(reading: Reading, month: int) -> Reading:
    return Reading(reading.kind, first=month, last=month, day=reading.day, last_day=reading.last_day)


def _resolve_name(story: _Story, start: int, reading: Reading) -> str:
    published, name = story.published, reading.name
    if name == "now":
        return ""
    if name == "past":
        # The last twelve months are no year of the calendar: left open.
        if published is None or reading.count < 2:
            return ""
        return f"{published.year - reading.count}/{published.year}"
    if name == "day":
        day = published if reading.anchor == "published" else story.day or published
        return (day + timedelta(days=reading.shift)).isoformat() if day else ""
    if name in ("month", "quarter"):
        return _turn(story, reading, 1 if name == "month" else 3)
    if name in ("report", "same"):
        return _last_day(story.reference) if reading.edge == "end" else story.reference
    if name == "whole":
        told = periods.bounds(story.reference)
        return (
            str(story.year or (told[1].year if told else 0) or (published.year if published else ""))
            if story.year or told or published
            else ""
        )
    if name == "year":
        if published is None:
            return ""
        return {"end": f"{published.year}-12-31", "start": f"{published.year}-01"}.get(
            reading.edge, str(published.year)
        )
    return _week(published, reading)


def _last_day(period: str) -> str:
    ends = periods.bounds(period)
    return ends[1].isoformat() if ends else ""


def _turn(story: _Story, reading: Reading, length: int) -> str:
    """This, the last or the next month (length 1) or quarter (3): counted from the one the text is about, if it is."""
    told = periods.months(story.reference)
    if reading.anchor == "text" and told and told[1] - told[0] + 1 == length:
        first = told[0]
    elif story.published is not None:
        month = story.published.month - 1
        first = story.published.year * 12 + month - month % length
    else:
        return ""
    first += reading.shift * length
    last = first + length - 1
    if reading.edge == "end":
        first = last
    return periods.of_months(first // 12, first % 12 + 1, last % 12 + 1, last // 12)


def _week(published: date | None, reading: Reading) -> str:
    if published is None:
        return ""
    monday = published - timedelta(days=published.weekday() - 7 * reading.shift)
    day = reading.name.partition(":")[2]
    if day in "一二三四五六日" and day:
        return (monday + timedelta(days="一二三四五六日".index(day))).isoformat()
    first = monday + timedelta(days=5 if day else 0)
    return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _running(story: _Story, start: int, end: int, period: str) -> str:
    """An as-of date that a running total leads up to (今年以来……截至7月30日，共抓获): from its start on; else `period`."""
    if not _FLOW.match(story.text, end):
        return period
    if not period:
        return (
            story.since
            if start - story.since_at <= 2 * _REACH and story.text.find("\n", story.since_at, start) < 0
            else ""
        )
    until, told = periods.bounds(period), periods.bounds(story.reference)
    began = story.since.partition("/")[0] if _near(story, story.since_at, start) else ""
    if not began and until and told and told[1] == until[1]:
        began = story.reference.partition("/")[0]
    ends = periods.bounds(began)
    if until is None or ends is None or until[1] < ends[0] or len(began) > len(period):
        return period
    return _range(began, until[1].isoformat()[: max(len(began), 7)])


def _range(left: str, right: str) -> str:
    """From the start of `left` to the end of `right`, at the finer grain of the two."""
    a, b = periods.bounds(left), periods.bounds(right)
    if a is None or b is None or a[0] > b[1]:
        return ""
    grain = max(len(left.partition("/")[0]), len(right.partition("/")[2] or right))
    return f"{a[0].isoformat()[:grain]}/{b[1].isoformat()[:grain]}"
