"""Intervals of exact numbers with open and closed ends: the heart of every judgement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

Exact = int | Decimal | Fraction


def exact(value: Exact) -> Fraction:
    """The fraction equal to `value`; a float raises `TypeError`, since it has lost the printed digits."""
    if isinstance(value, float):
        raise TypeError(f"a float is not exact: {value!r}")
    return value if type(value) is Fraction else Fraction(value)


class _Late:
    """Something whose fields are reckoned when the first of them is asked for; see `Interval.late`."""

    __slots__ = ("_recipe",)

    if not TYPE_CHECKING:  # the fields are declared below

        def __getattr__(self, name: str) -> Any:
            """Called for a field not yet set."""
            if name not in Interval.__slots__:
                raise AttributeError(name)
            reckon, arguments = self._recipe
            found = reckon(*arguments)
            for field in Interval.__slots__:
                object.__setattr__(self, field, getattr(found, field))
            return getattr(self, name)


@dataclass(frozen=True, slots=True)
class Interval(_Late):
    """All numbers from `low` to `high`; None is unbounded, and an unbounded end is open.

    Raises ValueError when empty: `low` above `high`, or equal ends that are not both closed.
    """

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        if self.low is None and self.low_closed:
            object.__setattr__(self, "low_closed", False)
        if self.high is None and self.high_closed:
            object.__setattr__(self, "high_closed", False)
        if self.low is None or self.high is None:
            return
        if self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed)):
            raise ValueError(f"empty interval: {self}")

    @classmethod
    def of(cls, low: Exact | None, high: Exact | None, low_closed: bool = True, high_closed: bool = True) -> Interval:
        """The interval with these ends, of any exact type."""
        return cls(None if low is None else exact(low), None if high is None else exact(high), low_closed, high_closed)

    @classmethod
    def late(cls, reckon: Callable[..., Interval], *arguments: object) -> Interval:
        """The interval `reckon(*arguments)`, called when an end is first asked for; figures near by share it."""
        return _late(reckon, arguments)

    @classmethod
    def point(cls, value: Exact) -> Interval:
        """The interval that holds `value` alone."""
        end = exact(value)
        return cls(end, end)

    @classmethod
    def _known(cls, low: Fraction | None, high: Fraction | None, low_closed: bool, high_closed: bool) -> Interval:
        """An interval whose ends are known to be in order: what arithmetic makes of intervals that are not empty."""
        made = object.__new__(cls)
        put = object.__setattr__
        put(made, "low", low)
        put(made, "high", high)
        put(made, "low_closed", low_closed and low is not None)
        put(made, "high_closed", high_closed and high is not None)
        return made

    def __reduce__(self) -> tuple[Callable[..., Interval], tuple[object, ...]]:
        """Pickled by its recipe where it has one, so that it is shared again where it arrives."""
        if self.recipe:
            return Interval.late, (self.recipe[0], *self.recipe[1])
        return Interval, (self.low, self.high, self.low_closed, self.high_closed)

    def __str__(self) -> str:
        left = "−∞" if self.low is None else str(self.low)
        right = "∞" if self.high is None else str(self.high)
        return f"{'[' if self.low_closed else '('}{left}, {right}{']' if self.high_closed else ')'}"

    @property
    def recipe(self) -> tuple[Callable[..., Interval], tuple[object, ...]] | None:
        """What a late interval is reckoned by, and from what."""
        return getattr(self, "_recipe", None)

    @property
    def is_point(self) -> bool:
        """Whether the interval holds exactly one number."""
        return self.low is not None and self.low == self.high

    def __contains__(self, value: Exact) -> bool:
        return self.meets(Interval.point(value))

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both; intervals that only touch meet if both ends are closed."""
        return _reaches(self, other) and _reaches(other, self)

    def intersection(self, other: Interval) -> Interval | None:
        """The numbers in both, or None if there are none."""
        if not self.meets(other):
            return None
        low, low_closed = _tighter(self.low, self.low_closed, other.low, other.low_closed, upper=False)
        high, high_closed = _tighter(self.high, self.high_closed, other.high, other.high_closed, upper=True)
        return Interval(low, high, low_closed, high_closed)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low, low_closed = _looser(self.low, self.low_closed, other.low, other.low_closed, upper=False)
        high, high_closed = _looser(self.high, self.high_closed, other.high, other.high_closed, upper=True)
        return Interval(low, high, low_closed, high_closed)

    def gap(self, other: Interval) -> Fraction:
        """The least distance between a number of each: 0 where they meet or touch."""
        if self.high is not None and other.low is not None and self.high < other.low:
            return other.low - self.high
        if other.high is not None and self.low is not None and other.high < self.low:
            return self.low - other.high
        return Fraction(0)

    def __add__(self, other: Interval) -> Interval:
        return Interval._known(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __neg__(self) -> Interval:
        return Interval._known(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_closed,
            self.low_closed,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scaled(self, factor: Exact) -> Interval:
        """Every number times `factor`; a negative factor swaps the ends, zero gives the point 0."""
        weight = exact(factor)
        if weight == 0:
            return Interval.point(0)
        if weight < 0:
            return -self.scaled(-weight)
        return Interval._known(
            None if self.low is None else self.low * weight,
            None if self.high is None else self.high * weight,
            self.low_closed,
            self.high_closed,
        )

    def __mul__(self, other: Interval) -> Interval:
        """All products of a number of each."""
        if self.low is not None and other.low is not None and self.low > 0 and other.low > 0:
            return Interval._known(
                self.low * other.low,
                None if self.high is None or other.high is None else self.high * other.high,
                self.low_closed and other.low_closed,
                self.high_closed and other.high_closed,
            )
        corners = [_product(a, b) for a in _ends(self) for b in _ends(other)]
        if _straddles_zero(self) or _straddles_zero(other):
            corners.append(_Bound(Fraction(0), 0, True))
        low, high = min(corners, key=_below), max(corners, key=_above)
        return Interval(low.value, high.value, low.closed, high.closed)

    def reciprocal(self) -> Interval:
        """All 1/x; raises ZeroDivisionError when the interval holds 0 inside or as a closed end."""
        if self.low is not None and self.high is not None and self.low > 0:
            return Interval._known(1 / self.high, 1 / self.low, self.high_closed, self.low_closed)
        if _straddles_zero(self) or Fraction(0) in (
            self.low if self.low_closed else None,
            self.high if self.high_closed else None,
        ):
            raise ZeroDivisionError(f"{self} holds 0")
        return Interval(
            None if not self.high and self.high is not None else (Fraction(0) if self.high is None else 1 / self.high),
            None if not self.low and self.low is not None else (Fraction(0) if self.low is None else 1 / self.low),
            self.high_closed,
            self.low_closed,
        )

    def __truediv__(self, other: Interval) -> Interval:
        return self * other.reciprocal()


@lru_cache(maxsize=1 << 10)
def _late(reckon: Callable[..., Interval], arguments: tuple[object, ...]) -> Interval:
    interval = object.__new__(Interval)
    object.__setattr__(interval, "_recipe", (reckon, arguments))
    return interval


@dataclass(frozen=True, slots=True)
class _Bound:
    """One end: a value, or None with the sign of the infinity it stands for."""

    value: Fraction | None
    infinity: int
    closed: bool


def _ends(interval: Interval) -> tuple[_Bound, _Bound]:
    return (
        _Bound(interval.low, -1 if interval.low is None else 0, interval.low_closed),
        _Bound(interval.high, 1 if interval.high is None else 0, interval.high_closed),
    )


def _sign(bound: _Bound) -> int:
    if bound.value is None:
        return bound.infinity
    return (bound.value > 0) - (bound.value < 0)


def _product(a: _Bound, b: _Bound) -> _Bound:
    if a.value is not None and b.value is not None:
        # A closed zero makes the product 0 attained whatever the other end is.
        attained = (a.value == 0 and a.closed) or (b.value == 0 and b.closed)
        return _Bound(a.value * b.value, 0, attained or (a.closed and b.closed))
    sign = _sign(a) * _sign(b)
    if sign == 0:
        zero = a if a.value == 0 else b
        return _Bound(Fraction(0), 0, zero.closed)
    return _Bound(None, sign, False)


def _straddles_zero(interval: Interval) -> bool:
    below = interval.low is None or interval.low < 0
    above = interval.high is None or interval.high > 0
    return below and above


def _below(bound: _Bound) -> tuple[int, Fraction, bool]:
    return bound.infinity, bound.value or Fraction(0), not bound.closed


def _above(bound: _Bound) -> tuple[int, Fraction, bool]:
    return bound.infinity, bound.value or Fraction(0), bound.closed


def _reaches(left: Interval, right: Interval) -> bool:
    """Whether `left` does not end before `right` begins."""
    end, start = left.high, right.low
    if end is None or start is None:
        return True
    reach, wanted = end.numerator * start.denominator, start.numerator * end.denominator
    return reach > wanted or (reach == wanted and left.high_closed and right.low_closed)


def _tighter(
    a: Fraction | None, a_closed: bool, b: Fraction | None, b_closed: bool, *, upper: bool
) -> tuple[Fraction | None, bool]:
    if a is None:
        return b, b_closed
    if b is None:
        return a, a_closed
    if a == b:
        return a, a_closed and b_closed
    return (a, a_closed) if (a < b) == upper else (b, b_closed)


def _looser(
    a: Fraction | None, a_closed: bool, b: Fraction | None, b_closed: bool, *, upper: bool
) -> tuple[Fraction | None, bool]:
    if a is None or b is None:
        return None, False
    if a == b:
        return a, a_closed or b_closed
    return (a, a_closed) if (a > b) == upper else (b, b_closed)
