"""A figure that stands in the headline only."""

from __future__ import annotations

from collections.abc import Iterator

from claims.bilingual import Bilingual
from claims.interval import Interval
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.headlines import summed


@check(
    code="CF124",
    title=Bilingual("标题数字正文未见", "a headline figure without support"),
    message=Bilingual("标题中的{figure}在正文中找不到。", "{figure} of the headline is not found in the text."),
    why=Bilingual("标题的数字应当在正文中有出处。", "A figure of the headline should be found in the text."),
    limits=[Bilingual("正文可能换了单位或用文字表述", "the text may give it in another unit or in words")],
    examples=[
        Bad("全市新增公园【47】个\n本报讯 今年全市公园建设加快，面积达到3210公顷，其中社区公园1260公顷。"),
        Good("全市新增公园47个\n本报讯 今年全市新增公园47个，面积达到3210公顷。"),
    ],
)
def headline_figure_unsupported(block: Block) -> Iterator[Comparison]:
    """Headline figures that no figure of the text agrees with or comes close to."""
    for one in summed(block):
        if one.source is None and one.figure.section == "headline":
            yield Comparison(
                reported=one.figure,
                reading=Reading.constant(1),
                expected=lambda: Reading.exactly(Interval.point(0)),
                working="{0}",
                worst="note",
                quiet=True,
            )
