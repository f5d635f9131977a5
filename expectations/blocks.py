"""What a check sees at once: one document, one measure across documents, documents of one story, or known figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from claims.claim import Claim, Mention
from claims.document import Document
from expectations.references import Known
from expectations.stories import stories

T = TypeVar("T")
BLOCK_KINDS = ("document", "measure", "story", "reference")


@dataclass(frozen=True)
class Sentence:
    """The claims of one sentence, in order, with its words."""

    document: str
    start: int
    text: str
    paragraph: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Block:
    """Claims and mentions in the order of their documents, with the indexes that checks share.

    `name` is the document, the measure key, or the documents of a story; `documents` the articles where at hand.
    """

    kind: str
    name: str
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    references: Known | None = None  # known figures, in blocks of the kind `reference`
    _found: dict[Callable[[Block], object], object] = field(default_factory=dict, repr=False, compare=False)

    def once(self, find: Callable[[Block], Iterable[T]]) -> tuple[T, ...]:
        """What `find` gives for this block; found once, however many checks ask."""
        if find not in self._found:
            self._found[find] = tuple(find(self))
        return cast(tuple[T, ...], self._found[find])

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """Claims by their id."""
        return {claim.claim_id: claim for claim in self.claims}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that hold claims, in order; rows of tables are none."""
        found: dict[tuple[str, int | str], list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if claim.section != "table":
                at = claim.sentence_start if claim.start >= 0 else claim.sentence
                found[claim.document, at].append(claim)
        return tuple(
            Sentence(document, claims[0].sentence_start, claims[0].sentence, claims[0].paragraph, tuple(claims))
            for (document, _), claims in found.items()
        )

    @cached_property
    def parts_of(self) -> dict[str, tuple[Claim, ...]]:
        """The claims that the words make parts of a total, by the total's id."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if claim.part_of:
                found[claim.part_of].append(claim)
        return {total: tuple(parts) for total, parts in found.items()}


def order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in an order that does not depend on the order of documents."""
    return tuple(sorted(claims, key=lambda claim: (claim.document, claim.start, claim.end, *_row(claim))))


def _row(claim: Claim) -> tuple[int, str]:
    return (claim.line if claim.start < 0 else 0), claim.claim_id


def blocks(
    claims: Iterable[Claim],
    mentions: Iterable[Mention] = (),
    documents: Iterable[Document] = (),
    kinds: Iterable[str] = BLOCK_KINDS,
) -> Iterator[Block]:
    """All blocks of the wanted kinds; each claim is in one document block, at most one measure block, and few stories.

    Known figures are in the document block of their table alone; each article has a block `reference` with all of them.
    """
    ordered = order(claims)
    stated = tuple(claim for claim in ordered if not claim.is_reference)
    articles = {document.path: document for document in documents}
    wanted = set(kinds)
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in ordered:
        by_document[claim.document].append(claim)
    said: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: (mention.document, mention.start, mention.end)):
        said[mention.document].append(mention)
    if "document" in wanted:
        for name in sorted({*by_document, *said}):
            kept = {name: articles[name]} if name in articles else {}
            yield Block("document", name, tuple(by_document[name]), tuple(said[name]), kept)
    if "measure" in wanted:
        yield from _measure_blocks(stated, articles)
    if "story" in wanted and len(by_document) > 1:
        for names in stories(stated, articles):
            together = tuple(claim for name in names for claim in by_document[name])
            heard = tuple(mention for name in names for mention in said[name])
            kept = {name: articles[name] for name in names if name in articles}
            yield Block("story", " ".join(names), together, heard, kept)
    if "reference" in wanted and len(stated) < len(ordered):
        known = Known.of(claim for claim in ordered if claim.is_reference)
        for name in sorted({claim.document for claim in stated}):
            own = tuple(claim for claim in by_document[name] if not claim.is_reference)
            kept = {name: articles[name]} if name in articles else {}
            yield Block("reference", name, own, tuple(said[name]), kept, known)


def _measure_blocks(claims: tuple[Claim, ...], articles: Mapping[str, Document]) -> Iterator[Block]:
    by_measure: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.measure_key:
            by_measure[claim.measure_key].append(claim)
    for key in sorted(by_measure):
        names = dict.fromkeys(claim.document for claim in by_measure[key])
        if len(names) > 1:
            kept = {name: articles[name] for name in names if name in articles}
            yield Block("measure", key, tuple(by_measure[key]), (), kept)
