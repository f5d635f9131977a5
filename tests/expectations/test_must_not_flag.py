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
