"""Totals and the parts that may make them up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, reduce
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.comparison import Reading
from expectations.completeness import RATING, complete, numbered, sums_up
from expectations.digits import significant_digits
from expectations.same import differ, dimension, is_level, is_result, is_worded, within_period
from expectations.slips import slipped_values
from expectations.words import after, before, between, converted, lead

MOST_PARTS = 9
FEW = 40  # a row that no words tie together needs so many times more digits than there are slips
PARTICULAR = 3  # digits of a part that one slip lets outgrow its total, of which no words say that it is all
FURTHEST = 300  # characters
SAID = 4  # clauses from some to the rest
UPDATED = re.compile("截至|截止|[升增降]至|[升增]到|更新")
ITEM = re.compile("^[^，,、；;。]{0,6}[，,、；;][^，,、；;。]{1,12}$")  # from one item of a list to the next
HALF = Decimal("0.1")
MARKS = re.compile("满分|中位|最[高低]|录取|线")
BOTH_KINDS = re.compile("[都均兼]有|同时|两[项者样种类处]都|既[^，,。；;]{1,10}又|重复")
DEDUCTED = re.compile("亏损|净亏|(?<!查)扣(?![押缴留])|罚分|减去|抵扣|冲减|抵[销消]|净卖出|净流出|净赎回")
# 涉及车辆47辆，因为有3起案件各丢了2辆; 一季度初步数为233.1亿元，修订后为232.3亿元
SUMMED_UP = re.compile("合计|总计|共计|加起来")
EXPLAINS = re.compile("因为|由于|缘于|初步数|初步统计数|修订前")
LEFT = re.compile("其余|剩余|余下|剩下")
LEFT_OF = re.compile(f"(?:{LEFT.pattern})的?$")
STILL = re.compile("[尚仍还][有剩余]")
RATERS = re.compile("机构(?:对[^，,。；;]{1,8})?(?:给出|作出|给予)了?评级")

FEW_ITEMS = 20
COUNTS = re.compile("[^，,。；;、\\d]{0,6}?(?:合计|共计|总计|小计|加起来|合起来|加在一起|相加|一共|总共)")
OPENED = re.compile("其中|包括|^[^，,。；;]{0,4}[（(]")
LABEL = re.compile(r"(?P<label>[一-鿿]{2,}?)(?P<noun>[一-鿿]{2})(?:[共为有达]|共有|合计)?$")
THING = re.compile("[一-鿿]")
LEADS = re.compile(r"^[^\d]{0,12}其中[，,]?[^，,。；;\d]{0,16}$")


@dataclass(frozen=True, slots=True)
class Split:
    """A total with a row of parts beside it; `stated` where the words say that the parts make up the total."""

    total: Claim
    parts: tuple[Claim, ...]
    stated: bool
    related: bool  # the words make them parts, though not all of them


def added(*parts: Reading) -> Reading:
    """The sum of the parts."""
    return reduce(Reading.__add__, parts)


def splits(block: Block) -> Iterator[Split]:
    """Totals with the parts that the words, or the neighbourhood, give them; a total may come with several rows."""
    named = set()
    for total_id, parts in block.parts_of.items():
        total = block.by_id.get(total_id)
        row = tuple(part for part in parts if total is not None and addable(total, part) and not _inserted(total, part))
        if total is None or len(row) < 2:
            continue
        named.add(total_id)
        yield Split(total, row, complete(total, row), True)
    for line in block.once(rows):
        yield from neighbours(line)


def _inserted(total: Claim, part: Claim) -> bool:
    """Whether dashes take a part before apart, or the words sum up parts: 103.1亿——风电67.2亿——，绿电合计113亿."""
    row = between(total, part)
    opened = row.rfind("——")
    nested = row.count("——") % 2 == 1 and any(char.isdigit() for char in row[:opened])
    return nested or (SUMMED_UP.search(lead(part)) is not None and any(char.isdigit() for char in row))


def at_home_and_abroad(block: Block) -> Iterator[Split]:
    """What is sold at home and what is exported make up all that is sold: 汽车国内销量, 汽车出口 and 汽车销量."""
    sold: dict[tuple[str, str, str, str], Claim] = {}
    for claim in block.claims:
        if claim.kind == "count" and claim.period and not claim.former and is_result(claim):
            key = claim.measure_key.removesuffix("量") if claim.measure_key.endswith("出口量") else claim.measure_key
            sold.setdefault((key, claim.period, claim.unit, claim.document), claim)
    for (key, period, unit, document), total in sold.items():
        if not key.endswith("销量") or key.endswith("国内销量"):
            continue
        thing = key.removesuffix("销量")
        home = sold.get((f"{thing}国内销量", period, unit, document))
        abroad = sold.get((f"{thing}出口", period, unit, document))
        if thing and home is not None and abroad is not None:
            yield Split(total, tuple(sorted((home, abroad), key=lambda part: part.start)), True, True)


def rated(block: Block) -> Iterator[Split]:
    """Those who rate a share with the ratings behind, two kinds and more: of seven houses five say 买入 and two 增持.

    One kind alone says nothing of the others, and one house may have given no rating of the usual kinds.
    """
    for sentence in block.sentences:
        for at, total in enumerate(sentence.claims):
            if total.kind != "count" or not RATERS.match(after(total, 20).removeprefix(total.unit)) or total.hedge:
                continue
            parts = tuple(one for one in sentence.claims[at + 1 :] if RATING.search(one.measure))
            listed = all(one.unit == total.unit and not one.hedge for one in parts)
            left = total.value - sum(part.value for part in parts)
            if len(parts) > 1 and listed and left != 1 and "其中" not in between(total, parts[0]):
                yield Split(total, parts, True, True)


def rests(block: Block) -> Iterator[Split]:
    """What was said of some, then of the rest, with the count of all told before.

    抓获16人。…11人被拘留。其余5人…, or with the very state that all were in: 15人被困。…救出14人，尚有1人被困.
    """
    if not any(LEFT.search(sentence.text) or STILL.search(sentence.text) for sentence in block.sentences):
        return
    for line in block.once(rows):
        for at, rest in enumerate(line):
            if rest.kind != "count" or rest.hedge or BOTH_KINDS.search(before(rest)):
                continue
            words = before(rest, 6)
            some = line[at - 1]
            left = LEFT_OF.search(words) is not None
            if left and at > 1 and _among(some) and some.sentence_start == rest.sentence_start:
                yield from _rest_of(line[at - 2], some, rest)
            elif left:
                yield from _left(line, at, [one for one in line[max(0, at - 4) : at] if not _among(one)])
            elif STILL.search(words[-2:]) and len(rest.measure) > 1:
                near = [one for one in line[max(0, at - 8) : at] if not one.part_of and not _among(one)]
                if near and not near[-1].measure.endswith(rest.measure[-2:]):
                    yield from _left(line, at, near, rest.measure[-2:])


def _among(claim: Claim) -> bool:
    """Whether 其中 takes the figure out of the one before it."""
    return re.search("其中[^，,。；;]{0,8}$", before(claim, 12)) is not None


def _rest_of(whole: Claim, some: Claim, rest: Claim) -> Iterator[Split]:
    """The rest of those out of whom 其中 took some: 19人受伤。…其中重伤4人,其余15人轻伤."""
    near = whole.clause + SAID >= some.clause
    larger = whole.value > max(some.value, rest.value) and not whole.hedge and not _among(whole)
    if near and larger and whole.unit == some.unit == rest.unit:
        yield Split(whole, (some, rest), True, True)


def _left(line: list[Claim], at: int, near: list[Claim], state: str = "") -> Iterator[Split]:
    """The rest at a place of a line with the last of the figures `near` and the count of all, which were in a state."""
    rest = line[at]
    some = next((one for one in reversed(near) if rest.clause - one.clause <= SAID), None)
    if some is None or (some.unit != rest.unit and not state):
        return
    if UPDATED.search(between(some, rest)) or some.reached:
        return
    told = [one for one in line[:at] if one.clause < some.clause and not one.hedge]
    if any(one.value == rest.value for one in told):
        return  # 塌方致7人被困。…救出2人，仍有7人被困: the headline tells of the rest
    told = [one for one in told if one.value >= max(rest.value, HALF * some.value)]
    told = [one for one in told if (one.measure.endswith(state) if state else one.unit == rest.unit)]
    here = [one.value for one in near if one.sentence_start == some.sentence_start]
    sums = {sum(here[at:], rest.value) for at in range(len(here))}
    if some.value + rest.value not in {one.value for one in told} and any(one.value in sums for one in told):
        return  # 58份，余氯超标3份、浑浊度超标1份，其余54份合格
    same = [one for one in told if one.value == some.value + rest.value]
    if same or len({one.value for one in told}) == 1:
        yield Split((same or told)[-1], (some, rest), True, True)


def rows(block: Block) -> Iterator[list[Claim]]:
    """The level claims of one dimension in the order of the text."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if (
            is_level(claim)
            and claim.kind != "rate"
            and is_result(claim)
            and is_worded(claim)
            and not claim.former
            and not converted(claim)
            and not _counts_items(claim)
        ):
            found[counter(claim)].append(claim)
    for row in found.values():
        if len(row) > 2:
            yield row


