"""One sentence word for word in two articles, with another figure in one place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.slips import one_slip_apart
from expectations.words import offset

NUMBER = re.compile(r"\d[\d.,]*\s?[余多]?[万亿千百]*")
SPACE = re.compile(r"\s")
LONG = 20  # characters of a sentence that two articles do not write alike by chance
OF_A_FORM = re.compile(
    "收盘|报收|净值|该股|基金|家机构|评级|彩票|第#期"
)  # sentences that stand in every article of a kind
UPDATED = re.compile("截至|截止|目前|更新")  # what an article of another day brings up to date


def verbatim(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """The one figure, a slip apart, in which a sentence of two articles differs that is else the same."""
    found: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in block.sentences:
        words = NUMBER.sub("#", SPACE.sub("", sentence.text))
        if len(words) >= LONG and not OF_A_FORM.search(words):
            found[words].append(sentence)
    for words, row in found.items():
        if len(row) != 2 or row[0].document == row[1].document:
            continue
        days = {block.documents[one.document].published for one in row if one.document in block.documents}
        if UPDATED.search(words) and (len(days) != 1 or None in days):
            continue
        first, then = (_figures(sentence) for sentence in row)
        numbers = [NUMBER.findall(SPACE.sub("", sentence.text)) for sentence in row]
        odd = [at for at, (one, other) in enumerate(zip(*numbers, strict=True)) if one != other]
        if len(odd) != 1 or len(numbers[0]) < 2 or len(first) != len(then):
            continue
        pairs = [(one, other) for one, other in zip(first, then, strict=True) if one.value != other.value]
        if len(pairs) == 1 and one_slip_apart(*pairs[0]):
            yield pairs[0]


def _figures(sentence: Sentence) -> list[Claim]:
    return sorted(sentence.claims, key=offset)
