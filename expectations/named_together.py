"""Totals that carry the names of all their parts: 优良天数314天，其中优118天、良196天; 风电和光伏合计437万千瓦."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims import period as periods
from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.same import dimension, is_level, is_result, is_worded
from expectations.sums import Split
from expectations.words import before, between, lead

# 风电和光伏装机合计437万千瓦: what both are together, and how the sentence that tells each names them.
TWO = re.compile(
    "(?P<one>[一-鿿]{2,6})[和与、](?P<other>[一-鿿]{2,6}?)(?P<of>装机|产量|收入|投资|出口|进口|销量|贷款|存款|面积|人数)?"
    "(?:合计|共计|总计|一共|加起来|两项相加)[^，,。；;\\d]{0,6}$"
)
LABEL = re.compile("^\\W*(?:其中)?(?P<label>[一-鿿]{1,2})(?:等?级)?(?:的|为|有|天数)*$")
OVERLAP = re.compile("重复|交叉|重叠|去重|兼有")
MOST = 3  # parts
NEAR = 3  # clauses between the total and its first part


def named_together(block: Block) -> Iterator[Split]:
    """Each such total with the parts that its name consists of, told in one sentence and nowhere else."""
    for sentence in block.sentences:
        yield from _of_characters(sentence)
    for total in block.claims:
        yield from _of_two(total, block)


def _usable(one: Claim) -> bool:
    told = is_level(one) and is_result(one) and is_worded(one)
    return told and one.kind in ("count", "amount") and not one.hedge and not one.former


def _of_characters(sentence: Sentence) -> Iterator[Split]:
    """Parts whose short labels, put together, are what the total before them counts: 优, 良 and 优良天数."""
    row = [one for one in sentence.claims if _usable(one)]
    for at, total in enumerate(row):
        for many in range(2, MOST + 1):
            parts = row[at + 1 : at + 1 + many]
            labels = [_label(last, part) for last, part in pairwise((total, *parts))]
            if len(parts) < many or not all(labels) or any(part.unit != total.unit for part in parts):
                continue
            together = "".join(labels)
            if together in before(total, 16) and len(together) > 1 and parts[0].clause - total.clause <= NEAR:
                yield Split(total, tuple(parts), True, True)


def _label(last: Claim, part: Claim) -> str:
    """The short label of a part, all that stands between it and the figure before, or in its clause."""
    words = between(last, part).removeprefix(last.unit).strip()
    match = LABEL.match(words) or LABEL.match(lead(part).strip())
    return match["label"] if match is not None else ""


def _of_two(total: Claim, block: Block) -> Iterator[Split]:
    """Two kinds whose sum the total is, where one sentence of the article alone tells both."""
    named = TWO.search(before(total, 30)) if _usable(total) else None
    if named is None or OVERLAP.search(before(total, 60)):
        return
    kinds = named["one"].removeprefix("其中"), named["other"]
    rows = [[one for one in sentence.claims if _may_be(one, total)] for sentence in block.sentences]
    pairs = [(_of(row, *kinds), _of(row, *kinds[::-1])) for row in rows]
    told = [pair for pair in pairs if all(len(found) == 1 for found in pair)]
    if len(told) == 1:
        one, other = told[0][0][0], told[0][1][0]
        yield Split(total, tuple(sorted((one, other), key=lambda part: part.start)), True, True)


def _may_be(one: Claim, total: Claim) -> bool:
    alike = one.unit == total.unit and dimension(one) == dimension(total) and one.document == total.document
    apart = one.period and total.period and not periods.overlap(one.period, total.period)
    return _usable(one) and alike and one is not total and one.value < total.value and not apart


def _of(row: Sequence[Claim], name: str, other: str) -> list[Claim]:
    """The figures of a sentence whose clause names the one kind and not the other."""
    return [one for one in row if name in lead(one) and other not in lead(one) and "新增" not in lead(one)]
