"""Markdown: the stored text line by line, without its inline marks; headings, tables and accept comments are known.

Lines stay where they stand in the file, so that line numbers hold; only marks within a line are taken out.
"""

from __future__ import annotations

import html
import re
from itertools import pairwise

from claims.bilingual import Bilingual
from claims.document import Cell, Document, InlineAcceptance, Section, Table
from claims.readers.compose import acceptance, huge_table
from claims.readers.encoding import decode
from claims.readers.limits import Limits
from claims.readers.manifest import parse_date
from claims.readers.tables import RawCell, caption_start, laid_out

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|date|published|publisher|source|place|language|lang)[ \t]*:[ \t]*(\S[^\n]*)$",
    re.MULTILINE | re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,500})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]{1,60}\](?!:)")
_EMPHASIS = re.compile(
    r"(?<![\\*])(\*{1,3})(?![\s*])([^*\n]{1,2000}?)(?<![\s\\])\1(?!\*)"
    r"|(?<![\w\\])(_{1,3})(?![\s_])([^_\n]{1,2000}?)(?<![\s\\])\3(?!\w)"
)
_CODE = re.compile(r"(?<!`)(`{1,2})([^`\n]{1,2000})\1(?!`)")
_TAG = re.compile(
    r"</?(?:b|i|em|strong|u|span|font|sup|sub|br|p|div|center|small|mark|a|img)\b[^<>\n]{0,500}>", re.IGNORECASE
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"^ {0,3}#[ \t]+([^\s#][^\n]*)$", re.MULTILINE)
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_WORD = re.compile(r"\S")
_PIPE = re.compile(r"(?<!\\)\|")


def read_markdown(data: bytes, path: str, limits: Limits) -> Document:
    """The document with its text, headline, tables and acceptances; front matter gives title, date and publisher."""
    found = decode(data)
    text, fields = _without_front_matter(found.text)
    text, comments = _without_comments(text)
    text, moved = _plain(text, comments)
    headline = _headline(text)
    tables, stretches, notes = _tables(text, limits)
    sections = [*([headline] if headline else []), *stretches]
    return Document(
        path,
        text,
        title=fields.get("title", text[headline.start : headline.end] if headline else ""),
        published=parse_date(fields.get("published", fields.get("date", ""))),
        publisher=fields.get("publisher", fields.get("source", "")),
        place=fields.get("place", ""),
        language=fields.get("language", fields.get("lang", "")),
        encoding=found.encoding,
        sections=tuple(sorted(sections, key=lambda section: section.start)),
        tables=tuple(tables),
        acceptances=tuple(InlineAcceptance(check, why, paragraph_at(text, at)) for at, check, why in moved),
        notes=found.notes + notes,
    )


def paragraph_at(text: str, offset: int) -> int:
    """An offset with words in the paragraph that a comment at `offset` is about.

    That is its own line; for a comment on a line of its own the paragraph it adjoins, else the next, else the last one.
    """
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : len(text) if end < 0 else end]
    if line.strip():
        return start + len(line) - len(line.lstrip())
    after = _WORD.search(text, offset)
    before = max(0, len(text[:offset].rstrip()) - 1)
    follows_closely = text[before:offset].count("\n") == 1
    if after is None or (follows_closely and text[offset : after.start()].count("\n") > 1):
        return before
    return after.start()


def _without_front_matter(text: str) -> tuple[str, dict[str, str]]:
    """The text with the YAML head blanked line for line, and the fields of it that we know."""
    found = _FRONT.match(text)
    if not found:
        return text, {}
    fields = {name.lower(): value.strip(" \t\"'") for name, value in _FIELD.findall(found[1])}
    return "\n" * found[0].count("\n") + text[found.end() :], fields


def _without_comments(text: str) -> tuple[str, list[tuple[int, str, str]]]:
    """The text without comments, their newlines kept, and the accept comments with their offsets."""
    pieces: list[str] = []
    accepted: list[tuple[int, str, str]] = []
    length = at = 0
    if "-->" not in text:
        return text, []
    for found in _COMMENT.finditer(text):
        pieces += (text[at : found.start()], "\n" * found[0].count("\n"))
        length += found.start() - at
        named = acceptance(found[1])
        if named:
            accepted.append((length, *named))
        length += len(pieces[-1])
        at = found.end()
    return "".join((*pieces, text[at:])), accepted


