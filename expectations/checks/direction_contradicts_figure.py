"""Words of rise and fall against the levels beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.interval import Interval
from expectations.blocks import Block, Sentence
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.levels import DOWNWARD, agree
from expectations.same import dimension, is_level, is_result
from expectations.words import after, between, lead

# 精度从10微米提高到2微米, 审批时限由15个工作日提速至3个, 人民币中间价由7.19升至7.11: better is less.
BETTER = re.compile("提高|提升|提速|加快|改善|优化|升级|进步|刷新")
LESS_IS_BETTER = re.compile(
    "精度|误差|工艺|制程|速度|加速|成绩|用时|耗时|时[间长限]|周期|层厚|时效|效率|排名|名次|位次"
)
EXCHANGE = re.compile("汇率|中间价|兑")
LEVEL_WITH = re.compile(r"\s*(?:的水平)?(?:保持|完全)?持平")
WITH = re.compile("(?:[与和同跟较]|相比)[^，,。；;]*$")
STILL = Fraction(2, 100)  # how far what is level may be apart
TIMED = frozenset(("time", "month"))


@check(
    code="CF114",
    title=Bilingual("升降与数字相反", "the direction contradicts the figures"),
    message=Bilingual(
        "{measure}：文中说{direction}，而由{then}到{now}是{truth}。",
        "{measure}: the text says {direction}, but from {then} to {now} is {truth}.",
    ),
    why=Bilingual("由小到大是上升，由大到小是下降。", "From less to more is a rise, from more to less a fall."),
    limits=[
        Bilingual("只看写明由某数升（降）到某数的句子", "only sentences that say from what to what"),
        Bilingual(
            "说与某数持平的，相差超过百分之二才提示；说基本持平的不看",
            "what is said to be level with a figure may miss it by two in a hundred; what is roughly level, by any",
        ),
    ],
    examples=[
        Bad("办案时间由30天增至【12】天。"),
        Bad("年产量从5.2万吨下降到【7.4万】吨。"),
        Bad("该基金在这家公司的持股比例由1.6%降至【7.0%】。"),
        Bad("抽检合格率从一季度的92.5%提升到【82.5%】。"),
        Good("该基金在这家公司的持股比例由1.6%降至0.7%。"),
        Good("抽检合格率从一季度的82.5%提升到92.5%，不合格率由17.5%下降到7.5%。"),
        Good("两个分项的预测分别由3.9%和7.5%上调到4.1%和9.8%。"),
        Good("办案时间由30天降至12天。"),
        Good("机床的加工精度从10微米提高到2微米，审批时限由15个工作日提速至3个工作日。"),
        Good("人民币对美元中间价由7.1879升至7.1055。"),
        Good("年产量从5.2万吨增加到7.4万吨。"),
        Bad("年末在库图书【6.83万】册，与上年末的8.63万册持平。"),
        Good("年末在库图书8.65万册，与上年末的8.63万册持平，报刊6.83万份，与上年的8.3万份基本持平。"),
        Good("甲馆接待8.6万人次，乙馆接待6.8万人次，与甲馆的8.6万人次相比少两成；甲馆与上年的8.6万人次持平。"),
        Bad("图书馆去年借出图书【35.2】万册，与前年的53.1万册持平。"),
        Good("图书馆去年借出图书53.4万册，与前年的53.1万册持平。"),
        Good("文化馆去年接待观众8.6万人次，与前年的9.1万人次基本持平。"),
    ],
)
def direction_contradicts_figure(block: Block) -> Iterator[Comparison]:
    """Every level reached from a former one in its clause, with a word of direction, or said to be level with one."""
    for sentence in block.sentences:
        yield from unmoved(sentence)
        for old, new in zip(sentence.claims, sentence.claims[1:], strict=False):
            standing = (is_level(old) and is_level(new)) or old.kind == new.kind == "share"
            pair = standing and old.former and new.reached and dimension(old) == dimension(new)
            pair = pair and not DOWNWARD.search(sentence.text)
            if not pair or new.direction not in ("up", "down") or not is_result(new) or new.clause - old.clause > 1:
                continue
            if (
                "分别" in lead(old)
                or len(between(old, new)) > 16
                or re.search("[；;。]", between(old, new))
                or not agree(new, old)
                or _better(old, new)
            ):
                continue
            up = new.direction == "up"
            yield Comparison(
                reported=new,
                using=(old,),
                expected=lambda old: old,
                relation="at_least" if up else "at_most",
                working="{1}",
                facts={
                    "direction": Bilingual("上升" if up else "下降", "a rise" if up else "a fall"),
                    "truth": Bilingual("下降" if up else "上升", "a fall" if up else "a rise"),
                    "then": old.text,
                    "now": new.text,
                },
                grave=True,
                hints=(
                    Bilingual("前后两数可能颠倒，或升降用词有误", "the two may be exchanged, or the verb is wrong"),
                ),
            )


def unmoved(sentence: Sentence) -> Iterator[Comparison]:
    """Every level that is said to be level with the one behind it: 未结416件，与前一年的461件持平."""
    for at, old in enumerate(sentence.claims if "持平" in sentence.text else ()):
        if not LEVEL_WITH.match(after(old, 12).removeprefix(old.unit)) or not WITH.search(lead(old)):
            continue
        told = [one for one in sentence.claims[:at] if one.unit == old.unit and one.kind == old.kind]
        new = told[-1] if told else None
        if new is None or not 0 <= old.clause - new.clause <= 1 or not is_result(new) or not agree(old, new):
            continue
        if any(one.value == old.value for one in told) or new.hedge or old.hedge:
            continue
        slack = Fraction(old.value) * STILL
        yield Comparison(
            reported=new,
            using=(old,),
            expected=lambda old: old,
            reading=Reading.of(new) + Reading.exactly(Interval.of(-slack, slack)),
            working="{1}",
            facts={
                "direction": Bilingual("持平", "no change"),
                "truth": Bilingual(*(("上升", "a rise") if new.value > old.value else ("下降", "a fall"))),
                "then": old.text,
                "now": new.text,
            },
            worst="warning",
        )


def _better(old: Claim, new: Claim) -> bool:
    """Whether the verb says that something got better, and of such things less is better; or money is told in other."""
    words = f"{new.measure} {old.measure} {lead(old)}"
    if EXCHANGE.search(words):
        return True
    moved = BETTER.search(between(old, new)) is not None
    return moved and (LESS_IS_BETTER.search(words) is not None or new.dimension in TIMED)
