"""Rows of figures with a percentage each, of one whole that all but one of them fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from claims.claim import Claim
from claims.interval import Interval
from expectations.blocks import Block, Sentence
from expectations.comparison import Comparison
from expectations.completeness import counted_alike
from expectations.digits import significant_digits
from expectations.parts import bare_rate, bracketed_off, label, own_subject
from expectations.ratios import DISPOSED, NAMED_RATIO, Ratio, compared, holds
from expectations.same import differ, dimension, is_level, is_result, is_time, is_worded
from expectations.slips import closing_slips, slipped_values
from expectations.sums import Split
from expectations.tenths import in_percent
from expectations.wholes import AT_HEAD, EVERY, core
from expectations.words import before, converted, lead, offset

PIECE = re.compile("[；;。！!\n]")
OF_ITEM = re.compile("其中|包括|里面|当中")
OF_KIND = re.compile("[该此这][一-鿿]{1,6}[里中][，,]?[^，,。；;]{0,8}$")  # 该品类里，甲厂就有118万部
IN_EVERY = re.compile("每[^，,。；;]{0,4}$")  # 每四到五台手术里有一台
FEWEST, MOST = 3, 30  # items of a row
OWN_WHOLE = re.compile("占(?:[^，,。；;]{3,}的|(?!比|总|全|到|了|约|近|其)[^，,。；;]{2,})$")
BARE = re.compile("占(?:比|约|到|了)*$")  # 火灾98起，占30.8%，仅零时至6时就有31起
OWN_ITEM = re.compile("^[，,；; ]*[一-鿿]{4,}的?有$")  # 甲类占四成以上，乙村遭受损失的有33人
DIGITS = 3  # of a whole that a row fits by chance with fewer
NEAR = 2  # clauses from the figure to its percentage
APART = 1  # paragraphs from an item to the next
HUNDRED = 100
NARROW = Fraction(1, 8)  # of the whole that the others leave open: wider, only the sum of the row is it


@dataclass(frozen=True, slots=True)
class Item:
    """One figure of a row with its percentage."""

    part: Claim
    share: Claim


def share_rows(block: Block) -> Iterator[Comparison]:
    """The one percentage of each row that does not fit the whole that the others are of."""
    levels = [claim for claim in block.claims if _is_part(claim)]
    for row in _rows(block):
        odd = _odd(row, levels) if FEWEST <= len(row) <= MOST else None
        if odd is not None:
            item, whole = odd
            found = compared(Ratio(item.share, item.part, whole, True, ("measure",)))
            complete = sum(one.part.value for one in row) == whole.value
            yield found if complete or closing_slips(found) else replace(found, worst="warning")


def row_totals(block: Block) -> Iterator[Split]:
    """The printed wholes that rows of exact counts miss by a slip, whose percentages come to 100 and fit their sum."""
    levels = [claim for claim in block.claims if _is_part(claim)]
    for row in _rows(block):
        parts = tuple(item.part for item in row)
        if not FEWEST <= len(row) <= MOST or not all(part.text.isdigit() and not part.hedge for part in parts):
            continue
        slack = sum((item.share.resolution for item in row), Decimal(0)) / 2
        together, room = sum((part.value for part in parts), Decimal(0)), _room(row) or _room(row, 1)
        left = sum((item.share.value for item in row), Decimal(-HUNDRED))
        if abs(left) > slack or room is None or together not in room:
            continue
        alike = [one for one in levels if (counted_alike(one, parts[0]) or _of_voters(one, parts)) and one not in parts]
        missed = [one for one in alike if together in slipped_values(one.text, one.value)]
        if len({one.value for one in missed}) == 1 and not any(one.value == together for one in alike):
            yield Split(missed[0], parts, True, True)


def _of_voters(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a figure is of the persons who cast the votes of a row: 投票人数：233人, 155票 and so on."""
    return (
        whole.dimension == "person"
        and all(part.unit == "票" for part in parts)
        and whole.paragraph == parts[0].paragraph
        and "投票" in f"{whole.measure}{before(whole)}"
    )


def _odd(row: Sequence[Item], levels: Sequence[Claim]) -> tuple[Item, Claim] | None:
    """The item that does not fit the printed whole of all others, with that whole; None where it is not only one.

    Where the others have no whole in common, one of them may be off by a unit of its last place, to come to 100.
    """
    return _odd_within(row, levels, 0) or (_odd_within(row, levels, 1) if len(row) > FEWEST else None)


