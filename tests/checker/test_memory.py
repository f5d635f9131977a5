"""Tens of thousands of articles are checked together within a gigabyte."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import re, sys
from pathlib import Path
from checker.run import run
from checker.settings import Settings
report = run(Settings(paths=(sys.argv[1],), jobs=1))
print(len(report.claims), int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]))
"""
TOWNS = ["广州", "深圳", "佛山", "东莞", "惠州", "珠海", "中山", "江门", "湛江", "茂名", "肇庆", "清远"]


def _article(number: int) -> str:
    """An article with eight figures of its own, some of them those of the article before."""
    town, base = TOWNS[number % len(TOWNS)], 1000 + 7 * (number // 2)
    return (
        f"{town}市第{number}号通报。上半年{town}市立案{base + 300}宗，同比下降{number % 90 / 10 + 1}%。"
        f"其中盗窃案件{base}宗、诈骗案件300宗。参与巡查的民警有{number % 700 + 100}人、辅警{number % 500 + 60}人。"
        f"挽回损失{number % 9000 + 1000}万元，占总额的{number % 60 + 20}%。"
    )


def _peak(path: Path, count: int) -> tuple[int, int]:
    """The claims of so many articles, and the peak of the memory that checking them took, in kilobytes."""
    lines = (json.dumps({"id": f"n{number}", "text": _article(number)}, ensure_ascii=False) for number in range(count))
    path.write_text("\n".join(lines), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=True)
    claims, kilobytes = map(int, done.stdout.split())
    return claims, kilobytes


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_fifty_thousand_articles_would_fit_into_a_gigabyte(tmp_path: Path) -> None:
    few, many = _peak(tmp_path / "few.jsonl", 1_000), _peak(tmp_path / "many.jsonl", 3_000)
    assert many[0] > 3_000 * 7
    each = (many[1] - few[1]) / 2_000
    assert few[1] + 49_000 * each < 1_000_000
