"""A comparison proposes: this reported figure against what those imply. One judge disposes, by intervals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from claims.bilingual import Bilingual
from claims.claim import Claim, Mention
from claims.interval import Exact, Interval


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as its words guarantee it (`asserted`), as a reader takes it (`implied`), and as bare number (`stated`).

    Arithmetic acts on all three at once, so what figures imply has the same three layers.
    """

    asserted: Interval
    implied: Interval
    stated: Interval

    @classmethod
    def of(cls, claim: Claim) -> Reading:
        """The three readings of a claim, in its unit."""
        asserted, implied, stated = claim.asserted, claim.implied, _point(claim.value)
        if implied is asserted or implied == asserted:
            implied = asserted = stated if asserted == stated else asserted
        return cls(asserted, implied, stated)

    @classmethod
    def exactly(cls, interval: Interval) -> Reading:
        """One interval for all three: a bound or a count that nobody rounded."""
        return cls(interval, interval, interval)

    @classmethod
    def constant(cls, value: Exact) -> Reading:
        """A number that is part of the rule."""
        return cls.exactly(Interval.point(value))

    def each(self, change: Callable[[Interval], Interval]) -> Reading:
        """`change` applied to all three layers."""
        asserted = change(self.asserted)
        implied = asserted if self.implied is self.asserted else change(self.implied)
        stated = asserted if self.stated is self.asserted else change(self.stated)
        return Reading(asserted, implied, stated)

    def with_(self, other: Reading, join: Callable[[Interval, Interval], Interval]) -> Reading:
        """`join` applied layer by layer; layers that are one stay one."""
        asserted = join(self.asserted, other.asserted)
        alike = self.implied is self.asserted and other.implied is other.asserted
        bare = self.stated is self.asserted and other.stated is other.asserted
        implied = asserted if alike else join(self.implied, other.implied)
        return Reading(asserted, implied, asserted if bare else join(self.stated, other.stated))

    def __add__(self, other: Reading) -> Reading:
        return self.with_(other, Interval.__add__)

    def __sub__(self, other: Reading) -> Reading:
        return self.with_(other, Interval.__sub__)

    def __mul__(self, other: Reading) -> Reading:
        return self.with_(other, Interval.__mul__)

    def __truediv__(self, other: Reading) -> Reading:
        return self.with_(other, Interval.__truediv__)

    def __neg__(self) -> Reading:
        return self.each(lambda interval: -interval)

    def hull(self, other: Reading) -> Reading:
        """All values between the two."""
        return self.with_(other, Interval.hull)

    def scaled(self, factor: Exact) -> Reading:
        """All layers times `factor`."""
        return self.each(lambda interval: interval.scaled(factor))

    def plus(self, shift: Exact) -> Reading:
        """All layers moved by `shift`."""
        return self + Reading.constant(shift)


@lru_cache(maxsize=1 << 12)
def _point(value: Decimal) -> Interval:
    return Interval.point(value)


