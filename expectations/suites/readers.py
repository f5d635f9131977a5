"""How each kind of cell is read; the names are those of the contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from claims.outside import cells

READERS: Mapping[str, Callable[[Any], Any]] = {
    "number": cells.number,
    "integer": cells.integer,
    "boolean": cells.truth,
    "period": cells.period,
    "place": cells.place,
    "text": cells.text,
}
