"""`crossfoot accept`."""

from __future__ import annotations

from typing import Annotated

import typer

from checker.cli import options as opt
from checker.settings import settle


def accept(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help=opt.words("提示的编号", "ids of findings"), show_default=False),
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help=opt.words("为什么可以这样", "why they may stand"))
    ] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help=opt.words("谁核的", "who saw them"))] = "",
    paths: Annotated[
        list[str] | None,
        typer.Option(
            "--in",
            metavar="PATH",
            help=opt.words("稿件所在；可重复，默认为设置里的 paths 或当前文件夹", "where the articles are; repeatable"),
            show_default=False,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=opt.words("全部现有提示", "all present findings"))] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help=opt.words("删去已不出现的", "drop those that no longer occur"))
    ] = False,
    accepted: opt.Accepted = None,
    lang: opt.Lang = None,
    debug: opt.Debug = False,
) -> int:
    """Run the check, and write the list."""
    from checker.accepting import Wish, fulfil

    settings = settle({"accepted": accepted, "lang": lang}, paths or ())
    return fulfil(Wish(tuple(ids or ()), reason, by, every, prune), settings)
