"""What several figures imply together must respect every other figure, across sentences and articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading, Refusal
from expectations.examples import Bad, Good
from expectations.finding import ImpliedValue
from expectations.reconcile import reconcile
from expectations.reconcile.proposals import proposals, refusals
from expectations.same import is_level

SCALE = re.compile("[千万亿]")
FAR = 1000


@check(
    code="CF130",
    title=Bilingual("推算水平与其他数字矛盾", "implied levels conflict"),
    message=Bilingual(
        "{measure}：文中为{figure}，由{others}推算应为{implied}。",
        "{measure}: given as {figure}, but {others} together imply {implied}.",
    ),
    why=Bilingual(
        "一年的水平和增速就定了上一年的水平，上一年的其他数字（半年、各市、别的报道）都要与它相容。"
        "同一指标的水平、增减、分期、分地区各数放在一起推算，找出不能同时成立的最小一组。",
        "A level and its growth fix the earlier level, and every other figure of that earlier time (its half, its "
        "cities, other articles) must respect it. All levels, changes, periods and areas of a measure are set against "
        "one another, and the smallest sets that cannot all be true are shown.",
    ),
    limits=[
        Bilingual("地区、时期、口径不明的数字不参与推算", "figures of unknown place, period or scope take no part"),
        Bilingual(
            "不变价、可比口径的增速不与水平相联；进出口、投资等常修订的指标不作推算",
            "growth at constant prices or comparable scope is not linked with levels, nor that of totals often revised",
        ),
        Bilingual("只涉及两个数字的矛盾由其他检查负责", "conflicts of two figures belong to other checks"),
    ],
    examples=[
        Bad("2020年，广州共立电诈案件7323宗，同比上升49.7%。", "2019年上半年，广州共立电诈案件【5205】宗。"),
        Bad(
            "2020年，广州共破获电诈案件7323宗，同比上升49.7%。\n2018年，广州共破获电诈案件【5000】宗，2019年比上年下降10.0%。"
        ),
        Bad("2023年，广东全省查处酒驾5200宗。\n其中，广州查处酒驾【2300】宗，深圳查处酒驾2100宗，佛山查处酒驾1900宗。"),
        Good(
            "2022年，全市进出口总值为184亿元，2023年为203亿元。因去年汇率走低，若按美元计价，全市进出口同比上升5.3%。",
            published="2024-01-22",
        ),
        Good("2020年，广州共立电诈案件7323宗，同比上升49.7%。", "2019年上半年，广州共立电诈案件2205宗。"),
        Good(
            "2020年，广州共破获电诈案件7323宗，同比上升49.7%。\n2018年，广州共破获电诈案件5435宗，2019年比上年下降10.0%。"
        ),
        Good("2023年，广东全省查处酒驾6900宗。\n其中，广州查处酒驾2300宗，深圳查处酒驾2100宗，佛山查处酒驾1900宗。"),
        Good(
            "2022年，全国规模以上工业企业实现利润84038.5亿元，同比下降4.0%。",
            "2021年，全国规模以上工业企业实现利润87092.1亿元。\n上半年，利润为42183.3亿元。",
        ),
        Good("2023年，广东进出口总值为83040.7亿元，同比增长0.3%。", "2022年，广东进出口总值为83102.9亿元。"),
        Good(
            "2021年，广州共立电诈案件6000宗，两年平均下降5.0%。", "2020年，广州共立电诈案件9000宗。\n2019年共立4000宗。"
        ),
        Good("2024年，广州计划新建充电桩3000个，比上年增长50%。", "2023年，广州新建充电桩5200个。"),
        Good("每公斤卖2.52元，总共卖了67万多元。去年是2.36元，今年每公斤高了0.16元，涨了6.8%。"),
    ],
    blocks=("document", "measure"),
)
def implied_levels_conflict(block: Block) -> Iterator[Comparison | Refusal | ImpliedValue]:
    """Conflicts and agreements of three figures or more, and values that nobody states: within an article or of one
    measure across articles."""
    if block.kind == "measure" and len({claim.document for claim in block.claims}) < 2:
        return  # its document's block holds all of it
    found = reconcile(block.claims)
    yield from (one for one in proposals(found) if not _told_beside(one, block) and not _of_other_size(one))
    yield from found.implied
    if block.kind == "document":
        yield from refusals(found, block.by_id)


def _told_beside(found: Comparison, block: Block) -> bool:
    """Whether what is implied is told of another thing in the paragraph: 甲罪534人，三罪1048人，前者比上年少137人."""
    reported = found.reported
    if not isinstance(reported, Claim) or reported.former:
        return False
    beside = (one for one in block.claims if one.paragraph == reported.paragraph and one.document == reported.document)
    others = [one for one in beside if one.unit == reported.unit and one.measure_key != reported.measure_key]
    implied = found.expected(*(Reading.of(claim) for claim in found.using)).implied
    return any(is_level(one) and not one.former and implied.meets(one.implied) for one in others)


def _of_other_size(found: Comparison) -> bool:
    """Whether no scale word explains that a thousand times the figure is implied, or less: 67万多元, 2.36元."""
    reported = found.reported
    if not isinstance(reported, Claim) or not reported.value or SCALE.search(reported.text):
        return False
    implied = found.expected(*(Reading.of(claim) for claim in found.using)).implied
    ends = [abs(end / Fraction(reported.value)) for end in (implied.low, implied.high) if end is not None]
    return bool(ends) and (min(ends) > FAR or max(ends) < 1 / FAR)
