"""Sums that a sentence takes apart by number: 分三批拨付：第一批…；第二批…；第三批…. 损失有四项：…；…；…；….…共计…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.numerals import whole
from expectations.same import is_level, is_result, is_time, is_worded
from expectations.sums import Split
from expectations.words import before, lead, offset

IN_PARTS = re.compile("分(?P<many>[二两三四五六七八九])(?P<kind>批|期|次|轮|笔|阶段)[^，,。；;：:\\d]{0,10}[：:，,]")
ITEMS = re.compile("(?:有|共|包括|如下|核定|为|计)(?P<many>[二两三四五六七八九])项(?:损失|费用|款项)?[：:]")
FIRST = ("首", "头")
TOTALLED = re.compile("^(?:综上|以上|上述|各项|合计|共计|总计|前述)")
LESSENED = re.compile("扣除|抵扣|已(?:经)?(?:支付|垫付|赔付)|责任比例|[%％]|[七八九六五四三]成|分担|责任的?范围")
BACK = 6  # figures before the parts among which the total stands


def numbered_parts(block: Block) -> Iterator[Split]:
    """Each sum with the parts that words number, exactly so many of them."""
    for at, sentence in enumerate(block.sentences):
        yield from _in_turn(sentence, block)
        following = block.sentences[at + 1] if at + 1 < len(block.sentences) else None
        if following is not None:
            yield from _itemised(sentence, following)


def _usable(one: Claim) -> bool:
    told = is_level(one) and is_result(one) and is_worded(one) and not is_time(one)
    return told and one.kind in ("count", "amount") and not one.hedge and not one.former


def _in_turn(sentence: Sentence, block: Block) -> Iterator[Split]:
    """What was paid, or done, in so many instalments, each under its ordinal."""
    said = IN_PARTS.search(sentence.text)
    if said is None:
        return
    behind = [one for one in sentence.claims if _usable(one) and offset(one) >= said.end()]
    parts = [one for one in behind if one.unit == behind[0].unit and one.kind == behind[0].kind]
    many = whole(said["many"])
    if len(parts) != many or not all(_is_nth(one, nth, said["kind"]) for nth, one in enumerate(parts, 1)):
        return
    told = [one for one in block.claims if one.document == parts[0].document and one.start < parts[0].start]
    earlier = [one for one in told if _usable(one)][-BACK:]
    totals = [one for one in earlier if one.unit == parts[0].unit and one.kind == parts[0].kind]
    totals = [one for one in totals if one.value > max(part.value for part in parts)]
    if len({one.value for one in totals}) == 1:
        yield Split(totals[-1], tuple(parts), True, True)


def _is_nth(one: Claim, nth: int, kind: str) -> bool:
    """Whether the clause of a figure names its ordinal: 第一批, 首批."""
    words = lead(one)
    ordinal = f"第{'一二三四五六七八九'[nth - 1]}{kind}"
    return ordinal in words or (nth == 1 and any(f"{first}{kind}" in words for first in FIRST))


def _itemised(sentence: Sentence, following: Sentence) -> Iterator[Split]:
    """The items of a loss, parted by semicolons, and what the next sentence awards for all of them."""
    said = ITEMS.search(sentence.text)
    if said is None or TOTALLED.match(following.text.lstrip()) is None:
        return
    rows: list[list[Claim]] = [[]]
    at = said.end()
    for piece in re.split("(?<=[；;])", sentence.text[said.end() :]):
        inside = [one for one in sentence.claims if at <= offset(one) < at + len(piece)]
        rows.append([one for one in inside if one.kind == "amount" and one.dimension.isupper()])
        at += len(piece)
    parts = [row[-1] for row in rows if row]
    awarded = [one for one in following.claims if one.kind == "amount" and parts and one.unit == parts[0].unit]
    plain = bool(awarded) and LESSENED.search(before(awarded[0])) is None and awarded[0].dimension.isupper()
    if len(parts) != whole(said["many"]) or not plain or any(one.hedge or one.former for one in (*parts, awarded[0])):
        return
    if len({one.unit for one in parts}) == 1:
        yield Split(awarded[0], tuple(parts), True, True)
