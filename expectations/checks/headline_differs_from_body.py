"""A headline or caption gives the figures of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.bilingual import Bilingual
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, judge
from expectations.examples import Bad, Good
from expectations.headlines import summed
from expectations.repeats import one_quantity


@check(
    code="CF108",
    title=Bilingual("标题与正文数字不一", "headline and text differ"),
    message=Bilingual(
        "标题或图注中为{figure}，正文为{others}。", "The headline or caption has {figure}, the text {others}."
    ),
    why=Bilingual(
        "标题、图注的数字取自正文，应与正文一致。",
        "A headline takes its figures from the text and should agree with it.",
    ),
    limits=[
        Bilingual(
            "标题用语简略，只有数字相近或指标写全时才能断定是同一数字",
            "headlines are terse: only close figures or a full measure show that the same is meant",
        )
    ],
    examples=[
        Good("法官人均结案224件\n本报讯 去年，全市法官人均结案224.3件，比前年多。"),
        Bad(
            "海山集团营收下降【66%】\n本报讯 第二季度，海山集团营收为129亿美元，下降24%；净利润为1.77亿美元，下降66%。"
        ),
        Good("海山集团净利润下降66%\n本报讯 第二季度，海山集团营收为129亿美元，下降24%；净利润为1.77亿美元，下降66%。"),
        Bad("三年办理公益诉讼案【38.5万】件\n本报讯 检察机关三年共办理公益诉讼案件36.5万件，发出检察建议24.7万件。"),
        Bad(
            "全省【2】所高校入围世界前1000名\n本报讯 今年全省共有8所高校入围世界前1000名，其中2所高校入围世界前200名。"
        ),
        Bad(
            "全市警务工作综述\n本报讯 公安机关一年来守护平安。\n"
            "“快反小组”巡访【275万】人次\n组建快反小组3146个，对255万人次进行了巡访。"
        ),
        Good("全省8所高校入围世界前1000名\n本报讯 今年全省共有8所高校入围世界前1000名，其中2所高校入围世界前200名。"),
        Good("三年办理公益诉讼案36.5万件\n本报讯 检察机关三年共办理公益诉讼案件36.5万件，发出检察建议24.7万件。"),
        Bad("平台用户超【52亿】\n本报讯 到6月末，平台的月活跃用户已达12.36亿，一年多了2%。"),
        Bad(
            "平台合并月活【12.86亿】\n"
            "本报讯 到6月末，平台合并月活账户数为12.36亿，比上年增加2%。其小程序的活跃账户超过9亿。"
        ),
        Bad("2021年上半年广州市破案率上升【1%】\n本报讯 2021年上半年，广州市刑事破案数上升1%，破案率上升6%。"),
        Bad("滨江区交警文明出行月劝阻骑行者【846】人\n本报讯 文明出行月以来，滨江区交警劝阻骑行不戴头盔的行为446起。"),
        Bad("海山通信半年收入超【600万】 结构公布\n本报讯 报告显示，海山通信上半年实现营业收入607.0亿元。"),
        Bad(
            "海山牌电动汽车价格下滑【80%】\n"
            "本报讯 海山牌电动汽车的平均交易价格在过去一年下滑了近20%，今年7月的平均交易价格比去年7月低19.9%。"
        ),
        Bad("滨江汽配城年交易额首次突破【百亿】元\n本报讯 2024年，汽配城实现交易额98.6亿元，比上年的89.6亿元多9亿元。"),
        Good("滨江汽配城年交易额首次突破百亿元\n本报讯 2024年，汽配城实现交易额100.6亿元，比上年的89.6亿元多11亿元。"),
        Bad("招聘会周六开场 60家企业送岗【3200】个\n本报讯 届时，60家用人单位将拿出安保、维修等岗位共计2300个。"),
        Bad("某基金最新净值2.585，跌【1.53%】\n8月16日，某基金最新净值为2.585元，较前一交易日下跌1.43%。"),
        Bad(
            "原标题：基金净值：海山稳健混合最新净值1.0036，跌【0.64%】8月16日，海山稳健混合最新单位净值为1.0036元，"
            "累计净值为1.2036元，较前一交易日下跌0.34%。",
        ),
        Good(
            "原标题：基金净值：海山稳健混合最新净值1.0036，跌0.34%8月16日，海山稳健混合最新单位净值为1.0036元，"
            "累计净值为1.0836元，较前一交易日下跌0.34%。",
        ),
        Good("海山农商行被罚130万元\n本报讯 监管部门对海山农商行罚款100万元，对其河口支行罚款30万元。"),
        Good("机场旅客吞吐量突破千万人次\n本报讯 上半年全省机场旅客吞吐量完成1079.8万人次，同比增长141.9%。"),
        Bad(
            "海山市新增就业6.2万人\n今年以来，海山市稳岗位、促就业。截至10月底，全市新增就业【2.6】万人，完成年度目标。"
        ),
        Good("海山市新增就业6.2万人\n今年以来，海山市稳岗位、促就业。截至10月底，全市新增就业6.2万人，完成年度目标。"),
        Bad(
            "原标题：海山市累计接种流感疫苗16.84万剂 海山市疾控中心的消息说，入秋以来，各社区门诊延长开放，"
            "市民踊跃前往，全市累计接种流感疫苗【18.64】万剂。"
        ),
        Good(
            "原标题：海山市累计接种流感疫苗16.84万剂 海山市疾控中心的消息说，入秋以来，各社区门诊延长开放，"
            "市民踊跃前往，全市累计接种流感疫苗16.84万剂。"
        ),
        Bad(
            "海山集团前三季度净利润增长【21.8】%\n海山集团公告，前三季度归属于股东的净利润31.6亿元，增长12.8%；营业收入402.8亿元，增长6.4%。"
        ),
        Good(
            "海山集团前三季度净利润增长12.8%\n海山集团公告，前三季度归属于股东的净利润31.6亿元，增长12.8%；营业收入402.8亿元，增长6.4%。"
        ),
        Good("市运会共产生金牌288枚\n本届市运会产生金牌288枚，银牌284枚。"),
        Bad(
            "上半年海山市工业投资增长【7.2】%\n海山市统计局7月18日公布：上半年，海山市工业投资增长2.7%，房地产投资下降3.4%。"
        ),
        Good(
            "上半年海山市工业投资增长2.7%\n海山市统计局7月18日公布：上半年，海山市工业投资增长2.7%，房地产投资下降3.4%。"
        ),
        Bad(
            "【1186】万千瓦！海山电网冲上新高\n海山供电公司的数字显示，13日13时46分，全市最高负荷达到1168万千瓦。此前的纪录是去年8月的1093万千瓦。"
        ),
        Bad(
            "行动满月 海山查处违法超【3万】起\n从7月18日到8月17日，全市一共查处违法行为29640起，其中不戴头盔21350起。",
            published="2020-08-19",
        ),
        Good(
            "行动满月 海山查处违法近3万起\n从7月18日到8月17日，全市一共查处违法行为29640起，其中不戴头盔21350起。",
            published="2020-08-19",
        ),
    ],
)
def headline_differs_from_body(block: Block) -> Iterator[Comparison]:
    """Every figure of a headline or caption that a figure of the text stands behind."""
    for one in block.once(summed):
        if one.source is None:
            continue
        found = replace(
            one_quantity(one.source, one.figure),
            explanations=(
                Bilingual("标题可能取整，或指另一时段、范围", "the headline may round, or mean another period"),
            ),
        )
        if not one.agrees or judge(found).verdict in ("consistent", "by_rounding"):
            yield found
