"""Figures that stand at the same place in rows otherwise alike, of two articles or of two sentences of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from difflib import SequenceMatcher

from claims.claim import Claim
from expectations.digits import significant_digits
from expectations.same import PERCENT_KINDS, dimension

LONGEST = 400  # figures of a document that are set side by side
OFTEN = 6  # a figure printed more often ties no two sentences together
STEPS = [(side * a, side * b) for side in (-1, 1) for a in (1, 2) for b in (1, 2)]  # from a figure that both print
FEWEST = 2  # digits of such a figure, and of the two
EACH, MOST = 5, 4  # what a digit of such a figure says for one passage, and the digits that say something


def in_step(claims: tuple[Claim, ...]) -> frozenset[tuple[str, str]]:
    """Pairs of figures of two documents that stand at the same place in a row of equal figures: 19人、4人、15人."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    if len(by_document) != 2 or any(len(row) > LONGEST for row in by_document.values()):
        return frozenset()
    left, right = by_document.values()
    first, second = ([(claim.kind in PERCENT_KINDS, claim.value) for claim in row] for row in (left, right))
    steps = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    found = set()
    for before_, here, behind in zip(
        [("equal", 0, 2, 0, 2), *steps], steps, [*steps[1:], ("equal", 0, 2, 0, 2)], strict=False
    ):
        tag, a, b, c, d = here
        flanked = before_[0] == behind[0] == "equal" and before_[2] - before_[1] + behind[2] - behind[1] >= 3
        if tag == "replace" and b - a == d - c <= 2 and flanked:
            found |= {(one.claim_id, two.claim_id) for one, two in zip(left[a:b], right[c:d], strict=True)}
    return frozenset(found)


def retold(claims: tuple[Claim, ...]) -> Mapping[tuple[str, str], int]:
    """What the figures around two say for one passage told twice in a document: the digits of those that both
    sentences print near the two, on the same side, as 1.24亿部 and 7.0% before 占96.0%."""
    printed: dict[tuple[str, str, object], list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        printed[claim.document, dimension(claim), claim.value].append(at)
    found: Counter[tuple[str, str]] = Counter()
    for places in printed.values():
        digits = significant_digits(claims[places[0]])
        if not 1 < len(places) <= OFTEN or digits < FEWEST:
            continue
        weight = EACH * min(MOST, digits)
        for number, one in enumerate(places):
            for other in places[number + 1 :]:
                if claims[one].sentence_start == claims[other].sentence_start:
                    continue
                for left, right in STEPS:
                    if not (_stands(claims, one, left) and _stands(claims, other, right)):
                        continue
                    if max(_printed(claims[one + left]), _printed(claims[other + right])) >= FEWEST:
                        found[claims[one + left].claim_id, claims[other + right].claim_id] += weight
    return found


def _printed(claim: Claim) -> int:
    """How many digits a figure is printed with: two of 3.0%."""
    return sum(character.isdigit() for character in claim.text)


def _stands(claims: tuple[Claim, ...], at: int, step: int) -> bool:
    """Whether the figure so many places on stands in the same sentence."""
    on = at + step
    return 0 <= on < len(claims) and claims[on].sentence_start == claims[at].sentence_start
