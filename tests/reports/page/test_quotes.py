"""Quotes: one a sentence, the figure at fault told apart, long ones cut around their figures, and where they stand."""

from __future__ import annotations

from claims.document import Document, Mark, Section
from expectations.finding import Location
from reports.page.quotes import Source, figure, names, quotes

TEXT = "共处理12件，其中东城7件、西山5件。另有3件。\n"
DOCUMENT = Document("a.txt", TEXT, "通报")


def _at(text: str, words: str, sentence: str, document: str = "a.txt") -> Location:
    start = text.index(words)
    return Location(document, start, start + len(words), 1, start + 1, words, sentence, text.index(sentence), words)


def _look(at: Location) -> Source:
    return Source(DOCUMENT, "通报", f"#{at.text}")


def test_figures_of_one_sentence_share_a_quote() -> None:
    first = TEXT[: TEXT.index("。") + 1]
    made = quotes(tuple(_at(TEXT, words, first) for words in ("12", "7", "5")), _look)
    assert len(made) == 1
    assert "".join(piece.text for piece in made[0].pieces) == first
    assert [(piece.text, piece.role, piece.href) for piece in made[0].figures] == [
        ("12", "first", "#12"),
        ("7", "other", "#7"),
        ("5", "other", "#5"),
    ]


def test_figures_of_two_sentences_stand_side_by_side() -> None:
    first, second = TEXT[: TEXT.index("。") + 1], "另有3件。"
    made = quotes((_at(TEXT, "12", first), _at(TEXT, "3", second)), _look)
    assert [quote.first for quote in made] == [True, False]


def test_a_sentence_given_with_a_blank_more_is_the_same_sentence() -> None:
    text = "前。 近300多堂课。"
    made = quotes((_at(text, "300多", "近300多堂课。"), _at(text, "近300多", " 近300多堂课。")), _look)
    assert len(made) == 1
    assert [piece.role for piece in made[0].figures] == ["first"]


def test_a_long_sentence_is_cut_away_from_its_figures() -> None:
    text = "很" * 200 + "12件" + "长" * 200
    made = quotes((_at(text, "12", text),), _look)
    words = "".join(piece.text for piece in made[0].pieces)
    assert "12件" in words
    assert words.startswith("…很")
    assert words.endswith("长…")
    assert len(words) < 120


def test_a_figure_that_is_not_in_its_sentence_is_shown_alone() -> None:
    made = quotes((Location("a.txt", 0, 2, 1, 1, "99", "别的话。", 0, "99"),), _look)
    assert [piece.text for piece in made[0].pieces] == ["99"]


def test_the_place_names_section_page_and_line() -> None:
    document = Document(
        "a.pdf", TEXT, sections=(Section("headline", 0, 30),), marks=(Mark(0, "page", "2"), Mark(99, "page", "3"))
    )
    made = figure(_at(TEXT, "12", TEXT), lambda at: Source(document, "a", ""))
    assert made.place.zh == "标题 · 第2页 · 第1行"
    assert made.place.en == "headline, page 2, line 1"


def test_in_a_very_long_line_the_place_counts_characters() -> None:
    text = "很" * 400 + "12件"
    made = figure(_at(text, "12", text), lambda at: Source(Document("a.txt", text), "a", ""))
    assert made.place.zh == "第1行第401字"


def test_an_article_is_called_by_its_title_else_by_its_first_words() -> None:
    called = names(
        [
            Document("x/a.txt", "正文", "通报"),
            Document("x/b.txt", "正文", "通报"),
            Document("x/c.txt", "，正文：" + "很长" * 40),
            Document("x/d.txt", ""),
        ]
    )
    assert called["x/a.txt"] == "通报（a.txt）"
    assert called["x/b.txt"] == "通报（b.txt）"
    assert called["x/c.txt"].startswith("正文：")
    assert len(called["x/c.txt"]) == 30
    assert called["x/d.txt"] == "d.txt"
