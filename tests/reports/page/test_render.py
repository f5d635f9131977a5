"""The page as text: one file, strict policy, every figure linked, hostile words harmless."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.bilingual import Bilingual
from claims.document import Document, Section
from expectations.finding import Acceptance, Outcome
from reports.page import render
from reports.report import Problem, Report
from tests.make import claim
from tests.reports.page.large import large_report
from tests.reports.page.parsed import Parsed, parse
from tests.reports.sample import empty, sample

HOSTILE = (
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "</noscript><img src=x onerror=alert(1)>",
    "--><!--<svg onload=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; & &#60;",
    "right\u202eto\u2066left\u2069\u200f",
    "nul\x00 bell\x07 escape\x1b[31m",
    "lone \ud800 surrogate \udfff",
    "javascript:alert(1)",
    "\ufeff\ufffe\uffff",
)
PLAIN = Document("p.txt", "甲\n乙3件\n", "甲")


def _reports() -> list[tuple[str, Report]]:
    return [("sample", sample()), ("empty", empty()), ("large", large_report(260, 90))]


@pytest.mark.parametrize(("name", "report"), _reports(), ids=lambda value: value if isinstance(value, str) else "")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_one_file_with_every_link_inside_it(name: str, report: Report, language: str) -> None:
    parsed = parse(render(report, language))
    assert parsed.all("html")[0].attributes["lang"] == language
    assert len(parsed.ids) == len(set(parsed.ids))
    links = [element.attributes["href"] for element in parsed.elements if "href" in element.attributes]
    assert [link for link in links if not link.startswith("#")] == []
    assert {link[1:] for link in links} - set(parsed.ids) == set()
    targets = {element.attributes["for"] for element in parsed.all("label") if "for" in element.attributes}
    assert targets <= set(parsed.ids)
    assert not [element for element in parsed.elements if {"src", "style", "action"} & set(element.attributes)]


def test_the_policy_allows_nothing_but_the_page_s_own_style_and_script() -> None:
    html = render(sample())
    parsed = parse(html)
    policy = next(
        element.attributes["content"]
        for element in parsed.all("meta")
        if element.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert allowed["default-src"] == "'none'"
    assert "unsafe" not in policy

    def digest(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    assert allowed["style-src"].split() == [digest(element.text) for element in parsed.all("style")]
    assert set(allowed["script-src"].split()) == {digest(element.text) for element in parsed.all("script")}


def test_every_figure_is_a_link_styled_by_what_became_of_it() -> None:
    report = sample()
    parsed = parse(render(report))
    figures = parsed.all("a", "g")
    marks = {element.text for element in parsed.all("sup")}
    stripped = [re.sub(rf"({'|'.join(map(re.escape, marks))})$", "", figure.text) for figure in figures]
    inside = sorted((c.document, c.start) for c in report.claims if c.start >= 0)
    texts = {(c.document, c.start): c.text for c in report.claims}
    assert sorted(stripped) == sorted(texts[place] for place in inside)
    statuses = sorted(report.outcome.statuses[c.claim_id] for c in report.claims if c.start >= 0)
    assert sorted(figure.attributes["class"].split()[1] for figure in figures) == statuses
    contradicted = [figure for figure in figures if "contradicted" in figure.attributes["class"]]
    assert all(figure.attributes["href"].startswith("#f-") for figure in contradicted)
    corroborated = [figure for figure in figures if "corroborated" in figure.attributes["class"]]
    assert all(re.fullmatch("#a[0-9]+", figure.attributes["href"]) for figure in corroborated)


def test_a_finding_shows_all_it_rests_on_in_both_languages() -> None:
    report = sample()
    parsed = parse(render(report))
    for finding in report.outcome.findings:
        card = next(e for e in parsed.all("article") if e.attributes["data-id"] == finding.id)
        shown = re.sub(r"\s+", "", card.text)
        for words in (finding.message, *finding.arithmetic, *finding.explanations):
            for text in (words.zh, words.en):
                assert re.sub(r"\s+", "", text) in shown
        for location in finding.locations:
            assert location.text in card.text
        if finding.accepted:
            assert finding.accepted.reason in card.text
            assert finding.accepted.by in card.text


def test_findings_are_numbered_from_the_gravest_down_accepted_last() -> None:
    rows = [e for e in parse(render(sample())).all("li") if "data-state" in e.attributes]
    order = ["error", "warning", "note", "accepted"]
    states = [order.index(row.attributes["data-state"]) for row in rows]
    assert states == sorted(states)
    assert [row.attributes["data-n"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]


def test_what_could_not_be_read_or_used_is_said() -> None:
    report = sample()
    section = next(e for e in parse(render(report)).all("section") if e.attributes.get("id") == "problems")
    assert "articles/scan.pdf" in section.text
    assert "约三成" in section.text
    assert report.stale_acceptances[0] in section.text


def test_a_long_run_keeps_articles_and_lists_for_later_but_has_them_all() -> None:
    report = large_report(260, 90)
    html = render(report)
    waiting = sum(len(part) for part in re.findall("<noscript>(.*?)</noscript>", html, re.DOTALL))
    assert waiting > len(html) / 2
    parsed = parse(html)
    assert len(parsed.all("a", "g")) == len(report.claims)
    assert len(parsed.all("article", "card")) == len(report.outcome.findings)
    assert len(parsed.all("details", "doc")) == len(report.documents)


def _shape(parsed: Parsed) -> list[tuple[str, tuple[str, ...]]]:
    return [(element.tag, tuple(sorted(element.attributes))) for element in parsed.elements]


def _dressed(words: str) -> Report:
    """The sample with `words` wherever an article or a table from outside can put them."""
    report = sample()
    documents = tuple(
        replace(d, title=words, publisher=words, language="zh", text=d.text and f"{d.text}{words}")
        for d in report.documents
        if d.error is None
    )
    both = Bilingual(words, words)
    findings = tuple(
        replace(
            f,
            message=both,
            arithmetic=(both,),
            explanations=(both,),
            unit=words,
            accepted=f.accepted and Acceptance(words, words, words),
            locations=tuple(replace(at, sentence=words, sentence_start=-1, text=words) for at in f.locations),
        )
        for f in report.outcome.findings
    )
    claims = tuple(replace(c, measure=words, unit=words, place_name=words, period=words) for c in report.claims)
    return replace(
        report,
        documents=documents,
        claims=claims,
        outcome=replace(report.outcome, findings=findings),
        problems=(Problem(words, both, both),),
        settings={"as-of": words, words: words},
    )


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_words(words: str) -> None:
    html = render(_dressed(words))
    html.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0e-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]", html)
    assert _shape(parse(html)) == _shape(parse(render(_dressed("好人好事"))))


@given(st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=40))
@settings(max_examples=30)
def test_no_words_change_the_shape_of_the_page(words: str) -> None:
    text = f"标题\n{words} 12件\n"
    document = Document("a.txt", text, f"题{words}", sections=(Section("headline", 0, 2),))
    start = text.rindex("12件")
    one = claim("12", "12", start=start, measure=f"量{words}", unit="件")
    report = Report("1", (document,), (one,), (), Outcome((), unchecked={one.claim_id: "no-other-figure"}))
    html = render(report)
    html.encode("utf-8")
    plain = replace(report, documents=(replace(document, text="标题\n好 12件\n", title="题好"),))
    calm = replace(one, measure="量好", start=5, end=7)
    assert _shape(parse(html)) == _shape(parse(render(replace(plain, claims=(calm,)))))


def test_offsets_that_miss_the_text_do_no_harm() -> None:
    wild = tuple(claim("3", "3", start=start) for start in (-5, 3, 4, 400))
    wild = (*wild, claim("3", "3件到处", start=3), claim("3", "乙3件", start=2))
    html = render(Report("1", (PLAIN,), wild, (), Outcome(())))
    assert "乙" in html
