"""The rows of a table file from outside, cells as the file holds them: CSV, JSON lines (also gzipped), Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from claims.exact_json import loads
from claims.outside.cells import Cell, held
from claims.readers.encoding import decode, without_surrogates
from claims.readers.formats import TABLE_SUFFIXES, suffix_of
from claims.readers.jsonl import lines, unpacked
from claims.readers.limits import DEFAULT, Limits
from claims.readers.problems import Unreadable, must_be_regular, of_system, too_large, too_many_cells


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its number in the file, as an editor or spreadsheet counts (a CSV header is row 1), and its cells."""

    number: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Records:
    """The rows of one table with the names of its columns, in lower case; `path` as given."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[Record, ...]


def read_records(path: Path | str, limits: Limits = DEFAULT) -> Records:
    """The rows of a table file; raises `Unreadable`, saying what to do, where it cannot be read."""
    suffix = suffix_of(path)
    if suffix not in TABLE_SUFFIXES:
        known = " ".join(TABLE_SUFFIXES)
        raise Unreadable(f"数据表应是 {known} 之一。", f"A table of figures must be one of {known}.")
    try:
        must_be_regular(Path(path))
        with Path(path).open("rb") as stream:
            return of_stream(stream, str(path), suffix, limits)
    except OSError as error:
        raise of_system(error) from error


def of_stream(stream: BinaryIO, path: str, suffix: str, limits: Limits = DEFAULT) -> Records:
    """The rows of a table on a stream of bytes; raises Unreadable."""
    if suffix == ".parquet":
        return _gathered(path, _of_parquet(stream, limits), limits)
    if suffix == ".csv":
        data = stream.read(limits.text_bytes + 1)
        if len(data) > limits.text_bytes:
            raise too_large(len(data), limits.text_bytes)
        return _of_csv(decode(data).text, path, limits)
    return _gathered(path, _of_jsonl(unpacked(stream) if suffix.endswith(".gz") else stream, limits), limits)


def of_rows(rows: Sequence[Mapping[str, Any]], path: str, first: int = 1) -> Records:
    """Rows at hand as a table, numbered from `first`."""
    return _gathered(path, (Record(number, _named(row)) for number, row in enumerate(rows, first)), DEFAULT)


def _gathered(path: str, rows: Iterator[Record], limits: Limits) -> Records:
    columns: dict[str, None] = {}
    kept = []
    for row in rows:
        columns.update(dict.fromkeys(row.cells))
        kept.append(row)
        if len(kept) * len(columns) > limits.cells * 10:
            raise too_many_cells(limits.cells * 10)
    return Records(path, tuple(columns), tuple(kept))


def _named(cells: Mapping[str, Any]) -> dict[str, Cell]:
    return {str(name).strip().lower(): _clean(cell) for name, cell in cells.items()}


def _clean(cell: Any) -> Cell:
    return without_surrogates(cell) if type(cell) is str else held(cell)


def _of_csv(text: str, path: str, limits: Limits) -> Records:
    text = without_surrogates(text)
    head = "\n".join(text.split("\n", 20)[:20])[:20_000]
    csv.field_size_limit(limits.characters + 1)
    separator = max(",\t;", key=head.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    columns: list[str] | None = None
    rows: list[Record] = []
    number = 0
    title = _title_lines(text, separator)
    try:
        for cells in reader:
            number += 1
            if number <= title or not any(cell.strip() for cell in cells):
                continue
            if columns is None:
                columns = [cell.strip().lower() for cell in cells]
                continue
            if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
                raise Unreadable(
                    f"第 {number} 行比表头多出 {len(cells) - len(columns)} 格：含逗号的内容请加引号。",
                    f"Row {number} has {len(cells) - len(columns)} cells more than the header: quote text with commas.",
                )
            rows.append(Record(number, dict(zip(columns, cells, strict=False))))
    except csv.Error as error:
        raise Unreadable(
            f"第 {number + 1} 行读不出来：{error}。", f"Row {number + 1} cannot be read: {error}."
        ) from error
    if columns and len(set(columns)) < len(columns):
        twice = next(name for name in columns if columns.count(name) > 1)
        raise Unreadable(f"有两列都叫“{twice}”：请改名。", f"Two columns are called “{twice}”: rename one.")
    return Records(path, tuple(columns or ()), tuple(rows))


def _title_lines(text: str, separator: str) -> int:
    """How many lines stand above the header: those of one filled cell, a title or a unit note, before wider ones."""
    head = list(islice(csv.reader(io.StringIO(text), delimiter=separator), 20))
    filled = [sum(1 for cell in cells if cell.strip()) for cells in head]
    wide = max(filled, default=0) > 1
    return next((number for number, count in enumerate(filled) if count > 1), 0) if wide else 0


def _of_jsonl(stream: BinaryIO, limits: Limits) -> Iterator[Record]:
    for number, line in lines(stream, limits):
        if isinstance(line, Unreadable):
            raise line
        try:
            fields = loads(decode(line).text)
        except (ValueError, RecursionError) as error:
            raise Unreadable(
                f"第 {number} 行不是 JSON：请改正这一行。", f"Line {number} is not JSON: correct the line."
            ) from error
        if not isinstance(fields, dict):
            raise Unreadable(
                f"第 {number} 行不是 JSON 对象：每行应是一条数据。",
                f"Line {number} is no JSON object: one figure a line.",
            )
        yield Record(number, _named(fields))


def _of_parquet(stream: BinaryIO, limits: Limits) -> Iterator[Record]:
    from claims.readers import parquet

    names = parquet.sorted_columns(stream)
    for number, cells in enumerate(parquet.records(stream, names, limits), 1):
        yield Record(number, _named(cells))
