"""The sides of a thing in a row: `4560×1850×1620毫米`, `长宽高分别为4560/1850/1620`, `分辨率为2460x1080`; each is a
figure of its own."""

from __future__ import annotations

import re

from claims.quantity import Quantity, Scan
from claims.zh.figures import DIGITS, digit_figure
from claims.zh.records import Reading
from claims.zh.slots import Slot
from claims.zh.wording import quantity, unit_at

_SIDE = r"[0-9]{1,5}(?:\.[0-9]{1,3})?"
_TIMES = re.compile(rf"{_SIDE}(?:[ ]?[×xX*][ ]?{_SIDE}){{1,2}}(?:/[0-9]{{1,5}})?(?![0-9])")
_NAMED = re.compile(r"[0-9]{4}(?:[ ]?[/、×xX*][ ]?[0-9]{4}){2}(?![0-9])")
_NAME = re.compile(r"长、?宽、?高(?:分别|依次)?(?:为|是|达)?[: ]?\Z")
_RESOLUTION = re.compile(r"(?:分辨率|像素)(?:分别|高)?[为达是]?[ :]?\Z")
_INCHES = re.compile(r"英寸 ?\Z")
MARKS = frozenset("×xX*/、")  # what can part a side from the next
_BYTES = frozenset(("GB", "TB", "G", "T", "gb"))
SIGNS = frozenset("×xX*")
_NAMES = ("长", "宽", "高")
DIMENSIONS = frozenset("长宽高厚深重")
_MEASURED = frozenset(("length", "mass"))
_STATES = ("折叠", "展开", "合上", "打开")  # these have no weight of their own
_SIZE = re.compile(r"的?长宽高$")


def read(text: str, start: int, found: Scan) -> int:
    """Read the sides that begin with the figure at `start` and say where to read on; 0 if there are none."""
    if start and text[start - 1].isascii() and text[start - 1].isalnum():
        return 0
    match = _TIMES.match(text, start)
    unit, end = unit_at(text, match.end()) if match else (None, 0)
    if match is not None and _is_resolution(text, start, match.end()):
        unit, end = None, match.end()
    elif match is None or unit is None or unit.dimension != "length":
        match = _NAMED.match(text, start)
        if match is None or not _NAME.search(text, max(0, start - 8), start):
            return 0
        bracket = text[match.end() : match.end() + 1] == "("  # 5319/2050/1930(mm)
        unit, end = unit_at(text, match.end() + bracket)
    for side in DIGITS.finditer(text, start, match.end()):
        figure = digit_figure(text, side.start())
        assert figure is not None
        found.quantities.append(quantity(text, figure, unit, end if side.end() == match.end() else figure.end))
    return end


def _is_resolution(text: str, start: int, end: int) -> bool:
    """Whether two numbers without unit are the pixels of a screen or picture: 分辨率为2460×1080."""
    named = _RESOLUTION.search(text, max(0, start - 12), start) is not None
    of_screen = _INCHES.search(text, max(0, start - 4), start) is not None  # 6.67英寸 2712×1220 直屏
    return named or of_screen or text.startswith(("分辨率", " 分辨率"), end)


def pixels(slots: list[Slot], at: int) -> bool:
    """Whether two numbers parted by × stand at `at`, and a word behind them: 2772×1240柔性屏."""
    numbers = at + 3 < len(slots) and slots[at].role == slots[at + 2].role == "quantity"
    return numbers and slots[at + 1].word.strip() in SIGNS and slots[at + 3].role == "gap"


def parts(slots: list[Slot], index: int, named: bool = True) -> bool:
    """Whether the slot at `index` parts two sides; only × does unless the measure has `named` them."""
    if not 0 < index < len(slots) - 1 or slots[index - 1].role != "quantity" or slots[index + 1].role != "quantity":
        return False
    mark = slots[index].word.strip()
    return mark in SIGNS or (named and mark in ("/", "、", "和", "与", "及"))


def memory(slots: list[Slot], index: int) -> str:
    """Which of 8GB+256GB the figure at `index` is: 内存 or 存储; empty where it is none of such a pair."""
    for at, name in ((index, "内存"), (index - 2, "存储")):
        if at < 0 or at + 2 >= len(slots) or slots[at + 1].word.strip() != "+":
            continue
        small, large = slots[at].item, slots[at + 2].item
        if (
            isinstance(small, Quantity)
            and isinstance(large, Quantity)
            and small.unit in _BYTES
            and large.unit in _BYTES
        ):
            return name if small.value < large.value or large.unit[0] == "T" else ""
    return ""


def owner(measure: str) -> str:
    """The thing whose 长宽高 are told, or nothing."""
    return _SIZE.sub("", measure) if measure.endswith("长宽高") else ""


def of_same(dimension: str, readings: list[Reading]) -> str:
    """`整机重1.4公斤,厚18毫米`: the dimension of the thing whose other dimension was told last in the sentence."""
    for reading in reversed(readings):
        thing = reading.measure[:-1]
        if thing and reading.measure[-1] in DIMENSIONS and reading.quantity.dimension in _MEASURED:
            return dimension if thing.endswith(_STATES) else thing + dimension
    return dimension


def name(measure: str, number: int) -> str:
    """The measure of side `number`, from 0: 车身尺寸长, 车身尺寸宽, 车身尺寸高."""
    thing = _SIZE.sub("", measure)
    return (thing.removesuffix("尺寸") or thing) + _NAMES[number]
