"""Lines and columns of a text, both counted from 1."""

from __future__ import annotations

from bisect import bisect_right


def line_starts(text: str) -> list[int]:
    """Where the lines of the text begin, in order."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def line_and_column(starts: list[int], offset: int) -> tuple[int, int]:
    """Line and column of an offset, given where the lines begin."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
