"""The command group: errors become sentences in the reader's language, and exit statuses those of the contract."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any, NoReturn

from typer.core import TyperGroup
from typer.exceptions import Abort, TyperException

from checker.errors import NOTHING, CannotDo, did_you_mean, own_fault, sentence
from checker.settings import language_of_environment
from claims.bilingual import Bilingual
from reports.report import Problem

FAILED, INTERRUPTED = 2, 130
_FULL = Bilingual("没有空间了，结果写不下。", "No space is left to write the results.")
_ASK = Bilingual("加 --debug 再运行一次可看到细节。", "Run again with --debug to see the details.")


def language_asked(args: Sequence[str]) -> str:
    """The language of `--lang` among the arguments, else the environment's."""
    for index, word in enumerate(args):
        value = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and index + 1 < len(args):
            value = args[index + 1]
        if value in ("zh", "en"):
            return value
    return language_of_environment()


class CrossfootGroup(TyperGroup):
    """Runs a command and ends the program: 0, 1, 2 or 130, without a traceback unless `--debug` is given."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> NoReturn:
        words = list(sys.argv[1:] if args is None else args)
        language = language_asked(words)
        extra["standalone_mode"] = False
        try:
            status = super().main(words, *rest, **extra)
            sys.stdout.flush()
        except (KeyboardInterrupt, Abort):
            status = INTERRUPTED
        except CannotDo as error:
            status = _tell(error.problem, language)
        except TyperException as error:
            status = _tell(_usage_problem(error), language)
        except BrokenPipeError:
            # The reader of our output has gone; nothing more can be said there.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            status = FAILED
        except Exception as error:
            if "--debug" in words:
                traceback.print_exc()
            status = _tell(_own_problem(error), language)
        sys.exit(status if isinstance(status, int) else 0)


def _own_problem(error: Exception) -> Problem:
    """What stopped the program: a full disk under its output, or a fault of its own."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nor can the rest be written at the end
        return Problem("", _FULL, NOTHING)
    return Problem("", own_fault(error), _ASK)


def _tell(problem: Problem, language: str) -> int:
    """Print the problem on standard error; always the status for a job that could not be done."""
    print(sentence(problem, language), file=sys.stderr)
    return FAILED


def _usage_problem(error: TyperException) -> Problem:
    """A mistake on the command line, in our words."""
    kind = type(error).__name__
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "crossfoot"
    help_line = Bilingual(f"用法见 {command} --help。", f"See {command} --help.")
    parameter = getattr(error, "param", None)
    name = (parameter.opts[0] if parameter.opts[0].startswith("-") else parameter.display_name_raw) if parameter else ""
    if kind == "NoSuchOption":
        option = str(getattr(error, "option_name", ""))
        known = [word for item in context.command.params for word in item.opts] if context else []
        return Problem(
            command, Bilingual(f"没有 {option} 这个选项。", f"No such option: {option}."), did_you_mean(option, known)
        )
    if kind == "NoSuchCommand" or str(error.message).startswith("No such command"):
        word = str(error.message).partition("'")[2].partition("'")[0]
        known = context.command.list_commands(context) if context else []
        return Problem(
            command, Bilingual(f"没有 {word} 这个命令。", f"No such command: {word}."), did_you_mean(word, known)
        )
    if kind == "MissingParameter":
        what = Bilingual(f"缺少 {name}。", f"{name} is missing.")
        return Problem(command, what, help_line)
    if kind == "BadParameter":
        what = Bilingual(f"{name} 的值不对：{error.message}", f"The value of {name} is wrong: {error.message}")
        return Problem(command, what, help_line)
    if kind == "NoArgsIsHelpError":
        return Problem(command, Bilingual("要做什么？", "What is to be done?"), help_line)
    return Problem(command, Bilingual(f"命令写法不对：{error.message}", str(error.message)), help_line)
