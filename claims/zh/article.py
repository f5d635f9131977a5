"""A Chinese article read from end to end: its figures in order with everything that its words say of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import TypeVar

from claims import period as periods
from claims.quantity import Quantity, Scan
from claims.zh import by_times, layout, measure, period, place, quantity, reading, resolve, slots
from claims.zh.layout import Sentence
from claims.zh.period import TimeSpan
from claims.zh.place import PlaceSpan
from claims.zh.records import Memory, Reading
from claims.zh.resolve import State
from claims.zh.slots import Slot

Span = TypeVar("Span", Quantity, TimeSpan, PlaceSpan)

_SPECIFIC = ("months", "half", "quarter", "years", "year")
_OPEN = ("to_date", "relative")
_ANNOUNCES = re.compile(
    r"通报|发布|公布|发布会|通气会|获悉|介绍|表示|宣布|披露|消息|报道|发文|召开|透露|讯|(?<![发用供充耗水核火风光断停来])电(?![话力网信子动诈影视脑器商])"
)
_AGES = frozenset(("岁", "周岁"))
_BASES = (("可比", "comparable"), ("同口径", "comparable"), ("不变价", "constant"), ("现价", "current"))
_LEVEL_WORDS = re.compile(r"(?:平均)?(?:增速|增幅|增长|水平|涨幅|降幅)+$|^(?:整体|平均|总体)$")
_NAMED_BY_TIME = (
    "生存率",
    "存活率",
    "期国债",
    "期MLF",
    "期存款",
    "期贷款",
    "期LPR",
    "期定期",
    "期债",
    "质保",
    "移动平均",
)
_FOUNDED_BEFORE = re.compile(r"(?:成立|创[立建办]|始?建|组建|上市|挂牌|出生)于?\Z")
_FOUNDED_AFTER = re.compile(
    r"[^,。;:0-9]{0,8}?(?:成立|创[立建办]|组建|上市|挂牌|更名|注册|出生|建成|建[校院厂站馆]|加入|入[职党行伍]|毕业|担任)(?!以来)"
)
# 8月11日至13日开展统一行动 … 行动期间: the later sentence speaks of those days.
_CAMPAIGN = re.compile(
    r"[^。;]{0,40}?(?:开展|组织|部署|启动|举行|举办|进行)[^。;]{0,24}?(?:行动|活动|整治|清查|赛|会|节)"
)
_SCENE = re.compile(
    r"[^一-鿿]*(?:在|[0-9一二三四五六七八九十两]+[天日夜])?(?:(?:此次|本次|集中|统一|整治|专项|清查|巡查|宣防){0,3}(?:行动|活动)(?:期间|中)|其间|期间)(?=[^的])"
)
_RUNNING = re.compile(r"今年|本年|年内|年初至今|年初以来")


@dataclass(slots=True)
class Figure:
    """One figure resolved; offsets are those of the folded text. `part_of` is the number of another figure."""

    sentence: Sentence
    quantity: Quantity
    reading: Reading
    kind: str
    value: Decimal
    measure: str
    measure_key: str
    place: str
    place_name: str
    period: str
    base_period: str
    comparison: str
    whole_key: str
    against_key: str
    part_of: int | None
    inferred: tuple[str, ...]
    modality: str
    price_basis: str


@dataclass(slots=True)
class Article:
    """The figures of an article, its sentences, times, the numerals that are no quantities, its area and places."""

    figures: list[Figure]
    sentences: list[Sentence]
    times: list[TimeSpan]
    scan: Scan
    area: str = ""
    places: list[PlaceSpan] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Rows:
    """What stands in each sentence, by its number: quantities, times and places; and from these its slots."""

    text: str
    parts: list[Sentence]
    quantities: dict[int, list[Quantity]]
    times: dict[int, list[TimeSpan]]
    places: dict[int, list[PlaceSpan]]

    def row(self, number: int) -> list[Slot]:
        """The slots of a sentence."""
        part = self.parts[number]
        figures, times, places = (
            self.quantities.get(number, []),
            self.times.get(number, []),
            self.places.get(number, []),
        )
        return slots.row(self.text, part.start, part.end, figures, times, places)


@dataclass(slots=True)
class _Reader:
    """The article so far."""

    text: str
    state: State
    memory: Memory = field(default_factory=Memory)
    figures: list[Figure] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    bases: list[tuple[str, str]] = field(default_factory=list)  # the words for a price basis that the text has


def read(text: str, published: date | None, title: str, area_hint: str) -> Article:
    """The figures of the folded `text`."""
    times = period.find(text, published)
    scan = quantity.scan(text, [(span.start, span.end) for span in times])
    parts = layout.sentences(text)
    counted = [figure for figure in scan.quantities if figure.unit not in _AGES and not _is_name(text, figure)]
    if not counted:
        return Article([], parts, times, scan)
    _undivide(text, parts, counted)
    area = place.document_area(text, title, area_hint)
    places = place.find(text, area)
    reader = _Reader(text, State(published, area))
    times = [_narrowed(text, span, reader.state) for span in _told(text, times, parts, reader.state)]
    reader.bases = [(words, basis) for words, basis in _BASES if words in text]
    rows = _Rows(text, parts, _by_sentence(counted, parts), _by_sentence(times, parts), _by_sentence(places, parts))
    for number, sentence in enumerate(parts):
        resolve.enter(reader.state, sentence.paragraph, sentence.section)
        resolve.locate(reader.state, text, sentence.start, rows.places.get(number, []))
        if number in rows.quantities:
            silent = number > 0 and number - 1 not in rows.quantities
            reader.memory.before = partial(_topic, rows, number - 1) if silent else None
            _sentence(reader, sentence, rows.row(number), number in rows.times)
        else:
            for span in rows.times.get(number, ()):
                _note(reader, span)
            if sentence.end - sentence.start <= 40:
                reader.memory.clauses_before = None
    _from_body(reader.figures)
    return Article(reader.figures, parts, times, scan, area, places)


def _undivide(text: str, parts: list[Sentence], counted: list[Quantity]) -> None:
    """Join the sentences that a line end within a figure parts."""
    for figure in counted:
        if "\n" not in text[figure.start : figure.end]:
            continue
        at = bisect_left([part.end for part in parts], figure.start + 1)
        while at + 1 < len(parts) and parts[at].end < figure.end:
            parts[at] = parts[at]._replace(end=parts.pop(at + 1).end)


def _from_body(figures: list[Figure]) -> None:
    """Give a figure in a heading that names no time the time of the same figure in the text."""
    undated = [figure for figure in figures if not figure.period and _is_heading(figure.sentence)]
    if not undated:
        return
    dated = {(f.measure_key, f.value, f.kind): f for f in figures if f.period and "period" not in f.inferred}
    for figure in undated:
        same = dated.get((figure.measure_key, figure.value, figure.kind))
        if same is not None:
            figure.period, figure.base_period = same.period, figure.base_period or same.base_period
            figure.inferred = (*figure.inferred, "period")


def _is_heading(sentence: Sentence) -> bool:
    return sentence.section == "headline" or sentence.end - sentence.start <= 40


def _topic(rows: _Rows, number: int) -> str:
    return reading.topic_of(rows.row(number))


def _is_name(text: str, figure: Quantity) -> bool:
    """Whether the figure is part of a name: of a model (2023款), a place (东经104.85度), a rate (5年生存率)."""
    if figure.unit in ("年", "个月", "天", "小时") and text.startswith(_NAMED_BY_TIME, figure.outer_end):
        return True
    if figure.unit in ("度", "°") and text[figure.start - 2 : figure.start] in ("东经", "西经", "北纬", "南纬"):
        return True
    return (
        figure.unit == "款"
        and figure.form == "number"
        and 1990 <= figure.value <= 2100
        and figure.end - figure.start == 4
    )


def _by_sentence(spans: list[Span], parts: list[Sentence]) -> dict[int, list[Span]]:
    """The spans by the number of the sentence in which they start, both in the order of the text."""
    found: dict[int, list[Span]] = {}
    number = 0
    for span in spans:
        while number < len(parts) and parts[number].end <= span.start:
            number += 1
        if number == len(parts):
            break
        if parts[number].start <= span.start:
            found.setdefault(number, []).append(span)
    return found


def _told(text: str, times: list[TimeSpan], parts: list[Sentence], state: State) -> list[TimeSpan]:
    """The times without days of telling (datelines, press conferences), and the article's own period set on `state`."""
    told = [
        span._replace(kind="stamp")
        if (span.kind == "day" and _ANNOUNCES.search(text, span.end, span.end + 36)) or _is_founding(text, span, state)
        else span
        for span in times
    ]
    limit = parts[min(len(parts) - 1, 6)].end
    head = [span for span in told if span.start <= limit and span.role == "reference" and span.period]
    for kinds in (_SPECIFIC, _OPEN):
        chosen = next((span.period for span in head if span.kind in kinds), "")
        if chosen:
            state.ambient = chosen
            break
    return told


