"""A check is one decorated function in one file of `checks/`, named like it; listing the folder is reading the book."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from claims.bilingual import Bilingual
from expectations.blocks import BLOCK_KINDS, Block
from expectations.comparison import Comparison, Refusal
from expectations.examples import Example
from expectations.finding import ImpliedValue

Find = Callable[[Block], Iterator[Comparison | Refusal | ImpliedValue]]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: names, words, examples, the kinds of block it reads, and the function that proposes comparisons.

    `message` may use {figure}, {others}, {measure}, {reported}, {implied}, {gap} and the facts its comparisons carry.
    """

    name: str
    code: str
    title: Bilingual
    message: Bilingual
    why: Bilingual
    limits: tuple[Bilingual, ...]
    examples: tuple[Example, ...]
    blocks: tuple[str, ...]
    find: Find


def check(
    *,
    code: str,
    title: Bilingual,
    message: Bilingual,
    why: Bilingual,
    limits: Iterable[Bilingual],
    examples: Iterable[Example],
    blocks: tuple[str, ...] = ("document",),
) -> Callable[[Find], Check]:
    """Turn a function over blocks into a check named like it; raises ValueError for an unknown kind of block."""
    for block in blocks:
        if block not in BLOCK_KINDS:
            raise ValueError(f"unknown kind of block {block!r}; one of {', '.join(BLOCK_KINDS)}")

    def made(find: Find) -> Check:
        name = find.__name__.replace("_", "-")
        return Check(name, code, title, message, why, tuple(limits), tuple(examples), blocks, find)

    return made


def all_checks(folders: tuple[Path, ...] = ()) -> dict[str, Check]:
    """Every check by name, in the order of their codes: those of `expectations/checks` and of further folders.

    Raises ValueError where two checks share a name or a code.
    """
    found: dict[str, Check] = dict(_own())
    for folder in folders:
        for file in sorted(folder.glob("*.py")):
            for one in _checks_in(_loaded(file)):
                _add(found, one)
    return dict(sorted(found.items(), key=lambda item: item[1].code))


@cache
def _own() -> dict[str, Check]:
    from expectations import checks

    found: dict[str, Check] = {}
    for module in pkgutil.iter_modules(checks.__path__):
        for one in _checks_in(importlib.import_module(f"{checks.__name__}.{module.name}")):
            _add(found, one)
    return found


def _add(found: dict[str, Check], one: Check) -> None:
    if one.name in found or any(one.code == other.code for other in found.values()):
        raise ValueError(f"two checks are called {one.name} or {one.code}")
    found[one.name] = one


def _checks_in(module: ModuleType) -> list[Check]:
    return [value for value in vars(module).values() if isinstance(value, Check)]


def _loaded(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"checks_of_{file.parent.name}_{file.stem}", file)
    if spec is None or spec.loader is None:
        raise ValueError(f"not a Python file: {file}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
