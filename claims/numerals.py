"""Numerals: every number that a text writes, whatever it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written at `text[start:end]`: its exact value and the unit of its last printed place."""

    start: int
    end: int
    value: Decimal | Fraction
    resolution: Decimal
