"""What makes two figures different quantities, however alike their words."""

from __future__ import annotations

import re
from dataclasses import replace

from claims import period as periods
from claims.claim import Claim
from expectations.apart_words import areas_differ
from expectations.areas import within_place
from expectations.digits import significant_digits
from expectations.naming import numbered_apart, shared
from expectations.qualifiers import misnamed, of_item, qualified
from expectations.same import differ, difference, is_level, one_period, units_fit
from expectations.slips import one_slip_apart
from expectations.stretches import told_of
from expectations.words import after, before, lead

PER_TIME = re.compile("[日月周]均|每[日天月周]")
SOME_YEARS = re.compile("[两三四五六七八九十]年(?:来|间|里)?(?:累计|合计|总共|共)[^，,。；;]*$")
MOVED = 6  # clauses from a level to the one it moved to
BROKEN = re.compile("(?:打破|刷新|改写|超越|原先|此前)[^，,。；;]*$")  # 打破了他创造的|1022次纪录
TOPIC = re.compile(r"\W*(?P<of>[一-鿿]{2,6})方面[，,]")
LAST_YEAR = re.compile(
    "(?<![比较])(?:去年|上年|上一年|前年)(?:同期)?[，,][^。；;]{0,30}$|(?<![比较与和])(?:去年|上年|上一?[届次])(?:同期)?的?[^，,。；;]{0,10}$"
)
RECORD = re.compile("[^，,。；;]{0,6}[纪记]录")
TITLED = (4, 8)  # where the first sentence begins behind 原标题：, the title running into the text without a mark


def parted(a: Claim, b: Claim, *, firm: bool = False) -> bool:
    """Whether something makes the two different quantities: unit, place, period, scope, a qualifier, a name.

    With `firm`, other figures say that they are one: a period taken over and a qualifier say nothing against it.
    """
    if beside(a, b) or _record_broken(a) != _record_broken(b):
        return True
    if of_item(a) != of_item(b) or numbered_apart(a.measure_key, b.measure_key):
        return True
    if _of_other_topics(a, b) or _of_years_apart(a, b) or _of_several(a, b) or _of_several(b, a):
        return True
    if (SOME_YEARS.search(before(a, 16)) is None) != (SOME_YEARS.search(before(b, 16)) is None):
        return True  # 办结17612件；三年累计结案47612件
    if (PER_TIME.search(a.measure) is None) != (PER_TIME.search(b.measure) is None):
        return True  # 日均门急诊量5666人次, 门急诊206.8万人次
    if a.part_of == b.claim_id or b.part_of == a.claim_id or _is_mean(a) != _is_mean(b):
        return True
    apart = a.document != b.document
    if apart and areas_differ(a, b) and not strong(a, b):
        return True
    if not units_fit(a, b) or ((a.former != b.former or (a.former and apart)) and not one_period(a, b)):
        return True
    if moved_on(a, b) or (not one_period(a, b) and differ(told_of(a), told_of(b)) and not strong(a, b) and not firm):
        return True
    reason = difference(a, b)
    if reason == "unit-differs":
        reason = difference(a, b, units=False)
    if reason == "place-differs" and _place_left_out(a, b):
        reason = difference(replace(a, place=""), b)
    if reason == "period-differs" and _one_change(a, b):
        reason = ""
    if reason == "period-differs" and "period" in (*a.inferred, *b.inferred):
        reason = "" if firm or sum(shared(a, b)) >= 12 or strong(a, b) else reason
    return bool(reason) or misnamed(a, b) or (qualified(a, b) and not strong(a, b) and not firm)


def _is_mean(claim: Claim) -> bool:
    """Whether a level is the mean of a year, and not that of its end: 按年平均常住人口412.2万人计算."""
    return is_level(claim) and "年平均" in lead(claim)


def _of_several(a: Claim, b: Claim) -> bool:
    """Whether a figure is of several that its name lists, the other of one of them: 铁路、民航、水路发送, 民航发送."""
    names = a.measure.split("、")
    return len(names) > 2 and "、" not in b.measure and any(b.measure.startswith(name) for name in names[:-1] if name)


def _place_left_out(a: Claim, b: Claim) -> bool:
    """Whether a figure leaves its place to the context, which is a larger area than the other's."""
    if a.document != b.document:
        return False
    return any("place" in one.inferred and within_place(other.place, one.place) for one, other in ((a, b), (b, a)))


def _of_other_topics(a: Claim, b: Claim) -> bool:
    """Whether the sentence of one is about what the other does not name: 贷款方面,…余额21.9亿元, 存款余额28.9亿元."""
    left, right = (TOPIC.match(claim.sentence) for claim in (a, b))
    if left is None and right is None:
        return False
    names = [match["of"] if match else "" for match in (left, right)]
    told = [name and name not in f"{one.measure}{lead(one)}" for name, one in zip(names, (b, a), strict=True)]
    return names[0] != names[1] and any(told)


def _of_years_apart(a: Claim, b: Claim) -> bool:
    """Whether words put one of two figures, not both with a period, in the year before: 去年,本科线432分."""
    if a.period and b.period:
        return False
    return (LAST_YEAR.search(before(a, 40)) is None) != (LAST_YEAR.search(before(b, 40)) is None)


def beside(a: Claim, b: Claim) -> bool:
    """Whether the two stand in one sentence, which repeats nothing, unless it is a title run into the text."""
    if a.document != b.document or a.sentence_start != b.sentence_start:
        return False
    return abs(a.clause - b.clause) < 2 or not TITLED[0] <= a.sentence_start <= TITLED[1]


def _record_broken(claim: Claim) -> bool:
    """Whether a figure is that of a record that another broke."""
    return RECORD.match(after(claim, 10)) is not None and BROKEN.search(before(claim)) is not None


def moved_on(a: Claim, b: Claim) -> bool:
    """Whether one is the level that the other moved to shortly after: 准确率达到95%。…准确率下降到93%."""
    earlier, later = (a, b) if a.start < b.start else (b, a)
    if not later.reached:
        return False
    near = a.document == b.document and later.clause - earlier.clause <= MOVED
    return near and bool(later.direction) and not earlier.direction


def strong(a: Claim, b: Claim) -> bool:
    """Whether four digits or more that differ by one slip outweigh a qualifier that one of the two leaves out."""
    return max(significant_digits(a), significant_digits(b)) >= 4 and one_slip_apart(a, b)


def _one_change(a: Claim, b: Claim) -> bool:
    """Whether two changes of three digits, one slip apart, are up to one day: 较3月底减少 and 3月31日至6月30日减少."""
    if (
        a.kind not in ("absolute_change", "relative_change")
        or b.kind != a.kind
        or min(map(significant_digits, (a, b))) < 3
    ):
        return False
    left, right = periods.bounds(a.period), periods.bounds(b.period)
    return left is not None and right is not None and left[1] == right[1] and one_slip_apart(a, b)
