"""What a manifest supplies, and that a faulty one never costs an article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claims.readers import manifest, read
from tests.claims.readers.render import named, only

HEAD = "file,title,published,publisher,place,language\n"


def article(folder: Path, name: str = "a.txt") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("上半年立案12宗。", encoding="utf-8")
    return path


def test_the_manifest_beside_supplies_what_is_missing(tmp_path: Path) -> None:
    path = article(tmp_path)
    (tmp_path / "manifest.csv").write_text(HEAD + "a.txt,标题,2024-07-01,日报,440100,zh\n", encoding="utf-8")
    document = only(read(path))
    assert (document.title, document.published, document.publisher) == ("标题", date(2024, 7, 1), "日报")
    assert (document.place, document.language, document.notes) == ("440100", "zh", ())


def test_the_nearest_manifest_with_a_row_wins(tmp_path: Path) -> None:
    path = article(tmp_path / "b")
    (tmp_path / "manifest.csv").write_text(HEAD + "b/a.txt,远,,,,\n", encoding="utf-8")
    assert only(read(path)).title == "远"
    (tmp_path / "b" / "manifest.csv").write_text(HEAD + "other.txt,别的,,,,\n", encoding="utf-8")
    assert only(read(path)).title == "远"
    (tmp_path / "b" / "manifest.csv").write_text(HEAD + "a.txt,近,,,,\n", encoding="utf-8")
    assert only(read(path)).title == "近"


def test_what_the_file_says_itself_is_not_overruled(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": 7, "text": "立案12宗", "title": "自己的"}\n', encoding="utf-8")
    (tmp_path / "manifest.csv").write_text(HEAD + "a.jsonl,清单的,2024-07-01,日报,,\n", encoding="utf-8")
    document = only(read(path))
    assert (document.path, document.title, document.publisher) == (f"{path}#7", "自己的", "日报")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"name,title\na.txt,x\n",
        HEAD.encode() + b"a.txt,x,yesterday,,,\n",
        HEAD.encode() + b"a.txt,x,2024-02-31,,,\n",
        HEAD.encode() + "a.txt,下降5%,增长6%,2024-07-01,日报,,\n".encode(),
        b"\x00" * 50,
        b"%PDF-1.4",
    ],
    ids=named,
)
def test_a_faulty_manifest_is_named_and_the_article_is_read(tmp_path: Path, content: bytes) -> None:
    path = article(tmp_path)
    (tmp_path / "manifest.csv").write_bytes(content)
    document = only(read(path))
    assert document.text == "上半年立案12宗。"
    assert document.error is None
    assert "manifest.csv" in document.notes[0].zh
    assert "manifest.csv" in document.notes[0].en


def test_a_manifest_in_gbk_is_read(tmp_path: Path) -> None:
    path = article(tmp_path)
    (tmp_path / "manifest.csv").write_bytes(
        (HEAD + "a.txt,广州公安亮成绩单,2024年7月1日,羊城晚报,440100,zh\n").encode("gbk")
    )
    document = only(read(path))
    assert (document.title, document.published) == ("广州公安亮成绩单", date(2024, 7, 1))


def test_a_changed_manifest_is_read_anew(tmp_path: Path) -> None:
    path = article(tmp_path)
    (tmp_path / "manifest.csv").write_text(HEAD + "a.txt,旧,,,,\n", encoding="utf-8")
    assert only(read(path)).title == "旧"
    (tmp_path / "manifest.csv").write_text(HEAD + "a.txt,新标题,,,,\n", encoding="utf-8")
    assert only(read(path)).title == "新标题"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-07-15", date(2019, 7, 15)),
        ("2019/7/5", date(2019, 7, 5)),
        ("2019年7月15日 08:00", date(2019, 7, 15)),
        ("2019-07-15T08:00:00+08:00", date(2019, 7, 15)),
        ("20190715", date(2019, 7, 15)),
        ("15 July", None),
        ("2019-13-01", None),
        ("", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert manifest.parse_date(text) == day
