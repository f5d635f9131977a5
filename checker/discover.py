"""Which files a run reads: paths and folders, searched recursively, in an order that does not depend on the machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.errors import NOTHING
from checker.settings import ACCEPTED_FILE
from claims.bilingual import Bilingual
from claims.readers import SUFFIXES
from claims.readers.problems import of_system
from reports.report import Problem

NOT_ARTICLES = frozenset({"manifest.csv", ACCEPTED_FILE})
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})
# Every HTML report of ours says so in its head, so that a report written beside the articles is not read as one.
OWN_REPORT = b'name="generator" content="Crossfoot'


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, each once, as given or below a folder as given; and the paths that lead to nothing."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def discover(paths: Sequence[str], outputs: Iterable[str] = ()) -> Found:
    """The files of `paths`, without those that this run writes (`outputs`); `-` stands for standard input."""
    written = {os.path.realpath(path) for path in outputs}
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths:
        closed: list[Problem] = []
        found = [path] if path == "-" or _is_for_reader(path) else sorted(_articles_below(path, closed))
        found = [name for name in found if os.path.realpath(name) not in written]
        problems += closed
        if not found and not closed:
            problems.append(_nothing_at(path))
        for name in found:
            files.setdefault(name if name == "-" else os.path.realpath(name), name)
    return Found(tuple(files.values()), tuple(problems))


def _is_for_reader(path: str) -> bool:
    """Whether there is a file, or something of which the reader can say why it is none."""
    try:
        return not stat.S_ISDIR(os.stat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True


def _articles_below(folder: str, closed: list[Problem]) -> Iterator[str]:
    """The articles in the folder and those in it; folders that cannot be looked into are added to `closed`."""

    def note(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            closed.append(Problem(str(error.filename), of_system(error).problem, NOTHING))

    if "\0" in folder:  # no path of a file system
        return
    for root, names, files in os.walk(folder, onerror=note):
        names[:] = [name for name in names if not name.startswith(".") and name not in SKIPPED_FOLDERS]
        for name in files:
            path = str(Path(root) / name)
            wanted = name.lower().endswith(SUFFIXES) and not name.startswith(".") and name not in NOT_ARTICLES
            if wanted and not _is_own_report(path):
                yield path


def _is_own_report(path: str) -> bool:
    if not path.lower().endswith((".html", ".htm")) or not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            return OWN_REPORT in file.read(4096)
    except OSError:
        return False


def _nothing_at(path: str) -> Problem:
    if Path(path).is_dir():
        what = Bilingual("这个文件夹里没有可读的稿件。", "This folder holds no article that can be read.")
        kinds = "、".join(SUFFIXES)
        hint = Bilingual(f"能读的格式：{kinds}", f"Formats that can be read: {kinds.replace('、', ' ')}")
        return Problem(path, what, hint)
    what = Bilingual("没有这个文件或文件夹。", "There is no such file or folder.")
    return Problem(path, what, _neighbour(path))


def _neighbour(path: str) -> Bilingual:
    from checker.errors import did_you_mean

    parent = Path(path).parent
    try:
        names = sorted(os.listdir(parent))
    except (OSError, ValueError):
        names = []
    hint = did_you_mean(Path(path).name, names)
    if names and "?" in hint.en:
        return hint
    return Bilingual("请检查路径的写法。", "Check how the path is written.")
