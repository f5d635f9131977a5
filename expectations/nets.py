"""Net figures: what flowed in, less what flowed out, is the net; so the larger flow is the sum of the other two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block
from expectations.completeness import closes, counted_alike
from expectations.same import differ, dimension, is_level, is_result
from expectations.stretches import stretch
from expectations.sums import Split
from expectations.words import after, before, lead

# A word for a net, what is made larger by it, and what it is taken from: 净买入 is 买入 less 偿还 or 卖出.
NETS = (
    ("净买入", "买入", "偿还|卖出"), ("净偿还", "偿还", "买入"), ("净卖出", "卖出", "偿还|买入"),
    ("净流入", "流入", "流出"), ("净流出", "流出", "流入"),
    ("净投放", "投放", "到期|回笼"), ("净回笼", "到期|回笼", "投放"), ("净融资", "发行", "到期|偿还"),
    ("顺差", "出口", "进口"), ("逆差", "进口", "出口"),
)  # fmt: skip
# Words right before what came in, what went out, and the net of both.
IN_AND_OUT = tuple(
    tuple(map(re.compile, words))
    for words in (
        (
            "新登记|新设|新增|新开|新招|招收|入职|新入",
            "注销|吊销|退出|关闭|关停|离职|报废|淘汰|减少",
            "净增|净增加|净减",
        ),
        ("出生", "死亡", "自然(?:增长|增加|减少)"),
        ("(?<!净)(?:迁入|流入|转入|调入)", "(?<!净)(?:迁出|流出|转出|调出)", "净(?:迁|流|转|调)[入出]"),
    )
)
NATURAL = tuple(
    re.compile(f"(?:{words})(?:人口|人数|率)?(?:[为是约共达]|达到)?$")
    for words in ("出生", "死亡", "自然(?:增长|增加|减少)")
)
SAVED, DEAD = "获救|救起|脱险|救出|脱困", "遇难|死亡|身亡|溺亡"
# Words before all that was taken up, before what became of it, one state after another, and before what is left.
LEFT_OPEN = tuple(
    tuple(map(re.compile, words))
    for words in (
        ("受理", "审结|办结|结案|执结", "未结|未办结|未审结|尚未审结"),
        ("发现|排查|查出", "已?(?:完成)?(?:整改|消除|治理|销号)", "(?:剩|尚有|还有|未)[^，,。；;]{0,6}$"),
        ("报考|报名|应考|应到|登记|缴费", "缺考|缺席|未到|弃考", "实考|实到|到考|实际(?:参加|到)[^，,。；;]{0,6}$"),
        ("转移|疏散|撤离|安置", "返回|返家|回家|回迁", "(?:尚有|仍有|还有|剩余|余下|暂留)[^，,。；;]{0,6}$"),
        (
            "停电|停水|停气|中断|受损|受影响",
            "恢复|修复|抢通|复电",
            "(?:尚有|仍有|还有|剩余|余下|未恢复)[^，,。；;]{0,6}$",
        ),
        (
            "船上|车上|机上|落水|被困|遇险|搭载",
            SAVED,
            "(?:尚有|仍有|还有|剩余|余下|另有)[^，,。；;]{0,6}$|失联|失踪",
        ),
        (
            "船上|车上|机上|落水|被困|遇险|搭载",
            SAVED,
            DEAD,
            "(?:尚有|仍有|还有|剩余|余下|另有)[^，,。；;]{0,6}$|失联|失踪",
        ),
        ("目标|应接种|适种|符合条件", "(?<!未)(?<!没有)接种", "(?:未|没有)接种[^，,。；;]{0,6}$"),
        (
            "改造|新建|建设|实施|安排|计划",
            "(?<!未)(?:完工|竣工|建成|完成改造)",
            "在建|(?:正在)?施工|推进",
            "(?:未|没有)(?:动工|开工|启动|实施)[^，,。；;]{0,4}$",
        ),
    )
)
PARAGRAPHS = 2  # from those of which words tell the states to those that are left
REST = re.compile("其余|剩余|余下|剩下")  # of all that were told, also in another paragraph
RESCUED, DIED = re.compile(SAVED), re.compile(DEAD)
MORE_CAME = re.compile("新增|又有|另有|再有|陆续有")
LEFT = re.compile("净(?:迁|流|转|调)出")
TRADE = ("顺差", "逆差")
NET = re.compile("|".join(net for net, _, _ in NETS))
EXCHANGED = re.compile("进出口|净")  # 进出口总额 is neither of the two
FURTHEST = 6  # clauses
BACK = 16  # counts before what is left


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
            and net not in (more[0], less[0])
            and more[0].value >= net.value
            and (match[0] in TRADE or net.measure.startswith(stem(more[0], larger)))
        ):
            yield Split(more[0], (less[0], net), True, True)


def balances(block: Block) -> Iterator[Split]:
    """What came in, what went out and the net, told one after another: 新登记38600户，注销12150户，净增26450户.

    The size of a fall (自然减少2140人) is negative, so that what came in is what went out and the net together.
    """
    for sentence in block.sentences:
        for came, went, net in zip(sentence.claims, sentence.claims[1:], sentence.claims[2:], strict=False):
            if not came.unit or not came.unit == went.unit == net.unit or came.hedge or went.hedge or net.hedge:
                continue
            if went.clause - came.clause > 1 or net.clause - went.clause > 1 or came.former or went.former:
                continue
            leads = [lead(one) for one in (came, went, net)]
            if not any(all(word.search(words) for word, words in zip(row, leads, strict=True)) for row in IN_AND_OUT):
                continue
            if LEFT.search(leads[2]) and net.value > 0:
                yield Split(went, (came, net), True, True)
            else:
                yield Split(came, (went, net), True, True)


def natural(block: Block) -> Iterator[Split]:
    """Births, deaths and the natural change of a population, where an article tells each once: rates or persons."""
    rows: dict[tuple[str, str], tuple[list[Claim], ...]] = {}
    for claim in block.claims:
        at = next((at for at, word in enumerate(NATURAL) if word.search(lead(claim))), None)
        if at is not None and claim.unit and is_result(claim) and not claim.hedge and not claim.former:
            rows.setdefault((claim.document, claim.unit), ([], [], []))[at].append(claim)
    for row in rows.values():
        if all(len({one.value for one in told}) == 1 for told in row):
            came, went, net = (told[0] for told in row)
            if not differ(came.period, went.period) and not differ(net.period, came.period):
                yield Split(came, (went, net), True, True)


def left_open(block: Block) -> Iterator[Split]:
    """What was taken up, what was done of it and what is left: 受理6214件，审结5690件，未结524件."""
    levels = [one for one in block.claims if one.kind == "count" and is_level(one) and one.unit]
    levels = [one for one in levels if not (one.hedge or one.former) and one.modality in ("", "plan")]
    for at, left in enumerate(levels):
        for all_of, *states, rest in LEFT_OPEN:
            if rest.search(lead(left)) is None or left.modality:
                continue
            far = len(states) > 1 or REST.search(lead(left)) is not None
            near = [one for one in levels[max(0, at - BACK) : at] if _told_with(one, left)]
            near = [one for one in near if rest.search(lead(one)) is None and "其中" not in before(one, 60)]
            closed = [[one for one in near if state.search(_said(one)) and not one.modality] for state in states]
            if any(len({one.value for one in row}) != 1 for row in closed):
                continue
            became = tuple(row[-1] for row in closed)
            if any(DIED.search(_said(one)) for one in near) and not any(DIED.search(_said(one)) for one in became):
                continue  # of those some were dead
            taken = [one for one in near if all_of.search(lead(one)) and one.start < became[0].start]
            taken = [one for one in taken if not one.modality or len(states) > 1]  # 计划改造128个
            if not taken or taken[-1].value <= max(one.value for one in became):
                continue
            told = {one.value for one in became}
            more = [one for one in near if one.start > taken[-1].start and one.value not in told]
            if more and left.dimension == "person" and RESCUED.search(_said(became[0])):
                continue  # 当晚17人获救，次日又找到2人
            if more and not closes(taken[-1], (*became, left)):
                continue  # 受理1684人，批准逮捕1097人，不批准逮捕551人，尚未审结36人
            in_one = taken[-1].paragraph == left.paragraph == became[0].paragraph
            added = MORE_CAME.search(taken[-1].sentence[taken[-1].start - taken[-1].sentence_start :]) is not None
            if not added and (far or in_one or closes(taken[-1], (*became, left))):
                yield Split(taken[-1], (*became, left), True, True)


def _said(one: Claim) -> str:
    """The words of the figure's clause, before it and behind."""
    return lead(one) + re.split("[，,。；;]", after(one, 16))[0]


def _told_with(one: Claim, left: Claim) -> bool:
    near = left.paragraph - one.paragraph <= PARAGRAPHS
    return one.document == left.document and near and counted_alike(one, left)


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
