"""One in so many told beside a share: 每四名受访者中就有一人 and 25.0%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from claims.claim import Claim, Mention
from expectations.blocks import Block
from expectations.numerals import whole
from expectations.passages import claims_of, found
from expectations.tenths import FULL

PERSONS = "名|个|位|户|家|人|辆|件|所|座|台|次|起|条"
NUMBER = r"[一两二三四五六七八九十\d]{1,2}"
ONE_IN = re.compile(
    rf"每(?P<all>{NUMBER})(?:{PERSONS})[^，,。；;\d]{{0,12}}?(?:中|里|当中)[，,]?[^，,。；;\d]{{0,4}}?有(?:约|近)?(?P<some>{NUMBER})(?:{PERSONS})"
)
# What says that the words tell a share once more.
AGAIN = re.compile("换句话说|也就是说|换言之|这意味着|意味着|相当于|即|平均|约合")
PACE = re.compile("速度|增速|[涨降跌增]幅|利率|收益率")
NEAR = 60  # characters from a share to what it comes to


@dataclass(frozen=True, slots=True)
class OneIn:
    """A share in percent with the words that tell it as so many of so many."""

    share: Claim
    place: Mention
    percent: Fraction


def one_in(block: Block) -> Iterator[OneIn]:
    """Every share that words right behind it tell as one in so many, and no other share that is nearer."""
    for place, match in found(block, ONE_IN, "fraction", ("每",)):
        text = block.documents[place.document].text
        of = whole(match["all"])
        shares = [
            one
            for one in claims_of(block, place.document)
            if one.kind == "share" and not one.modality and not one.former and one.end <= place.start
        ]
        if not shares or not of or not 0 < whole(match["some"]) < of:
            continue
        last = shares[-1]
        between = text[last.end : place.start]
        alone = re.search("\\d|\n", between) is None and not PACE.search(last.measure)
        if alone and len(between) <= NEAR and AGAIN.search(between):
            yield OneIn(last, place, Fraction(whole(match["some"]), of) * FULL)
