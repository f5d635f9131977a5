"""Years and the length of time said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.bilingual import Bilingual
from claims.claim import Mention
from claims.interval import Interval
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.passages import found

NUMBER = r"(?P<years>\d{1,3}|[一二两三四五六七八九十]{1,3})"
YEAR = r"(?<!\d)(?P<{0}>(?:19|20)\d\d)"
LASTING = ("用了", "历时", "历经", "长达", "连续", "为期")
SPAN = re.compile(
    rf"{YEAR.format('first')}\s?年?\s?(?:至|到|—|－|-|~|～)+\s?{YEAR.format('last')}\s?年"
    rf"[^。；;]{{0,40}}?(?:{'|'.join(LASTING)})(?:整整)?\s?{NUMBER}\s?(?:个)?(?:年(?!代|度)|年头)"
)
SINCE = re.compile(
    rf"(?:自|从){YEAR.format('first')}\s?年[^。；;\d]{{0,16}}?(?:以来|至今|起|开始)[^。；;\d]{{0,16}}?(?:已|已经|连续|历时|走过|整整)+\s?"
    rf"{NUMBER}\s?(?:个)?(?:年(?!代|度|级)|年头|周年)"
)
BORN = (
    ("新中国成立|建国|国庆", 1949),
    ("建党|中国共产党成立", 1921),
    ("建军|解放军建军", 1927),
    ("改革开放", 1978),
    ("香港回归", 1997),
    ("澳门回归", 1999),
)
ANNIVERSARY = re.compile(
    rf"{YEAR.format('now')}\s?年(?:是|为|正值|适逢|迎来|，|,)[^。；;\d]{{0,12}}?"
    rf"(?P<event>{'|'.join(words for words, _ in BORN)})\s?{NUMBER}\s?周年"
)
DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}


@check(
    code="CF121",
    title=Bilingual("年数与年份不符", "years and duration do not fit"),
    message=Bilingual("“{words}”：由年份推算应为{right}年。", "“{words}”: by the years it is {right}."),
    why=Bilingual("起止年份决定了年数。", "The first and last year fix the number of years."),
    limits=[
        Bilingual(
            "按首尾各算与不算两种算法，都不合才提示", "counted with and without the first year; only where both fail"
        ),
        Bilingual(
            "“自某年以来”的算到发稿之年，前后放宽一年", "“since” runs to the year of publication, give or take one"
        ),
    ],
    examples=[
        Bad("【2003年至2014年，全国驾驶人由1亿增至3亿，用了15年】时间。"),
        Bad("【2024年是新中国成立70周年】。"),
        Good("2003年至2014年，全国驾驶人由1亿增至3亿，用了11年时间。"),
        Good("2018年至2020年，该市连续三年零事故。"),
        Good("2024年是新中国成立75周年。"),
    ],
)
def years_mismatch_duration(block: Block) -> Iterator[Comparison]:
    """Spans of years with their length, anniversaries with their year, and 自…以来 with the year of publication."""
    for place, match in found(block, SPAN, "duration", LASTING):
        length = int(match["last"]) - int(match["first"])
        yield _compared(place, match["years"], Interval.of(length, length + 1))
    for place, match in found(block, ANNIVERSARY, "anniversary", ("周年",)):
        start = next(year for words, year in BORN if re.fullmatch(words, match["event"]))
        yield _compared(place, match["years"], Interval.point(int(match["now"]) - start))
    for place, match in found(block, SINCE, "duration"):
        published = block.documents[place.document].published
        if published is not None:
            length = published.year - int(match["first"])
            yield _compared(place, match["years"], Interval.of(length - 1, length + 1))


def _compared(place: Mention, written: str, right: Interval) -> Comparison:
    low, high = right.low, right.high
    return Comparison(
        reported=place,
        reading=Reading.constant(number(written)),
        expected=lambda: Reading.exactly(right),
        working=place.text,
        facts={"words": place.text, "right": str(low) if low == high else f"{low}—{high}"},
        worst="warning",
        grave=True,
        quiet=True,
    )


def number(written: str) -> int:
    """Digits or Chinese numerals up to 99 as a number: 十一, 二十, 75."""
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.partition("十")
    if not ten:
        return DIGITS[written[-1]]
    return (DIGITS.get(tens, 1) if tens else 1) * 10 + (DIGITS.get(ones, 0) if ones else 0)
