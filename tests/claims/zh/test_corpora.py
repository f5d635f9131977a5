"""Every text of the corpora gives the claims and mentions stated below it, and no others."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import pytest

from claims.claim import Claim, Extraction, Mention
from claims.document import Document
from claims.exact_json import as_decimal, digits
from claims.extraction import read_figures
from tests.claims.zh.corpus import Case, Expected, cases

ALL = list(cases())


def read(case: Case) -> Extraction:
    return read_figures(Document("a.txt", case.text, case.title, case.published, case.publisher, case.place, "zh"))


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=pytest.mark.xfail(strict=True) if case.gap else (), id=str(case)) for case in ALL]
)
def test_text_gives_what_stands_below_it(case: Case) -> None:
    found = read(case)
    claims = [one for one in case.expected if not one.mention]
    mentions = [one for one in case.expected if one.mention]
    said = [one for one in found.mentions if one.kind in case.kinds]
    if claims or not case.kinds:
        assert [claim.text for claim in found.claims] == [one.text for one in claims]
    assert [(one.kind, one.text) for one in said] == [(one.mention, one.text) for one in mentions]
    wrong = [
        problem for claim, one in zip(found.claims, claims, strict=False) for problem in differences(claim, one, found)
    ]
    wrong += [
        problem for mention, one in zip(said, mentions, strict=True) for problem in unlike(mention, one, case.text)
    ]
    assert not wrong


def differences(claim: Claim, one: Expected, found: Extraction) -> list[str]:
    """What of the claim is not as stated."""
    problems = (
        [] if claim.value == Decimal(one.reading) else [f"{claim.text}: value {claim.value} is not {one.reading}"]
    )
    for name, value in one.fields.items():
        if name != "key" and (have := _field(claim, name, found)) not in value.split("|"):
            problems.append(f"{claim.text}: {name} {have!r} is not {value!r}")
    return problems


def _field(claim: Claim, name: str, found: Extraction) -> str:
    if name in ("low", "high"):
        end = getattr(claim.asserted, name)
        return "" if end is None else digits(as_decimal(end))
    value = getattr(claim, name)
    if name == "part_of":
        return next((other.text for other in found.claims if other.claim_id == value), "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def unlike(mention: Mention, one: Expected, text: str) -> list[str]:
    """What of the mention is not as stated."""
    problems = [] if mention.reading == one.reading else [f"{mention.text}: {mention.reading!r} is not {one.reading!r}"]
    for name, value in one.fields.items():
        have = str(getattr(mention, name))
        if name == "items":
            have = "、".join(text[start:end] for start, end in mention.items)
        if have not in value.split("|"):
            problems.append(f"{mention.text}: {name} {have!r} is not {value!r}")
    return problems


@pytest.mark.parametrize("file", sorted({case.file for case in ALL}))
def test_letters_mark_measures_that_are_the_same_and_not(file: str) -> None:
    keys: dict[str, dict[str, str]] = defaultdict(dict)
    for case in ALL:
        if case.file != file or case.gap:
            continue
        claims = [one for one in case.expected if not one.mention]
        for claim, one in zip(read(case).claims, claims, strict=False):
            if letter := one.fields.get("key"):
                keys[letter][claim.measure_key] = str(case)
    assert all(len(found) == 1 for found in keys.values()), keys
    together = [key for found in keys.values() for key in found]
    assert len(set(together)) == len(together), keys
