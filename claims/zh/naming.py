"""What a figure measures, in the article's words: from its own clause, its list, or what came before."""

from __future__ import annotations

import re

from claims.quantity import Quantity
from claims.zh import (
    action,
    attributes,
    beside,
    disposed,
    durations,
    heads,
    inherited,
    natures,
    owners,
    phrase,
    preceding,
    resolve,
    said,
    sides,
)
from claims.zh.lists import distribute, implied
from claims.zh.measure import ORNAMENTS, is_authority, tidy
from claims.zh.noun_phrase import noun_end
from claims.zh.records import Reading, State
from claims.zh.segment import Segment
from claims.zh.slots import Slot
from claims.zh.trimmed import REST, shortened

_MEANS = re.compile(
    r"(?<=..)(?<![采利使应作费专通信食日民商军公引耐备实常适启选征租聘录耗占起动享])用(?![户电水品地途工药车人量餐气能料]).*$"
)  # 辅警用汗水…
_EVEN = re.compile(r"^甚至(?:更?[高多大长低少])?的?")  # 3千元至200万元|甚至更高的奖励
_WITHIN = re.compile("(?<=..)(?<![高初集途其公邻千百])(?:之中|当中|[里中])$")  # 27个签约项目|里,技术转让14个
_ROW_HEAD = re.compile("(?P<head>[^、]{2,12}?)(?:分别|依次)[为是达](?P<item>[^、]{0,10})")
_BEST = re.compile("(?:前[两三四五十]|居前|靠前)[位名]?的$")
_SEEN = re.compile("(?<=..)来?看$")  # 从918起警情|看
_FOR_REASON = re.compile(r"(?<=..)(?:因(?![此素而子])|涉嫌).*$")  # 产能120万吨的煤矿|因瞒报被查实
_HANDLED = re.compile(r"(?<=..)(?:正在?|已)?进行(?![曲时中]).{8,}$")  # 21件纠纷|进行材料分类
_RUN_ON = re.compile(r"(?<=..)一[名位](?=..).*$")  # 拿到30万元奖励|一名市民向…: a headline that runs into its text
_PLUS_ONE = re.compile(r"(?<=..)外?加(?=[一两]个).*$")  # 33个传感器|加一个域传感器
_CHOICE = re.compile(r"(?<=..)(?:供[^,。;]{0,6}[选挑][择选购]|可供?选择?|任选)$")  # 四种版本供消费者选择
_WEATHER = frozenset(("℃", "毫米", "mm", "级", "米/秒", "度"))
# 其他地区32℃, 雨量中南部地区150毫米: where, behind what is measured.
_AREA = re.compile(r"(?:(?:^|(?<=雨量)|(?<=气温)|(?<=温度))[^的]{0,6}(?:地区|大部|局部|局地|沿海|山区|一带))+$")
_OFFICE = re.compile(r"[一-鿿]{0,8}?(?:公安[部厅局]|警方|法院|检察院|交管局|消防|海关|税务局|监管局|记者)")
_EARNING = re.compile(r"(?<=..)(?:实现|录得|取得)(?=(?:营业|主营)?(?:总?收入|总?营收|净利|利润总额))")
_LISTED = re.compile(r"(?<=.)[^、]+(?:、[^、]+)+等(?P<class>(?:各类|多种|多项|各种)?[^、等]{2,})$")
_SIZED = re.compile(
    r"的?(?:车身|机身|外形|整车)?(?:尺寸|规格|大小)(?:方面)?(?:分别)?为(?=.$)"
)  # 新车的尺寸为长4620毫米
_LOAD = re.compile(r"(?P<load>(?:核定|核准|实际|限定)?(?:核载|实载|载客|载员|乘坐))$")
_VEHICLE = re.compile(r".{0,8}?[车船艇]")
_USED = re.compile(r"(?:作为|用作|当作)(?P<noun>[\u4e00-\u9fff]{2,10})$")
_DISPOSED = re.compile(r"^.*?(?:将|把|按照?|以(?![上下内外]))其?(?=..)|的$")
_LOADING = re.compile(r"(?:可|能|即)*(?:快|慢)?充(?:电|满|至|到)*")  # 从20%充至80%
_CAUSING = re.compile("^[^的、]{0,8}?(?:造成|导致|致使)")
_STRUCK = (
    "受灾",
    "受困",
    "被困",
    "停电",
    "停水",
    "断电",
    "断水",
    "断网",
    "受损",
    "受淹",
    "被淹",
    "倒塌",
    "失联",
    "停产",
)
_CLOSING = frozenset(("报收于", "报于", "收于", "报收", "收报"))
_PAPERS = ("决定", "决定书", "判决", "判决书", "通知", "通知书", "裁定", "罚单", "公告")
_NOUN = 6  # characters of what stands before brackets: 挖掘盗洞(长约4米)
_NAMED_PERSONS = re.compile(
    r"(?P<of>(?:违法)?犯罪嫌疑人|嫌疑人|被告人|涉案人员|逃犯|同案犯|[主从]犯)[一-鿿]{1,2}[某×*]"
)
_CAME = re.compile("(?<![带迎引传送寄换招])来$")
_RECORD = re.compile("(?:历史|年内|单[日月季]|阶段性?)?(?:最?高[点位峰]|最?低[点位谷]|新高|新低|[纪记]录|峰值)")
_SETTING = ("创下", "创出", "创造", "刷新", "达到", "创")
_MEDALS = frozenset("金银铜")
_POINTS = re.compile(r"(?<!标)[记扣]$")
_FINE = re.compile(r".(?:作出|处以|予以|给予)(?P<fine>罚[款金])$")
_FINED = re.compile("^(?:处以?)?处罚$|当场被(?:处|处以)?罚款$")  # 司机|当场被罚款
_TOLD_OF = re.compile(r"因|被|涉嫌|对[其上此]?|参与|已|均|分别|如实|到案")
_SOME_NAMED = re.compile(r"(?:^|[,。、;:])[一-鿿]{1,2}某[一-鿿]{0,2}等$")
_PLACES = re.compile("(?:省|市|地市|城市|区县|县|州|国家|地区|乡镇|村|街道)")
_DEGREES = frozenset(("℃", "摄氏度", "度"))
_AROUND = re.compile("的?(?:低温|高温|极寒|严寒|超低温)?(?P<what>环境|室外|室内|户外)")
_ROW = 8  # slots of things counted in a row
_OWNER = 12  # characters of whose it is
_SUBJECT = 8  # characters of what touches so many places
_NAME = 4  # slots that a name can take
# 抓获网络黑产团伙16人|东方网8月15日消息: a headline that runs into the name of a paper.
_PUBLISHER = re.compile(
    r"[一-鿿]{2,8}?(?:(?<![落组上联入结并电管路官触收])网|日报|晚报|晨报|快报|时报|新闻|新媒体|客户端)讯?$"
)
_TITLE = 24  # slots of a first sentence in which a headline can end
_SAID_OF = re.compile(r"$|因|被|涉嫌|于|在|已|均|分别|如实|到案")
_PERSONS = frozenset(("person", "person_time"))
_LONG_LIST = 20
_SIZE_WORDS = {"轻": "重量", "重": "重量", "薄": "厚度", "厚": "厚度"}  # 轻至1.2kg
_DOING = re.compile(r"(?:开展|组织|举办|进行|实施)(?=[^、]{2,}、)")
_LONGEST = 60  # characters of a measure put together from two
# 5%的上涨空间, 15%的性能提升: a change, of what may stand in front of it.
_GROWN = re.compile(
    r"^(?P<of>(?:[^的]{1,10}?的?(?=.{2,4}$))?)(?P<move>增长|增速|[增涨升跌降]幅|上涨|上升|上行|提升|改善|下[降跌滑行]|回落|折让|溢价)"
)
_ONE_OF = re.compile(r"^.*?(?:成为|[是系]|作为).*?[个家款只部座位](?=..)")  # 成为全国首个销量突破50万辆的品牌
_SPAN_OF = re.compile(r"^(?:[单每首全]?[日周月季年]|累计|单日|最[大高低小]|平均|整体|总)度?$")  # 5%的周跌幅
_FATE = re.compile(
    r"(?P<of>[^、的]{0,12}?)(?:(?:已经?|共|累计|当场|先后)*(?:造成|导致|致使|致|引发)(?:了)?)(?:当场)?"
    r"(?P<fate>死亡|遇难|受伤|失踪|身亡|丧生|轻伤|重伤|失联|被困|中毒)"
)
_SOME_PLACES = re.compile("[两二三四五六七八九十]{1,2}个?(?:[省市区县镇国地]|地市|县区|区县)")
_LONG_KIND = 12
_CASES = frozenset("起宗件")
_AMONG = frozenset(("中", "里", "当中", "之中", "外"))  # 除2020年回落至15.1万件|外
_DEEDS = {"立": "立案", "破": "破案"}  # 立612起,破431起
_NEXT_IN_RANK = re.compile("(?:紧随其后|排在其后|位居其后|分列其后|次之)")
_AT_RANK = re.compile("(?:位?居|排名?|位?列|名列|领跑|领先|夺)")
_PEAK = re.compile("(?:最?[高低]点|峰值|谷底|高位|低位)")
_LEADING_ON = ("到", "至", "从", "由")  # 从2.46万宗到1.38万宗
_SALES = ("零售", "批发", "销售", "交付", "销量", "产量", "出口", "进口", "收入")
_BARE_SHARES = ("占比", "比重", "份额", "占有率")
_SHARE_WITHIN = re.compile("(?P<whole>[^占、]{2,14}?)中的?(?:占比|比重|份额|比例)")
_HELD = ("份额", "占有率")
_THAT = ("这一", "这", "该", "这个", "后者")
_THIS_KIND = re.compile("(?P<done>[^的]{0,4}?)(?:[此这该]一?类|^类)(?P<of>[一-鿿]{2,4})")
_TOLL = {"死": "死亡人数", "伤": "受伤人数"}  # 4死1伤
_MOVES = ("增长", "增速", "增幅", "涨幅", "降幅", "跌幅", "下降", "提升")


