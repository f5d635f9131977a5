"""Ranks against the values beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise

from claims.bilingual import Bilingual
from claims.claim import Claim, Mention
from claims.interval import Interval
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.listed_ranks import (
    LEAST_FIRST,
    UNBOUNDED,
    ListedRank,
    listed_ranks,
    placed_in_turn,
    superlatives,
    topped,
)
from expectations.named_ranks import named_ranks
from expectations.numerals import whole
from expectations.orders import Order, orders
from expectations.ranked_pieces import ranked_pieces
from expectations.same import dimension, is_result
from expectations.timings import finishes
from expectations.wording import figure
from expectations.words import lead

FEWEST = 3
AMONG = re.compile(
    r"(?:在|居|列)?(?P<many>[三四五六七八九十]|\d{1,2})(?:个|家|支|名|位|所|大|座|地)?[一-鿿]{0,8}?(?:中|里|当中)[^，,。；;\d]{0,8}$"
)
PIECE = 4  # clauses that are told of one before its rank
NOBODY = re.compile("[，,](?:[均也则仍都并]|双双|依然)?(?:位?列|排名?|位?居|名列|排在|跻身)?(?:全[省市国县区])?$")
COMPOSITE = re.compile("综合|总分|总评|加权|测评|得分")
NOT_MOST_FIRST = re.compile(f"{LEAST_FIRST}|投诉")
AREA = re.compile("(?:东道主)?[一-鿿]{1,6}[省市县区镇乡州旗村队](?:以|增长|下降|为|达到?|有|获得?|共)?")
MINUS = "-−－负"


@check(
    code="CF123",
    title=Bilingual("排名与数值不符", "ranks contradict the values"),
    message=Bilingual(
        "{measure}：{told}，次序不符。",
        "{measure}: {told}, which is the wrong order.",
    ),
    why=Bilingual(
        "名次与数值的大小次序应当一致；说最高、高于、扩大、创新高的，数值应当如此。",
        "Ranks should be in the order of the values, and so should words such as highest, above, record.",
    ),
    limits=[
        Bilingual(
            "同一段中有三个以上名次和数值、其余次序一致时才比较",
            "only where a paragraph gives three ranks or more with values, the others in order",
        ),
        Bilingual(
            "“最高”“高于”“扩大”“新高”只看与同一句中紧接的数字",
            "“highest”, “above”, “widened” and “record” only against the figures right behind in the sentence",
        ),
    ],
    examples=[
        Bad(
            "经济总量方面，合肥位居第一，达到5841.8亿元；芜湖位居第二，达到1322.97亿元；滁州位居第三，达到【1938.1亿】元；阜阳位居第四，达到650.8亿元。"
        ),
        Bad(
            "城东区2.27万起，江北区1.83万起，开发区1.95万起，南浦区1.41万起。【江北区以微弱优势排在第二，开发区位列第三】。"
        ),
        Good("从增速看，甲县居首，完成产值210亿元；乙县第二，完成产值340亿元；丙县列第三，完成产值98亿元。"),
        Good(
            "城东区2.27万起，江北区1.83万起，开发区1.95万起，南浦区1.41万起。开发区以微弱优势排在第二，江北区位列第三。"
        ),
        Good(
            "城东区2.27万起，江北区1.83万起，开发区1.95万起，南浦区1.41万起。论降幅，江北区排在第二，开发区位列第三。"
        ),
        Bad("三个区中，甲区收入最高，为【41.6亿】元；乙区为52.3亿元，丙区为30.2亿元。"),
        Bad("全市居民收入增长【6.2%】，高于全省6.9%的平均水平。"),
        Bad("7月该指数同比上涨【0.5%】，涨幅比6月的0.9%扩大。"),
        Bad("去年全县粮食产量创历史新高，达到【52.1万】吨，比前年的53.4万吨略有变化。"),
        Bad("甲区出口186.4亿元，乙区96.5亿元，丙区61.8亿元，丁区出口【142.7亿】元，在四个区中排名第三。"),
        Bad("甲区出口186.4亿元，乙区96.5亿元，丙区61.8亿元，丁区出口【142.7亿】元，在4个区中排名第三。"),
        Good("甲区出口186.4亿元，乙区96.5亿元，丙区61.8亿元，丁区出口142.7亿元，在四个区中排名第二。"),
        Bad("高新区【增速列全市第二】。\n各区县增速如下：江南区8.1%，东湖区7.9%，高新区7.6%，临江县6.4%，桐山县5.8%。"),
        Good("高新区增速列全市第三。\n各区县增速如下：江南区8.1%，东湖区7.9%，高新区7.6%，临江县6.4%，桐山县5.8%。"),
        Good("三个区中，甲区收入最高，为52.6亿元；乙区为42.3亿元，丙区为30.2亿元。"),
        Good("三个区中，甲区增速最高，为12.6%；乙区收入为52.3亿元，丙区收入为30.2亿元。"),
        Good("全市居民收入增长7.2%，高于全省6.9%的平均水平。"),
        Good("该区空气优良率提高1.5%，低于全市88.3%的平均水平。"),
        Good("7月该指数同比上涨0.5%，涨幅比6月的0.9%回落。"),
        Good(
            "经济总量方面，合肥位居第一，达到5841.8亿元；芜湖位居第二，达到2322.97亿元；滁州位居第三，达到1938.1亿元；阜阳位居第四，达到1650.8亿元。"
        ),
        Bad("累计雨量由大到小居前三位的依次是甲镇214.6毫米、乙镇【193.7】毫米、丙乡198.3毫米，最大小时雨强68.2毫米。"),
        Good("累计雨量由大到小居前三位的依次是甲镇214.6毫米、乙镇203.7毫米、丙乡198.3毫米，最大小时雨强68.2毫米。"),
        Bad("从县区看，云山县增长【7.6】%，排在第二位；安河县以8.1%的增速位列第三。"),
        Good("从县区看，云山县增长8.6%，排在第二位；安河县以8.1%的增速位列第三。"),
        Bad("上市头一天，盘中最高触及【41.25】美元，收盘价为92.16美元，换手积极。"),
        Good("首日股价一路走高，盘中最高触及88.78美元，收盘价为87.06美元，成交活跃。"),
        Bad("该股今日开盘价12.3元，盘中最高【13.0】元，最低11.9元，收盘报13.2元。"),
        Good("该股今日开盘价12.3元，盘中最高13.6元，最低11.9元，收盘报13.2元。"),
        Bad("该股今日开盘价12.3元，盘中最高13.6元，最低【12.9】元，收盘报13.2元。"),
        Good("该股去年创下历史最高11.2元，今日收盘报13.2元。"),
        Good("上半年，全市出口增长8.1%，居全省第二位；进口增长9.2%，居全省第三位。"),
        Good("甲股盘中最高触及13.6元，收盘报13.2元，乙股收盘报25元。"),
        Bad("金牌榜上，东道主海山市以42枚金牌高居榜首，宁台市以【35】枚金牌位列第二，松桥市以38枚金牌排名第三。"),
        Good("金牌榜上，东道主海山市以42枚金牌高居榜首，宁台市以39枚金牌位列第二，松桥市以38枚金牌排名第三。"),
        Good("云山县出口增长7.6%，排在第二位；安河县进口增长8.1%，位列第三。"),
        Bad("累计雨量居首位的是石门镇，为【187.3毫米】，其次是双溪乡203.6毫米。"),
        Good("累计雨量居首位的是石门镇，为214.6毫米，其次是双溪乡203.6毫米。"),
        Bad(
            "经济损失合计3.58亿元，分县看，东岭县1.38亿元，平山县1.12亿元，澄源县0.71亿元，河口县0.37亿元。\n【在经济损失居四县之首的平山县】，三条公路中断。"
        ),
        Good(
            "经济损失合计3.58亿元，分县看，东岭县1.38亿元，平山县1.12亿元，澄源县0.71亿元，河口县0.37亿元。\n在经济损失居四县之首的东岭县，三条公路中断。"
        ),
        Bad(
            "PM2.5浓度分别为：东城区28微克/立方米，清河县24微克/立方米，望江县26微克/立方米，高新区31微克/立方米。其中浓度【最低的是望江县】，最高的是高新区。"
        ),
        Good(
            "PM2.5浓度分别为：东城区28微克/立方米，清河县24微克/立方米，望江县26微克/立方米，高新区31微克/立方米。其中浓度最低的是清河县，最高的是高新区。"
        ),
        Good("课后服务每周5天、每天不少于2小时。"),
        Bad(
            "全县有9个乡镇雨量超过100毫米，其中东河镇184.5毫米、西岭镇176.2毫米、南山镇164.8毫米。由于【西岭镇】累计雨量为全县最大，当地已转移群众236人。"
        ),
        Good(
            "全县有9个乡镇雨量超过100毫米，其中东河镇184.5毫米、西岭镇176.2毫米、南山镇164.8毫米。由于东河镇累计雨量为全县最大，当地已转移群众236人。"
        ),
        Bad(
            "从五个县（市、区）看，临江区增长7.4%，北湖区增长6.9%，云溪县增长6.2%，安平市增长6.6%，石泉县增长5.8%。云溪县由于新项目投产，增速在五个县（市、区）中排在【第三位】。"
        ),
        Good(
            "从五个县（市、区）看，临江区增长7.4%，北湖区增长6.9%，云溪县增长6.2%，安平市增长6.6%，石泉县增长5.8%。云溪县由于新项目投产，增速在五个县（市、区）中排在第四位。"
        ),
        Bad(
            "从四个县的工业增速看，松岭县增长14.2%、高桥县增长11.6%、柳河县增长9.8%、海山县增长7.4%。高桥县的增速【位居第三】，得益于两个新厂投产。"
        ),
        Good(
            "从四个县的工业增速看，松岭县增长14.2%、高桥县增长11.6%、柳河县增长9.8%、海山县增长7.4%。高桥县的增速位居第二，得益于两个新厂投产。"
        ),
        Bad(
            "分类看，餐饮类投诉3680件，占21.4%，高居榜首；家电类2470件，【排在第二】，多为售后；服装类2860件，位居第三。"
        ),
        Good("分类看，餐饮类投诉3680件，占21.4%，高居榜首；家电类2860件，排在第二，多为售后；服装类2470件，位居第三。"),
        Good("制造业享受退税19.2亿元，位居第一；批发业9.9亿元，列第二；其余行业共17.7亿元。"),
        Bad("逐日看，2日接待31.4万人次，3日接待【42.7】万人次，为五天最高；4日45.1万人次，5日30.2万人次。"),
        Good("逐日看，2日接待31.4万人次，3日接待45.1万人次，为五天最高；4日42.7万人次，5日30.2万人次。"),
        Bad("男子组，林某以2小时21分05秒率先撞线。陈某以2小时23分16秒获得亚军；郑某跑出【2小时22分48秒，列第三】。"),
        Good("女子组，林某以2小时41分05秒夺冠，领先亚军1分12秒，亚军的成绩是2小时42分17秒。"),
    ],
)
def rank_contradicts_values(block: Block) -> Iterator[Comparison]:
    """Rows of ranks with values in one paragraph, where one pair breaks the order of the rest; words of order."""
    rows: dict[tuple[str, int, str, str], dict[int, Claim]] = defaultdict(dict)
    by_clause: dict[int, list[Claim]] = defaultdict(list)
    for claim in block.claims:
        if is_result(claim) and claim.kind in ("count", "amount", "rate", "share", "relative_change"):
            by_clause[claim.clause].append(claim)
    for rank in block.mentions:
        if _is_rank(rank) and rank.count is not None and 1 <= rank.count <= 40 and not _composite(rank, block):
            value = _value(rank, by_clause)
            if value is not None:
                row = rows[rank.document, rank.paragraph, value.kind, dimension(value)]
                row.setdefault(int(rank.count), value)
    for row in rows.values():
        yield from _broken(row) if len(row) > FEWEST else _few(row)
    yield from map(ordered, orders(block))
    yield from among(block, by_clause)
    listed = chain(listed_ranks(block), topped(block), superlatives(block), placed_in_turn(block))
    yield from map(_listed, chain(listed, named_ranks(block), ranked_pieces(block), finishes(block)))


def among(block: Block, by_clause: dict[int, list[Claim]]) -> Iterator[Comparison]:
    """A rank among as many as the words say, where the text tells the values of all: 在五个区中排名第三."""
    for rank in block.mentions:
        if rank.kind != "rank" or rank.count is None or rank.count < 1:
            continue
        said = AMONG.search(rank.sentence[: max(0, rank.start - rank.sentence_start)])
        value = _before(rank, rank.sentence_start + said.start(), by_clause) if said is not None else None
        if said is None or value is None or value.kind not in ("count", "amount") or rank.reading.startswith("-"):
            continue
        if NOT_MOST_FIRST.search(rank.sentence):
            continue
        many = whole(said["many"])
        others = {
            one.value
            for one in block.claims
            if one.document == value.document and one.unit == value.unit and one.kind == value.kind and not one.former
            and abs(one.paragraph - value.paragraph) <= 1 and is_result(one) and one.value != value.value
        }  # fmt: skip
        peers = {one for one in others if 2 * one < sum(others) + value.value}
        if len(peers) != many - 1 or many < FEWEST:
            continue
        right = 1 + sum(one > value.value for one in peers)
        if rank.count != right:
            yield Comparison(
                reported=value,
                reading=Reading.constant(int(rank.count)),
                expected=lambda right=right: Reading.constant(right),
                working=" > ".join(f"{one}" for one in sorted({*peers, value.value}, reverse=True)),
                facts={
                    "told": Bilingual(
                        f"{figure(value)}在{many}个数值中应排第{right}，文中说第{rank.count}",
                        f"{figure(value)} ranks {right} of {many}, the text says {rank.count}",
                    )
                },
                worst="warning",
                quiet=True,
            )


def _listed(one: ListedRank) -> Comparison:
    """A place told of an area against the one that the list of all gives it."""
    right = f"{one.best}" if one.best == one.worst else f"{one.best}—{one.worst}"
    right, english = (f"{one.best}位或以后", f"{one.best} or below") if one.worst == UNBOUNDED else (right, right)
    return Comparison(
        reported=one.place,
        reading=Reading.constant(one.told),
        expected=lambda: Reading.exactly(Interval.of(one.best, one.worst)),
        working=" > ".join(one.shown),
        facts={
            "measure": one.words,
            "told": Bilingual(f"按所列各项应为第{right}", f"by the figures listed it is in place {english}"),
        },
        worst="warning",
        quiet=True,
    )


def _before(rank: Mention, end: int, by_clause: dict[int, list[Claim]]) -> Claim | None:
    """The last figure of the rank's sentence before `end` that measures something, a clause or two away."""
    for clause in (rank.clause, rank.clause - 1, rank.clause - 2):
        near = [one for one in by_clause.get(clause, ()) if one.sentence_start == rank.sentence_start]
        near = [one for one in near if one.start < end and one.text[:1].isdigit()]
        if near:
            return near[-1]
    return None


