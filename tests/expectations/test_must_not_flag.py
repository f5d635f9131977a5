"""Published cases that look like contradictions and are none: no error and no warning may come of them."""

from __future__ import annotations

from datetime import date

import pytest

from claims.document import Document
from claims.extraction import read_figures
from expectations import check_claims

CASES = {
    "growth at comparable scope beside levels of two years": (
        "2018年，全国规模以上工业企业实现利润27298.3亿元，按可比口径计算增长16.5%。",
        "2017年，全国规模以上工业企业实现利润29047.6亿元。",
    ),
    "growth at constant prices beside levels at current prices": (
        "全年地区生产总值2480亿元，按不变价格计算，比上年增长5.2%；上年地区生产总值为2300亿元。",
    ),
    "totals that miss their parts by rounding": (
        "上半年进出口总值21.79万亿元，其中出口13.00万亿元，进口8.80万亿元，合计数与分项有数值修约误差。",
    ),
    "trade whose base was revised": (
        "2023年，全国货物贸易进出口总值41.76万亿元，同比增长0.2%。",
        "2022年，全国货物贸易进出口总值42.07万亿元。",
    ),
    "earlier months revised": (
        "前8个月，我国进出口总值27.08万亿元。8月份，我国进出口3.59万亿元。",
        "前7个月，我国进出口总值23.55万亿元。",
    ),
    "one name, two scopes": ("火电行业利润同比增长5.5倍。\n电力行业利润同比增长17.8倍。",),
    "mean growth of two years": ("2021年，社会消费品零售总额同比增长12.5%，两年平均增长3.9%；上年下降3.9%。",),
    "overlapping categories behind 其中": ("全市共发生事故107起，其中追尾51起、超速79起。",),
    "a bracket in a category": ("共查处超员20%以上的客车31辆，超员不足20%的客车112辆。",),
    "a rate over an unstated base": ("报警服务台平均每分钟工作时间受理119.5起警情，全年受理31.2万起。",),
    "bounds are no values": ("机场旅客吞吐量首次突破1000万人次。\n上半年，机场旅客吞吐量完成1079.8万人次。",),
    "首次超过": ("国际员工人数首次超过10万人。国际员工人数为10.3万人。",),
    "the same number by chance": ("现场缴获手机18部。警方还查扣电脑18台。",),
    "near-identical measures": ("公司实现营业收入64.5亿元，营业总收入66.1亿元。\n公司员工8230人，正式员工7655人。",),
    "IFRS and non-IFRS": (
        "按国际财务报告准则，公司净利润为261.7亿元，同比增长41%。\n非国际财务报告准则下，公司净利润为375.48亿元，同比增长33%。",
    ),
    "forecast beside result": ("第二季度公司营收为1492亿元，市场预期为1519.55亿元。",),
    "plan beside result": ("公司原计划裁员1万人，本财年实际裁员1.1万人。",),
    "corrected figures": (
        "更正前：出席会议28人，同意15人，人数比例53.57%。\n更正后：出席会议28人，同意13人，人数比例46.43%。",
    ),
    "quarter beside half-year": ("第二季度净利润为261.7亿元。\n上半年净利润为520.1亿元。",),
    "a count that grows during an event": (
        "截至24日5时30分，坍塌事故已致10人遇难。",
        "截至24日10时，坍塌事故共造成11人遇难。",
    ),
    "yuan beside dollars": ("该车平均售价为54660美元（当前约39.7万元人民币）。",),
    "one business beside the whole": ("公司总收入同比增长8.2%，其中持续经营业务收入同比增长12.6%。",),
    "last year's growth beside this year's level": ("今年上半年出口846.23亿元，增长15.2%；去年上半年出口增长3.1%。",),
    "footnote digits glued to a figure": ("我国期货市场1成交39.51亿手，金融期权11个3，同比增长29.71%。",),
    "two bases of one growth": ("前7个月进出口总值2.45万亿元，比去年同期增长7.4%，较2021年同期增长10.4%。",),
    "case after case": ("甲县警方抓获犯罪嫌疑人23人，查扣车辆11辆。\n乙县警方抓获犯罪嫌疑人15人，查扣车辆14辆。",),
    "prices of two models": ("标准版售价为3999元，续航500公里。\n高配版售价为3599元，续航600公里。",),
    "shares of several firms": ("甲公司市场份额为21.4%。乙公司市场份额为15.4%。",),
    "shares of groups of their own": ("20岁以下人群中用户占71.4%，20至59岁人群中占88.3%，60岁以上人群中占49.3%。",),
    "shares of incomes of their own": ("甲、乙、丙三家公司研发投入分别占其收入的42.3%、31.6%、36.1%。",),
    "overlapping groups": ("员工中，党员占38.6%，本科及以上占61.2%，女性占40.2%。",),
    "a told sum that fits": ("三类支出占比分别为45.2%、31.6%和13.2%，合计90%。",),
    "growth of other kinds": ("一季度，全县固定资产投资增长12.1%，其中房地产投资增长5.4%，制造业投资增长7.8%。",),
    "growth of one country's trade": ("全县进出口增长18.2%，其中对东盟出口增长9.6%，自欧盟进口增长12.3%。",),
    "growth of a month": ("全县进出口同比增长18.2%，其中7月出口增长9.6%，进口增长12.3%。",),
    "a percentage of something else": ("公司在14个国家设厂，其中22%的员工来自海外。",),
    "a percentage of money": ("基金会募得善款18笔，其中35%用于助学。",),
    "ups and downs of others": ("板块三涨一跌，银行股上涨0.3%，券商股上涨1.2%，个股中甲公司下跌3%，乙公司下跌4%。",),
    "the highest of another measure": ("三个区中，甲区增速最高，为12.6%；乙区收入为52.3亿元，丙区收入为30.2亿元。",),
    "above another's target": ("全市居民收入增长6.2%，高于年初提出的6%的目标，也高于预期的5.8%。",),
    "a change beside a level": ("该区空气优良率提高1.5%，低于全市88.3%的平均水平。",),
    "an aside before the comparison": ("两项开支合计增长18%，占全部开支的61%，低于一季度的21%。",),
    "a record of this year": ("今年7月销量创今年以来新高，达到52.1万辆，去年12月为83.4万辆。",),
    "one project and another": ("甲项目总投资4.85亿元，占地300亩。乙项目总投资48.5亿元，明年完工。",),
    "money taken out of more": ("一期投入120万元，这12万元奖金由企业捐赠。",),
    "a sum taken up": ("今年共签约35个项目，上述53个项目中有18个为去年结转。",),
    "rates of bands": ("25岁及以下的用户付费率占31%，26岁至40岁占44%，41岁及以上占35%的消费额。",),
    "the age of another": ("张某生于1988年，母亲2018年去世时年仅52岁，身后留下3间房。",),
    "其中 of what stands before": ("全省今年投放新能源汽车号牌100万副。其中，省会投放新能源汽车号牌10万副。",),
    "all the rest of another": ("全省投放号牌90副，其余30副。其中，省会投放10副，其中6副为甲类，其余4副为乙类。",),
    "updates of a count": (
        "截至5时，救援人员已搜救出14人，其中4人无生命危险，6人送医。",
        "截至10时，救援人员已搜救出15人，其中4人无生命危险，6人送医。",
    ),
    "two of a firm's lines": (
        "二季度，本土游戏收入318亿元，海外游戏收入增长19%至127亿元，企业服务收入增长15%至486亿元。",
        "二季度，本土游戏收入318亿元，海外游戏收入增长19%至127亿元，扣除汇率影响增长12%，企业服务收入486亿元。",
    ),
    "a record above all": ("去年财政收入为8.2亿元，创历史新高；今年预计突破9亿元。",),
}


@pytest.mark.parametrize("name", CASES)
def test_it_stays_silent(name: str) -> None:
    documents = [
        Document(path=f"{number}.txt", text=text, published=date(2023, 8, 20))
        for number, text in enumerate(CASES[name])
    ]
    read = [read_figures(document) for document in documents]
    claims = [claim for extraction in read for claim in extraction.claims]
    mentions = [mention for extraction in read for mention in extraction.mentions]
    found = check_claims(claims, mentions, documents).findings
    assert [(one.check, one.message.zh) for one in found if one.severity != "note"] == []
    assert claims
