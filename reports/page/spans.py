"""Which stretches of a text become links, when figures overlap or their offsets are wrong."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass


@dataclass(slots=True)
class Span:
    """A figure in a text: where it stands and what links to it. A mention that a finding cites has no claim (-1)."""

    start: int
    end: int
    claim: int = -1  # ordinal of the claim in the run
    findings: tuple[int, ...] = ()  # ordinals of the findings that cite it


def without_overlaps(spans: list[Span], length: int) -> list[Span]:
    """The spans in the order of the text; of two that overlap, the one that more depends on takes the findings."""
    inside = [span for span in spans if 0 <= span.start < span.end <= length]
    inside.sort(key=lambda span: (not span.findings, span.claim < 0, span.start - span.end, span.start))
    starts: list[int] = []
    kept: list[Span] = []
    for span in inside:
        at = bisect_right(starts, span.start)
        rival = next((kept[i] for i in (at - 1, at) if 0 <= i < len(kept) and _overlap(kept[i], span)), None)
        if rival is None:
            starts.insert(at, span.start)
            kept.insert(at, span)
        else:
            rival.findings = tuple(sorted({*rival.findings, *span.findings}))
    return kept


def between(spans: list[Span], start: int, end: int) -> list[Span]:
    """Those of `spans`, in order and free of overlaps, that begin in `[start, end)`."""
    begin = bisect_left(spans, start, key=lambda span: span.start)
    stop = bisect_left(spans, end, key=lambda span: span.start)
    return spans[begin:stop]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
