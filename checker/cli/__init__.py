"""The command line: `app`, the typer application, and `main`, the program."""

from __future__ import annotations

from typing import Annotated

import typer

from checker.cli.accept import accept
from checker.cli.check import check
from checker.cli.claims import claims
from checker.cli.group import CrossfootGroup
from checker.cli.options import words
from checker.cli.rulebook import explain, rules
from checker.cli.suites import suites

app = typer.Typer(
    cls=CrossfootGroup,
    name="crossfoot",
    help=words(
        "核对稿件中的数字：找出不可能同时为真的数字。",
        "Check the figures of articles: find those that cannot all be true.",
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(f"crossfoot {version('crossfoot')}")
        raise typer.Exit


@app.callback()
def crossfoot(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=words("显示版本", "show the version"))
    ] = False,
) -> None:
    """Options of the program itself."""


app.command(help=words("核对一篇或多篇稿件中的数字", "compare the figures of one or more articles, together"))(check)
app.command(help=words("列出稿件中的全部数据陈述", "the claim table: every figure found, as rows"))(claims)
app.command(
    help=words("说明一项检查：做什么、为什么、局限与例子", "what a check does, why, its limits, its examples run live")
)(explain)
app.command(help=words("列出全部检查", "all checks"))(rules)
app.command(help=words("把提示列入已核清单", "put findings on the list of accepted ones"))(accept)
app.command(help=words("列出或导出外来数据表的 Great Expectations 套件", "the Great Expectations suites, as GX JSON"))(
    suites
)


def main() -> None:
    """The program `crossfoot`."""
    app()
