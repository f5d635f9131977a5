"""Examples are a check's documentation and its tests: texts with the figure at fault marked 【so】."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from claims.claim import Claim

MARK = re.compile("【([^【】]*)】")


@dataclass(frozen=True, slots=True)
class Example:
    """Articles to read together. `marks` are the places at fault: (article, start, end) in the unmarked texts."""

    kind: str  # "good", "bad" or "gap"
    texts: tuple[str, ...]
    marks: tuple[tuple[int, int, int], ...]
    published: date | None = None
    title: str = ""
    reference: str = ""  # a table of known figures, as CSV

    @property
    def name(self) -> str:
        """A short handle for test ids."""
        return f"{self.kind}: {self.texts[0][:24]}"


def Good(*texts: str, published: date | str | None = None, title: str = "", reference: str = "") -> Example:
    """Texts on which the check must stay silent."""
    return _example("good", texts, published, title, reference)


def Bad(*texts: str, published: date | str | None = None, title: str = "", reference: str = "") -> Example:
    """Texts in which the check must point at every marked figure."""
    return _example("bad", texts, published, title, reference)


def Gap(*texts: str, published: date | str | None = None, title: str = "", reference: str = "") -> Example:
    """A known miss: like `Bad`, but not found yet."""
    return _example("gap", texts, published, title, reference)


def _example(kind: str, texts: tuple[str, ...], published: date | str | None, title: str, reference: str) -> Example:
    plain: list[str] = []
    marks: list[tuple[int, int, int]] = []
    for number, text in enumerate(texts):
        bare, found = unmarked(text)
        plain.append(bare)
        marks.extend((number, start, end) for start, end in found)
    if kind != "good" and not marks:
        raise ValueError(f"no figure is marked in {texts[0]!r}")
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return Example(kind, tuple(plain), tuple(marks), day, title, reference)


def known_figures(example: Example) -> tuple[Claim, ...]:
    """The known figures that the example is checked against."""
    if not example.reference:
        return ()
    from io import BytesIO

    from claims.outside.records import of_stream
    from claims.table import claims_of

    return claims_of(of_stream(BytesIO(example.reference.encode()), "reference.csv", ".csv"), "reference")[0]


def unmarked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its marks, and the spans that were marked."""
    spans: list[tuple[int, int]] = []
    plain, at = "", 0
    for match in MARK.finditer(text):
        plain += text[at : match.start()]
        spans.append((len(plain), len(plain) + len(match.group(1))))
        plain += match.group(1)
        at = match.end()
    return plain + text[at:], tuple(spans)
