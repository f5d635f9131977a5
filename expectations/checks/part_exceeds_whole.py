"""A part is never larger than its whole: of a list, of a place, of a year, of a procedure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.nested import nesting
from expectations.same import dimension, is_level, is_result
from expectations.words import between, likeness

NOT_ADDING = re.compile("均|率|比|价|每|人次|次均|指数|温度|气温|浓度")


@check(
    code="CF102",
    title=Bilingual("分项大于总数", "a part exceeds its whole"),
    message=Bilingual(
        "{measure}为{figure}，大于它所属的{others}。",
        "{measure} is given as {figure}, more than {others} of which it is a part.",
    ),
    why=Bilingual(
        "“其中”之后的数、破案数与立案数、负债与资产，部分不能大于整体。",
        "What follows “of which”, cases solved beside cases filed, liabilities beside assets: a part cannot exceed its whole.",
    ),
    limits=[
        Bilingual("比率、均值和价格不比较", "rates, means and prices are not compared"),
        Bilingual("上期立案、本期破案的情形可能例外", "cases filed earlier may be solved now"),
    ],
    examples=[
        Bad("专项行动中，警方立案439宗、破案【520】宗。"),
        Bad("共抓获网上在逃人员3150名，其中命案在逃人员【4170】名。"),
        Good("专项行动中，警方立案439宗、破案420宗。"),
        Good("共抓获网上在逃人员3150名，其中命案在逃人员117名。"),
        Good("全年立案439宗，抓获嫌疑人520名。"),
    ],
)
def part_exceeds_whole(block: Block) -> Iterator[Comparison]:
    """Parts that the words attach to a total, and measures that are nested by their meaning."""
    for total_id, parts in block.parts_of.items():
        total = block.by_id.get(total_id)
        for part in parts if total is not None else ():
            assert total is not None
            if comparable(part, total):
                yield compared(part, total, "文中列为其中的一部分", "the text lists it as a part")
    yield from by_meaning(block)


def by_meaning(block: Block) -> Iterator[Comparison]:
    """Nested measures within a paragraph: each part against the nearest whole before it, or behind it."""
    rows: dict[tuple[str, str, int, bool], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if (is_level(claim) or claim.kind == "share") and is_result(claim) and claim.start >= 0:
            rows[claim.document, dimension(claim), claim.paragraph, claim.former].append(claim)
    for row in rows.values():
        for at, part in enumerate(row):
            for whole in reversed(row[max(0, at - 4) : at]):
                by = nesting(part.measure, whole.measure)
                if by and part.period == whole.period and part.place == whole.place and part.kind == whole.kind:
                    yield compared(part, whole, by, "by the meaning of the measures")
                    break


def comparable(part: Claim, total: Claim) -> bool:
    """Whether the part can be held against the total: levels of one dimension that add up."""
    return (
        dimension(part) == dimension(total)
        and part.kind == total.kind
        and is_level(part)
        and is_result(part)
        and is_result(total)
        and part.unit == total.unit
        and part.sentence_start == total.sentence_start
        and not NOT_ADDING.search(part.measure + total.measure)
        and akin(part, total)
    )


def akin(part: Claim, total: Claim) -> bool:
    """Whether the part is named as a kind of the total, or stands right behind 其中 with no name that says otherwise."""
    if likeness(part.measure_key, total.measure_key) >= 0.34:
        return True
    counted = part.kind == "count" and part.clause - total.clause <= 2
    return counted and bool(re.search("其中", between(total, part)[:14])) and len(between(total, part)) <= 24


def compared(part: Claim, whole: Claim, zh: str, en: str) -> Comparison:
    """The part, which is at most the whole."""
    return Comparison(
        reported=part,
        using=(whole,),
        relation="at_most",
        expected=lambda whole: whole,
        working="{1}",
        explanations=(Bilingual(f"比较的依据：{zh}", f"compared because: {en}"),),
    )


def at_most(part: Reading, whole: Reading) -> bool:
    """Whether the asserted intervals allow the part to be no larger than the whole."""
    low, high = part.asserted.low, whole.asserted.high
    return low is None or high is None or low <= high
