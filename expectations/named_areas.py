"""Areas named one by one right before their number: 湖南、广西、云南、福建、江西5个省区."""

from __future__ import annotations

import re
from collections.abc import Iterator

from expectations.blocks import Block
from expectations.numbered_lists import NumberedList
from expectations.numerals import whole
from expectations.passages import found

NAMED = re.compile(
    r"(?<![、和与及])(?P<names>[一-鿿]{2,4}(?:、[一-鿿]{2,4}){2,}(?P<last>[和与及][一-鿿]{2,4})?)(?<![等余近约达个之多第前])"
    r"(?P<many>[三四五六七八九]|十[一二三四五六七八九]?|\d{1,2})个?(?:省区市|省市区|省区|省市|省份|地市|地级市|县市区|县区|区县|市县|省|市|县)"
    r"(?![一二三四五六七八九十两\d直]|级|区域|场|民|值)"
)
# Of several areas each.
REGIONS = re.compile(
    "京津冀|长三角|珠三角|大湾区|[东西华][南北中东部]|川渝|江浙沪|两湖|两广|云贵川|陕甘宁|闽粤|沿海|各地|等地"
)


def named_areas(block: Block) -> Iterator[NumberedList]:
    """Each such list with another number of names, none of which stands for several areas."""
    for place, match in found(block, NAMED, "list", ("省", "市", "县")):
        names, many = match["names"], whole(match["many"])
        items = names.count("、") + 1 + (match["last"] is not None)
        if items != many and REGIONS.search(names) is None:
            yield NumberedList(place, many, items)
