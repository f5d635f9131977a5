"""Articles that stand as rows of a table: `id`, `text`, and what else the row knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from claims.bilingual import Bilingual
from claims.document import Document
from claims.readers.compose import Composer
from claims.readers.encoding import without_surrogates
from claims.readers.limits import Limits
from claims.readers.manifest import parse_date
from claims.readers.problems import Unreadable, too_long, too_many_cells
from claims.readers.tables import RawCell, one_line

Notes = tuple[Bilingual, ...]


class Rows:
    """Names the rows of one file: `path#id`, the row's number where it has no id, and no name twice."""

    def __init__(self, path: str, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._names: set[str] = set()

    def unreadable(self, number: int, error: Unreadable) -> Document:
        """The document that stands for a row that could not be read."""
        return Document(f"{self._path}#{number}", error=error.problem)

    def document(self, number: int, fields: Mapping[str, Any], encoding: str, notes: Notes = ()) -> Document:
        """The article of a row, its text exactly as the row holds it; raises Unreadable when it has none."""
        text = fields.get("text")
        if not isinstance(text, str) or not text.strip():
            raise Unreadable(
                f"第 {number} 行没有正文（text 为空）：请补上，或删去这一行。",
                f"Row {number} has no text: add it, or remove the row.",
            )
        if len(text) > self._limits.characters:
            raise too_long(len(text), self._limits.characters)
        published, problems = _published(fields.get("published"), number)
        return Document(
            self._name(number, fields.get("id")),
            without_surrogates(text),
            title=_words(fields, "title"),
            published=published,
            publisher=_words(fields, "publisher"),
            place=_words(fields, "place"),
            language=_words(fields, "language"),
            encoding=encoding,
            notes=notes + problems,
        )

    def _name(self, number: int, given: Any) -> str:
        name = without_surrogates(str(given)).strip() if given is not None and given != "" else ""
        if not name:
            name = str(number)
        if name in self._names:
            name = f"{name}@{number}"
        self._names.add(name)
        return f"{self._path}#{name}"


def resolved(kind: str, columns: frozenset[str]) -> str:
    """What a table is read as: `kind`, or for `auto` what its columns say (`articles`, `claims` or `table`)."""
    if kind != "auto":
        return kind
    if {"value", "measure"} <= columns:  # a claim table has a column text, too: the figure as printed
        return "claims"
    return "articles" if "text" in columns else "table"


def table_document(objects: Iterable[Mapping[str, Any]], path: str, encoding: str, limits: Limits) -> Document:
    """One document that is a statistical table: the keys its header, one line an object, cells parted by tabs."""
    composer = Composer(limits)
    names: dict[str, None] = {}
    kept: list[Mapping[str, Any]] = []
    for fields in objects:
        kept.append(fields)
        names.update(dict.fromkeys(fields))
        if len(kept) * len(names) > limits.cells:
            raise too_many_cells(limits.cells)
    head = [RawCell(one_line(without_surrogates(str(name))), header=True) for name in names]
    composer.table([head, *([RawCell(_cell(fields.get(name))) for name in names] for fields in kept)])
    return composer.document(Document(path, encoding=encoding))


def _cell(value: Any) -> str:
    return "" if value is None else one_line(without_surrogates(str(value)))


def _words(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return "" if value is None or isinstance(value, dict | list) else without_surrogates(str(value)).strip()


def _published(value: Any, number: int) -> tuple[date | None, tuple[Bilingual, ...]]:
    if isinstance(value, datetime):
        return value.date(), ()
    if isinstance(value, date):
        return value, ()
    if value is None or value == "":
        return None, ()
    found = parse_date(str(value))
    if found:
        return found, ()
    stated = without_surrogates(str(value)[:40])
    return None, (
        Bilingual(
            f"第 {number} 行的日期“{stated}”看不懂，请写成 2019-07-15。",
            f"Row {number}: the date “{stated}” is not of the form 2019-07-15.",
        ),
    )
