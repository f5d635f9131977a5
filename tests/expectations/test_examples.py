"""Every example of every check is run through extraction and the check itself."""

from __future__ import annotations

import pytest

from claims.document import Document
from claims.extraction import read_figures
from expectations import check_claims
from expectations.check import Check, all_checks
from expectations.examples import Example, known_figures
from expectations.finding import Finding

CASES = [
    pytest.param(
        one,
        example,
        id=f"{name} {example.name}",
        marks=[pytest.mark.xfail(strict=True, reason="a known gap")] if example.kind == "gap" else [],
    )
    for name, one in all_checks().items()
    for example in one.examples
]


def findings(one: Check, example: Example) -> tuple[Finding, ...]:
    documents = [
        Document(path=f"{number}.txt", text=text, published=example.published, title=example.title)
        for number, text in enumerate(example.texts)
    ]
    read = [read_figures(document) for document in documents]
    claims = [claim for extraction in read for claim in extraction.claims]
    mentions = [mention for extraction in read for mention in extraction.mentions]
    claims += known_figures(example)
    return check_claims(claims, mentions, documents, select=[one.name]).findings


@pytest.mark.parametrize(("one", "example"), CASES)
def test_example(one: Check, example: Example) -> None:
    found = findings(one, example)
    if example.kind == "good":
        assert [finding.message.zh for finding in found] == []
        return
    for number, start, end in example.marks:
        pointed = [
            place
            for finding in found
            for place in finding.locations
            if place.document == f"{number}.txt" and place.start < end and start < place.end
        ]
        assert pointed, f"nothing points at {example.texts[number][start:end]}"
        assert all("{" not in finding.message.zh + finding.message.en for finding in found)
