"""Ranks against the values beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from claims.bilingual import Bilingual
from claims.claim import Claim, Mention
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison
from expectations.examples import Bad, Good
from expectations.same import dimension, is_result

FEWEST = 3


@check(
    code="CF123",
    title=Bilingual("排名与数值不符", "ranks contradict the values"),
    message=Bilingual(
        "{measure}：第{rank}名为{figure}，第{other}名为{others}，次序不符。",
        "{measure}: rank {rank} has {figure}, rank {other} has {others}, against the order of the others.",
    ),
    why=Bilingual("名次与数值的大小次序应当一致。", "Ranks should be in the order of the values."),
    limits=[
        Bilingual(
            "同一段中有三个以上名次和数值、其余次序一致时才比较",
            "only where a paragraph gives three ranks or more with values, the others in order",
        )
    ],
    examples=[
        Bad(
            "经济总量方面，合肥位居第一，达到5841.8亿元；芜湖位居第二，达到1322.97亿元；滁州位居第三，达到【1938.1亿】元；阜阳位居第四，达到650.8亿元。"
        ),
        Good(
            "经济总量方面，合肥位居第一，达到5841.8亿元；芜湖位居第二，达到2322.97亿元；滁州位居第三，达到1938.1亿元；阜阳位居第四，达到1650.8亿元。"
        ),
    ],
)
def rank_contradicts_values(block: Block) -> Iterator[Comparison]:
    """Rows of ranks with values in one paragraph, where one pair breaks the order of the rest."""
    rows: dict[tuple[str, int, str, str], dict[int, Claim]] = defaultdict(dict)
    by_clause: dict[int, list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if is_result(claim) and claim.kind in ("count", "amount", "rate", "share", "relative_change"):
            by_clause[claim.clause].append(claim)
    for rank in block.mentions:
        if _is_rank(rank) and rank.count is not None and 1 <= rank.count <= 40:
            value = _value(rank, by_clause)
            if value is not None:
                row = rows[rank.document, rank.paragraph, value.kind, dimension(value)]
                row.setdefault(int(rank.count), value)
    for row in rows.values():
        if len(row) >= FEWEST:
            yield from _broken(row)


def _is_rank(mention: Mention) -> bool:
    """Whether a place in an order is meant: 位居第二, 第三位; not 第28周 or 第三产业."""
    if mention.kind == "rank":
        return True
    at = mention.start - mention.sentence_start + len(mention.text)
    return mention.kind == "ordinal" and mention.sentence[at : at + 1] in ("位", "名")


def _value(rank: Mention, by_clause: dict[int, list[Claim]]) -> Claim | None:
    """The one figure of the rank's clause or, in the same sentence, of the next."""
    for clause in (rank.clause, rank.clause + 1):
        near = [claim for claim in by_clause.get(clause, ()) if claim.sentence_start == rank.sentence_start]
        if len(near) == 1:
            return near[0]
        if near:
            return None
    return None


def _broken(row: dict[int, Claim]) -> Iterator[Comparison]:
    ranks = sorted(row)
    pairs = list(pairwise(ranks))
    falls = [row[a].value >= row[b].value for a, b in pairs]
    down = sum(falls) * 2 >= len(falls)
    wrong = [
        pair
        for pair, falling in zip(pairs, falls, strict=True)
        if falling != down and row[pair[0]].value != row[pair[1]].value
    ]
    if len(wrong) > 1 or len(pairs) - len(wrong) < 2:
        return
    for a, b in pairs:
        yield Comparison(
            reported=row[b],
            using=(row[a],),
            relation="at_most" if down else "at_least",
            expected=lambda other: other,
            working="{1}",
            facts={"rank": str(b), "other": str(a)},
            worst="warning",
            explanations=(Bilingual("名次可能另有范围或标准", "the ranks may be among others, or by another measure"),),
        )
