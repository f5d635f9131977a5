"""A change told beside the level of a year before, further down than the level now.

死亡57人。…去年上半年死亡66人，今年的降幅为13.6%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claims import period as periods
from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.levels import Move, fits, one_slip
from expectations.same import differ, dimension, is_level, is_result, is_worded
from expectations.words import before, between, grams, lead

AGO = re.compile(
    "(?<![比较与和])(?:去年|上年)(?:同[期月季]|前三季度|[上下]半年|[一二三四]季度|全年|前[\\d一二三四五六七八九十]{1,2}个月)?"
)
YEAR = re.compile("(?<!比)(?<!较)(?:19|20)\\d\\d年")  # 2023年综合毛利率是28.6%，去年提高了2.8个百分点
NOW = re.compile("今年|去年|同比|[降增涨跌]幅|提高|下降|上升|减少|增加|增长|回落")
COUNTED = re.compile("(?P<done>[一-鿿]{2,4}?)(?:人数|件数|起数|案件数|案件量|数量|数|量)")
WORDS = 32  # characters before a level that say when it was
NEAR = 2  # clauses from the level of a year before to its change
FAR = 60  # clauses


def told_later(block: Block) -> Iterator[Move]:
    """Each such change with the one level before it that fits, or that misses by one slip."""
    levels = [one for one in block.claims if _is_level(one)]
    for sentence in block.sentences:
        for old, change in pairwise(sentence.claims):
            if not _is_pair(old, change, sentence):
                continue
            moves = [Move(new, change, old) for new in levels if _is_of(new, old)]
            fitting = [move for move in moves if fits(move.new, move)]
            slipped = [move for move in moves if one_slip(move, old) or _taken_for_points(move, old)]
            if fitting:
                yield fitting[-1]
            elif len({move.new.value for move in slipped}) == 1:
                yield slipped[-1]


def counted_anew(block: Block) -> Iterator[Move]:
    """Changes of what the sentence before tells year by year, named by what was done.

    起诉…犯罪413人，2020年起诉298人，2021年起诉356人。去年的起诉人数同比上升16.0%.
    """
    levels = [one for one in block.claims if is_level(one) and is_result(one) and is_worded(one) and not one.hedge]
    for previous, sentence in pairwise(block.sentences):
        change = sentence.claims[0] if sentence.claims else None
        if change is None or change.kind != "relative_change" or not (change.period and change.base_period):
            continue
        stem = COUNTED.fullmatch(change.measure)
        told = [one for one in levels if one.sentence_start == previous.start and one.document == previous.document]
        told = [one for one in told if stem is not None and one.measure.startswith(stem["done"])]
        now = [one for one in told if one.period in (change.period, "") and not one.former]
        row = [now, [one for one in told if one.period == change.base_period]]
        if [len(one) for one in row] != [1, 1] or len({one.measure_key for one in told}) != 1:
            continue
        if row[0][0].unit == row[1][0].unit and previous.paragraph == sentence.paragraph:
            yield Move(row[0][0], change, row[1][0])


def _is_level(one: Claim) -> bool:
    level = one.kind == "share" or is_level(one)
    return level and is_result(one) and is_worded(one) and not one.former and not AGO.search(before(one, WORDS))


def _is_pair(old: Claim, change: Claim, sentence: Sentence) -> bool:
    """Whether the level is one of a year before, alone of its kind in the sentence, and the change right behind it."""
    if change.kind not in ("relative_change", "point_change") or not 0 < change.clause - old.clause <= NEAR:
        return False
    shares = old.kind == "share" and change.kind == "point_change"
    if not (shares or (is_level(old) and change.kind == "relative_change")) or not is_result(old) or old.hedge:
        return False
    so_far = [one for one in sentence.claims if one.start < change.start]
    alone = sum(one.kind == old.kind and dimension(one) == dimension(old) for one in so_far) == 1
    ago = AGO.search(before(old, WORDS)) or (old.period and YEAR.search(before(old, WORDS)))
    told = bool(ago) and NOW.search(lead(change)) is not None
    return alone and told and "；" not in between(old, change)


def _is_of(new: Claim, old: Claim) -> bool:
    """Whether a level before it can be of the same thing now: told alike, in words that they share."""
    near = new.document == old.document and new.start < old.start and old.clause - new.clause <= FAR
    alike = new.kind == old.kind and dimension(new) == dimension(old) and not differ(new.place, old.place)
    if old.period and new.period and periods.year_of(new.period) != (periods.year_of(old.period) or 0) + 1:
        return False
    return near and alike and new.value != old.value and not grams(new.measure).isdisjoint(grams(old.measure))


def _taken_for_points(move: Move, old: Claim) -> bool:
    """Whether points are given for what is the relative change: 由17.4%到22.0%，提高26.4个百分点."""
    if move.change.kind != "point_change" or not old.value:
        return False
    relative = abs(100 * (float(move.new.value) / float(old.value) - 1))
    return abs(relative - abs(float(move.change.value))) <= float(move.change.resolution)
