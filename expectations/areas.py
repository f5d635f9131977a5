"""Which areas the statistics of an area take in."""

from __future__ import annotations

from functools import lru_cache

WORLD = ("全球", "世界", "全世界")


@lru_cache(maxsize=1 << 12)
def ancestors(code: str) -> tuple[str, ...]:
    """The areas that hold a GB/T 2260 area, the smallest first; none for other codes.

    By the digits of the code, so that areas since abolished keep their place. National statistics leave out Taiwan,
    Hong Kong and Macao (71, 81, 82).
    """
    if len(code) != 6 or not code.isdigit() or code == "100000":
        return ()
    above = [outer for outer in (f"{code[:4]}00", f"{code[:2]}0000") if outer != code]
    return (*above, *(() if code[:2] in ("71", "81", "82") else ("100000",)))


def within_place(part: str, whole: str) -> bool:
    """Whether one area lies in another, larger one: 440106 in 440100 in 440000 in 100000, and all in the world."""
    return whole in ancestors(part) or (whole in WORLD and part != "" and part not in WORLD)
