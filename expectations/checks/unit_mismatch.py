"""One quantity in two units that are easily taken for each other: 人 and 人次, yuan and dollars, 亩 and 公顷."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison
from expectations.digits import significant_digits
from expectations.examples import Bad, Good
from expectations.naming import shared
from expectations.one_level import named_alike
from expectations.same import differ, dimension, is_level, is_result, is_worded

ALIKE = 2  # characters right before both figures
FAMILIES = {
    **dict.fromkeys(("亩", "公顷", "平方米", "平方公里", "平方千米", "千公顷"), "area"),
    **dict.fromkeys(("吨", "斤", "公斤", "千克", "克"), "mass"),
    **dict.fromkeys(("米", "公里", "千米", "厘米", "里"), "length"),
}
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
    limits=[
        Bilingual("只比较有三位以上数字的同一指标", "only for one measure and figures of three digits or more"),
        Bilingual("面积、重量、长度只比较名称相近的", "areas, weights and lengths only where their names are alike"),
    ],
    examples=[
        Bad("景区接待游客31.62万人次，同比增长12%。\n据统计，景区接待游客【31.62万】人。"),
        Good("景区接待游客31.62万人次，同比增长12%。\n据统计，景区接待游客31.62万人次。"),
        Bad("山火已经扑灭，过火面积36公顷，没有人员伤亡。记者在现场看到，过火面积【36】亩的山坡上仍有队员值守。"),
        Good("山火已经扑灭，过火面积36公顷，没有人员伤亡。记者在现场看到，36亩果园未受影响。"),
        Bad(
            "海山县黄土塬苹果开园，全县种植苹果21.6万亩，总产量38万吨。",
            "海山县黄土塬苹果丰收，21.6万亩果园一片忙碌，苹果总产量【38万】斤。",
        ),
    ],
    blocks=("document", "story"),
)
def unit_mismatch(block: Block) -> Iterator[Comparison]:
    """Claims of one measure and value whose units are easily confused."""
    across = block.kind == "story"
    for first, then in sizes(block):
        if (first.document != then.document) == across:
            yield replace(compared(first, then), worst="warning")
    if across:
        return
    found: dict[tuple[str, Decimal], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if is_level(claim) and is_result(claim) and claim.measure_key and significant_digits(claim) >= 3:
            found[claim.measure_key, claim.value].append(claim)
    for row in found.values():
        first = row[0]
        for claim in row[1:]:
            if claim.sentence_start == first.sentence_start:
                break  # 国内199元，美国199美元: told side by side
            if {dimension(first), dimension(claim)} in CONFUSED and not differ(first.period, claim.period):
                yield compared(first, claim)
                break


def compared(first: Claim, then: Claim) -> Comparison:
    """The later figure, which should not be the same number."""
    return Comparison(
        reported=then,
        using=(first,),
        relation="distinct",
        expected=lambda other: other,
        working="{1}",
        grave=True,
        quiet=True,
    )


def sizes(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Areas, weights and lengths of one number in two units, whose names are alike."""
    found: dict[tuple[str, Decimal], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        family = FAMILIES.get(claim.unit)
        if (
            family
            and claim.kind == "amount"
            and is_result(claim)
            and is_worded(claim)
            and significant_digits(claim) > 1
        ):
            found[family, claim.value].append(claim)
    for row in found.values():
        units = dict.fromkeys(claim.unit for claim in row)
        if len(units) == 2:
            first = row[0]
            then = next(claim for claim in row if claim.unit != first.unit)
            if named_alike(first, then) or shared(first, then)[0] >= ALIKE:
                yield first, then
