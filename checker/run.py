"""The whole line in one function: find files, read, extract, compare, judge, mark what was accepted, report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from itertools import chain
from os.path import getsize
from pathlib import Path

from checker import accepted
from checker.discover import discover
from checker.engines.cores import cores, mapped
from checker.newsroom import Rules, rules_of
from checker.own_words import OwnWords, told
from checker.settings import Settings
from claims.bilingual import Bilingual
from claims.claim import Claim, Extraction, Mention
from claims.document import Document
from expectations.finding import Outcome
from reports.report import Problem, Report

Progress = Callable[[str, int, int], None]  # stage, done, of how many

# Below this many bytes starting more processes costs more than it saves.
WORTH_ALL_CORES = 2_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What the articles say: documents, read and unread, the extraction of each, and what could not be done."""

    documents: tuple[Document, ...]
    extractions: tuple[Extraction, ...]
    problems: tuple[Problem, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, document by document."""
        return tuple(chain.from_iterable(extraction.claims for extraction in self.extractions))

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
    outcome = check(reading, settings, rules)
    applied = accepted.apply(outcome.findings, entries, reading.documents)
    return Report(
        version=version("crossfoot"),
        documents=reading.documents,
        claims=reading.claims,
        mentions=reading.mentions,
        outcome=replace(outcome, findings=applied.findings),
        problems=reading.problems,
        stale_acceptances=applied.stale,
        settings=settings.told(),
        checks=rules.notes(),
    )


def read_and_extract(settings: Settings, progress: Progress | None = None) -> Reading:
    """Read every article and find its figures, on the cores the settings allow; the order is that of the paths."""
    found = discover(settings.paths, settings.outputs)
    jobs = settings.jobs or (cores() if _bytes(found.files) > WORTH_ALL_CORES else 1)
    batches = _counted(_read(settings, found.files, jobs), "read", len(found.files), progress)
    documents = tuple(chain.from_iterable(batches))
    extract = partial(extract_one, settings)
    extractions = _counted(mapped(extract, documents, jobs), "extract", len(documents), progress)
    return Reading(documents, tuple(extractions), found.problems + tuple(_unread(documents)))


def _read(settings: Settings, files: Sequence[str], jobs: int) -> Iterator[tuple[Document, ...]]:
    if "-" in files:  # standard input belongs to this process
        return map(partial(read_one, settings), files)
    return mapped(partial(read_one, settings), files, jobs)


def read_one(settings: Settings, path: str) -> tuple[Document, ...]:
    """The documents of one file; never raises for what it holds: what cannot be read is a document with an error."""
    from claims.readers import read, read_standard_input

    kind = settings.read_as or "auto"
    documents = read_standard_input(sys.stdin.buffer, kind=kind) if path == "-" else read(path, kind=kind)
    language = "" if settings.language == "auto" else settings.language
    return tuple(
        replace(doc, language=language or doc.language, published=doc.published or settings.as_of) for doc in documents
    )


def extract_one(settings: Settings, document: Document) -> Extraction:
    """The claims and mentions of one document."""
    from claims.extraction import read_figures

    if document.error:
        return Extraction(())
    words = OwnWords(settings.synonyms, settings.measures, settings.places)
    return told(read_figures(document), words)


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
    return sum(getsize(path) for path in files if path != "-")


def _unread(documents: Iterable[Document]) -> Iterator[Problem]:
    for document in documents:
        if document.error:
            yield Problem(document.path, document.error, Bilingual("", ""))


def _counted(items: Iterator, stage: str, total: int, progress: Progress | None) -> Iterator:  # type: ignore[type-arg]
    for done, item in enumerate(items, 1):
        if progress:
            progress(stage, done, total)
        yield item
