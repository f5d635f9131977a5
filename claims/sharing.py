"""Equal words and numbers of many claims kept once: what makes tens of thousands of articles fit into memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal

from claims.claim import Claim, Extraction, Mention

_OWN = {"claim_id", "part_of", "part_across", "sentence"}  # hardly ever those of another claim


def _names(record: type[Claim] | type[Mention], kind: str) -> tuple[str, ...]:
    return tuple(one.name for one in fields(record) if one.type == kind and one.name not in _OWN)


_WORDS: dict[type, tuple[str, ...]] = {record: _names(record, "str") for record in (Claim, Mention)}
_NUMBERS: dict[type, tuple[str, ...]] = {Claim: ("value", "resolution"), Mention: ()}


def sharing() -> Callable[[Extraction], Extraction]:
    """A function that gives an extraction back as it is, its words and numbers those of earlier ones where equal."""
    words: dict[str, str] = {}
    numbers: dict[str, Decimal] = {}  # by their digits: 1.20 is not 1.2

    def shared(extraction: Extraction) -> Extraction:
        for record in (*extraction.claims, *extraction.mentions):
            for name in _WORDS[type(record)]:
                word = getattr(record, name)
                if word:
                    object.__setattr__(record, name, words.setdefault(word, word))
            for name in _NUMBERS[type(record)]:
                number: Decimal = getattr(record, name)
                object.__setattr__(record, name, numbers.setdefault(str(number), number))
        return extraction

    return shared
