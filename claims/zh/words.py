"""Quantities written in Chinese characters: 三名, 上百件, 数十万, 三分之二, 两成, 翻一番, and stated zeros."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from claims.hedges import BOUNDS
from claims.quantity import Other, Quantity, Scan
from claims.zh import hedges, lookalikes, numerals
from claims.zh.figures import SCALES, Figure
from claims.zh.units import UNITS, Unit
from claims.zh.wording import quantity, unit_at

_AFTER_ONE = frozenset("倍成番半点分个万亿")
_SCALE_WORDS = frozenset("十百千万亿")
_BIG = frozenset("百千万亿")
_NUMBER = "零〇一二两三四五六七八九十百千万亿"
_FRACTION = re.compile(rf"分之([0-9]{{1,12}}(?:\.[0-9]{{1,12}})?|[{_NUMBER}]{{1,12}}(?:点[{_NUMBER}]{{1,12}})?)")
_DECIMAL = re.compile(r"点[零〇一二三四五六七八九]{1,12}[十百千]?(?:万亿|亿|万)?")
_SUFFIX = re.compile(r"(?:[余多]|来(?=[个名人万亿件次起户家岁年天]))[百千]?(?:万亿|亿|万(?!象|科|达))?")
_YEAR = re.compile(r"[〇零一二三四五六七八九]{4}年")
_ZERO = re.compile(
    r"零(?=感染|发案|案发|警情|事故|死亡|伤亡|新增|投诉|发生|差错|失误|确诊|病例|增长|火灾|违章|违法|违规|违纪|犯罪|刑案|命案|上访|"
    r"信访|事件|案件|疫情|超标|滞留|漏报|泄漏|举报|复吸|复发|溺亡|报告)"
)
_NONE = re.compile(
    r"(没有|未)(?:再)?(?:发生|出现)(?=[^,。;!?\n]{0,15}(?:事故|案件|事件|火灾|伤亡|死亡|疫情|感染|警情|纠纷|病例|一起|一例))"
    r"|(?<!空)(无一)(?=[人起名宗件家](?!外)|伤亡|死亡|遗漏|漏|感染|例(?!外))|(没有)(?=人员伤亡|人员死亡)|(无)(?=人员伤亡|人员死亡|新增(?:本土|确诊|死亡|感染|病例))"
)
# Classifiers that, after one to nine in characters, make words more often than counts: 三方, 二级, 四海, 三角, 一期.
_WORDLIKE = frozenset(
    "银铜方面手道口头级角点分步关门里平丈尺寸两毛度码升克磅班队期届金胜冠环杆股通声档行圈节局列排双副圆块根片把顶页字门首集段句型款类站套位"
) - frozenset("类套位款首块片把根")
_MEASURES = frozenset("元吨米斤亩倍成折番克升磅顷%")
_AFTER_TWO = ("人", "位", "名")
_COUNT_WORD = re.compile(r"大(?![家学队妈爷小型量会家气])|[降升增减](?=[、一两二三四五六七八九十,。;”])")
_IDIOM_AFTER = re.compile(r"(?:面两手|心两意|令五申|番五次|全其美|体两翼|拖再拖)")
_RUN_UP = re.compile(r"([一二两三四五六七八九])([二三四五六七八九])([十百千]?(?:万亿|亿|万)?)$")


def read(text: str, start: int, end: int, found: Scan) -> int:
    """Read the characters from `start` to `end` as a quantity, something else or nothing; say where to read on."""
    before = text[start - 1 : start]
    if end - start == 1:
        if text[start] == "一" and text[end : end + 1] not in _AFTER_ONE:
            return end
        if text[start] in "数几半" and text[end : end + 1].isdigit():
            return end
        if text[start] == "零":
            return zero(text, start, found) or _decimal(text, start, end, found) or end
        if before in ("周", "期", "拜") and before and text[start] in "一二三四五六" and _weekday(text, start, found):
            return end
    if text.startswith("分之", end):
        return fraction(text, start, end, found) or end
    if text[end : end + 1] == "点":
        return _decimal(text, start, end, found) or _clock(text, start, end, found) or end
    if text[start] in "半一" and (last := _half(text, start, found)):
        return last
    if text[start] in "几数" or "几" in text[start:end] or text[end : end + 1] == "几":
        return _vague(text, start, end, found) or end
    return _plain(text, start, end, found)


def _weekday(text: str, start: int, found: Scan) -> bool:
    if text[start - 1] == "周" and text[start - 2 : start - 1] in tuple("一两二三四五六七八九十0123456789"):
        return False
    if text[start - 1] != "周" and not text.endswith(("星期", "礼拜"), 0, start):
        return False
    found.others.append(Other("weekday", start, start + 1, numerals.DIGITS[text[start]]))
    return True


def _clock(text: str, start: int, end: int, found: Scan) -> int:
    value = numerals.read(text[start:end])
    if (
        value
        and value[0] <= 24
        and text[end + 1 : end + 2] in tuple("钟半整多左许,。至到一二三四五")
        and text[start] != "一"
    ):
        found.others.append(Other("clock", start, end, f"{value[0]:f}"))
        return end
    return 0


def fraction(text: str, start: int, end: int, found: Scan) -> int:
    """Read 三分之二, 百分之六十 or 4分之3, whose denominator is `text[start:end]`; 0 if it is none."""
    match = _FRACTION.match(text, end)
    above = numerals.read(match[1]) if match else None
    below = numerals.read(text[start:end])
    if match is None or above is None or below is None or not below[0]:
        return 0
    last = match.end()
    word = {100: "%", 1000: "‰", 10000: "‱"}.get(int(below[0]))
    if word:
        resolution = above[1] if above[1] < 10 else Decimal(1)
        figure = Figure(start, last, above[0], resolution, "点" not in match[1] and "." not in match[1])
        found.quantities.append(replace(quantity(text, figure, UNITS[word], last), end=last))
        return last
    value = Fraction(above[0]) / Fraction(below[0])
    found.quantities.append(fraction_of(text, start, last, value))
    return last


def fraction_of(text: str, start: int, end: int, value: Fraction) -> Quantity:
    """The quantity of a fraction in words, taken to hold within a tenth of itself; its value is rounded to the digits of a `Decimal`."""
    number = Decimal(value.numerator) / Decimal(value.denominator)
    item = quantity(text, Figure(start, end, number, Decimal("0.01"), False), None, end)
    if item.hedge:
        return replace(item, form="fraction")
    return replace(item, form="fraction", bound="ends", ends=(value * 9 / 10, True, value * 11 / 10, True))


def _half(text: str, start: int, found: Scan) -> int:
    """Read 一半, 半数, 过半."""
    before = text[start - 1 : start]
    if text[start] == "一":
        end = (
            start + 2
            if text.startswith("半", start + 1)
            and before not in ("另", "这", "那")
            and text[start + 2 : start + 3] not in ("天", "会", "径")
            else 0
        )
    elif text.startswith("半数", start) and before not in ("前", "后"):
        end = start + 2
    else:
        end = start + 1 if before and before in "过近超" and text[start + 1 : start + 2] in tuple(",。、的;") else 0
    if not end:
        return 0
    item = fraction_of(text, start, end, Fraction(1, 2))
    if before == "过" and not item.hedge:
        item = replace(item, hedge="over", bound="over", ends=None, outer_start=start - 1)
    found.quantities.append(item)
    return end


def _decimal(text: str, start: int, end: int, found: Scan) -> int:
    """Read 三点五亿, 零点三个百分点: only with a scale word or a unit after it, for 三点五十分 is a time."""
    match = _DECIMAL.match(text, end)
    read_ = numerals.read(text[start : match.end()]) if match else None
    if match is None or read_ is None:
        return 0
    unit, unit_end = unit_at(text, match.end())
    scaled = text[match.end() - 1] in _SCALE_WORDS
    if not scaled and (unit is None or unit.word in ("分", "刻", "点")):
        return 0
    found.quantities.append(quantity(text, Figure(start, match.end(), *read_, False, scaled), unit, unit_end))
    return unit_end


def _vague(text: str, start: int, end: int, found: Scan) -> int:
    """Read 数百, 几十万, 十几: as the words say, from twice the scale to ten times it, or within the ten."""
    words = text[start:end]
    if text[end : end + 1] == "几":
        end += 1
        while text[end : end + 1] in _BIG and text[end : end + 1]:
            end += 1
        words = text[start:end]
    head, _, tail = words.partition("几") if "几" in words else ("", "", words[1:])
    scale = Decimal(1)
    for char in tail:
        if char not in _SCALE_WORDS:
            return 0
        scale *= numerals.SCALES[char]
    base = numerals.read(head) if head else (Decimal(0), Decimal(1))
    unit, unit_end = unit_at(text, end)
    if base is None or (not head and not tail and (unit is None or unit.word != "倍")):
        return 0
    if unit is None and not set(tail) & _BIG:
        return 0
    if head:
        value, ends = base[0] * scale, (Fraction(base[0] * scale), False, Fraction((base[0] + 10) * scale), False)
    else:
        value, ends = 2 * scale, (Fraction(2 * scale), True, Fraction(10 * scale), False)
    return _special(text, Figure(start, end, value, scale, True, bool(tail)), unit, unit_end, "plus", ends, found)


def _special(
    text: str,
    figure: Figure,
    unit: Unit | None,
    unit_end: int,
    hedge: str,
    ends: tuple[Fraction, bool, Fraction, bool],
    found: Scan,
) -> int:
    """Append a quantity whose words name both ends of its interval."""
    kind = lookalikes.duration_kind(text, figure.start, unit_end, unit) if unit else ""
    if kind or (unit is not None and unit.dimension in ("time", "month", "age")):
        found.others.append(Other(kind or "duration", figure.start, figure.end, lookalikes.reading(figure, unit)))
        return figure.end
    item = quantity(text, figure, unit, unit_end)
    found.quantities.append(replace(item, hedge=hedge, bound="ends", ends=ends))
    return unit_end


def _plain(text: str, start: int, end: int, found: Scan) -> int:
    words = text[start:end]
    suffix = _SUFFIX.match(text, end)
    about = False
    if suffix and words[-1] in _SCALE_WORDS:
        about = suffix[0][0] == "来"
        words, end = words + suffix[0][1:], suffix.end()
    else:
        suffix = None
    value = numerals.read(words)
    if value is None:
        return end
    if (
        not suffix
        and (run := _RUN_UP.search(words))
        and int(numerals.DIGITS[run[2]]) - int(numerals.DIGITS[run[1]]) in (1, 2)
    ):
        return _run_up(text, start, end, run, found)
    figure = Figure(start, end, *value, True, bool(set(words) & set("万亿")), suffix is not None and not about)
    if set(words) <= _BIG and not suffix:
        return _round(text, figure, found) if words in SCALES else end
    if words[0] in "零百千万亿" and len(words) > 1:
        return end  # 零百, 万一, 千百
    unit, unit_end = unit_at(text, end)
    kind = _other_kind(text, words, figure, unit, unit_end)
    if kind:
        found.others.append(Other(kind, start, end, lookalikes.reading(figure, unit)))
        return end
    if not _counts(text, words, figure, unit):
        return end
    if text[end : end + 1] == "成":
        unit_end = _tenths(text, figure, unit_end)
    item = quantity(text, figure, unit, unit_end)
    found.quantities.append(replace(item, bound="about", hedge="about") if about and not item.hedge else item)
    return unit_end


def _tenths(text: str, figure: Figure, unit_end: int) -> int:
    """三成五 is 3.5 tenths."""
    digit = numerals.DIGITS.get(text[unit_end : unit_end + 1], "")
    if not digit or text[unit_end].isdigit():
        return unit_end
    figure.value, figure.resolution, figure.whole = figure.value + Decimal(digit) / 10, Decimal("0.1"), False
    figure.end = unit_end + 1
    return unit_end + 1


def _other_kind(text: str, words: str, figure: Figure, unit: Unit | None, unit_end: int) -> str:
    after = text[figure.end : figure.end + 1]
    if after == "年" and _YEAR.match(text, figure.start):
        return "date"
    if after in ("月", "日", "号") and figure.value <= 31 and words != "一":
        return "date"
    if after == "届" or (after == "次" and text[figure.start - 1 : figure.start] == "届"):
        return "ordinal"
    if words == "八" and text.startswith("项规定", figure.end):
        return "name"
    if after == "季" and text.startswith("季度", figure.end):
        return "date"
    if _COUNT_WORD.match(text, figure.end) and words != "一" and len(words) == 1:
        return "count_word"
    if unit is None or (figure.scaled and unit.dimension == "age"):
        return ""
    if unit.dimension in ("time", "month"):
        kind = lookalikes.duration_kind(text, figure.start, unit_end, unit)
        return "" if unit.word in ("秒", "日", "月", "周") else kind or "duration"
    if unit.dimension == "age":
        return "age"
    if text.endswith(("连续", "蝉联"), 0, figure.start):
        return "streak"
    return "name" if text[figure.start - 1 : figure.start] == "每" else ""


def _counts(text: str, words: str, figure: Figure, unit: Unit | None) -> bool:
    """Whether a number in characters states something: with a unit that makes no other word of it, or with a scale word."""
    if figure.scaled and (unit is not None or len(words) > 1):
        return not lookalikes.name_kind(text, figure, unit)
    if unit is None:
        return figure.plus or (len(words) > 1 and words[-1] in _BIG)
    if unit.word == "折" and len(words) == 2 and not set(words) & _SCALE_WORDS:
        return True
    if len(words) > 1 and not set(words) & _SCALE_WORDS:
        return False
    if words == "一":
        return (
            unit.word in ("倍", "个百分点")
            or (unit.word == "成" and not text.startswith("不变", figure.end + 1))
            or _doubles(text, figure, unit)
        )
    if unit.word == "番":
        return _doubles(text, figure, unit)
    if len(words) == 1 and (
        unit.word in _WORDLIKE or (not unit.counted and len(unit.word) == 1 and unit.word not in _MEASURES)
    ):
        return False
    if words == "二" and unit.counted and unit.word not in _AFTER_TWO:
        return False  # 二 counts only people; before other classifiers it is an ordinal, and 两 counts
    return not lookalikes.name_kind(text, figure, unit)


def _doubles(text: str, figure: Figure, unit: Unit) -> bool:
    return unit.word == "番" and "翻" in text[max(0, figure.start - 3) : figure.start]


def _run_up(text: str, start: int, end: int, run: re.Match[str], found: Scan) -> int:
    """Read 七八个, 三四百, 三五万: two digits side by side, from the one to the other."""
    unit, unit_end = unit_at(text, end)
    head = text[start : start + run.start()]
    low, high = numerals.read(head + run[1] + run[3]), numerals.read(head + run[2] + run[3])
    if (unit is None and not set(run[3]) & _BIG) or low is None or high is None or low[0] >= high[0]:
        return end
    if (unit is not None and unit.word in _WORDLIKE) or (unit is not None and unit.word == "月"):
        return end
    figure = Figure(start, end, *low, True, bool(run[3]))
    return _special(text, figure, unit, unit_end, "about", (Fraction(low[0]), True, Fraction(high[0]), True), found)


def _round(text: str, figure: Figure, found: Scan) -> int:
    """Read 上百件, 近千名, 超百亿元: a bare scale word counts only behind a hedge."""
    start, value = figure.start, Fraction(figure.value)
    unit, unit_end = unit_at(text, figure.end)
    before = text[start - 1 : start]
    if (unit is not None and unit.dimension in ("time", "month", "age")) or text[figure.end : figure.end + 1] in tuple(
        "分姓"
    ):
        return figure.end
    figure.scaled = True
    if before == "上" and text[start - 2 : start - 1] not in tuple("以网线之百千"):
        _special(text, figure, unit, unit_end, "at_least", (value, True, 2 * value, False), found)
        return _widen(found, start - 1, unit_end)
    if before == "过" and text[start - 2 : start - 1] not in tuple("通经超不历路"):
        item = quantity(text, figure, unit, unit_end)
        found.quantities.append(replace(item, hedge="over", bound="over", outer_start=start - 1))
        return unit_end
    bound, _ = hedges.before(text, start)
    if not bound or (unit is None and before in ("", " ")):
        return figure.end
    if bound == "almost":
        return _special(text, figure, unit, unit_end, "almost", (value / 2, False, value, True), found)
    found.quantities.append(replace(quantity(text, figure, unit, unit_end), hedge=BOUNDS[bound]))
    return unit_end


def _widen(found: Scan, outer_start: int, end: int) -> int:
    if found.quantities and found.quantities[-1].start == outer_start + 1:
        found.quantities[-1] = replace(found.quantities[-1], outer_start=outer_start)
    return end


def zero(text: str, start: int, found: Scan) -> int:
    """Read a stated zero (零感染, 没有发生事故, 无一伤亡) as a quantity of 0 on its first word; 0 if there is none."""
    match = _ZERO.match(text, start) or _NONE.match(text, start)
    if match is None:
        return 0
    end = start + len(next((group for group in match.groups() if group), match[0])) if match.lastindex else match.end()
    zero_ = Decimal(0)
    found.quantities.append(Quantity(start, end, zero_, Decimal(1), "", "count", start, end, "", "", "zero"))
    return end
