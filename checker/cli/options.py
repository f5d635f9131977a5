"""The options of the commands, each stated once, with help in the language of the environment."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from checker.cli.group import language_asked
from reports import FORMATS

_LANGUAGE = language_asked(sys.argv[1:])


def words(zh: str, en: str) -> str:
    """One of the two, by the language in which help is to be shown."""
    return zh if _LANGUAGE == "zh" else en


def check_names(incomplete: str) -> list[str]:
    """The names of checks that begin so, for the shell's completion."""
    from expectations.check import all_checks

    return [name for name in all_checks() if name.startswith(incomplete)]


def one_of(*choices: str) -> Callable[[str], list[str]]:
    """The choices that begin so, for the shell's completion."""

    def complete(incomplete: str) -> list[str]:
        return [choice for choice in choices if choice.startswith(incomplete)]

    return complete


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATHS]...",
        help=words("稿件文件或文件夹；- 为标准输入", "articles: files or folders; - is standard input"),
        show_default=False,
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        autocompletion=one_of(*FORMATS),
        help=words("输出格式", "format of the output"),
        show_default=False,
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=words("另写入文件，格式看后缀；可重复", "also write to a file, its format from the suffix; repeatable"),
        show_default=False,
    ),
]
ReadAs = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="articles|claims|table",
        autocompletion=one_of("articles", "claims", "table"),
        help=words("表格文件当作什么来读", "what table files are read as"),
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        metavar="error|warning|note|never",
        autocompletion=one_of("error", "warning", "note", "never"),
        help=words("有此级别及以上的提示时退出状态为 1", "exit 1 when there is a finding this grave or graver"),
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        autocompletion=check_names,
        help=words("只做这些检查；可重复", "run these checks only; repeatable"),
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        autocompletion=check_names,
        help=words("不做这些检查；可重复", "leave these checks out; repeatable"),
    ),
]
Reference = Annotated[
    list[str] | None,
    typer.Option(metavar="FILE", help=words("已知数据表；可重复", "a table of known figures; repeatable")),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help=words("稿件没有日期时按此日推算", "the day to count from where an article has no date")
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        metavar="zh|en", autocompletion=one_of("zh", "en"), help=words("报告用的语言", "language of the report")
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="zh|en|auto",
        autocompletion=one_of("zh", "en", "auto"),
        help=words("稿件的语言", "language of the articles"),
    ),
]
Accepted = Annotated[str | None, typer.Option(metavar="FILE", help=words("已核清单", "the list of accepted findings"))]
ShowAccepted = Annotated[
    bool | None,
    typer.Option("--show-accepted", help=words("也显示已核的提示", "show accepted findings too"), show_default=False),
]
ShowConsistent = Annotated[
    bool | None,
    typer.Option(
        "--show-consistent", help=words("也显示对得上的比对", "show comparisons that held too"), show_default=False
    ),
]
ShowConfig = Annotated[
    bool,
    typer.Option(
        "--show-config", help=words("列出各项设置及来源，不做检查", "list the settings and who set them; check nothing")
    ),
]
Watch = Annotated[
    bool, typer.Option("--watch", help=words("稿件一改动就重新检查", "check again whenever an article changes"))
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", metavar="N", help=words("进程数；0 为自动", "number of processes; 0 lets the program choose")
    ),
]
Debug = Annotated[bool, typer.Option("--debug", help=words("出错时显示细节", "show the details of an error"))]
Trace = Annotated[
    bool, typer.Option("--trace", help=words("标出读数所用的规则", "name the rule that read each figure"))
]
Text = Annotated[
    bool,
    typer.Option(
        "--text", help=words("输出读到的正文，位置以它为准", "print the text as read, into which offsets point")
    ),
]
