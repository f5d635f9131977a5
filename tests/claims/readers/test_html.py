"""Web pages: the article and its figures are kept, the furniture is not, and nothing is executed or expanded."""

from __future__ import annotations

import socket
from datetime import date

import pytest

from claims.document import Document
from claims.readers.html import read_html
from claims.readers.limits import DEFAULT, Limits
from tests.claims.readers.render import to_html, without_spaces

LONG = (
    "上半年，全市共接报案件类警情1.2万宗，同比下降13.5%，其中盗窃类0.4万宗，占比三成多，治安形势持续向好，群众更满意。"
)
TABLE = """<table><caption>单位：万元</caption>
<thead><tr><th rowspan="2">地区</th><th colspan=2>上半年</th></tr><tr><th>收入</th><th>支出</th></tr></thead>
<tr><td>越秀</td><td>1,234</td><td>56<sup>[1]</sup></td></tr><tr><td>合计</td><td>1,290</td><td>-</td></tr></table>"""


def page(body: str, head: str = "") -> Document:
    source = f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return read_html(source.encode(), "a.html", DEFAULT)


def test_article_title_date_and_publisher_without_furniture() -> None:
    text = "\n".join([LONG, "民警共抓获320人。", LONG.replace("1.2", "1.3"), "结尾一句，5宗。"])
    document = read_html(to_html(text, "警情下降13.5%"), "a.html", DEFAULT)
    assert without_spaces(document.text) == without_spaces("警情下降13.5%" + text)
    assert (document.title, document.published, document.publisher) == (
        "警情下降13.5%",
        date(2024, 7, 29),
        "本地新闻网",
    )
    assert (document.sections[0].kind, document.sections[0].end) == ("headline", 9)


def test_captions_tables_and_headings_between_paragraphs_are_kept_in_order() -> None:
    document = page(
        f"<h1>警情下降</h1><article><p>{LONG}</p><figure><img src=http://a.b/c.png><figcaption>图一：12345宗</figcaption></figure>"
        f"<h2>小标题</h2>{TABLE}<ul><li>项目 12 个</li></ul><p>{LONG.replace('1.2', '3.4')}</p></article>"
    )
    order = [
        document.text.index(word) for word in ("警情下降", "1.2万", "图一", "小标题", "单位", "越秀", "项目", "3.4万")
    ]
    assert order == sorted(order)
    kinds = {section.kind: document.text[section.start : section.end] for section in document.sections}
    assert kinds["headline"] == "警情下降"
    assert kinds["table"].startswith("地区\t上半年\n收入\t支出\n越秀\t1,234\t56\n")


def test_a_table_repeats_spanned_cells_and_knows_its_headers() -> None:
    document = page(f"<p>{LONG}</p>{TABLE}<p>{LONG}</p>")
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["地区", "上半年", "上半年"],
        ["地区", "收入", "支出"],
        ["越秀", "1,234", "56"],
        ["合计", "1,290", "-"],
    ]
    assert table.rows[0][0] == table.rows[1][0]
    assert table.rows[0][1] == table.rows[0][2]
    assert all(document.text[cell.start : cell.end] == cell.text for row in table.rows for cell in row)
    assert [cell.header for row in table.rows for cell in row].count(True) == 8
    assert table.caption == "单位：万元"
    assert document.text[table.caption_start :].startswith(table.caption)


def test_a_layout_table_is_read_as_paragraphs() -> None:
    document = page(f"<table><tr><td><p>{LONG}</p><p>民警抓获320人。</p></td></tr></table>")
    assert document.tables == ()
    assert document.text.split("\n\n") == [LONG, "民警抓获320人。"]


def test_short_pages_are_read_whole_without_menus() -> None:
    assert page("<nav>首页 99</nav><p>立案12宗。</p><footer>备案 88 号</footer>").text == "立案12宗。"


def test_unseen_content_is_not_read() -> None:
    document = page(
        "<p>立案12宗<script>var a = 99;</script><span style='display: none'>98</span><!-- 97 --></p><p hidden>96</p>"
    )
    assert document.text == "立案12宗"


def test_spaces_breaks_and_raised_figures() -> None:
    document = page(
        "<p>立案\n  12 宗，<br>占\n30 %。</p><p>面积5km<sup>2</sup>，投入56<sup>1</sup>万元<sup>［2］</sup>，"
        "约10<sup>4</sup>人&nbsp;次</p>"
    )
    assert document.text == "立案 12 宗，\n占 30 %。\n\n面积5km2，投入56万元，约10^4人\xa0次"
    assert page("<p>全市\n立案</p>").text == "全市立案"


def test_accept_comments_name_the_paragraph_they_stand_in_or_before() -> None:
    comment = "<!-- crossfoot: accept hedges-contradict 已核 -->"
    document = page(f"<p>甲12宗，{comment}乙13宗。</p>{comment}<p>丙14宗。</p><p>丁15宗。</p>{comment}")
    at = [document.text[acceptance.offset :][:3] for acceptance in document.acceptances]
    assert at == ["乙13", "丙14", "。"]
    assert {(acceptance.check, acceptance.reason) for acceptance in document.acceptances} == {
        ("hedges-contradict", "已核")
    }
    assert "crossfoot" not in document.text


@pytest.mark.parametrize(("charset", "codec"), [("gb2312", "gbk"), ("big5", "big5"), ("shift_jis", "shift_jis")])
def test_the_declared_charset_is_used(charset: str, codec: str) -> None:
    source = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><p>事件 12 件</p>'
    )
    assert read_html(source.encode(codec), "a.html", DEFAULT).text == "事件 12 件"


def test_nothing_is_fetched_and_no_entity_is_expanded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the reader went to the network")

    monkeypatch.setattr(socket, "socket", refuse)
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd"><!ENTITY c "&a;&a;&a;">]>'
    source = f"{bomb}<html><head><link href=http://a.b/c.css></head><body><p>{LONG}&c;&b;</p><img src=http://a.b/c.png></body>"
    text = read_html(source.encode(), "a.html", DEFAULT).text
    assert "haha" not in text
    assert "root:" not in text


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<sup>", "<a href=x>"])
def test_deep_nesting_is_read_in_bounded_time(opening: str) -> None:
    source = opening * 20_000 + "立案12宗"
    assert read_html(source.encode(), "a.html", DEFAULT).text == "立案12宗"


def test_spans_beyond_all_measure_leave_text() -> None:
    document = read_html(
        (
            f"<p>{LONG}</p><table>" + "<tr><td rowspan=65000 colspan=1000>1</td><td>2</td></tr>" * 60 + "</table>"
        ).encode(),
        "a.html",
        Limits(cells=10_000),
    )
    assert document.tables == ()
    assert document.notes
    assert document.text.count("1\t2") == 60
