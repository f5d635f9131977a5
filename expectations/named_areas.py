"""Provinces named one by one right before their number: 湖南、广西、云南、福建、江西5个省区."""

from __future__ import annotations

import re
from collections.abc import Iterator

from expectations.blocks import Block
from expectations.numbered_lists import NumberedList
from expectations.numerals import whole
from expectations.passages import found

PROVINCE = (
    "(?:(?:北京|天津|上海|重庆)市?|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南"
    "|四川|贵州|云南|陕西|甘肃|青海|台湾)省?|内蒙古|广西|西藏|宁夏|新疆)"
)
NAMED = re.compile(
    rf"(?<![、和与及外除])(?P<names>{PROVINCE}(?:、{PROVINCE}){{2,}}(?P<last>[和与及]{PROVINCE})?)"
    r"(?P<many>[三四五六七八九]|十[一二三四五六七八九]?|\d{1,2})个?(?:省区市|省市区|省区|省市|省份|省)(?![一二三四五六七八九十两\d直级会]|内|域)"
)


def named_areas(block: Block) -> Iterator[NumberedList]:
    """Each such list with another number of names."""
    for place, match in found(block, NAMED, "list", ("省",)):
        names, many = match["names"], whole(match["many"])
        items = names.count("、") + 1 + (match["last"] is not None)
        if items != many:
            yield NumberedList(place, many, items)
