"""How long something has lasted by its first day and the day of the article: founded, born, begun, held from to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims import numerals
from claims.claim import Mention
from claims.document import Document
from claims.interval import Interval
from expectations.blocks import Block
from expectations.passages import found

NUMBER = r"[\d一二两三四五六七八九十百]{1,4}"
DATELINE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月|春节|元旦|五一|国庆|清明|端午|中秋|重阳|暑假|寒假|[春夏秋冬]天?，)"
)
TOP = 160  # characters of a text in which the day it tells of stands
BEGUN = "成立|创办|创建|创立|始建|建成|建校|建院|建厂|组建|诞生|办学|创刊|开馆|开业"
FOUNDED = re.compile(
    rf"(?:{BEGUN})(?:于|的?时间[为是]) ?(?P<year>\d{{4}})年|(?:建|始建)于 ?(?P<built>\d{{4}})年"
    rf"|(?P<then>\d{{4}})年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[^，。；\n\d]{{0,6}}(?:{BEGUN})(?![于以])"
)
ANNIVERSARY = re.compile(
    rf"(?:{BEGUN}|建馆|建社|建台|建会)(?:的第)?(?P<told>{NUMBER})周年|(?P<feast>{NUMBER})周年(?:校庆|院庆|馆庆|厂庆|台庆|华诞)"
)
# 2003年办了首届，此后一年一届，今年是第二十二届
YEARLY = re.compile("一年一[届度次]|每年(?:都)?(?:举办|举行|办)?一[届次]|年年举办")
FIRST_HELD = re.compile(
    r"(?P<year>\d{4})年(?:\d{1,2}月)?[^。；\n\d]{0,8}(?:首届|第一届)|(?:首届|第一届)[^。；\n\d]{0,8}?(?P<held>\d{4})年"
    r"|(?:创办|始办|创立|开办)于 ?(?P<begun>\d{4})年"
)
EDITION = re.compile(rf"第(?P<told>{NUMBER})届")
PAUSED = re.compile(
    "停办|(?<!未)(?<!没有)(?<!没)(?<!无)中断|取消|延期|顺延|暂停|(?<!未)(?<!没有)(?<!没)(?<!无)间断|两年一届|每两年|隔年"
)
# 1996年新桥启用，结束了它三十八年的行车生涯
ENDED = re.compile(
    rf"(?P<then>\d{{4}})年[^。；\n\d]{{0,40}}?结束了?(?:[它其他她]|自己)?(?:长达|近|整整)?(?P<told>{NUMBER})年(?:多|的|之)"
)
# 2011年4月起担任副局长，2022年4月被免职，在任11年间
SERVED = re.compile(
    rf"(?P<year>(?:19|20)\d\d)年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?起?[^。；\n\d]{{0,20}}，(?P<then>(?:19|20)\d\d)年(?:\d{{1,2}}月)?"
    rf"(?:\d{{1,2}}日)?[^。；\n\d]{{0,12}}，(?:在任|任职|在职|任内|在位|服役|从业|从教|从医)(?:的|时间|长达|共|满)?(?P<told>{NUMBER})年"
)
SINCE = re.compile(rf"(?:。|，|\n)\s*(?P<told>{NUMBER})年来[，,]")
HELD = re.compile(
    rf"(?P<year>(?:19|20)\d\d)年[^。；\n\d]{{0,40}}?(?:一干|一守|一做|一待|一住)就是(?P<told>{NUMBER})(?:多?年)"
)
AGE = re.compile(
    r"(?:生于 ?(?P<born>\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生)?"
    r"|(?P<later>\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出生|生))"
    r"(?P<between>[^。；;\n\d]{0,12})(?P<said>今年|现年)(?P<told>\d{1,3})岁"
)
# 出生于1938年。…今年已经76岁的老人: of the only one whose birth and age an article tells.
BORN_IN = re.compile(
    r"生于 ?(?P<born>(?:19|20)\d\d)年|(?<!\d)(?P<later>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?出?生(?![产活态])"
)
# 91岁的陈桂香…。1938年春天，她出生在…; 1971年出生…。那是1998年，…35岁的他
BORN_BY = re.compile(
    r"(?P<before>[他她])?(?<!\d)(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[春夏秋冬][天季]?|年初|年底)?[，,]?"
    r"(?P<behind>[他她])?出生(?![产活态率])"
)
AGED_ONE = re.compile(
    r"(?:(?<!\d)(?P<year>(?:19|20)\d\d)年[^。；\n\d]{0,32}?)?(?<!\d)(?P<told>\d{2})岁的(?P<who>[他她](?![的们])|[一-鿿]{2,3})"
)
NAME = re.compile("(?<![一-鿿])[一-鿿]{2,3}(?=出?$)")
NAMED = 6  # characters before a year of birth that hold the name of the one born
OLD_COUNT = 2  # years by which the old count of ages, from one on and by new years, is higher at most
NOW_AGED = re.compile(r"(?:今年|现年)(?:已经?|刚满?|年满)?(?P<told>\d{2})岁")
DIED = re.compile(r"(?:享年|终年)(?P<told>\d{2,3})岁")
BORN = re.compile(r"(?:生于 ?|(?<!\d))((?:18|19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生)")
DEATH = "去世|逝世|病逝|离世|辞世"
YEAR_OF_DEATH = re.compile(rf"((?:18|19|20)\d\d)年[^。；\n]{{0,16}}(?:{DEATH})")
BUILT = re.compile(
    rf"(?P<year>\d{{4}})年(?P<month>\d{{1,2}})月(?:\d{{1,2}}日)?[^。；\n\d]{{0,12}}(?:开工|动工|启动|开建|破土)[^。；\n\d]{{0,8}}"
    rf"历时(?:近|约)?(?P<told>{NUMBER})年(?P<half>半)?(?P<more>多)?[^。；\n\d]{{0,10}}(?P<end>\d{{4}})年(?P<to>\d{{1,2}})月"
)
RELATIVES = re.compile("[父母妻夫子女儿兄弟姐妹孙祖]")
OTHERS = re.compile("[父母妻夫子女儿兄弟姐妹孙祖其他她]")
FAR = 120  # characters from a founding to the years that have passed since


# Years, ages, months, days, minutes, and the editions of an event.
UNITS = {
    "Y": ("年", "years"),
    "A": ("岁", "years"),
    "N": ("个月", "months"),
    "D": ("天", "days"),
    "H": ("小时", "hours"),
    "M": ("分钟", "minutes"),
    "S": ("秒", "seconds"),
    "T": ("届", "editions"),
}


@dataclass(frozen=True, slots=True)
class Lifetime:
    """A length as told, in years, days, minutes or seconds, and what the first and the last time make it."""

    place: Mention
    words: str
    told: Interval
    right: Interval
    unit: str  # one of UNITS


def lifetimes(block: Block) -> Iterator[Lifetime]:
    """Lengths of time told of what a year or a day begins, with what that makes them."""
    yield from _of_now(block)
    for place, match in found(block, BUILT, "duration", ("历时",)):
        told = number(match["told"])
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
        yield Lifetime(place, match.group(), Interval.point(int(match["told"])), Interval.of(gap - 1, gap + 1), "A")
    yield from _at_death(block)
    yield from _aged(block)
    yield from _aged_one(block)
    for place, match in found(block, HELD, "duration", ("就是",)):
        now, told = told_now(block.documents[place.document]), number(match["told"])
        if now is not None and told is not None:
            gap = now - int(match["year"])
            yield Lifetime(place, match.group(), Interval.point(told), Interval.of(0, gap + 1), "Y")
    for place, match in found(block, SERVED, "duration", ("年",)):
        told, gap = number(match["told"]), int(match["then"]) - int(match["year"])
        if told is not None and gap > 0:
            yield Lifetime(place, match.group(), Interval.point(told), Interval.of(gap - 1, gap + 1), "Y")
    for name, document in block.documents.items():
        if "届" in document.text and YEARLY.search(document.text):
            yield from _editions(block, name, document)
        if any(word in document.text for word in ("周年", "年来", "结束")):
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
        yield Lifetime(place, match.group(), Interval.point(int(match["told"])), Interval.of(gap - 1, gap + 1), "A")


def _aged(block: Block) -> Iterator[Lifetime]:
    """The only age of an article beside its only year of birth, where one digit parts it from the right one, or where
    the name of the one who was born stands in the sentence of the age."""
    for place, match in found(block, NOW_AGED, "age", ("岁",)):
        document = block.documents[place.document]
        births = list(BORN_IN.finditer(document.text))
        born = {match["born"] or match["later"] for match in births}
        now = document.published.year if document.published is not None else told_now(document)
        if (
            now is None
            or len(born) != 1
            or len(NOW_AGED.findall(document.text)) != 1
            or RELATIVES.search(place.sentence)
        ):
            continue
        gap, told = now - int(next(iter(born))), int(match["told"])
        name = NAME.search(document.text, max(0, births[0].start() - NAMED), births[0].start())
        digit = told != gap and abs(told - gap) % 10 == 0 and abs(told - gap) < 100
        if digit or (name is not None and name[0] in place.sentence and abs(told - gap) > OLD_COUNT):
            yield Lifetime(place, match.group(), Interval.point(told), Interval.of(gap - 1, gap), "A")


def _aged_one(block: Block) -> Iterator[Lifetime]:
    """Ages told of the one person whose year of birth an article tells, now or in a year that their sentence names."""
    for place, match in found(block, AGED_ONE, "age", ("岁的",)):
        document = block.documents[place.document]
        births = list(BORN_BY.finditer(document.text))
        then = match["year"] or (document.published.year if document.published is not None else told_now(document))
        others = {one["who"] for one in AGED_ONE.finditer(document.text)} - {match["who"], "他", "她"}
        if then is None or len(births) != 1 or others or not (births[0]["before"] or births[0]["behind"]):
            continue
        apart = births[0].start() - match.end()
        if not (0 < apart <= FAR if match["year"] is None else match["who"] in "他她"):
            continue
        near = [document.text[max(0, one.start() - NAMED) : one.end()] for one in (births[0], match)]
        near = [words.rpartition("。")[2] for words in near]
        gap, told = int(then) - int(births[0]["year"]), int(match["told"])
        if gap > 0 and abs(told - gap) > OLD_COUNT and not RELATIVES.search("".join(near)):
            yield Lifetime(place, match.group(), Interval.point(told), Interval.of(gap - 1, gap), "A")


def _editions(block: Block, name: str, document: Document) -> Iterator[Lifetime]:
    """The number of an event held every year, beside the only year of its first."""
    begun = {int(match["year"] or match["held"] or match["begun"]) for match in FIRST_HELD.finditer(document.text)}
    now = document.published.year if document.published is not None else told_now(document)
    if now is None or len(begun) != 1 or PAUSED.search(document.text):
        return
    editions = [
        (place, told, match.group())
        for place, match in found(block, EDITION, "ordinal")
        if place.document == name and (told := number(match["told"])) not in (None, 1)
    ]
    if len({told for _, told, _ in editions}) == 1:
        place, told, words = editions[0]
        assert told is not None
        right = now - begun.pop() + 1
        yield Lifetime(place, words, Interval.point(told), Interval.of(right - 1, right), "T")


def _since_founding(block: Block, name: str, document: Document) -> Iterator[Lifetime]:
    """Anniversaries, years since, and years to an end, beside the only year of founding that the article tells."""
    founded = list(FOUNDED.finditer(document.text))
    years = {int(match["year"] or match["built"] or match["then"]) for match in founded}
    if len(years) != 1:
        return
    first = founded[0]
    for place, match in found(block, ENDED, "duration", ("结束",)):
        told, gap = number(match["told"]), int(match["then"]) - min(years)
        if place.document == name and told is not None and gap > 0 and first.start() < match.start():
            yield Lifetime(place, match.group(), Interval.point(told), Interval.of(gap - 1, gap + 1), "Y")
    undated = told_now(document)
    now = undated if undated is not None or document.published is None else document.published.year
    if now is None or min(years) >= now:
        return
    gap = now - min(years)
    for pattern, kind, right in (
        (ANNIVERSARY, "anniversary", Interval.of(gap - 1, gap + 1)),
        (SINCE, "duration", Interval.of(0, gap + 1)),
    ):
        if undated is None and pattern is SINCE:
            continue  # years up to the day of publication are read as such
        for place, match in found(block, pattern, kind):
            told = number(match["told"] or match["feast"]) if pattern is ANNIVERSARY else number(match["told"])
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


def number(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    read = numerals.find(f"{words}个")
    return int(read[0].value) if len(read) == 1 else None
