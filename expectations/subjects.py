"""Articles about one thing: their beginnings share names that few others have, and they appeared close together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from claims.claim import Claim
from claims.document import Document
from expectations.digits import significant_digits
from expectations.naming import common_start
from expectations.slips import one_slip_apart

Pair = tuple[str, str]
Singles = dict[tuple[str, str, str], Claim | None]  # by measure, unit and period; None where several are printed

LEAD = 200  # characters of an article in which it says what it is about
RUN = 4  # characters in a row that two names share
DAYS = 10  # between articles on one event
PARTICULAR = 3  # digits that two articles share whatever the figure measures; of fewer the measures end alike
ENDING = 2  # characters
WORDS = 6  # closing characters of a measure, which are no name
NAMES, FEW_NAMES, MANY_NAMES = 2, 1, 4  # runs that two beginnings share: with one figure, with two, with any
ENOUGH = 2
# What every report says, whatever it is about.
COMMONPLACE = re.compile(
    "记者|获悉|了解到|从[^，,。]{2,12}召开|新闻发布会|发布会|通报|公布|统计|数据显示|同比|环比|增长|下降|今年|去年|上半年|下半年|前三季度"
    "|截至|目前|累计|其中|本报讯?|有限公司|股份|报告期内|实现|营业收入|净利润|归母|归属于上市公司股东的|公告|近日|昨日|日前|上午|下午"
    "|据悉|全国|全省|全市|全县|全年|年度|工作报告|人民|有关负责人|负责人|相关|公安局|公安机关|民警|警方|法院|检察院|犯罪嫌疑人"
    "|交通事故|应急管理局|消防救援|指挥部|造成|死亡|受伤|被困|救援|投入|万元|亿元|左右|以上|以来|介绍|表示|显示|报告|项目|建设|工程"
)
OPENING = re.compile("[一-鿿]{3,24}")
DATELINE = re.compile(r"^[^。，,\n]{0,20}?[电讯](?:[（(][^）)]*[）)]|(?=\s))")  # 本报7月5日讯
SHARES = re.compile(r"[（(](\d{6}|\d{4,5})(?:\.(?:S[HZ]|BJ|HK))?[)）]", re.IGNORECASE)  # 海山汽车（002659）
LINES = 3  # of an article, its title among them
KIND = 2  # closing characters of names of one kind
PLAIN = re.compile("[^一-鿿]+|[的了在为是被把将从到于等与及和对比较近前后涨跌增降升减达超约共有]")  # names hold none


def subjects(claims: Sequence[Claim], documents: Mapping[str, Document], common: int) -> Iterator[Pair]:
    """Pairs of articles that share a figure and names, and agree in more figures than they differ in.

    What more than `common` documents have, tells nothing of two of them.
    """
    shared, plain = _sharing(claims, common)
    pairs = {pair: few for pair, few in plain.items() if _near(*(documents[name] for name in pair))}
    runs = {name: _runs(documents[name]) for name in dict.fromkeys(name for pair in pairs for name in pair)}
    singles = _singles(claim for claim in claims if claim.document in runs)
    names = {pair: _shared_runs(pair, runs, singles) for pair in pairs}
    wanted = frozenset().union(*names.values())
    told = Counter(run for document in documents.values() for run in wanted & _runs(document)) if wanted else Counter()
    for pair, few in pairs.items():
        particular = sum(told[run] <= common for run in names[pair])
        enough = MANY_NAMES if pair not in shared else FEW_NAMES if few >= ENOUGH else NAMES
        alike = particular >= enough and agreeing(*(singles[name] for name in pair))
        if alike and not namesakes(*(documents[name] for name in pair)):
            yield pair


def _singles(claims: Iterable[Claim]) -> dict[str, Singles]:
    """What each document prints of each measure, where it is one figure."""
    found: dict[str, Singles] = defaultdict(dict)
    for claim in claims:
        if claim.modality or not claim.measure_key:
            continue
        what = claim.measure_key, claim.unit, claim.period
        first = found[claim.document].setdefault(what, claim)
        if first is not None and first.value != claim.value:
            found[claim.document][what] = None
    return found


def _sharing(claims: Sequence[Claim], common: int) -> tuple[Counter[Pair], Counter[Pair]]:
    """How many figures of a unit two documents share: with digits enough or measures that end alike, and whatever."""
    alike: dict[tuple[str, str, Decimal], set[str]] = defaultdict(set)
    whatever: dict[tuple[str, Decimal], set[str]] = defaultdict(set)
    for claim in claims:
        digits = significant_digits(claim)
        if not claim.unit or not digits or claim.modality:
            continue
        ending = "" if digits >= PARTICULAR else claim.measure_key[-ENDING:]
        if ending or digits >= PARTICULAR:
            alike[ending, claim.unit, claim.value].add(claim.document)
        whatever[claim.unit, claim.value].add(claim.document)
    return _pairs(alike.values(), common), _pairs(whatever.values(), common)


def _pairs(holders: Iterable[set[str]], common: int) -> Counter[Pair]:
    found: Counter[Pair] = Counter()
    for names in holders:
        if 1 < len(names) <= common:
            found.update(combinations(sorted(names), 2))
    return found


def _shared_runs(pair: Pair, runs: Mapping[str, frozenset[str]], singles: Mapping[str, Singles]) -> frozenset[str]:
    """The runs of characters that both beginnings have and that do not close a measure."""
    first, second = (runs[name] for name in pair)
    words = {key[-WORDS:] for name in pair for key, _, _ in singles.get(name, {})}
    return frozenset(run for run in first & second if not any(run in word for word in words))


def _runs(document: Document) -> frozenset[str]:
    pieces = PLAIN.split(COMMONPLACE.sub("。", f"{document.title}。{document.text[:LEAD]}"))
    return frozenset(piece[at : at + RUN] for piece in pieces for at in range(len(piece) - RUN + 1))


def namesakes(first: Document, second: Document) -> bool:
    """Whether two articles open with names of one kind that differ: 前李村幸福院 and 后李村幸福院, 一小 and 二小.

    Firms are told apart by the codes of their shares.
    """
    ours, theirs = (frozenset(SHARES.findall(document.text[:LEAD])) for document in (first, second))
    if ours and theirs and ours.isdisjoint(theirs):
        return True
    return any(_of_one_kind(a, b) for a in _openings(first) for b in _openings(second))


def _openings(document: Document) -> frozenset[str]:
    """The characters up to the first figure or mark of the title and of the first lines."""
    lines = [line for line in (document.title, *document.text[:LEAD].split("\n")) if line.strip()][:LINES]
    found = (OPENING.match(DATELINE.sub("", line).strip()) for line in lines)
    return frozenset(match[0] for match in found if match)


def _of_one_kind(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if short in long:
        return False
    closing, opening = common_start(short[::-1], long[::-1]), common_start(short, long)
    return closing >= KIND and 2 * (opening + closing) >= len(short)


def _near(first: Document, second: Document) -> bool:
    """Whether both articles appeared within a few days, as far as their dates are known."""
    if first.published is None or second.published is None:
        return True
    return abs((first.published - second.published).days) <= DAYS


def agreeing(left: Singles, right: Singles) -> bool:
    """Whether two documents agree in more figures that both print once than they differ in, slips left out."""
    agree = differ = 0
    for what in left.keys() & right.keys():
        first, second = left[what], right[what]
        if first is None or second is None:
            continue
        telling = max(significant_digits(first), significant_digits(second)) > 1
        if first.asserted.meets(second.asserted):
            agree += telling
        elif not (telling and one_slip_apart(first, second)):
            differ += 1
    return differ < agree or not differ
