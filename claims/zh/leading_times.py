"""The times that hold for what follows them: those that lead a clause, or frame the next one."""

from __future__ import annotations

import re

from claims.zh import lexicon, occasions, when
from claims.zh.period import TimeSpan
from claims.zh.slots import Slot
from claims.zh.when import State

_UNTIL = re.compile(
    r"(?:至|到|自|从|于|在|为|是|期|和|与|比|较|当|过)$"
)  # 有效期至明年3月, 始于2021年: of the clause itself
_SOME = ("部分", "多个", "多家", "多数", "所有", "全部", "这些", "那些")  # 部分二季度增长的公司: no time of the clause
_CONVERTED = re.compile(r" ?约?(?:合|为)?(?:人民币)? ?[0-9]")
_MADE_PUBLIC = frozenset(("公布", "发布", "披露", "发表", "交出", "晒出", "公告", "推出"))
_SAYING = lexicon.classes()["frame"] | _MADE_PUBLIC
_SAID = ("称", "说", "声明", "回应", "表示", "宣布", "公告", "写道", "警告")
_REPORT = re.compile(r"(?:报告|[财年季中]报|业绩|成绩单|数据|快报|答卷)$")


def see(text: str, state: State, row: list[Slot], times: list[int], seen: int, until: int) -> int:
    """Take note of the times up to `until` that lead their clauses, and say how many of `times` are seen."""
    while seen < len(times) and (slot := row[times[seen]]).start < until:
        assert isinstance(slot.item, TimeSpan)
        if _is_beside(text, slot.item) or _ends_with_it(row, times[seen]):
            seen += 1
            continue
        if state.aside is not None:
            when.leave_aside(state, slot.start)
        elif end := _aside_end(row, times[seen]):
            when.enter_aside(state, end)
        if slot.item.role == "launch" or _leads(row, times[seen]):
            note(text, state, slot.item)
        elif _is_of_deed(row, times[seen]):
            when.suggest(state, slot.item)
        seen += 1
    if state.aside is not None:
        when.leave_aside(state, until)
    return seen


def _is_beside(text: str, span: TimeSpan) -> bool:
    """Whether nothing is told of the time: of an exchange rate, at which a price was read, at which a night ends.

    348亿日元(当前约17.57亿元人民币); 截止发稿,金价报1905美元; 每晚20时至次日凌晨2时.
    """
    word = text[span.start : span.end]
    if word.startswith(("次日", "翌日", "第二天")):
        return text.endswith(("至", "到", "-", "~"), 0, span.start)
    if word in ("当前", "目前"):
        return text.endswith(("(", "备注:", "注:"), 0, span.start) and _CONVERTED.match(text, span.end) is not None
    return "发稿" in word


def _ends_with_it(row: list[Slot], index: int) -> bool:
    """Whether a part of a sentence ends with a clause of the time that has no figure, behind ones that have some:
    东兴口岸287.3万人次,…,“五一”假期天天排起长队;友谊关口岸96.4万人次."""
    at = index + 1
    while at < len(row) and (row[at].role != "sep" or row[at].word == "、"):
        if row[at].role == "quantity":
            return False
        at += 1
    if at >= len(row) or row[at].word != ";":
        return False
    begin = index
    while begin and row[begin - 1].word != ";":
        begin -= 1
    return any(slot.role == "quantity" for slot in row[begin:index])


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
    if _is_beside(text, span):
        return
    when.see(state, span)
    occasions.note(text, state, span)


def _leads(row: list[Slot], index: int) -> bool:
    """Whether a time holds for what follows: it stands at the front of its clause, or in one that frames the next."""
    if _frames(row, index) or _closes_its_clause(row, index) or _is_of_report(row, index) or _runs_on(row, index):
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


def _closes_its_clause(row: list[Slot], index: int) -> bool:
    """Whether a comma follows a time, also behind a heading or a subject: `病例情况7月1日至31日,…`, `该县1至7月,…`."""
    item, at = row[index].item, index - 1
    if not isinstance(item, TimeSpan) or index + 1 >= len(row) or row[index + 1].word != ",":
        return False
    if len(item.period) == 21:
        return True
    if (
        index > 1
        and row[index - 1].word == "的"
        and (row[index - 2].word.endswith(("前", "后")) or item.kind == "year")
    ):
        return True  # 疫情前的2019年,…; 而在刚起步的2019年,…
    while at >= 0 and row[at].role in ("place", "conj", "gap"):
        at -= 1
    subject = index - at > 1 and row[index - 1].role in ("gap", "place") and not _UNTIL.search(row[index - 1].word)
    return subject and (at < 0 or row[at].role == "sep")


def _is_of_deed(row: list[Slot], index: int) -> bool:
    """Whether a clause without figures tells what its subject did on a day: `警方于7月25日开展行动,抓获…`."""
    item, at = row[index].item, index - 1
    if not isinstance(item, TimeSpan) or item.kind not in ("day", "relative") or len(item.period) != len("2023-08-16"):
        return False
    if at < 0 or not row[at].word.endswith(("于", "在", "在当地")):
        return False
    while at >= 0 and row[at].role in ("gap", "place", "adverb", "conj"):
        at -= 1
    if index - at < 3 - (len(row[index - 1].word) > 1) or (at >= 0 and (row[at].role != "sep" or row[at].word == "、")):
        return False
    end = index + 1
    while end < len(row) and (row[end].role != "sep" or row[end].word == "、"):
        if row[end].role == "quantity" or row[end].word in ("的", *_SAYING) or row[end].word.endswith(_SAID):
            return False
        end += 1
    return index + 1 < end < len(row) and row[end].word == ","


def _runs_on(row: list[Slot], index: int) -> bool:
    """Whether the clause tells since when something has gone on: `该船闸自2003年6月向社会船舶开放以来,…`."""
    item, at = row[index].item, index + 1
    while at < len(row) and row[at].role not in ("sep", "quantity"):
        at += 1
    since = row[at - 1].word.rstrip().endswith(("以来", "至今"))
    return isinstance(item, TimeSpan) and item.kind == "to_date" and since and at < len(row) and row[at].word == ","


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
