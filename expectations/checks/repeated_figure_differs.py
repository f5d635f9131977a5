"""The same quantity is printed alike wherever it is printed: in one article, and in articles telling one story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations import one_level, tabular
from expectations.accompanied import accompanied
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Refusal, judge
from expectations.converted import converted
from expectations.examples import Bad, Good
from expectations.exchanged import exchanged
from expectations.in_step import in_step, retold
from expectations.phrases import phrased
from expectations.printed import Printed
from expectations.qualifiers import among
from expectations.referred import referred, resumed
from expectations.repeats import agree, alike, one_quantity, repeats
from expectations.restated import restated
from expectations.rounded_beyond import rounded_beyond
from expectations.same import silent
from expectations.scales_apart import scales_apart
from expectations.slips import one_slip_apart, rounds_a_slip
from expectations.support import SUMMARY
from expectations.swapped import swapped
from expectations.twins import twins
from expectations.verbatim import verbatim
from expectations.wording import figure
from expectations.words import before

STEP = 15  # what speaks for one quantity where two articles' figures run in step


@check(
    code="CF101",
    title=Bilingual("同一数字前后不一", "a figure is repeated differently"),
    message=Bilingual(
        "{measure}一处为{figure}，另一处为{others}。", "{measure} is {figure} here and {others} elsewhere."
    ),
    why=Bilingual(
        "同一指标、同一地区、同一时期的数字，在一篇稿件里、在同题稿件之间应当一致。",
        "A figure of one measure, place and period is the same throughout an article and in articles on one matter.",
    ),
    limits=[
        Bilingual(
            "不同案件、不同批次的数字靠文字区分，难免有误", "figures of different events are told apart by their words"
        ),
        Bilingual(
            "不同稿件之间，只比较有两个以上特征数字相同，或开头所说名称相同、数字大多一致的",
            "across articles only where two particular figures are the same, or names and most figures",
        ),
    ],
    examples=[
        Bad("法院为1874名工人追回欠薪1360万元。为追回这【1.36亿】元欠薪，执行干警跑了六个省。"),
        Bad(
            "基金会为工程募集了350万元，其中一家公司捐200万元。校长说：“这【五百三十万】元里，有老板的，也有卖菜大娘的。”"
        ),
        Good(
            "基金会为工程募集了350万元，其中一家公司捐200万元。校长说：“这三百五十万元里，有老板的，也有卖菜大娘的。”"
        ),
        Good("法院为1874名工人追回欠薪1360万元。为追回这1360万元欠薪，执行干警跑了六个省。"),
        Bad(
            "海岭半导体封测基地开工，项目总投资8.6亿元，占地135亩，明年投产。",
            "海岭半导体封测基地破土动工。这个占地135亩的项目总投资【6.8】亿元。",
        ),
        Good(
            "海岭半导体封测基地开工，项目总投资8.6亿元，占地135亩，明年投产。",
            "云川显示模组工厂破土动工。这个占地135亩的项目总投资6.8亿元。",
        ),
        Good("抽检流通环节样品620批次，不合格14批次。前四期累计抽检5310批次，不合格74批次。"),
        Bad("“民声”信箱一年来收到感谢信3135封。\n有市民说，“民声”信箱已收到感谢信【3153】封。"),
        Bad(
            "“民声”信箱一年来收到感谢信3135封。\n有市民说，“民声”信箱收到感谢信【2750】封。\n据统计，“民声”信箱收到感谢信3135封。"
        ),
        Bad("2021年，全市道路事故死亡人数比上年下降37.01%。\n回顾2021年，全市道路事故死亡人数比上年下降【37.02%】。"),
        Bad(
            "该公司上半年营业收入149.21亿元，员工104503名，薪酬支出54.069亿元。",
            "财报显示，该公司上半年营业收入149.21亿元，员工【104530】名，薪酬支出54.069亿元。",
        ),
        Bad(
            "原标题：海山能源股东户数36.52万户，较上期减少4%近日海山能源披露，截至8月10日公司股东户数为【36.25万】户。"
        ),
        Bad(
            "洽谈会首日，双方共签订26个合作项目。\n本届展会为期三天，参展客商来自多个省区。\n洽谈会上，双方共计签订【62个】合作项目，涉及农业、物流。"
        ),
        Bad(
            "该集团二季度卖出甲公司238万股，又卖出乙公司154.4万股，收回资金1560亿韩元。集团早年投入363亿韩元。",
            "集团处置了甲公司的股票，数量为238万股；乙公司的股票也卖出了【145.4万】股，由此获得1560亿韩元。这笔投资始于2012年。",
        ),
        Bad("全省上半年落水的游客共135人，其中6人受伤。海事部门公布了调查结果。据报道，这【315】人都没有穿救生衣。"),
        Bad("腾飞汽车7月共售出11146辆，同比增长三成。\n分车型看，腾飞甲型是一款商务车，月销量为【17146】辆。"),
        Bad("6月底以来，交警部门查处酒后驾驶违法行为224起。\n据介绍，整治历时两月，查处酒驾醉驾【424】起。"),
        Good(
            "甲基金单位净值1.2338元，累计净值1.2578元，比前一日上涨0.34%，近一月下跌1.25%，近三月下跌3.04%，近半年下跌5.9%，近一年下跌6.9%。",
            "乙基金单位净值1.2578元，累计净值1.4578元，比前一日上涨0.34%，近一月下跌1.26%，近三月下跌3.02%，近半年下跌5.3%，近一年下跌6.5%。",
        ),
        Bad(
            "8月2日消息，飞跃汽车今年累计销量为1482653辆，同比上升64.35%。该公司7月出口汽车18169辆，占销量的6.9%。",
            "飞跃汽车今年1月至7月汽车销量1482653辆，同比上升【65.91%】，完成全年目标的一半；7月出口18169辆，占销量6.9%。",
        ),
        Bad(
            "第二季度，海山平台总营收48.16亿元，毛利润同比增长66%，每月有2.87亿人使用。",
            "海山平台第二季度总营收48.16亿元。毛利润为11亿元，同比增长【26%】，每月有2.87亿人使用。",
            published="2023-08-20",
        ),
        Bad(
            "上半年国内手机出货量1.24亿部，同比下降7.0%，占全部的96.0%。\n1至6月，手机出货量【1.64亿】部，同比下降7.0%，"
            "占全部的96.0%。",
            published="2023-08-15",
        ),
        Bad(
            "西部片区12个地市集中整治\n12个地市交管部门出动警力。12个地市交管部门加强联动。"
            "接下来，【62】个地市交管部门将继续整治。"
        ),
        Good("第23组报名808人。第24组报名708人。第123组报名508人。"),
        Good("存款方面，城西支行余额28.9亿元。贷款方面，城西支行余额21.9亿元。"),
        Good("物理类本科线438分，历史类本科线449分。去年，物理类本科线432分，历史类本科线448分。"),
        Bad("这家水厂每天供水90000吨！【40000】吨相当于多少个泳池？"),
        Good("今年上半年，轿车出口258.3万辆，同比增长10.3%；货车出口50万辆，同比增长10.5%。"),
        Good("去年，中等收入组居民人均收入31604元，增长5.2%。居民人均收入增长5.4%。"),
        Good(
            "前三季度，城镇居民人均支出23916元，实际增长3.6%；农村居民人均支出14268元，实际增长5.7%。",
            "前三季度，城镇居民人均支出23916元，名义增长3.8%；农村居民人均支出14268元，名义增长6.0%。",
        ),
        Good("这家水厂每天供水90000吨！1吨相当于多少瓶水？"),
        Bad("暑期入营的学员共128人。营地公布了名单。【182】人中有35人来自外省。"),
        Good("暑期入营的学员共128人。营地公布了名单。128人中有35人来自外省。"),
        Good("全省上半年落水的游客共135人，其中6人受伤。海事部门公布了调查结果。据报道，这135人都没有穿救生衣。"),
        Good("甲地有32人报名，乙地有24人报名，这56人都通过了初审。"),
        Good("全省今年投放新能源汽车号牌100万副。其中，省会投放新能源汽车号牌10万副。"),
        Bad(
            "该公司上半年营业收入1492.08亿元，员工104503名，小程序月活跃用户超过11亿。",
            "财报显示，该公司上半年营业收入1492.08亿元，员工104503名。小程序月活跃用户超过了【71亿】。",
        ),
        Bad(
            "海山通信上半年营业收入607.0亿元，同比增长1.48%；研发投入127.91亿元。员工72584名。",
            "海山通信半年报出炉：报告期内营收607亿元，同比增长【6.5%】；研发投入127.91亿元，员工72584名。",
        ),
        Bad(
            "该集团持有甲公司股票1259.5575万股。后来卖掉一部分，持股降到1.4%，收回7500亿韩元。今年又卖出238万股、154.4万股，账上多出1500亿韩元。",
            "甲公司的股票，该集团买过近1260万股，其后比例降至1.4%，由此进账【7300亿】韩元。本季转让238万股和154.4万股，得款1500亿韩元。",
        ),
        Bad(
            "教委责成家委会向家长退还剩余班费【15160】元。学期结束时，大家同意剩余15860元留到下学期再用。"
            "8月16日，家委会已将剩余15860元退还给学生。"
        ),
        Bad(
            "海山通信二季度净利润为261.71亿元，比去年同期的186.19亿元增长41%；研发投入127.91亿元，员工72584名。",
            "海山通信2023年二季度研发投入127.91亿元，员工72584名。二季度净利润为261.7亿元，同比增长【81%】。",
            published="2023-08-20",
        ),
        Good("“民声”信箱一年来收到感谢信3135封。\n据统计，“民声”信箱共收到感谢信3100多封。"),
        Good("2021年，全市道路事故死亡人数比上年下降37.01%；2020年，全市道路事故死亡人数比上年下降12.4%。"),
        Good("全案抓获犯罪嫌疑人7名，抓获吸毒人员12名。\n收网当天，抓获吸贩毒人员15名。"),
        Good(
            "决赛中，她跳出1042次的成绩。此前的初赛上，她以1028次的成绩打破了前辈2019年创造的1022次纪录。"
            "大屏幕显示，她以1042次的成绩夺冠。"
        ),
        Good("坪上村为11名大学生发放助学金。在邻镇，坪下村为10名大学生发放助学金。"),
        Bad("三个村连片种植水稻4500亩（【30】公顷）。"),
        Good("三个村连片种植水稻4500亩（300公顷）。"),
        Good("甲案抓获犯罪嫌疑人23人。乙案抓获犯罪嫌疑人15人。"),
        Bad(
            "公司以1200万美元（约合8640万元人民币）买下甲厂，又以650万美元（约合【4860】万元人民币）买下乙厂，另以310万美元（约合2232万元人民币）购得专利。"
        ),
        Good(
            "公司以1200万美元（约合8640万元人民币）买下甲厂，又以650万美元（约合4680万元人民币）买下乙厂，另以310万美元（约合2232万元人民币）购得专利。"
        ),
        Bad(
            "海山市上半年进出口总额达462.8亿元\n海山市上半年进出口总额达【426.8】亿元\n记者从海关获悉，上半年全市外贸保持增长。"
        ),
        Good(
            "海山市上半年进出口总额达462.8亿元\n海山市上半年进出口总额达462.8亿元\n记者从海关获悉，上半年全市外贸保持增长。"
        ),
        Bad(
            "海山港昨日完成集装箱吞吐量12640标准箱，同比增长12.6%，创下开港以来新高，港区一片繁忙。",
            "海山港昨日完成集装箱吞吐量【16240】标准箱，同比增长12.6%，创下开港以来新高，港区一片繁忙。",
        ),
        Good(
            "海山港昨日完成集装箱吞吐量12640标准箱，同比增长12.6%，创下开港以来新高，港区一片繁忙。",
            "海山港昨日完成集装箱吞吐量12640标准箱，同比增长12.6%，创下开港以来新高，港区一片繁忙。",
        ),
        Bad(
            "海山汽车宣布，云驰标准版售价由31.93万元降至【29.59】万元。",
            "据介绍，海山汽车云驰标准版售价从31.93万元调整为29.95万元。",
        ),
        Good(
            "海山汽车宣布，云驰标准版售价由31.93万元降至29.95万元。",
            "据介绍，海山汽车云驰标准版售价从31.93万元调整为29.95万元。",
        ),
        Bad(
            "海山汽车宣布，云驰标准版售价由【31.39】万元降至29.95万元。",
            "据介绍，海山汽车云驰标准版售价从31.93万元调整为29.95万元。",
        ),
        Bad("海山汽车9月销量同比下降【18.2】%至174548辆。", "今年9月，海山汽车销量为174548辆，同比下降12.8%。"),
        Good("海山汽车9月销量同比下降12.8%至174548辆。", "今年9月，海山汽车销量为174548辆，同比下降12.8%。"),
        Bad(
            "义卖4个小时筹得善款86450元，其中现场摊位售出41230元，线上拍卖27820元，另外17400元由企业捐赠。主办方承诺，这【86540】元的每一笔支出都会公示。"
        ),
        Good(
            "义卖4个小时筹得善款86450元，其中现场摊位售出41230元，线上拍卖27820元，另外17400元由企业捐赠。主办方承诺，这86450元的每一笔支出都会公示。"
        ),
        Good(
            "按年平均常住人口412.2万人计算，全市人均地区生产总值79728元。年末常住人口412.6万人，比上年末增加0.8万人。"
        ),
        Good(
            "全市公路、铁路、民航、水路共发送旅客182.0万人次。分方式看，公路发送旅客91.0万人次；铁路发送63.7万人次；民航发送18.2万人次；水路发送9.1万人次。"
        ),
        Bad("2月24日，民警从轿车内起获毒品【3.42公斤】。据交代，这批重3.24公斤的毒品以每克230元购入。"),
        Good("2月24日，民警从轿车内起获毒品3.24公斤。据交代，这批重3.24公斤的毒品以每克230元购入。"),
        Good("胜达销售251辆，销量下滑。菲斯塔销售215辆，竞争力不足。"),
        Good("二套住房贷款利率由4.20%降至3.95%。首套住房贷款利率由4.00%降至3.60%。"),
        Bad(
            "全市接报交通事故【36起】，去年同期为45起，减少9起。\n支队分析说，在这【63起】事故中，疲劳驾驶引发的有14起。"
        ),
        Good("全市接报交通事故36起，去年同期为45起，减少9起。\n支队分析说，在这36起事故中，疲劳驾驶引发的有14起。"),
        Bad("今冬困难群众取暖补助【5200万元】已经下达。\n到本月10日，【5.2亿元】取暖补助全部打入账户。"),
        Good("今冬困难群众取暖补助5200万元已经下达。\n到本月10日，5200万元取暖补助全部打入账户。"),
        Good("三年期由1.95%降至1.55%，下调40个基点；一年期由1.45%降至1.20%，下调25个基点。"),
        Good("全球百家船企全年营业总收入2.6万亿美元。9家法国船企的营业总收入为2600亿美元。"),
        Good("代表团夺得18枚金牌、14枚银牌、21枚铜牌，共53枚奖牌。上届为15金16银19铜，共50枚奖牌。"),
        Bad("绿道分南、北两段，南段4.2公里，北段3.1公里，全长7.3公里。跑完这条【3.7】公里的绿道，教练只用了半小时。"),
        Good("绿道分南、北两段，南段4.2公里，北段3.1公里，全长7.3公里。跑完这条7.3公里的绿道，教练只用了半小时。"),
        Good("起诉扰乱市场秩序犯罪417人，挽回损失320万元。\n起诉侵害老年人犯罪147人，其中诈骗66人。"),
        Bad("全省养老机构床位26.84万张，护理员4.1万人。\n“【28.64】万张床位并不够用。”院长说。"),
        Good("全省养老机构床位26.84万张，护理员4.1万人。\n“26.84万张床位并不够用。”院长说。"),
        Bad("全市接待游客352.8万人次，旅游收入21.40亿元。负责人说：【325.8】万人次是对我们的信任。"),
        Good("全市接待游客352.8万人次，旅游收入21.40亿元。负责人说：352.8万人次是对我们的信任。"),
        Bad(
            "2023年，全市公安机关查办食品案件3826件。\n执法人员说：“2023年全市查办的食品案件【3286】件中，多数来自群众举报。”"
        ),
        Bad("全年网上立案13847件，线下立案8210件。\n在上述【13478】件网上立案中，跨域立案占一成。"),
        Good("全年网上立案13847件，线下立案8210件。\n在上述13847件网上立案中，跨域立案占一成。"),
        Good(
            "一季度进出口178.9亿元，二季度207.3亿元。\n东盟、欧盟和美国位居前三位，进出口分别为81.7亿元、69.4亿元和52.6亿元，合计203.7亿元。"
        ),
        Bad(
            "全市法院受理消费案件【3481】件，审结3106件。\n庭长说，受理的3184件案件有两个变化。", published="2024-03-12"
        ),
        Bad("全年办理户籍业务【6.47】万笔，满意度高。\n去年的6.74万笔户籍业务当中，迁移最多。", published="2024-01-12"),
        Bad("去年，全市生产总值近【1300亿元】，来之不易。初步核算的数据是1326.4亿元。", published="2024-03-12"),
        Good("去年，全市生产总值近1330亿元，来之不易。初步核算的数据是1326.4亿元。", published="2024-03-12"),
    ],
    blocks=("document", "story", "measure"),
)
def repeated_figure_differs(block: Block) -> Iterator[Comparison | Refusal]:
    """Figures that restate one another within a document, or across the documents of a story."""
    if block.kind == "measure":
        yield from of_levels(one_level.changes(block.claims))
        return
    across = block.kind == "story"
    claims = block.claims
    if not across:
        claims = tuple(claim for claim in claims if claim.section not in SUMMARY)
    printed = Printed(claims)
    steps = dict.fromkeys(in_step(claims), STEP) if across else retold(claims)
    firm = frozenset(pair for pair, weight in steps.items() if weight >= FIRM) if not across else frozenset()
    for pair in repeats(claims, across=across, retold=firm):
        if agree(pair):
            same = compared(pair.first, pair.second)
            if (pair.kin or pair.lead >= 3) and (alike(pair) or judge(same).verdict in ("consistent", "by_rounding")):
                yield same
        elif across and matched(pair.first, pair.second, claims):
            yield Refusal((pair.first, pair.second), "series")
        elif restated(pair, printed, steps.get((pair.first.claim_id, pair.second.claim_id), 0)):
            first, second = pair.first, pair.second
            if printed.times(first) < printed.times(second):
                first, second = second, first
            rarer = printed.times(second) < printed.times(first)
            others = printed.alike(first)
            yield compared(first, second, ((second.claim_id,),) if rarer else (), others)
        elif pair.kin and pair.first.measure_key == pair.second.measure_key:
            yield Refusal((pair.first, pair.second), "series")
    if across:
        for first, second in verbatim(block):
            yield compared(first, second)
        for first, second in accompanied(claims):
            if among(first) == among(second) and not matched(first, second, claims):
                yield compared(first, second)
        yield from of_levels(chain(one_level.changes(claims), one_level.named(claims), one_level.moves(claims)))
    else:
        for first, second in chain(
            tabular.restated(block), referred(block), resumed(block), phrased(block), twins(block)
        ):
            yield compared(first, second)
        for first, second in chain(swapped(block), scales_apart(block)):
            yield replace(compared(first, second), worst="warning")
        for bound, exact in rounded_beyond(block):
            zh, en = BOUNDS[bound.hedge]
            told = Bilingual(f"{zh}{figure(bound)}", f"{en} {figure(bound)}")
            yield replace(compared(bound, exact), worst="warning", facts={"others": told})
        yield from chain(converted(block), exchanged(block))


def of_levels(pairs: Iterable[tuple[Claim, Claim]]) -> Iterator[Comparison]:
    """Changes that two articles give of one level; the base of one that is no slip away may be another."""
    for first, second in dict.fromkeys(pairs):
        if (ACCOUNTS.search(before(first, 40)) is None) != (ACCOUNTS.search(before(second, 40)) is None):
            continue  # 净利润（Non-IFRS）
        slip = one_slip_apart(first, second) or rounds_a_slip(first, second) or rounds_a_slip(second, first)
        yield replace(compared(first, second), worst="warning" if slip else "note")


BOUNDS = {"almost": ("近", "almost"), "over": ("超过", "over")}
ACCOUNTS = re.compile("准则|IFRS|GAAP")
FIRM = 20  # what the figures around two say where they leave no doubt


def matched(first: Claim, second: Claim, claims: tuple[Claim, ...]) -> bool:
    """Whether a hedged figure of one document is a rounder form of another of the other: 约312万人, 312.45万人."""
    for hedged, other in ((first, second), (second, first)):
        if hedged.hedge and any(
            one.document == other.document and one is not other and one.unit == hedged.unit
            and one.kind == hedged.kind and one.asserted.meets(hedged.asserted)
            for one in claims
        ):  # fmt: skip
            return True
    return False


def inferred(first: Claim, second: Claim) -> tuple[str, ...]:
    """What it takes to hold the two for one quantity: also that two names of unknown time are of one time."""
    found = tuple(name for name in silent(first, second) if name != "scope")
    timeless = not first.period and not second.period and first.measure_key != second.measure_key
    return (*found, "period") if timeless and "period" not in found else found


def compared(
    first: Claim, second: Claim, suspects: tuple[tuple[str, ...], ...] = (), beside: tuple[Claim, ...] = ()
) -> Comparison:
    """The second figure against the first, with the places that repeat the first."""
    return replace(
        one_quantity(first, second),
        inferred=inferred(first, second),
        suspects=suspects,
        beside=beside,
        explanations=(
            Bilingual("两处可能说的不是一回事（时段、范围或对象不同）", "they may differ in period, scope or object"),
        ),
    )
