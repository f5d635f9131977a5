"""What official accounts always split in the same way, wherever an article tells the whole and all its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import differ, is_level, is_result, is_worded
from expectations.stretches import stretch
from expectations.sums import Split

WHOSE = re.compile(
    "^(?:[全本该我](?:国|省|市|县|区|州|旗|镇|乡|社会)|累计|实现|完成|其中|[年月]末|当年)+|(?:[实完]现|完成)$"
    "|^[一-鿿]{1,6}[省市县区州旗镇乡](?=地区生产总值|(?:地方)?一般公共预算|社会消费品|[常总户])"
)
# A whole and its parts by their whole names: production approach of national accounts, budgets, population by sex and
# by where people live, retail sales by kind and by place; exports, which are imports and the surplus together.
ACCOUNTS = tuple(
    (re.compile(f"(?:{whole})$"), tuple(re.compile(f"(?:{part})$") for part in parts))
    for whole, parts in (
        ("(?:地区)?生产总值|GDP", tuple(f"第{nth}产业(?:[实完][现成])?(?:增加值)?" for nth in "一二三")),
        ("(?:常住|户籍|总)?人口(?:总数)?", ("男性(?:人口)?", "女性(?:人口)?")),
        ("(?:常住|总)人口(?:总数)?", ("城镇(?:常住)?人口", "(?:乡村|农村)(?:常住)?人口")),
        ("(?:一般|地方一般)公共预算收入", ("税收收入", "非税收入")),
        ("社会消费品零售总额", ("(?:城镇|城镇消费品零售额)", "(?:乡村|乡村消费品零售额)")),
        ("审(?:执)?结(?:各?类?案件)?", ("审?结?刑事案件", "审?结?民商?事案件", "审?结?行政案件", "[审执]?结?执行案件")),
        ("(?:累计)?缴存总额", ("(?:累计)?提取总额", "(?<!年初)缴存余额")),
        ("社会消费品零售总额", ("商品零售额?", "餐饮收入")),
        (
            "(?:货物贸易|货物|外贸)?出口(?:总?[额值])?",
            ("(?:货物贸易|货物|外贸)?进口(?:总?[额值])?", "(?:贸易|外贸)?顺差"),
        ),
    )
)
FAR = 40  # figures behind the whole


def accounts(block: Block) -> Iterator[Split]:
    """Each whole with the parts that stand behind it, one figure for every part, of no other time and place."""
    levels = [one for one in block.claims if is_level(one) and is_result(one) and is_worded(one)]
    levels = [one for one in levels if one.kind != "rate" and not one.former and not one.hedge]
    names = [WHOSE.sub("", one.measure) for one in levels]
    for at, whole in enumerate(levels):
        for all_of, kinds in ACCOUNTS:
            if not all_of.match(names[at]):
                continue
            behind = range(at + 1, min(len(levels), at + 1 + FAR))
            again = next((to for to in behind if all_of.match(names[to]) and levels[to].value != whole.value), None)
            told = [levels[to] for to in behind if again is None or to < again]
            told_names = [names[to] for to in behind if again is None or to < again]
            parts = [_only(whole, [one for one, name in zip(told, told_names, strict=True) if kind.match(name)])
                     for kind in kinds]  # fmt: skip
            found = tuple(part for part in parts if part is not None)
            if len(found) == len(kinds) and len({one.start for one in found}) == len(kinds):
                yield Split(whole, tuple(sorted(found, key=lambda one: one.start)), True, True)


def _only(whole: Claim, named: Sequence[Claim]) -> Claim | None:
    """The one figure of a part that can be of the whole; None where there are several, or none."""
    fit = [one for one in named if one.document == whole.document and one.unit == whole.unit and one.kind == whole.kind]
    fit = [one for one in fit if not differ(one.period, whole.period) and not differ(one.place, whole.place)]
    fit = [one for one in fit if not differ(stretch(one), stretch(whole))]
    return fit[0] if len({one.value for one in fit}) == 1 else None
