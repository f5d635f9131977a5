"""The folder that the README checks first: the mistakes planted in it are found, in one run over all of it."""

from __future__ import annotations

from pathlib import Path

from checker.run import run
from checker.settings import settle

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
# By article: the figures of which at least one finding of that grade speaks.
ERRORS = {
    "gdp-2023.html": {"56.4%"},
    "guangdong-letters.md": {"6.19%"},
    "guangzhou-2019-h1.txt": {"6%"},
    "guangzhou-2020.txt": {"493"},
    "trade-2023.txt": {"41.76万亿", "32.0%"},
    "wrong.txt": {"4.6%", "8.9万"},
}
WARNINGS = {
    "gdp-2023.html": {"6.2%"},
    "guangzhou-2020.txt": {"3274"},
    "wrong.txt": {"126012150", "124639.67亿"},
}


def test_every_mistake_of_the_first_command_is_found() -> None:
    report = run(settle({"jobs": 1}, (str(EXAMPLES),)))
    assert not report.problems
    told: dict[str, dict[str, set[str]]] = {"error": {}, "warning": {}}
    for finding in report.outcome.findings:
        place = finding.locations[0]
        if finding.severity in told:
            told[finding.severity].setdefault(Path(place.document).name, set()).add(place.text)
    for severity, expected in (("error", ERRORS), ("warning", WARNINGS)):
        for article, figures in expected.items():
            assert figures <= told[severity].get(article, set()), (severity, article)


def test_what_the_examples_accept_still_occurs() -> None:
    report = run(settle({"jobs": 1}, (str(EXAMPLES),)))
    assert not report.stale_acceptances
    assert any(finding.accepted for finding in report.outcome.findings)
