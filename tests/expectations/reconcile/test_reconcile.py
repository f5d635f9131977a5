"""Claims in, conflicts, implied values and agreements out; what must not be linked."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import Claim
from claims.interval import Interval
from expectations.comparison import Reading
from expectations.reconcile import Reconciliation, reconcile
from tests.expectations.reconcile.figures import growth, level, printed, rounded
from tests.make import claim


def sets(found: Reconciliation) -> list[set[str]]:
    return [set(conflict.claims) for conflict in found.conflicts]


def test_the_earlier_year_follows_and_its_half_fits() -> None:
    claims = [level("new", "7323", "2020"), growth("g", "49.7", "2020"), level("half", "2205", "2019-01/2019-06")]
    found = reconcile(claims)
    assert found.conflicts == ()
    (value,) = found.implied
    assert (value.period, value.unit, value.place_name, set(value.sources)) == ("2019", "宗", "广州", {"new", "g"})
    assert value.arithmetic.zh == "2019年广州立案：7323宗 ÷ (1 + 49.7%) = [4,890.1, 4,893.5]宗"
    (fits,) = found.agreements
    assert fits.claims == ("half", "new", "g")
    assert (fits.relation, fits.implied.high) == ("at_most", Fraction(7323) / Fraction("1.4965"))


def test_a_half_beyond_the_year_it_lies_in_conflicts() -> None:
    claims = [
        level("new", "7323", "2020"),
        growth("g", "49.7", "2020"),
        level("half", "5205", "2019-01/2019-06", start=9),
    ]
    (found,) = reconcile(claims).conflicts
    assert found.claims == ("half", "new", "g")
    assert set(found.relations) == {"growth", "periods"}
    assert set(found.suspects) == {("new",), ("half",), ("g",)}
    assert found.gap == 5205 - Fraction(7323) / Fraction("1.4965")
    assert found.shown.working == "{1} ÷ (1 + {2})"
    # Other readings give other implications: with 7823 cases there would have been room.
    other = [Reading.exactly(Interval.point(7823)), Reading.exactly(printed("49.7"))]
    assert found.shown.expected(*other).asserted.high == Fraction(7823) / Fraction("1.4965")


def test_a_chain_of_growths_across_articles() -> None:
    claims = [
        level("2020", "7323", "2020"),
        growth("g20", "49.7", "2020"),
        growth("g19", "-10.0", "2019", document="b.txt"),
        level("2018", "5000", "2018", document="c.txt"),
    ]
    (found,) = reconcile(claims).conflicts
    assert set(found.claims) == {"2020", "g20", "g19", "2018"}
    assert found.shown.working == "{1} ÷ (1 + {2}) ÷ (1 − {3})"
    claims[3] = level("2018", "5435", "2018", document="c.txt")
    assert reconcile(claims).conflicts == ()


def test_the_sole_suspect_is_the_figure_in_both_conflicts() -> None:
    claims = [
        level("2020", "7323", "2020"),
        growth("g20", "49.7", "2020"),
        level("2019", "4891", "2019"),
        growth("g19", "10.0", "2019"),
        level("2018", "5435", "2018"),
        growth("g18", "-50.0", "2018"),
        level("2017", "10870", "2017"),
    ]
    (found,) = reconcile(claims).conflicts
    assert set(found.claims) == {"2019", "g19", "2018"}
    claims[3] = growth("g19", "-10.0", "2019")
    claims[2] = level("2019", "9891", "2019")
    found = reconcile(claims).conflicts[0]
    assert found.suspects == (("2019",),)
    assert found.claims[0] == "2019"


def test_cities_together_exceed_their_province() -> None:
    def city(name: str, code: str, value: str) -> Claim:
        return level(name, value, "2023", place=code, place_name=name)

    province = level("province", "5200", "2023", place="440000", place_name="广东")
    cities = [city("广州", "440100", "2300"), city("深圳", "440300", "2100"), city("佛山", "440600", "1900")]
    (found,) = reconcile([province, *cities]).conflicts
    assert set(found.claims) == {"province", "广州", "深圳", "佛山"}
    assert reconcile([province, *cities[:2]]).conflicts == ()
    # A district of the same city adds nothing to the sum of the cities.
    assert reconcile([province, *cities[:2], city("荔湾", "440103", "1900")]).conflicts == ()


def test_a_month_of_a_city_within_the_year_that_a_growth_implies_for_the_province() -> None:
    claims = [
        level("new", "900", "2021", place="440000"),
        growth("g", "50.0", "2021", place="440000"),
        level("month", "700", "2020-05", place="440300"),
    ]
    (found,) = reconcile(claims).conflicts
    assert set(found.relations) == {"growth", "places-periods"}


def test_halves_that_make_up_a_year_sum_to_it() -> None:
    halves = [level("h1", "2205", "2019-01/2019-06"), level("h2", "2686", "2019-07/2019-12")]
    year = [level("new", "7323", "2020"), growth("g", "49.7", "2020")]
    assert reconcile([*halves, *year]).conflicts == ()
    halves[1] = level("h2", "2286", "2019-07/2019-12")
    (found,) = reconcile([*halves, *year]).conflicts
    assert set(found.claims) == {"h1", "h2", "new", "g"}


def test_shares_differences_points_and_parts() -> None:
    share: dict[str, Any] = {"kind": "share", "unit": "%", "dimension": "percent"}
    firms: dict[str, Any] = {"unit": "家", "dimension": "firm", "place": "440100", "period": "2023"}
    whole = claim("8000", claim_id="whole", measure="企业", measure_key="企业", **firms)
    part = claim("2500", claim_id="part", measure="高新企业", measure_key="高新企业", **firms)
    quarter = claim(
        "25", "25%", claim_id="share", measure="高新企业", measure_key="高新企业", whole_key="企业",
        asserted=printed("25"), place="440100", period="2023", **share,
    )  # fmt: skip
    (found,) = reconcile([whole, part, quarter]).conflicts
    assert set(found.claims) == {"whole", "part", "share"}
    assert reconcile([whole, quarter]).implied[0].interval == Interval.of(1960, 2040)

    rate: dict[str, Any] = {"measure": "破案率", "measure_key": "破案率", "place": "440100", **share}
    now = claim("37.01", claim_id="now", asserted=printed("37.01"), period="2023", **rate)
    then = claim("30.00", claim_id="then", asserted=printed("30.00"), period="2022", **rate)
    more: dict[str, Any] = {
        "kind": "point_change",
        "unit": "百分点",
        "dimension": "percentage_point",
        "comparison": "year_on_year",
    }
    points = claim("9.01", claim_id="points", asserted=printed("9.01"), period="2023", **(rate | more))
    (found,) = reconcile([now, then, points]).conflicts
    assert set(found.claims) == {"now", "then", "points"}

    total = level("total", "100", "2023")
    parts = [level(f"p{i}", "40", "", measure_key="", part_of="total", partition=True) for i in range(3)]
    (found,) = reconcile([total, *parts]).conflicts
    assert found.shown.relations == ("sum",)
    loose = [level(f"p{i}", "40", "", measure_key="", part_of="total") for i in range(3)]
    assert reconcile([total, *loose]).conflicts == ()  # a list that is no partition may overlap


def test_a_rate_beside_its_part_and_whole() -> None:
    half = "2019-01/2019-06"
    solved: dict[str, Any] = {"measure": "破案", "measure_key": "破案"}
    share = claim(
        "34.4", "34.4%", claim_id="share", kind="share", unit="%", dimension="percent", asserted=printed("34.4"),
        whole_key="立案", place="440100", period=half, **solved,
    )  # fmt: skip
    filed = level("filed", "9000", half)
    assert reconcile([share, filed, level("solved", "3096", half, **solved)]).conflicts == ()
    assert sets(reconcile([share, filed, level("solved", "4096", half, **solved)])) == [{"share", "filed", "solved"}]


def test_a_share_whose_growth_does_not_follow_from_its_parts() -> None:
    # Filed 9000 (−16.6 %), solved up 1 %: the share solved has grown by about 21 %, not 6 %.
    half = "2019-01/2019-06"
    solved: dict[str, Any] = {"measure": "破案", "measure_key": "破案"}
    rate: dict[str, Any] = {"measure": "破案率", "measure_key": "破案率"}
    share = claim(
        "34.4", "34.4%", claim_id="share", kind="share", unit="%", dimension="percent", asserted=printed("34.4"),
        whole_key="立案", place="440100", period=half, **rate,
    )  # fmt: skip
    filed = [level("filed", "9000", half), growth("filed-change", "-16.6", half)]
    more = growth("solved-change", "1.0", half, **solved)
    earlier = claim(
        "32.4", "32.4%", claim_id="earlier", kind="share", unit="%", dimension="percent", asserted=printed("32.4"),
        whole_key="立案", place="440100", period="2018-01/2018-06", **rate,
    )  # fmt: skip
    (found,) = reconcile([share, *filed, more, earlier]).conflicts
    assert set(found.claims) == {"share", "filed-change", "solved-change", "earlier"}
    assert reconcile([share, filed[1], more, earlier]).conflicts[0].gap > 0
    change = growth("rate-change", "6", half, **rate)
    (found,) = reconcile([share, filed[1], more, change]).conflicts
    assert set(found.claims) == {"filed-change", "solved-change", "rate-change"}
    assert reconcile([share, filed[1], more, growth("rate-change", "21", half, **rate)]).conflicts == ()


INNOCENT: dict[str, list[Claim]] = {
    "growth at comparable scope beside levels of two years": [
        level("a", "27298", "2023", measure="工业企业利润", measure_key="工业企业利润"),
        growth("b", "16.5", "2023", measure="工业企业利润", measure_key="工业企业利润"),
        level("c", "29047", "2022", measure="工业企业利润", measure_key="工业企业利润"),
    ],
    "growth at constant prices": [
        level("a", "1000", "2023"),
        growth("b", "5.2", "2023", price_basis="constant"),
        level("c", "990", "2022"),
    ],
    "a revised base": [
        level("a", "417600", "2023", measure="进出口", measure_key="进出口", place="100000"),
        growth("b", "0.2", "2023", measure="进出口", measure_key="进出口", place="100000"),
        level("c", "420700", "2022", measure="进出口", measure_key="进出口", place="100000"),
    ],
    "earlier months revised": [
        level("a", "27080", "2023-01/2023-08", measure="进出口", measure_key="进出口"),
        level("b", "23550", "2023-01/2023-07", measure="进出口", measure_key="进出口"),
        level("c", "3590", "2023-08", measure="进出口", measure_key="进出口"),
    ],
    "a two-year mean": [
        level("a", "9000", "2021"),
        growth("b", "5.0", "2021", comparison="average"),
        level("c", "6000", "2020"),
    ],
    "a plan": [
        level("a", "3000", "2024", modality="plan"),
        growth("b", "50", "2024"),
        level("c", "5200", "2023"),
    ],
    "yuan beside dollars": [
        level("a", "900", "2023", dimension="CNY"),
        growth("b", "5.0", "2023"),
        level("c", "120", "2022", dimension="USD"),
    ],
    "two scopes": [
        level("a", "900", "2023", scope="规上"),
        growth("b", "5.0", "2023"),
        level("c", "120", "2022"),
    ],
    "a stock at two moments": [
        level("a", "900", "2023-06", measure="机动车保有量", measure_key="机动车保有量"),
        level("b", "870", "2023", measure="机动车保有量", measure_key="机动车保有量"),
        level("c", "880", "2023-03", measure="机动车保有量", measure_key="机动车保有量"),
    ],
    "a mean of a city above the province's": [
        level("a", "900", "2023", measure="人均收入", measure_key="人均收入", place="440000"),
        level("b", "1900", "2023", measure="人均收入", measure_key="人均收入"),
        level("c", "1300", "2023", measure="人均收入", measure_key="人均收入", place="440300"),
    ],
    "figures of two companies": [
        level("a", "900", "2023", place="", document="a.txt"),
        growth("b", "5.0", "2023", place="", document="a.txt"),
        level("c", "120", "2022", place="", document="b.txt"),
    ],
    "periods that are not known": [level("a", "900", ""), growth("b", "5.0", ""), level("c", "120", "2022")],
    "a net increase": [
        level("a", "900", "2023"),
        level("b", "500", "2022"),
        claim("30", claim_id="d", kind="absolute_change", measure="净增立案", measure_key="立案", period="2023",
              base_period="2022", place="440100", dimension="case"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("claims", INNOCENT.values(), ids=INNOCENT.keys())
def test_innocent(claims: list[Claim]) -> None:
    assert reconcile(claims).conflicts == ()


def test_refusals_are_counted_with_their_reasons() -> None:
    claims = [level("a", "900", "2023"), growth("b", "5.0", "2023", comparison="average"), level("c", "9", "")]
    found = reconcile(claims)
    assert found.not_comparable == {"comparison-differs": 1, "period-unknown": 1}
    assert found.reasons == {"b": "comparison-differs", "c": "period-unknown"}


def test_hedged_figures_clash_only_as_read() -> None:
    about = {"asserted": Interval.of(9000, 11000), "implied": Interval.of(9500, 10500), "hedge": "about"}
    claims = [level("a", "10000", "2020", **about), growth("g", "0.0", "2020"), level("b", "10800", "2019")]
    (found,) = reconcile(claims).conflicts
    assert found.reading == "implied"


@st.composite
def statistics(draw: st.DrawFn) -> list[Claim]:
    """True counts of two cities, their province, halves and years, with growths rounded to a tenth of a percent."""
    years = {}
    claims = []
    for place in ("440100", "440300"):
        for year in ("2019", "2020", "2021"):
            halves = [draw(st.integers(50, 5_000)) for _ in range(2)]
            years[place, year] = sum(halves)
            for part, value in zip(("01/{}-06", "07/{}-12"), halves, strict=True):
                period = f"{year}-{part.format(year)}"
                claims.append(level(f"{place} {period}", str(value), period, place=place))
    for year in ("2019", "2020", "2021"):
        years["440000", year] = years["440100", year] + years["440300", year] + draw(st.integers(0, 500))
    for (place, year), value in years.items():
        claims.append(level(f"{place} {year}", str(value), year, place=place))
        if year != "2019":
            change = Fraction(value, years[place, str(int(year) - 1)]) * 100 - 100
            claims.append(growth(f"{place} {year} change", rounded(change, 1), year, place=place))
    return claims


@given(statistics(), st.data())
def test_true_figures_honestly_rounded_never_conflict(claims: list[Claim], data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.sampled_from(claims), unique_by=lambda one: one.claim_id))
    assert reconcile(kept).conflicts == ()
    assert reconcile(claims).conflicts == ()


@given(statistics(), st.data())
def test_one_disturbed_figure_is_found_and_named(claims: list[Claim], data: st.DataObject) -> None:
    index = data.draw(st.sampled_from([i for i, one in enumerate(claims) if one.kind == "count"]))
    true = claims[index]
    wrong = level(true.claim_id, str(true.value * 2 + 700), true.period, place=true.place)
    claims[index] = wrong
    found = reconcile(claims).conflicts
    assert found
    assert all((wrong.claim_id,) in conflict.suspects for conflict in found)


@given(statistics(), st.randoms())
def test_the_order_of_claims_does_not_matter(claims: list[Claim], chance: random.Random) -> None:
    claims[3] = level(claims[3].claim_id, "99999", claims[3].period, place=claims[3].place)
    claims = [one for index, one in enumerate(claims) if index % 3]

    def told(found: Reconciliation) -> list[Any]:
        return [
            [(one.claims, one.suspects, one.shown.implied) for one in found.conflicts],
            [(one.period, one.interval, one.sources) for one in found.implied],
            [(one.claims, one.implied) for one in found.agreements],
        ]

    shuffled = claims.copy()
    chance.shuffle(shuffled)
    assert told(reconcile(claims)) == told(reconcile(shuffled))
