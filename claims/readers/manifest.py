"""`manifest.csv`: what the files of a folder lack (title, date, publisher, place, language)."""

from __future__ import annotations

import csv
import io
import os
import re
import stat
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from claims.bilingual import Bilingual
from claims.document import Document
from claims.readers.encoding import decode, without_surrogates
from claims.readers.problems import Unreadable

NAME = "manifest.csv"
COLUMNS = ("file", "title", "published", "publisher", "place", "language")
_DATE = re.compile(r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """What a manifest says of one file; `problems` are its own faults, which never cost an article."""

    title: str = ""
    published: date | None = None
    publisher: str = ""
    place: str = ""
    language: str = ""
    problems: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of one `manifest.csv` by file name (relative to its folder) and what is wrong with it as a whole."""

    rows: dict[str, Row]
    problems: tuple[Bilingual, ...] = ()


def find(path: Path) -> Row | None:
    """The row for `path` in the nearest manifest that has one: its folder's or a parent's; None without.

    A manifest that cannot be read gives a row that only carries the problem.
    """
    try:
        whole = path.absolute()
        folders = whole.parents
    except OSError:
        return None
    problems: tuple[Bilingual, ...] = ()
    for folder in folders:
        manifest = load(folder / NAME)
        if manifest is None:
            continue
        row = manifest.rows.get(whole.relative_to(folder).as_posix()) or manifest.rows.get(whole.name)
        if row:
            return replace(row, problems=problems + row.problems)
        problems += manifest.problems
    return Row(problems=problems) if problems else None


def load(path: Path) -> Manifest | None:
    """The manifest at `path`, or None where there is none; read once as long as the file does not change."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):  # a pipe would block
        return None if stat.S_ISDIR(status.st_mode) else _NOT_REGULAR
    return _load(os.fspath(path), status.st_mtime_ns, status.st_size)


def supply(document: Document, row: Row | None) -> Document:
    """The document with what it lacks taken from its manifest row, and the row's problems as notes."""
    if row is None:
        return document
    return replace(
        document,
        title=document.title or row.title,
        published=document.published or row.published,
        publisher=document.publisher or row.publisher,
        place=document.place or row.place,
        language=document.language or row.language,
        notes=document.notes + row.problems,
    )


def parse_date(text: str) -> date | None:
    """The day that `text` begins with: `2019-07-15`, `2019/7/15`, `2019年7月15日`, an ISO time; else None."""
    found = _DATE.match(text)
    if not found:
        compact = re.fullmatch(r"\s*(\d{4})(\d\d)(\d\d)\s*", text, re.ASCII)
        found = compact
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


@lru_cache(maxsize=256)
def _load(path: str, changed: int, size: int) -> Manifest:
    try:
        if size > _MAX_BYTES:
            raise Unreadable(f"超过 {_MAX_BYTES:,} 字节", f"more than {_MAX_BYTES:,} bytes")
        text = without_surrogates(decode(Path(path).read_bytes()).text)
        return _parse(text)
    except (OSError, csv.Error, Unreadable) as error:
        detail = error.problem if isinstance(error, Unreadable) else Bilingual(str(error), str(error))
        return Manifest({}, (_faulty(detail.zh, detail.en),))


def _parse(text: str) -> Manifest:
    lines = csv.reader(io.StringIO(text))
    header = [name.strip().lower() for name in next(lines, [])]
    if "file" not in header:
        return Manifest({}, (_faulty("缺少 file 列", "it has no column file"),))
    rows: dict[str, Row] = {}
    for cells in lines:
        fields = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if name in COLUMNS}
        name = fields.get("file", "")
        if name:
            rows[name.removeprefix("./")] = _row(fields, lines.line_num, len(cells) - len(header))
    return Manifest(rows)


def _row(fields: dict[str, str], line: int, surplus: int) -> Row:
    problems: tuple[Bilingual, ...] = ()
    published = parse_date(fields.get("published", ""))
    if fields.get("published") and published is None:
        stated = fields["published"][:40]
        zh = f"第 {line} 行的日期“{stated}”看不懂，请写成 2019-07-15"
        problems += (_faulty(zh, f"line {line}: the date “{stated}” is not of the form 2019-07-15"),)
    if surplus > 0:
        zh = f"第 {line} 行多出 {surplus} 格，含逗号的内容请加引号"
        problems += (_faulty(zh, f"line {line} has {surplus} cells too many: put text with commas in quotes"),)
    return Row(
        fields.get("title", ""),
        published,
        fields.get("publisher", ""),
        fields.get("place", ""),
        fields.get("language", ""),
        problems,
    )


def _faulty(zh: str, en: str) -> Bilingual:
    return Bilingual(f"{NAME} 有误：{zh}。", f"{NAME} is faulty: {en}.")


_NOT_REGULAR = Manifest({}, (_faulty("它不是普通文件，而是管道或设备", "it is no regular file but a pipe or device"),))
