"""Rows that miss their total, which the figures around them explain: another row makes it up, or is another's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, pairwise

from claims.claim import Claim
from expectations.apart_words import goes_over
from expectations.blocks import Block
from expectations.comparison import Reading
from expectations.digits import significant_digits
from expectations.ratios import percentage
from expectations.sums import Split, close, exceeded, rows
from expectations.words import after, lead

OTHERS = re.compile("其他|其余|还有|另有|以及|等|[，,；;][^，,。；;]{0,12}也|不在|从[^，,。；;]{1,8}才")
SAID = re.compile("合计|共计|总计")
NEAR = 40  # figures around a total among which another one may be what its parts make up
MOST = 8  # figures around a total among which a row is looked for
DIGITS = 3  # of a figure that others do not add up to by chance; one fewer where no words say that they should
FINE = 60  # times the rounding of all figures is a total of which a sum tells something, where words call the row all
CHANCES = 10  # times as large as the number of choices is a total that one of them hardly meets by chance
FEWEST = 2  # shares beside the parts, so that it is they that overlap and no figure is wrong


def settled(split: Split, block: Block) -> bool:
    """Whether a row that does not add up is explained by what is printed around it.

    The parts make up another figure of the text, other figures make up the total, every part has its share of the
    total beside it, and it fits, or words behind the parts tell of a rest or of things counted twice.
    """
    if goes_over(split.parts) or (not split.stated and _others_told(split)):
        return True
    line, at = next(iter(block.once(_places)), {}).get(split.total.claim_id, ((), -1))
    return _of_another(split, line[max(0, at - NEAR) : at + NEAR]) or _made_up(split, line, at) or _shared(split, block)


def _places(block: Block) -> Iterator[dict[str, tuple[Sequence[Claim], int]]]:
    """The row of figures that every figure stands in, and where."""
    yield {claim.claim_id: (line, at) for line in block.once(rows) for at, claim in enumerate(line)}


def _others_told(split: Split) -> bool:
    """Whether the sentence goes on with others that it does not count: …高三年级1562册，教职工也踊跃参加."""
    last = split.parts[-1]
    if last.start < split.total.start or exceeded(split.total, split.parts):
        return False
    rest = after(last).split("。")[0].removeprefix(last.unit)
    return OTHERS.search(rest) is not None and re.search("\\d", rest) is None


def _of_another(split: Split, near: Sequence[Claim]) -> bool:
    """Whether the parts add up to another figure near them, right beside the total to one of fewer digits."""
    others = (one for one in near if one is not split.total and one not in split.parts and close(split.total, one))
    others = (
        one for one in others if significant_digits(one) >= DIGITS - (not split.stated or _beside(one, split.total))
    )
    others = (
        one for one in others if one.measure_key != split.total.measure_key
    )  # it may be the total as printed before
    return any(_adds_up(one, split.parts, FINE * split.stated) for one in others)


def _beside(one: Claim, total: Claim) -> bool:
    """Whether another figure stands in the clause before the total: 受理64件，审结62件，其中…."""
    return one.sentence_start == total.sentence_start and total.clause - one.clause == 1


def _made_up(split: Split, line: Sequence[Claim], at: int) -> bool:
    """Whether a row of figures behind the total, or before it, makes it up, some left out.

    Parts that words call all, or that come to more than the total, are not explained by figures apart from them.
    """
    total = split.total
    if at < 0 or significant_digits(total) < DIGITS - (not split.stated):
        return False
    firm = split.stated or (split.related and exceeded(total, split.parts))
    for near in (line[at + 1 : at + 1 + MOST], line[max(0, at - MOST) : at]):
        told = [one for one in near if close(total, one) and one.value < total.value]
        rows = [row for row in _rows(told, total) if not firm or any(one in split.parts for one in row)]
        if any(_adds_up(total, row, FINE * split.stated) for row in rows):
            return True
        if SAID.search(lead(total)) and any(_adds_up(total, row, FINE) for row in _choices(told)):
            return True
    return False


def _choices(told: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    """All rows of two figures and more: of a total that words sum up it tells which ones they mean."""
    return chain.from_iterable(combinations(told, size) for size in range(2, len(told) + 1))


def _rows(told: Sequence[Claim], total: Claim) -> Iterator[Sequence[Claim]]:
    """The rows of two figures and more without a gap, and those of one sentence with one or two left out, unless these
    are so many that one is bound to come to the total."""
    without_gap = [told[start:end] for start in range(len(told)) for end in range(start + 2, len(told) + 1)]
    yield from without_gap
    cut = [
        left
        for row in without_gap
        if len(row) > 2 and row[0].sentence_start == row[-1].sentence_start
        for left_out in (1, 2)
        for left in combinations(row, max(2, len(row) - left_out))
    ]
    if len(cut) * CHANCES * total.resolution <= total.value:
        yield from cut


def _adds_up(total: Claim, parts: Sequence[Claim], least: int) -> bool:
    """Whether figures add up to a total within their rounding, of which the total is `least` times as large."""
    slack = sum((one.resolution for one in (total, *parts) if not one.asserted.is_point), Decimal(0)) / 2
    fine = not any(one.hedge for one in (total, *parts)) and slack * least <= total.value
    return fine and abs(sum((part.value for part in parts), Decimal(0)) - total.value) <= slack


def _shared(split: Split, block: Block) -> bool:
    """Whether shares of the total stand beside two parts or more, and all of them fit."""
    beside = next(iter(block.once(_shares_beside)), {})
    pairs = [(part, beside[part.claim_id]) for part in split.parts if part.claim_id in beside]
    whole = Reading.of(split.total)
    fits = [percentage(Reading.of(part), whole).asserted.meets(share.asserted) for part, share in pairs]
    return len(fits) >= FEWEST and all(fits)


def _shares_beside(block: Block) -> Iterator[dict[str, Claim]]:
    """The share that stands right behind a figure."""
    yield {a.claim_id: b for a, b in pairwise(block.claims) if b.kind == "share" and b.clause - a.clause <= 1}
