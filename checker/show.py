"""Results on standard output: rich on a terminal, plain elsewhere; denominators beside bare findings."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from checker.output import emit
from checker.settings import Settings
from claims.claim import Claim
from reports import CLAIM_FORMATS, FORMATS
from reports.report import Report

if TYPE_CHECKING:
    from checker.run import Reading

FINDINGS_ALONE = ("concise", "github")  # formats that do not carry the denominators of the run


def show_report(report: Report, name: str, settings: Settings) -> None:
    """Print the report in the format `name`."""
    options = {"show_accepted": settings.show_accepted, "show_consistent": settings.show_consistent}
    if name == "rich" and _in_colour():
        from rich.console import Console

        from reports.terminal import print_report

        print_report(report, Console(), settings.lang, **options)
    else:
        emit(FORMATS[name].pieces(report, settings.lang, **options))
    if name in FINDINGS_ALONE:
        from reports.summary import one_line

        print(one_line(report, settings.lang), file=sys.stderr)


def show_claims(claims: Sequence[Claim], name: str, settings: Settings) -> None:
    """Print the claim table in the format `name`."""
    if name == "rich" and _in_colour():
        from rich.console import Console

        from reports.terminal import print_claims

        print_claims(claims, Console(), settings.lang)
    else:
        emit(CLAIM_FORMATS[name].pieces(claims, {}, settings.lang))


def show_trace(reading: Reading, name: str, settings: Settings) -> None:
    """Print by which rule each figure was read and which numerals were left out, as JSON lines or for people."""
    from claims.trace import trace
    from reports.trace import lines, to_jsonl, to_text

    steps = chain.from_iterable(trace(document) for document in reading.documents)
    if name in ("json", "jsonl"):
        emit(to_jsonl(reading.claims, steps))
    elif _in_colour():
        from rich.console import Console

        console = Console()
        for line in lines(reading.claims, steps, settings.lang):
            console.print(line, highlight=False, markup=False, emoji=False, soft_wrap=True)
    else:
        emit(to_text(reading.claims, steps, settings.lang))


def show_text(text: str) -> None:
    """Print text for people; on a terminal, lines are broken so that no figure is split."""
    if not sys.stdout.isatty():
        emit(text)
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    from reports.wrap import Prose

    console = Console()
    for line in text.splitlines():
        words = line.lstrip(" ")
        shown = Padding(Prose(Text(words)), (0, 0, 0, len(line) - len(words)))
        console.print(shown, highlight=False, markup=False, emoji=False)


def _in_colour() -> bool:
    return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))
