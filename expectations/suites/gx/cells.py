"""Expectations on cells: that a claim table's columns can be read, and that offsets are sane."""

from __future__ import annotations

from typing import Any, Literal

import pandas as pd
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import ColumnMapExpectation, MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider import (
    ColumnMapMetricProvider,
    MulticolumnMapMetricProvider,
)
from great_expectations.expectations.metrics.map_metric_provider.column_condition_partial import (
    column_condition_partial,
)
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)

from claims.outside.cells import Misread, integer, text
from expectations.suites.readers import READERS


class ColumnValuesReadable(ColumnMapMetricProvider):
    """Whether each cell of a column says what the column promises."""

    condition_metric_name = "column_values.crossfoot_readable"
    condition_value_keys = ("content",)

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series[Any], content: str, **_: Any) -> pd.Series[bool]:
        return column.map(lambda cell: readable(cell, content)).astype(bool)


def readable(cell: Any, content: str) -> bool:
    """Whether a cell can be read as `content`, one of `READERS`; an empty one can."""
    try:
        READERS[content](cell)
    except Misread:
        return False
    return True


class ExpectColumnValuesToBeReadable(ColumnMapExpectation):
    """Expect each cell to say what its column promises: exact numbers, ISO periods, known place codes.

    Args:
        column: The column.
        content: `number` (exact, no scientific notation), `integer`, `boolean`, `period` (`2021`, `2019-01/2019-06`,
            `2023-08-15`), `place` (GB/T 2260 or ISO 3166 code, or a name) or `text`.

    Runs on pandas.
    """

    content: Literal["number", "integer", "boolean", "period", "place", "text"]
    map_metric = "column_values.crossfoot_readable"
    success_keys = ("content", "mostly")
    args_keys = ("column", "content")


class OffsetsSane(MulticolumnMapMetricProvider):
    """Whether start and end mark a stretch as long as the text, or say that there is none."""

    condition_metric_name = "multicolumn_values.crossfoot_offsets_sane"
    condition_domain_keys = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series[bool]:
        sane = [_sane(*row) for row in column_list.itertuples(index=False, name=None)]
        return pd.Series(sane, index=column_list.index, dtype=bool)


def _sane(start: Any, end: Any, words: Any = None) -> bool:
    try:
        first, last = integer(start), integer(end)
        length = len(text(words)) if words is not None else 0
    except Misread:
        return True  # that is for ExpectColumnValuesToBeReadable to say
    if first is None or last is None or first < 0:
        return (first is None or first == -1) and (last is None or last == -1 or first is None)
    return first < last and length in (0, last - first)


class ExpectOffsetsToBeSane(MulticolumnMapExpectation):
    """Expect start and end offsets to mark a stretch as long as its text; -1 or nothing for figures without a place.

    Args:
        column_list: The columns of start, end and, if there is one, text.

    Runs on pandas.
    """

    map_metric = "multicolumn_values.crossfoot_offsets_sane"
    args_keys = ("column_list",)
