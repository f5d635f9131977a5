"""Two percentages and the percentage points between them must fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import chain

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.interval import Interval
from expectations.abreast import abreast
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading, reported_reading
from expectations.distant import distant
from expectations.examples import Bad, Good
from expectations.levels import growth
from expectations.points import Points, in_points, points
from expectations.proportions import shifted
from expectations.ratios import PER_MILLE
from expectations.same import is_result, is_worded
from expectations.slips import fits_or_slips
from expectations.told_later import told_later

RATE = re.compile("[一-鿿]{2}率$")


@check(
    code="CF111",
    title=Bilingual("百分点与两个百分数不符", "the points do not fit the percentages"),
    message=Bilingual(
        "{measure}：文中相差{figure}，按{others}推算应为{implied}。",
        "{measure}: the difference is given as {figure}, but {others} imply {implied}.",
    ),
    why=Bilingual("两个百分数之差是百分点。", "The difference of two percentages is a number of percentage points."),
    limits=[
        Bilingual(
            "“比……快n个百分点”只在另一增速能由文字或并列的句子认定时比较",
            "“n points faster than …” only where words or parallel sentences tell which other growth is meant",
        )
    ],
    examples=[
        Bad("森林覆盖率2015年为43.1%，2024年为46.8%，九年提高【4.7】个百分点。", published="2025-02-01"),
        Good(
            "森林覆盖率2015年为43.1%，2024年为46.8%，九年提高3.7个百分点，年均提高0.4个百分点。", published="2025-02-01"
        ),
        Bad("学生吸烟率为9.1%，而2019年为12.4%，五年下降了【2.3个百分点】。"),
        Good("调解率由2021年的31.2%提高到42.8%，比上年提高2.6个百分点。"),
        Good("学生吸烟率为9.1%，而2019年为12.4%，五年下降了3.3个百分点。"),
        Good("自来水普及率由五年前的88.6%提高到96.8%，比2014年高40多个百分点。"),
        Good("住房贷款利率由3.25%降至3.05%，下调20个基点。"),
        Good(
            "上半年，全市服务业产值增长5.9%，制造业产值增长6.4%。固定资产投资增长4.2%，高于全省1.7个百分点；外贸增长5.1%，高于全省0.5个百分点。"
        ),
        Bad("成交量全球占比为70.91%，较上年同期的69.07%提高了【2.84个百分点】。"),
        Bad("全部工业产值同比增长11.8%；其中新兴产业产值增长14.6%，增速比全部工业产值快【3.8个百分点】。"),
        Bad(
            "银行贷款余额2万亿元，增速【7.1%】。涉农贷款余额同比增长12.3%，高于各项贷款平均增速4.1个百分点。"
            "小微贷款余额同比增长15.9%，比各项贷款平均增速高7.7个百分点。"
        ),
        Bad(
            "银行贷款余额2万亿元，增速【7.1%】。住户贷款余额同比增长3.1%，低于各项贷款平均增速5.1个百分点。"
            "小微贷款余额同比增长15.9%，比各项贷款平均增速高7.7个百分点。"
        ),
        Good(
            "银行贷款余额2万亿元，增速8.2%。涉农贷款余额同比增长12.3%，高于各项贷款平均增速4.1个百分点。"
            "小微贷款余额同比增长15.9%，比各项贷款平均增速高7.7个百分点。"
        ),
        Good("成交量全球占比为70.91%，较上年同期的69.07%提高了1.84个百分点。"),
        Bad(
            "前三季度，公司毛利率为31.6%，同比下降【2.4个百分点】。\n上年前三季度，公司毛利率为29.2%。",
            published="2023-10-25",
        ),
        Good(
            "前三季度，公司毛利率为31.6%，同比下降2.4个百分点。\n上年前三季度，公司毛利率为34.0%。",
            published="2023-10-25",
        ),
        Good("全部工业产值同比增长11.8%；其中新兴产业产值增长14.6%，增速比全部工业产值快2.8个百分点。"),
        Good("工业增加值增长6.1%，较前一季度加快1.1个百分点；服务业增加值增长5.2%。"),
        Bad(
            "今年全市调解的一次化解率为86.4%。社区书记说，多亏了大家。而前年的一次化解率为82.1%。两年里，一次化解率提高了【3.4】个百分点。"
        ),
        Good(
            "今年全市调解的一次化解率为86.4%。社区书记说，多亏了大家。而前年的一次化解率为82.1%。两年里，一次化解率提高了4.3个百分点。"
        ),
        Bad("不良贷款率1.18%，年初为1.32%，下降【0.24】个百分点。"),
        Good("不良贷款率1.18%，年初为1.32%，下降0.14个百分点。"),
        Bad("体质优良率为52.3%，而上学年是45.1%，一年间提高了【9.2个百分点】。"),
        Good("体质优良率为52.3%，而上学年是45.1%，一年间提高了7.2个百分点。"),
        Bad(
            "上半年，日间手术4532台，占全部手术的22.0%。\n“去年上半年，日间手术占比只有17.4%，今年提高了【26.4个百分点】。”"
        ),
        Good(
            "上半年，日间手术4532台，占全部手术的22.0%。\n“去年上半年，日间手术占比只有17.4%，今年提高了4.6个百分点。”"
        ),
        Bad("全年出生率6.64‰，上年为6.94‰，下降【0.53】个千分点。"),
        Good("全年出生率6.64‰，上年为6.94‰，下降0.30个千分点。"),
        Good("全年死亡率6.64‰，上年为6.94‰，下降0.03个百分点。"),
        Good("11月改善型项目占全市套数的42.6%，上年同月仅31.5%，提高了11.1个百分点。"),
        Bad("全县绿化率由35.5%提高到38.0%，提高2.5个百分点；沼气使用率由42.8%提高到46.5%，提高【7.3】个百分点。"),
        Good("全县绿化率由35.5%提高到38.0%，提高2.5个百分点；沼气使用率由42.8%提高到46.5%，提高3.7个百分点。"),
        Bad("三次产业结构由上年的12.4∶34.1∶53.5调整为11.8∶33.6∶54.6，第三产业比重提高【2.1】个百分点。"),
        Good("三次产业结构由上年的12.4∶34.1∶53.5调整为11.8∶33.6∶54.6，第三产业比重提高1.1个百分点。"),
        Good("近视率为36.4%，较2019年的33.2%上升3.2个百分点，一年级升幅最小，为0.8个百分点。"),
        Good("药品收入占比2020年为37.4%，2022年降到30.8%，今年为25.4%，四年间累计下降12个百分点。"),
        Bad("全年刑事案件下降19.9%。其中盗窃案件下降30.9%，降幅比刑事案件总体降幅高出【10.1】个百分点。"),
        Bad("全年刑事案件下降19.9%。其中盗窃案件下降30.9%，比刑事案件总体降幅高出【21.0】个百分点。"),
        Good("全年刑事案件下降19.9%。其中盗窃案件下降30.9%，比刑事案件总体降幅高出11.0个百分点。"),
    ],
)
def points_mismatch_levels(block: Block) -> Iterator[Comparison]:
    """Every difference in points whose two percentages are known."""
    yield from (found for found in _differences(block) if _of_one_size(found))
    yield from of_structure(block)


def _of_one_size(found: Comparison) -> bool:
    """Whether points of a thousand are told between levels per mille: loosely they are called points of a hundred."""
    points, level = found.reported, found.using[0]
    return isinstance(points, Claim) and (level.unit == PER_MILLE) == (points.unit == "千分点")


def _differences(block: Block) -> Iterator[Comparison]:
    for one in points(block):
        yield compared(one)
    for found in told_elsewhere(block):
        if fits_or_slips(found) or as_growth(found):
            yield replace(found, worst="warning")
    for move in chain(block.once(distant), block.once(told_later), block.once(abreast)):
        if move.change.kind == "point_change" and move.old is not None:
            found = compared(Points(move.change, move.new, move.old, True))
            turned = move.change.value * (move.new.value - move.old.value) < 0
            if turned or fits_or_slips(found) or as_growth(found):
                yield replace(found, worst="warning")


def of_structure(block: Block) -> Iterator[Comparison]:
    """The points by which a sector's share moves, against the two structures of the economy that its sentence tells."""
    for moved_by, before_it, now in shifted(block):
        last = Fraction(1, 10 ** max(len(one.partition(".")[2]) for one in (before_it, now)))
        moved = Fraction(now) - Fraction(before_it)
        size = moved if moved_by.direction or moved_by.value < 0 else abs(moved)
        yield Comparison(
            reported=moved_by,
            expected=lambda size=size, last=last: Reading.exactly(Interval.of(size - last, size + last)),
            working=f"{now} − {before_it}",
            unit="个百分点",
            worst="warning",
            facts={"others": Bilingual(f"{before_it}、{now}", f"{before_it} and {now}")},
        )


