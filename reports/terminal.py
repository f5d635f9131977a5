"""The report on a terminal: every finding with its quotes and arithmetic, tables, and the denominators of the run."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claims.claim import Claim
from expectations.finding import SEVERITIES, Finding
from reports import figures, tables
from reports.quotes import Quote, page, quotes
from reports.report import Report
from reports.safe import clean, encodable
from reports.strings import FIELD, MARKS, SEVERITY, title, word
from reports.wrap import Prose

PLAIN_WIDTH = 100  # columns of a report that goes to a file


def print_report(
    report: Report,
    console: Console,
    language: str,
    *,
    show_accepted: bool = False,
    show_consistent: bool = False,
) -> None:
    """Print the report as wide as `console`: findings, the gravest first, then the tables, at last the denominators.

    Accepted findings are counted, and shown only with `show_accepted`; agreements are listed with `show_consistent`.
    """
    if not console.encoding.lower().startswith("utf"):
        with console.capture() as capture:
            _print_all(report, console, language, show_accepted, show_consistent)
        console.file.write(encodable(capture.get(), console.encoding))
        return
    _print_all(report, console, language, show_accepted, show_consistent)


def _print_all(report: Report, console: Console, language: str, show_accepted: bool, show_consistent: bool) -> None:
    shown = [f for f in report.outcome.findings if show_accepted or f.accepted is None]
    shown.sort(key=lambda finding: SEVERITIES.index(finding.severity))
    claims = figures.figures_by_id(report)
    for number, finding in enumerate(shown, 1):
        _print(console, _finding(finding, number, report, claims, language), "")
    if len(shown) > 1:
        _print(console, tables.findings(shown, report, language), "")
    if show_consistent and report.outcome.agreements:
        _print(console, tables.agreements(report, language), "")
    if report.problems:
        _print(console, tables.problems(report, language), "")
    if report.refused_rows:
        _print(console, tables.refused_rows(report, language), "")
    _print(console, tables.summary(report, language))


def print_claims(
    claims: Sequence[Claim], console: Console, language: str, statuses: Mapping[str, str] | None = None
) -> None:
    """Print the claim table as wide as `console`."""
    for table in tables.claims(claims, statuses or {}, language):
        _print(console, table, "")


def render(report: Report, language: str, show_accepted: bool = False, show_consistent: bool = False) -> str:
    """The report as it stands on a terminal of 100 columns, without colours, for a file or a pipe."""
    console = _plain_console()
    print_report(report, console, language, show_accepted=show_accepted, show_consistent=show_consistent)
    return _written(console)


def render_claims(claims: Sequence[Claim], statuses: Mapping[str, str], language: str) -> str:
    """The claim table as it stands on a terminal of 100 columns, without colours."""
    console = _plain_console()
    print_claims(claims, console, language, statuses)
    return _written(console)


def _plain_console() -> Console:
    return Console(file=io.StringIO(), width=PLAIN_WIDTH, color_system=None, force_terminal=False, legacy_windows=False)


def _written(console: Console) -> str:
    file = console.file
    assert isinstance(file, io.StringIO)
    return "".join(line.rstrip() + "\n" for line in file.getvalue().splitlines())


def _print(console: Console, *parts: RenderableType) -> None:
    for part in parts:
        console.print(part, highlight=False, markup=False, emoji=False)


def _finding(finding: Finding, number: int, report: Report, claims: dict[str, Claim], language: str) -> RenderableType:
    colour = tables.COLOURS[finding.severity]
    head = Table.grid(padding=(0, 2, 0, 0))
    head.add_column(no_wrap=True, style=colour)
    head.add_column()
    named = Text.assemble(
        (title(report, finding.check, language), "bold"), "  ", (f"{clean(finding.check)} {clean(finding.code)}", "dim")
    )
    head.add_row(f"{MARKS[finding.severity]} {word(SEVERITY, finding.severity, language)} {number}", Prose(named))
    body: list[RenderableType] = [Prose(Text(clean(finding.message.text(language))))]
    for quote in quotes(finding.locations):
        body.append(Prose(Text.assemble((quote.place, "blue"), (_page(quote, report, language), "dim"))))
        body.append(Padding(Prose(_quoted(quote, colour), underline="underline"), (0, 0, 0, 2)))
    body.append(_details(finding, claims, language))
    return Group(head, Padding(Group(*body), (0, 0, 0, 2)))


def _page(quote: Quote, report: Report, language: str) -> str:
    document = next((document for document in report.documents if document.path == quote.document), None)
    found = page(document, quote.offset)
    return f"  {found.text(language)}" if found else ""


def _quoted(quote: Quote, colour: str) -> Text:
    text = Text()
    for words, mark in quote.pieces():
        style = "" if mark is None else f"bold underline {colour}" if mark.main else "bold underline"
        text.append(words, style=style)
    return text


def _details(finding: Finding, claims: dict[str, Claim], language: str) -> Table:
    """Working with its intervals and gap, suspects, explanations, acceptance and id, each after its name."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column()

    def row(name: str, *lines: str) -> None:
        for number, line in enumerate(line for line in lines if line):
            label = FIELD[name].text(language) if number == 0 else ""
            grid.add_row(label, Prose(Text(clean(line))))

    row("arithmetic", *(line.text(language) for line in finding.arithmetic))
    row("suspects", figures.suspects(finding, claims, language))
    row("explanations", *(f"· {explanation.text(language)}" for explanation in finding.explanations))
    if finding.accepted:
        accepted = finding.accepted
        row("accepted", " · ".join(part for part in (accepted.reason, accepted.by, accepted.at) if part))
    row("id", finding.id)
    return grid
