"""What stands before a figure: what links it to its subject, what it is measured from, what names its measure."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.zh import attributes, base, lexicon, phrase, relation
from claims.zh.lists import FOREMOST
from claims.zh.measure import is_authority, tidy
from claims.zh.noun_phrase import JOINTS
from claims.zh.phrase import RATE_ADVERBS, coordinated, lead, paired, size, words_of
from claims.zh.segment import EACH, Segment
from claims.zh.slots import Slot
from claims.zh.trimmed import trimmed

# Verbs that say little by themselves.
BARE = frozenset(
    (
        "完成", "实现", "达到", "取得", "获得", "录得", "创造", "创下", "报", "共计", "累计", "保持", "维持", "占据",
        "达成", "具有", "拥有", "发生",
    )
)  # fmt: skip
_BY = frozenset(("以", "按", "按照", "以及"))
_SOME_AREAS = re.compile("等?[两二三四五六七八九十0-9]{1,2}个?[省市区县镇州国地]")
_INFLUENCED = re.compile("^受[^、]{1,10}?影响$")  # 除2020年受疫情影响回落至15.1万件外
_OVER_DAYS = re.compile("[0-9一二两三四五六七八九十]{1,3}天[里间内]?")  # 三天|共接待游客96.8万人次: its time
_TOGETHER = re.compile(
    "(?:会同|联合|协同)[^的]{2,24}?(?:等?(?:部门|单位|机构|力量)|等(?=[一-鿿]{2}))"
)  # 支队|会同城管等部门|治理
_OUT_OF_CASE = re.compile("从[一两多][起件宗批][^、]{2,16}?中")  # 从一起建设工程纠纷中|划扣执行款386万元
_PRETEXT = re.compile("以[^、]{2,12}?为(?:名|由|借口|幌子|诱饵)")  # 宋某|以平整土地为名|盗挖黑土
_WITH_TIME = re.compile(
    "(?:专案组)?(?:历时|辗转|转战|奔赴)[^、]{2,8}(?:、(?:历时|辗转|转战|奔赴)[^、]{2,6}?)*(?=抓获|查获|破获|打掉)"
)
_COMPARED = ("同比", "环比")
_DOING = frozenset(("因", "因为", "由于", "被", "向", "对", "以", "通过"))
_VERBAL = frozenset(("verb", "up", "down"))
_CHANGE_NOUNS = lexicon.classes()["change_noun"]
_AIM = re.compile("目标[^,。;]{0,4}(?:定|设|定[在为于]|设[在为定])$")  # 出院目标只定|4.35万
_FINISHED = re.compile(r"(?<=..)(?:甚至)?(?:实现|呈现|出现)$")  # 案件实现下降: no part of what falls
_FINING = frozenset(("罚款", "处罚", "处以", "处罚款", "罚没", "没收"))
_SHARE = "每股"
_YEARLY = frozenset(("年均", "月均"))  # 出货量年均增长5%: of the rise, not of what rises
_AGENT = re.compile(
    r"^[\u4e00-\u9fff]{0,8}?(?:警方|民警|交警|公安机关|检察机关|法院|检察院|公安局|派出所|公安部门|管理部门|主管部门|监管部门|执法人员)(?=..)"
)
_AGENT_ACTS = re.compile(_AGENT.pattern + r"(?=新收|[立破接受查处收侦办][^理案])")
_TWO_DONE = 5  # slots that two verbs with 了 and a mark between them take
_OFFICES = frozenset("警关院局所门员")  # in which the names of those end that act
_NEGATION = re.compile("(?<![从并决])(?:尚未|暂未|并未|没有|不予|[不未没])$")
_NEAR = 50  # slots: no act that fits into so few characters has more of them
_SHORT = 14
_LONG_SUBJECT = 18  # characters of who does it; longer ones are lists or sentences
_BREAKS = frozenset(("、", "在", "后", "时", "中", "通过", "经", "以", "为", "的"))
_LISTING = frozenset(("等", "和", "与", "及", "以及", "、"))
_BASES = frozenset(("依据", "依照", "根据", "按照", "针对", "围绕", "结合"))
_CAUSING = frozenset(("将", "把", "使", "使得", "让", "令"))
_RESULTS = frozenset(("出", "到", "起", "成", "得"))  # 创造出, 筹集到
_MEANS = frozenset(("利用", "运用", "使用", "依托", "借助"))  # 利用平台跟踪企业: what is done stands behind
_SUMMED = frozenset(("共", "共计", "累计", "总共"))  # 运送的物资由几家组织|共捐赠了大米7000斤
_RECKONING = frozenset(("计算", "计", "计价", "衡量", "折算", "统计"))
# 这一增长得益于股价|上涨2.5%, 导致净资产|缩水180亿: what is moved stands behind its cause.
_MOVED_BY = re.compile(r"^.*?(?:得益于|导致|致使|促使|使得|造成|归因于|归功于)(?:了|其|他的?|她的?|它的?|该)*(?=..)")
_TOWARDS = frozenset(("为", "向", "给"))
# 案发12小时后|3人被抓获: when, not what.
_AFTERWARDS = re.compile(
    r".*(?:[0-9一二两三四五六七八九十半](?:小时|分钟|天|日|个?月|年|周|秒)|发生|事发|案发|接警|报警)[之以]?后$"
)
_COUNTS = frozenset(("数", "量", "额", "数量", "总数", "总量", "件数"))
_CAUSES = frozenset(("因", "因为", "由于"))
# The sides of 300×200×100毫米, of which the last is the figure; R9000X is a name.
_SIDES = re.compile(
    r"(?:分别|约|均)*为?(?<![A-Za-z0-9.])(?:[0-9][0-9.,]*\s?[A-Za-z]{0,2}\s?[xX×*/]\s?)+$|^\s*[xX]\s*$|[×*/+\s]+$"
)
_SIDES_LONGEST = 40
_MEANWHILE = ("中", "时", "后", "期间", "过程", "工作中", "现场")
_SPOT_PARTS = 3  # slots that the words for a spot take
_SPOT_LONGEST = 14  # characters of them
_WITHIN = re.compile(r"(?<=..)[0-9一二两三四五六七八九十半]+(?:小时|分钟|天|日|周|个?月|年)内$")
_FORECAST = frozenset(("预测", "预期", "目标"))  # 增长预测
_FORECASTS = frozenset(("预计", "预测", "预估", "估计", "预期"))
_FORECASTER = re.compile(r"(?:机构|分析师|专家|报告|人士|业内|市场|外界|媒体|研究员|经济学家|协会|组织|委员会|[他她])$")
_EXPECTED = re.compile(
    r"(?:[增涨升降跌]幅)?(?:不及|超过?了?|低于|高于|好于|逊于|远超|符合)?(?:此前)?(?:市场|机构|分析师|经济学家|外界|业内)?(?:普遍|一致)?(?:预期|预计|预测)(?:会|将)?$"
)


def read(slots: list[Slot], form: str = "number", per: str = "") -> Segment:
    """The reading of the slots before a figure of this `form` (see `quantity.FORMS`), nearest first.

    `per` is what the figure is told for one of (每吨), where that stands before it.
    """
    found = Segment()
    if per:
        slots = _without_per(slots, per)
    end = relation.read(slots, found, form)
    end = base.comparisons(slots, end, found)
    end = base.cut_than(slots, end, found)
    slots, end = _without_rank(slots, end)
    rest = _without_where(base.cut_from(slots[:end], found), found)
    if found.relation == "direct":
        rest = _without_spot(rest, found)
    for at, slot in enumerate(rest):
        if slot.role == "time":
            if not (found.whole_named and slot.start > rest[0].start):
                found.times.append(slot)
        elif slot.role == "adverb":
            found.distributed |= slot.word in EACH
            found.per = slot.word if slot.word in RATE_ADVERBS else found.per
        elif slot.role == "cmp":
            found.comparison = found.comparison or slot.word
            found.compared.append(slot.word)
        found.plan |= relation.plans(rest, at)
        found.converted |= slot.word in relation.CONVERTED
    _name(rest, found)
    return found


def _without_rank(slots: list[Slot], end: int) -> tuple[list[Slot], int]:
    """The slots, and where they end, without what ranks the places that follow: 数量居前的|甲、乙、丙三市."""
    for at in range(end - 2):
        ranks = slots[at].role == "gap" and FOREMOST.search(slots[at].word) is not None
        before_places = slots[at + 1].word == "的" and slots[at + 2].role == "place"
        if ranks and before_places and all(slot.role in ("time", "adverb") for slot in slots[:at]):
            return [*slots[:at], *slots[at + 2 :]], end - 2
    return slots, end


def _without_where(slots: list[Slot], found: Segment) -> list[Slot]:
    """The slots without where the clause says that something was done, which is their place: 公司|在荷兰|被罚款."""
    for at in range(1, len(slots) - 2):
        if slots[at].word != "在" or slots[at + 1].role != "place":
            continue
        end = at + 2
        while end + 1 < len(slots) and slots[end].word in ("、", *JOINTS) and slots[end + 1].role == "place":
            end += 2
        if end < len(slots) and slots[end].role == "gap" and _SOME_AREAS.fullmatch(slots[end].word) is not None:
            end += 1  # 甲、乙、丙|三市
        if end < len(slots) and _does(slots[end]):
            found.where = [slot for slot in slots[at + 1 : end] if slot.role == "place"]
            return [*slots[:at], *slots[end:]]
    return slots


def _without_spot(slots: list[Slot], found: Segment) -> list[Slot]:
    """The slots without the words for where somebody did what is counted: 海关|在旅检渠道|查获象牙制品."""
    for at in range(len(slots) - 2):
        if slots[at].word != "在" or slots[at].role != "conj":
            continue
        end = at + 1
        while end < len(slots) and slots[end].role in ("gap", "place") and end - at <= _SPOT_PARTS:
            end += 1
        done = end
        while done < len(slots) and slots[done].role in ("adverb", "time"):
            done += 1
        spot = "".join(slot.word for slot in slots[at + 1 : end]).strip()
        acted = done < len(slots) and slots[done].role == "verb" and slots[done].word not in BARE
        if acted and 1 < len(spot) <= _SPOT_LONGEST and not spot.endswith("中") and not _belongs(slots[done + 1 :]):
            found.scope = _WITHIN.sub("", spot)
            found.where = found.where or [slot for slot in slots[at + 1 : end] if slot.role == "place"]
            return [*slots[:at], *slots[end:]]
    return slots


def _belongs(slots: list[Slot]) -> bool:
    """Whether what stands behind a verb makes it part of the words for the spot, or of a name: 在后续调查中."""
    return any(slot.word == "的" or slot.word.startswith(_MEANWHILE) for slot in slots)


def _does(slot: Slot) -> bool:
    return slot.role in ("verb", "adverb") or slot.word in _DOING


def _without_per(slots: list[Slot], per: str) -> list[Slot]:
    """The slots without the words for one of what the figure is told for: `每吨` of `柴油价格每吨提高…`."""
    for at in range(len(slots) - 1, max(-1, len(slots) - 6), -1):
        if slots[at].word != "每":
            continue
        rest = slots[at + 1 :]
        at -= bool(at) and slots[at - 1].word in ("向", "对", "给", "为")
        if rest and rest[0].role in ("gap", "up") and rest[0].word.startswith(per[1:]):
            if per == _SHARE and (len(rest) > 1 or rest[0].word.strip() != per[1:]):
                return slots  # 每股收益
            word = rest[0].word[len(per) - 1 :]
            left = [replace(rest[0], word=word, start=rest[0].end - len(word))] if word else []
            return [*slots[:at], *left, *rest[1:]]
    return slots


def _name(slots: list[Slot], found: Segment) -> None:
    """Find subject, verb and object in what is left, and the words that name the measure."""
    found.target = bool(slots) and slots[-1].role == "conj" and slots[-1].word in ("对", "向", "为", "给")
    if found.moved:
        lead(slots, found.places)
        found.words = found.subject = found.moved
        return
    slots = _reckoned(slots) if found.relation == "change" else slots
    end = len(slots)
    while end and slots[end - 1].role in ("link", "to", "from", "than"):
        end -= 1
    body = phrase.body(slots, found.places, end)
    if found.plan:
        body = _forecast(body)
    if found.relation == "change" and body and body[-1].word in _YEARLY:
        body = body[:-1]
    if found.relation in ("change", "level") or found.former:
        body = _disposed(body)
    if body and body[-1].word.endswith("后") and _AFTERWARDS.match("".join(slot.word for slot in body[-_NEAR:])):
        body = []
    body = _without_way(_without_cause(_last_done(body), found.relation))
    while body and body[-1].role == "conj" and body[-1].word in _BY:
        body, found.given = body[:-1], True
    if body and body[-1].role == "gap" and _SIDES.search(tail := body[-1].word[-_SIDES_LONGEST:]):
        word = body[-1].word[:-_SIDES_LONGEST] + _SIDES.sub("", tail)
        body = [*body[:-1], replace(body[-1], word=word)]
    words = words_of(body)
    for aside in (_OUT_OF_CASE, _TOGETHER, _PRETEXT, _WITH_TIME):
        words = aside.sub("", words)
    found.words = trimmed(tidy(words.removesuffix("损失")) if found.lost else words)
    if aim := _AIM.search(found.words):
        found.plan, found.words = True, found.words[: aim.start()]
    found.words = _INFLUENCED.sub("", found.words)
    if not _OFFICES.isdisjoint(found.words[:12]):
        found.words = _AGENT_ACTS.sub("", found.words)  # 公安机关立刑事案件
    if found.gained and found.words and not (found.per or found.gained in found.words or "均" in found.words):
        found.words += found.gained
    if found.distributed:
        found.items = coordinated(body) or paired(found.words)
    if found.relation == "direct" or found.having:
        found.acting = _acting(body)
    if found.relation in ("change", "level"):
        found.words = _FINISHED.sub("", found.words)
    if found.relation == "change":
        found.words = _MOVED_BY.sub("", found.words)
    if _expects(found):
        found.plan, found.words = True, ""
        return
    if found.relation == "change" and found.words in ("年", "月", "日", "周", "季", "吨"):
        found.words = ""
    if found.words in _CHANGE_NOUNS or found.words in ("增长", "正增长", "下降"):
        if found.relation == "level":  # 跌幅收窄至5%, 涨幅收窄至5%: the noun tells the sign
            found.direction = "down" if found.words[0] in "降跌减下" else ""
        if found.words.startswith(_COMPARED):
            found.comparison = found.comparison or found.words[: len("同比")]  # 同比增速由1.4%加快至9.7%
        found.noun, found.words = True, ""
        return
    verb_at = next((i for i, s in enumerate(body) if s.role in _VERBAL), -1)
    if verb_at >= 0 and body[verb_at].word in _MEANS:
        done = next((i for i in range(verb_at + 2, len(body)) if body[i].role == "verb"), verb_at)
        body = body[:verb_at] + body[done:]
        found.words = words_of(body) if done > verb_at else found.words
    if 0 <= verb_at < len(body) - 1 and (body[verb_at + 1].word[:1] == "率" or body[verb_at + 1].word in _COUNTS):
        verb_at = -1  # 办结率, 受理数
    if verb_at > 0 and (negation := _NEGATION.search(body[verb_at - 1].word)):
        body, verb_at = _negated(body, verb_at, negation), verb_at - (negation.start() == 0)  # 不|批准逮捕551人
        found.words = words_of(body)
    last_noun = 0 < verb_at == len(body) - 1 and body[verb_at].word not in BARE
    if last_noun and body[verb_at].word in _FINING and is_authority(words_of(body[:verb_at])):
        last_noun = False  # 被市场监管局罚款: what the office does
    if verb_at > 0 and (last_noun or found.relation != "direct") and not _adverb_before(body, verb_at):
        verb_at = -1  # a noun: 涉黑组织, 死亡人数
    if verb_at < 0:
        found.subject = found.words
        return
    if verb_at and _is_for_somebody(slots, body):
        body, verb_at = body[verb_at:], 0  # 为群众办理业务
        found.words = words_of(body)
    governing = _governing(body, verb_at) if found.relation == "direct" else verb_at
    if governing != verb_at:
        body, verb_at = body[governing:], 0
        found.words = words_of(body)
    acting = body[:verb_at]
    if len(acting) > 1 and acting[-1].word == "连续":
        acting = acting[:-1]
    before = _of_clause(words_of(_without_basis(acting))).removesuffix("有机会")
    before = "" if _OVER_DAYS.fullmatch(before) else before
    found.led_by_verb = verb_at == 0
    found.subject, found.verb = before, body[verb_at].word
    rest = body[verb_at + 1 :]
    found.object = "" if all(slot.role in ("place", "adverb", "time") for slot in rest) else words_of(rest)
    if found.object in _RESULTS:
        found.verb, found.object = found.verb + found.object, ""
    authority = is_authority(before) or size(before) > _LONG_SUBJECT
    if authority or _adverb_before(body, verb_at):
        verb = "" if found.verb in BARE and found.object and not found.whole_named else found.verb
        found.words = tidy(("" if authority else before) + verb + found.object)


def _negated(body: list[Slot], at: int, negation: re.Match[str]) -> list[Slot]:
    """The slots with the verb at `at` and the negation at the end of what stands before it as one verb."""
    first, verb = body[at - 1], body[at]
    start = first.end - len(negation[0])
    kept = [replace(first, end=start, word=first.word[: negation.start()])] if negation.start() else []
    return [*body[: at - 1], *kept, replace(verb, start=start, word=negation[0] + verb.word), *body[at + 1 :]]


def _acting(body: list[Slot]) -> str:
    """What is done to the things counted, with who does it where that is short: 欧盟向乌克兰交付, 犬伤门诊接诊.

    A relative clause before the figure counts as well (甲社区走访的); the names of those counted (甲、乙两款…) do not.
    """
    if not body or body[-1].role not in ("gap", "verb", "adverb", "conj") or body[-1].word in _LISTING:
        return ""
    if body[-1].role == "conj" and body[-1].word != "的":
        return ""
    comma = max((at for at, slot in enumerate(body) if slot.word == "、"), default=-1)
    if comma >= 0 and not any(slot.role == "verb" or slot.word == "的" for slot in body[comma:]):
        return ""
    body = body[-_NEAR:]
    words = _AGENT.sub("", words_of(body))
    at = 0
    while size(words) > _SHORT:
        at = next((i for i in range(at, len(body) - 1) if body[i].role == "adverb" or body[i].word in _BREAKS), -1) + 1
        if not at:
            return ""
        words = words_of(body[at:])
    return words + "的" if words and body[-1].word == "的" else words


def _expects(found: Segment) -> bool:
    """Whether the words say no more than that somebody expects: of what is told elsewhere."""
    if found.words in relation.PLANS:
        return found.words != "预算"
    return bool(_EXPECTED.match(found.words) or (found.plan and _FORECASTER.fullmatch(found.words)))


def _forecast(body: list[Slot]) -> list[Slot]:
    """What is forecast, of `分析师预计油价`: the words behind the forecast of somebody who only makes it."""
    at = next((i for i in range(len(body) - 1, 0, -1) if body[i].word in _FORECASTS), 0)
    rest = body[at + 1 :]
    return rest if at and rest and _FORECASTER.search(words_of(body[:at])) else body


def _without_cause(body: list[Slot], relation: str) -> list[Slot]:
    """The subject of `产量因停电而下降`, and of `商户因缺斤短两被罚款` with its verb, without the reason between."""
    for at in range(1, len(body)):
        if body[at].role != "conj" or body[at].word not in _CAUSES or len(words_of(body[:at])) < 2:
            continue
        if relation in ("change", "level"):
            return body if attributes.names_attribute(words_of(body[at:])) else body[:at]
        verb = max((i for i in range(at + 1, len(body)) if body[i].role == "verb"), default=0)
        return [*body[:at], *body[verb:]] if verb else body
    return body


def _without_way(body: list[Slot]) -> list[Slot]:
    """What is done in all, without the way before it: 法院|通过集中宣判|共追赃挽损."""
    if body and body[0].word == "通过" and (verb := next((i for i, s in enumerate(body) if s.role == "verb"), 0)):
        return body[verb:]  # 通过举报电话和小程序|受理群众举报156件
    way = next((at for at in range(1, len(body)) if body[at].role == "conj" and body[at].word == "通过"), len(body))
    done = next((at for at in range(way + 2, len(body) - 1) if body[at].word in _SUMMED), 0)
    return [*body[:way], *body[done:]] if done else body


def _last_done(body: list[Slot]) -> list[Slot]:
    """The last of several things done, each with 了: of `制作了短片、印制了海报` the second."""
    if len(body) < _TWO_DONE:
        return body
    comma = max((at for at, slot in enumerate(body) if slot.word == "、"), default=0)
    done = [at for at, slot in enumerate(body) if slot.word == "了" and at and len(body[at - 1].word) > 1]
    return body[comma + 1 :] if comma and len(done) > 1 and done[-2] < comma < done[-1] else body


def _reckoned(slots: list[Slot]) -> list[Slot]:
    """The words before or behind those that say in what it is reckoned: 按美元计算|下降2.4%."""
    start = next((at for at, slot in enumerate(slots) if slot.word in ("以", "按", "按照")), -1)
    if start < 0:
        return slots
    last = next((at for at in range(start + 2, min(len(slots), start + 5)) if slots[at].word in _RECKONING), -1)
    return slots[:start] + slots[last + 1 :] if last > 0 else slots


def _disposed(body: list[Slot]) -> list[Slot]:
    """What is made to rise or fall, of `央行将存款利率上调…`: the words behind 将, 把 or 使."""
    for at in range(len(body) - 1, -1, -1):
        if body[at].word in _CAUSING and at + 1 < len(body):
            rest = body[at + 1 :]
            while rest and (rest[0].word in ("其", "该") or rest[0].role == "time"):
                rest = rest[1:]
            named = rest and (rest[0].role in ("gap", "place", "change_noun") or rest[-1].word in _FORECAST)
            if named and len(words_of(rest)) >= 2:
                return rest
    return body


def _is_for_somebody(slots: list[Slot], body: list[Slot]) -> bool:
    """Whether 为, 向 or 给 stands right before the body, which then begins with those for whom something is done."""
    at = next((i for i, slot in enumerate(slots) if slot is body[0]), 0)
    return at > 0 and slots[at - 1].word in _TOWARDS


def _governing(body: list[Slot], first: int) -> int:
    """The verb that the figure's noun depends on: a later one than the first, behind 为, 向 or 给 somebody, or 共."""
    summed = next((at for at in range(len(body) - 2, first + 1, -1) if body[at - 1].word in _SUMMED), 0)
    if summed and body[summed].role == "verb":
        return summed
    towards = next((at for at in range(len(body) - 2, first + 1, -1) if body[at].word in _TOWARDS), 0)
    return (
        next((at for at in range(towards + 1, len(body) - 1) if body[at].role == "verb"), first) if towards else first
    )


def _without_basis(body: list[Slot]) -> list[Slot]:
    """The subject without that on which it acts: 法院依据线索."""
    at = next((i for i, slot in enumerate(body) if slot.role == "conj" and slot.word in _BASES), len(body))
    return body[:at] if at else body


def _of_clause(subject: str) -> str:
    """The noun that a relative clause describes: `某局开设的信箱` is the 信箱."""
    _, of, noun = subject.rpartition("的")
    return noun if of and len(noun) >= 2 else subject


def _adverb_before(body: list[Slot], at: int) -> bool:
    return at > 0 and body[at - 1].role == "adverb"
