"""A Chinese article read from end to end: its figures in order with everything that its words say of them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, partial

from claims.quantity import Quantity, Scan
from claims.zh import (
    attributes,
    between_levels,
    by_times,
    layout,
    leading_times,
    measure,
    occasions,
    period,
    place,
    price_basis,
    publication,
    quantity,
    reading,
    reference_times,
    resolve,
    when,
    whereabouts,
)
from claims.zh.layout import Sentence
from claims.zh.period import TimeSpan
from claims.zh.place import PlaceSpan
from claims.zh.records import Memory, Reading
from claims.zh.sentence_rows import Rows, by_sentence
from claims.zh.shown import shown
from claims.zh.slots import Slot
from claims.zh.things import is_thing
from claims.zh.when import State, Words
from claims.zh.whereabouts import Whereabouts

_FAR_BACK = 8  # figures that take their measure each from the one before
_ASKED = re.compile(
    r"(?:[^,。?:]{0,12}?问:|问,?)?(?:去年|今年|全年|上半年)?(?P<of>[\u4e00-\u9fff]{2,10}?)(?:是[升增涨]还是[降减跌]"
    r"|(?:的)?(?:整体|总体)?(?:情况|形势)?(?:怎么样|如何|怎样)"
    r"|[多高]不[多高]|[升降多少]了[吗没]|有多少|多吗)\?"
)
_SPOTLIGHT = re.compile(
    "(?P<of>[一-鿿]{2,8}?)(?:依旧|依然|仍然?|则|也|同样|继续|无疑)?(?:是|成为|成了)"
    "[^。;,0-9]{0,8}(?:亮点|重头戏|主力|增长极|引擎|看点|大头|增量)[。!]"
)
_TITLE = 60  # characters in which a title stands that nothing sets apart from the text
_AGES = frozenset(("岁", "周岁"))
_EXPECTED_LIFE = re.compile("寿命[^,。;]{0,14}$")
_OF_LIFE = re.compile("寿命[^。]{0,36}$")
_LEVEL_WORDS = re.compile(r"(?:平均)?(?:增速|增幅|增长|水平|涨幅|降幅)+$|^(?:整体|平均|总体)$")
_NAMED_BY_TIME = (
    "生存率", "存活率", "期国债", "期MLF", "期存款", "期贷款", "期LPR", "期定期", "期债", "质保", "移动平均",
)  # fmt: skip


# 10米气步枪, 100米蛙泳: what athletes compete in.
_EVENTS = (
    "气步枪", "气手枪", "步枪", "手枪", "跳台", "跳板", "自由泳", "蛙泳", "仰泳", "蝶泳", "混合泳", "个人混合", "栏",
    "跨栏", "接力", "障碍", "短跑", "竞走", "决赛", "预赛",
)  # fmt: skip


_CLASS = re.compile("的?(?:较大|重大|特别重大)?[^,。;、]{0,8}事故")  # 一次死亡3人以上的较大事故
_JACK = re.compile(r" ?(?:音频|耳机|麦克风|音源)(?:插?[孔座]|接?口|插头|线|接口|输[入出])")  # 3.5mm耳机孔
# 3nm工艺, 7纳米芯片: a generation of chips
_NODE = re.compile(
    r" ?级?(?:[A-Za-z]{2,6})?的?(?:先进|成熟|早期|初期的?)?"
    r"(?:工艺|制程|芯片|节点|处理器|晶圆|产线|产能|光刻|技术|制造|良率|订单|量产)"
)
# 某锅5.5L可视版, 16GB+512GB版: what tells versions apart is a name.
_TRIM = re.compile(r" ?(?:\+ ?\d+ ?[GT]B ?)?[\u4e00-\u9fff]{0,4}(?:版(?!本)|(?<!车)型(?!号))")


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
    scope: str


@dataclass(slots=True)
class Article:
    """The figures of an article, its sentences, times, the numerals that are no quantities, its area and places."""

    figures: list[Figure]
    sentences: list[Sentence]
    times: list[TimeSpan]
    scan: Scan
    area: str = ""
    places: list[PlaceSpan] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """The article so far."""

    text: str
    state: State
    here: Whereabouts
    memory: Memory = field(default_factory=Memory)
    figures: list[Figure] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    bases: list[price_basis.Basis] = field(default_factory=list)  # the words for a price basis that the text has


def read(text: str, published: date | None, title: str, area_hint: str) -> Article:
    """The figures of the folded `text`."""
    published = published or publication.stamped(text)
    times = period.find(text, published)
    scan = quantity.scan(text, [(span.start, span.end) for span in times])
    parts = layout.sentences(text)
    counted = [figure for figure in scan.quantities if not _is_age(text, figure) and not _is_name(text, figure)]
    if not counted:
        return Article([], parts, times, scan)
    layout.undivide(text, parts, counted)
    area = place.document_area(text, title, area_hint)
    places = place.find(text, area)
    reader = _Reader(text, State(published), Whereabouts(area))
    times = reference_times.of_article(text, times, parts, reader.state)
    reader.bases = price_basis.words_in(text)
    rows = Rows(text, parts, by_sentence(counted, parts), by_sentence(times, parts), by_sentence(places, parts))
    for number, sentence in enumerate(parts):
        opens = sentence.paragraph != reader.state.paragraph_number or sentence.section == "headline"
        when.enter(reader.state, text, sentence.start, sentence.paragraph, opens)
        whereabouts.enter(reader.here, text, sentence.start, sentence.end, rows.places.get(number, []), opens)
        if sentence.section == "headline" and number and parts[number - 1].section != "headline":
            reader.memory = Memory(groups=reader.memory.groups, clauses=reader.memory.clauses + 1)
        if number in rows.quantities:
            silent = number > 0 and number - 1 not in rows.quantities and not opens
            if opens:
                reader.memory.clauses_before = None
                reader.memory.spot = ""
            reader.memory.before = partial(_topic, rows, number - 1) if silent else None
            _sentence(reader, sentence, rows.row(number), number in rows.times)
        else:
            if opens and text.startswith("?", sentence.end - 1):
                _ask(reader, sentence)
            for span in rows.times.get(number, ()):
                leading_times.note(text, reader.state, span)
            if sentence.end - sentence.start <= 40:
                reader.memory.clauses_before = None
                _spotlight(reader, sentence)
    _from_body(reader.figures)
    return Article(reader.figures, parts, times, scan, area, places)


def _ask(reader: _Reader, sentence: Sentence) -> None:
    """Leave behind what was measured so far: a question asks after something else, 刑事警情是升还是降?"""
    asked = _ASKED.match(reader.text, sentence.start, sentence.end)
    of = asked["of"] if asked is not None else ""
    reader.memory = Memory(groups=reader.memory.groups, clauses=reader.memory.clauses + 1, asked=of)


def _spotlight(reader: _Reader, sentence: Sentence) -> None:
    """Take note of the thing on which a sentence without figures sets its eye: 新能源车依旧是亮点。10月零售55万辆."""
    spot = _SPOTLIGHT.match(reader.text, sentence.start, sentence.end)
    if spot is not None and is_thing(spot["of"]):
        reader.memory.spot = spot["of"]


def _from_body(figures: list[Figure]) -> None:
    """Give a figure in a heading the time and the name that it leaves out of the same figure in the text."""
    headings = [figure for figure in figures if _is_heading(figure.sentence)]
    nameless = [one for one in headings if not one.measure and one.value >= 10]
    if nameless:
        _named_in_body(nameless, figures)
    if headings:
        same = defaultdict(list)
        for figure in figures:
            same[figure.value, figure.kind].append(figure)
        for figure in headings:
            equal = same[figure.value, figure.kind]
            if not figure.period:
                _date_from_body(figure, equal)
            if figure.quantity.start < _TITLE and figure.measure_key and len(equal) > 1:
                _tell_as_body(figure, [one for one in equal if one.measure_key == figure.measure_key])


def _tell_as_body(figure: Figure, equal: list[Figure]) -> None:
    """Give a figure of the title the time and the place that the text states of it, where its own are only guessed."""
    told = [one for one in equal if one.sentence is not figure.sentence]
    dated = {(one.period, one.base_period) for one in told if one.period and "period" not in one.inferred}
    if len(dated) == 1 and "period" in figure.inferred:
        figure.period, figure.base_period = dated.pop()
    placed = {(one.place, one.place_name) for one in told if one.place}
    if len(placed) == 1 and not figure.place:
        figure.place, figure.place_name = placed.pop()
        figure.inferred = (*figure.inferred, "place")


def _date_from_body(figure: Figure, equal: list[Figure]) -> None:
    title = figure.sentence.section == "headline" or figure.quantity.start < _TITLE
    alike = [one for one in equal if one.period and one.sentence is not figure.sentence]
    alike = [one for one in alike if title or "period" not in one.inferred]
    same = [one for one in alike if one.measure_key == figure.measure_key]
    if not same and title and figure.value >= 10 and figure.quantity.unit:
        same = [one for one in alike if one.quantity.unit == figure.quantity.unit]
    if same and all(one.period == same[0].period for one in same):
        figure.period, figure.base_period = same[0].period, figure.base_period or same[0].base_period
        figure.inferred = (*figure.inferred, "period")


def _named_in_body(nameless: list[Figure], figures: list[Figure]) -> None:
    named = defaultdict(list)
    for figure in figures:
        if figure.measure:
            named[figure.value, figure.quantity.unit].append(figure)
    for figure in nameless:
        same = named[figure.value, figure.quantity.unit]
        if same and all(one.measure_key == same[0].measure_key for one in same):
            figure.measure, figure.measure_key, figure.kind = same[0].measure, same[0].measure_key, same[0].kind
            figure.inferred = (*figure.inferred, "measure")


def _is_heading(sentence: Sentence) -> bool:
    return sentence.section == "headline" or sentence.end - sentence.start <= 40


def _topic(rows: Rows, number: int) -> str:
    return reading.topic_of(rows.row(number))


def _is_age(text: str, figure: Quantity) -> bool:
    """Whether a figure is how old somebody is: not how long people live on average, 人均预期寿命82.98岁."""
    if figure.unit not in _AGES:
        return False
    start = figure.outer_start
    told = _EXPECTED_LIFE.search(text, max(0, start - 20), start)
    return told is None and not (figure.resolution < 1 and _OF_LIFE.search(text, max(0, start - 40), start))


def _is_name(text: str, figure: Quantity) -> bool:
    """Whether the figure is part of a name: of a model (2023款), a place (东经104.85度), a rate (5年生存率)."""
    if figure.unit in ("年", "个月", "天", "小时") and text.startswith(_NAMED_BY_TIME, figure.outer_end):
        return True
    if figure.unit in ("mm", "毫米") and _JACK.match(text, figure.outer_end):
        return True
    if figure.unit in ("nm", "纳米") and _NODE.match(text, figure.outer_end):
        return True
    if figure.unit in ("米", "公里", "km", "KM") and text.startswith(_EVENTS, figure.outer_end):
        return True
    if figure.hedge == "at_least" and text.endswith("死亡", 0, figure.start) and _CLASS.match(text, figure.outer_end):
        return True
    if figure.unit in ("度", "°") and text[figure.start - 2 : figure.start] in ("东经", "西经", "北纬", "南纬"):
        return True
    if figure.unit.isascii() and figure.unit and _TRIM.match(text, figure.outer_end):
        return True
    return (
        figure.unit == "款"
        and figure.form == "number"
        and 1990 <= figure.value <= 2100
        and figure.end - figure.start == 4
    )


def _sentence(reader: _Reader, sentence: Sentence, row: list[Slot], timed: bool) -> None:
    readings = reading.read(row, reader.memory)
    first = len(reader.figures)
    occasions.recall(reader.text, reader.state, sentence)
    times = [at for at, slot in enumerate(row) if slot.role == "time"] if timed else []
    seen, begin = 0, sentence.start
    whole: str | None = None  # the time of a total that 其中 takes apart by years
    for found in readings:
        until = max(begin, found.quantity.outer_start)
        if timed and whole is None and reader.text.find("其中", begin, until) >= 0:
            whole = reader.state.sentence
        seen = leading_times.see(reader.text, reader.state, row, times, seen, until)
        if whole is not None and (mark := reader.text.rfind(";", begin, until)) >= 0:
            if whole and not any(mark < row[at].start < until for at in times):
                reader.state.sentence, reader.state.within = whole, ""  # 其中2022年497件,2023年608件;共发出建议…
            whole = None
        reader.numbers[id(found)] = len(reader.figures)
        reader.figures.append(_figure(reader, sentence, found, Words(reader.text, row, begin, until)))
        if found.quantity.range != 1:
            begin = until
    leading_times.see(reader.text, reader.state, row, times, seen, sentence.end)
    if len(readings) > 1 and timed:
        _by_times(reader, reader.figures[first:], row)


def _by_times(reader: _Reader, figures: list[Figure], row: list[Slot]) -> None:
    """Give figures of one measure in a row behind 分别 each its own of the times that were named in a row."""
    for run in by_times.assigned(row, ("base",)):
        told = {id(item): period for item, period in run}
        for figure in figures:
            if id(figure.quantity) in told and figure.base_period:
                figure.base_period = told[id(figure.quantity)]
    for run in by_times.assigned(row):
        told = {id(item): period for item, period in run}
        chosen = [figure for figure in figures if id(figure.quantity) in told]
        if len({(figure.measure_key, figure.kind) for figure in chosen}) != 1:
            continue
        for figure in chosen:
            figure.period = told[id(figure.quantity)]
            figure.base_period = by_times.base(figure.period, figure.base_period)
            figure.inferred = tuple(name for name in figure.inferred if name != "period")
            former = chosen[0].reading.segment.former and not when.is_of_now(reader.state, figure.period)
            figure.reading.segment.former |= former  # 2018年、2019年同期分别为638起、521起


def _figure(reader: _Reader, sentence: Sentence, found: Reading, said: Words) -> Figure:
    state = reader.state
    kind = resolve.kind(found)
    compared = resolve.comparison(found, state, kind)
    reference, period_inferred = when.period(found, state, kind, said, _source_period(reader, found))
    base = resolve.base_period(found, state, kind, reference, compared)
    if told := between_levels.times(reader.text, reader.figures, sentence, found, kind, reference):
        reference, base = told
    code, name, place_inferred = whereabouts.of(found, reader.here, reader.text)
    words = attributes.joined(measure.tidy(found.measure))
    measure_inferred = found.inherited or found.completed or _is_vague(reader.text, found, words)
    return Figure(
        sentence=sentence,
        quantity=found.quantity,
        reading=found,
        kind=kind,
        value=resolve.value(found, kind),
        measure=shown(found, words),
        measure_key=measure.key(words, found.dimension) + _per(found, kind, words),
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
        price_basis=price_basis.stated(reader.text, reader.bases, sentence, found),
        scope=found.segment.scope,
    )


def _per(found: Reading, kind: str, words: str) -> str:
    """What a figure is told per one of, where its measure does not say so: 每天接待26.6万人次,多出5.2万人次."""
    for _ in range(_FAR_BACK):
        if kind == "share" or not found.inherited or found.source is None or found.segment.per:
            break
        if resolve.kind(found.source) == "share":
            return ""
        found = found.source
    per = found.segment.per
    return per if words and kind != "share" and resolve.kind(found) == "rate" and per not in words else ""


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


def _source_period(reader: _Reader, found: Reading) -> tuple[str, bool] | None:
    """The period of the figure whose measure this one takes, unless that was an earlier level."""
    number = reader.numbers.get(id(found.source)) if found.source is not None else None
    far = number is not None and number < len(reader.figures) - 8
    if number is None or (far and found.rule != "pointing_back"):
        return None
    source = reader.figures[number]
    money, other = found.quantity.dimension, source.quantity.dimension
    converted = money != other and money.isupper() and other.isupper()  # 去年同期221亿美元(约1589亿元)
    if source.reading.segment.former and not converted and found.segment.relation != "share":
        return None
    return source.period, "period" in source.inferred
