"""Files are written whole or not at all, in the format that their names say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker import output
from checker.errors import CannotDo
from checker.output import format_of_file, known_format, write_whole
from reports import CLAIM_FORMATS, FORMATS


def test_a_file_is_replaced_and_can_be_read_by_others(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("旧")
    write_whole(str(path), "新")
    assert path.read_text(encoding="utf-8") == "新"
    assert path.stat().st_mode & 0o777 == 0o666 & ~output._umask()
    assert os.listdir(tmp_path) == ["report.html"]


def test_when_writing_fails_the_old_file_stays_and_nothing_is_left_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.html"
    path.write_text("旧")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(CannotDo) as refused:
        write_whole(str(path), b"\x00")
    assert "No space left" in refused.value.problem.what.en
    assert path.read_text(encoding="utf-8") == "旧"
    assert os.listdir(tmp_path) == ["report.html"]


def test_an_interrupt_while_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.html"
    path.write_text("旧")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(str(path), "新")
    assert os.listdir(tmp_path) == ["report.html"]
    assert path.read_text(encoding="utf-8") == "旧"


def test_a_folder_that_does_not_exist_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotDo) as refused:
        write_whole(str(tmp_path / "none" / "x.json"), "{}")
    assert "folder exists" in refused.value.problem.hint.en


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.HTML", "html"), ("a.sarif.json", "sarif"), ("a.json", "json"), ("a.md", "markdown"), ("a.xml", "junit")],
)
def test_the_suffix_says_the_format(path: str, name: str) -> None:
    assert format_of_file(path, FORMATS) == name


def test_a_name_without_a_known_suffix_takes_the_format_asked_for_or_is_refused() -> None:
    assert format_of_file("results", FORMATS, "sarif") == "sarif"
    with pytest.raises(CannotDo):
        format_of_file("results", FORMATS)
    with pytest.raises(CannotDo):
        format_of_file("results.parquet", FORMATS)
    assert format_of_file("results.parquet", CLAIM_FORMATS) == "parquet"


def test_an_unknown_format_is_answered_with_the_nearest() -> None:
    with pytest.raises(CannotDo) as refused:
        known_format("jsno", FORMATS)
    assert refused.value.problem.hint.en == "Did you mean 'json'?"
