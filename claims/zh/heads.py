"""Heads too general to stand alone, and the thing before the figure that completes them: 死亡人数, 总价值, 出口."""

from __future__ import annotations

import re

from claims.zh.records import Reading, State
from claims.zh.slots import Slot

_GENERAL = frozenset(
    (
        "死亡人数", "亡人数", "受伤人数", "伤亡人数", "直接经济损失", "直接财产损失", "死亡", "受伤", "涉案金额",
        "涉案价值", "净重", "毛重", "称重", "占地面积", "建筑面积", "价值", "总价值", "案值", "货值", "总金额", "金额",
        "任务", "目标", "计划任务", "目标任务",
    )
)  # fmt: skip
# What projects cost and stations can do: 在建项目11个、总投资近400亿元.
_OF_WORKS = frozenset(
    (
        "总投资", "总投资额", "计划总投资", "投资总额", "总功率", "总装机", "总装机容量", "总建筑面积", "总面积",
        "总长", "总里程", "年产值",
    )
)  # fmt: skip
_WORKS = re.compile(
    "(?:项目|工程|电站|园区|企业|生产线|基地|厂|公路|道路|管线|线路|小区|桩|设施|住房)(?:数|数量|个数)?$"
)
_OF_CASE = ("涉案", "案值")
_HARMED = re.compile(r"(?<=..)(?:死亡|受伤|伤亡)(?:人数)?$")  # 事故死亡87人,受伤110人
_COUNTED = re.compile(r"^(?:发生|共发生)|(?:起数|数量|数)$")
_EVENT = re.compile("事故|灾|案|震|台风|暴雨|洪|爆炸|坍塌|诈骗|死亡|受伤|伤亡")
_REGIONS = frozenset(("城市", "农村", "城镇", "乡村", "东部地区", "中部地区", "西部地区", "东北地区"))
_HEAD = re.compile(
    r"(?:出口|进口|进出口|投资|增加值|产值|产量|销量|销售额|营业收入|收入|利润|零售额|贷款|存款|支出|用电量|吞吐量|价格|成交额)(?:总额|额|值|量|总值)?$"
)
_BEHIND_LIST = 8  # slots


def complete(reading: Reading, previous: Reading | None, slots: list[Slot], index: int) -> None:
    """A head too general to stand alone (死亡人数, 破案率) is of what the figure before it measures, or of the class
    that a list before `index` ends in.
    """
    of_works = reading.measure in _OF_WORKS and previous is not None and _WORKS.search(previous.measure) is not None
    if (reading.measure not in _GENERAL and not of_works) or previous is None or previous.measure in _GENERAL:
        return
    if reading.measure in previous.measure:
        return
    if reading.measure.startswith(_OF_CASE) and not previous.measure.endswith(("案", "案件")):
        return  # a case involves money, but persons caught and things seized do not
    listed = _class_behind(slots, index)
    if reading.measure.endswith("损失") and not listed and not _EVENT.search(previous.measure):
        return  # 倒塌房屋86间,直接经济损失1.3亿元
    told = previous.measure.partition("占")[0] if previous.segment.relation == "share" else previous.measure
    stem = listed or _COUNTED.sub("", _HARMED.sub("", told))
    reading.measure = stem + reading.measure
    reading.inherited = True


def _class_behind(slots: list[Slot], index: int) -> str:
    """The class that a list of figures ends in, of which the figure at `index` tells: 面粉3吨、油2吨等物资,总价值…"""
    for at in range(index - 1, max(1, index - _BEHIND_LIST), -1):
        if slots[at].role == "quantity":
            return ""
        if slots[at].word == "等" and slots[at - 1].role == "quantity" and slots[at + 1].role == "gap":
            return slots[at + 1].word.strip()
    return ""


def of_total(state: State, reading: Reading) -> None:
    """Under 其中, a part that only names a class takes the head of its total: `高端装备` of `机电产品出口`."""
    if not state.subset or reading.segment.relation != "change" or state.total is None:
        return
    if reading.measure in _REGIONS:
        reading.measure += state.total.measure
        return
    head = _HEAD.search(state.total.measure)
    if head and not _HEAD.search(reading.measure) and reading.measure and not reading.inherited:
        reading.measure += head.group()
