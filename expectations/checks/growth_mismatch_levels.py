"""Level, earlier level and growth must fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from claims import period as periods
from claims.bilingual import Bilingual
from expectations import tabular
from expectations.abreast import abreast
from expectations.blocks import Block, Sentence
from expectations.check import check
from expectations.comparison import Comparison, Reading, Refusal, judge
from expectations.distant import apart_from_levels, distant
from expectations.examples import Bad, Good
from expectations.levels import GROWTH, Move, agree, growth, growth_by_difference, level_moves
from expectations.same import dimension, is_level
from expectations.side_by_side import side_by_side
from expectations.slips import closing_slips, fits_or_slips
from expectations.tenths import ROUND, growth_in_percent
from expectations.told_later import counted_anew, told_later
from expectations.words import before, lead
from expectations.years_apart import grown, years_apart

EITHER_WAY = re.compile("(?:变动|变化|波动|调整)(?:的?幅度)?[^，,；;。]{0,2}$|相差[^，,；;。]{0,2}$")
FROM = re.compile("[由从][^，,；;。]{0,8}$")
MEAN = re.compile("复合|年化|年均(?!浓度|气温|温度|降水|降雨|水位|湿度|风速|流量|含量)|平均增|平均每年|CAGR")
REVISED = 5  # points by which a revised base hardly moves a growth
BASE = Bilingual("增速可能按可比口径或修订后的基数计算", "the growth may be at comparable scope or from a revised base")


@check(
    code="CF107",
    title=Bilingual("增速与前后水平不符", "growth does not fit the levels"),
    message=Bilingual(
        "{measure}：文中增速为{figure}，按{others}推算应为{implied}。",
        "{measure}: the growth is given as {figure}, but {others} imply {implied}.",
    ),
    why=Bilingual(
        "报告期水平 ÷ 基期水平 − 1 就是增速，三个数字必须相容。常见错误是用了别的月份、季度或口径作基数。",
        "Level ÷ earlier level − 1 is the growth; the three must fit. "
        "A frequent error is a base of another month or series.",
    ),
    limits=[
        Bilingual(
            "只比较文字把水平、基期水平（或增减量）与增速连在一起的句子",
            "only where a sentence ties the level, the earlier level (or the difference) and the growth together",
        ),
        Bilingual(
            "另一稿件中的上年水平，只在属于同一单位或地区、且相差五个百分点以上时提示",
            "the level of the year before in another article counts for one owner or place, from 5 points on",
        ),
        Bilingual(
            "不比较可比价格增速与现价水平", "growth at constant prices is not compared with levels at current prices"
        ),
    ],
    examples=[
        Bad("上半年，原料铜产量为286.4吨，比去年同期增产6.3吨，同比增长【7.25%】。", published="2023-08-15"),
        Bad("2022年全区警情1860起，2023年为1632起，同比下降【15.3%】。", published="2024-01-15"),
        Good(
            "2024年公司全年收入29.76亿元，比2023年的28.11亿元增加1.65亿元。三季度收入同比下降5.9%，上年同期为7.58亿元。",
            published="2025-03-27",
        ),
        Good("2022年全区警情1860起，2023年为1632起，同比下降12.3%。", published="2024-01-15"),
        Good("猪肉均价由年初的每公斤26.4元降至22.1元，下降16.3%，同比上涨4.2%。"),
        Good("员工由年初的1286人增至1412人，同比增长15.2%。"),
        Good("营业收入8.5亿元，上一季度为9.2亿元，同比增长7.6%。"),
        Good("2019年景区接待游客326万人次，去年为386万人次，同比增长23.7%。", published="2025-02-20"),
        Good("民营医院由五年前的26家增至42家，比上年多2家，增长5.0%。"),
        Bad(
            "上半年，公司营业收入18.64亿元，同比增长【27.1%】；净利润2.31亿元。\n公司上年同期营业收入为15.92亿元。",
            published="2023-08-15",
        ),
        Good(
            "上半年，公司营业收入18.64亿元，同比增长17.1%；净利润2.31亿元。\n公司上年同期营业收入为15.92亿元。",
            published="2023-08-15",
        ),
        Bad("上半年，辖区发生交通事故192起，去年同期为240起。\n支队长说，事故起数同比下降【25%】来之不易。"),
        Good("上半年，辖区发生交通事故192起，去年同期为240起。\n支队长说，事故起数同比下降20%来之不易。"),
        Bad("9月末，全市各项存款余额3150亿元，比年初增加150亿元。\n负责人表示，存款较年初增长【8%】。"),
        Good("9月末，全市各项存款余额3150亿元，比年初增加150亿元。\n负责人表示，存款较年初增长5%。"),
        Bad("细颗粒物年均浓度为31微克/立方米，上年为36微克/立方米，同比上升【13.9%】。"),
        Bad(
            "海山乳业4月19日发布年报，2022年实现营业收入12.4亿元。",
            "海山乳业4月17日披露年报，2023年实现营业收入15.5亿元，同比增长【35%】。",
        ),
        Good(
            "海山乳业4月19日发布年报，2022年实现营业收入12.4亿元。",
            "云岭乳业4月17日披露年报，2023年实现营业收入15.5亿元，同比增长35%。",
        ),
        Good("去年，全区居民人均收入51200元，比上年增加2750元，名义增长5.7%，实际增长5.1%。"),
        Good("公司收入16.4亿元，比上年增加1.2亿元；按固定汇率计算，收入增长11.3%。"),
        Good("6月末，公司总负债652.4亿元，其中短期借款86.1亿元，长期借款201.5亿元，较年初的680.3亿元下降4.1%。"),
        Good("9月全市受理投诉386件，同比增加31件，环比减少24件，同比上升8.7%，环比下降5.9%。"),
        Good("全年立案1520件，比上年多立180件，增幅13.4%；结案1436件，比上年少结64件，降幅4.3%。"),
        Bad("截至年末，全市示范园达到372家，比上年末增加62家，增长【15%】。"),
        Bad("抓获嫌疑人132人，较去年同期的165人减少33人，上升【20.0%】。"),
        Bad("2022年，铁路发送旅客6640万人次，2021年为8300万人次，同比下降【28.0%】。", published="2023-01-10"),
        Good("去年全县办理入户8120户，下降6.3%；迁出3460户，增长2.4%。"),
        Good("动物园8月迎客18.6万人次，同比增长24.1%；今年前8个月共迎客121.7万人次，同比增长9.2%。"),
        Good("两日书展售票3.6万张，日均1.8万张，比上届的3.1万张增长16.1%。"),
        Good("山海公司季度净利润42亿元，同比增长15%；非通用准则净利润由51亿元降至44亿元，降幅14%。"),
        Good("2024年全省外贸3.62万亿元，增长7.4%，今年前5个月1.58万亿元，增长4.1%。"),
        Good("10月港口发运186.3万箱，同比增长7.9%，为年内次高，仅次于8月的191.4万箱。"),
        Good("早稻总产量862.5万吨（172.5亿斤），比上年减少7.3万吨（1.5亿斤），下降0.8%。"),
        Good("6月末储蓄余额5120亿元，比年初增加236亿元，同比少增18亿元，增长7.6%。"),
        Good("统计部门将2022年产值由5120亿元修订为5260亿元，增加140亿元，增幅2.7%，6.1%的增速不变。"),
        Good("海指收跌0.61%，报3188.20点，跌19.57点；山指跌1.12%；云指跌1.35%，报2210.4点。"),
        Good("小瓶装由24元上调至26元，大瓶装由60元上调至66元，涨幅分别为8%和10%。"),
        Bad("该车型均价从65108美元降到53682美元，下降了【17.9%】。"),
        Bad("全市出口总值为2480亿元，上年同期为2000亿元，同比增长【42%】。"),
        Bad("黄金产量为178.598吨，比上年同期增产3.911吨，增长【4.24%】。"),
        Bad("电动汽车一年间便宜不少，降幅达【17.9%】，由63250美元降至52110美元。"),
        Bad("该品牌7月批发销量为61340辆，与6月的88750辆相比，环比下降【11%】。"),
        Bad("5月，该应用的日活跃用户达到210万。7月，这一数字骤降至52.5万，跌幅为【65%】。"),
        Good("公司最新一季营收8.5亿元，上一季度为9.2亿元，去年同期为7.9亿元，同比增长7.6%。"),
        Good("5月，该应用的日活跃用户达到210万。7月，这一数字骤降至52.5万，跌幅为75%。"),
        Bad("海山公司上半年营收12.03亿元。去年同期营收为10.11亿元，同比增长【30%】。"),
        Good("海山公司上半年营收12.03亿元。去年同期营收为10.11亿元，同比增长19%。"),
        Bad(
            "公司一季度营收为20亿美元（约合144.2亿元人民币），较上年同期的25亿美元（约合172.1亿元人民币）下滑【40%】。"
        ),
        Good("公司一季度营收为20亿美元（约合144.2亿元人民币），较上年同期的25亿美元（约合172.1亿元人民币）下滑20%。"),
        Good("该车型均价从65108美元降到53682美元，下降了17.5%。"),
        Good("全市出口总值为2480亿元，上年同期为2000亿元，同比增长24%。"),
        Good("公司第二季度营收50亿元，机构预估46亿元，上年同期40亿元，同比增长25%。"),
        Good("公司第二季度营收50亿元，同比增长25%，预估46亿元。"),
        Bad("跨境电商出口由1.5亿元增加了2.4亿元，增幅【60.0%】。"),
        Good("跨境电商出口由1.5亿元增加了0.9亿元，增幅60.0%。"),
        Bad("公司营业收入同比增长【15.22%】，达到12.85亿元（上年同期11.42亿元）。"),
        Good("公司营业收入同比增长12.52%，达到12.85亿元（上年同期11.42亿元）。"),
        Bad("中号虾今天每斤48元，比一个月前的32元贵了16元，涨幅超【七成】。"),
        Good("中号虾今天每斤48元，比一个月前的32元贵了16元，涨幅五成。"),
        Good("全市农机由2020年的8.6万台增至12.6万台，其中今年增长6.1%。"),
        Good("次均费用由上年的286元变为268元，变动幅度6.3%。"),
        Good("2015年至2020年，行业规模由643亿元增至1795亿元，年均复合增长22.79%。"),
        Good("全市地区生产总值为2480亿元，按不变价格计算增长5.2%，上年为2300亿元。"),
        Bad("8月末，全市贷款余额6240.8亿元，比年初增加480.6亿元，增长【3.8】%。"),
        Good("8月末，全市贷款余额6240.8亿元，比年初增加480.6亿元，增长8.34%。"),
        Bad("2022年，研究所研发人员为320人，2023年上升到480人，增长了【60%】。"),
        Good("2022年，研究所研发人员为320人，2023年上升到480人，增长了50%。"),
        Bad("某平台2023年6月销量8200台，2023年7月销量7380台，环比下降【15%】。"),
        Good("某平台2023年6月销量8200台，2023年7月销量7380台，环比下降10%。"),
        Bad("贷款最高额度由60万元调整为80万元，上浮幅度【25%】。"),
        Good("贷款最高额度由60万元调整为80万元，上浮幅度33.3%。"),
        Bad(
            "上半年，全市死于交通事故的人数为57人，事故死亡人数连续三年减少。\n“去年上半年，交通事故死亡66人，今年的降幅达到【21.2%】。”支队负责人说。"
        ),
        Good(
            "上半年，全市死于交通事故的人数为57人，事故死亡人数连续三年减少。\n“去年上半年，交通事故死亡66人，今年的降幅达到13.6%。”支队负责人说。"
        ),
        Bad("6月末，全行制造业贷款余额312.0亿元，比年初增长【30.0%】。年初，该行制造业贷款还只有260.0亿元。"),
        Good("6月末，全行制造业贷款余额312.0亿元，比年初增长20.0%。年初，该行制造业贷款还只有260.0亿元。"),
        Good("猪肉出场价每公斤14.2元，合每市斤7.1元，比9月的14.0元上涨1.4%。"),
        Good("退休职工调整前每月6800元，合计每月增加92.40元，增幅为1.36%。"),
        Good("金饰报每克1165元，比前一日上涨6元，比节前上涨56元，涨幅5.0%；比年初的798元上涨46.0%。"),
        Good("2024年，公司归母净利润比上年的31.52亿元增长6.1%，营业收入却下降2.8%，为418.6亿元。"),
        Good("细颗粒物年均浓度为每立方米31.4微克，比上年的33.6微克下降6.5%；若按九县平均，则为28.9微克。"),
        Good("单看6月，全市查处402起。负责人介绍，全市5月查处436起，6月比5月减少34起，下降7.8%。"),
        Bad("7月当月，关区跨境电商进出口升至31.2亿元，而去年7月这一数字是24.0亿元，同比增幅达到【23.0%】。"),
        Good("7月当月，关区跨境电商进出口升至31.2亿元，而去年7月这一数字是24.0亿元，同比增幅达到30.0%。"),
        Good("7月住宅平均租金为每平方米62.4元，环比下降0.3%，同比下降3.6%；6月和上年7月分别为62.6元和64.7元。"),
        Bad("维修班去年初还只有80人，年末达到108人，一年扩充【45%】。"),
        Good("维修班去年初还只有80人，年末达到108人，一年扩充35%。"),
        Bad("水窖当前蓄水3.51万立方米，为总容量5.4万立方米的65%，与常年同期的2.7万立方米相比偏多【五成】。"),
        Good("水窖当前蓄水3.51万立方米，为总容量5.4万立方米的65%，与常年同期的2.7万立方米相比偏多三成。"),
        Bad("2025年全镇PM10平均浓度为每立方米42微克，2024年是56微克，一年降了【35%】。"),
        Good("2025年全镇PM10平均浓度为每立方米42微克，2024年是56微克，一年降了25%。"),
        Good("车站去年发送旅客2050.0万人次。对比更清楚：2023年是1830.4万人次，一年多出219.6万人次，增长12.0%。"),
        Bad("小麦平均亩产462.5公斤，与上年的450.0公斤相比，每亩多打12.5公斤，增长【8.2%】。"),
        Good("小麦平均亩产462.5公斤，与上年的450.0公斤相比，每亩多打12.5公斤，增长2.8%。"),
        Good("3月成交2640套，环比2月（1600套）增长65.0%，与含假期的1月（1100套）相比则多出1.4倍。"),
        Good("涉案号码由月均1800个降到今年6月的270个，月均少了1530个，降幅85.0%。"),
        Good("行动期间警情日均16.4起，行动前一个月日均20.5起，下降20.0%；与去年同时段（日均18.2起）比，下降9.9%。"),
        Good(
            "居民用电21.4亿千瓦时，同比增长32.5%，占38.1%；工业用电因为让电，从上年同月的28.6亿千瓦时降到24.9亿千瓦时。"
        ),
        Good("批捕数2018年为184人，2019年216人，2021年135人，2022年108人，比峰值下降50.0%。"),
        Good("均价每平方米17160元，环比微跌0.4%，同比仍涨1.9%，自2018年9月的13200元算起，三年涨了整三成。"),
        Good("城镇居民36200元、农村居民19800元，分别比上年增长4.0%和6.0%，上年为34808元和18679元。"),
        Bad(
            "2024年，全省乡村旅馆接待游客645万人次，同比增长【66.2】%。此前，2023年全省乡村旅馆接待游客512万人次，2022年全省乡村旅馆接待游客388万人次。"
        ),
        Good(
            "2024年，全省乡村旅馆接待游客645万人次，同比增长26.0%。此前，2023年全省乡村旅馆接待游客512万人次，2022年全省乡村旅馆接待游客388万人次。"
        ),
        Bad(
            "2023年全市12315平台共受理消费者投诉8.94万件，同比下降【17.5】%。市局负责人说，2022年平台受理的投诉是7.61万件。"
        ),
        Good(
            "2023年全市12315平台共受理消费者投诉8.94万件，同比上升17.5%。市局负责人说，2022年平台受理的投诉是7.61万件。"
        ),
        Good("春运40天累计发送旅客1286.4万人次，日均32.16万人次，比去年春运多118.2万人次，增长10.1%。"),
        Good("三年间起诉487人，其中2019年142人、2020年158人、2021年187人，后两年同比增幅分别为11.3%和18.4%。"),
        Good("全市电诈案件2019年2605起，2020年3317起，2021年4082起，2022年全年升到4236起，三年间增长62.6%。"),
        Good("去年的1085.6亿元中，出口736.4亿元，增长18.8%；进口349.2亿元，增长16.4%。"),
        Bad("今年赛期，镇里共卖出门票2684张，比上年同期的2140张增长25.4%，较2019年同期的3160张下降【32.3】%。"),
        Good("今年赛期，镇里共卖出门票2684张，比上年同期的2140张增长25.4%，较2019年同期的3160张下降15.1%。"),
        Good("全镇18个村的36支舞龙队参赛，每个村恰好两支，比去年的30支多6支，增长20%。"),
        Bad(
            "起诉盗掘古墓、倒卖文物等犯罪248人，2021年起诉196人，2022年起诉212人。去年的起诉人数同比上升【26.5】%。",
            published="2024-01-20",
        ),
        Good(
            "起诉盗掘古墓、倒卖文物等犯罪248人，2021年起诉196人，2022年起诉212人。去年的起诉人数同比上升17.0%。",
            published="2024-01-20",
        ),
        Good("7月最高负荷2460万千瓦，超过去年2390万千瓦的老纪录；8月3日又多了52万千瓦，比去年的最高点高出5.1%。"),
    ],
    blocks=("document", "measure"),
)
def growth_mismatch_levels(block: Block) -> Iterator[Comparison | Refusal]:
    """Every growth that a sentence ties to two levels, or to a level and the difference."""
    if block.kind == "measure":
        yield from apart(block)
        return
    for move in block.once(level_moves):
        if move.change.kind == "relative_change":
            yield compared(move)
    for move in chain(block.once(distant), apart_from_levels(block), block.once(told_later), counted_anew(block)):
        far = compared(move) if move.change.kind == "relative_change" else None
        if isinstance(far, Comparison) and (fits_or_slips(far) or turned(far) or of_earlier(move, block)):
            yield replace(far, worst="warning")  # the base may have been revised since
    for move in (*block.once(abreast), *block.once(side_by_side)):
        if move.change.kind == "relative_change":
            beside = compared(move)
            yield replace(beside, worst="warning") if isinstance(beside, Comparison) else beside
    for sentence in map(growth_in_percent, block.sentences):
        yield from added(sentence)
    for found in tabular.moves(block):
        if isinstance(found, Refusal):
            yield found
        elif found.change.kind == "relative_change":
            yield compared(found)


def of_earlier(move: Move, block: Block) -> bool:
    """Whether a growth over the year before is that over a level of years earlier still: 645万，同比增长66.2%; 2023年
    512万, 2022年388万."""
    old, new = move.old, move.new
    if old is None or move.change.hedge or move.change.kind != "relative_change":
        return False
    earlier = [
        one
        for one in block.claims
        if (one.document, one.unit, one.kind) == (old.document, old.unit, old.kind)
        and is_level(one)
        and one.value != old.value
        and periods.earlier(one.period, old.period)
        and (old.measure_key.endswith(one.measure_key) or one.measure_key.endswith(old.measure_key))
        and one.measure_key
    ]
    reported = Reading.of(move.change).asserted
    return any(growth(Reading.of(new), Reading.of(one)).asserted.meets(reported) for one in earlier)


def turned(found: Comparison) -> bool:
    """Whether the growth has the right size and the wrong sign: 86.4亿元，同比下降3.2%, of 83.7亿元 a year before."""
    judged = judge(found)
    return judged.verdict == "inconsistent" and (-judged.reported).meets(judged.implied)


def added(sentence: Sentence) -> Iterator[Comparison]:
    """The growth of a level of which the earlier value and the difference alone are told: 由1.5亿元增加2.4亿元."""
    for old, difference, change in zip(sentence.claims, sentence.claims[1:], sentence.claims[2:], strict=False):
        from_it = old.former and is_level(old) and FROM.search(lead(old)) is not None
        by_it = difference.kind == "absolute_change" and dimension(difference) == dimension(old)
        close = change.clause - old.clause <= 2 and agree(change, old) and agree(difference, old)
        if from_it and by_it and close and change.kind == "relative_change" and change.value > 0 < difference.value:
            yield Comparison(
                reported=change,
                using=(difference, old),
                expected=lambda difference, old: (difference / old).scaled(100),
                working="{1} ÷ {2} × 100",
                unit="%",
                worst="warning" if change.dimension == ROUND else "error",
                explanations=(BASE,),
            )


def apart(block: Block) -> Iterator[Comparison]:
    """Growth against the level of a year before in another article, which may have been revised since."""
    for move in years_apart(block):
        found = grown(move)
        judged = judge(found)
        if judged.verdict in ("consistent", "by_rounding") or judged.gap >= REVISED:
            yield replace(found, worst="warning" if closing_slips(found) else "note", explanations=(BASE,))


def compared(move: Move) -> Comparison | Refusal:
    """The growth against what the levels imply."""
    if move.change.comparison == "average" or MEAN.search(before(move.change, 12) + move.change.measure):
        return Refusal((move.change,), "comparison-differs")
    if move.change.price_basis != move.new.price_basis or "实际" in move.change.measure:
        return Refusal((move.change,), "price-basis-differs")
    if move.change.scope and move.change.scope != move.new.scope:
        return Refusal((move.change,), "scope-differs")
    other = move.old or move.difference
    assert other is not None
    return Comparison(
        reported=move.change,
        reading=magnitude(move),
        using=(move.new, other),
        expected=growth if move.old else growth_by_difference,
        working=GROWTH if move.old else "{2} ÷ ({1} − {2}) × 100",
        unit="%" if move.change.dimension == ROUND else "",
        worst="warning" if move.change.dimension == ROUND else "error",
        explanations=(BASE,),
    )


def magnitude(move: Move) -> Reading | None:
    """The reading of a fall given as a size (降幅为16.6%, 变动幅度6.3%), which has no sign of its own."""
    fell = move.new.value < move.old.value if move.old is not None else False
    if fell and move.change.value > 0 and EITHER_WAY.search(lead(move.change)):
        return -Reading.of(move.change)
    if move.change.value > 0 and re.search("降幅|跌幅|减幅|下降|下跌|下滑|减少|降低|回落", lead(move.change)[-8:]):
        return -Reading.of(move.change)
    return None
