"""The numbers in the cells of a statistical table, and what is no number there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.document import Cell
from claims.folding import fold
from claims.readers.tables import is_figure
from claims.zh.figures import Figure, digit_figure

# What stands for no figure: a dash, dots, a blank, a footnote mark (GB/T 1.1 and the yearbooks' notes).
_BEFORE = re.compile(r"[\s¥￥$€£]*")
_MINUS = re.compile(r"[-−–－﹣]\s*(?=\d)|负(?=\d)")
_FOOTNOTE = re.compile(r"\s*(?:[*＊※①-⑳]|[(（\[【]\s*(?:注?\d{1,2}|[a-zA-Z])\s*[)）\]】])+$")
_ACCOUNTING = re.compile(r"[(（]\s*([\d,，.]+)\s*[)）]")


@dataclass(frozen=True, slots=True)
class Printed:
    """The number of a cell and its span in the document's text, sign and % in."""

    figure: Figure
    negative: bool
    start: int
    end: int


def printed(cell: Cell) -> Printed | None:
    """The number in a cell; None for labels and placeholders."""
    if not is_figure(cell.text) and not _ACCOUNTING.fullmatch(cell.text.strip()):
        return None
    folded = fold(cell.text)
    text = _FOOTNOTE.sub("", folded.text)
    match = _BEFORE.match(text)
    start = match.end() if match else 0
    bracket = _ACCOUNTING.fullmatch(text.strip())
    if bracket is not None:
        if len(bracket[1].replace(",", "")) < 3:
            return None
        start = text.index(bracket[1])
    minus = _MINUS.match(text, start)
    begin = start
    start = minus.end() if minus else start + (text[start : start + 1] == "+")
    figure = digit_figure(text, start)
    if figure is None:
        return None
    end = figure.end + (text[figure.end : figure.end + 1] == "%")
    return Printed(figure, bool(minus or bracket), cell.start + folded.origin(begin), cell.start + folded.end(end))