def name(state: State, reading: Reading, index: int, after: list[Slot], consumed: bool) -> None:
    """Set the measure of the figure at slot `index`, of which the slots `after` it may name what it counts."""
    found, quantity = reading.segment, reading.quantity
    previous = state.readings[-1] if state.readings else None
    if quantity.form == "zero":
        counted = tidy("".join(slot.word for slot in after).partition("”")[0])
    else:
        counted = _MEANS.sub("", _CHOICE.sub("", _PLUS_ONE.sub("", phrase.words_of(after)))) if after else ""
        counted = _WITHIN.sub("", counted) if _goes_on(state.slots, index, after) else counted
        counted = _SEEN.sub("", counted) if index and state.slots[index - 1].role == "from" else counted
        counted = _shared_noun(state.slots, index) or _EVEN.sub("", counted)
        counted = _RUN_ON.sub("", _HANDLED.sub("", counted))
        counted = "" if _is_next_figure(after) else counted  # 发放贷款1.42万笔|63.9亿元
        counted = _FOR_REASON.sub("", counted) if reading.described else counted
        counted = attributes.leading(counted) if reading.described else _TOLL.get(counted, counted)
    behind = after[-1].end if after else 0
    if (
        counted
        and after
        and after[-1].role == "gap"
        and any(s.word == "了" and s.start == behind for s in state.slots[index + 1 :])
    ):
        cut = 1 if _CAME.search(counted) else 2  # 400名师生|分享了, 34英寸显示器|来了
        counted, consumed = (counted[:-cut], False) if len(counted) >= cut + 2 else (counted, consumed)
    if quantity.dimension == "person" and (named := _class_of_named(state.slots, index)) and _SAID_OF.match(counted):
        counted, found.words, found.acting, consumed = named, "", "", False
    elif quantity.dimension == "person" and _TOLD_OF.match(counted) and _only_named(state.slots, index):
        counted, found.words, found.acting, consumed = "", "", "", False  # 罗某等|37人对违法行为供认不讳
    found.words = _DEEDS.get(found.words, found.words) if quantity.unit in _CASES else found.words
    if _SOME_PLACES.fullmatch(found.words) and previous is not None:
        found.words = found.subject = found.acting = ""  # 清城区2544起;阳山、连山两县均不足200起
    setting = previous is not None and previous.quantity.unit == quantity.unit and found.words.endswith(_SETTING)
    if found.words in _THAT:
        found.words = found.subject = ""  # 这一比例还只有52%
    if found.other and beside.MEAN.fullmatch(counted):
        counted = ""
    if counted in _AMONG:
        counted, found.words = "", found.words.removesuffix("的")  # 查处的11.8万起|中
    if counted in REST:
        counted = ""  # 攀升至近2600万人的|最高点
    if _NEXT_IN_RANK.fullmatch(counted):
        counted = ""  # 黄州208起、蕲春176起|紧随其后
    if found.given and _AT_RANK.match(counted):
        counted = ""  # 涧西区以436件|居全市首位
        if is_authority(found.words):
            found.words = found.subject = found.acting = ""
    if found.relation in ("direct", "level") and quantity.form == "percent" and _PEAK.fullmatch(counted):
        counted = ""  # 与2月份6.7%的|高点相比
    if (
        after
        and "在" in (one.word for one in after)
        and any(one.word == "被" for one in _clause_behind(state.slots, index))
    ):
        counted = ""  # 4人便在码头|被抓获
    if setting and _RECORD.match(counted):
        counted, found.words, found.verb, found.acting = "", "", "", ""  # 1月创下5284辆的高点
    counted = (_PUBLISHER.sub("", counted) if index < _TITLE else counted).strip(ORNAMENTS)
    if found.object and _OFFICE.match(counted):
        counted = ""  # a headline that runs into its text: 查处违法行为12万起|公安部…
    found.distributed = found.distributed or _goes_with_row(state, found, index)
    item = _distributed(state, reading)
    if item is not None:
        reading.measure, reading.rule, reading.object = item, "distributed", item
        if not item:  # 增速分别比上月末和上年同期低0.6个和1.3个百分点
            inherited.measure(state, reading, previous)
        if reading.source is not None:
            reading.dimension = reading.source.dimension
        if found.relation == "share" and found.whole:
            reading.measure = f"{item}占{found.whole}"
        heads.complete(reading, previous, [], 0)
        return
    if reading.whole is not None:
        _of_figure(state, reading, reading.whole)
    elif found.relation == "direct" and (named := sides.memory(state.slots, index)):
        reading.measure, reading.rule = named, "described"
    elif found.relation == "direct" and natures.is_duration(quantity) and not found.former:
        durations.name(state, reading, index)
    elif quantity.form == "percent" and found.words and (used := _used_as(state.slots, index)):
        found.relation, found.whole, reading.rule = "share", _DISPOSED.sub("", found.words), "share_of"
        reading.measure = f"{used}占{found.whole}"
    elif quantity.form == "zero":
        _of_zero(reading, counted)
    elif found.relation == "direct" and any(done := disposed.name(state.slots, index, quantity)):
        reading.verb, reading.object = done
        reading.measure, reading.rule = tidy("".join(done)), "disposed"
    elif found.equipped and counted:
        reading.measure = reading.object = counted.rstrip("+ ")
        reading.rule = "figure_noun"
    elif found.relation == "direct" or (found.having and counted):
        action.name(state, reading, previous, counted)
        described = any(slot.word == "的" for slot in after)  # 156名招募的大学生|将赴基层
        if reading.rule == "figure_noun" and not found.verb and consumed and not described:
            told = phrase.words_of(said.predicate(state.slots, index))
            if told and told not in reading.measure:
                reading.measure = tidy(_joined(reading.measure, told[:16]))
    elif found.former and not (found.words or state.readings) and (told := beside.compared(state.slots, index)):
        reading.measure, reading.subject, reading.rule = told, told, "level"
    else:
        _of_subject(state, reading, previous, counted)
    if quantity.form == "percent" and counted and found.relation in ("direct", "level"):
        _of_growth(state, reading, previous, counted)
    of_noun = reading.described and state.slots[index + 1].word == "的"
    if counted and of_noun and not (found.noun or found.moved or any(word in counted for word in _MOVES)):
        _of_thing(reading, counted)
    if reading.measure.endswith("涉案") and (
        quantity.dimension.isupper() or natures.is_money(quantity, reading.measure + "金额")
    ):
        reading.measure = "涉案金额"  # 一起涉案3000万元的案件
    if reading.rule == "figure_noun" and (touching := _touching(state.slots, index, reading.measure)):
        reading.measure, reading.inherited = touching, False
    if reading.rule != "described" and reading.measure.endswith("载") and (load := _LOAD.search(reading.measure)):
        reading.measure = load["load"]  # 核载9人、实载14人
    if quantity.dimension.isupper() and reading.measure in ("捐", "捐出", "捐赠"):
        reading.measure = "捐款"  # 有的捐50元
    if quantity.dimension.isupper() and _FINED.search(reading.measure):
        reading.measure = "罚款"  # 责令停止违法行为并处罚2000元
    if quantity.unit in _MEDALS and not counted:
        reading.measure = quantity.unit + "牌"  # 豪夺22金4银
    if quantity.unit == "分" and (points := _POINTS.search(found.words)):
        reading.measure = points[0] + "分"  # 罚款200元、记6分, 扣12分的处罚
    if quantity.dimension.isupper() and (fine := _FINE.search(reading.measure)):
        reading.measure = fine["fine"]  # 对张某酒后驾驶的行为作出罚款1500元的处罚
    if found.converted and previous is not None:
        if previous.segment.relation == "change" and found.relation in ("level", "direct"):
            found.relation, found.direction = "change", previous.segment.direction
        if previous.measure not in reading.measure:
            reading.measure, reading.inherited = tidy(previous.measure + reading.measure), True
    if quantity.dimension in _PERSONS and len(reading.measure) == 1 and reading.measure == found.words:
        reading.measure += "人"  # 共查11.7万人次
    if quantity.dimension in _PERSONS and (not reading.measure or _are_caught(state.slots, index, reading)):
        reading.measure = _done_by(state.slots, index)  # 共有3.3亿人次通过网络购票
    source = reading.source.segment if reading.source is not None else None
    if (
        (found.plan or found.other)
        and quantity.form == "percent"
        and source is not None
        and (source.relation == "change" or source.noun)
    ):
        found.relation, found.direction = "change", source.direction  # 同比上涨3.2%,低于预期的3.3%
    if quantity.dimension == "person" and (fate := _FATE.fullmatch(reading.measure)) is not None:
        reading.measure = f"{fate['of']}{fate['fate']}人数"  # 事故造成3人死亡
    if quantity.dimension == "pixel_density" and not attributes.names_attribute(reading.measure):
        reading.measure = "像素密度"  # 支持452PPI
    if quantity.form == "percent" and (_LOADING.fullmatch(reading.measure) or _is_load(state.slots, index, reading)):
        reading.measure = "充电量"
    if quantity.unit in _DEGREES and (around := _AROUND.match(_words_behind(state.slots, index))):
        reading.measure, reading.inherited = around["what"] + "温度", False  # 在-30℃环境下
    if quantity.unit == "级" and (wind := _wind(state.slots, index, reading.measure)):
        reading.measure, reading.inherited = wind, False
    if reading.quantity.form == "number" and (struck := _struck(state.slots, index)):
        of = "" if reading.inherited else _CAUSING.sub("", reading.measure)
        reading.measure, reading.inherited = tidy(_joined(of, struck)), False
    heads.of_total(state, reading)
    heads.complete(reading, previous, state.slots, index)
    if quantity.unit in _WEATHER and (area := _AREA.search(reading.measure)):
        reading.measure = reading.measure[: area.start()] or _forecast(state, previous) or reading.measure
    reading.measure = _EARNING.sub("", reading.measure.replace("长、宽、高", "长宽高"))
    if reading.measure[-1:] in sides.DIMENSIONS:
        _dimension(state, reading)
    reading.measure = (
        _SIZE_WORDS.get(reading.measure, reading.measure) if natures.measured(quantity) else reading.measure
    )
    if "、" in reading.measure and reading.verb:
        reading.measure = _of_class(reading.measure, reading.verb)
    pointing = _THIS_KIND.fullmatch(reading.measure)
    if pointing is not None and (kind := _kind_before(state, pointing["of"])):
        reading.measure, reading.completed = tidy(pointing["done"] + kind), True  # 破获此类案件
    reading.measure = "" if reading.measure in _LEADING_ON else shortened(reading.measure)
    if found.other == "mean" and not (found.places and (quantity.form == "percent" or resolve.is_rate(reading.source))):
        reading.measure = tidy(f"{found.base_words}平均{reading.measure}")  # 低于行业1.6%的平均水平
    if told := _told_of_time(state, reading, index):
        reading.measure, reading.completed = told, True
    within = _SHARE_WITHIN.fullmatch(reading.measure) if quantity.form == "percent" else None
    if within is not None and previous is not None and not reading.inherited:
        found.relation, found.whole, reading.inherited, reading.source = "share", within["whole"], True, previous
        reading.measure = f"{previous.measure.partition('占')[0]}占{found.whole}"  # 在全省外贸总值中的比重升至43.1%
    if reading.measure in _BARE_SHARES and previous is not None and not reading.inherited:
        held = reading.measure in _HELD and attributes.split(previous.measure)[0]  # 某厂销量3.1万辆,份额达到12%
        whole = (held or previous.measure) + reading.measure
        if previous.segment.relation == "share":
            reading.measure, reading.inherited, reading.source = previous.measure, True, previous
        else:
            reading.measure, reading.completed = whole, True  # 预制菜收入9亿元,占比由22%升至28%
    if reading.measure in _SALES and not reading.inherited:
        reading.measure, reading.completed = state.memory.spot + reading.measure, bool(state.memory.spot)
    _of_row(state, reading, previous)
    owners.complete(state, reading)
    owners.note_actor(state, reading)
    if (
        quantity.dimension == "length"
        or reading.measure.endswith(("长宽高", "分辨率"))
        or (previous and previous.side >= 0)
    ):
        _side(state, reading, previous, index)


