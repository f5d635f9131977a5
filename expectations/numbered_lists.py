"""Lists that an article numbers aloud, with the count that announces them: 有五件事：一是…，二是…，三是…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.claim import Mention
from expectations.blocks import Block
from expectations.numerals import whole
from expectations.passages import found

NUMERALS = "一二三四五六七八九十"
ANNOUNCED = re.compile(
    "(?P<many>[两二三四五六七八九十]|(?<![\\d第])\\d(?![点条大]))(?:件事?|个(?:方面|问题|环节|原因|难题|特点|重点|变化|突出)|[项点条]|大|类|方面)"
    "[一-鿿]{0,8}[：:，,。](?:(?:现|具体|内容)?(?:公布|通告|介绍|通报|部署|安排)?如下[：:。])?\\s{0,4}(?=[^：:。\\n]{0,4}一是)"
)
APART = 240  # characters from one item to the number of the next
BEHIND = 8  # characters behind the sentence of the last item
GOES_ON = re.compile("还有|此外|另外|最后|再就是|其次|以及|等[，,。]")  # an item without a number


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A count as announced, and how many items the article numbers."""

    announced: Mention
    many: int
    items: int


def numbered_lists(block: Block) -> Iterator[NumberedList]:
    """Each list of which the last number differs from the count, and that nothing goes on with."""
    for place, match in found(block, ANNOUNCED, "list", ("一是",)):
        text = block.documents[place.document].text
        many, at, items = whole(match["many"]), match.end(), 0
        while items < len(NUMERALS):
            then = text.find(f"{NUMERALS[items]}是", at, at + APART)
            if then < 0 or text[then - 1] in f"第十{NUMERALS}":
                break
            at, items = then + 2, items + 1
        end = text.find("。", at)
        rest = text[at : end + BEHIND if end >= 0 else len(text)]
        if items > 1 and items != many and not (items < many and GOES_ON.search(rest)):
            yield NumberedList(place, many, items)
