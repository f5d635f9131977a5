"""Averages with the total and the number they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import is_level, is_result, is_worded
from expectations.words import after, before, between, grams, lead

PER = re.compile(r"每(?:一)?(?:名|位|个|家|户|辆)?(?P<noun>[一-鿿]{1,6}?)(?:的|收|交|缴|$|[，,])")
# The dimension of what is counted, by the word of the average.
COUNTED = (
    ("人均(?!次)|每人(?!次)|每名|每位|/人|元每人", "person"),
    ("户均|每户|/户", "household"),
    ("每家|店均", "establishment"),
    ("每辆|/辆", "vehicle"),
)
AVERAGED = re.compile("均|每|/")
SPELL = re.compile("每(?:个?月|天|日|周|季度?|年)|[月日年周]均")
SUPPOSED = re.compile(
    "若|如果|假如|[只仅]算|按(?!(?:年平均|年末|全[国省市县区])?(?:常住|户籍|总)人口)[^，,。；;]{1,12}(?:算|计(?=[，,]))"
)
MEAN = re.compile("约|为|达|超过?|近|每")
AMONG = re.compile("每|[日人户亩场]均|亩产")
OWN = re.compile(
    "其中|折合|相当于|平均|全[年市县省区镇乡村校]|约合|也就是|即|大约|为|由此|据此|测算|算下来|换算"
    "|(?:中标|合同|采购|协议)(?=.?价)|单价|均价|价格|售价|票价|定价"
)
BOUND = re.compile("最高|最低|上限|下限|限额|封顶|起付")
NEAR = 5
PRICE = re.compile("(?:均价|平均(?:成交|销售|零售|出厂)?价格?)$")
BLOCK_PRICE = re.compile("大宗交易\\S{0,4}成交(?:价|均价|价格)$")
LENT = re.compile("(?<!融资)融券余[额量]$")
CLOSED = re.compile("(?:报收于|收于|报收|收盘价[为是])$")
PIECES = frozenset(("台", "部", "辆", "件", "只", "双", "瓶", "支", "把", "块", "盒", "个"))
TURNOVER = re.compile("(?:销售|零售|成交|交易)(?:总?额|总?金额)$")
VOLUME = re.compile("(?:销|销售|零售|成交|出货)总?量$")
ROW = re.compile(r"^\s*[、，,/]\s*$")


@dataclass(frozen=True, slots=True)
class Average:
    """A total, a number and the average; `stated` where the words or the rows beside it tie the three."""

    average: Claim
    total: Claim
    number: Claim | None
    stated: bool


def averages(block: Block) -> Iterator[Average]:
    """Averages worded as such, and rows of three figures in brackets that divide throughout."""
    levels = [claim for claim in block.claims if is_level(claim) and is_result(claim) and is_worded(claim)]
    for at, claim in enumerate(levels):
        dimension = counted(claim)
        if dimension:
            yield from _worded(levels, at, dimension)
    yield from bracketed(levels)
    yield from priced(levels)
    yield from lent(levels)


def priced(levels: list[Claim]) -> Iterator[Average]:
    """Average prices with the one turnover and the one volume that their sentence tells of the same time and place; so
    the price of a block of shares."""
    for price in levels:
        block = BLOCK_PRICE.search(price.measure) is not None
        if not (block or PRICE.search(price.measure)) or price.former or price.hedge:
            continue
        beside = [
            one
            for one in levels
            if one.sentence_start == price.sentence_start and (one.period, one.place) == (price.period, price.place)
            and not one.former and abs(price.clause - one.clause) <= NEAR and (block or one.clause <= price.clause)
        ]  # fmt: skip
        turnovers = [one for one in beside if TURNOVER.search(one.measure) and money(one) == money(price)]
        volumes = [
            one
            for one in beside
            if one.kind == "count"
            and ((block and one.unit == "股") or (VOLUME.search(one.measure) and one_by_one(price, one)))
        ]
        if len(turnovers) == len(volumes) == 1:
            yield Average(price, turnovers[0], volumes[0], True)


def lent(levels: list[Claim]) -> Iterator[Average]:
    """The balance of shares lent, which is reckoned at the close of the day, with their number and that price."""
    balances, numbers = (
        [one for one in levels if LENT.search(one.measure) and one.measure.endswith(word)]
        for word in ("融券余额", "融券余量")
    )
    closes = [one for one in levels if CLOSED.search(lead(one)) and one.unit == "元" and not one.former]
    if len(balances) == len(numbers) == 1 and len({one.value for one in closes}) == 1:
        yield Average(closes[0], balances[0], numbers[0], True)


def one_by_one(price: Claim, volume: Claim) -> bool:
    """Whether the price is that of one of the things counted: not of a square metre of a flat, nor of one share."""
    _, per, thing = price.unit.partition("/")
    return thing == volume.unit if per else volume.unit in PIECES


def counted(claim: Claim) -> str:
    """The dimension of what the average is taken over; empty for anything else."""
    if claim.kind not in ("rate", "amount"):
        return ""
    if "/" not in claim.unit and not AVERAGED.search(claim.measure + claim.sentence):
        return ""
    words = f"{claim.measure} {lead(claim)[-14:]}"
    unit = f"/{claim.unit.partition('/')[2]}" if "/" in claim.unit else after(claim, 3)
    return next((name for cue, name in COUNTED if re.search(cue, words) or re.search(cue, unit)), "")


def money(claim: Claim) -> str:
    """The dimension of the total: that of the average without its denominator."""
    return (claim.dimension or claim.unit).partition("/")[0]


def _worded(levels: list[Claim], at: int, dimension: str) -> Iterator[Average]:
    average = levels[at]
    if average.former or BOUND.search(lead(average)):
        return  # 每人最高贷款额由8000元提到1.2万元
    totals = [
        claim
        for claim in (*reversed(levels[max(0, at - 3) : at]), *levels[at + 1 : at + 2])
        if money(claim) == money(average) and claim.kind == "amount" and claim.value > average.value
        and (money(average).isupper() or claim.unit == average.unit.partition("/")[0])
        and abs(claim.clause - average.clause) <= 2 and "；" not in between(*sorted((claim, average), key=_start))
    ]  # fmt: skip
    if not totals:
        return
    numbers = [
        claim
        for claim in levels[max(0, at - 2 * NEAR) : at + 2 * NEAR]
        if claim.dimension == dimension and claim.kind == "count" and not claim.former and claim.value > 1
    ]
    for total in totals:
        for number in numbers:
            if fits(average, total, number):
                yield Average(average, total, number, False)
                return
    total = totals[0]
    spell = SPELL.search(lead(average)[-14:])
    if spell is not None and spell[0] not in lead(total):
        return  # 每人每月3600元,全年共648万元: over persons and months
    if SUPPOSED.search(before(average, 16)):
        return  # 若只算泌乳牛，每头约14.6元
    beside = [number for number in numbers if number.sentence_start == average.sentence_start]
    own = [one for one in beside if 0 <= average.clause - one.clause <= 1 and one.start < average.start]
    beside = own or beside  # 主管8人，人均6万元
    tied = total.sentence_start == average.sentence_start and abs(total.clause - average.clause) <= 1
    if len(beside) == 1 and tied and "收入" not in average.measure and _of_that(average, total):
        yield Average(average, total, beside[0], True)
    elif numbers:
        same = [number for number in numbers if names(average, number)]
        if same:
            yield Average(average, total, min(same, key=lambda one: abs(one.start - average.start)), False)
    if exact_money(average) and exact_money(total) and re.search("共|总|合计|一学期", lead(total)):
        yield Average(average, total, None, True)


def _start(claim: Claim) -> int:
    return claim.start


def _of_that(average: Claim, total: Claim) -> bool:
    """Whether what is shared out, and among whom, is not told or told of the total: no 户均增收 of a 村集体收入."""
    if of_own_group(average, total.measure + before(total)):
        return False
    of = MEAN.sub("", lead(average)[-14:].rpartition("均")[2] if "均" in lead(average)[-14:] else "")
    return len(of) < 2 or not grams(of).isdisjoint(grams(total.measure + lead(total)))


def of_own_group(average: Claim, told: str) -> bool:
    """Whether the words before 每 or 均 name a group that is not in the words told: 住院者人均, 2名助教."""
    words = lead(average)
    match = AMONG.search(words)
    subject = OWN.sub("", words[: match.start()]).strip() if match else ""
    return len(subject) > 1 and grams(subject).isdisjoint(grams(told))


def names(average: Claim, number: Claim) -> bool:
    """Whether the average is per what the number counts: 平均每位员工的薪酬 and 员工."""
    match = PER.search(f"{lead(average)} {average.measure}")
    return match is not None and match["noun"] in number.measure


def exact_money(claim: Claim) -> bool:
    """Whether an amount is printed in full, so that total ÷ average must be whole."""
    return claim.resolution == 1 and not claim.hedge and claim.asserted.is_point


def fits(average: Claim, total: Claim, number: Claim) -> bool:
    """Whether average × number meets the total."""
    return (average.asserted * number.asserted).meets(total.asserted)


def bracketed(levels: list[Claim]) -> Iterator[Average]:
    """Rows such as (61、9、6.78): where most rows of a text divide first by second into third, all should."""
    rows = []
    for a, b, c in zip(levels, levels[1:], levels[2:], strict=False):
        if a.sentence_start == c.sentence_start and _in_row(a, b, c):
            rows.append((a, b, c))
    good = [row for row in rows if divides(*row)]
    if len(good) < 3 or len(good) * 10 < len(rows) * 7:
        return
    for total, number, average in rows:
        yield Average(average, total, number, True)


def _in_row(a: Claim, b: Claim, c: Claim) -> bool:
    opened = before(a, 2).rstrip().endswith(("（", "(", "【", "["))
    closed = after(c, 2).lstrip()[:1] in ("）", ")", "】", "]")
    return bool(opened and closed and ROW.match(between(a, b)) and ROW.match(between(b, c)))


def divides(total: Claim, number: Claim, average: Claim) -> bool:
    """Whether the third figure is the first by the second, cut off or rounded at its last place."""
    if not number.value:
        return False
    ratio = Fraction(total.value) / Fraction(number.value)
    return abs(ratio - Fraction(average.value)) <= Fraction(average.resolution)
