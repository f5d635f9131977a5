"""What the README tells people to paste is what continuous integration runs, and the pages it names exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def commands(page: str) -> list[str]:
    return [block.strip() for block in re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)]


def test_both_readmes_give_the_same_two_commands_of_one_line() -> None:
    english, chinese = commands("README.md"), commands("README.zh-CN.md")
    assert english == chinese
    assert len(english) == 2
    assert all("\n" not in command for command in english)


def test_continuous_integration_runs_the_second_command_word_for_word() -> None:
    assert commands("README.md")[1] in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_settings_page_names_every_setting() -> None:
    from checker.keys import KEYS

    text = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    block = re.search(r"```toml\n(.*?)```", text, re.DOTALL)
    assert block
    named = set(re.findall(r"^\[?([a-z-]+)", block[1], re.MULTILINE))
    assert set(KEYS) <= named


def test_the_example_of_settings_is_one_that_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker.settings import from_file

    text = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    block = re.search(r"```toml\n(.*?)```", text, re.DOTALL)
    assert block
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crossfoot.toml").write_text(block[1], encoding="utf-8")
    assert from_file(tmp_path / "crossfoot.toml")["fail_on"] == "error"
