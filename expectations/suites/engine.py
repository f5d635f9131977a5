"""Great Expectations itself: an ephemeral context that sends nothing, no bars; suites run and exported."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from claims.exact_json import dumps
from expectations.suites.contract import COLUMNS, TABLES, Promise, promises

if TYPE_CHECKING:
    import pandas as pd

NAMES = {"claims": "crossfoot-claim-table", "reference": "crossfoot-reference-table"}


@contextmanager
def quietly() -> Iterator[None]:
    """Nothing on standard error from the loggers and warnings of GX, nothing sent out."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    loggers = [logging.getLogger(name) for name in ("great_expectations", "alembic")]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def context() -> Any:
    """A context that lives in memory, without progress bars."""
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    made = gx.get_context(mode="ephemeral")
    made.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
    return made


def expectation(promise: Promise) -> Any:
    """The GX expectation of a promise."""
    import great_expectations.expectations as core

    from expectations.suites import gx as own

    name = "".join(part.capitalize() for part in promise.type.split("_"))
    made = getattr(own, name, None) or getattr(core, name)
    said = {"level": promise.level, "zh": promise.words.zh, "en": promise.words.en}
    return made(**promise.arguments, meta={"crossfoot": said})


def validated(made: Sequence[Promise], frame: pd.DataFrame, row: str) -> list[Any]:
    """GX's result for each promise on the frame, in their order; failing rows are named by the column `row`."""
    with quietly():
        import great_expectations as gx

        at = context()
        batch = (
            at.data_sources.add_pandas("tables")
            .add_dataframe_asset("table")
            .add_batch_definition_whole_dataframe("all")
        )
        suite = at.suites.add(gx.ExpectationSuite(name="contract"))
        expectations = [expectation(promise) for promise in made]
        for number, one in enumerate(expectations):
            one.meta = {**one.meta, "number": number}
            suite.add_expectation(one)
        definition = at.validation_definitions.add(gx.ValidationDefinition(name="all", data=batch, suite=suite))
        done = definition.run(
            batch_parameters={"dataframe": frame},
            result_format={"result_format": "COMPLETE", "unexpected_index_column_names": [row]},
        )
    by_number = {result.expectation_config.meta["number"]: result for result in done.results}
    return [by_number[number] for number in range(len(made))]


def exported(kind: str) -> str:
    """The suite of `claims` or `reference` tables as GX JSON; raises KeyError for another kind."""
    with quietly():
        import great_expectations as gx

        suite = gx.ExpectationSuite(name=NAMES[kind])
        for promise in promises(kind, COLUMNS):
            suite.add_expectation(expectation(promise))
        said = suite.to_json_dict()
    for one in said["expectations"]:
        one.pop("id", None)
    return dumps(_exact({key: value for key, value in said.items() if key != "id"}), indent=2) + "\n"


def _exact(value: Any) -> Any:
    """The value with floats (shares of rows such as 0.5) as decimals, which our JSON writes digit by digit."""
    from decimal import Decimal

    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, dict):
        return {key: _exact(item) for key, item in value.items()}
    return [_exact(item) for item in value] if isinstance(value, list) else value


def kinds() -> tuple[str, ...]:
    """The kinds of table that have a suite."""
    return TABLES
