"""Cells of tables from outside: exact numbers, periods and places, and sentences a person can act on for the rest."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.outside import cells
from claims.outside.cells import Foreign, Misread


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("3135", "3135"), (" 1,411,778,724 ", "1411778724"), ("１２６０１．２５", "12601.25"),
        ("−16.6", "-16.6"), ("+1", "1"),
        (".5", "0.5"), (13.5, "13.5"), (1e7, "10000000"), (1e12, "1000000000000"), (0.00001, "0.00001"), (7, "7"),
        (Decimal("1.20"), "1.20"), ("1.20", "1.20"),
    ],
)  # fmt: skip
def test_numbers_keep_their_printed_digits(cell: Any, value: str) -> None:
    found = cells.number(cell)
    assert found is not None
    assert str(found) == value


def test_numbers_of_more_digits_than_any_figure_are_misread() -> None:
    for cell in ("1" * 61, 10**60, Decimal("1E-101"), 5e-324, "0." + "0" * 100 + "1"):
        with pytest.raises(Misread, match="more digits"):
            cells.number(cell)
    assert cells.number("1" * 60) == Decimal("1" * 60)
    assert cells.number(0) == cells.number(Decimal("0")) == 0


@pytest.mark.parametrize("cell", [None, "", "  ", float("nan"), Decimal("NaN"), pd.NA, pd.NaT])
def test_missing_cells_are_no_numbers_and_no_faults(cell: Any) -> None:
    assert cells.number(cell) is None
    assert cells.text(cell) in ("", "NaN")


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("1e7", "10000000"), ("1.5E+12", "1500000000000"), (Decimal("1E+7"), "10000000"),
        ("12%", "12"), ("约300", "约300"),
        ("1,2,3", "1,2,3"), ("", None), (True, "true or false"),
        (float("inf"), "infinite"), (2.0**60, "text or decimals"),
        (Foreign("list"), "list"), ("九万", "九万"),
    ],
)  # fmt: skip
def test_what_is_no_exact_number_says_what_to_write(cell: Any, told: str | None) -> None:
    if told is None:
        assert cells.number(cell) is None
        return
    with pytest.raises(Misread) as caught:
        cells.number(cell)
    assert told in caught.value.reason.en
    assert caught.value.reason.zh
    assert caught.value.reason.zh != caught.value.reason.en


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_a_printed_number_reads_as_itself(value: Decimal) -> None:
    assert cells.number(f"{value:f}") == value
    assert cells.number(f"{value:,f}") == value


@given(st.text(max_size=30))
def test_any_text_is_a_number_a_blank_or_a_misread(words: str) -> None:
    with suppress(Misread):
        found = cells.number(words)
        assert found is None or found.is_finite()


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("2021", "2021"), (2021, "2021"), (2021.0, "2021"), ("2019-01/2019-06", "2019-01/2019-06"), ("2021年", "2021"),
        ("2021年上半年", "2021-01/2021-06"), ("2023Q3", "2023-07/2023-09"), ("2020年末", "2020-12-31"),
        (date(2020, 11, 1), "2020-11-01"), ("", ""), (None, ""),
    ],
)  # fmt: skip
def test_periods(cell: Any, period: str) -> None:
    assert cells.period(cell) == period


@pytest.mark.parametrize("cell", ["20211", "2021-13", "去年底左右", "2021/2020", "2023-02-30"])
def test_ill_formed_periods_are_misread(cell: str) -> None:
    with pytest.raises(Misread, match="write it as"):
        cells.period(cell)


def test_places_are_codes_or_names() -> None:
    assert cells.place("440100") == "440100"
    assert cells.place(440100) == "440100"
    assert cells.place("广州市") == "440100"
    assert cells.place("JP") == "JP"
    assert cells.place("粤东某港") == "粤东某港"
    with pytest.raises(Misread, match="GB/T 2260"):
        cells.place("999999")


def test_truth_and_whole_numbers() -> None:
    assert [cells.truth(word) for word in ("true", "否", 1, "", None)] == [True, False, True, None, None]
    assert [cells.integer(word) for word in ("-1", 3, "")] == [-1, 3, None]
    for reader, cell in ((cells.truth, "maybe"), (cells.integer, "1.5")):
        with pytest.raises(Misread):
            reader(cell)
