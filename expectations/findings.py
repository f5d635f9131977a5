"""From judged comparisons to findings and agreements: words, numbers and intervals all come from the judged object."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from claims.bilingual import Bilingual
from claims.claim import Claim, Mention
from claims.interval import Interval
from expectations import wording
from expectations.check import Check
from expectations.comparison import Comparison, Judged
from expectations.finding import Agreement, Finding, Location
from expectations.severity import severity
from expectations.slips import Slip, closing_slips

_SHORT = Context(prec=3)
Said = TypeVar("Said", bound=Hashable)


def finding(check: Check, judged: Judged, corroborated: Collection[str] = (), known: Collection[str] = ()) -> Finding:
    """The finding that a judged comparison amounts to, without an id yet.

    `corroborated` are claims that others support, `known` those that agree with known figures.
    """
    comparison = judged.comparison
    likely = closing_slips(comparison) if not comparison.hints else ()
    return Finding(
        id="",
        check=check.name,
        code=check.code,
        severity=severity(judged),
        message=message(check, judged),
        claims=claim_ids(comparison),
        locations=places(comparison),
        arithmetic=arithmetic(judged),
        reported=judged.reported,
        implied=judged.implied,
        gap=judged.gap,
        unit=unit_of(comparison),
        suspects=comparison.suspects or suspects(comparison, likely, corroborated, known),
        explanations=(*comparison.hints, *slip_words(likely), *comparison.assumes, *comparison.explanations),
    )


def agreement(check: Check, judged: Judged) -> Agreement:
    """The agreement that a comparison which held amounts to."""
    comparison = judged.comparison
    where = tuple(_once(place) for place in places(comparison))
    return Agreement(
        check.name, claim_ids(comparison), where, _once(arithmetic(judged)), judged.verdict != "consistent"
    )


@lru_cache(maxsize=1 << 14)
def _once(said: Said) -> Said:
    """The first of equal ones: agreements are many, and those of articles that tell the same say the same."""
    return said


def claim_ids(comparison: Comparison) -> tuple[str, ...]:
    """The ids of the claims compared, the reported first, each once."""
    figures = (comparison.reported, *comparison.using, *comparison.beside)
    return tuple(dict.fromkeys(figure.claim_id for figure in figures if isinstance(figure, Claim)))


def places(comparison: Comparison) -> tuple[Location, ...]:
    """Where the figures stand, the reported first."""
    figures = (comparison.reported, *comparison.using, *comparison.beside)
    found: dict[tuple[str, int, int], Location] = {}
    for figure in figures:
        one = place(figure)
        found.setdefault((one.document, one.start, one.end), one)
    return tuple(found.values())


def place(figure: Claim | Mention) -> Location:
    """The place of one figure; of one from outside its table and row."""
    name = figure.claim_id if isinstance(figure, Claim) else ""
    return Location(
        figure.cited if isinstance(figure, Claim) else figure.document,
        figure.start,
        figure.end,
        figure.line,
        figure.column,
        figure.text,
        figure.sentence,
        figure.sentence_start,
        name,
    )


def suspects(
    comparison: Comparison, likely: Iterable[Slip], corroborated: Collection[str], known: Collection[str] = ()
) -> tuple[tuple[str, ...], ...]:
    """Every single figure that, if wrong, explains the mismatch; those others support only if all are supported."""
    names = list(claim_ids(comparison))
    doubtful = [name for name in names if name not in corroborated]
    doubtful = doubtful or [name for name in names if name not in known] or names
    first = [slip.claim.claim_id for slip in likely if slip.claim.claim_id in doubtful]
    return tuple((name,) for name in dict.fromkeys([*first, *doubtful]))


def slip_words(likely: tuple[Slip, ...], most: int = 2) -> tuple[Bilingual, ...]:
    """The likely slips in words: only the most telling kind that occurs, and no more than two."""
    if not likely:
        return ()
    kind = likely[0].kind
    alike = [slip for slip in likely if slip.kind == kind]
    if kind == "digit" and len(alike) > 3:
        return ()
    words = wording.SLIP_WORDS[kind]
    return tuple(
        Bilingual(words.zh.format(slip.claim.text, slip.text), words.en.format(slip.claim.text, slip.text))
        for slip in alike[:most]
    )


def unit_of(comparison: Comparison) -> str:
    """The unit of the intervals compared."""
    return comparison.unit or comparison.reported_unit


def message(check: Check, judged: Judged) -> Bilingual:
    """The check's message with the figures, intervals and facts of what was judged."""
    comparison = judged.comparison
    scale = wording.scale_of(comparison.reported)
    unit = unit_of(comparison)
    implied = wording.spoken(bare(judged.implied, comparison), unit, scale)
    reported = wording.spoken(judged.reported, unit, scale)
    gap = wording.interval(Interval.point(rounded(judged.gap)), unit, scale)
    texts = [wording.figure(claim) for claim in comparison.using]

    def filled(language: str) -> str:
        facts = {
            key: fact.text(language) if isinstance(fact, Bilingual) else fact for key, fact in comparison.facts.items()
        }
        joined = ("、" if language == "zh" else ", ").join(texts)
        return check.message.text(language).format_map(
            {
                "figure": wording.figure(comparison.reported),
                "others": joined,
                "measure": comparison.reported.measure,
                "implied": implied.text(language),
                "reported": reported.text(language),
                "gap": gap,
            }
            | facts
        )

    return Bilingual(filled("zh"), filled("en"))


def bare(implied: Interval, comparison: Comparison) -> Interval:
    """The implied interval, open on the side where the relation sets no bound."""
    if comparison.relation == "at_most":
        return Interval(None, implied.high, False, implied.high_closed)
    if comparison.relation == "at_least":
        return Interval(implied.low, None, implied.low_closed, False)
    return implied


def rounded(gap: Fraction) -> Fraction:
    """A gap to three significant digits, for showing."""
    return Fraction(_SHORT.divide(Decimal(gap.numerator), Decimal(gap.denominator)))


def arithmetic(judged: Judged) -> tuple[Bilingual, ...]:
    """The working in the printed figures, then the intervals, then the least gap."""
    comparison = judged.comparison
    scale, unit = wording.scale_of(comparison.reported), unit_of(comparison)
    printed = wording.figure(comparison.reported)
    signed = [wording.signed(claim) for claim in (comparison.reported, *comparison.using)]
    working = wording.worked(comparison.working, signed).replace("+ −", "− ").replace("− −", "+ ")
    meant = bare(judged.implied, comparison)
    reported = wording.interval(judged.reported, unit, scale)
    implied = reported if meant == judged.reported else wording.interval(meant, unit, scale)
    sign = {"at_most": "≤", "at_least": "≥", "distinct": "≠"}.get(comparison.relation, "=")
    line = f"{working} {sign} {implied}"
    lines = [
        Bilingual(line, line),
        Bilingual(f"文中“{printed}”：{reported}", f"printed “{printed}”: {reported}"),
    ]
    if judged.gap:
        gap = wording.interval(Interval.point(rounded(judged.gap)), "" if unit == "%" else unit, scale)
        points = Bilingual("个百分点", " percentage points") if unit == "%" else Bilingual("", "")
        lines.append(Bilingual(f"至少相差{gap}{points.zh}", f"at least {gap}{points.en} apart"))
    return tuple(lines)
