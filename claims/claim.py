"""The two records of a document: claims (figures it asserts) and mentions (what else a check needs)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claims.interval import Interval

KINDS = ("count", "amount", "share", "relative_change", "point_change", "absolute_change", "multiple", "rate")
HEDGES = ("", "plus", "almost", "over", "at_least", "at_most", "about")
COMPARISONS = ("", "year_on_year", "period_on_period", "since", "average")
MODALITIES = ("", "plan", "forecast", "threshold", "superseded", "corrected")
MENTION_KINDS = (
    "date", "weekday", "clock", "duration", "age", "ordinal", "rank", "record", "streak", "anniversary",
    "direction", "count_word", "list",
)  # fmt: skip
"""What a mention may be, and what its fields then say; `count` is the number stated, None where there is none.

- `date`: `reading` the day or month as printed, also one that no calendar has (`2023-02-30`), `--` for a year that is
  not printed (`--08-11`, `--13`); `period` the day it names, its year from the text, empty where there is no such day.
- `weekday`: `reading` 1 (Monday) to 7; `period` the day that stands beside it, `items` the span of that date.
- `clock`: `reading` the number as printed.
- `duration`, `streak`: `reading` an ISO 8601 duration (`P5Y`). Where years or months stand beside it, `items` is their
  span and either `period` is the stretch that it counts, first and last included (五年（2018—2022年）: `P5Y`,
  `2018/2022`), or `reading` begins with the moment from which time has passed (2012年以来已七年: `2012/P7Y`) and
  `period` is the moment up to which, empty where unknown.
- `age`, `anniversary`: as a duration that has passed: `1980/P43Y`, `1949/P75Y`; `period` is when, `items` the span of
  the year of birth or founding where it is printed.
- `ordinal`: `reading` the number.
- `rank`: `reading` the number from the top (`-1` the last); `measure` what is ranked, `place` the area ranked within.
- `record`: `reading` `highest`, `lowest` or `first`; `measure` of what, `period` the stretch within which if stated.
- `direction`: a rise or fall without a figure: `reading` `up`, `down` or `flat` of `measure`; `both_up`, `both_down` of
  two things; `3up 1down` of several. `count` is the number of things, `items` their spans where they stand beside it.
- `count_word`: `count` things named together (八大行动).
- `list`: `count` things are stated and `items` are the spans of those listed; `reading` is `complete` where the words
  list all of them, `open` where they may leave some out (甲、乙等5人: no more than 5).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A figure that a text asserts of something; the fields are those of the claim table.

    `value` is the stated value in `unit` with scale words resolved: percent stays in percent, a decrease is negative,
    and so are the ends of its intervals. `asserted` is what the words guarantee, `implied` what a reader takes from
    them. `resolution` is the unit of the last printed place. Claims from outside have no offsets (-1) but an `origin`.
    """

    claim_id: str
    document: str
    start: int
    end: int
    line: int
    column: int
    text: str
    sentence: str
    section: str
    value: Decimal
    asserted: Interval
    implied: Interval
    resolution: Decimal
    hedge: str = ""
    unit: str = ""
    dimension: str = ""
    kind: str = "count"
    measure: str = ""
    measure_key: str = ""
    scope: str = ""
    price_basis: str = ""
    place: str = ""
    place_name: str = ""
    period: str = ""
    base_period: str = ""
    origin: str = "article"
    attribution: str = ""
    rule: str = ""
    # What the checks need of the wording; language-neutral.
    sentence_start: int = -1
    paragraph: int = -1
    clause: int = -1  # ordinal of the clause in the document
    direction: str = ""  # "up" or "down" where the words say so
    reached: bool = False  # the level a change led to (增至, 降至)
    former: bool = False  # the level a change started from (由…, 上年同期为…)
    comparison: str = ""  # one of COMPARISONS: what a change is measured against
    whole: str = ""  # of a share: the words of the whole it is taken of; whole_key its canonical form
    whole_key: str = ""
    against: str = ""  # of a change: the words of the other quantity it is measured against; against_key its key
    against_key: str = ""
    part_of: str = ""  # claim_id of the total that the words (其中, 包括, 分别) make this a part of
    partition: bool = False  # with part_of: the words say that the parts make up the whole
    group: int = 0  # items of one coordinated list share a number above 0
    modality: str = ""  # one of MODALITIES; empty for a result
    inferred: tuple[str, ...] = ()  # fields taken from context rather than from the claim's own sentence
    # What tables say besides.
    part_across: str = ""  # claim_id of the total of its row, or of what 按…分 divides once more (by `group`)
    vintage: str = ""  # of a reference figure: when this value was published, an ISO day, month or year

    @property
    def cited(self) -> str:
        """The document, or of a figure from outside the table and its row (`table.csv#12`)."""
        return self.origin.partition(" ")[2] or self.document

    @property
    def is_reference(self) -> bool:
        """Whether the figure is a known one that articles are compared with."""
        return self.origin.startswith("reference")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A date, duration, rank, direction or list that is no figure but that a check needs; see `MENTION_KINDS`.

    `measure`, `place` and `period` are those of the words around it, as for a claim.
    """

    document: str
    start: int
    end: int
    line: int
    column: int
    text: str
    sentence: str
    kind: str
    reading: str = ""
    count: Decimal | None = None
    items: tuple[tuple[int, int], ...] = ()  # spans of the items of a list
    measure: str = ""
    measure_key: str = ""
    place: str = ""
    period: str = ""
    sentence_start: int = -1
    paragraph: int = -1
    clause: int = -1


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document says in figures: its claims and its mentions, each in the order of the text."""

    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...] = ()
