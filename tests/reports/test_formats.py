"""Every format in both languages: what it prints, and that readers of the format accept it."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from junitparser import JUnitXml

from reports import CLAIM_FORMATS, FORMATS, format_of
from reports.json_report import from_json, to_json
from reports.junit import render as junit
from reports.markdown import LONGEST
from reports.report import Report
from tests.reports.sample import empty, sample
from tests.reports.snapshot import same

MINE = [name for name in FORMATS if name != "html"]
NEUTRAL = ("json", "jsonl")  # both languages in one
TEXTUAL_CLAIMS = [name for name, renderer in CLAIM_FORMATS.items() if not renderer.binary]
LANGUAGES = ("zh", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MINE)
def test_it_prints_what_was_looked_at(name: str, language: str) -> None:
    suffix = "" if name in NEUTRAL else f".{language}"
    same(f"check.{name}{suffix}.txt", FORMATS[name](sample(), language))


@pytest.mark.parametrize("name", TEXTUAL_CLAIMS)
def test_claims_print_what_was_looked_at(name: str) -> None:
    report = sample()
    same(f"claims.{name}.txt", CLAIM_FORMATS[name](report.claims, report.outcome.statuses, "zh"))


@pytest.mark.parametrize("name", MINE)
def test_a_report_without_figures_is_told(name: str) -> None:
    assert isinstance(FORMATS[name](empty(), "en"), str)


@pytest.mark.parametrize("name", [name for name in MINE if "show_accepted" in FORMATS[name].options])
def test_accepted_findings_show_only_when_asked(name: str) -> None:
    told = FORMATS[name](sample(), "zh"), FORMATS[name](sample(), "zh", show_accepted=True)
    assert ["参与民警：约3500名" in text for text in told] == [False, True]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("report", [sample(), empty()], ids=["sample", "empty"])
def test_sarif_meets_its_schema(report: Report, language: str) -> None:
    log = json.loads(FORMATS["sarif"](report, language))
    jsonschema.Draft4Validator(_sarif_schema()).validate(log)
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_the_schema_refuses_what_is_not_sarif() -> None:
    log = json.loads(FORMATS["sarif"](sample(), "zh"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not jsonschema.Draft4Validator(_sarif_schema()).is_valid(log)


def _sarif_schema() -> Any:
    return json.loads((Path(__file__).parents[1] / "data" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


def test_sarif_regions_cut_the_figure_out_of_the_text() -> None:
    report = sample()
    texts = {document.path: document.text for document in report.documents}
    results = json.loads(FORMATS["sarif"](report, "zh"))["runs"][0]["results"]
    for place in [place for result in results for place in result["locations"] + result["relatedLocations"]]:
        physical = place["physicalLocation"]
        region, uri = physical["region"], physical["artifactLocation"]["uri"]
        if uri == "reference.csv":
            assert region == {"startLine": 2}
            continue
        start = region["charOffset"]
        line = texts[uri].split("\n")[region["startLine"] - 1]
        figure = line[region["startColumn"] - 1 : region["endColumn"] - 1]
        assert figure == texts[uri][start : start + region["charLength"]] == region["snippet"]["text"]


def test_sarif_carries_the_id_and_the_acceptance() -> None:
    report = sample()
    results = json.loads(FORMATS["sarif"](report, "en"))["runs"][0]["results"]
    assert [r["partialFingerprints"]["crossfootFinding/v1"] for r in results] == [f.id for f in report.outcome.findings]
    assert [r["suppressions"][0]["justification"] for r in results if "suppressions" in r] == [
        f.accepted.reason for f in report.outcome.findings if f.accepted
    ]


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 2), ("warning", 4), ("note", 6), ("never", 0)])
def test_junit_fails_as_the_exit_status_does(fail_on: str, failures: int) -> None:
    report = sample()
    asked = Report(**{name: getattr(report, name) for name in report.__slots__} | {"settings": {"fail-on": fail_on}})
    parsed = JUnitXml.fromstring(junit(asked, "zh").encode())
    assert (parsed.tests, parsed.failures, parsed.errors, parsed.skipped) == (8, failures, 1, 1)
    cases = list(ElementTree.fromstring(junit(asked, "en")).iter("testcase"))
    assert len(cases) == 8
    assert sum(case.find("failure") is not None for case in cases) == failures


def test_csv_keeps_numbers_and_disarms_formulas() -> None:
    report = sample()
    rows = list(csv.DictReader(io.StringIO(CLAIM_FORMATS["csv"](report.claims, {}, "zh"))))
    fewer = next(row for row in rows if row["text"] == "16.6%")
    assert (fewer["value"], fewer["low"], fewer["low_closed"]) == ("-16.6", "-16.65", "true")
    findings = list(csv.DictReader(io.StringIO(FORMATS["csv"](report, "zh"))))
    assert [row["id"] for row in findings] == [finding.id for finding in report.outcome.findings]


def test_json_goes_both_ways() -> None:
    report = sample()
    again = from_json(to_json(report))
    assert (again.documents, again.claims, again.mentions) == (report.documents, report.claims, report.mentions)
    assert to_json(again) == to_json(report)
    for name in MINE:
        assert FORMATS[name](again, "zh") == FORMATS[name](report, "zh")


def test_json_holds_what_it_publishes() -> None:
    saved = json.loads(to_json(sample()), parse_float=Decimal)
    assert list(saved)[:6] == ["crossfoot", "documents", "claims", "comparisons", "findings", "settings"]
    assert list(saved["documents"][0])[:7] == ["path", "title", "published", "characters", "text", "claims", "error"]
    assert saved["comparisons"] == {
        "consistent": 2,
        "by_rounding": 1,
        "inconsistent": 7,
        "not_comparable": {"period-unknown": 4, "scope-differs": 1},
    }
    finding = saved["findings"][0]
    assert list(finding)[:15] == [
        "id", "check", "code", "severity", "message", "message_en", "claims", "locations", "arithmetic", "reported",
        "implied", "gap", "suspects", "explanations", "accepted",
    ]  # fmt: skip
    texts = {document["path"]: document["text"] for document in saved["documents"]}
    assert all(
        texts[place["document"]][place["start"] : place["end"]] == place["text"]
        for found in saved["findings"]
        for place in found["locations"]
        if place["start"] >= 0
    )


def test_json_that_is_no_report_is_refused() -> None:
    with pytest.raises(ValueError, match="not a Crossfoot report"):
        from_json('{"findings": []}')
    with pytest.raises(ValueError, match="Expecting"):
        from_json("not JSON")


def test_github_lines_are_commands() -> None:
    lines = FORMATS["github"](sample(), "zh").splitlines()
    assert len(lines) == 7
    for line in lines:
        assert re.fullmatch(r"::(error|warning|notice) [^:]*::.*", line)


def test_markdown_fits_a_comment() -> None:
    report = sample()
    many = report.outcome.findings * 200
    outcome = type(report.outcome)(many, report.outcome.agreements)
    long = Report(report.version, report.documents, report.claims, report.mentions, outcome)
    told = FORMATS["markdown"](long, "en")
    assert LONGEST // 2 < len(told) < 65_536
    left = re.search(r"(\d+) more are not told here in full", told)
    assert left
    assert int(left[1]) == 1200 - told.count("<details>")


def test_markdown_fits_a_comment_whatever_could_not_be_read() -> None:
    made = sample()
    (problem,) = made.problems
    many = tuple(replace(problem, where=f"稿件/{number}.pdf") for number in range(3_000))
    endless = replace(problem, where="*" * 70_000)
    told = FORMATS["markdown"](replace(made, problems=(endless, *many)), "en")
    assert len(told) <= LONGEST
    assert "more were not read or not used" in told
    assert told.count("<details>") == len([f for f in made.outcome.findings if not f.accepted])


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.html", "html"), ("b/c.sarif.json", "sarif"), ("d.JSON", "json"), ("e.md", "markdown"), ("f", None)],
)
def test_the_suffix_names_the_format(path: str, name: str | None) -> None:
    assert format_of(path) == name


def test_parquet_keeps_the_digits() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    report = sample()
    data = CLAIM_FORMATS["parquet"](report.claims, report.outcome.statuses, "zh")
    table = parquet.read_table(io.BytesIO(data)).to_pylist()
    assert [row["value"] for row in table] == [claim.value for claim in report.claims]
    assert [row["status"] for row in table] == [report.outcome.statuses[claim.claim_id] for claim in report.claims]
