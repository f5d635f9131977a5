"""What a newsroom adds of its own: checks from folders and from installed packages."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import CannotDo, unknown
from claims.bilingual import Bilingual

if TYPE_CHECKING:
    from expectations.check import Check

GROUP = "crossfoot.checks"  # of entry points, each naming one check


def rule_book(folders: Sequence[str] = ()) -> Mapping[str, Check]:
    """Every check by name: ours, those in the folders, those of installed packages. Raises CannotDo."""
    from expectations.check import Check, all_checks

    for folder in folders:
        if not Path(folder).is_dir():
            what = Bilingual("没有这个放检查的文件夹。", "There is no such folder of checks.")
            raise CannotDo(folder, what, Bilingual("请改正设置项 checks。", "Correct the setting checks."))
    try:
        book = dict(all_checks(tuple(Path(folder) for folder in folders)))
    except Exception as error:  # a file of the newsroom's may fail in any way
        where = ", ".join(folders) or "checks"
        raise CannotDo(where, Bilingual(f"检查装不进来：{error}", f"A check cannot be loaded: {error}")) from error
    for point in importlib.metadata.entry_points(group=GROUP):
        try:
            one = point.load()
        except Exception as error:
            raise CannotDo(point.value, Bilingual(f"装不进来：{error}", f"It cannot be loaded: {error}")) from error
        if not isinstance(one, Check) or one.name in book:
            what = Bilingual("不是检查，或与已有的检查同名。", "It is not a check, or a check of that name exists.")
            raise CannotDo(point.value, what)
        book[one.name] = one
    return book


def own_checks(folders: Sequence[str]) -> tuple[Check, ...]:
    """The checks that are not ours. Raises CannotDo."""
    from expectations.check import all_checks

    ours = all_checks()
    return tuple(one for name, one in rule_book(folders).items() if name not in ours)


def named(word: str, book: Mapping[str, Check], where: str = "") -> Check:
    """The check of that name or code; raises CannotDo with the nearest name."""
    for one in book.values():
        if word in (one.name, one.code):
            return one
    raise unknown(where or word, Bilingual("检查", "check"), word, book)


def must_know(names: Sequence[str], book: Mapping[str, Check], where: str) -> tuple[str, ...]:
    """The names, codes turned into names; raises CannotDo for one that no check has."""
    return tuple(named(word, book, where).name for word in names)
