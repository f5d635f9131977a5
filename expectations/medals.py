"""All medals of a team with those of each colour: 夺44枚奖牌 … 金牌16枚，…；银牌13枚，…；铜牌15枚."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.same import is_level, is_result
from expectations.sums import Split
from expectations.words import after, before, lead

COLOURS = "金银铜"
UNITS = frozenset(COLOURS) | {"枚", "块"}
OF_ALL = re.compile("奖牌(?:总数)?(?:为|达到?|共|共计|是)?$")
PIECES = frozenset("枚块面个")
SUM = re.compile("(?:总?共|一共|共计|合计|总计|奖牌(?:总数)?共?)(?:获得|有|为|计)?")
NEAR = 14  # clauses from the gold medals to those of bronze
OTHERS = re.compile("上届|去年|上年|往届|历届|其中|项|比.{0,8}[多少]|[多少超]出?")


def medals(block: Block) -> Iterator[Split]:
    """Each row of gold, silver and bronze with the one number of medals that the article tells of them."""
    counts = [one for one in block.claims if one.kind == "count" and (one.unit in UNITS or "牌" in one.sentence)]
    counts = [one for one in counts if is_level(one) and is_result(one) and not one.hedge and not one.former]
    totals = [one for one in counts if _is_of_all(one)]
    rows = [row for document in block.documents for row in _rows([one for one in counts if one.document == document])]
    for row in rows:
        behind = next((one for one in counts if one.start > row[-1].start), None)
        if behind is not None and _sums_up(behind, row[-1]):
            yield Split(behind, row, True, True)
    for row in rows if totals else ():
        told = [one for one in totals if one.document == row[0].document]
        if len(rows) == 1 and len({one.value for one in told}) == 1:
            yield Split(told[-1], row, True, True)


def _sums_up(total: Claim, last: Claim) -> bool:
    """Whether a figure right behind a row is of all its medals: 43金52银41铜，共136枚."""
    near = total.clause - last.clause <= 1 and total.sentence_start == last.sentence_start
    return near and total.unit in PIECES and SUM.fullmatch(lead(total).strip()) is not None


def _is_of_all(one: Claim) -> bool:
    behind = re.match("奖牌", after(one, 4).removeprefix(one.unit)) is not None
    return (behind or OF_ALL.search(lead(one)) is not None) and OTHERS.search(before(one, 10)) is None


def _colour(one: Claim) -> str:
    """The colour of the medals that a figure counts; empty for anything else."""
    if one.unit and one.unit in COLOURS:
        return one.unit
    told = re.search("([金银铜])牌(?:为|达|有|共)?$", lead(one)) or re.match(
        "([金银铜])牌", after(one, 4).removeprefix(one.unit)
    )
    return told[1] if told and "项" not in lead(one) else ""


def _rows(counts: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The figures of gold, silver and bronze that follow one another in a paragraph."""
    coloured = [(one, colour) for one in counts if (colour := _colour(one))]
    for at in range(len(coloured) - 2):
        three = coloured[at : at + 3]
        if "".join(colour for _, colour in three) != COLOURS:
            continue
        near = all(then.paragraph == one.paragraph for (one, _), (then, _) in pairwise(three))
        if near and three[-1][0].clause - three[0][0].clause <= NEAR:
            yield tuple(one for one, _ in three)
