"""PDF: the text layer in reading order, page furniture dropped, lines joined into paragraphs, pages marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claims.bilingual import Bilingual
from claims.document import Document, Mark
from claims.readers.compose import Composer
from claims.readers.limits import Limits
from claims.readers.pdf_furniture import without_furniture
from claims.readers.pdf_layout import Line, joined, lines_of
from claims.readers.problems import Unreadable, damaged, too_long

_FORMAT = "PDF"


def read_pdf(data: bytes, path: str, limits: Limits) -> Document:
    """The document with a mark where each page begins; raises Unreadable when damaged, encrypted or without text."""
    pages = list(_pages(data, limits))
    if not any(pages):
        raise Unreadable(
            "PDF 里没有文字层，多半是扫描件：请先做文字识别（OCR），或换文字版。",
            "The PDF holds no text, probably a scan: run text recognition (OCR) first, or use the original.",
        )
    composer = Composer(limits)
    label = ""
    in_table = False
    for paragraph in joined(without_furniture(pages)):
        start = composer.block(paragraph.text, gap="\n" if in_table and paragraph.row else "\n\n")
        in_table = paragraph.row
        for offset, page in paragraph.pages:
            if str(page) != label:
                label = str(page)
                composer.marks.append(Mark(start + offset, "page", label))
    bare = [number for number, lines in enumerate(pages, 1) if not lines]
    if bare:
        composer.notes.append(_bare(bare))
    return composer.document(Document(path))


def _pages(data: bytes, limits: Limits) -> Iterator[list[Line]]:
    """The lines of each page in reading order."""
    import pypdfium2

    try:
        opened = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable(
                "PDF 有密码，打不开：请先去掉密码。", "The PDF is encrypted: remove its password first."
            ) from error
        raise damaged(_FORMAT) from error
    try:
        if len(opened) > limits.pages:
            raise _too_many(len(opened), limits.pages)
        count = 0
        for number in range(len(opened)):
            lines = _page(opened, number, limits.characters - count)
            count += sum(len(line.text) for line in lines)
            yield lines
    finally:
        opened.close()


def _page(opened: Any, number: int, room: int) -> list[Line]:
    """The lines of one page; none when the page itself is damaged."""
    import pypdfium2

    try:
        page = opened[number]
        words = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    try:
        if words.count_chars() > room:
            raise too_long(words.count_chars(), room)
        return lines_of(words, page.get_height(), number + 1)
    finally:
        words.close()
        page.close()


def _too_many(count: int, limit: int) -> Unreadable:
    return Unreadable(
        f"PDF 有 {count:,} 页，上限 {limit:,} 页：请拆成几个文件。",
        f"The PDF has {count:,} pages, the limit is {limit:,}: split it.",
    )


def _bare(pages: list[int]) -> Bilingual:
    listed = [str(page) for page in pages[:10]]
    more = len(pages) - len(listed)
    return Bilingual(
        f"第 {'、'.join(listed)}{f' 等 {len(pages)}' if more else ''} 页没有文字（可能是图片），未能核对。",
        f"No text on page {', '.join(listed)}{f' and {more} more' if more else ''} (pictures?): not checked.",
    )
