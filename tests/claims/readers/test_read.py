"""The one entry: text as stored, names as given, and one clear sentence for each document that cannot be read."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import claims
from claims.document import Document
from claims.readers import CLAIM_TABLE, Limits, read, read_standard_input, what_is
from tests.claims.readers.render import SHARED, only, to_docx, to_html, to_pdf

TEXT = "立案下降16.6%，破案率上升\n\n上半年全市刑事立案2.2万宗。\n"


def test_the_text_is_the_stored_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\n\n " + TEXT.replace("\n", "\r\n").encode() + b"\r\n  ")
    document = only(read(path))
    assert document.text == path.read_text(encoding="utf-8")
    assert document.path == str(path)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference articles are not beside the checkout")
def test_the_reference_articles_are_read_as_python_reads_them() -> None:
    paths = [*SHARED.glob("articles/*.txt"), *SHARED.glob("relations/*.txt")]
    assert len(paths) > 50
    for path in paths:
        assert only(claims.read(path)).text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TEXT, "立案下降16.6%，破案率上升"),
        ("全市立案12宗。\n又一段。", ""),
        ("只有一行", ""),
        ("\n\n■制图\n正文立案12宗。", ""),
        ("Crime falls 5% in the city\nIt recorded 12 cases.", "Crime falls 5% in the city"),
        ("The city recorded 12 cases.\nMore follows.", ""),
        ("一" * 80 + "\n正文", ""),
    ],
)
def test_a_headline_is_the_first_short_line_that_is_no_sentence(tmp_path: Path, text: str, title: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert only(read(path)).title == title


def refused(document: Document, words: str) -> None:
    assert document.text == ""
    assert document.error is not None
    assert words in document.error.en
    assert document.error.zh.endswith("。")


def test_what_the_system_refuses_is_said(tmp_path: Path) -> None:
    refused(only(read(tmp_path / "none.txt")), "No such file")
    refused(only(read(tmp_path / "a\0.txt")), "not valid")
    (tmp_path / "folder.txt").mkdir()
    refused(only(read(tmp_path / "folder.txt")), "folder")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    refused(only(read(tmp_path / "loop.txt")), "loop")
    os.mkfifo(tmp_path / "pipe.txt")
    refused(only(read(tmp_path / "pipe.txt")), "regular")
    refused(only(read(tmp_path / ("n" * 300 + ".txt"))), "too long")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    refused(only(read(path)), "Permission")


@pytest.mark.parametrize("name", ["a.doc", "a.xlsx", "a", ".txt.bak"])
def test_other_kinds_of_files_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"x")
    assert only(read(path)).error is not None


@pytest.mark.parametrize(
    "name", ["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.jsonl", "a.jsonl.gz", "a.csv", "a.parquet"]
)
def test_an_empty_file_of_any_kind_is_one_error(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"")
    assert only(read(path)).error is not None


def test_file_names_with_newlines_and_without_encoding(tmp_path: Path) -> None:
    path = tmp_path / "第一行\n第二行.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert only(read(path)).path == str(path)
    strange = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    strange.write_text(TEXT, encoding="utf-8")
    document = only(read(strange))
    assert document.path.encode().endswith(b"/\\xff.txt")
    assert document.text == TEXT


def test_capital_suffixes(tmp_path: Path) -> None:
    path = tmp_path / "A.TXT"
    path.write_text(TEXT, encoding="utf-8")
    assert only(read(path)).text == TEXT


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        (TEXT.encode(), "-", "立案下降"),
        (TEXT.encode("gbk"), "-", "立案下降"),
        (b'{"id": "n1", "text": "\xe7\xab\x8b\xe6\xa1\x8812\xe5\xae\x97"}\n', "-#n1", "立案12宗"),
        (gzip.compress('{"id": "n1", "text": "立案12宗"}\n'.encode()), "-#n1", "立案12宗"),
        (to_html("立案12宗。", "标题"), "-", "立案12宗"),
        (to_docx("立案12宗。", "标题"), "-", "立案12宗"),
        (to_pdf("立案12宗。"), "-", "立案12宗"),
    ],
    ids=["text", "gbk", "jsonl", "gz", "html", "docx", "pdf"],
)
def test_standard_input_is_read_as_what_it_is(data: bytes, path: str, words: str) -> None:
    document = only(read_standard_input(io.BytesIO(data)))
    assert document.error is None
    assert document.path == path
    assert words in document.text


def test_standard_input_without_anything() -> None:
    assert only(read_standard_input(io.BytesIO(b""))).error is not None


def test_what_a_table_file_is(tmp_path: Path) -> None:
    files = {
        "articles": "id,text\n1,立案12宗\n",
        "claims": "document,value,measure\na,12,立案数\n",
        "table": "地区,立案\n越秀,12\n",
    }
    for kind, content in files.items():
        path = tmp_path / f"{kind}.csv"
        path.write_text(content, encoding="utf-8")
        assert what_is(path) == kind
    assert what_is("a.txt") == "document"
    assert only(read(tmp_path / "claims.csv")).error is CLAIM_TABLE
    assert only(read(tmp_path / "claims.csv", kind="table")).tables
    assert only(read(tmp_path / "articles.csv", kind="table")).tables


def test_hidden_characters_stay_and_are_noted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("立案\u202e12\u202c宗\x1b[31m\0。", encoding="utf-8")
    document = only(read(path))
    assert document.text == path.read_text(encoding="utf-8")
    assert "4" in document.notes[0].en


def test_reading_loads_no_heavy_library() -> None:
    heavy = "pandas lxml docx pypdfium2 pyarrow trafilatura charset_normalizer"
    code = f"import claims.readers, sys; print([m for m in '{heavy}'.split() if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("piece", ["9元", "五人、", "2023年8月1日，", "3,456.7万元\n"])
def test_an_article_of_too_many_numbers_is_refused_and_the_next_is_read(tmp_path: Path, piece: str) -> None:
    (tmp_path / "a.jsonl").write_text(
        "".join(json.dumps({"id": n, "text": piece * times}) + "\n" for n, times in enumerate((50, 101, 20))),
        encoding="utf-8",
    )
    limits = Limits(numbers=100 * len(re.findall(r"[\d,.]+|五", piece)))
    first, second, third = read(tmp_path / "a.jsonl", limits=limits)
    assert first.error is None
    assert third.error is None
    refused(second, "too many numbers")
