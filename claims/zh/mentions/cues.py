"""The words that announce a mention, found in one pass, each with the function that reads on from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from claims.zh.mentions import days, lists, moves, ranks, spans
from claims.zh.mentions.context import Context, number

Reader = Callable[[Context, int, int, str], None]

_MANY = ["二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"]


@cache
def automaton() -> tuple[AhoCorasick, list[tuple[Reader, str]]]:
    """The cue words with their readers and what each is told."""
    cues: dict[str, tuple[Reader, str]] = {}
    for words, direction in ((moves.UP, "up"), (moves.DOWN, "down"), (moves.FLAT, "flat")):
        cues.update(dict.fromkeys(words, (moves.move, direction)))
    cues.update(dict.fromkeys(moves.COUNTED, (moves.counted, "")))
    cues.update({word: (ranks.record, reading) for word, reading in ranks.RECORDS.items()})
    cues.update(dict.fromkeys(ranks.FIRSTS, (ranks.first, "")))
    cues["周年"] = (spans.anniversary, "")
    for char in "一二三四五六日天":
        for word in ("星期", "周", "礼拜"):
            cues[word + char] = (days.weekday, char)
    del cues["周天"]
    cues.update({mark: (lists.announced, mark) for mark in lists.ANNOUNCED})
    cues.update({mark: (lists.inserted, mark) for mark in lists.INSERTED})
    cues.update(dict.fromkeys(("一是", "一要"), (lists.sentence_of_points, "")))
    for many in _MANY:
        cues.update({many + word: (_summed_up, many) for word in lists.CLASSES})
    words = list(cues)
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), [cues[word] for word in words]


def _summed_up(context: Context, start: int, end: int, many: str) -> None:
    count = number(many)
    if count:
        lists.summed_up(context, start, end, count)
