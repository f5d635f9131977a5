"""Which relations may be drawn between claims of a series, and why not (semantics: comparable, or not)."""

from __future__ import annotations

import re

from claims.claim import Claim

# Published growth of these is at constant prices or comparable scope, beside levels at current prices and scope.
COMPARABLE_GROWTH = re.compile(
    r"生产总值|GDP|增加值|总产值|规模以上|限额以上|固定资产投资|投资额|零售总?额|实际使用外资"
    r"|gross domestic|value added",
    re.I,
)
# So are these of an area's industry; a company's own growth is that of its accounts.
COMPARABLE_OF_AREAS = re.compile(r"利润|营业收入|营收|profit|revenue", re.I)
# Totals that their statisticians revise as the year goes on, so that months do not add up and bases move.
REVISED = re.compile(
    r"进出口|出口|进口|外贸|顺差|逆差|贸易|投资|零售|生产总值|GDP|增加值|利润|收入|import|export|trade", re.I
)
# Means, ratios, prices and ranks add up neither over places nor over time.
NOT_ADDITIVE = re.compile(
    r"人均|户均|日均|月均|年均|平均|均价|单价|价格|每[人户天日月年百千万亿]|率$|收入比|之比|比值|比例|比重|占比|指数|密度|浓度|强度|增速|增幅|温|速度|得分|评分|"
    r"水位|流量|雨量|降水|降雨|[暴大中小]雨|积雪|浪高|海拔|高度|深度|震级|风速|气压|"
    r"排名|最[高低大小多少长]|中位|高峰|峰值|单日|average|mean|per |rate|index|price|highest|lowest|peak",
    re.I,
)
# 农业总产值按可比价格增长4.3%;其中种植业增长4.1%; 若按美元计价，同比上升5.3%, beside levels in yuan
AT_PRICES = re.compile("按?(?:可比|不变)价|[以按](?:美元|欧元|日元|港元)计")
LENGTHS_OF_TIME = frozenset(("time", "month", "age"))  # 潜逃18年 of two fugitives is not 36 years
# What stands at a moment: it adds up over places, not over time.
STOCKS = re.compile(
    r"人口|保有量|存量|余额|现有|在校|在册|在职|在岗|用户|会员|床位|企业数|户数|家数|主体|网点|门店|库存|面积|里程|资产|负债|净值|股本|市值|"
    r"党员|员工|职工|队伍|累计|总量|总数|储备|装机|容量|population|stock|assets|users|members|employees|capacity",
    re.I,
)
MOMENT = re.compile(r"截至|截止|目前|现有|累计|共有|拥有|达到|末|底|as of|at the end|so far|currently|to date", re.I)
NET = re.compile(r"净增|净减|net ", re.I)


def growth_refusal(claim: Claim) -> str:
    """Why a growth may not be linked with levels: a key of `wording.REASONS`; empty if it may."""
    if claim.comparison == "average":
        return "comparison-differs"
    if claim.price_basis or AT_PRICES.search(claim.sentence[: max(0, claim.start - claim.sentence_start)]):
        return "price-basis-differs"
    if _matches(COMPARABLE_GROWTH, claim) or (claim.place and _matches(COMPARABLE_OF_AREAS, claim)):
        return "scope-unknown"
    return ""


def is_revised(claim: Claim) -> bool:
    """Whether earlier figures of the measure, an area's, are commonly revised; a company's accounts are not."""
    return bool(claim.place) and _matches(REVISED, claim)


def adds_up_in_place(claim: Claim) -> bool:
    """Whether the measure of an area is at least the sum of that of its parts."""
    return (
        claim.kind in ("count", "amount")
        and claim.dimension not in LENGTHS_OF_TIME
        and not _matches(NOT_ADDITIVE, claim)
    )


def adds_up_in_time(claim: Claim) -> bool:
    """Whether the measure of a period is at least the sum of that of its parts."""
    if not adds_up_in_place(claim) or _matches(STOCKS, claim):
        return False
    before = claim.sentence[: max(0, claim.start - claim.sentence_start)] if claim.start >= 0 else claim.sentence
    return not MOMENT.search(before[-12:])


def is_net(claim: Claim) -> bool:
    """Whether a change is of a stock over the period, not of one period's flow to another's."""
    return bool(NET.search(claim.measure))


def _matches(pattern: re.Pattern[str], claim: Claim) -> bool:
    return bool(pattern.search(claim.measure_key) or pattern.search(claim.measure))
