"""The table of places: levels, parents, what lies within what."""

import re

import pytest

from claims import place as places


@pytest.mark.parametrize(
    ("code", "name", "level", "parent"),
    [
        ("100000", "中国", "country", ""),
        ("440000", "广东省", "province", "100000"),
        ("440100", "广州市", "city", "440000"),
        ("440608", "高明区", "county", "440600"),
        ("110105", "朝阳区", "county", "110000"),
        ("469002", "琼海市", "county", "460000"),
        ("810000", "香港特别行政区", "province", "100000"),
        ("422800", "恩施土家族苗族自治州", "city", "420000"),
        ("500112", "渝北区", "county", "500000"),
        ("US", "美国", "country", ""),
        ("SA", "沙特阿拉伯", "country", ""),
    ],
)
def test_places(code: str, name: str, level: str, parent: str) -> None:
    assert (places.name(code), places.level(code), places.parent(code)) == (name, level, parent)


def test_unknown_codes_have_their_own_name_and_no_level() -> None:
    assert (places.name("000000"), places.level("000000"), places.parent("000000")) == ("000000", "", "")


def test_is_within() -> None:
    assert places.is_within("440608", "440000")
    assert places.is_within("440608", "100000")
    assert places.is_within("440608", "440608")
    assert not places.is_within("440000", "440608")
    assert not places.is_within("US", "100000")
    assert not places.is_within("", "100000")
    assert not places.is_within("440100", "")


def test_area_at() -> None:
    assert places.area_at("440608", "city") == "440600"
    assert places.area_at("440608", "province") == "440000"
    assert places.area_at("440000", "city") == ""


def test_every_area_of_the_table_lies_in_china_and_is_well_formed() -> None:
    table = places.table()
    for code, place in table.items():
        assert re.fullmatch(r"[0-9]{6}|[A-Z]{2}", code)
        assert place.name
        if place.level != "country":
            assert places.is_within(code, places.CHINA)
    assert sum(place.level == "province" for place in table.values()) == 34
    assert sum(place.level == "county" for place in table.values()) > 2800
