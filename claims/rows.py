"""One claim as one row of the claim table: the fields that outside programs hold on to, in their order."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claims.claim import Claim
from claims.exact_json import as_decimal

Cell = str | int | bool | Decimal | None

FIELDS = (
    "claim_id", "document", "start", "end", "line", "column", "text", "sentence", "section",
    "value", "low", "high", "low_closed", "high_closed", "implied_low", "implied_high",
    "hedge", "unit", "dimension", "kind", "measure", "measure_key", "scope", "price_basis",
    "place", "place_name", "period", "base_period", "origin", "attribution", "rule",
)  # fmt: skip
NUMBERS = ("value", "low", "high", "implied_low", "implied_high")  # decimals
INTEGERS = ("start", "end", "line", "column")
BOOLEANS = ("low_closed", "high_closed")
_INTERVALS = (*NUMBERS[1:], *BOOLEANS)


def claim_row(claim: Claim) -> dict[str, Cell]:
    """The row of `claim`, keys in the order of `FIELDS`.

    `low` to `high` is the asserted interval, an unbounded end None; `implied_low` and `implied_high` are given only
    where they differ from it, else None.
    """
    asserted, implied = claim.asserted, claim.implied
    ends: dict[str, Cell] = {
        "low": _end(asserted.low),
        "high": _end(asserted.high),
        "low_closed": asserted.low_closed,
        "high_closed": asserted.high_closed,
        "implied_low": None if implied.low == asserted.low else _end(implied.low),
        "implied_high": None if implied.high == asserted.high else _end(implied.high),
    }
    return {name: ends[name] if name in _INTERVALS else getattr(claim, name) for name in FIELDS}


def _end(value: Fraction | None) -> Decimal | None:
    return None if value is None else as_decimal(value)
