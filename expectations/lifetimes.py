"""How long something has lasted by its first day and the day of the article: founded, born, begun, held from to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claims import numerals
from claims.claim import Mention
from claims.document import Document
from claims.interval import Interval
from expectations.blocks import Block
from expectations.passages import found

NUMBER = r"[\d一二两三四五六七八九十百]{1,4}"
DATELINE = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月|春节|元旦|五一|国庆|暑假|寒假|[春夏秋冬]天?，)")
TOP = 160  # characters of a text in which the day it tells of stands
BEGUN = "成立|创办|创建|创立|始建|建成|建校|建院|建厂|组建|诞生|办学|创刊|开馆|开业"
FOUNDED = re.compile(
    rf"(?:{BEGUN})(?:于|的?时间[为是]) ?(?P<year>\d{{4}})年|(?:建|始建)于 ?(?P<built>\d{{4}})年"
    rf"|(?P<then>\d{{4}})年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[^，。；\n\d]{{0,6}}(?:{BEGUN})(?![于以])"
)
ANNIVERSARY = re.compile(rf"(?:{BEGUN}|建馆|建社|建台|建会)(?:的第)?(?P<told>{NUMBER})周年")
SINCE = re.compile(rf"(?:。|，|\n)\s*(?P<told>{NUMBER})年来[，,]")
HELD = re.compile(
    rf"(?P<year>(?:19|20)\d\d)年[^。；\n\d]{{0,40}}?(?:一干|一守|一做|一待|一住)就是(?P<told>{NUMBER})(?:多?年)"
)
AGE = re.compile(
    r"(?:生于 ?(?P<born>\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生)?"
    r"|(?P<later>\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出生|生))"
    r"(?P<between>[^。；;\n\d]{0,12})(?P<said>今年|现年)(?P<told>\d{1,3})岁"
)
DIED = re.compile(r"(?:享年|终年)(?P<told>\d{2,3})岁")
BORN = re.compile(r"(?:生于 ?|(?<!\d))((?:18|19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生)")
DEATH = "去世|逝世|病逝|离世|辞世"
YEAR_OF_DEATH = re.compile(rf"((?:18|19|20)\d\d)年[^。；\n]{{0,16}}(?:{DEATH})")
DAYS = re.compile(
    r"(?<![\d年])(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:\d{1,2}[时:：][^至到]{0,6})?(?:开始|起)?[，,]?"
    r"(?:[至到—~-]+)(?:(?P<then>\d{1,2})月)?(?P<last>\d{1,2})日"
    rf"(?P<between>[^。；\n\d]{{0,16}}?)(?:为期|历时|持续|为时|整整|共)(?P<told>{NUMBER})天(?!会期|展期|[^，。]{{0,4}}(?:课|票|游))"
)
BUILT = re.compile(
    rf"(?P<year>\d{{4}})年(?P<month>\d{{1,2}})月(?:\d{{1,2}}日)?[^。；\n\d]{{0,12}}(?:开工|动工|启动|开建|破土)[^。；\n\d]{{0,8}}"
    rf"历时(?:近|约)?(?P<told>{NUMBER})年(?P<half>半)?(?P<more>多)?[^。；\n\d]{{0,10}}(?P<end>\d{{4}})年(?P<to>\d{{1,2}})月"
)
OTHERS = re.compile("[父母妻夫子女儿兄弟姐妹孙祖其他她]")
FAR = 120  # characters from a founding to the years that have passed since


@dataclass(frozen=True, slots=True)
class Lifetime:
    """A length as told, in years or days, and what the first and the last day make it."""

    place: Mention
    words: str
    told: Interval
    right: Interval
    unit: str  # "Y" or "D"


def lifetimes(block: Block) -> Iterator[Lifetime]:
    """Lengths of time told of what a year or a day begins, with what that makes them."""
    yield from _of_now(block)
    for place, match in found(block, DAYS, "duration", ("天",)):
        span = _days(match)
        told = _number(match["told"])
        if span is not None and told is not None:
            right = Interval.of(span, span + 1)
            yield Lifetime(place, match.group(), Interval.point(told), right, "D")
    for place, match in found(block, BUILT, "duration", ("历时",)):
        told = _number(match["told"])
        if told is None or match["more"]:
            continue
        months = 12 * (int(match["end"]) - int(match["year"])) + int(match["to"]) - int(match["month"])
        size = 12 * told + (6 if match["half"] else 0)
        if abs(months - size) > 8:
            yield Lifetime(place, match.group(), Interval.point(told), Interval.point(round(months / 12)), "Y")


def _of_now(block: Block) -> Iterator[Lifetime]:
    """Ages, anniversaries and years since a founding in articles that tell their day in their text."""
    for place, match in found(block, AGE, "age", ("岁",)):
        now = told_now(block.documents[place.document])
        if now is None or OTHERS.search(match["between"]):
            continue
        gap = now - int(match["born"] or match["later"])
        yield Lifetime(place, match.group(), Interval.point(int(match["told"])), Interval.of(gap - 1, gap + 1), "Y")
    yield from _at_death(block)
    for place, match in found(block, HELD, "duration", ("就是",)):
        now, told = told_now(block.documents[place.document]), _number(match["told"])
        if now is not None and told is not None:
            gap = now - int(match["year"])
            yield Lifetime(place, match.group(), Interval.point(told), Interval.of(0, gap + 1), "Y")
    for name, document in block.documents.items():
        if "周年" in document.text or "年来" in document.text:
            yield from _since_founding(block, name, document)


def _at_death(block: Block) -> Iterator[Lifetime]:
    """The age of a person of whose death an article tells, beside the only year of birth that it gives."""
    for place, match in found(block, DIED, "age", ("享年", "终年")):
        document = block.documents[place.document]
        born, now = set(BORN.findall(document.text)), told_now(document)
        now = document.published.year if document.published is not None else now
        news = re.search(DEATH, document.text[:TOP]) is not None  # no life told long after its end
        alone = len(born) == len(DIED.findall(document.text)) == 1
        if now is None or not news or not alone or set(YEAR_OF_DEATH.findall(document.text)) - {str(now)}:
            continue
        gap = now - int(next(iter(born)))
        yield Lifetime(place, match.group(), Interval.point(int(match["told"])), Interval.of(gap - 1, gap + 1), "Y")


def _since_founding(block: Block, name: str, document: Document) -> Iterator[Lifetime]:
    now = told_now(document)
    founded = list(FOUNDED.finditer(document.text))
    years = {int(match["year"] or match["built"] or match["then"]) for match in founded}
    if now is None or len(years) != 1 or min(years) >= now:
        return
    first, gap = founded[0], now - min(years)
    for pattern, kind, right in (
        (ANNIVERSARY, "anniversary", Interval.of(gap - 1, gap + 1)),
        (SINCE, "duration", Interval.of(0, gap + 1)),
    ):
        for place, match in found(block, pattern, kind):
            told = _number(match["told"])
            near = kind == "anniversary" or 0 <= match.start() - first.end() <= FAR
            if place.document == name and told is not None and near:
                yield Lifetime(place, match.group().strip("。，,\n "), Interval.point(told), right, "Y")


def told_now(document: Document) -> int | None:
    """The year of an article without a date, by the first day that its text tells of, if it names no later year."""
    if document.published is not None:
        return None  # lengths up to the day of publication are read as such
    match = DATELINE.search(document.text, 0, TOP)
    if match is None:
        return None
    year = int(match["year"])
    later = re.findall(r"(?<!\d)((?:19|20)\d\d)年", document.text)
    return year if all(int(one) <= year for one in later) else None


def _days(match: re.Match[str]) -> int | None:
    """The days from the first to the last day of a stretch within one year."""
    month, then = int(match["month"]), int(match["then"] or match["month"])
    try:
        first, last = date(2023, month, int(match["day"])), date(2023, then, int(match["last"]))
    except ValueError:
        return None
    span = (last - first).days
    leap = month <= 2 < then
    return span if span > 0 and not leap else None


def _number(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    read = numerals.find(f"{words}个")
    return int(read[0].value) if len(read) == 1 else None
