"""The one result model that every renderer sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claims.bilingual import Bilingual
from claims.claim import Claim, Mention
from claims.document import Document
from expectations.finding import Outcome


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row of a table from outside that was left out, and why."""

    table: str
    row: int
    column: str
    value: str
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table from outside that was used: `kind` is `claims` or `reference`; `refused` of its `rows` were left out."""

    path: str
    kind: str
    rows: int
    refused: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be done, without stopping the rest: what, where, what to do."""

    where: str
    what: Bilingual
    hint: Bilingual


@dataclass(frozen=True, slots=True)
class CheckNote:
    """What a reader needs to know of a check that ran: its title, and in plain text what it does and its limits."""

    name: str
    code: str
    title: Bilingual
    help: Bilingual

    @classmethod
    def bare(cls, name: str, code: str) -> CheckNote:
        """A note that says no more than the name."""
        return cls(name, code, Bilingual(name, name), Bilingual("", ""))


@dataclass(frozen=True, slots=True)
class Report:
    """One run: what was read, found, compared and left out. Any `problems` make the exit status 2."""

    version: str
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    outcome: Outcome
    problems: tuple[Problem, ...] = ()
    refused_rows: tuple[RefusedRow, ...] = ()
    tables: tuple[TableRead, ...] = ()  # tables from outside that were used
    stale_acceptances: tuple[str, ...] = ()  # ids on the accepted list that no longer occur
    settings: Mapping[str, str] = field(default_factory=dict)
    checks: tuple[CheckNote, ...] = ()  # of the checks that ran; a check without a note is shown by its name
