"""The language of an article, and whether its figures can be read."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from claims.bilingual import Bilingual
from claims.document import Document

READ = ("zh",)  # the languages whose figures are read

_HAN = re.compile("[\u4e00-\u9fff]")
_LETTER = re.compile("[A-Za-z][A-Za-z]+")
_NOT_READ = Bilingual(
    "这篇稿件不是中文，其中的数字暂不识别，也未比对。",
    "this article is not in Chinese; its figures are not read yet and were not compared.",
)


def language_of(document: Document) -> str:
    """`zh` or `en`: as the document says, else by what its text is mostly written in."""
    if document.language:
        return document.language
    sample = document.text[:20_000]
    enough = -(-len(_LETTER.findall(sample)) // 4)
    return "zh" if sum(1 for _ in islice(_HAN.finditer(sample), enough)) == enough else "en"


def with_language(document: Document) -> Document:
    """The document with its language, and a note where its figures cannot be read."""
    language = language_of(document)
    notes = document.notes if language in READ or not document.text else (*document.notes, _NOT_READ)
    return replace(document, language=language, notes=notes)
