"""Several processes give what one gives, in the same order."""

from __future__ import annotations

from itertools import count, islice
from pathlib import Path

import pytest

from checker.engines.cores import cores, mapped
from checker.run import run
from checker.settings import Settings

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(mapped(abs, [-3, 1, -2] * 20, jobs)) == [3, 1, 2] * 20


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_the_work_is_raised(jobs: int) -> None:
    with pytest.raises(TypeError):
        list(mapped(abs, [1, "x", 2], jobs))  # type: ignore[list-item]


@pytest.mark.parametrize("jobs", [1, 2])
def test_items_are_taken_only_as_fast_as_they_are_worked_on(jobs: int) -> None:
    taken = count(1)
    results = mapped(abs, taken, jobs)
    assert list(islice(results, 1_000)) == list(range(1, 1_001))
    results.close()  # type: ignore[attr-defined]
    assert next(taken) < 2_500


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1


def test_a_run_on_two_processes_reports_what_a_run_on_one_does() -> None:
    one, two = (run(Settings(paths=(str(EXAMPLES),), jobs=jobs, lang="zh")) for jobs in (1, 2))
    assert one == two
    assert one.claims
