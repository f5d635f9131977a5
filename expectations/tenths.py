"""Fractions and tenths as percentages: 占四分之一, 占近六成, 超过一半 are shares in round words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from claims.claim import Claim
from claims.interval import Interval
from expectations.blocks import Sentence
from expectations.words import lead

ROUND = "round"  # the dimension of a share that is told in round words
TENTH = "成"
EXCESS = re.compile("[少多减增]亏|超出|高出|多出|低于|高于|(?<!占)比|每[人户家位名](?:各|占|约)?$")
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
    if EXCESS.search(lead(claim)):
        return False  # 超出设计能力的12万辆次四成; 遗产每人四分之一
    return claim.unit == TENTH or (claim.value < 1 and FRACTION.search(claim.text) is not None)


def growth_in_percent(sentence: Sentence) -> Sentence:
    """The sentence with what rises or falls by tenths as growth in percent: 涨了近四成, 降幅超六成."""
    if not any(_is_tenths_of_growth(claim) for claim in sentence.claims):
        return sentence
    claims = (_in_room(one, "relative_change") if _is_tenths_of_growth(one) else one for one in sentence.claims)
    return replace(sentence, claims=tuple(claims))


def _is_tenths_of_growth(claim: Claim) -> bool:
    """Whether a figure in tenths tells by how much something rises or falls."""
    return claim.kind == "multiple" and claim.unit == TENTH and claim.direction != "" and not claim.reached


def _share(claim: Claim) -> Claim:
    return _in_room(claim, "share")


def _in_room(claim: Claim, kind: str) -> Claim:
    """The figure in percent, with the room that a round word leaves."""
    per = 10 if claim.unit == TENTH else FULL
    value = Fraction(claim.value) * per
    size = abs(value)
    below, above = (ROOM_OF_TENTHS if claim.unit == TENTH else ROOM).get(claim.hedge, ROOM[""])
    room = Interval.of(max(Fraction(0), size - below), min(Fraction(FULL), size + above))
    room = -room if value < 0 else room
    return replace(
        claim,
        kind=kind,
        dimension=ROUND,
        value=claim.value * per,
        resolution=Decimal(1),
        asserted=room,
        implied=room,
    )
