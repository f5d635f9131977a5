"""Relations between the columns and rows of any table of figures, judged as all comparisons are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from claims.claim import Claim
from claims.outside import cells
from claims.outside.cells import Misread
from claims.outside.row import claim
from expectations import wording
from expectations.comparison import Comparison, Judged, judge
from expectations.levels import growth
from expectations.sums import added

Row = Mapping[Any, Any]


def sum_failures(rows: Sequence[Row], value: str, label: str, total: str, by: Sequence[str], unit: str) -> list[str]:
    """A sentence for every group whose parts miss the row labelled `total`; raises ValueError for what is no number."""
    groups: dict[tuple[str, ...], list[tuple[str, Claim]]] = defaultdict(list)
    for number, row in enumerate(rows, 1):
        found = _figure(row, value, unit, number)
        if found is not None:
            groups[tuple(cells.text(row.get(name)) for name in by)].append((cells.text(row.get(label)), found))
    failed = []
    for key, group in groups.items():
        parts = tuple(one for name, one in group if name != total)
        for name, one in group:
            if name == total and parts:
                judged = judge(Comparison(reported=one, using=parts, expected=added, working=""))
                failed += _told(judged, " ".join([*key, total]).strip())
    return failed


def growth_failures(rows: Sequence[Row], level: str, base: str, change: str, unit: str) -> list[str]:
    """For every row whose growth is not that of its two levels a sentence. Raises ValueError for no numbers."""
    failed = []
    for number, row in enumerate(rows, 1):
        new, old = _figure(row, level, unit, number), _figure(row, base, unit, number)
        grown = _figure(row, change, "%", number)
        if new is not None and old is not None and grown is not None:
            comparison = Comparison(reported=grown, using=(new, old), expected=growth, working="")
            failed += _told(judge(comparison), f"row {number}, {change}")
    return failed


def _figure(row: Row, column: str, unit: str, number: int) -> Claim | None:
    """The figure in a column, None where it is missing; raises ValueError for what is no number."""
    if column not in row:
        raise ValueError(f"there is no column {column}")
    try:
        if cells.number(row[column]) is None:
            return None
        return claim({"value": row[column], "measure": column, "unit": unit}, "claims", "table", number)
    except Misread as error:
        raise ValueError(f"row {number}, {column}: {error.reason.en}") from error


def _told(judged: Judged, what: str) -> list[str]:
    if judged.verdict != "inconsistent":
        return []
    reported = wording.interval(judged.reported)
    return [f"{what}: {reported} given, {wording.interval(judged.implied)} implied"]
