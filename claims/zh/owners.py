"""Whose a bare attribute is: the subject that the clause leaves out because one before it named it."""

from __future__ import annotations

import re
from operator import itemgetter

from claims.zh import alike, attributes, natures
from claims.zh.measure import tidy
from claims.zh.phrase import lead, size, words_of
from claims.zh.records import Reading, State
from claims.zh.slots import Slot
from claims.zh.things import LONGEST, NAME, is_thing, subject_end
from claims.zh.topics import is_frame, named

_INTRODUCING = frozenset(("推出", "发布", "上架", "上线", "发售", "推介"))
_PERSONS = frozenset(("他", "她", "他们", "她们", "我", "我们"))
_SKIPPED = frozenset(("sep", "time", "adverb"))
_HEADLESS = re.compile(r"(?:的|第[一二三四五六七八九十0-9]+名?|其后|榜首|其次|之后)$")
_PLACED = re.compile(
    r"(?:还是|仍是|就是|是一[款家个部台]|紧随其后|紧跟其后|位居|位列|排名|排在|名列|荣登|问鼎|登顶|蝉联|领跑|凭借|作为|表现"
    r"|采用|支持|搭载|配备|标配|内置|拥有|具有|定位|发布|推出|上市|宣布|号称|主打|沿用|使用|迎来|开启|开卖|开售|位于|取消|登陆|登上|深入|聚焦|围绕|针对|坚持|紧盯|立足|充分|呈现?|逐[季月年]).*$"
)
_DEGREE = re.compile(r"(?<=..)(?:极|很|非常|十分|更|较|最|相当|颇|依旧|依然|仍旧|仍然|仍)+$")
_CALLED = re.compile(r"^.{0,8}(?:名为|名叫|简称|又称)")
_OPENING = re.compile(
    r"^(?:图解|而且|即使|虽然|尽管|如果|由于|因为|接连|其中|并且|同时|不过|但是|然而|此外|另外|目前|原标题|正文)+"
)
_REPORT = re.compile(
    r"(?:发布|公布|披露)?(?:的|了)?(?:20\d\d年?)?(?:第?[一二三四]季度?|半年度?|中期|年度|全年)?(?:业绩|财务|财)?"
    r"(?:报告|公告|快报|[一三]?季报|年报|半年报|财报|中报|业绩)$"
)
_OWN_REPORT = re.compile(r"(?:季报|年报|财报|中报|公告|业绩快报|财务报告|业绩报告|业绩)$")
_QUOTED = re.compile(r"“[^”]{2,16}”|《[^》]{1,16}》")
_FIRM = re.compile(
    r"(?:公司|集团|银行|科技|汽车|股份|电器|电子|信息|能源|生物|医药|环保|证券|控股|智能|材料|网络|传媒|通信)$"
)
_ASIDE = ("消息", "讯", "报道", "电", "方面", "来看", "上看", "看来")
_MARKET = re.compile(r"(?:市场|行业)(?:研究|跟踪|调查|统计|监测)?(?:数据|报告)$")
_PRICE = re.compile("(?:零售|起|首发|官方)?(?:售价|定价|价格|起售价|首发价|指导价|到手价)")
_ACTOR = 10
_ACTORS = re.compile(
    r"^[A-Za-z]|^(?!聚焦|围绕|针对|面向|服务|依托|帮助|深入|走进|组织|联合|保障|确保|支持|推动|助力|惠及|扶持|引导|鼓励|为).*(?:成员|干部|团队|公司|集团|银行|大学|学校|学院|医院|志愿者|汽车|科技|股份|平台|品牌|企业|俱乐部|协会|手机|平板|车型|新车)$"
)
_ADJUSTED = re.compile("^(?:扣除|剔除|不计|不含|经?调整)")  # 扣除非经常性损益后|净利润: of nobody
_EARNED = re.compile(r"(?:营业收入|营收|净利润?|利润总额|股价|总市值)$")  # what has them is a firm
# 集装箱吞吐量382万标箱,净利润8.1亿元: the goods have no profit.
_VOLUME = re.compile(r"(?:吞吐量|[货客]运量|发送量|到发量|周转量|客流量)$")
# 风险抵补能力进一步增强,拨备覆盖率升到264%: what grows better owns no figure
_QUALITY = re.compile("(?:能力|质量|效益|活力|动力|结构|态势|形势|信心|韧性|水平)$")
_ABSTRACT = frozenset(
    (
        "生产", "销售", "经营", "市场", "需求", "供应", "供给", "消费", "出口", "进口", "用工", "业务", "行情", "业绩",
        "民生", "财政", "税收", "非税", "投资", "外贸", "就业",
    )
)  # fmt: skip
_SHORT_NAME = 4  # characters of the short name of a firm
_REACH = 2  # for how many more sentences an owner is spoken of


