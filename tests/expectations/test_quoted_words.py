"""Words of an article in a finding's working: they stand there as the article has them, braces too."""

from __future__ import annotations

import pytest

from claims.document import Document
from claims.extraction import read_figures
from expectations import check_claims
from expectations.finding import Finding
from expectations.wording import worked


def findings(text: str) -> tuple[Finding, ...]:
    document = Document(path="a.txt", text=text)
    read = read_figures(document)
    return check_claims(read.claims, read.mentions, [document]).findings


@pytest.mark.parametrize("braces", ["{", "}", "{}", "{乙}", "{a[b]}", "{{"])
@pytest.mark.parametrize(
    ("before", "behind", "check"),
    [
        ("去年该省新增3所院校入围，分别是", "成都理工大学、成都大学。", "count-mismatches-list"),
        ("2003年至2014年", "，全国驾驶人由1亿增至3亿，用了15年时间。", "years-mismatch-duration"),
        ("2003年至2014年{1}", "，全国驾驶人由1亿增至3亿，用了15年时间。", "years-mismatch-duration"),
        ("改造后，该厂能耗", "降低了2倍。", "multiple-misused"),
    ],
)
def test_braces_of_an_article_are_words(before: str, behind: str, check: str, braces: str) -> None:
    text = f"{before}{braces}{behind}"
    found = [one for one in findings(text) if one.check == check]
    assert found
    assert all(one.arithmetic[0].zh.rpartition(" = ")[0] in text for one in found)


def test_figures_stand_in_their_places() -> None:
    assert worked("{1} ÷ {2} − {10}", ["a", "b", "c"]) == "b ÷ c − {10}"
    assert worked("{甲}、{0}", ["a"]) == "{甲}、a"
