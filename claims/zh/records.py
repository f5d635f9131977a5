"""The records of reading a sentence: readings of figures, the state within it, and what it leaves to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.quantity import Quantity
from claims.zh.lists import Distribution
from claims.zh.segment import Segment
from claims.zh.slots import Slot
from claims.zh.topics import Clauses


@dataclass(slots=True)
class Reading:
    """One figure of a sentence and what the sentence says of it."""

    quantity: Quantity
    segment: Segment
    measure: str = ""
    subject: str = ""  # what acts or is spoken of, where it is no authority
    verb: str = ""
    object: str = ""
    rule: str = "direct"
    group: int = 0
    part_of: Reading | None = None  # the total that the words make this a part of
    clause: int = 0
    inherited: bool = False  # the measure was taken from context
    times: list[Slot] = field(default_factory=list)
    base_times: list[Slot] = field(default_factory=list)
    places: list[Slot] = field(default_factory=list)
    threshold: bool = False
    dimension: str = ""  # of what is counted: for a change, that of the figure whose measure it takes
    source: Reading | None = None  # the figure whose measure it takes
    whole: Reading | None = None  # the figure of which it is a share: 35亿元的41.7%
    owner: str = ""  # the thing whose attribute it is
    attribute: str = ""  # the attribute that its words name
    actor: str = ""  # who did what is counted, if a clause before says so; no part of the key
    spot: str = ""  # where there are so many of them: 早市上有
    completed: bool = False  # its owner or attribute was named elsewhere
    row_head: str = ""  # what a row of names and figures is of: 增速分别为甲县14.2%、乙县11.6%
    side: int = -1  # which of the sides of a thing it is, from 0
    described: bool = False  # what it measures stands behind it: 3亿元的收入, 8000元补贴


@dataclass(slots=True)
class Memory:
    """What a sentence leaves to the next: topic, last reading, list numbers."""

    clauses_before: Clauses | None = None  # the clauses without figures of the last sentence that had any
    spot: str = ""  # the thing on which a sentence of the paragraph set its eye: 新能源车依旧是亮点
    before: Callable[[], str] | None = None  # the topic of the sentence before, if that had no figures
    asked: str = ""  # what the last question asked after
    last: Reading | None = None
    last_change: Reading | None = None  # the last one that stated a change
    last_level: Reading | None = None  # the last one that stated no share
    recent: list[Reading] = field(default_factory=list)  # the last readings, to which 这144人中 points back
    groups: int = 0
    clauses: int = 0
    owner: str = ""  # the thing whose attributes were told last
    firm: str = ""  # the company whose figures were told last
    owner_age: int = 0  # how many sentences ago that was
    attribute: tuple[str, str] = ("", "")  # the last attribute told, and the dimension it was told in


class Outside(NamedTuple):
    """Where the reading stood when brackets opened."""

    pending: list[Slot]
    in_clause: bool
    readings: int
    subset: bool
    total: Reading | None


@dataclass(slots=True)
class State:
    """Where the reading of one sentence stands."""

    memory: Memory
    slots: list[Slot]
    readings: list[Reading] = field(default_factory=list)
    pending: list[Slot] = field(default_factory=list)  # slots since the last boundary
    outer: list[Outside] = field(default_factory=list)  # what stands outside open brackets
    inner: tuple[int, int] = (0, 0)  # how many readings stood before the last bracket and behind it
    in_clause: bool = False  # the clause has a figure already
    listed: bool = False  # the last boundary was a 、 or 和 of a list of figures
    subset: bool = False
    total: Reading | None = None
    parts_over: bool = False  # a ; has ended the parts
    parts_from: int = -1  # how many readings stood before 其中
    subject: str = ""
    named: dict[int, str] = field(default_factory=dict)  # what the clauses without figures speak of, by number
    taken: int = 0  # up to which slot the words behind a range are read
    label: int = -1  # the clause that ended in a colon just before
    reported: tuple[int, str] = (-1, "")  # the clause that quotes a report, and whose it is
    mark: int = 0  # how many readings the parts of the sentence before this one hold
    clauses: Clauses = field(default_factory=lambda: Clauses([], {}))
    since: int = 0  # number of the clause that began the part of the sentence after the last ;
    places: list[Slot] = field(default_factory=list)
    first_places: list[Slot] | None = None  # those of its first part, of which the parts behind each ; speak again
    distribution: Distribution | None = None
    last_items: list[str] = field(default_factory=list)
