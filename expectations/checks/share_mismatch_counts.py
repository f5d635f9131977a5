"""A part, its whole and the percentage must fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, starmap

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations import tabular
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading, judge
from expectations.examples import Bad, Good
from expectations.holdings import holdings
from expectations.named_rates import complements, defined, defined_apart, found_out, passed_apart, refused
from expectations.proportions import of_economy
from expectations.rate_rows import rate_rows
from expectations.ratios import Ratio, compared, holds, of_rounded, percentage, ratios
from expectations.restored import restored
from expectations.rows_summed import rows_summed
from expectations.same import is_level
from expectations.share_rows import BARE, share_rows
from expectations.shares_apart import shares_apart
from expectations.slips import closing_slips
from expectations.tasks import completed
from expectations.tenths import ROUND
from expectations.votes import votes
from expectations.words import before, lead

FAR_OFF = 10  # points of per cent
AGAIN = re.compile("即[约近]?$")
REFUSED = re.compile("[不未]")
OTHER = Bilingual("占比可能以另一总数为基数，或口径不同", "the percentage may be of another whole or scope")
ROUNDED = Bilingual(
    "总数可能取整，占比按未取整的总数计算", "the whole may be rounded, the percentage taken of the exact one"
)


@check(
    code="CF106",
    title=Bilingual("占比与分项、总数不符", "the percentage does not fit part and whole"),
    message=Bilingual(
        "{measure}为{figure}，而按{others}计算应为{implied}。",
        "{measure} is given as {figure}, but {others} give {implied}.",
    ),
    why=Bilingual(
        "分项 ÷ 总数就是占比或比率，三个数字必须相容。", "Part ÷ whole is the share or rate; the three must fit."
    ),
    limits=[
        Bilingual(
            "总数要在同一稿件中，并由“占……的”“……中”等文字或并列的其他占比指明",
            "the whole must be in the article and be named by the words, or by other shares beside this one",
        ),
        Bilingual(
            "几分之几上下放宽四个百分点，几成放宽五至十个百分点",
            "fractions give or take 4 points, tenths (成) 5 below and 10 above",
        ),
    ],
    examples=[
        Bad("去年全市质押登记金额24.5亿元，前年为19.6亿元，一年增加4.9亿元。其中开发区7.35亿元，占全市的【3.0%】。"),
        Good("今年计划栽树50万株，到月底已栽38万株。为此先做了整地，这项作业已完成计划的92%。"),
        Good("去年全市质押登记金额24.5亿元，前年为19.6亿元，一年增加4.9亿元。其中开发区7.35亿元，占全市的30.0%。"),
        Bad(
            "这届毕业生12640人，毕业去向落实11755人。在已落实去向的毕业生中，留在省内的7054人，占【66.0%】；升学的2116人，占18.0%。"
        ),
        Bad("松岭县国土面积286万亩，森林面积203.6万亩，森林覆盖率为【77.2%】。"),
        Bad("基金今年调仓100次，其中盈利16次，胜率为【61.0%】。"),
        Bad(
            "最想重玩哪部旧作？限选1项。投票人数：233人。《星门》66.52%（155票），《琴弦》0.86%（2票），《寒霜》2.15%（5票），"
            "《原形》【59.18%】（68票），《六边》0.43%（1票），《北境》0.86%（2票）"
        ),
        Good(
            "最想重玩哪部旧作？限选1项，参加者共182人。《星门》62.09%（113票），《琴弦》9.35%（17票），《寒霜》8.79%（16票），"
            "《原形》10.44%（19票），《六边》9.33%（17票）"
        ),
        Good("基金今年调仓100次，其中盈利61次，胜率为61.0%。"),
        Good("抽检样品100批次，其中不合格8批次，合格率为92%。"),
        Good(
            "肠镜检查3600人，查出甲病1260人，检出率35%；胃镜检查3000人，查出乙病180人，检出率6%；CT查出丙病1512人，检出率42%。"
        ),
        Good("松岭县国土面积286万亩，森林面积203.6万亩，森林覆盖率为71.2%。"),
        Bad(
            "体检共有12450人参加，查出甲病5478人，检出率44%；乙病3984人，检出率32%；丙病2241人，检出率18%；"
            "丁病1743人，检出率【24%】。"
        ),
        Good(
            "体检共有12450人参加，查出甲病5478人，检出率44%；乙病3984人，检出率32%；丙病2241人，检出率18%；"
            "丁病1743人，检出率14%。"
        ),
        Good("全年投诉9236件，集中在物业、噪声、退费三方面，分别为2104件、1687件、1352件，三项占投诉的55.7%。"),
        Good("当月受理诉求2381件，办结2297件，按期办结率99.2%。"),
        Good("立刑事案件612起，破案486起，其中命案3起，破案率100%。"),
        Bad("小区共有320户居民，有256户签了字，占到总户数的【九成】。"),
        Good("小区共有320户居民，有288户签了字，占到总户数的九成。"),
        Bad("今年参保462万人，其中职工医保138.6万人，占30%；居民医保323.4万人，占【60%】。"),
        Good("今年参保462万人，其中职工医保138.6万人，占30%；居民医保323.4万人，占70%。"),
        Bad("共抽检250批次，检出9批次不合格，合格率【97.4%】。"),
        Good("共抽检250批次，检出9批次不合格，合格率96.4%。"),
        Bad("9月末，集团总资产128.4亿元，总负债79.6亿元，资产负债率【68%】。"),
        Good("9月末，集团总资产128.4亿元，总负债79.6亿元，资产负债率62%。"),
        Bad("全县86所学校中，已有43所开设武术课，占【四分之三】。"),
        Good("全县86所学校中，已有43所开设武术课，占一半。"),
        Bad("共破获案件320起，其中电诈案件218起，占【八成】以上。"),
        Good("共破获案件320起，其中电诈案件262起，占八成以上。"),
        Bad("全镇1860户中，已有806户装上光伏，超过【一半】。"),
        Good("公司三季度出口11.2万辆，占总销量28万辆的40.0%。去年同期出口8.1万辆，占总销量的32.4%。"),
        Good(
            "全市常住人口512.4万人，65周岁及以上92.6万人。80周岁及以上18.5万人，占65周岁及以上人口的20.0%，占常住人口的3.6%。"
        ),
        Good("保险公司保费收入3760亿元，退保金312亿元，退保率0.95%。"),
        Good("音乐节设座位2.4万个，其中看台票3600个，上座率91.5%。"),
        Good("县档案馆藏卷宗38.6万卷，其中清代卷宗1.2万卷，占全省清代卷宗的27.1%。"),
        Good("全区常住居民52.4万人，其中城区居民35.1万人，镇村居民17.3万人，城区居民占常住居民的67.0%。"),
        Good("植物园去年迎客312.5万人次，其中学生86.3万人次，外省游客占58.4%。"),
        Good(
            "年耗水量共3120万吨。工业耗水1460万吨（其中电厂1130万吨），占46.8%；生活耗水980万吨，占31.4%；农业耗水680万吨，占21.8%。"
        ),
        Good("全市骑行者共2860人，其中夜骑者1120人，跨区者915人，分别占39.2%和32.0%。"),
        Good("抽检面条类样品160批次，不合格4批次，合格率97.5%；抽检糕点80批次，不合格2批次，合格率97.5%。"),
        Good("全年新收案件5230件，其中涉农案件61件；审结5012件，当庭宣判418件，服判率90.3%。"),
        Good("本届学员3140人，其中男学员1820人，女学员1320人，结业后签约率93.7%。"),
        Bad("2023年第二季度，海山公司总收入1350亿元，增长9%；经营盈利459亿元，经营利润率为【43%】。"),
        Good("2023年第二季度，海山公司总收入1350亿元，增长9%；经营盈利459亿元，经营利润率为34%。"),
        Bad("2023年7月，汽车销量236.4万辆。2023年7月，新能源汽车销量71.4万辆，增长28.9%，市场占有率为【32%】。"),
        Good("2023年7月，汽车销量236.4万辆。2023年7月，新能源汽车销量71.4万辆，增长28.9%，市场占有率为30.2%。"),
        Bad("6月，国内上市新机型25款，其中5G机型8款，少了三分之二，占同期上市新机型数量的【23%】。"),
        Bad("公司去年新招20650人，其中12563人不满30岁，占总数的【63%】。"),
        Bad("14例患者中，8例（57%）完全缓解，3例（【32%】）病情稳定。"),
        Bad("抽检儿童牙刷88批次，发现16批次不合格，不合格率为【28.2%】。"),
        Bad(
            "全省货物贸易进出口总值为900亿元。民营企业进出口480亿元。外商投资企业进出口270亿元，占进出口总值的【33%】。"
        ),
        Bad(
            "2021年，广东省地区生产总值124369.67亿元。佛山市地区生产总值12156.54亿元，"
            "惠州市地区生产总值4977.36亿元，占全省地区生产总值的【4.6%】。"
        ),
        Bad(
            "首轮表决，出席有表决权人数32人，同意人数18人，人数比例56.25%。次轮表决，出席有表决权人数52人，同意人数15人，人数比例【46.88%】。"
        ),
        Bad(
            "全市外贸站上20万亿元台阶，全市货物贸易进出口21.79万亿元。其中，对共建国家进出口11.29万亿元，占进出口总值的【53.8%】。"
        ),
        Bad("公司第二季度总营收为1.04亿美元，增长三成。\n成本方面，本季度带宽成本为2890万美元，占总收入的【23.7%】。"),
        Bad(
            "第一项议案，同意人数13人，同意表决权额4007309484.73元，人数比例46.43%，表决额比例【70.42%】。"
            "有表决权的债权人共28位，所代表的无财产担保债权额为5705330720.96元。"
        ),
        Good(
            "第一项议案，同意人数13人，同意表决权额4007309484.73元，人数比例46.43%，表决额比例70.24%。"
            "有表决权的债权人共28位，所代表的无财产担保债权额为5705330720.96元。"
        ),
        Bad(
            "公司上半年实现营业收入607.0亿元，增长1.48%。\n三块业务的营收分别为408.1亿元、58.7亿元、【640.2亿】元，"
            "占营业收入的比例分别为67.23%、9.68%、23.09%。"
        ),
        Good("公司第二季度总营收为1.04亿美元，增长三成。\n成本方面，本季度带宽成本为2890万美元，占总收入的27.8%。"),
        Good("全省货物贸易进出口总值为900亿元。民营企业进出口480亿元。外商投资企业进出口270亿元，占进出口总值的30%。"),
        Good("公司去年新招20650人，其中12563人不满30岁，占总数的60.8%。"),
        Good("14例患者中，8例（57%）完全缓解，3例（21%）病情稳定。"),
        Good("抽检儿童牙刷88批次，发现16批次不合格，不合格率为18.2%。"),
        Good("调解案件324件，办结案件445件，群众满意率达98%。"),
        Bad(
            "机场2019年旅客吞吐量为412.3万人次，2023年为451.6万人次，恢复到2019年的【119.5%】。", published="2024-01-10"
        ),
        Good("机场2019年旅客吞吐量为412.3万人次，2023年为451.6万人次，恢复到2019年的109.5%。", published="2024-01-10"),
        Bad(
            "9月网签1046套。刚需户型成交297套，占比28.4%；三居室438套，占比41.9%；"
            "大四房222套，占比【12.2%】；别墅89套，占比8.5%。"
        ),
        Good(
            "9月网签1046套。刚需户型成交297套，占比28.4%；三居室438套，占比41.9%；"
            "大四房222套，占比21.2%；别墅89套，占比8.5%。"
        ),
        Good("三年里销售额分别为4273万元、3720万元和3075万元，占营业收入的14.8%、12.9%和9.2%。"),
        Bad(
            "区检察院去年立案公益诉讼案件240件，都已办结。生态环境保护领域96件，国有财产保护领域38件。检察官说，保护一方水土是职责所在。全年生态环境保护领域案件占立案总数的【60】%。"
        ),
        Good(
            "区检察院去年立案公益诉讼案件240件，都已办结。生态环境保护领域96件，国有财产保护领域38件。检察官说，保护一方水土是职责所在。全年生态环境保护领域案件占立案总数的40%。"
        ),
        Bad(
            "这次抽测学生6200人，检出近视学生3472人。专家提醒，户外活动最能护眼。据测算，全市学生总体近视率为【65】%。"
        ),
        Good("这次抽测学生6200人，检出近视学生3472人。专家提醒，户外活动最能护眼。据测算，全市学生总体近视率为56%。"),
        Good("抽检样品6200批次，检出不合格3472批次，食用油不合格率81%。"),
        Good("抽测学生6200人，其中小学生2400人，检出近视学生3472人，高中近视率81%。"),
        Bad(
            "全市实现地区生产总值2386.5亿元。其中，第一产业增加值190.9亿元，第二产业增加值1002.3亿元，第三产业增加值1193.3亿元。三次产业的比例为【8.0∶44.0∶48.0】。"
        ),
        Good(
            "全市实现地区生产总值2386.5亿元。其中，第一产业增加值190.9亿元，第二产业增加值1002.3亿元，第三产业增加值1193.3亿元。三次产业的比例为8.0∶42.0∶50.0。"
        ),
        Bad("年末，全行贷款余额782.0亿元，比年初增加68.0亿元。\n年末不良贷款余额9.38亿元，不良率【1.02%】。"),
        Good("年末，全行贷款余额782.0亿元，比年初增加68.0亿元。\n年末不良贷款余额9.38亿元，不良率1.20%。"),
        Good("全年出生人口3.10万人，全市常住人口500.0万人，出生率为6.20‰。"),
        Good("出口高新技术产品402.3亿元，其中大部分同时属于机电产品；出口劳动密集型产品146.9亿元，占14.1%。"),
        Good("其余4宗中，溢价成交的只有1宗：起始价4.85亿元，成交价5.41亿元，溢价率11.5%。"),
        Good("失业人员再就业1.96万人，困难人员就业5120人，分别完成年度目标3.15万人和8000人的62.2%和64.0%。"),
        Good("户籍人口88.95万人，常住人口73.62万人。户籍人口中，60岁及以上的有20.1万人，占22.6%。"),
        Good("过去一年投诉过快递服务的受访者为1520人，其中547人对结果满意，占投诉者的36.0%，占全部受访者的22.1%。"),
        Good("全年完成手术4.52万台次；日间手术1.31万台次，占择期手术的36.0%。"),
        Bad(
            "全区分学段监测视力：\n小学，监测5400人，视力不良1728人，检出率32%；\n初中，监测3600人，视力不良1980人，检出率55%；\n高中，监测2500人，视力不良1600人，检出率【74%】。"
        ),
        Good(
            "全区分学段监测视力：\n小学，监测5400人，视力不良1728人，检出率32%；\n初中，监测3600人，视力不良1980人，检出率55%；\n高中，监测2500人，视力不良1600人，检出率64%。"
        ),
        Good(
            "全市进出口总值752.4亿元，其中出口541.7亿元，进口210.7亿元。\n民营企业进出口489.8亿元，占65.1%；外商投资企业210.7亿元，占28.0%；国有企业51.9亿元，占6.9%。机电产品出口344.0亿元，占出口总值的63.5%；劳动密集型产品出口92.1亿元，占17.0%。"
        ),
        Good(
            "全市常住人口428.0万人。其中0—15岁人口62.9万人，占14.7%；16—59岁人口259.4万人，占60.6%；60岁及以上人口105.7万人，占24.7%。65岁及以上人口77.0万人，占全市人口的18.0%；80岁及以上人口13.2万人，占60岁及以上人口的12.5%。"
        ),
        Good(
            "普高计划招生7740人。7740个计划中，公办高中6580个，民办高中1160个；公办高中计划里又有3290个即一半为指标到校计划。"
        ),
        Bad("体检中心今年为2480名教师做了听力筛查，其中310名有中度以上损失，检出率【17.5%】。"),
        Good("体检中心今年为2480名教师做了听力筛查，其中310名有中度以上损失，检出率12.5%。"),
        Bad("全市参加会考的学生6400人，上优良线的有2080人，优良上线率【42.5%】。"),
        Good("全市参加会考的学生6400人，上优良线的有2080人，优良上线率32.5%。"),
        Bad("河湾县120个行政村里已有84个装上路灯，覆盖面达到【八成】。"),
        Good("河湾县120个行政村里已有84个装上路灯，覆盖面达到七成。"),
        Good("当月收到咨询1864件，答复1791件，按时答复率98.6%。"),
        Good("报考者5120人，实际到场4876人，缺席244人，缺席率4.77%。"),
        Good("两位农户各出一成9元，合作社垫八成。每亩保额900元，保费每亩90元。"),
        Good(
            "前三季度新建公厕2.4万平方米，三个季度依次是0.7万平方米、0.8万平方米、0.9万平方米，完成全年目标3万平方米的80%。"
        ),
        Bad(
            "云岭机械公告，公司总股本为4.25亿股。大股东增持前持有1.02亿股，持股比例24.00%；增持后持有1.1135亿股，持股比例升至【28.20%】。"
        ),
        Good(
            "云岭机械公告，公司总股本为4.25亿股。大股东增持前持有1.02亿股，持股比例24.00%；增持后持有1.1135亿股，持股比例升至26.20%。"
        ),
        Good("12个国控断面，水质优良的10个，占83.3%，劣质断面清零；9个近海点位优良比例100%。"),
        Good("全县在册人员5230名。新增人员由420名减少到315名，降幅25.0%，30岁以下占近六成。"),
        Good(
            "全年收到来件7420件，同比增长6.0%。建议3180件，占42.9%；咨询2560件，占34.5%；求助1680件，占22.6%。建议中，采纳2614件，采纳率82.2%。"
        ),
        Bad("口岸今年查验旅客412.6万人次。\n机场查验268.2万人次，占全口岸的65.0%；码头查验86.6万人次，占【12.0%】。"),
        Good("口岸今年查验旅客412.6万人次。\n机场查验268.2万人次，占全口岸的65.0%；码头查验86.6万人次，占21.0%。"),
        Good("预算收入完成41.20亿元，其中税收收入26.78亿元，非税收入14.42亿元，税收占比65.0%，比上年提高1.2个百分点。"),
        Good("今年新登记志愿者820名，其中退休人员260名，在职人员380名，学生180名；新登记者中35岁以下的占58.4%。"),
        Good("全年接到求助53.2万起；化解邻里纠纷1.84万起，化解率97.1%。"),
        Good("扣除首日的150起后，余下610起占3月的30.5%。"),
        Good("二氧化硫减3180吨、烟尘减1260吨，完成任务（3000、1200吨）的106.0%和105.0%。"),
        Good("86名遇险者中，没穿救生衣的31人——而码头上抽查的穿着率是92.6%。"),
        Good("不满意的家长380名，选“路远”的56人，占14.7%；其中农村24人，也就是说56人里有四成多来自农村。"),
        Bad(
            "全市专利授权6240件，增长8.0%。各区授权量，东城2620件、西河1860件、南港980件。东城占全市的【24.0%】，西河占29.8%。"
        ),
        Good(
            "全市专利授权6240件，增长8.0%。各区授权量，东城2620件、西河1860件、南港980件。东城占全市的42.0%，西河占29.8%。"
        ),
        Bad(
            "全年发电量1860.0亿千瓦时。分电源看，火电980.0亿千瓦时，水电285.0亿千瓦时，新能源595.0亿千瓦时。新能源发电量占全部发电量的【23.0%】，利用率96.2%。"
        ),
        Good(
            "全年发电量1860.0亿千瓦时。分电源看，火电980.0亿千瓦时，水电285.0亿千瓦时，新能源595.0亿千瓦时。新能源发电量占全部发电量的32.0%，利用率96.2%。"
        ),
        Good("恢复执行1640件，实际执结1312件，执结率68.4%；以恢复执行的为分母，则是80.0%。"),
        Good(
            "体彩销量48.60亿元。三大票种中，竞猜型21.14亿元，占43.5%；即开型15.60亿元，占32.1%；乐透型11.86亿元，占24.4%。"
        ),
        Good(
            "贷款余额5120亿元，其中公司贷款3584亿元，占70%；个人贷款1382亿元，占27%；票据154亿元，占3%。存款余额6400亿元，贷存比为80%。"
        ),
        Bad("全县计划招生5600人，实际录取5488人，完成率为【89.0】%。"),
        Good("全县计划招生5600人，实际录取5488人，完成率为98.0%。"),
        Bad("全年批准逮捕1026人，不批准逮捕612人，不捕率【59.6】%。"),
        Good("全年批准逮捕1026人，不批准逮捕612人，不捕率37.4%。"),
        Good("首批房源1640套，报名家庭4.8万户，中签率3.4%。"),
        Bad("全年计划新增养老床位1200张，目前已新增1480张，完成年度任务的【113.3】%。"),
        Good("全年计划新增养老床位1200张，目前已新增1480张，完成年度任务的123.3%。"),
        Good("抽样跟踪的2000户个体户，满1年时存续1740户，满3年时1280户，满5年时960户，存续率从87%降到64%，再降到48%。"),
        Good("上会的难题有350件，已解决287件，占82%，还有63件在推进，其中一半以上与老小区有关，为36件。"),
        Bad("市里今年计划新建口袋公园80个。主管部门说，截至9月底已建成68个，完成年度计划的【58】%。"),
        Good("市里今年计划新建口袋公园80个。主管部门说，截至9月底已建成68个，完成年度计划的85%。"),
        Bad("全年计划加装电梯250台，到10月底已装好200台，干完了【85%】的任务。"),
        Good("全年计划加装电梯250台，到10月底已装好200台，干完了80%的任务。"),
        Bad("今年抽检合格率为【96.8】%，总体可靠。\n全年共抽检糕点1250批次，检出合格1235批次，不合格15批次。"),
        Good("今年抽检合格率为98.8%，总体可靠。\n全年共抽检糕点1250批次，检出合格1235批次，不合格15批次。"),
        Bad("全市有老年食堂1250个。\n从分布看，城市680个，占比超【六成】；农村570个。"),
        Good("全市有老年食堂1250个。\n从分布看，城市680个，占比超五成；农村570个。"),
        Good("附条件不起诉215人。\n考验期已满的180人中，仅有9人重新犯罪，占5%，另有26人升学。"),
        Good("偷盗类案件仍占四成以上，邻县村民参与的有33人。全年起诉214人。"),
    ],
)
def share_mismatch_counts(block: Block) -> Iterator[Comparison]:
    """Every percentage with its part and whole; where no words tie the three, the row that it stands in may."""
    odd = {_id(found): found for found in share_rows(block)}
    named = chain(
        votes(block),
        complements(block),
        found_out(block),
        passed_apart(block),
        rows_summed(block),
        defined(block),
        defined_apart(block),
        restored(block),
        completed(block),
    )
    for ratio in chain(ratios(block), named, holdings(block), rate_rows(block), tabular.shares(block)):
        if not ratio.stated and ratio.share.claim_id in odd:
            continue
        odd.pop(ratio.share.claim_id, None)
        found = replace(compared(ratio), explanations=(OTHER,))
        if of_sum(ratio, block.claims) or of_another_whole(ratio, block.claims) or _of_nearer(ratio, block.claims):
            continue
        found = replace(found, worst="warning", unit="%") if ratio.share.dimension == ROUND else found
        yield replace(found, worst="note", explanations=(ROUNDED, OTHER)) if _may_be_rounded(ratio) else found
    for ratio in shares_apart(block):
        found = replace(compared(ratio), explanations=(OTHER,), worst="warning", unit="%")
        if (holds(ratio) or closing_slips(found) or far_off(ratio)) and not of_another_whole(ratio, block.claims):
            yield found
    for found in odd.values():
        share, (part, whole) = found.reported, found.using
        assert isinstance(share, Claim)
        if not of_another_whole(Ratio(share, part, whole, False), block.claims):
            yield replace(found, explanations=(OTHER,))
    yield from of_sectors(block)
    yield from starmap(of_decided, refused(block))


def of_decided(share: Claim, denied: Claim, granted: Claim) -> Comparison:
    """A rate of refusal against those refused among all that were decided."""
    return Comparison(
        reported=share,
        using=(denied, granted),
        expected=lambda a, b: percentage(a, a + b),
        working="{1} ÷ ({1} + {2}) × 100",
        worst="warning",
        unit="%",
        explanations=(OTHER,),
    )


def of_sectors(block: Block) -> Iterator[Comparison]:
    """The structure of an economy against its output by sector: 8.0:44.0:48.0 where the second has 1002.3 of 2386.5."""
    for place, share, room, part, whole in of_economy(block):
        yield Comparison(
            reported=place,
            using=(part, whole),
            reading=Reading.exactly(room),
            expected=percentage,
            working="{1} ÷ {2} × 100",
            unit="%",
            facts={
                "measure": Bilingual(f"{part.measure}占比{float(share):g}%", f"{float(share):g} % for {part.measure}")
            },
            worst="warning",
        )


def _may_be_rounded(ratio: Ratio) -> bool:
    """Whether the whole may be a round figure for one that fits: no plan, which is as round as it is meant to be."""
    return ratio.whole.modality != "plan" and of_rounded(ratio)


def far_off(ratio: Ratio) -> bool:
    """Whether a percentage in round words is far from what the counts give: 六成以上 of 38.8 %."""
    judged = judge(compared(ratio))
    return ratio.share.dimension == ROUND and judged.verdict == "inconsistent" and judged.gap >= FAR_OFF


def of_sum(ratio: Ratio, claims: Sequence[Claim]) -> bool:
    """Whether a percentage that misses is that of the part in both, or in the supposed whole and the level before it:
    批准逮捕1042人，不捕418人，不捕率28.6%; 进港3.91万吨，出港3.95万吨，其中国际2.27万吨，占28.9%."""
    share, part, whole = ratio.share, ratio.part, ratio.whole
    if ratio.rest or share.hedge or part.value > whole.value or holds(ratio):
        return False
    beside = whole.unit == part.unit and 0 < part.clause - whole.clause <= 1 and not part.part_of
    others = [part] if REFUSED.match(lead(part).strip()) or beside else []  # 投亲靠友12480人，集中安置6150人
    at = next((at for at, one in enumerate(claims) if one is whole), 0)
    if at and part.part_of == whole.claim_id and not whole.group:
        others += [one for one in claims[at - 1 : at] if _is_sibling(one, whole)]
    sums = [Reading.of(whole) + Reading.of(other) for other in others]
    return any(percentage(Reading.of(part), both).asserted.meets(share.asserted) for both in sums)


def of_another_whole(ratio: Ratio, claims: Sequence[Claim]) -> bool:
    """Whether a bare percentage that misses is that of the part in another figure told before, named like the part:
    进出口862.4亿元，出口641.7亿元；…；劳动密集型产品出口109.1亿元，占17.0%."""
    share, part = ratio.share, ratio.part
    if ratio.rest or not BARE.search(lead(share)) or holds(ratio):
        return False
    others = (one for one in claims if one.document == share.document and one.start < part.start and is_level(one))
    alike = (one for one in others if one.unit == part.unit and one.value > part.value and not one.former)
    return any(one.measure[-2:] == part.measure[-2:] and holds(replace(ratio, whole=one)) for one in alike)


def _of_nearer(ratio: Ratio, claims: Sequence[Claim]) -> bool:
    """Whether the percentage says again, behind 即, what the figure right before it is: 又有3290个即一半."""
    at = next((at for at, one in enumerate(claims) if one.claim_id == ratio.share.claim_id), 0)
    return (
        at > 0 and AGAIN.search(before(ratio.share, 3)) is not None and claims[at - 1].claim_id != ratio.part.claim_id
    )


def _is_sibling(one: Claim, whole: Claim) -> bool:
    near = one.sentence_start == whole.sentence_start and whole.clause - one.clause == 1
    return near and one.unit == whole.unit and is_level(one)


def _id(found: Comparison) -> str:
    return found.reported.claim_id if isinstance(found.reported, Claim) else ""
