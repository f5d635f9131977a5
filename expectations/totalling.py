"""Totals against the sum of their parts, as comparisons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations import tabular
from expectations.blocks import Block
from expectations.comparison import Comparison, Reading, judge, operands
from expectations.slips import closing_slips, meanings
from expectations.sums import Split, added, exceeded
from expectations.words import lead

FLOW = re.compile("净流[入出]")
KIND = re.compile("(主力|游资|散户)资金")
FITS = ("consistent", "by_rounding", "implied_only")
THOUSAND = 1000
REVISIONS = 33  # a revision of earlier months hardly moves the months so far by more than such a part
TRIFLES = 200  # and a slip moves them by more than such a part
REVISED = Bilingual("此前公布的月度数字可能作了修订", "the figures of earlier months may have been revised")
WORDED = Fraction(3, 20)  # accident allowed where the words call them parts
BARE = Fraction(1, 400)  # accident allowed where only the neighbourhood does


def compared(split: Split) -> Comparison:
    """The total against the sum of its parts."""
    stated = split.stated
    over = not stated and split.related and exceeded(split.total, split.parts)
    found = Comparison(
        reported=split.total,
        using=split.parts,
        expected=added,
        working=operands(" + ", 1, len(split.parts)),
        weights=(1,) * len(split.parts),
        candidate=not stated,
        worst="error" if stated else "warning",
        support=WORDED if split.related else BARE,
        explanations=(
            Bilingual("分项可能不全、有重叠或口径不同", "the parts may be incomplete, overlap or differ in scope"),
        ),
    )
    if over and closing_slips(found):
        return replace(found, relation="at_least", candidate=False, worst="warning")
    if stated and judge(found).verdict in FITS and _swapped(split):
        summed = sum((part.value for part in split.parts), Decimal(0))
        exact = Reading.constant(split.total.value)
        return replace(found, reading=exact, expected=lambda *_: Reading.constant(summed), worst="warning")
    if stated and _counted_out(split):
        return replace(found, reading=Reading.exactly(split.total.implied), worst="warning")
    return found


def _counted_out(split: Split) -> bool:
    """Whether a round count below a thousand stands beside all that it counts: 100个（68个、32个） is not rounded."""
    exact = all(part.kind == "count" and not part.hedge and part.asserted.is_point for part in split.parts)
    return exact and split.total.value < THOUSAND and not split.total.hedge and not split.total.asserted.is_point


def of_months(total: Claim, parts: tuple[Claim, ...]) -> Iterator[Comparison]:
    """What was done in some months against the figures of each; a small gap without a slip is that of a revision."""
    found = compared(Split(total, parts, True, True))
    judged = judge(found)
    slip = judged.verdict in FITS or (judged.gap * TRIFLES > total.value and bool(closing_slips(found)))
    if slip or judged.gap * REVISIONS > total.value:
        yield replace(found, worst="warning" if slip else "note", explanations=(REVISED,))


def flows(block: Block) -> Iterator[Comparison]:
    """Net flows of all kinds of investors, which cancel out: what one kind sells the others buy."""
    for sentence in block.sentences:
        row = [claim for claim in sentence.claims if claim.kind == "amount" and FLOW.search(lead(claim))]
        kinds = [match.group(1) for claim in row if (match := KIND.search(lead(claim)))]
        if sorted(kinds) != ["主力", "散户", "游资"] or len(row) != 3:
            continue
        signs = [-1 if "净流出" in lead(claim) else 1 for claim in row]
        yield Comparison(
            reported=row[0],
            using=(row[1], row[2]),
            expected=lambda a, b, signs=tuple(signs): (a.scaled(signs[1]) + b.scaled(signs[2])).scaled(-signs[0]),
            working=" ".join(f"{'−' if sign == signs[0] else '+'} {{{at}}}" for at, sign in enumerate(signs) if at),
            explanations=(
                Bilingual("各类资金净流入、净流出应当相抵", "net flows of all kinds of investors cancel out"),
            ),
        )


def of_tables(block: Block) -> Iterator[Comparison]:
    """Totals of rows, periods cut without a gap, and areas whose direct parts are all in the table."""
    tied = {part.part_across for split in tabular.across(block) for part in split.parts}
    for split in chain(tabular.across(block), tabular.stretches(block)):
        if split.parts[0].part_across or split.total.claim_id not in tied:
            yield compared(split)
    for nesting in tabular.nestings(block):
        if nesting.complete and not any(part.part_of for part in nesting.parts):
            yield compared(Split(nesting.whole, nesting.parts, True, True))


def _swapped(split: Split) -> bool:
    """Whether two digits changed about make whole counts add up to the last one, of which some could be rounded.

    14850个，其中7650个、4290个、3000个: with 7560 they do, and 3000 is no round figure.
    """
    row = (split.total, *split.parts)
    if any(one.kind != "count" or one.hedge or not one.text.isdigit() for one in row):
        return False
    miss = sum((part.value for part in split.parts), Decimal(0)) - split.total.value
    weights = (-1, *(1 for _ in split.parts))
    meant = (
        (one, weight, value)
        for one, weight in zip(row, weights, strict=True)
        for kind, value, _ in meanings(one)
        if kind == "swap"
    )
    return miss != 0 and any(miss + weight * (value - one.value) == 0 for one, weight, value in meant)