def _of_row(state: State, reading: Reading, previous: Reading | None) -> None:
    """Give each figure of a row of names the attribute at its head: 增速分别为甲县14.2%、乙县11.6%."""
    match, found = _ROW_HEAD.fullmatch(reading.measure), reading.segment
    if found.relation != "direct" or found.verb:
        return
    if match is not None and state.pending:
        head, last = _BEST.sub("", match["head"]), state.pending[-1]
        item = "" if last.role == "place" else match["item"]
        reading.places = [last] if last.role == "place" else reading.places
    elif previous is not None and previous.row_head and state.listed:
        if reading.quantity.unit != previous.quantity.unit:
            return
        head, item = previous.row_head, "" if reading.measure.startswith(previous.row_head) else reading.measure
        item = "" if reading.inherited else item
    else:
        return
    if attributes.names_attribute(head):
        reading.row_head, reading.measure, reading.inherited = head, tidy(item + head), False


def _is_next_figure(after: list[Slot]) -> bool:
    """Whether what stands behind a figure is another and no noun: 1.42万笔|63.9亿元, but 8个|500千瓦的充电桩."""
    return bool(after) and after[0].role == "quantity" and not any(slot.word == "的" for slot in after)


def _goes_on(slots: list[Slot], index: int, after: list[Slot]) -> bool:
    """Whether a mark follows what the figure at `index` counts, which stands at the head of its clause."""
    end = index + 1 + len(after)
    head = index == 0 or slots[index - 1].role in ("sep", "conj", "time", "from")
    return head and bool(after) and end < len(slots) and slots[end].role == "sep"


