"""A place as it stands in a text."""

from __future__ import annotations

from typing import NamedTuple


class PlaceSpan(NamedTuple):
    """A place in a text, `text[start:end]`.

    `code` is its code (see `claims.place`), empty where it cannot be told. `level`: country, province, city, county,
    `self` (全省, 我市: ask `resolve_self`; `scope` is the level it means, `near` the code of the place last named) or
    `world` (全球: no one country). `kind` is `place`, or `organisation` where the name belongs to a company, road,
    newspaper or dateline, which no figure is about. `ambiguous`: several areas go by that name and the text does not
    say which.
    """

    start: int
    end: int
    name: str
    code: str
    level: str
    kind: str = "place"
    ambiguous: bool = False
    scope: str = ""
    near: str = ""