def _composite(rank: Mention, block: Block) -> bool:
    """Whether the words of the rank's paragraph up to the end of its sentence rank by a score over several measures."""
    article = block.documents.get(rank.document)
    words = article.text[: rank.sentence_start].rpartition("\n")[2] if article is not None else ""
    return COMPOSITE.search(words + rank.sentence) is not None


def _is_rank(mention: Mention) -> bool:
    """Whether a place in an order is meant: 位居第二, 第三位; not 第28周 or 第三产业."""
    if mention.kind == "rank":
        return True
    at = mention.start - mention.sentence_start + len(mention.text)
    return mention.kind == "ordinal" and mention.sentence[at : at + 1] in ("位", "名")


def _value(rank: Mention, by_clause: dict[int, list[Claim]]) -> Claim | None:
    """The one figure of the rank's clause or, in the same sentence, of the next; of the one before where the rank's
    clause names nobody: 金牌34枚，列第五."""
    said = rank.sentence[: max(0, rank.start - rank.sentence_start)]
    if NOBODY.search(said) is not None:
        piece = rank.sentence_start + max(said.rfind("；"), said.rfind(";"), 0)
        told = [one for at in range(rank.clause - PIECE, rank.clause + 1) for one in by_clause.get(at, ())]
        told = [one for one in told if one.document == rank.document and piece <= one.start < rank.start]
        return told[0] if len(told) == 1 else None
    for clause in (rank.clause, rank.clause + 1):
        near = [claim for claim in by_clause.get(clause, ()) if claim.sentence_start == rank.sentence_start]
        if len(near) == 1:
            return near[0]
        if near:
            return None
    return None


