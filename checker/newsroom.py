"""What a newsroom adds of its own: checks from folders and from installed packages."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import CannotDo, unknown
from checker.settings import Settings
from claims.bilingual import Bilingual
from reports.report import CheckNote

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


def named(word: str, book: Mapping[str, Check], where: str = "") -> Check:
    """The check of that name or code; raises CannotDo with the nearest name."""
    for one in book.values():
        if word in (one.name, one.code):
            return one
    raise unknown(where or word, Bilingual("检查", "check"), word, book)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule book of a run: all its checks, the newsroom's own among them, and which are wanted how grave."""

    book: Mapping[str, Check]
    own: tuple[Check, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severities: Mapping[str, str]

    def notes(self) -> tuple[CheckNote, ...]:
        """For the report: title and help of each check that ran."""
        ran = [
            one
            for name, one in self.book.items()
            if (not self.select or name in self.select) and name not in self.ignore
        ]
        return tuple(CheckNote(one.name, one.code, one.title, _help(one)) for one in ran)


def _help(one: Check) -> Bilingual:
    zh = "\n".join([one.why.zh, *(f"局限：{limit.zh}" for limit in one.limits)])
    en = "\n".join([one.why.en, *(f"Limit: {limit.en}" for limit in one.limits)])
    return Bilingual(zh, en)


def rules_of(settings: Settings) -> Rules:
    """The rule book that the settings ask for; raises CannotDo for a check that nobody knows."""
    book = rule_book(settings.checks)
    from expectations.check import all_checks

    ours = all_checks()
    origin = {name: settings.origins.get(name, "") for name in ("select", "ignore", "severities")}
    where = {name: f"--{name}" if who == "command line" else who for name, who in origin.items()}
    return Rules(
        book,
        tuple(one for name, one in book.items() if name not in ours),
        must_know(settings.select, book, where["select"]),
        must_know(settings.ignore, book, where["ignore"]),
        {named(word, book, where["severities"]).name: level for word, level in settings.severities.items()},
    )


def must_know(names: Sequence[str], book: Mapping[str, Check], where: str) -> tuple[str, ...]:
    """The names, codes turned into names; raises CannotDo for one that no check has."""
    return tuple(named(word, book, where).name for word in names)
