"""Offices that bear the name of a city and serve another area: customs houses, railway bureaus, launch sites."""

from __future__ import annotations

import re

_OFFICE = re.compile(
    r"(?P<customs>海关)|(?P<bank>中心支行)|铁路(?P<bureau>公安局|局(?!势))|铁(?:路(?:公安|集团|部门|警方|运输)|警)|局集团|卫星发射中心"
)
_FIRST = frozenset("海中铁局卫")

# Seats whose customs house serves their whole province (list of the houses directly under the General Administration
# of Customs, customs.gov.cn); the others share theirs, and serve more than the city that they are named after.
_CUSTOMS_OF_PROVINCES = frozenset(
    (
        "130100", "140100", "220100", "230100", "320100", "340100", "360100", "410100", "420100", "430100", "450100",
        "460100", "510100", "520100", "530100", "540100", "610100", "620100", "630100", "640100", "650100",
    )
)  # fmt: skip
_CUSTOMS_OF_PARTS = frozenset(("150100", "150781", "210100", "330100", "350100", "370100", "370200", "440100"))
# Railway bureaus whose lines lie in one province, but for a few (list of the groups of China State Railway).
_RAILWAYS_OF_PROVINCES = frozenset(("140100", "230100", "370100", "450100", "530100", "650100"))


def area_served(code: str, text: str, end: int) -> str:
    """The area that the office behind the name of the city `code` at `text[:end]` serves; empty where it is of none."""
    found = _OFFICE.match(text, end) if text[end : end + 1] in _FIRST else None
    if found is None:
        return code
    province = code[:2] + "0000"
    if found["customs"]:
        return province if code in _CUSTOMS_OF_PROVINCES else "" if code in _CUSTOMS_OF_PARTS else code
    if found["bank"]:
        return province if code.endswith("0100") else code
    return province if found["bureau"] and code in _RAILWAYS_OF_PROVINCES else ""