def _kind_before(state: State, noun: str) -> str:
    """What 此类案件 points back to: the topic of a sentence without figures right before, or what was counted last."""
    topic = state.memory.before() if state.memory.before is not None else ""
    if _LONG_KIND >= len(topic) > 2:
        return topic if topic.endswith(noun[:1]) else topic + noun
    told = (one.measure for one in (*reversed(state.readings), *reversed(state.memory.recent)))
    return next((words.removeprefix("立") for words in told if words.endswith(noun) and len(words) > len(noun)), "")


def _shared_noun(slots: list[Slot], index: int) -> str:
    """What the last of figures that + joins tells all of them are of: 5000万|+800万+200万像素后置摄像头."""
    at = index + 1
    while at + 1 < len(slots) and slots[at].word.strip() == "+" and slots[at + 1].role == "quantity":
        at += 2
    joined = at > index + 1 and at < len(slots) and slots[at].role == "gap"
    return phrase.words_of(slots[at : noun_end(slots, at)]) if joined else ""


def _told_of_time(state: State, reading: Reading, index: int) -> str:
    """The measure of the figure before, of which a clause tells for another time: 售出6万台;今年以来累计售出310万台."""
    own, unit = reading.measure, reading.quantity.unit
    if not own or not unit or not reading.times or reading.inherited or reading.segment.places:
        return ""
    spoken = [slot for slot in state.pending if slot.role not in ("time", "adverb", "sep", "link", "to")]
    if phrase.words_of(spoken) != own:
        return ""
    last = next((one for one in reversed(state.readings) if one.quantity.unit == unit), None)
    goes_on = last is not None and last.measure.endswith(own) and 0 < len(last.measure) - len(own) <= _OWNER
    return last.measure if last is not None and goes_on else ""


