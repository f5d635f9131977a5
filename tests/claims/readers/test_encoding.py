"""Which encoding a text is in, and that no article is lost to a wrong guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.readers.encoding import decode
from claims.readers.problems import Unreadable
from tests.claims.readers.render import named

SIMPLIFIED = "今年上半年，全市共接报案件类警情1.2万宗，同比下降13.5%；破获电信诈骗案件2205宗。"
TRADITIONAL = "今年上半年，全市共接報案件1.2萬宗，同比下降13.5%；詐騙案2205宗，涉款3億元，檢獲毒品12個包裹。"
ENGLISH = "Offences fell by 13.5% — a café owner’s losses came to £1,200."
COMMON = "".join(
    bytes((lead, trail)).decode("gb2312", "ignore") for lead in range(0xB0, 0xD7) for trail in range(0xA1, 0xFF)
)


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (SIMPLIFIED.encode(), SIMPLIFIED, "utf-8"),
        (SIMPLIFIED.encode("utf-8-sig"), SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED.encode("utf-16"), SIMPLIFIED, "utf-16-le"),
        (b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), SIMPLIFIED, "utf-16-be"),
        (ENGLISH.encode("utf-16-le"), ENGLISH, "utf-16-le"),
        (SIMPLIFIED.encode("utf-32"), SIMPLIFIED, "utf-32-le"),
        (SIMPLIFIED.encode("gbk"), SIMPLIFIED, "gb18030"),
        ("㐀𠀀增长5%，全市共有12个".encode("gb18030"), "㐀𠀀增长5%，全市共有12个", "gb18030"),
        (TRADITIONAL.encode("gbk"), TRADITIONAL, "gb18030"),
        (TRADITIONAL.encode("big5"), TRADITIONAL, "big5"),
        ("案件12宗".encode("gbk"), "案件12宗", "gb18030"),
        (ENGLISH.encode("cp1252"), ENGLISH, "cp1252"),
        (b"rose 5%", "rose 5%", "utf-8"),
    ],
    ids=named,
)
def test_each_encoding_gives_its_text_and_its_name(data: bytes, text: str, encoding: str) -> None:
    found = decode(data)
    assert (found.text, found.encoding, found.replaced) == (text, encoding, 0)


def test_a_declared_charset_decides_where_bytes_alone_do_not() -> None:
    data = "12件増加".encode("euc_jp")
    assert decode(data, "EUC-JP").text == "12件増加"
    assert decode(SIMPLIFIED.encode("gbk"), "gb2312").text == SIMPLIFIED


def test_a_wrong_declaration_does_no_harm() -> None:
    assert decode(SIMPLIFIED.encode(), "gbk").text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("gbk"), "utf-8").text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("gbk"), "no-such-charset").text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_one_broken_byte_costs_a_character_not_the_article(encoding: str) -> None:
    text = (TRADITIONAL if encoding == "big5" else SIMPLIFIED) * 5
    whole = text.encode(encoding)
    found = decode(whole[:300] + b"\xff" + whole[300:])
    assert found.replaced >= 1
    assert found.text[:80] == text[:80]
    assert found.text[-50:] == text[-50:]
    assert found.notes


def test_a_file_cut_within_a_character_is_read_up_to_there() -> None:
    found = decode(SIMPLIFIED.encode()[:-1])
    assert found.text.startswith(SIMPLIFIED[:-1])
    assert found.replaced == 1


def test_newlines_are_those_of_python() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\nb\nc\n"


def test_a_stored_replacement_character_is_no_damage() -> None:
    assert decode("缺字�一处".encode()).replaced == 0


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 x", b"PK\x03\x04", b"\x89PNG\r\n", b"\0" * 100, bytes(range(32)) * 20], ids=named
)
def test_binary_content_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert caught.value.problem.zh
    assert caught.value.problem.en


@given(st.text(st.sampled_from(COMMON + "，。、：；（）0123456789%"), min_size=8))
def test_common_chinese_in_gbk_comes_back(text: str) -> None:
    data = text.encode("gbk")
    if not data.isascii():
        assert decode(data).text in (text, data.decode("utf-8", "replace"))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\ufeff", exclude_categories=["Cc", "Cs"])))
def test_any_text_in_utf8_comes_back(text: str) -> None:
    data = text.encode()
    try:
        assert decode(data).text == text
    except Unreadable:
        assert data.startswith((b"%PDF-", b"GIF8", b"PAR1", b"PK"))
