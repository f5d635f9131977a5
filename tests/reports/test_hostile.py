"""Whatever an article holds, every format stays well-formed and steers neither a terminal nor a sheet nor a page."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claims.bilingual import Bilingual
from expectations.finding import Acceptance
from reports import CLAIM_FORMATS, FORMATS
from reports.report import CheckNote, Problem, RefusedRow, Report
from reports.safe import cell, clean
from tests.reports.sample import sample

MINE = [name for name in FORMATS if name != "html"]
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff]")
NASTY = (
    "\x1b[2J\x1b]0;title\x07", "\u202e%0A::error::x", "=HYPERLINK(1)", "<script>alert(1)</script>", "]]>", "]]>&<!--",
    "| a | b |", "`" * 7, "@someone #1 http://a.example", "\ud800", "\r\n::stop-commands::x", "\ufffe\uffff\x00",
    "\x9b31m", "-- \n# x", "\t=1+1", "</details>", "![x](y)", "{{7*7}}", "\\", "\u2028", "[bold]x[/bold] :smile:",
    "\u2028-- \n# x", "  \r\n::stop-commands::x",
)  # fmt: skip
everywhere = st.characters(exclude_categories=()) | st.sampled_from(
    "\x1b\x9b\x07\u202e\u2066\ud800\udfff|<>&`*_=+-@%:,\r\n\t\x00"
)
hostile = st.lists(st.sampled_from(NASTY) | st.text(everywhere, max_size=12), max_size=4).map("".join)


def tainted(words: str) -> Report:
    """The sample with `words` in every place that an article, a table or a file name can reach."""
    report = sample()
    both = Bilingual(words, words)
    locations = {c.claim_id: words for c in report.claims}
    findings = tuple(
        replace(
            finding,
            message=both,
            arithmetic=(both, both),
            explanations=(both,),
            unit=words,
            locations=tuple(
                replace(at, document=words, text=words, sentence=words + at.text) for at in finding.locations
            ),
            accepted=finding.accepted and Acceptance(words, words, words),
        )
        for finding in report.outcome.findings
    )
    agreements = tuple(replace(held, arithmetic=(both,)) for held in report.outcome.agreements)
    outcome = replace(report.outcome, findings=findings, agreements=agreements, unchecked=locations)
    return replace(
        report,
        documents=tuple(replace(d, path=words, title=words, error=d.error and both) for d in report.documents[1:]),
        claims=tuple(
            replace(c, document=words, text=words, sentence=words, measure=words, unit=words, place_name=words)
            for c in report.claims
        ),
        outcome=replace(outcome, not_comparable={words: 1}),
        problems=(Problem(words, both, both),),
        refused_rows=(RefusedRow(words, 1, words, words, both),),
        stale_acceptances=(words,),
        settings={words: words},
        checks=tuple(CheckNote(note.name, note.code, both, both) for note in report.checks),
    )


def check(name: str, told: str, report: Report) -> None:
    """Assert that `told` is well-formed and harmless output of the format."""
    told.encode("utf-8")
    assert not UNSAFE.search(told)
    shown = [finding for finding in report.outcome.findings if finding.accepted is None]
    if name in ("json", "sarif"):
        json.loads(told)
    elif name == "jsonl":
        assert len([json.loads(line) for line in told.split("\n")[:-1]]) == len(report.outcome.findings)
    elif name == "csv":
        check_sheet(told, len(report.outcome.findings))
    elif name == "junit":
        ElementTree.fromstring(told)
    elif name == "concise":
        assert told.count("\n") == len(shown)
    elif name == "github":
        assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in told.split("\n")[:-1])
        assert told.count("\n") == len(shown) + len(report.problems)
    elif name == "markdown":
        check_markdown(told, len(shown))


def check_sheet(told: str, rows: int) -> None:
    table = list(csv.reader(io.StringIO(told, newline="")))
    assert len(table) == rows + 1
    assert {len(row) for row in table} == {len(table[0])}
    for value in (value for row in table for value in row):
        assert not re.match(r"\s*[=+@\t\r]|\s*-(?![0-9.]+$)", value), value


def check_markdown(told: str, findings: int) -> None:
    assert len(told) <= 65_536
    unfenced = re.sub(r"(?ms)^(`{3,})text\n.*?\n\1$", "", told)
    whole = not re.search(r"(?m)^(?:还有 \d+ 条没有|\d+ more are )", told)  # else it was too long to tell everything
    assert unfenced.count("<details>") == unfenced.count("</details>")
    assert unfenced.count("<details>") == findings or not whole
    tags = set(re.findall(r"<[^>\n]*>", unfenced))
    assert tags <= {"<details>", "</details>", "<summary>", "</summary>", "<b>", "</b>", "<br>", "<sub>", "</sub>"}
    tokens = [
        token
        for block in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(told)
        for token in [block, *(block.children or [])]
    ]
    kinds = {token.type for token in tokens}
    assert not kinds & {"link_open", "image", "em_open", "strong_open", "code_inline", "hr", "code_block", "s_open"}
    assert sum(token.type == "heading_open" for token in tokens) == 1
    assert sum(token.type == "tr_open" for token in tokens) == (findings + 1 if findings else 0) or not whole


@pytest.mark.parametrize("words", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("name", MINE)
def test_known_attacks(name: str, words: str) -> None:
    report = tainted(words)
    check(name, FORMATS[name](report, "zh"), report)


@pytest.mark.parametrize("name", MINE)
@settings(max_examples=30)
@given(words=hostile)
def test_any_words(name: str, words: str) -> None:
    report = tainted(words)
    check(name, FORMATS[name](report, "en", show_consistent=True), report)


@settings(max_examples=30)
@given(words=hostile)
def test_any_words_in_the_claim_table(words: str) -> None:
    report = tainted(words)
    for name, renderer in CLAIM_FORMATS.items():
        told = renderer(report.claims, {}, "zh")
        if isinstance(told, bytes):
            continue
        told.encode("utf-8")
        assert not UNSAFE.search(told)
        if name == "jsonl":
            assert len([json.loads(line) for line in told.split("\n")[:-1]]) == len(report.claims)
        elif name == "json":
            json.loads(told)
        elif name == "csv":
            check_sheet(told, len(report.claims))


@given(st.text(everywhere))
def test_cleaning_keeps_places(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert not UNSAFE.search(clean(text))


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "  =1", "＝1"])
def test_formulas_are_disarmed(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["1=1", "中文", "5-3", ""])
def test_other_words_stay(text: str) -> None:
    assert cell(text) == text