def _words_behind(slots: list[Slot], index: int) -> str:
    return "".join(slot.word for slot in slots[index + 1 : index + 4])


def _wind(slots: list[Slot], index: int, words: str) -> str:
    """The measure of a force of wind: 海域将有|6-7级、阵风8级的风; empty where the words name it, or tell of others."""
    if index and slots[index - 1].word.endswith("阵风"):
        return "阵风"
    behind = "风" in _words_behind(slots, index)[:8] and "级" not in words
    return words + "风力" if behind and "风" not in words else "风力" if words == "风" else ""


def _is_load(slots: list[Slot], index: int, reading: Reading) -> bool:
    """Whether a share that names nothing is that of a battery which is charged further: 从|30%|充至80%."""
    unnamed = reading.segment.former and not reading.segment.words
    return unnamed and _LOADING.match(_words_behind(slots, index)) is not None


def _struck(slots: list[Slot], index: int) -> str:
    """What has befallen all of a row of things that are counted: 12个村|482户|1756人受灾."""
    at, figures = index + 1, 1
    while at < len(slots) and at - index < _ROW:
        slot = slots[at]
        if slot.role in ("gap", "verb") and (found := next((one for one in _STRUCK if one in slot.word[:8]), "")):
            return found if figures > 1 or slot.word.strip() == found else ""
        counts = isinstance(slot.item, Quantity) and natures.takes_noun(slot.item)
        if not (slot.role == "gap" or slot.word == "、" or counts):
            return ""
        figures += counts
        at += 1
    return ""