def told_elsewhere(block: Block) -> Iterator[Comparison]:
    """Points by which a rate is said to move, of which the article tells two percentages and no more: 阳性率."""
    percentages = [one for one in block.claims if one.kind == "share" and is_result(one) and is_worded(one)]
    for change in block.claims:
        name = RATE.search(change.measure) if change.kind == "point_change" and is_result(change) else None
        if name is None or change.hedge or "measure" in change.inferred:
            continue
        told = [one for one in percentages if one.document == change.document and one.measure.endswith(name[0])]
        told = [one for one in told if one.start < change.start and one.sentence_start != change.sentence_start]
        values = list(dict.fromkeys(one.value for one in told))
        if len(values) != 2 or any(one.hedge for one in told):
            continue
        now, then = (next(one for one in told if one.value == value) for value in values)
        yield compared(Points(change, now, then, True))


def as_growth(found: Comparison) -> bool:
    """Whether the points are what the one percentage is larger than the other in per cent: 25 for 28 % and 35 %."""
    now, then = (Reading.of(one) for one in found.using)
    return growth(now, then).asserted.meets(reported_reading(found).asserted)


def compared(one: Points) -> Comparison:
    """The points against the difference; where the words give a size only, the sign is that of the difference."""
    gap = one.now.value - one.then.value
    reading = in_points(one.points, one.now)
    if (gap < 0) != (one.points.value < 0) and not one.points.direction:
        reading = -reading
    return Comparison(
        reported=one.points,
        using=(one.now, one.then),
        expected=lambda now, then: now - then,
        reading=reading,
        working="{1} − {2}",
        unit="个千分点" if one.now.unit == PER_MILLE else "个百分点",
        candidate=not one.stated,
    )
