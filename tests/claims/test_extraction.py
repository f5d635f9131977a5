"""What holds of every text: quotes are slices, nothing raises, time is linear, edits elsewhere change nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.claim import KINDS, MENTION_KINDS, Extraction
from claims.document import Document
from claims.extraction import read_figures
from tests.clock import costs_at_most

_WORDS = """
全市 全省 广州市 2023年 今年上半年 8月11日（星期五） 2月30日 同比 比上年 分别 其中 交通事故 生产总值 死亡人数 警情
下降 增长 增至 由 占 为 近 超过 余 多 以上 宗 人次 元 个百分点 倍 三个 一是 二是 等3人 第一 居全国第二 创历史新高
双下降 零 没有发生 五年 （2018—2022年） 75周年 43岁 1980年出生 数百 三成 两万五 3至5
"""
_CHARACTERS = (
    "0123456789０１２３％.,，、。；：（）“”《》—～-+%\n\r\t\u3000\u200b\u00ad\ud83d\udc00\ufeff\u202e𝟛é½²万亿個萬🙂\x00"
)
_PIECES = st.sampled_from([*_CHARACTERS, *_WORDS.split()])
_TEXTS = st.lists(_PIECES, max_size=60).map("".join)
_SENTENCES = (
    "2023年上半年，全市接报警情52万宗，同比下降6.2%。",
    "其中刑事警情1.8万宗，下降12.5%。",
    "全省破案率为51.6%，比上年提高6个百分点。",
    "广州、深圳、佛山三市签约，总投资320亿元。",
    "居民人均可支配收入居全省第二，达6.3万元。",
    "群众安全感持续提升。",
)
_REPEATED = """
1, 1、 1. 5%、 增长5%， 分别为1、 其中3人， 三个： 3个县：甲、 三点：一是甲； 甲、乙等3人 2018年至 75周年 数百 3至
自2012年起连续3年 居全省第一 双下降 8月11日星期五 广州市天河区
3岁 (3 超过100亿元的 没有发生
"""
_HOSTILE = [*'7一()，、“"《：；\n \u200b%-\ud800百约比占', *_REPEATED.split()]


def document(text: str, path: str = "a.txt") -> Document:
    return Document(path, text, "", date(2023, 8, 15), "", "440100", "zh")


def check_slices(text: str, found: Extraction) -> None:
    """Assert that spans lie in order within the text and quote it."""
    lines = text.split("\n")
    last = 0
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.text
        assert last <= claim.start < claim.end <= len(text)
        assert text[claim.sentence_start :].startswith(claim.sentence)
        assert claim.sentence_start <= claim.start
        assert claim.end <= claim.sentence_start + len(claim.sentence)
        assert lines[claim.line - 1][claim.column - 1 :].startswith(claim.text.split("\n")[0])
        assert claim.kind in KINDS
        last = claim.start
    assert len({claim.claim_id for claim in found.claims}) == len(found.claims)
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.text
        assert mention.kind in MENTION_KINDS
        assert mention.sentence_start <= mention.start
        assert all(0 <= start < end <= len(text) for start, end in mention.items)


@given(_TEXTS)
@settings(max_examples=400)
def test_any_wording_gives_slices_of_the_text(text: str) -> None:
    check_slices(text, read_figures(document(text)))


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_unicode_gives_slices_of_the_text(text: str) -> None:
    check_slices(text, read_figures(document(text)))


@given(
    st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=6),
    st.sampled_from(("\u200b", "\u00ad", "\u2060")),
    st.data(),
)
@settings(max_examples=100)
def test_marks_without_width_change_no_reading(sentences: list[str], mark: str, data: st.DataObject) -> None:
    text = "\n".join(sentences)
    at = data.draw(st.integers(0, len(text)))
    marked = read_figures(document(text[:at] + mark + text[at:]))
    check_slices(text[:at] + mark + text[at:], marked)
    plain = read_figures(document(text))
    assert [(c.value, c.unit, c.kind, c.measure_key, c.place, c.period) for c in marked.claims] == [
        (c.value, c.unit, c.kind, c.measure_key, c.place, c.period) for c in plain.claims
    ]


@given(
    st.permutations(_SENTENCES),
    st.integers(0, len(_SENTENCES) - 1),
    st.sampled_from(("另有12家企业投产。", "会议结束。")),
)
@settings(max_examples=50)
def test_claim_ids_outlive_edits_of_other_paragraphs(sentences: list[str], at: int, instead: str) -> None:
    before = read_figures(document("\n".join(sentences)))
    edited = list(sentences)
    edited[at] = instead
    after = {claim.claim_id: claim.text for claim in read_figures(document("\n".join(edited))).claims}
    kept = [claim for claim in before.claims if claim.sentence != sentences[at]]
    assert [after.get(claim.claim_id) for claim in kept] == [claim.text for claim in kept]


@given(
    st.permutations(
        [document(f"{a}\n{b}", f"{i}{j}.txt") for i, a in enumerate(_SENTENCES) for j, b in enumerate(_SENTENCES[:2])]
    )
)
@settings(max_examples=15)
def test_the_order_of_documents_changes_nothing(documents: list[Document]) -> None:
    found = {one.path: read_figures(one) for one in documents}
    assert found == {path: read_figures(one) for path, one in sorted((one.path, one) for one in documents)}


@pytest.mark.parametrize("piece", _HOSTILE, ids=ascii)
def test_time_grows_with_the_length(piece: str) -> None:
    def read(length: int) -> None:
        read_figures(document(piece * (length // len(piece))))

    read(500)
    assert costs_at_most(12, lambda: read(16_000), lambda: read(4_000), floor=0.004)


@pytest.mark.parametrize("length", [980, 990, 994, 995, 996, 997, 998, 999, 1000, 1001])
@pytest.mark.parametrize("figure", ["21%", "1,234.5万", "三百二十一亿"])
def test_a_sentence_without_end_is_not_cut_within_a_figure(length: int, figure: str) -> None:
    text = "好" * length + f"立案{figure}。"
    found = read_figures(document(text))
    check_slices(text, found)
    assert [claim.text for claim in found.claims] == [figure]


def test_lone_surrogates_in_a_title_or_a_place_are_no_characters() -> None:
    made = Document("a.txt", "全市立案12宗。", "广州\ud800立案", date(2023, 8, 15), "", "\udc00", "zh")
    assert [claim.text for claim in read_figures(made).claims] == ["12"]


@pytest.mark.parametrize(
    "figure", ["八" + "一" * 30 + "几‰", "9" * 30 + "几个", "一百零五" + "亿" * 9 + "几个", "9" * 27 + "几万个"]
)
def test_several_beyond_a_number_of_too_many_digits_is_no_empty_interval(figure: str) -> None:
    for claim in read_figures(document(f"全市立案{figure}，增长5%。")).claims:
        assert claim.asserted.low is not None
        assert claim.implied.high is not None