def _odd_within(row: Sequence[Item], levels: Sequence[Claim], units: int) -> tuple[Item, Claim] | None:
    """The odd item where each percentage may be off by so many units of its last place."""
    found: list[tuple[Item, Claim]] = []
    to_hundred = sum(item.share.value for item in row) == HUNDRED
    for at, item in enumerate(row):
        others = [*row[:at], *row[at + 1 :]]
        room = _room(others, units)
        if room is None or holds_with(item, room, units):
            continue
        whole = _whole(row, others, room, levels)
        if whole is None or _of_other_group(item, whole) or ((to_hundred or units) and _balanced(item, whole)):
            continue
        own, *named = (OWN_WHOLE.findall(before(one.share, 20)) for one in (item, *others))
        if own and own not in named:
            continue  # 占14.7%；…占60.6%；…占60岁及以上人口的12.5%
        if not holds(Ratio(item.share, item.part, whole, True)):
            found.append((item, whole))
    return found[0] if len(found) == 1 else None


def _of_other_group(item: Item, whole: Claim) -> bool:
    """Whether the part's sentence begins with a group that the whole does not name: 户籍人口中，60岁及以上的有…."""
    group = AT_HEAD.match(item.part.sentence)
    return group is not None and group["of"][:2] not in whole.measure and len(whole.measure) > len("人口")


def _balanced(item: Item, whole: Claim) -> bool:
    """Whether a percentage is off by a unit of its last place at most, as where a row was made to come to 100."""
    return abs(item.share.value - item.part.value * HUNDRED / whole.value) < item.share.resolution


def holds_with(item: Item, room: Interval, units: int = 0) -> bool:
    """Whether an item, off by so many units of its last place, is a share of some whole within the room."""
    own = _implied(item, units)
    return own is None or own.meets(room)


def _implied(item: Item, units: int = 0) -> Interval | None:
    """The wholes of which the figure is this percentage, or one that is so many units of its last place off."""
    part, share, slack = item.part.asserted, item.share.asserted, units * Fraction(item.share.resolution)
    if part.low is None or part.high is None or not share.low or not share.high or share.low <= slack:
        return None
    return Interval.of(part.low * 100 / (share.high + slack), part.high * 100 / (share.low - slack))


def _room(row: Sequence[Item], units: int = 0) -> Interval | None:
    """The wholes that all items are shares of, those of none left out; None where there are none."""
    row = [item for item in row if item.part.value or item.share.value]
    if not row:
        return None
    bounds = [_implied(item, units) for item in row]
    lows = [one.low for one in bounds if one is not None and one.low is not None]
    highs = [one.high for one in bounds if one is not None and one.high is not None]
    if len(lows) != len(row) or len(highs) != len(row) or max(lows) > min(highs):
        return None
    return Interval.of(max(lows), min(highs))


def _whole(row: Sequence[Item], others: Sequence[Item], room: Interval, levels: Sequence[Claim]) -> Claim | None:
    """The printed figure within the room of which the row can be the parts, the nearest before it if there are more.

    It is at least as large as the `others`, the items of which none is doubted.
    """
    first, parts = row[0].part, {id(item.part) for item in row}
    most = max(item.part.value for item in others)
    together = sum(item.part.value for item in row)
    assert room.low is not None
    assert room.high is not None
    narrow = room.high - room.low <= room.low * NARROW
    fits = [
        one
        for one in levels
        if one.kind == first.kind
        and (dimension(one) == dimension(first) or one.kind == "count")
        and id(one) not in parts
        and not one.hedge
        and one.value >= most
        and one.asserted.meets(room)
        and (one.value == together or (narrow and significant_digits(one) >= DIGITS - counted_alike(one, first)))
    ]
    same = [one for one in fits if counted_alike(one, first)] or fits
    told = [one for one in same if one.start < first.start] or same
    return told[-1] if told else None


def _rows(block: Block) -> Iterator[list[Item]]:
    """The rows of items that stand one after another."""
    row: list[Item] = []
    for sentence in block.sentences:
        for item in _items(in_percent(sentence), row):
            if item is None or (row and (len(row) > MOST or not _goes_on(row, item))):
                yield row
                row = []
            if item is not None:
                row = [*row, item]
    yield row


