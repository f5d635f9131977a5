"""JSON whose numbers carry the digits of the decimal they stand for: 13.5, never 13.499999999999998."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from typing import Any

_EXACT = Context(prec=400, traps=[Inexact])
_ROUNDED = Context(prec=30)
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


def dumps(value: Any, indent: int | None = None) -> str:
    """`value` as JSON: dicts, lists, text, booleans, None and exact numbers; a float raises TypeError.

    A lone surrogate, which UTF-8 cannot carry, becomes U+FFFD, so offsets into a text stay right.
    """
    return "".join(_parts(value, indent, 0))


def loads(text: str) -> Any:
    """The value of a JSON text, its numbers as int and Decimal."""
    return json.loads(text, parse_float=Decimal)


def _parts(value: Any, indent: int | None, depth: int) -> list[str]:
    if isinstance(value, Mapping):
        members = [[_text(str(key)), ": ", *_parts(item, indent, depth + 1)] for key, item in value.items()]
        return _joined("{", members, "}", indent, depth)
    if isinstance(value, list | tuple):
        return _joined("[", [_parts(item, indent, depth + 1) for item in value], "]", indent, depth)
    return [_scalar(value)]


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if value is None or isinstance(value, bool | int):
        return json.dumps(value)
    if isinstance(value, Fraction):
        return digits(as_decimal(value))
    if isinstance(value, Decimal) and value.is_finite():
        return digits(value)
    raise TypeError(f"not an exact JSON value: {value!r}")


def _text(value: str) -> str:
    written = json.dumps(_SURROGATE.sub("\ufffd", value), ensure_ascii=False)
    return _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], written)


def _joined(opening: str, members: list[list[str]], closing: str, indent: int | None, depth: int) -> list[str]:
    if not members:
        return [opening, closing]
    separator, before, after = ", ", "", ""
    if indent is not None:
        before = "\n" + " " * indent * (depth + 1)
        after = "\n" + " " * indent * depth
        separator = "," + before
    parts = [opening, before]
    for number, member in enumerate(members):
        if number:
            parts.append(separator)
        parts.extend(member)
    return [*parts, after, closing]
