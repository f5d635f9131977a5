"""The words around a figure, and how much two wordings share."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from claims.claim import Claim

STOP = re.compile(r"[，,；;。！？!?：:\n（）()]")
NOISE = re.compile(r"[\s\d.,%％‰“”\"'‘’《》（）()【】\[\]、，。；：:;!！?？…—\-]+")
GOT = re.compile(
    "^(?:归属于?(?:母公司|上市公司|本公司)?的?|发放|发出|收到|收集|征集|摸排|排查|梳理|发现|移送|移交|共计?|累计)+$"
)  # what is done names nobody
LAST_YEAR = re.compile("去年|上年")
YEAR_AGO = re.compile("(?:去年|上年|前年|同期)(?:\\d{1,2}月份?)?[^，,。；;\\d]{0,8}$")
ALIKE = 2  # characters with which names of one firm or of one matter begin alike
PER_OTHER = re.compile(
    r"(?<=[，,（(])(?:折合|约合|合|折)(?:为|成)?每[^，,。；;\d]{1,4}$"
)  # 每公斤14.2元，合每市斤7.1元
CONVERTED = re.compile(r"[（(][^（()）]{0,12}(?:约|合|折)[^（()）]{0,24}$")


def offset(claim: Claim) -> int:
    """Where the figure begins in its sentence; -1 where the sentence does not hold it."""
    at, sentence, text = claim.start - claim.sentence_start, claim.sentence, claim.text
    return at if at >= 0 and sentence.startswith(text, at) else sentence.find(text)


def before(claim: Claim, length: int = 200) -> str:
    """The words of the sentence before the figure."""
    at = offset(claim)
    return claim.sentence[max(0, at - length) : at] if at >= 0 else ""


def after(claim: Claim, length: int = 200) -> str:
    """The words of the sentence behind the figure."""
    at = offset(claim)
    return claim.sentence[at + len(claim.text) : at + len(claim.text) + length] if at >= 0 else ""


def between(a: Claim, b: Claim) -> str:
    """The words between two figures of one sentence; across sentences what ends the first and begins the second."""
    if a.sentence_start == b.sentence_start and a.document == b.document:
        left, right = offset(a), offset(b)
        return a.sentence[left + len(a.text) : right] if 0 <= left < right else ""
    return after(a) + before(b)


def lead(claim: Claim) -> str:
    """The words of the figure's clause before it."""
    at = offset(claim)
    return _lead(claim.sentence, at) if at >= 0 else ""


@lru_cache(maxsize=1 << 12)
def _lead(sentence: str, at: int) -> str:
    start = max(0, at - 200)
    cut = start
    for match in STOP.finditer(sentence, start, at):
        cut = match.end()
    return sentence[cut:at]


@lru_cache(maxsize=1 << 12)
def of_year_ago(claim: Claim) -> bool:
    """Whether the words right before a figure say that it is of a year before: 上年1322亿元, 去年同期出口1710亿元."""
    return YEAR_AGO.search(before(claim, 16)) is not None


def grams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text without figures and marks: what two wordings may share."""
    plain = NOISE.sub("", text)
    return frozenset(map("".join, pairwise(plain))) or frozenset(plain)


def likeness(a: str, b: str) -> float:
    """How much of the shorter wording the longer one repeats, 0 to 1."""
    left, right = grams(a), grams(b)
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def begins_alike(a: str, b: str) -> int:
    """How many characters two names begin with alike."""
    return next((at for at, (left, right) in enumerate(zip(a, b, strict=False)) if left != right), min(len(a), len(b)))


def converted(claim: Claim) -> bool:
    """Whether the figure converts another into a second currency: 30美元（当前约215元人民币）."""
    if PER_OTHER.search(before(claim, 8)):
        return True
    if "（" not in claim.sentence and "(" not in claim.sentence:
        return False
    words = before(claim, 40)
    return ("（" in words or "(" in words) and CONVERTED.search(words) is not None


def of_one(left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether measures whose attributes were found can be of one firm or matter: 海山公司(总资产) and (净资产).

    What stands before the attribute, or in a group `of`, names it; one is left out, or part of the other, or they
    begin alike.
    """
    names = (found.groupdict().get("of") or found.string[: found.start()] for found in (left, right))
    first, second = (GOT.sub("", name) for name in names)
    return first in second or second in first or first[:ALIKE] == second[:ALIKE]


def of_two(a: str, b: str) -> bool:
    """Whether two measures are one attribute of two things: 甲车型销售, 乙车型销售."""
    same = next((n for n in range(min(len(a), len(b)), 1, -1) if a[-n:] == b[-n:]), 0)
    owners = a[: len(a) - same], b[: len(b) - same]
    return same > 1 and all(owners) and grams(owners[0]).isdisjoint(grams(owners[1]))