def _plain(text: str, comments: list[tuple[int, str, str]]) -> tuple[str, list[tuple[int, str, str]]]:
    """The lines without inline marks, and the comments at the offsets of their lines afterwards."""
    lines = text.split("\n")
    plain, starts, moved = [], [], []
    fenced = False
    before = after = 0
    pending = list(comments)
    for line in lines:
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        words = line if fenced else _unmarked(line)
        while pending and pending[0][0] <= before + len(line):
            at, check, why = pending.pop(0)
            moved.append((after + min(at - before, len(words)), check, why))
        plain.append(words)
        starts.append(after)
        before += len(line) + 1
        after += len(words) + 1
    return "\n".join(plain), moved


def _unmarked(line: str) -> str:
    if not any(mark in line for mark in "*_`[<\\&"):
        return line
    for pattern, kept in ((_IMAGE, r"\1"), (_LINK, r"\1"), (_FOOTNOTE, ""), (_TAG, ""), (_CODE, r"\2")):
        line = pattern.sub(kept, line)
    line = " ".join(html.unescape(line).splitlines()) if "&" in line else line
    line = _EMPHASIS.sub(lambda found: found[2] or found[4], line)
    return line if "|" in line else _ESCAPE.sub(r"\1", line)


def _headline(text: str) -> Section | None:
    """The first heading of the first level; others are body and need no section."""
    found = _HEADING.search(text)
    return Section("headline", found.start(1), found.start(1) + len(found[1].rstrip("# \t"))) if found else None


def _tables(text: str, limits: Limits) -> tuple[list[Table], list[Section], tuple[Bilingual, ...]]:
    """The tables, the stretches of text they fill, and a note where one was too large."""
    tables: list[Table] = []
    stretches: list[Section] = []
    offset, lines = 0, []
    for line in text.split("\n"):
        lines.append((offset, line))
        offset += len(line) + 1
    number, huge = 1, False
    while number < len(lines):
        head, rule = lines[number - 1], lines[number]
        if "|" not in head[1] or "-" not in rule[1] or len(rule[1]) > 2000 or not _DELIMITER.fullmatch(rule[1].strip()):
            number += 1
            continue
        last = number + 1
        while last < len(lines) and "|" in lines[last][1]:
            last += 1
        number, kept = last + 1, (head, *lines[number + 1 : last])
        stretches.append(Section("table", head[0], lines[last - 1][0] + len(lines[last - 1][1])))
        if sum(line.count("|") for _, line in kept) > limits.cells:
            huge = True
            continue
        rows = [_cells(*line, header=line is head) for line in kept]
        raw = [[RawCell(cell.text, cell.header) for cell in row] for row in rows]
        grid = laid_out(raw, rows, limits.cells)
        huge = huge or grid is None
        if grid:
            tables.append(_captioned(text, head[0], grid))
    return tables, stretches, (huge_table(limits.cells),) if huge else ()


def _captioned(text: str, start: int, grid: tuple[tuple[Cell, ...], ...]) -> Table:
    window = max(0, start - 300)
    found = caption_start(text[window:start].rstrip())
    caption = text[window + found : start].rstrip() if found >= 0 else ""
    return Table(grid, caption, window + found if found >= 0 else -1)


def _cells(offset: int, line: str, *, header: bool) -> list[Cell]:
    """The cells of one row with their spans, outer pipes left out."""
    bounds = [found.start() for found in _PIPE.finditer(line)]
    edges = [-1, *bounds, len(line)]
    spans = [(left + 1, right) for left, right in pairwise(edges)]
    if line.lstrip().startswith("|"):
        spans = spans[1:]
    if spans and not line[spans[-1][0] :].strip():
        spans = spans[:-1]
    cells = []
    for left, right in spans:
        words = line[left:right]
        start = left + len(words) - len(words.lstrip()) if words.strip() else left
        stripped = words.strip()
        cells.append(Cell(stripped, offset + start, offset + start + len(stripped), header))
    return cells
