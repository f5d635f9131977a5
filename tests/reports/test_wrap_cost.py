"""Long fields are cut into lines in one go."""

from __future__ import annotations

import io

from rich.console import Console
from rich.text import Text

from reports.wrap import Prose
from tests.clock import costs_at_most


def _wrapped(length: int) -> None:
    Console(file=io.StringIO(), width=80).print(Prose(Text("数" * length, style="bold")))


def test_four_times_the_text_takes_no_more_than_six_times_as_long() -> None:
    _wrapped(1_000)
    assert costs_at_most(6, lambda: _wrapped(80_000), lambda: _wrapped(20_000))