def complete(state: State, reading: Reading) -> None:
    """Give a bare attribute, or one of 其 and 该公司, the thing that the clauses before spoke of; and a thing alone
    its price, if prices are told."""
    part, shared, whole = reading.measure, "", ""
    if reading.segment.relation == "share":
        part, shared, whole = reading.measure.partition("占")
    named = attributes.without_pronoun(part)
    if not reading.completed and (behind := attributes.behind_part(named)) != named:
        reading.measure = part = named = behind
    if reading.inherited:
        reading.owner = reading.source.owner if reading.source is not None else ""
        return
    if reading.places or not (attributes.is_bare(named) or named != part):
        reading.owner = _possessor(part, reading)
        if _VOLUME.search(part) and not (NAME.search(reading.owner) or _FIRM.search(reading.owner)):
            reading.owner = ""
        _remember(state, reading.owner, _EARNED.search(part) is not None)
        alike.complete(state, reading)
    elif (owner := _introduced(state, named) or _of_firm(state, named, part) or _spoken_of(state, reading)) and (
        not _means_firm(part, named) or NAME.search(owner) or owner == state.memory.firm or len(owner) <= _SHORT_NAME
    ):
        reading.owner = owner
        if owner not in named:
            reading.measure, reading.completed = tidy(_joined(owner, named) + shared + whole), True
        _remember(state, owner, _EARNED.search(named) is not None)
    reading.attribute = reading.attribute or attributes.split(part)[1]
    if reading.attribute:
        state.memory.attribute = reading.attribute, reading.quantity.dimension


def _introduced(state: State, named: str) -> str:
    """The thing that the clause just before brings out, whose price follows: 公司推出了第三代套装,售价199元."""
    plain = state.clauses.plain
    if not _PRICE.fullmatch(named) or not plain or plain[-1][0] != state.memory.clauses - 1:
        return ""
    slots = plain[-1][1]
    at = next((index for index, slot in enumerate(slots) if slot.word in _INTRODUCING), -1)
    if at < 0:
        return ""
    rest = slots[at + 1 :]
    while rest and (rest[0].role == "adverb" or rest[0].word == "了"):
        rest = rest[1:]
    shown = words_of(rest)
    return shown if is_thing(shown) and not _REPORT.search(shown) else ""


def _joined(owner: str, named: str) -> str:
    """The owner and its attribute, of which its name may hold the beginning: 某某气体股东, 股东户数."""
    shared = next((size for size in range(min(len(owner), len(named)), 1, -1) if owner.endswith(named[:size])), 0)
    if shared and owner[:-shared].endswith(("不", "未", "非")):
        return named  # 不合格3批次,合格率97.5%
    return owner + named[shared:]


def _of_firm(state: State, named: str, part: str) -> str:
    """The company that 公司 or 该公司 before an attribute means, if the thing spoken of since is none."""
    if not _means_firm(part, named):
        return ""
    return "" if _FIRM.search(state.memory.owner) else state.memory.firm


def _means_firm(part: str, named: str) -> bool:
    return part.removesuffix(named).startswith(("公司", "该公司", "本公司"))


def note_actor(state: State, reading: Reading) -> None:
    """Who did what is counted, where the clause begins with its verb and one before it named the subject."""
    found = reading.segment
    led = found.led_by_verb or (not found.verb and bool(found.acting) and reading.rule == "figure_noun")
    if not led or found.relation != "direct" or reading.inherited or reading.subject or state.subset or state.listed:
        return
    for number, slots in reversed(state.clauses.plain):
        if number < state.since:
            break
        actor = _named_in(state, number, slots)
        if actor:
            fits = size(actor) <= min(_ACTOR, 2 * len(reading.measure)) and _ACTORS.search(actor) is not None
            fits &= actor not in reading.measure
            reading.actor = actor if fits else ""
            break


def note_report(state: State, slots: list[Slot], index: int) -> None:
    """Remember whose report (甲公司季报显示, 甲公司公布季报) or papers (甲公司的文件) the word at `index` quotes."""
    subject = words_of(slots[lead(slots, []) :])
    of, papers, _ = subject.partition("的")
    name = of if papers else _REPORT.sub("", subject) if _OWN_REPORT.search(subject) else ""
    if not name and slots and slots[-1].role == "time" and _OWN_REPORT.search(slots[-1].word):
        name = subject
    if not name and any(_OWN_REPORT.search(slot.word) for slot in state.slots[index + 1 : index + 4]):
        name = subject
    if name and (not papers or NAME.search(name)) and is_thing(name):
        _remember(state, name)
        state.reported = state.memory.clauses, name


