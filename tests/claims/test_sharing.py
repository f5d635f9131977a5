"""Claims are the same after their words are shared, digits of numbers included."""

from __future__ import annotations

from claims.document import Document
from claims.extraction import read_figures
from claims.sharing import sharing

TEXT = "6月末全市有民警1.20万人，7月末有民警1.2万人。7月末辅警1.2万人，8月1日起执行。"


def test_equal_words_are_one_and_different_digits_stay() -> None:
    shared = sharing()
    one, other = (shared(read_figures(Document(path, text=TEXT))) for path in ("a.txt", "b.txt"))
    assert (one, other) == tuple(read_figures(Document(path, text=TEXT)) for path in ("a.txt", "b.txt"))
    assert [str(claim.value) for claim in one.claims] == [str(claim.value) for claim in other.claims]
    assert len({str(claim.resolution) for claim in one.claims}) == 2
    for first, second in zip(one.claims, other.claims, strict=True):
        for name in ("measure", "measure_key", "unit", "period", "text", "value", "resolution", "asserted", "implied"):
            assert getattr(first, name) is getattr(second, name)
    assert one.mentions
    assert one.mentions[0].text is other.mentions[0].text
