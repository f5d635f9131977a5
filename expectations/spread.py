"""Totals spread over days, persons or things: 8天接警9872起,平均每天1234起; 1280套,每套268元,共34.3万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from claims.claim import Claim
from expectations.averages import SUPPOSED, of_own_group
from expectations.blocks import Block
from expectations.comparison import Reading
from expectations.days_told import days_told, months_told
from expectations.level_words import LIKENED, names_own
from expectations.means import EXTREME
from expectations.same import PEOPLE_COUNTED, differ, dimension, is_level, is_result, is_worded
from expectations.sums import averaged
from expectations.words import LAST_YEAR, after, before, between, grams, lead, of_year_ago

TENS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
THINGS = (
    "平方米|公里|公斤|千克|小时|分钟|人口|人次|千瓦时|天|日|亩|公顷|吨|斤|户|家|人|名|位|台|套|件|张|只|辆|架|班|村|校|次|场|组|队|桌|株|棵|本|座|所|间"
    "|盒|箱|瓶|袋|份|部|条|枚|头|篇|页|层|栋|股|月|车次|班次|航次|趟|起|宗|(?:开放|营业|作业|运行)日"
)
OF_CLASSES = re.compile("平均班额(?:为|是|达|约)?$")
PER = re.compile(
    rf"每(?P<digits>\d{{1,3}})?(?P<tens>[十百千万]{{1,2}})?(?:个|名|位|一)?(?P<thing>{THINGS})(?P<rest>[^，,；;。每]{{0,14}})$"
)
PUPIL = "学生"
MEANS = {
    "日均": "天",
    "月均": "月",
    "人均次": "人次",
    "人均": "人",
    "户均": "户",
    "亩均": "亩",
    "亩产": "亩",
    "场均": "场",
    "生均": PUPIL,
    "班均": "班",
    "村均": "村",
}
MEAN = re.compile(r"(?P<mean>日均|月均|人均次|人均|户均|亩均|亩产|场均|生均|班均|村均)(?P<rest>[^，,；;。]{0,14})$")
MONTHLY = re.compile(r"(?:每(?P<thing>人|户|名|位)每月|月人均|每月每(?P<one>人|户))(?P<rest>[^，,；;。]{0,6})$")
A_YEAR = re.compile("全年|[去上]年|年度|一年")
SOME_MONTHS = re.compile(r"[\d一二两三四五六七八九十]个月|不发|停发|起发")
MONTHS = 12
FREE = re.compile("[^，,。；;]{0,4}(?:免费|免收|除外|缺席|不计|未)")  # 每人收费680元，12人免费
OFF = re.compile(r"满[^，,。；;]{0,6}减|优惠|打?[\d一二两三四五六七八九]折|券|立减|抵扣|免单|(?<!捐)赠")
PERSONS = frozenset("人名位") | {"人口", "师生", "学生"}
VISITORS = re.compile("游客|旅客|乘客|观众|旅游|消费|花费")  # who are counted as often as they come: 312.5万人次
# What is paid for a thing and what it costs are one: 投资2.95亿元,平均每公里造价125万元.
COSTS = re.compile("造价|成本|投资|投入|费用|资金|耗资|花费|支出|总价|金额|价值|消费|旅游收入|票房|销售")
WEIGHTS = {"吨": Fraction(1000), "公斤": Fraction(1), "千克": Fraction(1), "斤": Fraction(1, 2)}
DAYS = frozenset(("天", "日"))
MONTH_LONG = "月"
IN_YEAR = re.compile(
    "(?:全年|[去上]年|年度|半年)的?(?P<name>[一-鿿]{4,10}?)(?:日均|月均|平均每[天月])"
)  # 全年快递业务量日均50.8万件
IN_ALL = re.compile("共|合计|总|计|收入|节省|金额|款|价值")
# 单价4800元, 统一票价380元: of one of whatever the sentence counts.
PRICE = re.compile("(?<!均)(?<!最[高低])(?:单价|票价|售价|定价|价格)(?:统一|均|都)?[为是]?$")
OF_SOME = re.compile(
    r"另外|其余|其他|加上|已派发|周末|工作日|平日|节假日|[前后首头](?:[\d一二三四五六七八九十两]{1,2})?[天日周月]|其中"
)  # 前4天日均7.2万人次
IN_RANGE = re.compile("[-–—~～]|至")
BOUNDED = re.compile("(?:超过?|不足|不到|以上|以下)[^，,。；;]{0,8}的[^，,。；;]*$")
HOLDING = re.compile("含[^，,）)。；;]*$")  # 2月（含春节假期8天）
# 去年同样的船，平均每小时卸6400吨
BEFORE_NOW = re.compile(
    "[，,。；;](?:[去上]年同样|以前|此前|过去|原来|从前|改造前)[^，,。；;]{0,6}[，,]?[^，,。；;]{0,8}$"
)
MORE = re.compile("增收|增效|节支")
OTHER_YEAR = re.compile("(?:19|20)[0-9]{2}年|[去前]年|上年")
GROUPS = re.compile("老|儿|学|女|男|职|农|教|医|患|游|旅|居民家")  # 每千名老人拥有32张
THING = re.compile("[一-鿿]{2,4}")
SHORTENED = 2  # characters left of three: 接处警, 接警
REACHED = re.compile("(?:达到?|为|是|约|超过?)+$")
PRICED = re.compile(PRICE.pattern + "|亩产(?:量|约|达|为)*$")
DIVIDEND = re.compile("每1?0?股派|派现|派发现金")
ANY = "件"
PIECES = frozenset("件张台套只辆册本份盒箱瓶袋条枚部吨斤亩株棵盆桶双块顶") | {"公斤", "千克"}
PEOPLE = Fraction(3, 100)  # figures per head are over the mean population of a year, totals beside them at its end
FAR = 4  # times the average that what is implied may be
SCALES = (Fraction(1, 10000), Fraction(1, 100), Fraction(1, 10), 10, 100, 10000)
NAMED = 4  # characters of a total that the average names, wherever in the paragraph it stands: 人均|地区生产总值
BOUNDS = ("at_least", "at_most", "under")
PUPILS = re.compile("学生|在校生|在读|就读|新生|[小中高本]学?生")
SPENT, TAKEN_IN = re.compile("消费|花费"), re.compile("旅游(?:综合|总)?收入|总?消费额?$|花费")
ALL_SHARES = re.compile("总股本|股本总[额数]")
INHABITANTS = re.compile("人口|居民")
OF_SOME = re.compile("[市县省区]属|公立|直属|其中|加上|外加|另有|连同")  # a part of all that are counted
BEFORE, BEHIND = 5, 2  # clauses from the average to a total before and behind it
MONTH = 28  # days from which not all may be counted: an office is open on 240 to 262 of 365, a museum not on Mondays
WORKDAYS, SIX_DAYS = (Fraction(235, 365), Fraction(265, 365)), (Fraction(83, 100), Fraction(88, 100))
RECEIVED = re.compile("接待|参观|观众|读者|游客|入馆|借阅")
PARAGRAPH = 200  # characters before an average among which days may be told
BACK, AHEAD = 12, 3  # figures before the average, and from it on, that can be its total and number
PARAGRAPH_LONG = 16  # clauses from the length of a road to what a kilometre of it costs
ROUNDS = ("场", "轮", "局")
LENGTHS = ("公里", "千米")
ALL_LONG = re.compile("全长|总里程|路线长|线路长|总长")
PART_LONG = re.compile("桥隧|隧道|桥梁|时速")
TOTAL_PRICE = re.compile("总价|成交价|合同价|房款")
SQUARE = ("平方米", "平米", "㎡")
APART, LASTING = 4, 9  # clauses from the average to the number, and to the days of which a paragraph tells


@dataclass(frozen=True, slots=True)
class Spread:
    """An average over `per` of the things that `number` counts, with the total and how far it may be off.

    Where no figure counts them, words tell `days` of them.
    """

    average: Claim
    total: Claim
    number: Claim | None
    per: int | Fraction
    slack: Fraction
    days: int = 0
    supposed: bool = False  # nothing but their nearness ties the three
    factor: Fraction = Fraction(1)  # units of the average in one of the total: 1000 for 吨 and 公斤

    @property
    def using(self) -> tuple[Claim, ...]:
        """The figures that imply the average."""
        return (self.total,) if self.number is None else (self.total, self.number)

    @property
    def many(self) -> Fraction:
        """How many things the average is over, as printed."""
        return Fraction(self.days) if self.number is None else Fraction(self.number.value)

    def implied(self, total: Reading, *number: Reading) -> Reading:
        """The average that the total and the number come to; days that nobody rounded are counted as they are."""
        exact = self.number is None or (self.number.unit in DAYS and not self.number.hedge)
        return (total / (Reading.constant(self.many) if exact else number[0])).scaled(self.per * self.factor)


def spreads(block: Block) -> Iterator[Spread]:
    """Averages with the only total and the only number that their sentence, or the one before, tells of them."""
    levels = [claim for claim in block.claims if is_level(claim) and is_worded(claim) and _told(claim)]
    for at, average in enumerate(levels):
        if (
            not (
                average.kind == "rate"
                or (average.kind == "amount" and PRICED.search(lead(average)))
                or of_classes(average)
            )
            or average.value <= 0
            or EXTREME.search(average.measure + lead(average))
            or average.former
            or OF_SOME.search(lead(average))
            or SUPPOSED.search(before(average, 16))
            or IN_RANGE.search(before(average, 2))
            or IN_RANGE.match(after(average, 2))
            or average.hedge in ("over", "under", "at_least", "at_most")
        ):
            continue
        told = over(average)
        if told is None:
            continue
        thing, per, rest = told
        if thing == ANY and (home := _of_home(average, levels)) is not None:
            yield home
            continue
        first = max(0, at - BACK)
        near = [one for one in levels[first : at + AHEAD] if one.paragraph == average.paragraph]
        far = levels[:first] + [one for one in levels[first:at] if one.paragraph != average.paragraph]
        near = [one for one in far if _told_once(one, average, levels, told)] + near
        words = _words_before(block, average)
        yield from _found(average, near, thing, per, rest, words, _article_before(block, average))


def of_classes(average: Claim) -> bool:
    """Whether a figure is how many pupils a class has on average: 平均班额42.1人."""
    return OF_CLASSES.search(lead(average)) is not None


def _told(claim: Claim) -> bool:
    """Whether a figure is a result, or of a dividend that is planned: every 10股 so much, and so much in all."""
    return is_result(claim) or (claim.modality == "plan" and DIVIDEND.search(claim.sentence) is not None)


def _of_home(average: Claim, levels: list[Claim]) -> Spread | None:
    """The price a square metre of the one home whose size and price are told before it: 总价154.5万元，单价1.5万元."""
    near = [one for one in levels if one.paragraph == average.paragraph and 0 <= average.clause - one.clause <= LASTING]
    prices = [one for one in near if TOTAL_PRICE.search(lead(one)) and one.unit == average.unit and one is not average]
    sizes = [one for one in near if one.unit in SQUARE and one.start < average.start]
    if len(prices) != 1 or len(sizes) != 1 or prices[0].start > average.start:
        return None
    return Spread(average, prices[0], sizes[0], 1, Fraction(average.resolution))


def _told_once(one: Claim, average: Claim, levels: list[Claim], over: tuple[str, int | Fraction, str]) -> bool:
    """Whether a figure of an earlier paragraph is that of inhabitants, of which the article knows one, or is named by
    the average in full: 人均|地区生产总值."""
    thing, _, rest = over
    if thing == one.unit == "股" and ALL_SHARES.search(one.measure + lead(one)) and one.document == average.document:
        return len({other.value for other in levels if ALL_SHARES.search(other.measure + lead(other))}) == 1
    if one.document != average.document or one.former or differ(one.period, average.period):
        return False
    if INHABITANTS.search(one.measure) and (thing == "人口" or (thing == "人" and not GROUPS.match(rest))):
        return len({other.value for other in levels if INHABITANTS.search(other.measure)}) == 1
    if len(one.measure) >= NAMED and REACHED.sub("", lead(average).strip()).endswith(f"均{one.measure}"):
        return True
    if _named_before(one, average):
        return True
    of_many = thing in ("人口", "人") and one.unit == average.unit.partition("/")[0] and one.kind == "count"
    return of_many and len(one.measure) > NAMED and _named_in(one, rest)


def _named_in(one: Claim, rest: str) -> bool:
    """Whether the words of an average name a figure, or how its name ends: 每万人口|发明专利拥有量."""
    return len(one.measure) >= NAMED and (one.measure in rest or one.measure[-NAMED - 1 :] in rest)


def _named_before(one: Claim, average: Claim) -> bool:
    """Whether the words before the mean name a figure of a year: 全年快递业务量|日均."""
    match = IN_YEAR.search(lead(average))
    return match is not None and match["name"] in one.measure


def _words_before(block: Block, average: Claim) -> str:
    """The words of the paragraph up to the figure, where its article is at hand."""
    article = block.documents.get(average.document)
    if article is None:
        return before(average)
    return article.text[max(0, average.start - PARAGRAPH) : average.start].rpartition("\n")[2]


def _article_before(block: Block, average: Claim) -> str:
    """The text of the article up to the figure, where it is at hand."""
    article = block.documents.get(average.document)
    return article.text[: average.start] if article is not None else ""


def over(average: Claim) -> tuple[str, int | Fraction, str] | None:
    """What the average is over, how many of them, and what more its clause names; None where it does not say."""
    thing = average.unit.partition("/")[2]
    if thing:
        return thing, 1, lead(average)
    words = lead(average).strip()
    if (monthly := MONTHLY.search(words)) is not None:
        thing = monthly["thing"] or monthly["one"] or "人"
        whole_year = A_YEAR.search(average.sentence) and not SOME_MONTHS.search(average.sentence)
        return (thing, Fraction(1, MONTHS), monthly["rest"]) if whole_year else None
    if of_classes(average):
        return "班", 1, ""
    match = PER.search(words)
    if match is None and PRICE.search(words):
        return ANY, 1, ""
    if match is None:
        mean = MEAN.search(words)
        return (MEANS[mean["mean"]], 1, mean["rest"]) if mean else None
    tens = 1
    for character in match["tens"] or "":
        tens *= TENS[character]
    return match["thing"], int(match["digits"] or 1) * tens, match["rest"]


def _found(
    average: Claim, near: list[Claim], thing: str, per: int | Fraction, rest: str, words: str, article: str
) -> Iterator[Spread]:
    unit = dimension(average).partition("/")[0].partition(":")[0]
    apart = (
        PARAGRAPH_LONG if thing in LENGTHS else LASTING if thing in DAYS or thing in ROUNDS or thing == "亩" else APART
    )
    numbers = [
        one
        for one in near
        if counts(one, thing, per)
        and not (thing in LENGTHS and PART_LONG.search(one.measure + lead(one)))
        and (thing == PUPIL or abs(one.clause - average.clause) <= apart or one.paragraph != average.paragraph)
    ]
    if GROUPS.match(rest):
        numbers = [one for one in numbers if not INHABITANTS.search(one.measure)]  # 每千名|老人拥有32张
    wide = thing in DAYS  # of these, and of inhabitants, a paragraph tells once
    numbers = [
        one
        for one in numbers
        if (wide and one.start < average.start)
        or (thing in LENGTHS and ALL_LONG.search(one.measure + lead(one)) and one.start < average.start)
        or one.sentence_start == average.sentence_start
        or INHABITANTS.search(one.measure)
        or thing == PUPIL
        or (thing == "股" and ALL_SHARES.search(one.measure + lead(one)))
    ]
    totals = [
        one
        for one in near
        if one.kind in ("count", "amount") and one is not average and not one.former and one.value > average.value
        and _of_unit(one, unit) and _factor(one, average)
        and one not in numbers and not averaged(one.measure.removesuffix("平均"))
        and not (one.start > average.start and LIKENED.search(lead(one)))
        and over(one) is None
        and (_in_reach(one, average) or _named_in(one, rest) or _named_before(one, average)
             or (of_classes(average) and PUPILS.search(one.measure)))
        and earned(one, average)
    ]  # fmt: skip
    if "分别" in lead(average):  # 医师19.3万人，护士23.2万人，每千人分别拥有医师3.29人
        totals = [one for one in totals if not grams(average.measure).isdisjoint(grams(one.measure))]
    slack = Fraction(average.resolution)
    if thing in PERSONS:
        slack = max(slack, Fraction(average.value) * PEOPLE)
    if thing == ANY and PER.search(lead(average).strip()) is None:
        totals = [one for one in totals if average.start < one.start and one.clause - average.clause <= BEHIND]
    pairs = [
        Spread(average, total, number, each(thing, per, number), slack, factor=_factor(total, average))
        for total in totals
        for number in numbers
    ]
    pairs = [one for one in pairs if fits(one) or not _another_nearer(one, near)]
    if thing in DAYS and "均" in lead(average):
        told = [(total, days) for total in totals for days in days_told(total, average, words, article)]
        in_words = [Spread(average, total, None, per, slack, days) for total, days in told]
        pairs = in_words if not numbers or any(map(fits, in_words)) else pairs
    if thing == MONTH_LONG and not numbers:
        pairs = [
            Spread(average, total, None, per, slack, many) for total in totals for many in months_told(total, average)
        ]
    if (thing == ANY or "元" in average.unit) and OFF.search(words + average.sentence):
        return  # 每盒52元，满199减50，共付158元
    pairs = [one for one in pairs if not _of_other_year(one)]
    if of_year_ago(average) or BEFORE_NOW.search(before(average, 24)):
        pairs = [one for one in pairs if of_year_ago(one.total)]  # 亩产约1.7吨，去年亩产1.58吨
    pairs = [one for one in pairs if _plausible(one) and not _of_own_group(one) and not _of_more(one, near)]
    fitting = [one for one in pairs if fits(one)]
    if fitting:
        yield min(fitting, key=lambda one: abs(_ratio(one) - 1))
        return
    tied = [one for one in pairs if _tied(one, near)]
    if tied and (_names(tied[0], rest) or _costs(tied[0], rest)):
        yield tied[0]
        return
    named = [one for one in pairs if _names(one, rest)]
    close = [one for one in named if one.number and not grams(lead(average)).isdisjoint(grams(one.number.measure))]
    people = [one for one in named if one.number and INHABITANTS.search(one.number.measure)]
    summed = [one for one in named if thing in DAYS and _summed_up_before(one)]
    for choice in (pairs, close, people[-1:] if len(people) == len(named) else [], summed):
        if len({(one.total.value, one.many) for one in choice}) == 1 and choice[0] in named:
            yield choice[0]
            return
    here = [one for one in pairs if _side_by_side(one)]
    if len({(one.total.value, one.many) for one in here}) == 1:
        yield replace(here[0], supposed=True)


def _side_by_side(one: Spread) -> bool:
    """Whether a sentence tells the total, the days or things and the average in turn.

    43.8万人次，全年365天，每天接诊1200人次.
    """
    total, number, average = one.total, one.number, one.average
    alone = total.sentence_start == average.sentence_start and average.clause - total.clause <= BEHIND
    if number is None:
        return alone
    return alone and number.sentence_start == average.sentence_start and total.start < number.start < average.start


def _summed_up_before(one: Spread) -> bool:
    """Whether the clause right before the average tells its total as one of all: 合计处理1032万件，日均129万件."""
    near = one.average.clause - one.total.clause == 1 and one.total.sentence_start == one.average.sentence_start
    return near and IN_ALL.match(lead(one.total).strip()) is not None


def counts_some(one: Spread) -> bool:
    """Whether the count is of some of them only, or the inhabitants those registered and the figure per resident."""
    if one.number is None or INHABITANTS.search(one.number.measure + lead(one.number)) is None:
        return False
    told = "".join(dict.fromkeys((one.total.sentence, one.number.sentence, one.average.sentence)))
    return OF_SOME.search(told) is not None or ("户籍" in told and "按常住" in told)


def earned(total: Claim, average: Claim) -> bool:
    """Whether earnings per share, if the average is that, are of a profit and no difference of two, and what each
    earns more, of what all do: 销售额1260万元，带动278户，户均增收1.3万元."""
    if MORE.search(lead(average)) and not MORE.search(total.measure + lead(total)):
        return False
    return "每股收益" not in average.measure or ("利润" in total.measure and "差" not in lead(total))


def _another_nearer(one: Spread, near: list[Claim]) -> bool:
    """Whether another figure of what is counted stands between the number and the average: 种植1260亩，采挖450亩."""
    number, average = one.number, one.average
    if number is None or number.start > average.start or INHABITANTS.search(number.measure):
        return False
    between = [other for other in near if number.start < other.start < average.start and not other.former]
    alike = [other for other in between if other.unit == number.unit or other.dimension == number.dimension == "person"]
    alike = [other for other in alike if not PART_LONG.search(other.measure + lead(other))]
    if PUPILS.search(number.measure) and "生均" in lead(average):
        alike = [other for other in alike if PUPILS.search(other.measure)]
    return any(over(other) is None for other in alike)


def _of_other_year(one: Spread) -> bool:
    """Whether a year is told between the total and the days: 接待86.4万人次，2019年放假4天，日均15.39万人次."""
    number = one.number
    if number is None or number.unit not in DAYS:
        return False
    apart = number.sentence_start != one.total.sentence_start and not of_year_ago(one.total)
    if apart and LAST_YEAR.search(before(number, 12)) is not None:
        return True  # 去年国庆假期7天。今年假期车流量96万辆次，日均12万辆次
    if number.start < one.total.start:
        return False
    return OTHER_YEAR.search(between(one.total, number)) is not None and number.period != one.total.period


def _of_more(one: Spread, near: list[Claim]) -> bool:
    """Whether the sentence tells what a total has beyond the product: 起步价10元，5.6公里每公里2.2元，合计22.32元."""
    product = Fraction(one.average.value) * one.many / one.per / one.factor
    beyond = Fraction(one.total.value) - product
    beside = [other for other in near if other.unit == one.total.unit and other not in (one.total, one.average)]
    beside = [other for other in beside if other.sentence_start == one.total.sentence_start]
    return beyond > 0 and any(abs(beyond - Fraction(other.value)) <= one.total.resolution for other in beside)


def _of_own_group(one: Spread) -> bool:
    """Whether the average is told of a group, or of things, that total and number do not name: 住院者人均, 2名助教."""
    if of_own_group(one.average, f"{one.total.measure} {before(one.total)} {one.number.measure if one.number else ''}"):
        return True
    things = [
        THING.match(after(claim, 8).removeprefix(claim.unit.partition("/")[0])) for claim in (one.average, one.total)
    ]
    if None in things or one.total.kind != "count":
        return False
    own, other = (grams(match[0]) for match in things if match)
    return own.isdisjoint(other)


def _of_unit(total: Claim, unit: str) -> bool:
    """Whether a total is of the dimension of an average: persons are counted as 人, 名 and 位."""
    if total.measure.endswith("学位") and unit in PERSONS:
        return True  # 216个教学班，学位9720个，平均每班45人
    persons = (unit in PERSONS or unit in PEOPLE_COUNTED) and total.dimension in PEOPLE_COUNTED
    return dimension(total).partition(":")[0] == unit or persons


def _factor(total: Claim, average: Claim) -> Fraction:
    """How many units of the average are in one of the total; 0 where they do not fit."""
    unit = average.unit.partition("/")[0]
    if (
        total.unit == unit
        or total.measure.endswith("学位")
        or ((unit in PERSONS or unit == "人次") and total.dimension in PEOPLE_COUNTED)
    ):
        return Fraction(1)
    return WEIGHTS[total.unit] / WEIGHTS[unit] if total.unit in WEIGHTS and unit in WEIGHTS else Fraction(0)


def _tied(one: Spread, near: list[Claim]) -> bool:
    """Whether total and number are the two figures right before the average, or the number is of all inhabitants."""
    told = [claim for claim in near if claim.start < one.average.start][-2:]
    if one.number is None or one.total not in told or one.total.sentence_start != one.average.sentence_start:
        return False
    if INHABITANTS.search(one.number.measure) and one.number.sentence_start != one.average.sentence_start:
        return one.total is told[-1] and not INHABITANTS.search(one.total.measure)
    return one.number in told and one.average.clause - min(one.number.clause, one.total.clause) <= BEHIND


def _costs(one: Spread, rest: str) -> bool:
    """Whether average and total are both of money spent, or both of things counted in one unit."""
    total = one.total.measure + lead(one.total)
    if one.total.kind == "amount" and dimension(one.total).isupper():
        return COSTS.search(rest) is not None and COSTS.search(total) is not None
    return one.total.kind == "count" and one.total.unit == one.average.unit.partition("/")[0]


def _plausible(one: Spread) -> bool:
    """Whether the average is near what total and number come to, or a power of ten away: else they are of others."""
    if one.number is None and one.days >= MONTH:
        open_days = Fraction(one.total.value) / Fraction(one.average.value) / one.days
        if WORKDAYS[0] <= open_days <= WORKDAYS[1]:
            return False
        if RECEIVED.search(one.total.measure) and SIX_DAYS[0] <= open_days <= SIX_DAYS[1]:
            return False
    ratio = _ratio(one)
    return Fraction(1, FAR) <= ratio <= FAR or any(abs(ratio * ten - 1) <= PEOPLE for ten in SCALES)


def _ratio(one: Spread) -> Fraction:
    """How many times the average is what total and number come to."""
    return Fraction(one.total.value) / one.many * one.per * one.factor / Fraction(one.average.value)


def _in_reach(total: Claim, average: Claim) -> bool:
    """Whether the total stands in the sentence, a few clauses before, or right behind as one of all."""
    if total.sentence_start != average.sentence_start:
        return False
    if total.start < average.start:
        return average.clause - total.clause <= BEFORE
    words = lead(total)
    return total.clause - average.clause <= BEHIND and IN_ALL.search(words) is not None and "其中" not in words


def counts(claim: Claim, thing: str, per: int | Fraction) -> bool:
    """Whether a figure counts the things that the average is over."""
    if claim.kind not in ("count", "amount") or claim.former or claim.value <= 1:
        return False
    if BOUNDED.search(lead(claim)):
        return False  # 超过3000人的学校有210所
    if claim.part_of or "其中" in lead(claim) or claim.hedge in BOUNDS or FREE.match(after(claim, 8)):
        return False  # 45本,其中诗集30本; 90平方米以下的小户型
    if thing in PERSONS:
        if claim.dimension == "person_time":
            return VISITORS.search(claim.measure + claim.sentence) is not None
        persons = claim.dimension == "person" or (claim.unit == "个" and after(claim, 2) == "个人")
        return persons and (per <= 1 or INHABITANTS.search(claim.measure) is not None)
    if thing == "人次":
        return claim.dimension == "person_time"
    if thing in WEIGHTS and claim.unit in WEIGHTS:
        return True  # 产量4860吨，…每公斤150元
    if thing == PUPIL:
        return claim.dimension == "person" and PUPILS.search(claim.measure) is not None
    if thing in DAYS:
        return (claim.unit in DAYS or claim.unit.endswith("工作日")) and HOLDING.search(before(claim, 12)) is None
    if thing.endswith("日"):
        return claim.unit in DAYS and thing.removesuffix("日") in before(claim, 8)  # 开放342天，每个开放日5480人次
    if thing == ANY:
        return claim.unit in PIECES
    if thing == "月":
        return claim.unit == "个月"
    behind = after(claim, 8).removeprefix(claim.unit)
    named = claim.measure.endswith(thing) or re.match(f"[一-鿿]{{0,2}}{thing}(?:集体|共|合计|总)", behind)
    return claim.unit == thing or (claim.unit in ("个", "所") and bool(named))


def each(thing: str, per: int | Fraction, number: Claim) -> int | Fraction:
    """Over how many of the units of a number an average is: 1/1000 吨 for 每公斤."""
    weighed = thing in WEIGHTS and number.unit in WEIGHTS and number.unit != thing
    return per * WEIGHTS[thing] / WEIGHTS[number.unit] if weighed else per


def _names(one: Spread, rest: str) -> bool:
    """Whether the words of the average name nothing, or something of the total: 每公里养护费用 and 养护资金."""
    words = re.sub(r"[一-鿿]?均|平均|约|为|达|超过?|近", "", rest)
    if len(words) < 2 or not names_own(one.average):
        return True
    if SPENT.search(words) and TAKEN_IN.search(one.total.measure):
        return True  # 接待游客128.5万人次，实现旅游收入8.99亿元，人均消费700元
    if len(words) == SHORTENED and re.search(".".join(words), one.total.measure):
        return True  # 接处警9840起，日均接警27起
    return not grams(words).isdisjoint(grams(one.total.measure + lead(one.total)))


def fits(one: Spread) -> bool:
    """Whether the total over the number comes to the average, as far as rounding and the slack allow."""
    try:
        implied = one.implied(*map(Reading.of, one.using)).asserted
    except ZeroDivisionError:
        return False
    wide = one.average.asserted.low, one.average.asserted.high
    if wide[0] is None or wide[1] is None or implied.low is None or implied.high is None:
        return True
    return implied.low <= wide[1] + one.slack and wide[0] - one.slack <= implied.high
