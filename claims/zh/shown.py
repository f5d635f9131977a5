"""The words by which a measure is shown: without a legal name, persons, or what led to it, which its key keeps."""

from __future__ import annotations

import re

from claims.zh import attributes, measure
from claims.zh.records import Reading

# 甲城市建设投资有限责任公司|营业收入
_FIRM = re.compile(r"^.{4,}?(?:有限责任公司|股份有限公司|有限公司)的?(?=..)")
_POINTING = re.compile("(?<=.)(?:这一|这个|这种)(?=..)")  # 女性中|这一|差距
# 张某、李某于案发后向王某|退赔
_PERSON = "(?:被告人|嫌疑人|原告|被告|当事人)?[一-鿿]{1,2}某[某甲乙丙丁]?"
_PERSONS = re.compile(
    rf"^{_PERSON}(?:[、和与及]{_PERSON})*(?:等人?)?(?:于?(?:案发|事发|到案|归案)后)?"
    rf"(?:向{_PERSON}(?:[、和与及]{_PERSON})*)?(?=[^的、]{{2}})"
)
_OPERATION = re.compile(r"^(?:专项|统一|集中|联合)?行动(?:中|期间)(?=..)")
_CAUSED = re.compile(
    r"^.*(?:、|因|违|未|不|迟|侵|挪|虚|超|私).{2,}(?=被(?:行政)?(?:处罚|罚)款?$)"
)  # 迟报信息、侵占资金|被罚款
_ONE = re.compile(
    r"^(?:我们|他们|她们|[这那该][条座款个家只台部起名位项种辆套瓶张间份盒头斤]|一[条座只台部辆套瓶张间份盒头斤])(?=[^的]{2})"
)  # 这条|地铁线全长
_GOT = re.compile(r"^.{4,}(?:拿到|领到|收到)了?(?=[^的、]{0,8}(?:金|款|补贴|工资|薪酬|钱)$)")  # 考上了大学又拿到|资助金
_WITHIN = re.compile(r"^[^、的]{0,8}?[0-9一二两三四五六七八九十半]{1,3}个?(?:分钟|小时|天|日|秒)内(?=..)")
_LONG_OWNER = 3  # times what it owns


def shown(found: Reading, words: str) -> str:
    """The measure as it is shown: with who acted, without a long name of what was only spoken of before."""
    if found.actor or found.rule == "duration":
        return measure.tidy(found.actor + words) if found.actor else words
    if found.spot:
        words = words.removeprefix(found.spot) or words
    words = attributes.shown(words, found.owner if found.completed else "")
    for pattern in _LEADING:
        words = pattern.sub("", words)
    for pattern in _OWNERS:
        rest = pattern.sub("", words)
        words = rest if len(words) > _LONG_OWNER * len(rest) else words
    return words


_LEADING = (_ONE, _POINTING, _OPERATION, _CAUSED, _GOT, _WITHIN)
_OWNERS = (_PERSONS, _FIRM)
