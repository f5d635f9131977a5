"""DataFrames: checks give findings back as a DataFrame and show themselves as HTML."""

from __future__ import annotations

import pandas as pd
import pytest

import checker.notebook as notebook

CLAIMS = pd.DataFrame(
    {
        "measure": ["常住人口", "常住人口", "常住人口"],
        "place": ["440000"] * 3,
        "period": ["2021-12-31", "2020-12-31", "2021-12-31"],
        "base_period": [None, None, "2020-12-31"],
        "kind": ["count", "count", "relative_change"],
        "value": [12684, 12624, 0.84],
        "unit": ["万人", "万人", "%"],
    }
)
ARTICLES = pd.DataFrame({"id": ["x"], "text": ["2021年末，广东省常住人口12864万人。"], "published": ["2022-05-01"]})
KNOWN = CLAIMS[["measure", "place", "period", "value", "unit"]].head(2)


def test_findings_of_a_claim_table_are_a_frame() -> None:
    found = CLAIMS.crossfoot.findings(lang="en")
    assert list(found.columns) == list(notebook.COLUMNS)
    (row,) = found.to_dict("records")
    assert (row["check"], row["place"], row["figure"]) == ("growth-mismatch-levels", "frame#3", "0.84%")
    assert row["against"] == ["12684万", "12624万"]
    assert notebook.findings(CLAIMS.head(2)).empty


def test_articles_and_known_figures() -> None:
    found = ARTICLES.crossfoot.findings(reference=KNOWN)
    assert list(found["check"]) == ["reference-differs"]
    assert list(ARTICLES.crossfoot.claims()["text"]) == ["12864万"]
    assert list(ARTICLES.crossfoot.claims("news")["document"]) == ["news#x"]


def test_the_html_shows_findings_and_denominators_and_escapes() -> None:
    hostile = CLAIMS.assign(measure=["<script>alert(1)</script>"] * 3)
    for lang, word in (("zh", "数字"), ("en", "figures")):
        shown = hostile.crossfoot.check(lang=lang)._repr_html_()
        assert word in shown
        assert "0.84%" in shown
        assert "<script>" not in shown
    assert "<table>" not in CLAIMS.head(2).crossfoot.check()._repr_html_()


def test_frames_that_are_neither_say_what_is_missing() -> None:
    with pytest.raises(ValueError, match="value and measure, or text"):
        notebook.check(pd.DataFrame({"x": [1]}))
    with pytest.raises(ValueError, match="row 1"):
        notebook.check(CLAIMS, reference=pd.DataFrame({"measure": ["甲"], "value": ["abc"]}))
    with pytest.raises(ValueError, match="unknown check"):
        notebook.check(CLAIMS, select=["nothing"])
