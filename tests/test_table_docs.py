"""The programs on the pages about tables run as they stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from expectations.suites import engine

ROOT = Path(__file__).resolve().parent.parent
CLAIMS = """measure,place,period,base_period,value,unit,kind,low,high
用电量,440000,2021,,7866.63,亿千瓦时,amount,,
用电量,440000,2020,,6926.12,亿千瓦时,amount,,
用电量,440000,2021,2020,{growth},%,relative_change,{low},
"""
KNOWN = "measure,place,period,value,unit\n用电量,440000,2021,7866.63,亿千瓦时\n"


def programs(page: str) -> list[str]:
    return re.findall(r"```python\n(.*?)```", (ROOT / "docs" / page).read_text("utf-8"), re.DOTALL)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "known.csv").write_text(KNOWN, encoding="utf-8")
    return tmp_path


def ran(program: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    with engine.quietly():
        exec(program, names)
    return names


@pytest.mark.parametrize(("growth", "low", "holds"), [("13.6", "13.5", True), ("16.3", "16.0", False)])
def test_the_pipeline_of_ten_lines(here: Path, growth: str, low: str, holds: bool) -> None:
    (here / "claims.csv").write_text(CLAIMS.format(growth=growth, low=low), encoding="utf-8")
    (program,) = programs("great-expectations.md")
    assert len([line for line in program.splitlines() if line.strip()]) == 10
    result = ran(program)["result"]
    assert result.success is holds
    results = [one for run in result.run_results.values() for one in run.results]
    assert len(results) == 2
    assert not any(one.exception_info.get("raised_exception") for one in results)


def test_the_notebook(here: Path) -> None:
    (here / "claims.csv").write_text(CLAIMS.format(growth="13.6", low=""), encoding="utf-8")
    (program,) = programs("tables.md")
    assert "claims" in ran(program)
