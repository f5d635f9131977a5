"""Measures that cannot exceed one another, by their meaning: what is solved was filed, deposits are liabilities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from claims import period as periods
from claims.claim import Claim
from expectations.completeness import RATING
from expectations.same import differ
from expectations.stretches import stretch
from expectations.words import lead, of_one


@dataclass(frozen=True, slots=True)
class Nested:
    """A measure worded `part` is never larger than one worded `whole` of the same unit; `by` is the reason.

    The two stand within `reach` clauses; `same` asks that the part names the whole (余额 and 余额新增); what a group
    `rest` matches is to be the same in both; what stands before the words, or in a group `of`, tells whose they are;
    a rule that is only nearly always true is `worst` a warning.
    """

    part: re.Pattern[str]
    whole: re.Pattern[str]
    by: str
    english: str
    reach: int = 40
    same: bool = False
    worst: str = "error"
    either: bool = False  # the part may be told first
    most: Decimal = Decimal(1)  # times the whole that a part may be, as cases of the years before are closed too


def _rule(
    part: str,
    whole: str,
    by: str,
    english: str,
    *,
    reach: int = 40,
    same: bool = False,
    worst: str = "error",
    either: bool = False,
    most: str = "1",
) -> Nested:
    return Nested(re.compile(part), re.compile(whole), by, english, reach, same, worst, either, Decimal(most))


# What courts and the police close in a year may be more than what was filed in it, as they work off older cases.
CARRIED_OVER = "1.1"
# Words for a line of business, with which the name of whose it is does not end.
LINE = "业务|服务|广告|游戏|网络|产品|会员|佣金|系统|板块|物流|电商|云|直播|营销|增值|金融|软件|硬件|在线|数字|企业"
LINES = f"(?:{LINE})+"

# Part, whole, reason: procedure (what is decided was accepted before), balance sheets, banking, meetings, firms.
NESTED = (
    _rule(r"破案|侦破", r"立案(?!侦)", "破案不超过立案", "cases solved were filed", most=CARRIED_OVER),
    _rule(
        r"负债总[额计]|负债合计|^负债|银行负债",
        r"资产总[额计]|资产合计|总资产",
        "负债不超过资产",
        "liabilities are covered by assets",
    ),
    _rule(r"吸收存款|存款总额|客户存款", r"负债总[额计]|负债合计", "存款属于负债", "deposits are liabilities"),
    _rule(r"发放贷款|贷款总额", r"资产总[额计]|资产合计|总资产", "贷款属于资产", "loans are assets"),
    _rule(
        r"不良贷款(?!率)|逾期贷款|期贷款总额|关注类贷款",
        r"贷款和垫款|(?<!良)(?<!期)贷款总额|各项贷款",
        "不良、逾期贷款属于贷款",
        "bad and overdue loans are loans",
    ),
    _rule(
        r"核心一级资本充足率",
        r"(?<!核心)一级资本充足率",
        "核心一级资本属于一级资本",
        "core tier 1 is part of tier 1",
    ),
    _rule(r"(?<!核心)一级资本充足率", r"(?<!级)资本充足率", "一级资本属于资本", "tier 1 is part of capital"),
    _rule(
        r"批捕|(?:批准|执行)逮捕",
        r"抓[获捕](?!\S*(?:逃|赌|毒))\S*(?:嫌疑|人)",
        "批捕的先已抓获",
        "those whose arrest was approved had been caught",
        reach=2,
        worst="warning",
    ),
    _rule(
        r"审结|办结|结案", r"(?<!新)受理|(?<!新)收案", "办结的先已受理", "cases closed were accepted", most=CARRIED_OVER
    ),
    _rule(
        r"(?<!审查)起诉|提前介入",
        r"受理(?!审查逮捕|提请)",
        "起诉的先已受理",
        "cases prosecuted were accepted",
        most=CARRIED_OVER,
    ),
    _rule(
        r"检察建议|提起诉讼",
        r"(?:立案|办理)\S*(?:公益诉讼|案件)",
        "检察建议和起诉出自所办案件",
        "suits and proposals come from the cases",
    ),
    _rule(r"立案(?!办理)", r"线索", "立案的先有线索", "cases filed began as leads"),
    _rule(r"支持\S{0,8}赔偿|判赔", r"诉请|请求\S{0,4}赔偿|索赔", "判赔不超过诉请", "damages granted were claimed"),
    _rule(r"追回|返还|被盗现金|挽回", r"^(?!\S*均)\S*(?:损失|被骗)", "追回不超过损失", "what is recovered was lost"),
    _rule(r"贷款余额", r"社会融资规模存量", "贷款属于社会融资规模", "loans are part of total social financing"),
    _rule(
        r"(?:中长期|涉农|小微|经营|普惠|住户|绿色|制造业)\S*贷款余额",
        r"^\S{0,4}(?:银行|各项|人民币|本外币|全[区市省])+贷款余额",
        "专项贷款属于各项贷款",
        "a class of loans is part of all loans",
    ),
    _rule(
        r"同意(?:人数|表决权|股)",
        r"出席|有表决权|到会",
        "同意的不超过出席的",
        "votes in favour were cast by those present",
    ),
    _rule(
        r"实到|实际(?:到会|出席|参加|参会|报到|投票)|参加投票",
        r"应(?:到|出席|参加|参会|报到)|登记选民|选民总?人?数",
        "实到的不超过应到的",
        "those present had been due",
        reach=3,
        worst="warning",
    ),
    _rule(
        r"(?:回收|收回)\S{0,4}(?:问卷|答卷|调查表)",
        r"(?:发放|发出|派发)\S{0,6}(?:问卷|答卷|调查表)",
        "收回的不超过发出的",
        "what came back had been handed out",
        reach=6,
    ),
    _rule(
        r"净利润$|净利$",
        r"(?:营业总?收入|营收|总收入)$",
        "净利润一般不超过营业收入",
        "net profit rarely exceeds revenue",
        reach=3,
        worst="warning",
    ),
    _rule(
        rf"{LINES}的?(?:营业收入|收入|营收)$",
        rf"^(?!\S*(?:{LINE}|商业|零售|国际|海外|国内|分部))"
        r"(?P<of>\S*?)(?:总?营业总?收入|总?营收|总收入|(?:(?<=集团)|(?<=公司)|(?<=股份))收入)$",
        "业务收入属于营业收入",
        "revenue of one line of business is part of all revenue",
        reach=30,
        worst="warning",
    ),
    _rule(
        r"余额\S{0,2}(?:新增|增加|净增)",
        r"余额$",
        "新增额不超过余额",
        "what was added is part of the balance",
        reach=6,
        same=True,
    ),
    _rule(
        r"战略性新兴产业总产值|高技术\S*总产值",
        r"^规模以上工业总产值",
        "属于规模以上工业",
        "it is part of industry above designated size",
        reach=6,
    ),
    _rule(
        RATING.pattern,
        r"机构给出评级$",
        "给出某一评级的机构属于给出评级的机构",
        "those who rate a share so are among those who rate it",
        reach=6,
    ),
    _rule(
        r"^(?:狭义)?(?:乘用车|商用车|轿车|客车|货车|新能源(?:汽车|车|乘用车))(?P<rest>(?:国内)?(?:产量|销量|出口量?|保有量))$",
        r"^汽车(?P<rest>(?:国内)?(?:产量|销量|出口量?|保有量))$",
        "这类汽车属于汽车",
        "vehicles of one class are vehicles",
        reach=39,
    ),
    _rule(
        r"^(?P<rest>\S*?)新增装机",
        r"^(?P<rest>\S*?)(?<!新增)(?:总|累计)?装机",
        "新增装机属于全部装机",
        "new capacity is part of all capacity",
        reach=30,
        either=True,
    ),
    _rule(
        r"^(?:名)?伤[者员]",
        r"受伤(?:人数)?$",
        "伤者就是受伤的人",
        "those injured were injured",
        reach=24,
        worst="warning",
    ),
    _rule(
        r"日均?活跃?(?:用户|账户)?数?$",
        r"月均?活跃?(?:用户|账户)?数?$",
        "一天的活跃用户属于一月的活跃用户",
        "users of a day are among those of the month",
        reach=1,
        either=True,
    ),
    _rule(
        r"(?<!融资)(?:融资|融券)余额$",
        r"融资融券余额$",
        "融资余额、融券余额属于两融余额",
        "each is part of the balance of margin trading",
        reach=8,
        either=True,
    ),
    _rule(
        r"^(?!\S*(?:净增|新增|净减))(?P<of>\S*?)5G\S{0,4}(?:客户|用户)数?$",
        r"^(?!\S*(?:净增|新增|净减|5G))(?P<of>\S*?)(?:移动电话)?(?:客户|用户)(?:总数|总量|数)$",
        "5G用户属于全部用户",
        "users of 5G are among all users",
        reach=6,
    ),
    _rule(
        r"毛利(?:润)?$",
        r"(?:营业总?收入|营收|总收入|(?:(?<=集团)|(?<=公司)|(?<=股份))收入)$",
        "毛利润属于营业收入",
        "gross profit is part of revenue",
        reach=12,
        worst="warning",
    ),
    _rule(
        r"(?:所有者|股东)的?权益|净资产$",
        r"资产总[额计]|资产合计|总资产",
        "权益不超过资产",
        "equity is covered by assets",
    ),
    _rule(
        r"(?:网上|网下|战略配售)(?:最终)?发行(?:数量|股[数份])?$|战略配售(?:数量|股[数份])?$",
        r"(?<!网上)(?<!网下)(?:发行|公开发行)(?:的?股[票份])?(?:总[数量]|数量|股[数份])$",
        "网上、网下发行属于发行总数",
        "shares issued online are part of the issue",
        reach=6,
    ),
    _rule(
        r"国际\S*吞吐量",
        r"^(?!\S*(?:国际|货))\S*吞吐量",
        "国际属于全部",
        "international traffic is part of all traffic",
        reach=20,
    ),
)


MATTERS = re.compile("投诉|举报|咨询|求助|信访")
WHOLES = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", f"(?:{pair.whole.pattern})") for pair in NESTED))


@lru_cache(maxsize=1 << 12)
def nesting(part: str, whole: str) -> Nested | None:
    """The rule by which a measure worded `part` cannot exceed one worded `whole`; None where there is none."""
    return next(
        (
            pair
            for pair in NESTED
            if (inner := pair.part.search(part))
            and (outer := pair.whole.search(whole))
            and inner.groupdict().get("rest") == outer.groupdict().get("rest")
            and of_one(inner, outer)
            and not _of_other_matters(part, whole)
            and not pair.part.search(whole)
        ),
        None,
    )


def _of_other_matters(part: str, whole: str) -> bool:
    """Whether the two name different things that people bring before an office: 受理咨询3362件，投诉办结24986件."""
    left, right = (set(MATTERS.findall(words)) for words in (part, whole))
    return bool(left and right) and left.isdisjoint(right)


def can_be_whole(claim: Claim) -> bool:
    """Whether some rule makes this measure the larger one."""
    return _whole_of_some(claim.measure) and LEFT_OVER.search(lead(claim)) is None


LEFT_OVER = re.compile("(?:另外?|还|尚|仍)有$|其余|余下|剩余")  # 不起诉142件，另有|42件仍在审查


@lru_cache(maxsize=1 << 12)
def _whole_of_some(measure: str) -> bool:
    return WHOLES.search(measure) is not None


def one_time(part: Claim, whole: Claim) -> bool:
    """Whether a part is of the time of its whole: of one period, or of one last day that the whole, or the later
    months, end with (6月末 and 6月30日, but not 1-7月 and 7月); or one leaves it open."""
    if differ(stretch(part), stretch(whole)):
        return False
    if not differ(part.period, whole.period):
        return True
    left, right = periods.bounds(part.period), periods.bounds(whole.period)
    if left is None or right is None or left[1] != right[1]:
        return False
    return right[0] <= left[0] or right[0] == right[1]
