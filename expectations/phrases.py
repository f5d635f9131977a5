"""Figures that stand in one phrase all through a text, 11地公安交管部门: one that differs once is a slip."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block
from expectations.digits import significant_digits
from expectations.naming import common_start
from expectations.restated import CURRENCIES, specified
from expectations.same import differ, dimension, is_result, is_time
from expectations.slips import one_slip_apart
from expectations.words import NOISE, after, before, lead

PHRASE = 3  # characters behind the figure, its classifier among them
LONG = 4  # the same, where only two figures stand against the third
DIGITS = 2
MANY = 3  # times that a figure is printed in its phrase, of which one that differs is a slip whatever it says
OTHERS = re.compile("其中|另|其他|其余|剩余|还有|又|再|每|平均|首批|分别|约占")
ITEM = re.compile("[、和及与]$")


def phrased(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """The figure that a phrase has everywhere, with the one a slip away that it has once: 11地, 11地, 11地 and 61地."""
    rows: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in block.claims:
        phrase = _phrase(claim)
        told = claim.kind == "count" or dimension(claim) in CURRENCIES
        if told and len(phrase) >= PHRASE and not is_time(claim) and is_result(claim) and not specified(claim):
            rows[claim.document, phrase[:PHRASE]].append(claim)
    for row in rows.values():
        values = Counter(claim.value for claim in row)
        if len(row) < 3 or len(values) != 2:
            continue
        (often, times), (_, once) = values.most_common()
        odd = next(claim for claim in row if claim.value != often)
        others = [claim for claim in row if claim.value == often and claim.sentence_start != odd.sentence_start]
        if once == 1 and times >= 2 and others and _is_slip(others, odd, times):
            yield others[0], odd


def _is_slip(others: list[Claim], odd: Claim, times: int) -> bool:
    """Whether nothing says that the odd figure is of some only, or of another place or time."""
    told = odd.hedge == others[0].hedge and min(map(significant_digits, (odd, others[0]))) >= DIGITS
    longest = max(common_start(_phrase(odd), _phrase(one)) for one in others)
    headed = odd.kind == "count" and any(one.section == "headline" for one in (odd, *others))
    elsewhere = times < MANY and any(differ(odd.place, one.place) or differ(odd.period, one.period) for one in others)
    apart = elsewhere or OTHERS.search(lead(odd)) or ITEM.search(before(odd, 2))
    alike = times >= MANY or longest >= LONG or headed
    return told and alike and not apart and one_slip_apart(others[0], odd)


def _phrase(claim: Claim) -> str:
    """The characters right behind a figure, up to the next mark or number."""
    return re.split(NOISE, after(claim, 12))[0]
