"""A claim against known figures: its level, growth from two levels, a share of a whole, sums of areas, per head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import reduce

from claims import period as periods
from claims import place as places
from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations import references
from expectations.blocks import Block, Sentence
from expectations.comparison import Comparison, Expected, Judged, Reading, Refusal, judge
from expectations.ratios import parts
from expectations.reconcile.comparable import adds_up_in_place, growth_refusal, is_revised
from expectations.reconcile.containment import ancestors
from expectations.references import Known
from expectations.same import LEVELS, dimension, is_level, is_result
from expectations.tabular import base_period, direct_parts
from expectations.words import before

Proposal = Comparison | Refusal
SCOPE = Bilingual("两处的口径、统计时点或价格可能不同", "they may differ in scope, day of count or prices")
REVISED = Bilingual(
    "此类数据常有修订，稿件所据可能是另一次公布的数",
    "such figures are often revised; the article may use another release",
)
UNDATED = Bilingual(
    "稿件没有写明时间，按发稿时最近一期数据比较",
    "the article names no period; compared with the latest figure of its day",
)
UNSCOPED = Bilingual("稿件没有写明口径", "the article does not state the scope")
BIGGER = Bilingual(
    "这是上一级地区的数，下级地区不应超过它", "the figure is of the larger area, which its parts cannot exceed"
)
# People may be counted as visits or users where the share is of the population.
_HEADS = frozenset(("person", "person_time", "household"))


def proposals(block: Block) -> Iterator[Proposal]:
    """All that the known figures say of the claims of one document."""
    known = block.references
    if known is None:
        return
    published = next((document.published for document in block.documents.values()), None)
    of_wholes: set[str] = set()
    for sentence in block.sentences:
        part_of = {share.claim_id: part for share, part in parts(sentence)}
        for share in sentence.claims:
            part = part_of.get(share.claim_id) or _nearest_level(share, sentence)
            if share.kind == "share" and is_result(share) and part is not None:
                for found in _share_of_known(share, part, known, published):
                    of_wholes.add(share.claim_id)
                    yield found
    for claim in block.claims:
        if is_result(claim) and claim.measure_key and claim.claim_id not in of_wholes:
            yield from _proposed(claim, known, published, block)


def _nearest_level(share: Claim, sentence: Sentence) -> Claim | None:
    """The last level before a share, a few clauses before at most."""
    earlier = [one for one in sentence.claims if one.end <= share.start and is_level(one) and not one.former]
    near = [one for one in earlier if is_result(one) and share.clause - one.clause <= 2]
    return near[-1] if near else None


def _proposed(claim: Claim, known: Known, published: date | None, block: Block) -> Iterator[Proposal]:
    name = references.stem(claim.measure_key)
    direct = list(_same_quantity(claim, name, known, published))
    if direct:
        yield from direct
    elif is_level(claim):
        yield from _areas(claim, name, known, published)
        yield from _per_head(claim, name, known, published, block)
    elif claim.kind == "relative_change" and not claim.former:
        yield from _growth(claim, name, known, published)
    elif claim.kind == "absolute_change":
        yield from _difference(claim, name, known, published)
    elif claim.kind == "share":
        yield from _share_of_area(claim, name, known, published)


def _same_quantity(claim: Claim, name: str, known: Known, published: date | None) -> Iterator[Proposal]:
    """The very quantity among the known figures, of the same period or, where the claim names none, the latest."""
    kinds = LEVELS if is_level(claim) else (claim.kind,)
    same = [
        one for one in known.about(name, claim.place, kinds) if references.fits(claim, one) and _base_fits(claim, one)
    ]
    if not same or not claim.place:
        return
    of_period = references.in_period(same, claim.period) if claim.period else []
    undated = not claim.period and bool(published) and not claim.former
    options = of_period or (references.latest(same, published) if undated else [])
    if options:
        yield _best(claim, options, published, (UNDATED,) if undated else ())
    elif not claim.period:
        yield Refusal((claim,), "period-unknown")


def _base_fits(claim: Claim, known: Claim) -> bool:
    if is_level(claim) or not (claim.base_period and known.base_period):
        return True
    return base_period(claim) == base_period(known)


def _best(claim: Claim, options: Iterable[Claim], published: date | None, assumes: tuple[Bilingual, ...]) -> Comparison:
    """The comparison that holds, if one does; else the one with the figure current on the day, the least apart."""
    failing: list[tuple[Fraction, Comparison]] = []
    for choice in references.current(options, published):
        for one in choice.all:
            judged = judge(_equal(claim, one, assumes))
            if judged.verdict in ("consistent", "by_rounding"):
                superseded = one is not choice.current and one.vintage < choice.current.vintage
                return _superseded(claim, one, choice.current) if superseded else judged.comparison
            if one is choice.current:
                failing.append((judged.gap, judged.comparison))
    return min(failing, key=lambda pair: pair[0])[1]


def _equal(claim: Claim, known: Claim, assumes: tuple[Bilingual, ...] = ()) -> Comparison:
    scope = (UNSCOPED,) if known.scope and not claim.scope else ()
    return compared(claim, (known,), lambda _: references.in_unit_of(claim, known), "{1}", assumes=(*assumes, *scope))


def _superseded(claim: Claim, old: Claim, new: Claim) -> Comparison:
    hint = Bilingual(
        f"与{old.vintage}公布的数相符，该数后来修订过（{new.vintage}）",
        f"it is the figure published in {old.vintage}, since revised ({new.vintage})",
    )
    return compared(claim, (new,), lambda _: references.in_unit_of(claim, new), "{1}", worst="note", hints=(hint,))


def _growth(claim: Claim, name: str, known: Known, published: date | None) -> Iterator[Proposal]:
    """A growth against two known levels."""
    pair = _two_levels(claim, name, known, published)
    if pair is None:
        return
    reason = growth_refusal(claim)
    if reason and not (claim.price_basis and claim.price_basis == pair[0].price_basis):
        yield Refusal((claim,), reason)
        return

    def growth(new: Reading, old: Reading) -> Reading:
        return (new / old).plus(-1).scaled(100)

    yield compared(claim, pair, growth, "({1} ÷ {2} − 1) × 100")


def _difference(claim: Claim, name: str, known: Known, published: date | None) -> Iterator[Proposal]:
    pair = _two_levels(claim, name, known, published)
    if pair is not None and all(dimension(one) == dimension(claim) for one in pair):
        yield compared(claim, pair, lambda new, old: new - old, "{1} − {2}")


def _two_levels(claim: Claim, name: str, known: Known, published: date | None) -> tuple[Claim, Claim] | None:
    base = base_period(claim)
    if not claim.period or not base or not claim.place:
        return None
    new = _one(claim, known.about(name, claim.place, LEVELS), claim.period, published)
    old = _one(claim, known.about(name, claim.place, LEVELS), base, published)
    if new is None or old is None or dimension(new) != dimension(old) or new.unit != old.unit or new.scope != old.scope:
        return None
    return new, old


def _one(claim: Claim, known: Iterable[Claim], period: str, published: date | None) -> Claim | None:
    """The one known figure of a period that was current on the day; None where there are none, or several series."""
    fitting = [one for one in known if not (claim.scope and one.scope and claim.scope != one.scope)]
    choices = references.current(references.in_period(fitting, period), published)
    last = max((choice.current.period for choice in choices), default="")
    chosen = [choice.current for choice in choices if choice.current.period == last]
    return chosen[0] if len(chosen) == 1 else None


def _share_of_known(share: Claim, part: Claim, known: Known, published: date | None) -> Iterator[Proposal]:
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
    return compared(share, pair, lambda part, whole: (part / whole).scaled(100), "{1} ÷ {2} × 100", assumes=assumes)


def _share_of_area(claim: Claim, name: str, known: Known, published: date | None) -> Iterator[Proposal]:
    """An area's share of a larger one's figure of the same measure (占全省的比重)."""
    name = name.partition("占")[0] or name
    part = _one(claim, known.about(name, claim.place, LEVELS), claim.period, published) if claim.period else None
    if part is None:
        return
    for area in ancestors(claim.place):
        if not _names_area(whole_words(claim), area):
            continue
        whole = _one(claim, known.about(name, area, LEVELS), claim.period, published)
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


def _areas(claim: Claim, name: str, known: Known, published: date | None) -> Iterator[Proposal]:
    """An area whose own figure is not known: the sum of its parts where all are, else no more than the larger area."""
    if not claim.place or not claim.period or not adds_up_in_place(claim):
        return
    row = [one for one in known.parts(name, claim.place, LEVELS) if references.fits(claim, one)]
    choices = references.current(references.in_period(row, claim.period), published)
    added = tuple(choice.current for choice in choices)
    if added and {one.place for one in added} == direct_parts(claim.place) and _once(added):
        working = " + ".join(f"{{{number}}}" for number in range(1, len(added) + 1))
        yield compared(claim, added, _sum(claim, added), working)
        return
    for area in ancestors(claim.place):
        whole = _one(claim, known.about(name, area, LEVELS), claim.period, published)
        if whole is not None and references.fits(claim, whole):
            expected = _sum(claim, (whole,))
            yield compared(claim, (whole,), expected, "{1}", relation="at_most", explanations=(BIGGER,))
            return


def _once(row: tuple[Claim, ...]) -> bool:
    return len({one.place for one in row}) == len(row)


def _sum(claim: Claim, row: tuple[Claim, ...]) -> Expected:
    readings = [references.in_unit_of(claim, one) for one in row]
    return lambda *_: reduce(Reading.__add__, readings)


def _per_head(claim: Claim, name: str, known: Known, published: date | None, block: Block) -> Iterator[Proposal]:
    """A figure per head: the total, known or of the article, over the population at both ends of the year."""
    if not name.startswith("人均") or not claim.place or periods.year_of(claim.period) is None:
        return
    totals = known.about(name[2:], claim.place, LEVELS) + [
        one for one in block.claims if references.stem(one.measure_key) == name[2:] and one.place == claim.place
    ]
    total = _one(claim, totals, claim.period, published)
    people = [_one(claim, known.about("人口", claim.place, LEVELS), period, published)
              for period in (claim.period, periods.shift_years(claim.period, -1))]  # fmt: skip
    heads = [one for one in people if one is not None]
    if total is None or people[0] is None or dimension(total) != dimension(claim).partition("/")[0]:
        return

    def per_head(total: Reading, *population: Reading) -> Reading:
        return total / reduce(_hull, population)

    yield compared(claim, (total, *heads), per_head, "{1} ÷ " + "…".join(f"{{{n}}}" for n in range(2, len(heads) + 2)))


def _hull(a: Reading, b: Reading) -> Reading:
    return Reading(a.asserted.hull(b.asserted), a.implied.hull(b.implied), a.stated.hull(b.stated))


def compared(
    claim: Claim,
    using: tuple[Claim, ...],
    expected: Expected,
    working: str,
    *,
    relation: str = "meets",
    worst: str = "",
    assumes: tuple[Bilingual, ...] = (),
    hints: tuple[Bilingual, ...] = (),
    explanations: tuple[Bilingual, ...] = (),
) -> Comparison:
    """The claim against what known figures imply, with the source and row of each in the words."""
    cited = [one for one in using if one.is_reference]
    revised = any(is_revised(one) for one in cited)
    made = Comparison(
        reported=claim,
        using=using,
        expected=expected,
        working=working,
        relation=relation,
        facts={"source": _sources(cited)},
        inferred=tuple(name for name in ("place", "period", "measure") if name in claim.inferred),
        worst=worst or "error",
        assumes=assumes,
        hints=hints,
        explanations=(*explanations, SCOPE, *((REVISED,) if revised else ())),
    )
    return replace(made, worst="warning") if revised and not worst and _slight(judge(made)) else made


def _slight(judged: Judged) -> bool:
    """Whether a discrepancy is so small that a revision may explain it: a tenth of what is known."""
    ends = [abs(end) for end in (judged.implied.low, judged.implied.high) if end is not None]
    return judged.gap * 10 <= max(ends, default=Fraction(0))


def _sources(cited: list[Claim]) -> Bilingual:
    """Who published the known figures, with table and row."""
    names = list(dict.fromkeys(one.attribution for one in cited if one.attribution))
    rows = [one.cited for one in cited]
    shown = "、".join(rows[:3]) + ("……" if len(rows) > 3 else "")
    listed = ", ".join(rows[:3]) + (" …" if len(rows) > 3 else "")
    zh = f"{'、'.join(f'《{name}》' for name in names[:2])}（{shown}）" if names else shown
    en = f"{', '.join(names[:2])} ({listed})" if names else listed
    return Bilingual(zh, en)