def _is_founding(text: str, span: TimeSpan, state: State) -> bool:
    """Whether an early date only tells when something began (成立于2008年5月): no figure is about it."""
    year = periods.year_of(span.period) if span.kind in ("year", "month", "day") and span.period else None
    if year is None or state.published is None or year > state.published.year - 2:
        return False
    return _FOUNDED_BEFORE.search(text, max(0, span.start - 5), span.start) is not None or (
        _FOUNDED_AFTER.match(text, span.end) is not None
    )


def _narrowed(text: str, span: TimeSpan, state: State) -> TimeSpan:
    """今年 in an article on the first half of the year means that half."""
    own = state.ambient
    if span.kind not in _OPEN or span.role != "reference" or not own or not _RUNNING.match(text, span.start):
        return span
    year = periods.year_of(own)
    bounds = periods.bounds(own)
    if (
        year is None
        or bounds is None
        or not span.period.startswith(str(year))
        or (bounds[0].month, bounds[0].day) != (1, 1)
    ):
        return span
    return span._replace(period=own)


def _sentence(reader: _Reader, sentence: Sentence, row: list[Slot], timed: bool) -> None:
    readings = reading.read(row, reader.memory)
    first = len(reader.figures)
    if reader.state.scene and _SCENE.match(reader.text, sentence.start, sentence.end):
        reader.state.sentence = reader.state.scene
    times = [at for at, slot in enumerate(row) if slot.role == "time"] if timed else []
    seen, begin = 0, sentence.start
    for found in readings:
        until = max(begin, found.quantity.outer_start)
        seen = _see(reader, row, times, seen, until)
        reader.numbers[id(found)] = len(reader.figures)
        reader.figures.append(_figure(reader, sentence, found, partial(resolve.is_stock, row, begin, until)))
        begin = until
    _see(reader, row, times, seen, sentence.end)
    if len(readings) > 1 and timed:
        _by_times(reader.figures[first:], row)


