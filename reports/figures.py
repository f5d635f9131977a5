"""Figures and intervals as the renderers print them; the numbers themselves are worded where they were judged."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations import wording
from expectations.finding import Finding
from reports.report import Report

_MOST_SUSPECTS = 6


def interval_pair(finding: Finding, claims: Mapping[str, Claim]) -> tuple[str, str]:
    """What the figure says and what the others imply, as intervals in the unit and scale of the figure."""
    scale = scale_of(finding, claims)
    return (
        wording.interval(finding.reported, finding.unit, scale),
        wording.interval(finding.implied, finding.unit, scale),
    )


def gap(finding: Finding, claims: Mapping[str, Claim], language: str) -> str:
    """The least distance with its unit, percentages apart by points; empty where the intervals meet."""
    if not finding.gap:
        return ""
    if finding.unit in ("%", "％"):
        return plain(finding.gap) + Bilingual("个百分点", " percentage points").text(language)
    scale, factor = scale_of(finding, claims)
    blank = " " if finding.unit[:1].isascii() and finding.unit else ""
    return plain(finding.gap / factor) + scale + blank + finding.unit


def plain(value: Fraction) -> str:
    """A number in digits, rounded to about four significant places where it has more."""
    return wording.minus(wording.number(value, abs(value) / 1000))


def scale_of(finding: Finding, claims: Mapping[str, Claim]) -> tuple[str, int]:
    """The scale word of the figure that the finding is shown at, where the finding is in its unit."""
    claim = claims.get(finding.claims[0]) if finding.claims else None
    return wording.scale_of(claim) if claim and claim.unit == finding.unit else ("", 1)


def figures_by_id(report: Report) -> dict[str, Claim]:
    """The claims by their id."""
    return {claim.claim_id: claim for claim in report.claims}


def suspects(finding: Finding, claims: Mapping[str, Claim], language: str) -> str:
    """Every smallest set of figures that may be wrong: `3135封；或 2750封`. Figures printed alike get their place."""
    named = [[claims[i] for i in ids if i in claims] for ids in finding.suspects[:_MOST_SUSPECTS]]
    every = [wording.figure(claim) for group in named for claim in group]
    alike = {text for text in every if every.count(text) > 1}
    both, either = Bilingual("与", " and ").text(language), Bilingual("；或 ", "; or ").text(language)
    sets = [both.join(_named(claim, alike) for claim in group) for group in named if group]
    more = len(finding.suspects) - _MOST_SUSPECTS
    tail = Bilingual(f"……共{len(finding.suspects)}组", f" … {len(finding.suspects)} sets").text(language)
    return either.join(sets) + (tail if more > 0 else "")


def _named(claim: Claim, alike: set[str]) -> str:
    text = wording.figure(claim)
    return f"{text} ({claim.line}:{claim.column})" if text in alike else text
