"""Claims of one measure, made by hand, each with the interval of its print."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from claims.claim import Claim
from claims.interval import Interval
from tests.make import claim

CASES = {"measure": "立案", "measure_key": "立案", "place": "440100", "place_name": "广州"}
GROWTH = {"unit": "%", "dimension": "percent", "kind": "relative_change", "comparison": "year_on_year"}


def printed(value: str) -> Interval:
    """All numbers that round to this print."""
    number = Decimal(value)
    half = Decimal(1).scaleb(int(number.as_tuple().exponent)) / 2
    return Interval.of(number - half, number + half)


def level(name: str, value: str, period: str, **fields: Any) -> Claim:
    """An exact count of cases."""
    given = {"unit": "宗", "dimension": "case", "claim_id": name, "period": period}
    return claim(value, **(CASES | given | fields))


def growth(name: str, value: str, period: str, **fields: Any) -> Claim:
    """A year-on-year change in percent."""
    text = value.lstrip("-") + "%"
    given: dict[str, Any] = {"claim_id": name, "period": period, "asserted": printed(value)}
    return claim(value, text, **(CASES | GROWTH | given | fields))


def rounded(value: Fraction, places: int) -> str:
    """The value printed to so many decimals."""
    return f"{Decimal(round(value * 10**places)).scaleb(-places):f}"
