"""What checking a set of claims gives: findings, agreements, denominators, statuses, implied values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.interval import Interval

SEVERITIES = ("error", "warning", "note")  # from the gravest down


@dataclass(frozen=True, slots=True)
class Location:
    """Where a figure of a finding stands. A figure from outside has start -1 and its table row in `document`."""

    document: str
    start: int
    end: int
    line: int
    column: int
    text: str
    sentence: str
    sentence_start: int
    claim_id: str = ""  # empty for a mention


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who saw a finding and why it may stand."""

    reason: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict worth an editor's time. `locations[0]` is the figure it is shown at, the others its operands.

    `arithmetic` holds lines, figures and intervals in the finding's `unit`; `gap` the least distance between `reported`
    and `implied`; `suspects` every smallest set of claim ids that, if wrong, explains it; `explanations` the likely
    slip first, then the innocent reasons.
    """

    id: str
    check: str
    code: str
    severity: str
    message: Bilingual
    claims: tuple[str, ...]
    locations: tuple[Location, ...]
    arithmetic: tuple[Bilingual, ...]
    reported: Interval
    implied: Interval
    gap: Fraction
    unit: str = ""
    suspects: tuple[tuple[str, ...], ...] = ()
    explanations: tuple[Bilingual, ...] = ()
    accepted: Acceptance | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A comparison that held: figures that corroborate one another, with the arithmetic."""

    check: str
    claims: tuple[str, ...]
    locations: tuple[Location, ...]
    arithmetic: tuple[Bilingual, ...]
    by_rounding: bool = False


@dataclass(frozen=True, slots=True)
class ImpliedValue:
    """A value no claim states but the claims imply: of what, when, where, and from which claims."""

    measure: str
    place_name: str
    period: str
    unit: str
    interval: Interval
    sources: tuple[str, ...]
    arithmetic: Bilingual


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that the rule book makes of a set of claims.

    `not_comparable` counts the comparisons that were refused, by reason (`period-unknown`, `scope-differs` …);
    `statuses` calls each claim `corroborated`, `contradicted` or `unchecked`; `unchecked` gives for each claim that met
    no other the reason.
    """

    findings: tuple[Finding, ...]
    agreements: tuple[Agreement, ...] = ()
    not_comparable: Mapping[str, int] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    unchecked: Mapping[str, str] = field(default_factory=dict)
    implied_values: tuple[ImpliedValue, ...] = ()

    @property
    def consistent(self) -> int:
        """Comparisons that held, those by rounding included."""
        return len(self.agreements)

    @property
    def by_rounding(self) -> int:
        """Comparisons that held only because of rounding."""
        return sum(agreement.by_rounding for agreement in self.agreements)

    @property
    def inconsistent(self) -> int:
        """Comparisons that failed."""
        return len(self.findings)
