"""The growth of a whole lies between the smallest and the largest growth of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.blocks import Block
from expectations.check import check
from expectations.checks.parts_mismatch_total import compared as sum_of
from expectations.comparison import Comparison, Reading, judge, operands
from expectations.examples import Bad, Good
from expectations.same import differ
from expectations.sums import splits


@check(
    code="CF117",
    title=Bilingual("总体增速不在分项之间", "the whole's growth lies outside its parts'"),
    message=Bilingual(
        "{measure}增速为{figure}，不在各分项增速（{others}）之间。",
        "{measure} grew by {figure}, which does not lie between its parts' growth ({others}).",
    ),
    why=Bilingual(
        "总体增速是各分项增速的加权平均，不会超出最小与最大的分项增速。",
        "The growth of a whole is a weighted mean of its parts', so it cannot lie beyond them.",
    ),
    limits=[
        Bilingual(
            "分项须齐全：合计等于总数，或文字说明齐全", "the parts must be all: they add up, or the words say so"
        ),
    ],
    examples=[
        Bad(
            "上半年，全市进出口总额2093.22亿元，同比增长【17.4%】。其中，出口846.23亿元，增长15.2%；进口1246.99亿元，增长9.1%。"
        ),
        Good(
            "上半年，全市进出口总额2093.22亿元，同比增长11.4%。其中，出口846.23亿元，增长15.2%；进口1246.99亿元，增长9.1%。"
        ),
    ],
)
def growth_outside_parts(block: Block) -> Iterator[Comparison]:
    """Totals and parts that add up, each with its growth."""
    growths = growth_of(block)
    for split in splits(block):
        whole = growths.get(split.total.claim_id)
        parts = [growths.get(part.claim_id) for part in split.parts]
        if whole is None or any(part is None for part in parts):
            continue
        found = tuple(part for part in parts if part is not None)
        if any(differ(whole.comparison, part.comparison) for part in found):
            continue
        if split.stated or judge(sum_of(split)).verdict in ("consistent", "by_rounding"):
            yield Comparison(
                reported=whole,
                using=found,
                expected=lambda *parts: reduce(Reading.hull, parts),
                working=operands(" … ", 1, len(found)),
                explanations=(Bilingual("分项增速的口径可能不同", "the parts' growth may be of another scope"),),
            )


def growth_of(block: Block) -> dict[str, Claim]:
    """The growth that follows a level within two clauses and is of its measure, by the level's id."""
    found: dict[str, Claim] = {}
    last: Claim | None = None
    for claim in block.claims:
        if claim.kind in ("count", "amount") and not claim.former and not claim.modality:
            last = claim
        elif claim.kind == "relative_change" and last is not None and claim.clause - last.clause <= 2:
            same = claim.measure_key == last.measure_key and claim.comparison in ("", "year_on_year")
            if same and claim.document == last.document:
                found.setdefault(last.claim_id, claim)
    return found
