"""Changes over so many years, between two levels of their sentence that lie so far apart: 九年提高3.7个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims import period as periods
from claims.claim import Claim
from expectations.bases import OF_SOME
from expectations.blocks import Sentence
from expectations.numerals import whole
from expectations.same import dimension, is_result
from expectations.words import lead

YEARS = re.compile("(?<![\\d年后前第])(?P<years>\\d{1,2}|[一二两三四五六七八九十]{1,3})年(?:间|来|里|时间)?")
REACH = 3  # clauses back to the later level


def spanned(sentence: Sentence, level_kinds: Sequence[str]) -> Iterator[tuple[Claim, Claim, Claim]]:
    """The later level, the change and the earlier level, as many years apart as the clause of the change says."""
    claims = [claim for claim in sentence.claims if is_result(claim)]
    for at, change in enumerate(claims):
        match = YEARS.search(lead(change)) if change.kind.endswith("_change") else None
        if OF_SOME.search(lead(change)):
            continue  # 四年间年均提高0.85个百分点
        levels = [one for one in claims[:at] if one.kind in level_kinds]
        if match is None or len(levels) < 2 or change.clause - levels[-1].clause > REACH:
            continue
        new, years = levels[-1], whole(match["years"])
        now = periods.year_of(new.period)
        olds = [one for one in levels[:-1] if _alike(one, new) and periods.year_of(one.period) == (now or 0) - years]
        if now is not None and len({one.value for one in olds}) == 1:
            yield new, change, olds[0]


def over_other_years(change: Claim, new: Claim, old: Claim) -> bool:
    """Whether the words of a change count other years than lie between two levels: 2021年…2022年…，三年间增长62.6%."""
    match = YEARS.search(lead(change))
    now, then = periods.year_of(new.period), periods.year_of(old.period)
    return match is not None and now is not None and then is not None and now - then != whole(match["years"])


def _alike(old: Claim, new: Claim) -> bool:
    return old.kind == new.kind and dimension(old) == dimension(new) and old.measure_key == new.measure_key
