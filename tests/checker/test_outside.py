"""Tables from outside in a whole run: refused whole or row by row, exit 2, and everything else still checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from checker.cli import app
from checker.run import run
from checker.settings import settle

ARTICLE = "2021年末，广东省常住人口12864万人。\n全年全市破案7323宗，比上年的4892宗上升94.7%。\n"
HEAD = "measure,place,period,value,unit,source\n"
ROW = "常住人口,440000,2021-12-31,12684,万人,统计公报\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def crossfoot(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def checked(here: Path, content: str, name: str = "known.csv") -> Result:
    (here / name).write_text(content, encoding="utf-8")
    return crossfoot("check", "a.txt", "--reference", name, "-f", "json")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "no rows"),
        (HEAD, "no rows"),
        ("指标,地区\n甲,乙\n", "column measure is missing"),
        (HEAD.replace(",unit", "") + ROW.replace(",万人", ""), "column unit is missing"),
        (HEAD + ROW.replace("12684", "很多"), "holds no numbers"),
        (HEAD + ROW + ROW.replace("12684", "1e7"), "scientific notation"),
        (HEAD + ROW + ROW.replace("2021-12-31", "2020-12-31").replace("12684", "1e12"), "1000000000000"),
        (HEAD + ROW + ROW.replace("440000", "440009"), "GB/T 2260"),
        (HEAD + ROW + ROW, "repeats row 2"),
    ],
)
def test_a_wrong_table_is_told_in_a_sentence_and_the_rest_is_checked(here: Path, content: str, told: str) -> None:
    done = checked(here, content)
    assert done.exit_code == 2
    assert told in done.stderr
    report = json.loads(done.stdout)
    assert "growth-mismatch-levels" in {one["check"] for one in report["findings"]}
    if report["tables"]:
        (row,) = report["refused_rows"]
        assert row["table"] == "known.csv"
        assert row["reason"]["zh"]
        assert report["tables"] == [{"path": "known.csv", "kind": "reference", "rows": 2, "refused": 1}]
        assert "reference-differs" in {one["check"] for one in report["findings"]}


def test_rows_left_out_stand_in_a_table_on_the_terminal(here: Path) -> None:
    (here / "known.csv").write_text(HEAD + ROW + ROW.replace("440000", "440009"), encoding="utf-8")
    done = crossfoot("check", "a.txt", "--reference", "known.csv", "-f", "rich")
    assert "Rows left out" in done.stdout
    assert "440009" in done.stdout


def test_several_tables_may_be_given_and_cited_claims_alone_are_in_the_report(here: Path) -> None:
    (here / "one.csv").write_text(HEAD + ROW, encoding="utf-8")
    (here / "two.csv").write_text(HEAD + ROW.replace("440000", "430000"), encoding="utf-8")
    report = run(settle({"reference": ["one.csv", "two.csv"], "jobs": 1}, ("a.txt",)))
    assert [table.path for table in report.tables] == ["one.csv", "two.csv"]
    known = [claim for claim in report.claims if claim.is_reference]
    assert [claim.origin for claim in known] == ["reference one.csv#2"]
    assert not report.problems


def test_a_wide_table_by_its_headings_and_by_a_mapping(here: Path) -> None:
    (here / "wide.csv").write_text("各省常住人口\n单位：万人\n地区,2021年末\n广东,12684\n湖南,6622\n", encoding="utf-8")
    done = crossfoot("check", "a.txt", "--reference", "wide.csv", "--select", "reference-differs")
    assert "wide.csv#4" in done.stdout
    (here / "crossfoot.toml").write_text(
        '[tables."bare.csv"]\nplace = "省"\nmeasure = "常住人口"\nsource = "年鉴"\n'
        '[tables."bare.csv".columns.b]\nperiod = "2021-12-31"\nunit = "万人"\n',
        encoding="utf-8",
    )
    (here / "bare.csv").write_text("省,a,b\n广东,x,12684\n湖南,y,—\n", encoding="utf-8")
    done = crossfoot("check", "a.txt", "--reference", "bare.csv", "--select", "reference-differs")
    assert "年鉴 (bare.csv#2)" in done.stdout
    (here / "bare.csv").write_text("省,a\n广东,x\n", encoding="utf-8")
    done = crossfoot("check", "a.txt", "--reference", "bare.csv")
    assert done.exit_code == 2
    assert "names the column “b”" in done.stderr


def test_claim_tables_of_every_format_run_the_same_checks(here: Path) -> None:
    import pandas as pd

    rows = [
        {"measure": "用电量", "place": "440000", "period": "2021", "value": "7866.63", "unit": "亿千瓦时"},
        {"measure": "用电量", "place": "440100", "period": "2021", "value": "11195.0", "unit": "亿千瓦时"},
    ]
    frame = pd.DataFrame(rows)
    frame.to_csv("t.csv", index=False)
    frame.to_json("t.jsonl", orient="records", lines=True, force_ascii=False)
    frame.to_parquet("t.parquet")
    for name, row in (("t.csv", 3), ("t.jsonl", 2), ("t.parquet", 2)):
        done = crossfoot("check", name)
        assert done.exit_code == 1
        assert f"{name}#{row}" in done.stdout
        assert " part-exceeds-whole " in done.stdout


def test_the_table_written_by_claims_is_read_back_by_check(here: Path) -> None:
    crossfoot("claims", "a.txt", "-o", "claims.csv", "-f", "csv")
    done = crossfoot("check", "claims.csv", "-f", "json")
    assert done.exit_code in (0, 1)
    report = json.loads(done.stdout)
    assert not report["problems"]
    assert {claim["text"] for claim in report["claims"]} == {"12864万", "7323", "4892", "94.7%"}
    assert all(claim["start"] == -1 and claim["origin"].startswith("claims claims.csv#") for claim in report["claims"])
    assert "growth-mismatch-levels" in {one["check"] for one in report["findings"]}


def test_gx_is_not_imported_without_a_table(here: Path) -> None:
    import subprocess
    import sys

    script = (
        "import sys\nfrom checker.cli import app\n"
        "try: app()\nfinally: print('great_expectations' in sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "check", "a.txt"], capture_output=True, text=True, check=False, cwd=here
    )
    assert done.stderr.strip().endswith("False")


def test_suites_are_listed_and_exported(here: Path) -> None:
    assert crossfoot("suites").stdout.split() == ["claims", "reference"]
    said = json.loads(crossfoot("suites", "reference").stdout)
    assert said["name"] == "crossfoot-reference-table"
    assert crossfoot("suites", "nothing").exit_code == 2


def test_a_number_beyond_all_bounds_is_a_line_that_is_not_json(here: Path) -> None:
    done = checked(here, '{"measure": "常住人口", "value": 1e99999999999999999999}\n', "known.jsonl")
    assert done.exit_code == 2
    assert "Line 1 is not JSON" in done.stderr
    assert json.loads(done.stdout)["findings"]
