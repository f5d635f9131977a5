"""Names of findings that survive edits elsewhere: made of check, document and quoted sentences, never of offsets."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from expectations.finding import Finding, Location


def named(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with their ids: check code and a digest of document names and sentences, numbered among equals."""
    seen: Counter[str] = Counter()
    done = []
    for finding in findings:
        base = f"{finding.code}-{digest(finding)}"
        seen[base] += 1
        ordinal = f"-{seen[base]}" if seen[base] > 1 else ""
        done.append(replace(finding, id=f"{base}{ordinal}"))
    return tuple(done)


def digest(finding: Finding) -> str:
    """Eight hexadecimal digits of the check, the documents' file names and the quoted sentences without spaces."""
    quotes = sorted({(named_without_row(place), squeezed(place.sentence)) for place in finding.locations})
    words = "\x1f".join([finding.check, *(part for quote in quotes for part in quote)])
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def named_without_row(place: Location) -> str:
    """The file's name; the number of a row changes when rows are put in before it."""
    document = place.document if place.start >= 0 else place.document.rpartition("#")[0] or place.document
    return PurePath(document).name


def squeezed(sentence: str) -> str:
    """The sentence without white space, which readers of different formats render differently."""
    return re.sub(r"\s+", "", sentence)
