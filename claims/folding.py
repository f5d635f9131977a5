"""Text folded for reading, with a way back to the original offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

# Characters without width that may stand inside a figure: soft hyphen, zero-width marks, direction marks.
_INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u0000"
)
_TRADITIONAL = dict(zip("萬億個兩餘幾車輛間項條張萬處戶網際總額產業區縣鄉鎮灣廣東國電訊歲時鐘點單據顯長減約達過為與從萬圓雙場", "万亿个两余几车辆间项条张万处户网际总额产业区县乡镇湾广东国电讯岁时钟点单据显长减约达过为与从万圆双场", strict=True))  # fmt: skip
_RUN_ON = re.compile(r"(?<=[\u4e00-\u9fff，,、0-9a-zA-Z“”\"])[ \t\u3000]*\n\s*(?=[\u4e00-\u9fff”、，,0-9%％])")
_SKIP = re.compile(f"[{_INVISIBLE}]+")


@cache
def _table() -> dict[int, str]:
    """Full-width forms, CJK compatibility punctuation and traditional unit words, each to one character."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {0x3000: " ", 0x00A0: " ", 0x2009: " ", 0x202F: " ", 0x2007: " ", 0x2212: "-", 0x2010: "-", 0x2011: "-"}
    table |= {
        ord("﹪"): "%",
        ord("٪"): "%",
        ord("﹒"): ".",
        ord("﹐"): ",",
        ord("﹑"): "、",
        ord("\r"): "\n",
        ord("\t"): " ",
    }
    table |= {ord(old): new for old, new in _TRADITIONAL.items()}
    return table


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` for reading; `origin` and `end` lead from its offsets to the original's."""

    text: str
    cuts: tuple[int, ...] = ()  # offsets in `text` before which something was left out
    shifts: tuple[int, ...] = ()  # how much was left out in all, up to each cut

    def origin(self, offset: int) -> int:
        """The original offset of the character at `offset`."""
        if not self.cuts:
            return offset
        index = bisect_right(self.cuts, offset)
        return offset + (self.shifts[index - 1] if index else 0)

    def end(self, offset: int) -> int:
        """The original end of a stretch that ends before `offset`."""
        return self.origin(offset - 1) + 1 if offset else 0


def _omissions(text: str) -> list[tuple[int, int]]:
    """Spans to leave out: invisible characters, and line ends within a sentence."""
    spans = [match.span() for match in _SKIP.finditer(text)] if not text.isascii() else []
    spans += [(m.start(), m.end()) for m in _RUN_ON.finditer(text) if _runs_on(text, m.start())]
    return sorted(spans)


def _runs_on(text: str, end: int) -> bool:
    """Whether the line that ends at `end` breaks off within a sentence: it is long and has inner punctuation."""
    start = text.rfind("\n", max(0, end - 2000), end) + 1
    line = text[start:end]
    return len(line) >= 24 and ("，" in line or "," in line or "。" in line or "、" in line)


def fold(text: str) -> Folded:
    """`text` with forms folded one to one, invisible characters and line ends within sentences left out."""
    spans = _omissions(text)
    folded = text.translate(_table())
    if not spans:
        return Folded(folded)
    pieces, cuts, shifts = [], [], []
    position = kept = gone = 0
    for start, end in spans:
        if start < position:
            continue
        pieces.append(folded[position:start])
        kept += start - position
        gone += end - start
        cuts.append(kept)
        shifts.append(gone)
        position = end
    pieces.append(folded[position:])
    return Folded("".join(pieces), tuple(cuts), tuple(shifts))
