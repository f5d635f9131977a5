"""What the words around a level, a difference or a growth make of it: the earlier level, the size of a change."""

from __future__ import annotations

import re

from claims import period as periods
from claims.claim import Claim
from expectations.same import base_period
from expectations.words import after, before, between, lead

# Words right before a level that make it the earlier one.
OLD_WORDS = re.compile(
    r"(?:(?:去年|上年|前年|上期|上一?代|上一?个?(?:季度?|财季|财年|月|周)|(?<![今去前本当同每])(?<!\d\d)年前|原先|原来|此前|之前|最初|巅峰时)[^，,；;。、增降升跌]{0,9}"
    r"|(?:从|由)[^，,；;。、\d增降升跌至到]{0,8}|[比较] ?(?:20\d\d|去年|上年)[^，,；;。]{0,10}的 ?)$"
)
SIZE = re.compile(
    r"(?:[增降跌涨减]幅|增加|减少|增长|下降|下跌|上涨|提高|降低|增产|减产|增持|减持|多增|少增|净增|上调|下调)(?:了|达到|达|为|约|近|超|超过|共|额为)*\s*$"
)
LED_TO = re.compile(r"[降增升减调跌涨加少高低][至到为][^，,。；;\d]{0,6}$")
COMPARED = re.compile("[^，,。；;]{0,3}(?:相比|相较|面前)[，,下上减增降升偏多少]")  # 与6月的93680辆相比
LIKENED = re.compile("同比|相比|相较|(?<!对)比|较(?!大|高|多|低|少|快|慢|好|强|严)")
RANKED = re.compile("次于|低于|高于|少于|多于|超过|[不远]及|相当于|曾|(?<!对)比|较|突破|接近")
RECENT = re.compile(
    "上(?:一?个?季度?|一?个?月|周|期)[^，,；;。]{0,6}$"
)  # what a change on the period before starts from
UNCHANGED = re.compile("的?(?:增速|增长率|增幅|涨幅)?(?:维持|保持)?不变")
INCREMENT = re.compile("[多少][增减降投收支发]$")
BASE = re.compile(
    "(?:比|较)((?:上(?=[年月季周期一个半])|[^，,。；;增减多少上下提降升]){1,12}?)(?:的?[增减多少升降提扩净上下]|相比|时)"
)
YEAR = re.compile("上年|去年|同期|前一?年")
# What may stand in the clause of a level that names nothing of its own.
UNNAMED = re.compile(
    r"[\d\sA-Za-z]|[年月日季度]|[去今上前本同当]|[一二三四半]|期|末|初|时|的|则|而|但|却|又|也|已|仅|约|近|超|为|是|达|至|到|由|从|自|在|比|较|相|降"
    r"|升|增|减|跌|涨|调|长|幅|率|环|速|高|低|下|滑|落|回|扩|大|收|窄|净|多|少|提|快|慢|减|缩|加|其|中|折|合|相|总|共|计"
    r"|分别|均|各|水平|数据|公布|只有|原来|原先|此前|之前"
)
HELD = re.compile("(?:(?<!对)比|较)[^，,。；;]{1,16}$")
MOVED = re.compile("[^，,。；;\\d]{0,4}(?:增|减|多|少|高|低|上升|下降|上涨|下跌|扩大|缩小|净增|提高)")
STANDARD = re.compile("(?:标准|限值|指导值|红线|上限|下限|警戒线|目标值)的?[^，,。；;]{0,4}$")
STILL = re.compile("(?:仍|依然|维持|保持)(?:为|在)?$")
# 吸烟率为9.1%，而2019年为|12.4%: of a year named after the level that needs none.
TIME_BEFORE = re.compile(r".{0,6}前(?:的)?(?:[一两三四五六半]|\d{1,2})个?(?:月|周|年|天|季度)")  # 行动前一个月
YEAR_BACK = re.compile(r"而在?(?:19|20)\d\d年(?:年?[末底初])?[^，,。；;、\d]{0,6}[为是有]$")


LAST_YEAR = re.compile("(?<![比较与由从])去年(?!同)[^，,；;。]*$")
THAN_BEFORE = re.compile("[^，,。；;\\d]{0,3}[，,](?:同?比|较|与)(?:上一?年|前一?年|20\\d\\d年)")


