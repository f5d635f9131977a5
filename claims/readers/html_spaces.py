"""White space as a browser shows it, with the places of breaks and comments."""

from __future__ import annotations

import re

BREAK, COMMENT = "\0b", "\0c"  # libxml2 lets no NUL through, so these cannot stand in a page
_SPACES = re.compile(r"[ \t\n\r\f]*(?:\0b[ \t\n\r\f]*)+|[ \t\n\r\f]+")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…—]")


def collapsed(text: str) -> tuple[str, list[int]]:
    """The text as a browser shows its spaces, breaks as newlines, and where in it the comments stood.

    A line end between two Chinese characters is no space.
    """
    if not text.strip(" \t\n\r\f"):
        return "", [0] * text.count(COMMENT)
    pieces: list[str] = []
    at = 0
    for found in _SPACES.finditer(text):
        pieces.append(text[at : found.start()])
        at = found.end()
        if BREAK in found[0]:
            pieces.append("\n")
        else:
            before, after = text[found.start() - 1 : found.start()], text[at : at + 1]
            joins = "\n" in found[0] and _WIDE.match(before) and _WIDE.match(after)
            pieces.append("" if joins else " ")
    pieces.append(text[at:])
    words = "".join(pieces).strip(" \n")
    offsets, plain, length = [], [], 0
    for number, part in enumerate(words.split(COMMENT)):
        if number:
            offsets.append(length)
        plain.append(part)
        length += len(part)
    return "".join(plain).rstrip(), offsets
