"""How figures, intervals and reasons are worded, in both languages; every number comes from the judged object."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.claim import Claim, Mention
from claims.interval import Interval

SCALES = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))
HEADING_SCALES = (*SCALES, ("千", 10**3), ("十万", 10**5), ("百万", 10**6), ("千万", 10**7), ("十亿", 10**9))
POWERS = tuple(10**places for places in range(10))
MOST = POWERS[-1]
PLACE = re.compile(r"\{([0-9]{1,3})\}")
PERCENT_UNITS = ("%", "％", "百分点", "percentage points", "percentage point")

REASONS: dict[str, Bilingual] = {
    "no-other-figure": Bilingual("没有同一指标的其他数字", "no other figure of the same measure"),
    "period-unknown": Bilingual("报告期不明", "the period is not stated"),
    "period-differs": Bilingual("报告期不同", "the periods differ"),
    "place-differs": Bilingual("地区不同", "the places differ"),
    "scope-differs": Bilingual("口径不同", "the scopes differ"),
    "scope-unknown": Bilingual("口径不明", "the scope is not stated"),
    "price-basis-differs": Bilingual("价格口径不同", "the price bases differ"),
    "unit-differs": Bilingual("单位不同", "the units differ"),
    "comparison-differs": Bilingual("对比基数不同", "the changes are measured against different bases"),
    "plan-or-forecast": Bilingual("一方是计划、预测或标准", "one is a plan, a forecast or a threshold"),
    "corrected": Bilingual("更正前后的数字", "one figure corrects the other"),
    "series": Bilingual("同一指标分列多项", "several figures of one measure, of different things"),
    "no-earlier-level": Bilingual("文中没有基期水平", "the earlier level is not given"),
    "whole-unknown": Bilingual("文中没有总数", "the whole is not given"),
    "relation-not-stated": Bilingual("文字没有说明数字间的关系", "the words do not state a relation"),
    "divisor-may-be-zero": Bilingual("除数可能为零", "the divisor may be zero"),
}  # fmt: skip

SLIP_WORDS: dict[str, Bilingual] = {
    "swap": Bilingual("可能是相邻数字颠倒：把“{0}”作“{1}”，各数就吻合", "digits swapped? {1} for {0} would fit"),
    "scale": Bilingual("可能是量级写错：把“{0}”作“{1}”，各数就吻合", "wrong scale word? {1} for {0} would fit"),
    "zero": Bilingual("可能多写或漏一位：把“{0}”作“{1}”，各数就吻合", "a place too many or few? {1} for {0} would fit"),
    "digit": Bilingual("可能一位数字有误：把“{0}”作“{1}”，各数就吻合", "one digit wrong? {1} for {0} would fit"),
}  # fmt: skip


def figure(claim: Claim | Mention) -> str:
    """The figure as printed with its unit: `3135封`, `37.01%`."""
    if isinstance(claim, Claim) and claim.section == "table" and claim.start >= 0:
        return f"{claim.text}{heading_scale(claim)}{'' if claim.unit in claim.text else claim.unit}"
    if isinstance(claim, Mention) or not claim.unit or claim.unit in claim.text or claim.unit in PERCENT_UNITS:
        return claim.text
    return f"{claim.text}{'' if not claim.unit.isascii() else ' '}{claim.unit}"


def signed(claim: Claim | Mention) -> str:
    """The figure as it enters the working: with a minus where the words around it tell a decrease."""
    shown = figure(claim)
    told = isinstance(claim, Claim) and claim.value < 0 and shown[0] not in "-−－负"
    return f"−{shown}" if told else shown


def worked(working: str, figures: Sequence[str]) -> str:
    """The working with the figures in their places `{0}`, `{1}` …; an article's own braces stay as they are."""

    def placed(place: re.Match[str]) -> str:
        number = int(place[1])
        return figures[number] if number < len(figures) else place[0]

    return PLACE.sub(placed, working)


