"""How long a time is that the words before a figure name, where an article without a date leaves the period open."""

from __future__ import annotations

import re

from claims.claim import Claim
from expectations.words import before

COMPARED = re.compile("(?:比|较|与|同)[^，,。；;]{1,10}")
STRETCH = re.compile(
    r"(?P<so_far>\d+[至到—~-]\d+月|前[\d一二两三四五六七八九十]+个?月|今年以来|年初至今|前三季度)"
    r"|(?P<half>[上下]半年)|(?P<quarter>[一二三四首上本]个?季度?)|(?P<month>(?<!个)\d+月(?![\d底末初]+日?)|[上本当]个?月)"
    r"|(?P<year>全年|\d{4}年(?!\d|[前上下一二三四第末底初])|[去今前]年(?![前上下一二三四第末底初\d同以]))"
)


def stretch(claim: Claim) -> str:
    """How long a time is that the words before a level name: a month, a quarter, the months so far; empty if none."""
    told = stretches(before(claim, 40))
    return told[-1] if told else ""


def told_of(claim: Claim) -> str:
    """The length of time that the sentence last named before a figure, other than one that it is compared with."""
    told = stretches(COMPARED.sub("", before(claim, 90)))
    return told[-1] if told else ""


def aside(claim: Claim) -> bool:
    """Whether a level is of another stretch of time than its sentence began with: 上半年2164起,6月立案312起."""
    return len(set(stretches(before(claim, 90)))) > 1


def stretches(words: str) -> list[str]:
    """The lengths of time that some words name, in order."""
    return [next(kind for kind, word in match.groupdict().items() if word) for match in STRETCH.finditer(words)]
