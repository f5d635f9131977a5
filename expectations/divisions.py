"""Lists that a sentence opens by what it divides by, 按环节划分，…, with the figure before them that they divide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from claims.claim import Claim
from expectations.blocks import Block
from expectations.completeness import closes
from expectations.numerals import whole
from expectations.same import differ, is_level, is_result, is_time, is_worded
from expectations.sums import Split
from expectations.wholes import AT_HEAD
from expectations.words import after, before, between, grams, lead, offset

OPENING = re.compile(
    r"^\W*(?:按|从|分)(?P<by>[^，,。；;\d]{1,12}?)(?:划分|来?看|区分|统计|分布|构成|分)(?:来?看)?[，,：:](?P<of>[^，,。；;\d]{0,12})"
)
# 拆开看，公路…，铁路…: as the one before it divides
APART = re.compile(
    r"^\W*(?P<by>(?:拆[开解]|分[开项]|逐项|具体)来?看|细细一[分算]|细算(?:下来)?|掰开来?[看算]|细分(?:下来)?)[，,：:](?P<of>[^，,。；;\d]{0,12})"
)
# …186000人，按身份划分（每人只归一类），党员志愿者…
WITHIN = re.compile(
    r"[，,；;](?:按|分|从)(?P<by>[^，,。；;\d]{1,8}?)(?:划分|区分|分|来?看)(?:[（(][^（()）\d]{1,16}[）)])?[，,：:](?P<of>[^，,。；;\d]{0,12})"
)
# 受理案件18460件，分为民商事、执行、刑事和行政四大类
KINDS = re.compile(
    "[^，,。；;\\d]{0,6}[，,]?(?:共?分为|分成|包括|由)(?P<names>[一-鿿]{2,8}(?:、[一-鿿]{2,8})+[和与及][一-鿿]{2,8}?)"
    "(?P<many>[三四五六七八])(?:个)?(?:大)?(?:类|种|部分|块|项)"
)
DONE = re.compile("[审办执]结|结案|完成|[新净][增设]|增加|减少|查[处办]|移送")  # another deed than the total's
OPEN = re.compile("等(?!其他|其它|其余)|其中|主要|约|左右|以上|超过|包括|居前|前[两二三四五六七八九十]|较多|最多")
MADE_UP = re.compile("(?:构成|组成|结构)(?:来?看)?[，,：:]")  # 从挽回损失的构成看，商品类…，服务类…
ITEMS = range(3, 13)
PAIRS = range(2, 13)
STEPS = 2  # clauses from an item to the next, a share of its own between
ONE_TIME = re.compile("当月|单月|当日|单日|当季|单季|合计|小计|总计")  # 一季度588亿元，…；9月当月226.8亿元
MOST = re.compile("最[高大多低小少]|其中|单笔|单个|仅|例如")
LEAST = 30  # below it a sum meets some figure or other
AIM = re.compile("目标|计划|任务|指标")  # 完成年度目标2.6万人的110%
SCALE = re.compile("[^万亿]")
FAR = 60  # clauses


def divisions(block: Block) -> Iterator[Split]:
    """Each such list that runs through its sentence, with the one figure that it makes up, or misses by a slip."""
    levels = list(filter(_is_level, block.claims))
    for sentence in block.sentences:
        opening = OPENING.match(sentence.text) or APART.match(sentence.text) or WITHIN.search(sentence.text)
        if opening is None or OPEN.search(sentence.text, opening.start()):
            continue
        row = [one for one in sentence.claims if is_level(one) and is_result(one) and not is_time(one)]
        row = [one for one in row if offset(one) >= opening.end("by")]
        row = list(takewhile(lambda one: ONE_TIME.search(lead(one)) is None, row))
        made_up = MADE_UP.search(opening[0])
        row = row[:2] if made_up and len(row) > 1 and _ends_list(row) else row
        scaled = _scaled_apart(row)
        if len(row) not in (PAIRS if made_up or scaled else ITEMS) or not _is_list(row):
            continue
        said = grams(sentence.text[opening.end("by") :]) if made_up is None else grams(opening["by"])
        before_it = [one for one in levels if one.start < row[0].start and one.document == row[0].document]
        before_it = [one for one in before_it if not one.former and one.kind != "rate"]
        totals = [one for one in levels if _may_be_divided(one, row, opening.start() > 0)]
        few = len(row) == 2 and not _scaled_apart(row)  # such a total words must name well
        totals = [one for one in totals if (one is before_it[-1] and not few) or len(said & grams(one.measure)) > few]
        sum_of = sum(one.value for one in row)
        equal = [one for one in totals if one.value == sum_of]
        missed = [one for one in totals if closes(one, tuple(row))]
        for total in equal[-1:] or (missed[-1:] if len({one.value for one in missed}) == 1 else []):
            yield Split(total, tuple(row), True, True)


def among_named(block: Block) -> Iterator[Split]:
    """Lists opened by the name of a total told before, which they make up or miss by a slip: 吞吐量中，甲港…，乙港…."""
    for sentence in block.sentences:
        opening = AT_HEAD.match(sentence.text)
        if opening is None or OPEN.search(sentence.text[opening.end() :].partition("；")[0]):
            continue
        end = sentence.text.find("；")
        row = [one for one in sentence.claims if _is_level(one) and (end < 0 or offset(one) < end)]
        if len(row) not in ITEMS or not _is_list(row):
            continue
        named = [
            one
            for one in filter(_is_level, block.claims)
            if one.measure.endswith(opening["of"]) and _may_be_divided(one, row, False)
        ]
        if len({one.value for one in named}) == 1 and closes(named[-1], tuple(row)):
            yield Split(named[-1], tuple(row), True, True)


def _is_level(one: Claim) -> bool:
    return is_level(one) and is_result(one) and is_worded(one) and not is_time(one)


def kinds(block: Block) -> Iterator[Split]:
    """What divides into kinds that words name and count, with the first figure of each: 分为甲、乙和丙三类."""
    levels = list(filter(_is_level, block.claims))
    for total in levels:
        said = KINDS.match(after(total, 60).removeprefix(total.unit)) if not total.hedge and not total.former else None
        if said is None:
            continue
        names = re.split("[、和与及]", said["names"])
        behind = [one for one in levels if one.start > total.start and one.document == total.document]
        behind = [one for one in behind if one.unit == total.unit and one.kind == total.kind and not one.former]
        behind = [one for one in behind if not DONE.search(one.measure) or DONE.search(total.measure)]
        parts = [next((one for one in behind if one.measure.startswith(name)), None) for name in names]
        row = tuple(one for one in parts if one is not None and not one.hedge)
        if len(row) == len(names) == whole(said["many"]) and not any(differ(one.period, total.period) for one in row):
            yield Split(total, row, True, True)


def _scaled_apart(row: Sequence[Claim]) -> bool:
    """Whether two amounts are told one in 亿 and one in 万, with as many decimals: 专利18.52亿元，商标10.82万元."""
    if len(row) != 2 or row[0].kind != "amount":
        return False
    scales = {SCALE.sub("", one.text) for one in row}
    decimals = {len(one.text.partition(".")[2].rstrip("万亿元")) for one in row}
    return scales == {"万", "亿"} and len(decimals) == 1 and 0 not in decimals


def _ends_list(row: Sequence[Claim]) -> bool:
    """Whether a list ends with its second item, as no third one follows in words as short: 单笔最高的一起是…."""
    return len(row) == 2 or MOST.search(between(row[1], row[2])) is not None


def _is_list(row: Sequence[Claim]) -> bool:
    """Whether figures of one unit follow one another through the sentence, each under words of its own."""
    if len({(one.unit, one.kind) for one in row}) > 1 or any(one.hedge or one.former for one in row):
        return False
    steps = all(0 <= then.clause - one.clause <= STEPS and between(one, then).strip() for one, then in pairwise(row))
    behind = MOST.split(after(row[-1]))[0]
    return steps and re.search(r"\d[\d.,]*[万亿]?" + re.escape(row[0].unit), behind) is None


def _may_be_divided(one: Claim, row: Sequence[Claim], beside: bool) -> bool:
    """Whether a figure can be of what a list divides: of an earlier sentence, or `beside` it in its own."""
    first = row[0]
    alike = one.unit == first.unit and one.kind == first.kind and one.document == first.document
    near = one.start < first.start and first.clause - one.clause <= FAR
    near = near and (one.sentence_start == first.sentence_start) == beside
    whole = one.value >= LEAST and sum(item.value >= one.value for item in row) < 2 and not one.hedge and not one.former
    return (
        alike
        and near
        and whole
        and not differ(one.period, first.period)
        and "其中" not in before(one, 8)
        and AIM.search(lead(one)) is None
    )
