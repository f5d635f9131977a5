"""A newsroom's own checks take part like ours, and faulty ones are named."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from checker import run
from checker.cli import app
from checker.errors import CannotDo
from checker.newsroom import rule_book, rules_of
from checker.settings import Settings

NEWSROOM = Path(__file__).resolve().parent.parent.parent / "examples" / "newsroom"
ARTICLE = "2023年，全市群众满意度为99.8%。\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def test_a_check_from_a_folder_finds_and_is_noted_in_the_report(article: str) -> None:
    report = run(Settings(paths=(article,), checks=(str(NEWSROOM / "checks"),)))
    assert [finding.check for finding in report.outcome.findings] == ["satisfaction-too-high"]
    assert "OWN1" in {note.code for note in report.checks}
    assert not run(Settings(paths=(article,))).outcome.findings


def test_select_and_severities_know_own_checks_by_name_and_code(article: str) -> None:
    folder = (str(NEWSROOM / "checks"),)
    for word in ("OWN1", "satisfaction-too-high"):
        report = run(Settings(paths=(article,), checks=folder, select=(word,), severities={word: "warning"}))
        assert [finding.severity for finding in report.outcome.findings] == ["warning"]
        assert [note.name for note in report.checks] == ["satisfaction-too-high"]


def test_the_examples_of_own_checks_are_run_with_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(NEWSROOM)
    assert "satisfaction-too-high" in CliRunner().invoke(app, ["rules"]).stdout
    tested = CliRunner().invoke(app, ["rules", "--test", "--lang", "en"])
    assert "satisfaction-too-high" not in tested.stdout, "its examples come out as they should"
    assert "examples run" in tested.stdout


def test_an_example_that_comes_out_wrong_is_shown_and_ends_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = (NEWSROOM / "checks" / "satisfaction_too_high.py").read_text("utf-8")
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "own.py").write_text(source.replace("【99.8%】", "【98.8%】"), encoding="utf-8")
    (tmp_path / "crossfoot.toml").write_text('checks = ["checks"]\n')
    monkeypatch.chdir(tmp_path)
    tested = CliRunner().invoke(app, ["rules", "--test", "--lang", "en"])
    assert tested.exit_code == 1
    assert "satisfaction-too-high: must be found" in tested.stdout


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("import nothing_of_that_name\n", "cannot be loaded"),
        ("def half(:\n", "cannot be loaded"),
        (None, "no such folder"),
    ],
)
def test_a_folder_that_cannot_be_loaded_is_named(tmp_path: Path, content: str | None, what: str) -> None:
    folder = tmp_path / "checks"
    if content is not None:
        folder.mkdir()
        (folder / "own.py").write_text(content)
    with pytest.raises(CannotDo) as refused:
        rule_book([str(folder)])
    assert str(folder) in refused.value.problem.where
    assert what in refused.value.problem.what.en


def test_a_check_of_an_installed_package_takes_part(monkeypatch: pytest.MonkeyPatch, article: str) -> None:
    own = rule_book([str(NEWSROOM / "checks")])["satisfaction-too-high"]

    class Point:
        value = "package:satisfaction"

        def load(self) -> object:
            return own

    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: [Point()])
    assert "satisfaction-too-high" in {one.name for one in rules_of(Settings()).own}
    assert [finding.check for finding in run(Settings(paths=(article,))).outcome.findings] == ["satisfaction-too-high"]

    own = "no check"  # type: ignore[assignment]
    with pytest.raises(CannotDo):
        rule_book()


def test_the_words_of_the_example_newsroom_change_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("2023年，珠三角九市暖心指数为97.7%。\n", encoding="utf-8")
    (tmp_path / "crossfoot.toml").write_text(
        (NEWSROOM / "crossfoot.toml").read_text("utf-8").replace('checks = ["checks"]\n', "")
    )
    monkeypatch.chdir(tmp_path)
    traced = CliRunner().invoke(app, ["claims", "a.txt", "--trace"]).stdout
    assert "暖心指数 · 440000 · 2023" in traced
