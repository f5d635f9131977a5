"""A page of very many articles holds every finding and fits into a browser; what it leaves out it says."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import pytest

from claims.document import Document
from expectations.finding import Agreement
from reports.page import render
from reports.page.abridged import abridged
from reports.report import Report
from tests.reports.sample import sample


def _many() -> Report:
    """The sample with forty quiet articles before it, each with a figure that agrees with one of a touched article."""
    made = sample()
    claim, held = made.claims[0], made.outcome.agreements[0]
    quiet = tuple(Document(f"{number}.txt", text="警力为3480名。" * 10) for number in range(40))
    figures = tuple(
        replace(claim, claim_id=f"q{number}", document=document.path) for number, document in enumerate(quiet)
    )
    agreements = tuple(
        Agreement(
            "repeated-figure-differs", ("q", held.claims[0]), (replace(held.locations[0], document=document.path),), ()
        )
        for document in quiet
    )
    outcome = replace(made.outcome, agreements=(*made.outcome.agreements, *agreements))
    return replace(made, documents=(*quiet, *made.documents), claims=(*figures, *made.claims), outcome=outcome)


def test_a_report_that_fits_stays_as_it_is() -> None:
    assert abridged(sample()) == sample()


def test_what_findings_touch_stays_and_the_rest_as_long_as_there_is_room() -> None:
    many, made = _many(), sample()
    room = sum(len(document.text) for document in made.documents) + 3 * len(many.documents[0].text)
    short = abridged(many, room)
    assert short.documents == (*many.documents[:3], *made.documents)
    assert short.claims == (*many.claims[:3], *made.claims)
    assert short.outcome.findings == made.outcome.findings
    assert len(short.outcome.agreements) == len(made.outcome.agreements) + 3
    assert abridged(many, 0).documents == made.documents


def test_the_page_says_how_many_it_leaves_out_and_counts_all(monkeypatch: pytest.MonkeyPatch) -> None:
    many = _many()
    full = render(many)
    monkeypatch.setattr(import_module("reports.page.render"), "abridged", lambda report: abridged(report, 0))
    short = render(many)
    assert "另有40篇没有载入" in short
    assert "40 without findings are left out" in short
    assert "没有载入" not in full
    assert f"{len(many.claims)}个数字" in short
    assert len(short) < len(full)
