"""The page's words: both languages stand in it, and a choice at the top shows one of them."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from claims.bilingual import Bilingual
from reports.safe import clean
from reports.strings import CONSISTENT, FIELD, MARKS, NOT_COMPARABLE, SEVERITY

STATES = {name: (MARKS[name], words) for name, words in SEVERITY.items()} | {
    "accepted": (CONSISTENT, FIELD["accepted"])
}
STATUS_MARKS = {"corroborated": CONSISTENT, "contradicted": "×", "unchecked": NOT_COMPARABLE}


def both(zh: str, en: str) -> Markup:
    """Both languages as markup of which the page shows one; a single text where they are the same."""
    if zh == en:
        return escape(clean(zh))
    return Markup(f'<i lang="zh">{escape(clean(zh))}</i><i lang="en">{escape(clean(en))}</i>')


def said(words: Bilingual) -> Markup:
    """A bilingual text as markup."""
    return both(words.zh, words.en)


def word(words: Mapping[str, Bilingual], key: str) -> Markup:
    """The word for `key` in both languages, or `key` itself where there is none."""
    return said(words.get(key, Bilingual(key, key)))
