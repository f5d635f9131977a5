"""HTML pages: the article's text, title, date and publisher; tables and captions kept, page furniture left out.

Nothing is fetched and no script or entity definition is followed. What belongs to the article, trafilatura says; the
text itself is read here, block by block, so that tables, captions and accept comments know where they stand in it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from claims.document import Document, InlineAcceptance
from claims.readers.compose import Composer
from claims.readers.encoding import decode, without_surrogates
from claims.readers.html_blocks import Block, Page, parse
from claims.readers.limits import Limits
from claims.readers.manifest import parse_date

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_JUDGED_BYTES = 5_000_000  # beyond these trafilatura takes minutes; every block outside menus is then kept
_JUDGED_ELEMENTS = 20_000
_TRAFILATURA = "trafilatura"


@dataclass(frozen=True, slots=True)
class _Judgement:
    """What trafilatura says of a page: the lines of its article, without spaces, and its metadata."""

    lines: frozenset[str] = frozenset()
    title: str = ""
    published: date | None = None
    publisher: str = ""


def read_html(data: bytes, path: str, limits: Limits) -> Document:
    """The article of the page as one document, its headline first."""
    declared = _CHARSET.search(data[:4096])
    found = decode(data, declared[1].decode("ascii", "ignore") if declared else "")
    source = without_surrogates(found.text)
    page = parse(source)
    plain = page.depth <= limits.depth and page.elements <= _JUDGED_ELEMENTS and len(data) <= _JUDGED_BYTES
    judged = _judge(source) if plain else _Judgement()
    blocks = _article(page.blocks, judged.lines)
    title = _headline(page, judged)
    composer = Composer(limits)
    if title and not any(_key(block.text) == _key(title) for block in blocks):
        composer.block(title, "headline")
    for block in blocks:
        _add(composer, block, title)
    accept_last(composer, page.trailing)
    known = Document(path, title=title, published=judged.published, publisher=judged.publisher)
    return composer.document(replace(known, encoding=found.encoding, notes=found.notes))


def accept_last(composer: Composer, accepted: Sequence[tuple[str, str]]) -> None:
    """Accept comments after the last paragraph are about that paragraph."""
    for check, reason in accepted:
        composer.acceptances.append(InlineAcceptance(check, reason, max(0, composer.length - 1)))


def _add(composer: Composer, block: Block, title: str) -> None:
    if block.rows:
        before = composer.length
        composer.table(block.rows, block.caption)
        start = min(before + 2, composer.length)
    else:
        is_title = bool(title) and _key(block.text) == _key(title)
        first = is_title and not any(section.kind == "headline" for section in composer.sections)
        kind = "headline" if first else "" if block.kind == "h1" else block.kind
        start = composer.block(block.text, kind)
    for at, check, reason in block.accepted:
        composer.acceptances.append(InlineAcceptance(check, reason, start + at))


def _judge(source: str) -> _Judgement:
    """What trafilatura finds; nothing, where it finds no article or fails."""
    logging.getLogger(_TRAFILATURA).setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    from trafilatura import bare_extraction

    try:
        found: Any = bare_extraction(
            source,
            with_metadata=True,
            include_comments=False,
            favor_recall=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception:  # any fault of the judge's leaves the page unjudged, not unread
        return _Judgement()
    if found is None:
        return _Judgement()
    lines = (_key(line) for line in found.body.itertext()) if found.body is not None else ()
    return _Judgement(
        frozenset(line for line in lines if len(line) > 1),
        found.title or "",
        parse_date(found.date or ""),
        found.sitename or "",
    )


def _article(blocks: Sequence[Block], lines: frozenset[str]) -> list[Block]:
    """The blocks from the first to the last that the judge knows, and what stands with them; all, if it knows none.

    Menus, footers and blocks that are mostly links are left out unless the judge names them.
    """
    known = [_is_known(block, lines) for block in blocks]
    if not any(known):
        outside = [block for block in blocks if not block.aside]
        return [block for block in outside if not block.linked] or outside
    first, last = known.index(True), len(known) - 1 - known[::-1].index(True)
    main = _main(blocks, known)
    return [
        block
        for number, block in enumerate(blocks)
        if known[number]
        or (
            not (block.aside or block.linked)
            and (first <= number <= last or (main in block.ancestors and (block.rows or block.kind == "caption")))
        )
    ]


def _main(blocks: Sequence[Block], known: Sequence[bool]) -> int:
    """The innermost element that holds nine tenths of the known text."""
    weights: dict[int, int] = {}
    depths: dict[int, int] = {}
    total = 0
    for block, is_known in zip(blocks, known, strict=True):
        if is_known:
            total += block.weight
            for depth, element in enumerate(block.ancestors):
                weights[element] = weights.get(element, 0) + block.weight
                depths[element] = depth
    holding = [element for element, weight in weights.items() if weight * 10 >= total * 9]
    return max(holding, key=lambda element: depths[element], default=0)


def _is_known(block: Block, lines: frozenset[str]) -> bool:
    if block.rows:
        cells = [_key(cell.text) for row in block.rows for cell in row]
        filled = [cell for cell in cells if len(cell) > 1]
        return bool(filled) and sum(cell in lines for cell in filled) * 2 > len(filled)
    return any(_key(line) in lines for line in (block.text, *block.text.split("\n")))


def _headline(page: Page, judged: _Judgement) -> str:
    """The first main heading if it agrees with the page's title or there is none, else the title."""
    heading = next((block.text for block in page.blocks if block.kind == "h1" and not block.aside), "")
    title = judged.title or page.title
    if heading and (not title or _key(heading) in _key(title) or _key(title) in _key(heading)):
        return heading.replace("\n", " ")
    return " ".join((title or "").split())


def _key(text: str) -> str:
    return _SPACE.sub("", text)
