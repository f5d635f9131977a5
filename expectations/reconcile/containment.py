"""Which periods and places lie directly in which: the forest of the smallest that contain each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from expectations.areas import ancestors
from expectations.reconcile.quantities import Span


def nested_spans(spans: Iterable[Span]) -> dict[Span, list[Span]]:
    """For each span the spans directly within it, in order of time."""
    found: dict[Span, list[Span]] = {}
    open_spans: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1].toordinal())):
        open_spans = [outer for outer in open_spans if outer[1] >= span[0]]
        parent = next((outer for outer in reversed(open_spans) if outer[1] >= span[1]), None)
        if parent is not None:
            found.setdefault(parent, []).append(span)
        open_spans.append(span)
    return found


def disjoint(spans: Sequence[Span]) -> bool:
    """Whether no two of these spans, given in order, share a day."""
    return all(earlier[1] < later[0] for earlier, later in pairwise(spans))


def partition(outer: Span, parts: Sequence[Span]) -> bool:
    """Whether the parts, in order and disjoint, leave no day of `outer` out."""
    days = sum((last - first).days + 1 for first, last in parts)
    return days == (outer[1] - outer[0]).days + 1


def nested_places(codes: Iterable[str]) -> dict[str, list[str]]:
    """For each place the places directly within it, ascending."""
    known = set(codes)
    found: dict[str, list[str]] = {}
    for code in sorted(known):
        parent = next((outer for outer in ancestors(code) if outer in known), None)
        if parent is not None:
            found.setdefault(parent, []).append(code)
    return found
