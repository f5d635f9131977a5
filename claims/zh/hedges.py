"""Chinese hedge words before and after a figure, and the words they must not be taken from."""

from __future__ import annotations

import re
from pathlib import Path


def _load(position: str) -> dict[str, str]:
    """The words of `hedges.txt` that stand there, and their bounds."""
    lines = Path(__file__).with_name("hedges.txt").read_text(encoding="utf-8").splitlines()
    rows = [[field.strip() for field in line.split("|")] for line in lines if line and not line.startswith("#")]
    return {
        word.replace("_", " "): bound for place, bound, words in rows if place == position for word in words.split()
    }


PREFIXES = _load("before")
SUFFIXES = _load("after")
_FILLERS = _load("between")
_BLOCKED = {hedge: before for before, hedge in _load("never").items()}

# The top leagues: 中超16支球队, not 其中超3万人.
_LEAGUE = re.compile("(?:^|[^一-鿿]|[在从和与到进踢的是季及入返对于获参])[中英德西意法土]$")
# These say that a mark was passed only before a round sum: 跨越万亿, not 跨越5省.
LANDMARKS = ("跨越", "跨过", "越过", "站上", "站稳", "迈上", "迈过", "登上", "跃上")

# 两倍多, 三年多: 多 after the unit; not 3元多次.
_MORE_AFTER = frozenset("倍成年月天元块斤里米岁时吨亩")
_MORE_NOT = ("次", "名", "种", "个", "方", "元", "样", "家", "边", "发", "部", "地", "功", "数", "为", "出")
_MORE_BY = frozenset("一二两三四五六七八九十")  # 比常年的2亿吨多三成


def _by_last(words: dict[str, str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        table.setdefault(word[-1], []).append(word)
    return {last: tuple(found) for last, found in table.items()}


_PREFIXES_BY_LAST = _by_last(PREFIXES)
_FILLERS_BY_LAST = _by_last(_FILLERS)
_LASTS = frozenset((*_PREFIXES_BY_LAST, *_FILLERS_BY_LAST))
_FIRSTS = frozenset(word[0] for word in SUFFIXES) | frozenset("( 多")


# 超过全省人口总数的54%: the hedge stands before what the share is taken of.
_FAR = re.compile(r"(?<!不)(超过|逾|不足|不到|接近|将近|突破|不超过|低于|高于|超)[^,。;:、!?\n0-9]{2,16}的$")


_ABOUT = re.compile(r"(?:大约|约)(?:占|为|是|相当于)[^,。;:、!?\n0-9]{2,16}的$")  # 约占案件总数的21%


_STANDARD = re.compile(
    r"预期|预计|预测|预估|水平|此前|之前|上[月年周季]|去年|今年|同期|目标|规定|前值|平均|[月年]的$|[增涨跌降]幅|标准|要求|时的|底的|初的|末的"
)


def before(text: str, start: int) -> tuple[str, int]:
    """The bound that the words before `start` give the figure there, and where they begin; `("", start)` if none."""
    position = start
    for _ in range(3):
        last = text[position - 1 : position]
        if last not in _LASTS:
            return "", start
        for word in _PREFIXES_BY_LAST.get(last, ()):
            if text.endswith(word, 0, position):
                begin = position - len(word)
                if len(word) == 1 and begin and text[begin - 1] in _BLOCKED.get(word, ""):
                    continue
                if word == "超" and _LEAGUE.search(text, max(begin - 2, 0), begin):
                    continue
                if word == "破" and text.startswith("的", position):
                    return "", start  # 当年破的83起
                if word == "估计" and text[position : position + 1] == "的":
                    return "", start  # 低于最初估计的8300万部
                return PREFIXES[word], begin
        for word in _FILLERS_BY_LAST.get(last, ()):
            if text.endswith(word, 0, position):
                position -= len(word)
                break
        else:
            return "", start
    return "", start


def far(text: str, start: int) -> str:
    """The bound of a share whose hedge stands before its whole: 超过全省人口总数的54%; empty if there is none."""
    start -= text[start - 1 : start] == " "
    if text[start - 1 : start] != "的":
        return ""
    if _ABOUT.search(text, max(0, start - 20), start):
        return "about"
    match = _FAR.search(text, max(0, start - 20), start)
    return PREFIXES[match[1]] if match and not _STANDARD.search(match[0]) else ""


# 最多可领取5张, 最多能同时连接8台: what may be done stands between.
_MOST = re.compile(r"最多(?:只?[可能]以?|能够|允许|支持|只)[^,。;:、!?\n0-9]{0,10}$")


# 至少保存240小时: what is done stands between.
_LEAST = re.compile(r"至少(?:需要?|应当?|可以?|能够?|要)?[^,。;:、!?\n0-9在有]{2}了?$")


def at_least(text: str, start: int) -> bool:
    """Whether the words before a figure ask for no less than it: 至少保存240小时."""
    return (
        text.find("至少", max(0, start - 8), start) >= 0 and _LEAST.search(text, max(0, start - 10), start) is not None
    )


def at_most(text: str, start: int) -> bool:
    """Whether the words before a figure allow no more than it: 最多可领取5张."""
    return _MOST.search(text, max(0, start - 16), start) is not None


def after(text: str, end: int) -> tuple[str, int]:
    """The bound that the words after a figure and its unit give it, and where they end; `("", end)` if none."""
    if text[end : end + 1] not in _FIRSTS:
        return "", end
    begin = end + 3 if text.startswith("(含)", end) else end
    if text[begin : begin + 1] == " ":
        begin += 1
    bound = SUFFIXES.get(text[begin : begin + 2])
    if bound:
        return bound, begin + 2
    then = text[end + 1 : end + 2]
    more = text[end : end + 1] == "多" and text[end - 1] in _MORE_AFTER and then not in _MORE_NOT
    if more and not then.isdecimal() and then not in _MORE_BY:
        return "plus", end + 1
    return "", end
