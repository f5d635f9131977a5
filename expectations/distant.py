"""A change whose level of a year before stands further back, or in another sentence, as both levels may."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from claims import period as periods
from claims.claim import Claim
from expectations.blocks import Block
from expectations.comparison import Reading
from expectations.digits import significant_digits
from expectations.levels import Move, growth
from expectations.same import differ, is_level, is_result, is_worded
from expectations.words import after, before, between, lead

YEAR_AGO = re.compile(
    "(?<![比较与和])(?:上年|去年)(?:同[期月季]|前三季度|[上下]半年|[一二三四]季度|全年|末)?(?:为|是|则?仅?为|达|有)?$|(?:上年|去年)同[期月季]"
    "|(?<![比较与和])(?:上年|去年)(?:前三季度|[上下]半年|[一二三四]季度|全年|前[\\d一二三四五六七八九十]{1,2}个月)[，,][^，,。；;\\d]{2,16}$"
)
AGO = 32  # characters before a level that say that it is of a year before
OWN = re.compile("^(?:[全本该我](?:院|市|省|县|区|国|校|行|镇|局|州)|公司|集团|累计|共|实现)+")  # whose a figure is
OF_STOCK = re.compile("(?<=..)(?:余额|总额)$|^行(?=...)")  # 制造业贷款余额, 该行制造业贷款
TURNOVER = re.compile("营业收入")
DONE = re.compile("^(?:接待|发送|运送)(?=..)")  # 接待外国游客, 外国游客
SAME_TIME = re.compile("同比|比(?:上年|去年)(?:同期)?|较(?:上年|去年)(?:同期)?")
BASE = re.compile("(?:比|较)(?:年初|上年末|去年底|上年同期|去年同期|上年|去年)|同比")
START = re.compile("(?:比|较)(?:年初|上年末|去年末|去年底)")
POINTS = re.compile("这(?:一|个|个?约)?$")
CORE = re.compile("(?:起|起数|件数)$")  # 事故起数
CHANGES = ("relative_change", "point_change")
WIDER = 5  # times the name of a change that the name of its level may be
FAR = 30  # clauses
DIGITS = 3  # of a change that two levels hardly make by chance


def distant(block: Block) -> Iterator[Move]:
    """Year-on-year changes right behind their level, with the one level of a year before of the same measure."""
    earlier: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if _is_level(claim):
            earlier[_series(claim)].append(claim)
    for now, change in zip(block.claims, block.claims[1:], strict=False):
        if change.kind not in CHANGES or not _is_level(now) or now.former or not _told_with(now, change):
            continue
        told = [
            one
            for one in earlier[_series(now)]
            if _of_one_name(one, now)
            and (one.sentence_start != now.sentence_start or (one.start < now.start and one.period and now.period))
            and abs(one.clause - now.clause) <= FAR
            and (_of_start(one) if START.search(lead(change)) else _year_before(one, now))
        ]
        told = told or [one for one in earlier[_series(now)] if _turned(one, now, change)]
        if len({one.value for one in told}) == 1:
            yield Move(now, change, told[-1])


def _turned(then: Claim, now: Claim, change: Claim) -> bool:
    """Whether the level of the year before, its name told shorter, makes the change one the other way to three digits.

    全市12315平台受理投诉8.94万件，同比下降17.5%。…2022年平台受理的投诉是7.61万件.
    """
    shorter = set(then.measure_key) <= set(now.measure_key) and then.sentence_start != now.sentence_start
    if not shorter or change.kind != "relative_change" or significant_digits(change) < DIGITS or not then.value:
        return False
    known = then.period and now.period and _year_before(then, now)
    return bool(known) and growth(Reading.of(now), Reading.of(then)).asserted.meets(-change.asserted)


def apart_from_levels(block: Block) -> Iterator[Move]:
    """Changes in per cent that stand away from the two levels, or the level and the difference, that they are of.

    192起,去年同期240起。…事故起数同比下降25%: named again, and from the same base.
    """
    pairs = [pair for first, then in pairwise(block.claims) if (pair := _pair(first, then)) is not None]
    changes = [one for one in block.claims if one.kind == "relative_change" and is_result(one)] if pairs else []
    for change in changes:
        alone = [pair for pair in pairs if pair.new.document == change.document and _names(change, pair.new)]
        alone = [
            pair for pair in alone if pair.new.sentence_start != change.sentence_start and _from_base(change, pair)
        ]
        if len({(pair.new.value, (pair.old or pair.change).value) for pair in alone}) == 1:
            pair = alone[-1]
            yield Move(pair.new, change, pair.old, None if pair.old is not None else pair.change)


def _pair(first: Claim, then: Claim) -> Move | None:
    """A level with the one of a year before right behind it, or with what it has changed by."""
    near = then.sentence_start == first.sentence_start and then.clause - first.clause <= 2 and _is_level(first)
    if not near or first.former or first.kind == "share":
        return None
    alike = then.unit == first.unit and then.measure_key == first.measure_key
    if alike and then.kind == first.kind and (then.former or YEAR_AGO.search(before(then, 14))):
        return Move(first, then, then)
    return Move(first, then) if alike and then.kind == "absolute_change" and BASE.search(lead(then)) else None


def _names(change: Claim, level: Claim) -> bool:
    """Whether a change names the measure of a level, in full or by its last words."""
    name, own = CORE.sub("", change.measure_key), level.measure_key
    named = len(name) > 1 and "measure" not in change.inferred
    return named and (own.endswith(name) or name.endswith(own) or (name in own and len(own) <= WIDER * len(name)))


def _from_base(change: Claim, pair: Move) -> bool:
    """Whether a change is told from the base of the pair, or points at it: 较年初, 同比, 这16.7%的增幅."""
    words = lead(change) + after(change, 10)
    if "period" not in change.inferred and differ(change.period, pair.new.period):
        return False  # 全年29.76亿元…。三季度收入同比下降5.9%
    if POINTS.search(lead(change)):
        return True
    if pair.old is not None:
        return SAME_TIME.search(words) is not None
    base = BASE.search(lead(pair.change))
    return base is not None and base[0][-2:] in words


def _is_level(claim: Claim) -> bool:
    shares = claim.kind == "share"
    return (shares or is_level(claim)) and is_result(claim) and is_worded(claim) and len(claim.measure_key) > 1


def _series(claim: Claim) -> tuple[str, str, str]:
    return claim.document, claim.unit, claim.kind


def _of_one_name(then: Claim, now: Claim) -> bool:
    """Whether both are of one measure, or the earlier says in full whose it is: 规模以上工业企业利润, 利润."""
    names = (TURNOVER.sub("营收", one.measure_key) for one in (then, now))
    left, right = (DONE.sub("", OF_STOCK.sub("", OWN.sub("", name))) for name in names)
    return left == right or (left.endswith(right) and len(right) > 1 and YEAR_AGO.search(before(then, AGO)) is not None)


def _told_with(now: Claim, change: Claim) -> bool:
    """Whether a change is told of the level right before it, from the same time a year before."""
    near = change.sentence_start == now.sentence_start and change.clause - now.clause == 1
    own = "measure" in change.inferred and change.measure_key == now.measure_key
    words = between(now, change) + lead(change)
    return near and own and (SAME_TIME.search(words) or START.search(words)) is not None


def _of_start(then: Claim) -> bool:
    """Whether a level is said to be that of the beginning of the year."""
    return re.search("年初|上年末|去年末|去年底", before(then, AGO)) is not None


def _year_before(then: Claim, now: Claim) -> bool:
    """Whether the earlier level is of a year before the one now, by the times of both or by its words."""
    left, right = periods.bounds(then.period), periods.bounds(now.period)
    if left is None or right is None:
        return then.former or YEAR_AGO.search(before(then, AGO)) is not None
    return right[0].year - left[0].year == 1 and (left[0].month, left[1].month) == (right[0].month, right[1].month)
