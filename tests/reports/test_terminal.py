"""The terminal report at three widths: nothing too wide, no figure split, words that a GBK console can show."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from rich.cells import cell_len
from rich.console import Console

from claims.bilingual import Bilingual
from claims.document import Mark
from expectations import wording
from reports import strings, summary
from reports.terminal import print_claims, print_report
from tests.reports.sample import empty, sample
from tests.reports.snapshot import same

WIDTHS = (60, 80, 120)
Print = Callable[[Console], None]


def shown(width: int, action: Print, **options: object) -> str:
    """What `action` prints on a console without styles."""
    console = Console(file=io.StringIO(), width=width, color_system=None, **options)  # type: ignore[arg-type]
    action(console)
    assert isinstance(console.file, io.StringIO)
    return "".join(line.rstrip() + "\n" for line in console.file.getvalue().splitlines())


def everything(language: str) -> Print:
    return lambda console: print_report(sample(), console, language, show_accepted=True, show_consistent=True)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_it_looks_as_it_was_found_right(width: int, language: str) -> None:
    same(f"terminal.{width}.{language}.txt", shown(width, everything(language)))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [*range(24, 60, 3), *WIDTHS])
def test_no_line_is_wider_than_the_console(width: int, language: str) -> None:
    for line in shown(width, everything(language)).splitlines():
        assert cell_len(line) <= width, line


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [*range(40, 60, 3), *WIDTHS])
def test_no_figure_leaves_its_unit(width: int, language: str) -> None:
    def findings(console: Console) -> None:
        print_report(sample(), console, language, show_accepted=True)

    claims = [claim for claim in sample().claims if claim.start >= 0]
    endless, told = shown(1000, findings), shown(width, findings)
    for claim in claims:
        figure = wording.figure(claim)
        assert told.count(figure) == endless.count(figure) > 0, figure
    if width > 45:
        assert shown(width, everything(language)).count("[4890.2, 4893.4]宗") == 1
    listed = shown(width, lambda console: print_claims(claims, console, language))
    assert all(wording.figure(claim) in listed for claim in claims)


@pytest.mark.parametrize("width", WIDTHS)
def test_underlines_stand_beneath_their_figures(width: int) -> None:
    report = sample()
    lines = shown(width, lambda console: print_report(report, console, "zh", show_accepted=True)).splitlines()
    underlined = []
    for above, below in pairwise(lines):
        for run in re.finditer(r"\^+", below):
            if set(below.strip()) <= {"^", " "}:
                underlined.append(_cells(above, run.start(), run.end()))
    assert sorted(underlined) == sorted(at.text for f in report.outcome.findings for at in f.locations)


def _cells(line: str, start: int, end: int) -> str:
    """The characters of `line` that stand in the cells from `start` to `end`."""
    at, cut = 0, ""
    for character in line:
        if start <= at < end:
            cut += character
        at += cell_len(character)
    return cut


def test_styles_follow_the_console() -> None:
    coloured = io.StringIO()
    print_report(sample(), Console(file=coloured, width=80, force_terminal=True, color_system="standard"), "zh")
    assert "\x1b[1;4;31m2750\x1b[0m" in coloured.getvalue()
    assert "^^^^" not in coloured.getvalue()
    assert "\x1b" not in shown(80, everything("zh"))


def test_no_color_leaves_the_underline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    output = io.StringIO()
    print_report(sample(), Console(file=output, width=80, force_terminal=True, color_system="standard"), "zh")
    assert "\x1b[1;4m2750\x1b[0m" in output.getvalue()
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", output.getvalue())


def test_a_gbk_console_gets_what_it_can_show() -> None:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding="gbk")
    print_report(sample(), Console(file=file, width=80, color_system=None), "zh", show_accepted=True)
    file.flush()
    told = raw.getvalue().decode("gbk")
    assert "(1 - 16.6%)" in told
    assert "?" not in told


def test_words_of_the_program_exist_in_gbk() -> None:
    names = ("MARKS", "SEVERITY", "STATUS", "SECTION", "KIND", "FIELD")
    words = [word for name in names for word in getattr(strings, name).values()]
    told = [w.zh + w.en if isinstance(w, Bilingual) else w for w in words]
    told += [strings.CONSISTENT, strings.NOT_COMPARABLE]
    told += [text for language in ("zh", "en") for line in summary.lines(sample(), language) for text in line]
    for text in told:
        assert text.encode("gbk").decode("gbk") == text


def test_the_summary_counts_what_the_report_holds() -> None:
    told = dict(summary.lines(sample(), "en"))
    assert told["documents"].startswith("2 read")
    assert told["documents"].endswith("1 unread")
    assert told["figures"].startswith("20 found: 3 cross-checked, 10 contradicted, 7 not compared")
    assert "2 consistent (1 of them by rounding), 7 inconsistent; – 5 not comparable" in told["comparisons"]
    assert told["findings"] == "● error 2  ▲ warning 2  ○ note 2; 1 accepted"
    assert "\n" not in summary.one_line(sample(), "zh")


def test_a_run_without_figures_still_says_what_was_read() -> None:
    told = shown(80, lambda console: print_report(empty(), console, "zh"))
    assert "已读 1 篇" in told
    assert "找到 0 个" in told


def test_a_long_sentence_is_cut_around_its_figures() -> None:
    report = sample()
    finding = report.outcome.findings[0]
    at = finding.locations[0]
    words = "很长的话" * 60
    long = replace(at, sentence=words + at.text + "封" + words, sentence_start=at.start - len(words))
    changed = replace(report.outcome, findings=(replace(finding, locations=(long, finding.locations[1])),))
    told = shown(80, lambda console: print_report(replace(report, outcome=changed), console, "zh"))
    assert "3135封" in told
    assert told.count("很长的话") < 30
    assert "…" in told


def test_the_page_of_a_scanned_original_is_named() -> None:
    report = sample()
    marks = (Mark(0, "page", "1"), Mark(60, "page", "2"))
    documents = (replace(report.documents[0], marks=marks), *report.documents[1:])
    told = shown(80, lambda console: print_report(replace(report, documents=documents), console, "zh"))
    assert "five-years.txt:1:8  第1页" in told
    assert "five-years.txt:3:11  第2页" in told
