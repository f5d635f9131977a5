"""Parts sum to their total."""

from __future__ import annotations

import pandas as pd

from expectations.suites.gx.whole_table import WholeTableExpectation


class ExpectPartsToSumToTotal(WholeTableExpectation):
    """Expect, in every group of rows, the parts to add up to the row labelled as their total, rounding allowed for.

    Args:
        value: The column of figures; `label`: the column that names the parts.
        total: The label of the total, such as `合计`.
        by: Columns whose values must agree within a group, such as the period.
        unit: The unit of the figures, such as `万元`: it decides whether whole numbers are exact or rounded.

    Runs on pandas, SQL databases and Spark: the rows are fetched and judged in exact numbers.
    """

    value: str = "value"
    label: str = "place"
    total: str = "合计"
    by: list[str] = []  # noqa: RUF012 # a field of a pydantic model, copied for each instance
    unit: str = ""
    success_keys = ("value", "label", "total", "by", "unit")
    args_keys = ("value", "label", "total", "by", "unit")

    def failures(self, table: pd.DataFrame) -> list[str]:
        """A sentence for each total that its parts miss."""
        from expectations.suites.relations import sum_failures

        return sum_failures(table.to_dict("records"), self.value, self.label, self.total, self.by, self.unit)
