"""Quantities of Chinese text: what each wording states, and what only looks like a quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.interval import Interval
from claims.quantity import FORMS, Quantity
from claims.zh.quantity import scan
from tests.clock import costs_at_most

HERE = Path(__file__).parent


def _surfaces() -> Iterator[tuple[str, str]]:
    meaning = ""
    for line in (HERE / "surfaces.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(">"):
            meaning = line[2:]
        elif line and not line.startswith("#"):
            yield line.replace("⏎", "\n"), meaning


def _meaning(item: Quantity) -> str:
    interval = re.sub(r"-?\d+/\d+", lambda match: _plain(Fraction(match[0])), str(item.asserted))
    return f"{item.value.normalize():f} {item.unit} {item.hedge or '-'} {interval}"


def _plain(value: Fraction) -> str:
    return f"{(Decimal(value.numerator) / Decimal(value.denominator)).normalize():f}"


@pytest.mark.parametrize(("sentence", "meaning"), list(_surfaces()))
def test_surface_states_its_meaning(sentence: str, meaning: str) -> None:
    assert [_meaning(item) for item in scan(sentence).quantities] == [meaning]


def _lookalikes() -> list[str]:
    lines = (HERE / "lookalikes.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "="))]


@pytest.mark.parametrize("sentence", _lookalikes())
def test_lookalike_is_no_quantity(sentence: str) -> None:
    assert [sentence[item.start : item.end] for item in scan(sentence).quantities] == []


@pytest.mark.parametrize(
    ("text", "kind", "slice_", "reading"),
    [
        ("第21届运动会", "ordinal", "第21", "21"),
        ("排名第三位", "rank", "第三", "3"),
        ("前10名都有奖", "rank", "10", "10"),
        ("周三放假", "weekday", "三", "3"),
        ("五年来", "duration", "五", "P5Y"),
        ("近3个月", "duration", "3", "P3M"),
        ("连续四年获奖", "streak", "四", "P4Y"),
        ("历时90分钟", "duration", "90", "PT90M"),
        ("五大行动", "count_word", "五", "5"),
        ("6大类产品", "count_word", "6", "6"),
        ("共5,705,330.720.96元", "misprint", "5,705,330.720.96", ""),
        ("四岁生日", "age", "四", "4"),
    ],
)
def test_other_keeps_its_kind(text: str, kind: str, slice_: str, reading: str) -> None:
    assert [(item.kind, text[item.start : item.end], item.reading) for item in scan(text).others] == [
        (kind, slice_, reading)
    ]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "interval"),
    [
        ("投入3至5万元", 30000, 50000, "元", "[25000, 55000]"),
        ("涨了63%~68%", 63, 68, "%", "[125/2, 137/2]"),
        ("涨了10~20%", 10, 20, "%", "[19/2, 41/2]"),
        ("每次5到8人", 5, 8, "人", "[5, 8]"),
        ("约1万-5万元", 10000, 50000, "元", "[9000, 55000]"),
        ("从1112 到 1150 公里", 1112, 1150, "公里", "[2223/2, 2301/2]"),
        ("气温-5℃至12℃", -5, 12, "℃", "[-11/2, 25/2]"),
        ("气温-9℃~-3℃", -9, -3, "℃", "[-19/2, -5/2]"),
        ("450亿元—500亿元", 45 * 10**9, 50 * 10**9, "元", "[44950000000, 50050000000]"),
    ],
)
def test_range_gives_both_ends(text: str, low: int, high: int, unit: str, interval: str) -> None:
    first, second = scan(text).quantities
    assert (first.value, second.value, first.range, second.range) == (low, high, 1, 2)
    assert first.unit == second.unit == unit
    if not text.startswith("约"):
        assert str(first.asserted) == str(second.asserted) == interval
    assert first.asserted == second.asserted
    assert first.outer_end == second.outer_end


@pytest.mark.parametrize("text", ["由20亿元到30亿元", "从30%-80%"])
def test_from_one_level_to_another_is_no_range(text: str) -> None:
    assert [item.range for item in scan(text).quantities] == [0, 0]


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("分别为12、15、18件", [12, 15, 18], "件"),
        ("分别达到76、101 和 114 英寸", [76, 101, 114], "英寸"),
        ("售18.9/20.5/24.9万元", [189000, 205000, 249000], "元"),
    ],
)
def test_row_shares_the_unit_of_its_last_number(text: str, values: list[int], unit: str) -> None:
    found = scan(text).quantities
    assert [item.value for item in found] == values
    assert {item.unit for item in found} == {unit}


def test_spans_take_the_figure_inside_and_the_wording_outside() -> None:
    text = "群众来信约9.33万余封以上,回升6.19个百分点,占近37.01%"
    found = scan(text).quantities
    assert [text[item.start : item.end] for item in found] == ["9.33万余", "6.19个百分点", "37.01%"]
    assert [text[item.outer_start : item.outer_end] for item in found] == [
        "约9.33万余封以上",
        "6.19个百分点",
        "近37.01%",
    ]


def test_taken_spans_are_skipped() -> None:
    text = "2023年1至6月受理500件,7月受理80件"
    spans = [(0, 9), (text.index("7月"), text.index("7月") + 2)]
    found = scan(text, spans)
    assert [item.value for item in found.quantities] == [500, 80]
    assert found.others == []


def test_denominator_of_a_rate_is_kept() -> None:
    (item,) = scan("每10万人中有12.5人").quantities
    assert (item.value, item.per) == (Decimal("12.5"), "每10万人")


@pytest.mark.parametrize(
    ("text", "dimension", "form"),
    [
        ("20人次", "person_time", "number"),
        ("20人", "person", "number"),
        ("20宗", "case", "number"),
        ("20美元", "USD", "number"),
        ("20元", "CNY", "number"),
        ("20%", "percent", "percent"),
        ("2个百分点", "percentage_point", "points"),
        ("2倍", "multiple", "multiple"),
        ("三分之二", "", "fraction"),
        ("零事故", "", "zero"),
        ("20吨", "mass", "number"),
        ("20公顷", "area", "number"),
        ("20元/平方米", "CNY/area", "number"),
    ],
)
def test_unit_gives_dimension_and_form(text: str, dimension: str, form: str) -> None:
    (item,) = scan(text).quantities
    assert (item.dimension, item.form) == (dimension, form)


def test_fraction_is_exact_in_its_interval() -> None:
    (item,) = scan("占三分之一").quantities
    assert Fraction(1, 3) in item.asserted


def test_sign_is_explicit_only_where_printed() -> None:
    assert [item.explicit_sign for item in scan("降到-5℃,跌了5%").quantities] == [True, False]


_CHARACTERS = (
    "0123456789.,%-~至到万亿千百十一二三两几数余多近超约元人个件年月日第每的“”《》() \n、和/:零无没有发生负倍成半点分之"
)
_WORDS = ("个百分点", "以上", "左右", "公里", "不足", "增长", "同比", "2023年", "连续")
_PIECES = st.sampled_from((*_CHARACTERS, *_WORDS))


@given(st.lists(_PIECES, max_size=40).map("".join))
@settings(max_examples=400)
def test_any_text_gives_ordered_slices_with_sound_intervals(text: str) -> None:
    found = scan(text)
    last = 0
    for item in found.quantities:
        assert last <= item.start < item.end <= len(text)
        assert item.outer_start <= item.start
        assert item.outer_end >= item.end or item.unit == ""
        assert item.form in FORMS
        assert isinstance(item.asserted, Interval)
        assert item.implied.meets(item.asserted)
        last = item.end
    for other in found.others:
        assert 0 <= other.start < other.end <= len(text)


@given(
    st.integers(1, 10**9),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "件", "%", "个百分点", "人次", "公里"]),
    st.sampled_from(["", "约", "近", "超", "不足", "至少"]),
)
@settings(max_examples=300)
def test_written_number_is_read_back(number: int, scale: str, unit: str, hedge: str) -> None:
    text = f"共计{hedge}{number}{scale}{unit}。"
    (item,) = scan(text).quantities
    factor = {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert item.value == number * factor
    if hedge in ("", "约", "近"):
        assert item.value in item.asserted


@pytest.mark.parametrize(
    "piece", ["1", "一", "1,", "1.", "“1", "1、", "第1、", "三分之", "近1", "超过的1%", "七八个", "1\n"]
)
def test_time_grows_with_the_length(piece: str) -> None:
    scan(piece * 2_000)
    assert costs_at_most(12, lambda: scan(piece * 80_000), lambda: scan(piece * 20_000), floor=0.01)
