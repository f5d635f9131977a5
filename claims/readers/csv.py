"""CSV: articles a row (streamed), or one document that is a statistical table, its text as stored."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from claims.document import Cell, Document, Section, Table
from claims.readers.encoding import decode
from claims.readers.limits import Limits
from claims.readers.problems import CLAIM_TABLE, Unreadable, too_large, too_many_cells
from claims.readers.rows import Rows, resolved
from claims.readers.tables import RawCell, caption_start, laid_out

_HEAD = 1 << 16
_SEPARATORS = ",\t;，"


def read_csv(stream: BinaryIO, path: str, kind: str, limits: Limits) -> Iterator[Document]:
    """The articles in the rows, or the table as one document; a bad row gives an error and the rest are still read."""
    head = stream.read(_HEAD)
    kind = resolved(kind, _names(head))
    if kind == "claims":
        yield Document(path, error=CLAIM_TABLE)
    elif kind == "table":
        data = head + stream.read(limits.text_bytes + 1)
        if len(data) > limits.text_bytes:
            raise too_large(len(data), limits.text_bytes)
        yield table(data, path, limits)
    else:
        yield from _articles(head, stream, path, limits)


def columns(stream: BinaryIO) -> frozenset[str]:
    """The names in the header."""
    return _names(stream.read(_HEAD))


def table(data: bytes, path: str, limits: Limits) -> Document:
    """The file as a statistical table: lines before the header (a title, a unit note) are its caption."""
    found = decode(data)
    text = found.text
    rows = list(_cells(text, _separator(text), limits.cells))
    wide = max((len(row) for row in rows), default=0)
    first = next((number for number, row in enumerate(rows) if _filled(row) > 1 or wide < 2), 0)
    caption_begin, caption = _caption(text, rows[:first])
    body = [row for row in rows[first:] if _filled(row)]
    raw = [[RawCell(cell.text) for cell in row] for row in body]
    grid = laid_out(raw, body, limits.cells)
    if grid is None:
        raise too_many_cells(limits.cells)
    sections = (Section("table", body[0][0].start, body[-1][-1].end),) if body else ()
    tables = (Table(grid, caption, caption_begin),) if grid else ()
    title = caption.split("\n")[0] if caption and caption_start(caption) != 0 else ""
    return Document(
        path, text, title=title, encoding=found.encoding, sections=sections, tables=tables, notes=found.notes
    )


def _caption(text: str, rows: list[list[Cell]]) -> tuple[int, str]:
    filled = [cell for row in rows for cell in row if cell.text]
    return (filled[0].start, text[filled[0].start : filled[-1].end]) if filled else (-1, "")


def _filled(row: list[Cell]) -> int:
    return sum(1 for cell in row if cell.text)


def _cells(text: str, separator: str, most: int) -> Iterator[list[Cell]]:
    """The rows of cells with their spans, quotes left out of them, as RFC 4180 has it."""
    token = re.compile(rf'[ \t]*"((?:[^"]|"")*)"[^\n{separator}]*|([^\n{separator}]*)')
    row: list[Cell] = []
    at = count = 0
    while at < len(text):
        found = token.match(text, at)
        assert found is not None  # the second alternative matches anything, also nothing
        group = 1 if found[1] is not None else 2
        words = found[group].strip()
        start = found.start(group) + len(found[group]) - len(found[group].lstrip())
        row.append(Cell(words, start, start + len(words)))
        count += 1
        if count > most:
            raise too_many_cells(most)
        at = found.end()
        if at < len(text) and text[at] == "\n":
            yield row
            row = []
        elif at == len(text) - 1:
            row.append(Cell("", len(text), len(text)))
        at += 1
    if row:
        yield row


def _names(head: bytes) -> frozenset[str]:
    try:
        text = _decoded_head(head)[0]
    except Unreadable:
        return frozenset()
    first = next(csv.reader(io.StringIO(text), delimiter=_separator(text)), [])
    return frozenset(name.strip().lower() for name in first)


def _separator(text: str) -> str:
    """The separator that stands most often in the first line."""
    line = text.lstrip("\n").split("\n", 1)[0][:10_000]
    return max(_SEPARATORS, key=line.count)


def _decoded_head(head: bytes) -> tuple[str, str]:
    """The first lines as text, with a codec's name for the rest; a character cut at the end does no harm."""
    cut = head.rfind(b"\n") + 1 if len(head) >= _HEAD else len(head)
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    found = decode(head[: cut + cut % 2] if wide else head[: cut or len(head)])
    return found.text, found.encoding


def _articles(head: bytes, stream: BinaryIO, path: str, limits: Limits) -> Iterator[Document]:
    text, encoding = _decoded_head(head)
    rows = Rows(path, limits)
    csv.field_size_limit(limits.characters + 1)
    decoder = _Lines(head, stream, encoding, limits)
    reader = csv.reader(decoder, delimiter=_separator(text))
    names: list[str] | None = None
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield rows.unreadable(number, _bad_row(number, str(error)))
            continue
        if not cells:
            continue
        if names is None:
            names = [cell.strip().lower() for cell in cells]
            continue
        number += 1
        try:
            fields = dict(zip(names, cells, strict=False))
            yield rows.document(number, fields, decoder.encoding)
        except Unreadable as error:
            yield rows.unreadable(number, error)


class _Lines:
    """The lines of a CSV stream as text, bounded in length; UTF-8 that turns out to be none goes on as GB18030."""

    def __init__(self, head: bytes, stream: BinaryIO, encoding: str, limits: Limits) -> None:
        self.encoding = encoding
        self._source = _Joined(head, stream)
        self._limits = limits
        wide = encoding.startswith(("utf-16", "utf-32"))
        self._wide = codecs.getreader(encoding)(self._source, "replace") if wide else None
        self._first = True

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._wide is not None:
            line = self._wide.readline()
        else:
            line = self._decoded(self._source.readline(self._limits.text_bytes))
        if not line:
            raise StopIteration
        if self._first:
            self._first = False
            line = line.removeprefix("\ufeff")
        return line

    def _decoded(self, line: bytes) -> str:
        codec = "utf-8" if self.encoding == "utf-8-sig" else self.encoding
        try:
            return line.decode(codec)
        except UnicodeDecodeError:
            try:
                found = decode(line)
            except Unreadable:
                return line.decode(codec, "replace")
            self.encoding = found.encoding
            return found.text


class _Joined(io.RawIOBase):
    """Bytes already read, then the rest of their stream."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._head.read(size) or self._stream.read(size)

    def readline(self, size: int | None = -1) -> bytes:
        most = -1 if size is None else size
        line = self._head.readline(most)
        return line if line.endswith(b"\n") or len(line) == most else line + self._stream.readline(most)


def _bad_row(number: int, detail: str) -> Unreadable:
    return Unreadable(
        f"第 {number} 行不是完好的 CSV（{detail}）：请检查引号，或拆开过长的内容。",
        f"Row {number} is not sound CSV ({detail}): check its quotes, or split what is too long.",
    )
