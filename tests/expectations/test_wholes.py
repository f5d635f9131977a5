"""Of several figures that could be the whole of a share, the one that the words mean."""

from __future__ import annotations

import pytest

from claims.document import Document
from claims.extraction import read_figures
from expectations import check_claims


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "全省货物贸易进出口总值为900亿元。民营企业进出口480亿元。外商投资企业进出口270亿元，占进出口总值的33%。",
            "900亿",
        ),
        (
            "2021年，广东省地区生产总值124369.67亿元。佛山市地区生产总值12156.54亿元，"
            "惠州市地区生产总值4977.36亿元，占全省地区生产总值的4.6%。",
            "124369.67亿",
        ),
    ],
)
def test_a_sibling_is_no_whole(text: str, whole: str) -> None:
    document = Document("a.txt", text)
    figures = read_figures(document)
    [found] = check_claims(figures.claims, mentions=figures.mentions, documents=[document]).findings
    assert found.check == "share-mismatch-counts"
    assert whole in [place.text for place in found.locations]
    assert len(found.locations) == 3
