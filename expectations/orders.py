"""Words of order between two figures of a sentence: 最高, 高于全省…的平均水平, 涨幅比上月的…扩大, 创历史新高."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims import period as periods
from claims.bilingual import Bilingual
from claims.claim import Claim, Mention
from expectations.blocks import Block, Sentence
from expectations.same import PERCENT_KINDS, differ, dimension, is_result, units_fit
from expectations.words import after, before, between, converted, lead

MOST = (
    r"(?P<up>最高|最多|最大|最快|最长|居首位|居首|居第一位|居第一|排名第一|列第一)|(?P<down>最低|最少|最小|最慢|最短)"
)
SAID = r"(?:为|达到|达|有|是|用了|用时)?\s*"
# 城东区收入最高，为 and 用时最短的是第二组，用了: the figure is of what is put first.
FOREMOST = re.compile(rf"(?:{MOST})(?:的(?:是|为)[^，,。；;\d]{{1,10}})?[，,]{SAID}$")
# 城西区为, 第一组用了, 其次是双溪乡: another of them, named and no more.
ANOTHER = re.compile(
    r"\s*(?:而|其次是?)?[一-鿿A-Za-z·]{1,8}(?:则)?(?:为|达到|达|有|是|用了|用时)\s*|\s*(?:其次|再次|第二|第三)[是为]?[一-鿿A-Za-z·]{1,8}"
)
NO_RIVAL = re.compile(
    "最|平均|合计|共|总|去年|上年|同期|全国|全省|全市|历史|目标|标准|其中|比|较|增|降|差|超|约定|上限|下限"
)
ABOVE = re.compile(
    r"[，,]?(?!其中)[^，,。；;\d]{0,4}?(?<!不)(?:(?P<up>高于|快于|多于|大于)|(?P<down>低于|慢于|少于|小于))[^，,。；;\d]{0,14}"
)
BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
MONTHS = re.compile(r"\d{4} ?年(?: ?\d{1,2} ?月)?份?|\d{1,2} ?月份?")
CLOSES = re.compile(r"\s*(?:[，,。；;）)（(]|$)")
LEVEL = re.compile(r"\s*的(?:(?P<growth>平均增速|增速|增幅|涨幅|增长率)|平均水平|平均数|平均值|均值|水平)")
PACE = re.compile(r"[，,](?:同比|环比)?(?:涨幅|增幅|增速|降幅|跌幅)(?:比|较)[^，,。；;\d]{0,8}的?\s*")
TURNED = re.compile(
    r"\s*(?:有所|明显|进一步|略有|小幅)?(?:(?P<up>扩大|加快|提高|提升)|(?P<down>收窄|回落|放缓|缩小))(?![^，,。；;]{0,4}\d)"
)
# 由大到小居前三位的依次是: a list follows, each figure no larger than the one before.
SORTED = re.compile(
    r"(?P<way>[由从](?:(?P<down>[大高多快强]到[小低少慢弱])|[小低少慢弱]到[大高多快强]))[^。；;\d]{0,24}?(?:依次|分别)?[是为：:有]"
)
# 盘中最高达41.25美元，收盘价40.16美元
EXTREME = re.compile(
    "(?<!历史)(?<!年内)(?<!目标)(?<!上市以来)(?:(?P<up>最高)|(?P<down>最低))(?:价|点)?(?:触及|报|至|达到?|见|为|探至|是)?$"
)
QUOTED = re.compile("(?:收盘价?|收报|报收|收于|开盘价?|低开|高开)(?:报|为|于|在|至)?$")
# A clause without a name, which goes on with the same share.
ONE_SHARE = re.compile(r"\W*(?:盘中|日内|当日|今日|最终|截至|截止|随后|一度|并|收|报|最高|最低|低开|高开|开盘)")
QUOTES = 4  # clauses
ITEM = re.compile(r"[^，,、；;。\d]{0,6}[，,、和及][^，,、；;。\d]{1,12}")
OF_DAY = re.compile("\\d{1,2}[日月][^，,。；;\\d]{0,12}$")
PEAK_DAY = re.compile(
    "[，,]?[为是达到]{0,2}(?:[三四五六七八九十]|\\d{1,2}|全|几|各|假期)[天日月]?(?:之?中|里)?(?:的)?(?:单日)?"
    "最(?:高|多)(?:值|峰|点)?[，,。；;]"
)
FEWEST = 3
EVER = re.compile("历史|史上|有记录")


@dataclass(frozen=True, slots=True)
class Order:
    """The words say that `figure` is above `other`, or below it; `sizes` where both are told as sizes."""

    figure: Claim
    other: Claim
    above: bool
    words: Bilingual
    sizes: bool = False


def orders(block: Block) -> Iterator[Order]:
    """Every pair of figures that words put in order."""
    for sentence in block.sentences:
        if len(sentence.claims) < 2:
            continue
        yield from foremost(sentence)
        yield from peak_of_days(sentence)
        yield from set_beside(sentence)
        yield from in_turn(sentence)
        yield from quoted(sentence)
    yield from records(block)


def in_turn(sentence: Sentence) -> Iterator[Order]:
    """The figures of a list that words put in order, each with the next: 由大到小依次是甲镇214.6毫米、乙镇203.7毫米."""
    match = SORTED.search(sentence.text)
    if match is None:
        return
    end = sentence.start + match.end()
    told = [claim for claim in sentence.claims if claim.start >= end]
    alike = [(a.unit, a.kind) == (b.unit, b.kind) and ITEM.fullmatch(between(a, b)) for a, b in pairwise(told)]
    row = told[: 1 + next((at for at, same in enumerate(alike) if not same), len(alike))]
    if len(row) < FEWEST or not all(map(is_result, row)):
        return
    for figure, other in pairwise(row):
        yield Order(figure, other, bool(match["down"]), Bilingual(f"“{match['way']}”", f"“{match['way']}”"))


def quoted(sentence: Sentence) -> Iterator[Order]:
    """The highest and lowest price of a day beside those at opening and close: 盘中最高41.25美元，收盘价40.16美元."""
    row = [claim for claim in sentence.claims if claim.kind == "amount" and is_result(claim)]
    for one in row:
        match = EXTREME.search(before(one, 16))
        for other in row if match is not None and not one.hedge else ():
            near = abs(other.clause - one.clause) <= QUOTES and other.unit == one.unit and not other.hedge
            early, late = sorted((one, other), key=_start)
            of_one = ONE_SHARE.match(lead(late)) is not None and "；" not in between(early, late)
            if match is not None and other is not one and near and of_one and QUOTED.search(before(other, 8)):
                way = match["up"] or match["down"]
                yield Order(one, other, bool(match["up"]), Bilingual(f"“{way}”", f"“{way}”"))


def _start(claim: Claim) -> int:
    return claim.start


def foremost(sentence: Sentence) -> Iterator[Order]:
    """The first of several, and those that follow it in the sentence."""
    if not any(cue in sentence.text for cue in ("最", "首", "第一")):
        return
    row = [claim for claim in sentence.claims if is_result(claim)]
    for at, first in enumerate(row):
        match = FOREMOST.search(before(first, 30))
        if match is None:
            continue
        for other in row[at + 1 :]:
            label = lead(other).split("、")[-1]
            same = dimension(other) == dimension(first) and other.kind == first.kind and not other.former
            if not same or not ANOTHER.fullmatch(label) or NO_RIVAL.search(label) or differ(other.period, first.period):
                break
            way = match["up"] or match["down"]
            yield Order(first, other, bool(match["up"]), Bilingual(f"“{way}”", f"“{way}”"))


def peak_of_days(sentence: Sentence) -> Iterator[Order]:
    """The day said to be the highest, and the others of its row: 2日接待58.3万人次，为五天最高；3日61.7万人次."""
    row = [one for one in sentence.claims if is_result(one) and not one.former and OF_DAY.search(lead(one))]
    for peak in row:
        if PEAK_DAY.match(after(peak, 16).removeprefix(peak.unit)) is None:
            continue
        for other in row:
            alike = (
                (other.kind, other.unit) == (peak.kind, peak.unit)
                and _named_alike(other, peak)
                and not NO_RIVAL.search(lead(other))
            )
            if other is not peak and alike and not (other.hedge or peak.hedge):
                yield Order(peak, other, True, Bilingual("“最高”", "“最高”"))


def _named_alike(other: Claim, peak: Claim) -> bool:
    return other.measure_key == peak.measure_key or "measure" in other.inferred


def set_beside(sentence: Sentence) -> Iterator[Order]:
    """A figure and the one that it is said to be above or below."""
    row = [claim for claim in sentence.claims if not converted(claim)]
    for at, (figure, other) in enumerate(pairwise(row)):
        if not comparable(figure, other) or figure.value < 0:
            continue  # whether a fall is above another fall, who can say
        words = MONTHS.sub("", BRACKETS.sub("", between(figure, other).removeprefix(figure.unit)))
        above, turned = ABOVE.fullmatch(words), TURNED.match(after(other, 12))
        if above is not None and _set_against(figure, other):
            order = _order(figure, other, above)
            if at == 0 or not _meant(order, row[at - 1]):
                yield order
        elif turned is not None and PACE.fullmatch(words) and figure.kind == "relative_change":
            yield _order(figure, other, turned)


def _meant(order: Order, earlier: Claim) -> bool:
    """Whether the words are of the figure before instead: 增长18%，占全部开支的61%，低于一季度的21%."""
    if not comparable(earlier, order.other) or order.figure.clause - earlier.clause > 2:
        return False
    size = abs(order.other.value)
    return (order.figure.value < size) == order.above and (earlier.value > size) == order.above


def _order(figure: Claim, other: Claim, match: re.Match[str]) -> Order:
    said = match["up"] or match["down"]
    return Order(figure, other, bool(match["up"]), Bilingual(f"“{said}”", f"“{said}”"), True)


def _set_against(figure: Claim, other: Claim) -> bool:
    """Whether the other figure closes its clause, or is called a level; a rise by 1.5 % is not held against 88.3 %."""
    tail = after(other, 16).lstrip().removeprefix("" if other.unit == "%" else other.unit)
    level = LEVEL.match(tail)
    if level is None and not CLOSES.match(tail):
        return False
    growth = level is not None and bool(level["growth"])
    if figure.kind != "relative_change":
        return not growth
    return growth or abs(other.value) <= 3 * abs(figure.value)


def comparable(figure: Claim, other: Claim) -> bool:
    """Whether two figures can be set in order at all."""
    if not is_result(figure) or other.modality in ("superseded", "corrected"):
        return False
    percentages = figure.kind in PERCENT_KINDS and other.kind in PERCENT_KINDS
    if percentages:
        return "point_change" not in (figure.kind, other.kind)
    if figure.kind == "absolute_change" and not between(figure, other).endswith("的"):
        return False  # 上涨1.3米，仍低于警戒水位0.9米
    return figure.kind == other.kind and bool(dimension(figure)) and units_fit(figure, other)


def records(block: Block) -> Iterator[Order]:
    """A record and an earlier figure of its sentence that lies beyond it, within the stretch of the record."""
    marks = [mark for mark in block.mentions if mark.kind == "record" and mark.reading in ("highest", "lowest")]
    if not marks:
        return
    sentences = {(sentence.document, sentence.start): sentence for sentence in block.sentences}
    for mark in marks:
        sentence = sentences.get((mark.document, mark.sentence_start))
        if sentence is None or not (mark.period or EVER.search(sentence.text[: mark.end - sentence.start][-12:])):
            continue
        figure = _figure(mark, sentence)
        for other in sentence.claims if figure is not None else ():
            assert figure is not None
            before_it = other.former or periods.earlier(other.period, figure.period)
            if before_it and comparable(figure, other) and _within(mark, figure, other):
                yield Order(figure, other, mark.reading == "highest", Bilingual(f"“{mark.text}”", f"“{mark.text}”"))


def _figure(mark: Mention, sentence: Sentence) -> Claim | None:
    """The figure that is a record: the first behind the word in the next clause, else the last before it."""
    row = [claim for claim in sentence.claims if is_result(claim) and not claim.former and claim.kind != "point_change"]
    behind = next((claim for claim in row if claim.start > mark.end and claim.clause - mark.clause <= 1), None)
    return behind or next((claim for claim in reversed(row) if 0 <= mark.clause - claim.clause <= 1), None)


def _within(mark: Mention, figure: Claim, other: Claim) -> bool:
    if figure.start > other.start or (other.measure_key != figure.measure_key and "measure" not in other.inferred):
        return False
    if not mark.period:
        return True
    return bool(other.period) and periods.contains(mark.period, other.period)
