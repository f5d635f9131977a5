"""Small whole numbers in words between figures: 三大品牌, 五位评委, 前十个月."""

from __future__ import annotations

from claims.zh.numerals import read


def whole(word: str) -> int:
    """The number that digits or a numeral in words stand for; 0 where they stand for none."""
    if word.isdecimal():
        return int(word)
    found = read(word)
    return int(found[0]) if found else 0
