"""The numbers of a text are looked for once, however many figures its headlines hold."""

from __future__ import annotations

import pytest

from claims import numerals
from claims.document import Document
from claims.extraction import read_figures
from expectations import check_claims


def test_the_text_is_read_once_for_all_figures_of_its_headlines(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document("a.txt", "公园47个、桥梁58座、学校69所\n本报讯 今年全市公园建设加快，面积达到3210公顷。")
    found = read_figures(document)
    find, texts = numerals.find, []
    monkeypatch.setattr(numerals, "find", lambda text: texts.append(text) or find(text))
    outcome = check_claims(found.claims, found.mentions, [document], select=["headline-figure-unsupported"])
    assert len(outcome.findings) == 3
    assert texts == [document.text]
