"""Words that name what can be measured of many things (净利润, 售价, 持股比例), and the thing that owns it."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.zh import lexicon

_HEADS = lexicon.classes()["attribute"]
_MODIFIERS = lexicon.classes()["attribute_modifier"]
_LONGEST_HEAD = max(map(len, _HEADS))
_LONGEST_MODIFIER = max(map(len, _MODIFIERS))
_SAID = re.compile(
    r"(?:位居|位列|名列|稳居|居于?|排在?|领先|领跑|登顶|荣|推出|发售|出售|售出|购买|收购|发行|上市|入围|夺|获得?|符合|再?创|拿下|均?实现|保持)"
)
_FITTING = "搭载|配备|采用|标配|内置|换装|配有"
_FITTED = re.compile(rf"(?<=..)(?:{_FITTING})[了有]?$")  # 新款搭载最大功率: that of the 新款
_FITTED_WITH = re.compile(rf"^.{{2,}}(?:{_FITTING})[了有]?(?=..)")
_OWNED = 3  # times an attribute: as long is what names it together with its owner
_PRONOUN = re.compile(
    r"^(?:(?:该|此|本|这家?|这款|这个|上述|后|前)"
    r"(?:公司|集团|企业|银行|行|股|基金|机构|品牌|产品|平台|车|车型|机|游戏|项目|片|者)"
    r"|公司|其(?![他它余中次实])|它|他|她|前者|后者)(?:的)?"
)


@lru_cache(maxsize=16384)
def split(words: str) -> tuple[str, str]:
    """The owner and the attribute of `英伟达的累计销量`: 英伟达, 累计销量; the attribute is empty if there is none."""
    start = len(words)
    for length in range(min(_LONGEST_HEAD, start), 0, -1):
        if words[start - length :] in _HEADS:
            start -= length
            break
    else:
        return words, ""
    attribute_from = start
    while start:
        length = next(
            (n for n in range(min(_LONGEST_MODIFIER, start), 0, -1) if words[start - n : start] in _MODIFIERS), 0
        )
        if not length:
            break
        start -= length
        if words[start : start + length] != "的":
            attribute_from = start
    return words[:start], words[attribute_from:]


@lru_cache(maxsize=16384)
def joined(words: str) -> str:
    """`甲公司的股价` as the one name 甲公司股价."""
    owner, attribute = split(words)
    owner = _FITTED.sub("", owner)
    named = attribute and len(owner) > 1 and owner[-1] not in "高低大小多少新好"  # 更高的奖金
    return owner + attribute if named else words


def shown(words: str, owner: str) -> str:
    """The words without an `owner` that was only spoken of before, or one that is fitted with what they name (某显卡
    采用|32个Xe核心), if that is long: the attribute tells more of the measure than they do.
    """
    attribute = words.removeprefix(owner) if owner else _FITTED_WITH.sub("", words)
    return attribute if len(attribute) > 1 and len(words) > _OWNED * len(attribute) else words


def behind_part(words: str) -> str:
    """The attribute of the whole behind the last part that it is fitted with (搭配某显卡首发价), or the words."""
    return (split(words)[1] or words) if words.endswith(_OF_WHOLE) and _FITS.match(words) else words


_OF_WHOLE = ("价", "价格", "售价区间", "价格区间")
_FITS = re.compile("搭[配载]|配备|采用|辅以|内置")


def is_bare(words: str) -> bool:
    """Whether the words name an attribute and nothing that has it."""
    owner, attribute = split(words)
    return bool(attribute) and not owner


def names_attribute(words: str) -> bool:
    """Whether the words end in an attribute."""
    return bool(split(words)[1])


def begins(words: str) -> bool:
    """Whether the words begin with an attribute, which names what something is: 续航车型."""
    return any(words[:length] in _HEADS for length in range(2, min(_LONGEST_HEAD, len(words)) + 1))


def leading(words: str) -> str:
    """The attribute of `销量位居榜首` and `预算中`, of which something is said, or the words themselves."""
    if words[-1:] == "中" and names_attribute(words[:-1]):
        return words[:-1]
    said = _SAID.search(words)
    return words[: said.start()] if said and names_attribute(words[: said.start()]) else words


def without_pronoun(words: str) -> str:
    """The words behind a pronoun that stands for their owner (其, 该公司, 后者), or the words themselves."""
    return _PRONOUN.sub("", words, count=1)
