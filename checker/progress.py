"""A progress bar on standard error: only on a terminal, only when the work takes long."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from checker.run import Progress
from claims.bilingual import Bilingual

STAGES = {
    "read": Bilingual("读稿", "reading"),
    "extract": Bilingual("找数字", "finding figures"),
}
PATIENCE = 1.0  # seconds before a bar appears


@contextmanager
def shown_progress(language: str) -> Iterator[Progress | None]:
    """A function to call with stage, done and total; None where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    began = time.monotonic()
    with Bars(console=Console(stderr=True), transient=True, disable=False) as bars:
        tasks = {name: bars.add_task(label.text(language), total=None, visible=False) for name, label in STAGES.items()}

        def tell(stage: str, done: int, total: int) -> None:
            late = time.monotonic() - began > PATIENCE
            bars.update(tasks[stage], completed=done, total=total, visible=late)

        yield tell
