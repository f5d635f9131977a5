"""How much of a document is read before it is refused, so that no input can exhaust memory or time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one document; what exceeds them becomes one clear error, and reading goes on with the next."""

    characters: int = 5_000_000  # of one article: five long novels
    numbers: int = 200_000  # in one article, each a few kilobytes once read; prose of 5,000,000 characters has fewer
    file_bytes: int = 200_000_000  # of one PDF, docx or parquet row group
    unpacked_bytes: int = 200_000_000  # of the parts of a docx, unpacked
    skipped_bytes: int = 300_000_000  # passed over in a stream without an article, before it is given up
    pages: int = 3_000
    cells: int = 200_000  # of one table, repeated spans counted
    depth: int = 200  # of nested elements

    @property
    def text_bytes(self) -> int:
        """No text of more bytes can stay within `characters`: four bytes a character are the most."""
        return 4 * self.characters


DEFAULT = Limits()
