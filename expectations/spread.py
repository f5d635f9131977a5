"""Totals spread over days, persons or things: 8天接警9872起,平均每天1234起; 1280套,每套268元,共34.3万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from claims.claim import Claim
from expectations.blocks import Block
from expectations.comparison import Reading
from expectations.level_words import names_own
from expectations.same import dimension, is_level, is_result, is_worded
from expectations.sums import averaged
from expectations.words import grams, lead

TENS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
THINGS = (
    "平方米|公里|公斤|千克|小时|分钟|人口|千瓦时|天|日|亩|公顷|吨|斤|户|家|人|名|位|台|套|件|张|只|辆|架|班|村|校|次|场|组|队|桌|株|棵|本|座|所|间"
    "|盒|箱|瓶|袋|份|部|条|枚|头|篇|页|层|栋"
)
PER = re.compile(
    rf"每(?P<digits>\d{{1,3}})?(?P<tens>[十百千万]{{1,2}})?(?:个|名|位|一)?(?P<thing>{THINGS})(?P<rest>[^，,；;。每]{{0,14}})$"
)
MEANS = {"日均": "天", "人均": "人", "户均": "户", "亩均": "亩"}
MEAN = re.compile(r"(?P<mean>日均|人均|户均|亩均)(?P<rest>[^，,；;。]{0,14})$")
PERSONS = frozenset("人名位") | {"人口", "师生", "学生"}
DAYS = frozenset(("天", "日"))
IN_ALL = re.compile("共|合计|总|计|收入|节省")
PEOPLE = Fraction(3, 100)  # figures per head are over the mean population of a year, totals beside them at its end
AVERAGED = re.compile("平均|均价|均分|均值")
FAR = 4  # times the average that what is implied may be
SCALES = (Fraction(1, 10000), Fraction(1, 100), Fraction(1, 10), 10, 100, 10000)
NAMED = 4  # characters of a total that the average names, wherever in the paragraph it stands: 人均|地区生产总值
ROW = 3  # figures of which a mean is told
BOUNDS = ("at_least", "at_most", "under")
INHABITANTS = re.compile("人口|居民")
EXTREME = re.compile("最[高低多少大小]")
BEFORE, BEHIND = 5, 2  # clauses from the average to a total before and behind it
APART, LASTING = 4, 9  # clauses from the average to the number, and to the days of which a paragraph tells


@dataclass(frozen=True, slots=True)
class Spread:
    """An average over `per` of the things that `number` counts, with the total and how far it may be off."""

    average: Claim
    total: Claim
    number: Claim
    per: int
    slack: Fraction

    def implied(self, total: Reading, number: Reading) -> Reading:
        """The average that the total and the number come to; days that nobody rounded are counted as they are."""
        days = self.number.unit in DAYS and not self.number.hedge
        return (total / (Reading.constant(self.number.value) if days else number)).scaled(self.per)


def spreads(block: Block) -> Iterator[Spread]:
    """Averages with the only total and the only number that their sentence, or the one before, tells of them."""
    levels = [claim for claim in block.claims if is_level(claim) and is_result(claim) and is_worded(claim)]
    for at, average in enumerate(levels):
        if (
            average.kind != "rate"
            or average.value <= 0
            or EXTREME.search(average.measure + lead(average))
            or average.former
            or average.hedge in ("over", "under", "at_least", "at_most")
        ):
            continue
        told = _over(average)
        if told is None:
            continue
        thing, per, rest = told
        near = [one for one in levels[max(0, at - 12) : at + 3] if one.paragraph == average.paragraph]
        yield from _found(average, near, thing, per, rest)


def _over(average: Claim) -> tuple[str, int, str] | None:
    """What the average is over, how many of them, and what more its clause names; None where it does not say."""
    thing = average.unit.partition("/")[2]
    if thing:
        return thing, 1, lead(average)
    words = lead(average).strip()
    match = PER.search(words)
    if match is None:
        mean = MEAN.search(words)
        return (MEANS[mean["mean"]], 1, mean["rest"]) if mean else None
    tens = 1
    for character in match["tens"] or "":
        tens *= TENS[character]
    return match["thing"], int(match["digits"] or 1) * tens, match["rest"]


def _found(average: Claim, near: list[Claim], thing: str, per: int, rest: str) -> Iterator[Spread]:
    unit = dimension(average).partition("/")[0].partition(":")[0]
    apart = LASTING if thing in DAYS else APART
    numbers = [one for one in near if _counts(one, thing, per) and abs(one.clause - average.clause) <= apart]
    wide = thing in DAYS  # of these, and of inhabitants, a paragraph tells once
    numbers = [
        one
        for one in numbers
        if wide or one.sentence_start == average.sentence_start or INHABITANTS.search(one.measure)
    ]
    totals = [
        one
        for one in near
        if one.kind in ("count", "amount") and one is not average and not one.former and one.value > average.value
        and dimension(one).partition(":")[0] == unit and one.unit == average.unit.partition("/")[0]
        and one not in numbers and not averaged(one.measure)
        and (_in_reach(one, average) or (len(one.measure) >= NAMED and one.measure in rest))
    ]  # fmt: skip
    slack = Fraction(average.resolution)
    if thing in PERSONS:
        slack = max(slack, Fraction(average.value) * PEOPLE)
    pairs = [Spread(average, total, number, per, slack) for total in totals for number in numbers]
    pairs = [one for one in pairs if _plausible(one)]
    fitting = next((one for one in pairs if fits(one)), None)
    if fitting is not None:
        yield fitting
        return
    named = [one for one in pairs if _names(one, rest)]
    close = [one for one in named if not grams(lead(average)).isdisjoint(grams(one.number.measure))]
    people = [one for one in named if INHABITANTS.search(one.number.measure)]
    for choice in (pairs, close, people[-1:] if len(people) == len(named) else []):
        if len({(one.total.value, one.number.value) for one in choice}) == 1 and choice[0] in named:
            yield choice[0]
            return


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean with the figures that it is of, or the lowest and the highest of them."""

    mean: Claim
    of: tuple[Claim, ...]


