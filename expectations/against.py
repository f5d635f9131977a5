"""A claim against known figures: its level, growth from two levels, and what is reckoned from several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations import known_parts, references
from expectations.blocks import Block
from expectations.cited import UNDATED, compared
from expectations.comparison import Comparison, Refusal, judge
from expectations.levels import GROWTH, growth
from expectations.parts import parts
from expectations.reconcile.comparable import growth_refusal
from expectations.references import Known
from expectations.same import LEVELS, base_period, dimension, is_level, is_result

Proposal = Comparison | Refusal
UNSCOPED = Bilingual("稿件没有写明口径", "the article does not state the scope")


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
            part = part_of.get(share.claim_id) or known_parts.nearest_level(share, sentence)
            if share.kind == "share" and is_result(share) and part is not None:
                for found in known_parts.share_of_known(share, part, known, published):
                    of_wholes.add(share.claim_id)
                    yield found
    for claim in block.claims:
        if is_result(claim) and claim.measure_key and claim.claim_id not in of_wholes:
            yield from _proposed(claim, known, published, block)


def _proposed(claim: Claim, known: Known, published: date | None, block: Block) -> Iterator[Proposal]:
    name = references.stem(claim.measure_key)
    direct = list(_same_quantity(claim, name, known, published))
    if direct:
        yield from direct
    elif is_level(claim):
        yield from known_parts.areas(claim, name, known, published)
        yield from known_parts.per_head(claim, name, known, published, block)
    elif claim.kind == "relative_change" and not claim.former:
        yield from _growth(claim, name, known, published)
    elif claim.kind == "absolute_change":
        yield from _difference(claim, name, known, published)
    elif claim.kind == "share":
        yield from known_parts.share_of_area(claim, name, known, published)


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

    yield compared(claim, pair, growth, GROWTH)


def _difference(claim: Claim, name: str, known: Known, published: date | None) -> Iterator[Proposal]:
    pair = _two_levels(claim, name, known, published)
    if pair is not None and all(dimension(one) == dimension(claim) for one in pair):
        yield compared(claim, pair, lambda new, old: new - old, "{1} − {2}")


def _two_levels(claim: Claim, name: str, known: Known, published: date | None) -> tuple[Claim, Claim] | None:
    base = base_period(claim)
    if not claim.period or not base or not claim.place:
        return None
    new = references.the_one(claim, known.about(name, claim.place, LEVELS), claim.period, published)
    old = references.the_one(claim, known.about(name, claim.place, LEVELS), base, published)
    if new is None or old is None or dimension(new) != dimension(old) or new.unit != old.unit or new.scope != old.scope:
        return None
    return new, old
