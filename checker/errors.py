"""Errors for people: what is wrong, where, and what to do about it, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from claims.bilingual import Bilingual
from reports.report import Problem
from reports.safe import clean

NOTHING = Bilingual("", "")


class CannotDo(Exception):
    """The job cannot be done as asked; `problem` says why, for people. The program ends with exit status 2."""

    def __init__(self, where: str, what: Bilingual, hint: Bilingual = NOTHING) -> None:
        super().__init__(f"{where}: {what.en}")
        self.problem = Problem(where, what, hint)


def sentence(problem: Problem, language: str) -> str:
    """One problem as the program says it: a line, its hint on a line of its own; no control characters."""
    colon = "：" if language == "zh" else ": "
    where = clean(problem.where) + colon if problem.where else ""
    hint = clean(problem.hint.text(language))
    program = "" if where.startswith("crossfoot ") else "crossfoot: "
    return f"{program}{where}{clean(problem.what.text(language))}" + (f"\n  {hint}" if hint else "")


def own_fault(error: Exception) -> Bilingual:
    """What is said of an error of the program itself."""
    name = type(error).__name__
    return Bilingual(f"程序自身出错：{name}：{error}", f"An error of the program itself: {name}: {error}")


def did_you_mean(word: str, known: Iterable[str]) -> Bilingual:
    """The nearest known word as a question, or all of them when none is near."""
    names = list(known)
    near = get_close_matches(word, names, n=1, cutoff=0.6) or [name for name in names if word and word in name][:1]
    if near:
        return Bilingual(f"是不是想写“{near[0]}”？", f"Did you mean '{near[0]}'?")
    listed = Bilingual("、".join(names), ", ".join(names))
    return Bilingual(f"可用的有：{listed.zh}", f"Known: {listed.en}")


def unknown(where: str, kind: Bilingual, word: str, known: Iterable[str]) -> CannotDo:
    """The error for a word of some `kind` (a setting, a check, a format) that nobody knows."""
    what = Bilingual(f"没有名为“{word}”的{kind.zh}。", f"There is no {kind.en} called '{word}'.")
    return CannotDo(where, what, did_you_mean(word, known))
