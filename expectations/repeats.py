"""Pairs of figures whose words bring them together: they may be one quantity, printed twice."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import chain, combinations, product

from claims.claim import Claim
from expectations.comparison import Comparison, alike_in_print, judge
from expectations.digits import significant_digits
from expectations.naming import kinship, one_name, shared, telling
from expectations.parted import parted
from expectations.printed import MOST
from expectations.same import CHANGES, LEVELS, dimension, is_result, is_worded
from expectations.severity import misleads
from expectations.slips import one_slip_apart, slipped_values
from expectations.words import before, converted, grams

MANY = 5  # digits from which a slip between the figures of two documents is no accident
MINUTES = ("分", "分钟", "秒")
REFERRED = ("上述", "前述")  # 不包括在上述18人之内: the words there tell of others
SUFFIX = 4
SHORT = 8  # characters of a measure that may need what stands before it
BACK = 2  # figures, and clauses


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two figures that may be one quantity: what their wording shares.

    `kin` is the length of the measure that both share, 0 where the measures are different; `lead` and `tail` count the
    characters shared right before and right behind the figures.
    """

    first: Claim
    second: Claim
    kin: int
    lead: int
    tail: int


def repeats(
    claims: tuple[Claim, ...], *, across: bool, retold: frozenset[tuple[str, str]] = frozenset()
) -> Iterator[Repeat]:
    """Pairs of figures whose wording brings them together, within documents or `across` two; the cost is linear.

    Those of a passage `retold` among the same figures are one, whatever narrows the words around them.
    """
    for one, other in dict.fromkeys(chain(_pairs(claims, across), slipped(claims, across))):
        first, second = claims[one], claims[other]
        firm = (first.claim_id, second.claim_id) in retold
        if not comparable(first, second) or parted(first, second, firm=firm):
            continue
        two = _of_two_totals(claims, one, other) or _of_two_levels(claims, one, other)
        if not two and not _changed_otherwise(claims, one, other):
            yield Repeat(first, second, kinship(first, second), *shared(first, second))


def _of_two_totals(claims: tuple[Claim, ...], one: int, other: int) -> bool:
    """Whether each figure follows a level of its own, and these differ: 抽检446批次,不合格13批次; 4620, 83."""
    first, second = _total_before(claims, one), _total_before(claims, other)
    return first is not None and second is not None and not first.asserted.meets(second.asserted)


def _of_two_levels(claims: tuple[Claim, ...], one: int, other: int) -> bool:
    """Whether two changes are of levels told right before them, other ones: 258.3万辆,增长10.3%; 50万辆,增长10.5%."""
    first, second = _level_before(claims, one), _level_before(claims, other)
    if first is None or second is None or dimension(first) != dimension(second):
        return False
    return not first.asserted.meets(second.asserted) and not one_slip_apart(first, second)


def _changed_otherwise(claims: tuple[Claim, ...], one: int, other: int) -> bool:
    """Whether each level is followed by a change of its own, and these differ: 22款,下降35.3%; 20款,下降37.5%."""
    first, second = _change_behind(claims, one), _change_behind(claims, other)
    if first is None or second is None:
        return False
    return not first.asserted.meets(second.asserted) and not one_slip_apart(first, second)


def _change_behind(claims: tuple[Claim, ...], at: int) -> Claim | None:
    """The change in per cent right behind a level, which does not say again of what it is."""
    level, change = claims[at], claims[at + 1] if at + 1 < len(claims) else None
    if change is None or change.kind != "relative_change" or level.kind not in LEVELS:
        return None
    near = change.sentence_start == level.sentence_start and change.document == level.document
    own = change.measure_key == level.measure_key and "measure" in change.inferred
    return change if near and own and change.clause - level.clause <= 1 else None


def _level_before(claims: tuple[Claim, ...], at: int) -> Claim | None:
    """The level that a change right behind it is of: of its measure, or of one that the change does not say again."""
    change = claims[at]
    if change.kind not in CHANGES:
        return None
    for level in reversed(claims[max(0, at - BACK) : at]):
        if level.document != change.document or level.sentence_start != change.sentence_start:
            return None
        if level.kind in LEVELS and is_result(level):
            own = level.measure_key == change.measure_key or "measure" in change.inferred
            return level if own and change.clause - level.clause <= BACK else None
    return None


