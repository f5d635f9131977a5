"""The trace tells of every claim and of every numeral that is none."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.document import Document
from claims.extraction import extract
from claims.trace import STEP_KINDS, trace

TEXT = "第21届会议召开。全市交通事故同比下降13.5%，死亡人数由98人降至73人。"


def document(text: str) -> Document:
    return Document("a.txt", text, "", date(2023, 8, 15), "", "440100", "zh")


def test_each_claim_has_a_step_with_its_rule_and_words() -> None:
    one = document(TEXT)
    steps = {step.claim_id: step for step in trace(one) if step.kind == "claim"}
    claims = extract(one)
    assert [(steps[claim.claim_id].text, steps[claim.claim_id].rule) for claim in claims] == [
        (claim.text, claim.rule) for claim in claims
    ]
    fall = dict(next(step.details for step in steps.values() if step.text == "13.5%"))
    assert (fall["relation"], fall["direction"], fall["comparison"], fall["places"]) == (
        "change",
        "down",
        "同比",
        "全市",
    )
    reached = dict(next(step.details for step in steps.values() if step.text == "73"))
    assert (reached["relation"], reached["reached"]) == ("level", "yes")


def test_sentences_with_claims_show_the_role_of_every_word() -> None:
    (row,) = (step for step in trace(document(TEXT)) if step.kind == "sentence")
    assert "".join(word for _, word in row.details) == row.text.replace("，", ",")
    assert ("down", "下降") in row.details
    assert ("place", "全市") in row.details


def test_numerals_that_are_no_claims_say_why() -> None:
    left = [
        (step.text, step.rule)
        for step in trace(document("第21届会议于5月3日开幕，代号“1+6”，历时五年。"))
        if step.kind == "left_out"
    ]
    assert ("第21", "ordinal") in left
    assert ("5月3日", "time") in left
    assert ("1", "name") in left


@given(st.text(st.sampled_from("123第届年月日%万元人下降增由至，。“”全市\u200b𝟛"), max_size=60))
@settings(max_examples=150)
def test_steps_are_slices_in_order(text: str) -> None:
    steps = trace(document(text))
    assert all(text[step.start : step.end] == step.text for step in steps)
    assert all(step.kind in STEP_KINDS for step in steps)
    assert [step.start for step in steps] == sorted(step.start for step in steps)
