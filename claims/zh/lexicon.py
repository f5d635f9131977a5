"""The word classes of the news sentence, looked up in one pass."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, MatchKind

_ORDER = ("change_noun", "up", "down", "to", "link", "share", "cmp", "than", "from", "adverb", "conj", "verb", "plain")


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
def automaton() -> tuple[AhoCorasick, list[str]]:
    """What finds the words of all classes, leftmost and longest first, and the class of each.

    Those of `plain` only keep others from matching inside them.
    """
    role_of: dict[str, str] = {}
    for role in _ORDER:
        for word in classes()[role]:
            role_of.setdefault(word, role)
    for mark in ",;:、。!?()\n ▶▷►▸◆■●▲▼":
        role_of[mark] = "sep"
    words = list(role_of)
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), [role_of[word] for word in words]
