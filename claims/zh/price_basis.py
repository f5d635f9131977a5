"""The price basis of a figure: current, constant or comparable prices, as the words before it state."""

from __future__ import annotations

from claims.zh.layout import Sentence
from claims.zh.records import Reading

_WORDS = (("可比", "comparable"), ("同口径", "comparable"), ("不变价", "constant"), ("现价", "current"))


def words_in(text: str) -> list[tuple[str, str]]:
    """The words for a price basis that the text has, each with its basis."""
    return [(words, basis) for words, basis in _WORDS if words in text]


def stated(text: str, words: list[tuple[str, str]], sentence: Sentence, found: Reading) -> str:
    """The price basis that the sentence states before the figure: 按可比价格计算, 按不变价格, 现价 (one of `words`)."""
    if found.segment.relation != "change" and found.quantity.form != "number":
        return ""
    at = found.quantity.start
    for word, basis in words:
        position = text.rfind(word, max(sentence.start, at - 60), at)
        if position >= 0 and ";" not in text[position:at]:
            return basis
    return ""
