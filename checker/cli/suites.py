"""`crossfoot suites`."""

from __future__ import annotations

from typing import Annotated

import typer

from checker.cli import options as opt


def suites(
    kinds: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[KIND]...",
            help=opt.words("哪种表：不写则列出；写出则输出其套件", "which kind of table; without one, all are listed"),
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help=opt.words("写入文件", "write to a file"))
    ] = "",
    lang: opt.Lang = None,
    debug: opt.Debug = False,
) -> int:
    """List the suites, or print those asked for as GX JSON."""
    from checker.errors import unknown
    from checker.output import emit, write_whole
    from claims.bilingual import Bilingual
    from expectations.suites import engine

    known = engine.kinds()
    for kind in kinds or ():
        if kind not in known:
            raise unknown("crossfoot suites", Bilingual("套件", "suite"), kind, known)
    text = "".join(engine.exported(kind).rstrip("\n") + "\n" for kind in kinds) if kinds else "\n".join(known) + "\n"
    if output:
        write_whole(output, text)
    else:
        emit(text)
    return 0
