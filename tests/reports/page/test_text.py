"""An article on the page: its own words in order, figures linked once, tables as tables."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.document import Cell, Document, Mark, Section, Table
from reports.page.spans import Span, between, without_overlaps
from reports.page.text import Block, blocks
from reports.safe import clean


def _around(span: Span) -> tuple[str, str]:
    return "<a>", "</a>"


def _blocks(document: Document, *places: tuple[int, int]) -> list[Block]:
    spans = without_overlaps([Span(start, end, i) for i, (start, end) in enumerate(places)], len(document.text))
    return blocks(document, spans, _around)


def _plain(block: Block) -> str:
    return unescape(re.sub("<[^>]*>", "", block.html))


def test_paragraphs_keep_their_section_and_lose_their_indents() -> None:
    text = "标题\n\n　　首段3件。\n图注\n"
    sections = (Section("headline", 0, 2), Section("body", 3, 12), Section("caption", 12, 14))
    made = _blocks(Document("a.txt", text, sections=sections), (8, 9))
    assert [(block.kind, str(block.html)) for block in made] == [
        ("headline", "标题"),
        ("body", "首段<a>3</a>件。"),
        ("caption", "图注"),
    ]


def test_a_short_line_that_no_mark_ends_is_a_subhead() -> None:
    made = _blocks(Document("a.txt", "一、全年情况\n全年共处理3件。\n"))
    assert [block.is_subhead for block in made] == [True, False]


def test_a_figure_over_the_end_of_a_line_keeps_its_lines_together() -> None:
    text = "about 5.3\nmillion people\nnext\n"
    made = _blocks(Document("a.txt", text), (6, 17))
    assert [_plain(block) for block in made] == ["about 5.3 million people", "next"]


def test_pages_are_marked_where_they_begin() -> None:
    made = _blocks(Document("a.pdf", "甲。\n乙。\n", marks=(Mark(0, "page", "1"), Mark(3, "page", "2"))))
    assert [block.label for block in made] == ["1", "2"]


def _table_document(extra: str = "") -> tuple[Document, int]:
    text = f"前文。\n地区 | 件数{extra}\n东城 | 12\n后文。\n"

    def cell(words: str, header: bool = False) -> Cell:
        start = text.index(words)
        return Cell(words, start, start + len(words), header)

    rows = ((cell("地区", True), cell("件数", True)), (cell("东城"), cell("12")))
    return Document("a.md", text, tables=(Table(rows, "表一"),)), text.index("12")


def test_a_table_is_a_table_with_its_figures_linked() -> None:
    document, figure = _table_document()
    made = _blocks(document, (figure, figure + 2))
    assert [block.kind for block in made] == ["body", "table", "body"]
    assert "<td><a>12</a></td>" in made[1].html
    assert "<th>地区</th>" in made[1].html
    assert "<caption>表一</caption>" in made[1].html


def test_a_table_that_would_lose_a_figure_stays_text() -> None:
    document, figure = _table_document(" 345")
    outside = document.text.index("345")
    made = _blocks(document, (outside, outside + 3), (figure, figure + 2))
    assert {block.kind for block in made} == {"body"}
    assert "".join(str(block.html) for block in made).count("<a>") == 2


def test_a_cell_that_spans_several_is_linked_once() -> None:
    text = "合计 12\n"
    twelve = Cell("12", 3, 5)
    table = Table(((Cell("合计", 0, 2), twelve, twelve),))
    made = _blocks(Document("a.html", text, tables=(table,)), (3, 5))
    assert str(made[0].html).count("<a>12</a>") == 1
    assert str(made[0].html).count("12") == 2


def test_of_two_figures_that_overlap_the_one_a_finding_cites_stays() -> None:
    plain, cited = Span(0, 6, 0), Span(2, 4, 1, (7,))
    assert without_overlaps([plain, cited], 10) == [cited]
    wide, narrow = Span(0, 6, 0, (3,)), Span(2, 4, -1, (7,))
    kept = without_overlaps([narrow, wide], 10)
    assert [(span.start, span.findings) for span in kept] == [(0, (3, 7))]


places = st.tuples(st.integers(-3, 60), st.integers(-3, 60))


@given(st.lists(places, max_size=12))
def test_kept_spans_are_in_order_inside_and_apart(spans: list[tuple[int, int]]) -> None:
    kept = without_overlaps([Span(start, end, i) for i, (start, end) in enumerate(spans)], 50)
    assert all(0 <= span.start < span.end <= 50 for span in kept)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    assert between(kept, 0, 50) == kept
    # Whatever was left out was no span of the text, or meets one that stayed.
    for start, end in spans:
        assert not 0 <= start < end <= 50 or any(span.start < end and start < span.end for span in kept)


@given(st.text(max_size=80), st.lists(places, max_size=6))
def test_no_word_of_the_text_is_lost_or_added(text: str, spans: list[tuple[int, int]]) -> None:
    made = _blocks(Document("a.txt", text), *spans)
    shown = "".join(_plain(block) for block in made)
    assert "".join(shown.split()) == "".join(clean(text).split())
