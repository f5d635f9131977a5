"""Changes that two articles give of one level: 营收840亿元，同比增长12% here, 营收840.2亿元，同比增长21% there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain, combinations, pairwise

from claims import period as periods
from claims.claim import Claim
from expectations.apart_words import areas_differ
from expectations.digits import significant_digits
from expectations.levels import agree
from expectations.naming import numbered_apart
from expectations.same import difference, dimension, is_level, is_result, is_worded
from expectations.slips import one_slip_apart
from expectations.wholes import core
from expectations.words import before, between, converted, grams, likeness

YEAR_ON_YEAR = "year_on_year"
PARTICULAR = 3  # digits of a level that two articles on one matter share
NAMED = 4  # characters that name what changes
CURRENCY = re.compile("人民币|美元|欧元|日元|港元")  # 以美元计价,增长9.1%; 以人民币计价,增长10.2%
CLOSE = 40  # characters before a change that tell of its currency
NEXT = 2  # clauses from a level to its change
MOSTLY = 0.6


def changes(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of rates of change, of two documents, that follow levels which agree, are named alike and of one time."""
    told: dict[str, list[tuple[Claim, Claim]]] = defaultdict(list)
    rows: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_worded(claim) and is_result(claim) and not converted(claim):
            rows[claim.document].append(claim)
    for row in rows.values():
        for level, change in chain(pairwise(row), _over_the_former(row), _before_the_level(row)):
            if _follows(level, change):
                told[f"{level.value:.1e} {dimension(level)}"].append((level, change))
    for found in told.values():
        for at, (level, change) in enumerate(found):
            for other, moved in found[at + 1 :]:
                if level.document != other.document and _one(level, other) and _alike(change, moved):
                    yield change, moved


def named(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of rates of change, of two documents, each the only one there of its measure, time and base."""
    told: dict[tuple[str, str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        stated = claim.period and claim.base_period and claim.comparison and len(claim.measure_key) >= NAMED
        plain = is_result(claim) and is_worded(claim) and not claim.hedge and not claim.group
        if claim.kind == "relative_change" and stated and plain:
            told[claim.measure_key, claim.period, claim.base_period][claim.document].append(claim)
    for by_document in told.values():
        if len(by_document) == 2 and all(len({one.value for one in row}) == 1 for row in by_document.values()):
            first, second = (row[0] for row in by_document.values())
            currencies = [set(CURRENCY.findall(before(one, CLOSE))) for one in (first, second)]
            if currencies[0] != currencies[1] or areas_differ(first, second):
                continue
            if not difference(first, second) and not first.asserted.meets(second.asserted):
                yield first, second


def moves(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of levels, of two documents, a slip apart, from or to which something of one name moved, the other end
    being one: 由31.39万元降至29.99万元, 从31.93万元调整为29.99万元."""
    from_one: dict[tuple[str, Decimal], list[tuple[Claim, Claim]]] = defaultdict(list)
    to_one: dict[tuple[str, Decimal], list[tuple[Claim, Claim]]] = defaultdict(list)
    row = [claim for claim in claims if is_worded(claim) and is_result(claim) and is_level(claim) and not claim.hedge]
    for old, new in pairwise(row):
        beside = old.sentence_start == new.sentence_start and old.document == new.document and new.clause == old.clause
        if not beside or not old.former or new.former or dimension(old) != dimension(new):
            continue
        if significant_digits(old) >= PARTICULAR:
            from_one[dimension(old), old.value].append((old, new))
        if significant_digits(new) >= PARTICULAR:
            to_one[dimension(new), new.value].append((old, new))
    for end, told in ((1, from_one), (0, to_one)):
        for found in told.values():
            for first, then in combinations(found, 2):
                one, other = first[end], then[end]
                if one.document != other.document and one_slip_apart(one, other) and _of_one_thing(one, other):
                    yield one, other


def _of_one_thing(a: Claim, b: Claim) -> bool:
    """Whether two names share most pairs of characters of the shorter one."""
    return likeness(a.measure_key, b.measure_key) >= MOSTLY and not numbered_apart(a.measure_key, b.measure_key)


def _over_the_former(row: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Levels and changes with the level of a year before between them: 261亿元，较去年同期的186亿元增长41%."""
    for level, old, change in zip(row, row[1:], row[2:], strict=False):
        if old.former and level.period and old.period == periods.shift_years(level.period, -1):
            yield level, change if change.comparison else replace(change, comparison=YEAR_ON_YEAR)


def _before_the_level(row: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Levels with the change right before them that led there: 同比下降12.8%至174548辆."""
    for change, level in pairwise(row):
        if level.reached and change.kind == "relative_change" and change.sentence_start == level.sentence_start:
            yield level, change


def _follows(level: Claim, change: Claim) -> bool:
    """Whether the change stands right behind the level, in its sentence, measured against the year before."""
    if change.kind != "relative_change" or not is_level(level) or level.former or change.hedge:
        return False
    if level.hedge and (level.hedge != "about" or significant_digits(level) <= PARTICULAR):
        return False
    near = level.sentence_start == change.sentence_start and abs(change.clause - level.clause) <= NEXT
    words = between(level, change) if level.start < change.start else between(change, level)
    if not near or re.search("[；;]", words) or not agree(change, level):
        return False
    return significant_digits(level) >= PARTICULAR and change.comparison == YEAR_ON_YEAR


def _one(a: Claim, b: Claim) -> bool:
    """Whether the levels are one, as printed or rounded, under names that have words in common."""
    return a.asserted.meets(b.asserted) and not difference(a, b) and named_alike(a, b)


def _alike(a: Claim, b: Claim) -> bool:
    return not difference(a, b) and (a.direction == b.direction or a.value != -b.value)


def named_alike(a: Claim, b: Claim) -> bool:
    """Whether two names have a pair of characters in common, or are words for one thing: 营收, 营业收入."""
    return not grams(a.measure_key).isdisjoint(grams(b.measure_key)) or core(a.measure) == core(b.measure)
