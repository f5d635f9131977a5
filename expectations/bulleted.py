"""Lists in lines of their own, one figure a line, the last of them all others: ●超员12起 … ●其他64起."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.claim import Claim
from expectations.blocks import Block
from expectations.completeness import closes
from expectations.sums import Split, rows
from expectations.words import before

BULLET = re.compile(r"\s*(?:[—–-]{1,2}|[●■◆○▲•·★▪◎]|[①-⑳]|[（(]?(?:\d{1,2}|[一二三四五六七八九十])[）)、.．])")
OTHERS = re.compile(r"^(?:其他|其它|其余|另外|余下)")
SPREAD = re.compile(
    "(?:分布|构成|组成|分类|区域|类别|用途|情况|明细|战果|数量)[^，,。；;]{0,4}(?:看|为|如下|是)?[：:]$"
)
BARE = re.compile(r"[一-鿿]{2,10}\d[\d,.]*[万亿]?[一-鿿]{1,3}")  # 城关中队31起
LABEL = re.compile(r"\s*[^，,。；;：:\d\n]{2,12}(?:[：:]|\s)\s*")
SUM = re.compile("(?:以上|上述)?(?:[一-鿿两\\d]{1,2}[类项种个样])?(?:合计|总计|共计|小计|总数)")
FEWEST = 3
MOST = 30
ABOVE = 2  # paragraphs from the figure of all to the list


def bulleted(block: Block) -> Iterator[Split]:
    """Lists of three lines and more that the last line closes, with the figure before them that they are to make up."""
    for line in block.once(rows):
        heads = [at for at, one in enumerate(line) if _heads_line(line, at)]
        for nth, end in enumerate(heads):
            first, parts = _lines(line, heads[max(0, nth + 1 - MOST) : nth + 1])
            closed = OTHERS.match(BULLET.sub("", line[end].sentence.strip(), count=1)) is not None
            if not closed and not (nth + 1 == len(heads) and _announced(block, parts)):
                continue
            total = line[first - 1] if len(parts) >= FEWEST and first else None
            if total is None or not _led(total, parts) or any(part.value >= total.value for part in parts):
                continue
            if closes(total, parts) or (closed and total.value < sum(part.value for part in parts)):
                yield Split(total, parts, True, True)


def tallied(block: Block) -> Iterator[Split]:
    """Lines of a label and a figure each, with the one below them that sums them up: 蔬菜：120批次 … 合计：300批次."""
    for line in block.once(rows):
        heads = [at for at, one in enumerate(line) if _labelled(line, at)]
        for nth, end in enumerate(heads):
            if SUM.match(line[end].sentence.strip()) is None:
                continue
            _, lines = _lines(line, heads[max(0, nth + 1 - MOST) : nth + 1])
            parts = lines[:-1]
            own = all(SUM.match(one.sentence.strip()) is None for one in parts)
            if len(parts) >= FEWEST - 1 and own and line[end].value > max(one.value for one in parts):
                yield Split(line[end], parts, True, True)


def _labelled(line: Sequence[Claim], at: int) -> bool:
    """Whether a figure is the first one of a line, behind a short label and no more."""
    one = line[at]
    first = not at or line[at - 1].sentence_start != one.sentence_start
    words = before(one)
    return first and (LABEL.fullmatch(words) or SUM.fullmatch(words.strip())) is not None and not one.hedge


def _announced(block: Block, parts: Sequence[Claim]) -> bool:
    """Whether the line above the list says how all are spread, and ends in a colon: 从区域分布看：."""
    article = block.documents.get(parts[0].document)
    lines = article.text[: parts[0].sentence_start].rstrip("—–- \n\t").rpartition("\n") if article else ("", "", "")
    return SPREAD.search(lines[2].strip()) is not None


def _heads_line(line: Sequence[Claim], at: int) -> bool:
    """Whether a figure is the first one of a line that begins with a bullet or a number."""
    one = line[at]
    first = not at or line[at - 1].sentence_start != one.sentence_start
    if not first or one.hedge:
        return False
    return BULLET.match(one.sentence) is not None or BARE.fullmatch(one.sentence.strip()) is not None


def _lines(line: Sequence[Claim], heads: Sequence[int]) -> tuple[int, tuple[Claim, ...]]:
    """The figures of the lines that run up to the last of `heads` without a gap, and where they begin."""
    first, row = heads[-1], [line[heads[-1]]]
    for at in reversed(heads[:-1]):
        one = line[at]
        if row[-1].paragraph - one.paragraph != 1 or one.unit != row[-1].unit:
            break
        row.append(one)
        first = at
    return first, tuple(reversed(row))


def _led(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the figure stands above the list, at most the line that opens it between, and names no part."""
    near = parts[0].paragraph - total.paragraph <= ABOVE and total.document == parts[0].document
    return near and total.unit == parts[0].unit and not total.hedge and "其中" not in before(total, 8)
