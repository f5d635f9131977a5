"""A part is never larger than its whole: of a list, of a place, of a year, of a procedure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.areas import within_place
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Refusal, judge
from expectations.containment import Inside, described, inside, kinds, smaller
from expectations.examples import Bad, Good
from expectations.months import shorter, shorter_across
from expectations.nested import Nested, can_be_whole, nesting, one_time
from expectations.of_those import added_to, moved_to, of_a_time, of_group_at_head, of_those
from expectations.same import differ, dimension, is_level, is_result, is_time
from expectations.stretches import aside
from expectations.words import after, between, lead, likeness
from expectations.worldwide import worldwide

RECENT = 30
FEW = 6
# What other parts may lower, as losses do: 全年净利润0.9亿元，其中第四季度2.7亿元.
PEAK, MEAN_OF = (
    re.compile("最[高大多快长]|峰值"),
    re.compile("亩产|单产|均|每"),
)  # 示范片亩产826公斤，其中最高田块871公斤
NETTED = re.compile("净?利润|净利|盈利|结余|盈余|顺差|逆差|净[买卖流增申赎]")
FAR = 40  # clauses: what rules for amounts allow where they name no reach of their own
CHAINED = re.compile("^[^，,。；;]{0,6}[，,]其中[^，,。；;]{0,12}$")
OF_THE_LAST = Bilingual("后一个“其中”指前一分项", "the second 其中 is taken of the part before it")
SPECIFIC = 5  # across articles a measure has to be so many characters long
SHARE_OF = re.compile("占[^，,。；;]{1,16}[%％]")
LEVEL = re.compile(r"\d[\d.,]*\s?[万亿]*(?=[一-鿿])(?!个?[年月日号时季])")
LISTED = 8  # clauses from a total to the last of what 其中 lists
EXTREME = re.compile("最[大小多少高低]|人均|户均")  # 损失最大的76万元: of one of them
NOT_ADDING = re.compile("均|率|比|价|每|次均|指数|温度|气温|浓度|雨|雪|浪|风|前$|占前|席")
LIKENED = re.compile("(?:比|较|与)[^，,。；;]{0,14}$")  # 其中醉驾11起，比前一周末的63起下降
# 发放纸质问卷1000份，回收942份，加上线上填写的344份: the part is of more than the whole.
MORE_COUNTED = re.compile("加上|连同|另收|另有|线上|网上|积案|历年|往年|投资收益|转让|出售|股权")
CASES = re.compile("刑事|民事|民商事|行政|执行|知识产权|未成年人")
ANOTHER = re.compile("之后|此后|以后|此外|另")  # 之前建的5210栋，其中…；之后建的7270栋


@check(
    code="CF102",
    title=Bilingual("分项大于总数", "a part exceeds its whole"),
    message=Bilingual(
        "{measure}为{figure}，大于它所属的{others}。",
        "{measure} is given as {figure}, more than {others} of which it is a part.",
    ),
    why=Bilingual(
        "“其中”之后的数、破案数与立案数、负债与资产，部分不能大于整体。",
        "What follows “of which”, cases solved and filed, liabilities and assets: a part cannot exceed its whole.",
    ),
    limits=[
        Bilingual(
            "没有地区代码时，只比较文字写明的上下级地区（全省与某市）",
            "without codes of places, only areas that words place in one another (全省 and a city)",
        ),
        Bilingual("比率、均值和价格不比较", "rates, means and prices are not compared"),
        Bilingual(
            "破案、审结、起诉数可含往年积案，不超过立案、受理数的1.1倍时不提示",
            "cases of earlier years may be closed now: up to 1.1 times those filed is let pass",
        ),
        Bilingual("投资收益大的公司，净利润可能超过营业收入", "gains on investments may lift profit above revenue"),
    ],
    examples=[
        Good("受理刑事案件1872件，民事案件12946件，行政案件435件。刑事审判方面，全年审结1815件。"),
        Bad("今年前三季度，全省新开工保障房1.86万套，其中9月当月开工【1.93万】套。"),
        Good("今年前三季度，全省新开工保障房1.86万套，其中9月当月开工0.93万套。"),
        Good("前三季度，全市立案862件，处分794人，其中县处级21人。9月份，立案97件，处分86人。"),
        Bad(
            "2025年上半年，云雾山景区接待游客【412万】人次。",
            "云雾山景区接待游客再增：2025年，云雾山景区接待游客386万人次。",
        ),
        Bad("2023年，全县共接待游客312万人次。特别是上半年，接待游客达到【342万】人次。", published="2024-01-16"),
        Good("2023年，全县共接待游客312万人次。特别是上半年，接待游客达到142万人次。", published="2024-01-16"),
        Bad("假期全省接待游客3286万人次。其中，云山市接待游客【3628万】人次。"),
        Good("假期全省接待游客3286万人次。其中，云山市接待游客362万人次。"),
        Good("被害人31名，被骗金额共计1860万元，其中最多的一人被骗480万元，最少的9000元。警方返还被骗款734万元。"),
        Good("本轮到场观众17.3万人次，场均2.16万人，其中甲球场的4.6万人最多。"),
        Good("受理审查起诉涉税嫌疑人82人，其中公司高管11人；起诉74人，不起诉3人。"),
        Good("1至9月，热线受理诉求52.7万件，其中9月受理5.9万件。办结51.8万件，满意率96.4%。"),
        Good("全年新收专利纠纷案件1840件，结案1893件，上年结转212件。"),
        Bad("专项行动中，警方立案439宗、破案【520】宗。"),
        Bad("警方先后前往7省抓捕，共抓获嫌疑人45名，批捕【61】名。"),
        Good("警方先后前往7省抓捕，共抓获嫌疑人45名，批捕21名。"),
        Good("全年抓获网上在逃人员45名，批捕61名。"),
        Good("海山银行资产总额2000亿元，比年初多3%。飞鸟银行负债总额5000亿元，比年初多4%。"),
        Good("7月，全国汽车产量236.8万辆。1至7月，新能源汽车产量451.2万辆，增长38%。"),
        Good("检察机关受理审查逮捕案件1203件1815人；受理审查起诉2350件3420人，起诉1820件2516人。"),
        Bad("公司月均活跃用户数达到3.24亿，日均活跃用户数达到【9.65亿】，同比增长15%。"),
        Good("以往两次强震一次在泸州市泸县（距离这次震中58公里），一次在宜宾市长宁县（距离这次震中141公里）。"),
        Bad("融券余量4.97万股，融券余额【175.05亿】元。融资融券余额1.16亿元。"),
        Good("融券余量4.97万股，融券余额175.05万元。融资融券余额1.16亿元。"),
        Good("到6月末客户总数为8.36亿户，当月净增客户数为196.4万户，5G套餐客户数为5.97亿户。"),
        Bad("2023年上半年，海山总收入为2992亿元。2023年第二季度，海山总收入达到【8492亿】元。"),
        Bad("近三个月来，有5家机构给出评级，其中买入评级【8】家。"),
        Good("近三个月来，有5家机构给出评级，其中买入评级4家。"),
        Bad(
            "上半年，飞跃汽车向全球客户交付新车167354辆。中国市场方面，飞跃汽车上半年新车交付量达【438000】辆。",
            published="2023-08-15",
        ),
        Good(
            "上半年，飞跃汽车全球纯电动汽车销量为10191辆。上半年，飞跃汽车在中国市场销量为174548辆。",
            published="2023-08-15",
        ),
        Bad("7月，全国汽车产量236.8万辆，下降3.1%。7月，全国乘用车产量【317.2万】辆，下降4.6%。"),
        Good("7月，全国汽车产量236.8万辆，下降3.1%。7月，全国乘用车产量207.2万辆，下降4.6%。"),
        Bad("二季度，全球投向芯片的资金为264亿美元，比一季度少了2.7%；其中我国投向芯片的资金为【1021亿】美元。"),
        Bad(
            "截至2023年6月30日，全省可再生能源装机达到1.46亿千瓦；2023年上半年，全省可再生能源新增装机【8.12亿】千瓦。"
        ),
        Good("海山公布的业绩里，国际零售商业营收达412.56亿元，飞鸟业务营收达463.18亿元，分别增长14%和19%。"),
        Bad("共抓获网上在逃人员3150名，其中命案在逃人员【4170】名。"),
        Bad("债权人会议于上午召开，应到债权人28位，实到债权人【58】位。"),
        Bad("本次股东会应出席董事9人，实际出席董事【11】人。"),
        Bad("调查组共发放问卷1200份，回收问卷【1530】份。"),
        Good("债权人会议于上午召开，应到债权人28位，实到债权人25位，列席人员31位。"),
        Good("调查组共发放问卷1200份，回收问卷1153份，其中有效问卷1086份。"),
        Good("专项行动中，警方立案439宗、破案420宗。"),
        Good("共抓获网上在逃人员3150名，其中命案在逃人员117名。"),
        Bad("上半年，该公司实现营业收入36.20亿元，同比增长4.1%；净利润【85.17亿】元，同比增长3.6%。"),
        Good("上半年，该公司实现营业收入36.20亿元，同比增长4.1%；净利润8.57亿元，同比增长3.6%。"),
        Bad("医院共收治此类病例200例，其中儿童84例，其中【97】例已痊愈出院。"),
        Bad("全国持有驾驶证的超过5亿人，其中持汽车驾驶证的有【9.63亿】人。"),
        Good("全国持有驾驶证的超过5亿人，其中持汽车驾驶证的有4.63亿人。"),
        Good("医院共收治此类病例200例，其中儿童84例，其中37例已痊愈出院。"),
        Good("全年立案439宗，抓获嫌疑人520名。"),
        Bad("前7月，电站建设投入6012万元，增长54.4%。其中，光伏【2130亿】元；风力1240亿元。"),
        Good("前7月，电站建设投入6012亿元，增长54.4%。其中，光伏2130亿元；风力1240亿元。"),
        Good("沿江各县有暴雨（55至85毫米），其中山区乡镇有大暴雨（110至180毫米）。"),
        Bad("2023年上半年，海山汽车公司营业收入11.43亿元。2023年第二季度，海山汽车公司营业收入【15.25】亿元。"),
        Good("2023年上半年，海山汽车公司营业收入11.43亿元。2023年第二季度，海山汽车公司营业收入5.25亿元。"),
        Good("2023年上半年，海山汽车公司净利润1.43亿元。2023年第二季度，海山汽车公司净利润5.25亿元。"),
        Bad("排查中发现血压异常者412名，医生逐一上门。目前异常者中已有【437】名接受复查。"),
        Good("排查中发现血压异常者412名，医生逐一上门。目前异常者中已有137名接受复查。"),
        Bad("截至三月底，公司用户数达4.02亿户，当月净增【4.79亿】户。"),
        Good("截至三月底，公司用户数达4.02亿户，当月净增479万户。"),
        Bad("全县现有农机8600台。其中玉米收获机增长22%，增至【12070】台。"),
        Good("全县现有农机8600台。其中玉米收获机增长22%，增至1207台。"),
        Bad("截至年底，公司移动客户总数3.86亿户，5G客户数【21.86】亿户。"),
        Good("截至年底，公司移动客户总数3.86亿户，5G客户数2.186亿户。"),
        Bad("本次公开发行股票总数4200万股，其中网上发行数量【7140】万股。"),
        Good("本次公开发行股票总数4200万股，其中网上发行数量1714万股。"),
        Bad(
            "2023年前8个月，全市累计办理出口退税26.4亿元，惠及企业1836户。其中，上半年办理【28.1】亿元，7、8两个月申报集中。"
        ),
        Good(
            "2023年前8个月，全市累计办理出口退税26.4亿元，惠及企业1836户。其中，上半年办理18.2亿元，7、8两个月申报集中。"
        ),
        Good(
            "以免签方式从海山口岸入境的外国人，2023年上半年累计有12.4万人次，来自67个国家。邮轮复航后客流走高。以免签方式入境的外国人，仅二季度就达7.9万人次。"
        ),
        Bad("夜查中，查处酒后驾驶86起，包括醉酒驾驶【96】起；查处超载57起。"),
        Good("夜查中，查处酒后驾驶86起，包括醉酒驾驶26起；查处超载57起。"),
        Bad("独居老人有142人，社区为他们逐一建档，这些独居老人中年满80周岁的【167人】被列为重点对象。"),
        Good("独居老人有142人，社区为他们逐一建档，这些独居老人中年满80周岁的67人被列为重点对象。"),
        Bad("全市现有村卫生室214所，截至10月底，达到标准化建设要求的村卫生室已有【231所】。"),
        Good("全市现有村卫生室214所，截至10月底，达到标准化建设要求的村卫生室已有186所。"),
        Bad("2025年8月单月处理番茄【2.1万吨】。自2025年7月10日开机以来，企业累计处理番茄1.9万吨。"),
        Good("2025年8月单月处理番茄1.1万吨。自2025年7月10日开机以来，企业累计处理番茄1.9万吨。"),
        Good("当年新增图书21.4万册，其中购置18.9万册、受赠2.5万册，同时剔旧6.2万册，净增15.2万册。"),
        Good("百亩示范片实测亩产826.5公斤，其中最高田块为871.2公斤。"),
        Bad("石桥镇有脐橙园1.6万亩，分布在18个村。镇里脐橙园中已经进入挂果期的有【2.4万亩】。"),
        Good("石桥镇有脐橙园1.6万亩，分布在18个村。镇里脐橙园中已经进入挂果期的有1.2万亩。"),
        Bad(
            "2025年1至6月，大队累计查处酒后驾驶248起，查处无证驾驶88起。光是2025年6月一个月，就查获酒后驾驶【276起】。"
        ),
        Good("2025年1至6月，大队累计查处酒后驾驶248起，查处无证驾驶88起。光是2025年6月一个月，就查获酒后驾驶76起。"),
        Good("全县年出栏500头以上的规模养殖场共186家，其中年出栏1万头以上的8家合计出栏12.8万头。"),
        Bad(
            "停车券从2023年8月开始发放，截至2023年11月30日累计使用420万元，带动停车3.6亿元。其中2023年11月一个月就使用【531】万元。"
        ),
        Good(
            "停车券从2023年8月开始发放，截至2023年11月30日累计使用420万元，带动停车3.6亿元。其中2023年11月一个月就使用153万元。"
        ),
        Good("全院新收各类案件4210件，同比下降3.1%；办结4386件（含旧存）。"),
        Good("3号楼病床8月启用，同时关掉老楼84张，净增126张。"),
        Good("2000年之前建的房屋有3860栋，其中红色1240栋；之后建的5420栋，红色310栋。"),
        Good("教师210人，新招22人，退休和调离7人，净增15人。"),
        Good("新航点12个，停飞4个，净增8个。"),
        Good("全年新收案件6420件，加上旧存的312件，共受理6732件，审结6281件。"),
        Good("全县新建充电站80个，加上现有的415个，年底达到495个。"),
        Good("全年受理投诉25417件，举报9863件，咨询3362件。投诉已办结24986件，办结率98.3%。"),
        Good("车站由61座增至75座——5座换乘站不重复计算，净增14座。"),
        Bad("全省实有床位38.6万张，其中医院床位30.9万张。医院床位中，公立医院床位【32.9】万张。"),
        Good("全省实有床位38.6万张，其中医院床位30.9万张。医院床位中，公立医院床位22.9万张。"),
    ],
    blocks=("document", "measure"),
)
def part_exceeds_whole(block: Block) -> Iterator[Comparison | Refusal]:
    """Parts that words attach to a total, measures nested by their meaning, places in places, periods in periods."""
    if block.kind == "document":
        sentences = {sentence.start: sentence.claims for sentence in block.sentences}
        for total_id, parts in block.parts_of.items():
            total = block.by_id.get(total_id)
            for part in parts if total is not None else ():
                assert total is not None
                if not comparable(part, total):
                    continue
                if part.value > total.value and other_whole(part, total, sentences[total.sentence_start]):
                    if total.part_of and CHAINED.search(between(total, part)):
                        found = compared(part, total, "紧接着又说其中", "it follows it as a part once more")
                        yield replace(found, assumes=(OF_THE_LAST,))
                        continue
                    yield Refusal((part, total), "whole-unknown")
                    continue
                yield compared(part, total, "文中列为其中的一部分", "the text lists it as a part")
        yield from by_meaning(block)
        for one in smaller(block.claims):
            yield replace(compared(one.part, one.whole, one.by, one.english), inferred=one.inferred, worst="warning")
        for part, whole in shorter(block.claims):
            found = compared(part, whole, "时段在另一时段之内", "the period lies within the other")
            yield replace(found, inferred=("period", "measure"), worst="warning")
        for part, whole in chain(
            of_those(block), of_group_at_head(block), of_a_time(block), moved_to(block), added_to(block)
        ):
            found = compared(part, whole, "文中写明是其中的一部分", "the text counts it out of that group")
            yield replace(found, inferred=("measure",), worst="warning")
        for one in worldwide(block.claims):
            yield replace(compared(one.part, one.whole, one.by, one.english), inferred=one.inferred, worst="warning")
        for one in described(block.claims):
            found = compared(one.part, one.whole, one.by, one.english)
            yield replace(found, inferred=one.inferred, worst="warning")
        for one in kinds(block.claims):
            yield replace(compared(one.part, one.whole, one.by, one.english), inferred=one.inferred)
    else:
        for part, whole in shorter_across(block):
            found = compared(part, whole, "时段在另一时段之内", "the period lies within the other")
            yield replace(found, inferred=("measure",), worst="warning")
    for one in inside(block.claims):
        across = one.part.document != one.whole.document
        if across == (block.kind == "measure") and (not across or surely(one)):
            found = compared(one.part, one.whole, one.by, one.english)
            if one.loose and judge(found).verdict not in ("consistent", "by_rounding"):
                yield Refusal(
                    (one.part, one.whole),
                    "period-differs" if one.part.period and one.whole.period else "period-unknown",
                )
                continue
            yield replace(found, inferred=one.inferred, worst="note" if across else "error")


def surely(one: Inside) -> bool:
    """Whether figures of two articles name in full what they are of, where, and when: operations have like words."""
    stated = not one.inferred and bool(one.part.place_name and one.whole.place_name)
    return stated and len(one.part.measure_key) >= SPECIFIC


def by_meaning(block: Block) -> Iterator[Comparison]:
    """Nested measures of one document: each part against the nearest whole before it, of the same place and time."""
    usable = [
        claim
        for claim in block.claims
        if (is_level(claim) or claim.kind == "share") and is_result(claim) and claim.start >= 0
    ]
    recent: list[Claim] = []
    ahead: list[Claim] = []
    for part in usable:
        yield from told_before(part, ahead)
        ahead = [*ahead[-FEW:], part]
        wholes = [(whole, pair) for whole in reversed(recent) if (pair := held(part, whole))]
        close = next((one for one in wholes if near(part, *one)), None)
        if close is not None:
            large = [one for one in wholes if part.value <= one[0].value * one[1].most and _of_paragraph(part, *one)]
            whole, pair = large[0] if large else close
            if part.value <= whole.value or not large:
                yield replace(compared(part, whole, pair.by, pair.english), worst=pair.worst)
        if can_be_whole(part):
            recent = [*recent[-RECENT:], part]


def _of_paragraph(part: Claim, whole: Claim, pair: Nested) -> bool:
    """Whether both are counts of one paragraph, or what firms earn: a whole told further off may be what is meant."""
    return part.paragraph == whole.paragraph and (part.kind == "count" or pair.worst == "warning")


def told_before(whole: Claim, ahead: list[Claim]) -> Iterator[Comparison]:
    """Parts told right before their whole, where a rule allows it: 融券余额73万元。融资融券余额1.16亿元."""
    for part in reversed(ahead if can_be_whole(whole) else []):
        pair = held(part, whole)
        if pair and pair.either:
            if whole.clause - part.clause <= pair.reach:
                yield replace(compared(part, whole, pair.by, pair.english), worst=pair.worst)
            break


def held(part: Claim, whole: Claim) -> Nested | None:
    """The rule that holds a part against a whole of the same dimension and kind, of one place and time; else None."""
    pair = None if EXTREME.search(lead(whole) + whole.measure) else nesting(part.measure, whole.measure)
    if part.kind == "share" and not ("率" in part.measure and "率" in whole.measure):
        return None  # 红利占净利润的30.8%, 净利润增长19%
    alike = pair is not None and dimension(part) == dimension(whole) and part.kind == whole.kind
    there = not differ(part.place, whole.place) or within_place(part.place, whole.place)
    if (
        pair is not None
        and pair.most > 1
        and (part.kind == "share" or whole.part_of or "其中" in lead(whole) or aside(whole))
    ):
        return None  # 受理诉求86万件,其中10月受理8万件。办结85万件: those of all months
    if not (alike and there and one_time(part, whole)) or _of_other_cases(part, whole):
        return None
    return None if part.value > whole.value and MORE_COUNTED.search(_around(part, whole)) else pair


def _around(part: Claim, whole: Claim) -> str:
    """The words between a whole and its part, and behind it in its sentence."""
    told = between(whole, part) if whole.start < part.start else between(part, whole)
    return told.replace(part.measure, "") + after(part, 60)  # 网上发行1292万股 is told by its name


def _of_other_cases(part: Claim, whole: Claim) -> bool:
    """Whether the figures are of cases of two kinds: 刑事审判方面,审结1815件 and 受理行政案件435件."""
    own, other = (set(CASES.findall(one.measure + lead(one))) for one in (part, whole))
    return bool(own) and bool(other) and own.isdisjoint(other)


def near(part: Claim, whole: Claim, pair: Nested) -> bool:
    """Whether two figures stand close together, or are of balance sheets, which run over paragraphs."""
    if pair.same and whole.measure not in part.measure:
        return False
    persons = part.dimension == whole.dimension == "person"
    if part.unit != whole.unit and part.unit and whole.unit and part.kind == "count" and not persons:
        return False
    return part.clause - whole.clause <= (pair.reach if part.kind != "count" or pair.reach < FAR else 4)


def comparable(part: Claim, total: Claim) -> bool:
    """Whether the part can be held against the total: levels of one dimension that add up."""
    return (
        dimension(part) == dimension(total)
        and part.kind == total.kind
        and is_level(part)
        and ((is_result(part) and is_result(total)) or part.modality == total.modality == "forecast")
        and not LIKENED.search(lead(part))
        and not ANOTHER.match(lead(part).strip("，,；; "))
        and total.hedge != "at_least"  # 年出栏500头以上的养殖场
        and part.unit == total.unit
        and (part.sentence_start == total.sentence_start or leads_on(part, total))
        and not NOT_ADDING.search(part.measure + total.measure)
        and not (PEAK.search(part.measure + lead(part)) and MEAN_OF.search(total.measure + lead(total)))
        and not NETTED.search(part.measure + total.measure)
        and akin(part, total)
    )


def leads_on(part: Claim, total: Claim) -> bool:
    """Whether the part's sentence begins with 其中 right behind that of the total, and names a kind of it, or the total
    is the only level that its sentence tells."""
    follows = part.sentence.lstrip().startswith("其中") and 0 < part.clause - total.clause <= 4
    alone = len(LEVEL.findall(total.sentence)) == 1
    return follows and (alone or likeness(part.measure_key, total.measure_key) >= 0.5)


def akin(part: Claim, total: Claim) -> bool:
    """Whether 其中 leads from the total to the part, which is named as a kind of it, stands right behind, or is a sum
    in the list that 其中 begins."""
    words = re.sub(r"[（(][^（()）]*[）)]", "", between(total, part))
    if is_time(part) or not re.search("其中|当中|中[，,]?有|[，,]包括", words):
        return False
    if likeness(part.measure_key, total.measure_key) >= 0.34:
        return True
    if part.kind == "amount":
        return part.clause - total.clause <= LISTED
    words = SHARE_OF.sub("", words)
    return part.kind == "count" and part.clause - total.clause <= 2 and len(words) <= 24


def other_whole(part: Claim, total: Claim, sentence: tuple[Claim, ...]) -> bool:
    """Whether an earlier figure of the sentence is large enough to be what the list is taken from instead."""
    return any(
        claim.start < total.start
        and claim.value >= part.value
        and dimension(claim) == dimension(part)
        and is_level(claim)
        for claim in sentence
    )


def compared(part: Claim, whole: Claim, zh: str, en: str) -> Comparison:
    """The part, which is at most the whole."""
    return Comparison(
        reported=part,
        using=(whole,),
        relation="at_most",
        expected=lambda whole: whole,
        working="{1}",
        explanations=(Bilingual(f"比较的依据：{zh}", f"compared because: {en}"),),
    )
