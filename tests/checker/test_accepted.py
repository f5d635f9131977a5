"""The list of accepted findings and the comments inside articles."""

from __future__ import annotations

import os
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.accepted import Entry, apply, entry_of, load, paragraph_at, written
from checker.errors import CannotDo
from claims.bilingual import Bilingual
from claims.document import Document, InlineAcceptance
from claims.interval import Interval
from expectations.finding import Finding, Location

TEXT = "头一段讲7323宗。\n\n后一段讲3274宗，前面讲3247宗。\n末段讲14亿元。\n"


def finding(id: str, start: int, check: str = "repeated-figure-differs") -> Finding:
    place = Location("a.md", start, start + 4, 1, start + 1, TEXT[start : start + 4], TEXT, 0)
    point = Interval.point(1)
    return Finding(id, check, "C01", "error", Bilingual("不同", "differ"), (), (place,), (), point, point, Fraction(1))


def test_a_listed_finding_is_marked_with_reason_and_name_and_others_are_not() -> None:
    applied = apply([finding("f1", 4), finding("f2", 15)], [Entry("f1", "已核实", "李", "2024-07-01")])
    assert [f.accepted and (f.accepted.reason, f.accepted.by) for f in applied.findings] == [("已核实", "李"), None]
    assert applied.stale == ()


def test_what_no_longer_occurs_is_stale() -> None:
    note = InlineAcceptance("rank-contradicts-values", "旧", 0)
    document = Document("a.md", TEXT, acceptances=(note,))
    applied = apply([finding("f1", 4)], [Entry("gone", "旧")], [document])
    assert applied.stale == ("gone", "a.md: rank-contradicts-values")


def test_only_what_the_run_could_have_found_is_stale() -> None:
    comment = InlineAcceptance("rank-contradicts-values", "旧", 0)
    read = [Document("a.md", TEXT, acceptances=(comment,)), Document("b.md", TEXT)]
    entries = [
        Entry("ran", "旧", check="unit-mismatch", document="a.md"),
        Entry("both", "旧", check="unit-mismatch", document="a.md, b.md"),
        Entry("not-run", "旧", check="impossible-value", document="a.md"),
        Entry("not-read", "旧", check="unit-mismatch", document="c.md"),
        Entry("half-read", "旧", check="unit-mismatch", document="a.md, c.md"),
    ]
    assert apply([], entries, read, {"unit-mismatch"}).stale == ("ran", "both")


@pytest.mark.parametrize(
    ("offset", "check", "accepted"),
    [
        (TEXT.index("后一段"), "repeated-figure-differs", True),
        (TEXT.index("\n\n") + 1, "repeated-figure-differs", True),  # the blank line before the paragraph
        (0, "repeated-figure-differs", False),
        (TEXT.index("末段"), "repeated-figure-differs", False),
        (TEXT.index("后一段"), "part-exceeds-whole", False),
    ],
)
def test_a_comment_accepts_the_findings_of_its_check_in_its_paragraph(offset: int, check: str, accepted: bool) -> None:
    document = Document("a.md", TEXT, acceptances=(InlineAcceptance(check, "口径不同", offset),))
    [marked] = apply([finding("f1", TEXT.index("3274"))], [], [document]).findings
    assert bool(marked.accepted) is accepted
    if marked.accepted:
        assert marked.accepted.reason == "口径不同"


def test_the_paragraph_of_an_offset_at_the_end_is_the_end() -> None:
    assert paragraph_at("甲\n\n", 3) == (3, 3)
    assert paragraph_at("", 0) == (0, 0)


def test_an_entry_names_what_a_person_needs_to_recognise() -> None:
    entry = entry_of(finding("f1", TEXT.index("3274")), "已核实", "李", "2024-07-01")
    assert (entry.check, entry.document, entry.quote) == ("repeated-figure-differs", "a.md", "3274")


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
entries = st.builds(Entry, words.filter(bool), words.filter(str.strip), words, words, words, words, words)


@given(st.lists(entries, unique_by=lambda entry: entry.id))
def test_the_file_gives_back_what_was_written_whatever_the_order(
    tmp_path_factory: pytest.TempPathFactory, listed: list[Entry]
) -> None:
    path = tmp_path_factory.mktemp("list") / "crossfoot.accepted.toml"
    path.write_text(written(listed), encoding="utf-8", newline="")
    assert set(load(path)) == set(listed)
    assert written(reversed(listed)) == written(listed)
    assert written(load(path)) == written(listed)


def test_adding_an_entry_changes_no_line_of_the_others() -> None:
    old = [Entry("f1", "甲", document="a.txt"), Entry("f3", "丙", document="c.txt")]
    before, after = written(old), written([*old, Entry("f2", "乙", document="b.txt")])
    block = '\n[[accepted]]\nid = "f2"\ndocument = "b.txt"\nreason = "乙"\n'
    assert after.replace(block, "") == before


def test_without_a_file_nothing_is_accepted(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == ()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("[[accepted]]\nid = 'f1'\n", "cannot be read"),
        ("[[accepted]]\nid = 'f1'\nreason = ' '\n", "has no reason"),
        ("[[accepted]]\nid = 'f1'\nreason = 'x'\nwhy = 'y'\n", "cannot be read"),
        ("accepted = 3\n", "cannot be read"),
        ("accepted = ['f1']\n", "cannot be read"),
        ("[[", "cannot be read"),
    ],
)
def test_a_faulty_list_is_refused_rather_than_half_read(tmp_path: Path, content: str, what: str) -> None:
    path = tmp_path / "crossfoot.accepted.toml"
    path.write_text(content)
    with pytest.raises(CannotDo) as refused:
        load(path)
    assert what in refused.value.problem.what.en


def test_the_list_is_toml_that_others_can_read() -> None:
    text = written([Entry("f1", '他说"可以"\\n', by="李")])
    assert tomllib.loads(text) == {"accepted": [{"id": "f1", "reason": '他说"可以"\\n', "by": "李"}]}


def test_a_list_that_is_a_pipe_or_device_is_said_to_be_one_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "list.toml")
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    for name in ("list.toml", "zero.toml"):
        with pytest.raises(CannotDo) as raised:
            load(tmp_path / name)
        assert "pipe or device" in raised.value.problem.what.en
