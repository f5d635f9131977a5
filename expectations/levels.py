"""Levels and their changes within a sentence: the level now, the level before, the difference, the growth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from claims import period as periods
from claims.claim import Claim
from expectations.bases import of_other_base, untold
from expectations.blocks import Block, Sentence
from expectations.comparison import Reading
from expectations.in_turn import told_in_turn
from expectations.level_words import (
    is_old,
    is_size_of_change,
    is_standard,
    likened,
    names_own,
    of_increment,
    of_one_base,
    same_difference,
    starts_from,
    unmoved,
)
from expectations.same import differ, dimension, is_level, is_result
from expectations.slips import slipped_values
from expectations.spans import over_other_years, spanned
from expectations.stretches import stretch
from expectations.tenths import growth_in_percent
from expectations.words import after, before, between, converted, grams, lead, of_two

LED = re.compile(r"[降增升调减跌涨][为至到]\s*$")
THAT_FIGURE = re.compile("(?:这一?个?|该)(?:数(?=[是为])|数字|数据|数量|数值|比例|价格|规模)")
A_YEAR_AGO = re.compile("\\W*[而但]?(?:在|比较|相比)?(?:去年|上年)同[期月季]")
FROM_MONTH = re.compile(r"[比较]((?<!\d)\d{1,2}月)(?:份)?")
LAST_YEAR = re.compile("(?:去年|上年|前一年)[^，,。；;]*$")
ONCE = re.compile(
    "(?<![草高平中还太])原(?![料油煤材木矿因则创始产子装版文作著味浆奶酒粮盐糖])[^，,。；;原]{0,12}$|此前|之前|以前|(?:调整|调价|涨价|降价|改造|改革|变更|实施|提标)前"
)
OVER_YEARS = re.compile("[两三四五六七八九十]年(?:间|来|里)?(?:累计|总共|合计|共)[^，,。；;]{0,6}$")
NEXT_ONE = re.compile("[；;][^，,。；;]{2,12}(?:紧随其后|次之|其次|居次|排在其后)[，,]")
LAST_TURN = re.compile("上(?:一?个?(?:月|季度?|周)|期)[^，,。；;]{0,4}$")
PART_ASIDE = re.compile("[（(]其中[^（）()]*$")  # 6天（其中由沙尘引起的有4天），比上年减少3天
HOPED = re.compile("预期|预计|预测|目标|计划|修订|更正")
DOWNWARD = re.compile("埋深")  # 埋深由18.9米回升至15.7米,回升3.2米: what rises is the water
GROWTH = "({1} ÷ {2} − 1) × 100"  # the working of `growth`
REACHED = re.compile("[^，,]{0,4}?(?:收[于至报在]|报收?于?|达到?了?|[约则仅]?为|至|总计|共计|合计|[剩还]有)[约近超]?")
OTHER = re.compile("^(?:非|不|未|核心|主营|直营|自营|稀释|扣非|经调整|调整后|有机)")
IN_A_ROW = re.compile(r"[、和与]\d")
MOVES_ON = re.compile("[一-鿿]{0,2}[增降升减调跌涨][到至为]|起?算起?")
OWN_ITEM = re.compile("[；;]")  # …由37.8%提高到38.9%；…由45.2%提高到48.6%
ONE_BEFORE = re.compile("[比较](?:前|上)一?[次回天日轮场]")
ONCE_MORE, LIKE = re.compile("又|再"), re.compile("[比较]")
EACH = re.compile("每[一个家户名支镇乡村市县区省校班组场天月年届]|[日人户]均")
EACH_OF = 4  # times what each has is that of all, and no level of the same
REACH = 3  # a change and its levels stand within this many clauses

VOLUME = ("量", "数量")
SUM_OF = re.compile("[当之]?[里中][，,]")


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


def growth_by_difference(new: Reading, difference: Reading) -> Reading:
    """The change in percent of a level that has just changed by `difference`: monotone in both, so ends suffice."""
    ratio = new / difference
    return ratio.plus(-1).each(lambda interval: interval.reciprocal()).scaled(100)


@dataclass(slots=True)
class _Track:
    """What a sentence has said so far of one dimension."""

    new: Claim | None = None
    old: Claim | None = None
    waiting: Claim | None = None  # a former level that came first: 从65108降到…
    difference: Claim | None = None
    pending: list[Claim] = field(default_factory=list)  # changes still without an earlier level
    told: list[Claim] = field(default_factory=list)  # all levels, former ones left out


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
    told: set[str] = set()
    for move in _told(sentence, level_kinds, changes, previous):
        if DOWNWARD.search(sentence.text):
            continue
        if not _in_turn(move.new, move.change, sentence.claims) or _of_another(move, sentence.claims):
            continue
        if not _from_elsewhere(move, sentence.claims) and not _of_two_measures(move):
            told.add(move.change.claim_id)
            yield move
    for new, change, old in chain(spanned(sentence, level_kinds), told_in_turn(sentence, level_kinds)):
        if change.claim_id not in told and change.kind in (*changes, "absolute_change") and agree(change, new):
            move = Move(new, change, old)
            if not _of_two_measures(move) and not over_other_years(change, new, old):
                yield move


def _from_elsewhere(move: Move, row: Sequence[Claim]) -> bool:
    """Whether a change is told from another base than the earlier level beside it, or than that of the difference."""
    old = move.old
    if (
        old is not None
        and EACH.search(lead(move.new))
        and not EACH.search(lead(old))
        and old.value > EACH_OF * move.new.value
    ):
        return True  # 32支球队参赛，每个乡镇恰好两支，比去年的24支多8支: of all
    if NEXT_ONE.search(between(move.new, move.change)) is not None and move.change.start > move.new.start:
        return True  # 甲分局由912起减至734起；乙分局紧随其后，下降17.7%
    if old is not None and ONE_BEFORE.search(lead(move.change)):
        return True  # 超过去年2612万的老纪录；接着是7月24日，2731万，比前一次多了47万
    if old is None:
        assert move.difference is not None
        then, times = move.new.period, (move.difference.period, move.difference.base_period)
        if then and all(times) and periods.year_of(then) not in map(periods.year_of, times):
            return True  # 2023年498.4亿元，去年重拾升势，较2020年增加143.6亿元，增长34.8%
        if ONCE_MORE.search(lead(move.difference)) and LIKE.search(lead(move.change)):
            return True  # 又多了64万千瓦，比去年的最高点高出7.0%
        if move.difference.value >= move.new.value:
            return True  # 共发送1286.4万人次，日均32.16万人次，比去年春运多118.2万人次: of all
        if LAST_YEAR.search(before(move.new)) and "今年" in lead(move.difference):
            return True  # 去年亩产886.5公斤，今年增加25.8公斤，增长2.9%: of the level of last year
        base = FROM_MONTH.search(before(move.difference, 12))
        if base is not None and before(move.new, 12).find(base[1]) >= 0:
            return True  # 5月查处436起，6月比5月减少34起，下降7.8%: of the level told
        if _is_of_new(move):
            return True  # 去年1924.6万人次,今年多出212.2万人次,增长11.0%
        if OVER_YEARS.search(before(move.difference, 16)):
            return True  # 2018年至2021年依次为15260起…和12406起，四年间累计减少3577起，降幅23.4%
        if ONCE.search(lead(move.new)):
            return True  # 原养老金3200元的，每月增加113.7元，涨幅3.55%
        told = [one for one in row if one.start < move.difference.start and one.former and one.kind == move.new.kind]
        if told and series(told[-1]) == series(move.new) and fits(move.new, Move(move.new, move.change, told[-1])):
            return True  # 24860人，去年秋季为21930人，多2390人，增幅13.4%: of the levels
        old = told[-1] if told and series(told[-1]) == series(move.new) and not fits(move.new, move) else None
        return old is not None and of_other_base(move.change, old, move.new)
    if SUM_OF.match(after(old, 6).removeprefix(old.unit)) is not None:
        return True  # 去年的1085.6亿元中，出口736.4亿元，增长18.8%
    if of_other_base(move.change, old, move.new) or over_other_years(move.change, move.new, old):
        return True
    return untold(move.change, old, move.new) and not fits(move.new, move) and not one_slip(move, old)


def _is_of_new(move: Move) -> bool:
    """Whether a growth is the difference in percent of the level beside it, which then is the earlier one."""
    assert move.difference is not None
    if move.change.kind != "relative_change" or not move.new.value:
        return False
    share = (Reading.of(move.difference) / Reading.of(move.new)).scaled(100)
    return share.implied.meets(Reading.of(move.change).implied)


def one_slip(move: Move, old: Claim) -> bool:
    """Whether one slip in the change or in one of its levels would make them fit."""
    for claim in (move.change, move.new, old):
        for value in slipped_values(claim.text, abs(claim.value)):
            new, before, size = (
                float(value if one is claim else abs(one.value)) for one in (move.new, old, move.change)
            )
            if before and size and abs(abs(_change(move, new, before)) - size) <= float(move.change.resolution):
                return True
    return False


def _change(move: Move, new: float, old: float) -> float:
    return (new / old - 1) * 100 if move.change.kind == "relative_change" else new - old


def _told(
    sentence: Sentence, level_kinds: tuple[str, ...], changes: tuple[str, ...], previous: Sentence | None
) -> Iterator[Move]:
    points = "share" in level_kinds
    if not _may_move(sentence, points, changes):
        return
    tracks = {} if previous is None else _referred(previous, sentence)
    last, ahead, first = "", None, None
    previous_claim: Claim | None = None
    for claim in sentence.claims:
        last_told, previous_claim = previous_claim, claim
        if not is_result(claim) or HOPED.search(lead(claim)) or converted(claim) or unmoved(claim):
            continue
        if PART_ASIDE.search(before(claim, 20)):
            continue
        if is_standard(claim) or of_increment(claim) or (last_told is not None and same_difference(last_told, claim)):
            continue
        kind = claim.kind
        if kind in changes and claim.former:
            continue  # 跌幅由1.2%扩大到2.6%
        if kind in level_kinds and (points or (is_level(claim) and not is_size_of_change(claim))):
            elided = claim.reached and not dimension(claim) and last in tracks
            of_rate = last == f"{dimension(claim)}/" and is_old(claim, None)
            elided |= of_rate and not _of_size(tracks.get(series(claim)), tracks.get(last), claim)
            elided |= last == _counted(claim) and last in tracks and tracks[last].new is tracks[last].old is None
            last = "%" if points else last if elided else series(claim)  # 由8万亿港元跌至2万亿
            track = tracks.setdefault(last, _Track())
            led = claim.reached and track.waiting is not None and ahead is not None
            if led and ahead is not None and claim.clause - ahead.clause <= 1 and agree(ahead, claim):
                yield Move(claim, ahead, track.waiting)
            led_to = claim.reached and first is not None and track.old is not None and track.old.start > first.start
            led_to = led_to and first is not None and not OWN_ITEM.search(between(first, claim))
            if led_to and first is not None and dimension(first) == dimension(claim) and near(first, claim):
                yield Move(claim, first, track.old)  # 增产5.1亿斤,总产量由22.95亿斤提高到23.46亿斤
            first = first if not claim.reached else None
            yield from _level(track, claim)
            if claim.reached and ahead is not None and not led and claim.clause - ahead.clause <= 1:
                track.pending.append(ahead)  # 增长15.2%,达到12.9亿元(上年同期11.4亿元)
            ahead = ahead if not claim.reached else None
        elif LED.search(lead(claim)) and not points and kind == "absolute_change":
            yield from _level(tracks.setdefault(dimension(claim), _Track()), claim)
        elif (kind == "absolute_change" or (kind in level_kinds and is_size_of_change(claim))) and not points:
            last = last if last == f"{dimension(claim)}/" else dimension(claim)
            if last not in tracks and claim.kind == "rate":  # 亩产508.3公斤,…每亩多打8.1公斤
                told = (key for key, one in tracks.items() if one.new is not None and one.new.unit == claim.unit != "")
                last = next(told, last)
            track = tracks.setdefault(last, _Track())
            if track.new is not None and not agree(claim, track.new):
                track = tracks[last] = _Track()
            first = claim if track.new is None and track.old is None else None
            track.difference = claim
            yield from _changed(track, claim)
        elif kind in changes and (kind == "relative_change" or points) and last in tracks:
            yield from _changed(tracks[last], claim)
        elif kind in changes and not points:
            ahead = claim  # 降幅达17.9%,从65108降至53682


def _counted(claim: Claim) -> str:
    """The dimension of what a price or rate is so much of: 上涨0.37美元,收于83.19美元/桶."""
    return dimension(claim).partition("/")[0] if claim.kind == "rate" else ""


def _of_size(track: _Track | None, rate: _Track | None, old: Claim) -> bool:
    """Whether an earlier level is of those told, not of the rate that it stands beside, by its size.

    收入5346万元，人均45元，比上季的48元低3元 is of the rate, 售票3.6万张，日均1.8万张，比上届的3.1万张 is of all.
    """
    if track is None or track.new is None or rate is None or rate.new is None or not old.value:
        return track is not None
    return _apart(track.new, old) <= _apart(rate.new, old)


def _apart(one: Claim, other: Claim) -> float:
    """How many times as large the larger of two levels is."""
    small, large = sorted((abs(float(one.value)), abs(float(other.value))))
    return large / small if small else large


def level_moves(block: Block) -> Iterator[Move]:
    """The changes of counts, amounts and rates with their levels, sentence by sentence."""
    previous: Sentence | None = None
    for sentence in map(growth_in_percent, block.sentences):
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


def _level(track: _Track, claim: Claim) -> Iterator[Move]:
    last = max(filter(None, (track.new, track.old, track.waiting)), key=lambda one: one.start, default=None)
    if last is not None and not likened(claim) and not one_series(last, claim):
        track.new, track.old, track.waiting, track.difference, track.pending = None, None, None, None, []
    if is_old(claim, track.new):
        if track.new is None and track.old is not None and _is_before(claim, track.old):
            track.new, track.waiting = track.old, None  # 去年147起，前年为163起，同比下降9.8%
        if likened(claim) and track.new is not None and claim.measure_key not in ("", track.new.measure_key):
            alike = [one for one in track.told if one.measure_key == claim.measure_key]
            track.new = alike[-1] if alike else track.new
        if likened(claim) and names_own(claim) and track.new is not None and not agree(claim, track.new):
            track.new = next((one for one in reversed(track.told) if agree(claim, one)), None)
        if track.new is None or (track.old is not None and track.new.end < track.old.end):
            track.waiting = claim
        yield from _late_old(track, claim)
        track.old = claim
        return
    track.told.append(claim)
    kept = track.waiting if track.waiting is not None else None
    if track.new is None or claim.reached:
        yield from _late_new(track, claim)
    track.new, track.old, track.waiting, track.difference = claim, kept, None, None
    track.pending = []


def _is_before(old: Claim, new: Claim) -> bool:
    """Whether a level is told as that of a time before another, of the same thing, which is no earlier level itself."""
    alike = (old.measure_key, old.place, old.unit) == (new.measure_key, new.place, new.unit) and new.unit != ""
    as_long = len(old.period) == len(new.period)
    return alike and as_long and old.former and not new.former and periods.earlier(old.period, new.period)


def _late_old(track: _Track, old: Claim) -> Iterator[Move]:
    """Levels, change, and only then the earlier level: 81107元，增长18.8%，去年同期为68270元."""
    if track.new is None:
        return
    for change in track.pending:
        other = old.measure_key != track.new.measure_key and names_own(old) and not related(old, track.new)
        other |= IN_A_ROW.match(after(old, 6).removeprefix(old.unit)) is not None  # 上年为35780元和19450元
        other |= MOVES_ON.match(after(old, 8).removeprefix(old.unit)) is not None  # 从30.1亿千瓦时降到26.4亿
        if near(change, old) and not other and agree(change, track.new) and starts_from(change, old):
            yield Move(track.new, change, old)
    track.pending = []


def _late_new(track: _Track, new: Claim) -> Iterator[Move]:
    """The change first, then the level it led to: 增加4000人（近5%），达到89000人."""
    named = max((at for at, change in enumerate(track.pending) if names_own(change)), default=0)
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
        size = track.difference
        if track.old is not None and size is not None and size.start < track.old.start:
            size = None  # 比节前上涨56元，涨幅5.0%；比年初的798元上涨46.0%
        if size is not None and size is not change and near(size, change) and of_one_base(size, change):
            found = True
            yield Move(track.new, change, None, size)
    if not found:
        track.pending.append(change)


def series(claim: Claim) -> str:
    """What levels are told of together: their dimension, the rates of it (日均, 每万人) apart."""
    return f"{dimension(claim)}/" if claim.kind == "rate" else dimension(claim)


def one_series(first: Claim, then: Claim) -> bool:
    """Whether two levels of a sentence can be of one thing at two times of like length.

    They are of one measure, or the second leaves its own out; behind a ； it names none.
    """
    if differ(stretch(first), stretch(then)):
        return False
    if not first.measure_key or not then.measure_key or ("measure" in then.inferred and not names_own(then)):
        return True
    words = between(first, then)
    if ("；" in words or ";" in words) and not then.reached and not A_YEAR_AGO.match(re.split("[；;]", words)[-1]):
        return False
    return first.measure_key == then.measure_key or (related(first, then) and not OTHER.match(_more(first, then)))


def _more(a: Claim, b: Claim) -> str:
    """What the longer of two related measures says more, in front of the shorter."""
    short, long = sorted((a.measure_key, b.measure_key), key=len)
    return long.partition(short)[0]


def _in_turn(level: Claim, change: Claim, row: Sequence[Claim]) -> bool:
    """Whether a change that is told in a row of several stands at the place in it that the level has in its own."""
    changes = [one for one in row if change.group and one.group == change.group and one.kind == change.kind]
    if len(changes) < 2:
        return True
    levels = [one for one in row if level.group and one.group == level.group and one.kind == level.kind]
    return len(levels) == len(changes) and levels.index(level) == changes.index(change)


def _of_another(move: Move, row: Sequence[Claim]) -> bool:
    """Whether a change that does not fit its level fits another of the sentence, as that of a whole told before its
    parts does: 总负债812亿元,其中短期借款96亿元,长期借款242亿元,较年初的847亿元下降4.1%."""
    if fits(move.new, move):
        return False
    others = [one for one in row if one is not move.new and one is not move.old and is_result(one)]
    alike = [one for one in others if one.kind == move.new.kind and series(one) == series(move.new)]
    alike = [one for one in alike if not one.former or not (likened(one) or OWN_ITEM.search(between(one, move.change)))]
    return any(fits(one, move) for one in alike + [one for one in others if _told_first(one, move)])


def _told_first(one: Claim, move: Move) -> bool:
    """Whether a level stands before a change whose own is said to stand behind: 31.4,比上年的33.6下降6.5%;…则为28.9."""
    return one.start < move.change.start < move.new.start and one.unit == move.new.unit


def _of_two_measures(move: Move) -> bool:
    """Whether the earlier level and the change are said to be of different measures, or of two things.

    净利润比上年的25亿元增长6%,营业收入下降3%,为312亿元; 优良天数增加11天,而污染天数由65天减到55天.
    """
    old, named = move.old, move.change
    if named.measure in VOLUME and dimension(move.new).isupper():
        return True  # 29.7万辆、217.3亿元，量增23.9%
    if move.change.kind == "relative_change" and fits(move.new, move):
        return False  # 去年为4.52万吨,今年受存栏调减影响下降8.0%,为4.88万吨
    if old is None or not all(one.measure and one.measure[-2:] in before(one, 16) for one in (old, named)):
        return False
    shared = next((n for n in range(len(old.measure)) if old.measure[: n + 1] != named.measure[: n + 1]), 0)
    row = old.measure[shared:], named.measure[shared:]
    return all(row) and (grams(row[0]).isdisjoint(grams(row[1])) or of_two(*row))


def fits(level: Claim, move: Move) -> bool:
    """Whether a level and the earlier one, or the difference, make up the change, whichever way it goes."""
    change, new = Reading.of(move.change), Reading.of(level)
    if move.old is not None:
        old = Reading.of(move.old)
        implied = growth(new, old) if move.change.kind == "relative_change" else new - old
    elif move.difference is not None and move.change.kind == "relative_change":
        try:
            implied = growth_by_difference(new, Reading.of(move.difference))
        except ZeroDivisionError:
            return False
    else:
        return True
    return any(implied.implied.meets(one.implied) for one in (change, -change))


def near(a: Claim, b: Claim) -> bool:
    """Whether two figures stand within a few clauses of each other."""
    return abs(a.clause - b.clause) <= REACH


def agree(change: Claim, level: Claim) -> bool:
    """Whether a change can be one of this level: the measure is the same, or one of them does not name its own."""
    if differ(change.place, level.place) and not {"place"} & {*change.inferred, *level.inferred}:
        return False
    if change.measure_key and level.measure_key and change.measure_key != level.measure_key:
        later = max(change, level, key=lambda one: one.start)
        return not names_own(later) or (related(change, level) and not OTHER.match(_more(change, level)))
    return True


def related(a: Claim, b: Claim) -> bool:
    """Whether one measure is worded as the other with more words."""
    first, then = a.measure_key.replace("总", ""), b.measure_key.replace("总", "")
    return bool(first and then) and (first in then or then in first)


def bound(old: Claim, change: Claim) -> bool:
    """Whether the change is measured from this earlier level: it follows it closely, with no other base in between."""
    words = between(old, change) if old.start < change.start else before(change, 20)
    told = "同比" in words or "相比" in words  # 与6月的93680辆相比，环比下降31%
    told |= "环比" in words and LAST_TURN.search(before(old, 8)) is not None
    return near(old, change) and (told or not any(cue in words for cue in ("环比", "年初")))
