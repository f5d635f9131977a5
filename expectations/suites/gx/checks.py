"""Any check of the rule book over a claim table."""

from __future__ import annotations

import pandas as pd

from expectations.suites.gx.whole_table import WholeTableExpectation


class ExpectTableToPassCheck(WholeTableExpectation):
    """Expect a claim table to give no finding of one check of the rule book (or of all, with an empty name).

    Args:
        check: The name of the check, such as `growth-mismatch-levels`; `crossfoot rules` lists them.
        at_least: The severity from which a finding counts: `error`, `warning` or `note`.

    The table has the fields of a claim, of which `value` and `measure` are required; rows whose `origin` begins with
    `reference` are known figures. Runs on pandas, SQL databases and Spark: the rows are fetched and judged in exact
    numbers.
    """

    check: str = ""
    at_least: str = "warning"
    success_keys = ("check", "at_least")
    args_keys = ("check", "at_least")

    def failures(self, table: pd.DataFrame) -> list[str]:
        """The messages of the findings."""
        from claims.table import from_frame
        from expectations import check_claims
        from expectations.finding import SEVERITIES

        grave = SEVERITIES[: SEVERITIES.index(self.at_least) + 1]
        outcome = check_claims(from_frame(table), select=(self.check,) if self.check else None)
        return [found.message.en for found in outcome.findings if found.severity in grave]
