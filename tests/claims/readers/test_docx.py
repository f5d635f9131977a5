"""Word documents: everything a reader of the printed page sees, in order."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from claims.document import Document
from claims.readers.docx import read_docx
from claims.readers.limits import DEFAULT, Limits
from claims.readers.problems import Unreadable

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def reading(made: Any) -> Document:
    return read_docx(saved(made), "a.docx", DEFAULT)


def test_paragraphs_tables_and_captions_in_order_with_marks() -> None:
    made = docx.Document()
    made.add_heading("立案下降16.6%", 0)
    made.add_paragraph("上半年立案2.2万宗。")
    made.add_paragraph("表1 收支（单位：万元）", style="Caption")
    table = made.add_table(rows=4, cols=3)
    cells = ["地区", "上半年", "", "", "收入", "支出", "越秀", "1,234", "56", "合计", "1,290", "…"]
    for place, words in enumerate(cells):
        table.cell(place // 3, place % 3).text = words
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    made.add_paragraph("表后一段。")
    document = reading(made)
    assert document.title == "立案下降16.6%"
    assert [document.text[s.start : s.end].split("\n")[0] for s in document.sections] == [
        "立案下降16.6%",
        "表1 收支（单位：万元）",
        "地区\t上半年",
    ]
    (found,) = document.tables
    assert [[cell.text for cell in row] for row in found.rows] == [
        ["地区", "上半年", "上半年"],
        ["地区", "收入", "支出"],
        ["越秀", "1,234", "56"],
        ["合计", "1,290", "…"],
    ]
    assert found.caption == "表1 收支（单位：万元）"
    assert document.text[found.caption_start :].startswith(found.caption)
    assert all(document.text[cell.start : cell.end] == cell.text for row in found.rows for cell in row)
    assert [[cell.header for cell in row] for row in found.rows[1:3]] == [[True, True, True], [True, False, False]]
    assert [(mark.kind, mark.label, document.text[mark.offset :][:2]) for mark in document.marks] == [
        ("paragraph", "1", "立案"),
        ("paragraph", "2", "上半"),
        ("paragraph", "3", "表1"),
        ("paragraph", "4", "地区"),
        ("paragraph", "5", "表后"),
    ]


def test_tracked_changes_controls_boxes_and_raised_notes() -> None:
    made = docx.Document()
    made.add_paragraph("")
    body = made.element.body
    body.insert(0, parse_xml(
        f'<w:p {NAMES}><w:r><w:t>立案</w:t></w:r><w:del><w:r><w:delText>11</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>99</w:t></w:r></w:moveFrom>"
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r>'
        "<w:r><w:t>宗</w:t><w:br/><w:t>，5km</w:t></w:r>"
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>'
    ))  # fmt: skip
    body.insert(1, parse_xml(
        f"<w:sdt {NAMES}><w:sdtContent><w:p><w:r><w:t>控件内7宗</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    ))  # fmt: skip
    body.insert(2, parse_xml(
        f"<w:p {NAMES}><w:r><w:t>正文</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内8宗</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r></w:p>"
    ))  # fmt: skip
    assert reading(made).text.split("\n\n") == ["立案12宗\n，5km2", "控件内7宗", "正文", "框内8宗"]


def refused(data: bytes, words: str, limits: Limits = DEFAULT) -> None:
    with pytest.raises(Unreadable) as caught:
        read_docx(data, "a.docx", limits)
    assert words in caught.value.problem.en


def test_zip_bombs_and_damage_are_refused_unopened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 5_000_000)
    refused(out.getvalue(), "bomb", Limits(unpacked_bytes=1_000_000))
    refused(out.getvalue(), "Not a sound")
    refused(b"PK\x03\x04 nothing", "Not a sound")
    refused(b"\xd0\xcf\x11\xe0" + b"0" * 600, "password")
    whole = saved(docx.Document())
    refused(whole[: len(whole) // 2], "Not a sound")


def test_entities_are_not_expanded() -> None:
    made = docx.Document()
    made.add_paragraph("MARK")
    source = zipfile.ZipFile(io.BytesIO(saved(made)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                bomb = (
                    b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
                )
                data = data.replace(b"<w:document", bomb + b"<w:document", 1).replace(b"MARK", b"12&b;&c;")
            archive.writestr(name, data)
    try:
        text = read_docx(out.getvalue(), "a.docx", DEFAULT).text
    except Unreadable:
        return
    assert "haha" not in text
    assert "root:" not in text
