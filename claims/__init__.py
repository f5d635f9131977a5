"""What articles say: documents, the figures in them, and the claim table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.claim import Claim
    from claims.document import Document


def read(path: Path | str, kind: str = "auto") -> Iterator[Document]:
    """The documents of a file, as `claims.readers.read` reads them."""
    from claims import readers

    return readers.read(Path(path), kind=kind)


def extract(document: Document) -> tuple[Claim, ...]:
    """The claims of a document in the order of its text."""
    from claims import extraction

    return extraction.extract(document)
