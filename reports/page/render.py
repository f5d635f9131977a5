"""From a report to the text of the page."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claims.claim import Claim
from expectations import wording
from reports import strings
from reports.page import words
from reports.page.abridged import abridged
from reports.page.addresses import reason_id
from reports.page.gather import page
from reports.page.rows import COLUMNS, claim_rows
from reports.page.views import Page
from reports.report import Report
from reports.safe import clean

_HERE = Path(__file__).parent
# Beyond this, articles and long lists wait inside <noscript> until they are opened: a browser with script then builds
# only what is looked at, one without shows all.
_EAGER_CLAIMS = 3_000
_EAGER_CHARACTERS = 400_000


def render(report: Report, language: str = "zh") -> str:
    """The whole page; `language` (`zh` or `en`) is the one shown first, the other is a click away."""
    return "".join(pieces(report, language))


def pieces(report: Report, language: str = "zh") -> Iterator[str]:
    """The page bit by bit; of very many articles it holds those that `abridged` leaves."""
    style, noscript, script = _part("style.css"), _part("noscript.css"), _part("script.js")
    short = abridged(report)
    characters = sum(len(document.text) for document in short.documents)
    shown = page(short)
    facets = _facets(shown)
    return (
        _environment()
        .get_template("template.html.j2")
        .generate(
            page=shown,
            report=short,
            left_out=len(report.documents) - len(short.documents),
            language="zh" if language == "zh" else "en",
            lazy=len(short.claims) > _EAGER_CLAIMS or characters > _EAGER_CHARACTERS,
            style=Markup(style),
            script=Markup(script),
            style_hash=_hash(style),
            script_hash=_hash(script),
            noscript=Markup(noscript),
            noscript_hash=_hash(noscript),
            totals=_totals(report),
            facets=facets,
            measure_numbers={name: number for number, (name, _) in enumerate(facets["measure"])},
            uncompared=_uncompared(short),
            columns=COLUMNS,
            claim_rows=claim_rows(short, shown.hrefs, shown.names),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_finalize,
    )
    environment.globals |= {
        "b": words.both,
        "say": words.said,
        "word": words.word,
        "states": words.STATES,
        "status_marks": words.STATUS_MARKS,
        "STATUS": strings.STATUS,
        "FIELD": strings.FIELD,
        "REASONS": wording.REASONS,
        "reason_id": reason_id,
        "interval": wording.interval,
    }
    return environment


def _finalize(value: Any) -> Any:
    """Text of articles is cleaned wherever it is printed; markup of ours is clean already."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _part(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _totals(report: Report) -> dict[str, int]:
    outcome = report.outcome
    states = Counter("accepted" if finding.accepted else finding.severity for finding in outcome.findings)
    return {
        **{name: states[name] for name in words.STATES},
        "consistent": outcome.consistent,
        "by_rounding": outcome.by_rounding,
        "not_comparable": sum(outcome.not_comparable.values()),
        "figures": len(report.claims),
        "checked": sum(status != "unchecked" for status in outcome.statuses.values()),
        "read": sum(document.error is None for document in report.documents),
        "unread": sum(document.error is not None for document in report.documents),
    }


def _facets(shown: Page) -> dict[str, list[tuple[str, int]]]:
    """For the filters: the states, checks and measures that findings have, the most frequent first."""
    states = Counter(view.state for view in shown.findings)
    checks = Counter(view.finding.check for view in shown.findings)
    measures = Counter(measure for view in shown.findings for measure in view.measures)
    return {
        "state": [(name, states[name]) for name in words.STATES if states[name]],
        "check": checks.most_common(),
        "measure": measures.most_common(),
    }


def _uncompared(report: Report) -> list[tuple[str, list[Claim]]]:
    """The claims that met no other, by reason, the most frequent reason first."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in report.claims:
        if report.outcome.statuses.get(claim.claim_id, "unchecked") == "unchecked":
            groups[report.outcome.unchecked.get(claim.claim_id, "")].append(claim)
    return sorted(groups.items(), key=lambda group: -len(group[1]))
