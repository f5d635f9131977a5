"""Places in an article that are no figures but that a check reads: found by pattern, kept as mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from claims.claim import Claim, Mention
from claims.document import Document
from expectations.blocks import Block

_END = re.compile(r"[。！？!?\n]")


def found(
    block: Block, pattern: re.Pattern[str], kind: str, cues: tuple[str, ...] = ("",)
) -> Iterator[tuple[Mention, re.Match[str]]]:
    """Every place in the block's articles that the pattern matches, as a mention of `kind`; group 0 is the place.

    Articles that hold none of the `cues` are passed over unread.
    """
    for document in block.documents.values():
        if not any(cue in document.text for cue in cues):
            continue
        for match in pattern.finditer(document.text):
            yield mention(document, match.start(), match.end(), kind), match


def mention(document: Document, start: int, end: int, kind: str) -> Mention:
    """The mention of a stretch of an article, with its sentence, line and column."""
    text = document.text
    line_start = text.rfind("\n", 0, start) + 1
    head = max((match.end() for match in _END.finditer(text, max(0, start - 400), start)), default=line_start)
    tail = _END.search(text, end)
    stop = tail.end() if tail else len(text)
    return Mention(
        document=document.path,
        start=start,
        end=end,
        line=text.count("\n", 0, start) + 1,
        column=start - line_start + 1,
        text=text[start:end],
        sentence=text[head:stop].strip("\n"),
        sentence_start=head,
        kind=kind,
    )


def claims_in(block: Block, document: str, start: int, end: int) -> tuple[Claim, ...]:
    """The claims of one document within a stretch of its text."""
    row = claims_of(block, document)
    starts = [claim.start for claim in row]
    return row[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]


def claims_of(block: Block, document: str) -> tuple[Claim, ...]:
    """The claims of one document of the block, in order."""
    if block.kind == "document":
        return block.claims
    return tuple(claim for claim in block.claims if claim.document == document)


def claim_over(block: Block, place: Mention) -> Claim | None:
    """The claim that overlaps a mention, if there is one."""
    near = claims_in(block, place.document, place.start - 12, place.end)
    return next((claim for claim in near if claim.start < place.end and place.start < claim.end), None)
