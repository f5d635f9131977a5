"""Figures of two articles that stand at the same place in rows otherwise alike."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher

from claims.claim import Claim
from expectations.same import PERCENT_KINDS

LONGEST = 400  # figures of a document that are set side by side


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
