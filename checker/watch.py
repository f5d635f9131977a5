"""Run again whenever an article or a setting changes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from checker.discover import discover
from checker.errors import CannotDo, sentence
from checker.settings import Settings, find_settings_file
from claims.bilingual import Bilingual

WAITING = Bilingual("等稿件改动；Ctrl-C 结束", "waiting for changes; Ctrl-C ends")
INTERVAL = 0.5  # seconds between two looks


def watch_and(settings: Settings, run: Callable[[], int]) -> int:
    """Call `run` now and after each change, until interrupted (KeyboardInterrupt)."""
    seen: tuple[tuple[str, int, int], ...] | None = None
    while True:
        now = _state(settings)
        if now != seen:
            seen = now
            if sys.stdout.isatty():
                sys.stdout.write("\x1b[2J\x1b[H")
            try:
                run()
            except CannotDo as error:
                print(sentence(error.problem, settings.lang), file=sys.stderr)
            if sys.stderr.isatty():
                print(WAITING.text(settings.lang), file=sys.stderr)
        time.sleep(INTERVAL)


def _state(settings: Settings) -> tuple[tuple[str, int, int], ...]:
    """Name, time of change and size of everything the run reads."""
    found = [path for path in discover(settings.paths, settings.outputs).files if path != "-"]
    manifests = {os.path.join(os.path.dirname(path), "manifest.csv") for path in found}
    filed = find_settings_file(settings.paths)
    others = [*sorted(manifests), settings.accepted, *settings.reference, *([str(filed)] if filed else [])]
    states = []
    for path in [*found, *others]:
        try:
            status = os.stat(path)
        except OSError:
            continue
        states.append((path, status.st_mtime_ns, status.st_size))
    return tuple(states)
