"""Claims against known figures: which of them speak of a claim, revisions, silence, and the example data."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from checker.run import run
from checker.settings import Settings, settle
from claims.claim import Claim
from claims.document import Document
from claims.extraction import read_figures
from claims.outside.records import of_stream, read_records
from claims.table import claims_of
from expectations import check_claims
from expectations.finding import Outcome
from expectations.references import stem

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
HEAD = "measure,place,period,value,unit,scope,price_basis,vintage,source\n"
GUANGDONG = HEAD + (
    "常住人口,440000,2020-12-31,12624,万人,,,2021,统计公报\n"
    "常住人口,440000,2021-12-31,12684,万人,,,2022,统计公报\n"
    "用电量,440000,2021,7866.63,亿千瓦时,,,2022-01,能源局\n"
    "用电量,440000,2020,6926.12,亿千瓦时,,,2021-01,能源局\n"
    "用电量,440100,2021,1119.5,亿千瓦时,,,2022-01,能源局\n"
    "地区生产总值,440000,2021,124369.67,亿元,,现价,2022-01,统计局\n"
    "地区生产总值,440000,2020,110760.94,亿元,,现价,2021-01,统计局\n"
)


def known(text: str) -> tuple[Claim, ...]:
    claims, faults = claims_of(of_stream(BytesIO(text.encode()), "known.csv", ".csv"), "reference")
    assert not faults
    return claims


def outcome(text: str, table: str = GUANGDONG, published: date | None = None, place: str = "440000") -> Outcome:
    document = Document("a.txt", text, published=published, place=place)
    read = read_figures(document)
    return check_claims((*read.claims, *known(table)), read.mentions, [document], select=["reference-differs"])


def figures(found: Outcome) -> list[str]:
    return [one.locations[0].text for one in found.findings]


@pytest.mark.parametrize(
    ("right", "wrong", "figure"),
    [
        ("2021年末，广东省常住人口12684万人。", "2021年末，广东省常住人口12648万人。", "12648万"),
        ("2021年末，广东省常住人口1.27亿人。", "2021年末，广东省常住人口1.72亿人。", "1.72亿"),
        ("2021年末，广东省常住人口超过1.2亿人。", "2021年末，广东省常住人口超过1.3亿人。", "1.3亿"),
        ("2021年，广东省用电量7866.63亿千瓦时。", "2021年，广东省用电量7866.63万千瓦时。", "7866.63万"),
        ("2021年，广东省用电量比上年增长13.6%。", "2021年，广东省用电量比上年增长16.3%。", "16.3%"),
        ("2021年，广东用电量比上年增加940.51亿千瓦时。", "2021年，广东用电量比上年增加904.51亿千瓦时。", "904.51亿"),
        (
            "2021年，广州市用电量1119.5亿千瓦时，占全省用电量的14.2%。",
            "2021年，广州市用电量1119.5亿千瓦时，占全省用电量的24.1%。",
            "24.1%",
        ),
        ("2021年，深圳市用电量1103.4亿千瓦时。", "2021年，深圳市用电量11034亿千瓦时。", "11034亿"),
        ("2021年，广东省人均地区生产总值9.83万元。", "2021年，广东省人均地区生产总值8.93万元。", "8.93万"),
    ],
)  # fmt: skip
def test_levels_growth_differences_shares_areas_and_figures_per_head(right: str, wrong: str, figure: str) -> None:
    good = outcome(right)
    assert figures(good) == []
    assert good.agreements
    bad = outcome(wrong)
    assert figures(bad) == [figure]
    (found,) = bad.findings
    assert any(place.document.startswith("known.csv#") for place in found.locations)
    assert "known.csv#" in found.message.zh
    assert "known.csv#" in found.message.en


@pytest.mark.parametrize(
    "text",
    [
        "2021年，广东省地区生产总值按不变价格计算比上年增长8.0%。",
        "2021年，广东省地区生产总值比上年增长8.0%。",
        "2021年末，广东省户籍人口9946.95万人。",
        "2019年末，广东省常住人口12489万人。",
        "2021年末，湖南省常住人口6622万人。",
        "2025年，广东省常住人口预计达13000万人。",
    ],
)
def test_what_the_table_does_not_speak_of_is_left_alone(text: str) -> None:
    assert figures(outcome(text)) == []


def test_an_undated_figure_gives_a_note_at_most() -> None:
    (found,) = outcome("广东省常住人口12864万人。", published=date(2022, 10, 1)).findings
    assert found.severity == "note"
    assert "最近一期" in "".join(words.zh for words in found.explanations)
    assert not outcome("广东省常住人口12684万人。", published=date(2022, 10, 1)).findings


REVISED = HEAD + (
    "国内生产总值,100000,2022,1210207,亿元,,,2023-01,初步核算\n"
    "国内生产总值,100000,2022,1204724,亿元,,,2023-12,最终核实\n"
)


def test_the_value_current_on_the_day_counts() -> None:
    first, second = "2022年，我国国内生产总值1210207亿元。", "2022年，我国国内生产总值1204724亿元。"
    assert not outcome(first, REVISED, date(2023, 6, 1), "100000").findings
    assert not outcome(second, REVISED, date(2024, 2, 1), "100000").findings
    (stale,) = outcome(first, REVISED, date(2024, 2, 1), "100000").findings
    assert stale.severity == "note"
    assert "修订" in stale.explanations[0].zh
    (neither,) = outcome("2022年，我国国内生产总值1201207亿元。", REVISED, date(2023, 6, 1), "100000").findings
    assert neither.locations[1].text == "1210207亿"


def test_a_scope_that_the_article_does_not_state_gives_a_note() -> None:
    table = HEAD + "营业收入,440000,2021,1000,亿元,规模以上,,,年鉴\n"
    (found,) = outcome("2021年，广东营业收入1100亿元。", table).findings
    assert found.severity == "note"


def test_cities_add_up_to_the_province_where_all_are_known() -> None:
    path = SHARED / "reference" / "population-census-2020.csv"
    if not path.exists():
        pytest.skip("the reference tables are not here")
    claims, _ = claims_of(read_records(path), "reference")
    table = check_claims(claims)
    assert not table.findings
    assert any(one.check == "parts-mismatch-total" and len(one.claims) == 22 for one in table.agreements)
    cities = tuple(claim for claim in claims if claim.place != "440000")
    document = Document("a.txt", "2020年11月1日，广东省常住人口为126015210人。", place="440000")
    read = read_figures(document)
    (found,) = check_claims((*read.claims, *cities), read.mentions, [document], select=["reference-differs"]).findings
    assert len(found.locations) == 22


def test_stems() -> None:
    assert stem("常住人口人") == stem("人口") == stem("全省人口") == "人口"
    assert stem("户籍人口人") != "人口"
    assert stem("城镇常住人口人") != "人口"


@pytest.fixture
def in_example(monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(ROOT / "examples" / "known-figures")
    return Path(".")


def test_every_planted_error_of_the_example_is_found_and_none_of_the_right_figures(in_example: Path) -> None:
    report = run(settle({"jobs": 1}, (".",)))
    assert not report.problems
    assert {table.rows for table in report.tables} == {64, 22}
    at = {(one.locations[0].document, one.locations[0].text) for one in report.outcome.findings}
    planted = {"126012150", "6546万", "4817万", "1100万", "124639.67亿", "12156.54万", "4.6%", "8.9万"}
    assert at == {("wrong.txt", text) for text in planted}
    right = [claim for claim in report.claims if claim.document == "right.txt"]
    statuses = [report.outcome.statuses[claim.claim_id] for claim in right]
    assert statuses.count("corroborated") >= 10
    assert "contradicted" not in statuses


def test_the_app_of_the_reference_articles() -> None:
    if not (SHARED / "reference").exists():
        pytest.skip("the reference articles are not here")
    tables = tuple(str(path) for path in sorted((SHARED / "reference").glob("population-*.csv")))
    report = run(Settings(paths=(str(SHARED / "articles"),), reference=tables, jobs=1))
    found = [one for one in report.outcome.findings if one.check == "reference-differs"]
    assert [one.locations[0].text for one in found] == ["54%"]
    assert any("population-" in place.document for place in found[0].locations)
