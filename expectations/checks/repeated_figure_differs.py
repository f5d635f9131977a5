"""The same quantity, printed twice in one article, is printed alike."""

from __future__ import annotations

from collections.abc import Iterator

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading, Refusal
from expectations.examples import Bad, Good
from expectations.repeats import Repeat, groups, repeats, sure
from expectations.same import silent
from expectations.words import any_in

SUMMARY = ("headline", "caption")


@check(
    code="CF101",
    title=Bilingual("同一数字前后不一", "a figure is repeated differently"),
    message=Bilingual(
        "{measure}一处为{figure}，另一处为{others}。",
        "{measure} is {figure} here and {others} elsewhere in the article.",
    ),
    why=Bilingual(
        "同一指标、同一地区、同一时期的数字在一篇稿件里应当一致。",
        "A figure of one measure, place and period is the same throughout an article.",
    ),
    limits=[
        Bilingual(
            "不同案件、不同批次的数字靠文字区分，难免有误", "figures of different events are told apart by their words"
        ),
    ],
    examples=[
        Bad("“民声”信箱一年来收到感谢信3135封。\n有市民说，“民声”信箱已收到【2750】封感谢信。"),
        Bad(
            "2021年，全市道路交通事故死亡人数同比下降37.01%。\n回顾2021年，全市道路交通事故死亡人数同比下降【37.02%】。"
        ),
        Good("“民声”信箱一年来收到感谢信3135封。\n据统计，“民声”信箱共收到感谢信3100多封。"),
        Good("2021年，全市道路交通事故死亡人数同比下降37.01%；2020年，全市道路交通事故死亡人数同比下降12.4%。"),
        Good("甲案抓获犯罪嫌疑人23人。乙案抓获犯罪嫌疑人15人。"),
    ],
)
def repeated_figure_differs(block: Block) -> Iterator[Comparison | Refusal]:
    """Claims of one measure in the body of one document."""
    body = tuple(claim for claim in block.claims if claim.section not in SUMMARY and claim.start >= 0)
    for row in groups(body):
        for pair in repeats(row, across=False):
            yield compared(pair, row)


def compared(pair: Repeat, row: tuple[Claim, ...]) -> Comparison | Refusal:
    """The rarer of the two figures against the other."""
    first, second = pair.first, pair.second
    if _alike(first, second) or sure(pair, row):
        often = [claim.value for claim in row]
        if often.count(first.value) < often.count(second.value):
            first, second = second, first
        alone = ((second.claim_id,),) if often.count(first.value) > often.count(second.value) else ()
        return Comparison(
            reported=second,
            using=(first,),
            relation="as_printed",
            expected=lambda other: other,
            working="{1}",
            inferred=tuple(name for name in silent(first, second) if name != "scope"),
            suspects=alone,
            explanations=(
                Bilingual(
                    "两处可能说的不是一回事（时段、范围或对象不同）", "the two may differ in period, scope or object"
                ),
            ),
        )
    return Refusal((first, second), "different-events" if any_in("案起名人", first.unit) else "series")


def _alike(a: Claim, b: Claim) -> bool:
    return (
        Reading.of(a).asserted.meets(Reading.of(b).asserted)
        and a.value == b.value
        or (a.hedge != b.hedge and Reading.of(a).asserted.meets(Reading.of(b).asserted))
    )
