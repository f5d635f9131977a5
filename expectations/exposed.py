"""Quoted figures of which the article itself says that they are false: an advertisement, a forged paper."""

from __future__ import annotations

import re

QUOTED = 40  # characters from a mark of quotation to the figure
NEAR = 300  # characters around the figure in which the article says so
FALSE = re.compile(
    "虚假|伪造|不存在|没有这一天|子虚乌有|谎称|夸大|夸张|误导|吹嘘|不可能|骗局|造假|假(?:借条|合同|证|广告|账)|没有(?:29|30|31)[日号]"
)


def exposed(text: str, start: int, end: int) -> bool:
    """Whether a figure stands in quotation marks, and words near it say that what is quoted is false."""
    opened = text.rfind("“", max(0, start - QUOTED), start)
    quoted = opened >= 0 and "”" not in text[opened:start] and "”" in text[end : end + QUOTED]
    return quoted and FALSE.search(text, max(0, start - NEAR), end + NEAR) is not None
