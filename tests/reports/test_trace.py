"""The trace for people and for programs."""

from __future__ import annotations

import json

import pytest

from claims.document import Document
from claims.extraction import extract
from claims.trace import trace
from reports.trace import to_jsonl, to_text
from tests.make import claim

ONE = Document("a.txt", "第21届会议召开。全市交通事故同比下降13.5%。", language="zh")


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", ("语词", "方向=降", "序数，不作数字读")), ("en", ("words", "direction=down", "ordinal, not"))],
)
def test_text_speaks_the_language(language: str, words: tuple[str, ...]) -> None:
    told = to_text(extract(ONE), trace(ONE), language)
    assert all(word in told for word in words)
    assert "a.txt:1:20: 13.5% = relative_change -13.5 % [change] 交通事故" in told


def test_claims_that_no_rule_read_are_told_too() -> None:
    outside = claim("5", origin="claims x.csv#2", measure="破案数")
    assert "破案数" in to_text([*extract(ONE), outside], trace(ONE), "zh").splitlines()[-1]


def test_lines_of_json_hold_steps_and_claims() -> None:
    steps = [json.loads(line) for line in to_jsonl(extract(ONE), trace(ONE)).splitlines()]
    assert [step["step"] for step in steps] == ["left_out", "sentence", "claim"]
    assert steps[-1]["claim"]["value"] == -13.5
    assert ["direction", "down"] in steps[-1]["details"]


def test_words_that_steer_a_terminal_do_not_reach_it() -> None:
    one = Document("a.txt", "全市\x1b[31m交通\u202e事故下降13.5%。", language="zh")
    assert not {"\x1b", "\u202e"} & set(to_text(extract(one), trace(one), "zh"))
