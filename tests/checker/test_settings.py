"""Settings: the nearest file wins, the command line before it, and nothing unknown is passed over."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from checker.errors import CannotDo
from checker.settings import Settings, language_of_environment, settle


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_file_every_setting_is_its_default_and_the_program_chooses_the_processes(here: Path) -> None:
    settings = settle({})
    assert settings == Settings(jobs=0)
    assert settings.origins == {}


def test_the_nearest_file_wins_and_the_command_line_before_it(here: Path) -> None:
    (here / "crossfoot.toml").write_text('fail-on = "never"\nlang = "zh"\n')
    inner = here / "news" / "today"
    inner.mkdir(parents=True)
    (here / "news" / "crossfoot.toml").write_text('fail-on = "warning"\nas-of = 2024-07-01\nlang = "zh"\n')
    settings = settle({"lang": "en"}, [str(inner)])
    assert settings.fail_on == "warning"
    assert settings.as_of == date(2024, 7, 1)
    assert settings.lang == "en"
    assert settings.origins["fail_on"] == "news/crossfoot.toml"
    assert settings.origins["lang"] == "command line"


def test_a_nearer_pyproject_table_goes_before_a_farther_file_but_one_without_a_table_does_not(here: Path) -> None:
    (here / "crossfoot.toml").write_text('fail-on = "never"\n')
    inner = here / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert settle({}, [str(inner)]).fail_on == "never"
    (inner / "pyproject.toml").write_text('[tool.crossfoot]\nfail-on = "note"\n')
    assert settle({}, [str(inner)]).fail_on == "note"
    (inner / "crossfoot.toml").write_text('fail-on = "warning"\n')
    assert settle({}, [str(inner)]).fail_on == "warning"


def test_articles_elsewhere_without_settings_leave_those_of_the_working_directory(
    here: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (here / "crossfoot.toml").write_text('fail-on = "never"\n')
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert settle({}, [str(elsewhere)]).fail_on == "never"


def test_paths_in_a_file_start_at_its_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "crossfoot.toml").write_text('paths = ["articles"]\nchecks = ["own"]\n')
    (here / "inner").mkdir()
    monkeypatch.chdir(here / "inner")
    settings = settle({})
    assert settings.paths == ("../articles",)
    assert settings.checks == ("../own",)
    assert settings.accepted == "../crossfoot.accepted.toml"


@pytest.mark.parametrize(
    ("line", "what", "hint"),
    [
        ("fail_on = 'error'", "no setting called 'fail_on'", "Did you mean 'fail-on'?"),
        ("fail-on = 'eror'", "fail-on cannot be 'eror'", "Did you mean 'error'?"),
        ("jobs = -1", "a whole number", ""),
        ("jobs = true", "a whole number", ""),
        ("show-accepted = 1", "true or false", ""),
        ("as-of = 'soon'", "a date", ""),
        ("select = [1]", "a list of words", ""),
        ("severities = 'note'", "a table", ""),
        ("severities = { part-exceeds-whole = 'grave' }", "one of error, warning, note", ""),
        ("broken", "not valid TOML", ""),
    ],
)
def test_what_a_file_gets_wrong_is_refused_with_a_hint(here: Path, line: str, what: str, hint: str) -> None:
    (here / "crossfoot.toml").write_text(line + "\n")
    with pytest.raises(CannotDo) as refused:
        settle({})
    assert "crossfoot.toml" in refused.value.problem.where
    assert what in refused.value.problem.what.en
    assert hint in refused.value.problem.hint.en


def test_a_folder_of_articles_brings_no_programs_along(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "crossfoot.toml").write_text('checks = ["checks"]\n')
    with pytest.raises(CannotDo) as refused:
        settle({}, [str(elsewhere)])
    assert "not of the working directory" in refused.value.problem.what.en


def test_every_setting_is_shown_by_the_name_it_has_in_a_file(here: Path) -> None:
    from checker.keys import KEYS

    assert set(Settings().shown()) == set(KEYS)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "zh_TW"}, "zh"),
    ],
)
def test_the_language_of_the_report_is_that_of_the_locale(environment: dict[str, str], language: str) -> None:
    assert language_of_environment(environment) == language


def test_a_settings_file_that_is_a_pipe_is_said_to_be_one_and_not_waited_for(here: Path) -> None:
    os.mkfifo(here / "crossfoot.toml")
    with pytest.raises(CannotDo) as raised:
        settle({})
    assert "pipe or device" in raised.value.problem.what.en
    assert "管道或设备" in raised.value.problem.what.zh
