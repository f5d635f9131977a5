"""The words before a figure without what says nothing of the thing measured: how likely, for how long, where."""

from __future__ import annotations

import re

from claims.zh import attributes

_MODAL = re.compile(
    r"(?<=..)(?:(?:很|极)?可能(?:会|要|将)?|将会|也会|都会|还会|应该|应当|必须|不得|不宜|有所|甚至|几乎|居然|竟然?|只要|只需|仅需|(?:大幅)?超预期|一?如预期|意外|高达|轻松|轻易|最终|就会|才会|[就都还也]要|还可|[最更较][高低多少大小长短快慢]|目前|主要|实际|名义)+$"
)
_MODAL_LAST = frozenset("能会要将该当须得宜所至乎然竟需达松易终期外可高低多少大小长短快慢前要际义")
_SPAN = re.compile(
    r"^(?:连续|近|这|过去|未来)?[一二两三四五六七八九十0-9]{1,3}个?(?:季度|月|交易日|工作日|周|年|天)(?:来|间|内)?$"
)
# 该比例, 此前4个月这一数字: of what was told before.
_SAME = re.compile(
    r"^(?:[0-9一二两三四五六七八九十]{1,3}个?(?:月|年|周|季度))?(?:该|这一|这个|此)(?:比例|数字|数据|数值|数|比率|占比|份额|指标)$|^(?:单|当)[月季日周]$|^(?:上述|前述|数字|数据|数值)$|^(?:同|可比)?口径(?:数据|数字|数值|数)?$"
    r"|^(?:当时|通俗来[讲说]|简单来[讲说]|换句话说|相比之下|总体来[看说]|具体来[看说]|最大程度地?|某种程度上|时间[里内间])$"
)
# 比去年夏天的最高值298万千瓦增加28万千瓦: of what was told before.
_HIGHEST = re.compile(r"^(?:[春夏秋冬][天季]?|[上下]半年|历史|往年)?的?(?:最[高低]值|峰值|平均值|平均水平|同期水平)$")
# 患者平均多花18元: of what is paid, as told before.
_PAYING = re.compile(r"^(?:患者|市民|乘客|旅客|家长|居民|群众|村民|消费者|用户|车主|学生)(?:平均|人均|每人)$")
# 打印率由协定实施前的30.65%提升至86.35%: when the earlier level was.
_FROM_TIME = re.compile(r"(?<=..)[由从][^,。;、由从]{2,12}(?:之?前|以前|初期?|当初|最初|之初|时)$")
# 6月销量出现三个月来首次下滑,…至17万辆: how it moved.
_APPEARED = re.compile(r"(?<=[量额率价值入润])(?:均|也|已|都|则)?出现[^、]*$")
_THIS = re.compile(r"^.*[这那该][家款个只座辆](?=.{2,4}$)")  # 并不是这家市值|超百亿元的公司
REST = frozenset(
    (
        "上届",
        "上次",
        "上期",
        "春运",
        "暑运",
        "下来",
        "算下来",
        "最后",
        "其余",
        "剩余",
        "剩下",
        "另外",
        "最高点",
        "最低点",
        "最高值",
        "最低值",
        "峰值",
        "顶峰",
    )
)
_RECORD = re.compile(r"(?<=..)(?:再|又|已|曾)?创(?:下|出|了)?[^、的]{0,6}新[高低]$")  # 股票创下历史新高,下跌4%
_FROM_NUMBER = re.compile(r"(?<=..)由[0-9.,]+$")  # 收入比|由2.04缩小到2.00
_DEGREES = frozenset("长高大多短低小少快慢早晚远近")
_MOST = re.compile(r"(?<=..)最[多少高低大小长短]$")  # 甲所受理的案件最多,为155起
_SEEN = re.compile(r"^(?:从[^、]{1,8}(?:中|来?看))?(?:可以|能够?|可)?(?:看[到出]|见)(?:了|整体|总体)*")
_TELLING = re.compile(
    "(?!.*(?:发布|下发|印发|发出|作出|刊发))[^的]{2,14}(?:通报|透露|介绍|披露|表示|指出|强调)"
)  # 市血站通报|,…
# 按美元计价|为121亿: how it is reckoned
_IN_MONEY = re.compile("(?:按|以)?(?:人民币|美元|欧元|日元|港元|英镑)(?:计价|计算|计|口径)")
_ONLY_MODAL = re.compile(
    r"(?:不再?|并非|而非|不|而不)是|(?:而|并)非|[都就也还]?[要需得]|(?:很|极)?(?:可能|或许|也许|大概|有望|料|或)(?:会|要|将)?"
)
# 局地可达60毫米: not what is measured but where.
_LOCALLY = re.compile(
    r"^(?:[东西南北中]{1,2}(?:部|部和[东西南北]部)?(?:等地)?的?)?(?:局地|局部|(?:局部|部分|个别|大部分?|其他|其余)(?:地区|地方|站点|乡镇))"
    r"(?:$|(?:还|也)?(?:有|出现|遭遇|降))"
    r"|^(?:其余|其他)?(?:地区)?大部(?:地区)?$"
)
_KEPT = re.compile(
    r"(?<=..)(?:已?连续[^,。]{1,5}?(?:年|月|季度|周|天))?(?:保持|维持|稳定)在?$"
)  # 增速连续两年保持70%以上
# 名义增长5%, 扣除价格因素实际增长4%: of what was named before.
_REAL = re.compile(r"(?:扣除(?:价格|物价)(?:上涨)?因素(?:影响)?后?)?(?:实际|名义)?|按(?:可比|不变)价格(?:计算)?")
# 原告请求判决某公司赔礼道歉、退还服务费: what is claimed, of which each is one.
_CLAIMED = re.compile(
    r"^.*(?:请求|要求|判令|判决|责令|责成)[^,。;]*?(?=(?:退还|返还|支付|赔偿|偿还|归还|赔付|给付|缴纳)[一-鿿]{2})"
)
# 应偿还申请执行人谢某借款本金, 支付原告张某欠付工资: to whom, which is not what is owed.
_OWED = re.compile(
    r"^.*(?:偿还|支付|返还|赔偿|归还|给付|退还)(?:给|了)?(?:原告|申请执行人|申请人|被害人|受害人)?(?:[一-鿿]{1,2}某[一-鿿]?|(?<=原告)[一-鿿]{2,3}?)"
    r"(?=欠|借款|货款|工资|违约|经济|赔偿|补偿|利息|本金|奖|劳务|医疗|误工|精神|损失|各项)"
    r"|^.*在[一-鿿]{1,2}某[一-鿿]?处(?=借)"
)
_DONE = re.compile(
    r"(?:(?<=收入)|(?<=支出)|(?<=投资)|(?<=产值)|(?<=增加值)|(?<=总额)|(?<=产量))完成$"
)  # 税收收入完成33亿元
_LOADED = re.compile(r"^.*一[起辆台部艘](?=.{2}$)")  # 查处一起核载5人、实载9人的…
# 宾夕法尼亚州、马里兰州和佐治亚州的用户: of places that no table knows.
_ABROAD = re.compile(r"^(?:[一-鿿]{2,8}[州省]、)+[一-鿿]{2,8}[州省](?:[和及与][一-鿿]{2,8}[州省])?的(?=..)")
_PENALTY = re.compile(r"^.*(?:处以?|判处)(?=罚[款金]$)")  # 否则将被处以罚款
_LIKELY = re.compile(r"^(?:各地|多地|局地)?(?:或|可能?)?(?:将|会|能){0,2}(?:经历|遭遇|面临)(?=..)")  # 将经历30毫米降水
# 造成1756人受灾: what became of them is measured, not by what.
_LED = re.compile(r"^(?:造成|导致|致使|带动|推动|拉动)(?=..)")
# 打击倒卖门票专项行动|刑拘5人: the frame of what was done, unless its name is short (断卡行动).
_OPERATION = re.compile(r"^.{8,}(?:专项|统一|集中|攻坚|清查)行动中?(?=..)")
# 组建“小哥先锋队”“楼栋议事会”等|群防队伍: examples of what is counted.
_QUOTED = re.compile(r"(?:“[^”]{1,12}”、?){2,}等(?=..)")
# 主要投资于较高风险资产的|主要基金资产: what is said of it at length.
_SAID_OF = re.compile(r"^.{10,}的(?=[\u4e00-\u9fffA-Za-z]{4,}$)")
# 年度股东大会上|投入
_MEETING = re.compile(r"^[^的、]*(?:[大年峰展]会|论坛|发布会|座谈会|说明会|通气会|会议)上(?=[^的]{2})")
_FOREMOST = re.compile("^.*[一-鿿]{2}的是(?=[^的]{3})")  # 最有说服力的是|工业比重
_CONCERNING = re.compile("^.*(?:来说|而言)(?=..)")  # 新工艺来说|节省
# 零售总额走势平缓: what its course was like
_COURSE = re.compile(
    "(?<=..[量额率数值入资])的?(?:走势|总体|整体|变化|一直|基本|相对|保持)+(?:较为|比较|相对)?(?:平缓|平稳|稳定|向好|不大|平淡)$"
)
_FOUND = re.compile("^经(?:查|核查|审查|统计|核实|初查|梳理)明?(?=..)")  # 经查|获利15万元
# 每|个角色的皮肤|都要花费
_EACH = re.compile("^个(?![人体税股案性别])(?=..)")
_ONE_MONTH = re.compile("^一个(?:月|季度|星期)(?:里|内|时间)?(?:就|便|即|已)?(?=..)")  # 10月一个月|就核销
_MUST = re.compile("(?<=..)(?:都|就|也|还)(?:要|得|须|需要?)(?=..$)")
_LONG = 20  # characters that hardly any name has
_FINED = ("被罚", "被处罚", "予以处罚")


