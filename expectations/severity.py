"""Severity by consequence: does the discrepancy change the meaning, and does it rest on what is printed?"""

from __future__ import annotations

from fractions import Fraction

from claims.claim import Claim
from claims.hedges import last_place
from expectations.comparison import Judged
from expectations.digits import significant_digits
from expectations.finding import SEVERITIES
from expectations.same import PERCENT_KINDS

FAR = 4  # readers are misled by a quarter of the figure
PRECISE = 3  # digits behind 约 that say how rough the figure is: 约61.3% is no 67.3%
ROUGH = 10  # units of the last of them


def severity(judged: Judged) -> str:
    """`error` if asserted intervals miss so far that the meaning changes, `warning` if less or inferred, or `note`."""
    comparison = judged.comparison
    same = comparison.relation == "distinct" and comparison.grave  # one number in two units
    if comparison.assumes or (judged.verdict == "implied_only" and not (same or misleads(judged))):
        found = "note"
    elif judged.verdict == "implied_only":
        found = "warning"
    elif comparison.grave or changes_meaning(judged):
        found = "error"
    else:
        found = "warning"
    if comparison.inferred:
        found = gentler(found, "warning")
    return gentler(found, comparison.worst)


def misleads(judged: Judged) -> bool:
    """Whether implied intervals clash too widely for the words: of over 500 million drivers 963 million drive cars.

    Also for 约 before so many digits that it can only mean that they were rounded.
    """
    comparison = judged.comparison
    if judged.verdict != "implied_only" or comparison.relation == "distinct":
        return False
    ends = (judged.reported.low, judged.reported.high, judged.implied.low, judged.implied.high)
    size = min((abs(end) for end in ends if end is not None), default=Fraction(0))
    if size and judged.gap * FAR >= size:
        return True
    figures = [one for one in (comparison.reported, *comparison.using) if isinstance(one, Claim) and one.hedge]
    rough = all(one.hedge == "about" and significant_digits(one) >= PRECISE for one in figures)
    window = max((last_place(one.value, one.resolution) for one in figures), default=Fraction(0)) * ROUGH
    return bool(figures) and rough and changes_meaning(judged) and judged.gap >= window


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
