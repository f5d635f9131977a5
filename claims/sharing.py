"""Equal words and numbers of many claims kept once: what makes tens of thousands of articles fit into memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from claims.claim import Claim, Extraction, Mention

_OWN = {"claim_id", "part_of", "part_across", "sentence"}  # hardly ever those of another claim
# Of each type of field, by what its values are known to be equal: 1.20 is not 1.2.
_KEYS: dict[str, Callable[[Any], object]] = {"str": str, "Decimal": str, "Interval": attrgetter("recipe")}
_SHARED: dict[type, tuple[tuple[str, str], ...]] = {
    record: tuple((one.name, str(one.type)) for one in fields(record) if one.type in _KEYS and one.name not in _OWN)
    for record in (Claim, Mention)
}


def sharing() -> Callable[[Extraction], Extraction]:
    """A function that gives an extraction back as it is, its words and numbers those of earlier ones where equal."""
    known: dict[str, dict[object, object]] = {kind: {} for kind in _KEYS}

    def shared(extraction: Extraction) -> Extraction:
        for record in (*extraction.claims, *extraction.mentions):
            for name, kind in _SHARED[type(record)]:
                value = getattr(record, name)
                if key := _KEYS[kind](value):
                    object.__setattr__(record, name, known[kind].setdefault(key, value))
        return extraction

    return shared
