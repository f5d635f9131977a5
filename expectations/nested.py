"""Measures that cannot exceed one another, by their meaning: what is solved was filed, deposits are liabilities."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nested:
    """A measure worded `part` is never larger than one worded `whole` of the same unit; `by` is the reason."""

    part: re.Pattern[str]
    whole: re.Pattern[str]
    by: str


# Part, whole, reason: procedure (what is decided was accepted before) and the balance sheet (GB accounting standards).
NESTED = tuple(
    Nested(re.compile(part), re.compile(whole), by)
    for part, whole, by in (
        (r"破案|侦破", r"立案", "破案不超过立案"),
        (r"负债总[额计]|负债合计", r"资产总[额计]|资产合计|总资产", "负债不超过资产"),
        (r"吸收存款|存款总额", r"负债总[额计]|负债合计", "存款属于负债"),
        (r"发放贷款|贷款总额|贷款余额", r"资产总[额计]|资产合计|总资产", "贷款属于资产"),
        (r"不良贷款|逾期贷款|关注类贷款", r"贷款和垫款|贷款总额|各项贷款", "不良和逾期贷款属于贷款"),
        (r"核心一级资本充足率", r"(?<!核心)一级资本充足率", "核心一级资本属于一级资本"),
        (r"(?<!核心)一级资本充足率", r"(?<!级)资本充足率", "一级资本属于资本"),
        (r"审结|办结|结案", r"受理|收案|收到", "办结的先已受理"),
        (r"起诉", r"受理", "起诉的先已受理"),
        (r"立案", r"线索", "立案的先有线索"),
        (r"支持\S{0,8}赔偿|判赔", r"诉请|请求\S{0,4}赔偿|索赔", "判赔不超过诉请"),
        (r"退还|追回|返还|被盗现金", r"损失|被骗|涉案", "追回不超过损失"),
    )
)


def nesting(part: str, whole: str) -> str:
    """Why a measure worded `part` cannot exceed one worded `whole`; empty where nothing says so."""
    return next(
        (
            pair.by
            for pair in NESTED
            if pair.part.search(part) and pair.whole.search(whole) and not pair.part.search(whole)
        ),
        "",
    )
