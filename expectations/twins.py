"""A title printed twice at the head of a text, word for word, as pages repeat it: only their figures can differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claim import Claim
from claims.document import Document
from expectations.blocks import Block

OPENING = re.compile(r"\s*原标题[：:]\s*")
FIGURE = re.compile(r"\d[\d.,]*[余多]?[万亿千百]*")
TOKEN = re.compile(rf"{FIGURE.pattern}|\S")
LONGEST = 110  # characters of a title
FEWEST = 10  # tokens that only a title repeats at once
FIRST = 6


def twins(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each figure of such a title with that at the same place of its repetition."""
    for document in block.documents.values():
        pairs = _pairs(document)
        claims = [one for one in block.claims if one.document == document.path and one.start <= 3 * LONGEST]
        for left, right in pairs:
            first = next((one for one in claims if one.start <= left < one.end), None)
            then = next((one for one in claims if one.start <= right < one.end), None)
            if first is not None and then is not None:
                yield first, then


def _pairs(document: Document) -> list[tuple[int, int]]:
    """Where the figures of a title stand, each with its place in the repetition; empty where nothing is repeated."""
    opening = OPENING.match(document.text)
    start = opening.end() if opening else 0
    head = "".join(FIGURE.sub("#", document.text[start : start + 3 * LONGEST]).split())
    if head.find(head[:FIRST], FEWEST) < 0:
        return []
    tokens = list(TOKEN.finditer(document.text, start, start + 3 * LONGEST))
    words = ["#" if token[0][0].isdigit() else token[0] for token in tokens]
    for at in range(FEWEST, len(words)):
        if tokens[at].start() - start > LONGEST or words[at : at + FIRST] != words[:FIRST]:
            continue
        size = next((n for n in range(at) if at + n >= len(words) or words[n] != words[at + n]), at)
        if size < FEWEST:
            continue
        figures = [(tokens[n], tokens[at + n]) for n in range(size) if words[n] == "#"]
        if sum(one[0] != other[0] for one, other in figures) > 1:
            continue  # 2021年…下降37.01%；2020年…下降12.4%: two statements alike
        return [(one.start(), other.start()) for one, other in figures]
    return []
