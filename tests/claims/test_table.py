"""The claim table as a frame and back, and claim tables made by others."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.claim import KINDS, Claim
from claims.document import Document
from claims.extraction import extract
from claims.interval import Interval
from claims.outside.records import of_stream, read_records
from claims.readers.problems import Unreadable
from claims.rows import FIELDS
from claims.table import SCHEMA, claims_of, from_frame, to_frame
from tests.make import claim

TEXT = "2020年，广州共破获电诈案件7323宗，同比上升49.7%；涉案金额14亿余元，超过全省的三成。"


def test_a_frame_holds_the_published_fields_first() -> None:
    frame = to_frame(extract(Document("a.txt", TEXT)))
    assert list(frame.columns[: len(FIELDS)]) == list(FIELDS) == [column.name for column in SCHEMA]
    assert all(isinstance(value, Decimal) for value in frame["value"])
    assert len(frame) >= 3
    assert to_frame([]).empty


def test_thirds_which_no_decimal_is_come_back_as_they_were() -> None:
    claims = extract(Document("a.txt", "全市三分之一的企业复工，九分之二停产。"))
    assert any(claim.asserted.high.denominator % 3 == 0 for claim in claims if claim.asserted.high)
    frame = to_frame(claims)
    assert from_frame(frame) == claims
    frame.loc[0, "high"] = Decimal(1)  # what somebody writes into the frame goes before what it carries
    assert from_frame(frame)[0].asserted.high == 1


def test_articles_come_back_as_they_were() -> None:
    claims = extract(Document("a.txt", TEXT))
    assert from_frame(to_frame(claims)) == claims


@st.composite
def figures(draw: st.DrawFn) -> Claim:
    value = draw(st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=3))
    below, above = draw(st.integers(0, 500)), draw(st.integers(0, 500))
    exact = Fraction(value)
    asserted = Interval(
        draw(st.sampled_from([None, exact - Fraction(below, 4)])),
        draw(st.sampled_from([None, exact + Fraction(above, 8)])),
    )
    implied = Interval(exact - Fraction(below, 8) - 1, exact + 1, draw(st.booleans()), draw(st.booleans()))
    return claim(
        str(value),
        start=draw(st.integers(0, 99)),
        kind=draw(st.sampled_from(KINDS)),
        measure=draw(st.text(max_size=6)),
        asserted=asserted,
        implied=implied,
        group=draw(st.integers(0, 3)),
        inferred=tuple(draw(st.lists(st.sampled_from(["period", "place"]), max_size=2))),
        partition=draw(st.booleans()),
    )


@settings(max_examples=40)
@given(st.lists(figures(), min_size=1, max_size=5))
def test_any_claims_come_back_as_they_were(claims: list[Claim]) -> None:
    assert from_frame(to_frame(claims)) == tuple(claims)


def test_value_and_measure_are_enough() -> None:
    (one, two) = from_frame(
        pd.DataFrame({"value": [3135, 13.5], "measure": ["感谢信", "生产总值增速"], "unit": ["封", "%"]})
    )
    assert (one.value, one.asserted, one.start, one.origin) == (
        Decimal(3135),
        Interval.point(3135),
        -1,
        "claims frame#1",
    )
    assert (two.kind, two.dimension, two.resolution) == ("relative_change", "percent", Decimal("0.1"))
    assert two.asserted == Interval(Fraction("13.45"), Fraction("13.55"))
    assert one.measure_key and one.claim_id != two.claim_id  # noqa: PT018


def test_units_with_scale_words_are_resolved() -> None:
    (one,) = from_frame(
        pd.DataFrame({"value": ["12656.8"], "measure": ["常住人口"], "unit": ["万人"], "place": ["广东"]})
    )
    assert (one.value, one.unit, one.resolution, one.place) == (Decimal(126568000), "人", Decimal(1000), "440000")
    assert one.asserted == Interval(Fraction(126567500), Fraction(126568500))
    assert one.text == "12656.8万"


def test_given_ends_are_the_interval() -> None:
    table = "value,measure,low,high,low_closed,hedge\n54,占比,54,,false,over\n9,受伤人数,8,10,,\n"
    claims, faults = claims_of(of_stream(BytesIO(table.encode()), "c.csv", ".csv"), "claims")
    assert not faults
    assert claims[0].asserted == Interval(Fraction(54), None, False)
    assert claims[1].asserted == Interval(Fraction(8), Fraction(10))


def test_rows_that_state_no_claim_are_named_with_column_and_reason() -> None:
    rows = ("abc,甲,2021,,", "5,,2021,,", "5,乙,20211,,", "5,丙,2021,7,6", "5,丁,2021,7,9", "8,戊,2021,7,9")
    table = "\n".join(["value,measure,period,low,high", *rows])
    claims, faults = claims_of(of_stream(BytesIO(table.encode()), "c.csv", ".csv"), "claims")
    assert [one.measure for one in claims] == ["戊"]
    assert [(fault.row, fault.column) for fault in faults] == [
        (2, "value"), (3, "measure"), (4, "period"), (5, "low"), (6, "value")
    ]  # fmt: skip
    with pytest.raises(ValueError, match=r"row 1: .*not a number"):
        from_frame(pd.DataFrame({"value": ["abc"], "measure": ["甲"]}))
    with pytest.raises(ValueError, match="column measure is missing"):
        from_frame(pd.DataFrame({"value": [1]}))


def test_ids_do_not_depend_on_other_rows_and_are_unique() -> None:
    head = "value,measure\n"
    one = claims_of(of_stream(BytesIO((head + "5,甲\n").encode()), "c.csv", ".csv"), "claims")[0]
    two = claims_of(of_stream(BytesIO((head + "6,乙\n5,甲\n5,甲\n").encode()), "c.csv", ".csv"), "claims")[0]
    assert one[0].claim_id == two[1].claim_id
    assert len({claim.claim_id for claim in two}) == 3


def test_the_formats_hold_the_same_rows(tmp_path: Path) -> None:
    rows = [{"value": Decimal("13.50"), "measure": "甲"}, {"value": Decimal(7), "measure": "乙"}]
    pd.DataFrame(rows).to_parquet(tmp_path / "t.parquet")
    (tmp_path / "t.jsonl").write_text('{"value": 13.50, "measure": "甲"}\n\n{"value": 7, "measure": "乙"}\n')
    (tmp_path / "t.csv").write_bytes("甲：两条\n\nvalue,measure\n13.50,甲\n7,乙\n".encode("gb18030"))
    for name, numbers in (("t.parquet", [1, 2]), ("t.jsonl", [1, 3]), ("t.csv", [4, 5])):
        records = read_records(tmp_path / name)
        claims, _ = claims_of(records, "claims")
        assert [row.number for row in records.rows] == numbers
        assert [(one.value, one.measure) for one in claims] == [(Decimal("13.5"), "甲"), (Decimal(7), "乙")]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("t.csv", "value,measure\n1,甲,3\n", "1 cells more"), ("t.csv", "value,value\n1,2\n", "Two columns"),
        ("t.jsonl", "[1]\n", "no JSON object"), ("t.jsonl", '{"value"', "not JSON"), ("t.txt", "1", "must be one of"),
    ],
)  # fmt: skip
def test_files_that_are_no_tables_say_why(tmp_path: Path, name: str, content: str, told: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        read_records(tmp_path / name)
    assert told in caught.value.problem.en
