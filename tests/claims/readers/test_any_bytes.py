"""Any bytes under any name: documents whose offsets hold, or one clear sentence; never an exception, never long."""

from __future__ import annotations

import gzip
import io
import json
import tempfile
from pathlib import Path

import pyarrow
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from claims.document import Document
from claims.readers import SUFFIXES, Limits, read, read_standard_input
from tests.claims.readers.render import to_docx, to_html, to_pdf

LIMITS = Limits(characters=50_000, file_bytes=2_000_000, unpacked_bytes=2_000_000, skipped_bytes=2_000_000, cells=2_000)
TEXT = "立案下降16.6%\n上半年全市立案1.2万宗，单位：万元。\n"


def seeds() -> dict[str, bytes]:
    """One sound file of each kind, to be damaged."""
    rows = [{"id": n, "text": f"立案{n}宗，同比下降5%", "published": "2024-07-01"} for n in range(3)]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), out)
    page = (
        to_html(TEXT * 6, "标题")
        + b"<table><tr><th>a</th><td rowspan=2 colspan=3>1</td></tr><tr><td>2</td></tr></table>"
    )
    table = "\n单位：宗\n\n| a | b |\n|---|---|\n| 1 | **2** |\n<!-- crossfoot: accept a-b c -->\n"
    return {
        ".txt": TEXT.encode("gbk"),
        ".md": ("---\ntitle: x\n---\n# " + TEXT + table).encode(),
        ".html": page,
        ".htm": page,
        ".pdf": to_pdf(TEXT * 3),
        ".docx": to_docx(TEXT, "标题"),
        ".jsonl": lines,
        ".jsonl.gz": gzip.compress(lines),
        ".csv": 'id,text\n1,"立案12宗"\n2,下降5%\n'.encode(),
        ".parquet": out.getvalue(),
    }


SEEDS = seeds()
FRAGMENTS = st.sampled_from(
    [b"\0", b"\xff\xfe", b"\xed\xa0\x80", b'"', b"<!--", b"-->", b"<table>", b"<tr><td colspan=9999>", b"|", b"|-|-|\n",
     b"\x1b[31m", b"\n", b"\r", b"---\n", "\u202e".encode(), b"&#xd800;", b"<sup>", b"*", b"_", b"`", b"[", b"](", b"{",
     b"9" * 400, b"\\ud800", "合计，".encode("gbk"), b"<a>", b"<script>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>&a;"]
)  # fmt: skip


def sound(document: Document) -> None:
    """What must hold of every document, readable or not."""
    document.text.encode("utf-8")
    document.path.encode("utf-8")
    if document.error:
        assert document.text == ""
        assert document.error.zh
        assert document.error.en
        return
    assert document.text.strip()
    assert len(document.text) <= LIMITS.characters
    for section in document.sections:
        assert 0 <= section.start <= section.end <= len(document.text)
    for table in document.tables:
        assert len({len(row) for row in table.rows}) == 1
        assert table.caption_start < 0 or document.text[table.caption_start :].startswith(table.caption)
        for cell in (cell for row in table.rows for cell in row):
            assert document.text[cell.start : cell.end] == cell.text
    for mark in document.marks:
        assert 0 <= mark.offset <= len(document.text)
    for acceptance in document.acceptances:
        assert 0 <= acceptance.offset < len(document.text)


def check(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        documents = list(read(path, limits=LIMITS))
    assert documents
    for document in documents:
        sound(document)


few = settings(deadline=3000, max_examples=60, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("suffix", SUFFIXES)
@few
@given(data=st.binary(max_size=400))
def test_any_bytes_under_any_suffix(suffix: str, data: bytes) -> None:
    check(data, suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
@few
@given(
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), FRAGMENTS | st.binary(max_size=8)), min_size=1, max_size=6
    )
)
def test_sound_files_that_were_damaged(suffix: str, edits: list[tuple[float, int, bytes]]) -> None:
    data = SEEDS[suffix]
    for where, removed, put in edits:
        at = int(where * len(data))
        data = data[:at] + put + data[at + removed :]
    check(data, suffix)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".csv", ".jsonl"])
@few
@given(
    pieces=st.lists(
        FRAGMENTS | st.text(max_size=6).map(lambda text: text.encode("utf-8", "surrogatepass")), max_size=40
    )
)
def test_marks_of_every_format_in_any_order(suffix: str, pieces: list[bytes]) -> None:
    check(b"".join(pieces), suffix)


@few
@given(
    data=st.binary(max_size=300)
    | st.sampled_from(list(SEEDS.values())).flatmap(lambda d: st.integers(0, len(d)).map(lambda n: d[:n]))
)
def test_any_standard_input(data: bytes) -> None:
    documents = list(read_standard_input(io.BytesIO(data), limits=LIMITS))
    assert documents
    for document in documents:
        sound(document)
