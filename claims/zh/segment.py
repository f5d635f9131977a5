"""What the words before a figure say of it: direction, relation, comparison, base, subject, predicate."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.zh.slots import Slot

EACH = ("分别", "依次")  # of several figures in a row, each of its own
SUMMED = (
    "合计",
    "共计",
    "总计",
    "共",
    "总共",
    "一共",
    "加起来",
    "合起来",
    "加在一起",
    "合在一起",
)  # of several figures told before, together


@dataclass(slots=True)
class Segment:
    """The reading of the slots between a boundary and a figure."""

    relation: str = "direct"  # direct, level, change, share
    direction: str = ""
    noun: bool = False  # the change is named by a noun (增幅, 降幅)
    reached: bool = False
    former: bool = False
    comparison: str = ""
    compared: list[str] = field(default_factory=list)  # all of 同比、环比, the nearest first
    distributed: bool = False  # 分别
    per: str = ""  # 人均, 日均 …
    whole: str = ""
    whole_named: bool = False  # the whole stands in the measure's words: 完成全年目标的
    hedge: str = ""  # a hedge that stands before the whole: 超过…的
    base_words: str = ""
    times: list[Slot] = field(default_factory=list)
    base_times: list[Slot] = field(default_factory=list)
    places: list[Slot] = field(default_factory=list)
    scope: str = ""  # where among others something is done, which is no place: 在旅检渠道查获
    where: list[Slot] = field(default_factory=list)  # the place of what is done, which says nothing of later clauses
    subject: str = ""  # words before the predicate
    verb: str = ""
    words: str = ""  # everything that can name the measure, tidied
    object: str = ""
    acting: str = ""  # the words before a figure as far as they can say what is done to the things counted
    items: list[str] = field(default_factory=list)  # coordinated subjects, for 分别
    led_by_verb: bool = False
    equipped: bool = False  # what stands behind it is a part that a thing is fitted with: 配备12英寸触控屏
    lost: bool = False  # the subject ends in 损失, by which it falls
    moved: str = ""  # what the verb before it raises or lowers: 降低成本5%
    gained: str = ""  # the attribute that the verb itself names: 增产, 增收
    plan: bool = False
    divides: bool = False  # the figure that a share is of: 占|全部1147个|的24.9%
    other: str = ""  # the `level` of another place, or the `mean`, which something is compared with: 高于全国的平均水平
    having: bool = False  # linked by 有, 共有: what is counted follows
    converted: bool = False  # 折合: the figure before in another unit
    given: bool = False  # after 以: what is done for it follows
    target: bool = False  # after 对, 向, 为: what is done to those counted follows
