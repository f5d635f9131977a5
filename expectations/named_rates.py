"""Rates whose names say what they are of: 合格率 beside what failed, 资产负债率 beside assets and debts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.parts import label, label_behind
from expectations.ratios import Ratio
from expectations.same import dimension, is_level, is_result

PASSED = re.compile("(?P<what>合格|通过|达标|及格)率$")
TESTED = re.compile("抽检|抽查|检测|检验|检查|监测|监督|送检|参加|应考|共")
NEAR = 4  # clauses
DEBTS, ASSETS = re.compile("(?:总负债|负债总额|负债合计)$"), re.compile("(?:总资产|资产总额|资产总计|资产合计)$")


def complements(block: Block) -> Iterator[Ratio]:
    """Rates of what passed with the one count of what failed and the one of all: 250批次中9批次不合格,合格率96.4%."""
    for sentence in block.sentences:
        for share in sentence.claims:
            name = PASSED.search(share.measure) if share.kind == "share" and is_result(share) else None
            if name is not None and f"不{name[0]}" not in share.measure:
                yield from _failed(share, name["what"], sentence)


def _failed(share: Claim, what: str, sentence: Sentence) -> Iterator[Ratio]:
    near = [one for one in sentence.claims if one.start < share.start and share.clause - one.clause <= NEAR]
    counts = [one for one in near if one.kind == "count" and is_result(one) and not one.hedge and not one.former]
    failed = [one for one in counts if re.search(f"[不未]{what}", label(one) + label_behind(one))]
    passed = [one for one in counts if one not in failed and what in label(one) + label_behind(one)]
    tested = [one for one in counts if one not in failed and TESTED.search(label(one))]
    if len(failed) != 1 or len(tested) != 1 or passed or tested[0].unit != failed[0].unit:
        return
    if tested[0].value > failed[0].value and tested[0].start < failed[0].start:
        yield Ratio(share, failed[0], tested[0], True, ("measure",), rest=True)


def leverage(block: Block) -> Iterator[Ratio]:
    """Debts in percent of assets, where a sentence tells one of each: 总资产128亿元,总负债80亿元,资产负债率62%."""
    for sentence in block.sentences:
        money = [one for one in sentence.claims if one.kind == "amount" and is_level(one) and is_result(one)]
        money = [one for one in money if dimension(one).isupper() and not one.former]
        shares = [one for one in sentence.claims if one.kind == "share" and one.measure.endswith("资产负债率")]
        debts, assets = ([one for one in money if name.search(one.measure)] for name in (DEBTS, ASSETS))
        if len(shares) == len(debts) == len(assets) == 1 and not shares[0].former and debts[0].unit == assets[0].unit:
            yield Ratio(shares[0], debts[0], assets[0], True, ("measure",))