Expected = Callable[..., Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One figure against what others imply.

    `expected` turns the readings of `using`, in order, into the reading they imply for `reported`, in the same unit.
    `working` shows it, with `{0}` for the reported figure and `{1}`, `{2}` … for those used; or it quotes the article.
    A `candidate` is a relation that the words do not establish: where it holds the figures corroborate one another,
    where it fails it is dropped unless a single likely slip would close it and an accident is improbable.
    """

    reported: Claim | Mention
    using: tuple[Claim, ...] = ()
    expected: Expected
    working: str
    relation: str = "meets"  # or "as_printed", "at_most", "at_least", "distinct"
    weights: tuple[int, ...] = ()  # where `expected` is the sum of `using` with these weights
    reading: Reading | None = None  # of the reported, where it is not the claim's own
    unit: str = ""
    facts: Mapping[str, str | Bilingual] = field(default_factory=dict)  # words for the message
    explanations: tuple[Bilingual, ...] = ()  # innocent ones
    hints: tuple[Bilingual, ...] = ()  # the likely slip, where the check knows it
    assumes: tuple[Bilingual, ...] = ()  # unstated assumptions: at most a note
    inferred: tuple[str, ...] = ()  # fields taken from context: at most a warning
    worst: str = "error"  # no graver than this
    grave: bool = False  # changes the meaning however small the gap
    candidate: bool = False
    support: Fraction = Fraction(
        1, 100
    )  # the highest probability of accident at which a failing candidate is still reported
    quiet: bool = False  # agreement says nothing of use (an impossible value that is possible)
    suspects: tuple[tuple[str, ...], ...] = ()  # where not every single figure is one
    beside: tuple[Claim | Mention, ...] = ()  # further places worth showing

    @property
    def reported_unit(self) -> str:
        """The unit of the reported claim; a mention has none."""
        return self.reported.unit if isinstance(self.reported, Claim) else ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A comparison that was not made, and why (a key of `wording.REASONS`)."""

    claims: tuple[Claim, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A comparison with its verdict, the intervals that decided, and their least distance.

    `verdict` is `consistent`, `by_rounding`, `implied_only`, `inconsistent` or `not_comparable`, then with a `reason`.
    """

    comparison: Comparison
    verdict: str
    reported: Interval
    implied: Interval
    gap: Fraction
    reason: str = ""


def operands(sign: str, first: int, last: int) -> str:
    """The places of figures in a working, joined by a sign: `{1} + {2} + {3}`."""
    return sign.join(f"{{{at}}}" for at in range(first, last + 1))


def reported_reading(comparison: Comparison) -> Reading:
    """The reading of the figure under test."""
    if comparison.reading is not None:
        return comparison.reading
    if isinstance(comparison.reported, Mention):
        raise ValueError(f"a comparison at a mention needs a reading: {comparison.reported.text}")
    return Reading.of(comparison.reported)


def judge(comparison: Comparison) -> Judged:
    """The verdict on one comparison: the asserted intervals decide, then the implied ones, then the bare numbers.

    Intervals that meet only because figures are rounded or hedged are consistent by rounding. A division by an interval
    that holds 0 cannot be judged.
    """
    reported = reported_reading(comparison)
    try:
        implied = comparison.expected(*(Reading.of(claim) for claim in comparison.using))
    except ZeroDivisionError:
        nothing = Interval(None, None)
        return Judged(comparison, "not_comparable", reported.asserted, nothing, Fraction(0), "divisor-may-be-zero")
    relation = comparison.relation
    if relation == "distinct":
        verdict = "implied_only" if reported.stated == implied.stated else "consistent"
        return Judged(comparison, verdict, reported.stated, implied.stated, Fraction(0))
    layers: tuple[tuple[Interval, Interval], ...]
    if relation == "as_printed" and same_print(comparison):
        relation, layers = "meets", ((reported.stated, implied.stated),)
    else:
        layers = ((reported.asserted, implied.asserted), (reported.implied, implied.implied))
    for depth, (left, right) in enumerate(layers):
        left, right = bounded(relation, left, right)
        if not left.meets(right):
            verdict = ("inconsistent", "implied_only")[depth]
            return Judged(comparison, verdict, *_shown(depth, reported, implied), left.gap(right))
    bare = len(layers) == 1 or Interval.meets(*bounded(relation, reported.stated, implied.stated))
    verdict = "consistent" if bare else "by_rounding"
    return Judged(comparison, verdict, reported.asserted, implied.asserted, Fraction(0))


def _shown(depth: int, reported: Reading, implied: Reading) -> tuple[Interval, Interval]:
    return (reported.implied, implied.implied) if depth else (reported.asserted, implied.asserted)


def bounded(relation: str, reported: Interval, implied: Interval) -> tuple[Interval, Interval]:
    """The two intervals that must meet for the relation to hold."""
    if relation == "at_most":
        return reported, Interval(None, implied.high, False, implied.high_closed)
    if relation == "at_least":
        return reported, Interval(implied.low, None, implied.low_closed, False)
    return reported, implied


def same_print(comparison: Comparison) -> bool:
    """Whether both figures are printed to the same place without hedges, so that a different print is a difference."""
    reported = comparison.reported
    if isinstance(reported, Mention) or len(comparison.using) != 1:
        return False
    return alike_in_print(reported, comparison.using[0])


def alike_in_print(a: Claim, b: Claim) -> bool:
    """Whether two figures are given to the same place, neither hedged, neither rounder than the other."""
    if a.hedge or b.hedge or a.resolution != b.resolution:
        return False
    return a.asserted is b.asserted or width(a.asserted) == width(b.asserted)


def width(interval: Interval) -> Fraction | None:
    """The length of an interval; None if it is unbounded."""
    return None if interval.low is None or interval.high is None else interval.high - interval.low


def holds(comparison: Comparison, readings: tuple[Reading, ...]) -> bool:
    """Whether the relation would hold by asserted intervals if the figures had these readings, the reported first."""
    try:
        implied = comparison.expected(*readings[1:])
    except ZeroDivisionError:
        return False
    left, right = bounded(comparison.relation, readings[0].asserted, implied.asserted)
    return left.meets(right)
