"""Means told behind the figures that they are of: within their range, and where these are all, their mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.claim import Claim
from expectations.blocks import Block
from expectations.comparison import Reading
from expectations.numerals import whole
from expectations.same import dimension, is_level, is_result, is_worded
from expectations.words import before, lead

AVERAGED = re.compile("平均|均价|均分|均值|均高")
EXTREME = re.compile("最[高低多少大小]|总均分|总平均分")
WEIGHED = re.compile("加权|综合|去掉|剔除|其中")
COUNTED = re.compile("(?P<many>\\d{1,2}|[两三四五六七八九十])(?:名|位|个|家|人|次|轮|科|门|地|场)")
ALL_OF_THEM = re.compile(
    "(?P<many>[三四五六七八九]|\\d{1,2})(?:名|位|个|家|人|次|轮|科|门|地|场|块|头|组|天|项)[^，,。；;\\d]{0,6}平均[^，,。；;\\d]{0,6}$"
)
ROW = 3  # figures of which a mean is told
BEFORE = 5  # clauses from the mean back to the figures


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean with the figures that it is of, or the lowest and the highest; `all` where they are all there are."""

    mean: Claim
    of: tuple[Claim, ...]
    all: bool = False


def means(block: Block) -> Iterator[Mean]:
    """Means told behind the figures that they are of, in a row, or behind the lowest and the highest price or mark."""
    earlier: list[Claim] = []
    for sentence in block.sentences:
        levels = [claim for claim in sentence.claims if is_level(claim) and is_result(claim) and is_worded(claim)]
        yield from _across(earlier, levels)
        earlier = levels
        for at, mean in enumerate(levels):
            told = AVERAGED.search(lead(mean)) and not mean.former and not EXTREME.search(lead(mean))
            measured = mean.kind == "amount" or mean.unit == "分" or dimension(mean).partition("/")[0].isupper()
            if told and measured:
                yield from _of(mean, levels[max(0, at - 8) : at])


def _across(earlier: list[Claim], levels: list[Claim]) -> Iterator[Mean]:
    """A mean of as many as the sentence before tells: …三号田1013.2公斤。专家宣布，三块田平均亩产1012.0公斤."""
    for mean in levels:
        counted = ALL_OF_THEM.search(lead(mean))
        if counted is None or mean.former or EXTREME.search(lead(mean)) or WEIGHED.search(mean.sentence):
            continue
        row = [one for one in earlier if one.unit == mean.unit and one.paragraph == mean.paragraph and not one.former]
        if len(row) == whole(counted["many"]) >= ROW and not any(AVERAGED.search(lead(one)) for one in row):
            yield Mean(mean, tuple(row), True)


def _of(mean: Claim, levels: list[Claim]) -> Iterator[Mean]:
    near = [one for one in levels if one.unit.partition("/")[0] == mean.unit.partition("/")[0]]
    near = [one for one in near if mean.clause - one.clause <= BEFORE and not one.former]
    row = [one for one in near if one.group and one.group == near[-1].group]
    highest, lowest = ([one for one in near if word in lead(one)] for word in ("最高", "最低"))
    if mean.group and any(one.group == mean.group for one in row):
        return  # 平均分分别为498分、506分和489分
    if len(row) >= ROW and len(row) == len(near):
        yield Mean(mean, tuple(row), _counted(row) and not WEIGHED.search(mean.sentence))
    elif len(highest) == len(lowest) == 1 and len(near) == 2:
        yield Mean(mean, (lowest[0], highest[0]))
    elif len(near) >= ROW and _of_one_measure(mean, near):
        yield Mean(mean, tuple(near))


def _counted(row: list[Claim]) -> bool:
    """Whether the words before the row count as many as it has: 五位评委分别给出9.2分、9.4分、9.0分、9.3分和9.1分."""
    found = [match["many"] for match in COUNTED.finditer(before(row[0], 30))]
    return bool(found) and len(row) == whole(found[-1])


def _of_one_measure(mean: Claim, near: list[Claim]) -> bool:
    """Whether all figures are of what the mean is of: 马营亩产498.6公斤, 大李亩产505.2公斤, …平均亩产512公斤."""
    own, _, of = mean.measure_key.partition("平均")
    if own or any(AVERAGED.search(one.measure) for one in near):
        return False  # 甲河流域平均降水量, 乙河流域平均降水量: several means in a row
    return len(of) > 1 and all(one.measure_key.endswith(of) for one in near)


def mean_of(*of: Reading) -> Reading:
    """The mean of figures that weigh alike."""
    total = of[0]
    for one in of[1:]:
        total = total + one
    return total / Reading.constant(len(of))


def trimmed(one: Mean) -> bool:
    """Whether the mean is that without the lowest and the highest, as juries reckon it."""
    inner = sorted(one.of, key=lambda claim: claim.value)[1:-1]
    return bool(inner) and mean_of(*map(Reading.of, inner)).asserted.meets(one.mean.asserted)
