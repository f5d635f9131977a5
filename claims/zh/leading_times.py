"""The times that hold for what follows them: those that lead a clause, or frame the next one."""

from __future__ import annotations

import re

from claims.zh import occasions, when
from claims.zh.period import TimeSpan
from claims.zh.slots import Slot
from claims.zh.when import State

_SOME = ("部分", "多个", "多家", "多数", "所有", "全部", "这些", "那些")  # 部分二季度增长的公司: no time of the clause
_MADE_PUBLIC = frozenset(("公布", "发布", "披露", "发表", "交出", "晒出", "公告", "推出"))
_REPORT = re.compile(r"(?:报告|[财年季中]报|业绩|成绩单|数据|快报|答卷)$")


def see(text: str, state: State, row: list[Slot], times: list[int], seen: int, until: int) -> int:
    """Take note of the times up to `until` that lead their clauses, and say how many of `times` are seen."""
    while seen < len(times) and (slot := row[times[seen]]).start < until:
        if state.aside is not None:
            when.leave_aside(state, slot.start)
        elif end := _aside_end(row, times[seen]):
            when.enter_aside(state, end)
        if _leads(row, times[seen]):
            assert isinstance(slot.item, TimeSpan)
            note(text, state, slot.item)
        seen += 1
    if state.aside is not None:
        when.leave_aside(state, until)
    return seen


def _aside_end(row: list[Slot], index: int) -> int:
    """Where the brackets around the slot at `index` end, if they hold a figure; else 0."""
    at, figures = index, False
    while at and row[at].word != "(":
        at -= 1
        if row[at].word in (")", "。"):
            return 0
        figures |= row[at].role == "quantity"
    if row[at].word != "(":
        return 0
    while index < len(row) and row[index].word != ")":
        figures |= row[index].role == "quantity"
        index += 1
    return row[index].start if figures and index < len(row) else 0


def note(text: str, state: State, span: TimeSpan) -> None:
    """Take note of a time, and of what took place then."""
    when.see(state, span)
    occasions.note(text, state, span)


def _leads(row: list[Slot], index: int) -> bool:
    """Whether a time holds for what follows: it stands at the front of its clause, or in one that frames the next."""
    if _frames(row, index) or _is_span_of_days(row, index) or _is_of_report(row, index):
        return True
    while index:
        before = row[index - 1]
        if before.role == "sep":
            return before.word != "、"
        if before.role == "quantity":
            return True  # a headline that runs into its text
        if before.role not in ("conj", "adverb", "time", "place", "cmp", "from", "link"):
            short = before.role == "gap" and len(before.word) <= 2 and before.word not in _SOME
            return len(before.word) <= 1 or short or before.word.endswith(" ")  # behind a byline
        index -= 1
    return True


def _is_span_of_days(row: list[Slot], index: int) -> bool:
    """Whether the first and last day are stand before a comma, also behind a heading: `病例情况7月1日至31日,…`."""
    item = row[index].item
    return isinstance(item, TimeSpan) and len(item.period) == 21 and index + 1 < len(row) and row[index + 1].word == ","


def _is_of_report(row: list[Slot], index: int) -> bool:
    """Whether a report on that time is made public before its figures are told: `甲公司公布了二季度财报,…`."""
    at = index + 1
    while at < len(row) and row[at].role in ("gap", "conj", "verb", "adverb"):
        at += 1
    closed = index + 1 < at < len(row) and row[at].role == "sep" and row[at].word != "、"
    public = any(slot.word in _MADE_PUBLIC for slot in row[max(0, index - 3) : index])
    return closed and public and _REPORT.search(row[at - 1].word) is not None


def _frames(row: list[Slot], index: int) -> bool:
    """Whether the clause ends in a word of showing behind the time at `index`: `甲公司2023年中报显示,…`."""
    for at in range(index + 1, min(index + 5, len(row) - 1)):
        if row[at].role not in ("gap", "conj", "verb", "adverb"):
            return False
        if row[at + 1].role == "sep" and row[at].word.endswith("显示"):
            return True
    return False
