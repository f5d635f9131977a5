"""A figure lies within its reported interval, on pandas, SQL and Spark alike."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd
from great_expectations.compatibility.sqlalchemy import sqlalchemy as sa
from great_expectations.execution_engine import PandasExecutionEngine, SqlAlchemyExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider import MulticolumnMapMetricProvider
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)

from claims.outside.cells import Misread, number


class FigureWithinInterval(MulticolumnMapMetricProvider):
    """Whether low ≤ value ≤ high, a missing end being no bound."""

    condition_metric_name = "multicolumn_values.crossfoot_within_interval"
    condition_domain_keys = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series[bool]:
        held = [_within(row) for row in column_list.itertuples(index=False, name=None)]
        return pd.Series(held, index=column_list.index, dtype=bool)

    @multicolumn_condition_partial(engine=SqlAlchemyExecutionEngine)
    def _sqlalchemy(cls, column_list: list[Any], **_: Any) -> Any:
        value, low, *rest = column_list
        bounds = [sa.or_(low.is_(None), value.is_(None), value >= low)]
        for high in rest:
            bounds += [sa.or_(high.is_(None), value.is_(None), value <= high)]
            bounds += [sa.or_(high.is_(None), low.is_(None), low <= high)]
        return sa.and_(*bounds)


def _within(row: tuple[Any, ...]) -> bool:
    try:
        value, low, high = (*(number(cell) for cell in row), None)[:3]
    except Misread:
        return True  # that is for ExpectColumnValuesToBeReadable to say
    return _ordered(low, value) and _ordered(value, high) and _ordered(low, high)


def _ordered(left: Decimal | None, right: Decimal | None) -> bool:
    return left is None or right is None or left <= right


class ExpectFigureWithinInterval(MulticolumnMapExpectation):
    """Expect each figure to lie within its reported interval, ends included.

    Args:
        column_list: The columns of the figure, the low end and, if there is one, the high end.

    A missing end is no bound.

    Runs on pandas (exactly, numbers may be text) and on SQL databases (numeric columns).
    """

    map_metric = "multicolumn_values.crossfoot_within_interval"
    args_keys = ("column_list",)
