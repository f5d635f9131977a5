"""Costs compared on the same machine in the same minute, so that a busy one spoils no test."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Act = Callable[[], object]
_COMPARISONS = 5  # a busy machine can spoil one of them, hardly all


def least(act: Act, times: int = 3) -> float:
    """The least processor time, in seconds, of several runs."""
    taken = []
    with _without_collector():
        for _ in range(times):
            started = time.process_time()
            act()
            taken.append(time.process_time() - started)
    return min(taken)


def costs_at_most(factor: float, act: Act, unit: Act, *, floor: float = 0.001) -> bool:
    """Whether `act` takes no more than `factor` times what `unit` takes; a unit counts `floor` seconds at least."""
    return any(least(act) < factor * max(least(unit), floor) for _ in range(_COMPARISONS))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Without garbage collection, whose cost depends on what else the process holds."""
    was_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