def _touching(slots: list[Slot], index: int, words: str) -> str:
    """The measure of places that something touches: 犯罪网络涉及|全国9个省份; empty where the clause is of more."""
    at = index - 1
    while at >= 0 and slots[at].role == "place":
        at -= 1
    if at < 0 or slots[at].word != "涉及" or not _PLACES.match(words):
        return ""
    before = slots[at - 1] if at else None
    subject = before.word.strip() if before is not None and before.role == "gap" else ""
    return f"{subject if len(subject) <= _SUBJECT else ''}涉及{words}"


def _only_named(slots: list[Slot], index: int) -> bool:
    """Whether right before the figure some of those counted are named, and nothing else said of them: 罗某等|37人."""
    words = "".join(slot.word for slot in slots[max(0, index - _NAME) : index])
    return words.endswith("等") and _SOME_NAMED.search(words) is not None


def _class_of_named(slots: list[Slot], index: int) -> str:
    """What persons are of whom some are named before 等: 犯罪嫌疑人陈某某等|32人."""
    if index < 2 or slots[index - 1].word != "等" or slots[index - 2].role != "gap":
        return ""
    match = _NAMED_PERSONS.match(slots[index - 2].word)
    return match["of"] if match else ""


def _used_as(slots: list[Slot], index: int) -> str:
    """What a share of something is used as: 将得款的15%|作为悬赏金."""
    if index + 1 >= len(slots) or slots[index + 1].role != "gap":
        return ""
    used = _USED.match(slots[index + 1].word.strip())
    return attributes.leading(used["noun"]) if used else ""


def _forecast(state: State, previous: Reading | None) -> str:
    """What a forecast tells area by area: `最高温度:北部35℃,其他地区32℃`."""
    topic = state.clauses.last()
    if topic is not None and topic.clause == state.label and attributes.names_attribute(topic.words):
        return topic.words
    return previous.measure if previous is not None and previous.quantity.unit in _WEATHER else ""


