"""Streams stay streams: memory does not grow with the number of articles."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import re, sys
from pathlib import Path
from claims.readers import read
count = sum(len(document.text) > 0 for document in read(sys.argv[1]))
# getrusage would count the memory of the process that started this one.
print(count, int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_fifty_thousand_articles_are_read_within_a_tenth_of_a_gigabyte(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    body = "上半年全市立案数同比下降5.6%，其中盗窃类案件1.2万宗。" * 40
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as out:
        for number in range(50_000):
            out.write(json.dumps({"id": f"n{number}", "text": f"第{number}篇。{body}"}, ensure_ascii=False) + "\n")
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=True)
    count, megabytes = map(int, done.stdout.split())
    assert count == 50_000
    assert megabytes < 150
