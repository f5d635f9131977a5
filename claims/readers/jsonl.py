"""Articles as JSON lines, also gzipped: streamed, one article a line."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from typing import Any, BinaryIO

from claims.document import Document
from claims.readers.encoding import Decoded, decode
from claims.readers.limits import Limits
from claims.readers.problems import CLAIM_TABLE, Unreadable, damaged
from claims.readers.rows import Rows, resolved, table_document

Line = tuple[int, bytes | Unreadable]
_LINE_COST = 50  # bytes that could have been passed over in the time of one blank line
PEEKED = 5  # lines whose keys say what the file holds


def read_jsonl(stream: BinaryIO, path: str, kind: str, limits: Limits) -> Iterator[Document]:
    """One document a line, in order; a bad line gives a document with an error, and the rest are still read."""
    source = lines(stream, limits)
    head = list(islice(source, PEEKED))
    kind = resolved(kind, _columns(head))
    if kind == "claims":
        yield Document(path, error=CLAIM_TABLE)
    elif kind == "table":
        yield table_document(_objects(chain(head, source)), path, "utf-8", limits)
    else:
        yield from _articles(chain(head, source), Rows(path, limits))


def columns(stream: BinaryIO, limits: Limits) -> frozenset[str]:
    """The keys of the first objects in the stream."""
    return _columns(list(islice(lines(stream, limits), PEEKED)))


def _columns(head: Sequence[Line]) -> frozenset[str]:
    names: set[str] = set()
    for number, line in head:
        if isinstance(line, bytes):
            with suppress(Unreadable):
                names.update(parse(line, number)[0])
    return frozenset(names) if names else frozenset(("text",))


def _articles(source: Iterable[Line], rows: Rows) -> Iterator[Document]:
    for number, line in source:
        if isinstance(line, Unreadable):
            yield rows.unreadable(number, line)
            continue
        try:
            fields, found = parse(line, number)
            yield rows.document(number, fields, found.encoding, found.notes)
        except Unreadable as error:
            yield rows.unreadable(number, error)


def _objects(source: Iterable[Line]) -> Iterator[dict[str, Any]]:
    for number, line in source:
        if isinstance(line, Unreadable):
            raise line
        yield parse(line, number)[0]


def lines(stream: BinaryIO, limits: Limits) -> Iterator[Line]:
    """The filled lines with their numbers; too long a line, or the point where the stream breaks, as Unreadable."""
    number, skipped = 0, 0
    most = 2 * limits.text_bytes  # JSON may escape every character
    try:
        while line := stream.readline(most):
            number += 1
            if not line.strip():
                skipped += len(line) + _LINE_COST
            elif len(line) < most or line.endswith(b"\n"):
                skipped = 0
                yield number, line
            else:
                yield number, _too_long(number, most)
                while line and not line.endswith(b"\n") and skipped <= limits.skipped_bytes:
                    line = stream.readline(1 << 20)
                    skipped += len(line)
            if skipped > limits.skipped_bytes:
                yield number, _endless(number, limits)
                return
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield number + 1, _broken_off(number)


def parse(line: bytes, number: int) -> tuple[dict[str, Any], Decoded]:
    """The object on the line and how it was decoded; raises Unreadable when it is none."""
    found = decode(line)
    try:
        fields = json.loads(found.text, strict=False)
    except (ValueError, RecursionError) as error:
        detail = f"{getattr(error, 'msg', type(error).__name__)}"
        raise Unreadable(
            f"第 {number} 行不是 JSON（{detail}）：请改正这一行。",
            f"Line {number} is not JSON ({detail}): correct the line.",
        ) from error
    if not isinstance(fields, dict):
        raise Unreadable(
            f'第 {number} 行不是 JSON 对象：每行应是一篇稿件，如 {{"id": …, "text": …}}。',
            f'Line {number} is not a JSON object: each line is one article, such as {{"id": …, "text": …}}.',
        )
    return fields, found


def unpacked(stream: BinaryIO) -> BinaryIO:
    """The gzipped stream, unpacked as it is read."""
    return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]


def _too_long(number: int, most: int) -> Unreadable:
    return Unreadable(
        f"第 {number} 行太长（超过 {most:,} 字节）：请拆成几篇。",
        f"Line {number} is too long (more than {most:,} bytes): split the article.",
    )


def _endless(number: int, limits: Limits) -> Unreadable:
    return Unreadable(
        f"从第 {number} 行起 {limits.skipped_bytes:,} 字节里没有稿件，不再读下去：请检查文件。",
        f"No article in {limits.skipped_bytes:,} bytes from line {number} on, reading stopped: check the file.",
    )


def _broken_off(number: int) -> Unreadable:
    problem = damaged("gzip").problem
    return Unreadable(
        f"读完第 {number} 行后文件中断。{problem.zh}", f"The file breaks off after line {number}. {problem.en}"
    )
