"""Tables of every format come out as the same grid."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.document import Cell, Document
from claims.readers import read
from claims.readers.tables import RawCell, caption_start, is_figure, laid_out, with_headers
from tests.claims.readers.render import only

GRID = [
    ["地区", "2023年", "2024年", "备注"],
    ["越秀区", "1,234", "1,300.5", "…"],
    ["天河区", "-", "78%", ""],
    ["合计", "1,312", "1,378.5", "注1"],
]


def as_html() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in GRID)
    return f"<p>表1 各区收入（单位：万元）</p><table>{rows}</table>".encode()


def as_markdown() -> bytes:
    head, *body = ["| " + " | ".join(row) + " |" for row in GRID]
    return "\n".join(["表1 各区收入（单位：万元）", "", head, "|---|---|---|---|", *body]).encode()


def as_csv() -> bytes:
    quoted = [",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in GRID]
    return "\r\n".join(["表1 各区收入（单位：万元）,,,", *quoted]).encode("gbk")


def as_docx() -> bytes:
    made = docx.Document()
    made.add_paragraph("表1 各区收入（单位：万元）")
    table = made.add_table(rows=len(GRID), cols=4)
    for row, cells in enumerate(GRID):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


MADE = {"a.html": as_html(), "a.md": as_markdown(), "a.csv": as_csv(), "a.docx": as_docx()}


@pytest.fixture(params=MADE, ids=str)
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Document:
    path = tmp_path / request.param
    path.write_bytes(MADE[request.param])
    return only(read(path))  # type: ignore[no-any-return]


def test_the_grid_is_the_same_in_every_format(document: Document) -> None:
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.rows] == GRID
    assert all(document.text[cell.start : cell.end] == cell.text for row in table.rows for cell in row)
    starts = [cell.start for row in table.rows for cell in row]
    assert starts == sorted(starts)


def test_heads_and_labels_are_headers_and_figures_are_not(document: Document) -> None:
    (table,) = document.tables
    assert [cell.header for cell in table.rows[0]] == [True] * 4
    for row in table.rows[1:]:
        assert [cell.header for cell in row[:3]] == [True, False, False]


def test_the_caption_and_the_table_have_their_sections(document: Document) -> None:
    (table,) = document.tables
    assert table.caption.rstrip(",") == "表1 各区收入（单位：万元）"
    assert document.text[table.caption_start :].startswith(table.caption)
    (section,) = [section for section in document.sections if section.kind == "table"]
    assert section.start <= table.rows[0][0].start
    assert table.rows[-1][-1].end <= section.end


@pytest.mark.parametrize("text", ["12", "-3.5", "1,234.50", "78%", "(45)", "3.2亿元", "5*", "￥12", "1 234"])
def test_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["", "-", "—", "…", "地区", "注1", "第3季度", "A12", "1月至6月"])
def test_labels_and_placeholders(text: str) -> None:
    assert not is_figure(text)


def headers(rows: list[list[str]]) -> list[list[int]]:
    grid = tuple(tuple(Cell(text, 0, 0) for text in row) for row in rows)
    return [[int(cell.header) for cell in row] for row in with_headers(grid)]


def test_years_and_serial_numbers_are_labels() -> None:
    assert headers([["年份", "立案"], ["2023", "12"], ["2024", "15"]]) == [[1, 1], [1, 0], [1, 0]]
    assert headers([["序号", "地区", "立案"], ["1", "越秀", "12"], ["2", "天河", "15"]])[1] == [1, 1, 0]
    assert headers([["", "2023", "2024"], ["立案", "12", "15"]]) == [[1, 1, 1], [1, 0, 0]]
    assert headers([["地区", "类别", "立案"], ["越秀", "盗窃", "12"]])[1] == [1, 1, 0]


@pytest.mark.parametrize(
    ("before", "caption"),
    [
        ("正文一段。\n\n表3 各区收入\n", "表3 各区收入"),
        ("正文一段。\n\n各区收入\n单位：万元\n\n", "各区收入\n单位：万元"),
        ("正文一段。\n单位：宗\n", "单位：宗"),
        ("正文一段。\n", ""),
        ("", ""),
    ],
)
def test_captions_before_a_table(before: str, caption: str) -> None:
    start = caption_start(before)
    assert (before[start:].rstrip() if start >= 0 else "") == caption


@given(st.lists(st.lists(st.tuples(st.integers(0, 70000), st.integers(0, 1200)), max_size=5), max_size=6))
def test_any_spans_give_equal_rows_or_none(spans: list[list[tuple[int, int]]]) -> None:
    rows = [[RawCell("1", False, down, right) for down, right in row] for row in spans]
    placed = [[Cell("1", 0, 1) for _ in row] for row in rows]
    grid = laid_out(rows, placed, 3000)
    if grid:
        assert len(grid) == len(rows)
        assert len({len(row) for row in grid}) == 1
        assert sum(len(row) for row in grid) <= 3000
