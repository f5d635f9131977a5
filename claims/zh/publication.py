"""The day on which an article was put on the net, as the line above its text says it."""

from __future__ import annotations

import re
from datetime import date

_STAMP = re.compile(
    r"(?<![0-9])(20[0-9]{2})([-/])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9]) {1,3}"
    r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![0-9])"
)
_TOP = 160  # characters of a text in which that line stands


def stamped(text: str) -> date | None:
    """The day of the first stamp with a time of day at the top of `text`, or None."""
    match = _STAMP.search(text, 0, _TOP)
    try:
        return date(int(match[1]), int(match[3]), int(match[4])) if match else None
    except ValueError:
        return None
