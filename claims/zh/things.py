"""Names of things that have attributes, and where in a clause the subject ends that may be one."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.zh import attributes
from claims.zh.measure import is_authority
from claims.zh.phrase import size
from claims.zh.slots import Slot

LONGEST = 18
_PREDICATE = frozenset(("verb", "link", "to", "up", "down", "share", "than", "cmp", "from", "adverb", "time", "sep"))
_JOINING = frozenset(("的", "和", "与", "及", "以及", "其", "该", "这", "那", "此", "本", "某"))
_NAMELESS = re.compile(
    r"^经过|调整后?$|下表|[两个多]位数|如下|一览|如图|^[他她它]|标题|来源|记者|消息|^信息|(?:公开|相关|有关|上述|数据|处罚|最新|该|此)信息$|^数据|^报告|^公告|^结果|^资料|业内|人士|专家|科学家|研究人员|分析师|机构$|市场$|情况|问题|原因"
    r"|限量|^带来|^[尚仍还]?欠|^同|^据|^其|^我们?$|^有|方面$|表示|认为|^(?:[上下]午|今[天日]|[昨明]日|日前|晚间|公司|企业|产品|系统|新车|官方|网友|用户|投资者|消费者|长宽|全球|国内)$|[的了着]$|^[\d.:%]+$|之家|快科技|NEDC|CLTC|WLTP"
    r"|^(?:这|净|总|平均|其他|归属|没有|采用|称为|被|作为|支持|成为|保持|用于|适用|可|能|会|上榜|使|让|将|如果)|尺寸|规格|净[买卖流]|长宽|行情|^\d+[日月年天]|^[一两几][个家款只种批名位]$"
)
NAME = re.compile(r"[A-Za-z《“]|(?:公司|集团|银行|科技|汽车|股份|电池|环保|证券|控股|手机|平台|大学|医院)$")


@lru_cache(maxsize=16384)
def is_thing(words: str) -> bool:
    """Whether the words can name a thing that has attributes."""
    return (
        len(words) >= 2
        and size(words) <= LONGEST
        and not is_authority(words)
        and not _NAMELESS.search(words)
        and not attributes.names_attribute(words)
    )


def subject_end(body: list[Slot]) -> int:
    """Where the predicate begins."""
    return next(
        (
            at
            for at, slot in enumerate(body)
            if slot.role in _PREDICATE or (slot.role == "conj" and slot.word not in _JOINING)
        ),
        len(body),
    )
