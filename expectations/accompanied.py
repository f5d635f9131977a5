"""Two figures of two articles that stand among the same other figures: one passage, told in other words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claims.claim import Claim
from expectations.digits import significant_digits
from expectations.repeats import MANY
from expectations.restated import DIGITS, specified
from expectations.same import LEVELS, PERCENT_KINDS, dimension, is_result, is_worded, one_period, units_fit
from expectations.slips import one_slip_apart, rounds_a_slip
from expectations.words import converted, grams

FUND = re.compile(r"基金近\d")  # sheets of one form, a fund each
FEW = 3  # things that are counted in passing
WINDOW = 3  # figures on either side
EACH = 5  # what a digit of a figure that both passages have says for one passage
MOST = 4  # further digits of one figure say nothing more
ENOUGH = 35
PARTICULAR = 40  # of figures so particular that what comes next in both is one thing
ALL_AROUND = 3  # such figures around one of many digits
SAME_PASSAGE = 30  # of figures the last of which stands right before
SAME_WORDS = 3  # pairs of characters that measures share


def accompanied(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of figures of two documents, one slip apart, whose neighbours in the text are the same figures.

    Neither figure is printed by the other document, and nothing else in the passage could be what it repeats.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _tells(claim):
            by_document[claim.document].append(claim)
    if len(by_document) != 2:
        return
    left, right = by_document.values()
    alone = _alone(left, right)
    others = _alone(right, left)
    for at in alone:
        found = [to for to in others if _repeats(left[at], right[to]) and _together(left, at, right, to)]
        if len(found) == 1:
            yield left[at], right[found[0]]


def _tells(claim: Claim) -> bool:
    """Whether a figure says something of events: no size or specification of a thing, which many things share."""
    if FUND.search(claim.sentence):
        return False
    if not is_worded(claim) or not is_result(claim) or converted(claim) or significant_digits(claim) == 0:
        return False
    if claim.kind == "count" and abs(claim.value) < FEW:
        return False  # 两家公司: said in one text, left out in another
    return claim.kind in (*PERCENT_KINDS, "count") or dimension(claim)[:1].isupper()


def _alone(row: list[Claim], others: list[Claim]) -> list[int]:
    """The places of figures of two digits or more that the other document does not print, near one that it does."""
    values = {abs(claim.value) for claim in others}
    held = [abs(claim.value) in values or _rounded(claim, others) for claim in row]
    return [
        at
        for at, claim in enumerate(row)
        if not held[at] and significant_digits(claim) >= 2 and any(held[max(0, at - WINDOW) : at + WINDOW + 1])
    ]


def _rounded(claim: Claim, others: list[Claim]) -> bool:
    """Whether the other document prints the figure rounder, or in full, under the same name or with many digits."""
    alike = (one for one in others if one.unit == claim.unit and one.asserted.meets(claim.asserted))
    return any(one.measure_key == claim.measure_key != "" or _particular(one, claim) for one in alike)


def _particular(a: Claim, b: Claim) -> bool:
    return max(map(significant_digits, (a, b))) >= MANY - 1 and not (a.hedge or b.hedge)


def _repeats(a: Claim, b: Claim) -> bool:
    alike = (a.kind == b.kind or (a.kind in LEVELS and b.kind in LEVELS)) and a.price_basis == b.price_basis
    if not alike or not units_fit(a, b) or agree(a, b):
        return False
    digits, slip = sorted((significant_digits(a), significant_digits(b))), one_slip_apart(a, b)
    earlier = a.former != b.former or (a.former and not one_period(a, b))  # of which time, the two do not both say
    if earlier and not (slip and digits[0] >= MANY):
        return False
    if not (slip or rounds_a_slip(a, b) or rounds_a_slip(b, a)):
        return False
    return digits[1] >= MANY or a.kind in PERCENT_KINDS or not (specified(a) or specified(b))


def _together(left: list[Claim], at: int, right: list[Claim], to: int) -> bool:
    """Whether the figures around the two are so much the same that both tell one thing."""
    around = [claim for claim in right[max(0, to - WINDOW) : to + WINDOW + 1] if claim is not right[to]]
    score, shared = 0, 0
    for claim in left[max(0, at - WINDOW) : at + WINDOW + 1]:
        if claim is left[at]:
            continue
        twin = next((other for other in around if agree(claim, other)), None)
        if twin is not None:
            around.remove(twin)
            shared += 1
            score += EACH * min(MOST, significant_digits(claim), significant_digits(twin))
    own = max(significant_digits(left[at]), significant_digits(right[to]))
    if shared < 2 or score + DIGITS[min(own, len(DIGITS) - 1)] < ENOUGH:
        return False
    words = len(grams(left[at].measure_key) & grams(right[to].measure_key))
    before, one_before, one_behind = _in_step(left, at, right, to)
    if own <= 2 and left[at].kind == "share" and before and one_before and score >= PARTICULAR:
        return True
    if own <= 2 and left[at].kind in LEVELS and one_before and score >= SAME_PASSAGE:
        return True
    if own <= 2:
        return one_before and ((one_behind and words > 0) or (before and words >= SAME_WORDS))
    return words > 0 or (one_before and (before or one_behind)) or (own >= MANY and shared >= ALL_AROUND)


def _in_step(left: list[Claim], at: int, right: list[Claim], to: int) -> list[bool]:
    """Whether the second last figure before, the last before and the first behind are the same."""
    return [
        0 <= at + step < len(left) and 0 <= to + step < len(right) and agree(left[at + step], right[to + step])
        for step in (-2, -1, 1)
    ]


def agree(a: Claim, b: Claim) -> bool:
    """Whether the two can be one figure as printed."""
    same = dimension(a) == dimension(b) and (a.kind in PERCENT_KINDS) == (b.kind in PERCENT_KINDS)
    return same and (a.value == b.value or a.asserted.meets(b.asserted))
