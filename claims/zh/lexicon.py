"""The word classes of the news sentence, looked up in one pass."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

_ORDER = ("change_noun", "up", "down", "to", "link", "share", "cmp", "than", "from", "adverb", "conj", "verb", "plain")
_MOVES = ("change_noun", "up", "down", "to")


class Entry(NamedTuple):
    """The class of a word, and how many characters of plain text stand before it in what the automaton finds."""

    role: str
    before: int = 0


@cache
def classes() -> dict[str, frozenset[str]]:
    """The words of each class of `lexicon.txt`."""
    found: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in files("claims.zh").joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            current.update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


@cache
def automaton() -> tuple[AhoCorasick, list[Entry]]:
    """What finds the words of all classes, leftmost and longest first, and the class of each.

    Those of `plain` only keep others from matching inside them.
    """
    entries: dict[str, Entry] = {}
    for role in _ORDER:
        for word in classes()[role]:
            entries.setdefault(word, Entry(role))
    for mark in (*",;:、。!?()】\n ▶▷►▸◆■●▲▼", "http:", "https:"):
        entries[mark] = Entry("sep")
    for word, entry in _overlapping(entries):
        entries.setdefault(word, entry)
    return AhoCorasick(list(entries), matchkind=MatchKind.LeftmostLongest), list(entries.values())


def _overlapping(entries: dict[str, Entry]) -> list[tuple[str, Entry]]:
    """Words of rise and fall that begin with the last character of a plain word: 市场上 and 上涨."""
    moves: dict[str, list[tuple[str, str]]] = {}
    for word, entry in entries.items():
        if entry.role in _MOVES and len(word) > 1 and word[0] != "年":  # 五年增长: no 年增
            moves.setdefault(word[0], []).append((word, entry.role))
    return [
        (plain[:-1] + word, Entry(role, len(plain) - 1))
        for plain, entry in entries.items()
        if entry.role == "plain" and 1 < len(plain) < 4
        for word, role in moves.get(plain[-1], ())
    ]