def _total_before(claims: tuple[Claim, ...], at: int) -> Claim | None:
    """The level right before a figure in its sentence, which a count or a rate that names nothing of its own is of."""
    claim = claims[at]
    if claim.kind not in ("count", "share") or len(claim.measure_key) > SHORT:
        return None
    for one in reversed(claims[max(0, at - BACK) : at]):
        if (
            one.sentence_start != claim.sentence_start
            or one.document != claim.document
            or claim.clause - one.clause > BACK
        ):
            return None
        if one.kind in LEVELS and is_result(one) and (one.unit == claim.unit or claim.kind == "share"):
            return one
    return None


def comparable(a: Claim, b: Claim) -> bool:
    """Whether anything follows if the two are one quantity: they agree, are a slip apart, or have one name."""
    if a.value == b.value or (a.measure_key and a.measure_key == b.measure_key):
        return True
    return one_name(a, b) or one_slip_apart(a, b) or a.asserted.meets(b.asserted)


def slipped(claims: tuple[Claim, ...], across: bool) -> Iterator[tuple[int, int]]:
    """Figures with so many digits that one slip between them is no accident, whatever the wording of two documents.

    Within one document the sentences have some words in common.
    """
    rows: dict[str, list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        if significant_digits(claim) >= MANY and is_result(claim) and claim.start >= 0:
            rows[dimension(claim)].append(at)
    for row in rows.values():
        if len(row) > 1 and (claims[row[0]].document != claims[row[-1]].document or not across):
            yield from _slipped(claims, row, across)


def _slipped(claims: tuple[Claim, ...], row: list[int], across: bool) -> Iterator[tuple[int, int]]:
    by_value: dict[Decimal, list[int]] = defaultdict(list)
    for at in row:
        by_value[claims[at].value].append(at)
    for one in row:
        claim = claims[one]
        for value in slipped_values(claim.text, claim.value):
            for at in by_value.get(value, ()):
                other = claims[at]
                if at <= one or (other.document != claim.document) != across:
                    continue
                if across or (other.start > claim.start and echoes(claim, other)):
                    yield one, at


def echoes(a: Claim, b: Claim) -> bool:
    """Whether the words before two figures of other sentences have a pair of characters in common."""
    told = is_worded(a) and is_worded(b) and a.sentence_start != b.sentence_start
    return told and not grams(before(a, 40)).isdisjoint(grams(before(b, 40)))


def _pairs(claims: tuple[Claim, ...], across: bool) -> Iterator[tuple[int, int]]:
    """Pairs, some more than once, of figures that share their measure, characters of it, or the words before them."""
    border = sum(claim.document == claims[0].document for claim in claims)
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        if not is_result(claim) or not is_worded(claim) or converted(claim) or before(claim, 4).endswith(REFERRED):
            continue
        if claim.unit in MINUTES and before(claim, 3).endswith(("时", "钟头")):
            continue  # 8小时15分
        kind = "level" if claim.kind in LEVELS else claim.kind
        for mark in _marks(claim):
            found[mark, kind].append(at)
    for row in dict.fromkeys(tuple(row) for row in found.values() if 1 < len(row) <= MOST):
        at = bisect_left(row, border)
        if across:
            yield from product(row[:at], row[at:])
        else:
            yield from chain(combinations(row[:at], 2), combinations(row[at:], 2))


def _marks(claim: Claim) -> Iterable[str]:
    """The marks by which figures come together, each once, in the order of the words."""
    return _marks_of(claim.measure_key, telling(before(claim, 40))[-SUFFIX:])


@lru_cache(maxsize=1 << 12)
def _marks_of(key: str, tail: str) -> tuple[str, ...]:
    marks = [f"={key}", *(key[at : at + 2] for at in range(len(key) - 1))] if key else []
    return tuple(dict.fromkeys([*marks, f"…{tail}"] if len(tail) == SUFFIX else marks))


def agree(pair: Repeat) -> bool:
    """Whether the two figures can be one number as printed: equal, or so rounded that readers let both pass."""
    a, b = pair.first, pair.second
    if a.value == b.value:
        return True
    return not alike_in_print(a, b) and a.asserted.meets(b.asserted) and not misleads(judge(one_quantity(a, b)))


def one_quantity(first: Claim, second: Claim) -> Comparison:
    """The second figure against the first, which it repeats."""
    return Comparison(
        reported=second, using=(first,), relation="as_printed", expected=lambda other: other, working="{1}"
    )


def alike(pair: Repeat) -> bool:
    """Whether the two are one number in print, so that nothing is left to judge."""
    return pair.first.value == pair.second.value and alike_in_print(pair.first, pair.second)
