"""What a change says that it is measured from, and whether an earlier level is of then: 同比 is not from 年初."""

from __future__ import annotations

import re

from claims import period as periods
from claims.claim import Claim
from expectations.words import before, lead

# What the clause of a change names as its base.
AGO = "上年|去年|前一年|上一年"
TOLD = (
    ("start", re.compile("(?:比|较|与)?(?:年初|(?:上|去)年年?[末底])")),
    ("year", re.compile(f"同比|按年|(?:比|较|与)(?:{AGO})(?!年?[末底初])|(?:比|较|与)(?:上年|去年)?同期")),
    (
        "previous",
        re.compile(
            r"环比|(?:比|较|与)(?:(?:上|前)一?个?(?:月|季度?|周|日|天)(?!年)|\d{1,2}月份?[末底初]?|[一二三四]季度末?|上?季末)"
        ),
    ),
    ("day", re.compile("当日|单日|当天|全天")),
)
DATED = re.compile(r"(?:比|较|与)(?P<year>(?:19|20)\d\d)年")
MONTH = re.compile(r"(?:比|较|与)(?P<month>\d{1,2})月")
A_MONTH = re.compile(r"(?<!\d)(?P<month>\d{1,2})月份?[^，,。；;、\d]{0,8}$")
# 一年级升幅最小，为1.2个百分点; 大头是公安，多了430人
MOST = re.compile("最[大小高低快慢][，,]?为?$|大头是?[^，,。；;\\d]{1,6}[，,][^，,。；;\\d]{0,4}$")
PEAK = re.compile("(?:比|较|与)[^，,。；;]{0,6}(?:峰值|高峰|最高|顶峰|高点|低点|谷底|最低|最多)")
MEANT = {"year_on_year": "year", "period_on_period": "previous"}
# A change of a part, or of each of several spans, between two levels.
OF_SOME = re.compile(r"其中|最[大小高低快慢]|每[年月日天周季]|[年月日周]均|平均每")
OF_SPAN = re.compile(
    r"(?:(?<!比)(?<!较)(?<!与)(?:今年|去年|前年|当年|本[年月周季]|当[月日]|上[月周]|昨[日天]|\d{4}年|[一二三四]季度|\d{1,2}月份?)|[上下]半年)"
    r"(?!以来)[^，,。；;]{0,8}$"
)
# What the words right before a level say of when it was.
OF_YEAR = re.compile(
    rf"(?:{AGO})(?:同期|同月|同季|度|的|全年)?[^，,。；;、\d末底初月季]{{0,8}}$|同期[^，,。；;、\d]{{0,8}}$"
)
OF_START = re.compile(r"(?:年初|上年年?[末底]|去年年?[末底])[^，,。；;、\d]{0,8}$")
OF_PREVIOUS = re.compile(
    r"(?:上一?个?(?:月|季度?|周)|前一[日天周月]|昨[日天]|去年[一二三四]季度|\d{1,2}月份?末?|[一二三四]季度|\d{1,2}日)的?[^，,。；;、\d]{0,8}$"
)
OF_OTHER = re.compile(r"(?:年前|[^之提目从]前|以前|此前|之前|原来|原先|最初)的[^，,。；;、\d]{0,8}$|几年前")
A_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年(?:年?[末底初])?的?[^，,。；;、\d]{0,8}$")
A_YEAR_AGO = re.compile(
    rf"(?:{AGO})(?P<part>\d{{1,2}}月|[一二三四]季度)[^，,。；;、\d分]{{0,8}}$"
)  # 7月31.2亿元，去年7月为24亿元
WORDS = 24  # characters before a level


def told_base(change: Claim) -> str:
    """What a change is measured from by its words, or those before: `year`, `previous`, `start`, `day`, or not told."""
    words = lead(change)
    named = next((name for name, cue in TOLD if cue.search(words)), "")
    return named or MEANT.get(change.comparison, "")


def base_of(old: Claim, new: Claim) -> str:
    """When an earlier level was, as its words or the periods tell: as `told_base`, `other`, or not told."""
    words = before(old, WORDS)
    if OF_YEAR.search(words):
        return "year"
    if OF_START.search(words):
        return "year" if new.start < old.start and _closes_year(new) else "start"
    year = A_YEAR.search(words)
    if year is not None:
        now = periods.year_of(new.period)
        return "" if now is None else "year" if now - int(year["year"]) == 1 else "other"
    if OF_OTHER.search(words):
        return "other"
    then = A_YEAR_AGO.search(words)
    if then is not None and re.search(rf"(?<!\d){then['part']}", before(new, WORDS)):
        return "year"
    return "previous" if OF_PREVIOUS.search(words) else ""


def _closes_year(new: Claim) -> bool:
    """Whether a level is that of the end of a year, or of all of it."""
    ends = periods.bounds(new.period)
    at_end = ends is not None and (ends[1].month, ends[1].day) == (12, 31)
    return at_end and "period" not in new.inferred


def of_other_base(change: Claim, old: Claim, new: Claim) -> bool:
    """Whether a change names a base that the earlier level is not of, or the level comes after the one it led to."""
    if old.period and new.period and periods.earlier(new.period, old.period):
        return True
    told, own = told_base(change), base_of(old, new)
    month, other = MONTH.search(lead(change)), A_MONTH.search(before(old, WORDS))
    if month is not None and other is not None and int(month["month"]) != int(other["month"]):
        return True  # 12月658.9亿元；11月为578.3亿元，曾比10月下降2.7%
    if PEAK.search(lead(change)) and not PEAK.search(before(old, WORDS)):
        return True  # 2019年226人，…2021年143人，2022年112人，比峰值下降50.4%
    if OF_SOME.search(lead(change)) or MOST.search(before(change, 10)):
        return True  # 由8600口减至6400口，其中去年减少300口
    if own not in ("year", "previous") and old.former and OF_SPAN.search(lead(change)):
        return True  # 由2020年的8.6万台增至12.6万台，今年增长6.1%
    dated, year = DATED.search(lead(change)), A_YEAR.search(before(old, WORDS))
    if dated is not None:
        return (year is None and bool(own)) or (year is not None and year["year"] != dated["year"])
    was = year["year"] if year is not None else old.period
    if told == "year" and not own and len(change.base_period) == len(was) == len("2022"):
        return was not in (change.base_period, new.period)
    return bool(told and own) and told != own


def untold(change: Claim, old: Claim, new: Claim) -> bool:
    """Whether a change names its base and no words tell that the level is of then: 由96增到131,比上年增长1.6%."""
    return bool(told_base(change)) and not base_of(old, new) and not (old.period and new.period)
