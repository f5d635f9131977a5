"""The blocks of an HTML page in order, read in one pass without building a tree, so that no nesting is too deep."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from claims.readers.compose import acceptance
from claims.readers.html_spaces import BREAK, COMMENT, collapsed
from claims.readers.tables import RawCell, one_line


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SKIPPED = _names("script style noscript template svg math select button iframe object textarea canvas audio video")
_ASIDE = _names("nav footer aside form dialog menu")
_BLOCKS = _names(
    "html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd section article header footer nav aside main blockquote pre"
    " table thead tbody tfoot tr td th caption figure figcaption hr address form fieldset center details summary"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_REFERENCE = re.compile(r"[\[［(（]?(?:注\s*)?\d{1,2}[\]］)）]?|[\[［(（]?[*＊※†‡①-⑳][\]］)）]?")
_ANCESTORS = 48


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or table; `ancestors` are the numbers of the elements around it, outermost first.

    `aside` blocks stand in menus or footers, `linked` ones are mostly links. `accepted` are (offset, check, reason).
    """

    text: str
    kind: str = ""
    rows: tuple[tuple[RawCell, ...], ...] = ()
    caption: str = ""
    ancestors: tuple[int, ...] = ()
    aside: bool = False
    linked: bool = False
    accepted: tuple[tuple[int, str, str], ...] = ()

    @property
    def weight(self) -> int:
        """How much text it holds, in characters."""
        return len(self.text) or sum(len(cell.text) for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a page, its title, deepest nesting, count of elements, and accept comments after the last block."""

    blocks: tuple[Block, ...]
    title: str
    depth: int
    elements: int
    trailing: tuple[tuple[str, str], ...]


def parse(source: str) -> Page:
    """The page in `source`; anything parses, at worst to a page without blocks."""
    target = _Target()
    parser = etree.HTMLParser(target=target, recover=True, no_network=True, huge_tree=True)
    try:
        parser.feed(source)
        parser.close()
    except (etree.LxmlError, AssertionError):
        pass  # nothing but comments or spaces: there is no document to close
    target.flush()
    return Page(
        tuple(target.blocks), "".join(target.title).strip(), target.deepest, target.elements, tuple(target.pending)
    )


@dataclass(slots=True)
class _Open:
    """A table being read: its rows, the spans of its current cell, and the blocks of its cells should it be layout."""

    rows: list[list[RawCell]] = field(default_factory=list)
    cell: tuple[bool, int, int] | None = None
    words: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    caption: list[str] = field(default_factory=list)
    nested: bool = False


class _Target:
    """Receives the parser's events."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.title: list[str] = []
        self.deepest = 0
        self.pending: list[tuple[str, str]] = []
        self._stack: list[tuple[str, bool, bool]] = []  # tag, skipped, aside
        self._numbers: list[int] = []
        self.elements = 0
        self._pieces: list[str] = []
        self._comments: list[tuple[str, str]] = []
        self._linked = self._links = self._superscripts = 0
        self._superscript: list[str] = []
        self._tables: list[_Open] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _BLOCKS:
            self.flush()
        elif tag == "br":
            self._pieces.append(BREAK)
        skipped, aside = self._stack[-1][1:] if self._stack else (False, False)
        hidden = "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")[:500]))
        self._stack.append((tag, skipped or hidden or tag in _SKIPPED, aside or tag in _ASIDE))
        self.elements += 1
        self._numbers.append(self.elements)
        self.deepest = max(self.deepest, len(self._stack))
        if tag == "a":
            self._links += 1
        elif tag == "sup":
            self._superscripts += 1
        elif tag == "table":
            for outer in self._tables[-1:]:
                outer.nested = True
            self._tables.append(_Open())
        elif self._tables:
            self._start_in_table(tag, attributes)

    def end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        elif tag == "a":
            self._links = max(0, self._links - 1)
        elif tag == "sup":
            self._end_superscript()
        if self._tables and tag in ("td", "th"):
            self._end_cell()
        if self._stack:
            self._stack.pop()
            self._numbers.pop()
        if self._tables and tag == "table":
            self._end_table()

    def data(self, text: str) -> None:
        if not self._stack:
            return
        tag, skipped, _ = self._stack[-1]
        if tag == "title":
            self.title.append(text)
        elif not skipped and tag != "head":
            if self._superscripts:
                self._superscript.append(text)
                return
            self._pieces.append(text)
            if self._links:
                self._linked += len(text.strip())

    def comment(self, text: str) -> None:
        named = acceptance(text)
        if named:
            self._pieces.append(COMMENT)
            self._comments.append(named)

    def close(self) -> None:
        """The parser is done."""

    def flush(self) -> None:
        """End the block being read, if it has words; accept comments without words wait for the next block."""
        self._end_superscript(all_levels=True)
        text, at = collapsed("".join(self._pieces))
        comments, self._comments = self._comments, []
        linked, self._linked = self._linked, 0
        self._pieces = []
        if not text:
            self.pending += comments
            return
        accepted = [(0, *named) for named in self.pending]
        accepted += [(min(offset, len(text) - 1), *named) for offset, named in zip(at, comments, strict=False)]
        self.pending = []
        tags = [tag for tag, _, _ in self._stack[-4:]]
        kind = "caption" if "figcaption" in tags else "h1" if "h1" in tags else ""
        block = Block(
            text,
            kind,
            ancestors=tuple(self._numbers[:-1][:_ANCESTORS]),
            aside=bool(self._stack and self._stack[-1][2]),
            linked=linked * 2 > len(text),
            accepted=tuple(accepted),
        )
        self._place(block, tags)

    def _place(self, block: Block, tags: list[str]) -> None:
        if not self._tables:
            self.blocks.append(block)
            return
        table = self._tables[-1]
        if "caption" in tags:
            table.caption.append(one_line(block.text))
        elif table.cell is not None:
            table.words.append(block.text)
        table.blocks.append(block)

    def _end_superscript(self, all_levels: bool = False) -> None:
        self._superscripts = 0 if all_levels else max(0, self._superscripts - 1)
        if self._superscripts or not self._superscript:
            return
        words, self._superscript = "".join(self._superscript), []
        before = "".join(self._pieces[-3:])[-2:]
        if before == "10" and words.strip().isdigit():
            self._pieces.append("^" + words)
        elif (before[-1:].isascii() and before[-1:].isalpha()) or not _REFERENCE.fullmatch(words.strip()):
            self._pieces.append(words)

    def _start_in_table(self, tag: str, attributes: Mapping[str, str]) -> None:
        table = self._tables[-1]
        if tag == "tr":
            table.rows.append([])
        elif tag in ("td", "th"):
            table.cell = (tag == "th", _span(attributes.get("rowspan")), _span(attributes.get("colspan")))
            table.words = []

    def _end_cell(self) -> None:
        table = self._tables[-1]
        if table.cell is None:
            return
        header, down, right = table.cell
        if not table.rows:
            table.rows.append([])
        table.rows[-1].append(RawCell(one_line(" ".join(table.words)), header, down, right))
        table.cell, table.words = None, []

    def _end_table(self) -> None:
        """A table of figures becomes one block; a table that lays out the page gives the blocks of its cells."""
        table = self._tables.pop()
        rows = tuple(tuple(row) for row in table.rows if row)
        wide = max((sum(min(cell.colspan, 2) for cell in row) for row in rows), default=0) > 1
        if table.nested or not wide or len(rows) < 2 or any(len(c.text) > 1000 for row in rows for c in row):
            kept = table.blocks
        else:
            accepted = tuple((0, *named[1:]) for block in table.blocks for named in block.accepted)
            aside = bool(self._stack and self._stack[-1][2])
            numbers = tuple(self._numbers[:_ANCESTORS])
            kept = [Block("", "", rows, " ".join(table.caption), numbers, aside, accepted=accepted)]
        (self._tables[-1].blocks if self._tables else self.blocks).extend(kept)


def _span(value: str | None) -> int:
    return min(int(value), 1000) if value and value.isascii() and value.isdigit() and len(value) < 6 else 1
