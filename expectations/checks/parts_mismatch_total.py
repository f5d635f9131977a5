"""Parts that make up a whole add up to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations import tabular
from expectations.accounts import accounts
from expectations.blocks import Block
from expectations.bulleted import bulleted, tallied
from expectations.check import check
from expectations.closed_lists import closed_lists, spread_out
from expectations.columns import columns
from expectations.comparison import Comparison, Reading, judge, operands
from expectations.counted_sums import counted_sums
from expectations.divisions import among_named, divisions, kinds
from expectations.examples import Bad, Good
from expectations.medals import medals
from expectations.months import partitions, partitions_across, stepwise
from expectations.named_together import named_together
from expectations.nets import balances, left_open, natural, nets
from expectations.numbered_parts import numbered_parts
from expectations.remainders import remainders, rests_in_turn
from expectations.scaled_sums import scaled_sums
from expectations.scores import quarters, sets, table_points
from expectations.settled import settled
from expectations.share_rows import row_totals
from expectations.slips import closing_slips
from expectations.stocks import stocks
from expectations.summed_lists import of_headline, summed_lists
from expectations.sums import Split, added, at_home_and_abroad, exceeded, rated, rests, splits
from expectations.sums_elsewhere import sums_elsewhere
from expectations.words import before, between, grams, lead, of_year_ago
from expectations.years_summed import years_summed

FLOW = re.compile("净流[入出]")
KIND = re.compile("(主力|游资|散户)资金")
LEFT_OUT = re.compile("不包括|不算|不含|不计|除去|扣除|刨去")
SUMMED_UP = re.compile("[两二三四五六七八九](?:项|类|种|者|地|家)?(?:合起来|加起来|合计|相加|合在一起)")
EACH = re.compile("[一-鿿]各(?:为|是|有)?$")
OTHER_SIZE = 4  # times, beyond which a sum that no slip explains is of other things
GROUP = re.compile("[^，,。；;\\d]{0,2}?(?P<of>[一-鿿]{2,10}?)(?:当中|之中|中|里|内)[，,]")
FITS = ("consistent", "by_rounding", "implied_only")
THOUSAND = 1000
REVISIONS = 33  # a revision of earlier months hardly moves the months so far by more than such a part
TRIFLES = 200  # and a slip moves them by more than such a part
REVISED = Bilingual("此前公布的月度数字可能作了修订", "the figures of earlier months may have been revised")
WORDED = Fraction(3, 20)  # accident allowed where the words call them parts
BARE = Fraction(1, 400)  # accident allowed where only the neighbourhood does


@check(
    code="CF103",
    title=Bilingual("分项合计与总数不符", "parts do not add up to the total"),
    message=Bilingual(
        "{measure}为{figure}，而分项{others}合计应为{implied}。",
        "{measure} is given as {figure}, but its parts {others} add up to {implied}.",
    ),
    why=Bilingual(
        "地区、类别或时段分项齐全时，合计应等于总数。",
        "Where the places, categories or periods are all given, they add up to the total.",
    ),
    limits=[
        Bilingual(
            "文字没有说明分项齐全时，只有一处笔误就能使多位数恰好相加，才提示",
            "where the words do not say that the parts are all, only if one slip would make many digits add up exactly",
        ),
        Bilingual(
            "各月与累计数之差，若不像笔误，超过百分之三才提示，因为此前月份的数字常有修订",
            "months against the months so far, without a likely slip, from a gap of 3 % on: months are often revised",
        ),
        Bilingual("重叠的类别不相加", "overlapping categories are not added"),
    ],
    examples=[
        Bad("夜查共查处违法【473】起，其中饮酒驾驶58起，醉酒驾驶17起，无证驾驶23起，超员9起，其他违法330起。"),
        Bad("区检察院立案【169】件。生态领域87件，食品领域41件，国有财产领域19件，余下49件涉及其他领域。"),
        Bad("东区床位4120张，西区3675张，北区2980张，三个区加起来【10757】张。"),
        Bad(
            "全市有基层医疗机构【1872】个。其中公立机构1208个，民营机构664个。基层医疗机构由四部分组成，社区中心112个，乡镇卫生院96个，村卫生室1284个，诊所335个。"
        ),
        Bad(
            "铁路、公路、民航共发送旅客【1382.2万】人次，铁路发送573.8万人次，公路发送556.8万人次，民航发送197.6万人次。"
        ),
        Bad("全年有效监测【366】天，其中优132天，良187天，轻度污染28天，中度污染7天，重度污染2天。"),
        Bad("一年中，全市个体户新登记【38600】户，注销12150户，净增24650户。"),
        Bad("144名旅客中有【81】人当天改签，19人退票，34人乘了夜车。"),
        Bad("全县夏粮总产量38.64万吨，其中小麦35.27万吨，大麦1.85万吨，豌豆0.94万吨，余下的是薯类，折粮【0.85】万吨。"),
        Bad("义诊共接诊1246人次。60岁及以上的612人次，18岁至59岁的457人次，未成年人【117】人次。"),
        Bad(
            "最想重玩哪部旧作？限选1项。投票人数：【323】人。《星门》66.52%（155票），《琴弦》0.86%（2票），《寒霜》2.15%（5票），"
            "《原形》29.18%（68票），《六边》0.43%（1票），《北境》0.86%（2票）"
        ),
        Good("义诊共接诊1246人次。60岁及以上的612人次，18岁至59岁的457人次，未成年人177人次。"),
        Good("义诊共接诊1246人次。60岁及以上的612人次，18岁至35岁的457人次，未成年人117人次。"),
        Bad("29名伤员当天全部得到救治，市一医院收治【24】人，市中医院收治9人，镇卫生院收治6人。"),
        Good("29名伤员当天全部得到救治，市一医院收治14人，市中医院收治9人，镇卫生院收治6人。"),
        Good("全县夏粮总产量38.64万吨，其中小麦35.27万吨，大麦1.85万吨，豌豆0.94万吨，余下的是薯类，折粮0.58万吨。"),
        Good("龙舟赛共有38支队伍参赛，包括12支高校队和6支女子队。"),
        Good("由86名教师、112名学生和当地村民组成的862人方阵走过主席台。"),
        Good("经核定，损失包括医疗费86400元、误工费21000元、交通费、营养费等，共计126400元。"),
        Good("全镇外出务工7426人，其中去长三角的3218人，去珠三角的2346人，去京津冀的862人，还有的远在新疆。"),
        Good("排查入河排污口764个，其中需要整治的211个，已完成整治176个，其余35个列入明年计划。"),
        Good("六年里，班级共收取班费8640元，支出7200元，去年校友还捐来500元，剩余1940元。"),
        Bad(
            "海山汽车公布，2024年1月至8月，公司出口汽车48.7万辆。",
            "海山汽车公布，2024年9月，公司出口汽车8.5万辆。",
            "海山汽车公布，2024年1月至9月，公司出口汽车【56.2】万辆。",
        ),
        Good(
            "海山汽车公布，2024年1月至8月，公司出口汽车48.7万辆。",
            "云岭汽车公布，2024年9月，公司出口汽车8.5万辆。",
            "海山汽车公布，2024年1月至9月，公司出口汽车56.2万辆。",
        ),
        Bad("前8个月，全市进出口【412.6】亿元。8月当月进出口58.3亿元，1至7月为364.3亿元。"),
        Good("前8个月，全市进出口422.6亿元，其中出口286.9亿元。8月当月进出口58.3亿元，1至7月为364.3亿元。"),
        Bad("当月集团三大品牌共交付新车【40931】辆。甲品牌交付27813辆，乙品牌交付9046辆，丙品牌交付3172辆。"),
        Bad("一支由86名消防员、45名民警和18名医护人员组成的【169】人救援队伍赶到。"),
        Bad("我市选手夺得18枚金牌、12枚银牌、9枚铜牌，奖牌总数【41枚】。"),
        Good("1—9月，全县零售额31.2亿元。9月份，城镇零售额2.9亿元，乡村零售额0.6亿元。"),
        Good("全市进出口862.4亿元，增长4.2%。对东盟出口142.4亿元、进口60.6亿元。"),
        Good(
            "一季度全市投资312.6亿元，其中民间投资166.4亿元；工业投资153.5亿元；基础设施投资88.2亿元；高技术产业投资51.3亿元。"
        ),
        Good("抽查灯具215台，发现不合格16台。16台不合格灯具中，结构不合格9台，标志不合格7台。"),
        Good("公司全年营收13.5亿元，上年为11亿元。其中线上8.1亿元，线下5.4亿元。"),
        Good(
            "审结环境案件862件，其中刑事301件、民事402件、行政157件、公益诉讼38件（部分公益诉讼案件同时计入刑事案件）。"
        ),
        Good("公司三季度交付新车30169辆，其中轿车11862辆、越野车17307辆，其余为客车。"),
        Bad("鲜果、果干、果酱三样分别卖了8万元、5.4万元和1.26万元，合计【15.86】万元。"),
        Bad("评审团共【44】人，由8名专家、12名代表和21名市民组成。"),
        Bad("环湖路全长【48.6】公里，分三期建设，一期18.3公里、二期21.4公里已通车，三期8.1公里明年建成。"),
        Bad("共查处酒驾醉驾【512】起，其中饮酒驾驶431起，醉酒驾驶91起。"),
        Bad("一至四季度公司分别实现收入11.3亿元、13.8亿元、14.1亿元和16.6亿元，全年【54.8】亿元。"),
        Good("今年招录考生登记6120人，已到场5874人。登记考生中，男生3350人，女生2770人。"),
        Good("基金会全年收到捐款4.38亿元，其中个人捐款1.62亿元，企业捐款2.51亿元，其他2500万元；线上捐款1.94亿元。"),
        Good("访问团总人数为524人，其中队员318人，队员中男151人、女167人；随行人员206人。"),
        Good(
            "年末全县用电量26.4亿千瓦时。第一产业用电量0.6亿千瓦时；第二产业用电量15.8亿千瓦时，其中，制造业用电量14.1亿千瓦时；第三产业用电量5.2亿千瓦时；居民用电量4.8亿千瓦时。"
        ),
        Good("前7个月全市进出口612.4亿元，其中民营企业431.7亿元。出口402.9亿元，进口209.5亿元。"),
        Good("会议注册人员2860名，其中境外人员1040名，女性人员1310名，青年人员970名。"),
        Good("受理提请逮捕972人，其中未成年人38人，批准逮捕651人，不批准逮捕304人，其余17人仍在审查中。"),
        Good("隧道塌方致9人被困\n本报讯 事故发生后，救援人员已救出3人，仍有9人被困。"),
        Good("考试满分为600分，平均分为412分，中位数421分，最高分587分。"),
        Good("海山电商总收入1392亿元，其中国内商业营收787亿元，国际商业营收120亿元，云业务营收251亿元。"),
        Good("上月6家机构对该股给出了评级，买入评级3家；目标均价为9.35元。"),
        Bad(
            "2023年7月，乘用车产量207.2万辆，销量【280】万辆。2023年7月，乘用车国内销量169.5万辆，比6月少8.7%；乘用车出口36.1万辆，比6月多3.9%。"
        ),
        Good(
            "2023年7月，乘用车产量207.2万辆，销量205.6万辆。2023年7月，乘用车国内销量169.5万辆，比6月少8.7%；乘用车出口36.1万辆，比6月多3.9%。"
        ),
        Bad("全市法院审结环境资源案件【62196】件，其中刑事13977件、民事28745件、行政19464件。"),
        Bad("上半年全市进出口总额【2192.26】亿元，其中出口846.23亿元，进口1246.99亿元。"),
        Bad("该处理器有【14个】核心，包括8个性能核和4个能效核。"),
        Bad("该系列售出【54258】辆，包括甲平台的两款车18800辆，乙平台的一款车32458辆。"),
        Bad("全县新建大棚【1250】座，其中合作社建成432座，其余828座由农户自建。"),
        Bad("火灾时楼内共有【19】人，其中5人自行脱险，15人一度被困。"),
        Bad("全市排查隐患【127】处，其中省级督办5处，市级督办172处。"),
        Bad("当日融资买入【1073.56万】元，融资偿还927.45万元，融资净买入246.11万元。"),
        Good("当日融资买入1173.56万元，融资偿还927.45万元，融资净买入246.11万元。"),
        Bad("7月全县出口【12.61】亿元，进口8.19亿元，贸易顺差2.42亿元。"),
        Good("7月全县贸易顺差2.42亿元，机电产品出口12.61亿元，农产品进口8.19亿元。"),
        Good("当日融资净买入246.11万元，融资买入1173.56万元，融券偿还927.45万元。"),
        Good("7月全县外贸顺差2.42亿元，其中出口10.61亿元，进口8.19亿元。"),
        Bad("县里今年立项【35】个。其中，产业项目立项42个；水利项目立项18个；教育项目立项3个；文化项目立项2个。"),
        Good("该款轿车分为5座与7座。其中，5座款长4.8米，7座款长4.95米。"),
        Good("全市排查隐患177处，其中省级督办5处，市级督办172处。"),
        Bad("警方抓获团伙成员【16】人。目前，11人被刑事拘留，其中5人被移送起诉。其余6人被采取强制措施。"),
        Good("警方抓获团伙成员16人。目前，11人被刑事拘留，其中5人被移送起诉。其余5人被采取强制措施。"),
        Bad("事发时，井下【28】名矿工被困。截至当晚，已救出24人，尚有2人被困。"),
        Good("事发时，井下28名矿工被困。截至当晚，已救出26人，尚有2人被困。"),
        Good("事发时，井下28名矿工被困。截至当晚，已救出26人，仍有9名家属守在现场。"),
        Bad("翻船事故中落水的【32】名乘客中，7人脱离危险。令人痛心的是，16人失去了生命。"),
        Good("翻船事故中落水的23名乘客中，7人脱离危险。令人痛心的是，16人失去了生命。"),
        Bad("7月，住户贷款减少【2007】亿元，其中，短期贷款减少1335亿元，中长期贷款减少762亿元。"),
        Good("7月，企业贷款增加2378亿元，其中，短期贷款增加785亿元，中长期贷款增加1192亿元。"),
        Bad("交易所现有品种【100】个（期货品种68个、期权品种42个）。"),
        Good("交易所现有品种100个（期货品种68个、期权品种32个）。"),
        Bad("交易所现有品种【19】个（期货品种8个、期权品种91个）。"),
        Bad("县里今年立项【35】个。其中，产业项目立项12个；水利项目立项18个；教育项目立项5个；文化项目立项2个。"),
        Good("县里今年立项35个。其中，产业项目立项12个；水利项目立项18个；教育项目立项3个；文化项目立项2个。"),
        Bad("全国消费黄金【554.88】吨。其中，首饰用金768.26吨，金条用金146.31吨，工业用金40.31吨。"),
        Good("全国消费黄金554.88吨。其中，首饰用金368.26吨，金条用金146.31吨，工业用金40.31吨。"),
        Bad("这款游戏的评价达到【118347】条，其中好评10922条、差评187425条。"),
        Bad(
            "上半年处理干部【1.31万余】人次。其中，第一类处理1.13万余人次，第二类处理1455人次，"
            "第三类处理261人次，第四类处理723人。"
        ),
        Good("这座仓库有15个通道，包括9个进货口和6个出货口。"),
        Good("展会设9个展馆，包括3个综合馆、4个专业馆。"),
        Good("全县新建大棚1260座，其中合作社建成432座，其余828座由农户自建。"),
        Good("全省投放号牌90副，其余30副。其中，省会投放10副，其中6副为甲类，其余4副为乙类。"),
        Good("全市法院审结环境类案件62186件，其中刑事13977件、民事28745件、行政19464件。"),
        Good("全年抓获逃犯3150名，其中命案逃犯117名、涉黑逃犯455名。"),
        Good("全市共发生107起事故，其中追尾51起、超速79起。"),
        Good("上半年进出口2.18万亿元，其中出口1.30万亿元，进口0.88万亿元；数据经过修约。"),
        Bad("合影时，前排12人，中排14人，后排11人，共【36】人。"),
        Good("合影时，前排12人，中排14人，后排10人，共36人。"),
        Good("社区发放问卷1000份，回收942份，网上344份，共1286份。"),
        Bad("头一天来了186人。第二天下雨，也有143人。两天下来，【339】名市民献了血。"),
        Good("头一天来了186人。第二天下雨，也有143人。两天下来，329名市民献了血。"),
        Bad("两晚查处交通违法【236】起，具体如下：\n●酒驾37起\n●超员12起\n●无证驾驶18起\n●改装26起\n●其他207起"),
        Good("两晚查处交通违法300起，具体如下：\n●酒驾37起\n●超员12起\n●无证驾驶18起\n●改装26起\n●其他207起"),
        Bad("全县紧急转移群众【3486】人，无人伤亡。甲镇转移1205人，乙镇968人，丙乡743人，其余乡镇共57人。"),
        Good("全县紧急转移群众3486人，无人伤亡。甲镇转移1205人，乙镇968人，丙乡743人，其余乡镇共570人。"),
        Bad(
            "年初元旦那天，院里住着212位老人。一年里新搬来38位，21位被儿女接回了家，6位离世。到今天，院里共有老人【232】位。"
        ),
        Good(
            "年初元旦那天，院里住着212位老人。一年里新搬来38位，21位被儿女接回了家，6位离世。到今天，院里共有老人223位。"
        ),
        Bad("该院共受理案件【6214】件，审结5690件，未结案件542件。"),
        Good("该院共受理案件6214件，审结5690件，未结案件524件。"),
        Bad(
            "甲厂有职工【28763】名。生产部门职工11983名，占总数的44.8%；研发部门10025人，占37.5%；销售部门2800名，"
            "占10.5%；行政部门1955人，占7.3%。"
        ),
        Bad("今年油价已经调整【16】次，其中包括8次上涨、7次下跌和2次搁浅。"),
        Good("今年油价已经调整17次，其中包括8次上涨、7次下跌和2次搁浅。"),
        Bad("今年以来油价已调整【17】次（8涨6跌2搁浅）。"),
        Good("今年以来油价已调整16次（8涨6跌2搁浅）。"),
        Bad("球队本赛季已踢满【25】场比赛，取得14胜6平4负的战绩。"),
        Bad("全年水费这样算：前180立方米按第一级计费，为576元，其余按第二级计费，为192元，全年水费共计【786】元。"),
        Good("全年水费这样算：前180立方米按第一级计费，为576元，其余按第二级计费，为192元，全年水费共计768元。"),
        Bad("今年计划改造小区【128】个，已完工73个，正在施工39个。剩余尚未动工的26个小区已完成招标。"),
        Good("今年计划改造小区138个，已完工73个，正在施工39个。剩余尚未动工的26个小区已完成招标。"),
        Bad("目标人群共【8.4万】人，已接种7.56万人。\n对其余尚未接种的1.84万名老人，社区将逐户摸底。"),
        Good("目标人群共9.4万人，已接种7.56万人。\n对其余尚未接种的1.84万名老人，社区将逐户摸底。"),
        Bad("三年建成农村公路【1323】公里\n本报讯 2021年建成农村公路385公里，2022年建成412公里，2023年建成436公里。"),
        Good("三年建成农村公路1233公里\n本报讯 2021年建成农村公路385公里，2022年建成412公里，2023年建成436公里。"),
        Bad(
            "开工的【12】个项目总投资186亿元。\n从区域分布看：\n——东区5个，投资79亿元；\n——西区4个，投资62亿元；\n——北区4个，投资45亿元。"
        ),
        Good("冠军总分13.1分，其中难度分5.2分、完成分8.2分、罚分0.3分。"),
        Good("主要税种中，增值税61.2亿元；企业所得税33.8亿元；个人所得税11.5亿元；契税9.7亿元。"),
        Bad(
            "上半年，区法院受理涉企案件642件，审结618件。其中刑事收案144件，审结138件；民事收案398件，审结【358】件；行政收案100件，审结92件。"
        ),
        Good(
            "上半年，区法院受理涉企案件642件，审结618件。其中刑事收案144件，审结138件；民事收案398件，审结388件；行政收案100件，审结92件。"
        ),
        Good(
            "上半年，区法院受理涉企案件64件，审结62件。其中刑事案件收案14件，审结13件；民事案件收案40件，审结39件；行政案件收案10件，审结10件。"
        ),
        Bad(
            "2023年，全市实现地区生产总值【4812.6】亿元。分产业看，第一产业增加值262.4亿元，第二产业增加值1620.2亿元，第三产业增加值2300.0亿元。"
        ),
        Good(
            "2023年，全市实现地区生产总值4182.6亿元。分产业看，第一产业增加值262.4亿元，第二产业增加值1620.2亿元，第三产业增加值2300.0亿元。"
        ),
        Bad("一季度全县进出口总额86.4亿元，其中出口54.1亿元，进口【23.3】亿元，实现贸易顺差21.8亿元。"),
        Good("一季度全县进出口总额86.4亿元，其中出口54.1亿元，进口32.3亿元，实现贸易顺差21.8亿元。"),
        Bad("2022年公司营收【96.3】亿元。分季度看，一季度18.2亿元，二季度22.6亿元，三季度24.1亿元，四季度28.7亿元。"),
        Good("2022年公司营收93.6亿元。分季度看，一季度18.2亿元，二季度22.6亿元，三季度24.1亿元，四季度28.7亿元。"),
        Bad("全年共查处案件2186件。按环节划分，生产环节462件，流通环节【1206】件，餐饮环节698件。"),
        Good("全年共查处案件2186件。按环节划分，生产环节462件，流通环节1026件，餐饮环节698件。"),
        Bad("近三个月共有14家机构对该股给出评级，买入评级9家，增持评级【7】家。"),
        Good("近三个月共有14家机构对该股给出评级，买入评级9家，增持评级5家。"),
        Bad("全市现有公共图书馆和文化馆74个，都免费开放，公共图书馆41个，文化馆【23】个。"),
        Good("全市现有公共图书馆和文化馆74个，都免费开放，公共图书馆41个，文化馆33个。"),
        Bad("工地上有塔吊23座，全部为动臂塔吊和平头塔吊，分别为18座和【15】座。"),
        Good("工地上有塔吊23座，全部为动臂塔吊和平头塔吊，分别为18座和5座。"),
        Good("全市进出口总额412.6亿元，其中对东盟出口118.6亿元，自欧盟进口92.4亿元。"),
        Bad("强降雨期间，全市紧急转移群众8640人，已有6520人返回家中，仍有【2210】人住在安置点。"),
        Good("强降雨期间，全市紧急转移群众8640人，已有6520人返回家中，仍有2120人住在安置点。"),
        Bad(
            "海山队昨晚主场以【97】比86战胜云岭队。首节海山队打出28比21，次节对手以25比19反超；第三节双方24比22，末节海山队以26比20锁定胜局。"
        ),
        Good(
            "海山队昨晚主场以99比86战胜云岭队。首节海山队打出28比21，次节对手以25比19反超；第三节双方24比22，末节海山队以26比20锁定胜局。"
        ),
        Bad(
            "男篮联赛昨晚开打，4800名观众到场，海山队以【100】比94取胜。四节比分依次为28比21、19比25、29比26、26比22。"
        ),
        Good("男篮联赛昨晚开打，4800名观众到场，海山队以102比94取胜。四节比分依次为28比21、19比25、29比26、26比22。"),
        Bad("女排联赛第九轮，海山队以【3比1】力克云岭队，各局比分依次为25比21、23比25、25比19、22比25和15比11。"),
        Good("女排联赛第九轮，海山队以3比2力克云岭队，各局比分依次为25比21、23比25、25比19、22比25和15比11。"),
        Bad("海山队本赛季9胜6平3负，积【35】分，排名第三。"),
        Good("海山队本赛季9胜6平3负，积33分，排名第三。"),
        Good("海山队本赛季9胜6平3负，被扣3分，积30分，排名第三。"),
        Good("羽毛球女单决赛，她以2比1（21比15、18比21、21比19）获胜。"),
        Good("网球赛上，他以2比0（6比4、7比6）过关。"),
        Bad(
            "从自然变动看，全年出生人口2.63万人，出生率6.8‰；死亡人口2.94万人，死亡率7.6‰。专家解读说，龙年生育意愿回升。全市人口自然【增加0.31】万人。"
        ),
        Good(
            "从自然变动看，全年出生人口2.63万人，出生率6.8‰；死亡人口2.94万人，死亡率7.6‰。专家解读说，龙年生育意愿回升。全市人口自然减少0.31万人。"
        ),
        Bad("全年出生率6.24‰，比上年略升；死亡率6.98‰，比上年持平。受此影响，全年人口自然增长率为【0.74】‰。"),
        Good("全年出生率6.24‰，比上年略升；死亡率6.98‰，比上年持平。受此影响，全年人口自然增长率为-0.74‰。"),
        Bad(
            "蔬菜类：120批次，不合格3批次\n水果类：60批次，全部合格\n水产品：45批次，不合格2批次\n畜禽肉：75批次，不合格1批次\n合计：【330】批次，不合格6批次"
        ),
        Good(
            "蔬菜类：120批次，不合格3批次\n水果类：60批次，全部合格\n水产品：45批次，不合格2批次\n畜禽肉：75批次，不合格1批次\n合计：300批次，不合格6批次"
        ),
        Bad(
            "去年，区法院共受理各类案件【18460】件，分为民商事、执行、刑事和行政四大类。民商事案件仍占大头，为11480件。执行案件4630件，比上年的4300件多出330件。刑事案件2310件。行政案件最少，只有640件。"
        ),
        Good(
            "去年，区法院共受理各类案件19060件，分为民商事、执行、刑事和行政四大类。民商事案件仍占大头，为11480件。执行案件4630件，比上年的4300件多出330件。刑事案件2310件。行政案件最少，只有640件。"
        ),
        Good("截至上午10时停电用户3.2万户，已恢复2.1万户，新增停电0.4万户，仍有1.5万户停电。"),
        Bad("事故共造成14人受伤，其中重伤4人、轻伤【9】人。"),
        Good("事故共造成14人受伤，其中重伤4人、轻伤10人。"),
        Good("全年交通事故受伤1140人，其中重伤186人，轻伤920人。"),
        Good("事故共造成14人受伤，其中重伤1人、轻伤3人，其余为轻微伤。"),
        Bad("船上23人全部落水。截至当日18时，已有17人获救，其中11人由救助船救起，6人由渔船救起，仍有【8】人失联。"),
        Good("船上23人全部落水。截至当日18时，已有17人获救，其中11人由救助船救起，6人由渔船救起，仍有6人失联。"),
        Good("船上23人落水。15人获救，2人遇难，仍有6人失联。"),
        Good("区法院受理案件18460件，分为民事、刑事和行政三类，民事案件上升12%，刑事案件2310件，行政案件640件。"),
        Good("船上23人落水。当晚17人获救，次日又找到2人，仍有4人失联。"),
        Good("共有11家机构对该股给出了评级，买入评级8家，增持评级2家，目标均价61元。"),
        Bad(
            "上半年全市实现生产总值1864.2亿元。分产业看，第一产业增加值142.6亿元，第二产业完成增加值731.9亿元，第三产业【1009.7亿元】。"
        ),
        Good(
            "上半年全市实现生产总值1864.2亿元。分产业看，第一产业增加值142.6亿元，第二产业完成增加值731.9亿元，第三产业989.7亿元。"
        ),
        Bad("风电场全年上网电量合计10.3亿千瓦时，一期贡献4.4亿千瓦时，二期【5.9万】千瓦时。"),
        Good("风电场全年上网电量合计10.3亿千瓦时，一期贡献4.4亿千瓦时，二期5.9亿千瓦时。"),
        Bad(
            "共抽检1250批次，其中生产环节180批次、流通环节680批次、餐饮环节390批次。经检验，合格1228批次，不合格【32批次】。"
        ),
        Good(
            "共抽检1250批次，其中生产环节180批次、流通环节680批次、餐饮环节390批次。经检验，合格1228批次，不合格22批次。"
        ),
        Bad(
            "一季度为消费者挽回经济损失1386万元。\n从挽回损失的构成看，商品类投诉挽回798万元，服务类【588亿】元，单笔金额最高的一起为19.6万元。"
        ),
        Good(
            "一季度为消费者挽回经济损失1386万元。\n从挽回损失的构成看，商品类投诉挽回798万元，服务类588万元，单笔金额最高的一起为19.6万元。"
        ),
        Bad("支队共查获酒驾醉驾86起。各中队查获情况如下：\n城关中队31起\n东关中队22起\n柳河中队18起\n高速中队【11起】"),
        Good("支队共查获酒驾醉驾86起。各中队查获情况如下：\n城关中队31起\n东关中队22起\n柳河中队18起\n高速中队15起"),
        Bad("全年空气优良天数为【316】天，优良率83.6%，其中优114天、良192天；轻度污染41天。"),
        Good("全年空气优良天数为306天，优良率83.6%，其中优114天、良192天；轻度污染41天。"),
        Bad("风电和光伏装机合计【453】万千瓦，首次超过煤电。\n到年底，光伏总装机达到291万千瓦，风电则为144万千瓦。"),
        Good("风电和光伏装机合计435万千瓦，首次超过煤电。\n到年底，光伏总装机达到291万千瓦，风电则为144万千瓦。"),
        Bad("今年列入计划的小区一共84个，完工的有53个，其余【41个】在施工。"),
        Good("今年列入计划的小区一共84个，完工的有53个，其余31个在施工。"),
        Good("停电用户5.2万户，已恢复3.1万户，新增停电0.4万户，仍有2.5万户停电。"),
        Good(
            "前三季度进出口1872.6亿元。分季度看，一季度588.4亿元，二季度627.9亿元，三季度656.3亿元；9月当月226.8亿元。"
        ),
        Good("受理审查逮捕1684人，批准逮捕1097人，不批准逮捕551人，尚未审结36人。"),
        Good("未中签的956户自动进入第二轮，与其余11472户共12428户角逐410套房源。"),
        Bad("隧道全长5270米，最大埋深480米。目前已累计掘进3850米。项目经理说，【余下的1820米】围岩破碎。"),
        Good("隧道全长5270米，最大埋深480米。目前已累计掘进3850米。项目经理说，余下的1420米围岩破碎。"),
        Bad(
            "法院发布2022年至2024年金融审判白皮书。三年间，共受理金融案件【5826件】，审结5402件。\n法官介绍，2022年收案1748件，2023年增加到1892件，2024年达到2086件。"
        ),
        Good(
            "法院发布2022年至2024年金融审判白皮书。三年间，共受理金融案件5726件，审结5402件。\n法官介绍，2022年收案1748件，2023年增加到1892件，2024年达到2086件。"
        ),
        Good("专案组串并案件58宗，其中盗车51宗，涉及车辆55辆，因为有4宗各丢了2辆；另外7宗是电瓶被盗。"),
        Good(
            "本次共抽检800批次，不合格10批次。分品类看：蔬菜抽检420批次，不合格6批次；水产品抽检150批次，不合格3批次；畜禽肉抽检230批次，不合格1批次。"
        ),
        Good(
            "今年前7个月，关区跨境电商进出口总值186.3亿元，比去年同期的162亿元增长15%；其中出口141.6亿元，进口44.7亿元。"
        ),
        Good(
            "前4个月关区进出口318.7亿元，其中4月份进出口86.4亿元。上月公布的一季度进出口初步数为233.1亿元，经修订后为232.3亿元。"
        ),
        Bad(
            "全镇发放补助款【5920】万元。补助分三批拨付：3月5日第一批2130万元，6月8日第二批1870万元，9月1日第三批也就是最后一批1290万元。"
        ),
        Good(
            "全镇发放补助款5290万元。补助分三批拨付：3月5日第一批2130万元，6月8日第二批1870万元，9月1日第三批也就是最后一批1290万元。"
        ),
        Bad(
            "原告的损失，经核定有三项：医疗费24310元；护理费按60日、每日150元计，为9000元；交通费1200元。综上，判令被告赔偿原告【43510】元。"
        ),
        Good(
            "原告的损失，经核定有三项：医疗费24310元；护理费按60日、每日150元计，为9000元；交通费1200元。综上，判令被告赔偿原告34510元。"
        ),
        Bad("专案组在三省收网，抓获嫌疑人【64】名。在本地落网的21名，其余由甲、乙两地警方协助抓获，分别为16名和9名。"),
        Good("专案组在三省收网，抓获嫌疑人46名。在本地落网的21名，其余由甲、乙两地警方协助抓获，分别为16名和9名。"),
        Bad(
            "县运动队夺【73】枚奖牌\n昨天，市运会闭幕。\n金牌12枚，其中田径5枚；银牌9枚，都出自水上项目；铜牌16枚，射箭队包办了三枚。"
        ),
        Good(
            "县运动队夺37枚奖牌\n昨天，市运会闭幕。\n金牌12枚，其中田径5枚；银牌9枚，都出自水上项目；铜牌16枚，射箭队包办了三枚。"
        ),
        Bad(
            "调整之前，全县有客运班线86条。这次新开5条，撤销9条，另有4条改走国道，编号不变。调整之后，全县客运班线总数为【28】条。"
        ),
        Good(
            "调整之前，全县有客运班线86条。这次新开5条，撤销9条，另有4条改走国道，编号不变。调整之后，全县客运班线总数为82条。"
        ),
        Bad("物资清单\n本次入库如下：\n· 雨鞋 420双\n· 手套 980双\n· 护膝 610双\n以上三类总计【2100】双，已全部登记。"),
        Good("物资清单\n本次入库如下：\n· 雨鞋 420双\n· 手套 980双\n· 护膝 610双\n以上三类总计2010双，已全部登记。"),
        Bad("项目概算总投资7400万元，截至8月底累计到位4600万元，尚有【2080】万元缺口。"),
        Good("项目概算总投资7400万元，截至8月底累计到位4600万元，尚有2800万元缺口。"),
        Bad("村里共收到物资9.4万件，按来源分（不重复计），企业捐赠5.3万件，学校捐赠2.7万件，其他捐赠【4.1】万件。"),
        Good("村里共收到物资9.4万件，按来源分（不重复计），企业捐赠5.3万件，学校捐赠2.7万件，其他捐赠1.4万件。"),
        Bad(
            "全年办理案件4835件，较上年的4512件多办323件，增幅7.2%。从案件结构看，民事2416件，刑事【1087】件，行政412件，执行929件。"
        ),
        Good(
            "全年办理案件4835件，较上年的4512件多办323件，增幅7.2%。从案件结构看，民事2416件，刑事1078件，行政412件，执行929件。"
        ),
        Bad(
            "全省完成客运量3286.4万人次，日均约82.2万人次。拆开看，公路2715.8万人次，铁路【472.5】万人次，水路98.6万人次，航空44.5万人次。"
        ),
        Good(
            "全省完成客运量3286.4万人次，日均约82.2万人次。拆开看，公路2715.8万人次，铁路427.5万人次，水路98.6万人次，航空44.5万人次。"
        ),
        Bad(
            "全港完成吞吐量18640万吨，比上年多912万吨。\n吞吐量中，东港区7325万吨，西港区8160万吨，北港区【3515】万吨；集装箱方面，东港区居首。"
        ),
        Good(
            "全港完成吞吐量18640万吨，比上年多912万吨。\n吞吐量中，东港区7325万吨，西港区8160万吨，北港区3155万吨；集装箱方面，东港区居首。"
        ),
        Bad("奖牌榜上，云溪队：21金18银26铜，共【56】枚。"),
        Good("奖牌榜上，云溪队：21金18银26铜，共65枚。"),
        Good("主城三区投诉合计12460件；河口县1020件，每万人投诉量最低的是山阳县，为21.6件，全市平均48.2件。"),
        Good("破案8462起，其中当年立、当年破的7105起，剩下1357起都是往年案件。"),
        Good("林业总产值985亿元，上年936亿元，现价增5.2%；一产180亿元，二产602亿元，三产203亿元。"),
        Good("算上昨晚，他赢了285场，而不包括昨晚的话是284胜216负。"),
        Bad(
            "全市报告传染病24618例，死亡1例。流行性感冒20405例，手足口病2391例，流行性腮腺炎1206例，其余病种【661】例。"
        ),
        Good("全市报告传染病24618例，死亡1例。流行性感冒20405例，手足口病2391例，流行性腮腺炎1206例，其余病种616例。"),
        Good("出库部分里，灌溉1.57亿，供水0.48亿，生态0.36亿，其余0.21亿为蒸发渗漏。"),
        Good("回访群众8000人次，其中非常满意的7040人次、满意的800人次，两者合计占98.0%，不满意的160人次。"),
        Good("检测驾驶人5.24万人次。被查获者中，男性412人，女性31人。"),
        Good("今年出口1685亿元，进口920亿元。去年同期出口1580亿元，进口915亿元。贸易顺差765亿元，扩大100亿元。"),
        Bad("松岭镇种桑3.8万亩，高桥镇种桑3.1万亩，柳河镇种桑2.2万亩。三个镇合计种桑【9.7】万亩。"),
        Good("松岭镇种桑3.8万亩，高桥镇种桑3.1万亩，柳河镇种桑2.2万亩。三个镇合计种桑9.1万亩。"),
        Bad(
            "全市用电量达【52.7万】千瓦时。分行业看，工业用电31.4亿千瓦时，居民用电12.1亿千瓦时，商业用电9.2亿千瓦时。"
        ),
        Good("全市用电量达52.7亿千瓦时。分行业看，工业用电31.4亿千瓦时，居民用电12.1亿千瓦时，商业用电9.2亿千瓦时。"),
        Bad("代表团的【26】枚金牌来自3个大项，其中田径11枚，游泳8枚，举重4枚。"),
        Good("代表团的23枚金牌来自3个大项，其中田径11枚，游泳8枚，举重4枚。"),
        Bad("海山地铁2号线6月通车，沿途停靠21座车站。全线设站【22】座，包括地下站16座、高架站5座。"),
        Good("海山地铁2号线6月通车，沿途停靠21座车站。全线设站21座，包括地下站16座、高架站5座。"),
        Good("案件新收28416件，审结28865件，旧存1858件。三者合计59139件，去年为30723件。"),
    ],
    blocks=("document", "measure"),
)
def parts_mismatch_total(block: Block) -> Iterator[Comparison]:
    """Every total with a row of parts: those the words give it, and candidates beside it."""
    if block.kind == "measure":
        for total, parts in partitions_across(block):
            yield from of_months(total, parts)
        return
    by_total: dict[str, list[Comparison]] = defaultdict(list)
    netted = {
        (split.total.claim_id, tuple(part.claim_id for part in split.parts)): split
        for split in chain(nets(block), balances(block), natural(block), left_open(block))
    }
    yield from (compared(split) for split in netted.values() if not _of_times_apart(split))
    seen = set(netted)
    for split in chain(at_home_and_abroad(block), splits(block)):
        key = (split.total.claim_id, tuple(part.claim_id for part in split.parts))
        if key in seen:
            continue
        seen.add(key)
        if any(EACH.search(lead(part).strip()) for part in split.parts):
            continue  # 语文、数学、外语各120分
        found = compared(split)
        if judge(found).verdict in FITS or not (
            settled(split, block) or _of_others(split) or _left_out(split) or _of_another(found, split)
        ):
            by_total[split.total.claim_id].append(found)
    for total, parts in partitions(block.claims):
        yield from of_months(total, parts)
    for total, parts in stepwise(block):
        found = compared(Split(total, parts, True, True))
        if judge(found).verdict in FITS or closing_slips(found):
            yield replace(found, worst="warning")
    for split in chain(closed_lists(block), summed_lists(block), accounts(block), divisions(block)):
        if _in_pairs(split.parts) or _of_others(split) or _made_up_before(split):
            continue
        found = compared(split)
        if judge(found).verdict == "consistent" or closing_slips(found) or spread_out(split):
            yield replace(found, worst="warning")
    listed = chain(bulleted(block), tallied(block), row_totals(block), columns(block), kinds(block))
    for split in chain(
        listed, rated(block), of_headline(block), scaled_sums(block), counted_sums(block), sums_elsewhere(block)
    ):
        yield replace(compared(split), worst="warning")
    numbered = chain(numbered_parts(block), medals(block), rests_in_turn(block), among_named(block))
    for split in chain(remainders(block), years_summed(block), named_together(block), numbered):
        yield replace(compared(split), worst="warning")
    for found in stocks(block):
        if judge(found).verdict == "consistent" or closing_slips(found):
            yield found
    for split in rests(block):
        found = compared(split)
        if not any(_held(row, [row]) for row in by_total[split.total.claim_id] if not row.candidate) and (
            judge(found).verdict == "consistent" or closing_slips(found)
        ):
            yield replace(found, worst="warning")
    for found_rows in by_total.values():
        yield from [
            row for row in found_rows if _held(row, found_rows) and not _cut_short(row, found_rows)
        ] or found_rows
    yield from flows(block)
    yield from chain(quarters(block), sets(block), table_points(block))
    yield from of_tables(block)


def _made_up_before(split: Split) -> bool:
    """Whether the first of the parts already make up the total: 优良318天。其中优124天，良194天；另有轻度污染41天."""
    values = [part.value for part in split.parts]
    return any(sum(values[:many], Decimal(0)) == split.total.value for many in range(2, len(values)))


def _of_others(split: Split) -> bool:
    """Whether the total is what the text tells beside that of the parts (1371亿元，上年1322亿元；…), or sums up what
    stands before it: 两项合起来2433起."""
    total, first = split.total, split.parts[0]
    if first.start > total.start and SUMMED_UP.search(lead(total)):
        return True
    if first.start < total.start or not of_year_ago(total) or of_year_ago(first) or _of_year_told(total, first):
        return False
    return not (first.clause - total.clause <= 1 and "其中" in between(total, first))


def _of_year_told(total: Claim, first: Claim) -> bool:
    """Whether 去年 is the year that the text is about, in the first months of the next: 去年破获1286起。…."""
    return "去年" in before(total, 16) and total.period == first.period != "" and not total.former


def _of_times_apart(split: Split) -> bool:
    """Whether the total is of a year ago and a part, sentences on, of now: 去年同期出口1710亿元，…。顺差765亿元."""
    others = [one for one in split.parts if one.sentence_start != split.total.sentence_start]
    others = [one for one in others if one.period != split.total.period or not one.period]
    return of_year_ago(split.total) and not all(map(of_year_ago, others))


def _of_another(found: Comparison, split: Split) -> bool:
    """Whether the total is of another size, or not of those with whom the sentence of the parts begins: 嫌疑人当中."""
    total, first = split.total, split.parts[0]
    small, large = sorted((abs(total.value), abs(sum((part.value for part in split.parts), Decimal(0)))))
    if large > OTHER_SIZE * small and not closing_slips(found):
        return True
    group = GROUP.match(first.sentence)
    elsewhere = total.sentence_start != first.sentence_start
    return group is not None and elsewhere and grams(group["of"]).isdisjoint(grams(total.measure))


def _left_out(split: Split) -> bool:
    """Whether the words between a total and its parts leave some of it out: 赢了317场，不包括昨晚是316胜283负."""
    return (
        split.parts[0].start > split.total.start and LEFT_OUT.search(between(split.total, split.parts[0])) is not None
    )


def _in_pairs(parts: tuple[Claim, ...]) -> bool:
    """Whether the parts come two and two, the second of each a part of the first: 蔬菜抽检420批次，不合格6批次；…."""
    tails = [lead(one).strip("，,、；; ")[-2:] for one in parts]
    first, then = set(tails[::2]), set(tails[1::2])
    return len(parts) >= 4 and len(parts) % 2 == 0 and len(first) == len(then) == 1 and first != then


def of_months(total: Claim, parts: tuple[Claim, ...]) -> Iterator[Comparison]:
    """What was done in some months against the figures of each; a small gap without a slip is that of a revision."""
    found = compared(Split(total, parts, True, True))
    judged = judge(found)
    slip = judged.verdict in FITS or (judged.gap * TRIFLES > total.value and bool(closing_slips(found)))
    if slip or judged.gap * REVISIONS > total.value:
        yield replace(found, worst="warning" if slip else "note", explanations=(REVISED,))


def _cut_short(row: Comparison, rows: list[Comparison]) -> bool:
    """Whether the row that adds up is only the head of one that the words close, which does not."""
    closed = [set(other.using) for other in rows if not other.candidate and other is not row]
    return any(set(row.using) < parts for parts in closed)


def _held(row: Comparison, rows: list[Comparison]) -> bool:
    """Whether the row adds up; where the words name the parts, another that does so only by rounding is no answer."""
    named = row.candidate and any(not other.candidate or other.support > row.support for other in rows)
    return judge(row).verdict in (
        ("consistent", "by_rounding") if named else ("consistent", "by_rounding", "implied_only")
    )


def flows(block: Block) -> Iterator[Comparison]:
    """Net flows of all kinds of investors, which cancel out: what one kind sells the others buy."""
    for sentence in block.sentences:
        row = [claim for claim in sentence.claims if claim.kind == "amount" and FLOW.search(lead(claim))]
        kinds = [match.group(1) for claim in row if (match := KIND.search(lead(claim)))]
        if sorted(kinds) != ["主力", "散户", "游资"] or len(row) != 3:
            continue
        signs = [-1 if "净流出" in lead(claim) else 1 for claim in row]
        yield Comparison(
            reported=row[0],
            using=(row[1], row[2]),
            expected=lambda a, b, signs=tuple(signs): (a.scaled(signs[1]) + b.scaled(signs[2])).scaled(-signs[0]),
            working=" ".join(f"{'−' if sign == signs[0] else '+'} {{{at}}}" for at, sign in enumerate(signs) if at),
            explanations=(
                Bilingual("各类资金净流入、净流出应当相抵", "net flows of all kinds of investors cancel out"),
            ),
        )


def of_tables(block: Block) -> Iterator[Comparison]:
    """Totals of rows, periods cut without a gap, and areas whose direct parts are all in the table."""
    tied = {part.part_across for split in tabular.across(block) for part in split.parts}
    for split in chain(tabular.across(block), tabular.stretches(block)):
        if split.parts[0].part_across or split.total.claim_id not in tied:
            yield compared(split)
    for nesting in tabular.nestings(block):
        if nesting.complete and not any(part.part_of for part in nesting.parts):
            yield compared(Split(nesting.whole, nesting.parts, True, True))


def compared(split: Split) -> Comparison:
    """The total against the sum of its parts."""
    stated = split.stated
    over = not stated and split.related and exceeded(split.total, split.parts)
    found = Comparison(
        reported=split.total,
        using=split.parts,
        expected=added,
        working=operands(" + ", 1, len(split.parts)),
        weights=(1,) * len(split.parts),
        candidate=not stated,
        worst="error" if stated else "warning",
        support=WORDED if split.related else BARE,
        explanations=(
            Bilingual("分项可能不全、有重叠或口径不同", "the parts may be incomplete, overlap or differ in scope"),
        ),
    )
    if over and closing_slips(found):
        return replace(found, relation="at_least", candidate=False, worst="warning")
    if stated and counted_out(split):
        return replace(found, reading=Reading.exactly(split.total.implied), worst="warning")
    return found


def counted_out(split: Split) -> bool:
    """Whether a round count below a thousand stands beside all that it counts: 100个（68个、32个） is not rounded."""
    exact = all(part.kind == "count" and not part.hedge and part.asserted.is_point for part in split.parts)
    return exact and split.total.value < THOUSAND and not split.total.hedge and not split.total.asserted.is_point
