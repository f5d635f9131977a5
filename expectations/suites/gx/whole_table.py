"""The base of Expectations that look at all rows at once: they read the table through GX, on every engine alike."""

from __future__ import annotations

from typing import Any

import pandas as pd
from great_expectations.execution_engine import ExecutionEngine
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.validator.metric_configuration import MetricConfiguration
from great_expectations.validator.validator import ValidationDependencies

MOST_TOLD = 20  # failures that a result spells out; all are counted
_METRIC = "table.head"  # with fetch_all it is the whole table, on pandas, SQL and Spark


class WholeTableExpectation(BatchExpectation):
    """An Expectation over the rows of a table; `failures` names what does not hold, one sentence each."""

    def get_validation_dependencies(
        self, execution_engine: ExecutionEngine | None = None, runtime_configuration: dict[str, Any] | None = None
    ) -> ValidationDependencies:
        """What GX is to compute first: the whole table."""
        found = super().get_validation_dependencies(execution_engine, runtime_configuration)
        domain = {"batch_id": self.batch_id} if self.batch_id else {}
        found.set_metric_configuration(_METRIC, MetricConfiguration(_METRIC, domain, {"n_rows": 1, "fetch_all": True}))
        return found

    def _validate(
        self,
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any] | None = None,
        execution_engine: ExecutionEngine | None = None,
    ) -> dict[str, Any]:
        failures = self.failures(metrics[_METRIC])
        return {
            "success": not failures,
            "result": {"observed_value": len(failures), "details": {"failures": failures[:MOST_TOLD]}},
        }

    def failures(self, table: pd.DataFrame) -> list[str]:
        """What does not hold in the table; raises ValueError where it cannot be read as figures."""
        raise NotImplementedError
