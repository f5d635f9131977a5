"""Periods: their ends, how they shift and contain each other, and what changes over them are measured from."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import period as periods

MONTHS = st.tuples(st.integers(1900, 2099), st.integers(1, 12), st.integers(0, 40)).map(
    lambda m: periods.of_months(m[0], m[1], (m[1] - 1 + m[2]) % 12 + 1, m[0] + (m[1] - 1 + m[2]) // 12)
)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(date.isoformat)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2019-01/2019-06", date(2019, 1, 1), date(2019, 6, 30)),
        ("2018/2020", date(2018, 1, 1), date(2020, 12, 31)),
        ("2023-08-15", date(2023, 8, 15), date(2023, 8, 15)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-07-01/2023-07-10", date(2023, 7, 1), date(2023, 7, 10)),
        ("2018/2023-06", date(2018, 1, 1), date(2023, 6, 30)),
    ],
)
def test_bounds_are_the_first_and_last_day(period: str, first: date, last: date) -> None:
    assert periods.bounds(period) == (first, last)


@pytest.mark.parametrize("period", ["", "去年", "2023-13", "2023-02-30", "2020/2018", "2023-8", "/", "2023/"])
def test_what_is_no_period_has_no_bounds(period: str) -> None:
    assert periods.bounds(period) is None
    assert periods.months(period) is None
    assert periods.year_of(period) is None
    assert periods.length_in_days(period) == 0
    assert not periods.same(period, period)
    assert not periods.overlap(period, "2021")
    assert not periods.contains("2021", period)


def test_the_same_days_however_written() -> None:
    assert periods.same("2023", "2023-01/2023-12")
    assert not periods.same("2023-06", "2023-06-30")
    assert periods.contains("2023", "2023-06-30")
    assert not periods.contains("2023-06", "2023")
    assert not periods.overlap("2022", "2023-01")
    assert periods.overlap("2022/2023", "2023-01")


@pytest.mark.parametrize(
    ("period", "years", "shifted"),
    [
        ("2023", -1, "2022"),
        ("2023-01/2023-06", -1, "2022-01/2022-06"),
        ("2018/2020", 3, "2021/2023"),
        ("2024-02-29", -1, "2023-02-28"),
        ("2023-02-28", 1, "2024-02-29"),
        ("2024-02-28", -1, "2023-02-28"),
        ("", 1, ""),
    ],
)
def test_shift_years(period: str, years: int, shifted: str) -> None:
    assert periods.shift_years(period, years) == shifted


@pytest.mark.parametrize(
    ("period", "earlier"),
    [
        ("2023", "2022"),
        ("2023-01", "2022-12"),
        ("2023-01/2023-03", "2022-10/2022-12"),
        ("2023-07/2023-12", "2023-01/2023-06"),
        ("2023-03-01", "2023-02-28"),
        ("2018/2020", "2015/2017"),
        ("2023-07-11/2023-07-20", "2023-07-01/2023-07-10"),
    ],
)
def test_the_period_before_is_as_long(period: str, earlier: str) -> None:
    assert periods.before(period) == earlier


@pytest.mark.parametrize(
    ("period", "comparison", "base"),
    [
        ("2019-01/2019-06", "year_on_year", "2018"),
        ("2021", "year_on_year", "2020"),
        ("2018/2020", "year_on_year", ""),
        ("2022-11/2023-07", "year_on_year", "2021-11/2022-07"),
        ("2021-03/2023-07", "year_on_year", ""),
        ("2023-07", "period_on_period", "2023-06"),
        ("2023-04/2023-06", "period_on_period", "2023-01/2023-03"),
        ("2023-07", "since", ""),
        ("", "year_on_year", ""),
    ],
)
def test_base_of_a_change(period: str, comparison: str, base: str) -> None:
    assert periods.base_of(period, comparison) == base


@given(MONTHS | DAYS)
def test_a_period_contains_itself_and_lies_apart_from_the_one_before(period: str) -> None:
    assert periods.contains(period, period)
    assert periods.same(period, period)
    earlier = periods.before(period)
    assert not periods.overlap(earlier, period)
    gap = periods.bounds(earlier), periods.bounds(period)
    assert gap[0] is not None
    assert gap[1] is not None
    assert (gap[1][0] - gap[0][1]).days == 1


@given(MONTHS, st.integers(-50, 50))
def test_shifting_there_and_back_changes_nothing(period: str, years: int) -> None:
    assert periods.shift_years(periods.shift_years(period, years), -years) == period
    assert periods.shift_months(periods.shift_months(period, years), -years) == period


@given(MONTHS)
def test_months_count_as_they_are_written(period: str) -> None:
    first, last = periods.months(period) or (0, -1)
    assert periods.of_months(first // 12, first % 12 + 1, last % 12 + 1, last // 12) == period
