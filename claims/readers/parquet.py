"""Parquet: articles a row, read in small batches, or one document that is a statistical table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from claims.document import Document
from claims.readers.limits import Limits
from claims.readers.problems import CLAIM_TABLE, Unreadable, damaged, too_large, too_many_cells
from claims.readers.rows import Rows, resolved, table_document

_BATCH = 64
_WANTED = ("id", "text", "title", "published", "place", "publisher", "language")
_FORMAT = "Parquet"


def read_parquet(stream: BinaryIO, path: str, kind: str, limits: Limits) -> Iterator[Document]:
    """The articles in the rows, or the table as one document; raises Unreadable for a damaged file."""
    names = columns(stream)
    kind = resolved(kind, frozenset(name.lower() for name in names))
    if kind == "claims":
        yield Document(path, error=CLAIM_TABLE)
    elif kind == "table":
        yield table_document(records(stream, sorted_columns(stream), limits), path, "", limits)
    else:
        rows = Rows(path, limits)
        wanted = [name for name in names if name.lower() in _WANTED]
        for number, record in enumerate(records(stream, wanted, limits), 1):
            try:
                yield rows.document(number, {name.lower(): value for name, value in record.items()}, "utf-8")
            except Unreadable as error:
                yield rows.unreadable(number, error)


def columns(stream: BinaryIO) -> frozenset[str]:
    """The names of the columns."""
    return frozenset(sorted_columns(stream))


def sorted_columns(stream: BinaryIO) -> list[str]:
    """The names of the columns in their order."""
    return list(_opened(stream, []).schema_arrow.names)


def _opened(stream: BinaryIO, texts: list[str]) -> Any:
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise Unreadable(
            "读 Parquet 需要 pyarrow：请安装 crossfoot[parquet]。", "Parquet needs pyarrow: install crossfoot[parquet]."
        ) from error
    try:
        # Columns of words stay in their dictionaries: one long value repeated a million times is held once.
        return parquet.ParquetFile(stream, read_dictionary=texts)
    except Exception as error:  # pyarrow raises many kinds for damaged files
        raise damaged(_FORMAT) from error


def records(stream: BinaryIO, names: list[str], limits: Limits) -> Iterator[dict[str, Any]]:
    file = _opened(stream, [name for name in names if name.lower() == "text"])
    groups = [file.metadata.row_group(number).total_byte_size for number in range(file.metadata.num_row_groups)]
    if max(groups, default=0) > limits.file_bytes:
        raise too_large(max(groups), limits.file_bytes)
    if len(names) > limits.cells:
        raise too_many_cells(limits.cells)
    try:
        for batch in file.iter_batches(batch_size=_BATCH, columns=names):
            for row in range(batch.num_rows):
                yield {name: batch.column(place)[row].as_py() for place, name in enumerate(batch.schema.names)}
    except Unreadable:
        raise
    except Exception as error:  # as above, in the middle of the file
        raise damaged(_FORMAT) from error