def shortened(words: str) -> str:
    """A measure without what led to it, the operation it was counted in, quoted examples, and what is said of it."""
    words = _LIKELY.sub("", _LED.sub("", words))
    if "上" in words:
        words = _MEETING.sub("", words)
    if words[:2] == "一个":
        words = _ONE_MONTH.sub("", words)
    if "来说" in words or "而言" in words:
        words = _CONCERNING.sub("", words)
    if "的是" in words:
        words = _FOREMOST.sub("", words)
    if words[:1] == "个":
        words = _MUST.sub("", _EACH.sub("", words))
    if len(words) < _LONG // 2:
        return words
    if "行动" in words:
        words = _OPERATION.sub("", words)
    if "等" in words:
        words = _QUOTED.sub("", words)
    return _SAID_OF.sub("", words) if len(words) > _LONG and "的" in words else words


def trimmed(words: str) -> str:
    """The words without modal, lasting and local ones at their ends; empty if they only point back or tell a time."""
    words = _MODAL.sub("", words) if words[-1:] in _MODAL_LAST else words
    if words[-1:] in "前初期时":
        words = _FROM_TIME.sub("", words)
    if words[:1] == "经":
        words = _FOUND.sub("", words)
    if words[-1:] in "缓稳定好大淡":
        words = _COURSE.sub("", words)
    if "出现" in words:
        words = _APPEARED.sub("", words)
    if (this := _THIS.match(words)) and attributes.is_bare(words[this.end() :]):
        words = words[this.end() :]
    if words[-1:] in "高低多少大小长短":
        words = _MOST.sub("", _RECORD.sub("", words))
    if "看" in words or "见" in words:
        words = _SEEN.sub("", words)
    if words[1:2] == "的" and words[0] in _DEGREES and len(words) > 3:
        words = words[2:]  # 最长的|城北大厅
    if words[-1:].isdigit():
        words = _FROM_NUMBER.sub("", words)
    if words[-1:] == "而" and len(words) > 2:
        return ""  # 因季度业绩低迷而|下跌10%
    words = words.rpartition("——")[2]
    if "某" in words or "判" in words or "求" in words or "原告" in words or "申请" in words:
        words = _OWED.sub("", _CLAIMED.sub("", words))
    if words.endswith("完成"):
        words = _DONE.sub("", words)
    if any(pattern.fullmatch(words) for pattern in (_TELLING, _IN_MONEY, _REAL, _ONLY_MODAL, _HIGHEST, _PAYING)):
        return ""
    if _SPAN.match(words) or _SAME.match(words) or words in REST:
        return ""
    if words[-1:] in "持在":
        words = _KEPT.sub("", words)
    if words.endswith("载"):
        words = _LOADED.sub("", words)
    if "、" in words and "的" in words:
        words = _ABROAD.sub("", words)
    if "局" in words or "地" in words:
        words = _LOCALLY.sub("", words)
    if words[-1:] in "款金" and len(words) > 3:
        words = _PENALTY.sub("", words)
    if words == "股":
        return "股价"  # 该股今年以来上涨41%
    return words + "款" if words == "罚" or words.endswith(_FINED) else words
