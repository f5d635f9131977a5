"""Unit words of Chinese texts, with the registry unit and dimension of each (from `units.txt` and `void.txt`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word: `name` in the registry, its `dimension`, and whether whole numbers of it are exact counts."""

    word: str
    name: str
    dimension: str
    counted: bool


def _load() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for line in Path(__file__).with_name("units.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, dimension, nature, words = (field.strip() for field in line.split("|"))
        named = [word.replace("_", " ") for word in words.split()]  # a blank as _
        units |= {word: Unit(word, name, dimension, nature == "c") for word in named}
    return units


UNITS = _load()


def _load_void() -> dict[str, str]:
    lines = Path(__file__).with_name("void.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {word: after for word, after in pairs}  # noqa: C416


_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
_PETA, _COMPUTING, _NEAR = "P", "算力", 20  # 智算中心算力达到600P
_CASE = "案"
_FOOT = "来源:"  # 破案2.9万起来源:某报: headlines run into the line below them
VOID = _load_void()  # unit word → the characters that make another word of it when they follow


def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the unit words are that begin with a character, longest first."""
    lengths: dict[str, set[int]] = {}
    for word in UNITS:
        lengths.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


_LENGTHS = _lengths()


def _apart(text: str, position: int, word: str, after: str) -> bool:
    """Whether the two are words of their own after all: 7人|均已获救 (not 2022人均收入), 2.9万起|来源:某报."""
    if word == "元" and after in "生毛猪":
        return text[position - 1 : position] in "0123456789万亿千百余多"  # 3150万元|生态赔偿金, not 三元生物
    if word == "人" and after == "均":
        return _YEAR.search(text, max(0, position - 4), position) is None
    return text.startswith(_FOOT, position + len(word))


def _goes_on(word: str, after: str) -> bool:
    """Whether Latin letters behind a figure and what follows are a name: 8L9555."""
    return after.isalpha() or (len(word) == 1 and after.isdigit())


def at(text: str, position: int) -> Unit | None:
    """The longest unit word that stands at `position`, if its next character does not make it another word."""
    for length in _LENGTHS.get(text[position : position + 1], ()):
        unit = UNITS.get(text[position : position + length])
        if unit is None:
            continue
        word, after = unit.word, text[position + length : position + length + 1]
        if after and after in VOID.get(word, "") and not _apart(text, position, word, after):
            continue
        if word.isascii() and word.isalpha() and after.isascii() and _goes_on(word, after):
            continue
        if word == _PETA and _COMPUTING not in text[max(0, position - _NEAR) : position + _NEAR]:
            continue  # 1080P视频
        if word == _CASE and not after.isdecimal():
            continue  # 8案例: but 53案78人
        return unit
    return None
