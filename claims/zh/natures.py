"""What sort of thing a quantity is: whether its unit counts, measures, lasts or pays."""

from __future__ import annotations

import re

from claims.quantity import Quantity
from claims.zh import units

_DURATIONS = frozenset(("time", "month", "age"))  # lengths of time of fixed length, of months and years, of lives
_MONEY = re.compile(
    r"(?:[获牟]利|金额|交易额|成交额|销售额|营业额|进出口额|出口额|进口额|零售额|融资额|[案货市产总价估]值|价值|资金|营收|收入|利润|亏损|经济损失|罚款|涉案|判赔|彩礼|首付|欠款|借款|货款|工资|额贷|总投资|投资额"
    r"|注册资[本金]|资本|股本|票房|成本|贷款|存款|债务|赔偿|罚金|预算|价(?:格)?(?:区间)?|净流[入出]|(?<![买专热外拍])卖|(?:新车|原价)[省贵]|[节立]省|便宜)(?:高?达|超|近|约|逾|为)?$"
)


def takes_noun(quantity: Quantity) -> bool:
    """Whether the noun counted can follow the unit word: classifiers, and figures without a unit."""
    unit = units.UNITS.get(quantity.unit)
    return not quantity.unit or (unit is not None and unit.counted and unit.dimension != "person_time")


def is_money(quantity: Quantity, words: str) -> bool:
    """Whether a large figure that leaves its unit out is of money, as the words before it say (涉案金额5亿)."""
    return not quantity.unit and quantity.form == "number" and quantity.value >= 10000 and bool(_MONEY.search(words))


def lasts(quantity: Quantity) -> bool:
    """Whether the unit is one of time or age: `3年`, `3小时/天`."""
    unit = units.UNITS.get(quantity.unit)
    return unit is not None and unit.dimension in _DURATIONS


def is_duration(quantity: Quantity) -> bool:
    """Whether the figure is a length of time."""
    return lasts(quantity) and not quantity.per


def measured(quantity: Quantity) -> bool:
    """Whether the unit measures (money, length, time …) rather than counts."""
    unit = units.UNITS.get(quantity.unit)
    return unit is not None and (not unit.counted or quantity.dimension.isupper())  # CNY, USD …


# What devices are described by, and no account sums up.
_TECHNICAL = frozenset(
    (
        "power", "voltage", "charge", "frequency", "data", "bandwidth", "throughput", "pixel", "pixel_density",
        "frame_rate", "luminance", "computing", "core",
    )
)  # fmt: skip
_TECHNICAL_LENGTHS = frozenset(("英寸", "nm", "纳米", "μm", "微米"))


def is_technical(quantity: Quantity) -> bool:
    """Whether the unit is one that devices are described by: watts, bytes, pixels, inches."""
    return quantity.dimension in _TECHNICAL or quantity.unit in _TECHNICAL_LENGTHS


def is_specification(quantity: Quantity) -> bool:
    """Whether the unit is one that things are described by (length, power, memory …), not one that is summed up."""
    return measured(quantity) and not (
        quantity.dimension.isupper() or quantity.dimension in ("area", "mass", "volume", "energy")
    )
