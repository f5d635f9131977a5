"""Whether two articles, however far apart in time, speak of one firm, office or place by its name."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.claim import Claim
from claims.document import Document
from expectations.same import differ
from expectations.subjects import DATELINE

LEAD = 80  # characters of an article
NAME = re.compile(
    r"[一-鿿]{3,16}?(?=\d|[，,：:“”‘’（(。\s]|发布|公布|披露|公告|宣布|表示|晒|去年|今年|上半年|前|一季|二季|三季|四季)"
)
# Offices and areas without a name, which every town has.
NAMELESS = re.compile("^(?:[市县区省州全我本记今昨日据从在为]|上半年|前三季|新能源|国家|中国|居民|工业|外贸)")
SIZE = 4  # characters of a name by which it is known


def one_owner(a: Claim, b: Claim, first: Document | None, second: Document | None) -> bool:
    """Whether figures of two articles are of one place, or, where none has one, of one firm or of a paper's town."""
    if differ(a.place, b.place) or bool(a.place) != bool(b.place) or first is None or second is None:
        return False
    if a.place:
        return True
    pairs = (first, second), (second, first)
    if any(name in _beginning(other) for one, other in pairs for name in _names(one)):
        return True
    return bool(first.publisher) and first.publisher == second.publisher and "市" in a.measure + first.text[:LEAD]


def _beginning(document: Document) -> str:
    return f"{document.title}。{document.text[:LEAD]}"


def _names(document: Document) -> tuple[str, ...]:
    return _names_of(document.title, document.text[:LEAD])


@lru_cache(maxsize=1 << 12)
def _names_of(title: str, lead: str) -> tuple[str, ...]:
    found = []
    for words in (title, *lead.split("\n")):
        match = NAME.match(DATELINE.sub("", words).strip())
        if match and not NAMELESS.match(match[0]):
            found.append(match[0][:SIZE])
    return tuple(found)