def _goes_with_row(state: State, found: Segment, index: int) -> bool:
    """Whether the figure begins a row that goes with one before it, though no 分别 says so."""
    previous = state.readings[-1] if state.readings else None
    if found.reached and not found.words and previous and previous.rule == "distributed" and len(state.last_items) > 1:
        return True  # 甲、乙分别从4%和8%升至5%和11%
    if found.relation == "direct" and not found.words:
        return False
    if found.relation in ("change", "direct") or (found.relation == "share" and not found.words):
        return implied(found, state.slots, index, state.readings)
    return False


def _of_thing(reading: Reading, counted: str) -> None:
    """`售价8900元的运动鞋`: the attribute before the figure is that of the thing behind it."""
    load = _LOAD.search(reading.segment.words)
    if load:  # 查处一起核载5人、实载9人的面包车超员
        vehicle = _VEHICLE.match(counted)
        reading.measure, reading.rule = (vehicle[0] if vehicle else "") + load["load"], "described"
        return
    attribute = attributes.split(reading.segment.words)[1]
    if reading.quantity.hedge in ("over", "at_least", "at_most"):
        if attribute and reading.segment.relation != "share":
            reading.measure, reading.rule = _ONE_OF.sub("", reading.segment.words), "described"
        return
    if counted.endswith(_PAPERS):
        return  # 作出罚款90万元的行政处罚决定
    if attribute and not reading.threshold and reading.segment.relation != "share" and not attributes.split(counted)[1]:
        reading.measure, reading.rule, reading.inherited = tidy(counted + attribute), "described", False


def _dimension(state: State, reading: Reading) -> None:
    """A dimension alone is that of the thing before its brackets, or of the one whose other dimension was told."""
    reading.measure = _SIZED.sub("", reading.measure)
    if reading.measure not in sides.DIMENSIONS or reading.inherited:
        return
    if state.outer:
        reading.measure = tidy(phrase.words_of(state.outer[-1].pending[-1:])[-_NOUN:] + reading.measure)
    if reading.measure in sides.DIMENSIONS:
        reading.measure = sides.of_same(reading.measure, state.readings)


def _side(state: State, reading: Reading, previous: Reading | None, index: int) -> None:
    """`车身尺寸4560×1850×1620毫米`: which side each of the figures tells."""
    slots = state.slots
    if previous is not None and 0 <= previous.side < 2 and sides.parts(slots, index - 1):
        reading.side = previous.side + 1
        reading.measure = sides.name(previous.measure[:-1], reading.side)
        reading.owner, reading.completed, reading.inherited = previous.owner, previous.completed, True
    elif reading.measure and sides.parts(slots, index + 1, named=reading.measure.endswith("长宽高")):
        reading.side, reading.owner = 0, sides.owner(reading.measure) or reading.owner
        reading.measure = sides.name(reading.measure, 0)


def _of_growth(state: State, reading: Reading, previous: Reading | None, counted: str) -> None:
    """`油价有5%的下跌空间`, `15%的销量增长`: how far what is named before the noun of change, or within it, moves."""
    grown = _GROWN.match(counted)
    found = reading.segment
    if grown is None:
        return
    found.relation, found.noun = "change", True
    found.direction = "down" if grown["move"][0] in "降跌下回折" else "up"
    own = tidy(_SPAN_OF.sub("", grown["of"])) or (found.subject if found.verb else found.words)
    if own:
        reading.measure, reading.inherited = own, False
    else:
        inherited.measure(state, reading, previous)


def _of_class(words: str, verb: str) -> str:
    """`查处超速、超载、…等各类违法行为` by its class alone, where the examples are many."""
    at = words.find(verb)
    inner = _DOING.search(words, at + len(verb)) if at >= 0 else None  # 帮助妇女开展甲、乙等培训
    start = inner.end() if inner else at + len(verb)
    listed = _LISTED.search(words, start) if at >= 0 else None
    return words[: listed.start()] + listed["class"] if listed and len(listed[0]) > _LONG_LIST else words


def _joined(words: str, said: str) -> str:
    """`words` and what is said, of which they may hold the beginning: 高校入围, 入围百强."""
    shared = next((size for size in range(min(len(words), len(said)), 1, -1) if words.endswith(said[:size])), 0)
    return words + said[shared:]


def _of_figure(state: State, reading: Reading, whole: Reading) -> None:
    """`完成投资14.6亿元，完成任务35亿元的41.7%`: the share that the figure before last is of the last."""
    part = next((r for r in reversed(state.readings) if r is not whole and r.dimension == whole.dimension), None)
    reading.segment.relation, reading.segment.whole, reading.rule = "share", whole.measure, "share_of"
    done = whole.verb + whole.object if whole.verb and whole.object and not whole.segment.divides else ""
    stated = done or f"占{whole.measure}"
    topic = None if part else state.clauses.last()
    named = part.measure if part else topic.words if topic else ""
    # 3亿的5%的8%的…: a share of a share names what both are of, once.
    reading.measure = (stated if len(named) + len(stated) > _LONGEST else named + stated)[:_LONGEST]
    reading.inherited = part is None


