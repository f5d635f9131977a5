"""Numerals: values exact, places right, spans true, on any text."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import numerals
from claims.zh.numerals import read


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[item.start : item.end], str(item.value)) for item in numerals.find(text)]


@pytest.mark.parametrize(
    ("text", "value", "resolution"),
    [
        ("0", "0", "1"),
        ("1,425", "1425", "1"),
        ("4,181,618,127.12", "4181618127.12", "0.01"),
        ("３７．０１", "37.01", "0.01"),
        ("2.55万", "25500", "100"),
        ("1.20万亿", "1200000000000", "10000000000"),
        ("三万五", "35000", "1000"),
        ("一百二", "120", "10"),
        ("百二万", "1200000", "100000"),
        ("廿八", "28", "1"),
        ("壹仟贰佰叁拾肆", "1234", "1"),
        ("十亿零三百", "1000000300", "100"),
        ("两千零五", "2005", "1"),
        ("二〇二三", "2023", "1"),
        ("一点五亿", "150000000", "10000000"),
        ("3点14", "3.14", "0.01"),
        ("1万600", "10600", "1"),
        ("千万亿", "1000000000000000", "1000000000000000"),
        ("负十二", "-12", "1"),
        ("-7.5", "-7.5", "0.1"),
        ("12k", "12000", "1000"),
        ("30w", "300000", "10000"),
        ("百分之十二", "12", "1"),
        ("百分百", "100", "1"),
        ("六块八毛五", "6.85", "0.01"),
        ("六块八", "6.8", "0.1"),
        ("八毛钱", "0.8", "0.1"),
        ("三个半", "3.5", "0.5"),
        ("两个亿", "200000000", "100000000"),
        ("Ⅳ", "4", "1"),
    ],
)
def test_numeral_has_exact_value_and_last_place(text: str, value: str, resolution: str) -> None:
    (item,) = numerals.find(text)
    assert (item.value, text[item.start : item.end]) == (Decimal(value), text)
    assert item.resolution == Decimal(resolution)
    assert isinstance(item.resolution, Decimal)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三分之二", Fraction(2, 3)),
        ("7分之3", Fraction(3, 7)),
        ("3/8", Fraction(3, 8)),
        ("千分之四", Fraction(1, 250)),
        ("一又四分之一", Fraction(5, 4)),
    ],
)
def test_fractions_stay_exact(text: str, value: Fraction) -> None:
    (item,) = numerals.find(text)
    assert item.value == value


def test_every_numeral_of_a_sentence_is_found() -> None:
    text = "2023年1至6月,第3批12人领到5.5万元,占37.01%"
    assert _found(text) == [
        ("2023", "2023"), ("1", "1"), ("6", "6"), ("3", "3"), ("12", "12"), ("5.5万", "55000"), ("37.01", "37.01"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line"),
    [
        line
        for line in Path(__file__).with_name("numeral_policies.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ],
)
def test_reviewed_policy_is_ours_and_not_theirs(line: str) -> None:
    written, ours, theirs, reason = (field.strip() for field in line.split("|"))
    values = [item.value for item in numerals.find(written)]
    assert values[0] == Decimal(ours) != Decimal(theirs)
    assert reason


_DIGITS = "零一二三四五六七八九"


def _spelled(number: int) -> str:
    """The number in characters, as grammars have it: 零 for skipped places, 一十 for 10."""
    if number == 0:
        return "零"
    groups, words = [], ""
    while number:
        number, group = divmod(number, 10**4)
        groups.append(group)
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if not group:
            continue
        if words and (group < 1000 or not groups[index + 1]):
            words += "零"
        words += _section(group) + ("", "万", "亿")[index]
    return words


def _section(group: int) -> str:
    words, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = group // place % 10
        if not digit:
            gap = bool(words)
            continue
        words += ("零" if gap else "") + _DIGITS[digit] + name
        gap = False
    return words


@given(st.integers(0, 10**12 - 1))
def test_spelled_numbers_read_back(number: int) -> None:
    value = read(_spelled(number))
    assert value is not None
    assert value[0] == number
    assert value[0] % value[1] == 0


@given(st.decimals(min_value=0, max_value=10**9, places=3), st.sampled_from(["", "万", "亿"]))
def test_printed_numbers_read_back(number: Decimal, scale: str) -> None:
    (item,) = numerals.find(f"共{number}{scale}元")
    assert item.value == number * {"": 1, "万": 10**4, "亿": 10**8}[scale]


@given(st.text(alphabet=list("0123456789.,，一二两三百千万亿零点分之半个元块角毛/-负kwM %Ⅲ廿几"), max_size=60))
@settings(max_examples=400)
def test_any_text_gives_ordered_spans(text: str) -> None:
    last = 0
    for item in numerals.find(text):
        assert last <= item.start < item.end <= len(text)
        assert not isinstance(item.value, float)
        last = item.end


def test_words_that_are_no_number_read_as_none() -> None:
    assert read("人") is None
    assert read("一人") is None
    assert read("一点") is None
    assert read("一" * 61) is None
