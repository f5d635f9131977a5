"""The reference articles, rendered into every format of a newsroom, give the text and the claims of the original."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

import claims
from claims.document import Document
from claims.readers import read
from tests.claims.readers.render import SHARED, only, paragraphs, to_docx, to_html, to_pdf, without_spaces

ARTICLES = sorted(SHARED.glob("articles/*.txt"))
RENDERINGS: dict[str, Callable[[str, str], bytes]] = {
    "gbk.txt": lambda text, title: text.encode("gb18030"),
    "page.html": to_html,
    "word.docx": to_docx,
    "two.pdf": lambda text, title: to_pdf(text, 2),
    "three.pdf": lambda text, title: to_pdf(text, 3),
    "mixed.pdf": lambda text, title: partial(to_pdf, interleaved=True)(text, 2),
}
pytestmark = pytest.mark.skipif(not ARTICLES, reason="the reference articles are not beside the checkout")


def rendered(article: Path, name: str, folder: Path) -> tuple[Document, Document]:
    """The article as it is, and as read from a rendering, with the same outer knowledge."""
    original = only(read(article))
    path = folder / name
    path.write_bytes(RENDERINGS[name](original.text, original.title))
    known = replace(original, path="", text="", encoding="")
    found = only(read(path))
    return original, replace(
        found, title=known.title, published=known.published, place=known.place, publisher=known.publisher
    )


@pytest.mark.parametrize("name", RENDERINGS)
@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_every_paragraph_comes_back(article: Path, name: str, tmp_path: Path) -> None:
    original, found = rendered(article, name, tmp_path)
    expected = [without_spaces(line) for line in paragraphs(original.text)]
    lines = [without_spaces(line) for line in paragraphs(found.text)]
    headed = [without_spaces(original.title), *expected]  # pages and Word files print the title above the article
    assert lines in (expected, headed)


def figures(document: Document) -> Counter[tuple[object, str, str]]:
    return Counter((claim.value, claim.unit, claim.measure) for claim in claims.extract(document))


@pytest.mark.parametrize("name", RENDERINGS)
def test_the_claims_are_those_of_the_text(name: str, tmp_path: Path) -> None:
    common = total = 0
    for article in ARTICLES:
        original, found = rendered(article, name, tmp_path)
        before, after = figures(original), figures(found)
        common += 2 * sum((before & after).values())
        total += sum(before.values()) + sum(after.values())
    assert total > 200
    assert common / total >= 0.98
