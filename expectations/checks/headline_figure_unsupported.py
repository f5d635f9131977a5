"""A figure that stands in the headline only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.interval import Interval
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.headlines import subtracted, summed
from expectations.same import PERCENT_KINDS, is_time
from expectations.support import SUMMARY, unsupported
from expectations.words import before

FEW = 5  # things that a text lists without saying how many they are
NUMBER = re.compile(r"[\d〇零一二两三四五六七八九十]")  # but 千元, 百万
TENTH = Decimal("6.5")  # 近三成, 三成多: points of per cent
TIMES = Decimal("1.2")  # 超标两倍多 of 3.09倍
BROKEN = re.compile(r"\d[米元块点]$")  # 2米27: the figure is the end of another


@check(
    code="CF124",
    title=Bilingual("标题数字正文未见", "a headline figure without support"),
    message=Bilingual("标题中的{figure}在正文中找不到。", "{figure} of the headline is not found in the text."),
    why=Bilingual("标题的数字应当在正文中有出处。", "A figure of the headline should be found in the text."),
    limits=[
        Bilingual("正文可能换了单位或用文字表述", "the text may give it in another unit or in words"),
        Bilingual("时长和五以下的个数不查", "lengths of time and counts up to five are passed over"),
    ],
    examples=[
        Good("图书馆十年多了78座\n本报讯 全市图书馆由124座增加到202座，借书证增加一倍。"),
        Good("医生日均接诊23人次\n本报讯 去年，全市医生日均接诊22.8人次，比前年略多。"),
        Bad("全市新增公园【47】个\n本报讯 今年全市公园建设加快，面积达到3210公顷，其中社区公园1260公顷。"),
        Good("全市新增公园47个\n本报讯 今年全市新增公园47个，面积达到3210公顷。"),
        Good("新机涨价约400元\n本报讯 下月上市的新手机价格会高一些，渠道商说多出来的钱在400上下，首批备货7万台。"),
        Good("抓获嫌疑人754名\n本报讯 警方连日巡查，抓到现行人员723名，另有逃犯31名落网。"),
        Good("某县发案下降近三成\n本报讯 今年前8个月，全县发案312起，同比下降28.6%，群众损失1870万元。"),
        Good("住院费用人均下降1200元\n本报讯 全院出院患者人均费用为9870元，同比下降1213元。"),
        Good("警民16小时找到走失老人\n本报讯 昨天晚上，一名居民报警称母亲走失，民警和村民35人上山，今天找到了老人。"),
    ],
)
def headline_figure_unsupported(block: Block) -> Iterator[Comparison]:
    """Headline figures that no figure of the text agrees with or comes close to, and that it prints nowhere else."""
    for one in block.once(summed):
        if (
            one.source is None
            and one.figure.section == "headline"
            and telling(one.figure)
            and unsupported(one.figure, block)
            and not in_percent(one.figure, block)
            and not subtracted(one.figure, _body(block, one.figure))
        ):
            yield Comparison(
                reported=one.figure,
                reading=Reading.constant(1),
                expected=lambda: Reading.exactly(Interval.point(0)),
                working="{0}",
                worst="note",
                quiet=True,
            )


def _body(block: Block, figure: Claim) -> list[Claim]:
    """The figures of the text under the headline."""
    return [one for one in block.claims if one.document == figure.document and one.section not in SUMMARY]


def telling(figure: Claim) -> bool:
    """Whether a text that does not repeat the figure leaves it without support."""
    if is_time(figure) or BROKEN.search(before(figure, 3)) or not NUMBER.search(figure.text):
        return False
    if figure.unit == "番" or re.search("每|字数", before(figure, 8)):
        return False  # 每10户就有3户, 全文字数共720字
    return figure.kind != "count" or abs(figure.value) > FEW


def in_percent(figure: Claim, block: Block) -> bool:
    """Whether tenths or times of a headline are a percentage, or a multiple, of the text; or it prints none of them."""
    if figure.kind != "multiple":
        return False
    told = _body(block, figure)
    rates = [abs(one.value) for one in told if one.kind in PERCENT_KINDS]
    if figure.unit == "成":
        return not rates or any(abs(rate - 10 * abs(figure.value)) <= TENTH for rate in rates)
    times = [one.value for one in told if one.kind == "multiple"] + [rate / 100 for rate in rates]
    return any(abs(value - abs(figure.value)) <= TIMES for value in times)