def is_old(claim: Claim, new: Claim | None) -> bool:
    """Whether a level is the one a change starts from: marked so, worded so, or of an earlier period than the last."""
    if LED_TO.search(before(claim, 12)) or (claim.reached and not claim.former):
        return False
    if not claim.former and LAST_YEAR.search(before(claim, 18)) and THAN_BEFORE.match(after(claim, 14)):
        return False  # 去年发生火灾896起，比上年的954起减少58起
    if HELD.search(lead(claim)) and MOVED.match(after(claim, 12)):
        return True  # 比年快报数3790.5亿元增加73.7亿元
    if (
        claim.former
        or TIME_BEFORE.fullmatch(claim.measure)
        or OLD_WORDS.search(before(claim, 18))
        or COMPARED.match(after(claim, 8))
    ):
        return True
    same = new is not None and claim.measure_key == new.measure_key and claim.place == new.place
    if new is None or not same:
        return False
    return periods.earlier(claim.period, new.period) or (not new.period and YEAR_BACK.search(before(claim)) is not None)


def is_standard(claim: Claim) -> bool:
    """Whether a figure is that of a standard that others are held against: 低于国家二级标准的35微克."""
    return STANDARD.search(lead(claim)) is not None


def unmoved(claim: Claim) -> bool:
    """Whether a growth is only said to stand as it was told before: 5.2%的增速不变, 增速仍为5.8%."""
    if claim.kind != "relative_change":
        return False
    return UNCHANGED.match(after(claim, 12)) is not None or STILL.search(lead(claim)) is not None


def of_increment(claim: Claim) -> bool:
    """Whether a difference is that of two increases: 比上年同期多增56亿元."""
    return INCREMENT.search(lead(claim)) is not None


def same_difference(difference: Claim, claim: Claim) -> bool:
    """Whether a figure in brackets tells the difference before them in another unit: 减少15.5万吨（3.1亿斤）."""
    told = difference.kind == "absolute_change" or is_size_of_change(difference)
    return told and re.fullmatch(r"[^，,。；;、\d（(]{0,6}[（(][约合折]*", between(difference, claim)) is not None


MOVED = re.compile("每[^，,。；;]{1,6}(?:上调|下调|上涨|下跌|降低|提高|增加|减少|便宜|贵)了?$")  # 每升下调0.25元


def is_size_of_change(claim: Claim) -> bool:
    """Whether a level is worded as the size of a change: 降幅达5.4万元, 增加了1112户, 每斤贵了16元."""
    moved = claim.kind == "rate" and (claim.rule == "change" or MOVED.search(lead(claim)) is not None)
    return (bool(SIZE.search(lead(claim))) or moved) and not claim.reached


def starts_from(change: Claim, old: Claim) -> bool:
    """Whether a change told before its earlier level starts there.

    Not 同比增长44%,上季为255亿; nor 同比增长8%,仅次于7月的1725列, which only ranks what was told.
    """
    if RANKED.search(lead(old)):
        return False
    base = base_period(change)
    if base and old.period:
        return periods.same(base, old.period) or periods.contains(base, old.period)
    return change.comparison == "period_on_period" or not RECENT.search(before(old, 18))


def names_own(claim: Claim) -> bool:
    """Whether the clause of a level says what it is of, and not only of when."""
    return len(UNNAMED.sub("", lead(claim))) > 1


def likened(claim: Claim) -> bool:
    """Whether the words hold the figure against the one before: 相比2022年公布的23.2万人."""
    return LIKENED.search(lead(claim)) is not None or COMPARED.match(after(claim, 8)) is not None


def of_one_base(difference: Claim, change: Claim) -> bool:
    """Whether a difference and a growth are told from one base: 比初步数多1.8万吨,比上年增长2.2% are not."""
    if {difference.comparison, change.comparison} == {"year_on_year", "period_on_period"}:
        return False  # 同比增加37起,环比减少21起,同比上升9.9%
    first, then = BASE.search(lead(difference)), BASE.search(lead(change))
    if first is None:
        return True
    if then is None:
        return "同比" not in between(difference, change) or YEAR.search(first[1]) is not None
    return first[1] == then[1] or bool(YEAR.search(first[1]) and YEAR.search(then[1]))
