"""The rule book over a set of claims: blocks, proposals, verdicts, findings."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fractions import Fraction

from claims.claim import Claim, Mention
from claims.document import Document
from expectations.blocks import Block, blocks, order
from expectations.check import Check, all_checks
from expectations.comparison import Comparison, Judged, Refusal, judge
from expectations.finding import SEVERITIES, Agreement, Finding, ImpliedValue, Outcome
from expectations.findings import agreement, claim_ids, finding
from expectations.ids import named
from expectations.same import CHANGES
from expectations.slips import accident, near_miss
from expectations.status import statuses, unchecked

CONVINCING = Fraction(1, 20)  # an unstated relation that holds corroborates below this probability of accident

GENERAL = "implied-levels-conflict"  # finds by reckoning what other checks find by the words
REFERENCE = "reference-differs"


@dataclass(slots=True)
class Proceedings:
    """What blocks gave, in the order of the blocks."""

    held: list[Agreement] = field(default_factory=list)
    failed: list[tuple[str, Judged]] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, str] = field(default_factory=dict)
    implied: dict[tuple[str, str, str, tuple[str, ...]], ImpliedValue] = field(default_factory=dict)
    seen: set[tuple[object, ...]] = field(default_factory=set)


def check_claims(
    claims: Iterable[Claim],
    mentions: Iterable[Mention] = (),
    documents: Iterable[Document] = (),
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
    severities: Mapping[str, str] | None = None,
    extra_checks: Iterable[Check] = (),
) -> Outcome:
    """All that the selected checks make of the claims; the order of documents and claims does not matter.

    `severities` replaces the severity of a check's findings by name. ValueError for an unknown check or severity.
    """
    every = all_checks() | {one.name: one for one in extra_checks}
    chosen = selected(every, select, ignore)
    for name, level in (severities or {}).items():
        known(name, every)
        if level not in SEVERITIES:
            raise ValueError(f"unknown severity {level!r}; one of {', '.join(SEVERITIES)}")
    figures = order(claims)
    proceedings = Proceedings()
    with uncollected():
        for block in blocks(figures, mentions, documents, {kind for one in chosen for kind in one.blocks}):
            read_block(block, chosen, proceedings)
        return conclude(figures, proceedings, every, severities or {})


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cycles: checking makes none, and claims of many articles are slow to look through."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def selected(every: Mapping[str, Check], select: Collection[str] | None, ignore: Collection[str]) -> list[Check]:
    """The checks to run; raises ValueError for a name that is none."""
    for name in (*(select or ()), *ignore):
        known(name, every)
    return [one for name, one in every.items() if (not select or name in select) and name not in ignore]


def known(name: str, every: Mapping[str, Check]) -> None:
    """Raises ValueError unless `name` is a check."""
    if name not in every:
        raise ValueError(f"unknown check {name!r}; one of {', '.join(every)}")


def read_block(block: Block, checks: Iterable[Check], proceedings: Proceedings) -> None:
    """Judge all that the checks of the block's kind propose for it."""
    for one in checks:
        if block.kind not in one.blocks:
            continue
        for proposal in one.find(block):
            if isinstance(proposal, Refusal):
                proceedings.refused[proposal.reason] += 1
                for claim in proposal.claims:
                    proceedings.reasons.setdefault(claim.claim_id, proposal.reason)
            elif isinstance(proposal, ImpliedValue):
                key = (proposal.measure, proposal.place_name, proposal.period, proposal.sources)
                proceedings.implied.setdefault(key, proposal)
            else:
                hear(one, proposal, proceedings)


def hear(check: Check, comparison: Comparison, proceedings: Proceedings) -> None:
    """Judge one comparison and file it; a repetition of one already heard is passed over."""
    mark = comparison.reported
    key = (check.name, mark.document, mark.start, comparison.working, *sorted(claim_ids(comparison)))
    if key in proceedings.seen:
        return
    proceedings.seen.add(key)
    judged = judge(comparison)
    if judged.verdict == "not_comparable":
        proceedings.refused[judged.reason] += 1
    elif judged.verdict in ("consistent", "by_rounding") or (comparison.candidate and judged.verdict == "implied_only"):
        if not comparison.quiet and (not comparison.candidate or accident(comparison) <= CONVINCING):
            proceedings.held.append(agreement(check, judged))
    elif not comparison.candidate or near_miss(comparison):
        proceedings.failed.append((check.name, judged))
    else:
        proceedings.refused["relation-not-stated"] += 1


def conclude(
    claims: tuple[Claim, ...], proceedings: Proceedings, checks: Mapping[str, Check], severities: Mapping[str, str]
) -> Outcome:
    """Findings, agreements, statuses and denominators of all that was judged."""
    agreements = tuple(proceedings.held)
    supported = {claim for one in agreements for claim in one.claims}
    known = {claim for one in agreements if one.check == REFERENCE for claim in one.claims}
    found = [finding(checks[name], judged, supported, known) for name, judged in proceedings.failed]
    found = [replace(one, severity=severities.get(one.check, one.severity)) for one in found]
    findings = named(sorted(told_once(found), key=rank))
    met = {name for one in findings for name in one.claims} | supported
    stated = [claim for claim in claims if not claim.is_reference or claim.claim_id in met]
    states = statuses(stated, findings, agreements)
    return Outcome(
        findings,
        agreements,
        dict(sorted(proceedings.refused.items())),
        states,
        unchecked(states, proceedings.reasons),
        unstated(proceedings.implied.values(), claims),
    )


def unstated(values: Iterable[ImpliedValue], claims: tuple[Claim, ...]) -> tuple[ImpliedValue, ...]:
    """The implied values that no claim of another article states, in the order of their claims, each once."""
    by_id = {claim.claim_id: at for at, claim in enumerate(claims)}
    told = {(claim.measure_key, claim.place_name, claim.period) for claim in claims if claim.kind not in CHANGES}
    new = [
        value
        for value in values
        if not any(
            (claims[by_id[source]].measure_key, value.place_name, value.period) in told for source in value.sources
        )
    ]
    return implied_once(sorted(new, key=lambda value: [by_id[source] for source in value.sources]))


def implied_once(values: Iterable[ImpliedValue]) -> tuple[ImpliedValue, ...]:
    """The values without those that others repeat in the same words, as articles with the same figures do.

    Each has the sources of all.
    """
    found: dict[tuple[str, str, str], list[ImpliedValue]] = {}
    for value in values:
        found.setdefault((value.measure, value.period, value.arithmetic.zh), []).append(value)
    return tuple(
        replace(alike[0], sources=tuple(dict.fromkeys(source for value in alike for source in value.sources)))
        for alike in found.values()
    )


def told_once(found: list[Finding]) -> list[Finding]:
    """The findings without those of the reconciliation whose very figures another check has set against one another."""
    special = {frozenset(one.claims) for one in found if one.check != GENERAL}
    return [one for one in found if one.check != GENERAL or frozenset(one.claims) not in special]


def rank(finding: Finding) -> tuple[object, ...]:
    """The order of findings: gravest first, then by place."""
    first = finding.locations[0]
    return SEVERITIES.index(finding.severity), first.document, first.start, finding.code, finding.claims
