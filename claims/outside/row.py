"""One row of a claim table or reference table from outside as a claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from hashlib import blake2b
from typing import TypeVar

from claims import hedges
from claims import period as periods
from claims.claim import COMPARISONS, HEDGES, KINDS, MODALITIES, Claim
from claims.document import SECTION_KINDS
from claims.interval import Interval
from claims.outside import cells
from claims.outside.cells import Cell, Misread
from claims.zh import headings, measure
from claims.zh.headings import ScaledUnit

Row = Mapping[str, Cell]
Said = TypeVar("Said")

WORDS = {"kind": KINDS, "hedge": HEDGES, "comparison": COMPARISONS, "modality": MODALITIES}
_GROWTH = re.compile(r"(?:增长|增速|增幅|涨幅|升幅|增长率|增长速度|降幅|跌幅|比上年|同比|环比)[^占]*$")
_BOUND_OF_HEDGE = {code: bound for bound, code in reversed(hedges.BOUNDS.items()) if code}


def claim(row: Row, kind: str, table: str, number: int) -> Claim:
    """The claim that row `number` of a table states; `kind` is `claims` or `reference`, its origin.

    It has no offsets, and `line` is the number of the row. Raises Misread for a row that states none.
    """
    value = read(row, "value", cells.number)
    words = read(row, "measure", cells.text)
    if value is None:
        raise Misread("缺少数值（value）。", "The value is missing.", "value")
    if not words:
        raise Misread("缺少指标（measure）。", "The measure is missing.", "measure")
    unit = headings.unit_of(read(row, "unit", cells.text))
    said = {name: read(row, name, partial(cells.one_of, known=known)) for name, known in WORDS.items()}
    found_kind = said["kind"] or kind_of(words, unit)
    hedge = said["hedge"]
    asserted, implied = intervals(row, value, unit, hedge, kind == "reference")
    place = read(row, "place", cells.place) or read(row, "place_name", cells.place)
    period = read(row, "period", cells.period)
    whole = read(row, "whole", cells.text)
    document = read(row, "document", cells.text) or table
    printed = (
        read(row, "text", cells.text)
        or f"{value:f}{_scale_word(row)}{'' if unit.dimension != 'percent' else unit.word}"
    )
    sentence = read(row, "sentence", cells.text)
    return Claim(
        claim_id=read(row, "claim_id", cells.text) or _name(kind, table, row),
        document=document if kind == "claims" else table,
        start=-1,
        end=-1,
        line=number,
        column=0,
        text=printed,
        sentence=sentence or printed,
        section=read(row, "section", partial(cells.one_of, known=SECTION_KINDS)) or ("body" if sentence else "table"),
        value=headings.scaled(value, unit.factor),
        asserted=asserted,
        implied=implied,
        resolution=headings.scaled(cells.resolution(value), unit.factor),
        hedge=hedge,
        unit=unit.word,
        dimension=read(row, "dimension", cells.text) or unit.dimension,
        kind=found_kind,
        measure=words,
        measure_key=read(row, "measure_key", cells.text) or measure.key(words, unit.dimension),
        scope=read(row, "scope", cells.text),
        price_basis=read(row, "price_basis", cells.text),
        place=place,
        place_name=read(row, "place_name", cells.text) or headings.official(place),
        period=period,
        base_period=read(row, "base_period", cells.period) or base_of(row, found_kind, period, words),
        origin=f"{kind} {table}#{number}",
        attribution=read(row, "source", cells.text) or read(row, "attribution", cells.text),
        rule="",
        comparison=said["comparison"],
        whole=whole,
        whole_key=read(row, "whole_key", cells.text) or (measure.key(whole) if whole else ""),
        modality=said["modality"],
        vintage=read(row, "vintage", cells.period),
    )


def read(row: Row, column: str, reader: Callable[[Cell], Said]) -> Said:
    """What `reader` makes of one cell; a Misread carries the column."""
    try:
        return reader(row.get(column))
    except Misread as error:
        error.column = error.column or column
        raise


def kind_of(words: str, unit: ScaledUnit) -> str:
    """The kind of a figure whose row does not say it, by its unit and measure."""
    if unit.dimension == "percent":
        return "relative_change" if _GROWTH.search(words) else "share"
    if unit.dimension == "percentage_point":
        return "point_change"
    if unit.dimension in ("multiple", "doubling", "tenth"):
        return "multiple"
    if "/" in unit.dimension or re.match("人均|户均|平均每", words):
        return "rate"
    return "count" if unit.known is None or unit.known.counted else "amount"


def intervals(row: Row, value: Decimal, unit: ScaledUnit, hedge: str, exact: bool) -> tuple[Interval, Interval]:
    """What the row asserts and implies: its `low` and `high` if given, else what its printed digits and hedge say.

    All these numbers are in the unit of the row, scale word included. `exact` figures are printed to their last digit:
    zeros at the end of a statistician's figure are counted, not rounded.
    """
    given = [read(row, name, cells.number) for name in ("low", "high", "implied_low", "implied_high")]
    if given[0] is None and given[1] is None:
        bound = _BOUND_OF_HEDGE.get(hedge) or _plain(value, unit)
        printed = value * unit.factor, cells.resolution(value) * unit.factor
        implied = hedges.implied(*printed, bound)
        return (implied if exact and not hedge else hedges.asserted(*printed, bound)), implied
    closed = read(row, "low_closed", cells.truth) is not False, read(row, "high_closed", cells.truth) is not False
    try:
        asserted = Interval.of(given[0], given[1], *closed).scaled(unit.factor)
        low, high = (given[end] if given[end + 2] is None else given[end + 2] for end in (0, 1))
        implied = Interval.of(low, high, *closed).scaled(unit.factor)
    except ValueError as error:
        raise Misread("区间下限大于上限（low、high）。", "The interval is empty: low is above high.", "low") from error
    if _outside(value, given):
        raise Misread("数值不在 low 与 high 之间。", "The value does not lie between low and high.", "value")
    return asserted, implied


def _outside(value: Decimal, given: list[Decimal | None]) -> bool:
    """Whether the value lies beyond the ends; an open end is where hedged figures stand (超过54%)."""
    low, high = given[0], given[1]
    return (low is not None and value < low) or (high is not None and value > high)


def _plain(value: Decimal, unit: ScaledUnit) -> str:
    whole = value == value.to_integral_value() and cells.resolution(value) >= 1
    if not whole or unit.dimension in ("percent", "percentage_point"):
        return "rounded"
    return "count" if unit.counted else "whole"


def base_of(row: Row, kind: str, period: str, words: str) -> str:
    """What a change is measured from: the year before, unless the row or the measure says 环比."""
    if kind not in ("relative_change", "absolute_change", "point_change") or not period:
        return ""
    comparison = read(row, "comparison", cells.text) or ("period_on_period" if "环比" in words else "year_on_year")
    return periods.base_of(period, comparison)


def _scale_word(row: Row) -> str:
    said = read(row, "unit", cells.text)
    unit = headings.unit_of(said)
    return said[: len(said) - len(unit.word)] if unit.factor > 1 and said.endswith(unit.word) else ""


def _name(kind: str, table: str, row: Row) -> str:
    """An id that stays when other rows change: of the table's name and what the row says."""
    words = "\x1f".join(f"{name}={row[name]}" for name in sorted(row))
    return f"{kind[0]}{blake2b(f'{table}{words}'.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"
