"""Places told piece by piece with a figure each: 食品类7932件，居首；家电类6214件，排在第二；服装类5480件，列第三."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.listed_ranks import LEAST_FIRST, UNBOUNDED, ListedRank
from expectations.numerals import whole
from expectations.passages import mention
from expectations.same import is_result, is_time
from expectations.words import lead, offset

PLACED = re.compile(
    r"[高稳仍均]?(?:位?居|位?列|名列|排名?|排在|占据)(?:仍|均|稳|[一-鿿]{1,4}榜)?"
    r"(?:第(?P<rank>[一二三四五六七八九]|\d)(?:位|名)?(?![产季轮届次])|(?P<first>榜首|首位|之首|首(?=[，,。；;])))"
)
PIECE = re.compile("[；;]")
REST = re.compile("其余|其他|其它|合计|总共|一共")
PART = re.compile("占")
UNRANKED = re.compile(f"{LEAST_FIRST}|综合|总分|得分|加权|增速|增幅|增长|涨幅|降幅|跌幅|积分|锦标赛|联赛|[男女]子")
KINDS = ("count", "amount", "rate", "share", "relative_change")
FEWEST = 2
SCORED = frozenset(("分", "米", "秒", "环", "厘米", "公斤"))  # in contests of their own


@dataclass(frozen=True, slots=True)
class Piece:
    """The figure of a piece, and the place that it names, if it names one; 0 otherwise."""

    value: Claim
    place: int
    start: int
    end: int
    rest: bool  # it is of all others


def ranked_pieces(block: Block) -> Iterator[ListedRank]:
    """Every place to which the pieces around it, of one kind and unit, have too many larger figures."""
    for sentence in block.sentences:
        if "；" not in sentence.text or UNRANKED.search(sentence.text):
            continue
        told = list(_pieces(sentence))
        units = Counter((one.value.kind, one.value.unit) for one in told)
        pieces = [one for one in told if units[one.value.kind, one.value.unit] == max(units.values())]
        mixed = len({(one.value.kind, one.value.unit) for one in pieces}) > 1
        moved = {one.value.measure_key[-2:] for one in pieces if one.value.kind == "relative_change"}
        ranked = [one for one in pieces if one.place]
        if mixed or len(moved) > 1 or len(ranked) < FEWEST or len({one.place for one in ranked}) < len(ranked):
            continue
        ordered = sorted(pieces, key=lambda one: -one.value.value)
        shown = tuple(f"{one.value.text}{one.value.unit}" for one in ordered)
        document = block.documents[sentence.document]
        for one in ranked:
            best = 1 + sum(other.value.value > one.value.value for other in pieces if not other.rest)
            if one.place < best:
                place = mention(document, sentence.start + one.start, sentence.start + one.end, "rank")
                words = f"{one.value.text}{one.value.unit}，{place.text}"
                yield ListedRank(place, words, one.place, best, UNBOUNDED, shown)


def _pieces(sentence: Sentence) -> Iterator[Piece]:
    """Each piece that tells one figure besides shares, with the place that it names; none where it names two."""
    start = 0
    for end in [*(match.end() for match in PIECE.finditer(sentence.text)), len(sentence.text) + 1]:
        row = [one for one in sentence.claims if start <= offset(one) < end]
        places = list(PLACED.finditer(sentence.text, start, end))
        start = end
        value = _value(row)
        if value is None or len(places) > 1:
            continue
        match = places[0] if places else None
        told = 0 if match is None else 1 if match["first"] else whole(match["rank"])
        rest = REST.search(lead(value)) is not None
        yield Piece(value, told, match.start() if match else 0, match.end() if match else 0, rest)


def _value(row: Sequence[Claim]) -> Claim | None:
    """The one figure of a piece, next to which only what share of all it is may stand."""
    told = [one for one in row if not (one.kind == "share" and PART.search(lead(one)) and len(row) > 1)]
    if len(told) != 1 or told[0].kind not in KINDS or told[0].unit in SCORED:
        return None
    one = told[0]
    return one if is_result(one) and not (one.former or one.hedge or is_time(one)) else None
