"""Net figures: what flowed in, less what flowed out, is the net; so the larger flow is the sum of the other two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import differ, dimension, is_level, is_result
from expectations.stretches import stretch
from expectations.sums import Split

# A word for a net, what is made larger by it, and what it is taken from: 净买入 is 买入 less 偿还 or 卖出.
NETS = (
    ("净买入", "买入", "偿还|卖出"), ("净偿还", "偿还", "买入"), ("净卖出", "卖出", "偿还|买入"),
    ("净流入", "流入", "流出"), ("净流出", "流出", "流入"),
    ("净投放", "投放", "到期|回笼"), ("净回笼", "到期|回笼", "投放"), ("净融资", "发行", "到期|偿还"),
    ("顺差", "出口", "进口"), ("逆差", "进口", "出口"),
)  # fmt: skip
TRADE = ("顺差", "逆差")
NET = re.compile("|".join(net for net, _, _ in NETS))
EXCHANGED = re.compile("进出口|净")  # 进出口总额 is neither of the two
FURTHEST = 6  # clauses


def nets(block: Block) -> Iterator[Split]:
    """The larger flow with the smaller one and their net, told of one thing within a sentence or two."""
    for at, net in enumerate(block.claims):
        match = NET.search(net.measure)
        if match is None or not flows(net):
            continue
        _, larger, smaller = next(row for row in NETS if row[0] == match[0])
        near = [one for one in block.claims[max(0, at - FURTHEST) : at + FURTHEST] if flows(one) and beside(net, one)]
        more = [one for one in near if named(one, larger)]
        less = [one for one in near if named(one, smaller)]
        alike = len(more) == len(less) == 1 and stem(more[0], larger) == stem(less[0], smaller)
        if (
            alike
            and more[0].value >= net.value
            and (match[0] in TRADE or net.measure.startswith(stem(more[0], larger)))
        ):
            yield Split(more[0], (less[0], net), True, True)


def flows(claim: Claim) -> bool:
    """Whether the figure is the level of a flow without hedge."""
    return (
        claim.kind in ("amount", "count")
        and is_level(claim)
        and is_result(claim)
        and not claim.hedge
        and not claim.former
    )


def named(claim: Claim, words: str) -> bool:
    """Whether the figure is of a gross flow of that name."""
    return (
        not EXCHANGED.search(claim.measure) and re.search(f"(?:{words})(?:[总金]?额|量)?$", claim.measure) is not None
    )


def stem(claim: Claim, words: str) -> str:
    """Whose flow it is: 融资 of 融资买入, 农产品 of 农产品出口."""
    return re.split(words, claim.measure)[0]


def beside(net: Claim, other: Claim) -> bool:
    """Whether two figures are of one time, place and dimension, a few clauses apart in a paragraph."""
    told = [(claim.document, claim.paragraph, claim.period, claim.place) for claim in (net, other)]
    if differ(stretch(net), stretch(other)):
        return False
    return told[0] == told[1] and dimension(net) == dimension(other) and abs(net.clause - other.clause) <= FURTHEST
