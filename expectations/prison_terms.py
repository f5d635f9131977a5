"""Terms of imprisonment with the days they run between: 三年六个月，刑期自2023年5月16日起至2026年11月15日止."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from claims.interval import Interval
from expectations.blocks import Block
from expectations.lifetimes import NUMBER, Lifetime, number
from expectations.passages import found

TERM = re.compile(rf"有期徒刑(?:(?P<years>{NUMBER})年)?(?:零)?(?:(?P<months>{NUMBER})个?月)?")
RUNS = re.compile(
    r"刑期[^。；\n]{0,30}?自(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日起?[，,]?至"
    r"(?P<then>\d{4})年(?P<to>\d{1,2})月(?P<last>\d{1,2})日止?"
)
# Days in custody before, which are taken off at the end (Criminal Law, articles 41, 44 and 47).
TAKEN_OFF = re.compile("羁押[^，,。；;]{0,4}\\d|折抵刑期[^一]{0,6}\\d|减刑|撤销缓刑|数罪并罚|合并执行")
HELD = re.compile("先行羁押|已羁押|先期羁押")
HALF_A_YEAR = 6  # months, more than which custody before hardly takes off
MONTHS = 12


def prison_terms(block: Block) -> Iterator[Lifetime]:
    """The term of an article that tells of one, against the one stretch of days in which it is served, in months."""
    terms = [(place, match) for place, match in found(block, TERM, "duration", ("刑期",)) if any(match.groups())]
    for place, match in terms[:1]:
        text = block.documents[place.document].text
        runs = list(RUNS.finditer(text))
        if len({other.groups() for _, other in terms}) > 1 or len(runs) != 1 or TAKEN_OFF.search(text):
            continue
        years, months = (number(told) if told else 0 for told in match.groups())
        served = _months(runs[0])
        if years is not None and months is not None and served is not None:
            told = Interval.point(MONTHS * years + months)
            if HELD.search(text) and abs(MONTHS * years + months - served) < HALF_A_YEAR:
                continue
            yield Lifetime(place, match.group(), told, Interval.point(served), "N")


def _months(match: re.Match[str]) -> int | None:
    """The whole months from the first day to the last, both counted; None where they are no whole months."""
    try:
        first = date(int(match["year"]), int(match["month"]), int(match["day"]))
        behind = date(int(match["then"]), int(match["to"]), int(match["last"])) + timedelta(days=1)
    except ValueError:
        return None
    months = MONTHS * (behind.year - first.year) + behind.month - first.month
    return months if behind.day == first.day and months > 0 else None