def _broken(row: dict[int, Claim]) -> Iterator[Comparison]:
    ranks = sorted(row)
    pairs = list(pairwise(ranks))
    falls = [row[a].value >= row[b].value for a, b in pairs]
    down = sum(falls) * 2 >= len(falls)
    wrong = [
        pair
        for pair, falling in zip(pairs, falls, strict=True)
        if falling != down and row[pair[0]].value != row[pair[1]].value
    ]
    if len(wrong) > 1 or len(pairs) - len(wrong) < 2:
        return
    for a, b in pairs:
        yield _in_order(row, a, b, down)


def _in_order(row: dict[int, Claim], a: int, b: int, down: bool) -> Comparison:
    """The value of a rank against that of the rank before it."""
    return Comparison(
        reported=row[b],
        using=(row[a],),
        relation="at_most" if down else "at_least",
        expected=lambda other: other,
        working="{1}",
        facts={"told": _ranks(row, a, b)},
        worst="warning",
        explanations=(Bilingual("名次可能另有范围或标准", "the ranks may be among others, or by another measure"),),
    )


def _few(row: dict[int, Claim]) -> Iterator[Comparison]:
    """A rank and the next one, told in one sentence with a figure each, which are put from the largest on."""
    for a, b in pairwise(sorted(row)):
        first, second = row[a], row[b]
        together = first.sentence_start == second.sentence_start and abs(second.clause - first.clause) <= PIECE
        falls = row[min(row)].value > row[max(row)].value or len(row) == 2
        ranked = falls and not NOT_MOST_FIRST.search(first.sentence) and _of_two_areas(first, second)
        if b - a == 1 and together and ranked:
            yield _in_order(row, a, b, down=True)


