"""A reconciliation as comparisons for the judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.comparison import Comparison, Refusal
from expectations.reconcile.implication import Implication
from expectations.reconcile.reconciliation import Reconciliation

SCOPE = Bilingual("各数的口径、统计时点可能不同", "the figures may differ in scope or in the day they were counted")
REVISED = Bilingual("基期数字可能事后修订", "the earlier figures may have been revised since")
LINKED = ("growth", "change", "points", "ratio")
REFUSALS = ("price-basis-differs", "scope-unknown", "comparison-differs", "unit-differs", "divisor-may-be-zero")


def proposals(found: Reconciliation) -> Iterator[Comparison]:
    """The conflicts and the agreements of three claims or more that no single sentence holds."""
    for conflict in found.conflicts:
        if _is_ours(conflict.shown):
            yield _comparison(conflict.shown, conflict.suspects)
    for agreement in found.agreements:
        if _is_ours(agreement):
            yield _comparison(agreement, ())


def refusals(found: Reconciliation, claims: Mapping[str, Claim]) -> Iterator[Refusal]:
    """The changes that could not be linked with levels."""
    for name, reason in found.reasons.items():
        if reason in REFUSALS:
            yield Refusal((claims[name],), reason)


def _is_ours(shown: Implication) -> bool:
    claims = (shown.reported, *shown.using)
    return len(claims) > 2 and len({(claim.document, claim.sentence_start) for claim in claims}) > 1


def _worst(shown: Implication, may_be_revised: bool) -> str:
    """How grave a conflict can be: words make parts loosely, and both of two sources may be right."""
    if "part" in shown.relations:
        return "note"
    return "warning" if may_be_revised else "error"


def _comparison(shown: Implication, suspects: tuple[tuple[str, ...], ...]) -> Comparison:
    claims = (shown.reported, *shown.using)
    changes = any(relation in LINKED for relation in shown.relations)
    apart = len({claim.document for claim in claims}) > 1
    return Comparison(
        reported=shown.reported,
        using=shown.using,
        expected=shown.expected,
        working=shown.working,
        relation=shown.relation,
        explanations=(SCOPE, REVISED) if changes else (SCOPE,),
        inferred=tuple(sorted({name for claim in claims for name in claim.inferred})),
        worst=_worst(shown, apart and changes),
        suspects=suspects,
    )
