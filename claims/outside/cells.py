"""What a cell of a table from outside says: an exact number, a period, a place; `Misread` says why it says nothing."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from claims import period as periods
from claims import place as places
from claims.bilingual import Bilingual

Cell = Any  # what a table holds: text, a number of any type, a date, None

LARGEST_DOUBLE = 2**53  # above it a binary double no longer tells whole numbers apart (IEEE 754)
_BEFORE_POINT, _AFTER_POINT = 60, 100  # digits of a number; no figure has more, and reckoning with more takes long
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+", re.ASCII)
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,3}", re.ASCII)
_FOLDED = {0xFF10 + n: str(n) for n in range(10)} | {0xFF0C: ",", 0xFF0E: ".", 0xFF0D: "-", 0x2212: "-", 0x00A0: " "}
_TRUE, _FALSE = frozenset(("true", "1", "yes", "是")), frozenset(("false", "0", "no", "否"))
_HELD = (str, bool, int, float, Decimal, date)
_CODE = re.compile(r"\d{6}", re.ASCII)


class Foreign(str):
    """A cell of a type that no table of figures holds: a list, an object, bytes. The text is the type's name."""

    __slots__ = ()


class Misread(ValueError):
    """A cell that does not say what its column promises; `reason` tells a person what to change, `column` where."""

    def __init__(self, zh: str, en: str, column: str = "") -> None:
        super().__init__(en)
        self.reason = Bilingual(zh, en)
        self.column = column


def held(cell: Any) -> Cell:
    """The cell itself, or what stands for one of a type that no table of figures holds."""
    if cell is None or isinstance(cell, _HELD) or _is_missing(cell) or type(cell).__module__ == "numpy":
        return cell
    return Foreign(type(cell).__name__)


def text(cell: Cell) -> str:
    """The words of a cell, empty for a missing one; raises Misread for lists and objects."""
    if cell is None or _is_missing(cell) or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, str) and not isinstance(cell, Foreign):
        return cell.strip()
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, bool | int | float | Decimal | Fraction):
        return str(cell)
    if hasattr(cell, "item"):  # a number of numpy
        return text(cell.item())
    kind = _kind(cell)
    raise Misread(f"这一格应是文字，不是 {kind}。", f"This cell must hold text, not a {kind}.")


def number(cell: Cell) -> Decimal | None:
    """The exact number in a cell with the digits it is printed with, None for a missing one; raises Misread.

    A binary float stands for the shortest decimal that gives it; a whole one for the whole number.
    """
    if isinstance(cell, bool):
        raise Misread("这一格应是数字，不是真假值。", "This cell must hold a number, not true or false.")
    found = _number(cell)
    if found and (found.adjusted() >= _BEFORE_POINT or int(found.as_tuple().exponent) < -_AFTER_POINT):
        raise Misread("数字的位数太多，不像是数据。", "The number has more digits than any figure.")
    return found


def _number(cell: Cell) -> Decimal | None:
    if isinstance(cell, int):
        return Decimal(cell)
    if isinstance(cell, Decimal):
        return _decimal(cell)
    if isinstance(cell, float):
        return _float(cell)
    if isinstance(cell, str) and not isinstance(cell, Foreign):
        return _printed(cell)
    if cell is None or _is_missing(cell):
        return None
    if hasattr(cell, "item"):
        return number(cell.item())
    kind = _kind(cell)
    raise Misread(f"这一格应是数字，不是 {kind}。", f"This cell must hold a number, not a {kind}.")


def _kind(cell: Cell) -> str:
    return str(cell) if isinstance(cell, Foreign) else type(cell).__name__


def integer(cell: Cell) -> int | None:
    """The whole number in a cell, None for a missing one; raises Misread."""
    found = number(cell)
    if found is not None and found != found.to_integral_value():
        raise Misread(f"“{_quoted(cell)}”应是整数。", f"“{_quoted(cell)}” must be a whole number.")
    return None if found is None else int(found)


def truth(cell: Cell) -> bool | None:
    """Whether the cell says true, None for a missing one; raises Misread."""
    said = text(cell).lower()
    if not said:
        return None
    if said in _TRUE:
        return True
    if said in _FALSE:
        return False
    raise Misread(f"“{_quoted(cell)}”应是 true 或 false。", f"“{_quoted(cell)}” must be true or false.")


