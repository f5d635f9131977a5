"""The campaigns, gatherings and accidents that an article dates once and then points back to: 此次活动, 事发时."""

from __future__ import annotations

import re

from claims.zh.layout import Sentence
from claims.zh.period import TimeSpan
from claims.zh.when import State

_HELD = "开展|组织|部署|启动|举行|举办|进行|召开|开幕|开赛|迎来|拉开|落幕|收官"
_THING = (
    "行动|活动|整治|清查|巡查|宣防|检查|排查|义诊|演练|培训|讲座|仪式|宣讲|宣传|捐赠|慰问|走访|评选|赛事?|会议?|节|展"
)
_CAMPAIGN = re.compile(
    rf"[^。;]{{0,40}}?(?:(?:{_HELD})[^。;]{{0,24}}?(?:{_THING})|(?:{_THING})[^。;]{{0,24}}?(?:{_HELD}))"
)
_ACCIDENT = re.compile(
    r"[^。;]{0,40}?(?:发生[^。;,]{0,20}?(?:事故|火灾|地震|爆炸|坍塌|垮塌|滑坡|泥石流|山洪|枪击|相撞|追尾|侧翻|案)"
    r"|起火|着火|失火|坍塌|垮塌|坠[毁机落]|侧翻|决口|溃堤)"
)
# 行动期间 at the head of a sentence: all of it is of those days.
_IN_ITS_COURSE = re.compile(
    r"[^一-鿿]*(?:在|[0-9一二三四五六七八九十两]+[天日夜])?"
    r"(?:(?:此次|本次|集中|统一|整治|专项|清查|巡查|宣防){0,3}(?:行动|活动|会战|整治|战役|攻势)(?:期间|中)"
    r"|(?:此|本|这)次(?:集中|统一|专项){0,3}(?:行动|活动|整治|清查|巡查)(?=,|中|共)|其间|期间)(?=[^的])"
)
_COUNTED = re.compile(r"据(?:初步|不完全)?统计,(?:全[省市县区州]|各地)?共")
_POINTS_BACK = re.compile(
    rf"[此本这该](?:次|届|场|轮)[^,。;0-9]{{0,14}}?(?:{_THING})(?!将|计划|预计)"
    r"|(?:活动|行动|比赛|演练|仪式)(?:现场|中|期间|当天|当日)(?!的)|(?<![一-鿿])现场(?=[,共])"
)
_HAPPENED = re.compile(r"(?:事发|案发|(?:事故|火灾|坍塌|爆炸|地震|灾害)发生)(?:时|当[天日时晚])")


def note(text: str, state: State, span: TimeSpan) -> None:
    """Take note of the days of a campaign or gathering, and of the day of an accident."""
    if span.role != "reference" or span.kind not in ("day", "to_date", "relative"):
        return
    until = span.end + 80
    if span.kind != "relative" and _CAMPAIGN.match(text, span.end, until):
        state.scene = span.period
    if len(span.period) == len("2023-07-23") and _ACCIDENT.match(text, span.end, until):
        state.accident = span.period


def recall(text: str, state: State, sentence: Sentence) -> None:
    """Give a sentence that points back to an occasion the time at which that took place."""
    start, end = sentence.start, sentence.end
    if state.scene:
        if _IN_ITS_COURSE.match(text, start, end) or _COUNTED.match(text, start, end):
            state.reach = max(2, state.reach if state.paragraph == state.scene else 0)
            state.sentence = state.scene
        elif _POINTS_BACK.search(text, start, end):
            _speak_of(state, state.scene)
    if state.accident and _HAPPENED.search(text, start, end):
        _speak_of(state, state.accident)


def _speak_of(state: State, period: str) -> None:
    """Let the sentence be about a period that was told before, unless it names its own."""
    if state.paragraph != period:
        state.paragraph, state.since, state.reach = period, 1, 1