def _goes_on(row: Sequence[Item], item: Item) -> bool:
    """Whether an item is the next of a row: counted alike, in the paragraph or the one behind, of the same whole."""
    last = row[-1]
    named = [words for one in row if (words := _whole_named(one.share))]
    own = _whole_named(item.share)
    rates = _own_rate(last.share) == _own_rate(item.share)
    return (
        counted_alike(item.part, last.part)
        and item.part.kind == last.part.kind
        and not differ(item.part.period, last.part.period)
        and 0 <= item.part.paragraph - last.part.paragraph <= APART
        and (not own or not named or own == named[-1])
        and rates
        and (not _own_rate(item.share) or item.share.measure == last.share.measure)
    )


def _own_rate(share: Claim) -> bool:
    """Whether a percentage is a rate by its name, and not the share of a market: 受理率, not 市占率."""
    return bare_rate(share) and "占" not in share.measure


def _whole_named(share: Claim) -> str:
    """The words for the whole of a percentage that say more than that it is all: 占员工总数, not 占总数."""
    words = core(share.whole)
    return "" if EVERY.fullmatch(words) else words


def _items(sentence: Sentence, row: Sequence[Item]) -> Iterator[Item | None]:
    """The items of a sentence, in order; None where something stands between that ends a row."""
    claims = [claim for claim in sentence.claims if is_worded(claim)]
    ends = [match.end() for match in PIECE.finditer(sentence.text)]
    start = 0
    for end in [*ends, len(sentence.text) + 1]:
        piece = [claim for claim in claims if start <= offset(claim) < end]
        start = end
        shares = [one for one in piece if one.kind == "share" and is_result(one) and not one.former]
        shares = [one for one in shares if not (NAMED_RATIO.search(lead(one)) or DISPOSED.search(lead(one)))]
        parts = [one for one in piece if _is_part(one)]
        if not shares:
            if parts and row:
                yield None
            continue
        found = _paired(parts, shares, row)
        yield from found or [None]
        row = [one for one in found if one is not None] or row


def _paired(parts: list[Claim], shares: list[Claim], row: Sequence[Item]) -> list[Item | None]:
    """Each percentage of a piece with its figure; empty where it is not clear which is whose."""
    if row:
        parts = [one for one in parts if counted_alike(one, row[-1].part)] or parts
    if len(shares) == 1 and (named := [one for one in parts if label(one) == own_subject(shares[0])]):
        parts = named  # 男性2468人，女性696人，男性占78.0%
    more = len(parts) - len(shares)
    if more > 0 and not row and min(one.value for one in parts[:more]) >= max(one.value for one in parts[more:]):
        parts = parts[more:]  # 网签1046套，其中小户型438套，占41.9%
    elif more > 0 and not row and len(alike := [one for one in parts if counted_alike(one, parts[-1])]) == len(shares):
        parts = alike  # 限选1项 参加233人 甲66.52%（155票） 乙0.86%（2票）
    if parts and ((row and OF_ITEM.search(before(parts[0], 8))) or OF_KIND.search(before(parts[0], 20))):
        return []
    if len(parts) == len(shares) == 1:
        part, share = parts[0], shares[0]
        apart = abs(part.clause - share.clause) > NEAR or bracketed_off(part, share)
        apart |= part.start > share.start and BARE.match(lead(share).strip("，,；; ")) is not None
        apart |= part.start > share.start and part.clause > share.clause and OWN_ITEM.search(lead(part)) is not None
        return [] if apart else [Item(part, share)]
    both = sorted([*parts, *shares], key=lambda one: one.start)
    turns = [one.kind == "share" for one in both]
    if len(parts) != len(shares):
        return []
    if turns == sorted(turns) and shares[0].group and len({one.group for one in shares}) == 1:
        apart = shares[0].clause - parts[-1].clause > NEAR  # 甲1.7亿元，乙1.2亿元，丙0.9亿元，依次占30%、20%、15%
        return [] if apart else [Item(part, share) for part, share in zip(parts, shares, strict=True)]
    if turns != [turns[0], not turns[0]] * len(parts):
        return []
    pairs = [_item(one, then) for one, then in zip(both[::2], both[1::2], strict=True)]
    return list(pairs) if all(abs(one.part.clause - one.share.clause) <= NEAR for one in pairs) else []


def _item(one: Claim, then: Claim) -> Item:
    return Item(then, one) if one.kind == "share" else Item(one, then)


def _is_part(claim: Claim) -> bool:
    """Whether a figure can be the part of a percentage."""
    told = claim.kind in ("count", "amount") and is_level(claim) and is_result(claim) and is_worded(claim)
    aside = claim.former or is_time(claim) or converted(claim) or IN_EVERY.search(before(claim, 8)) is not None
    return told and not aside
