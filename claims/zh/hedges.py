"""Chinese hedge words before and after a figure, and the words they must not be taken from."""

from __future__ import annotations

import re

PREFIXES = {
    "近": "almost", "将近": "almost", "接近": "almost", "逼近": "almost", "临近": "almost", "几近": "almost", "接近于": "almost",
    "超": "over", "超过": "over", "逾": "over", "突破": "over", "超出": "over", "高于": "over", "多于": "over", "大于": "over",
    "破": "over", "越过": "over", "跨越": "over", "跨过": "over", "站上": "over", "已过": "over", "首破": "over", "远超": "over",
    "至少": "at_least", "不少于": "at_least", "不低于": "at_least", "最少": "at_least", "起码": "at_least", "不小于": "at_least",
    "站稳": "at_least", "迈上": "at_least", "迈过": "over", "登上": "at_least", "跃上": "at_least", "不下": "at_least", "不下于": "at_least",
    "不足": "under", "不到": "under", "低于": "under", "少于": "under", "小于": "under", "不满": "under", "未满": "under",
    "未达": "under", "未到": "under", "跌破": "under",
    "不超过": "at_most", "未超过": "at_most", "不超": "at_most", "至多": "at_most", "最多": "at_most", "不高于": "at_most",
    "不多于": "at_most", "不大于": "at_most", "不逾": "at_most", "顶多": "at_most", "没有超过": "at_most",
    "约": "about", "大约": "about", "大概": "about", "几乎": "about", "近乎": "about", "估计": "about", "大致": "about",
}  # fmt: skip

# These say that a mark was passed only before a round sum: 跨越万亿, not 跨越5省.
LANDMARKS = ("跨越", "跨过", "越过", "站上", "站稳", "迈上", "迈过", "登上", "跃上")

# What precedes a one-character hedge that is the end of another word.
BLOCKED = {
    "约": "签预节违合制契条特邀续履公失毁爽婚简盟租赴缔相誓有订", "近": "附最靠邻亲远周就毗抵相", "超": "赶反中英德西意法土",
    "破": "侦打告攻爆冲残", "逾": "",
}  # fmt: skip

# Words that may stand between a hedge and its figure.
FILLERS = ("了", "为", "有", "占", "合", "达", "出", "于", "人民币", "港币", "美元", "欧元", "着", " ", "¥", "￥", "$", "的", "是", "需", "用")  # fmt: skip

SUFFIXES = {
    "以上": "at_least", "之上": "at_least", "开外": "at_least", "以内": "at_most", "之内": "at_most", "以下": "under",
    "之下": "under", "左右": "about", "上下": "about", "有余": "plus", "出头": "plus", "不到": "under", "不足": "under",
}  # fmt: skip


# 两倍多, 三年多: 多 after the unit; not 3元多次.
_MORE_AFTER = frozenset("倍成年月天元块斤里米岁时吨亩")
_MORE_NOT = ("次", "名", "种", "个", "方", "元", "样", "家", "边", "发", "部", "地", "功", "数", "为")


def _by_last(words: dict[str, str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        table.setdefault(word[-1], []).append(word)
    return {last: tuple(found) for last, found in table.items()}


_PREFIXES_BY_LAST = _by_last(PREFIXES)
_FILLERS_BY_LAST = _by_last(dict.fromkeys(FILLERS, ""))


# 超过全省人口总数的54%: the hedge stands before what the share is taken of.
_FAR = re.compile(r"(?<!不)(超过|逾|不足|不到|接近|将近|突破|不超过|低于|高于|超)[^,。;:、!?\n0-9]{2,16}的$")


_STANDARD = re.compile(
    r"预期|预计|预测|预估|水平|此前|之前|上[月年周季]|去年|今年|同期|目标|规定|前值|平均|[月年]的$|[增涨跌降]幅|标准|要求|时的|底的|初的|末的"
)


def before(text: str, start: int) -> tuple[str, int]:
    """The bound that the words before `start` give the figure there, and where those words begin; `("", start)` if none."""
    position = start
    for _ in range(3):
        last = text[position - 1 : position]
        for word in _PREFIXES_BY_LAST.get(last, ()):
            if text.endswith(word, 0, position):
                begin = position - len(word)
                if len(word) == 1 and begin and text[begin - 1] in BLOCKED[word]:
                    continue
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
    if text[start - 1 : start] != "的":
        return ""
    match = _FAR.search(text, max(0, start - 20), start)
    return PREFIXES[match[1]] if match and not _STANDARD.search(match[0]) else ""


def after(text: str, end: int) -> tuple[str, int]:
    """The bound that the words after a figure and its unit give it, and where they end; `("", end)` if none."""
    begin = end + 3 if text.startswith("(含)", end) else end
    if text[begin : begin + 1] == " ":
        begin += 1
    bound = SUFFIXES.get(text[begin : begin + 2])
    if bound:
        return bound, begin + 2
    if text[end : end + 1] == "多" and text[end - 1] in _MORE_AFTER and text[end + 1 : end + 2] not in _MORE_NOT:
        return "plus", end + 1
    return "", end
