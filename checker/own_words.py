"""A newsroom's own words, applied to the claims that were read: synonyms of measures, measures, places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claims.claim import Claim, Extraction

_CLAUSE_ENDS = re.compile(r"[，,；;。！？!?\n]")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """`synonyms`: a measure and its other wordings; `measures`: words that name one; `places`: names and codes."""

    synonyms: Mapping[str, Sequence[str]]
    measures: Sequence[str]
    places: Mapping[str, str]

    def __bool__(self) -> bool:
        return bool(self.synonyms or self.measures or self.places)


def told(extraction: Extraction, words: OwnWords) -> Extraction:
    """The extraction with measure, key and place of each claim as the newsroom's words have it; the rest unchanged."""
    if not words:
        return extraction
    return replace(extraction, claims=tuple(_told(claim, words) for claim in extraction.claims))


def _told(claim: Claim, words: OwnWords) -> Claim:
    if claim.sentence_start < 0:
        return claim
    before = claim.sentence[: claim.start - claim.sentence_start]
    claim = _measured(claim, words.measures, _CLAUSE_ENDS.split(before)[-1])
    claim = _placed(claim, words.places, before)
    whole = _key(claim.whole, words.synonyms)
    return replace(
        claim,
        measure_key=_key(claim.measure, words.synonyms) or claim.measure_key,
        whole_key=whole or claim.whole_key,
    )


def _measured(claim: Claim, measures: Sequence[str], clause: str) -> Claim:
    """The claim with the last of the measures that its clause names before the figure, unless it has it already."""
    word = _last(clause, measures)
    if not word or word in claim.measure:
        return claim
    from claims.zh.measure import key

    return replace(claim, measure=word, measure_key=key(word), inferred=_without(claim, "measure"))


def _placed(claim: Claim, places: Mapping[str, str], before: str) -> Claim:
    """The claim at the last of the places that its sentence names before the figure."""
    name = _last(before, tuple(places))
    return replace(claim, place=places[name], place_name=name, inferred=_without(claim, "place")) if name else claim


def _key(measure: str, synonyms: Mapping[str, Sequence[str]]) -> str:
    """The key of the measure with other wordings put as the newsroom's first one; empty where none occurs."""
    from claims.zh.measure import key

    said = measure
    for first, others in synonyms.items():
        for other in sorted(others, key=len, reverse=True):
            if first not in said:
                said = said.replace(other, first)
    return key(said) if said != measure else ""


def _last(text: str, words: Sequence[str]) -> str:
    """The word that occurs last in the text, of two at one place the longer; empty where none does."""
    found = [(text.rfind(word) + len(word), len(word), word) for word in words if word in text]
    return max(found)[2] if found else ""


def _without(claim: Claim, field: str) -> tuple[str, ...]:
    return tuple(name for name in claim.inferred if name != field)
