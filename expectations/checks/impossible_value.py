"""Values that no quantity of the kind can have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.interval import Interval
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.exposed import exposed
from expectations.passages import found as found_in
from expectations.words import before

BROKEN = re.compile(
    r"(?<![\d.,:：/-])\d{1,3}(?:,\d{3})+\.\d{3}\.\d{1,2}(?![\d.])|(?<![\d.,])\d{1,3}(?:,\d{3})+\.\d{3},\d{2,3}(?!\d)"
)
# Rates whose numerator is a subset of the denominator, so that they cannot exceed 100 %.
SUBSET_RATES = re.compile(
    r"(?:合格|优良|及格|破案|侦破|结案|办结|就业|失业|满意|出勤|(?<!毛)入学|升学|参保|普及|覆盖面|中签|投票|得票|好评|差评|成活|"
    r"治愈|死亡|病死|致死|感染|阳性|检出|抽检合格|达标|离职|辞职|市场占有|持股)(?:率|度|比例|面)?$"
)
PART_OF = re.compile(r"占(?:到|了|据|比|全|总|其|同期|同类|我|国|当|比例|比重)|所占|份额|比重")
# 占检查小区总数的103%; what is planned or due can be overfulfilled.
OF_ALL = re.compile(
    "占(?![^，,。；;]*(?:计划|目标|任务|预算|定额|同期|上年|去年|GDP|生产总值))[^，,。；;]{1,12}总(?:数|量|额|人数|户数)的?(?:比[例重])?[为达]?(?:到|了)?$"
)
CLOSED = re.compile("(?:破案|侦破|结案|审结|办结)率")  # of cases filed in the year, those of years before closed too
MOST_CLOSED = 120
ADDED_UP = re.compile("相加|合计|之和|总和|加总")  # 三项比重相加即为100.1%: rounded shares
MOST_ADDED = 101
UNBOUNDED = re.compile(
    r"覆盖|完成|贡献|增长|周转|收益|负债|回报|利润|产能|杠杆|充足|目标|任务|进度|计划|相当于|超出|净|溢价|换手|涨|跌|抵押"
)
MAY_TURN_NEGATIVE = re.compile(
    r"利润|收益|盈利|盈余|亏|净|现金流|差额|顺差|逆差|余缺|贡献|增速|增量|增幅|增加额|业绩|每股|温度|气温|指数差"
)


@check(
    code="CF113",
    title=Bilingual("数值不可能成立", "an impossible value"),
    message=Bilingual("{measure}为{figure}，{bound}。", "{measure} is given as {figure}, but {bound}."),
    why=Bilingual(
        "占比在0与100%之间；不会为负的量，降幅不超过100%；人和案件是整数。",
        "A share of a whole lies between 0 and 100 %; what cannot be negative cannot fall by more than 100 %; "
        "people are whole.",
    ),
    limits=[
        Bilingual(
            "利润、净额等可以为负的量，降幅可以超过100%",
            "profits and net amounts can be negative and fall by more than 100 %",
        ),
        Bilingual(
            "拨备覆盖率、任务完成率、贡献率、毛入学率等可以超过100%",
            "coverage, completion and contribution ratios may exceed 100 %",
        ),
        Bilingual(
            "破案率、结案率可含往年积案，120%以内不提示",
            "clearance rates may count cases of earlier years: up to 120 % is let pass",
        ),
    ],
    examples=[
        Bad("停放电动车的小区，占检查小区总数的【103%】。"),
        Good("完成投资占年度计划总额的103%。"),
        Good("去年全市侦破命案和积案较多，命案破案率达104.5%。"),
        Bad("上半年，全区盗抢骗警情同比下降22%，伤害类警情同比下降【260%】。"),
        Bad("新能源汽车销量占全部汽车销量的【135%】。"),
        Bad("泰州交警对【2.5亿】名重点驾驶人进行了审查。"),
        Good("泰州交警对2.5万名重点驾驶人进行了审查；平台注册用户1.27亿人。"),
        Bad("实到债权人28位，表决权额【5,705,330.720.96】元。"),
        Good("该公司净利润同比下降260%。"),
        Good("全县小学毛入学率102.6%，初中毛入学率101.8%。"),
        Good("该行拨备覆盖率为164.84%，年度任务完成率达112%。"),
        Good("伤害类警情同比下降26%。"),
        Good("公报附注称，因四舍五入，上年三项比重相加即为100.1%。"),
    ],
)
def impossible_value(block: Block) -> Iterator[Comparison]:
    """Every figure whose kind sets bounds."""
    for claim in block.claims:
        found = _bounded(claim)
        article = block.documents.get(claim.document)
        if found is not None and not (article is not None and exposed(article.text, claim.start, claim.end)):
            yield found
    yield from broken(block)


def broken(block: Block) -> Iterator[Comparison]:
    """Numbers that no way of writing gives: two points, commas in the wrong places."""
    for place, match in found_in(block, BROKEN, "count_word", (",",)):
        digits = re.sub(r"\D", "", match.group())
        twins = [
            claim
            for claim in block.claims
            if claim.start < place.start
            and re.sub(r"\D", "", claim.text) == digits
            and claim.document == place.document
        ]
        why = Bilingual("数字的逗号、小数点写错", "its commas and points are misplaced")
        yield Comparison(
            reported=place,
            reading=Reading.constant(1),
            expected=lambda: Reading.constant(0),
            working=place.text,
            facts={"bound": why, "measure": "此数"},
            grave=True,
            quiet=True,
            beside=tuple(twins[:1]),
        )


def _bounded(claim: Claim) -> Comparison | None:
    if claim.kind == "relative_change" and claim.value < -100 and may_not_be_negative(claim):
        why = Bilingual("不会为负的量，降幅不能超过100%", "what cannot be negative cannot fall by more than 100 %")
        return _outside(claim, Interval.of(-100, None), "≥ −100%", why)
    crowd = _crowd(claim)
    if crowd is not None:
        return crowd
    if claim.kind == "share" and (claim.value > 100 or claim.value < 0) and _share_of_whole(claim, before(claim, 24)):
        why = Bilingual("占比应在0与100%之间", "a share lies between 0 and 100 %")
        return _outside(claim, Interval.of(0, 100), "0—100%", why)
    return None


def may_not_be_negative(claim: Claim) -> bool:
    """Whether the words name nothing that may fall below 0, as profits do."""
    return not MAY_TURN_NEGATIVE.search(claim.measure + before(claim, 24))


# No Chinese prefecture has 40 million inhabitants, no province 150 million (census of 2020); the world has 1.5 billion
# vehicles.
MOST = {"city": 40 * 10**6, "province": 150 * 10**6}
VEHICLES = 2 * 10**9
NOT_INHABITANTS = re.compile("用户|人次|粉丝|观众|网友|账户|账号|浏览|阅读|播放|旅客|游客|客流|信息|条")


def _crowd(claim: Claim) -> Comparison | None:
    """More people than a place has, more vehicles than the world."""
    low = claim.asserted.low
    if claim.kind != "count" or low is None:
        return None
    if claim.dimension == "vehicle" and claim.unit in ("辆", "台") and low > VEHICLES:
        why = Bilingual("全世界的车辆也没有这么多", "the whole world has fewer vehicles")
        return _outside(claim, Interval.of(0, VEHICLES), "≤ 20亿", why)
    code = claim.place
    if (
        claim.dimension != "person"
        or "place" in claim.inferred
        or len(code) != 6
        or not code.isdigit()
        or code == "100000"
    ):
        return None
    level = "province" if code.endswith("0000") else "city"
    if low > MOST[level] and not NOT_INHABITANTS.search(claim.measure):
        why = Bilingual("当地没有这么多人", "the place has fewer inhabitants")
        return _outside(claim, Interval.of(0, MOST[level]), f"≤ {MOST[level] // 10**4}万", why)
    return None


def _share_of_whole(claim: Claim, words: str) -> bool:
    if UNBOUNDED.search(f"{claim.measure}{claim.whole}") or UNBOUNDED.search(words[-8:]):
        return False
    if claim.value <= MOST_ADDED and ADDED_UP.search(words[-8:]):
        return False
    if claim.value <= MOST_CLOSED and CLOSED.search(claim.measure):
        return False
    return bool(PART_OF.search(words[-12:]) or OF_ALL.search(words) or SUBSET_RATES.search(claim.measure))


def _outside(claim: Claim, bounds: Interval, working: str, why: Bilingual) -> Comparison:
    return Comparison(
        reported=claim,
        expected=lambda: Reading.exactly(bounds),
        working=working,
        facts={"bound": why},
        grave=True,
        quiet=True,
        hints=(
            Bilingual(
                "可能小数点或数字有误，或把倍数写成百分数", "a point or digit may be wrong, or a multiple was meant"
            ),
        ),
    )
