"""The page of every check says what the check says; `python docs/build_checks.py` writes them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs"


def test_the_pages_are_those_of_the_checks_as_they_are() -> None:
    spec = importlib.util.spec_from_file_location("build_checks", DOCS / "build_checks.py")
    assert spec
    assert spec.loader
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    wanted = builder.pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "checks").glob("*.md")}
    stale = sorted(name for name in wanted | there if wanted.get(name) != there.get(name))
    assert not stale, "run `python docs/build_checks.py`"