def scale_of(claim: Claim | Mention) -> tuple[str, int]:
    """The scale word that a figure is printed with, and its factor: numbers beside it are shown likewise."""
    said = claim.text
    if isinstance(claim, Claim) and claim.section == "table" and claim.start >= 0:
        said += heading_scale(claim)
    return next(((word, factor) for word, factor in SCALES if word in said), ("", 1))


def heading_scale(claim: Claim) -> str:
    """The scale word that a table gives in its heading, for a cell that holds the digits alone: 亿 for 单位：亿元."""
    digits = re.sub(r"[^0-9.]", "", claim.text)
    printed = Fraction(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else Fraction(0)
    ratio = abs(Fraction(claim.value)) / printed if printed else Fraction(1)
    return next((word for word, factor in HEADING_SCALES if factor == ratio), "")


def number(value: Fraction, step: Fraction | None = None, *, up: bool | None = None) -> str:
    """A fraction in decimal digits: exactly if few suffice, else to the place of `step`, rounded outwards by `up`."""
    exact = _terminating(value)
    if exact is not None and (step is None or len(str(exact).partition(".")[2]) <= 3):
        return f"{exact:,f}"
    places = 0
    unit = step if step is not None else abs(value) / 10000
    while places < 8 and unit and Fraction(1, 10**places) > unit:
        places += 1
    scaled = value * 10**places
    whole = scaled.numerator // scaled.denominator if up is False else -(-scaled.numerator // scaled.denominator)
    if up is None:
        whole = round(scaled)
    return f"{Decimal(whole).scaleb(-places):,f}"


def _terminating(value: Fraction) -> Decimal | None:
    """The value in at most nine decimals, or None if they do not suffice."""
    parts = value.denominator
    if MOST % parts:
        return None
    places = 0 if parts == 1 else next(n for n, power in enumerate(POWERS) if power % parts == 0)
    return Decimal(value.numerator * (POWERS[places] // parts)).scaleb(-places)


def _scaled(end: Fraction | None, factor: int) -> Fraction | None:
    return end if end is None or factor == 1 else end / factor


def interval(shown: Interval, unit: str = "", scale: tuple[str, int] = ("", 1)) -> str:
    """An interval in mathematical notation, ends rounded outwards: `[4,890.1, 4,893.5]`, `(−∞, 100]%`; a point bare."""
    word, factor = scale
    low, high = _scaled(shown.low, factor), _scaled(shown.high, factor)
    tail = f"{word}{unit}"
    if low is not None and low == high:
        return f"{minus(number(low))}{tail}"
    step = None
    if low is not None and high is not None:
        step = (high - low) / 20
    left = "−∞" if low is None else minus(number(low, step, up=False))
    right = "∞" if high is None else minus(number(high, step, up=True))
    return f"{'[' if shown.low_closed else '('}{left}, {right}{']' if shown.high_closed else ')'}{tail}"


def spoken(shown: Interval, unit: str = "", scale: tuple[str, int] = ("", 1)) -> Bilingual:
    """An interval in words: `4,890.1至4,893.5`, `不超过100%`, `at least 5`."""
    word, factor = scale
    tail = f"{word}{unit}"
    low, high = _scaled(shown.low, factor), _scaled(shown.high, factor)
    if low is None and high is None:
        return Bilingual("任何数", "any number")
    if low is None:
        assert high is not None
        text = minus(number(high)) + tail
        return (
            Bilingual(f"不超过{text}", f"at most {text}")
            if shown.high_closed
            else Bilingual(f"小于{text}", f"below {text}")
        )
    if high is None:
        text = minus(number(low)) + tail
        return (
            Bilingual(f"不少于{text}", f"at least {text}")
            if shown.low_closed
            else Bilingual(f"大于{text}", f"above {text}")
        )
    if low == high:
        text = minus(number(low)) + tail
        return Bilingual(text, text)
    step = (high - low) / 20
    left, right = minus(number(low, step, up=False)), minus(number(high, step, up=True))
    return Bilingual(f"{left}至{right}{tail}", f"{left} to {right}{tail}")


def minus(text: str) -> str:
    """The text with a minus sign that prints like one."""
    return text.replace("-", "−")
