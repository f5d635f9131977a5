"""`--watch` runs again after a change; an interrupt ends the program with 130."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

CLASH = "2020年全市破获电信诈骗案件7323宗，比2019年的4892宗上升94.7%。\n"
CALM = "2020年全市破获电信诈骗案件7323宗，比2019年的4892宗上升49.7%。\n"
PATIENCE = 60
# A shell has what it runs in the background ignore interrupts (POSIX, Shell Command Language, 2.11).
HEEDING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
CROSSFOOT = [sys.executable, "-c", HEEDING + "from checker.cli import main; main()"]


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], queue.Queue[str], Path]]:
    article = tmp_path / "a.txt"
    article.write_text(CLASH, encoding="utf-8")
    command = [
        *CROSSFOOT,
        "check",
        "a.txt",
        "--watch",
        "--lang",
        "en",
    ]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    lines: queue.Queue[str] = queue.Queue()
    assert process.stdout
    threading.Thread(target=lambda: [lines.put(line) for line in process.stdout], daemon=True).start()
    yield process, lines, article
    process.kill()
    process.wait()


def wait_for(lines: queue.Queue[str], words: str) -> str:
    while True:
        line = lines.get(timeout=PATIENCE)
        if words in line:
            return line


def test_a_change_is_seen_and_an_interrupt_ends_with_130(
    watching: tuple[subprocess.Popen[str], queue.Queue[str], Path],
) -> None:
    process, lines, article = watching
    wait_for(lines, "growth-mismatch-levels")
    wait_for(lines, "1 read")
    article.write_text(CALM, encoding="utf-8")
    while "error 1" in wait_for(lines, " read"):
        pass
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=PATIENCE) == 130


def test_an_interrupt_in_the_middle_of_work_leaves_no_output_and_ends_with_130(tmp_path: Path) -> None:
    for number in range(4000):
        (tmp_path / f"{number}.txt").write_text(CLASH * 20, encoding="utf-8")
    command = [
        *CROSSFOOT,
        "check",
        ".",
        "-o",
        "out.html",
        "--jobs",
        "2",
    ]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=3)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert not [name for name in os.listdir(tmp_path) if not name.endswith(".txt")]
