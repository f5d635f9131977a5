"""The price basis of a figure: current, constant or comparable prices, as the words around it state."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from claims.zh.layout import Sentence
from claims.zh.records import Reading

_REACH = 60  # characters
# 按可比价格计算, 同口径: they hold for levels too, and for all that follows in the sentence.
_PRICES = r"(?P<comparable>可比|同口径)|(?P<constant>不变价)|(?P<current>现价)"
# 扣除价格因素,实际增长5.7%; 名义增长6.1%,实际增长5.7%; 按固定汇率计算,增长12.3%: they hold for a change.
_RATES = (
    r"(?P<real>实际(?:同比|环比|增|下降|上升|提高|上涨))|(?P<exchange>(?:固定|恒定|不变|同等)汇率)"
    r"|(?P<without>(?:扣除|剔除|不计|排除|不考虑)[^,。;:!?\n]{2,16}?(?:因素|影响|业务|后))"
    r"|(?P<like>(?:有机|内生|同店)(?:增|销售|收入|营收))|(?P<plain>名义)"
)
_WORDS = re.compile(f"{_PRICES}|{_RATES}")
_BEHIND = re.compile(r"[ ]?\([^()。;]{0,6}(?:(?P<comparable>可比)|(?P<constant>不变价))[^()。;]{0,6}\)")  # 4.4%(可比价)
_BASES = {"real": "constant", "exchange": "constant", "without": "comparable", "like": "comparable"}
_OF_CHANGE = frozenset((*_BASES, "plain"))


@dataclass(frozen=True, slots=True)
class Basis:
    """Words of a text for a price basis: where they stand, and what they say."""

    start: int
    end: int
    said: str


def words_in(text: str) -> list[Basis]:
    """The words for a price basis that the text has, in order."""
    return [Basis(*match.span(), match.lastgroup or "") for match in _WORDS.finditer(text)]


def stated(text: str, words: list[Basis], sentence: Sentence, found: Reading) -> str:
    """The price basis that the sentence states of the figure: 按可比价格计算, 实际增长, 现价 (one of `words`)."""
    changes = found.segment.relation == "change"
    if not changes and found.quantity.form != "number":
        return ""
    at = found.quantity.start
    if changes and (behind := _BEHIND.match(text, found.quantity.end)):
        return behind.lastgroup or ""
    for basis in reversed(words[: bisect_left(words, at, key=lambda one: one.start)]):
        if basis.start < max(sentence.start, at - _REACH):
            break
        if ";" in text[basis.end : at]:
            break
        if basis.said not in _OF_CHANGE:
            return basis.said
        if changes and _holds(text[basis.end : at], basis.said):
            return _BASES.get(basis.said, "")
    return ""


def _holds(between: str, said: str) -> bool:
    """Whether a word for how a change was reckoned holds for the figure: no other stands between, 1 comma at most."""
    return "%" not in between and between.count(",") <= (said in ("without", "exchange"))
