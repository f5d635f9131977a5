"""What became of each claim: corroborated, contradicted, unchecked, and why it met no other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claims.claim import Claim
from expectations.finding import Agreement, Finding


def statuses(claims: Iterable[Claim], findings: Iterable[Finding], agreements: Iterable[Agreement]) -> dict[str, str]:
    """The status of every claim by id: contradicted if it may be what is wrong in a finding, or lacks support."""
    supported = {claim for agreement in agreements for claim in agreement.claims}
    denied = set()
    for finding in findings:
        if finding.severity != "note":
            suspected = {claim for suspects in finding.suspects for claim in suspects}
            denied |= {claim for claim in finding.claims if claim in suspected or claim not in supported}
    return {
        claim.claim_id: "contradicted"
        if claim.claim_id in denied
        else "corroborated"
        if claim.claim_id in supported
        else "unchecked"
        for claim in claims
    }


def unchecked(status: Mapping[str, str], refused: Mapping[str, str]) -> dict[str, str]:
    """For each unchecked claim the reason: what a refused comparison said, else that no other figure fits."""
    return {name: refused.get(name, "no-other-figure") for name, state in status.items() if state == "unchecked"}