def _of_two_areas(a: Claim, b: Claim) -> bool:
    """Whether two figures are of one measure in two areas, which one ranking puts in order: 云山县7.6%, 安河县8.1%."""
    names = [AREA.fullmatch(lead(one).strip()) for one in (a, b)]
    named = all(names) and lead(a).strip() != lead(b).strip()
    return named or (a.measure_key == b.measure_key and bool(a.place and b.place) and a.place != b.place)


def _ranks(row: dict[int, Claim], a: int, b: int) -> Bilingual:
    first, second = row[a], row[b]
    return Bilingual(
        f"第{b}名为{figure(second)}，第{a}名为{figure(first)}",
        f"rank {b} has {figure(second)}, rank {a} has {figure(first)}",
    )


def ordered(order: Order) -> Comparison:
    """The figure said to be above or below another against that other."""
    mark, other = order.figure, order.other
    signs = [-1 if order.sizes and claim.value < 0 and claim.text[0] not in MINUS else 1 for claim in (mark, other)]
    return Comparison(
        reported=mark,
        using=(other,),
        relation="at_least" if order.above else "at_most",
        reading=Reading.of(mark).scaled(signs[0]),
        expected=lambda reading: reading.scaled(signs[1]),
        working="{1}",
        facts={
            "told": Bilingual(
                f"文中以{figure(mark)}与{figure(other)}相比，说{order.words.zh}",
                f"{figure(mark)} beside {figure(other)} is said to be {order.words.en}",
            )
        },
        worst="warning",
        grave=True,
        explanations=(Bilingual("两数可能不是同一口径或时段", "the two may differ in scope or period"),),
    )
