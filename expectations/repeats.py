"""The same quantity printed more than once: which figures restate one another, and how sure that is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from claims.claim import Claim
from expectations.comparison import Reading, alike_in_print
from expectations.same import LEVELS, differ, difference, dimension, is_result, is_worded
from expectations.slips import slipped_values
from expectations.stories import significant_digits
from expectations.words import NOISE, after, before, converted, grams, lead, likeness

MANY = 5
MOST = 16  # wording shared by more figures than this is a table or a formula of the trade, not a repetition
SUFFIX = 4
TITLED = (4, 8)  # where the first sentence begins behind 原标题：, the title running into the text without a mark
CURRENCIES = {"CNY", "USD", "HKD", "EUR", "JPY", "KRW", "TWD", "GBP", "RUB", "INR", "AUD", "CAD", "SGD", "MOP"}
COUNTERS = {"", "piece", "item", "incident", "seat", "time", "set"}  # 个, 件, 起: which of them is chosen says little
PERCENT_KINDS = ("share", "relative_change", "point_change")
PARTICLES = re.compile(
    r"(?:同比|环比|较上年|比上年|去年同期|上年同期|增长|增加|上升|提高|下降|减少|降低|上涨|下跌|增幅|降幅|分别|达到|达|了|到|为|共|计|"
    r"约|近|超过|超|逾|的|是|有|至|个|已经|已|高|仅|就|余|多|占|比)+$"
)
# Words that narrow a figure: where only one of two has them they are different quantities.
QUALIFIERS = tuple(
    re.compile(words)
    for words in (
        r"扣除|扣非|剔除",
        r"不含",
        r"共计|合计|总计",
        r"另外|其他|其余|其它",
        r"经调整|调整后|[Nn]on|NON|非 ?GAAP",
        r"行业|同业",
        r"全球|世界",
        r"全国|我国|中国",
        r"其中|所属|下属",
        r"累计",
        r"新增|净增",
        r"人均|户均|次均|平均|均价",
        r"母公司|归属|归母",
        r"国内|本土",
        r"国际|海外|境外|国外",
        r"出口",
        r"(?<!进)出口|(?<!出)进口",
        r"上限|最高",
        r"下限|最低",
        r"环比",
        r"农村|乡村",
        r"城镇|城市",
        r"男",
        r"女",
        r"更正前|修订前",
        r"预计|预期|预测|计划|目标",
        r"第一产业|一产",
        r"第二产业|二产",
        r"第三产业|三产",
        r"较大",
        r"重大",
        r"死亡",
        r"受伤",
        r"毒品",
        r"增加值",
        r"市值",
        r"净流出",
        r"净流入",
    )
)
TIMES = tuple(
    re.compile(words)
    for words in (
        r"一季度|首季",
        r"二季度",
        r"三季度",
        r"四季度",
        r"上半年",
        r"下半年",
        r"前三季度",
        r"单月|当月",
        r"当日|单日|日均",
    )
)
AMONG = re.compile("其中[，,]?[^，,。；;]*$")
ONE_OF = re.compile("(?:另|其中)一[名位人家个起]")
COUNTS = re.compile(r"\d+(?=[家个名强位人大])")
NAMES = re.compile(r"[A-Za-z][A-Za-z0-9/.+-]*(?: ?\d{1,4}(?![\d.,%]))?")
COMMON = re.compile(
    r"一年来|[\d一二三四五六七八九十]+年来|[今去]年(?:以来)?|上半年|下半年|全年|截至|目前|累计|其中|据|记者|了解|统计|年|月|日|份|至|底|末"
)
# Prices and specifications of one model beside another are no repetition.
SPECS = re.compile(
    r"售价|价格|到手|首发|起售|定价|标价|版|续航|电池|内存|屏|方案每|跑分|票|功率|容量|官方|店铺|折|大促|像素|油耗|"
    r"轴距|厚度|马力|水位|尺寸|核心|显存|[CG]PU|基金|收盘|成交价|近\d+个?月|扭矩|角|核载|起订|净值|收益率|换手|份额|"
    r"出货量|市占|汇率|关口|股价|指数|显卡|重量|酒精|插槽|接口|投票人数"
)
DAYS = re.compile(
    r"\d+ ?月 ?\d+ ?日|\d+ ?日|第[一二三四五六七八九十\d]+[个季期轮批]|\d{4} ?年(?: ?\d+ ?月)?|[去前今]年|"
    r"[一二三四]季度|[上下]半年"
)


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two figures that may be one quantity: what their wording shares.

    `kin` is the length of the measure that both share, 0 where the measures are different; `lead` and `tail` count the
    characters shared right before and right behind the figures.
    """

    first: Claim
    second: Claim
    kin: int
    lead: int
    tail: int


