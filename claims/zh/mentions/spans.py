"""Lengths of time with the years beside them: 五年（2018—2022年）, 2012年以来已七年, 成立75周年, 1980年生，43岁."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from importlib.resources import files

from claims import period as periods
from claims.quantity import Other, Quantity
from claims.zh.mentions.context import Context, Found, number
from claims.zh.period import TimeSpan

_UNIT = re.compile(r" ?(年|个月|个季度|季度|天|日|小时|分钟|个?交易日|个年头|周|个星期|届|次|轮|场)(?!度)")
_LENGTH = re.compile(
    r"(?:过去的?|最近|近|前|在|这)?([0-9]{1,3}|[一二两三四五六七八九十]{1,3})(年|个月)(?:来|间|以来|里|中|时间)?"
)
_INEXACT = re.compile(r"[近约超逾多余几数半]|不到|不足|将近")
_ABOUT = re.compile(r" ?(?:半|多|余|有余|左右|上下|以上|零 ?[0-9一二两三四五六七八九十])")
_TOOK = re.compile(r"(?:用了|历时|历经|长达|连续|为期)(?:整整)? ?$")
_BESIDE_BEFORE = re.compile(r"[ )]?(?:期间|间)?[ ,]?(?:的|这|已|共|整整|内)?(?:连续|连)? ?$")
_BESIDE_AFTER = re.compile(r"(?:来|间|期)?(?:\(|,即|,)(?:即|从|自|指)? ?$")
_SINCE = re.compile(
    r"[^。;]{0,12}?(?:成立|创办|创立|创建|组建|始建|建成|建立|开通|投产|通车|上市|施行|实施|开始|启动|入职|入伍|加入|买入|购入|购买|收购|入驻"
    r"|参加工作|从业|从警|从教|参军|结婚|创刊|开播|开业|首[次届]|开展|担任|任职|接手|落户|开办|举办)"
)
_PASSED = re.compile(r"(?:已|至今|走过|长达|历经|历时|整整|坚守|经过|迎来)[^,。;]{0,8}$")
_GOING_ON = re.compile(r"(?:连续|坚持|扎根|持有|运营|服务|发展|满|持续|开展|举办)[^,。;]{0,6}$")
_NOT_YET = re.compile(r"(?:的)?(?:后|前|以[上下内]|[之]?内|有期|学制|的时间|期)")
_LAST = re.compile(r"(?:过去|最近|近|前|相当于|判处|时隔|每)[^,。;]{0,2}$")
_BEGAN = (
    "(?:成立|创[立办建刊]|建[立成校厂院交]|始建|缔结|诞生|出版|发[布售行]|开[播业放通]|逝世|诞辰|签署|设立|上映|问世)"
)
_FOUNDED = re.compile(
    rf"([12][0-9]{{3}}) ?年(?![是为]|正值|[适恰]逢|迎来)[^。;!?\n]{{0,16}}?{_BEGAN}"
    r"|(?:成立|创[立办建刊]|建[立成校厂院]|始建|诞生|设立)于 ?([12][0-9]{3}) ?年"
)
_RELATIVES = re.compile(
    "祖父|祖母|父亲|母亲|爷爷|奶奶|外公|外婆|丈夫|妻子|儿子|女儿|哥哥|姐姐|弟弟|妹妹|[伯叔舅姑姨]|师父|师傅|徒弟"
)
_BORN = re.compile(
    r"([12][0-9]{3}) ?年(?: ?[0-9]{1,2} ?月)?(?: ?[0-9]{1,2} ?日)?[^,。;年岁]{0,10}?"
    r"(?:出?生|诞生)(?![产活态效物成命育])"
    r"|(?:出生|生)于 ?([12][0-9]{3}) ?年"
)
_ANOTHER_DAY = re.compile(r"[时当那彼]年|享年|终年|去世|逝世|病逝|时$|当时|[未刚]满")
# What an anniversary is of: two words for a founding are one; without a word the founding stands for itself.
_FOUNDING = re.compile(r"成立|创[立办建刊]|建[立成校厂院]|始建|设立")
_ITS_OWN = re.compile(r"(?:迎来|历时|走过|[是的逢为])[了其]?$")
_LETTERS = {"年": "Y", "个月": "M", "个年头": "Y"}
# 2024年是…75周年, 今年迎来…; not of what a jubilee named (…100周年大会).
_OCCASION = re.compile(r"[^,。;]{0,8}?(?:[是为]|正值|[适恰]逢|[喜将]?迎来|欢度)[^。;0-9]{0,24}")
_NAMED = re.compile(r" ?(?:庆祝|纪念|庆典)?(?:大会|讲话|座谈|阅兵|奖?章|币|邮票|之?后|以来)")
# Words that also others' beginnings may go by, unless they stand alone: 党成立, not 自民党成立.
_OF_MANY = frozenset(("建党", "党成立", "建军", "建国", "国庆", "共和国成立"))
_ALONE = re.compile(r"(?:^|[^\u4e00-\u9fff]|[是为祝念来接逢度值在于了到和与及的们我]|[中我祖]国)$")


@cache
def _foundings() -> list[tuple[str, int]]:
    """Well-known beginnings with their years, longer words first."""
    lines = files("claims.zh.mentions").joinpath("foundings.txt").read_text(encoding="utf-8").splitlines()
    found = [
        (word, int(year))
        for year, *words in (line.split() for line in lines if line and not line.startswith("#"))
        for word in words
    ]
    return sorted(found, key=lambda item: -len(item[0]))


def length(context: Context, other: Other) -> Found:
    """The mention of a duration or streak, with the years beside it."""
    unit = _UNIT.match(context.text, other.end)
    end = unit.end() if unit else other.end
    many = number(context.text[other.start : other.end])
    found = Found(other.kind, other.start, end, other.reading, Decimal(many) if many else None)
    if unit and unit[1] in _LETTERS and many:
        _pair(context, found, f"P{many}{_LETTERS[unit[1]]}")
    return found


def told(context: Context, span: TimeSpan) -> Found | None:
    """The mention of a time that is a length (五年来, 近三年), None for other times."""
    match = _LENGTH.fullmatch(context.text, span.start, span.end)
    many = number(match[1]) if match else None
    if match is None or not many:
        return None
    reading = f"P{many}{_LETTERS[match[2]]}"
    found = Found("duration", span.start, span.end, reading, Decimal(many))
    if context.text[span.start] not in "近最":
        _pair(context, found, reading)
    return found


def measured(context: Context, quantity: Quantity) -> Found | None:
    """The mention of a length of years or months that is also a figure (持有七年), where years stand beside it."""
    letter = _LETTERS.get(quantity.unit)
    if letter is None or quantity.hedge or quantity.range or quantity.value != int(quantity.value):
        return None
    found = Found("duration", quantity.start, quantity.outer_end, f"P{int(quantity.value)}{letter}", quantity.value)
    _pair(context, found, found.reading)
    return found if found.items else None


def _pair(context: Context, found: Found, reading: str) -> None:
    """Set on `found` the years that it counts or that it has passed since."""
    text = context.text
    if _INEXACT.search(text, max(0, found.start - 2), found.end) or _ABOUT.match(text, found.end):
        return
    sentence = context.sentence(found.start)
    if sentence is None:
        return
    found.reading = reading
    grain = 4 if reading.endswith("Y") else 7
    after = context.times(found.end, found.end + 5)
    if after and _BESIDE_AFTER.match(text[found.end : after[0].start]) and _stretch(context, found, after, grain):
        return
    near = context.times(max(sentence.start, found.start - 60), found.start)
    before = [span for span in near if span.end <= found.start][-3:]
    beside = before and before[-1].kind != "to_date" and _BESIDE_BEFORE.fullmatch(text[before[-1].end : found.start])
    if beside and _stretch(context, found, before[::-1], grain):
        return
    took = before and _TOOK.search(text[before[-1].end : found.start]) and not text.startswith("的", found.end)
    if took and found.start - before[-1].end <= 45 and _stretch(context, found, before[-1:], grain):
        return
    for span in reversed(before):
        if found.start - span.end > 45:
            break
        if _begins(context, span, found):
            return


def _stretch(context: Context, found: Found, spans: list[TimeSpan], grain: int) -> bool:
    """Whether the nearest of the spans is a stretch of years (or months) that `found` counts."""
    first, slash, last = spans[0].period.partition("/")
    if not slash or len(first) != grain or len(last) != grain or spans[0].kind in ("to_date", "as_of"):
        return False
    if not re.search(r"[0-9]{2}", context.text[spans[0].start : spans[0].end]):
        return False
    found.period, found.items = spans[0].period, ((spans[0].start, spans[0].end),)
    return True


def _begins(context: Context, span: TimeSpan, found: Found) -> bool:
    """Whether time has passed since the span, `found` long."""
    text = context.text
    start = span.period.partition("/")[0]
    if (
        span.role == "base"
        or not start
        or not text[span.start].isdigit()
        or not text[span.start : span.start + 4].isdigit()
    ):
        return False
    ongoing = span.kind == "to_date"
    if (
        ("/" in span.period and not ongoing)
        or _NOT_YET.match(text, found.end)
        or _LAST.search(text[max(0, found.start - 6) : found.start])
    ):
        return False
    near = text[max(span.end, found.start - 12) : found.start]
    passed = _PASSED.search(near) or text[found.end - 1] in "来间" or (ongoing and _GOING_ON.search(near))
    if not passed or not (ongoing or _SINCE.match(text, span.end, found.start)):
        return False
    found.reading = f"{start}/{found.reading}"
    found.items = ((span.start, span.end),)
    found.period = _until(context, found)
    return True


def _until(context: Context, found: Found) -> str:
    """Up to when time has passed: a closing date of the sentence, else the day of publication."""
    sentence = context.sentence(found.start)
    spans = context.times(sentence.start, sentence.end) if sentence is not None else []
    closing = [span.period for span in spans if span.kind == "as_of" and span.period]
    if closing:
        return closing[-1].rpartition("/")[2]
    return context.document.published.isoformat() if context.document.published else ""


def anniversary(context: Context, start: int, end: int, _: str) -> None:
    """Add 75周年 with the year of founding, printed or well known, and the year it falls in."""
    text = context.text
    match = re.search(r"([0-9]{1,4}|[一二两三四五六七八九十百]{1,5}) ?$", text[max(0, start - 6) : start])
    many = number(match[1]) if match else None
    sentence = context.sentence(start)
    if match is None or not many or sentence is None:
        return
    head = start - len(match[0])
    founded, items = _founded(context, max(sentence.start, head - 80), head, min(sentence.end, head + 40))
    reading = f"{founded}/P{many}Y" if founded else f"P{many}Y"
    period = _falls(context, max(sentence.start, context.clause_start(head) - 12), head, end, items)
    context.found.append(Found("anniversary", head, end, reading, Decimal(many), items, period=period))


def _falls(context: Context, start: int, head: int, end: int, founded: tuple[tuple[int, int], ...]) -> str:
    """The year that the words before say an anniversary falls in, empty where they do not."""
    text = context.text
    spans = [span for span in context.times(start, head) if span.period]
    own = [span for span in spans if any(span.start <= at < span.end for at, _ in founded)]
    if own and own[0].kind == "to_date":
        return own[0].period.rpartition("/")[2][:4]
    spans = [span for span in spans if span not in own and span.role == "reference"]
    if not spans or spans[-1].kind == "to_date" or _NAMED.match(text, end):
        return ""
    gap = text[spans[-1].end : head]
    told = _OCCASION.fullmatch(gap) or _known(gap.lstrip(" ,")) == gap.lstrip(" ,").removesuffix("的")
    return str(periods.year_of(spans[-1].period) or "") if told else ""


def _known(words: str) -> str:
    """The well-known beginning that the words end in, empty where they end in none."""
    words = words.removesuffix("的")
    for word, _ in _foundings():
        if words.endswith(word):
            return "" if word in _OF_MANY and not _ALONE.search(words.removesuffix(word)) else word
    return ""


def _founded(context: Context, start: int, head: int, end: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The year of founding and its span where it is printed; 0 where nothing tells it."""
    text = context.text
    word = _known(text[max(start, head - 20) : head])
    if word:
        return dict(_foundings())[word], ()
    printed = [match for match in _FOUNDED.finditer(text, start, end) if match.start() < head]
    if len(printed) != 1:
        return 0, ()
    group = 1 if printed[0][1] else 2
    before = text[max(start, head - 4) : head].rstrip(" ")
    if not _ITS_OWN.search(before) and not _deeds(before) & _deeds(printed[0][0]):
        return 0, ()
    return int(printed[0][group]), (printed[0].span(group),)


