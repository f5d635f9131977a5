"""Composing a document's text block by block, so that sections, cells and marks know where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claims.bilingual import Bilingual
from claims.document import Cell, Document, InlineAcceptance, Mark, Section, Table
from claims.readers.limits import Limits
from claims.readers.problems import too_long
from claims.readers.tables import RawCell, caption_start, laid_out

# An accept comment: `<!-- crossfoot: accept CHECK reason -->`; this is what stands inside the comment's marks.
_ACCEPT = re.compile(r"\s*crossfoot:\s*accept\s+([a-z][a-z0-9-]*)\s*(.*?)\s*", re.DOTALL)


def acceptance(comment: str) -> tuple[str, str] | None:
    """The check and the reason that an accept comment names; None for any other comment."""
    found = _ACCEPT.fullmatch(comment[:2000])
    return (found[1], " ".join(found[2].split())) if found else None


@dataclass(slots=True)
class Composer:
    """A text under construction; blocks are parted by blank lines, rows by newlines, cells by tabs."""

    limits: Limits
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    sections: list[Section] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    acceptances: list[InlineAcceptance] = field(default_factory=list)
    notes: list[Bilingual] = field(default_factory=list)

    def block(self, text: str, kind: str = "", gap: str = "\n\n") -> int:
        """Add a block and return its offset; `kind` makes it a section."""
        if self.length:
            self._add(gap)
        start = self.length
        self._add(text)
        if kind:
            self.sections.append(Section(kind, start, self.length))
        return start

    def table(self, rows: Sequence[Sequence[RawCell]], caption: str = "") -> None:
        """Add a table after its caption; without one, a caption or unit note just before it in the text is taken."""
        said = self.block(caption, "caption") if caption else -1
        if self.length:
            self._add("\n" if caption else "\n\n")
        start, before = self.length, said
        if said < 0:
            tail = "".join(self.pieces[-8:]).rstrip("\n")
            found = caption_start(tail)
            if found >= 0:
                before = start - (len("".join(self.pieces[-8:])) - found)
                caption = tail[found:]
        placed = [
            [self._cell(cell, number, index) for index, cell in enumerate(row)] for number, row in enumerate(rows)
        ]
        grid = laid_out(rows, placed, self.limits.cells)
        if self.length > start:
            self.sections.append(Section("table", start, self.length))
        if grid is None:
            self.notes.append(huge_table(self.limits.cells))
        elif grid:
            self.tables.append(Table(grid, caption, before))

    def document(self, document: Document) -> Document:
        """`document` with the composed text and all that is known of it."""
        return replace(
            document,
            text="".join(self.pieces),
            sections=tuple(self.sections),
            tables=tuple(self.tables),
            marks=tuple(self.marks),
            acceptances=tuple(self.acceptances),
            notes=document.notes + tuple(self.notes),
        )

    def _cell(self, cell: RawCell, row: int, column: int) -> Cell:
        if column:
            self._add("\t")
        elif row:
            self._add("\n")
        start = self.length
        self._add(cell.text)
        return Cell(cell.text, start, self.length, cell.header)

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)
        if self.length > self.limits.characters:
            raise too_long(self.length, self.limits.characters)


def huge_table(most: int) -> Bilingual:
    """The note that a table of more than `most` cells was read as text only."""
    return Bilingual(
        f"有一张表超过 {most:,} 格，只作文字读取，未按行列核对。",
        f"A table of more than {most:,} cells was read as text only, not by rows and columns.",
    )
