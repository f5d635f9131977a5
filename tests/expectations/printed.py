"""Claims from figures as printed: `2.55万`, `37.01%`, `3135`, with the intervals that printing gives them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from claims.claim import Claim
from claims.interval import Interval
from tests.make import claim

SCALES = {"万亿": 12, "亿": 8, "万": 4, "": 0}


def printed(text: str, **fields: Any) -> Claim:
    """The claim of an unhedged figure; whole numbers without scale word or % are exact."""
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?)(万亿|亿|万|)(%|)", text)
    assert match is not None, text
    number, power = Decimal(match[1]), SCALES[match[2]]
    value = number.scaleb(power)
    resolution = Decimal(1).scaleb(int(number.as_tuple().exponent) + power)
    exact = resolution == 1 and not match[2] and not match[3]
    half = 0 if exact else resolution / 2
    interval = Interval.of(value - half, value + half)
    return claim(str(value), text, **({"asserted": interval, "resolution": resolution, "unit": match[3]} | fields))
