"""What a run is asked to do, from the command line, a settings file and the defaults, with the origin of each value."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from checker.errors import CannotDo, unknown
from checker.keys import KEYS, read_value
from claims.bilingual import Bilingual
from claims.readers.problems import NOT_REGULAR, of_system

SETTINGS_FILE = "crossfoot.toml"
ACCEPTED_FILE = "crossfoot.accepted.toml"
# Checks are programs; a folder of articles from elsewhere must not bring any along unnoticed.
_STRANGERS_CODE = Bilingual(
    "这份设置要运行自带的检查（checks），而它不在当前文件夹或其上级。",
    "These settings run checks of their own, and are not of the working directory or one above it.",
)
_ENTER = Bilingual("信得过的话，进入那个文件夹再运行。", "If you trust them, run in that folder.")


def language_of_environment(environment: Mapping[str, str] = os.environ) -> str:
    """`zh` where the locale of the environment is Chinese, else `en`; LC_ALL goes before LC_MESSAGES before LANG."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "zh" if environment[name].lower().startswith("zh") else "en"
    return "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that decides a run. Paths are relative to the working directory.

    `jobs` 0 leaves the number of processes to the program; `origins` says who set each field that is not a default.
    """

    paths: tuple[str, ...] = (".",)
    read_as: str = ""
    format: str = ""
    fail_on: str = "error"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict)
    reference: tuple[str, ...] = ()
    as_of: date | None = None
    lang: str = field(default_factory=language_of_environment)
    language: str = "auto"
    accepted: str = ACCEPTED_FILE
    show_accepted: bool = False
    show_consistent: bool = False
    jobs: int = 1
    checks: tuple[str, ...] = ()
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    measures: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # by file name: what its columns hold
    outputs: tuple[str, ...] = ()
    debug: bool = False
    origins: Mapping[str, str] = field(default_factory=dict)

    def shown(self) -> dict[str, str]:
        """Each setting by its name in the settings file, as text."""
        names = [f.name for f in fields(self) if f.name not in ("origins", "outputs", "debug")]
        return {name.replace("_", "-"): _as_text(getattr(self, name)) for name in names}

    def told(self) -> dict[str, str]:
        """The settings that a report names: those that decide its content and are not empty."""
        return {name: text for name, text in self.shown().items() if text and name not in ("jobs", "format")}


def _fixed(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "; ".join(f"{key} = {_as_text(item)}" for key, item in value.items())
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    return "" if value is None else str(value)


def find_settings_file(paths: Sequence[str]) -> Path | None:
    """The nearest settings file above the paths' common folder, else above the working directory.

    In one folder `crossfoot.toml` goes before a `pyproject.toml` that has a `[tool.crossfoot]` table.
    """
    here = Path.cwd()
    starts = [here]
    real = [Path(os.path.realpath(path)) for path in paths if path != "-" and os.path.exists(path)]
    if real:
        starts.insert(0, Path(os.path.commonpath([path if os.path.isdir(path) else path.parent for path in real])))
    for start in starts:
        for folder in (start, *start.parents):
            if os.path.exists(folder / SETTINGS_FILE) and not os.path.isdir(folder / SETTINGS_FILE):
                return folder / SETTINGS_FILE
            if os.path.isfile(folder / "pyproject.toml") and _table(folder / "pyproject.toml") is not None:
                return folder / "pyproject.toml"
    return None


def _table(path: Path) -> dict[str, Any] | None:
    """The settings that the file holds; None for a `pyproject.toml` without a table of ours. Raises CannotDo."""
    if not path.is_file():  # a pipe would block
        raise CannotDo(str(path), NOT_REGULAR)
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        if path.name == "pyproject.toml":
            return None
        if isinstance(error, OSError):
            raise CannotDo(str(path), of_system(error).problem) from error
        what = Bilingual(f"这不是合法的 TOML：{error}", f"This is not valid TOML: {error}")
        raise CannotDo(str(path), what) from error
    if path.name != "pyproject.toml":
        return content
    table = content.get("tool", {}).get("crossfoot")
    return table if isinstance(table, dict) else None


def from_file(path: Path) -> dict[str, Any]:
    """The settings of a file by field name; unknown keys and values of the wrong kind raise CannotDo with a hint."""
    shown = os.path.relpath(path)
    values: dict[str, Any] = {}
    for name, value in (_table(path) or {}).items():
        if name not in KEYS:
            raise unknown(shown, Bilingual("设置项", "setting"), name, KEYS)
        values[name.replace("-", "_")] = read_value(shown, name, value, path.parent)
    if values.get("checks") and path.parent not in (Path.cwd(), *Path.cwd().parents):
        raise CannotDo(shown, _STRANGERS_CODE, _ENTER)
    return values


def settle(given: Mapping[str, Any], paths: Sequence[str] = ()) -> Settings:
    """The settings of a run: what was `given` on the command line, then the nearest settings file, then the defaults.

    A value None or [] in `given` means that the option was not used. Raises CannotDo.
    """
    path = find_settings_file(paths)
    filed = from_file(path) if path else {}
    asked = {name: value for name, value in given.items() if value not in (None, [])}
    for name, value in asked.items():
        key = name.replace("_", "-")
        asked[name] = read_value(f"--{key}", key, value, Path()) if key in KEYS else _fixed(value)
    if paths:
        asked["paths"] = tuple(paths)
    origins = {name: os.path.relpath(path) for name in filed} if path else {}
    origins |= dict.fromkeys(asked, "command line")
    if path and "accepted" not in filed and "accepted" not in asked:
        filed["accepted"] = os.path.relpath(path.parent / ACCEPTED_FILE)
        origins["accepted"] = os.path.relpath(path)
    # A library call stays in its process: workers import the caller's main module, which may not expect it.
    return replace(Settings(**({"jobs": 0} | filed | asked)), origins=origins)
