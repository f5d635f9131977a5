"""The one judge: asserted intervals decide, then implied ones, then the bare numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.hedges import asserted, implied
from claims.interval import Interval
from expectations.comparison import Comparison, Reading, holds, judge
from expectations.severity import gentler, severity
from tests.expectations.printed import printed
from tests.make import claim


def repeated(first: str, second: str, **fields: object) -> Comparison:
    return Comparison(
        reported=printed(second, start=20, **fields),
        using=(printed(first, **fields),),
        relation="as_printed",
        expected=lambda other: other,
        working="{1}",
    )


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("3135", "3135", "consistent"),
        ("3135", "2750", "inconsistent"),
        ("37.01%", "37.02%", "inconsistent"),  # the closed intervals touch, but the print differs
        ("37.01%", "37.0%", "by_rounding"),
        ("37.01%", "38%", "inconsistent"),
        ("2.55万", "25512", "by_rounding"),
        ("2.55万", "25561", "inconsistent"),
    ],
)
def test_repeated_figures(first: str, second: str, verdict: str) -> None:
    assert judge(repeated(first, second)).verdict == verdict


def test_a_figure_outside_the_implied_interval_only_is_no_error() -> None:
    rough = claim("7200", asserted=Interval.of(7150, 7250), implied=Interval.point(7200))
    exact = claim("7240", start=9)
    judged = judge(Comparison(reported=exact, using=(rough,), expected=lambda other: other, working="{1}"))
    assert judged.verdict == "implied_only"
    assert judged.gap == 40
    assert severity(judged) == "note"


def test_dividing_by_an_interval_around_zero_is_not_judged() -> None:
    zero = claim("0", asserted=Interval.of(-1, 1))
    judged = judge(Comparison(reported=claim("5"), using=(zero,), expected=lambda x: x / x, working="{1}"))
    assert (judged.verdict, judged.reason) == ("not_comparable", "divisor-may-be-zero")


@pytest.mark.parametrize(
    ("relation", "reported", "implied", "verdict"),
    [
        ("at_most", 420, 439, "consistent"),
        ("at_most", 440, 439, "inconsistent"),
        ("at_most", 439, 439, "consistent"),
        ("at_least", 439, 420, "consistent"),
        ("at_least", 400, 420, "inconsistent"),
        ("distinct", 400, 420, "consistent"),
        ("distinct", 400, 400, "implied_only"),
    ],
)
def test_relations_of_two_points(relation: str, reported: int, implied: int, verdict: str) -> None:
    comparison = Comparison(
        reported=claim(str(reported)),
        using=(claim(str(implied), start=9),),
        relation=relation,
        expected=lambda other: other,
        working="{1}",
    )
    assert judge(comparison).verdict == verdict


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 4), st.integers(0, 4))
def test_honest_rounding_never_makes_a_growth_fail(new: int, old: int, places: int, coarse: int) -> None:
    """True levels and their true growth, each rounded as it may be, are never inconsistent."""
    growth = (Fraction(new, old) - 1) * 100
    change = printed(f"{rounded(growth, places)}%", kind="relative_change", start=30)
    level = printed(f"{rounded(Fraction(new, 10**4), coarse)}万", start=9)
    before = printed(f"{rounded(Fraction(old, 10**4), 4)}万")
    comparison = Comparison(
        reported=change,
        using=(level, before),
        expected=lambda now, then: (now / then).plus(-1).scaled(100),
        working="{1} ÷ {2} − 1",
    )
    assert judge(comparison).verdict != "inconsistent"


@given(st.lists(st.integers(1, 10**7), min_size=2, max_size=6), st.data())
def test_a_part_disturbed_beyond_its_interval_breaks_the_sum(parts: list[int], data: st.DataObject) -> None:
    shift = data.draw(st.integers(-(10**6), 10**6).filter(bool))
    total = claim(str(sum(parts)), start=99)
    wrong = [parts[0] + shift, *parts[1:]]
    figures = tuple(claim(str(part), start=at) for at, part in enumerate(wrong))

    def summed(*readings: Reading) -> Reading:
        whole = readings[0]
        for reading in readings[1:]:
            whole = whole + reading
        return whole

    comparison = Comparison(reported=total, using=figures, expected=summed, working="")
    judged = judge(comparison)
    assert judged.verdict == "inconsistent"
    assert judged.gap == abs(shift)
    assert holds(comparison, (Reading.of(total), *(Reading.of(claim(str(part))) for part in parts)))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("3135", "2750", "error"),
        ("12345", "12346", "warning"),
        ("37.01%", "37.02%", "warning"),
        ("37.01%", "38.5%", "error"),
        ("0.5%", "0.6%", "error"),  # a tenth of the figure or more
    ],
)
def test_severity_follows_the_consequence(first: str, second: str, expected: str) -> None:
    kind = "share" if "%" in first else "count"
    assert severity(judge(repeated(first, second, kind=kind))) == expected


@pytest.mark.parametrize(
    ("first", "second", "hedge", "expected"),
    [
        ("5亿", "9.63亿", "over", "warning"),
        ("5亿", "6.03亿", "over", "note"),
        ("61.3%", "66.3%", "about", "warning"),  # 约 says that it was rounded, not that it may be five points off
        ("61.3%", "61.9%", "about", "note"),
        ("60%", "66%", "about", "note"),
    ],
)
def test_a_bound_or_a_rough_figure_far_from_the_other_is_more_than_a_note(
    first: str, second: str, hedge: str, expected: str
) -> None:
    kind = "share" if "%" in first else "count"
    number = printed(first)
    intervals = [read(number.value, number.resolution, hedge) for read in (asserted, implied)]
    hedged = printed(first, kind=kind, hedge=hedge, asserted=intervals[0], implied=intervals[1])
    plain = printed(second, start=20, kind=kind)
    comparison = Comparison(reported=plain, using=(hedged,), expected=lambda other: other, working="{1}")
    assert severity(judge(comparison)) == expected


def test_inference_and_assumption_cap_the_severity() -> None:
    from dataclasses import replace

    from claims.bilingual import Bilingual

    comparison = repeated("3135", "2750")
    assert severity(judge(replace(comparison, inferred=("period",)))) == "warning"
    assert severity(judge(replace(comparison, assumes=(Bilingual("设", "assumed"),)))) == "note"
    assert severity(judge(replace(comparison, worst="note"))) == "note"
    assert gentler("error", "note") == "note"


def test_a_wrong_direction_is_grave_however_small() -> None:
    fall = claim("-0.1", asserted=Interval.of(Decimal("-0.15"), Decimal("-0.05")), kind="relative_change")
    rise = claim("0.1", asserted=Interval.of(Decimal("0.05"), Decimal("0.15")), kind="relative_change", start=9)
    judged = judge(Comparison(reported=fall, using=(rise,), expected=lambda other: other, working="{1}"))
    assert severity(judged) == "error"


def rounded(value: Fraction, places: int) -> Decimal:
    return Decimal(round(value * 10**places)).scaleb(-places)
