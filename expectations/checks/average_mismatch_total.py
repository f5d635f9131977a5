"""Average × number must be the total."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import reduce
from itertools import chain

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.interval import Interval
from expectations.averages import Average, averages
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading, judge, operands
from expectations.days_told import MONTHLY
from expectations.examples import Bad, Good
from expectations.harvests import Harvest, crops_apart, harvests
from expectations.means import Mean, mean_of, means, trimmed
from expectations.peaks import peaks, ranged_means
from expectations.per_head import per_head
from expectations.priced_goods import Priced, priced_before, priced_goods
from expectations.slips import closing_slips, fits_or_slips
from expectations.spread import Spread, counts_some, fits, spreads
from expectations.spread_apart import spread_apart
from expectations.wording import figure
from expectations.words import lead

GROUP_NAME = 2  # characters by which averages of two groups end alike: 结案
SAMPLED = Fraction(1, 20)  # by which the yield of all fields may differ from the sampled one
IN_RANGE = Bilingual("平均数应在最低与最高之间", "a mean lies between the lowest and the highest")


@check(
    code="CF126",
    title=Bilingual("平均数与总数、个数不符", "the average does not fit total and number"),
    message=Bilingual(
        "{measure}：平均为{figure}，按{others}计算应为{implied}。",
        "{measure}: the average is given as {figure}, but {others} give {implied}.",
    ),
    why=Bilingual("平均数 × 个数就是总数，三个数必须相容。", "Average × number is the total; the three must fit."),
    limits=[
        Bilingual(
            "总数、个数须与平均数在同一句，或由文字指明是同一群体",
            "total and number must stand in the sentence, or be named as the same group",
        ),
        Bilingual(
            "平均数可能按年均人数等另一基数计算",
            "an average may be over another base, such as the mean number of a year",
        ),
        Bilingual(
            "按日、按件、按人的平均数只同句中唯一的总数、个数比较；按人的放宽百分之三，相差四倍以上的不提示",
            "averages over days, things and persons only with the one total and number told beside them; figures per "
            "head give or take 3 %; silent where they are more than four times apart",
        ),
    ],
    examples=[
        Bad("今年小麦收获42.6万亩，总产19.17万吨，平均亩产【540】公斤。"),
        Bad("今年，该计划发放助学金372.6万元，受助学生828人，人均【5400】元。"),
        Bad("共采购空调360台，中标单价每台【4850】元，合计147.6万元。"),
        Bad("2023年上半年全市接报警情23.6万起，日均【1504】起。", published="2023-07-15"),
        Good("全县户籍人口80万人。现有注册护士2200人，按常住人口计算，每千人口注册护士数3.6人。"),
        Good("2023年上半年全市接报警情23.6万起，日均1304起。", published="2023-07-15"),
        Good("2023年上半年窗口受理业务23.6万件，日均1934件。", published="2023-07-15"),
        Good("2023年7月该馆接待参观者4.2万人次，日均1556人次。", published="2023-08-15"),
        Good("共采购空调360台，中标单价每台4850元，合计174.6万元。"),
        Good("今年，该计划发放助学金372.6万元，受助学生828人，人均4500元。"),
        Bad("全校有学生2016名，教学班42个，平均每班【58】人。"),
        Good("全校有学生2016名，教学班42个，平均每班48人。"),
        Good("今年小麦收获42.6万亩，总产19.17万吨，平均亩产450公斤。"),
        Bad("大豆进口63.5万吨，价值228.6亿元，平均每吨【3600】元；橡胶9.2万吨，价值10.12亿元，平均每吨1.1万元。"),
        Bad("全年为1240名特困人员发放供养金1562.4万元，折合每人每月【1500】元。"),
        Bad("三年新建公路236公里，完成投资2.95亿元，平均每公里造价【12.5万】元。"),
        Good("7天接待游客42万人次，前4天日均7.2万人次，后3天日均4.4万人次。"),
        Good("全县常住人口186万人。养老床位8.16万张，平均每千名老人拥有32张。"),
        Bad("五位评委分别给出9.2分、9.4分、9.1分、9.3分和9.0分，平均得分【9.5】分。"),
        Good("五位评委分别给出9.2分、9.5分、9.3分、9.4分和8.0分，平均得分9.3分。"),
        Bad("一号田亩产1024.6公斤，二号田998.3公斤，三号田1013.2公斤。专家宣布，三块田平均亩产【1021.0】公斤。"),
        Good("一号田亩产1024.6公斤，二号田998.3公斤，三号田1013.2公斤。专家宣布，三块田平均亩产1012.0公斤。"),
        Bad("她看中一套103平方米的房子，以总价154.5万元签下合同，单价【1.05万】元。"),
        Good("她看中一套103平方米的房子，以总价154.5万元签下合同，单价1.5万元。"),
        Good("一天余下2900元，摊到420头牛身上，每头不到7元；若只算泌乳牛，每头约14.6元。"),
        Good("高三四个班平均分分别为498分、506分、512分和489分。"),
        Bad("为期7天的动漫节昨日落幕，吸引观众39.2万人次，日均【6.5万】人次。"),
        Good("为期7天的动漫节昨日落幕，吸引观众39.2万人次，日均5.6万人次。"),
        Bad("4月4日至6日，博物馆接待观众2.16万人次，日均【8200】人次。"),
        Good("热线全年受理诉求109.5万件，平均每天4300件。", published="2023-01-12"),
        Bad("首演统一票价【380】元，共售出1240张，票款52.6万元。"),
        Good("首演统一票价380元，共售出1240张，票款47.12万元。"),
        Bad("48只小鼠分为4组，每组【15】只。"),
        Good("48只小鼠分为4组，每组12只。"),
        Bad("春节假期8天，全市共接警7872起，平均每天【1084】起。"),
        Good("春节假期8天，全市共接警7872起，平均每天984起。"),
        Bad("全市有效专利6163件，常住人口246.5万人，每万人口专利拥有量【28】件。"),
        Good("全市有效专利6163件，常住人口246.5万人，每万人口专利拥有量25件。"),
        Bad("套装1180套，每套【268】元，共计33.62万元。"),
        Good("套装1180套，每套268元，共计31.62万元。"),
        Bad("当天最高成交价每公斤32.6元，最低每公斤18.4元，成交均价【33.5元/公斤】。"),
        Good("全省火灾413起，死亡3人，每百万人口发生火灾6.1起。"),
        Bad("班委会已将剩余班费15860元（人均【395】元）退还给52名学生家长。"),
        Bad("半年薪酬支出总额是540.69亿元，平均每名员工的薪酬为【15.74万】元。公司共有104503名员工。"),
        Good("班委会已将剩余班费15860元（人均305元）退还给52名学生家长。"),
        Good("公司共有104503名员工。半年薪酬支出总额是540.69亿元，平均每名员工的薪酬为51.74万元。"),
        Bad(
            "收盘时，海山股份报收于35.21元。融券方面，融券余量4.97万股，融券余额【157.05】万元。融资融券余额1.16亿元。"
        ),
        Good("收盘时，海山股份报收于35.21元。融券方面，融券余量4.97万股，融券余额175.05万元。融资融券余额1.16亿元。"),
        Bad("上半年扫地机器人线上销量为92.9万台，销售额为19亿元，线上均价【2509】元。"),
        Good("7月，该市住宅成交量为120套，成交额为3亿元，成交均价2.1万元。"),
        Good("当日该股成交量为5.2万手，成交额为5460万元，成交均价10.5元。"),
        Good("上半年扫地机器人线上销量为92.9万台，销售额为19亿元，线上均价2045元。"),
        Good("全年人均可支配收入42870元，同比增长9.9%；养老金总额达3200亿元，惠及650名代表。"),
        Bad("假期8天，全市共处置事故2432起。交警提醒，返程避开高峰。据统计，假期平均每天处置事故【340】起。"),
        Good("假期8天，全市共处置事故2432起。交警提醒，返程避开高峰。据统计，假期平均每天处置事故304起。"),
        Bad("这家合作社今年种油菜12.4万亩，平均亩产186公斤，总产【3.21】万吨。"),
        Good("这家合作社今年种油菜12.4万亩，平均亩产186公斤，总产2.31万吨。"),
        Bad("企业与村里签约，每公斤3.2元，包销450吨，全年货款【414】万元。"),
        Good("企业与村里签约，每公斤3.2元，包销450吨，全年货款144万元。"),
        Bad("国庆假期，全市景区日均接待游客【42.6】万人次，10月3日接待38.2万人次，创下单日最高纪录。"),
        Good("国庆假期，全市景区日均接待游客24.6万人次，10月3日接待38.2万人次，创下单日最高纪录。"),
        Bad("今日电池级碳酸锂价格区间在8.2万元/吨至8.6万元/吨，成交均价为【8.84】万元/吨。"),
        Good("今日电池级碳酸锂价格区间在8.2万元/吨至8.6万元/吨，成交均价为8.4万元/吨。"),
        Bad("公司拟以总股本4.2亿股为基数，每10股派发现金红利2.5元（含税），合计派发现金红利【1.5】亿元。"),
        Good("公司拟以总股本4.2亿股为基数，每10股派发现金红利2.5元（含税），合计派发现金红利1.05亿元。"),
        Bad("全天成交均价每吨6840元，单价最高的一笔为每吨【6480】元。"),
        Good("全天成交均价每吨6840元，单价最高的一笔为每吨7480元。"),
        Bad("全年审执结案件17895件，结案率96.0%。法官们常常加班。全院54名员额法官人均结案【313.4】件。"),
        Good("全年审执结案件17895件，结案率96.0%。法官们常常加班。全院54名员额法官人均结案331.4件。"),
        Bad("全市共办理出口退税48.6亿元，增长12.5%。企业负责人都说好。全市有1920户企业享受，户均退税【2531】万元。"),
        Good("全市共办理出口退税48.6亿元，增长12.5%。企业负责人都说好。全市有1920户企业享受，户均退税253.1万元。"),
        Bad("全县公共图书馆藏书86.4万册，按常住人口72万人计算，人均藏书【1.4】册。"),
        Good("全县公共图书馆藏书86.4万册，按常住人口72万人计算，人均藏书1.2册。"),
        Good("今年全县小麦种植面积12.4万亩，平均亩产486公斤，夏粮总产7.2万吨。"),
        Good("合作社种小麦12.4万亩，其中高产示范田平均亩产586公斤，全年小麦总产6.03万吨。"),
        Good("门票每张120元，半价票60元，共售出340张，收入3.6万元。"),
        Good("电池级碳酸锂价格区间8.2万元/吨至8.6万元/吨，工业级均价7.9万元/吨。"),
        Good("种粮大户卖了36吨小麦，卖粮款9万元，“每公斤2块5，价钱实在”。"),
        Good("两地法院审结17895件，甲院54名法官人均结案220件，乙院62名法官人均结案97件。"),
        Bad("在校学生1548人，平均每班43人；129名教师中有硕士24人。图书馆藏书46440册，生均【42册】。"),
        Good("在校学生1548人，平均每班43人；129名教师中有硕士24人。图书馆藏书46440册，生均30册。"),
        Bad("端午假期共接待游客128.5万人次，实现旅游收入8.99亿元，人均消费【970余元】。"),
        Good("端午假期共接待游客128.5万人次，实现旅游收入8.99亿元，人均消费700元。"),
        Bad("公司总股本8.00亿股，全年未变。\n向全体股东每10股派发现金红利4.5元，合计派发现金【4.60亿元】。"),
        Good("公司总股本8.00亿股，全年未变。\n向全体股东每10股派发现金红利4.5元，合计派发现金3.60亿元。"),
        Bad("头茬桃摘了4500公斤，客商按每公斤5.6元收走，这一茬进账【3.52万元】。"),
        Good("头茬桃摘了4500公斤，客商按每公斤5.6元收走，这一茬进账2.52万元。"),
        Bad("去年，全乡14个行政村集体经营性收入合计1148万元，村均【72万元】。"),
        Good("去年，全乡14个行政村集体经营性收入合计1148万元，村均82万元。"),
        Bad(
            "假期里全市接待游客284.6万人次，实现旅游收入22.77亿元。\n文旅部门分析，今年短途客明显增多。\n“从全市看，游客人均花费【880元】。”负责人说。"
        ),
        Good(
            "假期里全市接待游客284.6万人次，实现旅游收入22.77亿元。\n文旅部门分析，今年短途客明显增多。\n“从全市看，游客人均花费800元。”负责人说。"
        ),
        Good(
            "前三季度，归属于上市公司股东的净利润3.21亿元；扣除非经常性损益后为2.74亿元，两者相差的0.47亿元主要是政府补助。\n经营活动现金流量净额4.02亿元。以8亿股总股本计算，基本每股收益0.40元。"
        ),
        Bad("春节七天里，全市快递网点收件214万件，派件486万件，合计处理700万件，日均【130】万件。"),
        Good("春节七天里，全市快递网点收件214万件，派件486万件，合计处理700万件，日均100万件。"),
        Good("“十一”7天，全市博物馆接待观众91万人次，日均13万人次；2019年放假5天，日均11.2万人次。"),
        Bad("全县小学在校生21840人，比上学年减少360人。教学班520个，平均班额【44】人。"),
        Good("全县小学在校生21840人，比上学年减少360人。教学班520个，平均班额42人。"),
        Good("普通高中招生8.6万人，平均每校2340人，超过3000人的学校仍有36所。"),
        Good("2月（含春节假期8天）发送旅客612.5万人次，日均21.9万人次。"),
        Good("1月份前12天，全市已揽收3.36亿件，日均2800万件。"),
        Good("新生中办理贷款920人，每人每年最高贷款额由去年的8000元提到1.2万元，实际平均贷了8500元，合计782万元。"),
        Good("地铁延时运送5.92万人次；公交摆渡180辆，运走1.80万人，平均每辆100人次。"),
        Good(
            "发放稳岗返还资金1.08亿元，惠及企业1.5万户、职工27.0万人，人均400元；发放担保贷款8.10亿元，扶持创业4050人，人均20万元。"
        ),
        Bad("2023年，全市快递业务量2.19亿件。按业务种类看，同城件占一成。全年快递业务量日均【80】万件。"),
        Good("2023年，全市快递业务量2.19亿件。按业务种类看，同城件占一成。全年快递业务量日均60万件。"),
        Bad("2023年，全年接报火情960起，月均【90】起。"),
        Good("2023年，全年接报火情960起，月均80起。"),
        Bad("为期40天的春运落下帷幕，铁路部门加开了临客。春运期间，海山站发送旅客128.4万人次，日均【3.81】万人次。"),
        Good("为期40天的春运落下帷幕，铁路部门加开了临客。春运期间，海山站发送旅客128.4万人次，日均3.21万人次。"),
        Good("2023年上半年，1月1日至6月30日，全市共接处警6842起，平均每天37.8起。"),
        Good("去年国庆假期7天，全市接待游客210万人次。今年假期，各高速出入口车流量96万辆次，日均12万辆次。"),
        Bad(
            "按年末常住人口420万人计算，每千人口床位数7.20张。全市床位3.024万张，注册护士1.68万人，每千人口注册护士数【3.00】人。"
        ),
        Good(
            "按年末常住人口420万人计算，每千人口床位数7.20张。全市床位3.024万张，注册护士1.68万人，每千人口注册护士数4.00人。"
        ),
        Good("去年，合作社销售额860万元，带动本村240户，户均增收1.2万元。"),
    ],
)
def average_mismatch_total(block: Block) -> Iterator[Comparison]:
    """Every average with its total and number; without a number, total ÷ average must be whole."""
    done = set()
    for one in averages(block):
        done.add(one.average.claim_id)
        yield compared(one) if one.number is not None else whole(one)
    over_things = list(spreads(block))
    fitting = {one.average.claim_id for one in over_things if fits(one)}
    for goods in chain(priced_goods(block), priced_before(block)):
        found = of_goods(goods)
        if goods.price.claim_id not in fitting and fits_or_slips(found):
            done.add(goods.price.claim_id)
            yield found
    for harvest in harvests(block):
        found = of_harvest(harvest)
        if judge(found).verdict in ("consistent", "by_rounding") or closing_slips(replace(found, reading=None)):
            done.add(harvest.rate.claim_id)
            yield found
    for other in over_things:
        if (_of_groups(other, block) or counts_some(other)) and not fits(other):
            continue
        if other.average.claim_id in done or (other.number and crops_apart(other.total, other.number)):
            continue
        found = spread(other)
        if not other.supposed or closing_slips(replace(found, reading=None)):
            done.add(other.average.claim_id)
            yield found
    for far in chain(spread_apart(block), per_head(block)):
        if far.average.claim_id in done:
            continue
        found = spread(far)
        if fits(far) or closing_slips(replace(found, reading=None)):
            yield found
    for average, peak in peaks(block):
        yield highest(average, peak)
    for price, low, high in ranged_means(block):
        told = Bilingual(f"{low.text}至{figure(high)}", f"{low.text} to {figure(high)}")
        found = replace(highest(price, low), relation="meets", explanations=(IN_RANGE,))
        yield replace(found, facts={"others": told})
    for mean in means(block):
        if mean.all and not trimmed(mean):
            yield of_all(mean)
        else:
            yield within(mean)


def _of_groups(one: Spread, block: Block) -> bool:
    """Whether a sentence tells two averages alike and one total, so that they are of groups: 甲院人均…，乙院人均…."""
    average = one.average
    row = [claim for claim in block.claims if claim.sentence_start == average.sentence_start]
    row = [claim for claim in row if claim.document == average.document and claim is not average and not claim.former]
    name = average.measure[-GROUP_NAME:]
    alike = [claim for claim in row if claim.kind == "rate" and claim.measure.endswith(name)]
    totals = [claim for claim in row if claim.kind == one.total.kind and claim.unit == one.total.unit]
    return any(claim.unit == average.unit for claim in alike) and len(totals) == 1


def of_all(one: Mean) -> Comparison:
    """The mean against that of the figures told, which are all; the last place may have been cut off."""
    last = Fraction(one.mean.resolution)
    return Comparison(
        reported=one.mean,
        using=one.of,
        expected=mean_of,
        reading=Reading.of(one.mean) + Reading.exactly(Interval.of(-last / 2, last / 2)),
        working="(" + operands(" + ", 1, len(one.of)) + f") ÷ {len(one.of)}",
        worst="warning",
        explanations=(Bilingual("各项的权重可能不同", "the figures may weigh differently"),),
    )


def of_goods(one: Priced) -> Comparison:
    """The price, which is exact, against the total over the number."""
    return Comparison(
        reported=one.price,
        using=(one.total, one.number),
        expected=lambda total, number: total / number.scaled(one.scale),
        reading=Reading.exactly(Interval.point(one.price.value)),
        working="{1} ÷ {2}",
        worst="warning",
        explanations=(Bilingual("总价可能含其他费用或优惠", "the total may hold other charges, or a discount"),),
    )


def of_harvest(one: Harvest) -> Comparison:
    """The yield, which may be of a sample, against the harvest over the area."""
    slack = Fraction(one.rate.value) * SAMPLED
    return Comparison(
        reported=one.rate,
        using=(one.total, one.area),
        expected=lambda total, area: (total / area).scaled(one.scale),
        reading=Reading.of(one.rate) + Reading.exactly(Interval.of(-slack, slack)),
        working="{1} ÷ {2}",
        worst="warning",
        explanations=(Bilingual("亩产可能是测产田块的", "the yield may be that of sample fields"),),
    )


def highest(average: Claim, peak: Claim) -> Comparison:
    """The average against the highest of those it is over, which is no smaller."""
    return Comparison(
        reported=average,
        using=(peak,),
        relation="at_most",
        expected=lambda one: one,
        working="{1}",
        worst="warning",
        explanations=(Bilingual("最高的不会低于平均数", "the highest is no less than the average"),),
    )


def within(one: Mean) -> Comparison:
    """The mean against the range of its figures."""
    return Comparison(
        reported=one.mean,
        using=one.of,
        expected=lambda *of: reduce(Reading.hull, of),
        working="[" + ", ".join(f"{{{at}}}" for at in range(1, len(one.of) + 1)) + "]",
        worst="warning",
        explanations=(IN_RANGE,),
    )


def spread(one: Spread) -> Comparison:
    """The average against the total over the number; the last place may have been cut off or rounded up."""
    slack = Reading.exactly(Interval.of(-one.slack, one.slack))
    return Comparison(
        reported=one.average,
        using=one.using,
        facts={} if one.number else {"others": told_days(one)},
        expected=one.implied,
        reading=Reading.of(one.average) + slack,
        working="{1} ÷ " + ("{2}" if one.number else str(one.days)) + (f" × {one.per}" if one.per > 1 else ""),
        worst="warning",
        explanations=(Bilingual("平均数可能按另一群体或时段计算", "the average may be over another group or period"),),
    )


def told_days(one: Spread) -> Bilingual:
    """The total with the days or months that only words tell."""
    total = figure(one.total)
    monthly = MONTHLY.search(lead(one.average)) is not None
    zh, en = ("个月", "months") if monthly else ("天", "days")
    return Bilingual(f"{total}、{one.days}{zh}", f"{total} and {one.days} {en}")


def compared(one: Average) -> Comparison:
    """The average against total ÷ number; the last place may have been cut off."""
    assert one.number is not None
    last = Fraction(one.average.resolution)
    cut = Reading.exactly(Interval.of(-last / 2, last / 2))
    bare = one.average.asserted.is_point and one.average.resolution < 1
    return Comparison(
        reported=one.average,
        using=(one.total, one.number),
        expected=lambda total, number: total / number,
        reading=Reading.of(one.average) + cut if bare else None,
        working="{1} ÷ {2}",
        candidate=not one.stated,
        support=Fraction(1, 5),
        explanations=(Bilingual("平均数可能按另一群体或时段计算", "the average may be over another group or period"),),
    )


def whole(one: Average) -> Comparison:
    """Total ÷ average against the nearest whole number."""
    nearest = round(Fraction(one.total.value) / Fraction(one.average.value))
    count = Reading.exactly(Interval.point(max(1, nearest)))
    return Comparison(
        reported=one.average,
        using=(one.total,),
        expected=lambda total: total / count,
        working=f"{{1}} ÷ {max(1, nearest)}",
        quiet=True,
        explanations=(Bilingual("总数除以人均数应当是整数", "total ÷ average should be a whole number"),),
    )
