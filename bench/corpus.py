"""Scores of extraction and checking on the annotated articles beside the checkout: `python bench/corpus.py [--quick]`.

Needs ../shared with its articles, gold annotations and scorers. `--quick` plants 30 errors a set instead of all.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
EXTRACTION = (("articles", "claims.jsonl"), ("news", "news-claims.jsonl"))
CHECKING = (
    ("articles", "identities.jsonl", ""),
    ("news", "news-identities.jsonl", ""),
    ("relations", "relations-identities.jsonl", "relations-traps.jsonl"),
)


def main() -> int:
    """Run every scorer there is material for; 0 if all of them ran."""
    if not SHARED.is_dir():
        print(f"no {SHARED.name} folder beside the checkout: nothing to score on", file=sys.stderr)
        return 2
    failed = [extraction(folder, gold) for folder, gold in EXTRACTION]
    failed.append(scored("numerals", "score_numbers.py", SHARED / "specs" / "zh-numbers.jsonl"))
    sample = ["--sample", "30"] if "--quick" in sys.argv else []
    for folder, identities, traps in CHECKING:
        options = ["--traps", SHARED / "gold" / traps] if traps else []
        failed.append(
            scored(
                f"checking {folder}", "plant_errors.py",
                SHARED / folder, SHARED / "gold" / identities, *options, "--in-process", *sample,
            )
        )  # fmt: skip
    return int(any(failed))


def extraction(folder: str, gold: str) -> bool:
    """Read the folder's claims and score them; whether that failed."""
    crossfoot = [sys.executable, "-c", "from checker.cli import main; main()"]
    began = time.perf_counter()
    done = subprocess.run(
        [*crossfoot, "claims", str(SHARED / folder), "--format", "jsonl"], stdout=subprocess.PIPE, check=False
    )
    seconds = time.perf_counter() - began
    if done.returncode:
        print(f"claims of {folder}: exit status {done.returncode}", file=sys.stderr)
        return True
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as table:
        table.write(done.stdout)
        table.flush()
        return scored(
            f"claims of {folder} ({seconds:.1f} s)", "score_claims.py", SHARED / "gold" / gold, Path(table.name)
        )


def scored(name: str, scorer: str, *arguments: Path | str) -> bool:
    """Run one scorer and show what it prints; whether it failed."""
    print(f"\n== {name}", flush=True)
    command = [sys.executable, SHARED / "score" / scorer, *arguments]
    return subprocess.run([str(word) for word in command], check=False).returncode != 0


if __name__ == "__main__":
    sys.exit(main())