def _counts_items(claim: Claim) -> bool:
    """Whether a figure says how many items are summed up, and is none of them: 三个区加起来."""
    return claim.value < FEW_ITEMS and COUNTS.match(after(claim, 14)) is not None


def neighbours(row: list[Claim]) -> Iterator[Split]:
    """Rows of two or more figures directly behind or before a larger one."""
    for at, total in enumerate(row):
        for step in (1, -1):
            parts: list[Claim] = []
            large = False  # a part larger than the total: only in a list that the words close
            place = at + step
            while 0 <= place < len(row) and len(parts) < MOST_PARTS:
                part = row[place]
                large = large or part.value >= total.value
                if not close(total, part) or (large and step < 0) or not addable(total, part):
                    break
                if step > 0 and _inserted(total, part):
                    break
                if large and part.sentence_start - total.sentence_start > FURTHEST:
                    break
                parts.append(part)
                place += step
                if len({part.period for part in parts} - {""}) > 1:
                    break
                if len(parts) >= 2:
                    ordered = tuple(sorted(parts, key=lambda part: part.start))
                    if not large or overgrown(total, ordered):
                        yield from _worth(total, ordered, step > 0 and _goes_on(ordered[-1], row[place:]))


def overgrown(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether one part is larger than the total by a slip: of a list that the words close, or of many digits."""
    large = [part for part in parts if part.value >= total.value]
    if len(large) != 1:
        return False
    opened = OPENED.search(between(total, parts[0])[:25]) or numbered(parts)
    if significant_digits(large[0]) < PARTICULAR and not (opened and complete(total, parts)):
        return False
    rest = total.value - sum(part.value for part in parts if part is not large[0])
    slack = sum((part.resolution for part in parts), total.resolution)
    return any(abs(value - rest) <= slack for value in slipped_values(large[0].text, large[0].value))


def _goes_on(last: Claim, behind: list[Claim]) -> bool:
    """Whether the list that a figure stands in goes on right behind it."""
    if not behind or behind[0].sentence_start != last.sentence_start:
        return False
    return (
        behind[0].unit == last.unit
        and behind[0].clause - last.clause <= 1
        and ITEM.search(between(last, behind[0])) is not None
    )


def _worth(total: Claim, parts: tuple[Claim, ...], cut: bool) -> Iterator[Split]:
    """The row as a split, unless it neither adds up nor has the digits or the words that would make it worth a look.

    The head of a longer list is only looked at where it adds up.
    """
    slack = sum((part.resolution for part in parts), total.resolution)
    miss = abs(sum((part.value for part in parts), Decimal(0)) - total.value)
    if cut and miss > slack:
        return
    hedged = any(part.hedge for part in (total, *parts))
    telling = sum(len(part.text) for part in parts) * 10 * slack * FEW <= abs(total.value)
    told_at_once = len(parts) > 2 or parts[0].sentence_start == parts[-1].sentence_start
    closed, tied = complete(total, parts), told_at_once and worded(total, parts)
    if hedged or miss <= slack or telling or closed or tied:
        yield Split(total, parts, closed, tied)


def worded(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether words lead from the total to the first part, or sum up what went before."""
    if total.start < parts[0].start:
        return not siblings(total, parts[-1]) and bool(
            re.search(
                r"其中|包括|分别|包含|^[^，,。；;]{0,4}(?:：|:|[（(](?![^）)]*[）)]))", between(total, parts[0])[:25]
            )
        )
    return sums_up(total)


def siblings(total: Claim, part: Claim) -> bool:
    """Whether a figure behind a semicolon is told of another of what the total is of one: 对东盟进出口…；对欧盟…."""
    if not re.search("[；;]", between(total, part)):
        return False
    own, other = (lead(one).strip() for one in (total, part))
    return bool(own and other) and own[0] == other[0] in "对向从" and own[:4] != other[:4]


def exceeded(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether 其中 leads to a row of parts that come to more than the total, which parts left out do not explain."""
    if sum(part.value - part.resolution for part in parts) <= total.value + total.resolution:
        return False
    if parts[0].start < total.start or parts[0].sentence_start != parts[-1].sentence_start:
        return False
    if any(part.unit != total.unit or part.hedge or part.value == total.value for part in parts) or total.hedge:
        return False
    larger = any(part.value - part.resolution > total.value for part in parts)
    alike = _labelled_alike(total, parts) or all(part.measure_key == total.measure_key for part in parts)
    if not larger and ((len(parts) <= 2 and not alike) or counter(total) == "person"):
        return False  # one person may be of two kinds: 其中党纪处分35.4万人，政务处分8.6万人
    marks = "[（()）]" if larger or alike else "[（()）；;]"
    if any(re.search(marks, between(a, b)) for a, b in pairwise(parts)):
        return False
    behind = [after(part, 6).removeprefix(part.unit) for part in parts]
    if any(THING.match(words) and words[0] not in total.measure for words in behind):
        return False  # 社区34个。其中甲镇辖23个村
    named = all(part.measure_key == total.measure_key for part in parts) and "其中" in before(parts[0])
    return named or LEADS.search(between(total, parts[0])) is not None


def _labelled_alike(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether all parts are of one noun like that of the total, with a label each: 部省督办点5处；市级督办点172处."""
    labels = [LABEL.search(lead(part)) for part in parts]
    named = [(label["label"], label["noun"]) for label in labels if label is not None]
    nouns = {noun for _, noun in named}
    one = len(named) == len(parts) == len(set(named)) and len(nouns) == 1
    return one and not set(min(nouns)).isdisjoint(total.measure)


def counter(claim: Claim) -> str:
    """The dimension in which figures are added: visits count as people where an article mixes them (人, 人次)."""
    return "person" if dimension(claim) == "person_time" else dimension(claim)


def close(a: Claim, b: Claim) -> bool:
    """Whether two figures stand in one paragraph, a few clauses apart."""
    return a.document == b.document and a.paragraph == b.paragraph and abs(a.clause - b.clause) <= 16


def addable(total: Claim, part: Claim) -> bool:
    """Whether a figure can be a part of a total: both results of one dimension, levels, of one kind, no averages."""
    return (
        part.kind == total.kind
        and counter(total) == counter(part)
        and (is_level(part) or part.kind == "absolute_change")
        and is_result(part)
        and not (part.former or total.former)
        and (not differ(part.period, total.period) or within_period(part.period, total.period))
        and not any(averaged(_counted(one)) for one in (part, total))
        and not EXPLAINS.search(lead(part))
        and not (_is_mean(part) or _is_mean(total))
        and not (DEDUCTED.search(lead(part)) and not DEDUCTED.search(total.measure))
        and not (total.unit == "分" and MARKS.search(total.measure + part.measure))
    )


def _is_mean(claim: Claim) -> bool:
    """Whether things that come whole are counted with decimals: 全市平均63.5件."""
    return claim.kind == "count" and claim.value != claim.value.to_integral_value()


def _counted(claim: Claim) -> str:
    """The measure of a figure; that of a count without a price, which is what is counted about: 油价调整16次."""
    return claim.measure.replace("价", "") if claim.kind == "count" else claim.measure


@lru_cache(maxsize=1 << 12)
def averaged(measure: str) -> bool:
    """Whether a measure is a mean, a rate or a price, which do not add up."""
    return re.search("均|(?<!效)率|每|(?<!评)价(?![值款])|券", measure) is not None