def period(cell: Cell) -> str:
    """The ISO interval of a cell, empty for a missing one; `2021年上半年` is read too; raises Misread."""
    said = text(cell)
    if not said or periods.bounds(said):
        return said
    from claims.zh.headings import period_of

    found = period_of(said)
    if found:
        return found
    raise Misread(
        f"时期“{_quoted(cell)}”看不懂，请写成 2021、2019-01/2019-06 或 2023-08-15 的样子。",
        f"The period “{_quoted(cell)}” is not understood: write it as 2021, 2019-01/2019-06 or 2023-08-15.",
    )


def place(cell: Cell) -> str:
    """The code of the place in a cell, else its name, empty for a missing one; an unknown code raises Misread."""
    said = text(cell)
    if not said or places.level(said):
        return said
    if _CODE.fullmatch(said):
        raise Misread(
            f"行政区划代码 {said} 不在 GB/T 2260 中，请核对。", f"{said} is no place code of GB/T 2260: check it."
        )
    from claims.zh.headings import place_of

    return place_of(said) or said


def one_of(cell: Cell, known: tuple[str, ...]) -> str:
    """The word in a cell, which must be a known one, or empty; raises Misread."""
    said = text(cell)
    if said and said not in known:
        names = [name for name in known if name]
        raise Misread(
            f"“{_quoted(cell)}”不是可用的词，可用的有：{'、'.join(names)}。",
            f"“{_quoted(cell)}” is not one of {', '.join(names)}.",
        )
    return said


def resolution(value: Decimal) -> Decimal:
    """The unit of the last digit of a number as printed: 1 for 3135, 0.01 for 37.01."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)


def _printed(cell: str) -> Decimal | None:
    said = cell.translate(_FOLDED).strip()
    if not said:
        return None
    if _NUMBER.fullmatch(said):
        return Decimal(said.replace(",", ""))
    if _SCIENTIFIC.fullmatch(said):
        raise _scientific(said)
    if said.endswith(("%", "％")) and _NUMBER.fullmatch(said[:-1].strip()):
        bare = said[:-1].strip()
        raise Misread(f"请把“{said}”写成 {bare}，单位（unit）写 %。", f"Write “{said}” as {bare} with the unit %.")
    raise Misread(
        f"“{_quoted(cell)}”不是数字，请只写数字，单位写在 unit 列。",
        f"“{_quoted(cell)}” is not a number: write digits only, and the unit in the column unit.",
    )


def _decimal(cell: Decimal) -> Decimal | None:
    if cell.is_nan():
        return None
    exponent = cell.as_tuple().exponent
    if not isinstance(exponent, int):
        raise _endless()
    if exponent > 0:
        raise _scientific(str(cell))
    return cell


def _float(cell: float) -> Decimal | None:
    if math.isnan(cell):
        return None
    if math.isinf(cell):
        raise _endless()
    if abs(cell) > LARGEST_DOUBLE:
        raise Misread(
            f"{cell!r} 太大，浮点数存不下它的末位：请把这一列存成文字或定点小数。",
            f"{cell!r} is too large for a float to keep its last digits: store the column as text or decimals.",
        )
    return Decimal(int(cell)) if cell.is_integer() else Decimal(repr(cell)) if abs(cell) >= 1e-4 else _small(cell)


def _small(cell: float) -> Decimal:
    return Decimal(format(Decimal(repr(cell)), "f"))


def _endless() -> Misread:
    return Misread("这一格是无穷大，不是数字。", "This cell is infinite, not a number.")


def _scientific(said: str) -> Misread:
    whole = Decimal(said)
    shown = f"{whole:f}" if abs(whole.adjusted()) < 40 else "…"
    return Misread(
        f"“{said}”是科学记数法，看不出末位在哪里：请写出全部数字，如 {shown}。",
        f"“{said}” is in scientific notation, which hides the last digit: write all digits, such as {shown}.",
    )


def _is_missing(cell: Cell) -> bool:
    """Whether the cell is one of pandas' signs for a missing value (NA, NaT)."""
    return type(cell).__name__ in ("NAType", "NaTType")


def _quoted(cell: Cell) -> str:
    said = str(cell)
    return said if len(said) <= 40 else said[:39] + "…"