def repeats(claims: tuple[Claim, ...], *, across: bool) -> Iterator[Repeat]:
    """Pairs of figures whose wording brings them together, within documents or `across` two; the cost is linear."""
    seen: set[tuple[str, str]] = set()
    for row in _rows(claims):
        for at, first in enumerate(row):
            for second in row[at + 1 :]:
                key = (first.claim_id, second.claim_id)
                if (first.document != second.document) == across and key not in seen:
                    seen.add(key)
                    if not parted(first, second):
                        yield Repeat(first, second, kinship(first, second), *shared(first, second))
    if across:
        for first, second in slipped(claims):
            if (first.claim_id, second.claim_id) not in seen and not parted(first, second):
                seen.add((first.claim_id, second.claim_id))
                yield Repeat(first, second, kinship(first, second), *shared(first, second))


def slipped(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """Figures of two documents with so many digits that one slip between them is no accident, whatever the wording."""
    by_value: dict[Decimal, list[Claim]] = defaultdict(list)
    telling = [claim for claim in claims if significant_digits(claim) >= MANY and is_result(claim) and claim.start >= 0]
    for claim in telling:
        by_value[claim.value].append(claim)
    for claim in telling:
        for value in slipped_values(claim.text, claim.value):
            for other in by_value.get(value, ()):
                if other.document > claim.document and dimension(other) == dimension(claim):
                    yield claim, other


def _rows(claims: tuple[Claim, ...]) -> Iterator[list[Claim]]:
    """Figures that share their measure, some characters of it, or the words right before them."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not is_result(claim) or not is_worded(claim) or converted(claim):
            continue
        kind = "level" if claim.kind in LEVELS else claim.kind
        for mark in _marks(claim):
            found[mark, kind].append(claim)
    for row in found.values():
        if 1 < len(row) <= MOST:
            yield row


def _marks(claim: Claim) -> set[str]:
    key = claim.measure_key
    marks = {f"={key}"} | {key[at : at + 2] for at in range(len(key) - 1)} if key else set()
    tail = telling(before(claim, 40))[-SUFFIX:]
    return marks | {f"…{tail}"} if len(tail) == SUFFIX else marks


def parted(a: Claim, b: Claim) -> bool:
    """Whether something makes the two different quantities: unit, place, period, scope, a qualifier, a name."""
    if beside(a, b):
        return True
    if a.part_of == b.claim_id or b.part_of == a.claim_id:
        return True
    if not units_fit(a, b) or (a.former != b.former and not _same_time(a, b)):
        return True
    reason = difference(a, b)
    if reason == "unit-differs":
        reason = difference(a, b, units=False)
    if reason == "period-differs" and "period" in (*a.inferred, *b.inferred):
        reason = "" if sum(shared(a, b)) >= 12 or strong(a, b) else reason
    return bool(reason) or misnamed(a, b) or (qualified(a, b) and not strong(a, b))


def beside(a: Claim, b: Claim) -> bool:
    """Whether the two stand in one sentence, which repeats nothing, unless it is a title run into the text."""
    if a.document != b.document or a.sentence_start != b.sentence_start:
        return False
    return abs(a.clause - b.clause) < 2 or not TITLED[0] <= a.sentence_start <= TITLED[1]


def strong(a: Claim, b: Claim) -> bool:
    """Whether four digits or more that differ by one slip outweigh a qualifier that one of the two leaves out."""
    return max(significant_digits(a), significant_digits(b)) >= 4 and one_slip_apart(a, b)


def _same_time(a: Claim, b: Claim) -> bool:
    return bool(a.period) and a.period == b.period


def units_fit(a: Claim, b: Claim) -> bool:
    """Whether the units can be the same: equal, or counters of things in general, or one left out before a count."""
    left, right = dimension(a), dimension(b)
    if left == right:
        return True
    if a.kind in PERCENT_KINDS or b.kind in PERCENT_KINDS:
        return False
    return (left in COUNTERS and right in COUNTERS) or (not left or not right)


def wording(claim: Claim) -> str:
    """What names the quantity: its measure and clause; where the measure is carried over, the clauses before too."""
    return f"{claim.measure} {before(claim, 60) if 'measure' in claim.inferred else lead(claim)}"


def qualified(a: Claim, b: Claim) -> bool:
    """Whether a narrowing word stands with one of the two only, or each names days, periods or a number of its own."""
    if a.value == b.value:
        return False
    left, right = wording(a), wording(b)
    timed = not (a.period and a.period == b.period)
    if narrowed(left) != narrowed(right) or (timed and times_in(left) != times_in(right)):
        return True
    if bool(AMONG.search(before(a))) != bool(AMONG.search(before(b))):
        return True
    return (
        _disjoint(ONE_OF, before(a), before(b))
        or _disjoint(DAYS, before(a), before(b))
        or _disjoint(COUNTS, lead(a), lead(b))
    )


@lru_cache(maxsize=1 << 14)
def narrowed(words: str) -> tuple[bool, ...]:
    """Which narrowing words stand in a wording."""
    return tuple(pattern.search(words) is not None for pattern in QUALIFIERS)


@lru_cache(maxsize=1 << 14)
def times_in(words: str) -> tuple[bool, ...]:
    """Which parts of a year stand in a wording."""
    return tuple(pattern.search(words) is not None for pattern in TIMES)


def _disjoint(pattern: re.Pattern[str], left: str, right: str) -> bool:
    """Whether both texts hold matches of the pattern, and no common one."""
    found, others = set(pattern.findall(left)), set(pattern.findall(right))
    return bool(found and others and found.isdisjoint(others))


def misnamed(a: Claim, b: Claim) -> bool:
    """Whether both figures go with names in letters, and other ones: Model S and Model X."""
    if a.value == b.value:
        return False
    names, others = set(NAMES.findall(wording(a))), set(NAMES.findall(wording(b)))
    if names and others and names != others:
        return True
    names, others = set(NAMES.findall(before(a))), set(NAMES.findall(before(b)))
    return bool(names and others and names.isdisjoint(others))


def attributes(a: Claim, b: Claim) -> bool:
    """Whether other words go with the shared ones on both sides: 14家日本公司的总收入 and 百强公司的总收入."""
    if _apart(a.measure_key, b.measure_key):
        return True
    left, right = (COMMON.sub("", telling(lead(claim))) for claim in (a, b))
    return _apart(left, right)


def relabelled(a: Claim, b: Claim) -> bool:
    """Whether other words stand right before each figure, where a repetition has the same: 资本支出 and 运营亏损."""
    left, right = (COMMON.sub("", telling(lead(claim)))[-4:] for claim in (a, b))
    return len(left) == len(right) == 4 and not set(left) & set(right)


def _apart(left: str, right: str) -> bool:
    """Whether two wordings with a common end begin with different words."""
    shared = _common(left[::-1], right[::-1])
    left, right = left[: len(left) - shared], right[: len(right) - shared]
    return shared >= 2 and len(left) >= 2 and len(right) >= 2 and not grams(left) & grams(right)


@lru_cache(maxsize=1 << 16)
def telling(text: str) -> str:
    """The characters of a text that carry meaning, closing particles and words of change left out."""
    return PARTICLES.sub("", NOISE.sub("", text))


def kinship(a: Claim, b: Claim) -> int:
    """The characters of the measure both share: all where equal, the shorter where contained, half where alike."""
    if not a.measure_key or not b.measure_key:
        return 0
    short, long = sorted((a.measure_key, b.measure_key), key=len)
    if short == long:
        return len(short)
    rest = iter(long)
    if len(short) >= 2 and all(character in rest for character in short):
        return len(short)
    return len(short) // 2 if likeness(short, long) >= 0.6 else 0


def one_name(a: Claim, b: Claim) -> bool:
    """Whether the measures are the same, or a long one stands within the other: enough where no slip speaks for it."""
    if a.document != b.document or a.measure_key.startswith("占"):
        return False
    if a.measure_key == b.measure_key:
        return len(a.measure_key) >= 6
    short, long = sorted((a.measure_key, b.measure_key), key=len)
    rest = iter(long)
    return len(short) >= 8 and all(character in rest for character in short)


def shared(a: Claim, b: Claim) -> tuple[int, int]:
    """How many telling characters the two share right before the figure, and right behind it."""
    lead = _common(telling(before(a, 44))[::-1], telling(before(b, 44))[::-1])
    tail = _common(NOISE.sub("", after(a, 20)), NOISE.sub("", after(b, 20)))
    return lead, tail


def _common(a: str, b: str) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


def agree(pair: Repeat) -> bool:
    """Whether the two figures can be one number as printed: equal, or hedged or rounded so that they meet."""
    a, b = pair.first, pair.second
    if a.value == b.value:
        return True
    return not alike_in_print(a, b) and Reading.of(a).asserted.meets(Reading.of(b).asserted)


def alike(pair: Repeat) -> bool:
    """Whether the two are one number in print, so that nothing is left to judge."""
    return pair.first.value == pair.second.value and alike_in_print(pair.first, pair.second)


def one_slip_apart(a: Claim, b: Claim) -> bool:
    """Whether one slip turns one figure into the other, or into one of many digits that rounds to it."""
    if a.value == b.value:
        return False
    meant = slipped_values(a.text, a.value)
    if b.value in meant:
        return True
    many = significant_digits(a) >= 4 and significant_digits(b) >= 3 and a.resolution < b.resolution
    return many and any(value in b.asserted for value in meant)


class Printed:
    """Which values a block prints more than once: a figure with a partner is not taken for another's repetition."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        self.claims = claims

    @cached_property
    def found(self) -> Mapping[Decimal, list[Claim]]:
        """The figures by their size."""
        found: dict[Decimal, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[abs(claim.value)].append(claim)
        return found

    @cached_property
    def beside(self) -> Mapping[tuple[str, int], dict[tuple[str, str], Decimal]]:
        """The first figure of each measure and kind, by sentence."""
        found: dict[tuple[str, int], dict[tuple[str, str], Decimal]] = defaultdict(dict)
        for claim in self.claims:
            if claim.measure_key:
                found[claim.document, claim.sentence_start].setdefault((claim.measure_key, claim.kind), claim.value)
        return found

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str], set[Decimal]]:
        """The values of each measure and kind."""
        found: dict[tuple[str, str], set[Decimal]] = defaultdict(set)
        for claim in self.claims:
            if not claim.former:
                found[claim.measure_key, claim.kind].add(claim.value)
        return found

    @cached_property
    def by_tail(self) -> Mapping[tuple[str, str], set[Decimal]]:
        """The values behind the same two characters."""
        found: dict[tuple[str, str], set[Decimal]] = defaultdict(set)
        for claim in self.claims:
            if not claim.former:
                found[telling(before(claim, 40))[-2:], claim.kind].add(claim.value)
        return found

    def partnered(self, claim: Claim, document: str) -> bool:
        """Whether the document prints the same figure in another sentence, with digits enough or like words."""
        return any(
            other.document == document
            and other is not claim
            and not beside(claim, other)
            and units_fit(claim, other)
            and (significant_digits(claim) >= 4 or kinship(claim, other) > 0 or sum(shared(claim, other)) >= 2)
            for other in self.found[abs(claim.value)][:MOST]
        )

    def alike(self, claim: Claim) -> tuple[Claim, ...]:
        """The other places that print the figure of a claim under a like measure."""
        return tuple(
            other
            for other in self.found[abs(claim.value)][:MOST]
            if other is not claim and units_fit(claim, other) and kinship(claim, other)
        )

    def neighbours(self, a: Claim, b: Claim) -> int:
        """What the other figures of the two sentences say: like ones speak for a repetition, others against it."""
        left, right = (self.beside[claim.document, claim.sentence_start] for claim in (a, b))
        own = {(a.measure_key, a.kind), (b.measure_key, b.kind)}
        shared = [left[key] == right[key] for key in left.keys() & right.keys() if key not in own]
        return 8 if shared and all(shared) else -30 if shared and not any(shared) else 0

    def spread(self, a: Claim, b: Claim) -> int:
        """What speaks against one quantity: more than two values behind the same measure or the same words."""
        key, tail = a.measure_key, telling(before(a, 40))[-2:]
        same = a.measure_key == b.measure_key and len(self.by_key[key, a.kind]) > 2
        words = len(tail) == 2 and tail == telling(before(b, 40))[-2:] and len(self.by_tail[tail, a.kind]) > 3
        return 20 if same else 10 if words else 0


