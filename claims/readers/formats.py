"""Which reader a file needs: by its suffix, by its first bytes on standard input, by its columns for a table."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from claims.document import Document
from claims.readers.limits import DEFAULT, Limits
from claims.readers.problems import EMPTY, Unreadable, must_be_regular, too_large
from claims.readers.rows import resolved

TABLE_SUFFIXES = (".jsonl", ".jsonl.gz", ".csv", ".parquet")
SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", *TABLE_SUFFIXES)


def suffix_of(path: Path | str) -> str:
    """The suffix that decides the reader, lower case (`.jsonl.gz` is one); raises Unreadable for any other."""
    name = os.path.basename(path).lower()
    for suffix in SUFFIXES:
        if name.endswith(suffix):
            return suffix
    known = " ".join(SUFFIXES)
    ending = os.path.splitext(name)[1] or "—"
    if ending == ".doc":
        raise Unreadable(
            "旧版 Word（.doc）读不了：请另存为 .docx。", "Word 97–2003 (.doc) is not read: save it as .docx."
        )
    raise Unreadable(
        f"不支持这种文件（{ending}）：可读 {known}。",
        f"Files of this kind ({ending}) are not read; those that are: {known}.",
    )


def sniff(head: bytes) -> str:
    """The suffix that fits a stream's first bytes; `.txt` if nothing speaks against it."""
    for magic, suffix in (
        (b"%PDF-", ".pdf"),
        (b"PK\x03\x04", ".docx"),
        (b"\x1f\x8b", ".jsonl.gz"),
        (b"PAR1", ".parquet"),
    ):
        if head.startswith(magic):
            return suffix
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return ".html"
    first = start.split(b"\n", 1)[0]
    return ".jsonl" if first.startswith(b"{") and b'"text"' in first else ".txt"


def what_is(path: Path | str, limits: Limits = DEFAULT) -> str:
    """What a table file holds: `articles` (column text), `claims` (value, measure) or `table`; else `document`.

    Raises Unreadable or OSError when the file cannot be looked into.
    """
    suffix = suffix_of(path)
    if suffix not in TABLE_SUFFIXES:
        return "document"
    must_be_regular(Path(path))
    with Path(path).open("rb") as stream:
        return resolved("auto", _columns(stream, suffix, limits))


def _columns(stream: BinaryIO, suffix: str, limits: Limits) -> frozenset[str]:
    if suffix == ".csv":
        from claims.readers import csv

        return csv.columns(stream)
    if suffix == ".parquet":
        from claims.readers import parquet

        return parquet.columns(stream)
    from claims.readers import jsonl

    return jsonl.columns(jsonl.unpacked(stream) if suffix.endswith(".gz") else stream, limits)


def documents(stream: BinaryIO, path: str, suffix: str, kind: str, limits: Limits) -> Iterator[Document]:
    """The documents on the stream, read as its suffix says; raises Unreadable when none can be read."""
    if suffix in (".jsonl", ".jsonl.gz"):
        from claims.readers.jsonl import read_jsonl, unpacked

        yield from read_jsonl(unpacked(stream) if suffix.endswith(".gz") else stream, path, kind, limits)
    elif suffix == ".csv":
        from claims.readers.csv import read_csv

        yield from read_csv(stream, path, kind, limits)
    elif suffix == ".parquet":
        from claims.readers.parquet import read_parquet

        yield from read_parquet(stream, path, kind, limits)
    else:
        yield _single(stream, path, suffix, limits)


def _single(stream: BinaryIO, path: str, suffix: str, limits: Limits) -> Document:
    """The one document on the stream."""
    data = _whole(stream, limits.file_bytes if suffix in (".pdf", ".docx") else limits.text_bytes)
    if not data:
        return Document(path, error=EMPTY)
    if suffix == ".pdf":
        from claims.readers.pdf import read_pdf

        return read_pdf(data, path, limits)
    if suffix == ".docx":
        from claims.readers.docx import read_docx

        return read_docx(data, path, limits)
    if suffix in (".html", ".htm"):
        from claims.readers.html import read_html

        return read_html(data, path, limits)
    if suffix == ".md":
        from claims.readers.markdown import read_markdown

        return read_markdown(data, path, limits)
    from claims.readers.text import read_text

    return read_text(data, path, limits)


def _whole(stream: BinaryIO, most: int) -> bytes:
    """All bytes of the stream; raises Unreadable, after reading no more than `most` of them, when there are more."""
    data = stream.read(most + 1)
    if len(data) > most:
        size = max(len(data), os.fstat(stream.fileno()).st_size) if _has_size(stream) else len(data)
        raise too_large(size, most)
    return data


def _has_size(stream: BinaryIO) -> bool:
    try:
        return bool(os.fstat(stream.fileno()).st_size)
    except (OSError, AttributeError):
        return False
