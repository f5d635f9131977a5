"""Values that no article states and the figures fix all the same."""

from __future__ import annotations

from fractions import Fraction

from claims.document import Document
from claims.extraction import read_figures
from expectations import check_claims
from expectations.finding import ImpliedValue

GROWN = "2020年，广州共立电诈案件7323宗，同比上升49.7%。"


def implied(*texts: str) -> tuple[ImpliedValue, ...]:
    documents = [Document(f"{at}.txt", text) for at, text in enumerate(texts)]
    claims = [claim for document in documents for claim in read_figures(document).claims]
    return check_claims(claims, documents=documents).implied_values


def test_the_level_before_a_growth_is_told_with_its_interval_and_its_figures() -> None:
    [value] = implied(GROWN)
    assert (value.place_name, value.period, value.unit) == ("广州", "2019", "宗")
    assert value.interval.low == Fraction(7323) / Fraction("1.4975")
    assert value.interval.high == Fraction(7323) / Fraction("1.4965")
    assert "7323宗 ÷ (1 + 49.7%)" in value.arithmetic.zh
    assert "电诈案件" in value.arithmetic.en
    assert len(value.sources) == 2


def test_what_another_article_states_is_not_told() -> None:
    assert implied(GROWN, "2019年，广州共立电诈案件4892宗。") == ()


def test_articles_with_the_same_figures_imply_one_value_from_the_figures_of_all() -> None:
    [value] = implied(GROWN, GROWN, GROWN)
    assert len(value.sources) == len(set(value.sources)) == 6


def test_articles_with_different_figures_imply_a_value_each() -> None:
    assert len(implied(GROWN, GROWN.replace("7323", "7324"))) == 2


def test_a_stated_level_is_not_implied() -> None:
    assert implied(f"{GROWN}2019年，广州共立电诈案件4892宗。") == ()
