"""The measure of a figure of things done or counted: 打掉涉黑组织N个, N名逃犯归案, and the items of their lists."""

from __future__ import annotations

import re

from claims.zh import attributes, inherited, natures
from claims.zh.measure import is_authority, tidy
from claims.zh.noun_phrase import JOINTS
from claims.zh.phrase import RATE_ADVERBS, size
from claims.zh.records import Reading, State
from claims.zh.segment import SUMMED

_FINISHING = frozenset(("完成", "实现", "达到", "取得", "获得", "录得", "达成"))
_FITTED = frozenset(("搭载", "配备", "采用", "标配", "内置", "配有", "装备", "带有"))
_ONE = re.compile(r"(?<=..)了?[一这那][块个款台项枚名座条双部]$")  # 配备了一块6英寸的屏幕
_MOVING = frozenset(("疏散", "转移", "安置", "撤离", "救助", "搜救", "收治"))
_FINING = frozenset(("罚款", "处罚", "罚没", "并处罚款"))
_QUOTED_HEAD = re.compile(r"^.{4,}(?P<head>“[^”]{1,8}”)$")  # 一批倒卖景区门票的|“黄牛”
_OF_PERSONS = frozenset(("抓获", "拘留", "刑拘", "刑事拘留", "行政拘留", "逮捕", "批捕", "批准逮捕", "取保候审"))
_ACTS = (*_OF_PERSONS, "起诉", "公诉")
# 会同某局对某类商铺集中行动,拘留7人: how it was done, not what.
_MANNER = re.compile(
    r"没有|会同|针对|围绕|依托|联合|根据|通过|按照|^经过|对(?![象口])|(?:要求|部署|安排|通知|精神|清查|排查|整治|巡查|出击|收网|行动)$"
)
_DECIDED = re.compile("^经?(?:审查|评估|研究)?决定|不(?:起诉|批捕|逮捕|予受理|捕|诉)$")
# 电诈发案、损失“双下降” 止付48.6亿元, 公安交出夏季行动成绩单:破案2146起: nothing that the verb is done to.
_BOASTS = re.compile("[“”、]|(?:成绩单?|答卷|战报|硕果|亮点)$")
# 抓获嫌疑人71人,其中网上逃犯4人: a name of its own.
_PERSONS = re.compile(r"(?:人员|嫌疑人|逃犯|[罪要主从]犯|民警|学生|患者|儿童|妇女|老人)$")
_OF_ALL = re.compile("各[类种项式]|(?:违法|犯罪)(?:行为|案件)?$")  # 回收各类废旧物资2万吨,其中废玻璃800吨
_PER = re.compile("平均每|[人户日月年]均|^每")  # 馆藏468万册,平均每种3.9册;当年新增|21.4万册
_LONGEST_TOTAL = 12
_DONE_WITH = frozenset(("已", "已经"))  # 查出隐患14.6万条,其中重大隐患2318条,已整改2207条
_CASES = re.compile("案|犯罪|诈骗|盗|抢|警情|线索")
_TAKING = frozenset(
    (
        "审结", "办结", "执结", "审执结", "受理", "侦破", "破获", "查处", "查办",
        "化解", "调处", "整改", "捣毁", "查实", "签发", "核发", "颁发", "制发",
    )
)  # fmt: skip
_OLD_AND_NEW = re.compile("^(?:两级法院)?(?:新收|旧存)")
_LONGEST_THEME = 20
_FATES = frozenset(("死亡", "受伤", "伤亡", "失踪", "死亡人数", "受伤人数"))
_TOTALLED = re.compile(r"(?:总额|总值|总量)$")


