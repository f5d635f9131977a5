"""Words between a total and a row of figures by which the row is none of its parts, or not all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.claim import Claim
from expectations.stretches import stretch, stretches
from expectations.words import after, before, between

# 公益诉讼412件（部分同时计入刑事案件）, 有5件既涉药品又涉医疗器械: one thing is of several kinds.
OVERLAP = re.compile(
    "(?:同时|一并|重复|已|也|均|另)(?:计入|列入|纳入|归入|统计)|分别计算|既[^，,；;。]{1,10}又|交叉|重叠|重复|可多选|不止一[种项类]|(?:内部|合并|分部间)抵[销消]"
)
REST = re.compile("(?:其余|剩余|余下|剩下|其他)的?(?:为|是|均为|都是|系)(?![0-9])")
BODIES = "省|市|自治区|区|县|州|镇|旗|盟|开发区|高新区|保税区"
# The area, or the body, of which a figure is told.
OWNER = re.compile(
    f"(?P<all>[全我本](?:国|省|市|区|县|州))|全球|世界|(?<![一-鿿])(?P<name>[一-鿿]{{2,6}}?(?<![小地城社片郊市主山灾景牧疫战上股超])(?:{BODIES}))"
    "(?![场政域委间级长别值面道民情价])|以(?P<one>[^，,；;。]{2,8})为例"
)
LEVELS = {"镇": 0, "乡": 0, "区": 1, "县": 1, "旗": 1, "市": 2, "州": 2, "盟": 2, "省": 3, "国": 4}
WORLD = 5
REVISED = re.compile("修订|核实后|调整后的数据")
YEAR = re.compile(
    r"(?<![比较与和对])(?:(?P<year>\d{4})年|(?P<last>[上去前]一?年))(?!相比|旧存|结转|结余|转入|[^，,；;。\d]{0,6}[增减降升长提])"
)


@dataclass(frozen=True, slots=True)
class Owner:
    """The area that words name: its level, from 0 for a town to 5 for the world; `all` where they say all of it."""

    words: str
    level: int
    all: bool


def owner(words: str) -> Owner | None:
    """The area or body that some words name last; None where they name none of known level."""
    last = None
    for match in OWNER.finditer(words):
        last = match
    if last is None:
        return None
    named = last[0]
    level = WORLD if named in ("全球", "世界") else LEVELS.get(named[-1], -1)
    return Owner(named, level, named[0] in "全我本" or level == WORLD) if level >= 0 else None


def told_apart(total: Claim, part: Claim) -> bool:
    """Whether the words that lead to a part name another area, or another time, than those before the total."""
    one = total.sentence_start == part.sentence_start
    told = between(total, part) if one and total.start < part.start else before(part)
    head = before(total)
    if (REVISED.search(told) is None) != (REVISED.search(head) is None):
        return True  # 初步核算数为…。按修订后的数据，第一产业…
    return owners_differ(told, head) or _year(told, head) or _stretch(told, total)


def owners_differ(told: str, head: str) -> bool:
    """Whether some words name an area or body that those before do not."""
    named = [match[0].replace("我", "全").replace("本", "全") for match in OWNER.finditer(told)]
    known = [match[0].replace("我", "全").replace("本", "全") for match in OWNER.finditer(head)]
    return bool(named) and named[-1] not in known and (bool(known) or not named[-1].startswith("全"))


def areas_differ(a: Claim, b: Claim) -> bool:
    """Whether two articles name areas of other levels, or other names, before a figure each: 全省…, 临川市…."""
    first, second = owner(before(a)), owner(before(b))
    if first is None or second is None or a.document == b.document:
        return False
    return first.level != second.level or not (first.all or second.all or first.words == second.words)


def _year(told: str, head: str) -> bool:
    named = [match[0] for match in YEAR.finditer(told)]
    return bool(named) and named[-1] not in head


def _stretch(told: str, total: Claim) -> bool:
    named, own = stretches(told), stretch(total)
    return bool(named) and named[-1] != own


def goes_over(parts: tuple[Claim, ...]) -> bool:
    """Whether words behind the parts say that one thing is counted twice, or that there is a rest without a figure."""
    words = after(parts[-1], 60)
    return OVERLAP.search(words) is not None or REST.search(words) is not None
