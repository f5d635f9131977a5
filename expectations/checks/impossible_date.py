"""Dates that the calendar does not have, weekdays that do not belong to their date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from claims.bilingual import Bilingual
from claims.claim import Mention
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.passages import found, mention

LATE_DAY = re.compile(r"月\s?(?P<day>29|[3-9]\d)\s?[日号]")  # every month has the others
MONTH = re.compile(r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?(?P<month>\d{1,2})\s?\Z")
WEEKDAY = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日\s?[，,]?\s?[（(]?\s?"
    r"(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])"
)
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@check(
    code="CF122",
    title=Bilingual("日期不存在", "an impossible date"),
    message=Bilingual("“{date}”：{why_zh}。", "“{date}”: {why_en}."),
    why=Bilingual("历法中没有的日期，或日期与星期不合。", "The calendar has no such day, or the weekday is another."),
    limits=[Bilingual("只看写明月、日的公历日期", "only dates with month and day in the Gregorian calendar")],
    examples=[
        Bad("【2023年2月29日】，该市举行听证会。"),
        Bad("会议定于【6月31日】召开。"),
        Bad("【2023年8月16日（星期五）】上午举行发布会。"),
        Good("2024年2月29日，该市举行听证会。"),
        Good("会议定于6月30日召开，2023年8月16日（星期三）截止报名。"),
        Good("农历腊月三十，比例为13月31日以外的数字。"),
    ],
)
def impossible_date(block: Block) -> Iterator[Comparison]:
    """Every date with month and day, and every date with its weekday."""
    for document in block.documents.values():
        for late in LATE_DAY.finditer(document.text):
            before = MONTH.search(document.text, max(0, late.start() - 12), late.start())
            if before is None or not 1 <= int(before["month"]) <= 12:
                continue
            month, day, year = int(before["month"]), int(late["day"]), int(before["year"] or 2000)
            if not _exists(year, month, day):
                why = f"{month}月没有{day}日" if day > DAYS_IN[month - 1] else f"{year}年2月没有29日"
                place = mention(document, before.start(), late.end(), "date")
                yield _wrong(place, why, "the calendar has no such day")
    for place, match in found(block, WEEKDAY, "weekday", ("星期", "周", "礼拜")):
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        if _exists(year, month, day):
            true = date(year, month, day).weekday()
            if true != WEEKDAYS[match["weekday"]]:
                name = "一二三四五六日"[true]
                english = date(year, month, day).strftime("%A")
                yield _wrong(place, f"这一天是星期{name}", f"that day was a {english}")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _wrong(place: Mention, zh: str, en: str) -> Comparison:
    return Comparison(
        reported=place,
        reading=Reading.constant(1),
        expected=lambda: Reading.constant(0),
        working=place.text,
        facts={"date": place.text, "why_zh": zh, "why_en": en},
        grave=True,
        quiet=True,
    )
