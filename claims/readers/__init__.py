"""Every document a newsroom has, behind one entry: `read(path)`; a document that cannot be read says why."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from claims.bilingual import Bilingual
from claims.document import Document
from claims.readers import manifest
from claims.readers.encoding import without_surrogates
from claims.readers.formats import SUFFIXES, TABLE_SUFFIXES, documents, sniff, suffix_of, what_is
from claims.readers.limits import DEFAULT, Limits
from claims.readers.problems import (
    CLAIM_TABLE,
    EMPTY,
    Unreadable,
    must_be_regular,
    of_system,
    too_long,
    too_many_numbers,
)
from claims.readers.text import guess_title

__all__ = [
    "CLAIM_TABLE",
    "DEFAULT",
    "SUFFIXES",
    "TABLE_SUFFIXES",
    "Limits",
    "manifest",
    "read",
    "read_standard_input",
    "what_is",
]
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*[十百千万亿]*|[〇零一二两三四五六七八九十百千万亿]+")
# Direction marks and controls change what is seen, not what is stored; an editor should know of them.
_HIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def read(path: Path | str, *, kind: str = "auto", limits: Limits = DEFAULT) -> Iterator[Document]:
    """The documents of one file, in order: one, or one a row (`path#id`) for a table of articles.

    `kind` is `auto`, `articles`, `claims` or `table` and matters for table files only. Never raises for what the file
    holds: an unreadable document carries `error`. A claim table gives one document whose error is `CLAIM_TABLE`.
    """
    path = Path(path)
    name = shown(path)
    try:
        must_be_regular(path)
        suffix = suffix_of(path)
        row = manifest.find(path)
        with path.open("rb") as stream:
            found = False
            for document in documents(stream, name, suffix, kind, limits):
                found = True
                yield _finished(manifest.supply(document, row), limits)
        if not found:
            yield Document(name, error=EMPTY)
    except Unreadable as error:
        yield Document(name, error=error.problem)
    except OSError as error:
        yield Document(name, error=of_system(error).problem)


def read_standard_input(stream: BinaryIO, *, kind: str = "auto", limits: Limits = DEFAULT) -> Iterator[Document]:
    """The documents on a stream of bytes, named `-` (`-#id` for rows); what they are, their first bytes say."""
    try:
        buffered = io.BufferedReader(stream) if not hasattr(stream, "peek") else stream  # type: ignore[type-var]
        suffix = sniff(buffered.peek(4096)[:4096])
        found = False
        for document in documents(buffered, "-", suffix, kind, limits):
            found = True
            yield _finished(document, limits)
        if not found:
            yield Document("-", error=EMPTY)
    except Unreadable as error:
        yield Document("-", error=error.problem)
    except OSError as error:
        yield Document("-", error=of_system(error).problem)


def shown(path: Path) -> str:
    """The path as text; bytes of a file name that are no UTF-8 stand as `\\xNN`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _finished(document: Document, limits: Limits) -> Document:
    """The document with its last fields: an error if it says nothing, a title if its first line is one, notes."""
    if document.error:
        return document
    if not document.text.strip():
        return Document(document.path, encoding=document.encoding, notes=document.notes, error=EMPTY)
    excess = _excess(document.text, limits)
    if excess is not None:
        return Document(document.path, encoding=document.encoding, notes=document.notes, error=excess)
    text = without_surrogates(document.text)
    title = document.title or ("" if document.tables else guess_title(text))
    return replace(document, text=text, title=title, notes=document.notes + _hidden(text))


def _excess(text: str, limits: Limits) -> Bilingual | None:
    """Why the text is too much to be read as one article, if it is."""
    if len(text) > limits.characters:
        return too_long(len(text), limits.characters).problem
    if len(text) <= limits.numbers:
        return None
    count = sum(1 for _ in _NUMBER.finditer(text))
    return too_many_numbers(count, limits.numbers).problem if count > limits.numbers else None


def _hidden(text: str) -> tuple[Bilingual, ...]:
    count = len(_HIDDEN.findall(text))
    if not count:
        return ()
    return (
        Bilingual(
            f"文中有 {count:,} 个看不见的控制字符，显示时已中和。",
            f"The text holds {count:,} invisible control characters, made harmless where shown.",
        ),
    )
