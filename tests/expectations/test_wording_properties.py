"""Words as arithmetic: lists, ranks, years, shares of a whole, growth of parts, shares of a small number, lost zeros.

True figures, honestly rounded, leave the check silent; a disturbance beyond the interval makes it fire, and is named.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.document import Document
from claims.extraction import read_figures
from expectations import check_claims
from expectations.finding import Finding

Pair = tuple[tuple[str, ...], tuple[str, ...], str]  # true articles, the same disturbed, words a finding points at
TOWNS = ("合肥", "芜湖", "滁州", "阜阳", "安庆", "蚌埠")
SCHOOLS = ("成都大学", "绵阳师范学院", "宜宾学院", "四川轻化工大学", "西昌学院", "乐山师范学院")
CHINESE = "零一二三四五六七八九"


def rounded(value: Fraction, places: int) -> str:
    return f"{Decimal(round(value * 10**places)).scaleb(-places):f}"


@st.composite
def shares(draw: st.DrawFn) -> Pair:
    first, second = draw(st.integers(150, 400)), draw(st.integers(150, 400))
    rest, extra = 1000 - first - second, draw(st.integers(11, 200))

    def story(last: int) -> str:
        texts = [rounded(Fraction(number, 10), 1) for number in (first, second, last)]
        return f"能源消费中，煤炭占{texts[0]}%，石油占{texts[1]}%，其他能源占{texts[2]}%。"

    return (story(rest),), (story(rest + extra),), f"{rounded(Fraction(rest + extra, 10), 1)}%"


@st.composite
def parts_growth(draw: st.DrawFn) -> Pair:
    out, into = draw(st.integers(10000, 99999)), draw(st.integers(10000, 99999))
    rates = [draw(st.integers(10, 200)) for _ in range(2)]
    base = [Fraction(level * 1000, 1000 + rate) for level, rate in zip((out, into), rates, strict=True)]
    whole = Fraction(round((Fraction(out + into) / sum(base) - 1) * 1000), 10)
    wrong = Fraction(max(rates), 10) + draw(st.integers(15, 90)) / Fraction(10)

    def story(growth: Fraction) -> str:
        levels = [rounded(Fraction(level, 100), 2) for level in (out + into, out, into)]
        texts = [rounded(rate, 1) for rate in (growth, Fraction(rates[0], 10), Fraction(rates[1], 10))]
        return (
            f"上半年，全市进出口总额{levels[0]}亿元，同比增长{texts[0]}%。"
            f"其中，出口{levels[1]}亿元，增长{texts[1]}%；进口{levels[2]}亿元，增长{texts[2]}%。"
        )

    return (story(whole),), (story(wrong),), f"{rounded(wrong, 1)}%"


def impossible(number: int) -> list[int]:
    """Whole percentages that no count out of `number` rounds to, either way."""
    shares = [Fraction(100 * count, number) for count in range(number + 1)]
    return [percent for percent in range(2, 99) if all(abs(share - percent) > Fraction(1, 2) for share in shares)]


@st.composite
def small_number(draw: st.DrawFn) -> Pair:
    number = draw(st.integers(11, 48).filter(impossible))
    part, wrong = draw(st.integers(1, number - 1)), draw(st.sampled_from(impossible(number)))
    right = rounded(Fraction(100 * part, number), 0)
    return (f"{number}例患者中有{right}%获得完全缓解。",), (f"{number}例患者中有{wrong}%获得完全缓解。",), f"{wrong}%"


@st.composite
def scale_word(draw: st.DrawFn) -> Pair:
    price = draw(st.integers(1001, 9999).filter(lambda number: number % 10))
    others = "持股由629.7787万股降至275.0072万股，减持354.7715万股。"

    def story(figure: str) -> tuple[str, ...]:
        return (
            f"该公司2012年以{price}亿韩元收购了对方3%的股份，{others}",
            f"该公司2012年买入对方3%的股份，斥资{figure}韩元；{others}",
        )

    return story(f"{price}亿"), story(f"{price}0亿"), f"{price}0亿"


@st.composite
def listing(draw: st.DrawFn) -> Pair:
    names = draw(st.lists(st.sampled_from(SCHOOLS), min_size=2, max_size=5, unique=True))
    wrong = len(names) + draw(st.integers(1, 3))

    def story(count: int) -> str:
        return f"去年该省新增{count}所高校上榜，分别是{'、'.join(names)}。"

    return (story(len(names)),), (story(wrong),), f"{wrong}所"


@st.composite
def years(draw: st.DrawFn) -> Pair:
    first, length = draw(st.integers(1990, 2010)), draw(st.integers(2, 9))
    inclusive, wrong = draw(st.booleans()), draw(st.sampled_from([-2, 3, 5]))
    told = length + inclusive
    bad = length + wrong if length + wrong >= 1 else length + 3

    def story(number: int) -> str:
        return f"{first}年至{first + length}年，驾照持有量由1亿本升到3亿本，用了{number}年。"

    return (story(told),), (story(bad),), f"用了{bad}年"


@st.composite
def ranks(draw: st.DrawFn) -> Pair:
    steps = draw(st.lists(st.integers(2, 90000), min_size=4, max_size=6))  # 0.02 or more apart: intervals do not touch
    values = [20000 + sum(steps[at:]) for at in range(len(steps))]
    towns = draw(st.permutations(TOWNS))[: len(values)]
    at = draw(st.integers(0, len(values) - 2))
    swapped = values.copy()
    swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]

    def story(row: list[int]) -> str:
        told = [
            f"{town}位居第{CHINESE[place]}，达到{rounded(Fraction(value, 100), 2)}亿元"
            for place, (town, value) in enumerate(zip(towns, row, strict=True), 1)
        ]
        return f"经济总量方面，{'；'.join(told)}。"

    return (story(values),), (story(swapped),), f"{rounded(Fraction(swapped[at + 1], 100), 2)}亿"


PAIRS: dict[str, Callable[[], st.SearchStrategy[Pair]]] = {
    "shares-mismatch-whole": shares,
    "growth-outside-parts": parts_growth,
    "impossible-percentage-for-n": small_number,
    "magnitude-jump": scale_word,
    "count-mismatches-list": listing,
    "years-mismatch-duration": years,
    "rank-contradicts-values": ranks,
}  # fmt: skip
PATIENT = settings(max_examples=40)


def findings(name: str, texts: tuple[str, ...]) -> tuple[Finding, ...]:
    documents = [Document(path=f"{at}.txt", text=text, published=date(2023, 8, 15)) for at, text in enumerate(texts)]
    read = [read_figures(document) for document in documents]
    claims = [claim for one in read for claim in one.claims]
    mentions = [mention for one in read for mention in one.mentions]
    return check_claims(claims, mentions, documents, select=[name]).findings


@pytest.mark.parametrize("name", PAIRS)
@PATIENT
@given(data=st.data())
def test_true_words_never_fire(name: str, data: st.DataObject) -> None:
    right, _, _ = data.draw(PAIRS[name]())
    assert [one.message.zh for one in findings(name, right)] == []


@pytest.mark.parametrize("name", PAIRS)
@PATIENT
@given(data=st.data())
def test_a_disturbed_word_fires_and_is_named(name: str, data: st.DataObject) -> None:
    _, wrong, figure = data.draw(PAIRS[name]())
    found = findings(name, wrong)
    assert any(figure in place.text or place.text in figure for one in found for place in one.locations), wrong
