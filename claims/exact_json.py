"""JSON whose numbers carry the digits of the decimal they stand for: 13.5, never 13.499999999999998."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction
from io import StringIO
from json.encoder import encode_basestring
from typing import Any

_EXACT = Context(prec=400, traps=[Inexact])
_ROUNDED = Context(prec=30)
Put = Callable[[str], object]
_PIECEMEAL = 2  # levels of which `pieces` gives each member by itself
_CONSTANTS = {None: "null", True: "true", False: "false"}
_LONGEST = 60  # digits; a longer number is written with an exponent
# Controls, bidirectional controls, invisible tags: escaped, so that no terminal acts on them.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def as_decimal(value: Fraction) -> Decimal:
    """The decimal equal to `value`, or the nearest one of 30 digits where none is."""
    try:
        return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    except Inexact:
        return _ROUNDED.divide(Decimal(value.numerator), Decimal(value.denominator))


def digits(value: Decimal) -> str:
    """The plain digits of `value`, valid as a JSON number."""
    if value.is_zero():
        return "0"
    if abs(value.adjusted()) > _LONGEST:
        return str(value)
    return format(value, "f")


def dumps(value: Any, indent: int | None = None, end: str = "") -> str:
    """`value` as JSON: dicts, lists, iterators, text, booleans, None and exact numbers; a float raises TypeError.

    `end` comes last. A lone surrogate, which UTF-8 cannot carry, becomes U+FFFD, so offsets into a text stay right.
    """
    out = StringIO()  # a list of the pieces would take many times the memory
    _write(value, out.write, indent, 0)
    out.write(end)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Members:
    """An object whose members are made as they are written, for `pieces`."""

    pairs: Iterable[tuple[str, Any]]


def pieces(value: Any, indent: int | None = None, end: str = "", depth: int = 0) -> Iterator[str]:
    """`dumps(value)` bit by bit, so that long lists, iterators and `Members` never stand in memory whole."""
    if depth == _PIECEMEAL or not isinstance(value, Mapping | Members | list | tuple | Iterator):
        out = StringIO()
        _write(value, out.write, indent, depth)
        yield out.getvalue() + end
        return
    named = isinstance(value, Mapping | Members)
    members = value.items() if isinstance(value, Mapping) else value.pairs if isinstance(value, Members) else value
    separator = _separator(indent, depth)
    number = -1
    for number, member in enumerate(members):
        yield separator if number else _opening("{" if named else "[", True, indent, depth)
        if named:
            yield _text(str(member[0])) + ": "
        yield from pieces(member[1] if named else member, indent, "", depth + 1)
    if number < 0:
        yield "{" if named else "["
    yield _closing("}" if named else "]", number >= 0, indent, depth) + end


def loads(text: str) -> Any:
    """The value of a JSON text, its numbers as int and Decimal; raises ValueError where it is none."""
    try:
        return json.loads(text, parse_float=Decimal)
    except InvalidOperation as error:  # an exponent beyond all bounds
        raise ValueError("a number out of range") from error


def _write(value: Any, put: Put, indent: int | None, depth: int) -> None:
    if isinstance(value, str):
        put(_text(value))
    elif isinstance(value, (dict, Mapping)):  # a dict is known at once
        put(_opening("{", bool(value), indent, depth))
        separator = _separator(indent, depth)
        for number, (key, item) in enumerate(value.items()):
            put((separator if number else "") + _text(str(key)) + ": ")
            _write(item, put, indent, depth + 1)
        put(_closing("}", bool(value), indent, depth))
    elif isinstance(value, list | tuple | Iterator):
        separator = _separator(indent, depth)
        number = -1
        for number, item in enumerate(value):
            if number:
                put(separator)
            else:
                put(_opening("[", True, indent, depth))
            _write(item, put, indent, depth + 1)
        if number < 0:
            put("[")
        put(_closing("]", number >= 0, indent, depth))
    else:
        put(_scalar(value))


def _scalar(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return _CONSTANTS[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Fraction):
        return digits(as_decimal(value))
    if isinstance(value, Decimal) and value.is_finite():
        return digits(value)
    raise TypeError(f"not an exact JSON value: {value!r}")


def _text(value: str) -> str:
    if value.isprintable():  # no control, no format character, no surrogate
        return encode_basestring(value)
    written = encode_basestring(_SURROGATE.sub("\ufffd", value))
    return _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], written)


def _separator(indent: int | None, depth: int) -> str:
    return ", " if indent is None else ",\n" + " " * indent * (depth + 1)


def _opening(bracket: str, filled: bool, indent: int | None, depth: int) -> str:
    return bracket if indent is None or not filled else bracket + "\n" + " " * indent * (depth + 1)


def _closing(bracket: str, filled: bool, indent: int | None, depth: int) -> str:
    return bracket if indent is None or not filled else "\n" + " " * indent * depth + bracket
