"""Long fields are cut into lines in one go."""

from __future__ import annotations

import io
import time

from rich.console import Console
from rich.text import Text

from reports.wrap import Prose


def _seconds(length: int) -> float:
    text = Text("数" * length, style="bold")
    console = Console(file=io.StringIO(), width=80)
    started = time.process_time()
    console.print(Prose(text))
    return time.process_time() - started


def test_four_times_the_text_takes_no_more_than_six_times_as_long() -> None:
    _seconds(1_000)
    short = min(_seconds(20_000) for _ in range(3))
    assert min(_seconds(80_000) for _ in range(3)) < 6 * short
