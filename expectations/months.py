"""Months, quarters and half-years of one thing, also where an article without a date leaves the year open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from claims import period as periods
from claims.claim import Claim
from claims.document import Document
from expectations.apart_words import owners_differ
from expectations.blocks import Block
from expectations.containment import DONE, FLOWING, NOT_FLOWING
from expectations.digits import significant_digits
from expectations.one_owner import one_owner
from expectations.qualifiers import narrowed_otherwise
from expectations.reconcile.comparable import is_revised
from expectations.same import differ, is_result, is_time, is_worded
from expectations.stretches import NAMED, months
from expectations.support import SUMMARY
from expectations.words import before, converted, lead

# 分季度看,一季度312.5万人次,…; 逐月来看: of what the paragraph tells, step by step.
STEPWISE = re.compile("(?:分|按|逐)(?:季度?|月份?)(?:来?看|统计|划分|，|,)")
SUBJECT = re.compile("^(?:该?集团|该?公司|[全我本][国省市县区]|累计|共|各地)+")
TOTAL = re.compile("(?:总?[额值量]|问题)$")
SYNONYMS = (
    (re.compile("销售量|销量"), "销售"),
    (re.compile("营业收入|营业总收入|营收"), "收入"),
    (re.compile("净利润?|盈利"), "净利润"),
)
QUARTERS = re.compile(
    "(?P<nth>[一二三四])季度?(?:[^，,。；;一二三四\\d]{0,16}[，,])?"
    "(?:(?!去年|上年|同期|基数)[^，,。；;一二三四\\d]){0,20}$"
)
AGAIN = re.compile("[又再]")
OF_YEAR, OF_HALF = re.compile("全年|去年|上年|20\\d\\d年(?![\\d一二三四上下前1])"), re.compile("(?P<half>[上下])半年")
HALVES = {"上": "一二", "下": "三四"}
BACK = 14  # figures before the first quarter among which the year or half stands
VERB = 4  # characters of a measure that only says again what was done
AMONG = re.compile("其中[^。；;]*$")
ROUND = 3  # digits of a total whose months one can add up
NEAR = 14  # clauses
START = 6  # characters of a clause among which it names whose a figure is
MOST = 12  # figures of one unit in a document; more is a table


@dataclass(frozen=True, slots=True)
class Told:
    """A level with the months it is of: the first and the last, counted from the first of its year."""

    claim: Claim
    first: int
    last: int


def told(claims: tuple[Claim, ...]) -> Iterator[list[Told]]:
    """What happens or is done in months of one year, figures of one unit together, of results that words tell."""
    found: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for claim in claims:
        if claim.section in SUMMARY or converted(claim) or not _adds_up(claim):
            continue
        span = None if claim.group or _of_some(claim) else months(claim)
        if span is not None:
            found[claim.unit, claim.kind, claim.document].append(Told(claim, *span))
    for row in found.values():
        if 1 < len(row) <= MOST:
            yield row


def _adds_up(claim: Claim) -> bool:
    """Whether a figure is a result that words tell, of a unit, and of what adds up from month to month."""
    told = claim.kind in ("count", "amount") and is_result(claim) and is_worded(claim) and not claim.former
    return told and bool(claim.unit) and not is_time(claim) and not NOT_FLOWING.search(claim.measure)


def _of_some(claim: Claim) -> bool:
    """Whether 其中 takes the figure out of one before it, and names no months of its own: of 其中9月 the words do."""
    among = AMONG.search(before(claim))
    return bool(claim.part_of or among) and not (among and NAMED.search(among[0]))


def across(block: Block) -> Iterator[list[Told]]:
    """Figures of one measure of months of one year, in articles of one owner, each stretch of time told once."""
    found: dict[tuple[str, str, int], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        year = periods.year_of(claim.period)
        if year is None or claim.scope or claim.hedge or _of_some(claim) or not _adds_up(claim):
            continue
        if DONE.search(claim.measure) or FLOWING.search(claim.measure):
            found[claim.unit, claim.kind, year].append(claim)
    for (_, _, year), row in found.items():
        first = row[0]
        of_one = [one for one in row if one is first or one_owner(first, one, *_articles(block, first, one))]
        spans: dict[tuple[int, int], list[Claim]] = defaultdict(list)
        for claim in of_one:
            ends = periods.months(claim.period)
            if ends is not None and _whole_months(claim.period):
                spans[ends[0] - 12 * year + 1, ends[1] - 12 * year + 1].append(claim)
        row_told = [Told(same[0], *span) for span, same in spans.items() if len({one.value for one in same}) == 1]
        if 1 < len(row_told) <= MOST and len({one.claim.document for one in row_told}) > 1:
            yield row_told


def _articles(block: Block, a: Claim, b: Claim) -> tuple[Document | None, Document | None]:
    return block.documents.get(a.document), block.documents.get(b.document)


def _whole_months(period: str) -> bool:
    """Whether a period begins and ends with months: not a week, nor a day."""
    ends = periods.bounds(period)
    return ends is not None and ends[0].day == 1 and (ends[1] + timedelta(days=1)).day == 1


def partitions_across(block: Block) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Totals with the months, quarters or halves that make them up, told in several articles."""
    for row in across(block):
        for whole in row:
            if significant_digits(whole.claim) < ROUND or is_revised(whole.claim):
                continue
            for parts in _chains(whole.first, whole.last, [one for one in row if one is not whole]):
                if len({one.claim.document for one in (whole, *parts)}) > 1:
                    yield whole.claim, tuple(one.claim for one in parts)


