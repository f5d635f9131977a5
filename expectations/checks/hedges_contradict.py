"""Words around one figure that bound it from both sides: 近…余, 不足…以上."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.interval import Interval
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.passages import claim_over, found

_NUMBER = r"(?P<figure>(?:\d[\d,.]*|[一二三四五六七八九十百千两]+)\s?[万亿千百]*)"
_UNIT = r"[一-鿿%]{0,3}?"
BELOW_AND_ABOVE = re.compile(
    rf"(?:将近|接近|近|不足|不到|不满|不超过)\s?{_NUMBER}(?:余|多(?![种样])|{_UNIT}(?:以上|开外))"
)
ABOVE_AND_BELOW = re.compile(rf"(?:超过|逾|突破|高达|至少|不少于)\s?{_NUMBER}{_UNIT}(?:以内|以下)")


@check(
    code="CF125",
    title=Bilingual("约数词互相抵触", "contradictory hedges"),
    message=Bilingual(
        "“{words}”：前面的词说不到，后面的词说超过，互相抵触。",
        "“{words}”: one word puts the figure below, the other above; they contradict each other.",
    ),
    why=Bilingual(
        "“近”说接近而不到，“余”“多”说超过；不能同用于一个数。", "近 says almost, 余 says and more; no figure is both."
    ),
    limits=[Bilingual("“至少……以上”之类的重复不提示", "mere repetition such as 至少…以上 is passed over")],
    examples=[
        Bad("活动吸引了【近3000余】名市民参加。"),
        Bad("该项目投资【不足200亿元以上】。"),
        Good("活动吸引了近3000名市民参加。"),
        Good("活动吸引了3000余名市民参加，至少500人以上签名。"),
        Good("最近3000多名市民参加了活动。"),
        Good("35岁以上占31.2%，首次超过25岁以下。"),
    ],
)
def hedges_contradict(block: Block) -> Iterator[Comparison]:
    """Every figure with a word of each side."""
    for pattern in (BELOW_AND_ABOVE, ABOVE_AND_BELOW):
        for place, match in found(block, pattern, "record"):
            before = next(iter(block.documents[place.document].text[place.start - 1 : place.start]), "")
            if match.group().startswith("近") and before in "最附临邻将远新靠年亲":
                continue
            if "岁" in match.group():
                continue  # 首次超过25岁以下: of persons of that age
            claim = claim_over(block, place)
            yield Comparison(
                reported=claim if claim is not None else place,
                reading=Reading.constant(Fraction(0)),
                expected=lambda: Reading.exactly(Interval.of(0, None, low_closed=False)),
                working=match.group(),
                facts={"words": match.group()},
                worst="warning",
                quiet=True,
                beside=(place,),
            )
