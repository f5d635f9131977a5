"""What was read from context weighs less than what is printed, and two ways of naming one base are one."""

from __future__ import annotations

import pytest

from expectations.containment import inside
from expectations.same import difference
from tests.make import claim


@pytest.mark.parametrize(
    ("of_part", "of_whole", "loose"),
    [((), (), False), ((), ("period",), False), (("measure",), (), False), (("measure",), ("period",), True)],
)
def test_a_part_of_a_guessed_name_in_a_guessed_period_says_nothing(
    of_part: tuple[str, ...], of_whole: tuple[str, ...], loose: bool
) -> None:
    same = {"measure": "汽车出口", "measure_key": "汽车出口", "kind": "count", "unit": "辆", "place": "100000"}
    part = claim("2115000", period="2023-07", inferred=of_part, **same)
    whole = claim("392000", start=40, period="2023-01/2023-07", inferred=of_whole, **same)
    (found,) = inside((part, whole))
    assert found.part is part
    assert found.loose is loose


def test_a_year_before_and_the_same_months_of_it_are_one_base() -> None:
    same = {"kind": "relative_change", "unit": "%", "period": "2023-04/2023-06"}
    year, months = claim("41", base_period="2022", **same), claim("81", base_period="2022-04/2022-06", **same)
    assert difference(year, months) == ""
    assert difference(year, claim("81", base_period="2023-01/2023-03", **same)) == "comparison-differs"
