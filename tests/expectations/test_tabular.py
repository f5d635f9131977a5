"""Tables in themselves and beside prose: every planted error of a fixture set is found, true tables stay silent."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.claim import Claim
from claims.document import Document
from claims.extraction import read_figures
from claims.outside.records import of_stream
from claims.readers.csv import read_csv
from claims.readers.limits import DEFAULT
from claims.readers.markdown import read_markdown
from claims.table import claims_of
from expectations import check_claims
from expectations.finding import Outcome
from tests.clock import costs_at_most


def checked(document: Document) -> Outcome:
    read = read_figures(document)
    return check_claims(read.claims, read.mentions, [document])


def table(*lines: str) -> Document:
    return next(read_csv(BytesIO("\n".join(lines).encode()), "t.csv", "table", DEFAULT))


def outside(text: str) -> tuple[Claim, ...]:
    claims, faults = claims_of(of_stream(BytesIO(text.encode()), "claims.csv", ".csv"), "claims")
    assert not faults
    return claims


def told(outcome: Outcome) -> set[tuple[str, str]]:
    return {(one.check, one.locations[0].text) for one in outcome.findings}


STUDENTS = [
    "2023年广东分区域在校学生数", "单位：人", "区域,2022年,2023年,比上年增长（%）,占比（%）",
    "珠三角,601,700,16.5,58.3", "东翼,203,260,28.1,21.7", "西翼,206,240,16.5,20.0", "合计,1010,1200,18.8,100",
]  # fmt: skip
SCHOOLS = [
    "表1 2023年全市在校学生数",
    "单位：万人",
    "学段,男,女,合计",
    "小学,50.1,45.2,95.3",
    "初中,20.4,19.1,39.5",
    "合计,70.5,64.3,134.8",
]
POWER = ["2023年全市用电量", "单位：亿千瓦时", "产业,一季度,二季度,三季度,四季度,全年", "第一产业,1.2,2.3,3.4,2.1,9.0"]
CITIES = [
    "2023年海南省主要城市常住人口",
    "单位：万人",
    "地区,常住人口",
    "广东省,12706.0",
    "广州市,1882.7",
    "深圳市,1779.01",
]
# Table, the line to change, what to write there, the check that finds it, the figure it is shown at.
PLANTED = [
    (STUDENTS, "珠三角,601,700,16.5,58.3", "珠三角,601,700,61.5,58.3", "growth-mismatch-levels", "61.5"),
    (STUDENTS, "东翼,203,260,28.1,21.7", "东翼,203,260,28.1,27.1", "share-mismatch-counts", "27.1"),
    (STUDENTS, "合计,1010,1200,18.8,100", "合计,1010,1210,18.8,100", "parts-mismatch-total", "1210"),
    (STUDENTS, "西翼,206,240,16.5,20.0", "西翼,206,420,16.5,20.0", "parts-mismatch-total", "1200"),
    (SCHOOLS, "初中,20.4,19.1,39.5", "初中,20.4,19.1,36.5", "parts-mismatch-total", "36.5"),
    (SCHOOLS, "合计,70.5,64.3,134.8", "合计,75.0,64.3,134.8", "parts-mismatch-total", "75.0"),
    (POWER, "第一产业,1.2,2.3,3.4,2.1,9.0", "第一产业,1.2,2.3,3.4,2.1,0.9", "parts-mismatch-total", "0.9"),
    (CITIES, "广州市,1882.7", "广州市,18827", "part-exceeds-whole", "18827"),
]


@pytest.mark.parametrize("lines", [STUDENTS, SCHOOLS, POWER, CITIES], ids=lambda lines: lines[0])
def test_true_tables_are_silent_and_corroborate(lines: list[str]) -> None:
    outcome = checked(table(*lines))
    assert told(outcome) == set()
    assert outcome.agreements


@pytest.mark.parametrize(("lines", "old", "new", "check", "figure"), PLANTED, ids=lambda value: str(value)[:24])
def test_every_planted_error_is_found(lines: list[str], old: str, new: str, check: str, figure: str) -> None:
    outcome = checked(table(*(new if line == old else line for line in lines)))
    assert any(name == check and figure in ("", text) for name, text in told(outcome)), told(outcome)


def test_each_way_of_adding_is_named_with_its_figures() -> None:
    changed = [line.replace("45.2,95.3", "45.2,93.5") for line in SCHOOLS]
    found = [one for one in checked(table(*changed)).findings if one.check == "parts-mismatch-total"]
    assert {tuple(place.text for place in one.locations) for one in found} == {
        ("93.5", "50.1", "45.2"), ("134.8", "93.5", "39.5")
    }  # fmt: skip
    assert any("93.5万人" in one.message.zh for one in found)


def test_the_prose_beside_a_table_is_held_against_it() -> None:
    below = "表1 2023年佛山市用电量\n\n| 指标 | 用电量（亿千瓦时） |\n|---|---|\n| 佛山市 | 803.24 |\n"
    for figure, wanted in (("803.24", set()), ("830.24", {("repeated-figure-differs", "830.24亿")})):
        text = f"# 用电\n\n2023年，佛山市用电量{figure}亿千瓦时。\n\n{below}"
        outcome = checked(read_markdown(text.encode(), "a.md", DEFAULT))
        assert told(outcome) == wanted
        assert outcome.agreements or wanted


@settings(max_examples=25)
@given(st.lists(st.lists(st.integers(1, 99_999), min_size=3, max_size=3), min_size=2, max_size=4), st.integers(0, 2))
def test_true_tables_honestly_rounded_never_make_a_check_fire(rows: list[list[int]], places: int) -> None:
    """Counts in 件, shown in 万件 of some places: totals of rows and columns, shares and growth."""

    def shown(value: int) -> str:
        return f"{(Decimal(value) / 10_000).quantize(Decimal(1).scaleb(-places - 1), ROUND_HALF_EVEN):f}"

    kinds = ("甲类", "乙类", "丙类")
    columns = [sum(row[at] for row in rows) for at in range(3)]
    lines = ["2023年全市案件数", "单位：万件", ",".join(["部门", *kinds, "合计"])]
    for number, row in enumerate([*rows, columns]):
        name = "合计" if number == len(rows) else f"第{'一二三四'[number]}分局"
        lines.append(",".join([name, *map(shown, row), shown(sum(row))]))
    assert [one for one in checked(table(*lines)).findings if one.severity != "note"] == []


ROWS = """measure,place,period,base_period,value,unit,kind
用电量,440000,2021,,7866.63,亿千瓦时,amount
用电量,440000,2020,,6926.12,亿千瓦时,amount
用电量,440000,2021,2020,{growth},%,relative_change
用电量,440100,2021,,{city},亿千瓦时,amount
"""


def test_claim_tables_made_by_others_run_through_the_same_checks() -> None:
    assert not check_claims(outside(ROWS.format(growth="13.6", city="1119.5"))).findings
    found = check_claims(outside(ROWS.format(growth="16.3", city="11195.0")))
    assert {(one.check, one.locations[0].document) for one in found.findings} >= {
        ("growth-mismatch-levels", "claims.csv#4"), ("part-exceeds-whole", "claims.csv#5")
    }  # fmt: skip


def test_sentences_of_another_extractor_are_read_as_sentences() -> None:
    sentence = "某车型均价从65108美元降到53682美元，下降了{}%。"
    rows = [("65108", "美元", "amount", "65108"), ("53682", "美元", "amount", "53682")]
    for growth, wanted in (("17.5", False), ("17.9", True)):
        said = sentence.format(growth)
        lines = ["measure,value,unit,kind,text,sentence,document"]
        for value, unit, kind, text in [*rows, (f"-{growth}", "%", "relative_change", growth + "%")]:
            lines.append(f"均价,{value},{unit},{kind},{text},{said},a.txt")
        found = check_claims(outside("\n".join(lines)))
        assert ("growth-mismatch-levels" in {one.check for one in found.findings}) is wanted


def test_ids_of_findings_stay_when_rows_are_put_in_before_them() -> None:
    text = ROWS.format(growth="16.3", city="1119.5")
    head, _, rest = text.partition("\n")
    first = check_claims(outside(text)).findings
    second = check_claims(outside(f"{head}\n粮食产量,440000,2021,,1279.9,万吨,amount\n{rest}")).findings
    assert [one.id for one in first] == [one.id for one in second]
    assert [one.locations[0].document for one in first] != [one.locations[0].document for one in second]


def _of_rows(rows: int) -> Document:
    values = [1_000 + number * 7919 % 997 for number in range(rows)]
    parts = (f"第{number}县,{value}" for number, value in enumerate(values))
    return table("地区,2021年", f"合计,{sum(values) - 1_500}", *parts)


def test_a_wrong_total_of_many_rows_is_found_in_time_that_grows_with_them() -> None:
    documents = {rows: _of_rows(rows) for rows in (25, 100, 400)}
    for rows, document in documents.items():
        wrong = str(sum(1_000 + n * 7919 % 997 for n in range(rows)) - 1_500)
        assert ("parts-mismatch-total", wrong) in told(checked(document))
    assert costs_at_most(16 * 3, lambda: checked(documents[400]), lambda: checked(documents[25]), floor=0.02)
