"""The whole that a share is taken of: found by the words that name it, or agreed on by several shares."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from claims import period as periods
from claims.claim import Claim
from expectations.areas import within_place
from expectations.same import differ, dimension
from expectations.tenths import ROUND
from expectations.words import after, before, between, grams, lead, likeness

TOTAL = re.compile("总|全")  # 占总流量, 占全校学生: of all that is named so
SHORTEST = 2  # characters of a name that says less than one which ends in it
SHORT, LONG = 4, 8  # characters that a measure may have before the words for the whole
FAR = 24  # so many earlier levels are tried as a whole

SPEED = re.compile("[时车航流]速")  # 设计时速350公里: no length
DONE_IN_ALL = re.compile("总[数量额]$")
OBJECT = 10  # characters of what was done something to
NEAR = 3  # clauses
SHARE_WORDS = re.compile(r"占|份额|比重|比例")
PARENTHESIS = re.compile(r"^[\s一-鿿]{0,4}[（(]\s*(?:占|约|约占|占比)?\s*$")
OUT_OF = re.compile(r"中(?![医学国央型小期心部年级标介铁建石信银行间西东南北华式药餐等高专考职])|里")
# 在已落实去向的学生中，…; 其中，医院床位中，…: the group with which a sentence begins.
AT_HEAD = re.compile(r"\W*(?:其中，?)?在?(?P<of>[^，,；;。、\d]{2,24}?)(?:当中|之中|中|里)[，,]")
DESCRIBED = re.compile("(?:^|[，,；;。])(?P<verb>[一-鿿])(?P<of>[一-鿿]{1,6})的[一-鿿]{0,4}$")
TARGET = re.compile(r"^[^，,；;。占]{0,6}的\s*(?:近|约|超|逾)?\s*$")
RECKONED = re.compile(r"[，,]?(?:计|即|合计|折合|约合|约为|就?是|为)[\d约]")  # 3600元的0.6%，计21.6元: the part follows
# Words of a whole that only say that it is one.
ALL = re.compile(
    r"^(?:全[市省国区县州疆校行]|我[国市省]|本[市省行]|同期|当期|当年|公司|集团|口岸|总|全部|所有|整个|整体)+|(?:总[值额量数和]|总计|合计|(?<=..)数量)$"
)
EVERY = re.compile("总?[体数量额值和计]?|全[体部村校班院厂镇乡]?|总人|整体|总资产|合计|数量|[人户]数|人口")
# 占总户数的九成, 占全村八成: of all that the same unit counts, as told before.
OF_ALL = re.compile("(?:占到?|达到?)(?:了)?(?:总[户人]数|全[村校班院厂镇乡]|全体[^，,。；;]{0,4})")
SYNONYMS = (
    (re.compile("(?<=[吐电运售产])总量"), "量"),
    (re.compile("总?(?:营收|(?:营业|主营)收入|总收入)$"), "收入"),
    (re.compile("(?:职工|雇员)$"), "员工"),
)
AGO = re.compile(
    "(?<![比较])(?:去年|上年|前年|上一?(?:报告期|季度|财年|财季|届|期))(?![^，,。；;]{0,8}(?:增|减|升|降|相比|提高))"
)
REDUCED = re.compile("(?:扣除|剔除|抵[销消]|核[减实]|去重|合并)[^，,。；;]{0,16}后")  # 9.8亿元,扣除内部销售后为9.2亿元
MEETING = re.compile("有表决权|出席|应到|实到|总人数|总户数|共")


def wholes(part: Claim, levels: list[Claim]) -> Iterator[Claim]:
    """Levels at least as large as the part, of its dimension, that could be its whole, nearest first."""
    return (whole for whole in earlier(part, levels) if whole.value >= part.value)


def earlier(part: Claim, levels: list[Claim], share: Claim | None = None) -> Iterator[Claim]:
    """The levels of the part's dimension before it, nearest first; `levels` are in the order of one text.

    Where the share stands in a later sentence than its part, the levels before the share.
    """
    apart = share is not None and share.sentence_start > part.sentence_start
    end = share.start if share is not None and apart else part.start
    at = bisect_left(levels, end, key=lambda claim: claim.start)
    for claim in reversed(levels[max(0, at - FAR) : at]):
        again = claim.value == part.value and claim.unit == part.unit
        other = claim is part or again or claim.former or SPEED.search(lead(claim)) is not None
        if not other and dimension(claim) == dimension(part):
            yield claim


def stated(share: Claim, part: Claim, whole: Claim) -> tuple[bool, tuple[str, ...]]:
    """Whether the words make this the whole of the share, and what had to be inferred."""
    if differ(part.period, whole.period) and not periods.same(part.period, whole.period):
        return False, ()
    if whole.start < part.start and REDUCED.search(between(whole, part)):
        return False, ()
    tied, belongs = _tied(part, share), _belongs(part, share)
    if _of_another(share, whole) or _of_another_time(part, whole):
        return False, ()
    if part.part_of == whole.claim_id and tied:
        return True, ()
    words = between(whole, part)
    out_of = whole.sentence_start == part.sentence_start and OUT_OF.search(words[:12]) is not None and "；" not in words
    bare = share.dimension == ROUND or re.search("[面率]$", share.measure)  # 1860户中,806户装了光伏,超过一半
    if out_of and _of_other_group(part, whole):
        return False, ()
    if out_of and (tied or (share.clause - part.clause <= 1 and bare)):
        return True, ()
    if differ(part.place, whole.place) and not within_place(part.place, whole.place):
        return False, ()
    if tied and not share.whole and whole.unit == part.unit and _of_group(part, whole):
        return True, ("measure",)
    if share.whole_key and belongs and share.whole_key == whole.measure_key:
        return True, ("measure",) if "measure" in whole.inferred else ()
    if share.whole and (belongs or _beside(whole, share)) and named(share.whole, whole):
        return True, ("measure",)
    if belongs and OF_ALL.search(before(share, 16)) and whole.unit == part.unit and part.clause - whole.clause <= NEAR:
        return whole.value >= part.value and "其中" not in before(whole, 8), ("measure",)
    votes = share.measure.endswith(("人数", "户数", "人数比例")) and MEETING.search(whole.measure) is not None
    return votes and "比" in before(share, 6) and whole.unit == part.unit and part.clause - whole.clause <= 3, ()


def _of_other_group(part: Claim, whole: Claim) -> bool:
    """Whether part and whole are described by one verb and two things: 选话剧的131人中…；选编程的女生41人."""
    own, other = (DESCRIBED.search(before(one, 16)) for one in (part, whole))
    return own is not None and other is not None and own["verb"] == other["verb"] and own["of"] != other["of"]


def _of_group(part: Claim, whole: Claim) -> bool:
    """Whether the part's sentence begins with the group that the whole counts: 在已落实去向的学生中，留在省内的….

    The group is named by most pairs of characters of the whole's measure, or by two.
    """
    group = AT_HEAD.match(part.sentence)
    if group is None or whole.sentence_start == part.sentence_start:
        return False
    own = grams(whole.measure)
    shared = len(own & grams(group["of"]))
    return shared > 1 or 2 * shared >= len(own) > 1


def _of_another_time(part: Claim, whole: Claim) -> bool:
    """Whether the sentence of a part tells of a year ago, and that of the whole does not: 去年同期出口9万辆,占…."""
    if part.sentence_start == whole.sentence_start or part.period == whole.period != "":
        return False
    told = AGO.search(before(part))
    return told is not None and told[0][:2] not in before(whole)


def _of_another(share: Claim, whole: Claim) -> bool:
    """Whether the words name another whole than this: 占|全市古籍|的37.4% is no share of 图书馆藏书."""
    wanted = core(share.whole)
    return bool(wanted) and EVERY.fullmatch(wanted) is None and not named(share.whole, whole)


def named(words: str, whole: Claim) -> bool:
    """Whether the words of a whole name this measure: 全市进出口总值 and 进出口总值, 总营业收入 and 营收."""
    wanted, measure = core(words), core(whole.measure)
    if not wanted or not measure or ("进出口" in wanted) != ("进出口" in measure):
        return False
    if DONE_IN_ALL.search(words) and measure.startswith(wanted) and len(measure) - len(wanted) <= OBJECT:
        return True  # 占审结总数 of 审结各类案件
    if wanted != measure and wanted.endswith(measure) and len(measure) == SHORTEST:
        return False  # 占择期手术的36% is no share of 手术
    if wanted == measure or (likeness(wanted, measure) >= 0.8 and abs(len(wanted) - len(measure)) <= 2):
        return True
    return (
        measure.endswith(wanted)
        and len(measure) - len(wanted) <= (LONG if TOTAL.match(words) and not whole.group else SHORT)
        and not measure[: -len(wanted)].endswith(("进", "出", "非", "不"))
    )


def core(words: str) -> str:
    """The words of a whole without 全市, 总 and the like, synonyms made one."""
    plain = re.sub(r"[的“”\s\d]", "", words)
    for _ in range(2):
        plain = ALL.sub("", plain) or plain
    for pattern, word in SYNONYMS:
        plain = pattern.sub(word, plain)
    return plain


def _tied(part: Claim, share: Claim) -> bool:
    """Whether the percentage stands right behind the part: in brackets, or as 占…%."""
    words = between(part, share) if part.start < share.start else between(share, part)
    return bool(PARENTHESIS.match(words)) or (SHARE_WORDS.search(words) is not None and len(words) <= 24)


def _belongs(part: Claim, share: Claim) -> bool:
    """Whether the percentage says how much of a whole the part is."""
    words = between(part, share) if part.sentence_start == share.sentence_start else before(share, 30)
    return bool(SHARE_WORDS.search(words or before(share, 16))) and share.clause - part.clause <= 4


def _beside(whole: Claim, share: Claim) -> bool:
    """Whether the whole stands shortly before the percentage of it, whose part was told further off."""
    return 0 <= share.clause - whole.clause <= 3 and SHARE_WORDS.search(before(share, 30)) is not None


def target(part: Claim, whole: Claim, share: Claim) -> bool:
    """Whether the whole stands right before its percentage: 完成全年计划任务35亿元的41.7%."""
    return (
        whole.sentence_start == share.sentence_start
        and TARGET.match(between(whole, share)) is not None
        and part.start < whole.start
        and not RECKONED.match(after(share, 6))
    )
