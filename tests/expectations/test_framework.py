"""Discovery, blocks, ids and statuses: what holds for every check."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations import check_claims
from expectations.blocks import blocks
from expectations.check import all_checks, check
from expectations.examples import Bad, Good, unmarked
from tests.expectations.printed import printed

CHECKS = all_checks()


def letters(first: str, second: str, *, shift: int = 0, document: str = "a.txt") -> list[Claim]:
    """Two sentences on the letters of one mailbox."""
    one = f"信箱收到感谢信{first}封。"
    two = f"一年来信箱共收到感谢信{second}封。"
    common = {
        "unit": "封",
        "measure": "信箱收到感谢信",
        "measure_key": "信箱收到感谢信",
        "document": document,
        "period": "2021",
    }
    start = shift + one.index(first)
    after = shift + len(one) + two.index(second)
    return [
        printed(first, start=start, claim_id=f"{document}1", sentence=one, sentence_start=shift, **common),
        printed(second, start=after, claim_id=f"{document}2", sentence=two, sentence_start=shift + len(one), **common),
    ]


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_is_complete(name: str) -> None:
    """Name like its file, both languages, limits, both kinds of example, and no example twice."""
    one = CHECKS[name]
    assert (Path(__file__).parents[2] / "expectations/checks" / f"{name.replace('-', '_')}.py").exists()
    assert one.name == name
    for words in (one.title, one.message, one.why, *one.limits):
        assert words.zh.strip()
        assert words.en.strip()
        assert any("a" <= letter <= "z" for letter in words.en)
    assert one.limits
    kinds = [example.kind for example in one.examples]
    assert "bad" in kinds
    assert "good" in kinds
    assert len({example.texts for example in one.examples}) == len(one.examples)


def test_codes_differ() -> None:
    assert len({one.code for one in CHECKS.values()}) == len(CHECKS)


def test_differing_figures_are_found_and_named() -> None:
    outcome = check_claims(letters("3135", "3153"), select=["repeated-figure-differs"])
    (found,) = outcome.findings
    assert found.severity == "warning"
    assert {place.text for place in found.locations} == {"3135", "3153"}
    assert found.gap == 18
    assert set(found.suspects) == {("a.txt1",), ("a.txt2",)}
    assert set(outcome.statuses.values()) == {"contradicted"}


def test_equal_figures_corroborate() -> None:
    outcome = check_claims(letters("3135", "3135"), select=["repeated-figure-differs"])
    assert not outcome.findings
    assert outcome.consistent == 1
    assert set(outcome.statuses.values()) == {"corroborated"}


def test_shuffling_claims_changes_nothing() -> None:
    claims = letters("3135", "3153") + letters("88", "88", document="b.txt")
    forwards, backwards = check_claims(claims), check_claims(claims[::-1])
    assert forwards == backwards


def test_the_order_of_agreements_does_not_change_from_run_to_run() -> None:
    """Sets of words come in another order in every process; what is told must not."""
    told = (
        "from expectations import check_claims\n"
        "from tests.expectations.printed import printed\n"
        "names = ('中药材种植面积', '中药材', '种植面积', '药材面积')\n"
        "claims = [printed('3135', start=100 * n, claim_id=name, measure_key=name, unit='亩', sentence_start=100 * n)\n"
        "          for n, name in enumerate(names)]\n"
        "print([one.claims for one in check_claims(claims, select=['repeated-figure-differs']).agreements])\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", told],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1


def test_ids_do_not_move_with_the_text() -> None:
    here = check_claims(letters("3135", "3153"), select=["repeated-figure-differs"]).findings
    there = check_claims(letters("3135", "3153", shift=500), select=["repeated-figure-differs"]).findings
    elsewhere = check_claims(letters("3135", "3153", document="sub/a.txt"), select=["repeated-figure-differs"]).findings
    assert [one.id for one in here] == [one.id for one in there] == [one.id for one in elsewhere]
    other = check_claims(letters("3135", "3735"), select=["repeated-figure-differs"]).findings
    assert here[0].id != other[0].id


def test_every_claim_has_a_status_and_unchecked_ones_a_reason() -> None:
    claims = [*letters("3135", "3135"), printed("7", start=300, claim_id="alone")]
    outcome = check_claims(claims)
    assert set(outcome.statuses) == {claim.claim_id for claim in claims}
    assert outcome.unchecked == {"alone": "no-other-figure"}


def test_severities_can_be_set_and_unknown_names_are_refused() -> None:
    claims = letters("3135", "3153")
    outcome = check_claims(claims, severities={"repeated-figure-differs": "note"})
    assert [one.severity for one in outcome.findings if one.check == "repeated-figure-differs"] == ["note"]
    with pytest.raises(ValueError, match="unknown check"):
        check_claims(claims, select=["no-such-check"])
    with pytest.raises(ValueError, match="unknown severity"):
        check_claims(claims, severities={"repeated-figure-differs": "grave"})
    assert not check_claims(claims, ignore=["repeated-figure-differs"], select=["repeated-figure-differs"]).findings


def test_blocks_hold_every_claim_once_in_a_document_block() -> None:
    claims = letters("3135", "3153") + letters("88", "88", document="b.txt")
    found = [claim for block in blocks(claims, kinds=["document"]) for claim in block.claims]
    assert sorted(claim.claim_id for claim in found) == sorted(claim.claim_id for claim in claims)


def test_checks_of_ones_own_are_loaded_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "always_quiet.py").write_text(
        "from claims.bilingual import Bilingual as B\n"
        "from expectations.check import check\n"
        "from expectations.examples import Bad, Good\n"
        "@check(code='X1', title=B('甲', 'a'), message=B('甲', 'a'), why=B('甲', 'a'), limits=[B('甲', 'a')],\n"
        "       examples=[Good('无'), Bad('【1】')])\n"
        "def always_quiet(block):\n"
        "    yield from ()\n",
        encoding="utf-8",
    )
    assert "always-quiet" in all_checks((tmp_path,))
    assert "always-quiet" not in all_checks()


def test_a_check_needs_a_known_block_and_examples_a_mark() -> None:
    words = Bilingual("甲", "a")
    with pytest.raises(ValueError, match="unknown kind of block"):
        check(code="X", title=words, message=words, why=words, limits=[], examples=[], blocks=("page",))
    with pytest.raises(ValueError, match="no figure is marked"):
        Bad("没有标记")
    assert unmarked("收到【3135】封") == ("收到3135封", ((2, 6),))
    assert Good("收到3135封").marks == ()
