"""Map a function over many items, in this process or in several, in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

LARGEST = 64  # items sent to a process at once
AHEAD = 4  # bundles under way for each process


def mapped(function: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """`function` of every item, in the order of `items`, which are taken only as fast as they are worked on.

    With more than one job the function and its items must pickle, and `function` must depend on its argument alone:
    workers start fresh (spawn), without anything this process has set.
    """
    rest = iter(items)
    head = list(islice(rest, 2))
    if jobs <= 1 or len(head) < 2:
        yield from map(function, chain(head, rest))
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_parent)
    under_way: deque[Future[list[Result]]] = deque()
    try:
        for bundle in _bundles(chain(head, rest), jobs):
            under_way.append(pool.submit(_each, function, bundle))
            if len(under_way) > AHEAD * jobs:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def _bundles(items: Iterator[Item], jobs: int) -> Iterator[list[Item]]:
    """The items in bundles: single ones at first, so that few are shared out, more where there are many."""
    sent = 0
    while bundle := list(islice(items, min(LARGEST, 1 + sent // (8 * jobs)))):
        sent += len(bundle)
        yield bundle


def _each(function: Callable[[Item], Result], bundle: Sequence[Item]) -> list[Result]:
    return list(map(function, bundle))


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
