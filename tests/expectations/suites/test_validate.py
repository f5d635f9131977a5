"""Wrong tables: refused whole or row by row, with a sentence a person can act on; what GX raises is no discrepancy."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.outside.records import Records, of_stream, read_records
from claims.readers.problems import Unreadable
from claims.table import claims_of
from expectations.suites import engine
from expectations.suites.contract import COLUMNS, promises
from expectations.suites.validate import ValidatorFailed, Verdict, frame_of, run, validate
from tests.clock import costs_at_most

REFERENCE = "measure,place,period,value,unit,vintage,source\n"
GOOD = "常住人口,440000,2021-12-31,12684,万人,2022-03,统计公报\n"


def table(text: str) -> Records:
    return of_stream(BytesIO(text.encode()), "t.csv", ".csv")


def verdict(text: str, kind: str = "claims") -> Verdict:
    found = validate(table(text), kind)
    for fault in found.refused:
        assert fault.reason.zh
        assert fault.reason.en
    return found


def test_a_good_table_is_used_whole() -> None:
    found = verdict(REFERENCE + GOOD, "reference")
    assert not found.refused
    assert not found.whole
    assert len(found.good.rows) == 1


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("", "claims", "no rows"),
        ("value,measure\n", "claims", "no rows"),
        ("数值,指标\n1,甲\n", "claims", "column value is missing (there are: 数值, 指标)"),
        ("value,measure\n1,甲\n", "reference", "column place is missing"),
        ("value,measure\n很多,甲\n不少,乙\n3,丙\n", "claims", "column value holds no numbers"),
        ("value,measure,start,end\n1,甲,a,b\n2,乙,c,d\n", "claims", "column start holds no whole numbers"),
    ],
)
def test_wrong_columns_and_types_refuse_the_table_whole(text: str, kind: str, told: str) -> None:
    found = verdict(text, kind)
    assert any(told in words.en for words in found.whole)
    assert all(words.zh for words in found.whole)
    assert not found.good.rows


@pytest.mark.parametrize(
    ("text", "kind", "row", "column", "told"),
    [
        ("value,measure\n1e7,甲\n2,乙\n", "claims", 2, "value", "write all digits, such as 10000000"),
        ("value,measure\n3,甲\n1E+12,乙\n", "claims", 3, "value", "such as 1000000000000"),
        ("value,measure\n3,甲\n十二,乙\n", "claims", 3, "value", "not a number"),
        ("value,measure\n3,甲\n4,\n", "claims", 3, "measure", "measure is empty"),
        ("value,measure,kind\n3,甲,count\n4,乙,level\n", "claims", 3, "kind", "must be one of count"),
        ("value,measure,low,high\n3,甲,2,4\n3,乙,4,5\n", "claims", 3, "value", "between low and high"),
        ("value,measure,low,high\n3,甲,2,4\n3,乙,5,2\n", "claims", 3, "value", "low not above high"),
        ("value,measure,start,end,text\n3,甲,0,1,3\n3,乙,4,4,3\n", "claims", 3, "start", "offsets"),
        ("value,measure,start,end,text\n3,甲,-1,-1,3\n3,乙,4,9,3\n", "claims", 3, "start", "length"),
        ("value,measure,claim_id\n3,甲,a\n4,乙,a\n", "claims", 2, "claim_id", "its own"),
        (REFERENCE + GOOD + "常住人口,999999,2021,1,人,,\n", "reference", 3, "place", "GB/T 2260"),
        (REFERENCE + GOOD + "常住人口,440000,2021-13,1,人,,\n", "reference", 3, "period", "2019-01/2019-06"),
        (REFERENCE + GOOD + "常住人口,440000,,1,人,,\n", "reference", 3, "period", "period is empty"),
        (REFERENCE + GOOD + GOOD.replace("12684", "12648"), "reference", 2, "measure", "different values"),
        (REFERENCE + GOOD + GOOD, "reference", 3, "measure", "repeats row 2"),
    ],
)
def test_single_rows_are_left_out_with_a_reason(text: str, kind: str, row: int, column: str, told: str) -> None:
    found = verdict(text, kind)
    fault = next(fault for fault in found.refused if fault.row == row)
    assert fault.column == column
    assert told in fault.reason.en
    assert not found.whole
    assert {one.number for one in found.good.rows} == {one.number for one in table(text).rows} - {
        fault.row for fault in found.refused
    }


def test_cells_of_wrong_types_in_parquet(tmp_path: Path) -> None:
    pd.DataFrame({"value": [1e7, 1e12], "measure": ["甲", "乙"]}).to_parquet(tmp_path / "good.parquet")
    assert len(validate(read_records(tmp_path / "good.parquet"), "claims").good.rows) == 2
    pd.DataFrame({"value": [[1], [2]], "measure": ["甲", "乙"]}).to_parquet(tmp_path / "lists.parquet")
    assert validate(read_records(tmp_path / "lists.parquet"), "claims").whole
    pd.DataFrame({"value": [1, 2], "measure": [["甲"], ["乙"]]}).to_parquet(tmp_path / "words.parquet")
    refused = validate(read_records(tmp_path / "words.parquet"), "claims").refused
    assert [fault.column for fault in refused] == ["measure", "measure"]


def test_an_exception_inside_gx_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    from expectations.suites.gx import cells

    def broken(*_: Any) -> bool:
        raise RuntimeError("the engine is on fire")

    monkeypatch.setattr(cells, "readable", broken)
    with pytest.raises(ValidatorFailed, match="the engine is on fire"):
        validate(table("value,measure\n1,甲\n"), "claims")


def test_a_missing_column_deep_inside_gx_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """GX nests the exception of a missing column one level deeper than others."""
    records = table("value,measure\n1,甲\n")
    made = [one for one in promises("claims", COLUMNS) if one.type == "expect_column_values_to_be_unique"]
    assert made
    (result,) = engine.validated(made, frame_of(records), "crossfoot_row")
    assert "raised_exception" not in result.exception_info or not result.exception_info["raised_exception"]
    assert [promise.column for promise, _ in run(made, frame_of(records))] == ["claim_id"]


@pytest.mark.parametrize("kind", engine.kinds())
def test_suites_are_exported_as_gx_json_that_gx_reads_back(kind: str) -> None:
    import great_expectations as gx

    said = json.loads(engine.exported(kind))
    types = {one["type"] for one in said["expectations"]}
    assert {"expect_column_to_exist", "expect_column_values_to_be_readable", "expect_figure_within_interval"} <= types
    assert all(one["meta"]["crossfoot"]["zh"] for one in said["expectations"])
    made = gx.ExpectationSuite(**{key: said[key] for key in ("name", "expectations", "meta")})
    assert len(made.expectations) == len(said["expectations"])
    assert "id" not in said


def test_validation_is_quiet_and_sends_nothing(tmp_path: Path) -> None:
    """Nothing on either stream, analytics off before GX is imported, no socket opened."""
    (tmp_path / "t.csv").write_text(REFERENCE + GOOD, encoding="utf-8")
    script = (
        "import os, socket, sys\n"
        "def closed(*a, **k): raise AssertionError('a socket was opened')\n"
        "socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = closed\n"
        "from claims.outside.records import read_records\n"
        "from expectations.suites.validate import validate\n"
        "assert 'great_expectations' not in sys.modules\n"
        "found = validate(read_records(sys.argv[1]), 'reference')\n"
        "assert os.environ['GX_ANALYTICS_ENABLED'] == 'false'\n"
        "sys.exit(0 if len(found.good.rows) == 1 else 3)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "t.csv")],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


CELLS = st.one_of(
    st.sampled_from(["value", "measure", "1e7", "2021", "440000", "", "-1", "甲", "NaN", "∞", "\x00", "=1+1"]),
    st.text(max_size=8),
)


@settings(max_examples=15)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=4), st.sampled_from(["claims", "reference"]))
def test_any_table_is_used_refused_or_unreadable(rows: list[list[str]], kind: str) -> None:
    head = ["measure", "value", "period", "place"] if kind == "claims" else [*"abc", "unit"]
    buffer = StringIO()
    csv.writer(buffer).writerows([head, *rows])
    try:
        records = table(buffer.getvalue().encode("utf-8", "replace").decode())
    except Unreadable:
        return
    found = validate(records, kind)
    assert found.whole or len(found.good.rows) + len(found.refused) == len(records.rows)
    assert not claims_of(found.good, kind)[1]


def _repeating(rows: int) -> Records:
    """A table whose second half repeats the first."""
    half = "".join(GOOD.replace("常住人口", f"指标{number}") for number in range(rows // 2))
    return table(REFERENCE + half + half)


def test_four_times_the_rows_that_repeat_one_another_take_four_times_as_long() -> None:
    few, many = _repeating(1_000), _repeating(4_000)
    refused = validate(few, "reference").refused
    assert len(refused) == 500
    assert "repeats row" in refused[-1].reason.en
    assert costs_at_most(6, lambda: validate(many, "reference"), lambda: validate(few, "reference"))
