"""`crossfoot claims`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

from checker.cli import options as opt
from checker.output import emit, format_of_file, known_format, write_whole
from checker.settings import settle
from claims.document import Document
from reports import CLAIM_FORMATS
from reports.safe import clean


def claims(
    paths: opt.Paths = None,
    format: opt.Formats = None,
    output: opt.Outputs = None,
    trace: opt.Trace = False,
    text: opt.Text = False,
    read_as: opt.ReadAs = None,
    as_of: opt.AsOf = None,
    lang: opt.Lang = None,
    language: opt.Language = None,
    jobs: opt.Jobs = None,
    debug: opt.Debug = False,
) -> int:
    """Read the articles and print their figures as rows."""
    from checker.progress import shown_progress
    from checker.run import read_and_extract
    from checker.show import show_claims, show_trace
    from checker.status import tell, tell_notes, tell_refused

    given = {
        "read_as": read_as, "as_of": as_of, "lang": lang, "language": language, "jobs": jobs, "outputs": output,
        "debug": debug,
    }  # fmt: skip
    settings = replace(settle(given, paths or ()), reference=())  # known figures are none of the articles'
    names = [known_format(name, CLAIM_FORMATS) for name in format or ["rich" if sys.stdout.isatty() else "jsonl"]]
    files = {path: format_of_file(path, CLAIM_FORMATS, names[-1] if format else "") for path in output or ()}
    with shown_progress(settings.lang) as progress:
        reading = read_and_extract(settings, progress)
    for path, name in files.items():
        write_whole(path, CLAIM_FORMATS[name].pieces(reading.claims, {}, settings.lang))
    if text:
        emit(texts(reading.documents))
    elif trace:
        show_trace(reading, names[-1] if format else "rich", settings)
    else:
        for name in names:
            show_claims(reading.claims, name, settings)
    tell_notes(reading.documents, settings.lang)
    tell_refused(reading.outside.refused, settings.lang)
    return tell(reading.problems, settings.lang)


def texts(documents: tuple[Document, ...]) -> Iterator[str]:
    """The text of one document as it is; of several, each after a line that names it."""
    for document in documents:
        text = document.text
        if sys.stdout.isatty():  # what steers a terminal must not reach it
            text = "\n".join(clean(line) for line in text.split("\n"))
        if len(documents) > 1:
            yield f"==> {clean(document.path)} <==\n"
        yield text if len(documents) == 1 or text.endswith("\n") else text + "\n"
