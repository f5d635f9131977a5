"""Days as printed, also those that no calendar has, and weekdays beside them."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.quantity import Other
from claims.zh.mentions.context import Context, Found
from claims.zh.period import TimeSpan

_PRINTED = re.compile(r"(?:([12][0-9]{3}) ?年 ?)?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?(?:[日号]|(?=[至到、~—-]))")
_MONTH = re.compile(r"(?<![0-9.])(?:([12][0-9]{3}) ?年 ?)?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?[日号])?")
_STAMP = re.compile(r"([12][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_BETWEEN = re.compile(r"[ ,]{0,2}\(?")
_DAY = len("2025-06-18")
_WEEKDAY = "一二三四五六日天"


def day(context: Context, span: TimeSpan) -> Found | None:
    """The mention of a time with month and day; None for other times."""
    text = context.text
    printed = list(_PRINTED.finditer(text, span.start, span.end))
    match = printed[0] if printed else _STAMP.match(text, span.start, span.end)
    if match is not None:
        for other in printed[1:]:  # the end of a range
            context.found.append(Found("date", other.start(), other.end(), _reading(other), period=span.period))
        return Found("date", match.start(), match.end(), _reading(match), period=span.period)
    if span.kind == "day" and len(span.period) == 10 and text[span.start : span.end].find("月") > 0:
        reading = span.period if "年" in text[span.start : span.end] else "-" + span.period[4:]
        return Found("date", span.start, span.end, reading, period=span.period)
    return None


def _reading(match: re.Match[str]) -> str:
    return f"{match[1] or '-'}-{int(match[2]):02d}-{int(match[3]):02d}"


def odd(context: Context, other: Other) -> Found | None:
    """The mention of a numeral in a date which is no time (13月, 2月32日); None for others."""
    text = context.text
    for match in _MONTH.finditer(text, max(0, other.start - 12), other.end + 8):
        if match.start() <= other.start < match.end():
            reading = f"{match[1] or '-'}-{int(match[2]):02d}" + (f"-{int(match[3]):02d}" if match[3] else "")
            return Found("date", match.start(), match.end(), reading)
    return None


def weekday(context: Context, start: int, end: int, which: str) -> None:
    """Add a weekday, with the day that stands right before it."""
    text = context.text
    span = context.time_over(start - 1)
    found = Found("weekday", start, end, str(_WEEKDAY.index(which) % 7 + 1 if which != "天" else 7))
    found.count = Decimal(found.reading)
    if span is not None and start - span.start < 40:
        printed = [match.end() for match in _PRINTED.finditer(text, span.start, start)]
        at = printed[-1] if printed else min(span.end, start)
        overnight = "次日" in text[end : span.end] and len(span.period) == 2 * _DAY + 1
        period = span.period[:_DAY] if overnight else span.period
        if _BETWEEN.fullmatch(text, at, start) and len(period) == _DAY and span.kind in ("day", "stamp", "as_of"):
            found.period, found.items = period, ((span.start, at),)
    context.found.append(found)
