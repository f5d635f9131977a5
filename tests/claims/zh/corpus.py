"""The corpora: sentences with what must be read in them, in files that can be extended without writing code.

A file of `corpora/` is about one meaning. Its lines:

    # a remark
    = published 2023-08-15  place 440100    what holds for the texts below, until the next such line (also title)
    A sentence.⏎Another paragraph.          a text, at the head of the line; ⏎ is a line end
        13.5% = -13.5 % relative_change     below it, indented, each of its claims in order: the figure as printed =
                                            value, unit (- for none), kind, then further fields: measure=交通事故
        @ rank 第一 = 1  measure=GDP        a mention: kind, text = reading, further fields
    A text without such a line must give no claim.
    ~ A text that is read wrongly so far (a known gap, a strict xfail); what must be read is stated all the same.

Further fields are those of a claim or mention, compared as text: `low` and `high` are the ends of the asserted
interval, `yes` and `no` stand for true and false, `part_of=TEXT` for the text of the total, `items=A、B` for those of a
list; `A|B` are alternatives. `key=LETTER`: within one file the claims of one letter share a measure key, and those of
different letters do not.

A file that states mentions is about their kinds: each text must give the mentions of those kinds stated below it and no
others, and its claims are looked at only where some are stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent / "corpora"

_SETTING = re.compile(r"(published|place|title|publisher) (\S+)")
_FIELD = re.compile(r"(?:^|\s+)(\w+)=(\S*)")


@dataclass(slots=True)
class Expected:
    """One claim or mention that a text must give; `kind` is empty for a claim."""

    text: str
    reading: str
    fields: dict[str, str]
    mention: str = ""


@dataclass(slots=True)
class Case:
    """One text with all claims that must be read in it."""

    file: str
    line: int
    text: str
    published: date | None = None
    place: str = ""
    title: str = ""
    publisher: str = ""
    gap: bool = False
    kinds: frozenset[str] = frozenset()  # of mentions that the file is about
    expected: list[Expected] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.text[:24]}"


def cases() -> Iterator[Case]:
    """All texts of all corpora."""
    for path in sorted(FOLDER.glob("*.txt")):
        found = list(_file(path))
        kinds = frozenset(one.mention for case in found for one in case.expected if one.mention)
        for case in found:
            case.kinds = kinds
            yield case


def _file(path: Path) -> Iterator[Case]:
    settings: dict[str, str] = {}
    case: Case | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        if line.startswith("    "):
            if case is None:
                raise ValueError(f"{path.name}:{number}: no text before this line")
            case.expected.append(_expected(words, f"{path.name}:{number}"))
            continue
        if case is not None:
            yield case
        case = None
        if line.startswith("="):
            settings = dict(_SETTING.findall(line))
            continue
        text = line.removeprefix("~").lstrip() if line.startswith("~") else line
        told = settings.get("published")
        case = Case(
            path.stem,
            number,
            text.replace("⏎", "\n"),
            date.fromisoformat(told) if told else None,
            settings.get("place", ""),
            settings.get("title", ""),
            settings.get("publisher", ""),
            line.startswith("~"),
        )
    if case is not None:
        yield case


def _expected(words: str, where: str) -> Expected:
    head, found, rest = words.partition(" = ")
    if not found:
        raise ValueError(f"{where}: expected TEXT = VALUE UNIT KIND, got {words}")
    fields = dict(_FIELD.findall(rest))
    plain = _FIELD.sub("", rest).split()
    if head.startswith("@"):
        kind, _, text = head.removeprefix("@").strip().partition(" ")
        return Expected(text.replace("⏎", "\n"), " ".join(plain), fields, kind)
    if len(plain) != 3:
        raise ValueError(f"{where}: expected a value, a unit and a kind, got {plain}")
    value, unit, kind = plain
    return Expected(head.replace("⏎", "\n"), value, {"unit": "" if unit == "-" else unit, "kind": kind, **fields})
