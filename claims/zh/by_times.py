"""`2020年至2022年分别为A、B和C`: figures in a row, each about one of the times that were named in a row before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims import period as periods
from claims.quantity import Quantity
from claims.zh.period import TimeSpan
from claims.zh.segment import EACH
from claims.zh.slots import Slot

_TOLD = ("reference", "former")
_JOINTS = frozenset(("、", "和", "与", "及", "以及"))
# Words between times in a row that part none of them: 2021年末、2022年末和2023年6月末.
_MOST = 12
_QUARTERS = re.compile("[一二三1-3](?:季度)?[、和][二三四2-4](?:[、和][三四34])?季度")  # 一、二季度分别为…


def assigned(row: list[Slot], roles: tuple[str, ...] = _TOLD) -> list[list[tuple[Quantity, str]]]:
    """The runs of quantities behind a 分别 that are as many as the times named before it, each with its period.

    With the role `base`, each with what it is measured from: 与2018年、2017年同期相比分别下降15%、28%.
    """
    found: list[list[tuple[Quantity, str]]] = []
    for at, slot in enumerate(row):
        if slot.role not in ("adverb", "link") or not slot.word.startswith(EACH):
            continue
        told = _times(row, at, roles)
        if len(told) < 2:
            continue
        for run in _runs(row, at):
            if len(run) == len(told):
                found.append(list(zip(run, told, strict=True)))
        break
    return found


def _times(row: list[Slot], end: int, roles: tuple[str, ...]) -> list[str]:
    """The periods in the last row of times before `end`; a span of years counts as each of them."""
    told: list[str] = []
    last = -2
    for at, slot in enumerate(row[:end]):
        if slot.role != "time" or not isinstance(slot.item, TimeSpan):
            continue
        if slot.item.role not in roles or not slot.item.period:
            continue
        joined = last >= 0 and all(part.word in _JOINTS for part in row[last + 1 : at])
        told = [*(told if joined else []), *_each(slot, row[at + 1 : end])]
        last = at
    return told if len(told) <= _MOST else []


def _each(slot: Slot, behind: list[Slot]) -> list[str]:
    """The years or months that a time stands for one by one (10月、11月、12月分别交付…), no other row between."""
    span = slot.item
    assert isinstance(span, TimeSpan)
    first, _, last = span.period.partition("/")
    listed = "月、" in slot.word or "月和" in slot.word
    if listed and (months := periods.months(span.period)) and not any(one.word in _JOINTS for one in behind):
        return [periods.of_months(at // 12, at % 12 + 1, at % 12 + 1) for at in range(months[0], months[1] + 1)]
    if _QUARTERS.fullmatch(slot.word) and (months := periods.months(span.period)):
        quarters = range(months[0], months[1] + 1, 3)
        return [periods.of_months(at // 12, at % 12 + 1, at % 12 + 3) for at in quarters]
    places = sum(one.role == "place" for one in behind)  # 三年间,…官渡、五华、西山三区分别为…: of all the years
    if span.kind == "years" and len(first) == len(last) == 4 and places < 2:
        return [str(year) for year in range(int(first), min(int(last), int(first) + _MOST) + 1)]
    return [span.period]


def _runs(row: list[Slot], start: int) -> Iterator[list[Quantity]]:
    """The rows of two quantities or more behind `start`, up to the end of the sentence."""
    run: list[Quantity] = []
    for slot in row[start:]:
        if isinstance(slot.item, Quantity):
            run.append(slot.item)
        elif slot.word not in _JOINTS:
            if len(run) > 1:
                yield run
            run = []
            if slot.word in ("。", "\n") or slot.role == "time":
                return
    if len(run) > 1:
        yield run


def base(period: str, base_period: str) -> str:
    """The base of a change over `period` that was measured from the year before, else `base_period`."""
    return periods.base_of(period, "year_on_year") if base_period else ""
