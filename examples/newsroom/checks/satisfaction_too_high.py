"""A newsroom's own check, as an example: satisfaction and safety rates of 99.5 % and more deserve a question."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claims.bilingual import Bilingual
from claims.interval import Interval
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good


@check(
    code="OWN1",
    title=Bilingual("满意度高得少见", "a rate of satisfaction that is rarely so high"),
    message=Bilingual(
        "{measure}为{figure}，请问清样本和问法。", "{measure} is {figure}: ask for the sample and the question."
    ),
    why=Bilingual(
        "抽样调查的满意度极少达到99.5%，多半是样本很小或只问了来办事的人。",
        "Samples rarely give 99.5 %; mostly the sample is small or only clients were asked.",
    ),
    limits=[
        Bilingual("只看指标名称以“满意度”“安全感”“满意率”结尾的", "only measures that end in 满意度, 安全感 or 满意率")
    ],
    examples=[
        Bad("2023年，全市群众满意度为【99.8%】。"),
        Good("2023年，全市群众满意度为95.7%。"),
        Good("2023年，全市办结率为100%。"),
    ],
)
def satisfaction_too_high(block: Block) -> Iterator[Comparison]:
    """Every level of satisfaction against the bound."""
    for claim in block.claims:
        if claim.kind == "share" and claim.measure.endswith(("满意度", "安全感", "满意率")):
            yield Comparison(
                reported=claim,
                expected=lambda: Reading.exactly(Interval.of(0, Decimal("99.5"))),
                working="{0} ≤ 99.5%",
                worst="note",
                quiet=True,
            )
