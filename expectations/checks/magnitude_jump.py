"""The same digits at another order of magnitude: a zero or a scale word lost or added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison
from expectations.digits import significant_digits
from expectations.examples import Bad, Good
from expectations.naming import kinship
from expectations.parted import parted
from expectations.printed import MOST, Printed
from expectations.qualifiers import misnamed
from expectations.same import dimension, is_level, is_result, is_worded
from expectations.words import converted, grams

ALIKE = 4  # shared pairs of characters that tie two sentences together


@check(
    code="CF116",
    title=Bilingual("数量级不同", "another order of magnitude"),
    message=Bilingual(
        "{measure}一处为{figure}，另一处为{others}：数字相同，数量级不同。",
        "{measure} is {figure} here and {others} elsewhere: the same digits at another order of magnitude.",
    ),
    why=Bilingual(
        "多写、漏写一个零，或万、亿写错，数字就差十倍、万倍。",
        "A zero too many or 万 for 亿 changes a figure tenfold or more.",
    ),
    limits=[
        Bilingual(
            "要求三位以上的数字完全相同、单位相同，且两处文字相近",
            "only for the same three digits or more and the same unit in like wording",
        )
    ],
    examples=[
        Bad(
            "该公司2012年以363亿韩元收购了对方3%的股份，持股由629.7787万股降至275.0072万股，减持354.7715万股。",
            "该公司2012年买入对方3%的股份，斥资【3630亿】韩元；持股由629.7787万股降至275.0072万股，减持354.7715万股。",
        ),
        Good(
            "该公司2012年以3630亿韩元收购了对方3%的股份，持股由629.7787万股降至275.0072万股，减持354.7715万股。",
            "该公司2012年买入对方3%的股份，斥资3630亿韩元；持股由629.7787万股降至275.0072万股，减持354.7715万股。",
        ),
        Good("甲县投入资金125万元修路，乙县投入资金1250万元建校。"),
    ],
    blocks=("document", "story"),
)
def magnitude_jump(block: Block) -> Iterator[Comparison]:
    """Figures of a story, or of a document, whose digits agree and whose size does not."""
    across = block.kind == "story"
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        big = significant_digits(claim) >= 3 and is_level(claim) and is_result(claim)
        if big and is_worded(claim) and not converted(claim):
            digits = "".join(c for c in f"{abs(claim.value):f}" if c.isdigit()).strip("0")
            found[digits, dimension(claim)].append(claim)
    printed = Printed(block.claims)
    for row in found.values():
        if len({claim.value for claim in row}) != 2 or len(row) > MOST:
            continue
        first = row[0]
        for second in row[1:]:
            apart = second.value != first.value and (first.document != second.document) == across
            if apart and _one_thing(first, second, printed):
                yield compared(first, second)
                break


def _one_thing(a: Claim, b: Claim, printed: Printed) -> bool:
    """Whether the wording ties the two, and neither figure has a partner of its own size in the other's article."""
    if printed.partnered(a, b.document) and printed.partnered(b, a.document):
        return False
    if misnamed(a, b) or (a.document == b.document and parted(a, b)):
        return False
    if a.document != b.document:
        return len(grams(a.sentence) & grams(b.sentence)) >= ALIKE
    return kinship(a, b) >= 5


def compared(first: Claim, second: Claim) -> Comparison:
    """The second figure against the first."""
    times = max(Fraction(first.value), Fraction(second.value)) / min(Fraction(first.value), Fraction(second.value))
    return Comparison(
        reported=second,
        using=(first,),
        expected=lambda other: other,
        working="{1}",
        grave=True,
        hints=(
            Bilingual(
                f"两数相差{int(times)}倍，可能多写、漏写了零或量级",
                f"one is {int(times)} times the other: a zero or scale word is off",
            ),
        ),
    )
