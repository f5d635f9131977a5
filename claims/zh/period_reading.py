"""What one way of writing a time means before its context is known: a year or a word for one, months, a day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.zh import period_words as words


@dataclass(frozen=True, slots=True)
class Reading:
    """A time as written. `year` 0 is not stated; `anchor` says what `shift` counts from: `published` or `text`.

    `first` and `last` are months; `edge` is `end`, `start`, `early`, `middle` or `late`; `since` that it runs on to the
    day of publication; `same` that it means the months of another period (同期). `name` holds words that need more.
    """

    kind: str
    year: int = 0
    anchor: str = ""
    shift: int = 0
    first: int = 0
    last: int = 0
    day: int = 0
    last_day: int = 0
    edge: str = ""
    since: bool = False
    same: bool = False
    until: int = 0  # last year of a span of years
    count: int = 0  # of 五年来, 近三个月
    fiscal: bool = False  # 财年, 财季, whose months only its company knows
    name: str = ""

    def ever_since(self) -> Reading:
        """The same time as the start of a period that still runs (自去年6月发布以来)."""
        return replace(self, kind="to_date", since=True) if self.kind in ("year", "month", "day", "relative") else self


_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_YEAR_WORDS = {
    "今年": ("published", 0), "去年": ("published", -1), "前年": ("published", -2), "明年": ("published", 1),
    "后年": ("published", 2), "本年": ("published", 0), "上年": ("text", -1), "当年": ("text", 0), "同年": ("text", 0),
    "次年": ("text", 1), "翌年": ("text", 1), "前一年": ("text", -1), "这一年": ("text", 0),
}  # fmt: skip
_EDGES = {"末": "end", "底": "end", "初": "start", "上旬": "early", "中旬": "middle", "下旬": "late"}
# First years of the five-year plans 十一五 to 十五五.
_FIVE_YEARS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026}
# When the congresses of the Communist Party of China met.
_CONGRESSES = {"十八": (2012, 11), "十九": (2017, 10), "二十": (2022, 10)}
_NOW = ("截", "迄", "至今", "到目前")
_DAYS = {"今": 0, "昨": -1, "前天": -2, "明": 1}

_YEAR = re.compile(
    r"(?P<digits>[12][0-9]{3}) ?(?:/[0-9]{2})?(?:财年|年度|年)?|(?P<short>[0-9]{2})年"
    r"|(?P<han>[一二][〇零○一二三四五六七八九]{3})年度?"
    r"|(?P<word>(?:[今去前明后上本当同次翌]|前一|这一)年)度?|(?P<last>上一?个?(?:财)?年)度?"
)
_MONTH_DAY = re.compile(
    rf"({words.NUMBER}) ?月份?"
    rf"(?: ?({words.DAY_NUMBER}(?:[^0-9]{{1,4}}{words.DAY_NUMBER}){{0,3}}(?= ?[日号])|{words.DAY_NUMBER}\Z) ?[日号]?)?"
)
_DAY_NUMBER = re.compile(words.DAY_NUMBER)
_HALF = re.compile(r"([上下])半(?:财?年度?)|半年[度报]|中报|中期|H([12])")
_SEASON = re.compile(words.SEASON)
_HOLIDAY = re.compile("的?“?(春节|国庆|端午|中秋|元旦|清明|五一|十一|劳动).*")
_NAMED_TOO = {"十一": "国庆", "劳动": "五一"}
_OFF = ("假期", "黄金周", "长假")
_REPORT = re.compile(r"三季报|年报")
_WEEK = re.compile(r"第([0-9]{1,2})周")
_QUARTER = re.compile(
    r"([前头首第])?([一二两三四1-4](?:[^季]{0,8}[一二三四1-4])?)?个?财?季(?:度[、和及至到-]第?([一二三四1-4])季)?度?|[Qq]([1-4])"
)
_FIRST_MONTHS = re.compile(rf"[前头首]({words.NUMBER}) ?个?月")
_MONTH_TO_MONTH = re.compile(
    rf"({words.NUMBER})(?: ?月份?)?(?:{words.JOIN}|、|和)[^月]{{0,16}}?({words.NUMBER}) ?月份?"
)
_NEXT_MONTH = re.compile(rf"[、和]({words.NUMBER}) ?月份?")
_DAY = re.compile(rf"({words.DAY_NUMBER}(?: ?日?[^0-9]{{1,3}}{words.DAY_NUMBER}){{0,3}}) ?日")
_TAIL = re.compile(r"(?:年|月)?([末底初]|[上中下]旬)?(以来|至今|起|开始)?\Z")
_STAMP = re.compile(r"([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_SPAN = re.compile(r"([0-9]{1,2}|[一二两三四五六七八九十]{1,2})(个月|年)")
_CLOCK = re.compile(r"[0-9]{1,2}(?::[0-9]{2}|[时点])|[零一二两三四五六七八九十][时点]")


def number(text: str) -> int:
    """The whole number below 100 that `text` writes, in digits or in Chinese; 首 and nothing are no numbers (0)."""
    if text.isdigit() and text.isascii():
        return int(text)
    if not text:
        return 0
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
    return _DIGITS.get(text, 0)


@lru_cache(maxsize=16384)
def read(text: str) -> Reading:
    """What the time written as `text`, a match of `period_words.TIME`, says by itself."""
    stamp = _STAMP.match(text)
    if stamp is not None:
        kind = "stamp" if ":" in text else "day"
        return Reading(kind, year=int(stamp[1]), first=int(stamp[3]), last=int(stamp[3]), day=int(stamp[4]))
    text = text.replace(" ", "")
    year = _YEAR.match(text)
    if year is not None and not _SPAN.fullmatch(text[:-1]):
        reading = _part(text[year.end() :], _of_year(year))
        if reading is not None:
            return reading
    reading = _part(text, Reading(""))
    return reading if reading is not None and reading.kind else _word(text)


def _of_year(match: re.Match[str]) -> Reading:
    if match["digits"]:
        return Reading("year", year=int(match["digits"]), fiscal="财" in match[0])
    if match["short"]:
        short = int(match["short"])
        return Reading("year", year=short + (2000 if short < 70 else 1900))
    if match["han"]:
        return Reading("year", year=int("".join(str(_DIGITS[c]) for c in match["han"])))
    anchor, shift = _YEAR_WORDS[match["word"]] if match["word"] else ("text", -1)
    return Reading("relative", anchor=anchor, shift=shift, fiscal="财" in match[0])


def _part(text: str, base: Reading) -> Reading | None:
    """`base` narrowed to the part of a year that `text` says, or None where the text is of another kind."""
    for read_part in (_holiday, _report, _half, _quarter, _months, _month_day):
        found = read_part(text, base)
        if found is not None:
            reading, rest = found
            return _edge(rest, reading)
    if base.kind == "relative" and _SEASON.fullmatch(text):
        return base
    if text.startswith("全年"):
        return replace(base, kind="year") if base.kind else None
    if text.startswith("同"):
        return replace(base, same=True, kind="relative") if base.kind else None
    return _edge(text, base) if base.kind else None


def _edge(rest: str, reading: Reading) -> Reading | None:
    tail = _TAIL.match(rest.strip())
    if tail is None:
        return None if not reading.first else reading
    edge = _EDGES.get(tail[1] or "", "")
    kind = reading.kind
    if edge == "end" and not reading.day:
        kind = "as_of"
    # 8月9日24时起上调: what takes effect that day.
    since = bool(tail[2]) and not (reading.day and tail[2] in ("起", "开始"))
    return replace(reading, edge=edge, since=since, kind="to_date" if since else kind)


def _holiday(text: str, base: Reading) -> tuple[Reading, str] | None:
    match = _HOLIDAY.match(text)
    if match is None or not match[0].endswith(_OFF):
        return None
    return replace(base, kind="holiday", name="holiday:" + _NAMED_TOO.get(match[1], match[1])), text[match.end() :]


def _report(text: str, base: Reading) -> tuple[Reading, str] | None:
    """年报 is on the year, 三季报 on its first nine months; 第27周 is a week of the year."""
    week = _WEEK.match(text)
    if week is not None:
        return replace(base, kind="week", count=int(week[1]), name="week"), text[week.end() :]
    match = _REPORT.match(text)
    if match is None:
        return None
    if match[0] == "年报":
        return (replace(base, kind="year"), text[match.end() :]) if base.kind else None
    return replace(base, kind="months", first=1, last=9), text[match.end() :]


def _half(text: str, base: Reading) -> tuple[Reading, str] | None:
    match = _HALF.match(text)
    if match is None:
        return None
    second = match[1] == "下" or match[2] == "2"
    if match[0] == "半年报" and not base.kind:
        base = Reading("", anchor="published")  # the one just out, whatever year was named before
    return replace(base, kind="half", first=7 if second else 1, last=12 if second else 6), text[match.end() :]


def _quarter(text: str, base: Reading) -> tuple[Reading, str] | None:
    match = _QUARTER.match(text)
    if match is None or not any(match.groups()):
        return None
    said = (match[2] or "") + (match[3] or "") + (match[4] or "")
    quarters = [number(digit) for digit in re.findall(r"[一二两三四1-4]", said)] or [1]
    if match[1] in ("前", "头", "首"):
        quarters = [1, quarters[-1]]
    first, last = min(quarters), max(quarters)
    kind = "quarter" if first == last else "months"
    fiscal = base.fiscal or "财" in match[0]
    return replace(base, kind=kind, first=first * 3 - 2, last=last * 3, fiscal=fiscal), text[match.end() :]


def _months(text: str, base: Reading) -> tuple[Reading, str] | None:
    match = _FIRST_MONTHS.match(text)
    if match is not None:
        count = number(match[1])
        return replace(base, kind="months" if count > 1 else "month", first=1, last=count), text[match.end() :]
    match = _MONTH_TO_MONTH.match(text)
    if match is None:
        return None
    last, end = number(match[2]), match.end()
    listed = "、" in match[0] or "和" in match[0]
    gap = listed and match[0].count("月") > 1 and last != number(match[1]) + 1
    while (further := _NEXT_MONTH.match(text, end)) is not None:
        gap |= number(further[1]) != last + 1
        last, end = number(further[1]), further.end()
    if gap:
        return Reading("vague"), text[end:]  # 6月和9月: no stretch
    return replace(base, kind="months", first=number(match[1]), last=last), text[end:]


def _month_day(text: str, base: Reading) -> tuple[Reading, str] | None:
    match = _MONTH_DAY.match(text)
    if match is None:
        return None
    month = number(match[1])
    rest = text[match.end() :]
    if not match[2]:
        return replace(base, kind="month", first=month, last=month), rest
    first, last = _days(match[2])
    reading = replace(base, kind="day", first=month, last=month, day=first, last_day=last)
    return replace(reading, kind="stamp") if base.year and rest.count(":") else reading, "" if _CLOCK.search(
        rest
    ) else rest


def _days(text: str) -> tuple[int, int]:
    days = [number(part) for part in _DAY_NUMBER.findall(text)]
    return days[0], days[-1]


def _word(text: str) -> Reading:
    day = _DAY.match(text)
    if day is not None:
        first, last = _days(day[1])
        return Reading("day", day=first, last_day=last)
    if text[0] in "“十" and (five := re.match(r"“?十([一二三四五])五", text)):
        start = _FIVE_YEARS[five[1]]
        since = text.endswith("以来")
        edge = "end" if text.endswith("末") else "start" if text.endswith("初") else ""
        return Reading("to_date" if since else "years", year=start, until=start + 4, since=since, edge=edge)
    if text.startswith("党的"):
        year, month = _CONGRESSES[text[2:4]]
        return Reading("to_date", year=year, first=month, last=month, since=True)
    if text.startswith(_NOW):
        return Reading("as_of", name="now")
    if (text[0] in "今昨明" and text[1] != "后") or text == "前天":
        shift = next(value for start, value in _DAYS.items() if text.startswith(start))
        return Reading("relative", anchor="published", shift=shift, name="day")
    return _named(text)


def _named(text: str) -> Reading:
    if text.startswith(("未来", "今后", "接下来")):
        return Reading("vague")
    if text.endswith(("学年", "学期", "赛季")):
        return Reading("relative", name="term")  # the one before, of which no calendar tells
    if text.startswith(("届时", "到那时")):
        return Reading("relative", name="then")
    if text.startswith(("此后", "随后")):
        return Reading("years", name="following", count=number(text.removeprefix(text[:2]).lstrip("的")[0]))
    if text[-1] == "前" and text[1] == "年":
        return Reading("relative", anchor="published", shift=-number(text[0]))
    if text[-1] == "后" and text[1] == "年":
        return Reading("relative", count=number(text[0]), name="later")
    span = _SPAN.search(text) if text[0] not in "多数几历往常" and "几" not in text else None
    if span is not None and "季" not in text:
        many = "多" in text[span.end(1) :] or span[2] == "个月"
        kind, count = "years" if span[2] == "年" else "months", 0 if many else number(span[1])
        until = -1 if "均" in text[span.end() :] else 0  # 近5年同期均值: of the years before this one
        return Reading(kind, count=count, shift=until, name="past")
    if text.startswith(("当天", "当日", "同日", "次日", "翌日")):
        return Reading("relative", anchor="text", shift=0 if text[0] in "当同" else 1, name="day")
    if "几" in text:
        return Reading("vague")
    if text in ("半年", "半年间", "半年来"):
        return Reading("relative", anchor="text", name="half")  # 半年立案112件, in a report on a half-year
    if "月" in text or text.endswith("季") or "季度" in text or "季末" in text or "季底" in text:
        name = "quarter" if "季" in text else "month"
        edge = _EDGES.get(text[1:] if text[0] in "月季" else text.partition("月")[2], "")
        spoken = text[0] in "本这" or text.startswith(("上个月", "下个月"))
        anchor = "published" if spoken else "text"
        shift = {"上": -1, "次": 1, "下": 1}.get(text[0], 0)
        if (day := re.search(rf"月 ?({words.DAY_NUMBER})", text)) is not None:
            return Reading("day", anchor=anchor, shift=shift, day=number(day[1]), last_day=_days(text)[1], name="month")
        return Reading("as_of" if edge == "end" else "relative", anchor=anchor, shift=shift, edge=edge, name=name)
    if text.startswith(("报告期", "期末", "同期", "全年")):
        name = {"报": "report", "期": "report", "同": "same", "全": "whole"}[text[0]]
        return Reading("relative", anchor="text", edge="end" if "末" in text else "", same=name == "same", name=name)
    if text.startswith("年"):
        edge = _EDGES.get(text[1:2], "")
        if len(text) > 2 and edge == "start":
            return Reading("to_date", anchor="published", edge=edge, since=True, name="year")
        return Reading("as_of" if edge == "end" else "relative", anchor="published", edge=edge, name="year")
    if text[0] == "周":
        return Reading("day", anchor="published", name="weekday:" + text[1:])
    if text[0] in "上本" and "周" in text:
        weekday = text.partition("周")[2]
        return Reading("relative", anchor="published", shift=-1 if text[0] == "上" else 0, name="week:" + weekday)
    return Reading("clock" if _CLOCK.search(text) else "vague")
