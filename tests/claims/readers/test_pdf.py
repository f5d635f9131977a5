"""PDFs: columns in reading order, furniture dropped, lines joined, pages marked."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from claims.document import Document
from claims.readers.limits import DEFAULT, Limits
from claims.readers.pdf import read_pdf
from claims.readers.problems import Unreadable
from tests.claims.readers.render import paragraphs, to_pdf

BODY = "\n".join(
    f"第{n}项，全市今年一月至六月共接报各类案件{n}.{n % 9}万宗，比去年同期下降{n % 30}.5个百分点，"
    f"其中盗窃案件{n * 37}宗，诈骗案件{n * 53}宗，追回款项{n},{n % 10}00元，民警上门走访{n * 11}户，举行讲座{n}场。"
    for n in range(1, 60)
)


def pdf(data: bytes) -> Document:
    return read_pdf(data, "a.pdf", DEFAULT)


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("interleaved", [False, True])
def test_columns_are_read_one_after_the_other_and_lines_joined(columns: int, interleaved: bool) -> None:
    document = pdf(to_pdf(BODY, columns, interleaved=interleaved))
    assert document.text.split("\n\n") == paragraphs(BODY)


def test_each_page_is_marked_and_its_furniture_gone() -> None:
    document = pdf(to_pdf(BODY, 2))
    assert "要闻" not in document.text
    assert "- 1 -" not in document.text
    labels = [mark.label for mark in document.marks]
    assert labels == [str(n) for n in range(1, len(labels) + 1)]
    assert len(labels) > 1
    assert {mark.kind for mark in document.marks} == {"page"}
    assert document.marks[0].offset == 0


def drawn(*lines: tuple[float, float, str], size: float = 10) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=(595, 842), invariant=True)
    page.setFont("STSong-Light", size)
    for x, y, words in lines:
        page.drawString(x, y, words)
    page.showPage()
    page.save()
    return out.getvalue()


def test_a_table_is_read_by_rows_with_tabs() -> None:
    cells = [("地区", "立案", "破案"), ("越秀", "1,234", "56"), ("天河", "2,345", "78"), ("合计", "3,579", "134")]
    document = pdf(
        drawn(
            *(
                (60 + 150 * column, 700 - 18 * row, words)
                for row, line in enumerate(cells)
                for column, words in enumerate(line)
            )
        )
    )
    assert document.text == "\n".join("\t".join(line) for line in cells)


def test_english_lines_are_joined_by_spaces() -> None:
    document = pdf(
        drawn(
            (60, 700, "Recorded crime fell by 5% in the year to"),
            (60, 685, "June, a year-on-"),
            (60, 670, "year change."),
        )
    )
    assert document.text == "Recorded crime fell by 5% in the year to June, a year-on-year change."


def test_a_headline_above_two_columns_comes_first() -> None:
    left = [(50, 700 - 14 * n, f"左栏第{n}行文字写满整个栏宽直到边缘") for n in range(12)]
    right = [(310, 700 - 14 * n, f"右栏第{n}行文字写满整个栏宽直到边缘") for n in range(12)]
    document = pdf(drawn((120, 730, "通栏标题横跨左右两栏全市立案数下降百分之五"), *left, *right))
    assert document.text.index("通栏") < document.text.index("左栏第0行") < document.text.index("左栏第11行")
    assert document.text.index("左栏第11行") < document.text.index("右栏第0行")


def test_radicals_become_the_characters_they_stand_for() -> None:
    from claims.readers.pdf_radicals import repaired

    assert "".join(map(repaired, "⺠⻅⻋⽇⼈民 12")) == "民见车日人民 12"


def refused(data: bytes, words: str, limits: Limits = DEFAULT) -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(data, "a.pdf", limits)
    assert words in caught.value.problem.en


def test_scans_damage_and_passwords_are_said() -> None:
    refused(drawn(), "OCR")
    refused(b"%PDF-1.7\n" + b"0" * 500, "Not a sound")
    out = io.BytesIO()
    page = canvas.Canvas(out, encrypt=StandardEncryption("secret", canPrint=0))
    page.drawString(60, 700, "Recorded crime fell by 5%")
    page.save()
    refused(out.getvalue(), "password")
    refused(to_pdf(BODY, 2), "pages", Limits(pages=1))
    refused(to_pdf(BODY, 2), "too long", Limits(characters=100))


def test_a_page_without_text_among_others_is_noted() -> None:
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.drawString(60, 700, "Recorded crime fell by 5%")
    page.showPage()
    page.rect(50, 50, 100, 100)
    page.showPage()
    page.save()
    document = pdf(out.getvalue())
    assert "5%" in document.text
    assert "2" in document.notes[0].en
