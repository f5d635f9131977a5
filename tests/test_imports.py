"""The packages form a line, claims ← expectations ← reports ← checker: each imports only what stands to its left."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINE = ("claims", "expectations", "reports", "checker")
# Where a library may be imported at all, and whether only inside a function.
ALLOWED = {
    "rich": ("reports/", "checker/"),
    "typer": ("checker/cli/",),
    "jinja2": ("reports/page/",),
    "great_expectations": ("expectations/", "checker/"),
}
LAZY = ("great_expectations", "pandas", "numpy", "pyarrow", "trafilatura", "pypdfium2", "docx", "highspy", "dask")
# Whoever imports this imports Great Expectations, whose classes it extends: never at the top of another file.
WITH_GX = "expectations.suites.gx"


def files() -> list[Path]:
    return [path for package in LINE for path in sorted((ROOT / package).rglob("*.py"))]


def imports(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    """Every imported module with whether the import is at the top of the file (TYPE_CHECKING blocks left out)."""
    inside: set[ast.AST] = set()
    ignored: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            inside.update(ast.walk(node))
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            ignored.update(ast.walk(node))
    for node in ast.walk(tree):
        if node in ignored:
            names = []
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where a name comes from"
            names = [node.module or ""]
        else:
            continue
        for name in names:
            yield name, node not in inside


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_each_file_imports_only_what_stands_to_its_left(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    rank = LINE.index(place.partition("/")[0])
    for name, at_top in imports(ast.parse(path.read_text(encoding="utf-8"))):
        package = name.partition(".")[0]
        if package in LINE:
            assert LINE.index(package) <= rank, f"{place} imports {name}"
        if package in ALLOWED:
            assert place.startswith(ALLOWED[package]), f"{place} imports {name}"
        if name.startswith(WITH_GX) and not place.startswith(WITH_GX.replace(".", "/")):
            assert not at_top, f"{place} imports {name} outside the function that needs it"
        if package in LAZY and not place.startswith(WITH_GX.replace(".", "/")):
            assert not at_top, f"{place} imports {name} outside the function that needs it"


def test_there_is_no_cycle_among_modules_at_import() -> None:
    graph = {_module(path): set(_at_import(path)) for path in files()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join([*trail[trail.index(name) :], name])
        if name in done:
            return
        for other in graph.get(name, ()):
            visit(other, (*trail, name))
        done.add(name)

    for name in graph:
        visit(name, ())


def _module(path: Path) -> str:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return name.removesuffix(".__init__")


def _at_import(path: Path) -> Iterator[str]:
    """The modules of ours that the file imports at its top; `from package import module` is the module."""
    known = {_module(other) for other in files()}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module in known:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            modules = names & known
            yield from modules
            if names - modules and node.module != _module(path):
                yield node.module


@pytest.mark.parametrize("command", [["--help"], ["rules"], ["explain", "part-exceeds-whole"]], ids=" ".join)
def test_what_needs_no_article_loads_nothing_heavy(command: list[str]) -> None:
    script = "import sys\nfrom checker.cli import app\ntry: app()\nfinally: print(*sys.modules, file=sys.stderr)\n"
    done = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.split())
    heavy = {"pandas", "great_expectations", "trafilatura", "pyarrow", "highspy", "jinja2", "pypdfium2"}
    assert not loaded & heavy
