"""Shares, areas and figures per head against known figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce

from claims import period as periods
from claims import place as places
from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations import references
from expectations.areas import ancestors
from expectations.blocks import Block, Sentence
from expectations.cited import UNDATED, compared
from expectations.comparison import Comparison, Expected, Reading, judge, operands
from expectations.ratios import PERCENTAGE, percentage
from expectations.reconcile.comparable import adds_up_in_place
from expectations.references import Known
from expectations.same import LEVELS, dimension, is_level, is_result
from expectations.sums import added
from expectations.tabular import direct_parts
from expectations.words import before

BIGGER = Bilingual(
    "这是上一级地区的数，下级地区不应超过它", "the figure is of the larger area, which its parts cannot exceed"
)
# People may be counted as visits or users where the share is of the population.
_HEADS = frozenset(("person", "person_time", "household"))


def nearest_level(share: Claim, sentence: Sentence) -> Claim | None:
    """The last level before a share, a few clauses before at most."""
    earlier = [one for one in sentence.claims if one.end <= share.start and is_level(one) and not one.former]
    near = [one for one in earlier if is_result(one) and share.clause - one.clause <= 2]
    return near[-1] if near else None


def share_of_known(share: Claim, part: Claim, known: Known, published: date | None) -> Iterator[Comparison]:
    """A share of a whole that only the known figures give: users over 54 % of the population."""
    name = references.stem(share.whole_key)
    own = share.place or part.place
    place = next((area for area in ancestors(own) if _names_area(whole_words(share), area)), own)
    if place == part.place and name == references.stem(part.measure_key):
        return  # a whole of the same name and place is another one
    if not share.whole_key or not name or not place:
        return
    wholes = [one for one in known.about(name, place, LEVELS) if _countable(part, one)]
    period = share.period or part.period
    options = references.in_period(wholes, period) if period else references.latest(wholes, published)
    choices = references.current(options, published)
    found = [_shared(share, (part, choice.current), () if period else (UNDATED,)) for choice in choices]
    held = next((one for one in found if judge(one).verdict in ("consistent", "by_rounding")), None)
    if found:
        yield held or min(found, key=lambda one: judge(one).gap)


def _countable(part: Claim, whole: Claim) -> bool:
    return dimension(part) == dimension(whole) or {dimension(part), dimension(whole)} <= _HEADS


def _shared(share: Claim, pair: tuple[Claim, Claim], assumes: tuple[Bilingual, ...] = ()) -> Comparison:
    return compared(share, pair, percentage, PERCENTAGE, assumes=assumes)


def share_of_area(claim: Claim, name: str, known: Known, published: date | None) -> Iterator[Comparison]:
    """An area's share of a larger one's figure of the same measure (占全省的比重)."""
    name = name.partition("占")[0] or name
    part = (
        references.the_one(claim, known.about(name, claim.place, LEVELS), claim.period, published)
        if claim.period
        else None
    )
    if part is None:
        return
    for area in ancestors(claim.place):
        if not _names_area(whole_words(claim), area):
            continue
        whole = references.the_one(claim, known.about(name, area, LEVELS), claim.period, published)
        if whole is not None and dimension(whole) == dimension(part):
            yield _shared(claim, (part, whole))


def whole_words(share: Claim) -> str:
    """The words of what a share is taken of, whose place among them: 全省用电量 in 占全省用电量的14%."""
    return share.whole + before(share, 20).rpartition("占")[2]


def _names_area(words: str, area: str) -> bool:
    """Whether the words of a whole name this area: 全省, 全国, its name."""
    level = places.level(area)
    short = places.name(area)[:2]
    return (
        {"province": "全省", "country": "全国", "city": "全市"}.get(level, "—") in words
        or short in words
        or (area == places.CHINA and "我国" in words)
    )


def areas(claim: Claim, name: str, known: Known, published: date | None) -> Iterator[Comparison]:
    """An area whose own figure is not known: the sum of its parts where all are, else no more than the larger area."""
    if not claim.place or not claim.period or not adds_up_in_place(claim):
        return
    row = [one for one in known.parts(name, claim.place, LEVELS) if references.fits(claim, one)]
    choices = references.current(references.in_period(row, claim.period), published)
    found = tuple(choice.current for choice in choices)
    if found and {one.place for one in found} == direct_parts(claim.place) and _once(found):
        yield compared(claim, found, _sum(claim, found), operands(" + ", 1, len(found)))
        return
    for area in ancestors(claim.place):
        whole = references.the_one(claim, known.about(name, area, LEVELS), claim.period, published)
        if whole is not None and references.fits(claim, whole):
            expected = _sum(claim, (whole,))
            yield compared(claim, (whole,), expected, "{1}", relation="at_most", explanations=(BIGGER,))
            return


def _once(row: tuple[Claim, ...]) -> bool:
    return len({one.place for one in row}) == len(row)


def _sum(claim: Claim, row: tuple[Claim, ...]) -> Expected:
    readings = [references.in_unit_of(claim, one) for one in row]
    return lambda *_: added(*readings)


def per_head(claim: Claim, name: str, known: Known, published: date | None, block: Block) -> Iterator[Comparison]:
    """A figure per head: the total, known or of the article, over the population at both ends of the year."""
    if not name.startswith("人均") or not claim.place or periods.year_of(claim.period) is None:
        return
    totals = known.about(name[2:], claim.place, LEVELS) + [
        one for one in block.claims if references.stem(one.measure_key) == name[2:] and one.place == claim.place
    ]
    total = references.the_one(claim, totals, claim.period, published)
    people = [references.the_one(claim, known.about("人口", claim.place, LEVELS), period, published)
              for period in (claim.period, periods.shift_years(claim.period, -1))]  # fmt: skip
    heads = [one for one in people if one is not None]
    if total is None or people[0] is None or dimension(total) != dimension(claim).partition("/")[0]:
        return

    def over_heads(total: Reading, *population: Reading) -> Reading:
        return total / reduce(Reading.hull, population)

    yield compared(claim, (total, *heads), over_heads, "{1} ÷ " + operands("…", 2, len(heads) + 1))
