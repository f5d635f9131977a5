"""Markdown keeps its lines; headings, tables and accept comments are known."""

from __future__ import annotations

from datetime import date

from claims.document import Document
from claims.readers.limits import DEFAULT, Limits
from claims.readers.markdown import read_markdown


def markdown(text: str, limits: Limits = DEFAULT) -> Document:
    return read_markdown(text.encode(), "a.md", limits)


def test_marks_within_a_line_go_and_lines_stay() -> None:
    text = "# 立案下降**16.6%**\n\n上半年[立案](http://a.b/12)*2.2万*宗[^1]，`破案`率 &lt; 30%。\n"
    text += "<!-- 备注\n 99 宗 -->\n其中 __盗窃__ a_b_c 5\\*6 宗。\n"
    document = markdown(text)
    assert document.text.split("\n") == [
        "# 立案下降16.6%",
        "",
        "上半年立案2.2万宗，破案率 < 30%。",
        "",
        "",
        "其中 盗窃 a_b_c 5*6 宗。",
        "",
    ]
    assert document.title == "立案下降16.6%"
    (headline,) = document.sections
    assert (headline.kind, document.text[headline.start : headline.end]) == ("headline", "立案下降16.6%")


def test_front_matter_supplies_and_is_no_text() -> None:
    document = markdown('---\ntitle: "半年报 12"\ndate: 2024-07-01\nsource: 日报\nother: 5%\n---\n立案12宗。\n')
    assert (document.title, document.published, document.publisher) == ("半年报 12", date(2024, 7, 1), "日报")
    assert document.text.split("\n")[6] == "立案12宗。"
    assert document.text.strip() == "立案12宗。"


def test_a_table_with_its_caption_and_headers() -> None:
    rows = "| 地区 | 收入 | 备注 |\n|:--|--:|---|\n| 越秀 | 1,234 | a\\|b |\n| 合计 | **1,290** | - |\n"
    document = markdown(f"表1 各区情况\n单位：万元\n\n{rows}\n表后。\n")
    (table,) = document.tables
    assert table.caption == "表1 各区情况\n单位：万元"
    assert document.text[table.caption_start :].startswith(table.caption)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["地区", "收入", "备注"],
        ["越秀", "1,234", "a\\|b"],
        ["合计", "1,290", "-"],
    ]
    assert [cell.header for cell in table.rows[1]] == [True, False, False]
    assert all(document.text[cell.start : cell.end] == cell.text for row in table.rows for cell in row)
    (section,) = document.sections
    assert document.text[section.start : section.end].startswith("| 地区")
    assert document.text[section.start : section.end].endswith("- |")


def test_a_table_at_the_edges_of_the_file_and_without_outer_pipes() -> None:
    document = markdown("地区 | 立案\n--- | ---\n越秀 | 12")
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.rows] == [["地区", "立案"], ["越秀", "12"]]


def test_a_table_too_large_stays_text_with_a_note() -> None:
    document = markdown("|a|b|\n|-|-|\n" + "|1|2|\n" * 50, Limits(cells=40))
    assert document.tables == ()
    assert document.notes
    assert document.text.count("|1|2|") == 50


def accepted(text: str) -> list[tuple[str, str, str]]:
    document = markdown(text)
    found = []
    for acceptance in document.acceptances:
        assert not document.text[acceptance.offset].isspace()
        start = document.text.rfind("\n", 0, acceptance.offset) + 1
        found.append((acceptance.check, acceptance.reason, document.text[start:].split("\n")[0]))
    return found


def test_an_accept_comment_is_about_its_paragraph() -> None:
    comment = "<!-- crossfoot: accept repeated-figure-differs 两个口径 -->"
    known = ("repeated-figure-differs", "两个口径")
    assert accepted(f"甲12宗。{comment}\n\n乙13宗。") == [(*known, "甲12宗。")]
    assert accepted(f"甲12宗。\n{comment}\n\n乙13宗。") == [(*known, "甲12宗。")]
    assert accepted(f"甲12宗。\n\n{comment}\n乙13宗。") == [(*known, "乙13宗。")]
    assert accepted(f"甲12宗。\n\n{comment}\n\n乙13宗。") == [(*known, "乙13宗。")]
    assert accepted(f"{comment}\n\n乙13宗。") == [(*known, "乙13宗。")]
    assert accepted(f"甲12宗。\n\n乙13宗。\n\n{comment}\n") == [(*known, "乙13宗。")]
    assert accepted("**甲**12宗<!--crossfoot:accept hedges-contradict\n 说明\n 如此-->。") == [
        ("hedges-contradict", "说明 如此", "甲12宗")
    ]
    assert accepted("甲12宗。<!-- crossfoot: accept -->") == []
    assert accepted("甲12宗。<!-- 别的 -->") == []


def test_a_comment_is_no_text() -> None:
    assert "99" not in markdown("甲12宗<!-- 99 -->。").text
