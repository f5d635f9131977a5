"""Known figures: those that a claim can be held against, and which was current when the article appeared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from claims import period as periods
from claims import place as places
from claims import units
from claims.claim import Claim
from claims.period import bounds
from claims.zh.units import UNITS
from expectations.comparison import Reading
from expectations.same import differ, dimension

# Words that say whose figure it is, not of what: 全省人口总数, 占全国的比重.
_WHOSE = re.compile(
    r"^(?:占|全(?:国|省|市|区|县|球|部)|我[国省市]|本[省市区县]|当地|该[省市县])+|(?:的|总数|总量|总额|总计|数量)+$"
)
_PEOPLE = re.compile(r"(?<=口)人$|^(?:年末|期末)?(?:总|常住|全部)?人口(?:总?数|总量)?人?$")
_POPULATION = "人口"
OTHER_POPULATIONS = re.compile(r"户籍|城镇|农村|乡村|流动|外来|老年|就业|劳动|男性|女性|岁")


def stem(measure_key: str) -> str:
    """The measure without whose it is; 人口, 总人口 and 常住人口 are one unless another population is named."""
    words = _WHOSE.sub("", measure_key)
    if _PEOPLE.search(words) and not OTHER_POPULATIONS.search(words):
        return _POPULATION
    return words.removesuffix("人") if words.endswith("口人") else words


@dataclass(frozen=True, slots=True)
class Choice:
    """Known figures of one quantity: the one current on the article's day first, then those of other days."""

    current: Claim
    others: tuple[Claim, ...] = ()

    @property
    def all(self) -> tuple[Claim, ...]:
        return (self.current, *self.others)


@dataclass(frozen=True, slots=True)
class Known:
    """All known figures, by the stem of their measure."""

    by_stem: dict[str, tuple[Claim, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Known:
        """The index over the claims."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            found[stem(claim.measure_key)].append(claim)
        return cls({name: tuple(row) for name, row in found.items()})

    def about(self, measure: str, place: str, kinds: tuple[str, ...]) -> list[Claim]:
        """The figures of these kinds of a measure (its stem) in a place."""
        return [claim for claim in self.by_stem.get(measure, ()) if claim.place == place and claim.kind in kinds]

    def parts(self, measure: str, place: str, kinds: tuple[str, ...]) -> list[Claim]:
        """The figures of the areas directly within a place."""
        return [
            claim
            for claim in self.by_stem.get(measure, ())
            if claim.kind in kinds and places.parent(claim.place) == place
        ]


def in_period(known: Iterable[Claim], period: str) -> list[Claim]:
    """Those of the same period; of a stock also those counted on a day of the year or month that the claim names."""
    found = []
    for claim in known:
        if periods.same(claim.period, period) or (is_day(claim.period) and _names_day(period, claim.period)):
            found.append(claim)
    return found


def _names_day(period: str, day: str) -> bool:
    """Whether a year, month or last day of a year stands for a stock counted on `day`."""
    ends, counted = bounds(period), bounds(day)
    if ends is None or counted is None:
        return False
    return periods.contains(period, day) or (is_day(period) and ends[0].year == counted[0].year and _year_end(ends[0]))


def _year_end(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def is_day(period: str) -> bool:
    """Whether the period is one day, at which a stock is counted."""
    return periods.length_in_days(period) == 1


def latest(known: Iterable[Claim], published: date | None) -> list[Claim]:
    """Of figures of one measure and place those of the last period over, and published, on the article's day."""
    over = [
        claim
        for claim in known
        if _available(claim, published)
        and (ends := bounds(claim.period)) is not None
        and (published is None or ends[1] <= published)
    ]
    last = max((ends[1] for claim in over if (ends := bounds(claim.period))), default=None)
    return [claim for claim in over if (ends := bounds(claim.period)) and ends[1] == last]


def _available(claim: Claim, published: date | None) -> bool:
    ends = bounds(claim.vintage)
    return published is None or ends is None or ends[0] <= published


def current(known: Iterable[Claim], published: date | None) -> list[Choice]:
    """The known figures of a measure as choices: one a quantity, with its revisions."""
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in known:
        source = "" if claim.vintage else claim.attribution
        key = (claim.place, claim.period, dimension(claim), claim.kind, claim.scope, claim.price_basis, source)
        groups[key].append(claim)
    found = []
    for row in groups.values():
        ordered = sorted(row, key=lambda claim: (claim.vintage, claim.origin))
        told = [claim for claim in ordered if _available(claim, published)]
        chosen = told[-1] if told else ordered[0]
        found.append(Choice(chosen, tuple(claim for claim in reversed(ordered) if claim is not chosen)))
    return found


def fits(claim: Claim, known: Claim) -> bool:
    """Whether nothing but the value can part the two: scope and price basis agree or one is silent, units convert."""
    if differ(claim.scope, known.scope) or differ(claim.price_basis, known.price_basis):
        return False
    return same_dimension(claim, known)


def same_dimension(a: Claim, b: Claim) -> bool:
    """Whether the figures count the same kind of thing, in whatever unit."""
    return dimension(a) == dimension(b)


def in_unit_of(claim: Claim, known: Claim) -> Reading:
    """The reading of a known figure in the unit of the claim."""
    ratio = _ratio(known.unit, claim.unit)
    reading = Reading.of(known)
    return reading if ratio == 1 else reading.scaled(ratio)


def _ratio(unit: str, other: str) -> Fraction:
    from_unit, to_unit = UNITS.get(unit), UNITS.get(other)
    if unit == other or from_unit is None or to_unit is None or from_unit.dimension != to_unit.dimension:
        return Fraction(1)
    return units.factor(from_unit.name) / units.factor(to_unit.name)


def the_one(claim: Claim, known: Iterable[Claim], period: str, published: date | None) -> Claim | None:
    """The one known figure of a period that was current on the day; None where there are none, or several series."""
    fitting = [one for one in known if not (claim.scope and one.scope and claim.scope != one.scope)]
    choices = current(in_period(fitting, period), published)
    last = max((choice.current.period for choice in choices), default="")
    chosen = [choice.current for choice in choices if choice.current.period == last]
    return chosen[0] if len(chosen) == 1 else None
