"""Times told to the minute or second: how far two lie apart, and who came before whom by them.

由3小时10分缩短至1小时25分，节省1小时45分; 以2小时14分37秒夺冠，…亚军以2小时13分52秒….
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from claims.claim import Mention
from claims.interval import Interval
from expectations.blocks import Block
from expectations.lifetimes import Lifetime
from expectations.listed_ranks import ListedRank
from expectations.passages import found

# Of at least two of hours, minutes and seconds, or one of them.
LENGTH = r"(?:\d{1,3}个?小时(?:\d{1,2}分(?:钟)?)?(?:\d{1,2}秒)?|\d{1,3}分(?:钟)?(?:\d{1,2}秒)?|\d{1,3}秒)"
PARTS = re.compile(r"(?:(?P<hours>\d{1,3})个?小时)?(?:(?P<minutes>\d{1,3})分(?:钟)?)?(?:(?P<seconds>\d{1,3})秒)?")
SHORTENED = re.compile(
    rf"(?<![\d.:：])(?P<a>{LENGTH})(?:左右)?(?:缩短|压缩|减少|缩减|降低|降|延长|增加)(?:至|到|为)(?:了)?(?P<b>{LENGTH})"
    rf"[^。；;\d]{{0,6}}[，,](?:共|足足|整整|可|将)?(?:缩短|节省|节约|减少|压缩|省下?|快|延长|增加|多)了?(?P<c>{LENGTH})"
)
# 冠军以2小时10分42秒，亚军以2小时12分05秒，相差1分23秒
APART = re.compile(
    rf"(?<![\d.:：])(?P<a>{LENGTH})[^。；;\d]{{2,40}}?(?P<b>{LENGTH})[^。；;\d]{{0,24}}?"
    rf"(?:相差|落后|领先|慢了?|快了?|差距为?|提高了?|晚了?|早了?)(?:仅|只有|足足)?(?P<c>{LENGTH})"
)
# 分别是2小时12分36秒和2小时12分58秒，22秒之差
BETWEEN = re.compile(
    rf"(?<![\d.:：])(?P<a>{LENGTH})[和与、](?:[一-鿿]{{0,8}})?(?P<b>{LENGTH})[，,](?:以|仅|只有?|就这)?(?P<c>{LENGTH})(?:之差|的差距)"
)
# 以2小时15分08秒获得亚军; 跑出2小时14分51秒，列第三
FINISHED = re.compile(
    rf"(?<![\d.:：])(?<![先后差了军])(?P<time>{LENGTH})(?:的成绩)?[^。；;\d]{{0,8}}?(?P<place>率先(?:撞线|冲线)|夺冠|冠军|第一|亚军|第二|季军|第三|第四|第五)(?![次个届年轮度站]|的?(?:成绩|用时))"
)
FULL_TIME = re.compile(r"(?<![\d.:：])\d{1,2}小时\d{1,2}分(?:钟)?\d{1,2}秒")
# A time of a record, of a third, or of another race.
OF_OTHER = re.compile("纪录|记录|季军|第三|最好|最佳|上届|去年|前年")
ANOTHER_RACE = re.compile("[男女组年届]")
LED_BY = re.compile(rf"以(?P<lead>{LENGTH})的(?:微弱|明显|巨大)?优势|领先(?:第二名|亚军|对手)(?P<ahead>{LENGTH})")
ONE_DIGIT = (10, 20, 30, 40, 50, 60, 120, 180, 600)  # seconds by which a wrong digit puts a time off
PLACES = {"冠军": 1, "夺冠": 1, "第一": 1, "亚军": 2, "第二": 2, "季军": 3, "第三": 3, "第四": 4, "第五": 5}
MINUTE = 60  # seconds
HEDGED = re.compile("[约近多余超]")


def timings(block: Block) -> Iterator[Lifetime]:
    """Each such difference that misses what the two come to: by whole minutes, or hours, where words stand between."""
    for pattern in (SHORTENED, APART, BETWEEN):
        for place, match in found(block, pattern, "duration", ("小时", "分", "秒")):
            lengths = [_seconds(match[name]) for name in "abc"]
            exact = any(_parts(match[name]) > 1 for name in "ab") and not HEDGED.search(match.group())
            right = abs(lengths[0] - lengths[1])
            off = abs(right - lengths[2])
            step = MINUTE if right % MINUTE or right < MINUTE * MINUTE else MINUTE * MINUTE
            whole = pattern is BETWEEN or off % step == 0
            if not exact or not off or not right or not whole:
                continue
            unit, per = ("S", 1) if any(length % MINUTE for length in lengths) else ("M", MINUTE)
            yield Lifetime(place, match["c"], Interval.point(lengths[2] // per), Interval.point(right // per), unit)


def leads(block: Block) -> Iterator[Lifetime]:
    """A lead told after the times of the first and the second, one slip away from what these two are apart.

    冠军…成绩为2小时14分37秒…。亚军…2小时15分52秒。…以1分15秒的优势率先撞线.
    """
    for place, match in found(block, LED_BY, "duration", ("优势", "领先")):
        text = block.documents[place.document].text
        told = _seconds(match["lead"] or match["ahead"])
        head = text[text.rfind("\n", 0, place.start) + 1 : place.start]
        if OF_OTHER.search(head) or ("男子" in head and "女子" in head):
            continue
        times = [_seconds(one[0]) for one in FULL_TIME.finditer(head)]
        gaps = {abs(a - b) for a, b in combinations(times, 2)}
        near = {gap for gap in gaps if abs(gap - told) in ONE_DIGIT}
        if told not in gaps and len(near) == 1:
            right = near.pop()
            yield Lifetime(place, match["lead"] or match["ahead"], Interval.point(told), Interval.point(right), "S")


def finishes(block: Block) -> Iterator[ListedRank]:
    """Each place in a race whose time is faster than that of the place before it in the sentence."""
    last: tuple[Mention, int, int, str] | None = None
    for mention, match in found(block, FINISHED, "rank", ("亚军", "季军", "第三", "第二")):
        place, time = PLACES.get(match["place"], 1), _seconds(match["time"])
        if _parts(match["time"]) < 2:
            continue
        if (
            last is not None
            and last[0].sentence_start == mention.sentence_start
            and last[0].document == mention.document
        ):
            _, before, faster, shown = last
            text = block.documents[mention.document].text[last[0].end : mention.start]
            if place - before == 1 and time < faster and ANOTHER_RACE.search(text) is None:
                yield ListedRank(mention, match.group(), place, before, before, (match["time"], shown))
        last = mention, place, time, match["time"]


def _seconds(text: str) -> int:
    match = PARTS.fullmatch(text)
    assert match is not None
    hours, minutes, seconds = (int(match[name] or 0) for name in ("hours", "minutes", "seconds"))
    return (hours * MINUTE + minutes) * MINUTE + seconds


def _parts(text: str) -> int:
    """How many of hours, minutes and seconds a length names."""
    match = PARTS.fullmatch(text)
    return sum(value is not None for value in match.groups()) if match is not None else 0
