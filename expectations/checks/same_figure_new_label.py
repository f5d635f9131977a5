"""One particular figure under several labels: a label may have drifted, or the figure been copied."""

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
from expectations.same import difference
from expectations.support import SUMMARY

PERCENTAGES = ("relative_change", "share")


@check(
    code="CF104",
    title=Bilingual("同一数字，名目不同", "one figure under several labels"),
    message=Bilingual(
        "{figure}先后写作{labels}的变化，名目不一。",
        "{figure} stands for {labels} in turn: the label drifts, or the figure was copied.",
    ),
    why=Bilingual(
        "范围不同的指标很少恰好是同一个多位数；多半是名目写得不严，或抄错了行。",
        "Measures of different scope rarely have the very same figure: a label is loose, or a figure was copied.",
    ),
    limits=[Bilingual("只提示，不判错；两项指标可能确实相同", "a note only: two measures may really be equal")],
    examples=[
        Bad("上半年，全区刑事治安警情同比下降【39.4%】。\n1至6月，全区刑事警情同比下降39.4%，社会治安持续向好。"),
        Good("上半年，全区刑事治安警情同比下降39.4%。\n1至6月，全区刑事警情同比下降31.7%，社会治安持续向好。"),
        Good("上半年，该公司在全国彩电市场的份额为41.9%。\n41.9%的市场份额是九年来最低的。"),
        Good("空调出口增长20.1%，冰箱出口增长20.1%。"),
    ],
)
def same_figure_new_label(block: Block) -> Iterator[Comparison]:
    """Percentages of three digits or more that stand under nested labels in different sentences."""
    found: dict[tuple[Decimal, str], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if claim.section in SUMMARY:  # headlines cut names short
            continue
        if claim.kind in PERCENTAGES and significant_digits(claim) >= 3 and claim.measure_key and not claim.hedge:
            found[claim.value, claim.kind].append(claim)
    for row in found.values():
        by_label: dict[str, Claim] = {}
        for claim in row:
            by_label.setdefault(claim.measure_key, claim)
        if len(by_label) > 1:
            yield from _drifting(tuple(by_label.values()))


def _drifting(row: tuple[Claim, ...]) -> Iterator[Comparison]:
    """The labels of a row that name the same thing more or less narrowly, if they stand in different sentences."""
    first = row[0]
    others = [
        claim
        for claim in row[1:]
        if claim.sentence_start != first.sentence_start and nested(first, claim) and not difference(first, claim)
    ]
    if not others:
        return
    labels = "、".join(f"“{claim.measure}”" for claim in (first, *others))
    english = ", ".join(f"“{claim.measure}”" for claim in (first, *others))
    yield Comparison(
        reported=first,
        using=tuple(others),
        relation="distinct",
        expected=lambda other, *_: other,
        working="{1}",
        worst="note",
        quiet=True,
        facts={"labels": Bilingual(labels, english)},
        explanations=(Bilingual("可能是同一指标的不同叫法", "they may be names of one measure"),),
    )


def nested(a: Claim, b: Claim) -> bool:
    """Whether one label's characters all occur, in order, in the other, with more in between: 刑事警情 in 刑事治安警情.

    A label that is the other cut short says the same in fewer words.
    """
    short, long = sorted((a.measure_key, b.measure_key), key=len)
    rest = iter(long)
    return len(short) >= 2 and short not in long and all(character in rest for character in short)
