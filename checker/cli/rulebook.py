"""`crossfoot explain` and `crossfoot rules`."""

from __future__ import annotations

from typing import Annotated

import typer

from checker.cli import options as opt


def explain(
    check: Annotated[
        str,
        typer.Argument(
            metavar="CHECK",
            autocompletion=opt.check_names,
            help=opt.words("检查的名称或编号", "name or code of a check"),
        ),
    ],
    lang: opt.Lang = None,
    debug: opt.Debug = False,
) -> int:
    """The page of one check."""
    from checker.rulebook import page
    from checker.settings import settle
    from checker.show import show_text

    settings = settle({"lang": lang})
    show_text(page(check, settings))
    return 0


def rules(
    test: Annotated[
        bool, typer.Option("--test", help=opt.words("运行所有检查的例子", "run the examples of all checks"))
    ] = False,
    lang: opt.Lang = None,
    debug: opt.Debug = False,
) -> int:
    """All checks, or their examples' results."""
    from checker.rulebook import listing, tested
    from checker.settings import settle
    from checker.show import show_text

    settings = settle({"lang": lang})
    if test:
        return tested(settings)
    show_text(listing(settings))
    return 0
