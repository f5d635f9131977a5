"""The rows of tables as the sentences of their figures; long rows are cut between cells."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

from claims.document import Cell

LONGEST = 1000  # characters


class Stretch(NamedTuple):
    """Cells that stand together: where they begin in the document's text, and the words there."""

    start: int
    words: str


def stretches(text: str, cells: Sequence[Cell]) -> dict[int, Stretch]:
    """By where each cell of a row begins, the stretch of the row that it stands in."""
    found: dict[int, Stretch] = {}
    piece: list[Cell] = []
    for cell in cells:
        if piece and cell.end - piece[0].start > LONGEST:
            found |= _one(text, piece)
            piece = []
        piece.append(cell)
    return found | _one(text, piece) if piece else found


def _one(text: str, cells: list[Cell]) -> dict[int, Stretch]:
    start = cells[0].start
    words = text[start : max(cell.end for cell in cells)]
    return dict.fromkeys((cell.start for cell in cells), Stretch(start, words))


def name(path: str, stretch: Stretch, start: int, names: dict[str, int]) -> str:
    """The id of a claim, stable across edits elsewhere: of the document's name, the row and where the figure stands."""
    written = f"{path}\0{stretch.words}\0{start - stretch.start}"
    digest = blake2b(written.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    names[digest] = names.get(digest, 0) + 1
    return f"t{digest}" if names[digest] == 1 else f"t{digest}-{names[digest]}"
