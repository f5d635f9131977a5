"""Levels and their changes within a sentence: the level now, the level before, the difference, the growth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from claims import period as periods
from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.comparison import Reading
from expectations.same import base_period, differ, dimension, is_level, is_result
from expectations.words import after, before, between, converted, lead

# Words right before a level that make it the earlier one.
OLD_WORDS = re.compile(
    r"(?:(?:去年|上年|前年|上期|上一?代|上一?个?(?:季度?|财季|财年|月|周)|(?<![今去前本当同每])(?<!\d\d)年前|原先|原来|此前|之前|最初|巅峰时)[^，,；;。、增降升跌]{0,9}|(?:从|由)[^，,；;。、\d增降升跌至到]{0,8}|[比较] ?(?:20\d\d|去年|上年)[^，,；;。]{0,10}的 ?)$"
)
SIZE = re.compile(
    r"(?:[增降跌涨减]幅|增加|减少|增长|下降|下跌|上涨|提高|降低|增产|减产|增持|减持|多增|少增|净增|上调|下调)(?:了|达到|达|为|约|近|超|超过|共|额为)*\s*$"
)
LED_TO = re.compile(r"[降增升减调跌涨加少高低][至到为][^，,。；;\d]{0,6}$")
LED = re.compile(r"[降增升调减跌涨][为至到]\s*$")
THAT_FIGURE = re.compile("(?:这一?个?|该)(?:数字|数据|数量|数值|比例|价格|规模)")
COMPARED = re.compile("[^，,。；;]{0,3}(?:相比|相较)[，,下上减增降升]")  # 与6月的93680辆相比
A_YEAR_AGO = re.compile("\\W*[而但]?(?:在|比较|相比)?(?:去年|上年)同期")
HOPED = re.compile("预期|预计|预测|目标|计划")
GROWTH = "({1} ÷ {2} − 1) × 100"  # the working of `growth`
STRETCH = re.compile(
    r"(?P<so_far>\d+[至到—~-]\d+月|前[\d一二两三四五六七八九十]+个?月|今年以来|年初至今|前三季度)"
    r"|(?P<half>[上下]半年)|(?P<quarter>[一二三四首上本]个?季度?)|(?P<month>(?<!个)\d+月(?![\d底末初]+日?)|[上本当]个?月)"
    r"|(?P<year>全年|\d{4}年(?!\d|[前上下一二三四第末底初])|[去今前]年(?![前上下一二三四第末底初\d同以]))"
)
LIKENED = re.compile("同比|相比|相较|(?<!对)比|较(?!大|高|多|低|少|快|慢|好|强|严)")
RANKED = re.compile("次于|低于|高于|少于|多于|超过|[不远]及|相当于|曾|(?<!对)比|较|突破|接近")
RECENT = re.compile(
    "上(?:一?个?季度?|一?个?月|周|期)[^，,；;。]{0,6}$"
)  # what a change on the period before starts from
REACHED = re.compile("[^，,]{0,4}?(?:达到?了?|[约则仅]?为|至|总计|共计|合计|[剩还]有)[约近超]?")
UNCHANGED = re.compile("[的]?(?:增速|增长率|增幅|涨幅)?(?:维持|保持)?不变|的增速不变")
INCREMENT = re.compile("[多少][增减降投收支发]$")
BASE = re.compile(
    "(?:比|较)((?:上(?=[年月季周期一个半])|[^，,。；;增减多少上下提降升]){1,12}?)(?:的?[增减多少升降提扩净上下]|相比|时)"
)
YEAR = re.compile("上年|去年|同期|前一?年")
UNNAMED = re.compile(
    r"[\d\sA-Za-z]|[年月日季度]|[去今上前本同当]|[一二三四半]|期|末|初|时|的|则|而|但|却|又|也|已|仅|约|近|超|为|是|达|至|到|由|从|自|在|比|较|相|降|升|增|减|跌|涨|调|长|幅|率|环|速|高|低|下|滑|落|回|扩|大|收|窄|净|多|少|提|快|慢|减|缩|加|其|中|折|合|相|总|共|计|分别|均|各|水平|数据|公布|只有|原来|原先|此前|之前"
)
HELD = re.compile("(?:(?<!对)比|较)[^，,。；;]{1,16}$")
MOVED = re.compile("[^，,。；;\\d]{0,4}(?:增|减|多|少|高|低|上升|下降|上涨|下跌|扩大|缩小|净增|提高)")
STILL = re.compile("(?:仍|依然|维持|保持)(?:为|在)?$")
OTHER = re.compile("^(?:非|不|未|核心|主营|直营|自营|稀释|扣非|经调整|调整后|有机)")
REACH = 3  # a change and its levels stand within this many clauses


@dataclass(frozen=True, slots=True)
class Move:
    """A change with the levels that the sentence ties it to; at least one of `old` and `difference` is there."""

    new: Claim
    change: Claim  # relative, absolute or in points
    old: Claim | None = None
    difference: Claim | None = None


def growth(new: Reading, old: Reading) -> Reading:
    """The relative change in percent from `old` to `new`."""
    return (new / old).plus(-1).scaled(100)


@dataclass(slots=True)
class _Track:
    """What a sentence has said so far of one dimension."""

    new: Claim | None = None
    old: Claim | None = None
    waiting: Claim | None = None  # a former level that came first: 从65108降到…
    difference: Claim | None = None
    pending: list[Claim] = field(default_factory=list)  # changes still without an earlier level


def moves(
    sentence: Sentence,
    level_kinds: tuple[str, ...] = ("count", "amount", "rate"),
    changes: tuple[str, ...] = ("relative_change", "point_change"),
    previous: Sentence | None = None,
) -> Iterator[Move]:
    """The changes of a sentence with their levels, where the wording ties them; each claim is read once.

    With `level_kinds` of shares, changes in points are tied to the percentages now and before. What 这一数字 refers to
    is a level of the `previous` sentence.
    """
    for move in _told(sentence, level_kinds, changes, previous):
        if _in_turn(move.new, move.change, sentence.claims):
            yield move


def _told(
    sentence: Sentence, level_kinds: tuple[str, ...], changes: tuple[str, ...], previous: Sentence | None
) -> Iterator[Move]:
    points = "share" in level_kinds
    if not _may_move(sentence, points, changes):
        return
    tracks = {} if previous is None else _referred(previous, sentence)
    last, ahead, previous_claim = "", None, None
    for claim in sentence.claims:
        last_told, previous_claim = previous_claim, claim
        if not is_result(claim) or HOPED.search(lead(claim)) or converted(claim) or unmoved(claim):
            continue
        if of_increment(claim) or (last_told is not None and same_difference(last_told, claim)):
            continue
        kind = claim.kind
        if kind in level_kinds and (points or (is_level(claim) and not is_size_of_change(claim))):
            elided = claim.reached and not dimension(claim) and last in tracks
            elided |= last == f"{dimension(claim)}/" and series(claim) not in tracks and is_old(claim, None)
            last = "%" if points else last if elided else series(claim)  # 由8万亿港元跌至2万亿
            track = tracks.setdefault(last, _Track())
            led = claim.reached and track.waiting is not None and ahead is not None
            if led and ahead is not None and claim.clause - ahead.clause <= 1 and agree(ahead, claim):
                yield Move(claim, ahead, track.waiting)
            ahead = ahead if not claim.reached else None
            yield from _level(track, claim)
        elif LED.search(lead(claim)) and not points and kind == "absolute_change":
            yield from _level(tracks.setdefault(dimension(claim), _Track()), claim)
        elif (kind == "absolute_change" or (kind in level_kinds and is_size_of_change(claim))) and not points:
            last = last if last == f"{dimension(claim)}/" else dimension(claim)
            track = tracks.setdefault(last, _Track())
            if track.new is not None and not agree(claim, track.new):
                track = tracks[last] = _Track()
            track.difference = claim
            yield from _changed(track, claim)
        elif kind in changes and (kind == "relative_change" or points) and last in tracks:
            yield from _changed(tracks[last], claim)
        elif kind in changes and not points:
            ahead = claim  # 降幅达17.9%,从65108降至53682


def level_moves(block: Block) -> Iterator[Move]:
    """The changes of counts, amounts and rates with their levels, sentence by sentence."""
    previous: Sentence | None = None
    for sentence in block.sentences:
        yield from moves(sentence, previous=previous)
        previous = sentence


def _referred(previous: Sentence, sentence: Sentence) -> dict[str, _Track]:
    """The level of the sentence before from which 这一数字 falls or rises, or which 去年同期 is compared with.

    用户达230万。但到8月,这一数字下降到57.6万; 今年7月均价为54660元。而去年同期均价为68215元,相当于下降了19.9%.
    """
    told = next((one for one in reversed(previous.claims) if is_level(one) and not is_size_of_change(one)), None)
    here = next((one for one in sentence.claims if is_level(one)), None)
    if told is None or here is None or previous.paragraph != sentence.paragraph or told.measure != here.measure:
        return {}
    if here.reached and THAT_FIGURE.search(lead(here)):
        return {dimension(here): _Track(waiting=told)}
    if A_YEAR_AGO.match(sentence.text) and not told.former and dimension(told) == dimension(here):
        return {dimension(here): _Track(new=told)}
    return {}


def _may_move(sentence: Sentence, points: bool, changes: tuple[str, ...]) -> bool:
    """Whether the sentence holds a change at all, and a percentage where the change is of percentages."""
    kinds = {claim.kind for claim in sentence.claims}
    if points:
        return "share" in kinds and not kinds.isdisjoint(changes)
    return not kinds.isdisjoint((*changes, "absolute_change")) or any(map(is_size_of_change, sentence.claims))


def is_old(claim: Claim, new: Claim | None) -> bool:
    """Whether a level is the one a change starts from: marked so, worded so, or of an earlier period than the last."""
    if LED_TO.search(before(claim, 12)):
        return False
    if HELD.search(lead(claim)) and MOVED.match(after(claim, 12)):
        return True  # 比年快报数3790.5亿元增加73.7亿元
    if claim.former or OLD_WORDS.search(before(claim, 18)) or COMPARED.match(after(claim, 8)):
        return True
    same = new is not None and claim.measure_key == new.measure_key and claim.place == new.place
    return same and new is not None and periods.earlier(claim.period, new.period)


def unmoved(claim: Claim) -> bool:
    """Whether a growth is only said to stand as it was told before: 5.2%的增速不变, 增速仍为5.8%."""
    if claim.kind != "relative_change":
        return False
    return UNCHANGED.match(after(claim, 12)) is not None or STILL.search(lead(claim)) is not None


def of_increment(claim: Claim) -> bool:
    """Whether a difference is that of two increases: 比上年同期多增56亿元."""
    return INCREMENT.search(lead(claim)) is not None


def same_difference(difference: Claim, claim: Claim) -> bool:
    """Whether a figure in brackets tells the difference before them in another unit: 减少15.5万吨（3.1亿斤）."""
    told = difference.kind == "absolute_change" or is_size_of_change(difference)
    return told and re.fullmatch(r"[^，,。；;、\d（(]{0,6}[（(][约合折]*", between(difference, claim)) is not None


def is_size_of_change(claim: Claim) -> bool:
    """Whether a level is worded as the size of a change: 降幅达5.4万元, 增加了1112户."""
    return bool(SIZE.search(lead(claim))) and not claim.reached


def _level(track: _Track, claim: Claim) -> Iterator[Move]:
    last = max(filter(None, (track.new, track.old, track.waiting)), key=lambda one: one.start, default=None)
    if last is not None and not _likened(claim) and not one_series(last, claim):
        track.new, track.old, track.waiting, track.difference, track.pending = None, None, None, None, []
    if is_old(claim, track.new):
        if track.new is None or (track.old is not None and track.new.end < track.old.end):
            track.waiting = claim
        yield from _late_old(track, claim)
        track.old = claim
        return
    kept = track.waiting if track.waiting is not None else None
    if track.new is None or claim.reached:
        yield from _late_new(track, claim)
    track.new, track.old, track.waiting, track.difference = claim, kept, None, None
    track.pending = []


def _late_old(track: _Track, old: Claim) -> Iterator[Move]:
    """Levels, change, and only then the earlier level: 81107元，增长18.8%，去年同期为68270元."""
    if track.new is None:
        return
    for change in track.pending:
        if near(change, old) and agree(change, track.new) and _from_then(change, old):
            yield Move(track.new, change, old)
    track.pending = []


def _from_then(change: Claim, old: Claim) -> bool:
    """Whether a change told before its earlier level starts there.

    Not 同比增长44%,上季为255亿; nor 同比增长8%,仅次于7月的1725列, which only ranks what was told.
    """
    if RANKED.search(lead(old)):
        return False
    base = base_period(change)
    if base and old.period:
        return periods.same(base, old.period) or periods.contains(base, old.period)
    return change.comparison == "period_on_period" or not RECENT.search(before(old, 18))


def _late_new(track: _Track, new: Claim) -> Iterator[Move]:
    """The change first, then the level it led to: 增加4000人（近5%），达到89000人."""
    named = max((at for at, change in enumerate(track.pending) if _names_own(change)), default=0)
    for change in track.pending[named:]:
        if not near(change, new) or not agree(change, new):
            continue
        if not new.reached and not REACHED.fullmatch(lead(new).strip()):
            continue  # 去年6200人,上升12.5%,今年前四个月1900人: that of last year rose
        if track.old is not None and track.old.start < change.start:
            yield Move(new, change, track.old)
        elif track.difference is not None and track.difference is not change and agree(change, track.difference):
            yield Move(new, change, None, track.difference)


def _changed(track: _Track, change: Claim) -> Iterator[Move]:
    found = False
    if track.new is not None and agree(change, track.new):
        if track.old is not None and bound(track.old, change):
            found = True
            yield Move(track.new, change, track.old)
        beside = track.difference is not None and track.difference is not change and near(track.difference, change)
        if beside and track.difference is not None and _one_base(track.difference, change):
            found = True
            yield Move(track.new, change, None, track.difference)
    if not found:
        track.pending.append(change)


def series(claim: Claim) -> str:
    """What levels are told of together: their dimension, the rates of it (日均, 每万人) apart."""
    return f"{dimension(claim)}/" if claim.kind == "rate" else dimension(claim)


def one_series(first: Claim, then: Claim) -> bool:
    """Whether two levels of a sentence can be of one thing at two times of like length.

    They are of one measure, or the second leaves its own out; behind a ； it names none.
    """
    if stretch(first) and stretch(then) and stretch(first) != stretch(then):
        return False
    if not first.measure_key or not then.measure_key or ("measure" in then.inferred and not _names_own(then)):
        return True
    if ("；" in between(first, then) or ";" in between(first, then)) and not then.reached:
        return False
    return first.measure_key == then.measure_key or (related(first, then) and not OTHER.match(_more(first, then)))


def _names_own(claim: Claim) -> bool:
    """Whether the clause of a level says what it is of, and not only of when."""
    return len(UNNAMED.sub("", lead(claim))) > 1


def stretch(claim: Claim) -> str:
    """How long a time is that the words before a level name: a month, a quarter, the months so far; empty if none."""
    told = _stretches(before(claim, 40))
    return told[-1] if told else ""


def aside(claim: Claim) -> bool:
    """Whether a level is told of another stretch of time than its sentence began with: 上半年立案2164起,6月立案312起."""
    return len(set(_stretches(before(claim, 90)))) > 1


def _stretches(words: str) -> list[str]:
    return [next(kind for kind, word in match.groupdict().items() if word) for match in STRETCH.finditer(words)]


def _more(a: Claim, b: Claim) -> str:
    """What the longer of two related measures says more, in front of the shorter."""
    short, long = sorted((a.measure_key, b.measure_key), key=len)
    return long.partition(short)[0]


def _likened(claim: Claim) -> bool:
    """Whether the words hold the figure against the one before: 相比2022年公布的23.2万人."""
    return LIKENED.search(lead(claim)) is not None


def _one_base(difference: Claim, change: Claim) -> bool:
    """Whether a difference and a growth are told from one base: 比初步数多1.8万吨,比上年增长2.2% are not."""
    first, then = BASE.search(lead(difference)), BASE.search(lead(change))
    if first is None:
        return True
    if then is None:
        return "同比" not in between(difference, change) or YEAR.search(first[1]) is not None
    return first[1] == then[1] or bool(YEAR.search(first[1]) and YEAR.search(then[1]))


def _in_turn(level: Claim, change: Claim, row: list[Claim]) -> bool:
    """Whether a change that is told in a row of several stands at the place in it that the level has in its own."""
    changes = [one for one in row if change.group and one.group == change.group and one.kind == change.kind]
    if len(changes) < 2:
        return True
    levels = [one for one in row if level.group and one.group == level.group and one.kind == level.kind]
    return len(levels) == len(changes) and levels.index(level) == changes.index(change)


def near(a: Claim, b: Claim) -> bool:
    """Whether two figures stand within a few clauses of each other."""
    return abs(a.clause - b.clause) <= REACH


def agree(change: Claim, level: Claim) -> bool:
    """Whether a change can be one of this level: the measure is the same, or one of them does not name its own."""
    if differ(change.place, level.place) and not {"place"} & {*change.inferred, *level.inferred}:
        return False
    if change.measure_key and level.measure_key and change.measure_key != level.measure_key:
        later = max(change, level, key=lambda one: one.start)
        return not _names_own(later) or (related(change, level) and not OTHER.match(_more(change, level)))
    return True


def related(a: Claim, b: Claim) -> bool:
    """Whether one measure is worded as the other with more words."""
    return bool(a.measure_key and b.measure_key) and (a.measure_key in b.measure_key or b.measure_key in a.measure_key)


def bound(old: Claim, change: Claim) -> bool:
    """Whether the change is measured from this earlier level: it follows it closely, with no other base in between."""
    words = between(old, change) if old.start < change.start else before(change, 20)
    told = "同比" in words or "相比" in words  # 与6月的93680辆相比，环比下降31%
    return near(old, change) and (told or not any(cue in words for cue in ("环比", "年初")))
