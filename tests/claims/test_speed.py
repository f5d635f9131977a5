"""Reading takes time in proportion to the text, whatever it is made of, and keeps nothing of the texts it has read."""

from __future__ import annotations

import gc
import random
import tracemalloc
from datetime import date

import pytest

from claims import place
from claims.document import Document
from claims.extraction import read_figures
from claims.zh import place_words
from tests.clock import costs_at_most

_PIECES = {
    "digits": "1234567890",
    "one character": "万",
    "commas": "，",
    "brackets": "（1）",
    "open brackets": "（",
    "quotations": "“1”",
    "closing quotations": "。”",
    "dates": "2023年8月11日",
    "days": "8月11日、",
    "stamps": "2023-08-11 ",
    "places": "广州、深圳、",
    "lists": "甲、乙分别为1亿元和2亿元，",
    "bare lists": "1、",
    "parts": "其中3人，",
    "shares": "5%",
    "shares of shares": "3亿元的5%的",
    "growth in brackets": "增长（1%）",
    "figures in a phrase": "10年的",
    "round words": "数百",
    "ends of ranges": "3至",
    "pointing back": "这3人中，",
    "numbered points": "三点：一是甲；",
    "line ends": "\n中",
    "spaces before line ends": " \n",
    "full-width forms": "１，",
    "short lines": "图1\n",
}


def _read(text: str) -> None:
    read_figures(Document("a.txt", text, "", date(2023, 8, 15), "", "440100", "zh"))


def _assert_linear(short: str, long: str) -> None:
    _read(short)
    assert costs_at_most(5.5, lambda: _read(long), lambda: _read(short))


@pytest.mark.parametrize("piece", _PIECES.values(), ids=list(_PIECES))
def test_four_times_the_text_takes_four_times_as_long(piece: str) -> None:
    _assert_linear(piece * (3_000 // len(piece)), piece * (12_000 // len(piece)))


def test_many_different_places_take_no_longer_than_few() -> None:
    _, names = place_words.automaton()
    codes = sorted({name.codes[0] for name in names if name is not None and name.form == "full"})
    words = [place.name(code) for code in codes]
    _assert_linear("、".join(words[:700]), "、".join(words[:2_800]))


def test_nothing_of_the_texts_stays() -> None:
    draw = random.Random(1)

    def text() -> str:
        figures = [
            f"全市完成投资{draw.randint(1, 10**6)}万元，同比增长{draw.randint(1, 999) / 10}%。" for _ in range(40)
        ]
        return "".join(figures)

    for _ in range(20):
        _read(text())
    tracemalloc.start()
    try:
        for _ in range(100):
            _read(text())
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 500_000


def test_a_share_of_a_share_of_a_share_has_a_measure_of_bounded_length() -> None:
    text = "全年投资35亿元" + "的41.7%" * 60 + "。"
    assert max(len(claim.measure) for claim in read_figures(Document("a.txt", text)).claims) <= 60
