"""Exact numbers as a person reads them: only here, at the very end, are digits dropped."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from claims.interval import Interval

_SCALES = {
    "zh": ((Fraction(10**12), "万亿"), (Fraction(10**8), "亿")),
    "en": ((Fraction(10**12), " trillion"), (Fraction(10**9), " billion")),
}


def show(value: Fraction | Decimal | int, language: str, step: Fraction | None = None) -> str:
    """`value` in digits, exactly where it ends, else with enough places to tell values apart that differ by `step`.

    `zh` and `en` take scale words where few places are left; `plain` has all the digits.
    """
    number = Fraction(value)
    scale, word = (Fraction(1), "") if language == "plain" else _scale(number, language)
    scaled = number / scale
    places = _places(scaled, None if step is None else step / scale)
    if places is None:
        return f"{number:,}".replace("-", "−")
    digits = f"{Decimal(round(scaled * 10**places)).scaleb(-places):,f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    if abs(scaled) < 10_000 and language == "zh":
        digits = digits.replace(",", "")
    return digits.replace("-", "−") + word


def show_interval(interval: Interval, language: str, step: Fraction | None = None) -> str:
    """`[5.5, 6.5]` with round brackets for open ends; a single number without brackets."""
    if interval.is_point and interval.low is not None:
        return show(interval.low, language, step)
    if step is None and interval.low is not None and interval.high is not None:
        step = interval.high - interval.low
    low = "−∞" if interval.low is None else show(interval.low, language, step)
    high = "∞" if interval.high is None else show(interval.high, language, step)
    return f"{'[' if interval.low_closed else '('}{low}, {high}{']' if interval.high_closed else ')'}"


def least_step(values: list[Fraction]) -> Fraction | None:
    """The least difference between two unequal values, or None if there is none."""
    ordered = sorted(set(values))
    return min((b - a for a, b in pairwise(ordered)), default=None)


def _scale(number: Fraction, language: str) -> tuple[Fraction, str]:
    """The largest scale word that leaves a number with few places."""
    for scale, word in _SCALES["zh" if language == "zh" else "en"]:
        if abs(number) >= scale and _exact_places(number / scale, 4) is not None:
            return scale, word
    return Fraction(1), ""


def _exact_places(number: Fraction, most: int) -> int | None:
    return next((places for places in range(most + 1) if (number * 10**places).denominator == 1), None)


def _places(number: Fraction, step: Fraction | None) -> int | None:
    """Decimal places for `number`; None asks for the fraction itself when it is too small for eighteen places."""
    exact = _exact_places(number, 6)
    if exact is not None:
        return exact
    distinct = abs(step) / 20 if step else abs(number) / 10_000
    return next((places for places in range(1, 19) if Fraction(1, 10**places) <= distinct), None)
