"""Between which times a figure moved, where the sentence has told its levels at both.

2016年刑事立案31274宗;2020年14885宗,降幅52%: from 2016 to 2020.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims import period as periods

if TYPE_CHECKING:
    from claims.zh.article import Figure
    from claims.zh.layout import Sentence
    from claims.zh.records import Reading

_LIKENED = ("比", "较", "与")
_LEVELS = ("count", "amount", "rate", "share")
_CHANGES = ("relative_change", "absolute_change", "point_change", "multiple")


def times(
    text: str, figures: Sequence[Figure], sentence: Sentence, found: Reading, kind: str, now: str
) -> tuple[str, str] | None:
    """The later and the earlier of the times whose levels stand right before a change that names no base of its own.

    The later one is `now`, of which the sentence speaks, where that lies behind both levels.
    None where the words say what is compared with (同比, 比上年), where only one level is told, or where the times are
    not of one length.
    """
    if kind not in _CHANGES or found.segment.comparison or found.base_times or not found.inherited:
        return None
    told: list[Figure] = []
    for one in reversed(figures):
        if one.sentence is not sentence:
            break
        if not told and one.reading.base_times:
            return None  # 2022年为1433起,2023年为1655起,今年比去年多217起,增长13.1%
        if one.kind in _LEVELS and one.reading.segment.relation in ("direct", "level"):
            told.append(one)
        elif told and one.kind not in _CHANGES:
            return None
    if len(told) < 2:
        return None
    last = told[0]
    if any(text.endswith(_LIKENED, 0, at.start) for at in last.reading.times):
        return None  # 比上年同期的1562.3万人次增长24.7%,较2019年同期的2216.5万人次下降29.5%
    alike = [one for one in told if (one.measure_key, one.place) == (last.measure_key, last.place) and one.period]
    alike = [one for one in alike if _counted_in(one) == _counted_in(last)]
    if len(alike) < 2 or alike[0] is not last or alike[1] is not told[1]:
        return None
    latest = max(alike, key=lambda one: one.period)
    other = last if latest is not last else alike[1]
    if len(other.period) != len(latest.period) or not periods.earlier(other.period, latest.period):
        return None
    later = now if len(now) == len(latest.period) and periods.earlier(latest.period, now) else latest.period
    return later, other.period


def _counted_in(figure: Figure) -> str:
    """The unit without what it is per, which is told but once: 41.6微克/立方米,上年44.1微克."""
    return figure.quantity.unit.partition("/")[0]
