"""Statistical tables of documents: what rows and columns say of a figure, totals both ways, what is no figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as Word
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import read
from claims.claim import Claim
from claims.document import Cell, Document, Table
from claims.extraction import extract
from claims.readers.csv import read_csv
from claims.readers.limits import DEFAULT
from claims.zh.table_words import caption, heading
from tests.clock import costs_at_most

CSV = """2023年广东各市地区生产总值
单位：亿元
地区,绝对值,比上年增长（%）,占比（%）
广州,30355.73,4.6,22.4
深圳,34606.40,6.0,25.5
珠海,-,3.8,…
东莞,,2.6*,
"""
ROWS = [
    ["学段", "男", "女", "合计"],
    ["小学", "50.1", "45.2", "95.3"],
    ["初中", "20.4", "19.1", "39.5"],
    ["其中：民办初中", "1.4", "1.1", "2.5"],
    ["合计", "70.5", "64.3", "134.8"],
]
TITLE = "表1 2023年全市在校学生数（单位：万人）"


def claims_of(path: Path) -> list[Claim]:
    (document,) = read(path)
    assert document.error is None
    found = [claim for claim in extract(document) if claim.section == "table"]
    for claim in found:
        assert document.text[claim.start : claim.end] == claim.text
        assert claim.text in claim.sentence
        assert document.text[claim.sentence_start :].startswith(claim.sentence)
    return found


def by_text(claims: Iterable[Claim]) -> dict[str, Claim]:
    return {claim.text: claim for claim in claims}


def test_headings_give_measure_place_period_and_unit(tmp_path: Path) -> None:
    (tmp_path / "gdp.csv").write_text(CSV, encoding="utf-8")
    found = by_text(claims_of(tmp_path / "gdp.csv"))
    level, growth, share = found["30355.73"], found["4.6"], found["22.4"]
    assert (level.value, level.unit, level.dimension, level.kind) == (Decimal(3035573000000), "元", "CNY", "amount")
    assert (level.measure, level.place, level.place_name, level.period) == ("地区生产总值", "440100", "广州市", "2023")
    assert (growth.kind, growth.unit, growth.measure, growth.period) == ("relative_change", "%", "地区生产总值", "2023")
    assert (growth.base_period, growth.comparison) == ("2022", "year_on_year")
    assert (share.kind, share.measure, share.place) == ("share", "地区生产总值", "440100")
    assert found["6.0"].place == "440300"
    assert level.asserted.low == Decimal("3035572500000")


def test_dashes_dots_blanks_and_footnote_marks_are_no_figures(tmp_path: Path) -> None:
    (tmp_path / "gdp.csv").write_text(CSV, encoding="utf-8")
    found = claims_of(tmp_path / "gdp.csv")
    assert [claim.text for claim in found] == ["30355.73", "4.6", "22.4", "34606.40", "6.0", "25.5", "3.8", "2.6"]


def markdown() -> str:
    lines = ["| " + " | ".join(row) + " |" for row in ROWS]
    return f"# 学生数\n\n{TITLE}\n\n{lines[0]}\n|---|---|---|---|\n" + "\n".join(lines[1:]) + "\n"


def html() -> str:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    words = "全市的学校都按时开学，老师和同学们回到了教室，校园里又热闹起来，家长也松了一口气。" * 3
    return f"<html><head><title>学生数</title></head><body><article><h1>学生数</h1><p>{words}</p><table><caption>{TITLE}</caption>{body}</table></article></body></html>"  # noqa: E501


def word(path: Path) -> None:
    made = Word()
    made.add_paragraph("学生数")
    made.add_paragraph(TITLE)
    table = made.add_table(len(ROWS), 4)
    for row, cells in enumerate(ROWS):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    made.save(str(path))


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".csv"])
def test_the_same_table_in_every_format(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    if suffix == ".docx":
        word(path)
    elif suffix == ".csv":
        path.write_text("\n".join([TITLE, *(",".join(row) for row in ROWS)]), encoding="utf-8")
    else:
        path.write_text(markdown() if suffix == ".md" else html(), encoding="utf-8")
    found = claims_of(path)
    assert len(found) == 12
    cell = {claim.text: claim for claim in found}
    assert cell["50.1"].value == Decimal(501000)
    assert (cell["50.1"].measure, cell["50.1"].unit, cell["50.1"].period) == ("小学男", "人", "2023")
    assert cell["50.1"].part_of == cell["70.5"].claim_id
    assert cell["50.1"].partition
    assert cell["50.1"].part_across == cell["95.3"].claim_id
    assert cell["39.5"].part_of == cell["70.5"].part_across == cell["134.8"].claim_id
    assert (cell["1.4"].part_of, cell["1.4"].partition) == (cell["20.4"].claim_id, False)


def test_words_beside_a_table_are_read_as_ever() -> None:
    text = "前文说，全市有学校12所。\n\n单位：人\n地区\t人数\n广州\t300\n\n后文说，全市有教师45名。"
    start = text.index("地区")
    spans = [(text.index(word), word) for word in ("地区", "人数", "广州", "300")]
    cells = [Cell(word, at, at + len(word), header=word != "300") for at, word in spans]
    table = Table(((cells[0], cells[1]), (cells[2], cells[3])), "单位：人", text.index("单位"))
    found = extract(Document("a.txt", text, tables=(table,)))
    assert [(claim.text, claim.section == "table") for claim in found] == [("12", False), ("300", True), ("45", False)]
    assert found[1].start > start
    assert found[2].sentence == "后文说，全市有教师45名。"


def rows(*lines: str) -> Document:
    """A table of the lines, cells parted by commas, as its reader gives it."""
    return next(read_csv(BytesIO("\n".join(lines).encode()), "t.csv", "table", DEFAULT))


def parts(document: Document) -> dict[str, list[str]]:
    claims = extract(document)
    text = {claim.claim_id: claim.text for claim in claims}
    found: dict[str, list[str]] = {}
    for claim in claims:
        if claim.part_of and claim.partition:
            found.setdefault(text[claim.part_of], []).append(claim.text)
    return found


def test_subtotals_take_the_rows_before_them_and_the_total_takes_them() -> None:
    document = rows("单位,件数（件）", "甲,10", "乙,21", "小计,31", "丙,40", "丁,52", "小计,92", "合计,123")
    assert parts(document) == {"31": ["10", "21"], "92": ["40", "52"], "123": ["31", "92"]}


def test_a_total_may_stand_first() -> None:
    assert parts(rows("部门,件数（件）", "总计,61", "甲,10", "乙,21", "丙,30")) == {"61": ["10", "21", "30"]}


def test_rows_that_the_row_before_sums_up_are_not_added_twice() -> None:
    document = rows(
        "产业,增加值（亿元）", "第一产业,100.2", "第三产业,500.5", "金融业,200.1", "批发业,300.4", "合计,600.7"
    )
    assert parts(document) == {"600.7": ["100.2", "500.5"]}


def test_rates_and_growth_are_not_added() -> None:
    document = rows("地区,增长（%）,人均收入（元）", "甲县,5.1,30001", "乙县,6.2,40002", "合计,5.8,36003")
    assert parts(document) == {}
    assert [claim.kind for claim in extract(document)][:2] == ["relative_change", "rate"]


def test_years_in_columns_are_periods_and_long_tables_have_units_in_a_column() -> None:
    years = extract(rows("指标,单位,2022年,2023年", "粮食产量,万吨,1291.5,1285.2", "用电量,亿千瓦时,7870.3,8502.1"))
    assert [(one.measure, one.unit, one.period) for one in years] == [
        ("粮食产量", "吨", "2022"), ("粮食产量", "吨", "2023"),
        ("用电量", "千瓦时", "2022"), ("用电量", "千瓦时", "2023"),
    ]  # fmt: skip
    long = extract(
        rows("地区,年份,指标,数值,单位", "广州,2022,常住人口,1873.41,万人", "深圳,2022,常住人口,1766.18,万人")
    )
    assert [(one.measure, one.place, one.period, one.unit, one.value) for one in long] == [
        ("常住人口", "440100", "2022", "人", Decimal(18734100)),
        ("常住人口", "440300", "2022", "人", Decimal(17661800)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("指标,2023年,2022年,同比增减（%）", ["2023"]),
        ("指标,2022年,2023年,同比增减（%）", ["2023"]),
        ("指标,2022年,增长（%）,2023年,增长（%）", ["2022", "2023"]),
    ],
)
def test_growth_is_that_of_the_latest_level_before_it(head: str, wanted: list[str]) -> None:
    body = ",".join(["营业收入", *("12.5" for _ in head.split(",")[1:])])
    found = [one for one in extract(rows("单位：亿元", head, body)) if one.kind == "relative_change"]
    assert [one.period for one in found] == wanted


def test_negative_figures_in_every_print() -> None:
    found = extract(rows("指标,净额（亿元）", "甲,-3.25", "乙,−4.5", "丙,（12.75）", "丁,+6.5"))
    assert [one.value / 10**8 for one in found] == [
        Decimal("-3.25"),
        Decimal("-4.5"),
        Decimal("-12.75"),
        Decimal("6.5"),
    ]


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("2023年1-6月", "period", "2023-01/2023-06"), ("第三季度", "period", "2023-07/2023-09"),
        ("深圳市", "place", "440300"),
        ("比上年增长", "kind", "change"), ("同比±%", "kind", "change"), ("增加值", "kind", ""),
        ("占全省比重", "kind", "share"),
        ("合 计", "total", "grand"), ("小计", "total", "sub"), ("其中：金融业", "total", "part"),
        ("序号", "role", "ignored"),
        ("计量单位", "role", "unit"), ("绝对值", "measure", ""),
        ("规模以上工业增加值（亿元）", "measure", "规模以上工业增加值"),
    ],
)  # fmt: skip
def test_headings(words: str, field: str, value: str) -> None:
    assert getattr(heading(words, date(2024, 1, 5), "2023"), field) == value


def test_captions() -> None:
    said = caption("表3-1 2022年广东省各市常住人口情况\n单位：万人", None, "")
    assert (said.measure, said.period, said.place) == ("常住人口", "2022", "440000")
    assert said.unit is not None
    assert (said.unit.word, said.unit.factor) == ("人", 10000)


HEADINGS = "合计 小计 其中：甲 广州 全省 2023年 一季度 比上年增长（%） 占比 单位：万元 单位 序号"
NUMBERS = "- … 12.5% -3.4 （1,234） 99999999999999999999 1.2.3 +7 5* 约3 十二 1e9 \u200b7 ３.５ 0 NaN"
WORDS = st.sampled_from(f"{HEADINGS} {NUMBERS}".split(" "))


@settings(max_examples=150)
@given(
    st.lists(
        st.lists(
            st.one_of(WORDS, st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=6)),
            min_size=1,
            max_size=5,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_grid_is_read_without_a_crash_and_slices_are_the_quotes(grid: list[list[str]]) -> None:
    lines = [",".join(cell.replace(",", "").replace("\n", "").replace('"', "") for cell in row) for row in grid]
    document = next(read_csv(BytesIO("\n".join(lines).encode("utf-8", "replace")), "t.csv", "table", DEFAULT))
    claims = extract(document)
    for claim in claims:
        assert document.text[claim.start : claim.end] == claim.text
        assert claim.asserted.meets(claim.implied)
    assert len({claim.claim_id for claim in claims}) == len(claims)
    names = {claim.claim_id for claim in claims}
    assert {claim.part_of for claim in claims} | {claim.part_across for claim in claims} <= names | {""}


def test_rows_below_a_line_that_divides_make_up_the_first_row_once_more() -> None:
    lines = [
        "指标,金额（亿元）",
        "零售总额,43550",
        "按经营地分,",
        "城镇,37417",
        "乡村,6133",
        "按消费类型分,",
        "餐饮,5405",
        "商品,38145",
    ]
    found = by_text(extract(rows(*lines)))
    total = found["43550"].claim_id
    assert {(found[text].part_across, found[text].group) for text in ("37417", "6133")} == {(total, 1)}
    assert {(found[text].part_across, found[text].group) for text in ("5405", "38145")} == {(total, 2)}


def test_long_rows_are_cut_between_cells(tmp_path: Path) -> None:
    years = ",".join(f"{2000 + number % 20}年" for number in range(400))
    values = ",".join(str(1_000 + number) for number in range(400))
    (tmp_path / "wide.csv").write_text(f"指标,{years}\n产量,{values}\n", encoding="utf-8")
    found = claims_of(tmp_path / "wide.csv")
    assert [claim.text for claim in found] == values.split(",")
    assert max(len(claim.sentence) for claim in found) <= 1000
    assert len({id(claim.sentence) for claim in found}) == len({claim.sentence_start for claim in found}) == 3


def _read(text: str) -> Document:
    (read_table,) = read_csv(BytesIO(text.encode()), "t.csv", "table", DEFAULT)
    return read_table


def _wide(size: int) -> str:
    columns = range(size)
    return f"指标,{','.join(f'第{n}列' for n in columns)}\n产量,{','.join(str(n + 7) for n in columns)}\n"


def _unsummed(size: int) -> str:
    """A total that its parts do not add up to, nor any of them to the one before."""
    return "地区,产量\n合计,7\n" + "".join(f"第{n}县,{1_000 + n}\n" for n in range(size))


def _long(size: int) -> str:
    return "地区,产量\n" + "".join(f"第{n}县{'好' * 200},{1_000 + n}\n" for n in range(size))


@pytest.mark.parametrize("shape", [_wide, _unsummed, _long])
def test_four_times_the_cells_take_four_times_as_long(shape: Callable[[int], str]) -> None:
    few, many = (_read(shape(size)) for size in (500, 2_000))
    assert costs_at_most(5.5, lambda: extract(many), lambda: extract(few), floor=0.01)
