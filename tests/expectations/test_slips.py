"""Slips of a tired hand: every real slip is found, and chance is told from it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expectations.comparison import Comparison, Reading
from expectations.slips import accident, closing_slips, near_miss, slipped_values, slips
from tests.expectations.printed import printed
from tests.make import claim


@pytest.mark.parametrize(
    ("wrong", "meant", "kind"),
    [
        ("3153", "3135", "swap"),
        ("2750", "2550", "digit"),
        ("363亿", "363万", "scale"),
        ("363亿", "3630亿", "zero"),
        ("37.01%", "37.10%", "swap"),
        ("1.4万", "1.4亿", "scale"),
    ],
)
def test_slips_lead_back_to_what_was_meant(wrong: str, meant: str, kind: str) -> None:
    found = [slip for slip in slips(printed(wrong)) if slip.text == meant]
    assert [slip.kind for slip in found] == [kind]
    assert found[0].reading.stated == Reading.of(printed(meant)).stated


@given(st.integers(10, 10**8), st.data())
def test_a_changed_digit_is_always_among_the_slips(value: int, data: st.DataObject) -> None:
    digits = str(value)
    place = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from("123456789").filter(lambda digit: digit != digits[place]))
    wrong = digits[:place] + other + digits[place + 1 :]
    assert any(slip.text == digits for slip in slips(printed(wrong)))


def test_figures_in_words_have_no_slips() -> None:
    assert list(slips(claim("0", "零"))) == []


def summed(total: str, *parts: str) -> Comparison:
    return Comparison(
        reported=printed(total, start=90),
        using=tuple(printed(part, start=at) for at, part in enumerate(parts)),
        expected=lambda first, *others: sum(others, start=first),  # type: ignore[arg-type]
        working="",
        candidate=True,
    )


def test_one_slip_in_many_digits_is_no_accident() -> None:
    wrong = summed("21390.17亿", "35.12亿", "5182.60亿", "16272.45亿")
    assert {slip.text for slip in closing_slips(wrong)} == {"5082.60亿", "21490.17亿", "16172.45亿"}
    assert near_miss(wrong)


def test_few_digits_come_near_by_accident() -> None:
    wrong = summed("14", "4", "7", "4")
    assert closing_slips(wrong)
    assert accident(wrong, slipping=True) == 1
    assert not near_miss(wrong)


def test_a_sum_that_no_slip_closes_is_no_near_miss() -> None:
    assert not near_miss(summed("94520", "31234", "21877"))
    assert accident(summed("94523", "31234", "63289")) == Fraction(1, 94523)


def test_a_value_of_nothing_beside_a_printed_number_has_no_slips() -> None:
    assert list(slips(claim("0", "1万"))) == []


def test_full_width_digits_slip_as_half_width_ones_do() -> None:
    plain, wide = slipped_values("18600", Decimal(18600)), slipped_values("１８６００", Decimal(18600))
    assert wide == plain
    assert Decimal(18600) not in wide