CERTAIN = 22  # tenths of a power of ten from which two differing figures count as one quantity


def restated(pair: Repeat, printed: Printed, bonus: int = 0) -> bool:
    """Whether two differing figures are one quantity, so that the difference is a discrepancy."""
    a, b = pair.first, pair.second
    many = min(significant_digits(a), significant_digits(b)) >= MANY and a.document != b.document
    if pair.kin == 0 and pair.lead + pair.tail < 4 and not many:
        return False
    alone = not printed.partnered(a, b.document), not printed.partnered(b, a.document)
    if not any(alone) and not bonus:
        return False
    against = printed.spread(a, b)
    if not one_slip_apart(a, b):
        return not against and not all(alone) and steady(pair)
    return likelihood(pair) + bonus + (5 if all(alone) else 0) + printed.neighbours(a, b) - against >= CERTAIN


def steady(pair: Repeat) -> bool:
    """Whether a long measure names one quantity so fully that any other figure of it is a discrepancy."""
    a, b = pair.first, pair.second
    digits = significant_digits(a) + significant_digits(b)
    counted = a.kind != "amount" or dimension(a).isupper()
    if DAYS.findall(before(a)) != DAYS.findall(before(b)):
        return False
    return one_name(a, b) and pair.kin >= 8 and digits >= 6 and counted and not SPECS.search(wording(a))


