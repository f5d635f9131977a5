"""The settings a file may hold: their names, the kinds of their values, and how a value is read."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from checker.errors import CannotDo, did_you_mean
from claims.bilingual import Bilingual
from expectations.finding import SEVERITIES

Reader = Callable[[str, Any, Path], Any]


class WrongValue(ValueError):
    """A value that a setting cannot take; carries what would be right and, for words, the known ones."""

    def __init__(self, wanted: Bilingual, known: tuple[str, ...] = ()) -> None:
        super().__init__(wanted.en)
        self.wanted = wanted
        self.known = known


def _flag(_: str, value: Any, __: Path) -> bool:
    if not isinstance(value, bool):
        raise WrongValue(Bilingual("true 或 false", "true or false"))
    return value


def _count(_: str, value: Any, __: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise WrongValue(Bilingual("不小于 0 的整数", "a whole number, 0 or more"))
    return value


def _day(_: str, value: Any, __: Path) -> date:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise WrongValue(Bilingual("2024-07-01 这样的日期", "a date such as 2024-07-01")) from None


def _words(_: str, value: Any, __: Path) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise WrongValue(Bilingual("一个词或一列词", "a word or a list of words"))
    return tuple(items)


def _path(_: str, value: Any, folder: Path) -> str:
    if not isinstance(value, str) or not value:
        raise WrongValue(Bilingual("一个路径", "a path"))
    return value if folder == Path() else os.path.relpath(folder / value)


def _paths(name: str, value: Any, folder: Path) -> tuple[str, ...]:
    return tuple(_path(name, item, folder) for item in _words(name, value, folder))


def one_of(*choices: str) -> Reader:
    """Reads one of these words."""

    def read(_: str, value: Any, __: Path) -> str:
        if value not in choices:
            wanted = Bilingual("、".join(choices) + " 之一", "one of " + ", ".join(choices))
            raise WrongValue(wanted, choices)
        return str(value)

    return read


def _table(read: Reader) -> Reader:
    """Reads a table whose values are read by `read`."""

    def read_table(name: str, value: Any, folder: Path) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            raise WrongValue(Bilingual("一张表（[名称] 下的若干行）", "a table"))
        return {key: read(name, item, folder) for key, item in value.items()}

    return read_table


def _word(_: str, value: Any, __: Path) -> str:
    if not isinstance(value, str):
        raise WrongValue(Bilingual("一个词", "a word"))
    return value


def _anything(_: str, value: Any, __: Path) -> Mapping[str, Any]:
    """A table of what the columns of one file hold; `claims.outside.wide` says what it may say."""
    if not isinstance(value, Mapping):
        raise WrongValue(Bilingual("各列的说明", "a table that says what the columns hold"))
    return dict(value)


KEYS: Mapping[str, Reader] = {
    "paths": _paths,
    "read-as": one_of("articles", "claims", "table"),
    "format": _word,
    "fail-on": one_of(*SEVERITIES, "never"),
    "select": _words,
    "ignore": _words,
    "severities": _table(one_of(*SEVERITIES)),
    "reference": _paths,
    "as-of": _day,
    "lang": one_of("zh", "en"),
    "language": one_of("zh", "en", "auto"),
    "accepted": _path,
    "show-accepted": _flag,
    "show-consistent": _flag,
    "jobs": _count,
    "checks": _paths,
    "synonyms": _table(_words),
    "measures": _words,
    "places": _table(_word),
    "tables": _table(_anything),
}


def read_value(where: str, name: str, value: Any, folder: Path) -> Any:
    """The value of setting `name`, checked; paths become relative to the working directory. Raises CannotDo."""
    try:
        return KEYS[name](name, value, folder)
    except WrongValue as error:
        what = Bilingual(
            f"{name} 的值“{value}”不对，应是{error.wanted.zh}。",
            f"{name} cannot be '{value}': it takes {error.wanted.en}.",
        )
        hint = did_you_mean(str(value), error.known) if error.known else Bilingual("", "")
        raise CannotDo(where, what, hint) from error
