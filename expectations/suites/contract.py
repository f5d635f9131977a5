"""The contract of claim tables and reference tables: each promise once, as a type of Expectation with arguments."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.bilingual import Bilingual
from claims.claim import COMPARISONS, HEDGES, KINDS, MODALITIES
from claims.document import SECTION_KINDS

TABLES = ("claims", "reference")
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "claims": ("value", "measure"),
    "reference": ("measure", "place", "period", "value", "unit"),
}
FILLED: Mapping[str, tuple[str, ...]] = {
    "claims": ("value", "measure"),
    "reference": ("measure", "place", "period", "value"),
}
# What a cell of each further column must be, where the table has the column.
READABLE: Mapping[str, str] = {
    **dict.fromkeys(("value", "low", "high", "implied_low", "implied_high"), "number"),
    **dict.fromkeys(("start", "end", "line", "column"), "integer"),
    **dict.fromkeys(("low_closed", "high_closed"), "boolean"),
    **dict.fromkeys(("period", "base_period", "vintage"), "period"),
    "place": "place",
    **dict.fromkeys(
        ("claim_id", "document", "text", "sentence", "unit", "dimension", "measure", "measure_key", "scope",
         "price_basis", "place_name", "attribution", "source", "whole"), "text"),
}  # fmt: skip
SETS: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS,
    "hedge": HEDGES,
    "section": SECTION_KINDS,
    "comparison": COMPARISONS,
    "modality": MODALITIES,
}
KEY = ("measure", "place", "period", "unit", "kind", "scope", "price_basis", "vintage", "source")
COLUMNS = tuple(dict.fromkeys((*REQUIRED["reference"], *READABLE, *SETS)))


@dataclass(frozen=True, slots=True)
class Promise:
    """One expectation: its GX type and arguments; one that is broken refuses the `table` or leaves out the `row`."""

    type: str
    level: str
    words: Bilingual
    arguments: Mapping[str, Any] = field(default_factory=dict)

    @property
    def column(self) -> str:
        """The column a person should look at."""
        return str(self.arguments.get("column") or (self.arguments.get("column_list") or ["value"])[0])


def promises(kind: str, columns: Collection[str]) -> Iterator[Promise]:
    """The contract of a `claims` or `reference` table with these columns, those of the whole table first."""
    yield Promise(
        "expect_table_row_count_to_be_between",
        "table",
        Bilingual("表是空的，只有表头或什么也没有：请确认导出是否完整。", "The table has no rows: check the export."),
        {"min_value": 1},
    )
    for name in REQUIRED[kind]:
        yield Promise("expect_column_to_exist", "table", _missing(kind, name, columns), {"column": name})
    for name, what in READABLE.items():
        if name in columns and what in ("number", "integer"):
            yield _typed(name, what)
    for name in FILLED[kind]:
        if name in columns:
            yield Promise("expect_column_values_to_not_be_null", "row", _empty(name), {"column": name})
    yield from _cells(columns)
    yield from _relations(kind, columns)


def _cells(columns: Collection[str]) -> Iterator[Promise]:
    for name, what in READABLE.items():
        if name in columns:
            words = Bilingual(f"{name} 列的内容读不懂。", f"The column {name} cannot be read.")
            yield Promise("expect_column_values_to_be_readable", "row", words, {"column": name, "content": what})
    for name, known in SETS.items():
        if name in columns:
            listed = [word for word in known if word]
            words = Bilingual(f"{name} 只能是：{'、'.join(listed)}。", f"{name} must be one of {', '.join(listed)}.")
            yield Promise("expect_column_values_to_be_in_set", "row", words, {"column": name, "value_set": listed})


def _relations(kind: str, columns: Collection[str]) -> Iterator[Promise]:
    ends = [name for name in ("value", "low", "high") if name in columns]
    if len(ends) > 1 and ends[0] == "value":
        words = Bilingual(
            "数值应在 low 与 high 之间，且 low 不大于 high。",
            "The value must lie between low and high, low not above high.",
        )
        yield Promise("expect_figure_within_interval", "row", words, {"column_list": ends})
    if {"start", "end"} <= set(columns):
        given = ["start", "end", *(["text"] if "text" in columns else [])]
        words = Bilingual(
            "位置不对：start 应小于 end，长度应与 text 相同（没有位置写 -1）。",
            "The offsets are wrong: start must be below end and the length that of text (-1 for none).",
        )
        yield Promise("expect_offsets_to_be_sane", "row", words, {"column_list": given})
    key = [name for name in KEY if name in columns]
    if kind == "reference" and {"measure", "place", "period"} <= set(key):
        words = Bilingual(
            "同一指标、地区、时期出现不止一次而数值不同：请删去一行，或用 scope、vintage、source 分清。",
            "The same measure, place and period occurs with different values: remove one, or tell them apart by scope, "
            "vintage or source.",
        )
        yield Promise("expect_compound_columns_to_be_unique", "row", words, {"column_list": key})
    if "claim_id" in columns:
        words = Bilingual("claim_id 重复：每行要有自己的编号。", "This claim_id occurs twice: each row needs its own.")
        yield Promise("expect_column_values_to_be_unique", "row", words, {"column": "claim_id"})


def _typed(name: str, what: str) -> Promise:
    zh, en = ("整数", "whole numbers") if what == "integer" else ("数字", "numbers")
    words = Bilingual(
        f"{name} 列多半不是{zh}：请检查列名和导出格式。",
        f"Most of the column {name} holds no {en}: check its name and export.",
    )
    return Promise(
        "expect_column_values_to_be_readable", "table", words, {"column": name, "content": what, "mostly": 0.5}
    )


def _empty(name: str) -> Bilingual:
    return Bilingual(f"{name} 是空的：请补上，或删去这一行。", f"{name} is empty: fill it in, or remove the row.")


def _missing(kind: str, name: str, columns: Collection[str]) -> Bilingual:
    there = list(columns)[:12]
    mapping = Bilingual(
        "请改列名" + ("，或在 crossfoot.toml 的 [tables] 中说明各列。" if kind == "reference" else "。"),
        "rename the columns" + (", or describe them under [tables] in crossfoot.toml." if kind == "reference" else "."),
    )
    return Bilingual(
        f"缺少 {name} 列（现有：{'、'.join(there) or '无'}）：{mapping.zh}",
        f"The column {name} is missing (there are: {', '.join(there) or 'none'}): {mapping.en}",
    )
