"""What is run on this project: `nox` for style, types and tests; `nox -s corpus` and `nox -s bench` for the measures;
`nox -s fuzz` for inputs that break something.

All sessions but `bench` use the environment that nox itself runs in (see README.md).
"""

from __future__ import annotations

import sys

import nox

nox.options.sessions = ["lint", "types", "tests"]
nox.options.error_on_missing_interpreters = False


@nox.session(venv_backend="none")
def tests(session: nox.Session) -> None:
    """All tests, or those named after `--`."""
    session.run(sys.executable, "-m", "pytest", *session.posargs)


@nox.session(venv_backend="none")
def lint(session: nox.Session) -> None:
    """Style of the code."""
    session.run(sys.executable, "-m", "ruff", "check", ".")
    session.run(sys.executable, "-m", "ruff", "format", "--check", ".")


@nox.session(venv_backend="none")
def types(session: nox.Session) -> None:
    """Types of the four packages, strictly."""
    session.run(sys.executable, "-m", "mypy")


@nox.session(venv_backend="none")
def fuzz(session: nox.Session) -> None:
    """Search for inputs that break readers, extraction, checking, reports: `nox -s fuzz -- --seconds 300 "read .pdf"`.

    Without words, 60 seconds for each target; `-- --help` tells the rest.
    """
    session.run(sys.executable, "-m", "tests.fuzz", *session.posargs)


@nox.session(venv_backend="none")
def corpus(session: nox.Session) -> None:
    """Score extraction and checking on the annotated articles in ../shared; prints the figures."""
    session.run(sys.executable, "bench/corpus.py", *session.posargs)


@nox.session(reuse_venv=True)
def bench(session: nox.Session) -> None:
    """Speed of extraction beside other readers of figures, and the cost of checking at 1, 4 and 16 times the text."""
    session.install("-q", "-c", "constraints.txt", ".")
    # emoji 2 dropped what recognizers-text calls.
    session.install("-q", "recognizers-text-suite", "emoji<2", "jionlp", "quantulum3", "setuptools<81")
    session.run("python", "bench/speed.py", *session.posargs)
