"""Runs the search: rounds of all targets, a process each, until the time is up; faults are told with their case.

`python -m tests.fuzz` gives every target 60 seconds; `--seconds`, `--until 17:15` and names of targets change that.
`--case "read .pdf" 123` repeats one case.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import signal
import subprocess
import sys
import time
import traceback
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

HANGS = 120  # seconds after which a case is taken to hang
MEMORY = 6 << 30  # bytes of address space


@dataclass
class Tally:
    """What one target has done: faults by the place that raised them, with the first case of each and how many."""

    cases: int = 0
    seconds: float = 0.0
    faults: dict[str, list[Any]] = field(default_factory=dict)

    def add(self, cases: int, seconds: float, faults: dict[str, list[Any]]) -> None:
        """Count in another stretch of the search."""
        self.cases += cases
        self.seconds += seconds
        for where, (case, count) in faults.items():
            self.faults.setdefault(where, [case, 0])[1] += count


def main() -> int:
    """Search, or repeat one case; 1 if there were faults."""
    words = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    words.add_argument("targets", nargs="*", help="names of targets, all without")
    words.add_argument("--seconds", type=float, default=60, help="for each target")
    words.add_argument("--slice", type=float, default=30, help="seconds after which the next target has its turn")
    words.add_argument("--until", help="go on until this time of day, whatever --seconds says")
    words.add_argument("--first", type=int, help="number of the first case; chance without")
    words.add_argument("--log", type=Path, help="a line is added for each stretch, as JSON")
    words.add_argument("--summary", type=Path, help="a file for the figures so far")
    words.add_argument("--case", nargs=2, metavar=("TARGET", "NUMBER"), help="repeat one case")
    words.add_argument("--stretch", nargs=3, help=argparse.SUPPRESS)
    asked = words.parse_args()
    if asked.case:
        from tests.fuzz.targets import run_case

        run_case(asked.case[0], int(asked.case[1]))
        return 0
    if asked.stretch:
        return stretch(asked.stretch[0], float(asked.stretch[1]), int(asked.stretch[2]))
    return search(asked)


def search(asked: argparse.Namespace) -> int:
    """Rounds of all targets until the time is up."""
    from tests.fuzz.targets import TARGETS

    tallies = {name: Tally() for name in asked.targets or TARGETS}
    first = random.randrange(10**9) if asked.first is None else asked.first
    spent = 0.0
    while spent < asked.seconds if not asked.until else datetime.now().strftime("%H:%M") < asked.until:
        span = min(asked.slice, asked.seconds - spent) if not asked.until else asked.slice
        for name, tally in tallies.items():
            if asked.until and datetime.now().strftime("%H:%M") >= asked.until:
                break
            done = in_a_process(name, span, first)
            tally.add(**done)
            line = f"{datetime.now():%H:%M:%S} {name}: {done['cases']} cases, {done['seconds']:.0f} s"
            print(line + "".join(f"\n  {where}: case {case[0]}" for where, case in done["faults"].items()), flush=True)
            if asked.log:
                with asked.log.open("a", encoding="utf-8") as log:
                    log.write(json.dumps({"at": f"{datetime.now():%H:%M:%S}", "target": name, **done}) + "\n")
            if asked.summary:
                asked.summary.write_text(summary(tallies), encoding="utf-8")
        spent += span
        first += 1_000_000
    print(summary(tallies))
    return int(any(tally.faults for tally in tallies.values()))


def summary(tallies: dict[str, Tally]) -> str:
    """The figures of each target and the faults found."""
    lines = [f"{'target':24}{'cases':>10}{'seconds':>10}{'faults':>8}"]
    rows = {**tallies, "all": Tally(sum(t.cases for t in tallies.values()), sum(t.seconds for t in tallies.values()))}
    rows["all"].faults = {where: case for tally in tallies.values() for where, case in tally.faults.items()}
    lines += [f"{name:24}{t.cases:>10,}{t.seconds:>10.0f}{len(t.faults):>8}" for name, t in rows.items()]
    for name, tally in tallies.items():
        lines += [f"{name} {case}: {where} ({count} times)" for where, (case, count) in tally.faults.items()]
    return "\n".join(lines) + "\n"


def in_a_process(name: str, seconds: float, first: int) -> dict[str, Any]:
    """A stretch of one target in a process of its own, which a crash ends alone."""
    with NamedTemporaryFile("r", encoding="utf-8") as told:
        command = [sys.executable, "-m", "tests.fuzz", "--stretch", name, str(seconds), str(first), "--log", told.name]
        done = subprocess.run(command, capture_output=True, check=False)
        lines = told.read().splitlines()
    found: dict[str, Any] = json.loads(lines[-1]) if lines else asdict(Tally())
    if done.returncode < 0 or not lines:
        case = found["cases"] + first
        words = done.stderr.decode("utf-8", "replace").strip()[-300:]
        found["faults"][f"ended with {done.returncode}: {words}"] = [case, 1]
    return found


def stretch(name: str, seconds: float, first: int) -> int:
    """Cases one after another in this process; the tally so far goes to the log after each."""
    from tests.fuzz.targets import run_case

    log = Path(sys.argv[sys.argv.index("--log") + 1])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, _hangs)
    tally = Tally()
    began, used = time.monotonic(), time.process_time()
    while time.monotonic() - began < seconds:
        number = first + tally.cases
        signal.alarm(HANGS)
        try:
            run_case(name, number)
        except (Exception, SystemExit) as error:
            tally.add(0, 0, {_where(error): [number, 1]})
        signal.alarm(0)
        tally.cases += 1
        tally.seconds = time.process_time() - used
        log.write_text(json.dumps(asdict(tally), ensure_ascii=True), encoding="utf-8")
    return 0


def _hangs(*_: object) -> None:
    raise TimeoutError(f"more than {HANGS} seconds")


def _where(error: BaseException) -> str:
    """The kind of the error and the last lines of ours that it came through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if re.search(r"/(claims|expectations|reports|checker|tests)/", frame.filename)]
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in ours[-3:]]
    words = re.sub(r"\d+(\.\d+)?", "N", str(error).encode("ascii", "backslashreplace").decode())[:80]
    return f"{type(error).__name__} {words!r} at {' < '.join(reversed(places))}"


if __name__ == "__main__":
    sys.exit(main())
