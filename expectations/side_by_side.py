"""Levels, those of a year before and their changes, each in a row: 18起、4人死亡。去年同期20起、7人，减少2起、3人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.claim import Claim
from expectations.blocks import Block
from expectations.levels import Move, fits, one_slip
from expectations.same import is_level, is_result, is_worded
from expectations.words import before

YEAR_AGO = re.compile(
    "(?<![比较与和])(?:去年|上年)(?:同[期月季]|全年|前[\\d一二三四五六七八九十]{1,2}个月)?(?:为|是|则为|有)?$"
)
FEWEST = 2  # columns
BACK = 12  # figures before the row of a year ago among which the row of now stands


def side_by_side(block: Block) -> Iterator[Move]:
    """Each such column, where others of its rows fit, so that they are told in one order."""
    for sentence in block.sentences:
        if "去年" not in sentence.text and "上年" not in sentence.text:
            continue
        olds = _row_of_year_ago([one for one in sentence.claims if _is_level(one)])
        if len(olds) < FEWEST:
            continue
        told = [one for one in block.claims if one.document == olds[0].document and one.start < olds[0].start]
        earlier = [one for one in told if _is_level(one)][-BACK:]
        news = _like(earlier, olds)
        behind = [one for one in sentence.claims if one.start > olds[-1].start and is_result(one)]
        differences = [one for one in behind if one.kind == "absolute_change"]
        growths = [one for one in behind if one.kind == "relative_change"]
        for changes in (differences, growths):
            if news and len(changes) == len(olds) and _of_units(changes, olds):
                yield from _columns(news, changes, olds)


def _is_level(one: Claim) -> bool:
    return is_level(one) and is_result(one) and is_worded(one)


def _row_of_year_ago(levels: Sequence[Claim]) -> list[Claim]:
    """The levels that 去年同期是 leads, one in each clause or item."""
    for at, first in enumerate(levels):
        if YEAR_AGO.search(before(first, 14)):
            row = [first]
            for one in levels[at + 1 :]:
                if one.clause - row[-1].clause > 1 or one.hedge:
                    break
                row.append(one)
            return row
    return []


def _like(earlier: Sequence[Claim], olds: Sequence[Claim]) -> list[Claim]:
    """The last row of levels in the same order of units that ends nothing else of these units between."""
    units = {one.unit for one in olds}
    told = [one for one in earlier if one.unit in units and not one.former and not one.hedge][-len(olds) :]
    same = [one.unit for one in told] == [one.unit for one in olds]
    return told if same and len({one.sentence_start for one in told}) == 1 else []


def _of_units(changes: Sequence[Claim], olds: Sequence[Claim]) -> bool:
    return changes[0].kind == "relative_change" or [one.unit for one in changes] == [one.unit for one in olds]


def _columns(news: Sequence[Claim], changes: Sequence[Claim], olds: Sequence[Claim]) -> Iterator[Move]:
    moves = [Move(new, change, old) for new, change, old in zip(news, changes, olds, strict=True)]
    odd = [move for move in moves if not fits(move.new, move)]
    if len(odd) < len(moves) - (len(moves) > FEWEST) and all(
        move.old is not None and one_slip(move, move.old) for move in odd
    ):
        yield from moves
