"""How much of a plan is done: a percentage of completion with the plan and with what was done of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from claims.claim import Claim
from expectations.blocks import Block
from expectations.ratios import Ratio, compared, holds
from expectations.same import is_level, is_result
from expectations.slips import closing_slips
from expectations.words import after, between, grams, lead

MORE_OR_LESS = re.compile("[多少超差欠]")  # 目标是88万辆，实际多卖了32846辆
COMPLETED = re.compile("(?:(?:招生|投资|年度|计划|任务|目标)*完成|开工|完工|竣工)率(?:为|达到?|是)?")
OF_YEAR = re.compile("^(?:年度|全年)(?=..)")  # 年度计划投资42.8亿元…完成投资31.5亿元
TASK = re.compile("^(?:年度|全年|今年|计划|年初)?(?:的)?(?:计划|目标)?(?:任务|目标|计划)$")
AIM = re.compile("计划|目标|任务")
# 完成年度计划的95.5%, 完成目标的65.5%
OF_AIM = re.compile(
    "完成了?(?:全年|年度|年初|今年|当年|本年)?(?:营收|投资|产量|销售|建设|改造)?(?:计划|目标|任务)+(?:总?[数量额])?的(?:约|近|超过?)?$"
)
# 干完了|85%|的任务
DONE = re.compile("(?:完成|干完|做完)了?(?:约|近|超过?)?$")
OF_IT = re.compile("的(?:年度|全年|计划|既定)?(?:任务|目标|计划)")
# 这项作业已完成计划的90%, 若按产值算，…, 重点项目完成投资12亿元: of another work than the plan, or of a part of it.
OF_ANOTHER = re.compile("这[项个批]|该项|另[一有外]|其中|重点|[若如]?按[^，,。；;]{1,6}[算计]|作业")
NEXT, REACH = 2, 5  # clauses from what is done to the percentage: right behind it, at most


def completed(block: Block) -> Iterator[Ratio]:
    """Every percentage of a plan that is done, once, with what was done and what was planned."""
    found = chain(of_paragraph(block), of_plans(block), of_tasks(block))
    yield from {ratio.share.claim_id: ratio for ratio in found}.values()


def of_paragraph(block: Block) -> Iterator[Ratio]:
    """The one plan that a paragraph tells and the one figure of what was done, apart from one another.

    计划新建160个。截至10月底已建成136个，完成年度计划的85%.
    """
    for share in block.claims:
        of_it = DONE.search(lead(share)) is not None and OF_IT.match(after(share, 8)) is not None
        if share.kind != "share" or not (of_it or OF_AIM.search(lead(share))):
            continue
        told = [one for one in block.claims if one.document == share.document and one.paragraph == share.paragraph]
        told = [one for one in told if one.start < share.start and is_level(one) and one.unit and not one.former]
        aims = [one for one in told if _is_aim(one) and not one.hedge]
        if len({(one.value, one.unit) for one in aims}) != 1 or OF_ANOTHER.search(between(aims[0], share)):
            continue
        done = [one for one in told if one.unit == aims[0].unit and not _is_aim(one) and is_result(one)]
        done = [one for one in done if one.kind == aims[0].kind and share.clause - one.clause <= REACH]
        pairs = [Ratio(share, one, aims[0], True, ("measure",)) for one in done]
        if any(map(holds, pairs)):
            yield next(filter(holds, pairs))
        elif len({one.value for one in done}) == 1 and not done[0].hedge and done[0].value < aims[0].value:
            yield from (
                pair for pair in pairs[:1] if share.clause - pair.part.clause <= NEXT or closing_slips(compared(pair))
            )


def _is_aim(claim: Claim) -> bool:
    return claim.modality == "plan" or AIM.search(lead(claim)) is not None


def of_tasks(block: Block) -> Iterator[Ratio]:
    """How much of a task is done, wherever it was told: 计划造林24万亩,已完成造林18.6万亩。…已完成年度任务的77.5%."""
    shares = [one for one in block.claims if one.kind == "share" and TASK.search(one.whole)]
    levels = [one for one in block.claims if is_level(one) and not one.former and not one.hedge] if shares else []
    for share in shares:
        near = [one for one in levels if one.start < share.start and one.document == share.document]
        done = [one for one in near if not one.modality]
        pairs = [
            (part, task)
            for task in near
            if task.modality == "plan"
            for part in done
            if sorted(OF_YEAR.sub("", part.measure_key)) == sorted(OF_YEAR.sub("", task.measure_key))
            and part.unit == task.unit
            and (part.value < task.value or share.value > 100)
        ]
        named = [(part, task) for part, task in pairs if not grams(share.sentence).isdisjoint(grams(task.measure))]
        if len({(part.value, task.value) for part, task in named}) == 1:
            yield Ratio(share, *named[0], True, ("measure",))


def of_plans(block: Block) -> Iterator[Ratio]:
    """The rate of completion behind a plan and what was done of it: 计划招生5600人，实际录取5488人，完成率为98.0%."""
    for sentence in block.sentences:
        for plan, done, share in zip(sentence.claims, sentence.claims[1:], sentence.claims[2:], strict=False):
            if share.kind != "share" or COMPLETED.fullmatch(lead(share).strip()) is None or plan.modality != "plan":
                continue
            alike = plan.kind == done.kind and plan.unit == done.unit != "" and not (plan.hedge or done.hedge)
            if (
                alike
                and is_result(done)
                and MORE_OR_LESS.search(lead(done)) is None
                and share.clause - done.clause == done.clause - plan.clause == 1
            ):
                yield Ratio(share, done, plan, True, ("measure",))
