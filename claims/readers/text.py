"""Plain text: the stored text as it is, and a guess at its headline."""

from __future__ import annotations

import re

from claims.document import Document
from claims.readers.encoding import decode
from claims.readers.limits import Limits

_ENDS_SENTENCE = re.compile(r"[。；;，,、：:.][”’\"')）]*$")
_FURNITURE = re.compile(r"^[■□▲△●○◆◇★☆\-—=*#>]|^(?:https?:|www\.)")


def read_text(data: bytes, path: str, limits: Limits) -> Document:
    """The text exactly as stored, apart from newlines: nothing stripped, nothing normalised."""
    found = decode(data)
    return Document(path, found.text, encoding=found.encoding, notes=found.notes)


def guess_title(text: str) -> str:
    """The first line with words if it looks like a headline: short, no sentence, and followed by more; else empty."""
    lines = text[:2000].split("\n")
    filled = [line.strip() for line in lines if line.strip()]
    if len(filled) < 2:
        return ""
    first = filled[0]
    width = sum(1 if char.isascii() else 2 for char in first)
    if width > 100 or _FURNITURE.search(first):
        return ""
    return "" if _ENDS_SENTENCE.search(first) else first