def likelihood(pair: Repeat) -> int:
    """How much speaks for one quantity, in tenths of a power of ten: a slip in many digits, a long measure, words."""
    a, b = pair.first, pair.second
    digits = max(significant_digits(a), significant_digits(b))
    score = (-15, -15, 6, 15, 24, 33, 40)[min(digits, 6)] if one_slip_apart(a, b) else -10
    score += min(30, 3 * pair.kin)
    score += 22 if pair.lead >= 10 else 14 if pair.lead >= 6 else 8 if pair.lead >= 4 else 3 if pair.lead >= 2 else 0
    score += 6 if pair.tail >= 4 else 2 if pair.tail >= 2 else 0
    if digits <= 2 and a.document != b.document and pair.lead < 6 and pair.kin < 8:
        score -= 10
    return score - doubts(a, b, digits, pair.kin)


def doubts(a: Claim, b: Claim, digits: int, kin: int) -> int:
    """What speaks against it: items of lists, sizes and prices of things, carried-over measures, other attributes."""
    money = dimension(a).partition("/")[0] in CURRENCIES
    small = digits <= 4 and abs(a.value) < 10**5
    found = 15 if a.group and b.group else 0
    found += 20 if a.kind in ("amount", "rate") and not money and digits <= 4 else 0
    found += 25 if money and small and a.document == b.document else 0
    found += 8 if a.measure_key.startswith("占") else 0
    found += 40 if SPECS.search(wording(a) + after(a, 10)) else 0
    found += 8 if "measure" in (*a.inferred, *b.inferred) else 0
    found += 20 if attributes(a, b) else 0
    found += 25 if relabelled(a, b) else 0
    found += 6 if differ(a.section, b.section) and kin < 4 else 0
    return found


LONGEST = 400  # figures of a document that are set side by side


def in_step(claims: tuple[Claim, ...]) -> frozenset[tuple[str, str]]:
    """Pairs of figures of two documents that stand at the same place in a row of equal figures: 19人、4人、15人."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    if len(by_document) != 2 or any(len(row) > LONGEST for row in by_document.values()):
        return frozenset()
    left, right = by_document.values()
    first, second = ([(claim.kind in PERCENT_KINDS, claim.value) for claim in row] for row in (left, right))
    steps = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    found = set()
    for before_, here, behind in zip(
        [("equal", 0, 2, 0, 2), *steps], steps, [*steps[1:], ("equal", 0, 2, 0, 2)], strict=False
    ):
        tag, a, b, c, d = here
        flanked = before_[0] == behind[0] == "equal" and before_[2] - before_[1] + behind[2] - behind[1] >= 3
        if tag == "replace" and b - a == d - c <= 2 and flanked:
            found |= {(one.claim_id, two.claim_id) for one, two in zip(left[a:b], right[c:d], strict=True)}
    return frozenset(found)
