"""One quantity in two units that are easily taken for each other: 人 and 人次, yuan and dollars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison
from expectations.digits import significant_digits
from expectations.examples import Bad, Good
from expectations.same import differ, dimension, is_level, is_result

CONFUSED = ({"person", "person_time"}, {"CNY", "USD"}, {"CNY", "HKD"}, {"USD", "HKD"}, {"CNY", "JPY"}, {"CNY", "EUR"})


@check(
    code="CF119",
    title=Bilingual("单位前后不一", "the unit differs"),
    message=Bilingual(
        "{measure}一处为{figure}，另一处为{others}，数字相同而单位不同。",
        "{measure} is {figure} here and {others} elsewhere: the same number in another unit.",
    ),
    why=Bilingual(
        "人与人次、元与美元是不同的量，同一数字换了单位，必有一处有误。",
        "People and visits, yuan and dollars are different quantities; the same number cannot be both.",
    ),
    limits=[Bilingual("只比较有三位以上数字的同一指标", "only for one measure and figures of three digits or more")],
    examples=[
        Bad("景区接待游客31.62万人次，同比增长12%。\n据统计，景区接待游客【31.62万】人。"),
        Good("景区接待游客31.62万人次，同比增长12%。\n据统计，景区接待游客31.62万人次。"),
    ],
)
def unit_mismatch(block: Block) -> Iterator[Comparison]:
    """Claims of one measure and value whose units are easily confused."""
    found: dict[tuple[str, Decimal], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if is_level(claim) and is_result(claim) and claim.measure_key and significant_digits(claim) >= 3:
            found[claim.measure_key, claim.value].append(claim)
    for row in found.values():
        first = row[0]
        for claim in row[1:]:
            if {dimension(first), dimension(claim)} in CONFUSED and not differ(first.period, claim.period):
                yield Comparison(
                    reported=claim,
                    using=(first,),
                    relation="distinct",
                    expected=lambda other: other,
                    working="{1}",
                    grave=True,
                    quiet=True,
                )
                break
