"""The places that an article names: how often each, and where headline and lead end."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from claims import place as places
from claims.zh.place_span import PlaceSpan

_HEADLINE = re.compile(r"\s{0,8}(?:原标题:)?([^\n]{0,40})")
_LEAD = 400
_JOINT = re.compile(r"、|和|及|与|以及|[^,。;:、]{0,14}?(?:牵头|联合|会同|协同)(?:[^,。;:、]{0,4})")


@dataclass(frozen=True, slots=True)
class Named:
    """The `spans` of a text, the areas of China among them that stand in no row, how often each is named.

    `head` and `lead` are where the headline and the lead end; `most` is how often the area named most is named.
    """

    text: str
    spans: list[PlaceSpan]
    local: list[PlaceSpan]
    counts: Counter[str]
    within: Counter[str]
    most: int
    head: int
    lead: int

    def prevails(self, code: str) -> bool:
        """Whether half of the naming of places or more falls to the area, to its parts and to what it is part of."""
        around = sum(self.counts[area] for area in places.chain(code)[1:])
        return 2 * (self.within[code] + around) >= sum(self.counts.values())


def named_in(text: str, spans: list[PlaceSpan]) -> Named:
    """The places of a text, counted."""
    headline = _HEADLINE.match(text)
    head = headline.end() if headline else 0
    local = _unlisted([span for span in spans if _is_local(span)], text)
    counts = Counter(span.code for span in local)
    return Named(text, spans, local, counts, _within(counts), max(counts.values(), default=0), head, head + _LEAD)


def _unlisted(spans: list[PlaceSpan], text: str) -> list[PlaceSpan]:
    """The places that do not stand in a row of three or more (赴陕西、广东、江苏等地), which no article is about."""
    kept: list[PlaceSpan] = []
    run: list[PlaceSpan] = []
    for span in spans:
        if run and not _JOINT.fullmatch(text, run[-1].end, span.start):
            kept += run if len(run) < 3 else []
            run = []
        run.append(span)
    return kept + (run if len(run) < 3 else [])


def _is_local(span: PlaceSpan) -> bool:
    return span.kind == "place" and span.level in ("province", "city", "county") and bool(span.code)


def _within(counts: Counter[str]) -> Counter[str]:
    """How often each area or a part of it is named."""
    found: Counter[str] = Counter()
    for code, count in counts.items():
        for area in places.chain(code):
            found[area] += count
    return found
