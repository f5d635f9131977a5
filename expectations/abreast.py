"""Two levels and the change between them, one right after the other: 52.3%，而上学年是45.1%，提高7.2个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block
from expectations.levels import Move, fits, one_slip
from expectations.same import differ, dimension, is_level, is_result
from expectations.words import before, between, lead

OLD = re.compile(
    "上年|去年|上一?学?年|上学期|前一?年|年初|此前|原来|原先|上届|上次|上期|上季|上月|同期|由$|从$|(?:19|20)\\d\\d年"
)
APART = re.compile(
    "其中|平均|目标|计划|全国|全省|全市|行业|[；;]|分别|高于|低于|相差|最|[二两三四五六七八九十\\d]年间|累计"
)
STEPS = 2  # clauses from one to the next


def abreast(block: Block) -> Iterator[Move]:
    """Each such row of three that misses by one slip, or whose growth is reckoned from the later level."""
    for sentence in block.sentences:
        for first, then, change in zip(sentence.claims, sentence.claims[1:], sentence.claims[2:], strict=False):
            if not _is_row(first, then, change):
                continue
            back, forth = Move(first, change, then), Move(then, change, first)
            if fits(first, back) or fits(then, forth):
                continue
            move = forth if OLD.search(before(first, 14)) and not OLD.search(before(then, 14)) else back
            if not OLD.search(before(move.old or then, 14)):
                continue
            if move.old is not None and (one_slip(move, move.old) or from_later(move)):
                yield move


def from_later(move: Move) -> bool:
    """Whether the growth is what the difference is of the later level: 由60万元调整为80万元，上浮25%."""
    old, new = move.old, move.new
    if old is None or move.change.kind != "relative_change" or not new.value or not old.value:
        return False
    size = abs(100 * (float(new.value) - float(old.value)) / float(new.value))
    return abs(size - abs(float(move.change.value))) <= float(move.change.resolution) / 2


def _is_row(first: Claim, then: Claim, change: Claim) -> bool:
    """Whether two levels of one thing, and a change of it, stand right behind one another."""
    alike = first.kind == then.kind and dimension(first) == dimension(then) and first.unit == then.unit
    levels = alike and (first.kind == "share" or is_level(first)) and all(map(is_result, (first, then, change)))
    kinds = ("point_change",) if first.kind == "share" else ("relative_change", "absolute_change")
    if not levels or change.kind not in kinds or change.former or first.hedge or then.hedge:
        return False
    if all(differ(change.period, level.period) for level in (first, then)):
        return False  # 2022年1433起，2023年1655起，今年已比去年全年多出217起
    near = then.clause - first.clause <= STEPS and change.clause - then.clause <= STEPS
    one = "measure" in then.inferred or then.measure_key == first.measure_key
    one = one and ("measure" in change.inferred or change.measure_key in (first.measure_key, then.measure_key))
    words = between(first, then) + lead(change)
    return near and one and not differ(first.place, then.place) and APART.search(words) is None
