"""Claims made by hand, for tests of what stands to the right of extraction."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claims.claim import Claim
from claims.interval import Interval


def claim(value: str, text: str = "", *, start: int = 0, sentence: str = "", **fields: Any) -> Claim:
    """A claim of the exact `value`; give `asserted` and `implied` for anything hedged or rounded."""
    number = Decimal(value)
    text = text or value
    point = Interval.point(number)
    defaults: dict[str, Any] = {
        "claim_id": f"c{start}",
        "document": "a.txt",
        "start": start,
        "end": start + len(text),
        "line": 1,
        "column": start + 1,
        "text": text,
        "sentence": sentence or text,
        "section": "body",
        "value": number,
        "asserted": point,
        "implied": fields.get("asserted", point),
        "resolution": Decimal(1).scaleb(number.as_tuple().exponent),  # type: ignore[arg-type]
        "sentence_start": 0,
        "paragraph": 0,
        "clause": 0,
    }
    return Claim(**(defaults | fields))