def name(state: State, reading: Reading, previous: Reading | None, counted: str) -> None:
    """Set the measure by verb, object and the noun `counted`: 打掉涉黑组织N个; 组建N个三人小组; N名逃犯归案."""
    found = reading.segment
    reading.subject, reading.verb, reading.object = found.subject, found.verb, found.object
    if counted and previous is not None and reading.threshold and (not found.words or _same_unit(reading, previous)):
        inherited.measure(state, reading, previous)
    elif counted and found.acting.endswith("的") and natures.takes_noun(reading.quantity):
        reading.rule, reading.object, reading.measure = "figure_noun", counted, tidy(found.acting + counted)
    elif counted and found.verb and found.object and found.acting and _describes(reading):
        reading.rule, reading.object = "figure_noun", counted
        reading.measure = tidy(_ONE.sub("", found.acting) + counted)
    elif found.verb and counted and (not found.object or natures.takes_noun(reading.quantity) or _is_joined(state)):
        reading.object, reading.rule = counted, "action_figure_object"
        offered = found.verb == "提供" and reading.quantity.unit in ("款", "种")
        fitted = (found.verb in _FITTED or offered) and bool(found.subject) and counted.strip("/ ") != ""
        verb = "" if found.verb in _FINISHING or fitted else found.verb
        unnamed = fitted or is_authority(found.subject) or size(found.subject) > _LONGEST_THEME
        reading.measure = tidy(("" if unnamed else found.subject) + verb + counted)
        inherited.with_subject(state, reading)
    elif found.verb in _FINISHING and found.object in _TAKING and previous is not None:
        reading.rule, reading.verb, reading.object = "action_object_figure", found.object, ""
        _bare_verb(state, reading, previous)  # 排查隐患点214处,已完成整改196处
    elif found.verb:
        reading.rule, reading.measure = "action_object_figure", found.words
        if not found.object and (not found.subject or found.subject in RATE_ADVERBS or is_authority(found.subject)):
            _bare_verb(state, reading, previous)
        inherited.with_subject(state, reading)
    elif found.words and counted and reading.quantity.form == "percent":
        reading.rule, reading.object, reading.measure = "share_said", found.words, tidy(found.words + counted)
    elif counted and (not found.words or natures.takes_noun(reading.quantity) or _describes(reading)):
        reading.rule, reading.object, reading.measure = "figure_noun", counted, counted
        _take_verb(state, reading, previous)
        if reading.rule == "figure_noun" and not state.listed and found.words and found.acting not in counted:
            reading.measure = tidy(found.acting + counted)
            reading.spot = found.acting if found.having and found.acting[-1:] in "上里内中" else ""
    elif found.words:
        reading.rule, reading.object, reading.measure = "noun_figure", found.words, found.words
        _take_verb(state, reading, previous)
    else:
        inherited.measure(state, reading, previous)


def _is_joined(state: State) -> bool:
    """Whether the figure's thing is named behind it, beside another before it: 缴获黄金及|4万元赃款."""
    return bool(state.pending) and state.pending[-1].role == "conj" and state.pending[-1].word in JOINTS


def _describes(reading: Reading) -> bool:
    """Whether the noun behind a measured figure names what it measures: no attribute stands before it."""
    words = reading.segment.words
    return reading.described and not words.endswith("涉案") and not attributes.names_attribute(words)


