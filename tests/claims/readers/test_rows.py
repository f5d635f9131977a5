"""Articles in the rows of JSON lines, CSV and Parquet."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from claims.document import Document
from claims.readers import read, what_is
from claims.readers.limits import Limits
from tests.claims.readers.render import only

ROWS: list[dict[str, Any]] = [
    {"id": "a1", "text": "立案12宗，\n同比下降5%。\n", "title": "一", "published": "2024-07-01", "place": "440100"},
    {"id": "a2", "text": " 首尾空格 12 宗 ", "title": "二", "published": "2024/7/2", "publisher": "日报"},
]


def jsonl(rows: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def as_csv(rows: list[dict[str, Any]]) -> str:
    names = ["id", "text", "title", "published", "place", "publisher"]
    lines = [",".join('"' + str(row.get(name, "")).replace('"', '""') + '"' for name in names) for row in rows]
    return "\n".join([",".join(names), *lines, ""])


def write(folder: Path, suffix: str) -> Path:
    path = folder / f"a{suffix}"
    if suffix == ".parquet":
        names = ("id", "text", "title", "published", "place", "publisher")
        parquet.write_table(pyarrow.table({name: [row.get(name) for row in ROWS] for name in names}), path)
    elif suffix == ".csv":
        path.write_text(as_csv(ROWS), encoding="utf-8", newline="")
    else:
        path.write_bytes(gzip.compress(jsonl(ROWS)) if suffix.endswith("gz") else jsonl(ROWS))
    return path


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz", ".csv", ".parquet"])
def test_one_article_a_row_with_its_text_as_stored(tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path, suffix)
    assert what_is(path) == "articles"
    first, second = read(path)
    assert (first.path, second.path) == (f"{path}#a1", f"{path}#a2")
    assert (first.text, second.text) == (ROWS[0]["text"], ROWS[1]["text"])
    assert (first.title, first.published, first.place) == ("一", date(2024, 7, 1), "440100")
    assert (second.published, second.publisher) == (date(2024, 7, 2), "日报")


def errors(documents: list[Document]) -> list[bool]:
    return [document.error is not None for document in documents]


def test_bad_lines_are_named_and_the_others_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = jsonl(ROWS[:1])
    deep = b'{"text": ' + b"[" * 100_000 + b"\n"
    path.write_bytes(good + b"nonsense\n[1]\n{}\n" + b'{"text": 5}\n{"text": " "}\n' + deep + jsonl(ROWS[1:]))
    documents = list(read(path))
    assert errors(documents) == [False, True, True, True, True, True, True, False]
    assert documents[1].path == f"{path}#2"
    assert "2" in documents[1].error.en  # type: ignore[union-attr]


def test_rows_without_id_count_and_no_name_stands_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        jsonl(
            [
                {"text": "立案1宗"},
                {"id": 1, "text": "立案2宗"},
                {"id": "x", "text": "立案3宗"},
                {"id": "x", "text": "立案4宗"},
            ]
        )
    )
    names = [document.path.split("#")[1] for document in read(path)]
    assert names == ["1", "1@2", "x", "x@4"]


def test_a_truncated_archive_gives_the_articles_before_the_break(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    whole = gzip.compress(jsonl([{"id": n, "text": f"立案{n * 7919 % 1000}宗"} for n in range(2000)]))
    path.write_bytes(whole[: len(whole) // 2])
    documents = list(read(path))
    assert len(documents) > 100
    assert documents[-1].error is not None
    assert not any(errors(documents[:-1]))


def test_lone_surrogates_become_replacement_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": "\\ud83d", "text": "12\\ud83d cases, \\ud83d\\ude00 5%"}\n')
    document = only(read(path))
    assert document.text == "12\ufffd cases, 😀 5%"
    assert document.path.endswith("#\ufffd")


def test_a_bad_date_is_noted_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(jsonl([{"id": 1, "text": "立案12宗", "published": "上周"}]))
    document = only(read(path))
    assert document.published is None
    assert "上周" in document.notes[0].zh


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_spreadsheets_in_any_encoding_and_separator(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "a.csv"
    text = (
        as_csv(ROWS)
        .replace('","', f'"{separator}"')
        .replace(
            "id,text,title,published,place,publisher",
            separator.join(("id", "text", "title", "published", "place", "publisher")),
        )
    )
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    first, second = read(path)
    assert "".join(first.text.split()) == "".join(ROWS[0]["text"].split())
    assert (first.title, second.publisher) == ("一", "日报")


def test_chinese_that_begins_late_in_a_gbk_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,text\n" + b"1,plain 12\n" * 20_000 + "2,立案12宗，同比下降5%\n".encode("gbk"))
    *_, last = read(path)
    assert last.text == "立案12宗，同比下降5%"
    assert last.encoding == "gb18030"


def test_an_endless_quote_does_not_cost_the_rows_after_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'id,text\n1,"' + b"x" * 3000 + b"\n2,rose 5% to 12\n")
    documents = list(read(path, limits=Limits(characters=1000)))
    assert documents[-1].text.endswith("12")
    assert documents[0].error is not None


def test_a_line_beyond_the_limit_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"1" * 50_000 + b'"}\n' + jsonl(ROWS[:1]))
    documents = list(read(path, limits=Limits(characters=1000)))
    assert errors(documents) == [True, False]


def test_one_value_repeated_in_parquet_is_read_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"text": ["立案12宗" * 1000] * 5000}), path)
    assert sum(1 for document in read(path) if document.error is None) == 5000


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet", ".csv"])
def test_rows_without_text_are_a_statistical_table(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    rows = [{"地区": "越秀", "立案": "12"}, {"地区": "合计", "立案": "30"}]
    if suffix == ".parquet":
        parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    elif suffix == ".csv":
        path.write_text("地区,立案\n越秀,12\n合计,30\n", encoding="utf-8")
    else:
        path.write_bytes(jsonl(rows))
    document = only(read(path))
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.rows] == [["地区", "立案"], ["越秀", "12"], ["合计", "30"]]
    assert all(document.text[cell.start : cell.end] == cell.text for row in table.rows for cell in row)
    assert [[cell.header for cell in row] for row in table.rows] == [[True, True], [True, False], [True, False]]
