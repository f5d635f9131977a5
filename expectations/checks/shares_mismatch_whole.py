"""Shares that divide a whole add up to 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading, operands
from expectations.examples import Bad, Good
from expectations.same import is_result
from expectations.sums import COMPLEMENTS, added
from expectations.words import before, between, lead

REST = re.compile("其余|其他|其它|余下|剩下")
SHARE = re.compile("占|比例|比重|份额|为")


@check(
    code="CF109",
    title=Bilingual("占比合计不为100%", "shares do not add up to 100 %"),
    message=Bilingual(
        "{measure}等占比{figure}、{others}合计应为100%，实为{total}。",
        "The shares {figure}, {others} of one whole should add up to 100 %, but give {total}.",
    ),
    why=Bilingual("把一个总体分尽的各部分，占比合计为100%。", "Shares that divide a whole add up to 100 %."),
    limits=[
        Bilingual(
            "要求文字说明分尽：有“其余”“其他”，或分项互补",
            "only where the words divide the whole: “the rest”, or labels that leave nothing out",
        ),
        Bilingual("多选题、重叠类别的占比不相加", "shares of overlapping answers are not added"),
    ],
    examples=[
        Bad("受访者中，男性占46.5%，女性占【63.5%】。"),
        Bad("能源消费中，煤炭占56.2%，石油占17.9%，其他能源占【35.9%】。"),
        Good("受访者中，男性占46.5%，女性占53.5%。"),
        Good("能源消费中，煤炭占56.2%，石油占17.9%，其他能源占25.9%。"),
        Good("受访者中，70.1%选择看书，45.2%选择运动。"),
    ],
)
def shares_mismatch_whole(block: Block) -> Iterator[Comparison]:
    """Rows of shares in one sentence that leave nothing out."""
    for sentence in block.sentences:
        row = [claim for claim in sentence.claims if claim.kind == "share" and is_result(claim) and not claim.former]
        if 2 <= len(row) <= 9 and divides(row):
            yield compared(row)


def divides(row: list[Claim]) -> bool:
    """Whether the shares are of one whole and the labels leave nothing out."""
    if not all(SHARE.search(lead(claim)) or "占" in before(claim, 12) for claim in row):
        return False
    if (
        any(len(between(a, b)) > 30 for a, b in pairwise(row))
        or len({claim.whole_key for claim in row if claim.whole}) > 1
    ):
        return False
    if not 80 <= sum(claim.value for claim in row) <= 125:
        return False
    labels = [lead(claim) for claim in row]
    if REST.search(labels[-1]) and len(row) >= 3:
        return True
    return any(
        len(words) == len(row) and all(word in label for word, label in zip(words, labels, strict=True))
        for words in COMPLEMENTS
    )


def compared(row: list[Claim]) -> Comparison:
    """The last share against 100 less the others."""
    total = sum((Fraction(claim.value) for claim in row), Fraction(0))
    return Comparison(
        reported=row[-1],
        using=tuple(row[:-1]),
        expected=lambda *parts: Reading.constant(100) - added(*parts),
        working="100% − " + operands(" − ", 1, len(row) - 1),
        facts={"total": f"{float(total):g}%"},
        explanations=(Bilingual("可能还有未列出的部分，或可多选", "a part may be left out, or answers overlap"),),
    )
