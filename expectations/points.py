"""Percentages now and before, or of one thing and another, with the points between them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from claims.claim import Claim
from expectations.blocks import Block
from expectations.comparison import Reading
from expectations.levels import moves
from expectations.ratios import PER_MILLE
from expectations.same import is_worded
from expectations.words import before, lead, likeness

# 比…快2.8个百分点, 高于…4.2个百分点: what the points are measured against.
AGAINST = re.compile(
    r"(?:比|较|高于|低于|高出|超过|快于|慢于|好于|大于|小于|高过)(?P<what>[^，,；;。]{1,24}?)(?:平均水平|平均增速|增速|平均|水平|快|慢|高|低|多|少|出)*$"
)
FELL = re.compile("(?:总体|整体|平均)?[降跌]幅$")
SCOPE = re.compile("全[国省市区县州疆球]|世界|[一-鿿]{2}(?:省|市)(?=平均|整体|水平|$)")
SMALLER = {"基点": 100, "BP": 100, "bp": 100, "千分点": 10}  # units of which so many are a percentage point
WHOLE = re.compile(r"^(?:全[市省区县])?(?:整体|总体|总|同期|平均|全部|各项)+$")
EARLIER = re.compile(r"上年|去年|上月|同期|年初|季度|上半年|前值|上期|初|末|\d ?[年月]|以来")
FAR = 24
LIKE = 0.8


@dataclass(frozen=True, slots=True)
class Points:
    """A difference in points with the two percentages it is between; `stated` where the words name both."""

    points: Claim
    now: Claim
    then: Claim
    stated: bool


def points(block: Block) -> Iterator[Points]:
    """Changes of a percentage over time within a sentence, and distances between two growth rates."""
    for sentence in block.sentences:
        for move in moves(sentence, ("share",)):
            if move.old is not None and move.change.kind == "point_change":
                yield Points(move.change, move.new, move.old, True)
    for document in dict.fromkeys(claim.document for claim in block.claims):
        yield from distances([claim for claim in block.claims if claim.document == document and is_worded(claim)])


def distances(claims: list[Claim]) -> Iterator[Points]:
    """比…快n个百分点: the growth before it in the sentence against the one the words name, or others agree on."""
    rates = [claim for claim in claims if claim.kind in ("relative_change", "share") and not claim.modality]
    found: list[tuple[Claim, Claim, str, list[Claim]]] = []
    for at, claim in enumerate(claims):
        if claim.kind != "point_change":
            continue
        match = AGAINST.search(before(claim, 40))
        now = next((other for other in reversed(claims[max(0, at - 2) : at]) if other.kind == "relative_change"), None)
        if match is None or now is None or now.sentence_start != claim.sentence_start or EARLIER.search(match["what"]):
            continue
        others = [rate for rate in rates if rate.start < claim.start and rate is not now and rate.kind == now.kind]
        others = _of_scope(match["what"], now, others)[-FAR:]
        if FELL.search(match["what"]) and now.value < 0:
            yield from _of_falls(claim, now, match["what"], others)
            continue
        found.append((claim, now, match["what"], others))
    agreed = _implied(found) | _agreed(found)
    for claim, now, what, others in found:
        fitting = [other for other in others if fits(claim, now, other)]
        if fitting:
            yield Points(claim, now, max(fitting, key=lambda other: nearness(what, other)), True)
            continue
        short = _short(what)
        then = (agreed.get(short) if short else None) or _named(what, others)
        if then is not None:
            yield Points(claim, now, then, True)


def _of_falls(points: Claim, now: Claim, what: str, others: list[Claim]) -> Iterator[Points]:
    """The distance of two falls, the deeper one told first: 降幅19.9%，比刑事案件总体降幅高出11.0个百分点."""
    fallen = [other for other in others if other.value < 0]
    fitting = [other for other in fallen if fits(points, other, now)]
    then = fitting[-1] if fitting else _named(FELL.sub("", what), fallen)
    if then is not None:
        yield Points(points, then, now, True)


def _of_scope(what: str, now: Claim, others: list[Claim]) -> list[Claim]:
    """The rates that can be meant: of the area, and of one measure, where no more is named: 高于全省0.6个百分点."""
    scope = SCOPE.search(what)
    if scope is None:
        return others
    if SCOPE.sub("", re.sub("平均|整体|水平|增速|的", "", what)):
        return others
    wide = [one for one in others if scope[0] in lead(one) or scope[0] in before(one, 30)]
    return [one for one in wide if likeness(one.measure, now.measure) >= LIKE]


def _agreed(found: list[tuple[Claim, Claim, str, list[Claim]]]) -> dict[str, Claim]:
    """The percentage that two or more distances with like words are measured from."""
    votes: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    by_id: dict[str, Claim] = {}
    for claim, now, what, others in found:
        for other in others:
            if fits(claim, now, other):
                by_id[other.claim_id] = other
                votes[_short(what)][other.claim_id].append(claim)
    agreed = {}
    for words, chosen in votes.items():
        best = max(chosen, key=lambda name: len(chosen[name]))
        if len({claim.value for claim in chosen[best]}) >= 2:
            agreed[words] = by_id[best]
    return agreed


def _implied(found: list[tuple[Claim, Claim, str, list[Claim]]]) -> dict[str, Claim]:
    """The one percentage of a like name where two or more distances imply another, and the same, that nobody prints."""
    groups: dict[str, list[tuple[Claim, Claim, str, list[Claim]]]] = defaultdict(list)
    for one in found:
        groups[_short(one[2])].append(one)
    implied = {}
    for words, group in groups.items():
        if len({claim.value for claim, *_ in group}) < 2 or not _imply_one(group):
            continue
        ends = {now.claim_id for _, now, *_ in group}
        named = [other for other in group[0][3] if other.claim_id not in ends and words in other.measure]
        if len(named) == 1:
            implied[words] = named[0]
    return implied


def _imply_one(group: list[tuple[Claim, Claim, str, list[Claim]]]) -> bool:
    """Whether all distances are measured from one percentage; those of a figure below it are negative."""
    bases = [now.asserted - in_points(claim, now).asserted for claim, now, *_ in group]
    return all(first.meets(second) for first, second in combinations(bases, 2))


def _short(what: str) -> str:
    return re.sub(r"全[市省国区县疆州]|各项|全部|平均|整体|的|增速|水平", "", what)[-2:]


def _named(what: str, others: list[Claim]) -> Claim | None:
    """The one percentage whose measure the words name; the first of the text where they say the whole."""
    if WHOLE.fullmatch(what):
        return others[0] if others else None
    close = sorted((other for other in others if nearness(what, other) >= 0.6), key=lambda other: nearness(what, other))
    if not close:
        return None
    best = close[-1]
    rivals = [other for other in close if other.measure_key != best.measure_key]
    clear = all(nearness(what, other) <= nearness(what, best) - 0.15 for other in rivals)
    return best if clear else None


def nearness(what: str, other: Claim) -> float:
    """How well the words name the measure."""
    plain = re.sub(r"平均|增速|水平|全部|同期|的", "", what)
    longer = max(len(plain), len(other.measure)) or 1
    return likeness(plain, other.measure) * (0.7 + 0.3 * min(len(plain), len(other.measure)) / longer)


def fits(points: Claim, now: Claim, then: Claim) -> bool:
    """Whether the points lie between the two percentages, the way that the words say, or either where they do not."""
    gap = now.asserted - then.asserted
    size = in_points(points, now).asserted
    return gap.meets(size) or (not points.direction and gap.meets(-size))


def in_points(points: Claim, level: Claim) -> Reading:
    """A difference in points of the unit of a level: 6.64‰ and 下降0.3个千分点."""
    size = Fraction(1, SMALLER.get(points.unit, 1))
    return Reading.of(points).scaled(size * 10 if level.unit == PER_MILLE else size)
