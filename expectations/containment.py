"""Smaller in larger: a city in its province, a half-year in its year, one kind in all kinds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claims import period as periods
from claims.claim import Claim
from expectations.apart_words import Owner, owner, owners_differ
from expectations.areas import within_place
from expectations.digits import significant_digits
from expectations.same import differ, dimension, is_result, is_time, within_period
from expectations.stretches import months
from expectations.words import before, lead

MOST = 60  # of one measure; more is a table
# Levels at a moment, rates, means and prices do not add up over time or place.
NOT_FLOWING = re.compile(
    "余额|存量|保有|人口|用户|资产|负债|库存|均|率|比|价|每|指数|温度|气温|浓度|市值|面积|总数|账户|员工|股|粉丝"
    "|从业人员|就业人员|在岗|在册|在校|专任教师|床位"
)
# What firms take in or turn out in a quarter is part of that of the year; a profit is not, for losses lower it.
FLOWING = re.compile("(?:收入|营收|销量|销售额|产量|出货量|交付量|零售量?|批发量?)$")
OWN = re.compile("(?:总|营业|主营业务|主营)?(?:收入|营收|销量|销售额|产量|出货量|交付量|零售量?|批发量?)$")
# What is done, sold, brought in or happens in the course of time.
DONE = re.compile(
    "接待|销售|销量|产量|生产(?!能力|线)|查处|查获|破获|破案|立案|受理|办理|办结|审结|接报|发生|投入|完成投资|收入|营收|增加值|生产总值|出口|进口|零售额"
    "|票房|成交|发送|运输|吞吐|新增|捐|罚款|处分|起诉|逮捕|抓获|事故|火灾|案件|投诉|救助|出货|交付|发电量|用电量"
    "|收购|采购|开工|竣工|卖出|售出|发放|缴纳|签订|登记|招聘|就业|培训|检查|排查|抽检|注册|新设|上牌|配送|借阅|献血|降雨|降水|零售|批发|处理|签约|手术|诊疗|追缴|返还|减免|退税|加工|回收"
)
EVER_SINCE = re.compile("(?:年来|以来|至今)[^，,。；;]{0,6}累计")
# 自7月10日开机以来, 今年以来累计: of a time that the claim has
SINCE_DAY = re.compile(
    "(?:自(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?[^，,。；;]{0,8}|今年|年初|本年度?|\\d{1,2}月份?)以来[，,]?[^，,。；;]{0,8}$"
)
UNTIL = re.compile(r"(?:^|[，,。；;\s])(?:截[至止]到?|到|至)(?:今年|\d{4}年)?\d{1,2}月\d{1,2}日[^。；;]*$")
DAY = len("2023-08-11")
ADDED = re.compile("加上")
TAKEN_FROM = re.compile("(?:其中|剩下|剩余|余下|其余)的$")
ADDED_UP = re.compile("加上[^。；;]*[，,][^，,。；;\\d]*共[^，,。；;\\d]*$")
FEW = 6  # figures of a whole area back
OWNED = 2  # characters of the owner that the measure names
COUNTED = re.compile("现有|共有|一共|总共|总数|拥有")
WIDER = re.compile("全[国省市球]|其他|周边|外[地省市]|累计|历年|新增|去年|上年")
CAUGHT = re.compile("查获|查纠|查破|查出")
NEAR = 12  # clauses
NOT_ADDING = re.compile("均|率|比|价|每|指数|温度|气温|浓度|最|排|名次|第(?![一二三]产业)|净流|距|深度|海拔|震级")
EVENT = re.compile("^[^，,。；;]{0,8}(?:地震|台风|山火|洪灾|洪水|泥石流|滑坡|爆炸|空难|坠机|事故|火灾|海啸|矿难)")
EVENTS = frozenset(("起", "次", "宗", "件", "场"))  # 全省发生火灾47起: many
WHOLE = re.compile("全部|各项|(?<!合)总(?!计)|全[国省市区县球年]|整体|各类")


@dataclass(frozen=True, slots=True)
class Inside:
    """A claim that is of a part of what the other is of; `by` says in what: place, period or kind."""

    part: Claim
    whole: Claim
    by: str
    english: str
    inferred: tuple[str, ...]
    loose: bool = (
        False  # periods overlap, or two fields are guessed: that it fits says something, that it does not says nothing
    )


def inside(claims: tuple[Claim, ...]) -> Iterator[Inside]:
    """Claims of one measure, one's place or period within the other's; measures with many claims are passed over."""
    found: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_time(claim):
            continue
        usable = claim.kind in ("count", "amount") and is_result(claim) and not claim.former and claim.value > 0
        if EVER_SINCE.search(before(claim, 16)) and not SINCE_DAY.search(before(claim, 30)):
            continue  # 上市十年来累计分红23.4亿元
        if len(claim.period) == DAY and UNTIL.search(before(claim, 40)):
            continue  # 到7月22日，大规模枪击事件超过400起: of all the days before
        if ADDED.search(lead(claim)):
            continue  # 新建80个，加上现有的415个，年底达到495个
        if TAKEN_FROM.search(before(claim, 8)):
            continue  # 120公里没有改造，年内将完成其中的45公里，剩下的75公里…
        if usable and claim.measure_key and not NOT_ADDING.search(claim.measure) and significant_digits(claim) >= 1:
            found[CAUGHT.sub("查处", claim.measure_key), claim.kind, dimension(claim)].append(claim)
    for row in found.values():
        if 1 < len(row) <= MOST:
            yield from _pairs(row)


def _pairs(row: list[Claim]) -> Iterator[Inside]:
    for part in row:
        for whole in row:
            if part is whole or differ(part.scope, whole.scope):
                continue
            if "累计" in lead(part) and "累计" not in lead(whole):
                continue  # 年内将新增43兆瓦，年末累计超过355兆瓦
            if _of_one_owner(part, whole) and within_period(part.period, whole.period):
                yield Inside(part, whole, "时段在另一时段之内", "the period lies within the other", ("measure",))
            if not part.place or not whole.place:
                continue
            fields = tuple(
                name for name in ("place", "period", "measure") if name in part.inferred or name in whole.inferred
            )
            same_time = part.period == whole.period != ""
            flows = not NOT_FLOWING.search(part.measure)
            if _of_event(part) or _of_event(whole) or _of_unknown_place(whole):
                continue
            if within_place(part.place, whole.place) and (
                same_time or (flows and within_period(part.period, whole.period))
            ):
                yield Inside(part, whole, "地区属于另一地区", "the place lies in the other", fields)
            elif within_place(part.place, whole.place) and flows and _may_coincide(part.period, whole.period):
                yield Inside(part, whole, "地区属于另一地区", "the place lies in the other", (*fields, "period"), True)
            elif part.place == whole.place and flows and within_period(part.period, whole.period):
                guessed = "period" in fields and "measure" in fields
                yield Inside(part, whole, "时段在另一时段之内", "the period lies within the other", fields, guessed)


def _of_event(claim: Claim) -> bool:
    """Whether the place only names an event, whose toll may lie beyond it: 泸定6.8级地震造成46人遇难."""
    if claim.unit in EVENTS:
        return False
    return bool(claim.place_name) and EVENT.search(before(claim, 40).rpartition(claim.place_name)[2]) is not None


def _of_unknown_place(claim: Claim) -> bool:
    """Whether the clause names a smaller area, or a body, than the place that the figure is held to be of."""
    own = owner(lead(claim))
    return own is not None and not own.all and not (claim.place_name and claim.place_name in own.words)


def _of_one_owner(part: Claim, whole: Claim) -> bool:
    """Whether figures without a place are of one owner, and of times that the text states.

    The measure names the owner, or no words before the part name another than those before the whole.
    """
    if part.place or whole.place or part.document != whole.document or part.clause - whole.clause > NEAR:
        return False
    if "period" in (*part.inferred, *whole.inferred) or part.period == whole.period:
        return False
    if len(OWN.sub("", part.measure_key)) >= OWNED and FLOWING.search(part.measure) is not None:
        return True
    told = [one for one in (part, whole) if "measure" not in one.inferred or one.measure_key in lead(one)]
    named = len(told) == 2 and DONE.search(part.measure) is not None
    return named and not owners_differ(before(part), before(whole)) and not NOT_FLOWING.search(part.measure)


def smaller(claims: tuple[Claim, ...]) -> Iterator[Inside]:
    """Figures of a place that only words tell to lie in that of a figure before them: 全省…9216起, 临川市…9612起."""
    told: list[Claim] = []
    for claim in claims:
        usable = claim.kind in ("count", "amount") and is_result(claim) and not claim.former and claim.value > 0
        if not usable or is_time(claim) or not claim.measure_key or NOT_ADDING.search(claim.measure):
            continue
        own = owner(before(claim))
        if own is not None and not claim.place:
            whole = next((one for one in reversed(told[-FEW:]) if _holds(one, claim, own)), None)
            if whole is not None:
                yield Inside(claim, whole, "地区属于另一地区", "the place lies in the other", ("place",))
        if own is not None and own.all:
            told.append(claim)


def _holds(whole: Claim, part: Claim, own: Owner) -> bool:
    """Whether a figure of all of an area is of what one of a smaller place is of: its measure, unit and time."""
    area = owner(before(whole))
    larger = area is not None and area.all and not own.all and area.level > own.level
    alike = whole.unit == part.unit and whole.period == part.period and whole.document == part.document
    if not larger or not alike or part.clause - whole.clause > NEAR or whole.place:
        return False
    return whole.measure_key == part.measure_key or whole.measure_key.endswith(part.measure_key)


def _may_coincide(a: str, b: str) -> bool:
    return not a or not b or periods.overlap(a, b)


def described(claims: tuple[Claim, ...]) -> Iterator[Inside]:
    """Some of the things of a kind, described, with all of them told before: 现有卫生室214所…达标的卫生室已有186所."""
    all_of: list[Claim] = []
    for claim in claims:
        if claim.kind != "count" or not claim.unit or not is_result(claim) or claim.former or claim.hedge:
            continue
        own, of, kind = claim.measure.rpartition("的")
        whole = next((one for one in reversed(all_of[-FEW:]) if of and one.measure == kind), None)
        if whole is not None and whole.unit == claim.unit and whole.document == claim.document:
            near = 0 < claim.clause - whole.clause <= NEAR and not differ(whole.place, claim.place)
            if near and not WIDER.search(own) and "其中" not in before(whole, 12):
                yield Inside(claim, whole, "是其中的一部分", "it is some of them", ("measure",))
        if COUNTED.search(lead(claim)) and len(claim.measure) > OWNED:
            all_of.append(claim)


def kinds(claims: tuple[Claim, ...]) -> Iterator[Inside]:
    """A narrower kind against the total named before it: 机电产品出口 and 出口总值, of the same place and period."""
    totals: dict[tuple[str, str, str, str], Claim] = {}
    for claim in claims:
        if (
            claim.kind not in ("count", "amount")
            or not is_result(claim)
            or claim.former
            or NOT_ADDING.search(claim.measure)
            or EVER_SINCE.search(before(claim, 16))
        ):
            continue
        if is_time(claim):
            continue
        span = months(claim) if not claim.period else None
        if ADDED_UP.search(before(claim, 24)):
            continue  # 新收7418件，加上旧存的386件，共受理7804件
        where = claim.place, claim.period or str(span), dimension(claim)
        key = claim.measure_key.removeprefix("全社会")
        for size in range(2, len(key)) if totals and (claim.period or span) else ():
            total = totals.get((key[-size:], *where))
            if total is not None and not key[:-size].endswith(("进", "非", "不", "净", "未", "应", "需", "待", "拟")):
                yield Inside(claim, total, "属于前文的总数", "it is a kind of the total before it", ("measure",))
        if WHOLE.search(f"{claim.measure} {lead(claim)}") and len(key) >= 2:
            totals.setdefault((key, *where), claim)
