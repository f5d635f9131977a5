"""When two claims are about the same thing, and why not: measure, scope, place, period, kind, price basis, modality."""

from __future__ import annotations

import re

from claims import period as periods
from claims.claim import Claim

LEVELS = ("count", "amount", "rate")
PERCENT_KINDS = ("share", "relative_change", "point_change")
CHANGES = ("relative_change", "absolute_change", "point_change")

# What is measured in several units, each of which an article keeps to.
MEASURED = frozenset(
    (
        "length", "area", "mass", "volume", "energy", "power", "time", "month", "data", "pressure", "frequency",
        "voltage", "throughput", "substance", "pixel", "charge", "bandwidth", "freight", "travel", "temperature",
        "standard_coal", "speed", "computing",
    )
)  # fmt: skip
PEOPLE_COUNTED = ("person", "person_time")
COUNTERS = {"", "piece", "item", "incident", "seat", "time", "set"}  # 个, 件, 起: which of them is chosen says little
SAID = re.compile("[比较]|同期|上年|去年|年初|上月")  # of what a change is measured from
COINS = frozenset(("角", "毛", "毛钱", "分", "分钱"))
SAME_UNIT = {
    "公斤": "千克",
    "kg": "千克",
    "KG": "千克",
    "公里": "千米",
    "km": "千米",
    "t": "吨",
    "天": "日",
    "小时": "时",
    "h": "时",
}


def dimension(claim: Claim) -> str:
    """What the figure counts or measures in: its dimension, else its unit; sizes in different units stay apart."""
    name = claim.dimension or claim.unit
    size = claim.kind == "amount" and name.islower() and name != "share"
    if name == "CNY" and claim.unit in COINS:
        return f"{name}:{claim.unit}"
    if size or (claim.kind == "absolute_change" and name in MEASURED):
        return f"{name}:{SAME_UNIT.get(claim.unit, claim.unit)}"
    return name


def units_fit(a: Claim, b: Claim) -> bool:
    """Whether the units can be the same: equal, or counters of things in general, or one left out before a count."""
    left, right = dimension(a), dimension(b)
    if left == right:
        return True
    if a.kind in PERCENT_KINDS or b.kind in PERCENT_KINDS:
        return False
    return (left in COUNTERS and right in COUNTERS) or (not left or not right)


def is_time(claim: Claim) -> bool:
    """Whether the figure is a length of time, which parts and wholes of other things are not made of."""
    return (claim.dimension or "").partition("/")[0] in ("time", "month", "day", "year", "week")


def is_level(claim: Claim) -> bool:
    """A count or amount that stands for itself, not a change, share or multiple."""
    return claim.kind in LEVELS


def is_worded(claim: Claim) -> bool:
    """Whether the figure stands in a sentence of an article, whose words say what it is; figures of tables do not."""
    return claim.start >= 0 and claim.section != "table"


def is_result(claim: Claim) -> bool:
    """A figure that is asserted as fact, neither plan nor threshold nor superseded."""
    return not claim.modality


def difference(a: Claim, b: Claim, *, time: bool = True, units: bool = True) -> str:
    """Why two claims of one measure are not of one quantity: a key of `wording.REASONS`, empty if nothing parts them.

    A field on which one is silent does not part them; the caller decides what silence allows.
    """
    if units and dimension(a) != dimension(b):
        return "unit-differs"
    if a.modality != b.modality:
        corrected = {a.modality, b.modality} & {"superseded", "corrected"}
        return "corrected" if corrected else "plan-or-forecast"
    if differ(a.scope, b.scope):
        return "scope-differs"
    if differ(a.price_basis, b.price_basis) or (a.kind in CHANGES and a.price_basis != b.price_basis):
        return "price-basis-differs"
    if differ(a.place, b.place):
        return "place-differs"
    if time and not same_period(a.period, b.period):
        return "period-differs"
    if a.kind in CHANGES and (_bases_differ(a, b) or differ(a.comparison, b.comparison)):
        return "comparison-differs"
    return ""


def _bases_differ(a: Claim, b: Claim) -> bool:
    """Whether both changes say what they are measured from, and it is not the same.

    Where only custom says that one is from the year before, that may be short for years that end with it.
    """
    one, other = base_period(a), base_period(b)
    return differ(one, other) and not (_short_for(a, other) or _short_for(b, one))


def _short_for(change: Claim, base: str) -> bool:
    """Whether only custom says that a change is from the year before, with which a longer base ends."""
    year, own = periods.year_of(change.base_period), periods.year_of(change.period)
    usual = year is not None and own is not None and year == own - 1
    said = bool(change.comparison) or SAID.search(change.sentence) is not None
    return usual and not said and len(base) == len("2018/2022") and base.endswith(f"/{year}")


def base_period(claim: Claim) -> str:
    """The period a change is measured from; the same months of that year where the claim only names the year."""
    year, own = periods.year_of(claim.base_period), periods.year_of(claim.period)
    if year is None or own is None or claim.base_period != str(year):
        return claim.base_period
    return periods.shift_years(claim.period, year - own)


def differ(a: str, b: str) -> bool:
    """Whether both are stated and not the same."""
    return bool(a and b and a != b)


def same_period(a: str, b: str) -> bool:
    """Whether two periods are the same span of days, or one is open."""
    return not a or not b or a == b or periods.same(a, b)


def one_period(a: Claim, b: Claim) -> bool:
    """Whether both are of a stated period, the same one."""
    return bool(a.period) and a.period == b.period


def silent(a: Claim, b: Claim) -> tuple[str, ...]:
    """What a comparison has to infer: fields that one leaves open, or that the context of two articles supplied."""
    found = []
    for name in ("place", "period", "scope"):
        left, right = getattr(a, name), getattr(b, name)
        if left != right or (a.document != b.document and (name in a.inferred or name in b.inferred)):
            found.append(name)
    if "measure" in a.inferred or "measure" in b.inferred:
        found.append("measure")
    return tuple(found)


def within_period(part: str, whole: str) -> bool:
    """Whether one period is a shorter stretch of the other."""
    return periods.contains(whole, part) and not periods.same(part, whole)