def _by_times(figures: list[Figure], row: list[Slot]) -> None:
    """Give figures of one measure in a row behind 分别 each its own of the times that were named in a row."""
    for run in by_times.assigned(row):
        told = {id(item): period for item, period in run}
        chosen = [figure for figure in figures if id(figure.quantity) in told]
        if len({(figure.measure_key, figure.kind) for figure in chosen}) != 1:
            continue
        for figure in chosen:
            figure.period = told[id(figure.quantity)]
            figure.base_period = by_times.base(figure.period, figure.base_period)
            figure.inferred = tuple(name for name in figure.inferred if name != "period")


def _see(reader: _Reader, row: list[Slot], times: list[int], seen: int, until: int) -> int:
    """Take note of the times up to `until` that lead their clauses, and say how many of `times` are seen."""
    while seen < len(times) and (slot := row[times[seen]]).start < until:
        if _leads(row, times[seen]):
            assert isinstance(slot.item, TimeSpan)
            _note(reader, slot.item)
        seen += 1
    return seen


def _note(reader: _Reader, span: TimeSpan) -> None:
    """Take note of a time, and of the days of a campaign, to which 行动期间 points back."""
    resolve.see(reader.state, span)
    if span.kind == "day" and span.role == "reference" and _CAMPAIGN.match(reader.text, span.end, span.end + 80):
        reader.state.scene = span.period


