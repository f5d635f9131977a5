"""The whole line in one function: find files, read, extract, compare, judge, mark what was accepted, report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from itertools import chain
from os.path import getsize
from pathlib import Path
from typing import TypeVar

from checker import accepted
from checker.discover import discover
from checker.engines.cores import cores, mapped
from checker.errors import NOTHING, own_fault
from checker.newsroom import Rules, rules_of
from checker.outside import Outside, from_tables, is_claim_table
from checker.own_words import OwnWords, told
from checker.settings import Settings
from claims.claim import Claim, Extraction, Mention
from claims.document import Document
from claims.readers import TABLE_SUFFIXES
from claims.sharing import sharing
from expectations.finding import Outcome
from reports.report import Problem, Report

Item = TypeVar("Item")
Pair = tuple[Document, Extraction]
Progress = Callable[[str, int], None]  # stage, how many files or articles are done

# Below this many bytes starting more processes, or sharing out the articles of one file, costs more than it saves.
WORTH_ALL_CORES = 2_000_000

NOTHING_FROM_OUTSIDE = Outside()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the articles say: documents, read and unread, the extraction of each, and what could not be done.

    `outside` holds the figures of tables that are no articles.
    """

    documents: tuple[Document, ...]
    extractions: tuple[Extraction, ...]
    problems: tuple[Problem, ...]
    outside: Outside = NOTHING_FROM_OUTSIDE

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, document by document, then those from outside."""
        return (*chain.from_iterable(extraction.claims for extraction in self.extractions), *self.outside.claims)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, document by document."""
        return tuple(chain.from_iterable(extraction.mentions for extraction in self.extractions))


def run(settings: Settings, progress: Progress | None = None) -> Report:
    """Check the figures of all articles that `settings.paths` names, together.

    What could not be read stands in the report's `problems` and its documents' `error`; the rest is checked.
    Raises CannotDo for settings that cannot be followed.
    """
    rules = rules_of(settings)
    entries = accepted.load(Path(settings.accepted))
    reading = read_and_extract(settings, progress)
    if progress:
        progress("check", 0)
    outcome = check(reading, settings, rules)
    checks = rules.notes()
    applied = accepted.apply(outcome.findings, entries, reading.documents, {note.name for note in checks})
    return Report(
        version=version("crossfoot"),
        documents=reading.documents,
        claims=shown(reading.claims, outcome),
        mentions=reading.mentions,
        outcome=replace(outcome, findings=applied.findings),
        problems=reading.problems,
        refused_rows=reading.outside.refused,
        tables=reading.outside.tables,
        stale_acceptances=applied.stale,
        settings=settings.told(),
        checks=checks,
    )


def read_and_extract(settings: Settings, progress: Progress | None = None) -> Reading:
    """Read every article and find its figures, on the cores the settings allow; the order is that of the paths."""
    found = discover(settings.paths, (*settings.outputs, *settings.reference))
    jobs = settings.jobs or (cores() if _bytes(found.files) > WORTH_ALL_CORES else 1)
    documents, extractions, tables = [], [], []
    shared = sharing()
    batches = mapped(partial(read_item, settings), _items(settings, found.files), jobs)
    for document, extraction in chain.from_iterable(_counted(batches, progress)):
        if is_claim_table(document):
            tables.append(document.path)
        else:
            documents.append(document)
            extractions.append(shared(extraction))
    outside = from_tables(settings, tables)
    problems = (*found.problems, *_unread(documents), *outside.problems)
    return Reading(tuple(documents), tuple(extractions), problems, outside)


def _items(settings: Settings, files: Sequence[str]) -> Iterator[str | Document]:
    """What one process reads at a time: a file, or an article of a file that is long or standard input."""
    for path in files:
        many = path.lower().endswith(TABLE_SUFFIXES) and _bytes([path]) > WORTH_ALL_CORES
        if many or path == "-" or len(files) == 1:
            yield from read_documents(settings, path)
        else:
            yield path


def read_item(settings: Settings, item: str | Document) -> list[Pair]:
    """The documents of a file, each with its figures, or a document with its own."""
    documents = read_documents(settings, item) if isinstance(item, str) else [item]
    return [extract(settings, document) for document in documents]


def shown(claims: Sequence[Claim], outcome: Outcome) -> tuple[Claim, ...]:
    """The claims of a report: all but the known figures that no comparison cites."""
    cited = {name for found in outcome.findings for name in found.claims}
    cited |= {name for held in outcome.agreements for name in held.claims}
    return tuple(claim for claim in claims if not claim.is_reference or claim.claim_id in cited)


def read_documents(settings: Settings, path: str) -> Iterator[Document]:
    """The documents of one file; never raises for what it holds: what cannot be read is a document with an error."""
    from claims.readers import read, read_standard_input

    kind = settings.read_as or "auto"
    language = "" if settings.language == "auto" else settings.language
    for doc in read_standard_input(sys.stdin.buffer, kind=kind) if path == "-" else read(path, kind=kind):
        yield replace(doc, language=language or doc.language, published=doc.published or settings.as_of)


def extract(settings: Settings, document: Document) -> Pair:
    """The document and its figures; one on which the program itself fails becomes a document with an error."""
    from claims.extraction import read_figures
    from claims.language import with_language

    if document.error:
        return document, Extraction(())
    document = with_language(document)
    words = OwnWords(settings.synonyms, settings.measures, settings.places)
    try:
        return document, told(read_figures(document), words)
    except Exception as error:
        if settings.debug:
            raise
        return Document(document.path, error=own_fault(error)), Extraction(())


def check(reading: Reading, settings: Settings, rules: Rules) -> Outcome:
    """The rule book's outcome for all claims together."""
    from expectations import check_claims

    return check_claims(
        reading.claims,
        mentions=reading.mentions,
        documents=reading.documents,
        select=rules.select,
        ignore=rules.ignore,
        severities=rules.severities,
        extra_checks=rules.own,
    )


def _bytes(files: Sequence[str]) -> int:
    size = 0
    for path in files:
        with suppress(OSError):  # standard input, or a file of which the reader will say what is wrong
            size += getsize(path)
    return size


def _unread(documents: Iterable[Document]) -> Iterator[Problem]:
    for document in documents:
        if document.error:
            yield Problem(document.path, document.error, NOTHING)


def _counted(items: Iterator[Item], progress: Progress | None) -> Iterator[Item]:
    for done, item in enumerate(items, 1):
        if progress:
            progress("read", done)
        yield item
