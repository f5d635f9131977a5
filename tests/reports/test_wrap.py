"""Line breaking: widths, figures kept whole, line starts and ends."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from claims.zh.units import UNITS
from reports.wrap import unbreakable, wrap


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@pytest.mark.parametrize(
    "figure",
    [
        "134.91万亿元", "6.19个百分点", "16.6%", "3135封", "13.2万余起", "700多亿元", "3至5万人", "63%~68%", "1,425宗",
        "约3500名", "百分之二十五", "三百二十封", "[4890.2, 4893.4]宗", "[20.4%, 21.8%]", "(−∞, 100]%", "1.2万人次",
        "−16.6 %", "2,750 letters", "(1 − 16.6%)", "$3.5万", "2017/2021", "6 percentage points", "5.5倍", "三成",
        "3f9a1c20b7d4",
    ],
)  # fmt: skip
def test_a_figure_stays_whole(figure: str) -> None:
    for before in range(12):
        text = "合" * before + figure + "，以及其他各项"
        for width in range(cell_len(figure) + 2, 40):
            assert any(figure in line for line in lines(text, width)), (before, width)


@pytest.mark.parametrize("unit", sorted(word for word in UNITS if word not in ("百分之", "千分之", "万分之")))
def test_every_unit_we_read_stays_with_its_figure(unit: str) -> None:
    for figure in (f"3.5万{unit}", f"1,425{unit}", f"700多亿{unit}"):
        assert (2, 2 + len(figure)) in unbreakable(f"合计{figure} 以上")


def test_a_figure_wider_than_the_line_is_cut_rather_than_lost() -> None:
    assert "".join(lines("合计134.91万亿元", 6)) == "合计134.91万亿元"


def test_paths_break_after_slashes() -> None:
    assert lines("news/2021/january/five-years.txt:2:23", 20) == ["news/2021/january/", "five-years.txt:2:23"]


def test_operators_begin_lines() -> None:
    assert lines("省内 1260封 + 省外 1390封 = 2650封", 24) == ["省内 1260封 + 省外", "1390封 = 2650封"]


words = st.text(
    st.sampled_from("中文字的数 ，。、；：？！（）《》“”‘’…—abc xyz0123456789.,%万亿元封个百分点+−×÷=\n"), max_size=80
)


@given(words, st.integers(2, 50))
def test_lines_fit_and_lose_nothing_but_blanks(text: str, width: int) -> None:
    spans = wrap(text, width)
    assert all(cell_len(text[start:end]) <= width for start, end in spans)
    assert re.sub(r"\s", "", "".join(text[start:end] for start, end in spans)) == re.sub(r"\s", "", text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(words)
def test_lines_begin_and_end_as_they_may(text: str) -> None:
    width = max([2, *(cell_len(text[start:end]) for start, end in unbreakable(text))])
    for start, end in wrap(text, width):
        if start and not text[start - 1].isspace() and end > start:
            assert text[start] not in "，。、；：？！）》”’…%"
        if end < len(text) and not text[end].isspace() and end > start:
            assert text[end - 1] not in "（《“‘"


@given(st.text(max_size=60), st.integers(2, 40))
def test_any_text_wraps(text: str, width: int) -> None:
    assert all(cell_len(text[start:end]) <= width for start, end in wrap(text, width))