def means(block: Block) -> Iterator[Mean]:
    """Means told behind the figures that they are of, in a row, or behind the lowest and the highest price or mark."""
    for sentence in block.sentences:
        levels = [claim for claim in sentence.claims if is_level(claim) and is_result(claim) and is_worded(claim)]
        for at, mean in enumerate(levels):
            told = AVERAGED.search(lead(mean)) and not mean.former and not EXTREME.search(lead(mean))
            if not told or not (
                mean.kind == "amount" or mean.unit == "分" or dimension(mean).partition("/")[0].isupper()
            ):
                continue
            near = [
                one for one in levels[max(0, at - 8) : at] if one.unit.partition("/")[0] == mean.unit.partition("/")[0]
            ]
            near = [one for one in near if mean.clause - one.clause <= BEFORE and not one.former]
            row = [one for one in near if one.group and one.group == near[-1].group]
            highest, lowest = ([one for one in near if word in lead(one)] for word in ("最高", "最低"))
            if len(row) >= ROW and len(row) == len(near):
                yield Mean(mean, tuple(row))
            elif len(highest) == len(lowest) == 1 and len(near) == 2:
                yield Mean(mean, (lowest[0], highest[0]))


def _plausible(one: Spread) -> bool:
    """Whether the average is near what total and number come to, or a power of ten away: else they are of others."""
    ratio = Fraction(one.total.value) / Fraction(one.number.value) * one.per / Fraction(one.average.value)
    return Fraction(1, FAR) <= ratio <= FAR or any(abs(ratio * ten - 1) <= PEOPLE for ten in SCALES)


def _in_reach(total: Claim, average: Claim) -> bool:
    """Whether the total stands in the sentence, a few clauses before, or right behind as one of all."""
    if total.sentence_start != average.sentence_start:
        return False
    if total.start < average.start:
        return average.clause - total.clause <= BEFORE
    words = lead(total)
    return total.clause - average.clause <= BEHIND and IN_ALL.search(words) is not None and "其中" not in words


def _counts(claim: Claim, thing: str, per: int) -> bool:
    """Whether a figure counts the things that the average is over."""
    if claim.kind not in ("count", "amount") or claim.former or claim.value <= 1:
        return False
    if claim.part_of or "其中" in lead(claim) or claim.hedge in BOUNDS:
        return False  # 45本,其中诗集30本; 90平方米以下的小户型
    if thing in PERSONS:
        return claim.dimension == "person" and (per == 1 or INHABITANTS.search(claim.measure) is not None)
    if thing in DAYS:
        return claim.unit in DAYS
    return claim.unit == thing or (claim.unit in ("个", "所") and claim.measure.endswith(thing))


def _names(one: Spread, rest: str) -> bool:
    """Whether the words of the average name nothing, or something of the total: 每公里养护费用 and 养护资金."""
    words = re.sub(r"[一-鿿]?均|平均|约|为|达|超过?|近", "", rest)
    if len(words) < 2 or not names_own(one.average):
        return True
    return not grams(words).isdisjoint(grams(one.total.measure + lead(one.total)))


def fits(one: Spread) -> bool:
    """Whether the total over the number comes to the average, as far as rounding and the slack allow."""
    try:
        implied = one.implied(Reading.of(one.total), Reading.of(one.number)).asserted
    except ZeroDivisionError:
        return False
    wide = one.average.asserted.low, one.average.asserted.high
    if wide[0] is None or wide[1] is None or implied.low is None or implied.high is None:
        return True
    return implied.low <= wide[1] + one.slack and wide[0] - one.slack <= implied.high
