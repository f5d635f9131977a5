"""Bands of age that leave nobody over: 60岁及以上, 18岁至59岁 and 未成年人."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.claim import Claim
from expectations.words import before, lead

AGE = r"(?:周岁|岁)"
BAND = re.compile(
    rf"(?P<from>\d{{1,3}}){AGE}?(?:[-–—~～]|至|到)(?P<to>\d{{1,3}}){AGE}"
    rf"|(?P<least>\d{{1,3}}){AGE}(?:\([^)]*\)|（[^）]*）)?(?:[及含]?以上)"
    rf"|(?P<most>\d{{1,3}}){AGE}及?以下|(?:不满|未满|低于)(?P<under>\d{{1,3}}){AGE}|(?P<minor>未成年)"
)
CLAUSE = re.compile("[。；;!！?？]")
WORDS = 24  # characters before a figure
OLDEST = 200
SCHOOL = 7
MINOR = 17  # the last year of a minor: Civil Code of the People's Republic of China, article 17


def tile(parts: Sequence[Claim]) -> bool:
    """Whether each part is of one band of age, and the bands reach to the oldest without gap or overlap.

    They begin at birth, or at an age at which children go to school.
    """
    if any("率" in lead(part) for part in parts):
        return False  # 25岁及以下的用户付费率占31%: a rate of each band
    bands = sorted(band for part in parts if (band := _band(part)) is not None)
    if len(bands) != len(parts) or bands[0][0] > SCHOOL or bands[-1][1] != OLDEST:
        return False
    return all(then[0] - band[1] in (0, 1) for band, then in pairwise(bands))


def _band(part: Claim) -> tuple[int, int] | None:
    """The first and the last year of the one band of age that the words before a figure name."""
    found = list(BAND.finditer(CLAUSE.split(before(part, WORDS))[-1]))
    if not found:
        return None
    band = found[-1]
    if band["from"]:
        return int(band["from"]), int(band["to"])
    if band["least"]:
        return int(band["least"]), OLDEST
    if band["minor"]:
        return 0, MINOR
    return 0, int(band["most"] or int(band["under"]) - 1)
