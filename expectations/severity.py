"""Severity by consequence: does the discrepancy change the meaning, and does it rest on what is printed?"""

from __future__ import annotations

from fractions import Fraction

from claims.claim import Claim
from expectations.comparison import Judged
from expectations.finding import SEVERITIES
from expectations.same import PERCENT_KINDS


def severity(judged: Judged) -> str:
    """`error` if asserted intervals miss so far that the meaning changes, `warning` if less or inferred, or `note`."""
    comparison = judged.comparison
    if judged.verdict == "implied_only" or comparison.assumes:
        found = "note"
    elif comparison.grave or changes_meaning(judged):
        found = "error"
    else:
        found = "warning"
    if comparison.inferred:
        found = gentler(found, "warning")
    return gentler(found, comparison.worst)


def gentler(a: str, b: str) -> str:
    """The less grave of two severities."""
    return max(a, b, key=SEVERITIES.index)


def changes_meaning(judged: Judged) -> bool:
    """A gap of 1 % of the figure; for percentages 1 point or a tenth of the figure; or the wrong side of zero."""
    reported = judged.comparison.reported
    low, high = judged.reported.low, judged.reported.high
    size = (
        min(abs(end) for end in (low, high) if end is not None) if low is not None or high is not None else Fraction(0)
    )
    if _wrong_side(judged):
        return True
    if isinstance(reported, Claim) and reported.kind in PERCENT_KINDS:
        return judged.gap >= 1 or (size > 0 and judged.gap >= size / 10)
    return judged.gap > 0 and judged.gap * 100 >= size


def _wrong_side(judged: Judged) -> bool:
    a, b = judged.reported, judged.implied
    above = a.low is not None and a.low > 0 and b.high is not None and b.high < 0
    below = a.high is not None and a.high < 0 and b.low is not None and b.low > 0
    return above or below