def _take_verb(state: State, reading: Reading, previous: Reading | None) -> None:
    """An item of a list shares the verb of the items before it; one under a total also its noun."""
    if reading.segment.divides:
        return
    total = state.total if state.subset else None
    if total is not None and reading.object in ("出口", "进口") and "进出口" in total.measure:
        reading.measure, reading.rule = _TOTALLED.sub("", total.measure.replace("进出口", reading.object)), "list_item"
        reading.part_of = total
        return
    if total is not None and len(reading.object) == 1 and _same_unit(reading, total):
        reading.measure, reading.object, reading.part_of = total.measure, total.object, total  # 其中甲地将招300名
        reading.rule = "list_item"
        return
    if total is not None and total.verb and reading.object in total.object and reading.object != total.object:
        reading.verb, reading.rule = total.verb, "list_item"
        reading.measure = tidy(total.verb + reading.object)  # 查处酒驾醉驾100起,其中醉驾20起
        return
    if reading.object.startswith(("其他", "其余", "其它")):
        return
    if previous is None or not _continues_list(state, reading, previous):
        return
    if _DECIDED.search(reading.object) and not state.listed:
        return  # 受理嫌疑人724人,经评估决定不起诉231人
    if attributes.is_bare(reading.object) and not state.listed:
        return  # 办理减免400万元,涉及货值1亿元
    reading.rule = "list_item"
    if previous.verb == "发生" and reading.object in _FATES and previous.object not in _FATES:
        reading.measure = tidy(previous.object + reading.object)  # 发生生产安全事故112起、死亡98人
        return
    reading.verb = previous.verb
    of_one = total is not None and total.quantity.dimension == reading.quantity.dimension
    if len(reading.object) > 2 and previous.verb[:1] in reading.object:
        return  # 每天能卖出200碗,周末能卖400碗
    if total is not None and of_one and len(reading.object) <= 4 and reading.object[-2:] not in total.measure:
        alike = total.object[-1:] == reading.object[-1:] and total.quantity.unit == reading.quantity.unit  # 酒驾, 醉驾
        long = size(total.measure) > _LONGEST_TOTAL
        of_cases = total.object.endswith("案件") and len(reading.object) == len("刑事")
        kind = _OF_ALL.search(total.measure) is not None and not of_cases
        apart = bool(total.verb) and (alike or long or kind or _PERSONS.search(reading.object))
        reading.measure = tidy((total.verb if apart else total.measure) + reading.object)
    else:
        reading.measure = tidy(previous.verb + reading.object)


def _continues_list(state: State, reading: Reading, previous: Reading) -> bool:
    """Whether a figure shares the verb of the one before: in a list, under a total, or counted in the same unit."""
    if not previous.verb or previous.segment.relation != "direct" or len(state.readings) <= state.mark:
        return False
    if reading.quantity.dimension.isupper() and not previous.quantity.dimension.isupper():
        return False  # 其中刑事拘留17人,累计涉案赌资600万元
    if previous.quantity.dimension.isupper() and natures.takes_noun(reading.quantity) and not state.listed:
        return False  # 罚款50万元,其中3人适用缓刑
    if state.listed:
        return True
    if previous.inherited and not previous.segment.led_by_verb:
        return False
    if state.subset:
        return True
    recent = previous.clause >= state.memory.clauses - 1
    return recent and _same_unit(reading, previous) and not reading.segment.led_by_verb


