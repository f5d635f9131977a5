"""Snapshots: files beside the tests that hold what was printed when someone last looked at it and found it right."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"


def same(name: str, text: str) -> None:
    """Assert that `text` is what the snapshot `name` holds; with CROSSFOOT_SNAPSHOTS=write, write it instead."""
    file = FOLDER / name
    if os.environ.get("CROSSFOOT_SNAPSHOTS") == "write":
        FOLDER.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    assert file.exists(), f"no snapshot {name}; look at the output, then run with CROSSFOOT_SNAPSHOTS=write"
    assert text == file.read_bytes().decode("utf-8")
