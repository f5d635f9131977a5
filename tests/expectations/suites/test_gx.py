"""The rule book as Expectations, on pandas and on SQLite by plain checkpoints, at one with our judge."""

from __future__ import annotations

import sqlite3
from copy import copy
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.table import from_frame
from expectations import check_claims
from expectations.suites import engine
from expectations.suites.gx import (
    ExpectFigureWithinInterval,
    ExpectGrowthToMatchLevels,
    ExpectPartsToSumToTotal,
    ExpectTableToPassCheck,
)


def checkpoint(batch: Any, parameters: dict[str, Any], *expectations: Any) -> list[Any]:
    """The results of a plain GX checkpoint, in the order of the expectations."""
    import great_expectations as gx

    context = batch[0]
    number = len(list(context.suites.all()))
    suite = context.suites.add(gx.ExpectationSuite(name=f"s{number}", expectations=[copy(one) for one in expectations]))
    definition = context.validation_definitions.add(
        gx.ValidationDefinition(name=f"v{number}", data=batch[1], suite=suite)
    )
    made = context.checkpoints.add(
        gx.Checkpoint(name=f"c{number}", validation_definitions=[definition], result_format="COMPLETE")
    )
    (done,) = made.run(batch_parameters=parameters or None).run_results.values()
    types = [one.expectation_type for one in expectations]
    return sorted(done.results, key=lambda result: types.index(result.expectation_config.type))


@pytest.fixture(scope="module")
def pandas_batch() -> Any:
    with engine.quietly():
        context = engine.context()
        asset = context.data_sources.add_pandas("p").add_dataframe_asset("a")
        yield context, asset.add_batch_definition_whole_dataframe("all")


def on_pandas(batch: Any, frame: pd.DataFrame, *expectations: Any) -> list[Any]:
    return checkpoint(batch, {"dataframe": frame}, *expectations)


def on_sqlite(folder: Path, frame: pd.DataFrame, *expectations: Any) -> list[Any]:
    with sqlite3.connect(folder / "t.db") as connection:
        frame.to_sql("t", connection, index=False, if_exists="replace")
    with engine.quietly():
        context = engine.context()
        source = context.data_sources.add_sqlite("s", connection_string=f"sqlite:///{folder / 't.db'}")
        table = source.add_table_asset("t", table_name="t").add_batch_definition_whole_table("all")
        return checkpoint((context, table), {}, *expectations)


def claim_table(value: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "measure": ["用电量", "用电量", "用电量"],
            "place": ["440000"] * 3,
            "period": ["2022", "2021", "2022"],
            "base_period": [None, None, "2021"],
            "kind": ["amount", "amount", "relative_change"],
            "value": ["7870.3", "7866.6", value],
            "unit": ["亿千瓦时", "亿千瓦时", "%"],
        }
    )


@pytest.mark.parametrize(("value", "holds"), [("0.05", True), ("0.5", False)])
def test_any_check_of_the_rule_book_runs_on_a_claim_table(
    pandas_batch: Any, tmp_path: Path, value: str, holds: bool
) -> None:
    wanted = ExpectTableToPassCheck(check="growth-mismatch-levels")
    for result in (
        *on_pandas(pandas_batch, claim_table(value), wanted),
        *on_sqlite(tmp_path, claim_table(value), wanted),
    ):
        assert result.success is holds
        assert not result.exception_info["raised_exception"]
        assert bool(result.result["details"]["failures"]) is not holds


def test_a_table_that_is_no_claim_table_is_an_exception_not_a_discrepancy(pandas_batch: Any) -> None:
    (result,) = on_pandas(pandas_batch, pd.DataFrame({"x": [1]}), ExpectTableToPassCheck(check="impossible-value"))
    assert not result.success
    assert "column value is missing" in result.exception_info["exception_message"]


INTERVALS = pd.DataFrame({"value": [5, 5, 5, 5], "low": [4, 6, None, 1], "high": [6, 7, 5, None]})


def test_figures_lie_within_their_intervals_on_pandas_and_sqlite(pandas_batch: Any, tmp_path: Path) -> None:
    wanted = ExpectFigureWithinInterval(column_list=["value", "low", "high"])
    for result in (*on_pandas(pandas_batch, INTERVALS, wanted), *on_sqlite(tmp_path, INTERVALS, wanted)):
        assert not result.success
        assert result.result["unexpected_count"] == 1
        assert [row["low"] for row in result.result["unexpected_list"]] == [6]


def test_parts_and_growth_on_columns(pandas_batch: Any, tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            "place": ["甲", "乙", "合计", "甲", "乙", "合计"],
            "period": ["2021"] * 3 + ["2022"] * 3,
            "value": [1.14, 2.23, 3.37, 1.2, 2.5, 3.9],
            "before": [1.0, 2.0, 3.0, 1.14, 2.23, 3.37],
            "growth": [14.0, 11.5, 12.3, 5.3, 12.1, 10.1],
        }
    )
    wanted = (
        ExpectPartsToSumToTotal(by=["period"]),
        ExpectGrowthToMatchLevels(level="value", base="before", growth="growth"),
    )
    for parts, growth in (on_pandas(pandas_batch, frame, *wanted), on_sqlite(tmp_path, frame, *wanted)):
        assert not parts.success
        assert [words[:7] for words in parts.result["details"]["failures"]] == ["2022 合计"]
        assert not growth.success
        assert [words[:5] for words in growth.result["details"]["failures"]] == ["row 6"]


def rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.decimals(1, 9000, places=2),
    st.decimals(1, 9000, places=2),
    st.integers(0, 2),
    st.sampled_from(["0", "0.3", "7", "-40"]),
)
def test_gx_and_our_judge_agree_on_growth(
    pandas_batch: Any, new: Decimal, old: Decimal, places: int, error: str
) -> None:
    growth = rounded((new / old - 1) * 100 + Decimal(error), places)
    frame = claim_table("")
    frame["value"] = [f"{new:f}", f"{old:f}", f"{growth:f}"]
    outcome = check_claims(from_frame(frame), select=["growth-mismatch-levels"])
    ours = not [one for one in outcome.findings if one.severity != "note"]
    wide = pd.DataFrame({"level": [f"{new:f}"], "base": [f"{old:f}"], "growth": [f"{growth:f}"]})
    (general,) = on_pandas(pandas_batch, frame, ExpectTableToPassCheck(check="growth-mismatch-levels"))
    (special,) = on_pandas(
        pandas_batch, wide, ExpectGrowthToMatchLevels(level="level", base="base", growth="growth", unit="亿千瓦时")
    )
    assert general.success is special.success is ours
    if error == "0":
        assert ours


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.decimals(0, 9999, places=3), min_size=2, max_size=5), st.sampled_from(["0", "0.4", "50"]))
def test_gx_and_our_judge_agree_on_sums(pandas_batch: Any, parts: list[Decimal], error: str) -> None:
    total = rounded(sum(parts, Decimal(0)) + Decimal(error), 1)
    shown = [rounded(part, 1) for part in parts]
    frame = pd.DataFrame(
        {"place": [*(f"第{n}片" for n in range(len(parts))), "合计"], "value": [f"{one:f}" for one in (*shown, total)]}
    )
    (result,) = on_pandas(pandas_batch, frame, ExpectPartsToSumToTotal(unit="万吨"))
    added = sum(shown, Decimal(0))
    slack = Decimal("0.05") * (len(parts) + 1)
    assert result.success is (abs(added - total) <= slack)
