"""What is being done, on standard error: only on a terminal, only when the work takes long."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from checker.run import Progress
from claims.bilingual import Bilingual

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

STAGES = {
    "read": Bilingual("读稿、找数字", "reading, finding figures"),
    "check": Bilingual("比对", "comparing"),
}
PATIENCE = 1.0  # seconds before a bar appears


@contextmanager
def shown_progress(language: str) -> Iterator[Progress | None]:
    """A function to call with the stage and how many are done; None where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    began = time.monotonic()
    bars: list[Bars] = []
    tasks: dict[str, TaskID] = {}

    def tell(stage: str, done: int) -> None:
        if time.monotonic() - began < PATIENCE:
            return
        if not bars:
            bars.append(_started())
        said = STAGES[stage].text(language) + (f" {done:,}" if done else "")
        if stage not in tasks:
            for earlier in tasks.values():
                bars[0].remove_task(earlier)
            tasks[stage] = bars[0].add_task(said, total=None)
        bars[0].update(tasks[stage], description=said)

    try:
        yield tell
    finally:
        for shown in bars:
            shown.stop()


def _started() -> Bars:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
    bars = Bars(*columns, console=Console(stderr=True), transient=True)
    bars.start()
    return bars
