"""Words that stand for figures told beside them, by how many these are: 这两个数字, 三项指标; they count nothing."""

from __future__ import annotations

import re

_THOSE = "[两二三四五](?:个|项|组)(?:主要)?(?:数字|数据|指标|比例|比率)"
_ITEMS = "[两三四五]项(?:主要)?(?:指标|数据)"
POINTING = re.compile(f"(?:这|上述|前述){_THOSE}|{_ITEMS}")
_ARE = re.compile(f"{_THOSE}(?:分别|依次|各为|是)")  # 这|两个数字分别是
_EACH_IS = re.compile(f"{_ITEMS}(?:同比|环比)?(?:分别|依次|均|都|全面)")  # 三项指标同比分别下降…


def points(text: str, start: int) -> bool:
    """Whether the numeral at `start` says no more than how many figures are meant."""
    told = text.endswith(("这", "上述", "前述"), 0, start)
    return _EACH_IS.match(text, start) is not None or (told and _ARE.match(text, start) is not None)
