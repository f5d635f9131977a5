"""Growth matches the levels it is computed from."""

from __future__ import annotations

import pandas as pd

from expectations.suites.gx.whole_table import WholeTableExpectation


class ExpectGrowthToMatchLevels(WholeTableExpectation):
    """Expect the growth in each row, in percent, to be that of its level over its earlier level, rounding allowed for.

    Args:
        level, base, growth: The columns of the level, the earlier level and the growth in percent.
        unit: The unit of the levels, such as `亿元`: it decides whether whole numbers are exact or rounded.

    Rows in which one of the three is missing are passed over. Runs on pandas, SQL databases and Spark: the rows are
    fetched and judged in exact numbers.
    """

    level: str
    base: str
    growth: str
    unit: str = ""
    success_keys = ("level", "base", "growth", "unit")
    args_keys = ("level", "base", "growth", "unit")

    def failures(self, table: pd.DataFrame) -> list[str]:
        """A sentence for each row whose growth does not fit."""
        from expectations.suites.relations import growth_failures

        return growth_failures(table.to_dict("records"), self.level, self.base, self.growth, self.unit)
