"""When numerator and denominator change, their rate changes accordingly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.interval import Interval
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading, judge
from expectations.examples import Bad, Good
from expectations.same import differ
from expectations.wording import spoken


@dataclass(frozen=True, slots=True)
class Definition:
    """A rate and what it divides by what."""

    rate: re.Pattern[str]
    numerator: re.Pattern[str]
    denominator: re.Pattern[str]


# Rate, numerator, denominator, as statistics of police, courts and inspection define them.
DEFINITIONS = tuple(
    Definition(*(re.compile(words) for words in row))
    for row in (
        (r"破案率|侦破率", r"破案(?!率)|侦破(?!率)", r"立案(?!率)|发案(?!率)"),
        (r"结案率|审结率|办结率", r"(?:审|办|执)?结(?:案)?(?!率)", r"受理|收案|立案"),
        (r"不合格率", r"不合格(?!率)", r"抽检|抽查|检查|检测"),
        (r"(?<!不)合格率", r"(?<!不)合格(?!率)", r"抽检|抽查|检查|检测"),
        (r"死亡率|致死率", r"死亡(?!率)", r"事故起数|事故数|病例|感染"),
        (r"单价|均价", r"销售额|成交额|成交金额", r"销售面积|成交面积|销量|成交量"),
        (r"人均", r"总额|总量|总值", r"人口|人数"),
    )
)


@check(
    code="CF105",
    title=Bilingual("比率变化与分子分母变化不符", "the change of a rate does not fit those of its parts"),
    message=Bilingual(
        "{measure}变化{figure}，而按分子、分母的变化（{others}）推算应为{implied}。",
        "{measure} changes by {figure}, but the changes of numerator and denominator ({others}) imply {implied}.",
    ),
    why=Bilingual(
        "比率＝分子÷分母，（1＋分子增速）÷（1＋分母增速）＝1＋比率增速。对不上时，常是把百分点写成了百分数。",
        "A rate is numerator ÷ denominator, so (1 + growth of one) ÷ (1 + growth of the other) = 1 + its growth. "
        "Where it fails, points were often written as percent.",
    ),
    limits=[
        Bilingual(
            "只认有公认定义的比率，如破案率、结案率、合格率",
            "only rates with a settled definition, such as clearance rates",
        ),
        Bilingual(
            "分子分母的口径、统计时点可能与比率不同", "the rate may count other cases than numerator and denominator"
        ),
    ],
    examples=[
        Bad("上半年，全市刑事立案数同比下降16.6%，破案数和破案率则分别同比上升1%和【6%】。"),
        Good("上半年，全市刑事立案数同比下降16.6%，破案数和破案率则分别同比上升1%和21.1%。"),
        Good("上半年，全市刑事立案数同比下降16.6%，刑事破案数同比上升1%，破案率提高6个百分点。"),
    ],
)
def rate_mismatch_changes(block: Block) -> Iterator[Comparison]:
    """Every relative change of a defined rate with those of its numerator and denominator in the same paragraph."""
    changes = [claim for claim in block.claims if claim.kind == "relative_change" and not claim.modality]
    rates = [claim for claim in changes if re.search("率|均|单价", claim.measure)]
    for rate in rates:
        for definition in DEFINITIONS:
            if not definition.rate.search(rate.measure):
                continue
            numerator = _beside(rate, definition.numerator, changes)
            denominator = _beside(rate, definition.denominator, changes)
            if numerator is not None and denominator is not None and numerator is not denominator:
                yield _compared(rate, numerator, denominator)


def _beside(rate: Claim, words: re.Pattern[str], changes: list[Claim]) -> Claim | None:
    """The nearest change of such a measure in the paragraph, of the same place and period."""
    fit = [
        claim
        for claim in changes
        if claim is not rate
        and claim.paragraph == rate.paragraph
        and words.search(claim.measure)
        and not re.search("率$", claim.measure)
        and not differ(claim.place, rate.place)
        and not differ(claim.period, rate.period)
    ]
    return min(fit, key=lambda claim: abs(claim.start - rate.start), default=None)


def _compared(rate: Claim, numerator: Claim, denominator: Claim) -> Comparison:
    comparison = Comparison(
        reported=rate,
        using=(numerator, denominator),
        expected=changed_rate,
        working="((1 + {1}) ÷ (1 + {2}) − 1) × 100",
        explanations=(
            Bilingual("比率的统计口径可能与分子、分母不同", "the rate may be of another scope than its parts"),
        ),
    )
    implied = judge(comparison).implied
    hint = points_reading(Reading.of(rate).asserted, implied)
    return comparison if hint is None else replace(comparison, hints=(hint,))


def changed_rate(numerator: Reading, denominator: Reading) -> Reading:
    """The relative change in percent of numerator ÷ denominator."""
    hundred = Reading.constant(100)
    return ((numerator + hundred) / (denominator + hundred)).plus(-1).scaled(100)


def points_reading(points: Interval, relative: Interval) -> Bilingual | None:
    """What the base must have been if percentage points were meant; None where no rate from 0 to 100 % allows it."""
    try:
        base = (points / relative).scaled(100)
    except ZeroDivisionError:
        return None
    now = base + points
    if not (base.meets(Interval.of(0, 100)) and now.meets(Interval.of(0, 100))) or base.low is None or base.low < 0:
        return None
    middle = (base.low + (base.high or Fraction(100))) / 2
    shown = spoken(base, "%")
    about = f"{float(middle):.1f}%"
    return Bilingual(
        f"若指百分点，则说得通：基期约为{about}（{shown.zh}）",
        f"it fits if percentage points are meant: the rate was then about {about} ({shown.en})",
    )
