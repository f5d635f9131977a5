"""The same quantity printed more than once: which claims belong together, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claims.claim import Claim
from expectations.same import difference, dimension, is_result
from expectations.slips import slips
from expectations.stories import significant_digits
from expectations.words import NOISE, after, before, likeness

MOST = 40  # a measure printed more often than this in one block is a table, not a repetition
WINDOW = 26
SPECIFIC = 6  # a measure of so many characters names its object too
PARTICLES = "了达到为共计约近超逾的是有至个已经高仅就余多"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two claims that the words make the same quantity; `alike` says how alike their wording is, 0 to 1."""

    first: Claim
    second: Claim
    alike: float


def groups(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, ...]]:
    """Claims that may be of one quantity: the same measure key, or the same words right before the same unit."""
    found: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not is_result(claim) or claim.former:
            continue
        if claim.measure_key:
            found["measure", claim.measure_key, claim.kind, dimension(claim)].append(claim)
        tail = tail_of(claim)
        if len(tail) >= 4:
            found["words", tail, claim.kind, dimension(claim)].append(claim)
    seen = set()
    for row in found.values():
        key = tuple(claim.claim_id for claim in row)
        if 1 < len(row) <= MOST and key not in seen:
            seen.add(key)
            yield tuple(row)


def tail_of(claim: Claim) -> str:
    """The last few telling characters before the figure."""
    plain = NOISE.sub("", before(claim, 30)).rstrip(PARTICLES)
    return plain[-5:]


def repeats(row: tuple[Claim, ...], *, across: bool) -> Iterator[Repeat]:
    """Pairs of the row worth comparing: each claim with the first that agrees with most others; `across` documents only."""
    for one, other in pairs(row, across):
        if difference(one, other) or same_sentence(one, other):
            continue
        yield Repeat(one, other, context(one, other))


def pairs(row: tuple[Claim, ...], across: bool) -> Iterator[tuple[Claim, Claim]]:
    """Every two claims of a row, in order, of two documents or of one."""
    for at, one in enumerate(row):
        for other in row[at + 1 :]:
            if (one.document != other.document) == across:
                yield one, other


def same_sentence(a: Claim, b: Claim) -> bool:
    """Whether both stand in one sentence, where a repeated measure is a list of different things."""
    return a.document == b.document and a.sentence_start == b.sentence_start


def context(a: Claim, b: Claim) -> float:
    """How alike the words around two figures are."""
    left = before(a, WINDOW) + after(a, WINDOW // 2)
    right = before(b, WINDOW) + after(b, WINDOW // 2)
    return likeness(left, right)


def one_slip_apart(a: Claim, b: Claim) -> bool:
    """Whether one slip turns one figure into the other."""
    return a.value != b.value and any(slip.reading.stated.low == b.value for slip in slips(a))


def sure(pair: Repeat, row: tuple[Claim, ...]) -> bool:
    """Whether a difference between the two may be called one: one specific measure, particular figures, no series."""
    a, b = pair.first, pair.second
    if (a.group and b.group) or len({claim.value for claim in row}) > 2:
        return pair.alike >= 0.85 and one_slip_apart(a, b) and particular(a, b)
    if not particular(a, b):
        return pair.alike >= 0.9
    borrowed = "measure" in a.inferred or "measure" in b.inferred
    if kindred(a, b) and min(len(a.measure_key), len(b.measure_key)) >= SPECIFIC and not borrowed:
        return True
    if kindred(a, b):
        return pair.alike >= 0.7 or (one_slip_apart(a, b) and pair.alike >= 0.5)
    return pair.alike >= 0.7 and one_slip_apart(a, b) and likeness(a.measure_key, b.measure_key) >= 0.6


def particular(a: Claim, b: Claim) -> bool:
    """Whether the figures have digits enough not to differ by nature: three, or two of a percentage."""
    digits = max(significant_digits(a), significant_digits(b))
    return digits >= 3 or (a.kind in ("share", "relative_change", "point_change") and digits >= 2)


def kindred(a: Claim, b: Claim) -> bool:
    """Whether one measure is the other with further words, in the same order: 收到感谢信 in 信箱收到感谢信."""
    short, long = sorted((a.measure_key, b.measure_key), key=len)
    rest = iter(long)
    return len(short) >= 4 and all(character in rest for character in short) if short != long else bool(short)
