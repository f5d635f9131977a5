"""A count of some years, and what was counted in each of them, told apart: 三年间共受理4630件。…2022年收案1385件，….

The years may be told with another word for what was done: 受理, 收案.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claims import period as periods
from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.completeness import closes
from expectations.same import differ, is_level, is_result, is_worded
from expectations.sums import Split
from expectations.words import between

FEWEST, MOST = 2, 10  # years
ALL = ("共", "总", "合计", "累计")


def years_summed(block: Block) -> Iterator[Split]:
    """Each such count with the only row of years that it can be of, where they add up or one slip parts them."""
    rows = [row for sentence in block.sentences if (row := _years(sentence))]
    for total in block.claims if rows else ():
        span = periods.bounds(total.period)
        if span is None or not _counted(total) or not any(word in total.sentence for word in ALL):
            continue
        years = tuple(str(year) for year in range(span[0].year, span[1].year + 1))
        fitting = [row for row in rows if tuple(one.period for one in row) == years and _of(total, row[0])]
        if total.period == f"{years[0]}/{years[-1]}" and len(fitting) == 1 and closes(total, fitting[0]):
            yield Split(total, fitting[0], True, True)


def _years(sentence: Sentence) -> tuple[Claim, ...]:
    """The counts of one thing in years that follow one another, alone of their unit in the sentence."""
    row = tuple(one for one in sentence.claims if _counted(one))
    if not FEWEST <= len(row) <= MOST or len({one.unit for one in row}) > 1:
        return ()
    years = [periods.year_of(one.period) if len(one.period) == 4 else None for one in row]
    if None in years or any(then != (now or 0) + 1 for now, then in pairwise(years)):
        return ()
    return () if "其中" in between(row[0], row[-1]) else row


def _counted(one: Claim) -> bool:
    return one.kind == "count" and is_level(one) and is_result(one) and is_worded(one) and not one.hedge


def _of(total: Claim, first: Claim) -> bool:
    near = total.document == first.document and total.sentence_start != first.sentence_start
    return near and total.unit == first.unit != "" and not differ(total.place, first.place)
