"""Topics: what the clauses without figures speak of, read only when a figure leaves its measure out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.zh import attributes, preceding
from claims.zh.measure import is_authority
from claims.zh.slots import Slot

_VIEWED = re.compile(r"[从就分按](.{2,12}?)(?:来看|看|上看|而言)$")
# 从地域分布看, 从年龄看: how a number is parted, not what is counted.
_ASPECT = re.compile(
    "(?:分布|年龄段?|性别|学历|结构|类型|类别|时段|时间|地域|区域|地区|行业|渠道|方式|特点|构成|走势|趋势|环节|进度|罪名"
    "|案由|病种|地市|县市|区县|县区|设区市|各[地市县区]|城市|省份|领域|品类|品种|来源|级别|层级|城乡)$"
)
# 降得最快的是盗窃案, 让人放心不下的是电信网络诈骗: what the next sentence tells of.
_NAMES = re.compile(
    r".*[一-鿿]{2,}的(?:却|则|还|仍|依然|仍然|当|就|首先)?(?:是|属于|要数|当属|莫过于)(?:“?(?P<of>[^“”《》,。;的]{2,12})”?|(?P<work>《[^《》]{1,16}》))"
)
_SALIENT = re.compile(
    "(?P<of>[^“”]{2,12}?)(?:最为?|较为?|更为?|尤为|十分|非常)(?:突出|明显|集中|常见|严重|普遍|高发|显著)"
)
_LIKE_HIM = re.compile("像[^的]{1,8}?(?:这样|那样|一样)的(?P<of>[一-鿿]{2,8})")  # 像他这样的社区民警,全市有1168名
_PREDICATE = re.compile("[在为了着过把被将]|因为|由于|如何|怎么|什么")
_RANKING = re.compile(r"第[一二三四五六七八九十0-9]+|位居|位列|排名|榜首|居首|领跑|坐稳|名列")
_MEASURES = ("量", "额", "数", "率", "值", "积", "度", "费", "损失")
# 增速最快的却是“演出票务”,由86件增至402件
_FOREMOST = re.compile(
    r".*?(?P<by>[\u4e00-\u9fff]{0,6})最[^,。;]{1,6}的(?:却|则|还|仍|依然|当|就)?[是属数]于?[“《]?(?P<of>[^“”《》,。;]{2,16})[”》]?"
)
_RANKED = re.compile(r"(.{2,12}?)(?:位居|居|位列|列|排名|排在)(?:第|首|榜|前)")  # 累计雨量居首位的是某镇,为187毫米
_HEADING = frozenset(("原标题", "正文", "标题", "导读", "摘要", "供图", "资料图"))
_BASIS = re.compile(r"^按?(?:可比|不变|同口径|现价)|^(?:如果|若|如)?按照?.{1,10}(?:计算|统计|折算|衡量)$")
_FRAMES = frozenset(
    (
        "在", "按", "按照", "根据", "经", "随着", "为了", "为", "由于", "因", "因为", "除", "除了", "通过", "针对",
        "以", "以来", "从",
    )
)  # fmt: skip
# 增势放缓, 走势呈“V”形: how it went, not what was counted.
_TREND = re.compile(
    "(?:结束|扭转|终结|打破|延续)了?|(?:[总整]体)?(?:增势|走势|涨势|跌势|势头|态势|步伐|节奏|曲线)(?:[^率额值量]*)$"
)
_STAYING = re.compile(
    r"(?<=..)(?:依旧|依然|仍然|仍旧?|持续|一直|长期|还)?(?:居高不下|高位运行|不容(?:忽视|乐观|小觑)"
    r"|(?:深陷|处于|处在|陷于|在)(?:负|低|高)?(?:值|位)?(?:区间|低谷|谷底|低位|高位|调整|筑底)(?:之?中)?)$"
)  # 占比|依旧居高不下
_CRIME = re.compile("的(?P<of>[一-鿿]{2,14}罪)$")  # 几年前还很少见的|帮助信息网络犯罪活动罪
_UNEVEN = ("不均", "不一", "各异", "有别", "分化明显")  # 县区之间冷热不均
_REASONS = frozenset(("因", "因为", "由于"))
_CAUSES = ("受", "得益于", "受益于", "进入", "步入", "经过", "历经")
_CAUSED = re.compile(
    "(?:影响|带动|拉动|推动|驱动|提振|拖累|冲击|支撑|刺激|利好|制约|[之以]?后|期间|以来)$"
)  # 受备货带动
_OVERCOME = re.compile("克服.*(?:因素|困难|影响|挑战|压力|冲击|不足|波动)$")
_COMPARING = frozenset(("相比", "相较", "比起", "较之", "相比于", "相较于", "对比"))
_CAUSE = re.compile(r"(?<=...)(?:因(?![此素而子])|由于)")
_ACTING_AS = re.compile(r"(.{2,12}?)作为.{4,}")  # 李某作为公司负责人对此负责
_LINKS = frozenset(
    ("达到", "恢复至", "恢复到", "回到", "是", "为", "成为", "集中在", "位于", "介于", "稳定在", "保持在", "维持在")
)
_DATELINES = ("消息", "报道", "讯", "新闻电", "网电", "社电")
_MOVING = frozenset(("上调", "下调", "调高", "调低", "提高", "降低"))
_LONGEST = 48


@dataclass(frozen=True, slots=True)
class Topic:
    """What a clause speaks of; `moves` if it says that this rose or fell; `clause` its number in the document."""

    words: str
    moves: bool
    clause: int


@dataclass(slots=True)
class Clauses:
    """The clauses without figures of a sentence so far, each read at most once."""

    plain: list[tuple[int, list[Slot]]]
    read: dict[int, Topic | None]

    def last(self) -> Topic | None:
        """The topic of the nearest clause that has one."""
        return next((topic for topic in map(self._topic, range(len(self.plain) - 1, -1, -1)) if topic), None)

    def first(self, since: int) -> Topic | None:
        """The topic of the first clause, from number `since` on, that has one."""
        indices = (i for i, (clause, _) in enumerate(self.plain) if clause >= since)
        return next((topic for topic in map(self._topic, indices) if topic), None)

    def _topic(self, index: int) -> Topic | None:
        if index not in self.read:
            self.read[index] = topic_of(self.plain[index][1], self.plain[index][0])
        return self.read[index]


def views(words: str) -> bool:
    """Whether a clause only says how a number is parted: 从区域看, 分行业看."""
    viewed = _VIEWED.match(words)
    return viewed is not None and (words[0] == "分" or _ASPECT.search(viewed[1]) is not None)


def topic_of(slots: list[Slot], clause: int) -> Topic | None:
    """The topic of a clause without figures, or None: frames (随着…), rankings and acting authorities name none."""
    words = "".join(slot.word for slot in slots)
    viewed = _VIEWED.match(words)
    if views(words):
        return None
    if viewed:
        return Topic(viewed.group(1), False, clause)
    if (foremost := _FOREMOST.fullmatch(words)) is not None:
        of = foremost["by"] if foremost["by"].endswith(_MEASURES) else ""
        return Topic(foremost["of"] + of, False, clause)  # 雨量最大的是某镇,达187毫米
    if (alike := _LIKE_HIM.fullmatch(words)) is not None:
        return Topic(alike["of"], False, clause)
    if (salient := _SALIENT.fullmatch(words)) is not None:
        return Topic(salient["of"], False, clause)  # 性侵害犯罪最为突出,起诉132人
    if words.endswith(_UNEVEN):
        return None
    if _TREND.match("".join(slot.word for slot in slots if slot.role != "place").lstrip("、和")):
        return None
    if (crime := _CRIME.search(words)) is not None:
        return Topic(crime["of"], False, clause)
    if name := named(slots):
        return Topic(name, False, clause)
    if len(slots) > 1 and slots[0].role == "place" and slots[1].word in _REASONS:
        return None  # 于洪区因新开楼盘多,不降反升2.6%
    if is_frame(slots) or _BASIS.match(words) or words.endswith(_DATELINES):
        return None
    link = next((at for at, slot in enumerate(slots) if slot.word in _LINKS), 0)
    found = preceding.read(slots[:link] if link else slots)
    moves = any(slot.role in ("up", "down") for slot in slots)
    if moves and found.verb in _MOVING and len(found.object) > 2:
        topic = found.object  # 央行还下调了存款利率: what it moves
    elif moves:
        topic = "" if found.led_by_verb else found.subject or found.words
    elif (
        found.verb
        and found.object
        and (not found.subject or is_authority(found.subject))
        and not attributes.is_bare(found.object)  # 报名人数
    ):
        topic = found.object
    else:
        topic = found.subject or found.words
    topic = _STAYING.sub("", _CAUSE.split(topic, maxsplit=1)[0])
    topic = attributes.leading(topic)
    if (acting := _ACTING_AS.match(topic)) is not None:
        topic = acting[1]
    if (ranked := _RANKED.match(topic)) is not None and (
        attributes.names_attribute(ranked[1]) or ranked[1].endswith(_MEASURES)
    ):
        topic = ranked[1]
    if not 2 <= len(topic) <= _LONGEST or is_authority(topic) or topic in _HEADING or _RANKING.search(topic):
        return None
    return Topic(topic, moves, clause)


def named(slots: list[Slot]) -> str:
    """What a clause brings to the fore, of which the next ones tell: 降得最快的是盗窃案; else empty."""
    match = _NAMES.fullmatch("".join(slot.word for slot in slots))
    if match is None or match["work"]:
        return match["work"] if match is not None else ""
    return "" if _PREDICATE.search(match["of"]) else match["of"]


def _compares(slots: list[Slot]) -> bool:
    """Whether a clause only says with what is compared: 相比…, 与…相比."""
    if slots[0].role == "than":
        return slots[-1].role == "cmp" or slots[-1].word in _COMPARING
    return slots[0].word in _COMPARING


def is_frame(slots: list[Slot]) -> bool:
    """Whether a clause only frames what follows: 随着…, 按…计算, 在…后, 相比…."""
    words = "".join(slot.word for slot in slots)
    if (slots[0].word.startswith(_CAUSES) and _CAUSED.search(words)) or _OVERCOME.search(words):
        return True
    framing = slots[0].role in ("conj", "from", "link") and slots[0].word in _FRAMES
    return len(slots) > 2 and (framing or _compares(slots))
