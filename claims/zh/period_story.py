"""What a text has named so far, on which the times that it names next may count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class TimeSpan(NamedTuple):
    """A time in a text, `text[start:end]`; `period` is ISO, or empty where the text and its date leave it open.

    `kind`: year, half, quarter, months, month, week, day, as_of (截至6月底), to_date (今年以来), years (五年来),
    relative (去年), clock, stamp, vague (近年来). `role`: `reference`, what a figure is about; `base`, what a change is
    measured from; `former`, an earlier time whose level is stated; `record`, since when something is a record;
    `launch`, when something came to market.
    """

    start: int
    end: int
    kind: str
    period: str
    role: str = "reference"


# How far on a year or a day that was named still holds, in characters.
REACH = 200
ENDS = re.compile("[。!?\n]")


@dataclass(slots=True)
class Story:
    """What a text has named so far: the period its figures were last about, the year, day and running period."""

    text: str
    published: date | None
    this_year: int = 0  # of publication, or as the text's own dates tell; 0 if unknown
    reference: str = ""
    moment: str = ""  # its end, where a sentence tells what there was then: 截至6月末
    moment_at: int = -9999
    year: int = 0
    year_at: int = -9999
    named: int = 0  # the year that was named last, of which a level may only have been told aside
    named_at: int = -9999
    runs_on: bool = False  # that year is the one in which a time that began before runs on: 去年起每晚巡逻
    day: date | None = None
    day_at: int = -9999
    years: str = ""  # the stretch of years named last
    days: str = ""  # the stretch of days named last
    since: str = ""
    since_at: int = -9999
    ahead: str = ""  # the time to come that was named last
    ahead_at: int = -9999

    def holds(self, at: int, start: int) -> bool:
        """Whether what was named at `at` still holds at `start`: in the paragraph, this sentence or the one before."""
        if start - at > REACH:
            return False
        return self.text.find("\n", at, start) < 0 and self.text.count("。", at, start) <= 1

    def told(self, start: int) -> str:
        """The period that 同期 counts on at `start`: in the sentence of a moment that, else what the text is about."""
        return self.moment if self.moment and self._in_sentence(self.moment_at, start) else self.reference

    def named_in_sentence(self, start: int) -> int:
        """The year that the sentence named last before `start`, if only for a level told aside; 0 if it named none."""
        return self.named if self._in_sentence(self.named_at, start) else 0

    def _in_sentence(self, at: int, start: int) -> bool:
        return at >= 0 and ENDS.search(self.text, at, start) is None
