"""Fractions and tenths as percentages: 占四分之一, 占近六成, 超过一半 are shares in round words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from claims.claim import Claim
from claims.interval import Interval
from expectations.blocks import Sentence

ROUND = "round"  # the dimension of a share that is told in round words
TENTH = "成"
FRACTION = re.compile("分之|一半")
# How far below and above the word, in points of per cent, what a fraction or tenths round may be.
ROOM = {
    "": (4, 4), "about": (8, 8), "almost": (10, 0), "over": (0, 15), "plus": (0, 15), "at_least": (0, 100),
    "under": (15, 0), "at_most": (100, 0),
}  # fmt: skip
ROOM_OF_TENTHS = {**ROOM, "": (5, 10), "about": (8, 10)}
FULL = 100


def in_percent(sentence: Sentence) -> Sentence:
    """The sentence with its fractions and tenths of a whole as shares in percent."""
    if not any(_is_round(claim) for claim in sentence.claims):
        return sentence
    return replace(sentence, claims=tuple(_share(one) if _is_round(one) else one for one in sentence.claims))


def _is_round(claim: Claim) -> bool:
    """Whether a figure tells how much of something it is, in a fraction or in tenths."""
    if claim.kind != "multiple" or claim.group or not 0 < claim.value < 10:
        return False
    return claim.unit == TENTH or (claim.value < 1 and FRACTION.search(claim.text) is not None)


def _share(claim: Claim) -> Claim:
    per = 10 if claim.unit == TENTH else FULL
    value = Fraction(claim.value) * per
    below, above = (ROOM_OF_TENTHS if claim.unit == TENTH else ROOM).get(claim.hedge, ROOM[""])
    room = Interval.of(max(Fraction(0), value - below), min(Fraction(FULL), value + above))
    return replace(
        claim,
        kind="share",
        dimension=ROUND,
        value=claim.value * per,
        resolution=Decimal(1),
        asserted=room,
        implied=room,
    )