def _deeds(words: str) -> set[str]:
    """What the words say was done at the beginning, any word for founding as 成立."""
    return {"成立" if _FOUNDING.match(deed) else deed for deed in re.findall(_BEGAN, words)}


def age(context: Context, start: int, end: int, many: Decimal) -> Found:
    """The mention of an age, with the year of birth where the sentence prints one for it alone."""
    text = context.text
    unit = re.compile(r" ?周?岁").match(text, end)
    end = unit.end() if unit else end
    found = Found("age", start, end, f"P{many:f}Y", many)
    sentence = context.sentence(start)
    if sentence is None or many != int(many) or _INEXACT.search(text, max(0, start - 2), end):
        return found
    born = list(_BORN.finditer(text, max(sentence.start, start - 60), min(sentence.end, end + 24)))
    begin = context.clause_start(start)
    if len(born) != 1 or _ANOTHER_DAY.search(text, begin, start) or text.count("岁", sentence.start, sentence.end) != 1:
        return found
    between = text[end : born[0].start()] if born[0].start() > end else text[max(begin, born[0].start() - 12) : start]
    if _RELATIVES.search(between):
        return found  # 46岁的馆长说，祖父1926年出生
    group = 1 if born[0][1] else 2
    found.reading, found.items = f"{born[0][group]}/{found.reading}", (born[0].span(group),)
    found.period = context.document.published.isoformat() if context.document.published else ""
    return found