def _of_zero(reading: Reading, counted: str) -> None:
    """`零感染`, `没有发生重大事故`."""
    found = reading.segment
    reading.rule = "zero"
    before = found.object or ("" if found.verb in preceding.BARE else found.words)
    reading.measure = reading.object = (
        tidy(before if counted in ("发生", "") or len(counted) < 2 else counted) or before
    )
    if before and counted and counted != "发生" and len(counted) <= 4 and "、" not in before:
        reading.measure = tidy(before + counted)


def _of_subject(state: State, reading: Reading, previous: Reading | None, counted: str) -> None:
    found = reading.segment
    reading.rule = {"change": "change", "level": "level", "share": "share_of"}[found.relation]
    reading.subject, reading.verb, reading.object = found.subject, found.verb, found.object
    words = found.words
    if (
        words
        and reading.quantity.dimension.isupper()
        and _closes(state.pending)
        and not (attributes.names_attribute(words) and words != "股价")
    ):
        words = found.words = words.removesuffix("股价") + "收盘价"  # 某公司报收于5.9元
    if reading.described and found.relation == "change" and attributes.names_attribute(counted):
        words = found.subject = counted  # 将增加400万平方米的建筑面积
    if words and not (found.led_by_verb and not found.object):
        reading.measure = words
        inherited.with_subject(state, reading)
        if found.relation == "share" and found.whole_named and found.led_by_verb:
            inherited.measure(state, reading, previous)
            reading.measure = tidy(reading.measure + words)
    elif counted and not words and not found.noun and not reading.threshold:
        reading.measure = counted
    else:
        inherited.measure(state, reading, previous)
        if not reading.measure and found.relation == "change":
            reading.measure = words  # 前7月立案下降21.5%
        if reading.quantity.form == "points" and found.noun and not reading.measure.endswith("增速"):
            reading.measure += "增速"
    if found.relation == "share" and found.whole and not found.whole_named:
        reading.measure = f"{reading.measure}占{found.whole}"


def _are_caught(slots: list[Slot], index: int, reading: Reading) -> bool:
    """Whether the clause itself says what is done to persons whom it does not name: 案发后|2人便在某地被抓获."""
    if not reading.inherited or reading.segment.words:
        return False
    return any(slot.word == "被" for slot in _clause_behind(slots, index)[:-1])


def _clause_behind(slots: list[Slot], index: int) -> list[Slot]:
    """What the clause says behind the figure at `index`, up to the next figure."""
    end = index + 1
    while end < len(slots) and slots[end].role not in ("sep", "quantity") and end - index < 8:
        end += 1
    return slots[index + 1 : end]


def _done_by(slots: list[Slot], index: int) -> str:
    """What the persons counted at `index` do, to the end of the clause."""
    said = _clause_behind(slots, index)
    passive = next((at for at, slot in enumerate(said) if slot.word == "被"), 0)
    return phrase.words_of(said[passive:])


def _closes(pending: list[Slot]) -> bool:
    """Whether the words before the figure say at what price trade ended."""
    return any(slot.word in _CLOSING for slot in pending[-3:])


def _clause_before(state: State) -> list[Slot] | None:
    """The clause just before, if it has no figures: it may hold the first item of a list parted by a comma."""
    plain = state.clauses.plain
    return plain[-1][1] if plain and plain[-1][0] == state.memory.clauses - 1 else None


def _distributed(state: State, reading: Reading) -> str | None:
    """The item that 分别 gives this figure, or None."""
    if reading.segment.distributed:
        state.distribution = distribute(
            reading.segment, state.slots, reading.quantity, state.last_items, state.readings, _clause_before(state)
        )
    if reading.quantity.form == "zero":
        state.distribution = None
    current = state.distribution
    if current is None:
        return None
    goes_on = (state.listed or not state.pending) and not reading.segment.words
    if reading.segment.distributed or goes_on:
        share = current.next(reading)
        if share is None:
            state.distribution = None
        elif current.items:
            state.last_items = current.items
        if goes_on and state.readings:
            reading.times = reading.times or state.readings[-1].times
        if not reading.segment.distributed and state.readings:
            previous = state.readings[-1].segment
            mine = reading.segment
            if mine.relation != "direct":
                return share
            mine.relation, mine.direction, mine.noun = previous.relation, previous.direction, previous.noun
            mine.comparison = mine.comparison or previous.comparison
            mine.reached, mine.former = previous.reached, previous.former
            mine.whole = previous.whole
        return share
    state.distribution = None
    return None