def _bare_verb(state: State, reading: Reading, previous: Reading | None) -> None:
    """起诉N件, 立案N宗: the object is that of the sentence's first such figure, or of the clause before."""
    verb, finishing = reading.verb, reading.verb in _FINISHING
    if previous is not None and previous.verb == verb and previous.segment.plan and _same_unit(reading, previous):
        reading.measure, reading.object, reading.inherited = previous.measure, previous.object, True
        return  # 保障房计划筹集2.2万套,已筹集1.35万套
    if previous is not None and _PER.search(previous.measure):
        previous = next((one for one in reversed(state.readings) if not _PER.search(one.measure)), None)
    same = [r for r in state.readings[state.mark :] if r.object and not r.inherited and _like(r, reading)]
    last = state.clauses.last() if finishing else None
    theme = None if last or same else state.clauses.first(state.since)
    if theme and theme.words.endswith("方面"):
        theme = state.clauses.last()  # 便民方面,新版通行证启用以来,…签发5.6万本
    if theme and _MANNER.search(theme.words):
        theme = None
    of_total = state.subset and verb in _OF_PERSONS and state.total is not None and not state.total.inherited
    lasted = previous is not None and previous.rule == "duration" and previous.clause == reading.clause
    summed = previous is not None and previous.rule == "figure_noun" and previous.clause == reading.clause
    summed = summed and any(slot.word in SUMMED for slot in state.pending)
    if summed and previous is not None:
        reading.object = previous.object  # 三项基金合计支出137亿元
    elif lasted and previous is not None and previous.segment.words:
        reading.object = previous.segment.words  # 甲手机5分钟卖出了12万台
    elif verb in _MOVING and reading.quantity.dimension == "person" and previous is not None:
        reading.object = ""  # 营救被困人员26人,疏散57人
    elif of_total:
        reading.object = ""  # 抓获涉案人员54名,其中刑事拘留17人
    elif last:
        reading.object = last.words
    elif same:
        nearest = state.subset and previous in same and _DONE_WITH & {slot.word for slot in state.pending}
        reading.object = previous.object if nearest and previous is not None and verb in _TAKING else same[0].object
    elif theme:
        reading.object = theme.words
    elif previous is not None and previous.object and not _counts_others(previous, reading):
        seized = reading.verb in _OF_PERSONS and previous.quantity.dimension != "person"
        fined = reading.verb in _FINING and reading.quantity.dimension.isupper() and previous.rule == "figure_noun"
        solved = verb.endswith("案") and not _CASES.search(previous.object)  # 出动警力318万人次,破案5.3万起
        reading.object = "" if seized or fined or solved else previous.object  # 查扣服饰3600件,刑拘7人
    else:
        first = previous is None or not _same_unit(reading, previous)  # 保有量312万辆,今年新增18万辆
        topic = (state.memory.before and state.memory.before()) or inherited.topic_before(state) if first else ""
        of_others = verb in _OF_PERSONS and not _PERSONS.search(topic)  # 每晚由民警带队增援。…刑拘2486人
        reading.object = "" if of_others or _MANNER.search(topic) or _BOASTS.search(topic) else topic
    if reading.object.endswith(_ACTS) and not finishing:
        reading.object = ""  # 批准逮捕64人,起诉71人
    if size(reading.object) > _LONGEST_THEME and not finishing:
        item = reading.object.rpartition("、")[2]  # a clause that tells of something else, or a list
        reading.object = "" if size(item) > _LONGEST_THEME or item == reading.object else item
    if head := _QUOTED_HEAD.match(reading.object):
        reading.object = head["head"]
    reading.object = _OLD_AND_NEW.sub("", reading.object)  # 新收案件15万件,…共受理17万件
    if verb.startswith("破"):
        reading.object = reading.object.removeprefix("立").removesuffix("立案")  # 立刑事案件300起,破案200起
    if reading.object.endswith(verb):
        done = reading.object
    elif previous is not None and (previous.measure == verb + reading.object or _again(reading, previous)):
        done = previous.measure  # 立案办理公益诉讼案件186件,2019年立案62件
    else:
        done = verb + reading.object if verb in _TAKING else reading.object + verb  # 审结案件; 涉黑案件立案
    reading.measure = (reading.object or verb) if finishing else tidy(done)
    reading.inherited = True


def _again(reading: Reading, previous: Reading) -> bool:
    """Whether the figure before is of the same deed, told for another time: 起诉甲、乙等犯罪413人,2020年起诉298人."""
    same = previous.verb.endswith(reading.verb) and reading.verb != ""  # 新收…22.37万件;昆明一地就收了8.93万件
    elsewhere = reading.times or (reading.segment.places and not previous.segment.places)
    return same and bool(elsewhere) and _same_unit(reading, previous)


def _like(one: Reading, other: Reading) -> bool:
    """Whether two figures count the same things: persons told once as 名 and once as 人 are others."""
    if one.quantity.dimension != other.quantity.dimension:
        return False
    return one.quantity.dimension != "person" or _same_unit(one, other)


def _counts_others(one: Reading, other: Reading) -> bool:
    """Whether two figures count persons in other words, so that they are others: 抓获逃犯1名,拘留7人."""
    return one.quantity.dimension == other.quantity.dimension == "person" and not _same_unit(one, other)


def _same_unit(reading: Reading, previous: Reading) -> bool:
    return reading.quantity.unit == previous.quantity.unit
