"""Units and their dimensions; the Pint registry is built on first use and never while reading texts."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from claims.interval import Exact, exact


@cache
def registry() -> Any:
    """The Pint registry of `units.txt` alone, counting in fractions.

    Percent, percentage points, people, visits, cases and each currency are dimensions of their own, so that adding them
    raises `pint.DimensionalityError`.
    """
    import pint

    units: Any = pint.UnitRegistry(None, non_int_type=Fraction)
    units.load_definitions(str(Path(__file__).with_name("units.txt")))
    return units


def convert(value: Exact, unit: str, to: str) -> Fraction:
    """`value` of one registry unit in another; raises `pint.DimensionalityError` if they measure different things."""
    units = registry()
    return exact(units.Quantity(exact(value), unit).to(to).magnitude)


@cache
def factor(unit: str) -> Fraction:
    """How many base units of its dimension one `unit` of the registry is."""
    units = registry()
    return exact(units.Quantity(Fraction(1), unit).to_base_units().magnitude)
