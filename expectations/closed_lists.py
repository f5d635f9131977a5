"""Lists that words close: their last item is all that the others leave, or words count the items they have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claims.claim import Claim
from expectations.age_bands import tile
from expectations.apart_words import goes_over, told_apart
from expectations.blocks import Block
from expectations.completeness import MOST_LABELS, closes, counted_alike, labelled, nested
from expectations.counted_parts import MANY, TAKEN_APART
from expectations.numerals import whole
from expectations.sums import Split, rows
from expectations.words import after, before, between

# 其余各项支出一共5.74亿元, 余下16件涉及…, 等其他违法284起: all that the other items leave.
REST = re.compile(
    r"(?:其余|其他|其它|剩余|余下|剩下)(?:[^，,。；;：:\d]{0,16}|的?[是为][^，,。；;：:\d]{1,8}[，,][^，,。；;：:\d]{0,4})$"
)
# 社会救助等500起, 另有学生45名: the last item of a list of three and more, behind which none follows.
SUMMED_BEHIND = re.compile("[^，,。；;\\d]{0,4}(?:共|合计|一共|总共|加起来)[^，,。；;]{0,4}\\d")
AND_SO_ON = re.compile(r"(?:[，,；;、]|^)(?:以及|和)?[一-鿿]{2,8}等$|[，,；;](?:此外|另外?)还?有[一-鿿]{2,12}$")
DISJOINT = re.compile(
    "[，,（(][^。；;\\d]{0,8}(?:互不重叠|互不重复|互不交叉|不重复|没有重叠|没有重复)"
)  # 各占一块，互不重叠
NOT_COUNTED = re.compile("不在此列|不计|不算|不含|除外|未计")
# 分布是：, 资金构成如下：: the items behind it are all there are.
SPREAD_OUT = re.compile("(?:分布|构成|组成|如下|账本|明细|来源)[^，,。；;\\d]{0,8}[：:是为]")
# 各县（市、区）转移人数：甲市6200人，乙县5400人，…
EACH_AREA = re.compile("各(?:县|区|市|镇|乡|街道|部门|单位|赛区|分公司)[^：:，,。；;\\d]{0,14}[：:][一-鿿]{2,8}$")
HEADED = re.compile(f"{SPREAD_OUT.pattern}(?:这样的)?[：:]?[一-鿿]{{2,12}}$")
# 清平镇1205人，龙潭镇968人，其余乡镇共57人: areas of the one that the total is told of.
AREAS_LEFT = re.compile(
    "(?:其余|其他|余下|剩下)[^，,。；;]{0,4}(?:乡镇|区县|县区|县市|市县|镇街|街镇|街道|村|社区|省份|地市|[镇乡区县市])[^，,。；;]{0,4}$"
)
BESIDES = re.compile("(?:除了?以?上述?|以上|上述)[^，,。；;\\d]{0,4}$")
OPENED = re.compile("其中|包括|包含|当中|[：:（()）]")
SUBJECT = re.compile("^\\W*(?P<name>[一-鿿]{2,8}?)(?:由|按|从|分|里|中|方面|[，,：:])")
HEAD_OF_LIST = re.compile("[里中][，,][^，,。；;\\d]{1,8}$")
ALL = re.compile("全部|均已?|都已?|悉数")
SHARED = re.compile("[，,]?占(?:比|[^，,。；;\\d]{1,8}的)")
BANDS = range(3, 7)
RANKS = range(3)  # of what can be the total of a list
ITEMS = range(3, 13)  # a list of two, and what closes it, is read by `completeness`
PARAGRAPHS = 2  # so far back the total may stand
CLAUSES = 6  # from a total of the same paragraph to the list
CLEAN, CLEAN_KINDS = "优良", 2  # days of clean air: 优, 良
DIGITS = 100  # a total below it comes from the sum of a list by too many slips


def closed_lists(block: Block) -> Iterator[Split]:
    """Lists closed by their rest, or counted by words, with the total that they miss by one slip, or make up."""
    for line in block.once(rows):
        for at, claim in enumerate(line):
            if named := labelled(line[at : at + MOST_LABELS]):
                yield from _of_total(line, range(at, at + named), fewest=2)
            elif banded := _all_ages(line, at):
                yield from _of_total(line, range(at, at + banded), whole_told=True)
            elif (dealt := tuple(_all_dealt_with(line, at))) and closes(claim, dealt):
                yield Split(claim, dealt, True, True)
            summed = SUMMED_BEHIND.match(after(claim, 10)) is not None  # 与其余11472户共12428户
            if (
                (match := REST.search(before(claim, 24)))
                and not claim.hedge
                and not (summed or _is_balance(claim, match[0]))
            ):
                yield from _of_total(line, _ending(line, at))
            elif (spread := _spread(line, at)) is not None:
                yield from _of_total(line, spread)
            elif DISJOINT.search(after(claim, 24)):
                yield from _of_total(line, _ending(line, at))
            elif _and_so_on(line, at):
                yield from _of_total(line, _ending(line, at), beside=True)
            elif counted := TAKEN_APART.search(before(claim, 24)):
                yield from _of_total(line, _counted(line, at, whole(counted["many"] or counted["of"])))


def spread_out(split: Split) -> bool:
    """Whether words between the total and its first part say that the parts are all there are: 分布是：…."""
    words = between(split.total, split.parts[0])
    return split.parts[0].start > split.total.start and SPREAD_OUT.search(words) is not None


def _spread(line: Sequence[Claim], at: int) -> range | None:
    """Where the items of the list stand that words open at a place of a line: 资金来源如下：中央补助…，省级补助…."""
    opened = HEADED.search(before(line[at], 24)) or EACH_AREA.search(before(line[at], 30))
    if opened is None:
        return None
    end = at + 1
    while end < len(line) and _runs_on(line[end - 1], line[end]):
        end += 1
    return range(at, end)


def _and_so_on(line: Sequence[Claim], at: int) -> bool:
    """Whether the figure at a place of a line is the last of three items and more, told as that of all others."""
    claim = line[at]
    if AND_SO_ON.search(before(claim, 24)) is None or at + 1 < ITEMS.start or NOT_COUNTED.search(after(claim, 20)):
        return False
    return at + 1 == len(line) or not _runs_on(claim, line[at + 1])


def _all_ages(line: Sequence[Claim], at: int) -> int:
    """How many figures from the one at `at` on are of bands of age that leave nobody over; else 0."""
    for many in BANDS:
        row = line[at : at + many]
        if len(row) == many and all(_runs_on(a, b) for a, b in pairwise(row)) and tile(row):
            return many
    return 0


def _all_dealt_with(line: Sequence[Claim], at: int) -> Sequence[Claim]:
    """The figures that tell where all of the one at `at` went: 29人全部得到救治,甲院收治14人,乙院9人,丙院6人."""
    total = line[at]
    row = [one for one in line[at + 1 : at + ITEMS.stop] if one.sentence_start == total.sentence_start]
    if len(row) not in ITEMS or not ALL.search(between(total, row[0])) or total.former:
        return ()
    alike = len({one.measure[-2:] for one in row}) == len({one.unit for one in row}) == 1
    in_turn = all(then.clause - one.clause == 1 and not then.hedge for one, then in pairwise(row))
    return row if alike and in_turn else ()


def _is_balance(claim: Claim, words: str) -> bool:
    """Whether what is left is money after income and expense, which no list makes up: 支出7200元，剩余1940元."""
    return claim.kind == "amount" and words.startswith(("剩余", "剩下", "余下"))


def _ending(line: Sequence[Claim], at: int) -> range:
    """Where the items of the list stand that the figure at `at` of a line ends."""
    said = before(line[at], 24)
    told = next((match for match in MANY.finditer(said) if BESIDES.search(said[: match.start()])), None)
    if told is not None:
        first = at - whole(told["many"])
        return range(first, at + 1) if first >= 0 and line[first].paragraph == line[at].paragraph else range(0)
    first = at
    while first and _runs_on(line[first - 1], line[first]):
        first -= 1
    return range(first, at + 1)


def _counted(line: Sequence[Claim], at: int, many: int) -> range:
    """Where the items of a list of so many stand; nowhere if the sentence has more, or fewer."""
    end = at + many
    same = [one for one in line[at : end + 1] if one.sentence_start == line[at].sentence_start]
    return range(at, end) if len(same) == many and all(_runs_on(a, b) for a, b in pairwise(same)) else range(0)


def _runs_on(item: Claim, then: Claim) -> bool:
    """Whether two figures are neighbours in one list."""
    if item.sentence_start != then.sentence_start or item.document != then.document:
        return False
    if not counted_alike(item, then) or item.kind != then.kind or item.hedge or then.hedge:
        return False
    if item.reached or then.reached:
        return False  # 产能1000台,投产后增至3000台
    return OPENED.search(between(item, then)) is None


def _of_total(
    line: Sequence[Claim], places: range, whole_told: bool = False, beside: bool = False, fewest: int = ITEMS.start
) -> Iterator[Split]:
    """The list at these places of a line with the figure that it makes up, else with the likeliest that it misses.

    A list whose labels leave nobody over may be of the last figure before it, wherever that stands; one that 另有 or 等
    ends only of the one `beside` it.
    """
    items = range(fewest, ITEMS.stop)
    if len(places) not in items:
        return
    missed: list[list[Split]] = [[] for _ in RANKS]
    for first in (places.start, places.start + 1):  # the total may stand at the head: 立案196件,甲类87件,…
        if missed[0]:
            break
        if first > places.start and HEAD_OF_LIST.search(before(line[places.start], 16)):
            continue  # 出库部分里，灌溉1.57亿，供水0.48亿，…，其余0.21亿
        parts = tuple(line[first : places.stop])
        if len(parts) not in items or goes_over(parts) or nested(parts):
            continue
        summed = sum((part.value for part in parts), Decimal(0))
        if len(parts) == fewest == 2 and any(one.value == summed for one in line[places.stop : places.stop + 2]):
            return  # 新收20864件，旧存1538件，共受理22402件
        for total, rank in _totals(line, first, parts):
            if CLEAN in total.measure and len(parts) > CLEAN_KINDS:
                continue  # 优良天数286天，…轻度污染55天: no part of them
            slack = (sum((part.resolution for part in parts), total.resolution)) / 2
            split = Split(total, parts, True, True)
            rank = 1 if whole_told and total is line[first - 1] and first == places.start else rank
            if abs(sum((part.value for part in parts), Decimal(0)) - total.value) <= slack:
                yield split
                return
            large = [part for part in parts if part.value >= total.value]
            if (
                rank < (1 if beside else len(missed))
                and len(large) < 2
                and (closes(total, parts) or (rank == 0 and spread_out(split)))
            ):
                missed[rank].append(split)
    likely = next(filter(None, missed), [])
    if len({split.total.value for split in likely}) == 1:
        yield likely[0]


def _totals(line: Sequence[Claim], first: int, parts: tuple[Claim, ...]) -> Iterator[tuple[Claim, int]]:
    """The figures before a list that can be its total, the likeliest with rank 0.

    It stands right before the list (0), is named at its head, or alone in the paragraph before (1), or is verified by
    another list (2); any other only where the list makes it up.
    """
    head = parts[0]
    earlier = [
        (at, one)
        for at, one in enumerate(line[:first])
        if one.document == head.document
        and counted_alike(one, head)
        and one.kind == head.kind
        and not one.hedge
        and one.value >= DIGITS
        and head.paragraph - one.paragraph <= PARAGRAPHS
    ]
    subject = SUBJECT.match(head.sentence)
    opens = line[first - 1].paragraph < head.paragraph
    earlier = [(at, one) for at, one in earlier if not _is_part(line, at)]
    large = [at for at, one in earlier if one.value >= max(part.value for part in parts)]  # 报告38745例，死亡1例。
    for at, one in earlier:
        beside = at in large[-1:] and one.paragraph == head.paragraph and head.clause - one.clause <= CLAUSES
        named = subject is not None and one.measure.startswith(subject["name"][:2])
        alone = one.paragraph < head.paragraph and not any(
            other is not one and other.paragraph == one.paragraph for _, other in earlier
        )
        apart = told_apart(one, head) and SPREAD_OUT.search(between(one, head)) is None
        apart = apart and AREAS_LEFT.search(before(parts[-1], 16)) is None
        if beside and not apart:
            yield one, 0
        elif (named or (alone and opens)) and not apart:
            yield one, 1
        else:
            yield one, 2 if _made_up_behind(line, at, first) else len(RANKS)


def _is_part(line: Sequence[Claim], at: int) -> bool:
    """Whether a figure is told as a part of another by the share right behind it: 车险18.6亿元，占财产险的63.3%."""
    return SHARED.match(after(line[at], 12).removeprefix(line[at].unit)) is not None


def _made_up_behind(line: Sequence[Claim], at: int, limit: int) -> bool:
    """Whether the figures right behind the one at `at` make it up exactly, so that it is the total of its passage."""
    total = Decimal(0)
    for end in range(at + 1, limit):
        total += line[end].value
        if total >= line[at].value:
            return total == line[at].value and end > at + 1
    return False
