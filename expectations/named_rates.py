"""Rates whose names say what they are of: 合格率 beside what failed, 资产负债率 beside assets and debts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.claim import Claim
from expectations.blocks import Block
from expectations.parts import label, label_behind
from expectations.ratios import Ratio, compared, holds
from expectations.same import dimension, is_level, is_result
from expectations.slips import closing_slips

PASSED = re.compile("(?P<what>合格|通过|达标|及格)率$")
TESTED = re.compile("抽检|抽查|检测|检验|检查|监测|监督|送检|参加|应考|共")
NEAR, FAR = 4, 20  # clauses
# Rates that are one thing in percent of another by their definition.
DEFINED = tuple(
    (rate, re.compile(f"(?:{part})$"), re.compile(f"(?:{whole})$"))
    for rate, part, whole in (
        ("资产负债率", "总负债|负债总额|负债合计", "总资产|资产总额|资产总计|资产合计"),
        ("森林覆盖率", "森林面积", "国土面积|国土总面积|土地面积|土地总面积|辖区面积|总面积"),
        ("城镇化率", "城镇(?:常住)?人口", "(?<!城镇)(?<![乡农]村)(?:常住人口|总人口|人口总数)"),
    )
)


def complements(block: Block) -> Iterator[Ratio]:
    """Rates of what passed with the one count of what failed and the one of all: 250批次中9批次不合格,合格率96.4%."""
    for sentence in block.sentences:
        for share in sentence.claims:
            name = PASSED.search(share.measure) if share.kind == "share" and is_result(share) else None
            if name is not None and f"不{name[0]}" not in share.measure:
                found = list(_failed(share, name["what"], sentence.claims))
                yield from found or _failed_before(share, name["what"], block)


def _failed_before(share: Claim, what: str, block: Block) -> Iterator[Ratio]:
    """A rate that misses by a slip what the only counts of the article before it come to: 此次检查的合格率为88%."""
    told = [one for one in block.claims if one.document == share.document and one.start < share.start]
    if any(one.kind == "count" and one.sentence_start == share.sentence_start for one in told):
        return
    rates = [one for one in block.claims if one.kind == "share" and one.measure_key.endswith(f"{what}率")]
    for ratio in _failed(share, what, told, FAR) if len(rates) == 1 else ():
        if holds(ratio) or closing_slips(compared(ratio)):
            yield ratio


def _failed(share: Claim, what: str, told: Sequence[Claim], reach: int = NEAR) -> Iterator[Ratio]:
    near = [one for one in told if one.start < share.start and share.clause - one.clause <= reach]
    counts = [one for one in near if one.kind == "count" and is_result(one) and not one.hedge and not one.former]
    failed = [one for one in counts if re.search(f"[不未]{what}", label(one) + label_behind(one))]
    passed = [one for one in counts if one not in failed and what in label(one) + label_behind(one)]
    tested = [one for one in counts if one not in failed and TESTED.search(label(one))]
    if len(failed) != 1 or len(tested) != 1 or passed or tested[0].unit != failed[0].unit:
        return
    if tested[0].value > failed[0].value and tested[0].start < failed[0].start:
        yield Ratio(share, failed[0], tested[0], True, ("measure",), rest=True)


# Rates told apart from their part and whole, of which the article tells one each.
APART = (("不良(?:贷款)?率", "不良贷款(?:余额)?", "(?:[全该本]行|各项|全部|本外币)*贷款(?:余额|总额)"),)


def defined_apart(block: Block) -> Iterator[Ratio]:
    """Rates that miss by a slip what the one part and the one whole of their definition in the article come to."""
    levels = [one for one in block.claims if is_level(one) and is_result(one) and not one.former and not one.hedge]
    for rate, part, whole in APART:
        shares = [one for one in block.claims if one.kind == "share" and re.fullmatch(f".{{0,12}}{rate}", one.measure)]
        shares = [one for one in shares if not one.former and is_result(one)]
        row = [[one for one in levels if re.fullmatch(name, one.measure)] for name in (part, whole)]
        if any(len({one.value for one in told}) != 1 for told in (shares, *row)):
            continue
        ratio = Ratio(shares[0], row[0][0], row[1][0], True, ("measure",))
        if dimension(ratio.part) == dimension(ratio.whole) != "" and (holds(ratio) or closing_slips(compared(ratio))):
            yield ratio


def defined(block: Block) -> Iterator[Ratio]:
    """Rates with the part and the whole of their definition, where a sentence tells one of each: 资产负债率62%."""
    for sentence in block.sentences:
        levels = [one for one in sentence.claims if is_level(one) and is_result(one) and not one.former]
        for rate, part, whole in DEFINED:
            shares = [one for one in sentence.claims if one.kind == "share" and one.measure.endswith(rate)]
            parts, wholes = ([one for one in levels if name.search(one.measure)] for name in (part, whole))
            one_of_each = len(shares) == len(parts) == len(wholes) == 1
            if one_of_each and not shares[0].former and dimension(parts[0]) == dimension(wholes[0]) != "":
                yield Ratio(shares[0], parts[0], wholes[0], True, ("measure",))
