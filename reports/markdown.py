"""A summary fit for a pull-request comment: a table of findings, quotes and working folded, the denominators."""

from __future__ import annotations

import re

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.finding import SEVERITIES, Finding
from reports import figures
from reports.quotes import Quote, place, quotes
from reports.report import Report
from reports.safe import clean
from reports.strings import FIELD, MARKS, SEVERITY, title, word
from reports.summary import counts, lines

# GitHub refuses comments of more than 65,536 characters.
LONGEST = 60_000

_SPECIAL = re.compile(r"([\\`*_\[\]|~$])|^(\s*)([-+#=:]|\d+[.)](?=\s|$))")
_PINGS = re.compile(r"[@#](?=[\w])|(?<=[A-Za-z])(?=://)|(?<=\bwww)(?=\\?\.)")


def render(report: Report, language: str, show_accepted: bool = False) -> str:
    """The report in GitHub's Markdown, at most 65,536 characters: what does not fit is counted. Accepted findings only
    with `show_accepted`."""
    shown = [f for f in report.outcome.findings if show_accepted or f.accepted is None]
    shown.sort(key=lambda finding: SEVERITIES.index(finding.severity))
    claims = figures.figures_by_id(report)
    head, tail = _head(report, language), _denominators(report, language)
    rows = [_row(finding, number, report, language) for number, finding in enumerate(shown, 1)]
    details = [_details(finding, number, report, claims, language) for number, finding in enumerate(shown, 1)]
    room = LONGEST - len(head) - len(tail)
    kept_rows, kept_details = _fitting(rows, room // 3), _fitting(details, room * 2 // 3)
    table = _table(kept_rows, language) if rows else ""
    left = len(details) - min(len(kept_rows), len(kept_details))
    more = Bilingual(f"\n还有 {left} 条没有在这里全部列出。\n", f"\n{left} more are not told here in full.\n").text(
        language
    )
    return head + table + "".join(kept_details) + (more if left else "") + tail


def escape(text: str) -> str:
    """Words of an article as Markdown text: no markup, no HTML, no mention, no link."""
    safe = _SPECIAL.sub(_escaped, _PINGS.sub(lambda match: match[0] + "\u200b", clean(text).strip()))
    return safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escaped(match: re.Match[str]) -> str:
    if match[1]:
        return "\\" + match[1]
    return match[2] + match[3][:-1] + "\\" + match[3][-1]


def _head(report: Report, language: str) -> str:
    found = counts(report)
    tally = " · ".join(f"{MARKS[name]} {word(SEVERITY, name, language)} {found[name]}" for name in SEVERITIES)
    return f"## {Bilingual('核数报告', 'Crossfoot').text(language)}{Bilingual('：', ': ').text(language)}{tally}\n\n"


def _table(rows: list[str], language: str) -> str:
    names = [FIELD[name].text(language) for name in ("check", "place", "message")]
    return "| | " + " | ".join(names) + " |\n|---|---|---|---|\n" + "".join(rows) + "\n"


def _row(finding: Finding, number: int, report: Report, language: str) -> str:
    where = place(finding.locations[0]) if finding.locations else ""
    cells = [title(report, finding.check, language), where, finding.message.text(language)]
    return f"| {MARKS[finding.severity]} {number} | " + " | ".join(escape(cell) for cell in cells) + " |\n"


def _details(finding: Finding, number: int, report: Report, claims: dict[str, Claim], language: str) -> str:
    heading = f"{MARKS[finding.severity]} {number} {escape(title(report, finding.check, language))}"
    parts = [f"<details><summary>{heading}</summary>\n"]
    parts += [_quote(quote) for quote in quotes(finding.locations)]
    working = "\n".join(clean(line.text(language)) for line in finding.arithmetic)
    if working:
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", working)), default=0))
        parts.append(f"{fence}text\n{working}\n{fence}\n")
    facts = {
        "gap": escape(figures.gap(finding, claims, language)),
        "suspects": escape(figures.suspects(finding, claims, language)),
        "explanations": " / ".join(escape(words.text(language)) for words in finding.explanations),
        "accepted": escape(finding.accepted.reason) if finding.accepted else "",
        "check": f"{escape(finding.check)} {escape(finding.code)}",
        "id": escape(finding.id),
    }
    colon = Bilingual("：", ": ").text(language)
    parts.append("\n".join(f"- {FIELD[name].text(language)}{colon}{text}" for name, text in facts.items() if text))
    return "\n".join(parts) + "\n\n</details>\n"


def _quote(quote: Quote) -> str:
    words = "".join(escape(text) if mark is None else f"<b>{escape(text)}</b>" for text, mark in quote.pieces())
    return f"> {words}<br>\n> <sub>{escape(quote.place)}</sub>\n"


def _denominators(report: Report, language: str) -> str:
    colon = Bilingual("：", ": ").text(language)
    told = [f"- {name}{colon}{_cut(escape(text))}\n" for name, text in lines(report, language)]
    problems = [
        f"- {_cut(escape(problem.where))}{colon}{_cut(escape(problem.what.text(language)))}\n"
        for problem in report.problems
    ]
    kept = _fitting(problems, LONGEST // 3)
    left = len(problems) - len(kept)
    more = Bilingual(f"- 还有 {left} 处没有读到或没有用上\n", f"- {left} more were not read or not used\n")
    return "\n" + "".join(told + kept) + (more.text(language) if left else "")


def _cut(text: str) -> str:
    """The text, if it is no longer than any sentence; else its beginning, no escape of a character broken."""
    return text if len(text) <= 2_000 else re.sub(r"(?:\\|&\w*)$", "", text[:2_000]) + "…"


def _fitting(parts: list[str], room: int) -> list[str]:
    used = 0
    for number, part in enumerate(parts):
        used += len(part)
        if used > room:
            return parts[:number]
    return parts
