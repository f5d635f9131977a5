"""The unit registry: what converts, and what must not be added."""

from __future__ import annotations

import sys
from fractions import Fraction
from subprocess import run

import pytest

from claims import units
from claims.zh.units import UNITS, VOID, at


@pytest.mark.parametrize("word", sorted(UNITS))
def test_every_unit_word_is_in_the_registry_with_its_dimension(word: str) -> None:
    unit = UNITS[word]
    assert isinstance(units.factor(unit.name), Fraction)
    same = [other for other in UNITS.values() if other.dimension == unit.dimension]
    for other in same[:3]:
        units.convert(1, unit.name, other.name)


def test_conversions_are_exact() -> None:
    assert units.convert(1, "hectare", "mu") == 15
    assert units.convert(1, "mu", "square_metre") == Fraction(2000, 3)
    assert units.convert(3, "tonne", "jin") == 6000
    assert units.convert(90, "minute", "hour") == Fraction(3, 2)
    assert units.convert(25, "basis_point", "percentage_point") == Fraction(1, 4)
    assert units.convert(2, "tenth", "percent") == 20
    assert units.convert(1, "kilowatt_hour", "joule") == 3_600_000
    assert units.convert(5, "CNY/kilogram", "CNY/tonne") == 5000


APART = [
    "percent",
    "percentage_point",
    "person",
    "person_time",
    "case",
    "incident",
    "item",
    "CNY",
    "USD",
    "HKD",
    "month",
    "day",
]


@pytest.mark.parametrize(("one", "other"), [(a, b) for a in APART for b in APART if a < b])
def test_what_must_not_mix_raises(one: str, other: str) -> None:
    import pint

    registry = units.registry()
    with pytest.raises(pint.DimensionalityError):
        registry.Quantity(Fraction(1), one) + registry.Quantity(Fraction(1), other)


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError):
        units.convert(0.1, "metre", "kilometre")  # type: ignore[arg-type]


def test_reading_texts_does_not_import_pint() -> None:
    code = "import sys, claims.zh.quantity as q; q.scan('共3件'); sys.exit('pint' in sys.modules)"
    assert run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("人次", "人次"),
        ("个百分点", "个百分点"),
        ("部门", None),
        ("元旦", None),
        ("kg大米", "kg"),
        ("kgs", None),
        ("支队伍", "支"),
    ],
)
def test_longest_unit_word_is_read_unless_it_is_another_word(text: str, word: str | None) -> None:
    unit = at(text, 0)
    assert (unit.word if unit else None) == word


def test_voided_words_are_units() -> None:
    assert set(VOID) <= set(UNITS)
