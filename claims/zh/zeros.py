"""Stated zeros of Chinese text: 零事故, 没有发生案件, 无一伤亡."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.quantity import Quantity, Scan

_NOUNS = (
    "感染|发案|案发|警情|事故|死亡|伤亡|新增|投诉|发生|差错|失误|确诊|病例|增长|火灾|违章|违法|违规|违纪|犯罪|刑案|命案"
    "|上访|信访|事件|案件|疫情|超标|滞留|漏报|泄漏|举报|复吸|复发|溺亡|报告"
)
_ZERO = re.compile(rf"(零)(?={_NOUNS})|(?<=[为至])(零)(?=[,。;、)\n]|$)")  # 死亡人数为零
_NOTHING = re.compile(rf"{_NOUNS}|免赔|首付|利息|门槛|距离(?!感)")
_CLASS = re.compile(rf"(?:{_NOUNS})[\u4e00-\u9fff]{{0,4}}[0-9]")  # 零发案小区1523个: those without any
_NONE = re.compile(
    r"(没有|未)(?:再)?(?:发生|出现)"
    r"(?=[^,。;!?\n]{0,15}(?:事故|案件|事件|火灾|伤亡|死亡|疫情|感染|警情|纠纷|病例|一起|一例))"
    r"|(?<!空)(无一)(?=[人起名宗件家](?!外)|伤亡|死亡|遗漏|漏|感染|例(?!外))"
    r"|(没有|未)(?:造成|发生)?(?=人员[伤死]亡)|(无)(?=人员[伤死]亡|新增(?:本土|确诊|死亡|感染|病例))"
)


def counts_none(text: str, end: int) -> bool:
    """Whether a bare 0 that ends there counts what follows: 0事故, 0免赔."""
    return _NOTHING.match(text, end) is not None


def zero(text: str, start: int, found: Scan) -> int:
    """Read a stated zero as a quantity of 0 on its first word and say where to read on; 0 if there is none."""
    match = _ZERO.match(text, start) or _NONE.match(text, start)
    if match is None or _CLASS.match(text, match.end()):
        return 0
    end = match.end(match.lastindex or 0)
    found.quantities.append(Quantity(start, end, Decimal(0), Decimal(1), "", "count", start, end, "", "", "zero"))
    return end
