"""Which files are read: every article once, in a fixed order, and nothing that is not an article."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.discover import discover


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.md", "deep/c.html", "d.jsonl.gz", "manifest.csv", "picture.png", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("稿件")
    for name in (".git/x.txt", "node_modules/y.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("不是稿件")
    return tmp_path


def test_a_folder_gives_its_articles_in_order_and_no_others(folder: Path) -> None:
    assert discover(["."]).files == ("a.md", "b.txt", "d.jsonl.gz", "deep/c.html")


def test_a_file_reached_twice_is_read_once(folder: Path) -> None:
    assert discover(["b.txt", str(folder), "./b.txt"]).files[0] == "b.txt"
    assert sum(path.endswith("b.txt") for path in discover(["b.txt", str(folder), "./b.txt"]).files) == 1


def test_a_named_file_is_read_whatever_its_suffix(folder: Path) -> None:
    assert discover(["picture.png"]).files == ("picture.png",)


def test_what_this_run_writes_and_our_own_pages_are_not_articles(folder: Path) -> None:
    (folder / "out.csv").write_text("old results")
    (folder / "page.html").write_text('<html><head><meta name="generator" content="Crossfoot 0.1.0">')
    files = discover(["."], ["out.csv"]).files
    assert "out.csv" not in files
    assert "page.html" not in files


@pytest.mark.parametrize(
    ("path", "what", "hint"),
    [
        ("b.text", "no such file", "Did you mean 'b.txt'?"),
        ("nowhere/x.txt", "no such file", "Check how the path"),
        ("empty", "no article", ".txt"),
    ],
)
def test_a_path_that_leads_to_nothing_is_a_problem_and_the_rest_is_read(
    folder: Path, path: str, what: str, hint: str
) -> None:
    (folder / "empty").mkdir()
    found = discover([path, "b.txt"])
    assert found.files == ("b.txt",)
    [problem] = found.problems
    assert problem.where == path
    assert what in problem.what.en
    assert hint in problem.hint.en


def test_what_is_no_file_is_left_to_the_reader_who_says_why(folder: Path) -> None:
    os.symlink("loop.txt", "loop.txt")
    os.symlink("nowhere", "gone.txt")
    os.mkfifo("pipe.html")
    assert {"loop.txt", "gone.txt", "pipe.html"} <= set(discover(["."]).files)
    assert discover(["loop.txt", "pipe.html", "x" * 5000]).files == ("loop.txt", "pipe.html", "x" * 5000)
    found = discover(["gone.txt", "a\0b", "a.md/b"])
    assert found.files == ()
    assert [problem.where for problem in found.problems] == ["gone.txt", "a\0b", "a.md/b"]


def test_a_folder_that_cannot_be_looked_into_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "deep":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    found = discover(["."])
    assert found.files == ("a.md", "b.txt", "d.jsonl.gz")
    assert [(problem.where, "Permission denied" in problem.what.en) for problem in found.problems] == [("./deep", True)]
