"""Figures of a whole, and those of its kinds in that order: 受理64件，审结62件。其中刑事收案14件，审结13件；…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import is_level, is_result, is_time
from expectations.sums import Split
from expectations.words import lead

WIDTHS = (2, 3)  # figures of each kind
FEWEST, MOST = 2, 9  # kinds
STEPS = 3  # clauses from the figures of all to the first kind
LABEL = re.compile("(?P<verb>[一-鿿]{2})(?:[约共仅达有为]|合计)*$")
CHANCE = 100  # a column whose total is smaller may add up by chance


def columns(block: Block) -> Iterator[Split]:
    """The columns of such a list with the figure of all, where another column adds up exactly, so that it is whole."""
    told: list[Claim] = []
    for sentence in block.sentences:
        here = [one for one in sentence.claims if is_level(one) and is_result(one) and not is_time(one)]
        here = [one for one in here if not one.former]
        line = [*told, *here]
        for start in range(len(told), len(line)):
            yield from _grid(line, start)
        told = here


def _grid(line: Sequence[Claim], start: int) -> Iterator[Split]:
    """The list whose first figure stands at `start` of a line, the figures of all right before it."""
    for width in WIDTHS:
        if start < width:
            continue
        wholes, end = line[start - width : start], start + width
        if not _alike(wholes, line[start:end]) or line[start].clause - wholes[-1].clause > STEPS:
            continue
        if len({one.clause for one in wholes}) < width:
            continue
        while end + width <= len(line) and _next(line[start : start + width], line[end : end + width]):
            end += width
        kinds = (end - start) // width
        if not FEWEST <= kinds <= MOST or any(one.hedge for one in (*wholes, *line[start:end])):
            continue
        splits = [Split(wholes[at], tuple(line[start + at : end : width]), True, True) for at in range(width)]
        if any(_adds_up(split) for split in splits):
            yield from splits
            return


def _alike(wholes: Sequence[Claim], first: Sequence[Claim]) -> bool:
    """Whether the figures of all and those of the first kind are of the same units in the same order."""
    return [(one.unit, one.kind) for one in wholes] == [(one.unit, one.kind) for one in first]


def _next(first: Sequence[Claim], then: Sequence[Claim]) -> bool:
    """Whether the figures of a kind stand under the same words, in order, as those of the first."""
    labels = [(LABEL.search(lead(one)), LABEL.search(lead(other))) for one, other in zip(first, then, strict=True)]
    same = all(a is not None and b is not None and a["verb"] == b["verb"] for a, b in labels)
    return same and _alike(first, then) and first[0].sentence_start == then[0].sentence_start


def _adds_up(split: Split) -> bool:
    return split.total.value >= CHANCE and sum((one.value for one in split.parts), Decimal(0)) == split.total.value