def shorter_across(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Figures of fewer months with those of more months that hold them, told in another article."""
    for row in across(block):
        for part in row:
            for whole in row:
                held = whole.first <= part.first and part.last <= whole.last and part is not whole
                if held and part.claim.document != whole.claim.document:
                    yield part.claim, whole.claim


def one_thing(a: Claim, b: Claim) -> bool:
    """Whether the later figure is of what the earlier is of: its measure says it again, or less of it."""
    earlier, later = sorted((a, b), key=lambda one: one.start)
    if (differ(a.place, b.place) and "place" not in later.inferred) or a.scope != b.scope or _of_other_years(a, b):
        return False
    if narrowed_otherwise(a, b) or owners_differ(before(later), before(earlier)):
        return False
    if earlier.paragraph == later.paragraph and (STEPWISE.search(a.sentence) or STEPWISE.search(b.sentence)):
        return True
    key, again = _stem(earlier.measure_key), _stem(later.measure_key)
    return _names_again(key, again) or (again.endswith(key) and _said_before(again.removesuffix(key), earlier))


def _said_before(owner: str, claim: Claim) -> bool:
    """Whether the clause of a figure names, before what it measures, whose that is: 综试区实现进出口, 综试区进出口."""
    return len(owner) > 1 and lead(claim).find(owner) in range(START)


def _stem(key: str) -> str:
    for name, word in SYNONYMS:
        key = name.sub(word, key)
    return TOTAL.sub("", SUBJECT.sub("", key))


def _names_again(key: str, again: str) -> bool:
    if not (DONE.search(again) or FLOWING.search(again)) or (again == "出口" and "进出口" in key):
        return False
    return key.endswith(again) or (set(again) <= set(key) and (len(again) <= VERB or len(again) == len(key)))


def _of_other_years(a: Claim, b: Claim) -> bool:
    """Whether both state their year, and these differ."""
    left, right = periods.year_of(a.period), periods.year_of(b.period)
    return left is not None and right is not None and left != right


def partitions(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Totals with the figures of the months before and of the rest: 1至7月, 8月 and 1至8月; quarters and their year."""
    for row in told(claims):
        for whole in row:
            if significant_digits(whole.claim) < ROUND or whole.first == whole.last:
                continue
            alike = [one for one in row if one is not whole and _part(one, whole)]
            for parts in _chains(whole.first, whole.last, alike):
                if all(one_thing(a.claim, b.claim) for a in parts for b in parts if a is not b):
                    yield whole.claim, tuple(sorted((one.claim for one in parts), key=lambda claim: claim.start))


def stepwise(block: Block) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """All quarters of a year, or both of a half, in one sentence after its figure: 分季度看，一季度…，二季度…."""
    for sentence in block.sentences:
        if "季度" not in sentence.text:
            continue
        rows: dict[tuple[str, str], list[tuple[str, Claim]]] = defaultdict(list)
        for claim in sentence.claims:
            if _adds_up(claim) and not claim.hedge and (named := QUARTERS.search(before(claim, 40))) is not None:
                rows[claim.unit, claim.kind].append((named["nth"], claim))
        for row in rows.values():
            names = "".join(nth for nth, _ in row)
            parts = tuple(claim for _, claim in row)
            whole = _whole_of(block, names, parts) if names in ("一二三四", *HALVES.values()) else None
            if whole is not None:
                yield whole, parts


def staged(block: Block) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """The stages of a year in one sentence, the later one 又 so many, with its figure before.

    全年破获292起。…前11个月268起，12月又破24起.
    """
    for sentence in block.sentences:
        if AGAIN.search(sentence.text) is None:
            continue
        row = [one for one in sentence.claims if _adds_up(one) and not one.hedge and _whole_months(one.period)]
        ends = [periods.months(one.period) for one in row]
        spans = [span for span in ends if span is not None]
        if not 2 <= len(row) == len(spans) <= MOST or len({one.unit for one in row}) > 1:
            continue
        follow = all(then[0] == before_it[1] + 1 for before_it, then in pairwise(spans))
        if not follow or AGAIN.search(lead(row[-1])) is None:
            continue
        told = [one for one in block.claims if one.start < row[0].start and one.document == row[0].document]
        told = [one for one in told if one.unit == row[0].unit and _adds_up(one) and not one.hedge]
        told = [one for one in told if periods.months(one.period) == (spans[0][0], spans[-1][1])]
        told = [one for one in told if not set(one.measure).isdisjoint(row[-1].measure)]
        if len({one.value for one in told}) == 1:
            yield told[-1], tuple(row)


def _whole_of(block: Block, names: str, parts: tuple[Claim, ...]) -> Claim | None:
    """The last figure before the quarters that is of their year, or half, and of what they are of."""
    first = parts[0]
    at = next(at for at, claim in enumerate(block.claims) if claim is first)
    for one in reversed(block.claims[max(0, at - BACK) : at]):
        if one.document != first.document or one.unit != first.unit or not _adds_up(one) or one.hedge:
            continue
        half = OF_HALF.search(before(one))
        told = (
            half is not None and HALVES[half["half"]] == names if len(names) == 2 else bool(OF_YEAR.search(before(one)))
        )
        named = _stem(first.measure_key)[-2:] == _stem(one.measure_key)[-2:]
        if told and named and not _of_some(one):
            return one
    return None


def _part(one: Told, whole: Told) -> bool:
    within = whole.first <= one.first and one.last <= whole.last and (one.first, one.last) != (whole.first, whole.last)
    near = abs(one.claim.clause - whole.claim.clause) <= NEAR
    return within and near and one_thing(one.claim, whole.claim)


def _chains(first: int, last: int, parts: list[Told]) -> Iterator[tuple[Told, ...]]:
    """The rows of figures that follow one another without a gap from the first month to the last."""
    for part in parts:
        if part.first == first:
            if part.last == last:
                yield (part,)
            for rest in _chains(part.last + 1, last, parts) if part.last < last else ():
                yield (part, *rest)


def shorter(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """Figures of fewer months with those of more months that hold them: 9月 and 前三季度, 上半年 and 全年."""
    for row in told(claims):
        for part in row:
            for whole in row:
                if part is not whole and _part(part, whole):
                    yield part.claim, whole.claim
