"""Dates that the calendar does not have, weekdays that do not belong to their date."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from claims.bilingual import Bilingual
from claims.claim import Mention
from claims.document import Document
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.exposed import exposed
from expectations.passages import found

WEEKDAYS = "一二三四五六日"
LUNAR = ("农历", "阴历", "旧历")
WITH_WEEKDAY = re.compile(
    r"(?<![\d年])(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s?[（(]?(?:本|下)?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])(?!期|年|岁)[）)]?"
)
COMMON_YEAR = 2023  # which began on a Sunday: its 2 January was a Monday
SOON = 60  # days within which two days of an article are of one year
DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@check(
    code="CF122",
    title=Bilingual("日期不存在", "an impossible date"),
    message=Bilingual("“{date}”：{why_zh}。", "“{date}”: {why_en}."),
    why=Bilingual("历法中没有的日期，或日期与星期不合。", "The calendar has no such day, or the weekday is another."),
    limits=[
        Bilingual("只看写明月、日的公历日期", "only dates with month and day in the Gregorian calendar"),
        Bilingual(
            "没有写年份的，前后各一年也对不上星期才提示",
            "where no year is printed only a weekday that fits neither that year nor the ones beside it",
        ),
        Bilingual(
            "文中写明星期的两天相距不超过六十天的，另外互相核对",
            "two days of an article with their weekdays, at most sixty days apart, are also held against each other",
        ),
    ],
    examples=[
        Bad("【2023年2月29日】，该市举行听证会。"),
        Bad("会议定于【6月31日】召开。"),
        Bad("【2023年8月16日（星期五）】上午举行发布会。"),
        Bad("会议定于2023年6月【31日】召开。"),
        Bad("报名于8月16日（【星期一】）截止。", published="2023-08-10"),
        Good("报名于1月3日（星期二）截止，8月16日（星期三）开考，8月19日、周日均可参加。", published="2023-08-10"),
        Good("2月29日，该市举行听证会，各部门2月、3月均有答复。"),
        Good("2024年2月29日，该市举行听证会。"),
        Good("会议定于6月30日召开，2023年8月16日（星期三）截止报名。"),
        Bad("展会于9月25日至【9月31日】举行。"),
        Good("庙会在农历2月30日结束。"),
        Good("借条落款为“2023年2月29日”，经鉴定系伪造。"),
        Good("农历腊月三十，比例为13月31日以外的数字。"),
        Bad("集市3月5日（星期二）开张，免费招募摊主32名，一直开放到【3月9日（星期日）】。"),
        Good("集市3月5日（星期二）开张，免费招募摊主32名，一直开放到3月9日（星期六）。"),
        Good("展览12月30日（周六）开幕，1月2日（周二）闭馆检修，共展出120件。"),
        Bad("定于【2025年9月10日（星期五）】21时起至次日5时止，对沿河路以西停止供气8小时。"),
        Good("定于2025年9月10日（星期三）21时起至次日5时止，对沿河路以西停止供气8小时。"),
    ],
)
def impossible_date(block: Block) -> Iterator[Comparison]:
    """Every date with month and day, and every date with its weekday."""
    for mention in block.mentions:
        document = block.documents.get(mention.document)
        if document is None:
            continue
        if exposed(document.text, mention.start, mention.end):
            continue
        if mention.kind == "date" and not document.text.endswith(LUNAR, 0, mention.start):
            yield from _absent(mention)
        elif mention.kind == "weekday" and mention.items:
            yield from _other_weekday(mention, document)
    yield from two_weekdays(block)


def two_weekdays(block: Block) -> Iterator[Comparison]:
    """A day with its weekday against one told soon before in the article: 3月5日（周二）…3月9日（周日）."""
    rows: dict[str, list[tuple[Mention, date, int]]] = defaultdict(list)
    for place, match in found(
        block, WITH_WEEKDAY, "weekday", ("日（星期", "日（周", "日(星期", "日(周", "日星期", "日周", "日礼拜")
    ):
        day = _day(COMMON_YEAR, int(match["month"]), int(match["day"]))
        lunar = block.documents[place.document].text.endswith(LUNAR, 0, place.start)
        if day is not None and not lunar:
            rows[place.document].append((place, day, WEEKDAYS.index(match["weekday"].replace("天", "日"))))
    for row in rows.values():
        for (first, early, told), (then, late, weekday) in pairwise(row):
            apart = (late - early).days
            leaps = early <= date(COMMON_YEAR, 2, 28) < late
            if 0 < apart <= SOON and not leaps and (told + apart - weekday) % len(WEEKDAYS):
                right = WEEKDAYS[(told + apart) % len(WEEKDAYS)]
                english = date(COMMON_YEAR, 1, 2 + WEEKDAYS.index(right)).strftime("%A")
                yield _wrong(
                    then, then.text, f"按{first.text}推算，这一天是星期{right}", f"by {first.text} it was a {english}"
                )


def _absent(mention: Mention) -> Iterator[Comparison]:
    """A day of a month that has no such day; 29 February where the year is printed."""
    parts = mention.reading.rsplit("-", 2)
    if len(parts) < 3 or not (parts[1].isdigit() and parts[2].isdigit()):
        return
    month, day = int(parts[1]), int(parts[2])
    year = int(parts[0]) if parts[0].isdigit() else 2000
    if 1 <= month <= 12 and day > 28 and _day(year, month, day) is None:
        why = f"{month}月没有{day}日" if day > DAYS_IN[month - 1] else f"{year}年2月没有29日"
        yield _wrong(mention, mention.text, why, "the calendar has no such day")


def _other_weekday(mention: Mention, document: Document) -> Iterator[Comparison]:
    """A weekday beside a day that is another one; where no year is printed, in the years before and after as well."""
    start, end = mention.items[0]
    printed, told = document.text[start:end], date.fromisoformat(mention.period)
    if "月" not in printed:
        return
    years = (told.year,) if "年" in printed else (told.year - 1, told.year, told.year + 1)
    days = [day for year in years if (day := _day(year, told.month, told.day))]
    if all(day.isoweekday() != int(mention.reading) for day in days):
        words = document.text[start : mention.end + document.text.startswith(("）", ")"), mention.end)]
        yield _wrong(
            mention,
            words,
            f"这一天是星期{WEEKDAYS[told.weekday()]}",
            f"that day was a {told.strftime('%A')}",
        )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _wrong(mention: Mention, words: str, zh: str, en: str) -> Comparison:
    return Comparison(
        reported=mention,
        reading=Reading.constant(1),
        expected=lambda: Reading.constant(0),
        working=words,
        facts={"date": words, "why_zh": zh, "why_en": en},
        grave=True,
        quiet=True,
    )
