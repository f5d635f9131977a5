"""All of something, what is done of it and what is left, in whatever words: 列入计划84个，完工53个，其余31个在施工."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.claim import Claim
from expectations.blocks import Block
from expectations.completeness import closes, counted_alike
from expectations.same import is_level, is_result, is_time
from expectations.sums import Split
from expectations.words import after, before, between, lead

ALL = re.compile(
    "共有?|总[数计量额]?|全部|应(?:到|交付|办|整改|修|检|还|收|参加)|计划|列入|纳入|排查|登记|受理|报名|全长|总长|总投资|需要|发现|停电|涉及|梳理|收到|目标"
)
DONE = re.compile(
    "完工|完成|到位|交付|办结|审结|执结|实到|到会|恢复|抢通|修复|整改|投用|落实|接种|返还|签约|开工|建成|销号|拨付|发放|兑现|解决|"
    "回复|已(?!有|经有|达)|化解|处置|出院|治愈|获救|找到|售出|卖出|投放|通过|合格|掘进|开挖|浇灌|灌溉|铺设|架设|贯通|收割|播种"
)
LEFT = re.compile(
    "(?:其余|剩余|剩下|还剩|余下|尚余|仅剩|下剩)(?:的|下)?[^，,。；;\\d]{0,8}$|(?:尚未|还未|仍未|请假|缺席|缺勤|未到)[^，,。；;\\d]{0,8}$"
    "|(?:还有|尚有|仍有)$|缺口(?:仍|还|尚)?(?:有|为|达)?$"
)
REST = re.compile("[，,；;]其余[^；;。\\d]{0,30}[，,]?[^；;。\\d]{0,4}分别(?:为|有|是)?$")
MORE = re.compile("新增|又有|另有|再有|陆续|增加")
TWICE = re.compile("其中|分别|合计|占")  # behind these a figure tells something else than what is left
LEAST = 30  # smaller ones miss by a slip of some figure or other
BACK = 8  # figures counted alike before what is left
FAR = 60  # clauses


def remainders(block: Block) -> Iterator[Split]:
    """Each remainder with the one pair of all and what is done of it that it misses by a slip, where no pair fits."""
    levels = [one for one in block.claims if _usable(one)]
    for at, left in enumerate(levels):
        if not LEFT.search(before(left, 20)) or TWICE.search(lead(left)) or left.former:
            continue
        near = [one for one in levels[:at] if counted_alike(one, left) and one.unit == left.unit][-BACK:]
        near = [one for one in near if one.document == left.document and left.clause - one.clause <= FAR]
        pairs = [(whole, done) for i, whole in enumerate(near) for done in near[i + 1 :] if whole.value > done.value]
        if any(MORE.search(lead(one)) for one in near):
            continue  # 停电3.2万户，已恢复2.1万户，新增停电0.4万户，仍有1.5万户
        if any(whole.value - done.value == left.value for whole, done in pairs) or _made_up(near, left):
            continue
        pairs = [(whole, done) for whole, done in pairs if whole.value >= LEAST]
        told = [
            (whole, done) for whole, done in pairs if _all_of(whole) and _done(done) and closes(whole, (done, left))
        ]
        if len({(whole.value, done.value) for whole, done in told}) == 1:
            whole, done = told[-1]
            yield Split(whole, (done, left), True, True)


def rests_in_turn(block: Block) -> Iterator[Split]:
    """All of something with some of it and the rest in several figures: 47名，本地22名，其余…，分别为16名和9名."""
    levels = [one for one in block.claims if _usable(one)]
    for at, some in enumerate(levels[:-2]):
        if "其余" not in some.sentence:
            continue
        row = [one for one in levels[at + 1 : at + 1 + BACK] if one.sentence_start == some.sentence_start]
        rest = [one for one in row if one.group and one.group == row[0].group]
        if len(rest) < 2 or not REST.match(between(some, rest[0]).removeprefix(some.unit)):
            continue
        before_it = [one for one in levels[max(0, at - BACK) : at] if one.document == some.document]
        totals = [one for one in before_it if one.unit == some.unit and one.kind == some.kind]
        alike = all(one.unit == some.unit and one.kind == some.kind for one in rest) and not any(
            one.former for one in (some, *rest)
        )
        if alike and totals and totals[-1].value > some.value and closes(totals[-1], (some, *rest)):
            yield Split(totals[-1], (some, *rest), True, True)


def _usable(one: Claim) -> bool:
    told = is_result(one) or one.modality == "plan"  # 列入计划84个
    plain = one.kind in ("count", "amount") and is_level(one) and told and not is_time(one)
    return plain and bool(one.unit) and not one.hedge


def _made_up(near: Sequence[Claim], left: Claim) -> bool:
    """Whether what is left makes up a figure together with all those behind it: 共87宗，甲31宗，乙20宗，其余36宗."""
    return any(
        whole.value == left.value + sum(one.value for one in near[at + 1 :]) for at, whole in enumerate(near[:-1])
    )


def _all_of(one: Claim) -> bool:
    return ALL.search(before(one, 16)) is not None and LEFT.search(before(one, 20)) is None


def _done(one: Claim) -> bool:
    words = lead(one) + re.split("[，,。；;]", after(one, 16))[0]
    return DONE.search(words) is not None and not re.search("[未没不]", words)