def _leads(row: list[Slot], index: int) -> bool:
    """Whether a time holds for what follows: it stands at the front of its clause, or in one that frames the next."""
    if _frames(row, index):
        return True
    while index:
        before = row[index - 1]
        if before.role == "sep":
            return before.word != "、"
        if before.role == "quantity":
            return True  # a headline that runs into its text
        if before.role not in ("conj", "adverb", "time", "place", "cmp", "from", "link"):
            return len(before.word) <= 1 or (before.role == "gap" and len(before.word) <= 2)
        index -= 1
    return True


def _frames(row: list[Slot], index: int) -> bool:
    """Whether the clause ends in a word of showing behind the time at `index`: `甲公司2023年中报显示,…`."""
    for at in range(index + 1, min(index + 5, len(row) - 1)):
        if row[at].role not in ("gap", "conj", "verb", "adverb"):
            return False
        if row[at + 1].role == "sep" and row[at].word.endswith("显示"):
            return True
    return False


def _figure(reader: _Reader, sentence: Sentence, found: Reading, stock: Callable[[], bool]) -> Figure:
    state = reader.state
    kind = resolve.kind(found)
    compared = resolve.comparison(found, state, kind)
    reference, period_inferred = resolve.period(found, state, kind, stock, _source_period(reader, found))
    base = resolve.base_period(found, state, kind, reference, compared)
    code, name, place_inferred = resolve.where(found, state)
    words = measure.tidy(found.measure)
    measure_inferred = found.inherited or _is_vague(reader.text, found, words)
    return Figure(
        sentence=sentence,
        quantity=found.quantity,
        reading=found,
        kind=kind,
        value=resolve.value(found, kind),
        measure=words,
        measure_key=measure.key(words, found.dimension),
        place=code,
        place_name=name,
        period=reference,
        base_period=base,
        comparison=compared,
        whole_key=measure.key(found.segment.whole) if found.segment.whole else "",
        against_key=measure.key(_other(found.segment.base_words)) if found.segment.base_words else "",
        part_of=reader.numbers.get(id(found.part_of)) if found.part_of is not None else None,
        inferred=_inferred(period_inferred, place_inferred, measure_inferred),
        modality="threshold" if found.threshold else "plan" if found.segment.plan else "",
        price_basis=_basis(reader, sentence, found),
    )


@cache
def _inferred(period: bool, place: bool, measure: bool) -> tuple[str, ...]:
    """The names of the fields that were inferred."""
    marks = (("period", period), ("place", place), ("measure", measure))
    return tuple(name for name, inferred in marks if inferred)


def _other(words: str) -> str:
    """The quantity that 高于全区贷款平均增速 compares with, without the words for its growth or level."""
    return _LEVEL_WORDS.sub("", words)


def _is_vague(text: str, found: Reading, words: str) -> bool:
    """Whether a measure says too little to be the same elsewhere: one character, or of 该, 其, 此 something."""
    return (
        len(words) <= 1
        or text[max(0, found.quantity.outer_start - 24) : found.quantity.outer_start].rpartition(",")[2][:1]
        in "该其此这"
    )


def _basis(reader: _Reader, sentence: Sentence, found: Reading) -> str:
    """The price basis that the sentence states before the figure: 按可比价格计算, 按不变价格, 现价."""
    if found.segment.relation != "change" and found.quantity.form != "number":
        return ""
    at = found.quantity.start
    for words, basis in reader.bases:
        position = reader.text.rfind(words, max(sentence.start, at - 60), at)
        if position >= 0 and ";" not in reader.text[position:at]:
            return basis
    return ""


def _source_period(reader: _Reader, found: Reading) -> tuple[str, bool] | None:
    """The period of the figure whose measure this one takes, unless that was an earlier level."""
    number = reader.numbers.get(id(found.source)) if found.source is not None else None
    if number is None or reader.figures[number].reading.segment.former or number < len(reader.figures) - 8:
        return None
    source = reader.figures[number]
    return source.period, "period" in source.inferred
