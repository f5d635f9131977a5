"""Putting findings on the accepted list, and taking off those that no longer occur."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from checker.accepted import Entry, entry_of, load, stale, written
from checker.errors import CannotDo, unknown
from checker.output import write_whole
from checker.run import run
from checker.settings import Settings
from checker.status import tell
from claims.bilingual import Bilingual
from expectations.finding import Finding


@dataclass(frozen=True, slots=True)
class Wish:
    """What `crossfoot accept` was asked: ids, or every finding, with a reason; or to prune."""

    ids: tuple[str, ...]
    reason: str = ""
    by: str = ""
    every: bool = False
    prune: bool = False


def fulfil(wish: Wish, settings: Settings, today: date | None = None) -> int:
    """Check the articles of `settings.paths`, write the list, say what was done; the exit status. Raises CannotDo."""
    _must_make_sense(wish)
    path = Path(settings.accepted)
    report = run(settings)
    status = tell(report.problems, settings.lang)
    entries = load(path)
    new = _entries(wish, report.outcome.findings, settings, today or date.today())
    kept = [entry for entry in entries if entry.id not in {one.id for one in new}]
    dropped = 0
    if wish.prune:
        if report.problems:
            what = Bilingual("有稿件没读到，不能清理。", "Some articles were not read, so nothing is pruned.")
            raise CannotDo(str(path), what, Bilingual("先解决上面的问题。", "Mend the problems above first."))
        ran = {note.name for note in report.checks}
        gone = stale(kept, report.outcome.findings, report.documents, ran)
        dropped = len(gone)
        kept = [entry for entry in kept if entry not in gone]
    write_whole(str(path), written([*kept, *new]))
    done = Bilingual(
        f"{path}：新增 {len(new)} 条，删去 {dropped} 条，现有 {len(kept) + len(new)} 条。",
        f"{path}: {len(new)} added, {dropped} dropped, {len(kept) + len(new)} listed.",
    )
    print(done.text(settings.lang))
    return status


def _must_make_sense(wish: Wish) -> None:
    if not (wish.ids or wish.every or wish.prune):
        what = Bilingual("没有说要接受哪条提示。", "Nothing says which findings to accept.")
        hint = Bilingual("写上编号，或用 --all、--prune。", "Give ids, or --all, or --prune.")
        raise CannotDo("crossfoot accept", what, hint)
    if (wish.ids or wish.every) and not wish.reason.strip():
        what = Bilingual("没有写理由。", "There is no reason.")
        hint = Bilingual("加上 --reason “……”。", 'Add --reason "…".')
        raise CannotDo("crossfoot accept", what, hint)


def _entries(wish: Wish, findings: Sequence[Finding], settings: Settings, today: date) -> list[Entry]:
    by_id = {finding.id: finding for finding in findings}
    for asked in wish.ids:
        if asked not in by_id:
            where = ", ".join(settings.paths)
            error = unknown(where, Bilingual("提示", "finding"), asked, by_id)
            if not by_id:
                hint = Bilingual(
                    "这里没有提示；用 --in 指明稿件所在。", "There are no findings here; name the articles with --in."
                )
                error.problem = replace(error.problem, hint=hint)
            raise error
    chosen = [finding for finding in findings if finding.id in wish.ids or (wish.every and not finding.accepted)]
    by = wish.by or _user()
    return [entry_of(finding, wish.reason.strip(), by, today.isoformat()) for finding in chosen]


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
