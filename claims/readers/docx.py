"""Word documents (.docx): paragraphs, text boxes, tables and captions in the order of the document."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from claims.document import Document, Mark
from claims.readers.compose import Composer
from claims.readers.encoding import without_surrogates
from claims.readers.limits import Limits
from claims.readers.problems import Unreadable, damaged
from claims.readers.tables import RawCell, one_line

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_BOX = _W + "txbxContent"
_UNSEEN = frozenset((_W + "del", _W + "moveFrom", _W + "pPr", _FALLBACK))
_TITLE = re.compile(r"title|标题|heading 1|标题 1", re.IGNORECASE)
_CAPTION = re.compile(r"caption|题注", re.IGNORECASE)
_REFERENCE = re.compile(r"[\[［(（]?\d{1,2}[\]］)）]?|[*＊※①-⑳]")
_OLE = b"\xd0\xcf\x11\xe0"
_WORD = "Word（.docx）"


def read_docx(data: bytes, path: str, limits: Limits) -> Document:
    """The document with marks that count its paragraphs; raises Unreadable when damaged, encrypted or a zip bomb."""
    body, styles = _opened(data, limits)
    composer = Composer(limits)
    headline = ""
    number = 0
    for element in _blocks(body):
        if element.tag == _W + "tbl":
            rows = _table(element)
            if not any(cell.text for row in rows for cell in row):
                continue
            number += 1
            composer.marks.append(Mark(composer.length + (2 if composer.length else 0), "paragraph", str(number)))
            composer.table(rows)
            continue
        for place, text in enumerate(_paragraph(element)):
            if not text:
                continue
            number += 1
            style = styles.get(_style(element), "") if place == 0 else ""
            kind = "caption" if _CAPTION.search(style) else ""
            if not headline and not composer.tables and _TITLE.fullmatch(style):
                headline, kind = text, "headline"
            start = composer.block(text, kind)
            composer.marks.append(Mark(start, "paragraph", str(number)))
    return composer.document(Document(path, title=" ".join(headline.split()), encoding="utf-8"))


def _opened(data: bytes, limits: Limits) -> tuple[Any, dict[str, str]]:
    """The body element and the names of the styles by their ids."""
    if data.startswith(_OLE):
        raise Unreadable(
            "Word 文件有密码，或是旧版 .doc：请去掉密码、另存为 .docx。",
            "The Word file has a password or is an old .doc: remove the password and save it as .docx.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except Exception as error:  # zipfile raises many kinds for damaged files
        raise damaged(_WORD) from error
    if size > limits.unpacked_bytes:
        raise Unreadable(
            f"解压后有 {size:,} 字节，超过 {limits.unpacked_bytes:,}，疑为压缩炸弹，没有打开：请另存一份纯文字的。",
            f"It unpacks to {size:,} bytes, more than {limits.unpacked_bytes:,} (a zip bomb?), and was not opened:"
            " save a copy that holds the text alone.",
        )
    from docx import Document as open_docx

    try:
        opened = open_docx(io.BytesIO(data))
        styles = {style.style_id: style.name or "" for style in opened.styles}
        return opened.element.body, styles
    except Exception as error:  # python-docx raises what zipfile, lxml and its own look-ups raise
        raise damaged(_WORD) from error


def _blocks(container: Any) -> Iterator[Any]:
    """The paragraphs and tables in order, also those in content controls and tracked insertions."""
    for element in container:
        if element.tag in (_W + "p", _W + "tbl"):
            yield element
        elif isinstance(element.tag, str) and element.tag not in _UNSEEN:
            yield from _blocks(element)


def _paragraph(element: Any) -> list[str]:
    """The words of a paragraph, then those of the text boxes anchored in it."""
    words: list[str] = []
    boxes: list[str] = []
    _gather(element, words, boxes)
    return [_clean(words), *boxes]


def _gather(element: Any, words: list[str], boxes: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag in _UNSEEN or not isinstance(tag, str):
            continue
        if tag == _W + "t":
            words.append(child.text or "")
        elif tag in (_W + "tab", _W + "ptab"):
            words.append("\t")
        elif tag in (_W + "br", _W + "cr"):
            words.append("\n")
        elif tag == _W + "noBreakHyphen":
            words.append("-")
        elif tag == _TEXT_BOX:
            boxes.extend(text for block in _blocks(child) for text in _paragraph(block))
        elif tag == _W + "r" and _is_reference(child, words):
            continue
        else:
            _gather(child, words, boxes)


def _is_reference(run: Any, before: list[str]) -> bool:
    """Whether a run is a raised footnote number, which would otherwise become part of the figure before it."""
    raised = run.find(f"{_W}rPr/{_W}vertAlign")
    if raised is None or raised.get(_W + "val") != "superscript":
        return False
    last = "".join(before[-2:])[-1:]
    words = "".join(part.text or "" for part in run.iter(_W + "t")).strip()
    return bool(_REFERENCE.fullmatch(words)) and not (last.isascii() and last.isalpha())


def _rows(table: Any) -> Iterator[Any]:
    for element in table.iter(_W + "tr"):
        owner = element.getparent()
        while owner is not None and owner.tag != _W + "tbl":
            owner = owner.getparent()
        if owner is table:
            yield element


def _table(table: Any) -> list[list[RawCell]]:
    """The rows of cells; a cell merged over several rows stands in its first row and spans them."""
    rows: list[list[RawCell]] = []
    above: dict[int, tuple[int, int]] = {}  # column: row and place of the cell that reaches down so far
    for element in _rows(table):
        rows.append([])
        header = element.find(f"{_W}trPr/{_W}tblHeader") is not None
        column = 0
        for cell in _own_cells(element):
            span, goes_on = _spans(cell)
            if goes_on and column in above:
                row, place = above[column]
                rows[row][place] = replace(rows[row][place], rowspan=len(rows) - row)
            else:
                words = " ".join(text for block in _blocks(cell) for text in _cell_words(block) if text)
                above[column] = (len(rows) - 1, len(rows[-1]))
                rows[-1].append(RawCell(one_line(words), header, colspan=span))
            column += span
    return rows


def _spans(cell: Any) -> tuple[int, bool]:
    """How many columns the cell spans, and whether it only goes on a cell above."""
    wide, merged = cell.find(f"{_W}tcPr/{_W}gridSpan"), cell.find(f"{_W}tcPr/{_W}vMerge")
    value = wide.get(_W + "val", "1") if wide is not None else "1"
    span = min(int(value), 1000) if value.isascii() and value.isdigit() and len(value) < 6 else 1
    return max(span, 1), merged is not None and merged.get(_W + "val", "continue") == "continue"


def _own_cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == _W + "tc":
            yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent"):
            yield from _own_cells(child)


def _cell_words(block: Any) -> list[str]:
    if block.tag == _W + "tbl":
        return [cell.text for row in _table(block) for cell in row]
    return _paragraph(block)


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else str(found.get(_W + "val", ""))


def _clean(words: list[str]) -> str:
    return without_surrogates("".join(words)).strip()
