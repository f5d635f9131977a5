"""Periods in words."""

from __future__ import annotations

from dataclasses import dataclass

from expectations.reconcile.quantities import Span


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """A period as ISO interval, in Chinese and in English; empty where it is open."""

    iso: str = ""
    zh: str = ""
    en: str = ""


def period_words(span: Span | None) -> PeriodWords:
    """A span of days at the coarsest grain that fits it: years, months, else days."""
    if span is None:
        return PeriodWords()
    first, last = span
    following = last.toordinal() + 1
    whole_months = first.day == 1 and type(last).fromordinal(following).day == 1
    if not whole_months:
        left, right = first.isoformat(), last.isoformat()
        return (
            PeriodWords(left, left, left)
            if left == right
            else PeriodWords(f"{left}/{right}", f"{left}至{right}", f"{left} to {right}")
        )
    if (first.month, last.month) == (1, 12):
        left, right = f"{first.year}", f"{last.year}"
        zh = f"{left}年" if left == right else f"{left}至{right}年"
    else:
        left, right = f"{first:%Y-%m}", f"{last:%Y-%m}"
        until = f"{last.month}月" if first.year == last.year else f"{last.year}年{last.month}月"
        zh = f"{first.year}年{first.month}月" + ("" if left == right else f"至{until}")
    if left == right:
        return PeriodWords(left, zh, left)
    return PeriodWords(f"{left}/{right}", zh, f"{left} to {right}")
