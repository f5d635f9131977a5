"""Findings that were seen and may stand: the list in `crossfoot.accepted.toml` and the comments inside articles."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.errors import CannotDo
from claims.bilingual import Bilingual
from claims.document import Document, InlineAcceptance
from claims.readers.problems import NOT_REGULAR
from expectations.finding import Acceptance, Finding

HEADING = "# 已核的提示，由 crossfoot accept 写入 / findings seen and left standing; reasons may be edited by hand\n"
FIELDS = ("id", "check", "document", "quote", "reason", "by", "at")


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted finding: `id` decides; `check` and `document` tell whether a run could have found it."""

    id: str
    reason: str
    by: str = ""
    at: str = ""
    check: str = ""
    document: str = ""
    quote: str = ""


def load(path: Path) -> tuple[Entry, ...]:
    """The entries of the list, none if there is no file; raises CannotDo for a file that breaks the form."""
    if not path.exists():
        return ()
    if not path.is_file() and not path.is_dir():  # a pipe would block
        raise CannotDo(str(path), NOT_REGULAR)
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("accepted", [])
        entries = tuple(Entry(**{name: str(value) for name, value in row.items()}) for row in rows)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, AttributeError, OSError) as error:
        what = Bilingual(f"已核清单读不了：{error}", f"The accepted list cannot be read: {error}")
        hint = Bilingual(
            "每条写成 [[accepted]]，字段有 " + "、".join(FIELDS) + "。",
            "Each entry is [[accepted]] with the fields " + ", ".join(FIELDS) + ".",
        )
        raise CannotDo(str(path), what, hint) from error
    for entry in entries:
        if not entry.reason.strip():
            what = Bilingual(f"{entry.id} 没有写理由。", f"{entry.id} has no reason.")
            raise CannotDo(str(path), what, Bilingual("补上 reason。", "Add a reason."))
    return entries


def written(entries: Iterable[Entry]) -> str:
    """The text of the list: sorted by document, check and id, one field a line, so that changes read well as a diff."""
    blocks = [HEADING]
    for entry in sorted(set(entries), key=lambda e: (e.document, e.check, e.id)):
        lines = [f"{name} = {_quoted(getattr(entry, name))}" for name in FIELDS if getattr(entry, name)]
        blocks.append("\n[[accepted]]\n" + "\n".join(lines) + "\n")
    return "".join(blocks)


def _quoted(text: str) -> str:
    # A JSON string is a TOML basic string, but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def entry_of(finding: Finding, reason: str, by: str, at: str) -> Entry:
    """The entry that accepts `finding`; it names every article that the finding compares."""
    names = dict.fromkeys(Path(place.document).name for place in finding.locations)
    return Entry(finding.id, reason, by, at, finding.check, ", ".join(names), finding.locations[0].text)


def stale(
    entries: Iterable[Entry], findings: Iterable[Finding], documents: Iterable[Document], ran: Container[str] | None
) -> tuple[Entry, ...]:
    """The entries whose finding would have occurred, were it still there: the check ran and its articles were read.

    `ran` holds the checks that ran, None for all.
    """
    occurring = {finding.id for finding in findings}
    read = {Path(document.path).name for document in documents}
    return tuple(
        entry
        for entry in entries
        if entry.id not in occurring
        and (not entry.document or set(entry.document.split(", ")) <= read)
        and (not entry.check or ran is None or entry.check in ran)
    )


@dataclass(frozen=True, slots=True)
class Applied:
    """The findings, accepted ones marked; and what was accepted but no longer occurs."""

    findings: tuple[Finding, ...]
    stale: tuple[str, ...]


def apply(
    findings: Sequence[Finding],
    entries: Sequence[Entry],
    documents: Sequence[Document] = (),
    ran: Container[str] | None = None,
) -> Applied:
    """Mark the findings that the list or a comment in an article accepts; `ran` holds the checks that ran, None all."""
    listed = {entry.id: Acceptance(entry.reason, entry.by, entry.at) for entry in entries}
    inline = [(document, note) for document in documents for note in document.acceptances]
    used: set[int] = set()
    marked = []
    for finding in findings:
        acceptance = listed.get(finding.id)
        for index, (document, note) in enumerate(inline):
            if _covers(document, note, finding):
                used.add(index)
                acceptance = acceptance or Acceptance(note.reason, document.path)
        marked.append(replace(finding, accepted=acceptance) if acceptance else finding)
    unused = [
        f"{document.path}: {note.check}"
        for index, (document, note) in enumerate(inline)
        if index not in used and (ran is None or note.check in ran)
    ]
    listed_in_vain = [entry.id for entry in stale(entries, findings, documents, ran)]
    return Applied(tuple(marked), (*listed_in_vain, *unused))


def _covers(document: Document, note: InlineAcceptance, finding: Finding) -> bool:
    if note.check != finding.check:
        return False
    start, end = paragraph_at(document.text, note.offset)
    return any(place.document == document.path and start <= place.start < end for place in finding.locations)


def paragraph_at(text: str, offset: int) -> tuple[int, int]:
    """The line of `text` that holds `offset` or, where that is blank, the next line that is not."""
    while True:
        start = text.rfind("\n", 0, offset) + 1
        end = text.find("\n", offset)
        end = len(text) if end < 0 else end
        if text[start:end].strip() or end == len(text):
            return start, end
        offset = end + 1
