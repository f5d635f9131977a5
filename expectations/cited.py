"""Comparisons with known figures: the words that cite them, and how grave a discrepancy can be."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.comparison import Comparison, Expected, Judged, judge
from expectations.reconcile.comparable import is_revised

SCOPE = Bilingual("两处的口径、统计时点或价格可能不同", "they may differ in scope, day of count or prices")
REVISED = Bilingual(
    "此类数据常有修订，稿件所据可能是另一次公布的数",
    "such figures are often revised; the article may use another release",
)
UNDATED = Bilingual(
    "稿件没有写明时间，按发稿时最近一期数据比较",
    "the article names no period; compared with the latest figure of its day",
)


def compared(
    claim: Claim,
    using: tuple[Claim, ...],
    expected: Expected,
    working: str,
    *,
    relation: str = "meets",
    worst: str = "",
    assumes: tuple[Bilingual, ...] = (),
    hints: tuple[Bilingual, ...] = (),
    explanations: tuple[Bilingual, ...] = (),
) -> Comparison:
    """The claim against what known figures imply, with the source and row of each in the words."""
    cited = [one for one in using if one.is_reference]
    revised = any(is_revised(one) for one in cited)
    made = Comparison(
        reported=claim,
        using=using,
        expected=expected,
        working=working,
        relation=relation,
        facts={"source": _sources(cited)},
        inferred=tuple(name for name in ("place", "period", "measure") if name in claim.inferred),
        worst=worst or "error",
        assumes=assumes,
        hints=hints,
        explanations=(*explanations, SCOPE, *((REVISED,) if revised else ())),
    )
    return replace(made, worst="warning") if revised and not worst and _slight(judge(made)) else made


def _slight(judged: Judged) -> bool:
    """Whether a discrepancy is so small that a revision may explain it: a tenth of what is known."""
    ends = [abs(end) for end in (judged.implied.low, judged.implied.high) if end is not None]
    return judged.gap * 10 <= max(ends, default=Fraction(0))


def _sources(cited: list[Claim]) -> Bilingual:
    """Who published the known figures, with table and row."""
    names = list(dict.fromkeys(one.attribution for one in cited if one.attribution))
    rows = [one.cited for one in cited]
    shown = "、".join(rows[:3]) + ("……" if len(rows) > 3 else "")
    listed = ", ".join(rows[:3]) + (" …" if len(rows) > 3 else "")
    zh = f"{'、'.join(f'《{name}》' for name in names[:2])}（{shown}）" if names else shown
    en = f"{', '.join(names[:2])} ({listed})" if names else listed
    return Bilingual(zh, en)
