"""A figure fits the known figures that the newsroom checks against."""

from __future__ import annotations

from collections.abc import Iterator

from claims.bilingual import Bilingual
from expectations.against import proposals
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Refusal
from expectations.examples import Bad, Good

CENSUS = """measure,place,period,value,unit,vintage,source
常住人口,440000,2020-11-01,126012510,人,2021-05-15,广东省第七次全国人口普查公报
常住人口,440100,2020-11-01,18676605,人,2021-05-15,广东省第七次全国人口普查公报
常住人口,440000,2021-12-31,12684,万人,2022-03,广东省2021年统计公报
常住人口,440000,2022-12-31,12656.8,万人,2023-03,广东省2022年统计公报
"""
REVISED = """measure,place,period,value,unit,vintage,source
国内生产总值,100000,2022,1210207,亿元,2023-01,国家统计局初步核算
国内生产总值,100000,2022,1204724,亿元,2023-12,国家统计局最终核实
"""


@check(
    code="CF140",
    title=Bilingual("与已知数据不符", "a figure differs from what is known"),
    message=Bilingual(
        "{measure}：文中为{figure}，按{source}应为{implied}。",
        "{measure}: the article has {figure}, {source} gives {implied}.",
    ),
    why=Bilingual(
        "统计部门已经公布的数字，稿件应当引用准确。比较的有：水平、由两期算出的增速和增减量、占总数的比重、"
        "各市之和与全省、人均值。比较时考虑修约；一个数公布过几次的，以发稿当天有效的为准。",
        "What the statistics office has published is to be quoted rightly. Compared are levels, growth and difference "
        "of two periods, shares of a whole, the sum of the cities with the province, and figures per head. Rounding is "
        "allowed for; of a figure published several times the one current on the article's day counts.",
    ),
    limits=[
        Bilingual("只在用 --reference 给出数据表时运行", "runs only with a table given by --reference"),
        Bilingual(
            "指标、地区、时期要能对上；口径不明只作提醒",
            "measure, place and period must match; an unstated scope gives a note at most",
        ),
        Bilingual(
            "现价水平不用来核对不变价增速", "levels at current prices are not held against growth at constant prices"
        ),
    ],
    examples=[
        Bad("2021年末，广东省常住人口【12864】万人。", reference=CENSUS),
        Bad("2022年末，广东省常住人口12656.8万人，比上年末减少【37.2】万人。", reference=CENSUS),
        Bad(
            "目前广东全省安装该应用的用户数6790万人，超过全省人口总数的【54%】。",
            reference=CENSUS,
            published="2022-05-25",
        ),
        Bad("2022年，我国国内生产总值【1201207】亿元。", reference=REVISED, published="2023-06-01"),
        Good("2021年末，广东省常住人口12684万人，约1.27亿人。", reference=CENSUS),
        Good("2022年末，广东省常住人口12656.8万人，比上年末减少27.2万人。", reference=CENSUS),
        Good(
            "目前广东全省安装该应用的用户数6790万人，超过全省人口总数的53%。", reference=CENSUS, published="2022-05-25"
        ),
        Good("2022年，我国国内生产总值1210207亿元。", reference=REVISED, published="2023-06-01"),
        Good("2021年末，广东省户籍人口9946.95万人。", reference=CENSUS),
    ],
    blocks=("reference",),
)
def reference_differs(block: Block) -> Iterator[Comparison | Refusal]:
    """Every claim of the article that the known figures speak of."""
    yield from proposals(block)
