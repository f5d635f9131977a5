"""An article as paragraphs and tables in which every figure is a link, styled by what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from claims.document import Cell, Document, Table
from reports.page.spans import Span, between
from reports.safe import clean

_SUBHEAD = 42  # characters
_ENDS = "。！？；：，、…”』）.!?;:,)\"'"

Anchor = Callable[[Span], tuple[str, str]]  # opening and closing markup around a figure


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or table, `text[start:end]`: its markup and the section it belongs to."""

    start: int
    end: int
    kind: str
    html: Markup
    label: str = ""  # of the page that begins in it
    is_subhead: bool = False  # a short line that no mark ends


def blocks(document: Document, spans: list[Span], anchor: Anchor) -> list[Block]:
    """The blocks of `document`, in order; `spans` in order and free of overlaps."""
    made: list[Block] = []
    tables = [area for table in document.tables if (area := _area(table, document.text, spans)) is not None]
    at = 0
    for start, end, table in sorted(tables, key=lambda area: area[0]):
        if start < at:
            continue
        made.extend(_paragraphs(document, at, start, spans, anchor))
        made.append(Block(start, end, "table", _table(table, document.text, spans, anchor)))
        at = end
    made.extend(_paragraphs(document, at, len(document.text), spans, anchor))
    return made


def section_at(document: Document, offset: int) -> str:
    """The kind of the section that holds `offset`, `body` where none does."""
    return next((section.kind for section in document.sections if section.start <= offset < section.end), "body")


def page_at(document: Document, offset: int) -> str:
    """The label of the page that holds `offset`, empty where the original has no pages."""
    labels = [mark.label for mark in document.marks if mark.kind == "page" and mark.offset <= offset]
    return labels[-1] if labels else ""


def linked(text: str, start: int, end: int, spans: list[Span], anchor: Anchor) -> Markup:
    """`text[start:end]` as markup with the figures in it linked."""
    parts: list[str] = []
    at = start
    for span in between(spans, start, end):
        if span.end > end:
            continue
        opening, closing = anchor(span)
        parts += (escape(clean(text[at : span.start])), opening, escape(clean(text[span.start : span.end])), closing)
        at = span.end
    parts.append(escape(clean(text[at:end])))
    return Markup("".join(parts))


def _paragraphs(document: Document, start: int, end: int, spans: list[Span], anchor: Anchor) -> Iterator[Block]:
    at = start
    covered = start
    while at < end:
        stop = document.text.find("\n", at, end)
        stop = end if stop < 0 else stop
        # A figure that runs over the end of a line keeps its lines together.
        while stop < end and (crossing := between(spans, at, stop)) and crossing[-1].end > stop + 1:
            stop = document.text.find("\n", crossing[-1].end, end)
            stop = end if stop < 0 else stop
        covered = _skip_blanks(document.text, at, stop)
        if covered < stop:
            label = "".join(mark.label for mark in document.marks if mark.kind == "page" and at <= mark.offset <= stop)
            html = linked(document.text, covered, stop, spans, anchor)
            kind = section_at(document, covered)
            yield Block(at, stop, kind, html, label, kind == "body" and _subhead(document.text[covered:stop]))
        at = stop + 1


def _subhead(line: str) -> bool:
    return len(line) <= _SUBHEAD and line.rstrip()[-1] not in _ENDS


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _area(table: Table, text: str, spans: list[Span]) -> tuple[int, int, Table] | None:
    """Where a table stands, or None where its cells do not lie in the text or leave a figure out."""
    cells = [cell for row in table.rows for cell in row if cell.start >= 0]
    if not cells or any(text[cell.start : cell.end] != cell.text for cell in cells):
        return None
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    start = text.rfind("\n", 0, start) + 1
    places = {(cell.start, cell.end) for cell in cells}
    inside = between(spans, start, end)
    if not all(any(low <= span.start and span.end <= high for low, high in places) for span in inside):
        return None
    return start, end, table


def _table(table: Table, text: str, spans: list[Span], anchor: Anchor) -> Markup:
    seen: set[tuple[int, int]] = set()
    rows = []
    for row in table.rows:
        cells = "".join(_cell(cell, text, spans, anchor, seen) for cell in row)
        rows.append(f"<tr>{cells}</tr>")
    caption = f"<caption>{escape(clean(table.caption))}</caption>" if table.caption else ""
    return Markup(
        f'<div class="scroll" tabindex="0" role="group"><table>{caption}<tbody>{"".join(rows)}</tbody></table></div>'
    )


def _cell(cell: Cell, text: str, spans: list[Span], anchor: Anchor, seen: set[tuple[int, int]]) -> str:
    tag = "th" if cell.header else "td"
    place = (cell.start, cell.end)
    if place in seen or cell.start < 0:  # a cell that spans several is repeated: its figures are linked once
        return f'<{tag} class="again">{escape(clean(cell.text))}</{tag}>'
    seen.add(place)
    return f"<{tag}>{linked(text, cell.start, cell.end, spans, anchor)}</{tag}>"
