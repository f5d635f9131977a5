"""`crossfoot check`."""

from __future__ import annotations

import sys

from checker.cli import options as opt
from checker.output import format_of_file, known_format, write_whole
from checker.settings import Settings, settle
from reports import FORMATS


def check(
    paths: opt.Paths = None,
    format: opt.Formats = None,
    output: opt.Outputs = None,
    read_as: opt.ReadAs = None,
    fail_on: opt.FailOn = None,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    reference: opt.Reference = None,
    as_of: opt.AsOf = None,
    lang: opt.Lang = None,
    language: opt.Language = None,
    accepted: opt.Accepted = None,
    show_accepted: opt.ShowAccepted = None,
    show_consistent: opt.ShowConsistent = None,
    show_config: opt.ShowConfig = False,
    watch: opt.Watch = False,
    jobs: opt.Jobs = None,
    debug: opt.Debug = False,
) -> int:
    """Settle the settings, run, print, and give the exit status."""
    given = {
        "read_as": read_as, "fail_on": fail_on, "select": select, "ignore": ignore, "reference": reference,
        "as_of": as_of, "lang": lang, "language": language, "accepted": accepted, "show_accepted": show_accepted,
        "show_consistent": show_consistent, "jobs": jobs, "outputs": output, "debug": debug,
    }  # fmt: skip
    settings = settle(given, paths or ())
    if show_config:
        return _show(settings)
    formats = [known_format(name, FORMATS) for name in format or [_default_format(settings)]]
    files = {path: format_of_file(path, FORMATS, formats[-1] if format else "") for path in output or ()}
    if watch:
        from checker.watch import watch_and

        return watch_and(settings, lambda: run_once(settings, formats, files))
    return run_once(settings, formats, files)


def run_once(settings: Settings, formats: list[str], files: dict[str, str]) -> int:
    """One run: results to files and standard output, problems to standard error."""
    from checker.progress import shown_progress
    from checker.run import run
    from checker.show import show_report
    from checker.status import exit_status, tell, tell_notes, tell_refused

    with shown_progress(settings.lang) as progress:
        report = run(settings, progress)
    options = {"show_accepted": settings.show_accepted, "show_consistent": settings.show_consistent}
    for path, name in files.items():
        write_whole(path, FORMATS[name].pieces(report, settings.lang, **options))
    for name in formats:
        show_report(report, name, settings)
    tell_notes(report.documents, settings.lang)
    if formats != ["rich"] or not sys.stdout.isatty():  # a terminal has just been shown them
        tell(report.problems, settings.lang)
        tell_refused(report.refused_rows, settings.lang)
    return exit_status(report, settings.fail_on)


def _default_format(settings: Settings) -> str:
    return settings.format or ("rich" if sys.stdout.isatty() else "concise")


def _show(settings: Settings) -> int:
    for name, value in settings.shown().items():
        origin = settings.origins.get(name.replace("-", "_"), "default")
        print(f"{name} = {value}  # {origin}")
    return 0