def _remember(state: State, owner: str, earns: bool = False) -> None:
    if owner:
        state.memory.owner, state.memory.owner_age = owner, 0
        if earns or _FIRM.search(owner):
            state.memory.firm = owner


def _possessor(words: str, reading: Reading) -> str:
    """What has the attribute of a measure of its own words, what acts, or what is counted."""
    owner, attribute = attributes.split(words)
    if reading.rule == "duration":
        return ""
    if reading.verb:
        owner = reading.subject
    elif attribute:
        owner = owner.partition("的")[0] or owner
    elif _is_told_of(reading, words):
        owner = owner.rpartition("的")[2] or owner
    else:
        owner = ""
    owner = _PLACED.sub("", owner).rstrip("、和与及")
    several = "、" in owner
    return owner if is_thing(owner) and not several and owner not in _ABSTRACT and not _ADJUSTED.search(owner) else ""


def _is_told_of(reading: Reading, words: str) -> bool:
    """Whether the words before a figure name a thing: one that is counted, priced or has a name."""
    if reading.rule == "noun_figure" and natures.takes_noun(reading.quantity):
        return True
    if reading.rule == "level" and reading.quantity.dimension.isupper() and len(words) <= LONGEST // 2:
        return True
    return reading.rule in ("noun_figure", "level", "change") and NAME.search(words) is not None


def _spoken_of(state: State, reading: Reading) -> str:
    """The thing that the nearest clause of the sentence names, else the one of whose report it tells, else the last."""
    clauses = [(number, "", slots) for number, slots in state.clauses.plain]
    clauses += [(one.clause, one.owner, []) for one in state.readings if one.owner]
    clauses.append((*state.reported, []))
    for number, owner, slots in sorted(clauses, key=itemgetter(0), reverse=True):
        owner = owner or _named_in(state, number, slots)
        if owner or any(slot.word in _PERSONS for slot in slots[:3]):
            return owner
    if state.readings or state.memory.owner_age > _REACH:
        return ""
    return state.memory.firm if _opens_aspect(state) else state.memory.owner


def _opens_aspect(state: State) -> bool:
    """Whether the sentence begins with another side of the whole: 注塑设备收入11亿元。|研发投入方面,公司支出2亿元."""
    opening = state.clauses.plain[0][1] if state.clauses.plain else []
    return bool(opening) and opening[-1].word == "方面"


def _named_in(state: State, number: int, slots: list[Slot]) -> str:
    """What the clause of that number speaks of, found out once."""
    if number not in state.named:
        state.named[number] = of_clause(slots) if slots else ""
    return state.named[number]


def of_clause(slots: list[Slot]) -> str:
    """What a clause without figures speaks of: its subject, or what `排名第三的是…` names; empty if nothing fits."""
    if (foremost := named(slots)) and is_thing(foremost):
        return foremost  # 增长最快的是预制菜
    while slots and slots[0].role in _SKIPPED:
        slots = slots[1:]
    if slots and slots[0].word in ("根据", "据", "按照"):
        source = words_of(slots[1:]).rpartition("的")[2]
        name = _MARKET.sub("", source)
        return name if name != source and is_thing(name) and len(name) > 3 else ""
    if not slots or is_frame(slots) or slots[-1].word.endswith(_ASIDE):
        return ""
    body = slots[lead(slots, []) :]
    end = subject_end(body)
    subject = words_of(body[:end])
    if (
        end < len(body)
        and body[end].word in ("是", "为")
        and (not subject or body[end - 1].word == "的" or _HEADLESS.search(subject))
    ):
        subject, end = words_of(body[end + 1 :]), 0
    elif end < len(body) and body[end].word in _INTRODUCING:
        rest = body[end + 1 :]
        while rest and rest[0].role == "adverb":
            rest = rest[1:]
        shown = words_of(rest[: subject_end(rest)])
        subject = shown if NAME.search(shown) and not _REPORT.search(shown) else subject
    subject = _DEGREE.sub("", _OPENING.sub("", subject))
    placed = _REPORT.sub("", _PLACED.sub("", _CALLED.sub("", subject)))
    owner, attribute = attributes.split(placed)
    name = tidy(owner if attribute else placed)
    if len(name) > LONGEST // 2 and (quoted := _QUOTED.search(name)):
        name = quoted[0]
    if end == len(body) and placed == subject and not NAME.search(name):
        return ""  # no predicate is known, so that this may be one itself
    return name if is_thing(name) and name not in _ABSTRACT and not _QUALITY.search(name) else ""
