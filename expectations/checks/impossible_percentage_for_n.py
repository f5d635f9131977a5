"""A percentage of a small known number that no count gives (the GRIM test of Brown and Heathers, 2017)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.interval import Interval
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.same import is_result
from expectations.words import after, before, between

WHOLE_THINGS = ("人", "名", "位", "例", "家", "户", "批次", "件", "起", "宗", "个", "所", "辆", "只", "台")
OF_THEM = re.compile(r"^[^，,。；;]{0,10}中[，,]?(?:有|约有|仅有|共有)?\s*$")


# 25名学生，其中63%选择住校: the percentage is of what was counted where its verb, or the word for a person, follows.
OF_WHICH = re.compile(r"^[^，,。；;\d]{0,10}[，,]其中[，,]?(?:有|约有|仅有|共有)?\s*$")
DOES = re.compile(
    r"^\s*(?:的(?P<of>人|患者|企业|学生|受访者|参与者|志愿者|家庭|农户|公司)(?!均)|未|没有|不|已|选择|表示|认为|出现|存在|来自|属于|获得|"
    r"在[^，,。]{1,8}(?:内|前|后)|复发|达标|合格|通过|患有|持有)"
)


OF_NOUN = re.compile(r"^\s*的(?P<noun>[一-鿿]{2})")
PERSONS = re.compile("人|患者|受访|参与")


@check(
    code="CF118",
    title=Bilingual("总数下不可能的百分数", "a percentage impossible for the number"),
    message=Bilingual(
        "{measure}：{others}的{figure}不对应任何整数，最近的是{implied}。",
        "{measure}: {figure} of {others} is no whole number; the nearest is {implied}.",
    ),
    why=Bilingual(
        "人数、件数是整数，总数不大时，许多百分数不可能出现。",
        "People and cases are whole, so of a small number many percentages cannot occur.",
    ),
    limits=[
        Bilingual(
            "只看“n个中有x%”“n个，其中x%”而未写出分子的句子",
            "only “x % of n” or “n, of which x %” where the numerator is not given",
        )
    ],
    examples=[
        Bad("14例患者中有【75%】获得完全缓解。"),
        Bad("课题组随访了18名患者，其中【35%】在半年内复发。"),
        Good("14例患者中有79%获得完全缓解。"),
        Good("课题组随访了18名患者，其中33%在半年内复发。"),
        Good("学校有16个班，其中30%的学生住校。"),
        Good("公司在14个国家设厂，其中22%的员工来自海外。"),
        Good("网点有9个站点，9个站点中有35%的包裹来自直播电商。"),
        Good("1400名受访者中，有75%表示满意。"),
    ],
)
def impossible_percentage_for_n(block: Block) -> Iterator[Comparison]:
    """Percentages right behind the number they are of."""
    for sentence in block.sentences:
        for whole, share in zip(sentence.claims, sentence.claims[1:], strict=False):
            words = between(whole, share)
            if not _usable(whole, share) or _of_others(whole, share):
                continue
            if OF_THEM.match(words) or (OF_WHICH.match(words) and _of_them(whole, share)):
                yield compared(whole, share)


def _of_them(whole: Claim, share: Claim) -> bool:
    """Whether what follows the percentage is told of what is counted, not of others: not 16个班，其中30%的学生."""
    does = DOES.match(after(share))
    if does is None:
        return False
    return (
        does["of"] is None
        or does["of"] in before(whole, 12) + between(whole, share)
        or whole.unit in ("人", "名", "位")
    )


def _of_others(whole: Claim, share: Claim) -> bool:
    """Whether the percentage is of something that is not what is counted: 9个站点中，35%的包裹来自直播电商."""
    of = OF_NOUN.match(after(share))
    counted = before(whole, 12) + between(whole, share) + whole.measure
    return of is not None and of["noun"] not in counted and not PERSONS.match(of["noun"])


def _usable(whole: Claim, share: Claim) -> bool:
    exact = whole.kind == "count" and whole.asserted.is_point and whole.value == int(whole.value) and whole.value >= 2
    exact = exact and whole.value >= 5 and whole.unit in WHOLE_THINGS and whole.text.isascii()
    fine = exact and Fraction(100) / Fraction(whole.value) > 2 * Fraction(share.resolution)
    return bool(fine) and share.kind == "share" and not share.hedge and is_result(share) and 0 < share.value < 100


def compared(whole: Claim, share: Claim) -> Comparison:
    """The percentage against the nearest one that a whole numerator gives."""
    number = int(whole.value)
    nearest = round(Fraction(share.value) * number / 100)
    return Comparison(
        reported=share,
        using=(whole,),
        expected=lambda _: Reading.exactly(Interval.point(Fraction(100 * nearest, number))),
        working=f"{nearest} ÷ {{1}} × 100",
        quiet=True,
        worst="warning",
        explanations=(Bilingual("百分数可能以另一总数为基数", "the percentage may be of another number"),),
    )
