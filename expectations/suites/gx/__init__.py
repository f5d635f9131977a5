"""Custom Expectations of Great Expectations for tables of figures; importing this package imports Great Expectations.

`ExpectTableToPassCheck` runs any check of the rule book over a claim table; `ExpectPartsToSumToTotal`,
`ExpectFigureWithinInterval` and `ExpectGrowthToMatchLevels` are the relations that fit on columns as such;
`ExpectColumnValuesToBeReadable` and `ExpectOffsetsToBeSane` belong to the contract of claim tables.
"""

from __future__ import annotations

import os

# Said before the import, which reads it: nothing is sent anywhere.
os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")

from expectations.suites.gx.cells import ExpectColumnValuesToBeReadable, ExpectOffsetsToBeSane
from expectations.suites.gx.checks import ExpectTableToPassCheck
from expectations.suites.gx.growth import ExpectGrowthToMatchLevels
from expectations.suites.gx.interval import ExpectFigureWithinInterval
from expectations.suites.gx.sums import ExpectPartsToSumToTotal

__all__ = [
    "ExpectColumnValuesToBeReadable",
    "ExpectFigureWithinInterval",
    "ExpectGrowthToMatchLevels",
    "ExpectOffsetsToBeSane",
    "ExpectPartsToSumToTotal",
    "ExpectTableToPassCheck",
]
