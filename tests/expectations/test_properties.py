"""True figures, honestly rounded, make no check fire; one figure disturbed beyond its interval does, and is named."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.document import Document
from claims.extraction import read_figures
from expectations import check_claims
from expectations.finding import Finding

Story = tuple[str, list[str]]  # a text and the figures in it, as printed, each once


def rounded(value: Fraction, places: int) -> str:
    return f"{Decimal(round(value * 10**places)).scaleb(-places):f}"


@st.composite
def growth(draw: st.DrawFn) -> Story:
    old, new = draw(st.integers(1000, 99999)), draw(st.integers(1000, 99999))
    rate = rounded(abs(Fraction(new, old) - 1) * 100, draw(st.integers(1, 2)))
    verb = "增长" if new >= old else "下降"
    return f"全市出口总值为{new}万元，上年同期为{old}万元，同比{verb}{rate}%。", [f"{new}万", f"{old}万", f"{rate}%"]


@st.composite
def change(draw: st.DrawFn) -> Story:
    old, new = draw(st.integers(1000, 99999)), draw(st.integers(1000, 99999))
    verb = "增至" if new >= old else "降至"
    size = "增加" if new >= old else "减少"
    return f"持股由{old}股{verb}{new}股，{size}了{abs(new - old)}股。", [str(old), str(new), str(abs(new - old))]


@st.composite
def total(draw: st.DrawFn) -> Story:
    parts = draw(st.lists(st.integers(1000, 99999), min_size=3, max_size=3, unique=True))
    whole = sum(parts)
    text = f"全市法院审结环境资源案件{whole}件，其中刑事{parts[0]}件、民事{parts[1]}件、行政{parts[2]}件。"
    return text, [str(whole), *map(str, parts)]


@st.composite
def share(draw: st.DrawFn) -> Story:
    whole = draw(st.integers(2000, 99999))
    part = draw(st.integers(1000, whole - 1))
    rate = rounded(Fraction(part, whole) * 100, draw(st.integers(1, 2)))
    return f"去年招聘的{whole}人中，20多岁的员工有{part}人，占总数的{rate}%。", [str(whole), str(part), f"{rate}%"]


@st.composite
def points(draw: st.DrawFn) -> Story:
    tenths = st.integers(100, 900).map(lambda number: Fraction(number, 10))
    old, new = draw(tenths), draw(tenths)
    verb = "提高" if new >= old else "下降"
    texts = [f"{rounded(number, 1)}%" for number in (new, old)]
    gap = f"{rounded(abs(new - old), 1)}个百分点"
    return f"成交量全球占比为{texts[0]}，较上年同期的{texts[1]}{verb}了{gap}。", [*texts, gap]


@st.composite
def average(draw: st.DrawFn) -> Story:
    number, each = draw(st.integers(11, 99)), draw(st.integers(101, 999))
    text = f"班委会已将剩余班费{number * each}元（人均{each}元）退还给{number}名学生家长。"
    return text, [str(number * each), str(each), str(number)]


STORIES: dict[str, Callable[[], st.SearchStrategy[Story]]] = {
    "growth-mismatch-levels": growth,
    "difference-mismatch-levels": change,
    "parts-mismatch-total": total,
    "share-mismatch-counts": share,
    "points-mismatch-levels": points,
    "average-mismatch-total": average,
}  # fmt: skip


def findings(text: str) -> tuple[Finding, ...]:
    document = Document(path="a.txt", text=text)
    read = read_figures(document)
    found = check_claims(read.claims, read.mentions, [document]).findings
    return tuple(one for one in found if one.severity != "note")


@pytest.mark.parametrize("name", STORIES)
@settings(max_examples=40)
@given(data=st.data())
def test_true_figures_never_fire(name: str, data: st.DataObject) -> None:
    text, _ = data.draw(STORIES[name]())
    assert [(one.check, one.message.zh) for one in findings(text)] == []


@pytest.mark.parametrize("name", STORIES)
@settings(max_examples=40)
@given(data=st.data())
def test_a_disturbed_figure_fires_and_is_named(name: str, data: st.DataObject) -> None:
    text, figures = data.draw(STORIES[name]().filter(lambda story: len(set(story[1])) == len(story[1])))
    victim = data.draw(st.sampled_from(figures))
    wrong = disturbed(victim)
    if text.count(victim) != 1 or wrong is None or any(map(round_number, (*figures, wrong))):
        return
    changed = text.replace(victim, wrong)
    found = [one for one in findings(changed) if any(place.text == wrong for place in one.locations)]
    assert found, f"{victim} -> {wrong} in {text}"


def round_number(figure: str) -> bool:
    """Whether the figure is so round that it says little: 2000 stands for 1500 to 2500."""
    digits = "".join(c for c in figure if c.isdigit())
    return "." not in figure and digits.endswith("00")


def disturbed(figure: str) -> str | None:
    """The figure about a third larger; None for one too small for that to matter."""
    digits = "".join(c for c in figure if c.isdigit() or c == ".")
    value = Decimal(digits)
    if value < 20:
        return None
    places = len(digits.partition(".")[2])
    larger = (value * Decimal("1.37")).quantize(Decimal(1).scaleb(-places))
    return figure.replace(digits, f"{larger:f}")


@pytest.mark.parametrize("scale", ["亿" * 40, "亿" * 59, "万亿" * 29, "亿" * 3, "亿" * 4])
def test_numbers_beyond_all_bounds_stop_no_check(scale: str) -> None:
    text = f"全市投资一百零五{scale}元，其中工业投资五十{scale}元，占投资的48%。比上年增长5%，上年为一百{scale}元。"
    assert [one.check for one in findings(text) if one.severity == "error"] == []
