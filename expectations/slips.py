"""The slips of a tired hand: a digit wrong, two swapped, a zero or scale word lost; how likely an accident is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, partial
from itertools import islice, pairwise

from claims import hedges
from claims.claim import Claim
from claims.interval import Interval
from expectations.comparison import Comparison, Reading, holds, judge, reported_reading, width
from expectations.digits import significant_digits

NUMBER = re.compile(r"\d[\d,，]*(?:[.．]\d+)?")
ROUND = 1000
MOST_TRIED = 12  # figures of a relation that is no sum; of more, some slip or other always fits
SLIPS = ("swap", "scale", "zero", "digit")  # the most telling first


@dataclass(frozen=True, slots=True)
class Slip:
    """A figure as it may have been meant: the claim, the kind of slip, the text and the reading it would have had."""

    claim: Claim
    kind: str
    text: str
    reading: Reading


_PLAIN = str.maketrans({"，": "", ",": "", "．": "."} | {chr(0xFF10 + n): str(n) for n in range(10)})


def _plain(number: str) -> str:
    """A printed number in half-width digits, without separators."""
    return number.translate(_PLAIN)


def digits_of(claim: Claim) -> str:
    """The digits as printed, with the point, without separators; empty for figures in words."""
    match = NUMBER.search(claim.text)
    return "" if match is None else _plain(match.group())


def slips(claim: Claim) -> Iterator[Slip]:
    """Every figure that one slip turns into the printed one."""
    reading = Reading.of(claim)
    for kind, value, write in meanings(claim):
        yield slip_of(claim, reading, kind, value, write)


Write = Callable[[], str]


def meanings(claim: Claim) -> Iterator[tuple[str, Decimal, Write]]:
    """Kind, value and text of every figure that one slip turns into the printed one; texts are written when asked."""
    digits = digits_of(claim)
    if not digits or not Decimal(digits) or not claim.value:  # a table may print 1万 beside a value of 0
        return
    base = claim.value / Decimal(digits)
    for kind, meant in _respellings(digits):
        yield kind, base * Decimal(meant), partial(_respelled, claim.text, meant)
    for kind, factor, text in _rescalings(claim.text):
        yield kind, claim.value * factor.numerator / factor.denominator, partial(str, text)


def slip_of(claim: Claim, reading: Reading, kind: str, value: Decimal, write: Write) -> Slip:
    """One slip with its reading: moved by what the digits add, or scaled."""
    if kind in ("scale", "zero"):
        meant = reading.scaled(Fraction(value) / Fraction(claim.value))
    else:
        meant = reading.plus(value - claim.value)
    return Slip(claim, kind, write(), meant)


@lru_cache(maxsize=1 << 10)
def slipped_values(text: str, value: Decimal) -> frozenset[Decimal]:
    """Every value that one slip turns into the printed figure: the values of `slips`, without their readings."""
    match = NUMBER.search(text)
    digits = "" if match is None else _plain(match.group())
    if not digits or not Decimal(digits):
        return frozenset()
    base = value / Decimal(digits)
    values = {base * Decimal(meant) for _, meant in _respellings(digits)}
    values |= {value * factor.numerator / factor.denominator for _, factor, _ in _rescalings(text)}
    return frozenset(values)


def _respellings(digits: str) -> Iterator[tuple[str, str]]:
    places = [i for i, c in enumerate(digits) if c.isdigit()]
    for i, j in pairwise(places):
        if digits[i] != digits[j] and not (i == 0 and digits[j] == "0" and j == 1 and len(digits) > 1):
            yield "swap", digits[:i] + digits[j] + digits[i + 1 : j] + digits[i] + digits[j + 1 :]
    for i in places:
        for other in "0123456789":
            if other != digits[i] and not (i == 0 and other == "0" and len(places) > 1 and digits[1:2] != "."):
                yield "digit", digits[:i] + other + digits[i + 1 :]


def _rescalings(text: str) -> Iterator[tuple[str, Fraction, str]]:
    match = NUMBER.search(text)
    assert match is not None
    number, rest = match.group(), text[match.end() :]
    if "亿" in rest and "万亿" not in rest:
        yield "scale", Fraction(1, 10**4), text.replace("亿", "万")
    elif "万" in rest and "亿" not in rest:
        yield "scale", Fraction(10**4), text.replace("万", "亿")
    elif "." not in number and not re.search(r"[%％点]", rest):
        yield "scale", Fraction(10**4), f"{text[: match.end()]}万{rest}"
    yield "zero", Fraction(10), text[: match.start()] + _moved(number, 1) + rest
    yield "zero", Fraction(1, 10), text[: match.start()] + _moved(number, -1) + rest


def _moved(number: str, places: int) -> str:
    moved = Decimal(_plain(number)).scaleb(places)
    return f"{moved.normalize():f}" if moved == moved.to_integral_value() else f"{moved:f}"


def _respelled(text: str, digits: str) -> str:
    match = NUMBER.search(text)
    assert match is not None
    printed, plain = match.group(), iter(digits)
    respelled = "".join(c if c in ",，" else next(plain, "") for c in printed) + "".join(plain)
    return text[: match.start()] + respelled + text[match.end() :]


def fits_or_slips(comparison: Comparison) -> bool:
    """Whether the figures agree, or one slip would make them: what supposed relations need to be told."""
    return judge(comparison).verdict in ("consistent", "by_rounding") or bool(closing_slips(comparison))


def closing_slips(comparison: Comparison, limit: int = 400) -> tuple[Slip, ...]:
    """The slips in one figure that would make the relation hold, the most telling kinds first."""
    figures = (comparison.reported, *comparison.using)
    readings = tuple(
        Reading.exactly(one.asserted) for one in (reported_reading(comparison), *map(Reading.of, comparison.using))
    )
    found: list[Slip] = []
    missing = _missing(comparison, readings)
    if missing is None and len(figures) > MOST_TRIED:
        return ()
    for index, claim in enumerate(figures):
        if not isinstance(claim, Claim) or (index == 0 and comparison.reading is not None):
            continue
        for kind, value, write in islice(meanings(claim), limit):
            if missing is not None:
                miss, slack, weights = missing
                if abs(miss + weights[index] * (value - claim.value)) > slack:
                    continue
            slip = slip_of(claim, readings[index], kind, value, write)
            if holds(comparison, (*readings[:index], slip.reading, *readings[index + 1 :])):
                found.append(slip)
    return tuple(sorted(found, key=lambda slip: SLIPS.index(slip.kind)))


def _missing(comparison: Comparison, readings: tuple[Reading, ...]) -> tuple[Decimal, Decimal, tuple[int, ...]] | None:
    """By how much a weighted sum of bare numbers misses, what rounding allows, the weights; else None."""
    widths = [width(reading.asserted) for reading in readings]
    if not comparison.weights or None in widths or not isinstance(comparison.reported, Claim):
        return None
    weights = (-1, *comparison.weights)
    values = (comparison.reported.value, *(claim.value for claim in comparison.using))
    slack = sum((one for one in widths if one is not None), Fraction(0)) * 2
    miss = sum((weight * value for weight, value in zip(weights, values, strict=True)), Decimal(0))
    return miss, Decimal(slack.numerator) / slack.denominator, weights


def near_miss(comparison: Comparison) -> bool:
    """Whether one likely slip would close the relation, and unrelated figures would hardly come so near."""
    return accident(comparison, slipping=True) <= comparison.support and bool(closing_slips(comparison))


def accident(comparison: Comparison, *, slipping: bool = False) -> Fraction:
    """An upper estimate of the probability that unrelated figures meet the relation, or come within one slip of it.

    A number of the reported figure's size falls into the width of the two intervals; with `slipping`, every slip of
    every figure is one more try.
    """
    reported = reported_reading(comparison)
    try:
        implied = comparison.expected(*(Reading.of(claim) for claim in comparison.using))
    except ZeroDivisionError:
        return Fraction(1)
    size = max(
        abs(end) for layer in (reported, implied) for end in (layer.stated.low, layer.stated.high) if end is not None
    )
    widths = [width(reported.asserted), width(implied.asserted)]
    if size == 0 or None in widths:
        return Fraction(1)
    claims = [claim for claim in (comparison.reported, *comparison.using) if isinstance(claim, Claim)]
    rounding = sum((one for one in widths if one is not None), Fraction(0))
    alike = [
        claim for claim in claims if claim.unit == claims[0].unit and abs(claim.value) <= 10 * abs(claims[0].value)
    ]
    window = max(rounding, *(last_place(claim) for claim in alike)) if claims else rounding
    tries = sum(10 * len(digits_of(claim).replace(".", "")) + 3 for claim in claims) if slipping else 1
    return min(Fraction(1), tries * window / size)


def last_place(claim: Claim) -> Fraction:
    """The unit of the last digit that is not 0, for figures of round thousands, which say no more than thousands."""
    digits = Fraction(claim.value) / Fraction(claim.resolution)
    place = Fraction(claim.resolution)
    if digits % ROUND:
        return place
    while digits and digits % 10 == 0:
        digits /= 10
        place *= 10
    return place


def one_slip_apart(a: Claim, b: Claim) -> bool:
    """Whether one slip turns one figure into the other, or into one of many digits that rounds to it."""
    if a.value == b.value:
        return False
    if _may_be_slip(a.value, b.value) and b.value in slipped_values(a.text, a.value):
        return True
    many = a.resolution < b.resolution and significant_digits(a) >= 4 and significant_digits(b) >= 3
    many = many and b.hedge != "about"  # 约585 leaves room for slips enough of 421.7
    return many and _rounds_to(slipped_values(a.text, a.value), b.asserted)


def rounds_a_slip(rounder: Claim, claim: Claim) -> bool:
    """Whether a figure of two digits or more is a slip away from a round one for another of more digits."""
    if significant_digits(rounder) < 2 or significant_digits(claim) <= significant_digits(rounder):
        return False
    spread = width(rounder.implied)
    if spread is None or spread > hedges.last_place(rounder.value, rounder.resolution):  # a range
        return False
    return any(claim.value in slip.reading.implied for slip in slips(rounder))


def _rounds_to(values: Iterable[Decimal], rounded: Interval) -> bool:
    """Whether one of the values lies in the interval of a rounder figure; its ends are decimals."""
    low, high = (
        None if end is None else Decimal(end.numerator) / end.denominator for end in (rounded.low, rounded.high)
    )
    near = [value for value in values if (low is None or low <= value) and (high is None or value <= high)]
    return any(value in rounded for value in near)


def _may_be_slip(a: Decimal, b: Decimal) -> bool:
    """Whether the difference is that of one digit, or of two swapped, a multiple of 9; or the digits are the same."""
    gap = abs(a - b)
    lead = gap.scaleb(1 - gap.adjusted())  # with two digits before the point
    if lead == lead.to_integral_value():
        return lead % 9 == 0 or lead % 10 == 0
    return a.scaleb(-a.adjusted()) == b.scaleb(-b.adjusted())
