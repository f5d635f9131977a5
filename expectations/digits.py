"""How many digits a figure is printed with."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claims.claim import Claim


def significant_digits(claim: Claim) -> int:
    """How many digits the figure is printed with, leading and trailing zeros apart: 3135 has 4, 7200 has 2."""
    return _digits(claim.value)


@lru_cache(maxsize=1 << 12)
def _digits(value: Decimal) -> int:
    digits = value.normalize().as_tuple().digits
    return len(digits) if any(digits) else 0
