"""What ought to hold between figures: the rule book, the judge, and the findings they give."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.claim import Claim, Mention
    from claims.document import Document
    from expectations.check import Check
    from expectations.finding import Outcome


def check_claims(
    claims: Iterable[Claim],
    mentions: Iterable[Mention] = (),
    documents: Iterable[Document] = (),
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
    severities: Mapping[str, str] | None = None,
    extra_checks: Iterable[Check] = (),
) -> Outcome:
    """All that the selected checks make of the claims (see `expectations.run.check_claims`)."""
    from expectations import run

    return run.check_claims(claims, mentions, documents, select, ignore, severities, extra_checks)
