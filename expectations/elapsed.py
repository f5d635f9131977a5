"""How long something took by the days, or times of day, beside it: 3月5日至12日,为期8天; 6时40分…10时15分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations

from claims.interval import Interval
from expectations.blocks import Block
from expectations.lifetimes import NUMBER, Lifetime, number
from expectations.passages import found

YEAR = 2023  # of days whose year is not told; stretches over the end of a February are passed over
CLOCK = r"(?:\d{1,2}[时:：∶](?:\d{1,2}分?)?)?"
TAKES = "为期|历时|持续|为时|整整|共"
DAYS = re.compile(
    rf"(?<![\d年])(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日{CLOCK}[^至到\d]{{0,4}}(?:开始|起)?[，,]?"
    rf"(?:[至到—~-]+)(?:(?P<then>\d{{1,2}})月)?(?P<last>\d{{1,2}})日{CLOCK}"
    rf"(?P<between>[^。；\n\d]{{0,16}}?)(?:{TAKES})(?P<told>{NUMBER})(?:天|(?P<weeks>周|个?星期))(?!会期|展期|[^，。]{{0,4}}(?:课|票|游))"
)
# 5月18日向公众开放。…展至8月18日。…为期两个月的展期
OPENED = re.compile(
    r"(?<![\d年])(?P<month>\d{1,2})月(?P<day>\d{1,2})日[^。\n\d]{0,24}(?:开幕|开展|启幕|启动|开放|亮相)[^\n]{0,120}?"
    r"(?:展至|展出至|持续[到至]|延续[到至]|开放至)(?P<then>\d{1,2})月(?P<last>\d{1,2})日"
)
MONTHS = re.compile(rf"为期(?P<told>{NUMBER})个月")
A_MONTH = Fraction(61, 2)  # days
HALF = Fraction(1, 2)  # months by which a length told in months may be off
# 行动于5月31日结束。行动从3月1日开始，头尾都算上共92天
DAYS_BACK = re.compile(
    r"(?<![\d年])(?P<then>\d{1,2})月(?P<last>\d{1,2})日(?:正式|圆满|全部)?(?:结束|收官|闭幕|落幕|完成)[^\n\d]{0,24}?[从自](?P<month>\d{1,2})月"
    rf"(?P<day>\d{{1,2}})日(?:开始|启动|起)[^。；\n\d]{{0,14}}?(?:{TAKES})(?P<told>{NUMBER})天"
)
# 10月12日开幕。…为期15天，将持续到10月26日
UNTIL = re.compile(
    r"(?<![\d年])(?P<month>\d{1,2})月(?P<day>\d{1,2})日[^。\n\d]{0,24}(?:开幕|开展|开始|启动|开赛|举行|开放)[^\n\d]{0,40}?为期"
    rf"(?P<told>{NUMBER})天[^。；\n\d]{{0,8}}(?:持续|延续|举办|展出|开放|进行)?[至到](?P<then>\d{{1,2}})月(?P<last>\d{{1,2}})日"
)
# 展览于9月12日开幕，10月8日闭幕，历时27天; 公示期7天，自6月3日起至6月9日止
TWO_DAYS = re.compile(
    r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?P<begun>[^。；\n\d]{0,12}?)[，,]?(?P<to>至|到|—|-)?(?:(?P<then>\d{1,2})月)"
    r"(?P<last>\d{1,2})日(?P<ended>[^。；\n\d]{0,12})"
)
BEGINS = re.compile("开|始|启|起|入院|出发|从|自")
ENDS = re.compile("止|闭|结束|落幕|收官|截|出院|返|完工|竣工|解除|为止")
LENGTH = re.compile(
    rf"(?:历时|为期|前后(?:共)?|共|住了|整整|公示期(?:为|共)?|展期(?:为|共)?|会期(?:为|共)?|[总施]?工期(?:为|共|仅)?|持续(?:了)?|时间为)(?P<told>{NUMBER})(?:天|个?日)"
    rf"|(?P<long>{NUMBER})天(?:的)?(?:展期|会期|公示期|假期)"
)
# 农机展9月12日至16日举办。…六天展期
HELD = re.compile(
    r"(?<![\d年])(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:至|到|—|-)(?:(?P<then>\d{1,2})月)?(?P<last>\d{1,2})日"
    r"[^。；，\n]{0,24}?(?:举办|举行|召开|开展|亮相|展出|开赛|进行)"
)
# 于3月10日启动，5月18日结束。…“90天里，…
BEGUN_ENDED = re.compile(
    r"(?<![\d年])(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:正式|全面)?(?:启动|开始|开展|打响|拉开帷幕|部署开展)[，,、至到]?"
    r"[^。；\n\d]{0,8}(?P<then>\d{1,2})月(?P<last>\d{1,2})日(?:正式|圆满|全部|基本)?(?:结束|收官|落幕|完成|收网|闭幕)"
)
EVENT_DAYS = re.compile(
    rf"(?<!前)(?<!后)(?<!首)(?P<told>{NUMBER})天的?(?:展期|会期|赛期|赛程|活动期间?|活动时间|行动期间?|节期)"
)
ALL_DAYS = re.compile(
    rf"(?:^|(?<=[“，。\n]))(?:这|短短|整整|前后)?(?P<told>{NUMBER})天(?:里|间|来|时间里|的时间里)(?=[，,])"
)
ANOTHER = re.compile("另|下月|次月|去年|往届|上届|上一届|明年")
MONTH_DAY = re.compile(r"\d{1,2}月\d{1,2}日")
TIME = re.compile(r"(?<![\d:：∶])(?P<hour>[01]?\d|2[0-4])[时点:：∶](?P<minute>[0-5]?\d)分?(?![\d:：∶])(?!钟)")
# 22日22:00至23日6:00停水，共8个小时: of one day, or into the next.
SPAN = re.compile(
    r"(?:(?<!\d)(?P<day>\d{1,2})日(?:[（(][^）)]{1,4}[）)])?[^\d，,。；]{0,4})?"
    r"(?<![\d:：∶])(?P<hour>[01]?\d|2[0-4])(?:[:：∶](?P<minute>[0-5]\d)|时)(?:至|到|—|-|~)"
    r"(?P<next>次日|翌日|第二天|(?:\d{1,2}月)?(?P<then>\d{1,2})日(?:[（(][^）)]{1,4}[）)])?)?(?:凌晨|早上|上午|中午|下午|晚上?)?"
    r"(?P<until>[01]?\d|2[0-4])(?:[:：∶](?P<past>[0-5]\d)|时)[^。；，\d]{0,8}[，,（(](?:共|历时|持续|为时|总计|全程|长达|(?:每[日晚天夜])?[^。；，\d]{0,8}(?:时间|时长)[为达]?)[计约]?(?P<hours>\d{1,2})个?小时"
)
WEEK = 7  # days
WEEKEND = 2  # days
DAY = 1440  # minutes
LASTED = re.compile(
    r"(?:全程(?:运行|行驶)?|历时|用时|耗时|持续|为时|仅需|需时|运行时间)(?:共|约|仅|了|为|达|只用)*(?P<hours>\d{1,2})个?小时(?P<minutes>\d{1,2})分"
)
ZONES = re.compile("时差|当地时间|夏令时|时区|停站|经停|停留|净运行|纯运行")
BEFORE = 160  # characters from the times of day to the time that passed between them
SINCE, SHORTLY = re.compile("从[^，,。；;]{1,6}[到至][^，,。；;]{1,6}(?:共|总计)?$"), 20
HALF_A_DAY = 720  # minutes: 3时 may be of the afternoon


def elapsed(block: Block) -> Iterator[Lifetime]:
    """Days and hours told of what two days, or two times of day, begin and end."""
    for pattern in (DAYS, DAYS_BACK, UNTIL):
        for place, match in found(block, pattern, "duration", ("天", "周", "星期")):
            span, told = _days(match), number(match["told"])
            if span is not None and told is not None and match.groupdict().get("weeks"):
                least = WEEK * told - WEEKEND  # 3月6日至4月14日，为期六周: from a Monday to a Friday
                yield Lifetime(place, match.group(), Interval.of(least, WEEK * told), Interval.of(span, span + 1), "D")
            elif span is not None and told is not None:
                yield Lifetime(place, match.group(), Interval.point(told), Interval.of(span, span + 1), "D")
    yield from _in_one_sentence(block)
    yield from _of_event(block, EVENT_DAYS, HELD, ("展期", "会期", "赛期", "赛程", "期间", "时间", "节期"))
    yield from _of_event(block, ALL_DAYS, BEGUN_ENDED, ("天里", "天间", "天来", "时间里"))
    yield from _spans(block)
    yield from _months(block)
    for place, match in found(block, LASTED, "duration", ("小时",)):
        text = block.documents[place.document].text
        times = [
            60 * int(time["hour"]) + int(time["minute"])
            for time in TIME.finditer(text, max(0, place.start - BEFORE), place.start)
        ]
        if ZONES.search(text, max(0, place.start - BEFORE), place.start + BEFORE):
            continue
        told = 60 * int(match["hours"]) + int(match["minutes"])
        if len(times) < 2 or any((late - early - told) % HALF_A_DAY == 0 for early, late in combinations(times, 2)):
            continue
        rights = {times[-1] - one for one in times[:-1] if times[-1] > one}
        rights = {one for one in rights if one // 60 == told // 60 or one % 60 == told % 60}
        right = times[-1] - times[-2]
        if SINCE.search(
            text, max(0, place.start - SHORTLY), place.start
        ):  # 从接警到扑灭历时…: from the first time told
            first = TIME.search(text, text.rfind("\n", 0, place.start) + 1, place.start)
            right = times[-1] - 60 * int(first["hour"]) - int(first["minute"]) if first is not None else right
        elif right not in rights and len(rights) == 1:
            right = min(rights)
        if right > 0 and (right // 60 == told // 60 or right % 60 == told % 60):
            yield Lifetime(place, match.group(), Interval.point(told), Interval.point(right), "M")


def _in_one_sentence(block: Block) -> Iterator[Lifetime]:
    """Days told in a sentence of just two days, of which words say that one begins and the other ends what it tells."""
    for place, match in found(block, LENGTH, "duration", ("天", "日")):
        days = list(MONTH_DAY.finditer(place.sentence))
        two = TWO_DAYS.search(place.sentence) if len(days) == 2 else None
        if two is None or len(LENGTH.findall(place.sentence)) > 1 or DAYS.search(place.sentence):
            continue
        begins = BEGINS.search(two["begun"]) or BEGINS.search(place.sentence[max(0, two.start() - 2) : two.start()])
        ends = ENDS.search(two["ended"]) or (two["to"] and BEGINS.search(two["begun"]))
        span, told = _days(two), number(match["told"] or match["long"])
        if begins and ends and span is not None and told is not None:
            yield Lifetime(place, match.group(), Interval.point(told), Interval.of(span, span + 1), "D")


def _of_event(block: Block, days: re.Pattern[str], event: re.Pattern[str], cues: tuple[str, ...]) -> Iterator[Lifetime]:
    """Days told of the one event whose first and last day an article tells: 9月12日至16日举办。…五天展期里."""
    for place, match in found(block, days, "duration", cues):
        text, told = block.documents[place.document].text, number(match["told"])
        held = list(event.finditer(text))
        span = _days(held[0]) if len(held) == 1 else None
        if (
            span is not None
            and told is not None
            and not ANOTHER.search(place.sentence[: place.start - place.sentence_start])
        ):
            yield Lifetime(place, match.group(), Interval.point(told), Interval.of(span, span + 1), "D")


def _months(block: Block) -> Iterator[Lifetime]:
    """Months told of what the first and the last day of an exhibition or an action begin and end."""
    for place, match in found(block, MONTHS, "duration", ("个月",)):
        text, told = block.documents[place.document].text, number(match["told"])
        opened = list(OPENED.finditer(text))
        span = _days(opened[0]) if len(opened) == len(MONTHS.findall(text)) == 1 else None
        if span is None or told is None:
            continue
        right = span / A_MONTH
        if abs(right - told) > HALF:
            yield Lifetime(place, match.group(), Interval.point(told), Interval.point(round(right)), "N")


def _spans(block: Block) -> Iterator[Lifetime]:
    """Hours told of what two times of one day, or of a day and the next, begin and end."""
    for place, match in found(block, SPAN, "duration", ("小时",)):
        if match["then"] is not None and (match["day"] is None or int(match["then"]) - int(match["day"]) != 1):
            continue
        start = 60 * int(match["hour"]) + int(match["minute"] or 0)
        end = 60 * int(match["until"]) + int(match["past"] or 0)
        end += DAY * (match["next"] is not None or end <= start)
        told = 60 * int(match["hours"])
        if told != end - start and (end - start) % 60 == 0 and (told - (end - start)) % HALF_A_DAY:
            yield Lifetime(place, match.group(), Interval.point(told), Interval.point(end - start), "M")


def _days(match: re.Match[str]) -> int | None:
    """The days from the first to the last day of a stretch within one year."""
    month, then = int(match["month"]), int(match["then"] or match["month"])
    try:
        first, last = date(YEAR, month, int(match["day"])), date(YEAR, then, int(match["last"]))
    except ValueError:
        return None
    span = last - first
    leap = month <= 2 < then
    return span.days if span > timedelta(0) and not leap else None
