"""Two intervals on one axis, as inline SVG; the words beside it say the same, so it is hidden from screen readers."""

from __future__ import annotations

from fractions import Fraction

from markupsafe import Markup, escape

from claims.bilingual import Bilingual
from claims.interval import Interval
from expectations import wording
from reports.safe import clean
from reports.strings import FIELD

_WIDTH, _HEIGHT = 420, 96
_LEFT, _RIGHT = 56, 408
_ROWS = {"rep": 26, "imp": 70}
_NAMES = {"rep": FIELD["reported"], "imp": FIELD["implied"]}


def bars(reported: Interval, implied: Interval, gap: Bilingual, scale: tuple[str, int] = ("", 1)) -> Markup:
    """The bars of a finding: edges for closed ends, rings for open ones, arrows for endless ones, the gap between."""
    ends = [end for end in (reported.low, reported.high, implied.low, implied.high) if end is not None]
    if not ends or reported == implied:
        return Markup("")
    axis = _Axis(ends, reported, implied)
    parts = [
        f'<svg class="bars" viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-hidden="true" focusable="false">',
        f'<path class="axis" d="M{_LEFT - 8} 48H{_RIGHT + 8}"/>',
        _gap(axis, reported, implied, gap),
        _row(axis, "rep", reported, scale),
        _row(axis, "imp", implied, scale),
        "</svg>",
    ]
    return Markup("".join(parts))


class _Axis:
    """Maps exact values to places between the left and the right edge."""

    def __init__(self, ends: list[Fraction], *intervals: Interval) -> None:
        low, high = min(ends), max(ends)
        spread = (high - low) or abs(high) or Fraction(1)
        endless_low = any(interval.low is None for interval in intervals)
        endless_high = any(interval.high is None for interval in intervals)
        self.low = low - spread * Fraction(25 if endless_low else 10, 100)
        self.high = high + spread * Fraction(25 if endless_high else 10, 100)

    def at(self, value: Fraction) -> float:
        """The horizontal place of `value`."""
        return round(_LEFT + float((value - self.low) / (self.high - self.low)) * (_RIGHT - _LEFT), 1)


def _row(axis: _Axis, kind: str, interval: Interval, scale: tuple[str, int]) -> str:
    y = _ROWS[kind]
    left = _LEFT if interval.low is None else axis.at(interval.low)
    right = _RIGHT if interval.high is None else axis.at(interval.high)
    label = wording.interval(interval, "", scale)
    half = len(label) * 3.6
    middle = min(max((left + right) / 2, _LEFT - 8 + half), _WIDTH - half)
    parts = [
        f'<g class="{kind}">',
        _in_both(_NAMES[kind], f'class="name" x="0" y="{y + 4}"'),
        f'<text x="{middle:.1f}" y="{y - 11 if kind == "rep" else y + 20}" text-anchor="middle">{label}</text>',
    ]
    if interval.is_point:
        parts.append(f'<path class="point" d="M{left} {y - 7}l6 7l-6 7l-6 -7z"/>')
    else:
        width = max(right - left, 1.5)
        parts.append(f'<rect class="bar" x="{left}" y="{y - 4}" width="{width:.1f}" height="8"/>')
        parts.append(_end(left, y, interval.low_closed, interval.low is None, -1))
        parts.append(_end(right, y, interval.high_closed, interval.high is None, 1))
    return "".join(parts) + "</g>"


def _in_both(words: Bilingual, attributes: str) -> str:
    return "".join(f'<text {attributes} lang="{tag}">{escape(clean(words.text(tag)))}</text>' for tag in ("zh", "en"))


def _end(x: float, y: int, closed: bool, endless: bool, side: int) -> str:
    if endless:
        return f'<path class="arrow" d="M{x + 8 * side} {y}l{-8 * side} -6v12z"/>'
    if closed:
        return f'<path class="edge" d="M{x} {y - 8}v16"/>'
    return f'<circle class="ring" cx="{x}" cy="{y}" r="4"/>'


def _gap(axis: _Axis, reported: Interval, implied: Interval, gap: Bilingual) -> str:
    """The least distance between the two, drawn on the axis between their near ends."""
    if reported.high is not None and implied.low is not None and reported.high < implied.low:
        near, far = reported.high, implied.low
    elif implied.high is not None and reported.low is not None and implied.high < reported.low:
        near, far = implied.high, reported.low
    else:
        return ""
    left, right = axis.at(near), axis.at(far)
    middle = min(max((left + right) / 2, _LEFT + 30), _RIGHT - 30)
    names = _in_both(gap, f'x="{middle:.1f}" y="44" text-anchor="middle"')
    guides = f'<path class="guide" d="M{left} 26V70M{right} 26V70"/>'
    return f'<g class="gap">{guides}<path class="span" d="M{left} 48H{right}"/>{names}</g>'
